"""What every pane and list has in common: lines of pieces, painted by the looks of the style sheet."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.tui.pieces import Line

#: Looks that the style sheet gives: `look--strong`, …
LOOK_NAMES = (
    "strong", "quiet", "heading", "rule", "accent", "doubt", "fault", "lit", "hit", "speaker", "cue",
    "chosen", "key", "headline", "small", "title", "gone",
)  # fmt: skip


class Painted(ScrollView):
    """A scroll view whose lines are pieces; a piece's look is a component class of the style sheet."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"look--{name}" for name in LOOK_NAMES}

    def look(self, names: str) -> Style:
        """The style of a look, or of several with blanks between, over nothing."""
        return self.get_component_rich_style(*(f"look--{name}" for name in names.split()), partial=True)

    def strip(self, pieces: Line, width: int, under: str = "") -> Strip:
        """A line in the widget's colours, as wide as the widget; `under` is a look below all of it."""
        base = self.rich_style + self.look(under) if under else self.rich_style
        segments = [
            Segment(piece.words, base + self.look(piece.look) if piece.look else base) for piece in pieces
        ]
        length = sum(cell_len(piece.words) for piece in pieces)
        return Strip(segments, length).adjust_cell_length(width, base)
