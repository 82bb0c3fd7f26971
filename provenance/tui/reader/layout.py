"""A document's text wrapped into lines of cells; every line knows the offsets it shows."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from rich.cells import get_character_cell_size

from provenance.inert import unusual
from provenance.model import Document
from provenance.tui.pieces import visible

#: Blocks in the quieter of the two greys.
SMALL_PRINT = frozenset({"photo_credit", "caption", "byline", "dateline", "wire_credit", "metadata"})
#: Blocks that are shown with their name beside them, because they are no prose.
NAMED_BLOCKS = frozenset({*SMALL_PRINT, "editor_note", "correction", "kicker"})
#: Columns at the right of a named block, for its name.
LABEL = 13


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the article: offsets `start` to `end` of the document's text; both -1 for a blank line."""

    start: int
    end: int
    label: str = ""
    kind: str = ""


class Rows(Sequence[Row]):
    """The lines of an article, each made when it is asked for: of a long one few ever are."""

    def __init__(self) -> None:
        """None is there."""
        self.starts = array("q")
        """Where each line begins; a blank one where the next line does."""
        self._ends = array("q")
        """Where it ends; -1 for a blank one."""
        self._firsts: list[int] = []
        self._named: list[tuple[str, str]] = []

    def blank(self, start: int) -> None:
        """Add a blank line; `start` lies behind the text if no other line follows."""
        self.starts.append(start)
        self._ends.append(-1)

    def add(self, label: str, kind: str, lines: Iterable[tuple[int, int]]) -> None:
        """Add the lines of a block."""
        first = len(self.starts)
        for start, end in lines:
            self.starts.append(start)
            self._ends.append(end)
        if len(self.starts) == first:
            return
        self._firsts.append(first)
        self._named.append((label, kind))
        while first and self._ends[first - 1] < 0:
            first -= 1
            self.starts[first] = self.starts[first + 1]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        end = self._ends[at]
        if end < 0:
            return Row(-1, -1)
        number = at % len(self)
        block = bisect_right(self._firsts, number) - 1
        label, kind = self._named[block]
        return Row(self.starts[at], end, label if number == self._firsts[block] else "", kind)

    def at(self, offset: int) -> int:
        """The line of an offset; of one that no line shows the line before it, or the first one; 0 without lines."""
        number = max(bisect_right(self.starts, offset) - 1, 0)
        while number < len(self) and self._ends[number] < 0:
            number += 1
        return number if number < len(self) else 0


def shown_text(document: Document) -> str:
    """A document's text one for one as the lines show it; a tab, whose width no line can know, is a blank."""
    text = document.text
    if "\t" not in text and visible(glyphs := "".join(unusual(text))) == glyphs:
        return text
    return visible(text).replace("\t", " ")


def rows(document: Document, width: int, text: str = "") -> Rows:
    """The lines of a document at a width in cells, blocks divided by a blank line; small print stands together.

    `text` is its `shown_text`, if that is known.
    """
    text = text or shown_text(document)
    narrow = all(get_character_cell_size(glyph) == 1 for glyph in unusual(text) - {"\n"})
    wrapped = _wrap_narrow if narrow else _wrap
    made = Rows()
    made.blank(len(text) + 1)
    before = ""
    for block in document.blocks:
        if len(made) > 1 and not (before in SMALL_PRINT and block.kind in SMALL_PRINT):
            made.blank(len(text) + 1)
        before = block.kind
        named = block.kind in NAMED_BLOCKS and width > 3 * LABEL
        label = block.kind.replace("_", " ").removeprefix("photo ") if named else ""
        room = width - LABEL if named else max(width, 8)
        made.add(label, block.kind, wrapped(text, block.start, block.end, room))
    return made


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The same as `_wrap` where each character has one column: as many steps as there are lines."""
    line = start
    while line < end:
        stop = text.find("\n", line, min(line + width + 1, end))
        if stop < 0 and line + width >= end:
            stop = end
        if stop >= 0:
            yield line, stop
            line = stop + 1
            continue
        blank = text.rfind(" ", line + 1, line + width + 1)
        yield line, (blank if blank > 0 else line + width)
        line = blank + 1 if blank > 0 else line + width


def _wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines of a stretch, broken at blanks; a word longer than a line is cut."""
    line = start
    while line < end:
        used = 0
        at = line
        blank = -1
        while at < end and text[at] != "\n":
            used += get_character_cell_size(text[at])
            if used > width:
                break
            if text[at] == " ":
                blank = at
            at += 1
        # A blank that has no more room ends the line as well as one that has.
        if at < end and text[at] == " ":
            blank = at
        if at >= end or text[at] == "\n":
            yield line, at
            line = at + 1
        elif blank > line:
            yield line, blank
            line = blank + 1
        else:
            yield line, max(at, line + 1)
            line = max(at, line + 1)


def offset_at(text: str, row: Row, column: int) -> int:
    """Offset of what stands at a column of a line, 0 the first; behind the line's end its last offset."""
    at = row.start
    while at < row.end - 1:
        column -= get_character_cell_size(text[at])
        if column < 0:
            break
        at += 1
    return at
