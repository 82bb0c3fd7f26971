"""A line to type into, at the foot of a screen: a filter, words to find, a reason, a note."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Self

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.timer import Timer
from textual.widgets import Input, Label

from provenance.tui.widgets.panes import Pane

#: So long after the last letter what was typed is acted on, in seconds: letters that follow are not kept waiting.
PAUSE = 0.02


class Asked(Label):
    """What is asked."""

    virtual_size = Reactive(Size(0, 0), layout=False)


class Answer(Input):
    """The line itself: a letter more or less moves nothing else on the screen, and nothing in it unless it is full."""

    _full = False

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint it again; it is laid out only where its words scroll, or did before."""
        if layout and self.is_mounted and self.size:
            before, self._full = self._full, cell_len(self.value) >= self.size.width
            layout = before or self._full
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Prompt(Pane):
    """Asks for words; `esc` leaves it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", tooltip="leave without an answer"),
    ]

    class Closed(Message):
        """The prompt was answered or left."""

    def __init__(self, *, id: str | None = None) -> None:
        """Hidden until `ask` is called."""
        super().__init__(id=id)
        self._answered: Callable[[str], None] = lambda words: None
        self._typed: Callable[[str], None] | None = None
        self._left: Callable[[], None] | None = None
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        yield Asked("", id="asked", markup=False)
        yield Answer(id="answer", compact=True, select_on_focus=False)

    def ask(
        self,
        words: str,
        answered: Callable[[str], None],
        value: str = "",
        hint: str = "",
        typed: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
    ) -> None:
        """Open the line; `answered` gets what was typed, `typed` each state of it on the way."""
        self._answered, self._typed, self._left = answered, None, left
        self.query_one(Label).update(words)
        answer = self.query_one(Input)
        answer.placeholder = hint
        with answer.prevent(Input.Changed):
            answer.value = value
        answer.cursor_position = len(value)
        self.display = True
        self._typed = typed
        # At once: `focus` would do it behind the keys that are typed after the one that asked.
        self.screen.set_focus(answer)

    def take(self, glyph: str) -> None:
        """A glyph that was typed before the line had the keys."""
        self.query_one(Input).insert_text_at_cursor(glyph)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._typed is not None and self.display:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, partial(self._typed, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close()
        self._answered(event.value.strip())

    def action_leave(self) -> None:
        """Close the line; nothing is answered."""
        self._close()
        if self._left is not None:
            self._left()

    def _close(self) -> None:
        self.display = False
        self._typed = None
        if self._pause is not None:
            self._pause.stop()
        self.post_message(self.Closed())
