"""Words with looks, wrapped and fitted to columns: what every pane and list is made of before it is painted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from provenance.inert import inert, line

#: Code points that take no room or hide others: zero-width ones, soft hyphens, tags, variation selectors of the
#: supplement. Source: The Unicode Standard, chapter 23 (special areas and format characters).
_HIDDEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


class Piece(NamedTuple):
    """Words in one look; `look` is the end of a component class, "" for plain words."""

    words: str
    look: str = ""


Line = tuple[Piece, ...]
"""What stands in one line of a pane."""


def visible(text: str) -> str:
    """`text` inert, one for one, with what hides in it shown."""
    return _HIDDEN.sub("\ufffd", inert(text))


def safe(text: str) -> str:
    """`text` from outside on one line, with nothing in it that acts or hides."""
    return _HIDDEN.sub("\ufffd", line(text))


def fit(text: str, width: int, right: bool = False) -> str:
    """`text` in exactly `width` columns: cut with an ellipsis, or padded."""
    if width <= 0:
        return ""
    room = width - cell_len(text)
    if room < 0:
        text, room = cut(text, width - 1) + "…", 0
        room = width - cell_len(text)
    return " " * room + text if right else text + " " * room


def cut(text: str, width: int) -> str:
    """As much of the beginning of `text` as has room in `width` columns."""
    if text.isascii():
        return text[: max(width, 0)]
    used = 0
    for at, glyph in enumerate(text):
        used += get_character_cell_size(glyph)
        if used > width:
            return text[:at]
    return text


def apart(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Line:
    """Words at both ends of a line; where there is no room for all, the left ones are cut."""
    taken = sum(cell_len(piece.words) for piece in right)
    room = max(width - taken - (2 if right else 0), 0)
    made: list[Piece] = []
    for piece in left:
        words = piece.words if cell_len(piece.words) <= room else fit(piece.words, room)
        made.append(Piece(words, piece.look))
        room -= cell_len(words)
        if room <= 0:
            break
    return (*made, Piece(" " * (room + (2 if right else 0))), *right)


def wrap(pieces: Iterable[Piece], width: int, indent: str = "", hang: str | None = None) -> list[Line]:
    """Words in lines of at most `width` columns; lines after the first begin with `hang`."""
    hang = indent if hang is None else hang
    lines: list[list[Piece]] = [[Piece(indent)] if indent else []]
    room = width - cell_len(indent)
    fresh, blank = True, False
    for piece in pieces:
        for part in re.findall(r"\s+|\S+", piece.words):
            if part.isspace():
                blank = not fresh
                continue
            size = cell_len(part)
            if size + blank > room and not fresh:
                lines.append([Piece(hang)] if hang else [])
                room, fresh, blank = width - cell_len(hang), True, False
            while size > room and room > 0:
                head = cut(part, room) or part[0]
                lines[-1].append(Piece(head, piece.look))
                lines.append([Piece(hang)] if hang else [])
                part, room = part[len(head) :], width - cell_len(hang)
                size = cell_len(part)
            if blank:
                lines[-1].append(Piece(" ", piece.look if lines[-1][-1].look == piece.look else ""))
            lines[-1].append(Piece(part, piece.look))
            room -= size + blank
            fresh, blank = False, False
    return [joined(made) for made in lines]


def joined(pieces: Iterable[Piece]) -> Line:
    """The same words, neighbours of one look in one piece."""
    made: list[Piece] = []
    for piece in pieces:
        if made and made[-1].look == piece.look:
            made[-1] = Piece(made[-1].words + piece.words, piece.look)
        elif piece.words:
            made.append(piece)
    return tuple(made)


def plain(made: Line) -> str:
    """The words of a line."""
    return "".join(piece.words for piece in made)
