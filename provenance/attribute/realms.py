"""Over which country or body an office is, as the words beside it say: "der russische Präsident" is no "US-Präsident".

Compared by the first letters of a country, so that "Polens" and "polnisch" are one; what two countries share ("Iran",
"Irak") tells them not apart, which is the safe side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from provenance.attribute.lexis import SourceWords
from provenance.attribute.records import SourcePhrase

#: Letters of a country that its adjective has as well, and of a body that its genitive has.
COUNTRY, BODY = 3, 5
_PLAIN = str.maketrans("äöü", "aou")


@dataclass(frozen=True, slots=True)
class Realm:
    """First letters of countries and of bodies that an office is said to be over; empty where nothing says so."""

    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()

    def is_another(self, other: Realm) -> bool:
        """Whether both say of which country, or both of which body, and not of the same one."""
        apart = bool(self.countries and other.countries) and self.countries.isdisjoint(other.countries)
        return apart or (bool(self.bodies and other.bodies) and self.bodies.isdisjoint(other.bodies))


ANYWHERE = Realm()


@lru_cache(maxsize=1024)
def realm_of(phrase: SourcePhrase, known: SourceWords) -> Realm:
    """The realm of the office that is the head of a phrase."""
    said = phrase.text.split()
    at = next((n for n, word in enumerate(said) if word.lower().strip(",.") == phrase.head), -1)
    return realm(said, at, known) if at >= 0 else ANYWHERE


def realm(words: Sequence[str], at: int, known: SourceWords) -> Realm:
    """The realm of an office: what stands before the word at a number, in it before a hyphen, and in the genitive behind."""
    lower = [word.lower().strip(",.") for word in words]
    prefix, _, _ = lower[at].rpartition("-")
    countries = {_country(prefix, known), *(_country(word, known) for word in lower[max(at - 1, 0) : at])}
    bodies, behind = set(), at + 1
    if behind < len(lower) and (lower[behind] in known.governing_articles or lower[behind] in known.agents):
        for word, small in zip(words[behind + 1 :], lower[behind + 1 :], strict=False):
            if word[:1].isupper() and small not in known.lexicon.articles:
                bodies.add(small)
            elif not small.endswith(known.adjective_ends or ("\0",)):
                break
            if word.endswith(","):
                break
    countries |= {_country(word, known) for word in bodies}
    short = any(word.isupper() and len(word) > 1 for word in words[behind:])  # "der Präsident des DFB"
    named = {word.translate(_PLAIN)[:BODY] for word in bodies if not _country(word, known)}
    return Realm(frozenset(countries - {""}), frozenset() if short else frozenset(named))


@lru_cache(maxsize=8192)
def _country(word: str, known: SourceWords) -> str:
    """The first letters of the country that a lower-case word names or is the adjective of; "" for any other word."""
    endings = sorted(known.adjective_ends, key=len, reverse=True)
    bare = next((word.removesuffix(end) for end in endings if word.endswith(end)), word)
    genitives = (word, word[:-1])  # "Polens"
    country = next((one for one in genitives if one in known.countries), "")
    country = country or known.also_called.get(word, "") or known.also_called.get(bare, "")
    adjective = bare.endswith(known.country_stems) and bare.translate(_PLAIN)[:COUNTRY] in _starts(known)
    return (country or (bare if adjective else "")).translate(_PLAIN)[:COUNTRY]


@lru_cache(maxsize=4)
def _starts(known: SourceWords) -> frozenset[str]:
    return frozenset(country.translate(_PLAIN)[:COUNTRY] for country in known.countries)
