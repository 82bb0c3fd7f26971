"""The media that a language names: outlets by name, nouns for media, words for unnamed ones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from provenance.languages import CODES


@dataclass(frozen=True, slots=True, eq=False)
class Media:
    """Words for media; `names` is one pattern over all outlets, longest first."""

    names: re.Pattern[str]
    nouns: re.Pattern[str]
    """A noun for a medium with the name behind it: "Zeitung Hürriyet", "Nachrichtenagentur AFP"."""
    unnamed: re.Pattern[str]
    sources: re.Pattern[str]
    """What stands right before a medium that a sentence rests on: "laut", "according to"."""
    contacts: re.Pattern[str]
    """What stands right before a medium that somebody speaks to: "auf Anfrage der", "told"."""
    links: re.Pattern[str]
    """Words that can stand before a medium; alone they say nothing."""
    reports: re.Pattern[str]
    """Words that say a sentence reports: "berichtete", "sagte", "so"."""
    contact_compounds: frozenset[str]
    report_compounds: frozenset[str]
    ambiguous: frozenset[str]
    """Names that are everyday words as well: they count in marks, in capitals or beside a trigger only."""


@cache
def media_of(code: str) -> Media:
    """The media words of a language; a language without a list of its own gets the English one."""
    primary = code.split("-")[0].lower()
    folder = primary if primary in CODES else "en"
    with (Path(__file__).parent / folder / "media.toml").open("rb") as file:
        data = {
            name: [line for line in text.splitlines() if line] for name, text in tomllib.load(file).items()
        }
    compounds = _any(data["compounds"])
    title = r"[„“\"»«‚‘'][^„“”\"»«‘’']{2,40}[“”\"»«‘’']|[A-ZÄÖÜ](?:[\w.&-]*[\w&-])?(?:\s+(?:[A-ZÄÖÜ](?:[\w.&-]*[\w&-])?|der|des|della|of|the))*"
    before = r"\s+(?:[\w-]+\s+){0,3}[„“\"»«]?$"
    return Media(
        re.compile(
            rf"[„“\"»«]?(?<![\w-])(?P<name>{_any(data['outlets'])})"
            rf"(?P<tail>[“”\"»«]?(?:(?i:{compounds})\w*|-[A-ZÄÖÜ]\w+)?)(?!\w)"
        ),
        re.compile(
            # Begun behind each hyphen of a chain, a compound would be read to its end as often as it has parts.
            rf"(?:(?<![\w-])|(?<![\w-]-)(?<=-))(?P<noun>(?:[\w-]+-)?\w*(?i:{_any(data['nouns'])})(?:s|en|n)?)(?!\w)(?:\s+(?P<name>{title}))?"
        ),
        re.compile(rf"(?<!\w)(?P<name>(?i:{_any(data['unnamed'])}))(?!\w)"),
        re.compile(rf"(?<!\w)(?P<trigger>{_any(data['sources'])}){before}", re.I),
        re.compile(rf"(?<!\w)(?P<trigger>{_any(data['contacts'])}){before}", re.I),
        re.compile(rf"(?<!\w)(?P<trigger>{_any(data['links'])})\s+(?:[\w-]+\s+){{0,2}}[„“\"»«]?$", re.I),
        re.compile(
            rf"(?<![\w-])(?:{_any(word for word in data['reports'] if len(word) > 2)})[a-zäöüß]{{0,5}}(?!\w)"
            rf"|(?<![\w-])(?i:{_any(word for word in data['reports'] if len(word) < 3) or '(?!)'})(?!\w)"
        ),
        frozenset(data["contact_compounds"]),
        frozenset(data["report_compounds"]),
        frozenset(data["ambiguous"]),
    )


def _any(words: Iterable[str]) -> str:
    """One pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
