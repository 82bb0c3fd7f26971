"""What is set off in an article: words in doubt, statements, the selection, what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.desk.looks import look_of
from provenance.desk.records import FindingRow, Reading
from provenance.model import Severity, Statement
from provenance.spans import Span
from provenance.trace import certainty
from provenance.trace.certainty import FAIR
from provenance.tui.reader.contents import Contents
from provenance.tui.reader.cover import Cover

#: Looks of words that an open finding lies on, by number; nothing and notes are plain.
TINTS = ("", "doubt", "fault")
#: States of a finding that still ask for something.
UNSETTLED = frozenset({"open", "follow_up", "stale"})
_TINT_OF = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}


class Marks:
    """One document's marks by offset; what is told of a statement is worked out when it comes into sight."""

    def __init__(self, reading: Reading, contents: Contents) -> None:
        """Nothing is selected."""
        self.painted = Cover(len(reading.document.text), contents.statements)
        """Innermost statement, or -1."""
        self.left: frozenset[int] | None = None
        """Statements that the filter leaves; None without one."""
        self.speaker: Sequence[Span] = ()
        self.cue: Sequence[Span] = ()
        """Of the selected statement."""
        self.lit: tuple[int, int] = (-1, -1)
        """Words of a finding that is selected by itself."""
        self.selected = -1
        self.hits = bytearray()
        """Which offsets a search found; empty without one."""
        self.update(reading, contents)

    def update(self, reading: Reading, contents: Contents) -> None:
        """The same document after decisions, statement for statement."""
        self._reading, self._contents = reading, contents
        self._signs: dict[int, tuple[str, bool]] = {}

    def tints(self, start: int, end: int) -> bytes:
        """Of each offset from one to another the number of the tint of the gravest open finding on it."""
        made = bytearray(end - start)
        found = []
        for number, low, high in self._contents.touching(start, end):
            row = self._reading.findings[number]
            if row.state in UNSETTLED:
                found.append((_TINT_OF[row.finding.severity], low - start, high - start))
        for tint, low, high in sorted(found):
            made[low:high] = bytes([tint]) * (high - low)
        return bytes(made)

    def worst(self, start: int, end: int) -> FindingRow | None:
        """Of the findings that begin between two offsets the one that is shown: the gravest open one, else a decided one."""
        rows = [self._reading.findings[number] for number in self._contents.begun(start, end)]
        return min(
            rows,
            key=lambda row: (row.state in ("accepted", "dismissed"), row.finding.severity.rank),
            default=None,
        )

    def sign(self, number: int) -> tuple[str, bool]:
        """The sign of a statement, and whether its route is weak or open; a fragment has none, it belongs to its parent."""
        if number not in self._signs:
            statement = self._reading.document.statements[number]
            sign = "" if statement.parent else look_of(statement, self._reading.sources).sign.strip()
            self._signs[number] = sign, _doubtful(statement)
        return self._signs[number]

    def parent(self, number: int) -> int:
        """Number of a statement's parent, or -1."""
        name = self._contents.statements[number].parent
        return self._contents.numbers.get(name, -1) if name else -1

    def gone(self, number: int) -> bool:
        """Whether the filter leaves a statement out, or, of -1, what is in none."""
        return self.left is not None and number not in self.left

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
        """Stretches of one look from an offset to another: offsets, tint, names of looks."""
        spans = (*self.speaker, *self.cue, self.lit)
        edges = sorted({edge for span in spans for edge in span if start < edge < end} | {end})
        statements, tints = self.painted[start:end], self.tints(start, end)
        hits = self.hits[start:end] or bytes(end - start)
        begun, before = start, (0, "")
        at = start
        for edge in edges:
            while at < edge:
                inside = at - start
                alike = statements[inside], tints[inside], hits[inside]
                own = self._look(at, *alike)
                if own != before:
                    if begun < at:
                        yield begun, at, *before
                    begun, before = at, own
                at += 1
                while at < edge and (statements[at - start], tints[at - start], hits[at - start]) == alike:
                    at += 1
        if begun < end:
            yield begun, end, *before

    def _look(self, offset: int, statement: int, tint: int, hit: int) -> tuple[int, str]:
        """Of what stands at an offset: its tint, and the names of its looks."""
        names = ""
        if (
            statement >= 0 and self.selected >= 0 and self.selected in (statement, self.parent(statement))
        ) or self.lit[0] <= offset < self.lit[1]:
            names = "chosen"
        if any(start <= offset < end for start, end in self.speaker):
            names += " speaker"
        if any(start <= offset < end for start, end in self.cue):
            names += " cue"
        if hit:
            names += " hit"
        return (0, "gone") if not names and self.gone(statement) else (tint, names)


def _doubtful(statement: Statement) -> bool:
    return statement.attribution is not None and certainty(statement.chain, statement.attribution) < FAIR
