"""Who speaks, by query, and what each of them says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from provenance.desk.claim_lists import ClaimLists
from provenance.desk.document_lists import unpaged
from provenance.desk.finding_lists import KEPT, FindingLists
from provenance.desk.looks import LOOKS
from provenance.desk.records import Page, Place, Query, SourceRow
from provenance.desk.rows import first_words
from provenance.desk.selection import Shelf, holds
from provenance.desk.source_rows import Speakers
from provenance.desk.verdicts import Verdicts
from provenance.model import Source


class SourceLists:
    """Sources as lists ask for them."""

    def __init__(self, shelf: Shelf, verdicts: Verdicts, findings: FindingLists, claims: ClaimLists) -> None:
        """Nothing is read yet."""
        self._shelf = shelf
        self._verdicts = verdicts
        self._findings = findings
        self._claims = claims
        self._asked: Callable[[Query, int], Sequence[SourceRow]] = lru_cache(KEPT)(self._in_order)

    @cached_property
    def speakers(self) -> Speakers:
        """The words of all statements."""
        return Speakers(self._shelf.statements, self._shelf.corrections)

    def page(self, query: Query) -> Page[SourceRow]:
        """A page of rows, by default those with most words first."""
        rows = self.sources(query)
        return Page(rows[query.after : query.after + query.limit], len(rows))

    def sources(self, query: Query) -> Sequence[SourceRow]:
        """All sources by query, with those of their statements that it leaves."""
        return self._asked(unpaged(query), self._verdicts.turn if query.state else -1)

    def said(self, source: str, query: Query) -> Page[Place]:
        """Statements of a source in the order of the text."""
        table = self._shelf.statements
        held: Sequence[int] = table.by_source.get(source, ())
        rows = self._findings.rows(query)
        if rows is not None:
            held = [row for row in held if row in rows]
        places = []
        for row in held[query.after : query.after + query.limit]:
            statement = table.statement(row)
            places.append(self._claims.place(table.home(row), statement, "", first_words(statement.text)))
        return Page(places, len(held))

    def shares(self, query: Query) -> Mapping[str, float]:
        """Name of a look → share of the words of the sourced statements that a query leaves."""
        rows = self._findings.rows(query)
        looks, words = self._shelf.statements.looks, self.speakers.words
        counted: Counter[int] = Counter()
        for row in range(len(words)) if rows is None else rows:
            counted[looks[row]] += words[row]
        total = counted.total()
        return {look.name: counted[number] / total for number, look in enumerate(LOOKS) if counted[number]}

    def _in_order(self, query: Query, turn: int) -> Sequence[SourceRow]:
        table, rows, words = self._shelf.statements, self._findings.rows(query), query.words.lower().split()
        found = []
        for source in self._shelf.corrections.sources.values():
            held: Sequence[int] = table.by_source.get(source.id, ())
            if rows is not None:
                held = [row for row in held if row in rows]
            if held and (not words or holds(_haystack(source), words)):
                found.append(self.speakers.row(source, held))
        if query.order == "name":
            return sorted(found, key=lambda row: row.source.name.casefold())
        return sorted(found, key=lambda row: (-row.share, -row.statements, row.source.id))


def _haystack(source: Source) -> str:
    return " ".join((source.name, *source.aliases, source.role, source.party, source.employer)).lower()
