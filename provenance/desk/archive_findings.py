"""The findings of an archive, a page at a time: only what is asked for is read."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.archive.index import in_parts
from provenance.archive.judged import finding_of
from provenance.archive.schema import VERSIONS
from provenance.desk.archive_books import ArchiveBooks, ArchiveVerdicts
from provenance.desk.archive_query import BY_SEVERITY, FINDINGS, ORDERS, TEXT, Where, of_findings
from provenance.desk.records import FindingRow, Page, Query
from provenance.desk.verdicts import STATES


class ArchiveFindings:
    """Findings of an archive by query."""

    def __init__(self, books: ArchiveBooks, verdicts: ArchiveVerdicts) -> None:
        """Nothing is read yet."""
        self._books = books
        self._verdicts = verdicts
        self._database = books.database

    def where(self, query: Query) -> Where:
        """The conditions of a query on findings."""
        return of_findings(query, self._books.version(query.document) if query.document else None)

    def number(self, question: str, *values: object) -> int:
        """The one number that a question gives."""
        (number,) = self._database.execute(question, values).fetchone()
        return int(number or 0)

    def findings(self, query: Query) -> Page[FindingRow]:
        """A page of findings."""
        where = self.where(query)
        order = ORDERS.get(query.order, BY_SEVERITY)
        rows = self._database.execute(
            f"SELECT finding.id, version, words, finding.record FROM {FINDINGS}{where.sql} ORDER BY {order}"
            " LIMIT ? OFFSET ?",
            (*where.values, query.limit, query.after),
        ).fetchall()
        return Page(
            self._finding_rows(rows),
            self.number(f"SELECT count(*) FROM {FINDINGS}{where.sql}", *where.values),
        )

    def place(self, key: int, query: Query) -> int | None:
        """Where in a page a finding stands."""
        order = ORDERS.get(query.order, BY_SEVERITY)
        where = self.where(query)
        where.add("finding.id = ?", key)
        own = self._database.execute(f"SELECT {order} FROM {FINDINGS}{where.sql}", where.values).fetchone()
        if own is None:
            return None
        where = self.where(query)
        where.add(f"({order}) < ({', '.join('?' * len(own))})", *own)
        return self.number(f"SELECT count(*) FROM {FINDINGS}{where.sql}", *where.values)

    def following(self, query: Query, version: int, start: int, step: int) -> FindingRow | None:
        """The next finding in the order of the text, or the one before."""
        where = self.where(query)
        where.add(f"(finding.version, finding.start) {'>' if step > 0 else '<'} (?, ?)", version, start)
        order = TEXT if step > 0 else "finding.version DESC, finding.start DESC, finding.id DESC"
        rows = self._database.execute(
            f"SELECT finding.id, version, words, finding.record FROM {FINDINGS}{where.sql} ORDER BY {order} LIMIT 1",
            where.values,
        ).fetchall()
        return next(iter(self._finding_rows(rows)), None)

    def findings_in(self, version: int) -> list[FindingRow]:
        """All findings of a document in the order of the text."""
        rows = self._database.execute(
            "SELECT id, version, words, record FROM finding WHERE version = ? ORDER BY start, id", (version,)
        ).fetchall()
        return self._finding_rows(rows)

    def _finding_rows(self, rows: Sequence[tuple[int, int, str, str]]) -> list[FindingRow]:
        titles = self._titles({version for _, version, *_ in rows})
        together = self._siblings({version for _, version, *_ in rows})
        states = self._states([key for key, *_ in rows])
        made = []
        for key, version, words, record in rows:
            made.append(
                FindingRow(
                    key,
                    finding_of(record),
                    self._books.numbers[version],
                    titles[version],
                    words,
                    STATES[states.get(key, 0)],
                    self._verdicts.decision(key),
                    [other for other in together.get(key, ()) if other != key],
                    self._verdicts.notes(key),
                )
            )
        return made

    def _states(self, keys: Sequence[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for some in in_parts(keys):
            marks = ",".join("?" * len(some))
            found.update(
                self._database.execute(
                    f"SELECT finding, state FROM temp.standing WHERE finding IN ({marks})", some
                )
            )
        return found

    def _titles(self, versions: set[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for some in in_parts(sorted(versions)):
            marks = ",".join("?" * len(some))
            found.update(
                self._database.execute(
                    f"SELECT version.id, coalesce(title, name) FROM {VERSIONS} WHERE version.id IN ({marks})",
                    some,
                )
            )
        return found

    def _siblings(self, versions: set[int]) -> dict[int, list[int]]:
        """Of each finding those of the same rule on the same source in its document, or else on the same words."""
        groups: dict[tuple[int, str, str], list[int]] = {}
        for some in in_parts(sorted(versions)):
            marks = ",".join("?" * len(some))
            for key, version, rule, source, start in self._database.execute(
                f"SELECT id, version, rule, source, start FROM finding WHERE version IN ({marks}) ORDER BY id",
                some,
            ):
                groups.setdefault((version, rule, source or f" {start}"), []).append(key)
        return {key: keys for keys in groups.values() for key in keys}
