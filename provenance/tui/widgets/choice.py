"""One thing out of many, found by typing: the command palette, and whatever else is picked from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from provenance.tui.pieces import Line, Piece, apart
from provenance.tui.widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class Choice:
    """A line that can be picked."""

    words: str
    note: str
    picked: Callable[[], object]
    """Called when it is."""


class Pick(ModalScreen[Choice]):
    """A line to type into, and below it what fits; the first is picked by `enter`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", tooltip="leave without picking"),
        Binding("down", "move(1)", "next", tooltip="the next of what fits"),
        Binding("up", "move(-1)", "previous", tooltip="the one before"),
    ]

    def __init__(self, asked: str, find: Callable[[str], Sequence[Choice]]) -> None:
        """`find` gives what fits words, the best first."""
        super().__init__()
        self._asked, self._find = asked, find
        self._ahead = ""

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Vertical(id="pick"):
            yield Input(
                self._ahead, placeholder=self._asked, id="wanted", select_on_focus=False, compact=True
            )
            yield Rows[Choice](id="fitting")

    def on_mount(self) -> None:
        """Show what fits what was typed until now."""
        line = self.query_one(Input)
        if line.value != self._ahead:
            line.value = self._ahead
        line.cursor_position = len(line.value)
        self._show(line.value)

    def take(self, glyph: str) -> None:
        """A glyph that was typed before the line had the keys, or stood."""
        if self.is_mounted:
            self.query_one(Input).insert_text_at_cursor(glyph)
        else:
            self._ahead += glyph

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, words: str) -> None:
        found = self._find(words)
        self.query_one(Rows).fill(len(found), lambda after, limit: found[after : after + limit], _line)

    def action_move(self, step: int) -> None:
        """Another line."""
        self.query_one(Rows).action_move(step)

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def _picked(self) -> None:
        choice = self.query_one(Rows[Choice]).current
        if choice is not None:
            self.dismiss()
            self.app.call_later(choice.picked)

    def action_leave(self) -> None:
        """Pick nothing."""
        self.dismiss()


def _line(choice: Choice, width: int) -> Line:
    note = choice.note if cell_len(choice.note) < width // 2 else ""
    return (Piece(" "), *apart((Piece(choice.words),), (Piece(note, "quiet"),), width - 2))


def fitting(choices: Sequence[Choice], words: str) -> list[Choice]:
    """Those in which each of the words stands; those that begin with them come first."""
    parts = words.casefold().split()
    found = [
        choice
        for choice in choices
        if all(part in f"{choice.words} {choice.note}".casefold() for part in parts)
    ]
    return sorted(found, key=lambda choice: not choice.words.casefold().startswith(words.casefold()))
