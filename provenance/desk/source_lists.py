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
        self._asked: Callable[[Query, int], Sequence[str]] = lru_cache(KEPT)(self._in_order)
        self._row: Callable[[str, Query, int], SourceRow] = lru_cache(100 * KEPT)(self._row_of)
        self._shares: Callable[[Query, int], Mapping[str, float]] = lru_cache(KEPT)(self._shares_of)

    @cached_property
    def speakers(self) -> Speakers:
        """The words of all statements."""
        return Speakers(self._shelf.statements, self._shelf.corrections)

    def page(self, query: Query) -> Page[SourceRow]:
        """A page of rows, by default those with most words first."""
        names = self.sources(query)
        shown, turn = names[query.after : query.after + query.limit], self._turn(query)
        return Page([self._row(name, unpaged(query), turn) for name in shown], len(names))

    def _row_of(self, name: str, query: Query, turn: int) -> SourceRow:
        return self.speakers.row(self._shelf.corrections.sources[name], self._said_by(name, query))

    def _turn(self, query: Query) -> int:
        return self._verdicts.turn if query.state else -1

    def sources(self, query: Query) -> Sequence[str]:
        """Ids of all sources by query."""
        return self._asked(unpaged(query), self._turn(query))

    def count(self, query: Query) -> int:
        """How many there are by query; no words are counted for it."""
        if query.words:
            return len(self.sources(query))
        table, rows = self._shelf.statements, self._findings.rows(query)
        return len(table.by_source if rows is None else {table.sources[row] for row in rows} - {None})

    def _said_by(self, source: str, query: Query) -> Sequence[int]:
        """The statements of a source that a query leaves."""
        held = self._shelf.statements.by_source.get(source, ())
        rows = self._findings.rows(query)
        return held if rows is None else [row for row in held if row in rows]

    def said(self, source: str, query: Query) -> Page[Place]:
        """Statements of a source in the order of the text."""
        table = self._shelf.statements
        held = self._said_by(source, query)
        places = []
        for row in held[query.after : query.after + query.limit]:
            statement = table.statement(row)
            places.append(self._claims.place(table.home(row), statement, "", first_words(statement.text)))
        return Page(places, len(held))

    def shares(self, query: Query) -> Mapping[str, float]:
        """Name of a look → share of the words of the sourced statements that a query leaves."""
        return self._shares(unpaged(query), self._turn(query))

    def _shares_of(self, query: Query, turn: int) -> Mapping[str, float]:
        rows = self._findings.rows(query)
        looks, words = self._shelf.statements.looks, self.speakers.words
        counted: Counter[int] = Counter()
        for row in range(len(words)) if rows is None else rows:
            counted[looks[row]] += words[row]
        total = counted.total()
        return {look.name: counted[number] / total for number, look in enumerate(LOOKS) if counted[number]}

    def _in_order(self, query: Query, turn: int) -> Sequence[str]:
        words, rows = query.words.lower().split(), self._findings.rows(query)
        weight, by_source = self.speakers.weight, self._shelf.statements.by_source
        found: list[tuple[int, int, str]] = []
        for source in self._shelf.corrections.sources.values():
            held: Sequence[int] = by_source.get(source.id, ())
            if rows is not None:
                held = [row for row in held if row in rows]
            if held and (not words or holds(_haystack(source), words)):
                found.append((-weight(held), -len(held), source.id))
        names = [name for *_, name in sorted(found)]
        if query.order == "name":
            sources = self._shelf.corrections.sources
            return sorted(names, key=lambda name: sources[name].name.casefold())
        return names


def _haystack(source: Source) -> str:
    return " ".join((source.name, *source.aliases, source.role, source.party, source.employer)).lower()
