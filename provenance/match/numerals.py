"""Words of number: what a figure is worth, what bounds it, what denies. German and English in one table."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from provenance.model import Bound

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "’": "'"})


@lru_cache(maxsize=16384)
def fold(token: str) -> str:
    """A word without capitals, umlauts and genitive apostrophe: "Lukić's" → "lukić", "Größe" → "groesse"."""
    folded = token.casefold().translate(_UMLAUTS)
    return folded[:-2] if folded.endswith("'s") and len(folded) > 3 else UNITS.get(folded, folded)


def _words(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


with (Path(__file__).parent / "quantities.toml").open("rb") as _file:
    DATA = tomllib.load(_file)
#: Signs and abbreviations of units → the word they are compared as.
UNITS: dict[str, str] = DATA["units"]
#: Folded bound → "<" at most, ">" at least, "~" about.
BOUNDS: dict[str, Bound] = {
    " ".join(map(fold, phrase.split())): sign
    for sign, phrases in DATA["bounds"].items()
    for phrase in phrases.split("|")
}
NUMBERS: dict[str, float] = {fold(word): float(value) for word, value in DATA["numbers"].items()}
SCALES: dict[str, int] = {fold(word): value for word, value in DATA["scales"].items()}
MONTHS = _words(DATA["words"]["months"])
NEGATIONS = _words(DATA["words"]["negations"])
_ATTACHED = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,]\d+")


def number_value(word: str) -> float | None:
    """The value of a number as printed: "8.000", "8,000" and "8 000" are thousands, "1,5" and "1.5" are not.

    "3m" and "2bn" are millions and billions; None for what is no single value, such as a clock time.
    """
    digits = word.rstrip("kmnbt")
    scale = _ATTACHED.get(word[len(digits) :]) if len(digits) < len(word) else 1
    if scale is None:
        return None  # "12km", "²ent": no number that is counted in
    if _PLAIN.fullmatch(digits):
        return float(digits) * scale if len(digits) < 20 else None
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"\D", "", digits)) * scale if len(digits) < 24 else None
    if _DECIMAL.fullmatch(digits):
        return float(digits.replace(",", ".")) * scale if len(digits) < 20 else None
    return None
