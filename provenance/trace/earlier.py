"""Statements asked for the first and the last of them that surely came before a document.

Among documents of one genre whose dates are equally precise, those that came before another one stand at the
beginning; so each question takes a bisection in each such line and no look at all earlier statements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from provenance.match.order import came_first, moment
from provenance.model import Document, Genre, Statement

Row = tuple[int, Statement, str]
"""Its place in the order, the statement, and words that belong to it."""


class Earlier:
    """Statements that were added in the order of their documents."""

    def __init__(self, homes: Mapping[str, Document]) -> None:
        """No statements yet; `homes` are the documents by id."""
        self._homes = homes
        self._lines: dict[tuple[Genre, int], list[Row]] = {}

    def add(self, at: int, statement: Statement, words: str = "") -> None:
        """Add the statement that is number `at` in the order."""
        home = self._homes[statement.document]
        line = (home.genre, len(moment(home.published)))
        self._lines.setdefault(line, []).append((at, statement, words))

    def any(self, document: Document) -> bool:
        """Whether one of them surely came before a document."""
        return any(self._end(line, document) for line in self._lines.values())

    def last(self, document: Document) -> Row | None:
        """The last of those that surely came before a document."""
        ends = [line[end - 1] for line in self._lines.values() if (end := self._end(line, document))]
        return max(ends, key=lambda row: row[0], default=None)

    def _end(self, line: Sequence[Row], document: Document) -> int:
        """How many of a line came before a document."""
        low, high = 0, len(line)
        while low < high:
            middle = (low + high) // 2
            if came_first(self._homes[line[middle][1].document], document):
                low = middle + 1
            else:
                high = middle
        return low
