"""A source's words made fit to print: in the nominative, without a determiner.

German endings by Duden, Die Grammatik: strong declension where no article stands before the adjective. A noun whose
gender no ending tells keeps its adjectives as they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from provenance.words import values, words


@dataclass(frozen=True, slots=True, eq=False)
class Inflection:
    """How a language's nouns and adjectives are put back into the nominative; empty where it has no cases."""

    strong: Mapping[str, str]
    adjective_endings: tuple[str, ...]
    genders: Mapping[str, str]
    longest: int
    plural_determiners: frozenset[str]
    plurals: Mapping[str, str]
    plural_nouns: frozenset[str]
    """Nouns that are mostly plurals where no article says otherwise."""
    plural_endings: tuple[str, ...]
    weak_endings: tuple[str, ...]
    weak_nouns: Mapping[str, str]
    genitive_articles: frozenset[str]
    genitives: tuple[str, ...]
    """Endings of a genitive, the longest first."""
    no_genitives: tuple[str, ...]
    oblique: frozenset[str]
    adverbs: frozenset[str]
    adjectives: re.Pattern[str]
    """A capitalised word that is the adjective of a proper name."""


@cache
def inflection(code: str) -> Inflection:
    """The cases of a language."""

    def listed(name: str) -> frozenset[str]:
        return words(code, "inflection", name)

    genders = values(code, "inflection", "genders")
    endings = tuple(sorted(words(code, "phrases", "adjective_endings"), key=lambda ending: -len(ending)))
    stems = sorted(listed("proper_adjectives"))
    return Inflection(
        values(code, "inflection", "strong_endings"),
        endings,
        genders,
        max(map(len, genders), default=0),
        listed("plural_determiners"),
        values(code, "inflection", "plurals"),
        listed("plural_nouns"),
        tuple(listed("plural_endings")),
        tuple(listed("weak_endings")),
        values(code, "inflection", "weak_nouns"),
        listed("genitive_articles"),
        tuple(sorted(listed("genitive_endings"), key=lambda ending: -len(ending))),
        tuple(listed("no_genitives")),
        listed("oblique_men"),
        words(code, "clauses", "adverbs"),
        re.compile(rf"(?:{'|'.join(stems) or '(?!)'})(?:{'|'.join(endings) or '(?!)'})", re.I),
    )


def nominative(printed: Sequence[str], head: int, determiner: str, code: str) -> list[str]:
    """The words before and of a noun (`head`: its number) in the nominative without article; what follows stays.

    `determiner` is the one that was dropped before them, lower case, "" for none.
    """
    cases = inflection(code)
    if not cases.strong or not 0 <= head < len(printed):
        return list(printed)
    fixed = list(printed)
    noun = printed[head].lower()
    plural = determiner in cases.plural_determiners or any(
        word.lower() in cases.plural_determiners or (word.isdigit() and word != "1")
        for word in printed[:head]
    )
    plural = plural or (not determiner and noun in cases.plural_nouns)
    fixed[head], plural = _noun(printed[head], determiner, plural, cases)
    gender = "p" if plural else gender_of_noun(noun, code) or gender_of_noun(fixed[head].lower(), code)
    if not gender:
        return fixed
    for at in range(head):
        fixed[at] = _adjective(printed[at], gender, cases)
    return fixed


@lru_cache(maxsize=8192)
def gender_of_noun(noun: str, code: str) -> str:
    """ "m", "f", "n" or "" by the longest ending of a lower-case noun that the language knows."""
    cases = inflection(code)
    for size in range(min(len(noun), cases.longest), 0, -1):
        found = cases.genders.get(noun[-size:])
        if found:
            return found
    return ""


def is_adjective(word: str, code: str) -> bool:
    """Whether a capitalised word is the adjective of a proper name: "Deutsche" of "Deutsche Bank"."""
    return inflection(code).adjectives.fullmatch(word) is not None


def _noun(noun: str, determiner: str, plural: bool, cases: Inflection) -> tuple[str, bool]:
    """The noun in the nominative, and whether it is a plural."""
    lower = noun.lower()
    for size in range(len(lower), 3, -1):
        wanted = cases.plurals.get(lower[-size:])
        if wanted:
            return noun[: len(noun) - size] + (wanted.capitalize() if size == len(lower) else wanted), True
    oblique = determiner in cases.oblique
    if oblique and not plural:
        for size in range(len(lower), 3, -1):
            wanted = cases.weak_nouns.get(lower[-size:])
            if wanted:
                return noun[:-size] + (wanted.capitalize() if size == len(lower) else wanted), False
        if lower.endswith(cases.weak_endings):
            return noun[:-2], False
    if determiner in cases.genitive_articles and not lower.endswith(cases.no_genitives):
        return _without_genitive(noun, cases), False
    known = any(lower[-size:] in cases.genders for size in range(5, cases.longest + 1))  # "Konzern"
    if lower.endswith(cases.plural_endings) and not oblique and not known:
        return noun[:-1], True
    return noun, plural


def _without_genitive(noun: str, cases: Inflection) -> str:
    """ "Amtes" → "Amt", "Konzerns" → "Konzern": a longer ending only where the noun without it has a known gender."""
    for ending in cases.genitives:
        stem = noun[: -len(ending)]
        if not noun.endswith(ending):
            continue
        known = any(stem.lower()[-size:] in cases.genders for size in range(3, cases.longest))
        if known or ending == cases.genitives[-1]:
            return stem
    return noun


def _adjective(word: str, gender: str, cases: Inflection) -> str:
    lower = word.lower()
    if lower in cases.plurals:
        return cases.plurals[lower]
    if lower in cases.adverbs:
        return word  # "das heute erwachsene Kind"
    if not (not word[0].isupper() or cases.adjectives.fullmatch(word)) or lower in cases.plural_determiners:
        return word
    for ending in cases.adjective_endings:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return word[: -len(ending)] + cases.strong[gender]
    return word
