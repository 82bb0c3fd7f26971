"""Opening: documents are audited or a report is read beside the screen, which stands at once and fills."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from provenance.desk.records import Desk
from provenance.errors import ProvenanceError
from provenance.tui.pieces import Line, Piece, fit
from provenance.tui.widgets.bands import Band, KeyLine
from provenance.tui.widgets.sheet import Sheet

Progress = Callable[[str, int, int], None]
Enough = Callable[[], bool]
Opener = Callable[[Progress, Enough], Callable[[], Desk]]
"""Reads what is to be reviewed, in a thread of its own, until there is enough, and gives what makes the desk over it."""
#: How often the bar is painted, in seconds.
TICK = 0.1


class Opening:
    """A desk that is being made, and how far it is."""

    def __init__(self, open_desk: Opener) -> None:
        """Nothing is begun."""
        self._made: Callable[[], Desk] | None = None
        self.fault: BaseException | None = None
        self.stage, self.done, self.total = "", 0, 0
        self.began = time.monotonic()
        self._open = open_desk
        self._enough = Event()
        self._thread = Thread(target=self._run, name="opening", daemon=True)

    def start(self) -> None:
        """Begin."""
        self.began = time.monotonic()
        self._thread.start()

    @property
    def started(self) -> bool:
        """Whether it was begun."""
        return self._thread.ident is not None

    def _run(self) -> None:
        try:
            self._made = self._open(self._tell, self._enough.is_set)
        except BaseException as error:
            self.fault = error

    def desk(self) -> Desk | None:
        """The desk that was made; None if it could not be. To be called where the desk is used: it keeps a file open."""
        try:
            return self._made() if self._made else None
        except ProvenanceError as error:
            self.fault = error
            return None

    def _tell(self, stage: str, done: int, total: int) -> None:
        self.stage, self.done, self.total = stage, done, total

    def stop(self) -> bool:
        """Read no further; False if nothing is there that could be reviewed, or this was said before."""
        if not self.done or self._enough.is_set():
            return False
        self._enough.set()
        return True

    @property
    def stopped(self) -> bool:
        """Whether no further document is read."""
        return self._enough.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it is ready, or has failed, within some seconds."""
        self._thread.join(seconds)
        return not self._thread.is_alive()


class OpeningScreen(Screen[None]):
    """How far the opening is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "leave", "leave", key_display="q", tooltip="leave without waiting"),
        Binding(
            "ctrl+c",
            "stop",
            "review what is read",
            key_display="^c",
            tooltip="read no further, and review what is read",
        ),
    ]

    def __init__(self, opening: Opening, ready: Callable[[], None]) -> None:
        """`ready` is called when the desk is there, or nothing will come."""
        super().__init__()
        self._opening, self._ready = opening, ready

    def compose(self) -> ComposeResult:
        """Title, bar, key."""
        yield Band(id="title")
        yield Sheet(id="bar")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Look how far it is."""
        self.query_one("#title", Band).put((Piece("provenance", "title"),))
        self._keys()
        self._looking = self.set_interval(TICK, self._look)
        if not self._opening.started:
            # What is read may keep the screen from being painted; the frame stands before that.
            self.set_timer(TICK, self._opening.start)

    def _look(self) -> None:
        if self._opening.started and self._opening.wait(0):
            # This screen stays below the others: looking on would open the reader again and again.
            self._looking.stop()
            self._ready()
        else:
            self._keys()
            sheet = self.query_one("#bar", Sheet)
            sheet.put(self._lines(sheet.room))

    def _keys(self) -> None:
        stop = [("^c", "review what is read")] if self._opening.done and not self._opening.stopped else []
        self.query_one(KeyLine).keys([*stop, ("q", "leave")])

    def _lines(self, width: int) -> list[Line]:
        opening = self._opening
        seconds = max(time.monotonic() - opening.began, 0.1)
        if not opening.total:
            return [(), (), (Piece(f"   opening … {seconds:.0f} s", "quiet"),)]
        filled = round(40 * opening.done / opening.total)
        words = f"   {fit(opening.stage, 10)} {'━' * filled}"
        count = f" {opening.done:,} of {opening.total:,}   "
        compared = opening.stopped or opening.done == opening.total
        count += (
            f"comparing them … {seconds:.0f} s" if compared else f"{opening.done / seconds:,.0f} a second"
        )
        return [(), (), (Piece(words, "accent"), Piece("─" * (40 - filled), "rule"), Piece(count, "quiet"))]

    def action_stop(self) -> None:
        """Review what was read until now; where nothing was, or when asked again, leave."""
        if not self._opening.stop():
            self.action_leave()

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()
