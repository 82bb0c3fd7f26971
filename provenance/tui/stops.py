"""Where the keys lead in a document: its statements, and between them findings that belong to no statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from provenance.model import Document, Finding, Statement
from provenance.tui.details import Library


@dataclass(frozen=True, slots=True)
class Stop:
    """A statement with the findings on it, or one finding on words of the document."""

    start: int
    number: int
    """The statement's number in its document, or -1."""
    statement: Statement | None
    findings: Sequence[Finding]


def stops(library: Library, document: Document) -> list[Stop]:
    """The stops of a document in the order of the text; a finding comes after the statement it begins with."""
    made = [
        Stop(statement.start, number, statement, library.findings.get(statement.id, ()))
        for number, statement in enumerate(document.statements)
    ]
    made.extend(
        Stop(finding.start, -1, None, (finding,)) for finding in library.findings.get(document.id, ())
    )
    return sorted(made, key=lambda stop: stop.start)


def following(among: Sequence[Stop], start: int, step: int, wanted: Callable[[Stop], bool]) -> int | None:
    """Place of the next wanted stop from a place in a direction; None where there is none up to the end."""
    place = start + step
    while 0 <= place < len(among):
        if wanted(among[place]):
            return place
        place += step
    return None
