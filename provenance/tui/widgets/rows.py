"""The one list under all lists: rows fetched when they come into sight, a cursor, and marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from provenance.tui.pieces import Line
from provenance.tui.widgets.painted import Painted

#: So many rows are fetched at once.
CHUNK = 200

R = TypeVar("R")


class Rows(Painted, Generic[R], can_focus=True):
    """A list of any length; only what is in sight is fetched and painted, and a move paints two lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "next", show=False, key_display="j ↓", tooltip="the next row"),
        Binding("k,up", "move(-1)", "previous", show=False, key_display="k ↑", tooltip="the row before"),
        Binding("pagedown,ctrl+f", "page(1)", "page", show=False, key_display="PgDn", tooltip="a page on"),
        Binding("pageup,ctrl+b", "page(-1)", "page back", show=False, key_display="PgUp", tooltip="a page back"),
        Binding("g,home", "end(-1)", "first", show=False, key_display="g Home", tooltip="the first row"),
        Binding("G,end", "end(1)", "last", show=False, key_display="G End", tooltip="the last row"),
        Binding("enter", "choose", "read", key_display="↵", tooltip="open the row"),
    ]  # fmt: skip

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that keys act on."""

    class Moved(Message):
        """The cursor went to another row, or the rows became others."""

    class Chosen(Message):
        """A row was opened, by key or by a second click."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `fill` is called."""
        super().__init__(id=id)
        self.total = 0
        self._chunks: dict[int, Sequence[R]] = {}
        self._fetch: Callable[[int, int], Sequence[R]] = lambda after, limit: ()
        self._paint: Callable[[R, int], Line] = lambda row, width: ()

    def fill(
        self,
        total: int,
        fetch: Callable[[int, int], Sequence[R]],
        paint: Callable[[R, int], Line],
        cursor: int = 0,
    ) -> None:
        """Show `total` rows: `fetch(after, limit)` gives some of them, `paint(row, width)` the line of one."""
        self.total, self._fetch, self._paint = total, fetch, paint
        self._chunks.clear()
        self.virtual_size = Size(max(self.scrollable_content_region.width, 1), total)
        self.set_reactive(Rows.cursor, max(min(cursor, total - 1), 0))
        self._bring()
        self.refresh()
        self.post_message(self.Moved())

    def row(self, number: int) -> R | None:
        """A row by its place from 0; None where there is none."""
        if not 0 <= number < self.total:
            return None
        chunk = number // CHUNK
        if chunk not in self._chunks:
            if len(self._chunks) > 20:
                self._chunks.pop(next(iter(self._chunks)))
            self._chunks[chunk] = self._fetch(chunk * CHUNK, CHUNK)
        rows = self._chunks[chunk]
        return rows[number % CHUNK] if number % CHUNK < len(rows) else None

    @property
    def current(self) -> R | None:
        """The row under the cursor; None in an empty list."""
        return self.row(self.cursor)

    def again(self) -> None:
        """Fetch anew what is in sight: the same rows, changed."""
        self._chunks.clear()
        self.refresh()

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint both rows, and tell the screen."""
        if before != now:
            self._bring()
            self.refresh_line(before)
            self.refresh_line(now)
            self.post_message(self.Moved())

    def validate_cursor(self, cursor: int) -> int:
        """Within the list."""
        return max(min(cursor, self.total - 1), 0)

    def _bring(self) -> None:
        height = max(self.scrollable_content_region.height, 1)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def action_move(self, step: int) -> None:
        """The row below or above."""
        self.cursor += step

    def action_page(self, step: int) -> None:
        """A screenful on or back."""
        self.cursor += step * max(self.scrollable_content_region.height - 1, 1)

    def action_end(self, step: int) -> None:
        """The last or the first row."""
        self.cursor = self.total - 1 if step > 0 else 0

    def action_choose(self) -> None:
        """Open the row."""
        if self.total:
            self.post_message(self.Chosen())

    def on_resize(self, event: events.Resize) -> None:
        """The lines are as wide as the list."""
        self.virtual_size = Size(max(self.scrollable_content_region.width, 1), self.total)
        self._bring()

    def on_click(self, event: events.Click) -> None:
        """Go to the row; a click on the row of the cursor opens it."""
        at = event.y + self.scroll_offset.y
        if at < self.total:
            if at == self.cursor:
                self.action_choose()
            self.cursor = at

    def render_line(self, y: int) -> Strip:
        """One row; the cursor's is lit."""
        at = y + self.scroll_offset.y
        row = self.row(at)
        if row is None:
            return Strip.blank(self.size.width, self.base)
        made = self._paint(row, self.scrollable_content_region.width - 1)
        chosen = at == self.cursor
        bar = self.strip((), 1, "chosen" if chosen else "")
        if chosen:
            bar = Strip([Segment("▌", self.ink("chosen accent"))], 1)
        return Strip.join([bar, self.strip(made, self.size.width - 1, "chosen" if chosen else "")])
