"""Words of number: what a figure is worth, what bounds it, what denies. All languages in one table.

Statements are compared across languages and before anybody asks for theirs; no word means two things here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from provenance.glyphs import APOSTROPHES
from provenance.model import Bound
from provenance.words import ALL, codes, every, every_phrase, values

#: Sign of a bound → the list of the words that put it on a figure: at most, at least, about.
_BOUND_LISTS: dict[Bound, str] = {"<": "at_most", ">": "at_least", "~": "about"}
_LETTERS = str.maketrans({**values(ALL, "figures", "folded_letters"), **dict.fromkeys(APOSTROPHES, "'")})


@lru_cache(maxsize=16384)
def fold(token: str) -> str:
    """A word without capitals, umlauts and genitive apostrophe: "Lukić's" → "lukić", "Größe" → "groesse"."""
    folded = token.casefold().translate(_LETTERS)
    return folded[:-2] if folded.endswith("'s") and len(folded) > 3 else UNITS.get(folded, folded)


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for code in (ALL, *codes()):
        yield from values(code, "figures", name).items()


def _folded(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, entries))


#: Signs and abbreviations of units → the word they are compared as.
UNITS: dict[str, str] = dict(_pairs("units"))
PERCENT = fold("%")
#: Folded bound → "<" at most, ">" at least, "~" about.
BOUNDS: dict[str, Bound] = {
    " ".join(map(fold, phrase.split())): sign
    for sign, name in _BOUND_LISTS.items()
    for phrase in every_phrase("figures", name)
}
#: Words of the longest bound.
LONGEST_BOUND = max(phrase.count(" ") + 1 for phrase in BOUNDS)
NUMBERS: dict[str, float] = {fold(word): float(value) for word, value in _pairs("numbers")}
SCALES: dict[str, int] = {fold(word): int(value) for word, value in _pairs("scales")}
MONTHS = _folded(every("time", "months"))
NEGATIONS = _folded(every("figures", "negations"))
#: Letters right behind a figure → what they multiply it by.
ATTACHED: dict[str, float] = {letters: float(value) for letters, value in _pairs("attached")}
_ATTACHED_LETTERS = "".join(ATTACHED)
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,]\d+")


def number_value(word: str) -> float | None:
    """The value of a number as printed: "8.000", "8,000" and "8 000" are thousands, "1,5" and "1.5" are not.

    "3m" and "2bn" are millions and billions; None for what is no single value, such as a clock time.
    """
    digits = word.rstrip(_ATTACHED_LETTERS)
    scale = ATTACHED.get(word[len(digits) :]) if len(digits) < len(word) else 1
    if scale is None:
        return None  # "12km", "²ent": no number that is counted in
    if _PLAIN.fullmatch(digits):
        return float(digits) * scale if len(digits) < 20 else None
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"\D", "", digits)) * scale if len(digits) < 24 else None
    if _DECIMAL.fullmatch(digits):
        return float(digits.replace(",", ".")) * scale if len(digits) < 20 else None
    return None
