"""What decisions are hung on: documents by id, with their findings, wherever they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from provenance.desk.columns import Columns
from provenance.desk.records import Decision
from provenance.model import Document, Finding, Source, Statement


class Books(Protocol):
    """The documents of a desk."""

    def document(self, name: str) -> Document | None:
        """The document of an id; None where there is none on this desk."""

    def findings(self, name: str) -> Iterable[tuple[int, Finding]]:
        """The findings of a document by their keys."""

    def home(self, key: int) -> str:
        """Id of the document of a finding. Raises KeyError where there is none."""

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

    def document(self, name: str) -> Document | None:
        """The document of an id."""
        place = self._columns.numbers.get(name)
        return None if place is None else self._columns.document(place)

    def findings(self, name: str) -> Iterable[tuple[int, Finding]]:
        """The findings of a document by their keys."""
        found = self._columns.report.findings
        return ((key, found[key]) for key in self._columns.findings_of.get(name, ()))

    def home(self, key: int) -> str:
        """Id of the document of a finding. Raises KeyError where there is none."""
        found = self._columns.report.findings
        if not 0 <= key < len(found):
            raise KeyError(key)
        return found[key].document

    def naming(self, source: str) -> str | None:
        """Id of the first document in which a source says something."""
        for document in self._columns.report.documents:
            if any(row.attribution and row.attribution.source == source for row in document.statements):
                return document.id
        return None

    def sources(self) -> Mapping[str, Source]:
        """All sources as they were read, by id."""
        return {source.id: source for source in self._columns.report.sources}


def statement_in(document: Document | None, name: str) -> Statement | None:
    """The statement of an id."""
    return next((row for row in document.statements if row.id == name), None) if document else None
