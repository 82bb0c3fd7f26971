"""Reporting verbs of German in all their forms, and what each of them allows.

The list is `verbs.toml`; forms are made from it once by the rules of conjugation (Duden, Die Grammatik,
"Verb: Konjugation"), so that a clause is recognised by looking its words up.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from provenance.grammar.records import Verb
from provenance.words import phrases, respelled, words

FormKind = Literal["finite", "subjunctive", "participle", "infinitive", "zu"]
#: Adjectives that work as prefixes and are printed apart even before participles: "bekannt gegeben".
SPACED = words("de", "conjugation", "spaced_prefixes")
#: Subjunctives that are adjectives or adverbs as well.
ADJECTIVES = words("de", "clauses", "subjunctive_adjectives")
#: Prefixes that are never split off and take no "ge-" in the participle.
INSEPARABLE = phrases("de", "conjugation", "inseparable_prefixes")
#: Words in brackets behind a letter, and both.
BESIDE = re.compile(r"\([^)]*\)")
BESIDE_LETTER = re.compile(r"(\w) \(([^)]*)\)")
#: Ends of stems before which "-t" and "-te" need an "e": "redete".
JOINED = phrases("de", "conjugation", "stems_with_e")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word form."""

    verb: Verb
    kind: FormKind
    split: bool = False
    """The form stands without its prefix, which must follow at the end of the clause."""


@cache
def _lists() -> dict[str, str]:
    with (Path(__file__).parent / "verbs.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def reporting_forms() -> dict[str, tuple[Form, ...]]:
    """Lower-case word form → its readings as a form of a reporting verb."""
    data = _lists()
    forms: dict[str, tuple[Form, ...]] = {}
    for group, lines in data.items():
        for line in lines.splitlines():
            if line:
                _add(forms, line, group)
    return forms


@cache
def subjunctive_forms() -> frozenset[str]:
    """Word forms that can be nothing but a present subjunctive of a reporting verb: "behaupte", "zweifle"."""
    return frozenset(
        word
        for word, readings in reporting_forms().items()
        if all(form.kind == "subjunctive" for form in readings) and word not in ADJECTIVES
    )


def _add(forms: dict[str, tuple[Form, ...]], line: str, group: str) -> None:
    parts, _, licences = line.partition(" : ")
    infinitive, *principal = parts.split()
    prefix, bar, stem_infinitive = infinitive.rpartition("|")
    verb = Verb(
        prefix + stem_infinitive,
        prefix,
        frozenset(BESIDE.sub("", licences).split()),
        group,
        _beside(licences),
    )
    finite, subjunctive, participle = _conjugate(stem_infinitive, principal)
    for word in finite:
        _put(forms, word, Form(verb, "finite", bool(bar)))
    for word in subjunctive:
        _put(forms, word, Form(verb, "subjunctive", bool(bar)))
    if bar:
        for word in finite:
            _put(forms, prefix + word, Form(verb, "finite"))
        for word in subjunctive:
            _put(forms, prefix + word, Form(verb, "subjunctive"))
        _put(forms, f"{prefix}zu{stem_infinitive}", Form(verb, "zu"))
    if prefix in SPACED:
        _put(forms, participle, Form(verb, "participle", split=True))
        _put(forms, stem_infinitive, Form(verb, "infinitive", split=True))
    _put(forms, prefix + participle, Form(verb, "participle"))
    _put(forms, prefix + stem_infinitive, Form(verb, "infinitive"))


def _beside(licences: str) -> dict[str, tuple[frozenset[str], ...]]:
    """Letter → sets of words, of "l (kritik sich+hinter)"."""
    return {
        letter: tuple(frozenset(words.split("+")) for words in written.split())
        for letter, written in BESIDE_LETTER.findall(licences)
    }


def _put(forms: dict[str, tuple[Form, ...]], word: str, form: Form) -> None:
    for spelling in (word, *respelled("de", word)):
        if form not in (readings := forms.get(spelling, ())):
            forms[spelling] = (*readings, form)


def _conjugate(infinitive: str, principal: list[str]) -> tuple[list[str], list[str], str]:
    """Indicative third persons and first person, subjunctives, and the participle of a verb."""
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    plural = infinitive
    if principal:
        present, past, participle = principal
        pasts = [past + "n"] if past.endswith("e") else [past + "en"]
        return [present, plural, past, *pasts], [stem + "e"], participle
    joint = "e" if stem.endswith(JOINED) else ""
    present = f"{stem}{joint}t"
    past = f"{stem}{joint}te"
    participle = present
    if not infinitive.endswith("ieren") and not infinitive.startswith(INSEPARABLE):
        participle = "ge" + present
    if infinitive.endswith("eln"):
        return (
            [present, plural, past, past + "n"],
            [f"{stem[:-2]}le", f"{stem}e"],
            participle,
        )  # "zweifle", "zweifele"
    return [present, plural, past, past + "n"], [f"{stem}e"], participle
