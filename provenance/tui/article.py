"""The article: its text line by line, statements tinted and signed by kind of source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.model import Document, Finding, Source
from provenance.tui.layout import SMALL_PRINT, Row, cover, offset_at, rows, shown_text
from provenance.tui.messages import StatementSelected
from provenance.tui.signs import LOOKS, NARRATED, SEVERITY_SIGNS, look_of

#: Columns left of the text: the worst finding that begins on the line, at most three statements, a blank.
GUTTER = 5


class Article(ScrollView, can_focus=True):
    """A document with its statements; only the lines on the screen are rendered."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{look.name}" for look in LOOKS} | {
        "article--selected",
        "article--headline",
        "article--label",
        "article--sign",
        "article--finding",
    }

    def __init__(self, **options: str) -> None:
        """Empty until `show` is called."""
        super().__init__(**options)  # type: ignore[arg-type]
        self.document: Document | None = None
        self.selected = -1
        self._text = ""
        self._rows: list[Row] = []
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._findings: Sequence[Finding] = ()
        self._worst: dict[int, Finding] = {}
        self._lit = (-1, -1)
        self._noted = bytearray()
        self._painted: list[int] = []
        self._looks: list[str] = []
        self._signs: list[str] = []
        self._wrapped_at = 0

    def show(self, document: Document, sources: dict[str, Source], findings: Sequence[Finding] = ()) -> None:
        """Show another document with all findings in it, nothing selected."""
        self.document = document
        self.selected = -1
        self._lit = (-1, -1)
        self._findings = findings
        self._noted = bytearray(len(document.text))
        statements = {statement.id for statement in document.statements}
        for finding in findings:
            if finding.statement not in statements:
                self._noted[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
        self._text = shown_text(document)
        self._painted = cover(document)
        looks = [look_of(statement, sources) for statement in document.statements]
        self._looks = [look.name for look in looks]
        self._signs = [look.sign for look in looks]
        self._layout()
        self.scroll_home(animate=False)

    def select(self, number: int) -> None:
        """Select a statement by its number and scroll to it; -1 selects none."""
        self.selected = number
        self._lit = (-1, -1)
        if self.document is not None and number >= 0:
            self._bring(self.document.statements[number].start, self.document.statements[number].end)
        self.refresh()

    def point_at(self, start: int, end: int) -> None:
        """Select words that are no statement, and scroll to them."""
        self.selected = -1
        self._lit = (start, end)
        self._bring(start, end)
        self.refresh()

    def _bring(self, start: int, end: int) -> None:
        first, last = self._row_of(start), self._row_of(max(end - 1, start))
        self.scroll_to_region(
            Region(0, max(first - 1, 0), 1, min(last - first, 8) + 3), animate=False, force=True
        )

    def _row_of(self, offset: int) -> int:
        """The line of an offset; of one that no line shows the line before it."""
        at = max(bisect_right(self._starts, offset) - 1, 0)
        return self._numbers[at] if self._numbers else 0

    def _layout(self) -> None:
        if self.document is None:
            return
        self._wrapped_at = max(self.scrollable_content_region.width - GUTTER - 1, 8)
        self._rows = rows(self.document, self._wrapped_at)
        self._numbers = [number for number, row in enumerate(self._rows) if row.start >= 0]
        self._starts = [self._rows[number].start for number in self._numbers]
        self._worst = {}
        for finding in sorted(self._findings, key=lambda finding: finding.severity.rank):
            self._worst.setdefault(self._row_of(finding.start), finding)
        self.virtual_size = Size(self._wrapped_at + GUTTER, len(self._rows))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again at the new width, and keep the selection in sight."""
        if self.scrollable_content_region.width - GUTTER - 1 != self._wrapped_at:
            self._layout()
            if self.selected >= 0:
                self.select(self.selected)
            elif self._lit[0] >= 0:
                self.point_at(*self._lit)

    def render_line(self, y: int) -> Strip:
        """One visible line: the gutter with signs, then the text in the looks of its statements."""
        number = y + self.scroll_offset.y
        base = self.rich_style
        width = self.size.width
        if number >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[number]
        if row.start < 0:
            label = self.get_component_rich_style("article--label")
            return Strip([Segment(" " * GUTTER, base), Segment(row.label, label)]).adjust_cell_length(
                width, base
            )
        signs = self.get_component_rich_style("article--sign")
        worst = self._worst.get(number)
        segments = [Segment(SEVERITY_SIGNS[worst.severity] if worst else " ", signs)]
        segments.append(Segment(self._gutter(row), signs))
        painted, noted, (first, last) = self._painted, self._noted, self._lit
        at = row.start
        while at < row.end:
            # What decides how an offset looks: its statement, a finding on it, the selection of a finding.
            statement, on, lit = painted[at], noted[at], first <= at < last
            end = at + 1
            while (
                end < row.end
                and painted[end] == statement
                and noted[end] == on
                and (first <= end < last) == lit
            ):
                end += 1
            segments.append(Segment(self._text[at:end], self._style(statement, bool(on), lit, row, base)))
            at = end
        return Strip(segments).adjust_cell_length(width, base)

    def _gutter(self, row: Row) -> str:
        """Signs of the statements that begin on the line, and a blank."""
        assert self.document is not None
        signs = []
        previous = self._painted[row.start - 1] if row.start else -1
        for statement in dict.fromkeys(self._painted[row.start : row.end]):
            if (
                statement >= 0
                and statement != previous
                and row.start <= self.document.statements[statement].start < row.end
            ):
                signs.append(self._signs[statement])
        return "".join(signs[: GUTTER - 2]).strip().rjust(GUTTER - 2) + " "

    def _style(self, statement: int, noted: bool, lit: bool, row: Row, base: Style) -> Style:
        style = base
        if row.kind in ("headline", "subheading"):
            style = style + self.get_component_rich_style("article--headline", partial=True)
        elif row.kind in SMALL_PRINT and (statement < 0 or self._looks[statement] == NARRATED.name):
            # A partial style would leave out the ground that the grey is mixed with.
            style = style + self.get_component_rich_style("article--label")
        if statement >= 0:
            style = style + self.get_component_rich_style(f"article--{self._looks[statement]}", partial=True)
        if noted:
            style = style + self.get_component_rich_style("article--finding", partial=True)
        if lit or (statement >= 0 and (statement == self.selected or self._parent_selected(statement))):
            style = style + self.get_component_rich_style("article--selected", partial=True)
        return style

    def _parent_selected(self, statement: int) -> bool:
        """A child belongs to its selected parent."""
        assert self.document is not None
        if self.selected < 0:
            return False
        return self.document.statements[statement].parent == self.document.statements[self.selected].id

    def on_click(self, event: events.Click) -> None:
        """Select the statement under the mouse."""
        number = event.y + self.scroll_offset.y
        if number >= len(self._rows) or self._rows[number].start < 0:
            return
        offset = offset_at(self._text, self._rows[number], max(event.x - GUTTER, 0))
        if self._painted[offset] >= 0:
            self.post_message(StatementSelected(self._painted[offset]))
