"""What is set off in an article: words in doubt, statements, the selection, what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provenance.desk.looks import look_of
from provenance.desk.records import Reading
from provenance.model import Severity, Statement
from provenance.spans import Span
from provenance.trace import certainty
from provenance.trace.certainty import FAIR
from provenance.tui.reader.layout import cover

#: Looks of words that an open finding lies on, by number; nothing and notes are plain.
TINTS = ("", "doubt", "fault")
_TINT_OF = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}


@dataclass(slots=True)
class Marks:
    """One document's marks by offset."""

    painted: Sequence[int]
    """Innermost statement, or -1."""
    tints: bytearray
    """Number of a tint."""
    signs: Sequence[str]
    """Of each statement its sign; of a fragment none, it belongs to its parent."""
    doubtful: Sequence[bool]
    """Whether the route of a statement is weak or open."""
    parents: Sequence[int]
    """Number of each statement's parent, or -1."""
    dimmed: frozenset[int] = frozenset()
    """Statements that the filter leaves out, and -1 for what is in none, if there is a filter."""
    speaker: Sequence[Span] = ()
    cue: Sequence[Span] = ()
    """Of the selected statement."""
    lit: tuple[int, int] = (-1, -1)
    """Words of a finding that is selected by itself."""
    selected: int = -1
    hits: bytearray = field(default_factory=bytearray)
    """Which offsets a search found; empty without one."""

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
        """Stretches of one look from an offset to another: offsets, tint, names of looks."""
        spans = (*self.speaker, *self.cue, self.lit)
        edges = sorted({edge for span in spans for edge in span if start < edge < end} | {end})
        painted, tints, hits = self.painted, self.tints, self.hits or None
        begun, before = start, self.look(start) if start < end else (0, "")
        at = start
        for edge in edges:
            while at < edge:
                own = self.look(at)
                if own != before:
                    yield begun, at, *before
                    begun, before = at, own
                statement, tint, hit = painted[at], tints[at], hits and hits[at]
                at += 1
                while (
                    at < edge
                    and painted[at] == statement
                    and tints[at] == tint
                    and (hits and hits[at]) == hit
                ):
                    at += 1
        if begun < end:
            yield begun, end, *before

    def look(self, offset: int) -> tuple[int, str]:
        """Of what stands at an offset: its tint, and the names of its looks."""
        statement = self.painted[offset]
        names = ""
        if (
            statement >= 0 and self.selected >= 0 and self.selected in (statement, self.parents[statement])
        ) or self.lit[0] <= offset < self.lit[1]:
            names = "chosen"
        if any(start <= offset < end for start, end in self.speaker):
            names += " speaker"
        if any(start <= offset < end for start, end in self.cue):
            names += " cue"
        if self.hits and self.hits[offset]:
            names += " hit"
        if not names and statement in self.dimmed:
            return 0, "gone"
        return self.tints[offset], names


def marks_of(reading: Reading) -> Marks:
    """The marks of a document, nothing selected."""
    document = reading.document
    numbers = {statement.id: number for number, statement in enumerate(document.statements)}
    return Marks(
        cover(document),
        tints_of(reading),
        [
            "" if statement.parent else look_of(statement, reading.sources).sign.strip()
            for statement in document.statements
        ],
        [_doubtful(statement) for statement in document.statements],
        [numbers.get(statement.parent or "", -1) for statement in document.statements],
    )


def tints_of(reading: Reading) -> bytearray:
    """Of each offset the tint of the gravest open finding on it."""
    tints = bytearray(len(reading.document.text))
    for row in sorted(reading.findings, key=lambda row: -row.finding.severity.rank):
        tint = _TINT_OF[row.finding.severity]
        if tint and row.state in ("open", "follow_up", "stale"):
            start, end = row.finding.start, row.finding.end
            tints[start:end] = bytes([tint]) * (end - start)
    return tints


def _doubtful(statement: Statement) -> bool:
    return statement.attribution is not None and certainty(statement.chain, statement.attribution) < FAIR
