"""A report in columns: what lists and filters ask for again and again, each column made when it is first asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from provenance.desk.corrections import Corrections
from provenance.desk.looks import LOOKS, NARRATED, NOBODY, look_of_type
from provenance.desk.records import Order
from provenance.desk.rows import moment
from provenance.desk.table import StatementTable
from provenance.model import AuditReport, Claim, Document, Finding, Severity, Statement

LOOK_NUMBERS = {look.name: number for number, look in enumerate(LOOKS)}
SEVERITIES = tuple(Severity)


class Statements:
    """All statements of the documents in a row: their looks, sources and claims after corrections."""

    def __init__(self, columns: Columns, corrections: Corrections) -> None:
        """Lay corrections over what was read."""
        self._columns = columns
        self.table = table = columns.table
        self.first = table.first
        """Number of the first statement of each document, and of all at the end."""
        self.claims = table.claims
        self.sources = self._corrected(corrections)
        numbers: dict[str | None, int] = {
            source.id: LOOK_NUMBERS[look_of_type(source.type).name] for source in corrections.sources.values()
        }
        narrated, nobody = LOOK_NUMBERS[NARRATED.name], LOOK_NUMBERS[NOBODY.name]
        self.looks = bytes(
            narrated if source is None and not sourced else numbers.get(source, nobody)
            for source, sourced in zip(self.sources, table.sourced, strict=True)
        )

    def _corrected(self, corrections: Corrections) -> list[str | None]:
        sources = self.table.sources
        if corrections.statements:
            sources = list(sources)
            for name, held in corrections.statements.items():
                place = self._columns.find(name) if "source" in held else None
                if place is not None and place[0] < len(self.first) - 1:
                    sources[self.first[place[0]] + place[1]] = held["source"] or None
        same = corrections.same
        return [same.get(name, name) if name else name for name in sources] if same else sources

    def __len__(self) -> int:
        return len(self.sources)

    def statement(self, row: int) -> Statement:
        """The statement of a number."""
        home = self.home(row)
        return self._columns.document(home).statements[row - self.first[home]]

    def home(self, row: int) -> int:
        """The place of its document."""
        return bisect_right(self.first, row) - 1

    @cached_property
    def by_source(self) -> Mapping[str, array[int]]:
        """Source id → its statements."""
        return _grouped(self.sources)

    @cached_property
    def by_claim(self) -> Mapping[str, array[int]]:
        """Claim id → its statements."""
        return _grouped(self.claims)


def _grouped(names: Sequence[str | None]) -> Mapping[str, array[int]]:
    found: dict[str, array[int]] = {}
    for row, name in enumerate(names):
        if name is not None:
            if name not in found:
                found[name] = array("I")
            found[name].append(row)
    return found


class Columns:
    """What is looked up in a report."""

    def __init__(self, report: AuditReport, table: StatementTable | None = None) -> None:
        """Nothing is read yet, unless a table of the statements of the report's documents is there."""
        self.report = report
        self._table = table
        self._places: dict[Order, Sequence[int]] = {}
        self._within: dict[int, Mapping[str, int]] = {}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Document id → its place, 0 the first; those of the background behind the others."""
        return {
            document.id: place
            for place, document in enumerate((*self.report.documents, *self.report.background))
        }

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def findings_of(self) -> Mapping[str, Sequence[int]]:
        """Document id → keys of its findings in the order of the report."""
        found: dict[str, list[int]] = {}
        for key, finding in enumerate(self.report.findings):
            found.setdefault(finding.document, []).append(key)
        return found

    @cached_property
    def severities(self) -> bytes:
        """Of each finding, its rank."""
        ranks = {severity: rank for rank, severity in enumerate(SEVERITIES)}
        return bytes(ranks[finding.severity] for finding in self.report.findings)

    @cached_property
    def statement_count(self) -> int:
        """Statements of all judged documents."""
        return sum(len(document.statements) for document in self.report.documents)

    @cached_property
    def table(self) -> StatementTable:
        """The statements of all judged documents."""
        return self._table or StatementTable(self.report.documents)

    def document(self, place: int) -> Document:
        """The document of a place."""
        judged = self.report.documents
        return judged[place] if place < len(judged) else self.report.background[place - len(judged)]

    def find(self, statement: str | None) -> tuple[int, int] | None:
        """Place of a statement's document, and its place in that; None for an id that nothing has."""
        if statement is None:
            return None
        home = self.numbers.get(statement.rpartition("#")[0])
        if home is None:
            return None
        if home < len(self.report.documents):
            number = self.table.number(home, statement)
            return None if number is None else (home, number)
        if home not in self._within:
            self._within[home] = {row.id: at for at, row in enumerate(self.document(home).statements)}
        at = self._within[home].get(statement)
        return None if at is None else (home, at)

    def places(self, order: Order) -> Sequence[int]:
        """Of each finding its place among all of them in an order: what a filter leaves is sorted by numbers then."""
        if order not in self._places:
            before = self._before(order)
            made = array("I", bytes(4 * len(self.report.findings)))
            for place, key in enumerate(sorted(range(len(made)), key=before)):
                made[key] = place
            self._places[order] = made
        return self._places[order]

    def _before(self, order: Order) -> Callable[[int], tuple[object, ...]]:
        found, ranks, place_of = self.report.findings, self.severities, self.place_of
        if order == "text":
            return lambda key: place_of(found[key])
        if order == "name":
            return lambda key: (found[key].rule, place_of(found[key]))
        if order == "time":
            dates = [moment(document.published) for document in self.report.documents]
            return lambda key: (dates[self.numbers[found[key].document]], place_of(found[key]))
        return lambda key: (ranks[key], place_of(found[key]))

    def place_of(self, finding: Finding) -> tuple[int, int]:
        """What findings are ordered by in the text: place of the document, and offset."""
        return self.numbers[finding.document], finding.start
