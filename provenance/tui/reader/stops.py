"""Where the keys lead in a document: its statements, and between them findings that belong to no statement."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from provenance.desk.records import FindingRow
from provenance.model import Statement
from provenance.tui.reader.contents import Contents


@dataclass(frozen=True, slots=True)
class Stop:
    """A statement with the findings on it, or one finding on words of the document."""

    start: int
    number: int
    """The statement's number in its document, or -1."""
    statement: Statement | None
    findings: Sequence[FindingRow]


class Stops(Sequence[Stop]):
    """The stops of a document in the order of the text; a finding comes after the statement it begins with.

    Each is made when it is asked for: a long document has more of them than keys will be pressed.
    """

    def __init__(self, contents: Contents | None = None, findings: Sequence[FindingRow] = ()) -> None:
        """`findings` are all those of the document, as they are decided now; without contents there are no stops."""
        self._statements = contents.statements if contents else []
        self._starts = contents.starts if contents else []
        self._on = contents.on if contents else {}
        self._alone = contents.alone if contents else []
        self._findings = findings
        self._begins = [findings[number].finding.start for number in self._alone]
        # Before such a finding stand all statements that begin with it or earlier, and those of its kind before it.
        self._between = [bisect_right(self._starts, start) + at for at, start in enumerate(self._begins)]
        self._before = [place - at for at, place in enumerate(self._between)]
        """Of each the number of statements before it."""
        self._numbers = contents.numbers if contents else {}

    def __len__(self) -> int:
        return len(self._statements) + len(self._alone)

    @overload
    def __getitem__(self, place: int) -> Stop: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Stop]: ...
    def __getitem__(self, place: int | slice) -> Stop | Sequence[Stop]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        before = bisect_left(self._between, place)
        if before < len(self._between) and self._between[before] == place:
            row = self._findings[self._alone[before]]
            return Stop(row.finding.start, -1, None, (row,))
        number = place - before
        statement = self._statements[number]
        rows = [self._findings[at] for at in self._on.get(number, ())]
        return Stop(statement.start, number, statement, rows)

    def of_number(self, number: int) -> int:
        """The place of a statement."""
        return number + bisect_right(self._before, number)

    def of_numbers(self, numbers: Sequence[int]) -> Sequence[int]:
        """The places of statements; both in their order."""
        places: list[int] = []
        at = 0
        for further, before in enumerate(self._before):
            end = bisect_left(numbers, before, at)
            places += numbers[at:end] if not further else [number + further for number in numbers[at:end]]
            at = end
        if not places and not self._before:
            return numbers
        return places + [number + len(self._before) for number in numbers[at:]]

    def of_statement(self, name: str) -> int | None:
        """The place of a statement by its id; None where there is none."""
        number = self._numbers.get(name)
        return None if number is None else self.of_number(number)

    def having(self, keys: frozenset[int]) -> tuple[set[int], list[int]]:
        """What findings lie on: numbers of statements, and places of those that are alone."""
        held = {number for number, row in enumerate(self._findings) if row.key in keys}
        on = {number for number, rows in self._on.items() if not held.isdisjoint(rows)}
        return on, [place for place, at in zip(self._between, self._alone, strict=True) if at in held]

    def alone_at(self, offset: int) -> int | None:
        """The place of the first finding on words of the document that has an offset."""
        end = bisect_right(self._begins, offset)
        return next(
            (self._between[at] for at in range(end) if offset < self._findings[self._alone[at]].finding.end),
            None,
        )

    def first_from(self, start: int) -> int | None:
        """The place of the first one that begins at an offset or behind it."""
        place = bisect_left(self._starts, start) + bisect_left(self._begins, start)
        return place if place < len(self) else None


def following(left: Sequence[int], place: int, step: int) -> int | None:
    """The next of some places in their order from a place in a direction; None where there is none up to the end."""
    at = bisect_right(left, place) if step > 0 else bisect_left(left, place) - 1
    return left[at] if 0 <= at < len(left) else None


def sourced(stop: Stop) -> bool:
    """Whether a stop is a statement that somebody is the source of."""
    return stop.statement is not None and stop.statement.attribution is not None


def place_of(among: Stops, statement: str, at: int, number: int, finding: int) -> int | None:
    """Place of the stop with a finding, of a statement by its id, or of what stands at an offset of the text.

    `number` is the innermost statement at the offset, or -1; a finding on words of the document that are in no
    statement comes before the statements around it.
    """
    if finding >= 0:
        on, alone = among.having(frozenset((finding,)))
        return next(iter([*map(among.of_number, on), *alone]), None)
    if statement:
        return among.of_statement(statement)
    return among.of_number(number) if number >= 0 else among.alone_at(at)
