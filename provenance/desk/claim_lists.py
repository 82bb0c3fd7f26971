"""What is said in common, by query, and where else it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from provenance.desk.document_lists import DocumentLists, unpaged
from provenance.desk.finding_lists import KEPT, FindingLists
from provenance.desk.records import ClaimRow, Page, Place, Query
from provenance.desk.rows import claim_order, claim_row, differing, first_words, ordered_places
from provenance.desk.selection import Shelf, holds
from provenance.desk.verdicts import Verdicts
from provenance.model import Claim, Source, Statement


class ClaimLists:
    """Claims as lists ask for them."""

    def __init__(
        self, shelf: Shelf, verdicts: Verdicts, findings: FindingLists, documents: DocumentLists
    ) -> None:
        """Nothing is read yet."""
        self._shelf = shelf
        self._columns = shelf.columns
        self._verdicts = verdicts
        self._findings = findings
        self._documents = documents
        self._asked: Callable[[Query, int], Sequence[Claim]] = lru_cache(KEPT)(self._in_order)

    def page(self, query: Query) -> Page[ClaimRow]:
        """A page of rows, the disputed first."""
        claims = self.claims(query)
        shown = claims[query.after : query.after + query.limit]
        return Page([claim_row(claim, self.dates(claim)) for claim in shown], len(claims))

    def claims(self, query: Query) -> Sequence[Claim]:
        """All claims by query."""
        return self._asked(unpaged(query), self._verdicts.turn if query.state else -1)

    def dates(self, claim: Claim) -> list[str]:
        """When its members' documents were published."""
        homes = (self._columns.find(member.statement) for member in claim.members)
        return [self._columns.document(home[0]).published or "" for home in homes if home]

    def elsewhere(self, claim: str) -> Sequence[Place]:
        """Members of a claim in the order of time."""
        held = self._columns.claims.get(claim)
        if held is None:
            return ()
        figures = differing(held)
        places = []
        for member in held.members:
            home = self._columns.find(member.statement)
            if home is not None:
                statement = self._columns.document(home[0]).statements[home[1]]
                words = figures.get(member.statement, "") or first_words(statement.text)
                places.append(self.place(home[0], statement, member.relation, words))
        return list(ordered_places(places))

    def place(self, home: int, statement: Statement, relation: str, words: str) -> Place:
        """A statement with its document and who says it."""
        corrections = self._shelf.corrections
        source: Source | None = corrections.sources.get(corrections.source_of(statement) or "")
        return Place(self._documents.row(home), corrections.on(statement), source, relation, words)

    def _in_order(self, query: Query, turn: int) -> Sequence[Claim]:
        claims = self._shelf.report.claims
        rows = self._findings.rows(query)
        if rows is not None:
            table = self._shelf.statements
            left = {table.claims[row] for row in rows}
            claims = [claim for claim in claims if claim.id in left]
        if query.disputed:
            claims = [claim for claim in claims if claim.conflicts]
        if query.claim:
            claims = [claim for claim in claims if claim.id == query.claim]
        if words := query.words.lower().split():
            claims = [claim for claim in claims if holds(_haystack(claim), words)]
        return sorted(claims, key=claim_order(query.order, self.dates))


def _haystack(claim: Claim) -> str:
    figures = (f"{value.words} {value.counted}" for value in claim.values)
    return " ".join((claim.text, *figures)).lower()
