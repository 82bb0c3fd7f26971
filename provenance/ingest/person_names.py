"""Names of persons by their form, and by the given names that are known."""

from __future__ import annotations

import re
from functools import cache

from provenance.glyphs import APOSTROPHES, DOUBLE_CLOSING, DOUBLE_OPENING, UPPER, one_of
from provenance.words import every, later

_NAME = later(lambda: re.compile(rf"{one_of(UPPER)}[\w.{APOSTROPHES}-]*"))
_FURTHER_NAME = later(
    lambda: re.compile(rf"{one_of(UPPER, APOSTROPHES, DOUBLE_OPENING)}[\w.{APOSTROPHES}{DOUBLE_CLOSING}-]*")
)
_PARTICLES = every("names", "particles", "prefixes")
_MOST_NAMES = 5


def is_person(part: str) -> bool:
    """Whether words are a name: one to five of them with a capital, particles between them."""
    first, *further = part.split()
    if not _NAME.fullmatch(first) or (further and not _FURTHER_NAME.fullmatch(further[-1])):
        return False
    names = [word for word in further[:-1] if word not in _PARTICLES]
    return len(names) + 2 <= _MOST_NAMES + (not further) and all(map(_FURTHER_NAME.fullmatch, names))


def has_given_name(name: str) -> bool:
    """Whether a name begins with a given name that is known, and so is a person's and not a thing's."""
    return name.partition(" ")[0].partition("-")[0].lower() in _given_names()


def is_full_name(words: str) -> bool:
    """Whether words are a given name that is known and a surname: a person's also where an outlet bears it."""
    return " " in words and has_given_name(words) and is_person(words)


def is_plain_name(words: str) -> bool:
    """Whether words are one given name that is known and one surname, so that an outlet of this name is a person's."""
    return words.count(" ") == 1 and is_full_name(words)


@cache
def _given_names() -> frozenset[str]:
    return every("given_names", "men", "women", "either")
