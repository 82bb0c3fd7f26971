"""A document's text wrapped into lines of cells; every line knows the offsets it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import get_character_cell_size

from provenance.inert import inert
from provenance.model import Document

#: Blocks in the quieter of the two greys.
SMALL_PRINT = frozenset({"photo_credit", "caption", "byline", "dateline", "wire_credit", "metadata"})
#: Blocks that are shown with their name before them, because they are no prose.
NAMED_BLOCKS = frozenset({*SMALL_PRINT, "editor_note", "correction", "kicker"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the article: offsets `start` to `end` of the document's text; both -1 for a blank line."""

    start: int
    end: int
    label: str = ""
    kind: str = ""


def shown_text(document: Document) -> str:
    """A document's text one for one as the lines show it; a tab, whose width no line can know, is a blank."""
    return inert(document.text).replace("\t", " ")


def rows(document: Document, width: int) -> list[Row]:
    """The lines of a document at a width in cells, blocks divided by a blank line."""
    found: list[Row] = []
    text = shown_text(document)
    for block in document.blocks:
        if found:
            found.append(Row(-1, -1))
        label = block.kind.replace("_", " ") if block.kind in NAMED_BLOCKS else ""
        if label:
            found.append(Row(-1, -1, label, block.kind))
        found.extend(
            Row(start, end, "", block.kind)
            for start, end in _wrap(text, block.start, block.end, max(width, 8))
        )
    return found


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


def cover(document: Document) -> list[int]:
    """For every offset the number of the innermost statement there, or -1: parents first, children over them."""
    painted = [-1] * len(document.text)
    for number, statement in enumerate(document.statements):
        for start, end in statement.spans:
            painted[start:end] = [number] * (end - start)
    return painted
