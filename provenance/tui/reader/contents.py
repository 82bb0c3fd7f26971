"""What stands where in a document, whatever is decided of it: found once, for the keys ask for little of it each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from provenance.desk.records import Reading


class Contents:
    """The statements of a document by name, and its findings, by their numbers in its reading, by place."""

    def __init__(self, reading: Reading) -> None:
        """Read them. No decision changes anything of it."""
        self._document = reading.document
        self._keys = [row.key for row in reading.findings]
        self.statements = [*reading.document.statements]
        self.starts = [statement.spans[0][0] for statement in self.statements]
        self._spans = [(row.finding.start, row.finding.end) for row in reading.findings]
        self._order = sorted(range(len(self._spans)), key=lambda number: self._spans[number][0])
        self._begins = [self._spans[number][0] for number in self._order]
        # How far all of them reach up to each.
        self._reach = [*accumulate((self._spans[number][1] for number in self._order), max)]
        self.on: dict[int, list[int]] = {}
        """Statement → findings on it."""
        alone = set()
        for number, row in enumerate(reading.findings):
            statement = self.numbers.get(row.finding.statement or "")
            if statement is None:
                alone.add(number)
            else:
                self.on.setdefault(statement, []).append(number)
        self.alone = [number for number in self._order if number in alone]
        """Findings that belong to no statement of the document, in the order of the text."""

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Id of a statement → its number from 0."""
        return {statement.id: number for number, statement in enumerate(self.statements)}

    def holds(self, reading: Reading) -> bool:
        """Whether it is what stands in a reading, too."""
        return self._document is reading.document and self._keys == [row.key for row in reading.findings]

    def begun(self, start: int, end: int) -> list[int]:
        """Findings that begin from an offset up to another, in the order of the reading."""
        return sorted(self._order[bisect_left(self._begins, start) : bisect_left(self._begins, end)])

    def touching(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Findings with words between two offsets: their numbers, and where these words lie."""
        at = bisect_right(self._begins, end - 1)
        while at and self._reach[at - 1] > start:
            at -= 1
            low, high = self._spans[self._order[at]]
            if high > start:
                yield self._order[at], max(low, start), min(high, end)
