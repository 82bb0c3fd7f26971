"""The desk over a report in memory: what has been found once, read in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from provenance.desk.books import ReportBooks
from provenance.desk.claim_lists import ClaimLists
from provenance.desk.columns import SEVERITIES, Columns
from provenance.desk.corrections import Corrections
from provenance.desk.counts import Counts, FindingCounts
from provenance.desk.deciding import Deciding
from provenance.desk.document_lists import DocumentLists, look_counts_of
from provenance.desk.finding_lists import FindingLists
from provenance.desk.keeper import Keeper
from provenance.desk.records import (
    EVERYTHING,
    ClaimRow,
    Decision,
    DocumentRow,
    FindingRow,
    Hit,
    Page,
    Place,
    Query,
    Reading,
    SourceRow,
)
from provenance.desk.reviewing import Reviewing
from provenance.desk.rows import named_share
from provenance.desk.selection import Shelf
from provenance.desk.source_lists import SourceLists
from provenance.desk.table import StatementTable
from provenance.desk.text_search import TextSearch
from provenance.desk.verdicts import Verdicts
from provenance.desk.views import Named
from provenance.model import AuditReport, Claim, Document, Source


class ReportReader:
    """All that a review reads of a report, with the decisions and corrections that are laid over it."""

    def __init__(
        self, report: AuditReport, name: str, notes: Sequence[str] = (), table: StatementTable | None = None
    ) -> None:
        """`name` is what is reviewed, `notes` are lines on the whole. Nothing is indexed before it is asked for.

        `table` holds the statements of the report's documents, if they were read one by one.
        """
        self.report = report
        self.name = name
        self.notes = notes
        self.columns = Columns(report, table)
        self.verdicts = Verdicts(self.columns)
        self._texts = TextSearch(report.documents)
        self.lay(Corrections({source.id: source for source in report.sources}))

    def lay(self, corrections: Corrections) -> None:
        """Lay corrections over the reading; what rests on them is counted anew when it is asked for."""
        self.corrections = corrections
        self._shelf = Shelf(self.columns, corrections)
        self._findings = FindingLists(self._shelf, self.verdicts)
        self._documents = DocumentLists(self._shelf, self.verdicts, self._findings)
        self._claims = ClaimLists(self._shelf, self.verdicts, self._findings, self._documents)
        self._sources = SourceLists(self._shelf, self.verdicts, self._findings, self._claims)
        self._within = lru_cache(2)(self._within_of)

    def counts(self, query: Query = EVERYTHING) -> Counts:
        """Of what the query leaves."""
        if query == Query(order=query.order, after=query.after, limit=query.limit):
            return self._all_counts()
        rows = self._findings.rows(query)
        tally = self.tally(query)
        claims = self._claims.claims(query)
        return Counts(
            len(self._documents.places(query)),
            self.columns.statement_count if rows is None else len(rows),
            self._sources.count(query), len(claims), sum(bool(claim.conflicts) for claim in claims),
            named_share(look_counts_of(self._shelf, rows)),
            tally.severities, tally.states,
        )  # fmt: skip

    def tally(self, query: Query = EVERYTHING) -> FindingCounts:
        """Of the findings that the query leaves."""
        if query == Query(order=query.order, after=query.after, limit=query.limit):
            keys, ranks = None, self.columns.severities
        else:
            keys = self._findings.keys(query)
            ranks = bytes(map(self.columns.severities.__getitem__, keys))
        severities = {severity: ranks.count(rank) for rank, severity in enumerate(SEVERITIES)}
        return FindingCounts(self.verdicts.counts(keys), severities)

    def _all_counts(self) -> Counts:
        report, tally = self.report, self.tally()
        return Counts(
            len(report.documents), self.columns.statement_count, len(report.sources) - len(self.corrections.same),
            len(report.claims), sum(bool(claim.conflicts) for claim in report.claims), self._named(),
            tally.severities, tally.states,
        )  # fmt: skip

    def _named(self) -> float:
        """Share of the sourced statements with a named source: the report's own count, until it is corrected."""
        summary = self.report.summary
        names = ("named", "unnamed", "metonymic", "unattributed")
        if self.corrections.machine or not all(name in summary for name in names):
            return named_share(look_counts_of(self._shelf, None))
        sourced = sum(summary[name] for name in names)
        return summary["named"] / sourced if sourced else 1.0

    def documents(self, query: Query = EVERYTHING) -> Page[DocumentRow]:
        """Documents by query."""
        return self._documents.page(query)

    def findings(self, query: Query = EVERYTHING) -> Page[FindingRow]:
        """Findings by query."""
        return self._findings.page(query)

    def following(self, query: Query, document: str, start: int, step: int) -> FindingRow | None:
        """The next finding by query in the order of the text, or the one before."""
        return self._findings.following(query, document, start, step)

    def place(self, key: int, query: Query = EVERYTHING) -> int | None:
        """Where in the page by query a finding stands."""
        return self._findings.place(key, query)

    def claims(self, query: Query = EVERYTHING) -> Page[ClaimRow]:
        """Claims by query, the disputed first."""
        return self._claims.page(query)

    def sources(self, query: Query = EVERYTHING) -> Page[SourceRow]:
        """Sources by query."""
        return self._sources.page(query)

    def shares(self, query: Query = EVERYTHING) -> Mapping[str, float]:
        """Name of a look → share of the words of all sourced statements."""
        return self._sources.shares(query)

    def said(self, source: str, query: Query = EVERYTHING) -> Page[Place]:
        """Statements of a source."""
        return self._sources.said(source, query)

    def elsewhere(self, claim: str) -> Sequence[Place]:
        """Members of a claim in the order of time."""
        return self._claims.elsewhere(claim)

    def search(self, words: str, after: int = 0, limit: int = 200) -> Page[Hit]:
        """Words in the whole text of all documents."""
        return self._texts.page(words, after, limit)

    def shown(self, document: str, query: Query) -> frozenset[str]:
        """Ids of a document's statements that the query leaves."""
        home = self.columns.document(self.columns.numbers[document])
        if query.document not in ("", document):
            return frozenset()
        rows = self._findings.rows(replace(query, document=document))
        if rows is None:
            return frozenset(statement.id for statement in home.statements)
        return frozenset(self._shelf.statements.statement(row).id for row in rows)

    def read(self, document: str) -> Reading:
        """One document. Raises KeyError if the report has none of that id."""
        place = self.columns.numbers[document]
        home, sources, claims, machine = self._within(place)
        return Reading(
            self._documents.row(place), home,
            [self._findings.row(key) for key in self.columns.findings_of.get(document, ())],
            sources, machine, self.stale(document), claims,
        )  # fmt: skip

    def _within_of(
        self, place: int
    ) -> tuple[Document, Mapping[str, Source], Mapping[str, Claim], Mapping[str, str]]:
        """Of a document what no decision on a finding changes: with its sources, claims, and what was corrected."""
        read, machine = self.columns.document(place), self.corrections.machine
        home = self.corrections.within(read)
        sources = Named(self.corrections.sources, lambda: _sources_in(home))
        claims = Named(self.columns.claims, lambda: (row.claim for row in home.statements if row.claim))
        ids: set[str] = set()
        if machine:
            ids = {*(row.id for row in home.statements), *sources, *_sources_in(read)}
        return home, sources, claims, {name: machine[name] for name in ids & machine.keys()}

    def stale(self, document: str = "") -> Sequence[Decision]:
        """Decisions whose words are no longer in a document, or in any."""
        held = self.verdicts.stale
        homes = [held.get(document, {})] if document else held.values()
        return [one for made in homes for one in made.values()]


def _sources_in(document: Document) -> list[str]:
    """Ids of the sources of a document's statements and hops, in order."""
    names = {
        name
        for statement in document.statements
        for name in (
            statement.attribution.source if statement.attribution else None,
            *(hop.source for hop in statement.chain),
        )
        if name
    }
    return sorted(names)


class ReportDesk(ReportReader, Reviewing):
    """The desk of one review: a report, and what is decided of it."""

    def __init__(
        self,
        report: AuditReport,
        name: str,
        notes: Sequence[str] = (),
        archive: str | None = None,
        reviewer: str = "",
        table: StatementTable | None = None,
    ) -> None:
        """Decisions go into `archive`, which is made with the first one, under the name `reviewer`.

        Raises:
            InputError: there is an archive and it cannot be read.
        """
        super().__init__(report, name, notes, table)
        self._keeper = Keeper(archive, reviewer)
        self._deciding = Deciding(ReportBooks(self.columns), self.verdicts, self._keeper)
        self._deciding.refresh()
        self._laid_anew()

    def changed(self) -> bool:
        """Whether another reviewer or process decided anything since the last call; it is on the desk then."""
        if not self._keeper.changed():
            return False
        before = self.verdicts.turn, self.corrections
        self._deciding.refresh()
        self._laid_anew()
        return before != (self.verdicts.turn, self.corrections)

    def close(self) -> None:
        """Leave the archive's file."""
        self._keeper.close()
