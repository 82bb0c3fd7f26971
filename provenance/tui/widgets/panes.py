"""What other widgets lie in."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Pane(Widget, can_focus=False):
    """Holds widgets beside or below one another, and never scrolls.

    Of what can scroll the room for its contents is known after a layout, and asks for another one, which paints the
    screen once more; here it is the room that the layout gave.
    """

    DEFAULT_CSS: ClassVar[str] = (
        "Pane { width: 1fr; height: 1fr; layout: vertical; overflow: hidden hidden; }"
    )
    virtual_size = Reactive(Size(0, 0), layout=False)
