"""Documents, sources and claims of an archive, a page at a time: only what is asked for is read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from provenance.archive.index import in_parts
from provenance.archive.judged import claim_of, source_of
from provenance.archive.schema import VERSIONS
from provenance.desk.archive_books import ArchiveBooks, ArchiveVerdicts
from provenance.desk.archive_findings import ArchiveFindings
from provenance.desk.archive_query import (
    FINDINGS,
    STATE,
    Where,
    of_versions,
    on_findings,
)
from provenance.desk.columns import SEVERITIES
from provenance.desk.corrections import Corrections
from provenance.desk.counts import Counts, FindingCounts
from provenance.desk.looks import look_of_type
from provenance.desk.records import EVERYTHING, ClaimRow, DocumentRow, Page, Query, SourceRow
from provenance.desk.rows import Tally, claim_row, moment, named_share
from provenance.desk.verdicts import STATES

Answer = TypeVar("Answer")
#: Answers to queries kept for the next key.
KEPT = 48


class ArchiveLists:
    """Pages of an archive by query."""

    def __init__(self, books: ArchiveBooks, verdicts: ArchiveVerdicts, findings: ArchiveFindings) -> None:
        """Nothing is read yet."""
        self._books = books
        self._verdicts = verdicts
        self._where = findings.where
        self._number = findings.number
        self._database = books.database
        self.corrections = Corrections({})
        self._answers: dict[object, Any] = {}

    def lay(self, corrections: Corrections) -> None:
        """Lay corrections over the reading; what rests on them is counted anew."""
        self.corrections = corrections
        self._answers.clear()

    # Documents.

    def documents(self, query: Query) -> Page[DocumentRow]:
        """A page of documents."""
        versions = self.versions(query)
        return Page(self.document_rows(versions[query.after : query.after + query.limit]), len(versions))

    def versions(self, query: Query) -> Sequence[int]:
        """The documents that a query leaves, in its order."""
        what = "work" if query.order == "work" else f"documents by {query.order}"
        return self._once(query, what, lambda: self._in_order(query))

    def _in_order(self, query: Query) -> Sequence[int]:
        versions: Sequence[int] = self._books.versions
        if _facets(query) != _facets(EVERYTHING):
            versions = self._left(query)
        if query.order == "work":
            return sorted(versions, key=self._books.burdens.__getitem__)
        if query.order in ("time", "name"):
            rows = self._database.execute(
                f"SELECT version.id, published, coalesce(title, name) FROM {VERSIONS} WHERE current = 1"
            )
            if query.order == "time":
                keys: dict[int, object] = {version: moment(published) for version, published, _ in rows}
            else:
                keys = {version: title.casefold() for version, _, title in rows}
            return sorted(versions, key=lambda one: (keys[one], one))
        return versions

    def _left(self, query: Query) -> list[int]:
        where = of_versions(
            query, self._books.version(query.document) if query.document else None, "version.id"
        )
        where.add("current = 1")
        if query.words:
            inner = self._where(query)
            words = query.words.lower().split()
            named = " AND ".join(
                ["instr(small(coalesce(title, '') || ' ' || coalesce(outlet, '') || ' ' || name), ?) > 0"]
                * len(words)
            )
            where.add(
                f"{named} OR version.id IN (SELECT finding.version FROM {FINDINGS}{inner.sql})",
                *words,
                *inner.values,
            )
        rows = self._database.execute(
            f"SELECT version.id FROM {VERSIONS}{where.sql} ORDER BY version.id", where.values
        )
        return [version for (version,) in rows]

    def document_rows(self, versions: Sequence[int]) -> list[DocumentRow]:
        """Lines of documents."""
        found = {}
        for some in in_parts(versions):
            marks = ",".join("?" * len(some))
            for version, name, title, outlet, published, looks in self._database.execute(
                "SELECT version.id, name, title, outlet, published, looks FROM version"
                " JOIN document ON document.id = version.document LEFT JOIN judged ON judged.version = version.id"
                f" WHERE version.id IN ({marks})",
                some,
            ):
                counts = json.loads(looks) if looks else {}
                tally = self._books.tallies.get(version) or Tally([0] * len(SEVERITIES), 0)
                found[version] = DocumentRow(
                    name, self._books.numbers.get(version, 0), title or name, outlet or "", published or "", tally.worst, counts,
                    named_share(counts), tally.findings, tally.findings - sum(tally.open), looks is not None,
                )  # fmt: skip
        return [found[version] for version in versions if version in found]

    # Sources and claims.

    def sources(self, query: Query) -> Page[SourceRow]:
        """A page of sources."""
        names = self._once(query, f"sources by {query.order}", lambda: self._source_ids(query))
        shown = names[query.after : query.after + query.limit]
        return Page(self._source_rows(shown, self._of_speakers(query)), len(names))

    def _source_ids(self, query: Query) -> list[str]:
        where = self._of_speakers(query)
        order = (
            "max(record ->> 'name') COLLATE NOCASE"
            if query.order == "name"
            else "sum(words) DESC, sum(statements) DESC"
        )
        rows = self._database.execute(
            f"SELECT {self._same} AS id FROM speaker{where.sql} GROUP BY id ORDER BY {order}, id",
            where.values,
        )
        return [name for (name,) in rows]

    @property
    def _same(self) -> str:
        return "same(source)" if self.corrections.same else "source"

    def _source_rows(self, names: Sequence[str], where: Where) -> list[SourceRow]:
        total = self._number("SELECT sum(words) FROM speaker") if names else 0
        made = []
        for name in names:
            joined = [name, *(one for one, same in self.corrections.same.items() if same == name)]
            marks = ",".join("?" * len(joined))
            only = f"{where.sql} {'AND' if where.parts else 'WHERE'} source IN ({marks})"
            rows = self._database.execute(
                f"SELECT source, statements, words, kinds, record FROM speaker{only} ORDER BY version DESC",
                (*where.values, *joined),
            ).fetchall()
            made.append(self._source_row(name, rows, total))
        return made

    def _source_row(self, name: str, rows: Sequence[tuple[str, int, int, str, str]], total: int) -> SourceRow:
        source = self.corrections.sources.get(name) or next(
            (source_of(record) for own, *_, record in rows if own == name), source_of(rows[0][-1])
        )
        kinds: Counter[str] = Counter()
        for *_, one, _ in rows:
            kinds.update(json.loads(one))
        statements, words = sum(row[1] for row in rows), sum(row[2] for row in rows)
        return SourceRow(
            replace(source, mentions=statements), look_of_type(source.type).name, statements,
            words / total if total else 0.0, dict(kinds), len(rows), name in self.corrections.machine,
        )  # fmt: skip

    def _of_speakers(self, query: Query) -> Where:
        where = of_versions(
            replace(query, source="", look=""),
            self._books.version(query.document) if query.document else None,
            "version",
        )
        if query.source:
            where.add(f"{self._same} = ?", query.source)
        if query.look:
            where.add("look = ?", query.look)
        if on_findings(query):
            inner = self._where(replace(query, words=""))
            where.add(
                f"(version, source) IN (SELECT finding.version, finding.source FROM {FINDINGS}{inner.sql})",
                *inner.values,
            )
        for word in query.words.lower().split():
            where.add(
                "instr(small(record ->> 'name' || ' ' || (record ->> 'aliases') || ' ' || (record ->> 'role')), ?) > 0",
                word,
            )
        return where

    def shares(self, query: Query) -> Mapping[str, float]:
        """Name of a look → share of the words of sources; what nobody says is not counted in an archive."""
        where = self._of_speakers(query)
        rows = dict(
            self._database.execute(
                f"SELECT look, sum(words) FROM speaker{where.sql} GROUP BY look", where.values
            )
        )
        total = sum(rows.values())
        return {look: words / total for look, words in rows.items() if total}

    def claims(self, query: Query) -> Page[ClaimRow]:
        """A page of claims: each once, as the document tells it that has most of its members."""
        where = self._of_claims(query)
        order = {"name": "haystack", "time": "first"}.get(
            query.order,
            "disputed DESC, lost DESC, "
            + ("members DESC" if query.order == "words" else "spread DESC, members DESC"),
        )
        rows = self._database.execute(
            f"SELECT record, first, last, max(members), disputed, lost, spread, haystack FROM claim{where.sql}"
            f" GROUP BY origin ORDER BY {order}, origin LIMIT ? OFFSET ?",
            (*where.values, query.limit, query.after),
        ).fetchall()
        total = self._number(f"SELECT count(DISTINCT origin) FROM claim{where.sql}", *where.values)
        return Page([claim_row(claim_of(row[0]), [row[1], row[2]]) for row in rows], total)

    def _of_claims(self, query: Query) -> Where:
        where = of_versions(
            replace(query, disputed=False),
            self._books.version(query.document) if query.document else None,
            "version",
        )
        if query.disputed:
            where.add("disputed")
        if query.claim:
            where.add("record ->> 'id' = ?", query.claim)
        for word in query.words.lower().split():
            where.add("instr(haystack, ?) > 0", word)
        return where

    # Counts.

    def counts(self, query: Query) -> Counts:
        """Of what a query leaves; statements are those of its documents, or of its sources."""
        everything = _facets(query) == _facets(EVERYTHING)
        claims, tally = self._of_claims(query), self.tally(query)
        sourced = self._books.sourced
        return Counts(
            len(self.versions(replace(query, order="text"))),
            self._books.statements if everything else self._statements(query),
            self._once(query, "sources", lambda: len(self._source_ids(query))),
            self._once(
                query, "claims",
                lambda: self._number(f"SELECT count(DISTINCT origin) FROM claim{claims.sql}", *claims.values),
            ),
            self._once(query, "disputed", lambda: self.claims(replace(query, disputed=True, limit=0)).total),
            self._books.named / sourced if sourced else 1.0, tally.severities, tally.states,
        )  # fmt: skip

    def tally(self, query: Query) -> FindingCounts:
        """Of the findings that a query leaves."""
        if _facets(query) == _facets(EVERYTHING):
            ranks, states = self._books.severities, self._verdicts.counts()
        else:
            ranks, states = [0] * len(SEVERITIES), dict.fromkeys(STATES, 0)
            where = self._where(query)
            for rank, state, count in self._database.execute(
                f"SELECT severity, {STATE}, count(*) FROM {FINDINGS}{where.sql} GROUP BY 1, 2", where.values
            ):
                ranks[rank] += count
                states[STATES[state]] += count
        return FindingCounts(states, dict(zip(SEVERITIES, ranks, strict=True)))

    def _once(self, query: Query, what: str, count: Callable[[], Answer]) -> Answer:
        """What a query gives, worked out again only where what it rests on changed."""
        turn = self._verdicts.turn if query.state or what == "work" else -1
        name = (what, _facets(query), turn, self._books.turn)
        if name not in self._answers:
            if len(self._answers) >= KEPT:
                self._answers.clear()
            self._answers[name] = count()
        found: Answer = self._answers[name]
        return found

    def _statements(self, query: Query) -> int:
        if on_findings(query):
            where = self._where(replace(query, words=""))
            where.add("finding.statement <> ''")
            return self._number(
                f"SELECT count(DISTINCT finding.statement) FROM {FINDINGS}{where.sql}", *where.values
            )
        if query.source or query.look:
            where = self._of_speakers(replace(query, words=""))
            return self._number(f"SELECT sum(statements) FROM speaker{where.sql}", *where.values)
        where = of_versions(query, self._books.version(query.document) if query.document else None, "version")
        return self._number(f"SELECT sum(statements) FROM judged{where.sql}", *where.values)


def _facets(query: Query) -> Query:
    """The conditions of a query, whatever its order and page."""
    return replace(query, order="work", after=0, limit=0)
