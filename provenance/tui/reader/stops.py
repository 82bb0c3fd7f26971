"""Where the keys lead in a document: its statements, and between them findings that belong to no statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from provenance.desk.records import Desk, FindingRow, Query, Reading
from provenance.model import Statement
from provenance.tui.filtering import filters

#: More findings than a document has.
MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Stop:
    """A statement with the findings on it, or one finding on words of the document."""

    start: int
    number: int
    """The statement's number in its document, or -1."""
    statement: Statement | None
    findings: Sequence[FindingRow]


def stops(reading: Reading) -> list[Stop]:
    """The stops of a document in the order of the text; a finding comes after the statement it begins with."""
    at: dict[str, list[FindingRow]] = {statement.id: [] for statement in reading.document.statements}
    alone = []
    for row in reading.findings:
        home = at.get(row.finding.statement or "")
        if home is None:
            alone.append(Stop(row.finding.start, -1, None, (row,)))
        else:
            home.append(row)
    made = [
        Stop(statement.start, number, statement, at[statement.id])
        for number, statement in enumerate(reading.document.statements)
    ]
    return sorted([*made, *alone], key=lambda stop: stop.start)


def following(among: Sequence[Stop], start: int, step: int, wanted: Callable[[Stop], bool]) -> int | None:
    """Place of the next wanted stop from a place in a direction; None where there is none up to the end."""
    place = start + step
    while 0 <= place < len(among):
        if wanted(among[place]):
            return place
        place += step
    return None


def sourced(stop: Stop) -> bool:
    """Whether a stop is a statement that somebody is the source of."""
    return stop.statement is not None and stop.statement.attribution is not None


def place_of(among: Sequence[Stop], statement: str, at: int, number: int, finding: int) -> int | None:
    """Place of the stop with a finding, of a statement by its id, or of what stands at an offset of the text.

    `number` is the innermost statement at the offset, or -1; a finding on words of the document that are in no
    statement comes before the statements around it.
    """
    if finding >= 0:
        return following(among, -1, 1, lambda stop: any(row.key == finding for row in stop.findings))
    if statement:
        return following(
            among, -1, 1, lambda stop: stop.statement is not None and stop.statement.id == statement
        )
    if number >= 0:
        return following(among, -1, 1, lambda stop: stop.number == number)
    return following(
        among, -1, 1,
        lambda stop: stop.number < 0 and any(row.finding.start <= at < row.finding.end for row in stop.findings),
    )  # fmt: skip


def moved_by(before: str, now: str) -> Callable[[int], int]:
    """Where the offsets of a text lie after one stretch of it was replaced; those within it where that begins."""
    shorter = min(len(before), len(now))
    head = _alike(before, now)
    tail = min(_alike(reversed(before), reversed(now)), shorter - head)

    def moved(at: int) -> int:
        if at >= len(before) - tail:
            return at + len(now) - len(before)
        return min(at, head)

    return moved


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Characters up to the first that differs, or to the end of the shorter text."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@dataclass(frozen=True, slots=True)
class Left:
    """What a filter leaves of a document."""

    statements: frozenset[str]
    """Ids of statements that are what is asked for, whatever words were typed."""
    keys: frozenset[int]
    """Keys of findings."""
    words: Sequence[str]
    """Typed words, in small letters."""
    everything: bool = False

    def holds(self, stop: Stop, reading: Reading) -> bool:
        """Whether a stop is left: a finding on it is, or it is a statement that is asked for and has the words."""
        if self.everything or any(row.key in self.keys for row in stop.findings):
            return True
        statement = stop.statement
        if statement is None or statement.id not in self.statements:
            return False
        source = statement.attribution.source if statement.attribution else None
        said = reading.sources[source].name if source and source in reading.sources else ""
        text = f"{statement.text} {said}".lower()
        return all(word in text for word in self.words)


def left_of(desk: Desk, query: Query, reading: Reading) -> Left:
    """What a filter leaves of a document."""
    document = reading.document.id
    if not filters(replace(query, document="" if query.document == document else query.document)):
        return Left(frozenset(), frozenset(), (), everything=True)
    shown = desk.shown(document, query) if query.document in ("", document) else frozenset()
    return Left(shown, keys_in(desk, query, document), query.words.lower().split())


def keys_in(desk: Desk, query: Query, document: str) -> frozenset[int]:
    """Findings of a document that a filter leaves."""
    if query.document not in ("", document):
        return frozenset()
    rows = desk.findings(replace(query, document=document, order="text", limit=MANY)).rows
    return frozenset(row.key for row in rows)
