"""The article: its text line by line, statements tinted and signed by kind of source."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.inert import inert
from provenance.model import Document, Source
from provenance.tui.layout import Row, cover, rows
from provenance.tui.messages import StatementSelected
from provenance.tui.signs import LOOKS, look_of

#: Columns left of the text that hold the signs of the statements that begin on a line.
GUTTER = 4


class Article(ScrollView, can_focus=True):
    """A document with its statements; only the lines on the screen are rendered."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{look.name}" for look in LOOKS} | {
        "article--selected",
        "article--headline",
        "article--label",
        "article--sign",
    }

    def __init__(self, **options: str) -> None:
        """Empty until `show` is called."""
        super().__init__(**options)  # type: ignore[arg-type]
        self.document: Document | None = None
        self.selected = -1
        self._text = ""
        self._rows: list[Row] = []
        self._painted: list[int] = []
        self._looks: list[str] = []
        self._signs: list[str] = []
        self._wrapped_at = 0

    def show(self, document: Document, sources: dict[str, Source]) -> None:
        """Show another document, nothing selected."""
        self.document = document
        self.selected = -1
        self._text = inert(document.text)
        self._painted = cover(document)
        looks = [look_of(statement, sources) for statement in document.statements]
        self._looks = [look.name for look in looks]
        self._signs = [look.sign for look in looks]
        self._layout()
        self.scroll_home(animate=False)

    def select(self, number: int) -> None:
        """Select a statement by its number and scroll to it."""
        self.selected = number
        if self.document is not None and number >= 0:
            first = self._row_of(self.document.statements[number].start)
            last = self._row_of(self.document.statements[number].end - 1)
            self.scroll_to_region(
                Region(0, max(first - 1, 0), 1, min(last - first, 8) + 3), animate=False, force=True
            )
        self.refresh()

    def _row_of(self, offset: int) -> int:
        return next(
            (
                number
                for number, row in enumerate(self._rows)
                if row.start <= offset < max(row.end, row.start + 1)
            ),
            0,
        )

    def _layout(self) -> None:
        if self.document is None:
            return
        self._wrapped_at = max(self.scrollable_content_region.width - GUTTER - 1, 8)
        self._rows = rows(self.document, self._wrapped_at)
        self.virtual_size = Size(self._wrapped_at + GUTTER, len(self._rows))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again at the new width, and keep the selection in sight."""
        if self.scrollable_content_region.width - GUTTER - 1 != self._wrapped_at:
            self._layout()
            if self.selected >= 0:
                self.select(self.selected)

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
        segments = [Segment(self._gutter(row), self.get_component_rich_style("article--sign"))]
        at = row.start
        while at < row.end:
            statement = self._painted[at]
            end = at
            while end < row.end and self._painted[end] == statement:
                end += 1
            segments.append(Segment(self._text[at:end], self._style(statement, row, base)))
            at = end
        return Strip(segments).adjust_cell_length(width, base)

    def _gutter(self, row: Row) -> str:
        """Signs of the statements that begin on the line, at most three."""
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
        return "".join(signs[: GUTTER - 1]).strip().rjust(GUTTER - 1) + " "

    def _style(self, statement: int, row: Row, base: Style) -> Style:
        style = base
        if row.kind in ("headline", "subheading"):
            style = style + self.get_component_rich_style("article--headline", partial=True)
        elif row.kind in ("photo_credit", "caption", "byline", "dateline", "wire_credit", "metadata"):
            style = style + self.get_component_rich_style("article--label", partial=True)
        if statement >= 0:
            style = style + self.get_component_rich_style(f"article--{self._looks[statement]}", partial=True)
            if statement == self.selected or self._parent_selected(statement):
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
        row = self._rows[number]
        offset = min(row.start + max(event.x - GUTTER, 0), row.end - 1)
        if self._painted[offset] >= 0:
            self.post_message(StatementSelected(self._painted[offset]))
