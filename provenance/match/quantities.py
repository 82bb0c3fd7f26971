"""Figures in a statement: value, bound, and the thing that is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from provenance.glyphs import APOSTROPHES
from provenance.match.numerals import (
    BOUNDS,
    LONGEST_BOUND,
    NUMBERS,
    PERCENT,
    SCALES,
    UNITS,
    fold,
    number_value,
)
from provenance.model import Bound
from provenance.words import any_of, every, every_phrase, later

NOT_BEFORE = every("figures", "not_before")
NOT_AFTER = every("figures", "not_after") | every("time", "months")
BETWEEN = every("figures", "between")
_BACK = later(lambda: re.compile(rf"\b(?:{any_of(every_phrase('figures', 'back'))})\b", re.I))
_TOKEN = later(lambda: re.compile(rf"\d+(?:[.,:]\d+)*|%|[^\W\d_]+(?:[-{APOSTROPHES}][^\W\d_]+)*|[.,;:!?]"))
_DIGIT = later(lambda: re.compile(r"\d"))
_ENDINGS = every_phrase("figures", "endings")
#: Words of a sentence that end what is counted: verbs and prepositions are lower case and follow the noun.
_STOP = every("figures", "stops")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: offsets of its words (bound, number, scale) within the text."""

    value: float
    bound: Bound
    """"<" at most, ">" at least, "~" about, "" as it stands."""
    head: str
    """Stem of the noun that is counted; "" if none is named."""
    modifiers: frozenset[str]
    """Stems of the adjectives before it."""
    generic: bool
    back: bool
    """The figure is said of "their number": what it counts was named before."""
    start: int
    end: int
    counted: str
    """What is counted, as printed: adjectives and noun."""
    unit: str = ""
    """The sign of a currency before the figure."""


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text that count something, in order; dates, times, ranks and years are left out."""
    if not _DIGIT.search(text) and NUMBERS.keys().isdisjoint(map(fold, text.split())):
        return ()
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found = []
    back = bool(_BACK.search(text))
    for at, (word, start, end) in enumerate(tokens):
        value = number_value(word) if word[0].isdigit() else NUMBERS.get(fold(word))
        if value is None:
            continue
        following = at + 1
        if following < len(tokens) and fold(tokens[following][0]) in SCALES:
            value *= SCALES[fold(tokens[following][0])]
            end = tokens[following][2]
            following += 1
        before = tokens[at - 1][0].lower() if at else ""
        if _is_no_count(word, value, before, tokens, following):
            continue
        bound, first = _bound(tokens, at, start)
        head, modifiers, counted = _counted(tokens, following)
        said_of = back and not (following < len(tokens) and tokens[following][0][0].isupper())
        if head or said_of:
            generic = head in _GENERIC_STEMS
            sign = text[start - 1 : start]
            unit = UNITS.get(sign, "")
            row = Quantity(value, bound, head, modifiers, generic, said_of, first, end, counted, unit)
            found.append(row)
    return tuple(found)


def _is_no_count(
    word: str, value: float, before: str, tokens: list[tuple[str, int, int]], following: int
) -> bool:
    after = tokens[following][0].lower() if following < len(tokens) else ""
    if after in NOT_AFTER or (
        after == "." and following + 1 < len(tokens) and tokens[following + 1][0].lower() in NOT_AFTER
    ):
        return True
    plain_year = len(word) == 4 and word.isdigit() and 1800 <= value <= 2100
    return plain_year or (
        before in NOT_BEFORE
        and value < 32
        and word.isdigit()
        and not (after and after[0].isalpha() and after not in _STOP)
    )


def _bound(tokens: list[tuple[str, int, int]], at: int, start: int) -> tuple[Bound, int]:
    for size in range(LONGEST_BOUND, 0, -1):
        if at >= size:
            phrase = " ".join(fold(token[0]) for token in tokens[at - size : at])
            if phrase in BOUNDS:
                return BOUNDS[phrase], tokens[at - size][1]
    return "", start


def _counted(tokens: list[tuple[str, int, int]], at: int) -> tuple[str, frozenset[str], str]:
    """Stem of the noun behind a number and of the adjectives between, and both as printed.

    The noun is the last of up to four words before a stop.
    """
    words: list[str] = []
    for word, _, _ in tokens[at : at + 5]:
        lower = word.lower()
        if word == "%":
            return PERCENT, frozenset(), word
        if not word[0].isalpha() or lower in _STOP or fold(word) in NUMBERS:
            break
        if lower not in BETWEEN:
            words.append(word)
        if word[0].isupper():
            break  # a German noun, or an English name: the head
    if not words:
        return "", frozenset(), ""
    # Without a capital the head is the second word at most: "striking dockers | left".
    size = len(words) if words[-1][0].isupper() else min(len(words), 2)
    head = words[size - 1] if words[-1][0].isupper() or size == 1 or words[1].endswith("s") else words[0]
    before = words[: words.index(head)]
    return stem(head), frozenset(stem(word) for word in before), " ".join([*before, head])


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its inflection, good enough to hold "Soldaten" and "Soldat", "dockers" and "docker" together."""
    lower = word.lower().replace("ß", "ß".casefold())
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= 4:
            return lower[: -len(ending)]
    return lower


_GENERIC_STEMS = frozenset(stem(word) for word in every("figures", "generic")) | {PERCENT}
