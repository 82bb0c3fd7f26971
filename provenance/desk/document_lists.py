"""The documents of a report by query, a line each, and how much of the report a query leaves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from provenance.desk.columns import LOOK_NUMBERS
from provenance.desk.finding_lists import KEPT, FindingLists
from provenance.desk.looks import LOOKS
from provenance.desk.records import DocumentRow, Page, Query
from provenance.desk.rows import document_row, look_counts, moment
from provenance.desk.selection import Shelf, facets, holds
from provenance.desk.verdicts import Verdicts


def unpaged(query: Query) -> Query:
    """All that a query leaves, wherever a page of it begins."""
    return replace(query, after=0, limit=0)


class DocumentLists:
    """Documents as lists ask for them."""

    def __init__(self, shelf: Shelf, verdicts: Verdicts, findings: FindingLists) -> None:
        """Nothing is read yet."""
        self._shelf = shelf
        self._columns = shelf.columns
        self._judged = shelf.report.documents
        self._verdicts = verdicts
        self._findings = findings
        self._corrected = {name.rpartition("#")[0] for name in shelf.corrections.statements}
        """Documents of corrected statements."""
        self._looks: Callable[[int], Mapping[str, int]] = lru_cache(100 * KEPT)(self._looks_of)
        self._asked: Callable[[Query, int], Sequence[int]] = lru_cache(KEPT)(self._in_order)

    def page(self, query: Query) -> Page[DocumentRow]:
        """A page of rows; "work" puts first what has most errors open, then warnings, then notes."""
        places = self.places(query)
        return Page([self.row(at) for at in places[query.after : query.after + query.limit]], len(places))

    def places(self, query: Query) -> Sequence[int]:
        """The places of all documents that a query leaves, in its order."""
        decided = query.state or query.order == "work"
        return self._asked(unpaged(query), self._verdicts.turn if decided else -1)

    def row(self, place: int) -> DocumentRow:
        """A document's line."""
        document = self._columns.document(place)
        number = place + 1 if place < len(self._judged) else 0
        return document_row(document, number, self._looks(place), self._verdicts.tally(document.id))

    def _looks_of(self, place: int) -> Mapping[str, int]:
        corrections, document = self._shelf.corrections, self._columns.document(place)
        if place < len(self._judged) and document.id not in self._corrected:
            first = self._shelf.statements.first
            return look_counts_of(self._shelf, range(first[place], first[place + 1]))
        statements = [corrections.on(statement) for statement in document.statements]
        return look_counts(statements, corrections.sources)

    def _in_order(self, query: Query, turn: int) -> Sequence[int]:
        documents, places = self._judged, self._left(query)
        if query.order == "work":
            return sorted(sorted(places), key=self._verdicts.burdens.__getitem__)
        if query.order == "time":
            return sorted(places, key=lambda at: (moment(documents[at].published), at))
        if query.order == "name":
            return sorted(places, key=lambda at: ((documents[at].title or documents[at].id).casefold(), at))
        if query.order == "words":
            return sorted(places, key=lambda at: (-len(documents[at].statements), at))
        return sorted(places)

    def _left(self, query: Query) -> Collection[int]:
        """The places of the documents that a query leaves."""
        selection, numbers = self._findings.selection(facets(query)), self._columns.numbers
        places: Collection[int] = range(len(self._judged))
        if selection.on_findings or query.state:
            places = self._homes(self._findings.keys(replace(query, words="")))
        elif selection.on_statements:
            places = {self._shelf.statements.home(row) for row in selection.statements}
        if query.document:
            home = numbers.get(query.document, -1)
            places = [home] if home in places else []
        if query.words:
            found = self._homes(self._findings.keys(query))
            places = [at for at in places if at in found or self._named(at, selection.words)]
        return places

    def _homes(self, keys: Sequence[int]) -> set[int]:
        found, numbers = self._shelf.report.findings, self._columns.numbers
        return {numbers[found[key].document] for key in keys}

    def _named(self, place: int, words: Sequence[str]) -> bool:
        document = self._judged[place]
        return holds(f"{document.title or ''} {document.outlet or ''} {document.id}".lower(), words)


def look_counts_of(shelf: Shelf, rows: Collection[int] | None) -> dict[str, int]:
    """Name of a look → statements: of some, or of all."""
    looks = shelf.statements.looks
    if isinstance(rows, range):
        held = looks[rows.start : rows.stop]
    else:
        held = looks if rows is None else bytes(map(looks.__getitem__, rows))
    counted = {look.name: held.count(LOOK_NUMBERS[look.name]) for look in LOOKS}
    return {name: count for name, count in counted.items() if count}
