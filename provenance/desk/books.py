"""What decisions are hung on: documents by id, with their findings, wherever they are kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from provenance.desk.anchors import Hooks
from provenance.desk.columns import Columns
from provenance.desk.records import Anchor, Decision
from provenance.desk.targets import finding_targets
from provenance.model import Document, Source, Statement

#: Documents that decisions were last made in, of which what they hang on is kept.
KEPT = 4


class Books(Protocol):
    """The documents of a desk."""

    def document(self, name: str) -> Document | None:
        """The document of an id; None where there is none on this desk."""

    def ready(self, name: str) -> bool:
        """Whether a document is on this desk and judged, so that decisions can be hung on it."""

    def exact(self, made: Sequence[Decision]) -> Mapping[int, int]:
        """Of decisions on findings those whose anchor is known to be a finding's: decision → finding."""

    def hooks(self, name: str) -> Hooks[int]:
        """What decisions on a document's findings hang on, by the findings' keys."""

    def anchors(self, keys: Sequence[int]) -> dict[int, Anchor]:
        """What decisions on findings hang on. Raises KeyError where there is no such finding."""

    def naming(self, source: str) -> str | None:
        """Id of the first document in which a source says something."""

    def sources(self) -> Mapping[str, Source]:
        """All sources as they were read, by id."""


class Standing(Protocol):
    """What is told of each decision that stands or falls."""

    def add(self, key: int, decision: Decision) -> None:
        """It stands on a finding."""

    def drop(self, key: int, decision: int) -> None:
        """It stands on a finding no more."""

    def set_stale(self, decision: Decision, stands: bool) -> None:
        """Its words are gone, and it stands, or does so no more."""


class ReportBooks:
    """The documents of a report in memory."""

    def __init__(self, columns: Columns) -> None:
        """Nothing is read yet."""
        self._columns = columns
        self.hooks = lru_cache(KEPT)(self._hooks_of)

    def document(self, name: str) -> Document | None:
        """The document of an id."""
        place = self._columns.numbers.get(name)
        return None if place is None else self._columns.document(place)

    def ready(self, name: str) -> bool:
        """Whether a document is on this desk."""
        return name in self._columns.numbers

    def exact(self, made: Sequence[Decision]) -> Mapping[int, int]:
        """None: a report keeps no anchors."""
        return {}

    def anchors(self, keys: Sequence[int]) -> dict[int, Anchor]:
        """What decisions on findings hang on. Raises KeyError where there is no such finding."""
        found = self._columns.report.findings
        homes: dict[str, list[int]] = {}
        for key in keys:
            if not 0 <= key < len(found):
                raise KeyError(key)
            homes.setdefault(found[key].document, []).append(key)
        hung: dict[int, Anchor] = {}
        for name, some in homes.items():
            hung.update(self.hooks(name).anchors(name, some))
        return hung

    def _hooks_of(self, name: str) -> Hooks[int]:
        found, keys = self._columns.report.findings, self._columns.findings_of.get(name, ())
        text = self._columns.document(self._columns.numbers[name]).text
        return Hooks(text, finding_targets((key, found[key]) for key in keys))

    def naming(self, source: str) -> str | None:
        """Id of the first document in which a source says something."""
        table = self._columns.table
        if source not in table.sources:
            return None
        home = bisect_right(table.first, table.sources.index(source)) - 1
        return self._columns.document(home).id

    def sources(self) -> Mapping[str, Source]:
        """All sources as they were read, by id."""
        return {source.id: source for source in self._columns.report.sources}


def statement_in(document: Document | None, name: str) -> Statement | None:
    """The statement of an id."""
    return next((row for row in document.statements if row.id == name), None) if document else None
