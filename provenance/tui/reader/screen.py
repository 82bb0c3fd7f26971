"""The reader: one document at a time, and beside it the route of the selected statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult

from provenance.desk.records import Desk, Query, Reading
from provenance.errors import InputError
from provenance.tui.dates import short
from provenance.tui.empty import NO_DOCUMENT, Why, empty_lines, why_empty
from provenance.tui.names import title_of
from provenance.tui.pieces import Piece, safe
from provenance.tui.reader.article import Article
from provenance.tui.reader.bindings import BINDINGS
from provenance.tui.reader.contents import Contents
from provenance.tui.reader.left import Left
from provenance.tui.reader.moves import moved_by
from provenance.tui.reader.route import Selected, route_lines, strip_lines
from provenance.tui.reader.stops import Stops, place_of, sourced
from provenance.tui.reader.ways import Ways
from provenance.tui.widgets.panes import Pane
from provenance.tui.widgets.sheet import Sheet

NO_STATEMENT: Why = ("no statement and no finding in this document", "] reads the next one, 5 lists them")


class ReaderScreen(Ways):
    """One document read, statement by statement."""

    heading = "Reader"
    HOME = "#article"
    BINDINGS = BINDINGS

    def __init__(self) -> None:
        """Opens the first document."""
        super().__init__()
        self.reading: Reading | None = None
        self.stops = Stops()
        self.place = -1
        """The stop that is selected, or -1."""
        self.finding = -1
        """Key of the finding that decisions fall on, or -1."""
        self._shown_from: Desk | None = None
        self._contents: Contents | None = None
        self._filtered = Left()
        self._left: Sequence[int] | None = None
        """Places of the stops that the filter leaves; None without one."""

    def body(self) -> ComposeResult:
        """The article, and what is told of its selection."""
        with Pane(id="reading"):
            yield Article(id="article")
            with Pane(id="beside"):
                yield Sheet(id="route")

    @property
    def article(self) -> Article:
        """The text."""
        return self.query_one(Article)

    # What is shown.

    def fill(self) -> None:
        """The same document after something changed, or the first one."""
        if self.reading is not None:
            reading = self._read(self.reading.document.id)
            if reading is not None:
                self._update(reading)
            if self.reading is not None:
                return
        for query in (replace(self.review.wanted, order="text"), Query(order="text")):
            if any(self.open_at(row.id) for row in self.desk.documents(query).rows):
                break
        else:
            self._pane()

    def _read(self, document: str) -> Reading | None:
        """A document. That it is damaged is said at the foot, and the one before stays; one that is gone does not."""
        try:
            return self.desk.read(document)
        except InputError as error:
            self.call_after_refresh(self.say, str(error), "fault")
        except KeyError:
            self.call_after_refresh(self.say, f"{safe(document)} is no longer there", "fault")
            self.reading, self.stops, self.place = None, Stops(), -1
        return None

    def _update(self, reading: Reading) -> None:
        start = self.stops[self.place].start if self.place >= 0 else -1
        before = self.reading
        contents = self._take(reading)
        renewed = before is not None and self._shown_from is not self.desk
        if renewed and before is not None:
            moved = moved_by(before.document.text, reading.document.text)
            start = moved(start) if start >= 0 else start
            self.article.renew(reading, contents, moved)
            self._light()
        if self.place >= len(self.stops) or (self.place >= 0 and self.stops[self.place].start != start):
            self.place = self.stops.first_from(start) or 0
        self.article.update_findings(reading, contents)
        self._dim()
        if self.leaves_nothing:
            self.finding = -1
        elif self.finding < 0 and self.place >= 0:
            self.select(self.place, bring=False)
        if renewed:
            self._shown_from = self.desk
            self.select(self.place, bring=False)
        else:
            self._tell()

    def _take(self, reading: Reading) -> Contents:
        """Read on in a document: what is in it is found anew if it is another one."""
        if self._contents is None or not self._contents.holds(reading):
            self._contents = Contents(reading)
        self.reading, self.stops = reading, Stops(self._contents, reading.findings)
        return self._contents

    def open_at(self, document: str, statement: str = "", at: int = -1, finding: int = -1) -> bool:
        """Open a document at a statement, a finding or an offset; without them at its top. False for a damaged one."""
        if self.reading is None or self.reading.document.id != document or self._filled_at != self.review.now:
            reading = self._read(document)
            if reading is None:
                return False
            self._filled_at = self.review.now
            self._shown_from = self.desk
            self.review.wanted_most = (document,)
            self.article.show(reading, self._take(reading))
            self._dim()
            self._light()
        place = self._place_of(statement, at, finding)
        if place is None:
            left = self.left
            first = next((place for place in left if sourced(self.stops[place])), left[0] if left else -1)
            self.select(first, bring=False)
        else:
            self.select(place, finding)
        return True

    def _place_of(self, statement: str, at: int, finding: int) -> int | None:
        marks = self.article.marks
        number = marks.painted[at] if marks is not None and 0 <= at < len(marks.painted) else -1
        return place_of(self.stops, statement, at, number, finding)

    def select(self, place: int, finding: int = -1, bring: bool = True) -> None:
        """Select a stop, and one of its findings."""
        self.place = place
        rows = self.stops[place].findings if place >= 0 else ()
        first = next((row.key for row in rows if row.state == "open"), rows[0].key if rows else -1)
        self.finding = finding if finding >= 0 else first
        if place < 0:
            self.article.select(-1)
        else:
            stop = self.stops[place]
            lit = (-1, -1)
            if stop.statement is None:
                lit = (stop.findings[0].finding.start, max(stop.findings[0].finding.end, stop.start + 1))
            self.article.select(stop.number, lit, bring)
        self._tell()

    def _tell(self) -> None:
        """Write the pane and the title."""
        self._pane()
        self.retitle()

    def _pane(self) -> None:
        sheet = self.query_one("#route", Sheet)
        if self.reading is None:
            self.article.tell(empty_lines(why_empty(self.review, NO_DOCUMENT), self.article.size.width))
            sheet.put([])
            return
        if self.place < 0 or self.leaves_nothing:
            sheet.put(empty_lines(why_empty(self.review, NO_STATEMENT), sheet.room, " ")[1:])
            return
        stop = self.stops[self.place]
        claim = stop.statement.claim if stop.statement else None
        told = Selected(self.reading, stop, self.finding, self.desk.elsewhere(claim) if claim else ())
        small = self.has_class("-narrow") and not self.has_class("-full")
        sheet.put((strip_lines if small else route_lines)(told, sheet.room))

    @on(Sheet.Resized)
    def _resized(self) -> None:
        self._pane()

    def on_resize(self, event: events.Resize) -> None:
        """The title has more or less room."""
        self.call_after_refresh(self._tell)

    def title_words(self) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """Title, outlet and date; place and state of review."""
        if self.reading is None:
            return (Piece("no document", "title"), Piece(f"    {safe(self.desk.name)}", "quiet")), (
                self.saved(),
            )
        row = self.reading.row
        about = " · ".join(filter(None, (safe(row.outlet), short(row.published, year=True))))
        left = [Piece(title_of(row), "title"), Piece(f"    {about or safe(row.id)}", "quiet")]
        total = self.review.total
        return left, (
            *self.filter_words(),
            Piece(f"{row.number} of {total}   {self.reviewed()}"),
            self.saved(),
        )

    # The filter.

    def _dim(self) -> None:
        """Dim what the filter leaves out."""
        assert self.reading is not None
        assert self._contents is not None
        found = self._filtered.of(self.desk, self.review.wanted, self._contents, self.reading, self.stops)
        self._left, numbers = found or (None, None)
        self.article.dim(numbers)

    def prepare(self) -> None:
        """Read the words of the document's statements."""
        if self._contents is not None and self.reading is not None:
            self._filtered.prepare(self._contents, self.reading)

    @property
    def left(self) -> Sequence[int]:
        """Places of the stops that the filter leaves."""
        return range(len(self.stops)) if self._left is None else self._left

    @property
    def leaves_nothing(self) -> bool:
        """Whether the filter leaves nothing of the document: no key acts on what it leaves out."""
        return self._left is not None and not self._left

    def light(self, hits: Sequence[tuple[int, int]]) -> None:
        """Light what a search found."""
        self.article.find(hits)

    def light_up(self, offset: int) -> None:
        """Have a place of the text in sight."""
        self.article.bring(offset)

    # The panes.

    def action_page(self, step: int) -> None:
        """Turn the page."""
        self.article.scroll_relative(y=step * max(self.article.size.height - 2, 1), animate=False)

    def action_pane(self) -> None:
        """The route has the keys, in full on a narrow screen; or the article again."""
        sheet = self.query_one("#route", Sheet)
        sheet.can_focus = not sheet.has_focus
        self.set_class(sheet.can_focus, "-full")
        (sheet if sheet.can_focus else self.article).focus()
        self.call_after_refresh(self._pane)

    @on(Article.Pressed)
    def _pressed(self, event: Article.Pressed) -> None:
        place = self._place_of("", event.offset, -1)
        if place is not None:
            self.select(place)
