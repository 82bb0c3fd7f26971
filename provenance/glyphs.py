"""Glyphs that mean something to whoever reads a text, in named sets: no language's, so below all rooms.

Source: The Unicode Standard, chapter 6.2 (general punctuation: quotation marks, apostrophes, dashes).
A set is a string: each glyph is a member, and `one_of` makes a class of a pattern of it.
"""

from __future__ import annotations

import re

#: Double marks that open and that close a quotation in some country; many do both.
DOUBLE_OPENING = '„“"»«'
DOUBLE_CLOSING = '“”"»«'
DOUBLE = '„“”"»«'
#: Single marks; the last two of each double as apostrophes.
SINGLE_OPENING = "‚‘'"
SINGLE_CLOSING = "’‘'"
ANGLES = "›‹"
SINGLE = "‚‘’'›‹"
QUOTES = DOUBLE + SINGLE
APOSTROPHES = "'’"
DASHES = "–—-"
#: What ends a sentence as one glyph.
STOPS = ".!?…"
#: Capitals that open a name or a sentence in the languages read, and those of names from elsewhere, as ranges.
CAPITALS = "A-ZÄÖÜ"
ACCENTED = "À-Ý"
_RANGES = (CAPITALS, ACCENTED)
#: Every capital of the Latin, Greek and Cyrillic alphabets, for names of any country.
UPPER = "".join(glyph for glyph in map(chr, range(ord("A"), 0x0530)) if glyph.isupper())


def one_of(*sets: str) -> str:
    """A class of a pattern that matches any one glyph of some sets."""
    return "[" + "".join(part if part in _RANGES else re.escape(part) for part in sets) + "]"


def none_of(*sets: str) -> str:
    """A class of a pattern that matches any glyph but those of some sets."""
    return "[^" + one_of(*sets)[1:]
