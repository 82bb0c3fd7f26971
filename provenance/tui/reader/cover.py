"""Which statement stands at which offset of a text: painted where it is asked for, a stretch at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import overload

from provenance.model import Statement
from provenance.spans import Span

#: So many offsets are painted at once.
STRETCH = 4096


class Cover(Sequence[int]):
    """For every offset the number of the innermost statement there, or -1: parents first, children over them."""

    def __init__(self, size: int, statements: Sequence[Statement]) -> None:
        """`size` is that of the text."""
        self._size = size
        self._statements = statements
        ranges = [_range(statement.spans) for statement in statements]
        self._order = sorted(range(len(ranges)), key=lambda number: ranges[number][0])
        self._lows = [ranges[number][0] for number in self._order]
        # How far all of them reach up to each.
        self._reach = [*accumulate((ranges[number][1] for number in self._order), max)]
        self._painted: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, int):
            if not 0 <= at < self._size:
                raise IndexError(at)
            return self._stretch(at // STRETCH)[at % STRETCH]
        start, end, _ = at.indices(self._size)
        first = start // STRETCH
        found = self._stretch(first)[start % STRETCH : end - first * STRETCH]
        for number in range(first + 1, -(-end // STRETCH)):
            found += self._stretch(number)[: end - number * STRETCH]
        return found

    def _stretch(self, number: int) -> array[int]:
        if number not in self._painted:
            self._painted[number] = self._paint(number * STRETCH, (number + 1) * STRETCH)
        return self._painted[number]

    def _paint(self, start: int, end: int) -> array[int]:
        made = array("i", [-1]) * (end - start)
        at, found = bisect_left(self._lows, end), []
        while at and self._reach[at - 1] > start:
            at -= 1
            found.append(self._order[at])
        for number in sorted(found):
            for low, high in self._statements[number].spans:
                low, high = max(low, start), min(high, end)
                if low < high:
                    made[low - start : high - start] = array("i", [number]) * (high - low)
        return made


def _range(spans: Sequence[Span]) -> tuple[int, int]:
    """Where the first of some spans begins, and the last one ends."""
    return spans[0] if len(spans) == 1 else (min(spans)[0], max(end for _, end in spans))
