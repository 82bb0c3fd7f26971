"""What the screens with a list have in common: a line on filter and order, the rows, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Rule

from provenance.desk.export import Shown
from provenance.desk.records import Order, Page, Query
from provenance.tui.empty import Why, empty_lines, why_empty
from provenance.tui.pieces import Line, Piece, safe
from provenance.tui.screen import DeskScreen
from provenance.tui.widgets.bands import Band, Heads
from provenance.tui.widgets.panes import Pane
from provenance.tui.widgets.rows import Rows
from provenance.tui.widgets.sheet import Sheet

R = TypeVar("R")

#: More rows than any list has.
MANY = 1_000_000_000
#: Order → what a list sorted by it is said to be sorted by.
ORDER_WORDS: dict[Order, str] = {
    "work": "what is left to do",
    "text": "order of the text",
    "time": "date",
    "name": "name",
    "severity": "severity",
    "spread": "spread of figures",
    "words": "share of words",
}


class ListScreen(DeskScreen, Generic[R]):
    """A list and the details of its row."""

    HOME = "#rows"
    ORDERS: ClassVar[tuple[Order, ...]] = ("work",)
    """What the list can be sorted by, the first at the beginning."""
    EMPTY: ClassVar[Why] = ("nothing here", "")
    """What a list without rows says, and what to do next."""
    LIST_BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "sort", tooltip="sort by something else"),
        Binding("slash", "search", "search", show=False, key_display="/", tooltip="find words in the text of all documents"),
        Binding("tab", "detail", "detail", show=False, key_display="tab", tooltip="scroll the lower half with j and k, and back"),
        Binding("y", "copy", "copy", show=False, tooltip="copy the row with its details"),
    ]  # fmt: skip

    def __init__(self) -> None:
        """Filled when it is first shown."""
        super().__init__()
        self.order: Order = self.ORDERS[0]

    # What a screen adds.

    def page(self, query: Query) -> Page[R]:
        """Rows of the list."""
        raise NotImplementedError

    def columns(self, width: int) -> Line:
        """The heads of the columns."""
        return ()

    def paint(self, row: R, width: int) -> Line:
        """A row in a line."""
        raise NotImplementedError

    def shown_rows(self) -> Sequence[Shown]:
        """All rows."""
        return self.page(replace(self.asked(), limit=MANY)).rows  # type: ignore[return-value]

    def details(self, row: R, width: int) -> Sequence[Line]:
        """A row in full."""
        return ()

    def status(self) -> str:
        """What stands left above the list."""
        return ""

    # The frame.

    def body(self) -> ComposeResult:
        """Filter and order, heads, rows, details."""
        yield Band(id="status")
        yield Heads(id="heads")
        with Pane(id="body"):
            yield Rows[R](id="rows")
            yield Rule(id="divide", line_style="solid")
            yield Sheet(id="details")

    @property
    def rows(self) -> Rows[R]:
        """The list."""
        return self.query_one("#rows", Rows)

    def asked(self) -> Query:
        """The filter, in the order of this list."""
        return replace(self.review.wanted, order=self.order)

    def fill(self) -> None:
        """Ask for the rows anew; the cursor stays where it is."""
        query = self.asked()
        total = self.page(replace(query, limit=1)).total
        self.rows.fill(
            total,
            lambda after, limit: self.page(replace(query, after=after, limit=limit)).rows,
            self.paint,
            self.rows.cursor,
        )
        self._heads()

    def _heads(self) -> None:
        order = f"sorted by: {ORDER_WORDS[self.order]}" if len(self.ORDERS) > 1 else ""
        self.query_one("#status", Band).put((Piece(self.status(), "quiet"),), (Piece(order, "quiet"),))
        self.query_one("#heads", Heads).put(self.columns(self.rows.scrollable_content_region.width - 1))

    def on_resize(self) -> None:
        """The columns are as wide as the screen lets them."""
        self.call_after_refresh(self._heads)
        self.call_after_refresh(self.retitle)

    @on(Rows.Moved)
    @on(Sheet.Resized)
    def _moved(self) -> None:
        row, sheet = self.rows.current, self.query_one("#details", Sheet)
        if row is None:
            sheet.put(empty_lines(why_empty(self.review, self.EMPTY), sheet.room))
        else:
            sheet.put(self.details(row, sheet.room))

    def action_sort(self) -> None:
        """Another order."""
        self.order = self.ORDERS[(self.ORDERS.index(self.order) + 1) % len(self.ORDERS)]
        self.rows.cursor = 0
        self.fill()

    def action_detail(self) -> None:
        """Scroll the details, or go back to the list."""
        sheet = self.query_one("#details", Sheet)
        if self.rows.has_focus and sheet.max_scroll_y > 0:
            sheet.can_focus = True
            sheet.focus()
        else:
            sheet.can_focus = False
            self.rows.focus()

    def action_search(self) -> None:
        """Find words in all documents; the reader shows where."""
        self.ask("search", self.review.search, hint="words in the text of all documents")

    def action_copy(self) -> None:
        """Copy the row."""
        row = self.rows.current
        if row is None:
            self.say("nothing is selected")
            return
        lines = ["".join(piece.words for piece in made).rstrip() for made in self.details(row, 100)]
        self.app.copy_to_clipboard("\n".join(safe_lines(lines)) + "\n")
        self.say("copied, if this terminal takes it (OSC 52)")


def safe_lines(lines: Sequence[str]) -> list[str]:
    """Lines without blanks around them that come from the layout."""
    return [safe(made) for made in lines if made.strip()]
