"""Which language a text is in: as the caller says, as the file declares, as its words tell.

A word counts for each language that has it, divided by their number: "de" and "en" tell little, "nicht" and "the"
much. A text whose words tell of no language that a folder declares, or of another one, is "und".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from provenance.words import ALL, UNKNOWN, codes, lists, words

#: A word, or what an apostrophe cuts off its end: "it", "'s".
_WORD = re.compile(r"(?<=\w)'[^\W\d_]{1,2}(?!\w)|[^\W\d_]+")
#: So much of a text is looked at, in code points.
ENOUGH = 6_000
#: Share of a text's words that its language's own words make up at least; running text has three times as much.
LEAST_SHARE = 0.08
#: How many times as much as for any other language the words must speak for one.
LEAD = 1.3
#: From here on they outweigh what a file declares: share, lead, and words of the language.
CLEAR_SHARE, CLEAR_LEAD, CLEAR_WORDS = 0.15, 3.0, 20.0
#: So many different words of its own a language must have where a file declares another one that no folder has.
OWN_WORDS = 25
#: A text with this share of them is in the language for certain.
FULL_SHARE = 0.3
#: A running text has so many words, and a language that it is in at least this share of them.
RUNNING, SPARSE = 25, 0.05


@dataclass(frozen=True, slots=True)
class Guess:
    """What the words of a text tell: the likeliest language, declared by a folder or not."""

    code: str
    weight: float
    """Words of that language, each divided by the number of languages that have it."""
    share: float
    """Of all words looked at."""
    lead: float
    """Times the weight of the next likely language."""
    own: int = 0
    """Different words of that language alone."""

    @property
    def clear(self) -> bool:
        """Whether it outweighs what a file says of itself."""
        return self.share >= CLEAR_SHARE and self.lead >= CLEAR_LEAD and self.weight >= CLEAR_WORDS


def language_of(text: str, *, given: str | None = None, declared: str | None = None) -> str:
    """The language of a text: what the caller gives, else what the file declares, else what its words tell.

    Declarations err, mostly by a frame in one language around a text in another, so words that are clear
    outweigh one. Of some 700 stored pages that declare a language about 25 have a text in another one. What
    declares a language that no folder has is overruled only by many words that no other language has, and what
    declares one that has, but has hardly a word of it in a running text, is in none that is known.
    """
    if given:
        return given
    said = _code(declared or "")
    count = _count(text)
    guess = _guess(count)
    told = guess.code if guess is not None and guess.code in codes() else UNKNOWN
    if not said:
        return told
    if said in codes() and count.words >= RUNNING and count.totals.get(said, 0.0) < SPARSE * count.words:
        return told
    if guess is None or not guess.clear or guess.code == said:
        return said
    few = guess.own < OWN_WORDS and guess.share < FULL_SHARE
    return said if said not in codes() and few else told


def _code(declared: str) -> str:
    """The code that a file declares, without region and script; "" for what says nothing."""
    first = declared.strip().replace("_", "-").split("-")[0].lower()
    code = next((code for code in codes() if first in words(code, "language", "names")), first)
    return (
        code if code.isalpha() and len(code) in (2, 3) and code not in words(ALL, "codes", "unknown") else ""
    )


def detect(text: str) -> str:
    """The language that the words of a text tell, or "und"."""
    return language_of(text)


def guess_language(text: str) -> Guess | None:
    """The likeliest language of a text; None if its words do not tell."""
    return _guess(_count(text))


@dataclass(frozen=True, slots=True)
class _Count:
    """The words of a text: how many, what they weigh for each language, and how many are a language's alone."""

    words: int
    totals: dict[str, float]
    own: dict[str, int]


def _count(text: str) -> _Count:
    found = _WORD.findall(text[:ENOUGH].lower().replace("’", "'"))
    homes = _homes()
    count = _Count(len(found), {}, {})
    for word, number in Counter(found).items():
        codes_of = homes.get(word, ())
        for code in codes_of:
            count.totals[code] = count.totals.get(code, 0.0) + number / len(codes_of)
            count.own[code] = count.own.get(code, 0) + (len(codes_of) == 1)
    return count


def _guess(count: _Count) -> Guess | None:
    ranked = sorted(count.totals.items(), key=lambda row: (-row[1], row[0]))
    if not ranked:
        return None
    (code, best), others = ranked[0], ranked[1:]
    lead = best / others[0][1] if others else best + 1
    share = best / count.words
    return Guess(code, best, share, lead, count.own[code]) if share >= LEAST_SHARE and lead >= LEAD else None


@cache
def _homes() -> Mapping[str, Sequence[str]]:
    """Word → the languages that have it."""
    markers = {code: entry.entries for code, entry in lists(ALL, "languages").items()}
    markers |= {code: tuple(words(code, "language", "markers")) for code in codes()}
    homes: dict[str, list[str]] = {}
    for code, entries in markers.items():
        for word in entries:
            homes.setdefault(word, []).append(code)
    return homes
