"""One person under several spellings: "Lawrow", "Lavrov" and "Lawrov"; "Selenskij" and "Zelensky".

Names from other scripts are spelled by the country that prints them. They are joined when the surnames are
the same after the usual differences are undone, or nearly so, and the given names allow it. Two names that
one document keeps apart are two people: that is the guard against Meier and Maier.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from provenance.words import ALL, values

#: Spelling → sound, in the order in which they are undone.
_SOUNDS = tuple(values(ALL, "names", "sounds").items())
#: Surnames shorter than this are too often others: "Lee" and "Li".
SHORTEST = 5
#: Ratio of the sounds of two surnames, 0 to 100, from which they are one.
SAME_SURNAME = 92.0
#: The same for surnames with the same consonants: vowels are what transliterations differ in.
SAME_FRAME = 85.0
SAME_GIVEN_NAME = 72.0
#: A surname with more given names than this is a common one, and no rare one in several spellings.
COMMON = 50
#: Surnames longer than this are told by their consonants alone.
LONGEST = 24


@lru_cache(maxsize=32768)
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
    bearers = _Bearers(name for name in names if " " in name)
    for name, documents in names.items():
        if " " not in name:
            continue
        near = (
            head for head in bearers.near(name) if names[head].isdisjoint(documents) and _same(head, name)
        )
        home = next(near, None)
        if home is None:
            bearers.add(name)
        else:
            joined[name] = home
    return joined


class _Bearers:
    """Full names found again by the sounds of their surnames, so that no name is compared with all others."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are all that will be asked for: they tell how common a surname is."""
        given: dict[str, set[str]] = {}
        frames: dict[str, set[str]] = {}
        for name in names:
            surname = sounds(name.split()[-1])
            given.setdefault(surname, set()).add(sounds(name.split()[0]))
            frames.setdefault(_frame(surname), set()).add(surname)
        self._common = {surname for surname, found in given.items() if len(found) > COMMON}
        self._frames = {frame for frame, found in frames.items() if len(found) <= COMMON}
        self._heads: dict[str, list[str]] = {}
        self._order: dict[str, int] = {}

    def add(self, name: str) -> None:
        """Add a name that others may be spellings of."""
        self._order[name] = len(self._order)
        for key in self._keys(name):
            self._heads.setdefault(key, []).append(name)

    def near(self, name: str) -> Iterator[str]:
        """The names added so far that may be the same, the first added first."""
        found = {head for key in self._keys(name) for head in self._heads.get(key, ())}
        return iter(sorted(found, key=self._order.__getitem__))

    def _keys(self, name: str) -> Iterator[str]:
        """What two spellings of one name have in common, one of these at least.

        The consonants of the surname; else all of it but one letter of each. Of a surname that many bear, and of
        consonants that many surnames have, only the very sounds tell anything.
        """
        words = name.split()
        surname = sounds(words[-1])
        if surname in self._common:
            yield f"{surname} {sounds(words[0])}"
            return
        yield surname
        frame = _frame(surname)
        if frame in self._frames:
            yield frame
        for at in range(2, min(len(surname), LONGEST)):
            yield surname[:at] + surname[at + 1 :]


def _frame(surname: str) -> str:
    """The first two sounds of a surname with its consonants."""
    return f"{surname[:2]}-{_consonants(surname)}"


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
