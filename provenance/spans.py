"""Half-open offsets into one string, counted in Unicode code points, and their lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: `start` inclusive, `end` exclusive, in Unicode code points."""

    start: int
    end: int


class Place(NamedTuple):
    """A place in a file as an editor shows it: line and column both count from 1, in code points."""

    line: int
    column: int


def cut(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans, pieces joined by one blank: what a report shows for a split statement."""
    return " ".join(text[start:end] for start, end in spans)


@lru_cache(maxsize=4)  # every finding of a document asks for its place
def line_starts(text: str) -> Sequence[int]:
    """Offset of the first character of every line of `text`."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def place(starts: Sequence[int], offset: int) -> Place:
    """Line and column of `offset`, given the `line_starts` of its text."""
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)
