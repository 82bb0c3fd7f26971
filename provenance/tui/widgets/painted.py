"""What every pane and list has in common: lines of pieces, painted by the looks of the style sheet."""

from __future__ import annotations

from typing import ClassVar, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.tui.pieces import Line

#: Looks that the style sheet gives: `look--strong`, …
LOOK_NAMES = (
    "strong", "quiet", "heading", "rule", "accent", "doubt", "fault", "lit", "hit", "speaker", "cue",
    "chosen", "key", "headline", "small", "title", "gone",
)  # fmt: skip


class Looks(App[None]):
    """An application that has the looks: once for all widgets, for each style sheet is worked through for each of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"look--{name}" for name in LOOK_NAMES}

    def __init__(self) -> None:
        """Nothing is painted yet."""
        super().__init__()
        self._inks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """The theme is another one."""
        super().notify_style_update()
        self._inks.clear()

    def look(self, names: str) -> Style:
        """The style of a look, or of several with blanks between, over nothing."""
        style = self._inks.get(names)
        if style is None:
            styles = self.get_component_styles(*(f"look--{name}" for name in names.split()))
            style = self._inks[names] = styles.partial_rich_style
        return style


class Painted(ScrollView):
    """A scroll view whose lines are pieces, each in its look."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Nothing is painted yet."""
        super().__init__(id=id, classes=classes)
        self._base: Style | None = None
        self._styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Colours are others than they were."""
        super().notify_style_update()
        self._base = None
        self._styles.clear()

    @property
    def base(self) -> Style:
        """The widget's own colours: kept, for working them out of all that it lies in takes longer than a line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def look(self, names: str) -> Style:
        """The style of a look, or of several with blanks between, over nothing."""
        return cast("Looks", self.app).look(names)

    def ink(self, names: str) -> Style:
        """The style of looks over the widget's own colours."""
        style = self._styles.get(names)
        if style is None:
            style = self._styles[names] = self.base + self.look(names) if names else self.base
        return style

    def strip(self, pieces: Line, width: int, under: str = "") -> Strip:
        """A line in the widget's colours, as wide as the widget; `under` is a look below all of it."""
        base = self.ink(under)
        segments = [
            Segment(words, (base + self.look(look) if under else self.ink(look)) if look else base)
            for words, look in pieces
        ]
        length = sum(cell_len(piece.words) for piece in pieces)
        return Strip(segments, length).adjust_cell_length(width, base)
