"""The article: its text line by line in a column that can be read, doubt tinted, sources signed at its left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from provenance.desk.records import FindingRow, Reading
from provenance.tui.pieces import Line
from provenance.tui.reader.contents import Contents
from provenance.tui.reader.gutter import GUTTER, gutter
from provenance.tui.reader.layout import SMALL_PRINT, Row, Rows, offset_at, rows, shown_text
from provenance.tui.reader.marks import TINTS, Marks
from provenance.tui.widgets.painted import Painted

#: A line is not longer than this, in columns, however wide the terminal is.
MEASURE = 72


class Article(Painted, can_focus=True):
    """A document with its statements; only lines on the screen are rendered, and only what changed is painted."""

    class Pressed(Message):
        """A place in the text was clicked."""

        def __init__(self, offset: int) -> None:
            """`offset` is the place in the document's text."""
            super().__init__()
            self.offset = offset

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is called."""
        super().__init__(id=id)
        self.reading: Reading | None = None
        self.marks: Marks | None = None
        self.rows = Rows()
        self._told: Sequence[Line] = ()
        self._text = ""
        self._wrapped_at = 0
        self._lit: frozenset[int] | None = None

    def show(self, reading: Reading, contents: Contents) -> None:
        """Show a document from its top, nothing selected."""
        self.reading = reading
        self.marks = Marks(reading, contents)
        self._text = shown_text(reading.document)
        self._layout()
        self.scroll_to(y=0, animate=False, force=True)

    def update_findings(self, reading: Reading, contents: Contents) -> None:
        """The same document after decisions: lines are painted on which another finding shows, or none any more."""
        assert self.marks is not None
        before = [*map(self._shown_on, self._in_sight())]
        corrected = self.reading is not None and self.reading.machine != reading.machine
        self.reading = reading
        self.marks.update(reading, contents)
        if corrected:
            self.select(self.marks.selected, self.marks.lit, center=False)
            self.refresh()
        for y, shown in zip(self._in_sight(), before, strict=True):
            if self._shown_on(y) != shown:
                self.refresh_line(y)

    def _in_sight(self) -> range:
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, len(self.rows)))

    def _shown_on(self, y: int) -> tuple[object, ...]:
        """What shows on a line of the findings there."""
        assert self.marks is not None
        row, worst = self.rows[y], self._worst(y)
        tints = self.marks.tints(row.start, row.end) if row.start >= 0 else b""
        return tints, worst and (worst.state, worst.finding.severity)

    def renew(self, reading: Reading, contents: Contents, moved: Callable[[int], int]) -> None:
        """The document after its file changed: what stood at the top stays there; `moved` says where offsets are now."""
        top = self._top()
        self.reading = reading
        self.marks = Marks(reading, contents)
        self._text = shown_text(reading.document)
        self._layout()
        self._keep(moved(top) if top else 0)

    def _top(self) -> int:
        """Offset of what stands at the top; 0 for the beginning."""
        if self.scroll_offset.y == 0:
            return 0
        start = self.rows.starts[self.scroll_offset.y] if self.scroll_offset.y < len(self.rows) else 0
        return start if start < len(self._text) else 0

    def _keep(self, top: int) -> None:
        if top:
            self.scroll_to(y=self.row_of(top), animate=False, force=True)

    def tell(self, lines: Sequence[Line]) -> None:
        """Show these lines in the place of a document."""
        self._told = lines
        self.reading = self.marks = None
        self.rows = Rows()
        self.virtual_size = Size(0, 0)
        self.refresh()

    def select(self, number: int, lit: tuple[int, int] = (-1, -1), center: bool = True) -> None:
        """Select a statement by its number, or words by their offsets, and have them in sight."""
        if self.reading is None or self.marks is None:
            return
        marks = self.marks
        before = [*self._touched()]
        marks.selected, marks.lit, marks.speaker, marks.cue = number, lit, (), ()
        self._lit = None
        if number >= 0 and (attribution := self.reading.document.statements[number].attribution):
            marks.speaker, marks.cue = attribution.speaker, attribution.cue
        now = [*self._touched()]
        for y in {*before, *now}:
            self.refresh_line(y)
        if center and now:
            self._bring(min(now), max(now))

    def find(self, hits: Sequence[tuple[int, int]]) -> None:
        """Light what a search found."""
        if self.marks is not None:
            made = bytearray(len(self._text) if hits else 0)
            for start, end in hits:
                made[start:end] = b"\1" * (end - start)
            if made != self.marks.hits:
                self.marks.hits = made
                self.refresh()

    def dim(self, left: frozenset[int] | None) -> None:
        """Dim all but the statements that the filter leaves; nothing without one."""
        if self.marks is not None and self.marks.left != left:
            self.marks.left = left
            self.refresh()

    def _touched(self) -> Iterator[int]:
        """Lines that the selection shows on."""
        assert self.marks is not None
        return self._lines_of([*self.marks.speaker, *self.marks.cue, *self._selected_spans()])

    def _bring(self, first: int, last: int) -> None:
        """Have lines in sight: nothing moves if they are, else they come to the upper third."""
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if first < top or min(last, first + height - 2) >= top + height:
            self.scroll_to(y=max(first - height // 3, 0), animate=False, force=True)

    def bring(self, offset: int) -> None:
        """Have a place of the text in sight."""
        row = self.row_of(offset)
        self._bring(row, row)

    def row_of(self, offset: int) -> int:
        """The line of an offset; of one that no line shows the line before it."""
        return self.rows.at(offset)

    @property
    def _measure(self) -> int:
        return max(min(self.scrollable_content_region.width - GUTTER - 1, MEASURE), 8)

    def _layout(self) -> None:
        if self.reading is None or not self.size:
            return
        self._wrapped_at, self._lit = self._measure, None
        self.rows = rows(self.reading.document, self._wrapped_at, self._text)
        self.rows.blank(len(self._text) + 1)
        self.virtual_size = Size(self._wrapped_at + GUTTER, len(self.rows))
        self.refresh()

    def _worst(self, y: int) -> FindingRow | None:
        """The finding that is shown on a line: that of those which begin on it, or behind it and before the next one."""
        assert self.marks is not None
        if self.rows[y].start < 0:
            return None
        first = 0 if y == self.rows.at(0) else self.rows.starts[y]
        return self.marks.worst(first, self.rows.starts[y + 1])

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again at another width, and keep what was at the top there."""
        if self.reading is not None and self._measure != self._wrapped_at:
            top = self._top()
            self._layout()
            self._keep(top)
            if touched := [*self._touched()]:
                self._bring(min(touched), max(touched))

    def render_line(self, y: int) -> Strip:
        """One visible line: the gutter with signs, then the text in its looks."""
        number = y + self.scroll_offset.y
        base, width = self.base, self.size.width
        if self.reading is None and y < len(self._told):
            return self.strip(self._told[y], width)
        if self.marks is None or number >= len(self.rows) or self.rows[number].start < 0:
            return Strip.blank(width, base)
        row = self.rows[number]
        segments = self._gutter(number, row)
        if row.kind in ("headline", "subheading"):
            base = base + self.look("headline")
        elif row.kind in SMALL_PRINT:
            base = base + self.look("small")
        for start, end, tint, names in self.marks.runs(row.start, row.end):
            style = base + self.look(TINTS[tint]) if tint else base
            style = style + self.look(names) if names else style
            segments.append(Segment(self._text[start:end], style))
        if row.label:
            used = GUTTER + cell_len(self._text[row.start : row.end])
            room = GUTTER + self._wrapped_at - used
            segments.append(Segment(row.label.rjust(room), self.ink("quiet")))
        strip = Strip(segments).adjust_cell_length(width, self.base)
        return self._selected_by_mouse(strip, number).apply_offsets(self.scroll_offset.x, number)

    def _selected_by_mouse(self, strip: Strip, number: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return strip
        start, end = span[0], strip.cell_length if span[1] < 0 else span[1]
        style = self.screen.get_component_rich_style("screen--selection")
        before, inside, after = strip.divide([start, end, strip.cell_length])
        return Strip.join([before, inside.apply_style(style), after])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words under the mouse's selection, without the gutter."""
        # `Selection.extract` ends elsewhere in older versions of Textual.
        start, end = selection.start, selection.end
        first, last = start.y if start else 0, min(end.y if end else len(self.rows), len(self.rows) - 1)
        taken = [
            self._text[row.start : row.end] if row.start >= 0 else "" for row in self.rows[first : last + 1]
        ]
        if not taken:
            return None
        if end and end.y == last:
            taken[-1] = taken[-1][: max(end.x - GUTTER, 0)]
        if start:
            taken[0] = taken[0][max(start.x - GUTTER, 0) :]
        return "\n".join(taken), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected."""
        self.refresh()

    def _gutter(self, number: int, row: Row) -> list[Segment]:
        assert self.marks is not None and self.reading is not None
        pieces = gutter(
            self.marks, self.reading.document, row, self._worst(number), number in self._lit_rows()
        )
        return [Segment(words, self.ink(look)) for words, look in pieces]

    def _lit_rows(self) -> frozenset[int]:
        """Lines of the selected words, until something else is selected or the lines are others."""
        if self._lit is None:
            self._lit = frozenset(self._lines_of(self._selected_spans()))
        return self._lit

    def _selected_spans(self) -> list[tuple[int, int]]:
        marks = self.marks
        assert marks is not None and self.reading is not None
        spans: list[tuple[int, int]] = [marks.lit] if marks.lit[0] >= 0 else []
        if marks.selected >= 0:
            spans += self.reading.document.statements[marks.selected].spans
        return spans

    def _lines_of(self, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        for start, end in spans:
            yield from range(self.row_of(start), self.row_of(max(end - 1, start)) + 1)

    def on_click(self, event: events.Click) -> None:
        """Tell which place in the text was clicked."""
        number = event.y + self.scroll_offset.y
        if self.text_selection is None and number < len(self.rows) and self.rows[number].start >= 0:
            column = max(event.x - GUTTER, 0)
            self.post_message(self.Pressed(offset_at(self._text, self.rows[number], column)))
