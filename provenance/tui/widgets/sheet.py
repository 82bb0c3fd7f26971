"""A pane of lines: what stands in it is replaced line by line, and only what changed is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from provenance.tui.pieces import Line
from provenance.tui.widgets.painted import Painted


class Sheet(Painted, can_focus=False):
    """Lines that a screen puts there; it scrolls where they are more than it has room for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "down", show=False, tooltip="a line on"),
        Binding("k,up", "scroll_up", "up", show=False, tooltip="a line back"),
    ]

    class Resized(Message):
        """The sheet is wider or narrower than before, so its lines should be made again."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Empty until `put` is called."""
        super().__init__(id=id, classes=classes)
        self.lines: Sequence[Line] = ()

    @property
    def room(self) -> int:
        """Columns for words."""
        return max(self.scrollable_content_region.width, 1)

    def put(self, lines: Sequence[Line], keep_place: bool = False) -> None:
        """Show these lines and no others, from the top unless the place is to be kept."""
        before, self.lines = self.lines, list(lines)
        self._measure()
        if not keep_place and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False)
        for y in range(max(len(before), len(lines))):
            if y >= len(before) or y >= len(lines) or before[y] != lines[y]:
                self.refresh_line(y)

    def _measure(self) -> None:
        """Another size lays out the whole screen: as long as there is room for all lines it is one and the same."""
        lines, height = len(self.lines), self.scrollable_content_region.height
        self.virtual_size = Size(self.room, lines if lines > height else 0)
        if height and self.show_vertical_scrollbar != (lines > height):
            # The layout itself would find out, and ask for another one.
            self.show_vertical_scrollbar = self.vertical_scrollbar.display = lines > height

    def on_resize(self, event: events.Resize) -> None:
        """Ask for lines that fit."""
        if event.size.width != self.virtual_size.width:
            self.post_message(self.Resized())
        self._measure()

    def render_line(self, y: int) -> Strip:
        """One line."""
        at = y + self.scroll_offset.y
        made = self.lines[at] if at < len(self.lines) else ()
        return self.strip(made, self.size.width)
