"""The review screen: documents on the left, the article in the middle, the selected statement beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

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
from provenance.model import AuditReport, Document, Statement
from provenance.tui.article import Article
from provenance.tui.details import describe, open_library
from provenance.tui.help import HelpScreen
from provenance.tui.messages import StatementSelected
from provenance.tui.signs import LOOKS, look_of

#: Below this width the statement stands under the article and not beside it.
NARROW = 100


class ReviewScreen(Screen[None]):
    """All of a report by keyboard.

    | key | what it does |
    |---|---|
    | j k, down up | next, previous statement |
    | n p | next, previous finding |
    | ] [ | next, previous document |
    | e | the same claim elsewhere |
    | f | filter by kind of source |
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

    def __init__(self, report: AuditReport) -> None:
        """`report` is shown, never changed."""
        super().__init__()
        self.library = open_library(report)
        self.at = 0
        self.selected = -1
        self.with_children = True
        self.look_filter: str | None = None
        self._query = ""

    def compose(self) -> ComposeResult:
        """The three panes, the search line and the footer."""
        with Horizontal(id="panes"):
            yield OptionList(*self._options(), id="documents", markup=False)
            yield Article(id="article")
            with VerticalScroll(id="panel"):
                yield Static(id="statement", markup=False)
        yield Static(id="status", markup=False)
        yield Input(placeholder="search in the words", id="search")
        yield Footer()

    def _options(self) -> list[Option]:
        options = []
        for document in self.library.report.documents:
            sourced = sum(statement.attribution is not None for statement in document.statements)
            findings = [
                finding for finding in self.library.report.findings if finding.document == document.id
            ]
            worst = min(
                (finding.severity for finding in findings), key=lambda severity: severity.rank, default=None
            )
            text = Text(line(document.title or document.id), "bold", no_wrap=True, overflow="ellipsis")
            text.append(f"\n{line(document.id)}", "not bold dim")
            text.append(
                f"\n{sourced} statements, {len(findings)} findings{f' ({worst})' if worst else ''}",
                "not bold",
            )
            options.append(Option(text))
        return options

    def on_mount(self) -> None:
        """Open the first document, the article in focus."""
        self.query_one("#search").display = False
        self._narrow(self.size.width)
        if self.library.report.documents:
            self._open(0)
        else:
            self.query_one("#statement", Static).update("This report holds no document.")
        self.query_one(Article).focus()

    def on_resize(self, event: Resize) -> None:
        """The panel goes below the article where there is no room beside it."""
        self._narrow(event.size.width)

    def _narrow(self, width: int) -> None:
        self.set_class(width < NARROW, "narrow")

    @property
    def document(self) -> Document:
        """The document on the screen."""
        return self.library.report.documents[self.at]

    def _open(self, number: int) -> None:
        self.at = number
        self.query_one("#documents", OptionList).highlighted = number
        self.query_one(Article).show(self.document, self.library.sources)
        self.selected = -1
        first = self._next(-1, 1, self._sourced)
        self._select(first if first is not None else self._next(-1, 1, lambda _: True))

    def _select(self, number: int | None) -> None:
        if number is None:
            self.query_one("#statement", Static).update("No statement here.")
            self._status()
            return
        self.selected = number
        self.query_one(Article).select(number)
        self.query_one("#statement", Static).update(
            describe(self.library, self.document, self.document.statements[number])
        )
        self.query_one("#panel", VerticalScroll).scroll_home(animate=False)
        self._status()

    def _status(self) -> None:
        shown = [statement for statement in self.document.statements if self._wanted(statement)]
        legend = "  ".join(f"{look.sign} {look.name}" for look in LOOKS if look.sign.strip())
        filtered = f"  only {self.look_filter}" if self.look_filter else ""
        children = "" if self.with_children else "  without children"
        self.query_one("#status", Static).update(f"{len(shown)} statements{filtered}{children}   {legend}")

    def _wanted(self, statement: Statement) -> bool:
        if statement.parent is not None and not self.with_children:
            return False
        return self.look_filter is None or look_of(statement, self.library.sources).name == self.look_filter

    def _sourced(self, statement: Statement) -> bool:
        return self._wanted(statement) and (
            statement.attribution is not None or self.look_filter == "narrated"
        )

    def _next(self, start: int, step: int, wanted: Callable[[Statement], bool]) -> int | None:
        """Number of the next statement in a direction that is wanted; None at the end."""
        statements = self.document.statements
        number = start + step
        while 0 <= number < len(statements):
            if wanted(statements[number]):
                return number
            number += step
        return None

    def action_move(self, step: int) -> None:
        """The next or previous statement."""
        number = self._next(self.selected, step, self._wanted)
        if number is not None:
            self._select(number)

    def action_finding(self, step: int) -> None:
        """The next or previous statement with a finding, in this document or the ones after it."""
        number = self._next(self.selected, step, lambda statement: statement.id in self.library.findings)
        documents = self.library.report.documents
        at = self.at
        while number is None and 0 <= at + step < len(documents):
            at += step
            statements = documents[at].statements
            found = [
                place for place, statement in enumerate(statements) if statement.id in self.library.findings
            ]
            if found:
                self._open(at)
                number = found[0 if step > 0 else -1]
        if number is not None:
            self._select(number)

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
        home, other = self.library.statements[target]
        number = self.library.report.documents.index(home)
        if number != self.at:
            self._open(number)
        self._select(home.statements.index(other))

    def action_filter(self) -> None:
        """Only statements with one kind of source; after the last kind all of them again."""
        names = [None, *(look.name for look in LOOKS)]
        self.look_filter = names[(names.index(self.look_filter) + 1) % len(names)]
        self._select(self._next(-1, 1, self._wanted))

    def action_toggle_children(self) -> None:
        """Fragments within other statements on or off."""
        self.with_children = not self.with_children
        if (
            not self.with_children
            and self.selected >= 0
            and self.document.statements[self.selected].parent is not None
        ):
            self.action_move(-1)
        self._status()

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
        matching: Callable[[Statement], bool] = lambda statement: query in statement.text.casefold()  # noqa: E731
        number = self._next(self.selected, 1, matching)
        if number is None:
            number = self._next(-1, 1, matching)
        if number is None:
            self.notify(f"No statement holds “{line(event.value)}”.", markup=False)
        else:
            self._select(number)

    def action_help(self) -> None:
        """The keys and signs."""
        self.app.push_screen(HelpScreen(self.__doc__ or ""))

    def action_quit(self) -> None:
        """Leave the review."""
        self.app.exit()

    @on(StatementSelected)
    def _clicked(self, event: StatementSelected) -> None:
        self._select(event.number)

    @on(OptionList.OptionSelected, "#documents")
    def _document_chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_index != self.at:
            self._open(event.option_index)
        self.query_one(Article).focus()
