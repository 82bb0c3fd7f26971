"""Reporting verbs of English in all their forms, and what each of them allows, from `verbs.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from provenance.languages.en.words import endings

#: Endings behind which the third person is "-es".
_SIBILANTS = endings("ending_sibilant")
FormKind = Literal["base", "s", "past", "participle", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb; `allows` holds the letters that the head of verbs.toml explains."""

    infinitive: str
    allows: frozenset[str]
    prepositions: frozenset[str]
    """Prepositions and particles that make one cue with it: "called for"."""
    group: str


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word form; a regular past ("past") is a participle too."""

    verb: Verb
    kind: FormKind


@cache
def reporting_forms() -> dict[str, Form]:
    """Lower-case word form → the reporting verb it belongs to."""
    with (Path(__file__).parent / "verbs.toml").open("rb") as file:
        groups = tomllib.load(file)
    forms: dict[str, Form] = {}
    for group, lines in groups.items():
        for line in lines.splitlines():
            if line:
                _add(forms, line, group)
    return forms


def _add(forms: dict[str, Form], line: str, group: str) -> None:
    principal, _, licences = line.partition(" : ")
    infinitive, *parts = principal.split()
    letters = [licence for licence in licences.split() if licence[0] != "+"]
    prepositions = frozenset(licence[1:] for licence in licences.split() if licence[0] == "+")
    spellings = [infinitive]
    if infinitive.endswith("ize"):
        spellings.append(infinitive[:-3] + "ise")
    for spelling in spellings:
        verb = Verb(spelling.rstrip("!"), frozenset(letters), prepositions, group)
        for form, kind in _conjugate(spelling, parts):
            # A verb that stands in two groups keeps its first reading.
            forms.setdefault(form, Form(verb, kind))


def _conjugate(infinitive: str, parts: list[str]) -> list[tuple[str, FormKind]]:
    """The forms of a verb by the rules of spelling; `parts` are past and participle of strong verbs."""
    doubled = infinitive.endswith("!")
    base = infinitive.rstrip("!")
    if base.endswith(_SIBILANTS):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    stem = base + base[-1] if doubled else base
    if base.endswith("e"):
        past, ing = base + "d", base[:-1] + "ing"
    elif third.endswith("ies"):
        past, ing = base[:-1] + "ied", base + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if not parts:
        return [(base, "base"), (third, "s"), (past, "past"), (ing, "ing")]
    past, participle = parts
    forms: list[tuple[str, FormKind]] = [(past, "past"), (base, "base"), (third, "s"), (ing, "ing")]
    if participle != past:
        forms.append((participle, "participle"))
    return forms


def has_form(lower: str, *kinds: FormKind) -> bool:
    """Whether a lower-case word is a form of a reporting verb of one of these kinds."""
    form = reporting_forms().get(lower)
    return form is not None and form.kind in kinds
