"""What all screens of the review have in common: title, filter, prompt, keys, and the way from one to another."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.widget import Widget

from provenance.desk.export import Shown
from provenance.desk.records import Decision, Desk, Query, Verdict
from provenance.errors import InputError
from provenance.tui import filtering
from provenance.tui.exporting import ENDINGS, export
from provenance.tui.pieces import safe
from provenance.tui.titled import Titled
from provenance.tui.widgets.bands import Band, KeyLine
from provenance.tui.widgets.prompt import Prompt

#: From so many columns on a screen has a class.
BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (120, "-roomy"), (160, "-broad")]


class DeskScreen(Titled):
    """A screen that asks the desk; its own keys stand before these."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    # What has the keys looks so itself; by default all of the screen is painted when others get them.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    HOME: ClassVar[str] = ""
    """Selects what has the keys when no line is typed."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "go('reader')", "Reader", show=False, tooltip="the reader: one document and the routes in it"),
        Binding("2", "go('findings')", "Findings", show=False, tooltip="the findings of all documents"),
        Binding("3", "go('claims')", "Claims", show=False, tooltip="what is said in common, the disputed first"),
        Binding("4", "go('sources')", "Sources", show=False, tooltip="who speaks, how much, how directly"),
        Binding("5", "go('documents')", "Documents", show=False, tooltip="the documents, by what is left to do"),
        Binding("escape", "back", "back", show=False, key_display="esc", tooltip="back to where you were; at the beginning, clear the filter"),
        Binding("f", "filter", "filter", show=False, tooltip="narrow every screen by words and conditions, as you type"),
        Binding("F", "unfilter", "no filter", show=False, tooltip="clear the filter"),
        Binding("u", "undo", "undo", show=False, tooltip="take back the last decision, a bulk as one"),
        Binding("ctrl+r", "redo", "redo", show=False, key_display="^r", tooltip="put back what undo took back"),
        Binding("E", "export", "export", show=False, tooltip="write what is shown into a file: CSV, Markdown, JSON, or the screen as SVG"),
        Binding("T", "theme", "theme", show=False, tooltip="dark or light"),
        Binding("q", "quit", "quit", show=False, tooltip="leave the review; decisions are kept"),
        Binding("colon,ctrl+p", "commands", "commands", key_display=":", tooltip="every action, document, source and rule by name"),
        Binding("question_mark", "help", "help", key_display="?", tooltip="these keys and the signs"),
    ]  # fmt: skip

    def __init__(self) -> None:
        """Filled when it is first shown."""
        super().__init__()
        # A new screen is taken for one that has not seen a change of theme, for which all sheets are read again, twice.
        self._css_update_count = self.app._css_update_count
        self._filled_at: tuple[object, ...] | None = None
        self.filled_from: Desk | None = None
        """The desk that what is shown came from."""

    # The frame.

    def compose(self) -> ComposeResult:
        """Title, body, prompt, keys."""
        yield Band(id="title")
        yield from self.body()
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """The keys never change."""
        if self.stands:
            own = [*self._shown(type(self))]
            self.query_one(KeyLine).keys(own, [*self._shown(DeskScreen)])
            self.home().focus()

    def _shown(self, of: type) -> Iterator[tuple[str, str]]:
        for binding in of.__dict__["BINDINGS"]:
            if isinstance(binding, Binding) and binding.show:
                yield binding.key_display or binding.key, binding.description

    def on_screen_resume(self) -> None:
        """Show what changed while another screen stood here."""
        if self.stands:
            self.catch_up()

    def catch_up(self) -> None:
        """Ask anew if anything changed since it was asked."""
        if self._filled_at != self.review.now:
            self._filled_at = self.review.now
            if self.filled_from is not None and self.filled_from is not self.desk:
                self.renew()
            self.filled_from = self.desk
            self.fill()
            self.retitle()

    def nowhere(self, words: str) -> None:
        """Tell that a search has no hits."""
        self.say(f"“{words}” stands in no document: / searches for other words")

    def on_key(self, event: events.Key) -> None:
        """What was said has been read; what others decided is shown with the next key."""
        self.review.pressed_at = time.monotonic()
        if not self.query_one(Prompt).display:
            self.query_one(KeyLine).hush()

    def on_click(self) -> None:
        """What was said has been read."""
        self.query_one(KeyLine).hush()

    # Ways.

    def action_go(self, mode: str) -> None:
        """Another screen."""
        self.review.go(mode)

    def action_back(self) -> None:
        """Where one was; from the beginning, without the filter."""
        if not self.review.back() and filtering.filters(self.review.wanted):
            self.action_unfilter()

    def action_help(self) -> None:
        """The keys."""
        from provenance.tui.help import Help

        self.app.push_screen(Help(self))

    def action_commands(self) -> None:
        """Everything by name."""
        from provenance.tui.commands import palette

        self.app.push_screen(palette(self))

    def shown_rows(self) -> Sequence[Shown]:
        """What an export writes: all that the filter leaves of what the screen lists."""
        return ()

    def action_export(self) -> None:
        """Type a file's name, and write what is shown into it."""
        self.ask("export to", self._export, f"{self.heading.lower()}.csv", ENDINGS)

    def _export(self, path: str) -> None:
        if path:
            try:
                self.say(export(path, self.shown_rows, self.app.export_screenshot))
            except InputError as error:
                self.say(str(error), "fault")

    def action_theme(self) -> None:
        """Dark or light."""
        self.review.other_theme()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    # The filter.

    def action_filter(self) -> None:
        """Type it; every state of it is shown at once."""
        before = self.review.wanted

        def narrow(typed: str) -> None:
            self.review.wanted = filtering.parse(typed, self.desk)
            self.catch_up()

        def left() -> None:
            self.review.wanted = before
            self.catch_up()

        words = filtering.in_words(before)
        self.query_one(Prompt).ask("only", narrow, f"{words} " if words else "", filtering.HINT, narrow, left)

    def action_unfilter(self) -> None:
        """All of it again."""
        self.review.wanted = Query()
        self.catch_up()

    @on(Prompt.Closed)
    def _typed(self) -> None:
        self.home().focus()

    def home(self) -> Widget:
        """What has the keys when no line is typed."""
        return self.query_one(self.HOME)

    @property
    def stands(self) -> bool:
        """Whether all of it is made; of a screen that is being made when the program ends nothing more is."""
        return bool(self.query(self.HOME))

    # Decisions.

    def ask(self, words: str, answered: Callable[[str], None], value: str = "", hint: str = "") -> None:
        """Have a line typed."""
        self.query_one(Prompt).ask(words, answered, value, hint)

    def decide(self, verdict: Verdict, keys: Sequence[int], value: str = "") -> bool:
        """Decide findings; what the screen shows afterwards is committed. False if it could not be kept."""
        if not keys:
            self.say("nothing is selected that could be decided")
            return False
        return self.keeping(lambda: self.desk.decide(verdict, keys, value))

    def keeping(self, act: Callable[[], Sequence[Decision] | Decision]) -> bool:
        """Have the desk keep something, and show it; what keeps it from doing so is one line at the foot."""
        try:
            act()
        except InputError as error:
            self.say(str(error), "fault")
            return False
        self.review.stamp += 1
        self.catch_up()
        return True

    def action_undo(self) -> None:
        """Take back the last decision."""
        self._turn(self.desk.undo, "taken back", "nothing to take back")

    def action_redo(self) -> None:
        """Put it back."""
        self._turn(self.desk.redo, "put back", "nothing to put back")

    def _turn(self, act: Callable[[], Sequence[Decision]], done: str, none: str) -> None:
        made: list[Decision] = []
        if self.keeping(lambda: made.extend(act()) or made):  # type: ignore[func-returns-value]
            what = (
                f"{made[0].verdict.replace('_', ' ')} on “{safe(made[0].anchor.words)[:60]}”" if made else ""
            )
            more = f" and {len(made) - 1} more" if len(made) > 1 else ""
            self.say(f"{done}: {what}{more}" if made else none)
