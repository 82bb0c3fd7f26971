"""A document's text wrapped into lines of cells; every line knows the offsets it shows."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import get_character_cell_size

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


def shown_text(document: Document) -> str:
    """A document's text one for one as the lines show it; a tab, whose width no line can know, is a blank."""
    return visible(document.text).replace("\t", " ")


def rows(document: Document, width: int) -> list[Row]:
    """The lines of a document at a width in cells, blocks divided by a blank line; small print stands together."""
    found = [Row(-1, -1)]
    text = shown_text(document)
    narrow = all(get_character_cell_size(glyph) == 1 for glyph in set(text) - {"\n"})
    before = ""
    for block in document.blocks:
        if len(found) > 1 and not (before in SMALL_PRINT and block.kind in SMALL_PRINT):
            found.append(Row(-1, -1))
        before = block.kind
        named = block.kind in NAMED_BLOCKS and width > 3 * LABEL
        label = block.kind.replace("_", " ").removeprefix("photo ") if named else ""
        room = width - LABEL if named else max(width, 8)
        wrapped = _wrap_narrow if narrow else _wrap
        for start, end in wrapped(text, block.start, block.end, room):
            found.append(Row(start, end, label, block.kind))
            label = ""
    return found


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


def cover(document: Document) -> array[int]:
    """For every offset the number of the innermost statement there, or -1: parents first, children over them."""
    painted = array("i", [-1]) * len(document.text)
    for number, statement in enumerate(document.statements):
        for start, end in statement.spans:
            painted[start:end] = array("i", [number]) * (end - start)
    return painted
