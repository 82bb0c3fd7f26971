"""Agency lines: the dateline before the first sentence, the credit behind the last one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from provenance.glyphs import (
    APOSTROPHES,
    CAPITALS,
    DOUBLE_CLOSING,
    STOPS,
    UPPER,
    one_of,
)
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import AND_WITH, DESKS
from provenance.ingest.dates import is_day
from provenance.model import CreditLine
from provenance.words import alternatives, any_of, every, later

#: A bracket with a day; what closes it may be mistyped, as the key beside it or without shift.
_CREDIT = later(
    lambda: re.compile(
        r"\((?P<who>[^()\d\n]{0,90}+)[\s,;–-]*+(?P<d>[0-9]{1,2})\.\s?(?P<m>[0-9]{1,2})\.\s?(?P<y>[0-9]{2,4})"
        r"\.?\s*(?P<close>[)=\]}>]|[98](?=\s|$)|(?=\n|$)|(?=\s))"
    )
)
_BARE = later(
    lambda: re.compile(
        rf"(?:(?<={one_of(STOPS, DOUBLE_CLOSING)})|(?<=^)|(?<=\n))[ \t]*"
        r"\((?P<who>[^\W\d_][^()\d\n:!?]{1,60})\)[ \t]*(?=$|\n)"
    )
)
_MATERIAL = later(lambda: re.compile(rf"^(?:{alternatives('wires', 'material')})(?:\s+|(?<=:))", re.I))
_CONTRIBUTED = later(lambda: re.compile(rf"\s+(?:{alternatives('wires', 'contributed')})\b.*$", re.I))
_OWN_DESK = later(lambda: re.compile(rf"(?:{alternatives('wires', 'own_desk')})", re.I))
_SUPPLIERS = later(lambda: re.compile(rf"\s*[/,;|+&()]\s*|\s[–—-]\s|\s+(?:{AND_WITH})\s+|\.\s+(?=\d)"))
_SOURCE = later(
    lambda: re.compile(
        rf"(?:^|\n)[ \t]*(?:{any_of(every('credits', 'text_sources'))})\s*:\s*(?P<who>[^\n]{{2,40}})$", re.M
    )
)
#: How far before the end of a text its credit may stand, in code points; notes and tables come behind it.
_TAIL = 8_000
_LIFE = later(lambda: re.compile(rf"(?:^|\W)(?:{alternatives('wires', 'life')})\W*$|[*†]", re.I))
_FROM_PLACE = later(
    lambda: re.compile(rf"\s+(?:{any_of(every('wires', 'from_place'))})\s+{one_of(CAPITALS)}[\w-]+.*$")
)
_NAME = rf"{one_of(UPPER)}[\w.{APOSTROPHES}-]*"
_PARTICLES = any_of(every("names", "particles"))
_WRITER = later(lambda: re.compile(rf"{_NAME}(?:\s(?:(?:{_PARTICLES})\s){{0,2}}{_NAME}){{1,3}}"))
#: "AP Photo": the noun behind an agency makes it the credit of a picture.
_PICTURE = later(lambda: re.compile(rf"\s(?:{alternatives('credits', 'nouns')})$"))
_LABELLED = later(lambda: re.compile(r"(?P<label>\w+)\.?\s*:\s*"))
_TEXT_MEDIA = every("wires", "text_media")
_OTHER_MEDIA = every("wires", "other_media")
_OUTLET_ARTICLES = every("wires", "outlet_articles")
_WEB = later(lambda: re.compile(r"[\w-]+\.[a-z]{2,3}", re.I))
#: Initials have so many letters, small ones or capitals.
_MOST_SMALL, _MOST_CAPITALS = 6, 3


@dataclass(slots=True)
class PrintedCredit:
    """A credit line with its place in the text."""

    line: CreditLine
    start: int
    end: int
    desks: list[str] = field(default_factory=list)


def read_suppliers(text: str, known: Callable[[str], bool], *, told: bool = False) -> list[str]:
    """The agencies of texts in a line that says who supplied a story, member by member.

    "SID", "Quelle: dpa-AFX", "von dpa und unserer Redaktion", "With files from The Canadian Press", "Reuters
    contributed to this report". Members that are no agency must be `known` as the house, a desk, a sign-off, a writer
    or a day, unless a label says what the line is or the caller is `told` so by markup.
    """
    line = " ".join(text.split()).strip(" .()[]–—-")
    label = _MATERIAL.match(line)
    if label:
        line = line[label.end() :]
    if behind := _CONTRIBUTED.search(line):
        line = line[: behind.start()]
    found: list[str] = []
    strange = 0
    for part in _SUPPLIERS.split(line):
        member = part.strip(" .:–—-")
        if not member:
            continue
        media = _LABELLED.match(member)
        if media and media["label"].lower() in _OTHER_MEDIA:
            continue
        agency = lookup(member)
        if agency is not None and agency.kind != "picture":
            found += [agency.name] if agency.name not in found else []
        elif not (
            _is_initials(member) or member.lower() in DESKS or _OWN_DESK.fullmatch(member) or known(member)
        ):
            strange += 1
    if label or behind:
        return found
    return found if not strange or (told and strange <= len(found)) else []


def read_credit_line(text: str) -> PrintedCredit | None:
    """The credit that closes a text, also with notes and tables behind it; None if it has none.

    A bracket with a date counts if what stands before the date are agencies, initials or names; without a
    date it must consist of agencies and initials, one agency at least.
    """
    start = max(0, len(text) - _TAIL)
    for match in reversed(list(_CREDIT.finditer(text, start))):
        found = _dated(text, match)
        if found:
            return found
    for pattern in (_BARE, _SOURCE):
        for match in reversed(list(pattern.finditer(text, start))):
            found = _undated(text, match)
            if found:
                return found
    return None


def _dated(text: str, match: re.Match[str]) -> PrintedCredit | None:
    who = " ".join(match["who"].split()).strip(" ,;–-")
    at = match.start()
    while at and text[at - 1].isspace():
        at -= 1
    if _LIFE.search(who) or not at or (text[at - 1].isalnum() and text[match.end() :].strip()):
        return None
    agencies, authors, desks = _who(who)
    if agencies is None:
        return None
    year = _year(match["y"])
    if not who and len(match["y"]) < 4:
        return None  # a day and no credit
    month, day = int(match["m"]), int(match["d"])
    date = f"{year}-{month:02d}-{day:02d}" if year and is_day(year, month, day) else None
    left = match.start() + len(match[0]) - len(match[0].lstrip())
    line = CreditLine(text[left : match.end()].rstrip(), agencies, authors, date)
    return PrintedCredit(line, left, left + len(line.text), desks)


def _year(printed: str) -> int | None:
    """The year that two or four figures print; None for none of the last century and this one."""
    if len(printed) == 2:
        return 2000 + int(printed) if int(printed) < 70 else 1900 + int(printed)
    return int(printed) if len(printed) == 4 and printed[:2] in ("19", "20") else None


def _undated(text: str, match: re.Match[str]) -> PrintedCredit | None:
    if _PICTURE.search(match["who"]):
        return None
    agencies, authors, desks = _who(_MATERIAL.sub("", match["who"]))
    if not agencies or any(" " in author for author in authors):
        return None
    left = match.start() + len(match[0]) - len(match[0].lstrip())
    line = CreditLine(text[left : match.end()].rstrip(), agencies, authors)
    return PrintedCredit(line, left, left + len(line.text), desks)


def _who(words: str) -> tuple[list[str] | None, list[str], list[str]]:
    """Agencies, authors and desks of a credit's words; agencies None where the words are something else."""
    agencies: list[str] = []
    authors: list[str] = []
    desks: list[str] = []
    for part in re.split(rf"\s*[/,;+&]\s*|\s+(?:{AND_WITH})\s+|\s+[–-]\s+", " ".join(words.split())):
        part = _FROM_PLACE.sub("", part.strip(" .–-"))
        label = _LABELLED.match(part)
        if label and label["label"].lower() in _OTHER_MEDIA:
            continue
        if label and label["label"].lower() in _TEXT_MEDIA:
            part = part[label.end() :].strip()
        if not part:
            continue
        agency = lookup(part)
        if agency and agency.kind != "picture":
            agencies.append(agency.name)
        elif part.lower() in DESKS or _is_outlet(part):
            desks.append(part)
        elif all(map(_is_initials, part.split())):
            authors += part.split()
        elif _WRITER.fullmatch(part):
            authors.append(part)
        elif re.match(r"^[A-ZÄÖÜ][\w-]+$", part) and (agencies or authors):
            continue  # a supplement or a place: "Album"
        else:
            return None, [], []
    return agencies, authors, desks


def _is_initials(word: str) -> bool:
    """Whether a word is somebody's initials, in small letters or in capitals."""
    letters = word.rstrip(".")
    if not letters.isalpha() or len(letters) < 2:
        return False
    return len(letters) <= (_MOST_SMALL if letters.islower() else _MOST_CAPITALS if letters.isupper() else 0)


def _is_outlet(words: str) -> bool:
    """Whether words are an outlet's name: an address, with an article, or all in capitals."""
    first = words.split()[0].lower()
    shouted = words.isupper() and len(words) > _MOST_CAPITALS + 1
    return _WEB.fullmatch(words) is not None or (first in _OUTLET_ARTICLES and " " in words) or shouted
