"""The application: it holds the desk, the filter and the way one came, and owns the screens."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import Key
from textual.screen import Screen

from provenance.desk.counts import FindingCounts
from provenance.desk.records import Desk, Query
from provenance.errors import InputError
from provenance.model import Document, Severity
from provenance.tui.behind import Behind
from provenance.tui.editing import edit
from provenance.tui.opening import TICK, Opening, OpeningScreen
from provenance.tui.screen import DeskScreen
from provenance.tui.themes import DAY, EVENING, own_theme, variables
from provenance.tui.watching import Watching
from provenance.tui.widgets.choice import Pick
from provenance.tui.widgets.painted import Looks
from provenance.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from provenance.tui.reader import ReaderScreen

#: All style sheets, read once: one that came with its screen would have all of them read again.
SHEETS = (
    "app.tcss", "help.tcss", "widgets/choice.tcss", "reader/reader.tcss", "findings/findings.tcss",
    "claims/claims.tcss", "sources/sources.tcss", "documents/documents.tcss",
)  # fmt: skip
#: What others decide is seen after so many seconds.
GLANCE = 1.0
#: So long after a key what may be wanted next is made, in seconds.
IDLE = 0.4
#: So long the screen that was left stands at least, in seconds.
BRIEFLY = 0.005
#: What ends the review in order: an exception out of a handler might come anywhere, and leave the screen standing.
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _screen(name: str) -> Screen[Any]:
    """A new screen of a name."""
    from provenance.tui.modes import SCREENS

    return SCREENS[name]()


class ReviewApp(Looks):
    """Review of what an audit found."""

    TITLE = "provenance"
    CSS_PATH: ClassVar[list[str]] = list(SHEETS)  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        name: partial(_screen, name) for name in ("reader", "findings", "claims", "sources", "documents")
    }

    def __init__(
        self,
        desk: Desk | None,
        opening: Opening | None = None,
        theme: str = EVENING.name,
        keep_theme: Callable[[str], object] = str,
        watching: Watching | None = None,
    ) -> None:
        """`desk` is what is reviewed, its notes are told when it opens; None waits for what is being opened."""
        super().__init__()
        self._desk = desk
        self._opening = opening
        self.behind = Behind(self, watching)
        """What changes the desk beside the keys."""
        self.wanted = Query()
        """The filter: it holds on every screen."""
        self.stamp = 0
        """Counts what changed: decisions, files."""
        self.pressed_at = 0.0
        """When the last key was pressed."""
        # A screen is made and filled before it is asked for; this is what `switch_mode` does first.
        self._ahead: list[Callable[[], object]] = [
            *(partial(self._init_mode, mode) for mode in self.MODES if mode != "reader"),
            # What any filter needs: the words of findings, and what each lies on.
            lambda: self.desk.findings(Query(words="a", limit=1)),
            lambda: self.desk.claims(Query(severity=Severity.ERROR, limit=1)),
            lambda: self.here.prepare(),
        ]
        self.kept = ("", "")
        """The archive that decisions go into, and why none can."""
        self.ended_by = 0
        """The number of the signal that ended it."""
        self._trail: list[str] = []
        self._counted: tuple[object, FindingCounts] | None = None
        self._total = -1
        self.wanted_most: Sequence[str] = ()
        """Ids of the documents on the screen, which are judged first."""
        for made in (EVENING, DAY):
            self.register_theme(own_theme(made.name, made.dark, self._few))
        self._keep_theme = keep_theme
        self.theme = theme if theme in self.available_themes else EVENING.name

    @property
    def _few(self) -> bool:
        """Whether the terminal has sixteen colours and no more."""
        return self.console.color_system == "standard"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What Textual's own themes do not have."""
        return variables(self.current_theme.dark, self._few)

    def on_load(self) -> None:
        """Before the screen stands: from now on a signal ends it like a key."""
        for number in ENDING:
            # Only the main thread may have handlers; those of the command are there again when the loop is closed.
            with suppress(ValueError, RuntimeError):
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def on_mount(self) -> None:
        """Open the reader, or show how far the opening is."""
        if (
            self._desk is None
            and self._opening is not None
            and not (self._opening.started and self._opening.wait(0))
        ):
            self.push_screen(OpeningScreen(self._opening, self._start))
            self.set_timer(2 * TICK, partial(import_module, "provenance.tui.modes"))
        else:
            self._start()

    def _end(self, number: int) -> None:
        self.ended_by = number
        self.exit()

    def _start(self) -> None:
        if self._desk is None and self._opening is not None:
            self._desk = self._opening.desk()
        if self._desk is None:
            self.exit()
            return
        try:
            self.kept = (self.desk.kept_in(), "")
        except InputError as error:
            self.kept = ("", str(error))
        self.behind.start()
        self.switch_mode("reader")
        self.call_after_refresh(self._tell)
        self.set_interval(GLANCE, self.behind.glance)
        self.set_timer(IDLE, self._prepare)

    @property
    def desk(self) -> Desk:
        """What every screen asks."""
        assert self._desk is not None
        return self._desk

    def _tell(self) -> None:
        fault = self.kept[1]
        if fault or self.desk.notes:
            more = f" (and {len(self.desk.notes) - 1} more)" if len(self.desk.notes) > 1 else ""
            self.here.say(fault or self.desk.notes[0] + more, "fault" if fault else "doubt")

    def _prepare(self) -> None:
        """Make what may be wanted next, one thing after the other while no key is pressed."""
        if time.monotonic() - self.pressed_at < IDLE:
            self.set_timer(IDLE, self._prepare)
        elif self._ahead and self.is_running:
            self._ahead.pop(0)()
            self.set_timer(IDLE / 4, self._prepare)

    def on_key(self, event: Key) -> None:
        """What was typed before a line had the keys goes into it, and acts on nothing: fast fingers are no commands."""
        line: Pick | Prompt | None = self.screen if isinstance(self.screen, Pick) else None
        if isinstance(self.screen, DeskScreen) and (prompt := self.here.query_one(Prompt)).display:
            line = prompt
        if line is not None and event.is_printable and event.character:
            event.prevent_default()
            line.take(event.character)

    @property
    def here(self) -> DeskScreen:
        """The screen of the desk that is in front, or behind what lies over it."""
        screen = next(each for each in reversed(self.screen_stack) if isinstance(each, DeskScreen))
        assert isinstance(screen, DeskScreen)
        return screen

    @property
    def now(self) -> tuple[object, ...]:
        """What the contents of a screen depend on beside itself."""
        return (self.stamp, self.wanted)

    def tally(self) -> FindingCounts:
        """Findings that the filter leaves, by state and by severity; asked once for each state of it."""
        if self._counted is None or self._counted[0] != self.now:
            self._counted = (self.now, self.desk.tally(self.wanted))
        return self._counted[1]

    def go(self, mode: str) -> None:
        """Another screen; `back` leads here again."""
        if mode != self.current_mode:
            self._trail = [*[each for each in self._trail if each != mode][-8:], self.current_mode]
            self.switch_mode(mode)

    def only(self, query: Query, mode: str) -> None:
        """Another filter, and the screen that shows what it leaves."""
        self.wanted = query
        if mode == self.current_mode:
            self.here.catch_up()
        else:
            self.go(mode)

    def back(self) -> bool:
        """The screen one came from; False at the beginning."""
        if not self._trail:
            return False
        self.switch_mode(self._trail.pop())
        return True

    def read(self, document: str, statement: str = "", at: int = -1, finding: int = -1) -> None:
        """Open a document in the reader, at a statement or at an offset of its text."""
        self.go("reader")
        self._reader().open_at(document, statement, at, finding)

    def search(self, words: str) -> None:
        """Find words in all documents, and show them in the reader; where there are none nothing else is shown."""
        if words and not self.desk.search(words, limit=1).total:
            self.here.nowhere(words)
        else:
            self.go("reader")
            self._reader().search(words)

    def _reader(self) -> ReaderScreen:
        from provenance.tui.reader import ReaderScreen

        reader = self.here
        assert isinstance(reader, ReaderScreen)
        return reader

    @property
    def total(self) -> int:
        """Documents on the desk."""
        if self._total < 0:
            self._total = self.desk.documents(Query(limit=1)).total
        return self._total

    def edit(self, document: Document, offset: int) -> None:
        """Open a document's file in the editor, at the line of an offset."""
        fault = edit(self, document, offset)
        if fault:
            self.here.say(fault, "fault")

    def delay_update(self, delay: float = BRIEFLY) -> None:
        """A screen that was left stands until the other one is filled; Textual has it stand for longer than a key may take."""
        super().delay_update(BRIEFLY)

    def other_theme(self) -> None:
        """Dark to light and back."""
        self.theme = DAY.name if self.current_theme.dark else EVENING.name
        self._keep_theme(self.theme)

    def on_unmount(self) -> None:
        """End what goes on behind the screens."""
        self.behind.stop()

    @property
    def asks(self) -> bool:
        """Whether somebody is asked something."""
        return self.screen is not self.here or self.here.query_one(Prompt).display

    def renewed(self, desk: Desk | None = None) -> None:
        """Show what is on the desk now, or on another one over the same files."""
        self._desk = desk or self._desk
        self._total = -1
        self.stamp += 1
        self.here.catch_up()
