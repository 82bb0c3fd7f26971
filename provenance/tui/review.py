"""The review screen: documents on the left, the article in the middle, the selected statement beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from provenance.inert import line
from provenance.model import AuditReport, Document, Finding
from provenance.tui.article import Article
from provenance.tui.details import describe, describe_finding, open_library
from provenance.tui.help import HelpScreen
from provenance.tui.messages import StatementSelected
from provenance.tui.signs import LOOKS, look_of
from provenance.tui.stops import Stop, following, stops

#: Below this width the statement stands under the article and not beside it.
NARROW = 100
#: What a report without documents says, where nobody knows why it has none.
EMPTY = "no document in this report; name what to read: provenance review PATH"
#: The filter that leaves what has a finding; the others are the names of looks.
WITH_FINDINGS = "with findings"


class ReviewScreen(Screen[None]):
    """All of a report by keyboard.

    | key | what it does |
    |---|---|
    | j k, down up | next, previous statement or finding on the document |
    | n p | next, previous finding |
    | ] [ | next, previous document |
    | e | the same claim elsewhere |
    | f | filter by kind of source, then what has findings |
    | c | children: fragments in quotation marks on or off |
    | / | search in the words |
    | ? | help |
    | q | quit |
    """

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next"),
        Binding("k,up", "move(-1)", "Previous"),
        Binding("n", "finding(1)", "Finding"),
        Binding("p", "finding(-1)", "Finding before", show=False),
        Binding("right_square_bracket", "document(1)", "Document", key_display="]"),
        Binding("left_square_bracket", "document(-1)", "Document before", show=False, key_display="["),
        Binding("e", "elsewhere", "Elsewhere"),
        Binding("f", "filter", "Filter"),
        Binding("c", "toggle_children", "Children"),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("escape", "leave_search", show=False),
    ]

    def __init__(self, report: AuditReport, notes: Sequence[str] = ()) -> None:
        """`report` is shown, never changed; `notes` stand under the panes, the first of them in full."""
        super().__init__()
        self._notes = notes
        self.library = open_library(report)
        self.at = 0
        self.place = -1
        self._stops: list[Stop] = []
        self._counts_of: tuple[int, str | None, bool] | None = None
        self._counts = (0, 0)
        self.with_children = True
        self.look_filter: str | None = None
        self._query = ""

    def compose(self) -> ComposeResult:
        """The title line, the three panes, the search line and the footer."""
        yield Static(id="title", markup=False)
        with Horizontal(id="panes"):
            yield OptionList(*self._options(), id="documents", markup=False)
            yield Article(id="article")
            with VerticalScroll(id="panel"):
                yield Static(id="statement", markup=False)
        yield Static(self._note(), id="note", markup=False)
        yield Input(placeholder="search in the words", id="search")
        yield Footer()

    def _options(self) -> list[Option]:
        options = []
        for document in self.library.report.documents:
            findings = self._findings_in(document)
            worst = min(
                (finding.severity for finding in findings), key=lambda severity: severity.rank, default=None
            )
            text = Text(line(document.title or document.id), "bold", no_wrap=True, overflow="ellipsis")
            text.append(f"\n{line(document.id)}", "not bold dim")
            text.append(
                f"\n{len(document.statements)} statements, {len(findings)} findings{f' ({worst})' if worst else ''}",
                "not bold",
            )
            options.append(Option(text))
        return options

    def _findings_in(self, document: Document) -> list[Finding]:
        """On the document itself and on its statements."""
        places = (document.id, *(statement.id for statement in document.statements))
        return [finding for place in places for finding in self.library.findings.get(place, ())]

    def on_mount(self) -> None:
        """Open the first document, the article in focus."""
        self.query_one("#search").display = False
        self._narrow(self.size.width)
        self.query_one("#note").display = bool(self._notes and self.library.report.documents)
        if self.library.report.documents:
            self._open(0)
        else:
            self.add_class("empty")
            self.query_one("#title", Static).update(self._note() or EMPTY)
            return
        self.query_one(Article).focus()

    def _note(self) -> str:
        if not self._notes:
            return ""
        more = f" (and {len(self._notes) - 1} more)" if self._notes[1:] else ""
        return line(self._notes[0]) + more

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Without a document there is nothing that a key could lead to."""
        return bool(self.library.report.documents) or action in ("help", "quit")

    def on_resize(self, event: Resize) -> None:
        """The panel goes below the article where there is no room beside it."""
        self._narrow(event.size.width)
        if self._stops:
            self._title()

    def _narrow(self, width: int) -> None:
        self.set_class(width < NARROW, "narrow")

    @property
    def document(self) -> Document:
        """The document on the screen."""
        return self.library.report.documents[self.at]

    @property
    def selected(self) -> int:
        """Number of the selected statement in its document, or -1."""
        return self._stops[self.place].number if self.place >= 0 else -1

    def _open(self, number: int) -> None:
        self.at = number
        self._stops = stops(self.library, self.document)
        self.query_one("#documents", OptionList).highlighted = number
        self.query_one(Article).show(self.document, self.library.sources, self._findings_in(self.document))
        first = None if self.look_filter else self._next(-1, 1, self._sourced)
        self._select(first if first is not None else self._next(-1, 1, self._wanted))

    def _select(self, place: int | None) -> None:
        self.place = -1 if place is None else place
        panel, article = self.query_one("#statement", Static), self.query_one(Article)
        if place is None:
            panel.update("No statement here.")
            article.select(-1)
        elif (number := self._stops[place].number) >= 0:
            panel.update(describe(self.library, self.document, self.document.statements[number]))
            article.select(number)
        else:
            (finding,) = self._stops[place].findings
            panel.update(describe_finding(self.library, self.document, finding))
            article.point_at(finding.start, finding.end)
        self.query_one("#panel", VerticalScroll).scroll_home(animate=False)
        self._title()

    def _title(self) -> None:
        """Which document it is, where in it the selection is, and what of it is shown."""
        statements, findings = self._counted()
        state = [f"{self.at + 1} of {len(self.library.report.documents)}", self._where()]
        state.append(f"{statements} statements, {findings} findings")
        state.extend([f"only {self.look_filter}"] if self.look_filter else [])
        state.extend([] if self.with_children else ["without children"])
        right = "  ".join(word for word in state if word)
        text = Text(line(self.document.title or self.document.id), "bold", no_wrap=True, overflow="ellipsis")
        if self.document.title:
            text.append(f"  {line(self.document.id)}", "not bold dim")
        text.truncate(max(self.size.width - cell_len(right) - 4, 8), overflow="ellipsis", pad=True)
        self.query_one("#title", Static).update(text.append(f"  {right}", "not bold"))

    def _counted(self) -> tuple[int, int]:
        """Statements and findings shown; counted anew only when the document or what is shown of it changes."""
        state = (self.at, self.look_filter, self.with_children)
        if state != self._counts_of:
            shown = [stop for stop in self._stops if self._wanted(stop)]
            self._counts_of = state
            self._counts = (
                sum(stop.statement is not None for stop in shown),
                sum(len(stop.findings) for stop in shown),
            )
        return self._counts

    def _where(self) -> str:
        """The selected statement's number as the panel has it, or the line of the selected finding."""
        if self.place < 0:
            return ""
        stop = self._stops[self.place]
        return stop.statement.id.rpartition("#")[2] if stop.statement else f"line {stop.findings[0].line}"

    def _wanted(self, stop: Stop) -> bool:
        if self.look_filter == WITH_FINDINGS and not stop.findings:
            return False
        if stop.statement is None:
            return self.look_filter in (None, WITH_FINDINGS)
        if stop.statement.parent is not None and not self.with_children:
            return False
        if self.look_filter in (None, WITH_FINDINGS):
            return True
        return look_of(stop.statement, self.library.sources).name == self.look_filter

    def _sourced(self, stop: Stop) -> bool:
        return stop.statement is not None and stop.statement.attribution is not None and self._wanted(stop)

    def _with_finding(self, stop: Stop) -> bool:
        return bool(stop.findings) and self._wanted(stop)

    def _next(self, start: int, step: int, wanted: Callable[[Stop], bool]) -> int | None:
        return following(self._stops, start, step, wanted)

    def action_move(self, step: int) -> None:
        """The next or previous statement, or finding on the document."""
        place = self._next(self.place, step, self._wanted)
        if place is not None:
            self._select(place)

    def action_finding(self, step: int) -> None:
        """The next or previous finding, from document to document and from the end round to the start."""
        documents = self.library.report.documents
        for further in range(len(documents) + 1):
            number = (self.at + step * further) % len(documents)
            among = stops(self.library, documents[number]) if further else self._stops
            start = self.place if not further else -1 if step > 0 else len(among)
            place = following(among, start, step, self._with_finding)
            if place is not None:
                if not 0 <= self.at + step * further < len(documents):
                    self.notify("Round to the other end: there is no further finding.")
                if further:
                    self._open(number)
                self._select(place)
                return
        self.notify("No finding in what is shown.")

    def action_document(self, step: int) -> None:
        """The next or previous document."""
        if 0 <= self.at + step < len(self.library.report.documents):
            self._open(self.at + step)

    def action_elsewhere(self) -> None:
        """The next member of the selected statement's claim."""
        if self.selected < 0:
            return
        statement = self.document.statements[self.selected]
        claim = self.library.claims.get(statement.claim or "")
        if claim is None:
            self.notify("This statement stands nowhere else.")
            return
        shown = {row.id for document in self.library.report.documents for row in document.statements}
        members = [member.statement for member in claim.members if member.statement in shown]
        if len(members) == 1:
            self.notify("It stands elsewhere in the archive only; the pane beside the text shows where.")
            return
        target = members[(members.index(statement.id) + 1) % len(members)]
        home, _ = self.library.statements[target]
        number = self.library.report.documents.index(home)
        if number != self.at:
            self._open(number)
        self._select(self._place_of(target))

    def _place_of(self, statement: str) -> int | None:
        return self._next(-1, 1, lambda stop: stop.statement is not None and stop.statement.id == statement)

    def action_filter(self) -> None:
        """Only statements with one kind of source, then what has findings, then all of it again."""
        names = [None, *(look.name for look in LOOKS), WITH_FINDINGS]
        self.look_filter = names[(names.index(self.look_filter) + 1) % len(names)]
        self._select(self._next(-1, 1, self._wanted))

    def action_toggle_children(self) -> None:
        """Fragments within other statements on or off."""
        self.with_children = not self.with_children
        if self.place >= 0 and not self._wanted(self._stops[self.place]):
            self.action_move(-1)
        self._title()

    def action_search(self) -> None:
        """Open the search line."""
        search = self.query_one("#search", Input)
        search.display = True
        search.focus()

    def action_leave_search(self) -> None:
        """Close the search line."""
        self.query_one("#search").display = False
        self.query_one(Article).focus()

    @on(Input.Submitted, "#search")
    def _search(self, event: Input.Submitted) -> None:
        query = event.value.casefold()
        self.action_leave_search()
        if not query:
            return
        matching: Callable[[Stop], bool] = lambda stop: (  # noqa: E731
            stop.statement is not None and query in stop.statement.text.casefold()
        )
        place = self._next(self.place, 1, matching)
        if place is None:
            place = self._next(-1, 1, matching)
        if place is None:
            self.notify(f"No statement holds “{line(event.value)}”.", markup=False)
        else:
            self._select(place)

    def action_help(self) -> None:
        """The keys and signs."""
        self.app.push_screen(HelpScreen(self.__doc__ or ""))

    def action_quit(self) -> None:
        """Leave the review."""
        self.app.exit()

    @on(StatementSelected)
    def _clicked(self, event: StatementSelected) -> None:
        self._select(self._place_of(self.document.statements[event.number].id))

    @on(OptionList.OptionSelected, "#documents")
    def _document_chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_index != self.at:
            self._open(event.option_index)
        self.query_one(Article).focus()
