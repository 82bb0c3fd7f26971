"""Plain signs for a terminal whose encoding has not all of them: as many columns as the signs, and no escapes."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from rich.cells import get_character_cell_size

#: Name of the error handler for `codecs`.
PLAIN = "provenance-plain"
_SIGNS = dict(
    zip(
        "●■▲◈○∅✖·▸⚑≠−━╌┈╳─│┌├└«»“”„‟‹›‘’‚–—…•←→↑↓✓▼▶▌┃╏┆┄▆▅▃▂█▓▒░↯✎↵",
        '*#^%o0X.>!!-=-.x-|+++""""""<>\'\'\'--.*<>^vvv>||:.-#=-.#=-.!*<',
        strict=True,
    )
)


@contextmanager
def plain_signs(stream: TextIO | None) -> Iterator[None]:
    """Let a stream write plain signs for those that its encoding has not, for as long as it lasts."""
    if not isinstance(stream, TextIOWrapper):
        yield
        return
    before = stream.errors
    stream.reconfigure(errors=PLAIN)
    try:
        yield
    finally:
        stream.reconfigure(errors=before)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


def _stand_in(glyph: str) -> str:
    """A letter without its marks, a blank for the blocks that bars are drawn with, else question marks."""
    if glyph in _SIGNS:
        return _SIGNS[glyph]
    if "\u2500" <= glyph <= "\u259f":
        return "+" if glyph < "\u2580" else " "
    base = unicodedata.normalize("NFKD", glyph)[0]
    width = get_character_cell_size(glyph)
    return base if width == 1 and base.isascii() and base.isprintable() else "?" * width


codecs.register_error(PLAIN, _plain)
