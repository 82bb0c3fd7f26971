"""The documents screen: what each is made of, how much of it is reviewed, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from provenance.desk.looks import LOOKS, SEVERITY_SIGNS
from provenance.desk.records import DocumentRow, Page, Query
from provenance.model import Severity
from provenance.tui.bars import bar, joined, percent, plural
from provenance.tui.dates import short
from provenance.tui.empty import NO_DOCUMENT
from provenance.tui.listing import ListScreen
from provenance.tui.names import title_of
from provenance.tui.pieces import Line, Piece, apart, fit, safe, wrap
from provenance.tui.widgets.rows import Rows

_LOOKS = {Severity.ERROR: "fault", Severity.WARNING: "doubt", Severity.NOTE: "quiet"}
#: Columns of the bar of statements.
BAR = 16


class DocumentsScreen(ListScreen[DocumentRow]):
    """All documents, those with the gravest open findings first."""

    heading = "Documents"
    ORDERS = ("work", "text", "time", "name", "words")
    EMPTY = NO_DOCUMENT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "its_findings", "its findings", tooltip="the findings of the document"),
        *ListScreen.LIST_BINDINGS,
    ]

    def page(self, query: Query) -> Page[DocumentRow]:
        """Documents."""
        return self.desk.documents(query)

    def count_words(self) -> str:
        """Documents and statements."""
        return joined((plural(self.rows.total, "document"), self.reviewed()))

    def columns(self, width: int) -> Line:
        """The heads."""
        return _columns(width, "title", "outlet", "date", "statements", "named", "reviewed", "   ", "quiet")

    def paint(self, row: DocumentRow, width: int) -> Line:
        """A document in a line."""
        sign = SEVERITY_SIGNS[row.worst] if row.worst else "✓" if row.findings else " "
        total = sum(row.statements.values())
        made = _columns(
            width, title_of(row), safe(row.outlet), short(row.published),
            f"{_kinds(row, BAR)} {total}", percent(row.named) if _sourced(row) else "–",
            "unreadable" if row.id in self.review.behind.unreadable else _reviewed(row), f" {sign} ", "",
        )  # fmt: skip
        return (Piece(made[0].words, _LOOKS[row.worst] if row.worst else "quiet"), *made[1:])

    def details(self, row: DocumentRow, width: int) -> Sequence[Line]:
        """What its statements rest on, and its open findings."""
        return list(self._details(row, width))

    def _details(self, row: DocumentRow, width: int) -> Iterator[Line]:
        right = joined((safe(row.outlet), short(row.published, year=True)))
        yield (
            Piece("  "),
            *apart((Piece(title_of(row), "strong"),), (Piece(f"{right}  ", "quiet"),), width - 4),
        )
        yield (Piece(f"  {safe(row.id)}" if row.id != row.title else "", "quiet"),)
        total = sum(row.statements.values())
        for look in LOOKS:
            count = row.statements.get(look.name, 0)
            if count:
                yield (
                    Piece(f"    {look.sign} {fit(look.words, 42)} {count:>5}  "),
                    Piece(bar(count / total, 30), "quiet"),
                )
        yield ()
        if row.id in self.review.behind.unreadable:
            yield from wrap([Piece(safe(self.review.behind.unreadable[row.id]), "fault")], width - 2, "    ")
        rows = self.desk.findings(replace(self.review.wanted, document=row.id, order="text", limit=200)).rows
        for found in rows:
            settled = found.state in ("accepted", "dismissed")
            yield (
                Piece(
                    f"    {SEVERITY_SIGNS[found.finding.severity]} ",
                    "quiet" if settled else _LOOKS[found.finding.severity],
                ),
                Piece(
                    fit(f"{found.finding.rule}  {safe(found.finding.message)}", width - 8),
                    "quiet" if settled else "",
                ),
            )

    def action_its_findings(self) -> None:
        """Only the findings of the document."""
        row = self.rows.current
        if row is not None:
            self.review.only(replace(self.review.wanted, document=row.id), "findings")

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        row = self.rows.current
        if row is not None:
            self.review.read(row.id)


def _reviewed(row: DocumentRow) -> str:
    """How many of its findings are decided."""
    if not row.judged:
        return "not judged"
    return f"{row.decided} of {row.findings}" if row.findings else "–"


def _sourced(row: DocumentRow) -> int:
    return sum(count for name, count in row.statements.items() if name != "narrated")


def _kinds(row: DocumentRow, width: int) -> str:
    """Statements on named, on other sources and on nobody, and narrated ones, as one bar."""
    groups = (("person", "body", "medium"), ("unnamed", "metonym"), ("nobody",), ("narrated",))
    total = sum(row.statements.values()) or 1
    made = ""
    for names, glyph in zip(groups, "█▓▒░", strict=True):
        count = sum(row.statements.get(name, 0) for name in names)
        made += glyph * (round(count / total * width) or (1 if count else 0))
    return fit(made[:width], width)


def _columns(
    width: int,
    title: str,
    outlet: str,
    date: str,
    statements: str,
    named: str,
    reviewed: str,
    sign: str,
    look: str,
) -> Line:
    """Cells of a row; where there is little room the bar and the outlet are left out."""
    wide = width >= 96
    right = 14 + (BAR + 6 if wide else 0) + (18 if wide else 0) + 6
    room = max(width - len(sign) - right - 12, 8)
    cells = [Piece(sign), Piece(f"{fit(title, room)} ", look)]
    if wide:
        cells += [Piece(f"{fit(outlet, 17)} ", "quiet")]
    cells += [Piece(f"{fit(date, 12)} ", "quiet")]
    if wide:
        cells += [Piece(f"{fit(statements, BAR + 5)} ", "quiet")]
    cells += [Piece(f"{fit(named, 5, right=True)} ", look), Piece(fit(reviewed, 12, right=True), look)]
    return tuple(cells)
