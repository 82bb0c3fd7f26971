"""What a query leaves of a report: statements, findings and documents by the same conditions on every screen."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from provenance.desk.columns import LOOK_NUMBERS, SEVERITIES, Columns, Statements
from provenance.desk.corrections import Corrections
from provenance.desk.records import Query
from provenance.model import Finding


def facets(query: Query) -> Query:
    """The conditions of a query that no decision changes: without state, order and page."""
    return replace(query, state="", order="work", after=0, limit=0)


def holds(haystack: str, words: Sequence[str]) -> bool:
    """Whether every word stands in a text; both in small letters."""
    return all(word in haystack for word in words)


class Shelf:
    """A report with its corrections: its statements in a row, and which findings lie on them."""

    def __init__(self, columns: Columns, corrections: Corrections) -> None:
        """Nothing is read yet."""
        self.columns = columns
        self.corrections = corrections
        self.report = columns.report

    @cached_property
    def statements(self) -> Statements:
        """All statements."""
        return Statements(self.columns, self.corrections)

    @cached_property
    def on(self) -> array[int]:
        """Of each finding the statement that it lies on, or -1."""
        return array("i", map(self.lies_on, self.report.findings))

    def lies_on(self, finding: Finding) -> int:
        """The statement that a finding lies on, or -1."""
        place = self.columns.find(finding.statement)
        return -1 if place is None else self.columns.table.first[place[0]] + place[1]

    @cached_property
    def haystacks(self) -> Sequence[str]:
        """Of each finding the words that typed ones are looked for in."""
        return [self._haystack(finding) for finding in self.report.findings]

    def _haystack(self, finding: Finding) -> str:
        document = self.columns.document(self.columns.numbers[finding.document])
        words = document.text[finding.start : finding.end]
        parts = (finding.rule, finding.message, document.title or document.id, document.outlet or "", words)
        return " ".join(" ".join(parts).lower().split())

    def source_name(self, row: int) -> str:
        """Name of the source behind a statement."""
        source = self.corrections.sources.get(self.statements.sources[row] or "")
        return source.name if source else ""


class Selection:
    """What the conditions of one query leave, whatever was decided."""

    def __init__(self, shelf: Shelf, query: Query) -> None:
        """`query` is a query's `facets`."""
        self.shelf = shelf
        self.query = query
        self.words = query.words.lower().split()

    @property
    def on_statements(self) -> bool:
        """Whether it asks anything of statements."""
        query = self.query
        return bool(query.look or query.source or query.claim or query.disputed)

    @property
    def on_findings(self) -> bool:
        """Whether it asks anything of findings."""
        return bool(self.query.severity or self.query.rule)

    @cached_property
    def statements(self) -> frozenset[int]:
        """Statements by the document, look, source and claim that are asked for."""
        shelf, query = self.shelf, self.query
        table = shelf.statements
        rows: Iterable[int] = range(len(table))
        if query.document:
            home = shelf.columns.numbers.get(query.document, len(shelf.report.documents))
            inside = home < len(shelf.report.documents)
            rows = range(table.first[home], table.first[home + 1]) if inside else ()
        if query.source:
            held = table.by_source.get(query.source, ())
            rows = (
                held if isinstance(rows, range) and len(rows) == len(table) else set(rows).intersection(held)
            )
        if query.claim:
            rows = set(rows).intersection(table.by_claim.get(query.claim, ()))
        if query.look:
            number = LOOK_NUMBERS.get(query.look, -1)
            rows = [row for row in rows if table.looks[row] == number]
        if query.disputed:
            claims = {claim.id for claim in shelf.report.claims if claim.conflicts}
            rows = [row for row in rows if table.claims[row] in claims]
        return frozenset(rows)

    @cached_property
    def findings(self) -> Sequence[int]:
        """Keys of the findings, whatever their state, in the order of the report."""
        keys = self._bare_findings
        for word in self.words:
            haystacks = self.shelf.haystacks
            keys = [key for key in keys if word in haystacks[key]]
        return keys

    @cached_property
    def _bare_findings(self) -> Sequence[int]:
        shelf, query = self.shelf, self.query
        columns, found = shelf.columns, shelf.report.findings
        keys: Sequence[int] = range(len(found))
        if query.document:
            keys = columns.findings_of.get(query.document, ())
        if query.severity:
            rank = SEVERITIES.index(query.severity)
            keys = [key for key in keys if columns.severities[key] == rank]
        if query.rule:
            keys = [key for key in keys if found[key].rule == query.rule]
        if self.on_statements:
            on, rows = shelf.on, self.statements
            keys = [key for key in keys if on[key] in rows]
        return keys
