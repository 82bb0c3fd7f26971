"""Text from outside made harmless for a terminal: every code point that could act becomes one that shows."""

from __future__ import annotations

import os
import re
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
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
    # Surrogates are no text, and no stream takes them.
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}

_PRINTABLE = bytes(range(0x20, 0x7F))

#: The same in a pattern, without what JSON escapes itself.
_ACTING = re.compile(f"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff{_BIDI}]")


def inert(text: str) -> str:
    """`text` with control and bidirectional characters replaced one for one by visible glyphs."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def unusual(text: str) -> set[str]:
    """The characters of a text that are not printable ASCII, each once: few, however long it is."""
    return set(
        text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE).decode("utf-8", "surrogatepass")
    )


def line(text: str) -> str:
    """`text` inert and on one line: line ends and tabs become blanks, bytes of a name that are no text escapes."""
    return " ".join(inert(_escaped(text)).split())


def row(text: str) -> str:
    """`text` inert and on one line, one for one: a line end, in the name of a file, becomes its picture."""
    return inert(text).replace("\n", "\u240a")


def shown_path(path: str) -> str:
    """A path as text, the same in every locale: a byte of it that is no UTF-8 becomes an escape, "\\xff"."""
    if path.isascii():
        return path
    try:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        # A path that no system gave: a name for standard input, say.
        return _escaped(path)


def _escaped(text: str) -> str:
    """`text` with escapes for surrogates: those that stand for bytes of a name, and those that stand for nothing."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def inert_json(text: str) -> str:
    """JSON whose strings act on no terminal: the same values, code points that could act written as escapes."""
    # JSON itself escapes those below the blank.
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def width(text: str) -> int:
    """Columns that a terminal gives `text`: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(glyph) else 2 if unicodedata.east_asian_width(glyph) in "WF" else 1
        for glyph in text
    )
