"""The media that a language names: outlets by name, nouns for media, words for unnamed ones."""

from __future__ import annotations

import re
import tomllib
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
    triggers: re.Pattern[str]
    """What stands right before a medium that somebody speaks to or rests on: "auf Anfrage der", "told"."""
    reports: re.Pattern[str]
    """Words that say a sentence reports: "berichtete", "sagte", "laut"."""
    ambiguous: frozenset[str]
    """Names that are everyday words as well: they count behind an article or between marks only."""


@cache
def media_of(code: str) -> Media:
    """The media words of a language; a language without a list of its own gets the English one."""
    primary = code.split("-")[0].lower()
    folder = primary if primary in CODES else "en"
    with (Path(__file__).parent / folder / "media.toml").open("rb") as file:
        data = {
            name: [line for line in text.splitlines() if line] for name, text in tomllib.load(file).items()
        }
    names = "|".join(re.escape(name) for name in sorted(data["outlets"], key=len, reverse=True))
    compounds = "|".join(re.escape(ending) for ending in sorted(data["compounds"], key=len, reverse=True))
    nouns = "|".join(re.escape(noun) for noun in sorted(data["nouns"], key=len, reverse=True))
    unnamed = "|".join(re.escape(noun) for noun in sorted(data["unnamed"], key=len, reverse=True))
    title = r"[„“\"»«‚‘'][^„“”\"»«‘’']{2,40}[“”\"»«‘’']|[A-ZÄÖÜ][\w.&-]*(?:\s+(?:[A-ZÄÖÜ][\w.&-]*|der|des|della|of|the))*"
    return Media(
        re.compile(
            rf"[„“\"»«]?(?<![\w-])(?P<name>{names})(?P<tail>[“”\"»«]?(?:(?i:{compounds})\w*|-[A-ZÄÖÜ]\w+)?)(?!\w)"
        ),
        re.compile(rf"(?<!\w)(?P<noun>\w*(?i:{nouns})s?)(?!\w)(?:\s+(?P<name>{title}))?"),
        re.compile(rf"(?<!\w)(?P<name>(?i:{unnamed}))(?!\w)"),
        re.compile(
            rf"(?<!\w)(?P<trigger>{'|'.join(sorted(map(re.escape, data['triggers']), key=len, reverse=True))})\s+(?:\w+\s+){{0,3}}$",
            re.I,
        ),
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, data['reports']))})(?!\w)", re.I),
        frozenset(data["ambiguous"]),
    )
