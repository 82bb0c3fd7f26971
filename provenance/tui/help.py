"""Help: what the keys of a screen do, made from its bindings, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from provenance.desk.looks import LOOKS
from provenance.tui.pieces import Line, Piece, fit, wrap
from provenance.tui.screen import DeskScreen
from provenance.tui.widgets.bands import KeyLine
from provenance.tui.widgets.rows import Rows
from provenance.tui.widgets.sheet import Sheet

SIGNS = (
    *((look.sign, look.words) for look in LOOKS if look.sign.strip()),
    ("✖ ▲ ·", "error, warning, note: the worst finding that begins on the line"),
    ("✓ − →", "accepted, dismissed, to be followed up"),
    (
        "┃ ╏ ┆",
        "a hop of the route that words state, that data tell, that is inferred; a gap where nothing says it",
    ),
    ("≠ ↯", "contradicts; a reservation was lost on the way"),
)


def keys_of(bindings: list[BindingType]) -> Iterator[tuple[str, str, str]]:
    """Key as shown, what it does in a word, and in a sentence."""
    for binding in bindings:
        if isinstance(binding, Binding) and binding.tooltip:
            yield binding.key_display or binding.key.replace(",", " "), binding.description, binding.tooltip


class Help(ModalScreen[None]):
    """All keys of a screen; any of `esc`, `q` and `?` closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,question_mark,enter", "leave", "close", key_display="esc", tooltip="close the help"
        ),
        Binding("j,down", "scroll(1)", "down", show=False, tooltip="a line on"),
        Binding("k,up", "scroll(-1)", "up", show=False, tooltip="a line back"),
        Binding("pagedown,space", "scroll(12)", "page", show=False, tooltip="a page on"),
        Binding("pageup", "scroll(-12)", "page back", show=False, tooltip="a page back"),
    ]

    def __init__(self, of: DeskScreen) -> None:
        """`of` is the screen whose keys are shown."""
        super().__init__()
        self._of = of

    def compose(self) -> ComposeResult:
        """One sheet."""
        yield Sheet(id="help")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Write it."""
        self.query_one(KeyLine).keys([("esc", "close"), ("j k", "scroll")])
        self._write()

    def on_sheet_resized(self) -> None:
        """Write it for the new width."""
        self._write()

    def _write(self) -> None:
        sheet = self.query_one("#help", Sheet)
        sheet.put(list(self._lines(sheet.room)))

    def _lines(self, width: int) -> Iterator[Line]:
        groups = [
            (self._of.heading, type(self._of).BINDINGS),
            *([("In the list", Rows.BINDINGS)] if self._of.query(Rows) else []),
            ("On every screen", DeskScreen.BINDINGS),
        ]
        for title, bindings in groups:
            yield ()
            yield (Piece(f"  {title}", "heading"),)
            for key, _, sentence in keys_of(bindings):
                for at, made in enumerate(wrap([Piece(sentence)], width - 20)):
                    yield (Piece(f"    {fit('' if at else key, 12)}", "key"), *made)
        yield ()
        yield (Piece("  Signs", "heading"),)
        for sign, words in SIGNS:
            for at, made in enumerate(wrap([Piece(words)], width - 20)):
                yield (Piece(f"    {fit('' if at else sign, 12)}", "strong"), *made)
        yield ()

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(Sheet).scroll_relative(y=lines, animate=False)
