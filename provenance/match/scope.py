"""What a figure holds for: its time, whom or what it names, and whether it was counted at all.

Two figures for one thing dispute nothing if one is of June and the other of the year, one of this town and the
other of that one, or one counted and the other hoped for. Read off the statement's own words, so that it is the
same whatever else is compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from provenance.glyphs import CAPITALS
from provenance.match.keys import GRAMMAR
from provenance.match.numerals import MONTHS, fold
from provenance.match.quantities import stem
from provenance.words import alternatives, every, later

_WORD = later(lambda: re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d{4}"))
_PART = later(lambda: re.compile(r"[;:!?]\s|(?<!\d)\.\s"))
_YEAR = later(lambda: re.compile(r"(?:19|20)\d\d"))
_OPEN = later(lambda: re.compile(alternatives("figures", "not_counted_yet"), re.IGNORECASE))
_SPANS = every("figures", "span_words")
#: Short forms are names and modals as often: "Jan", "may".
_MONTHS = frozenset(month for month in MONTHS if len(month) > 3)
_SOLE = later(lambda: re.compile(rf"(?<=[\w,;] )[{CAPITALS}][\w’'-]+"))


@dataclass(frozen=True, slots=True)
class Scope:
    """When, of whom, and whether counted, of the figures of one statement."""

    times: frozenset[str]
    """Years, months and words for stretches of time."""
    names: frozenset[str]
    """Capitalised words within the sentence, by their stems; German nouns among them."""
    counted: bool
    """False for a forecast, a plan, a wish and a condition."""

    def meets(self, other: Scope) -> bool:
        """Whether figures of both can be for one thing: both counted, of one time, and not of two names."""
        if not (self.counted and other.counted) or self.times != other.times:
            return False
        return not self.names or not other.names or bool(self.names & other.names)


@lru_cache(maxsize=4096)
def scope_of(text: str, at: int) -> Scope:
    """The scope of a figure that stands at an offset of a statement: told by its sentence, or part of one."""
    start = 0
    for match in _PART.finditer(text):
        if match.end() > at:
            return _scope(text[start : match.start()])
        start = match.end()
    return _scope(text[start:])


@lru_cache(maxsize=4096)
def _scope(text: str) -> Scope:
    words = [fold(word) for word in _WORD.findall(text)]
    times = {word for word in words if word in _MONTHS or word in _SPANS or _YEAR.fullmatch(word)}
    names = {
        stem(match[0])
        for match in _SOLE.finditer(text)
        if fold(match[0]) not in GRAMMAR and fold(match[0]) not in MONTHS
    }
    return Scope(frozenset(times), frozenset(names), not _OPEN.search(text))
