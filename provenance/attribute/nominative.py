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

#: A plural's vowel as the singular has it.
_PLAIN = str.maketrans("äöü", "aou")


@dataclass(frozen=True, slots=True, eq=False)
class Inflection:
    """How a language's nouns and adjectives are put back into the nominative; empty where it has no cases."""

    strong: Mapping[str, str]
    adjective_endings: tuple[str, ...]
    genders: Mapping[str, str]
    longest: int
    plural_determiners: frozenset[str]
    determining: frozenset[str]
    """Adjectives that stand before a noun as a determiner does."""
    plurals: Mapping[str, str]
    plural_names: Mapping[str, str]
    """Names of bodies that are plurals, behind an article → without one: "die Grünen"."""
    plural_nouns: frozenset[str]
    """Nouns that are mostly plurals where no article says otherwise."""
    plural_endings: tuple[str, ...]
    weak_endings: tuple[str, ...]
    weak_nouns: Mapping[str, str]
    weak: str
    """Ending of an adjective behind an article in an oblique case and before several: "den örtlichen"."""
    adjective_nouns: re.Pattern[str]
    """A noun that is inflected as an adjective: "Angeklagter", "Grünen-Vorsitzende", "43-Jährige"."""
    masculine: frozenset[str]
    """Determiners of a nominative behind which such a noun is weak: "der"."""
    neuter: frozenset[str]
    """Determiners of a neuter noun: "das"."""
    dative_plurals: frozenset[str]
    """Determiners of several in the dative; of one they are accusatives, and no source is an object."""
    plural_articles: frozenset[str]
    """Determiners that stand before several as well."""
    genitive_articles: frozenset[str]
    genitives: tuple[str, ...]
    """Endings of a genitive, the longest first."""
    no_genitives: tuple[str, ...]
    sibilants: tuple[str, ...]
    """Ends of nouns whose genitive is always the longer one."""
    oblique: frozenset[str]
    adverbs: frozenset[str]
    derived: tuple[str, ...]
    """Ends of adjectives in the dative of several that no name has: "Örtlichen Medien zufolge"."""
    adjectives: re.Pattern[str]
    """A capitalised word that is the adjective of a proper name."""


@cache
def inflection(code: str) -> Inflection:
    """The cases of a language."""

    def listed(name: str) -> frozenset[str]:
        return words(code, "inflection", name)

    genders = values(code, "inflection", "genders")
    endings = tuple(sorted(words(code, "phrases", "adjective_endings"), key=lambda ending: -len(ending)))
    stems, nouns = sorted(listed("proper_adjectives")), sorted(listed("adjective_nouns"))
    return Inflection(
        values(code, "inflection", "strong_endings"),
        endings,
        genders,
        max(map(len, genders), default=0),
        listed("plural_determiners"),
        listed("determining"),
        values(code, "inflection", "plurals"),
        values(code, "inflection", "plural_names"),
        listed("plural_nouns"),
        tuple(listed("plural_endings")),
        tuple(listed("weak_endings")),
        values(code, "inflection", "weak_nouns"),
        next(iter(listed("weak_adjectives")), ""),
        re.compile(rf"(.*?(?:{'|'.join(nouns) or '(?!)'}))({'|'.join(endings) or '(?!)'})", re.I),
        listed("masculine_nominatives"),
        listed("neuter_determiners"),
        listed("dative_plurals"),
        listed("plural_articles"),
        listed("genitive_articles"),
        tuple(sorted(listed("genitive_endings"), key=lambda ending: -len(ending))),
        tuple(listed("no_genitives")),
        tuple(listed("sibilants")),
        listed("oblique_men"),
        words(code, "clauses", "adverbs"),
        tuple(listed("derived")),
        re.compile(rf"(?:{'|'.join(stems) or '(?!)'})(?:{'|'.join(endings) or '(?!)'})", re.I),
    )


def nominative(printed: Sequence[str], head: int, determiner: str, code: str) -> tuple[list[str], bool]:
    """The words before and of a noun (`head`: its number) in the nominative without article, and whether its words say
    that there are several; what follows the noun stays.

    `determiner` is the one that was dropped before them, lower case, "" for none.
    """
    cases = inflection(code)
    if not cases.strong or not 0 <= head < len(printed):
        return list(printed), False
    fixed = list(printed)
    noun = printed[head].lower()
    dative = determiner in cases.dative_plurals and noun.endswith(
        cases.weak[-1:]
    )  # "den Trainern", not "den Trainer"
    plural = (dative or determiner in cases.plural_determiners) or any(
        word.lower() in cases.plural_determiners or (word.isdigit() and word != "1")
        for word in printed[:head]
    )
    plural = (
        plural
        or (not determiner and noun in cases.plural_nouns)
        or _shows_plural(printed[:head], noun, determiner, code)
    )
    fixed[head], plural = _noun(printed[head], determiner, plural, code)
    gender = "p" if plural else gender_of_noun(noun, code) or gender_of_noun(fixed[head].lower(), code)
    gender = "n" if determiner in cases.neuter else gender  # "das deutsche Management"
    gender = gender or _gender_by_article(printed[:head], determiner, cases)
    if not gender:
        return fixed, plural
    for at in range(head):
        fixed[at] = _adjective(printed[at], gender, cases)
    if head and not determiner and plural:
        dative = noun.endswith(cases.weak[-1]) and fixed[head] != printed[head]
        dative = dative or printed[head - 1].endswith(cases.derived)
        fixed[head - 1] = _adjective(printed[head - 1], gender, cases, dative=dative)
    return fixed, plural


def _gender_by_article(before: Sequence[str], determiner: str, cases: Inflection) -> str:
    """The gender of a noun of no known ending by its article and adjective: "der ehemalige Kandidat" is one man, "der
    langen Klagsschrift" a feminine noun; "" where they leave it open."""
    adjective = before[-1] if before and not before[-1][0].isupper() else ""
    if determiner in cases.masculine:
        return "f" if adjective.endswith(cases.weak) else "m" if adjective.endswith(cases.strong["f"]) else ""
    return ""


def _shows_plural(before: Sequence[str], noun: str, determiner: str, code: str) -> bool:
    """Whether the adjective or the plural of a feminine noun says that there are several: "der örtlichen Ermittler", "die
    zuständigen Stellen"; without an article a small adjective in the genitive: "Angaben hochrangiger Beamter"."""
    cases = inflection(code)
    adjective = before[-1] if before and before[-1][0].islower() else ""
    if not determiner:
        strong = adjective.endswith(cases.strong["m"]) and adjective not in cases.adverbs
        many = adjective.endswith(cases.strong["p"]) and adjective not in cases.adverbs
        if many and gender_of_noun(noun, code) in ("m", "n"):
            return True  # "europäische Außenminister"
        return strong and is_one_by_adjective(noun, code)
    if determiner not in cases.plural_articles:
        return False
    gender = gender_of_noun(noun, code)
    if noun.endswith(cases.weak[-1]) and not gender:
        return "f" in (gender_of_noun(noun[:-1], code), gender_of_noun(noun[:-2], code))
    return gender in ("m", "n") and adjective.endswith(cases.weak)


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


def is_quantity(word: str, code: str) -> bool:
    """Whether a lower-case word says how many there are, or which: "einige", "folgende"."""
    cases = inflection(code)
    return word in cases.plural_determiners or word in cases.determining


def is_adjective_noun(noun: str, code: str) -> bool:
    """Whether a noun is an adjective or participle of somebody: "Jugendliche"."""
    return inflection(code).adjective_nouns.fullmatch(noun) is not None


def is_one_by_adjective(noun: str, code: str) -> bool:
    """Whether a lower-case noun is one man by the strong ending of an adjective: "jugendlicher"."""
    return is_adjective_noun(noun, code) and noun.endswith(inflection(code).strong["m"])


def _noun(noun: str, determiner: str, plural: bool, code: str) -> tuple[str, bool]:
    """The noun in the nominative, and whether it is a plural."""
    cases = inflection(code)
    lower = noun.lower()
    oblique = determiner in cases.oblique
    if (parts := cases.adjective_nouns.fullmatch(noun)) is not None:
        return _adjective_noun(parts[1], parts[2].lower(), determiner, plural, cases)
    for size in range(len(lower), 3, -1):
        wanted = cases.plurals.get(lower[-size:])
        if wanted:
            return noun[: len(noun) - size] + (wanted.capitalize() if size == len(lower) else wanted), True
    if lower in cases.plural_names:
        return cases.plural_names[lower].capitalize(), True
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
        return (noun, True) if gender_of_noun(lower[:-1], code) == "f" else (noun[:-1], True)
    if lower.endswith(cases.weak) and not oblique and not known and lower not in cases.plural_nouns:
        stems = {lower[:-2], lower[:-2].translate(_PLAIN)}
        strong = any(
            cases.genders.get(stem[-size:]) in ("m", "n")
            for stem in stems
            for size in range(3, cases.longest)
        )
        if strong and not lower.endswith(cases.weak_endings):
            return noun[:-1], True  # "Aktionären"
    return noun, plural


def _adjective_noun(
    stem: str, ending: str, determiner: str, plural: bool, cases: Inflection
) -> tuple[str, bool]:
    """ "dem Angeklagten" → "Angeklagter", "den Reisenden" → "Reisende"."""
    one, several = cases.strong["m"], cases.strong["p"]
    if plural:
        return stem + several, True
    if ending == one or (ending == cases.weak and determiner in cases.oblique):
        return stem + one, False
    if ending != cases.weak:
        return stem + (one if determiner in cases.masculine else ending), False
    return stem + several, not determiner or determiner in cases.plural_articles - cases.masculine


def _without_genitive(noun: str, cases: Inflection) -> str:
    """ "Amtes" → "Amt", "Konzerns" → "Konzern": a longer ending only where the noun without it has a known gender."""
    for ending in cases.genitives:
        stem = noun[: -len(ending)]
        if not noun.endswith(ending):
            continue
        known = stem.lower().endswith(cases.sibilants) or any(
            stem.lower()[-size:] in cases.genders for size in range(3, cases.longest)
        )
        if known or ending == cases.genitives[-1]:
            return stem
    return noun


def _adjective(word: str, gender: str, cases: Inflection, *, dative: bool = False) -> str:
    """An adjective in the nominative; `dative`: its noun says that also one with a capital is one, "Jungen Aktionären"."""
    lower = word.lower()
    if lower in cases.plurals:
        return cases.plurals[lower]
    if lower in cases.adverbs:
        return word  # "das heute erwachsene Kind"
    listed = not word[0].isupper() or dative or cases.adjectives.fullmatch(word)
    if not listed or lower in cases.plural_determiners:
        return word
    for ending in cases.adjective_endings:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return word[: -len(ending)] + cases.strong[gender]
    return word
