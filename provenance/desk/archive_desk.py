"""The desk over an archive: all of its newest documents, read a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from provenance.archive import connect, told_plainly
from provenance.desk.archive_across import ArchiveAcross
from provenance.desk.archive_books import ArchiveBooks, ArchiveVerdicts
from provenance.desk.archive_findings import ArchiveFindings
from provenance.desk.archive_lists import ArchiveLists
from provenance.desk.archive_query import on_findings
from provenance.desk.archive_speakers import CorrectedSpeakers
from provenance.desk.corrections import Corrections
from provenance.desk.counts import Counts, FindingCounts
from provenance.desk.deciding import Deciding
from provenance.desk.judging import fill
from provenance.desk.keeper import Keeper
from provenance.desk.looks import look_of
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
from provenance.rules.policy import Policy


class ArchiveDesk(Reviewing):
    """Everything of an archive that a review asks for; what was not judged yet is in the lists once `fill` has."""

    def __init__(
        self, archive: str, policy: Policy | None = None, notes: Sequence[str] = (), reviewer: str = ""
    ) -> None:
        """Open an archive whole; decisions go into it, under the name `reviewer`.

        Raises:
            InputError: it cannot be read.
        """
        self.name = archive
        self.unreadable: dict[str, str] = {}
        """Documents that are damaged, as far as judging came, with what is wrong."""
        self.notes = notes
        self._policy = policy or Policy()
        self._archive = archive
        self._database = connect(archive)
        with told_plainly(archive):
            self._database.create_function("small", 1, lambda text: (text or "").lower(), deterministic=True)
            self._database.create_function("same", 1, lambda name: self.corrections.same.get(name, name))
            self.books = ArchiveBooks(self._database, self._policy)
            self.verdicts = ArchiveVerdicts(self.books)
            self._speakers = CorrectedSpeakers(self.books)
        self._findings = ArchiveFindings(self.books, self.verdicts)
        self._lists = ArchiveLists(self.books, self.verdicts, self._findings)
        self._across = ArchiveAcross(self.books, self._lists)
        self.corrections = Corrections({})
        self._keeper = Keeper(archive, reviewer)
        self._deciding = Deciding(self.books, self.verdicts, self._keeper)
        self._seen = self._version_of_data()
        self._deciding.refresh()
        self._laid_anew()

    def _version_of_data(self) -> int:
        (number,) = self._database.execute("PRAGMA data_version").fetchone()
        return int(number)

    def fill(self, first: Callable[[], Sequence[str]] = tuple) -> Iterator[str]:
        """Judge what was not judged yet, a document a step, in a thread of its own; `changed` tells that there is more.

        `first` are the ids of documents wanted most. Yields the id of each document.
        """
        return fill(self._archive, self._policy, first, self.unreadable)

    def left(self) -> int:
        """How many documents are not judged yet, and can be."""
        damaged = sum(not self.books.ready(name) for name in list(self.unreadable))
        return len(self.books.versions) - len(self.books.tallies) - damaged

    # Lists.

    def counts(self, query: Query = EVERYTHING) -> Counts:
        """Of what the query leaves."""
        return self._lists.counts(query)

    def tally(self, query: Query = EVERYTHING) -> FindingCounts:
        """Of the findings that the query leaves."""
        return self._lists.tally(query)

    def documents(self, query: Query = EVERYTHING) -> Page[DocumentRow]:
        """Documents by query."""
        return self._lists.documents(query)

    def findings(self, query: Query = EVERYTHING) -> Page[FindingRow]:
        """Findings by query."""
        return self._findings.findings(query)

    def claims(self, query: Query = EVERYTHING) -> Page[ClaimRow]:
        """Claims by query, the disputed first."""
        return self._lists.claims(query)

    def sources(self, query: Query = EVERYTHING) -> Page[SourceRow]:
        """Sources by query."""
        return self._lists.sources(query)

    def shares(self, query: Query = EVERYTHING) -> Mapping[str, float]:
        """Name of a look → share of the words of what sources say."""
        return self._lists.shares(query)

    def following(self, query: Query, document: str, start: int, step: int) -> FindingRow | None:
        """The next finding by query in the order of the text, or the one before."""
        return self._findings.following(query, self._version(document), start, step)

    def place(self, key: int, query: Query = EVERYTHING) -> int | None:
        """Where in the page by query a finding stands."""
        return self._findings.place(key, query)

    def stale(self, document: str = "") -> Sequence[Decision]:
        """Decisions whose words are no longer in a document, or in any."""
        held = self.verdicts.stale
        homes = [held.get(document, {})] if document else held.values()
        return [one for made in homes for one in made.values()]

    # One document.

    def _version(self, document: str) -> int:
        version = self.books.version(document)
        if version is None:
            raise KeyError(document)
        return version

    def read(self, document: str) -> Reading:
        """One document, judged now if it was not yet. Raises KeyError if the archive has none of that id."""
        version = self._version(document)
        judged = self.books.judged(version)
        for fresh in self.books.names(self.books.fresh):
            self._deciding.rehang(fresh)
        self.books.fresh.clear()
        self._laid_anew()
        home = self.corrections.within(judged.document)
        sources = {source.id: self.corrections.sources.get(source.id, source) for source in judged.sources}
        for statement in home.statements:
            name = statement.attribution.source if statement.attribution else None
            if name and name not in sources and name in self.corrections.sources:
                sources[name] = self.corrections.sources[name]
        ids = {*(statement.id for statement in home.statements), *sources}
        machine = self.corrections.machine
        return Reading(
            self._lists.document_rows([version])[0], home, self._findings.findings_in(version), sources,
            {name: machine[name] for name in ids & machine.keys()}, self.stale(document),
            {claim.id: claim for claim in judged.claims},
        )  # fmt: skip

    def shown(self, document: str, query: Query) -> frozenset[str]:
        """Ids of a document's statements that the query leaves."""
        judged = self.books.judged(self._version(document))
        sources = {source.id: source for source in judged.sources} | dict(self.corrections.sources)
        rows = [self.corrections.on(row) for row in judged.document.statements]
        if query.document not in ("", document):
            return frozenset()
        if on_findings(query):
            page = self._findings.findings(replace(query, document=document, words="", after=0, limit=10**9))
            marked = {row.finding.statement for row in page.rows}
            rows = [row for row in rows if row.id in marked]
        if query.source:
            rows = [row for row in rows if row.attribution and row.attribution.source == query.source]
        if query.look:
            rows = [row for row in rows if look_of(row, sources).name == query.look]
        if query.disputed:
            disputed = {claim.id for claim in judged.claims if claim.conflicts}
            rows = [row for row in rows if row.claim in disputed]
        return frozenset(row.id for row in rows)

    # Across documents.

    def said(self, source: str, query: Query = EVERYTHING) -> Page[Place]:
        """Statements of a source, document by document."""
        return self._across.said(source, query)

    def elsewhere(self, claim: str) -> Sequence[Place]:
        """Members of a claim in the order of time: of the whole archive."""
        return self._across.elsewhere(claim)

    def search(self, words: str, after: int = 0, limit: int = 200) -> Page[Hit]:
        """Words in the whole text of all documents, the last one with any ending."""
        return self._across.search(words, after, limit)

    # Decisions.

    def lay(self, corrections: Corrections) -> None:
        """Lay corrections over the reading and its lists."""
        self.corrections = corrections
        self._speakers.lay(corrections)
        self._lists.lay(corrections)

    def changed(self) -> bool:
        """Whether anybody decided or judged anything since the last call; it is on the desk then."""
        number = self._version_of_data()
        if number == self._seen:
            return False
        self._seen = number
        before = self.verdicts.turn, self.corrections
        self._judged_anew()
        self._deciding.refresh()
        self._laid_anew()
        return before != (self.verdicts.turn, self.corrections)

    def _judged_anew(self) -> None:
        """Take over what was judged, with what had been decided of it."""
        new = self.books.load()
        self.verdicts.recount()
        for name in self.books.names(new):
            self._deciding.rehang(name)
        self.verdicts.turn += bool(new)

    def close(self) -> None:
        """Leave the archive's file."""
        self._keeper.close()
        self._database.close()
