"""Text from outside made harmless for a terminal: every code point that could act becomes one that shows."""

from __future__ import annotations

import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
#: Code point → visible stand-in, one for one so that offsets survive. Control characters become the
#: pictures that Unicode has for them; line ends and tabs stay, because the caller breaks lines itself.
_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **{ord(mark): "\ufffd" for mark in _BIDI},
    0x2028: "\ufffd",
    0x2029: "\ufffd",
    0xFEFF: "\ufffd",
}


def inert(text: str) -> str:
    """`text` with control and bidirectional characters replaced one for one by visible glyphs."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def line(text: str) -> str:
    """`text` inert and on one line: line ends and tabs become blanks."""
    return " ".join(inert(text).split())


def width(text: str) -> int:
    """Columns that a terminal gives `text`: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(glyph) else 2 if unicodedata.east_asian_width(glyph) in "WF" else 1
        for glyph in text
    )
