"""Reporting verbs and nouns of English in all their forms, and what each of them allows, from `verbs.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from provenance.grammar.records import Verb
from provenance.languages.en.words import endings

#: Endings behind which the third person is "-es".
_SIBILANTS = endings("ending_sibilant")
FormKind = Literal["base", "s", "past", "participle", "ing", "word"]
#: Groups of verbs, and of words that are not conjugated.
VerbGroup = Literal["saying", "judging", "thinking", "finding"]
WordGroup = Literal["noun", "preposition", "adverb", "adjective"]
_UNCONJUGATED: frozenset[WordGroup] = frozenset({"noun", "preposition", "adverb", "adjective"})
#: Letters with the words that must stand beside a verb, in brackets.
_BESIDE = re.compile(r"(\w) \(([^)]*)\)")
#: In the words of an act: a noun phrase; the verb itself; any noun for how something was received.
SLOT, ITSELF, ANY = "_", "~", "*"


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word form; a regular past ("past") is a participle too, a "word" is no verb."""

    verb: Verb
    kind: FormKind


@dataclass(frozen=True, slots=True)
class Acting:
    """A form of a verb, and the words with which it reports an act of speech, by the letter of how they do."""

    form: Form
    patterns: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def _groups() -> dict[str, str]:
    with (Path(__file__).parent / "verbs.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def reporting_forms() -> dict[str, Form]:
    """Lower-case word form → the reporting verb it belongs to; of two readings the first."""
    forms: dict[str, Form] = {}
    for group in _groups():
        if group not in _UNCONJUGATED:
            for infinitive, parts, allows in _lines(group):
                # A verb without licences reports nothing but with the words of an act.
                for spelling in _spellings(infinitive) if allows else ():
                    verb = Verb(spelling.rstrip("!"), "", allows, group)
                    for form, kind in _conjugate(spelling, parts):
                        forms.setdefault(form, Form(verb, kind))
    return forms


@cache
def act_forms() -> dict[str, Acting]:
    """Lower-case word form → the verb with the words beside it that make acts of speech of it."""
    forms: dict[str, Acting] = {}
    for group in _groups():
        for line in _groups()[group].splitlines():
            principal, _, licences = line.partition(" : ")
            patterns = tuple(
                (letter, tuple(words.split("+")))
                for letter, written in _BESIDE.findall(licences)
                for words in written.split()
            )
            if patterns:
                infinitive, *parts = principal.split()
                verb = Verb(infinitive.rstrip("!"), "", frozenset("r"), "act")
                for form, kind in _conjugate(infinitive, parts):
                    forms.setdefault(form, Acting(Form(verb, kind), patterns))
    return forms


@cache
def reporting_words() -> dict[str, Form]:
    """Lower-case noun, "according", "reportedly" → what it allows; a verb may look the same."""
    return {
        word: Form(Verb(word, "", allows, group), "word")
        for group in sorted(_UNCONJUGATED)
        for word, _, allows in _lines(group)
    }


def _lines(group: str) -> Iterator[tuple[str, list[str], frozenset[str]]]:
    for line in _groups()[group].splitlines():
        principal, _, licences = line.partition(" : ")
        infinitive, *parts = principal.split()
        yield infinitive, parts, frozenset(_BESIDE.sub("", licences).split())


def _spellings(infinitive: str) -> list[str]:
    return [infinitive, infinitive[:-3] + "ise"] if infinitive.endswith("ize") else [infinitive]


def _conjugate(infinitive: str, parts: list[str]) -> list[tuple[str, FormKind]]:
    """The forms of a verb by the rules of spelling; `parts` are past, participle and third person of others."""
    base = infinitive.rstrip("!")
    stem = base + base[-1] if infinitive.endswith("!") else base
    if base.endswith("y") and base[-2] not in "aeiou":
        third, past, ing = base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    else:
        third = base + ("es" if base.endswith(_SIBILANTS) else "s")
        past, ing = stem + "ed", stem + "ing"
    third = parts[2] if len(parts) > 2 else third
    if base.endswith("e"):
        past, ing = base + "d", base[:-1] + "ing"
    forms: list[tuple[str, FormKind]] = [(base, "base"), (third, "s"), (past, "past"), (ing, "ing")]
    if parts:
        # "read" is its own past: that reading comes first.
        forms = [(parts[0], "past"), *(form for form in forms if form[1] != "past"), (parts[1], "participle")]
    return forms


def has_form(lower: str, *kinds: FormKind) -> bool:
    """Whether a lower-case word is a form of a reporting verb of one of these kinds."""
    form = reporting_forms().get(lower)
    return form is not None and form.kind in kinds
