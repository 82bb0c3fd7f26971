"""What goes across the documents of an archive: what a source says, where else a claim is said, and search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.archive.index import in_parts
from provenance.archive.schema import STATEMENTS
from provenance.desk.archive_books import ArchiveBooks
from provenance.desk.archive_lists import ArchiveLists
from provenance.desk.records import Hit, Page, Place, Query
from provenance.desk.rows import differing, first_words, ordered_places
from provenance.desk.text_search import hits_in, pattern_of
from provenance.errors import InputError
from provenance.model import Claim, Source, Statement


class ArchiveAcross:
    """Statements of an archive, wherever they stand."""

    def __init__(self, books: ArchiveBooks, lists: ArchiveLists) -> None:
        """Nothing is read yet."""
        self._books = books
        self._lists = lists

    def said(self, source: str, query: Query) -> Page[Place]:
        """Statements of a source, document by document."""
        rows = self._books.database.execute(
            "SELECT version, statements FROM speaker WHERE same(source) = ? ORDER BY version", (source,)
        ).fetchall()
        if query.document:
            rows = [row for row in rows if row[0] == self._books.version(query.document)]
        places: list[Place] = []
        before = query.after
        for version, statements in rows:
            if before >= statements:
                before -= statements
                continue
            if len(places) >= query.limit:
                break
            known = self._books.known(version)
            held = [
                row
                for row in (known.document.statements if known else ())
                if self._lists.corrections.source_of(row) == source
            ]
            places += [self._place(version, row, "", first_words(row.text)) for row in held[before:]]
            before = 0
        return Page(places[: query.limit], sum(statements for _, statements in rows))

    def elsewhere(self, claim: str) -> Sequence[Place]:
        """Members of a claim in the order of time: those that its document's audit found, and all that are linked to them."""
        home = self._books.version(claim.rpartition("/")[0])
        try:
            claims = self._books.judged(home).claims if home else ()
        except InputError:  # a damaged document: the reader tells it when it is opened
            claims = ()
        held = next((one for one in claims if one.id == claim), None)
        if held is None:
            return ()
        relations: dict[str, str] = {member.statement: member.relation for member in held.members}
        relations.update({name: relation for name, relation in self._linked(held) if name not in relations})
        figures = differing(held)
        places = []
        for name, relation in relations.items():
            found = self._statement(name)
            if found is not None:
                words = figures.get(name, "") or first_words(found[1].text)
                places.append(self._place(found[0], found[1], relation, words))
        return list(ordered_places(places))

    def _linked(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """Statements of newest versions that are linked to a member, with how."""
        rows = []
        for member in claim.members:
            name, _, number = member.statement.rpartition("#s")
            version = self._books.version(name)
            if version is not None and number.isdigit():
                rows += self._books.database.execute(
                    "SELECT id FROM statement WHERE version = ? AND number = ?", (version, int(number))
                ).fetchall()
        for some in in_parts([row for (row,) in rows]):
            marks = ",".join("?" * len(some))
            yield from self._books.database.execute(
                f"SELECT name || '#s' || statement.number, relation FROM link JOIN ({STATEMENTS})"
                f" ON statement.id = CASE WHEN a IN ({marks}) THEN b ELSE a END"
                f" WHERE current = 1 AND (a IN ({marks}) OR b IN ({marks}))",
                (*some, *some, *some),
            )

    def _statement(self, name: str) -> tuple[int, Statement] | None:
        version = self._books.version(name.rpartition("#")[0])
        known = self._books.known(version) if version is not None else None
        if version is None or known is None:
            return None
        return next(((version, row) for row in known.document.statements if row.id == name), None)

    def _place(self, version: int, statement: Statement, relation: str, words: str) -> Place:
        made = self._lists.corrections.on(statement)
        name = made.attribution.source if made.attribution else None
        known = self._books.known(version)
        source: Source | None = self._lists.corrections.sources.get(name or "") or next(
            (one for one in (known.sources if known else ()) if one.id == name), None
        )
        return Place(self._lists.document_rows([version])[0], made, source, relation, words)

    def search(self, words: str, after: int = 0, limit: int = 200) -> Page[Hit]:
        """Words in the whole text of all documents, the last one with any ending; `total` counts documents not read yet as one hit."""
        pattern = pattern_of(words)
        parts = re.findall(r"\w+", words)
        if pattern is None or not parts:
            return Page((), 0)
        match = " ".join(f'"{part}"*' if part == parts[-1] else f'"{part}"' for part in parts)
        rows = self._books.database.execute(
            "SELECT rowid FROM version_words WHERE version_words MATCH ? ORDER BY rowid",
            (f"text : ({match})",),
        )
        versions = [version for (version,) in rows if version in self._books.numbers]
        hits: list[Hit] = []
        found = 0
        for at, version in enumerate(versions):
            if found >= after + limit:
                return Page(hits, found + len(versions) - at)
            known = self._books.known(version)
            for hit in hits_in(known.document, self._books.numbers[version], pattern) if known else ():
                if after <= found < after + limit:
                    hits.append(hit)
                found += 1
        return Page(hits, found)
