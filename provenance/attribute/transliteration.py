"""One person under several spellings: "Lawrow", "Lavrov" and "Lawrov"; "Selenskij" and "Zelensky".

Names from other scripts are spelled by the country that prints them. They are joined when the surnames are
the same after the usual differences are undone, or nearly so, and the given names allow it. Two names that
one document keeps apart are two people: that is the guard against Meier and Maier.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

#: Spellings of one sound, longest first: German, English and scholarly transliterations of Cyrillic,
#: Arabic and Greek names (Duden, transcription tables; BGN/PCGN).
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("shch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("zh", "s"), ("kh", "c"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"), ("x", "ks"), ("q", "k"), ("c", "k"), ("ß", "s"), ("h", ""),
)  # fmt: skip
#: Surnames shorter than this are too often others: "Lee" and "Li".
SHORTEST = 5
#: Ratio of the sounds of two surnames, 0 to 100, from which they are one.
SAME_SURNAME = 92.0
#: The same for surnames with the same consonants: vowels are what transliterations differ in.
SAME_FRAME = 85.0
SAME_GIVEN_NAME = 72.0


@lru_cache(maxsize=4096)
def sounds(name: str) -> str:
    """A name with the usual differences of transliteration undone, for comparison only."""
    plain = "".join(glyph for glyph in unicodedata.normalize("NFKD", name.casefold()) if glyph.isalpha())
    for spelling, sound in _SOUNDS:
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", plain)


def _consonants(word: str) -> str:
    return re.sub(r"[aeiouäöü]", "", word)


def spellings(names: Mapping[str, set[str]]) -> dict[str, str]:
    """Name → the name it is joined to, for full names of persons and the documents that each stands in.

    The name that comes first in the mapping keeps its spelling.
    """
    joined: dict[str, str] = {}
    heads: dict[str, list[str]] = {}  # by the first two sounds of the surname
    for name, documents in names.items():
        if " " not in name:
            continue
        group = heads.setdefault(sounds(name.split()[-1])[:2], [])
        home = next((head for head in group if not names[head] & documents and _same(head, name)), None)
        if home is None:
            group.append(name)
        else:
            joined[name] = home
    return joined


def _same(a: str, b: str) -> bool:
    from rapidfuzz import fuzz

    *given_a, last_a = a.split()
    *given_b, last_b = b.split()
    if min(len(last_a), len(last_b)) < SHORTEST:
        return False
    x, y = sounds(last_a), sounds(last_b)
    frame = _consonants(x) == _consonants(y)
    if fuzz.ratio(x, y) < (SAME_FRAME if frame else SAME_SURNAME):
        return False
    return fuzz.ratio(sounds(given_a[0]), sounds(given_b[0])) >= SAME_GIVEN_NAME
