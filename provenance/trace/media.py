"""Outlets and agencies that a sentence rests on, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from provenance.ingest.agencies import lookup
from provenance.languages.media import Media, media_of
from provenance.model import HopRole


@dataclass(slots=True)
class Mention:
    """A medium named in a text: `name` normalised, "" for unnamed media."""

    role: HopRole
    name: str
    start: int
    """Start of the stretch: of the name alone, or of the shortest one with its cue."""
    end: int
    at: int
    """Where the name itself begins."""
    name_end: int


#: A reporting word further from a medium than this reports something else, in code points.
NEAR = 90
#: A verb right behind or before its subject: at most these many code points between them.
CLOSE = 28
_STOP = re.compile(r"[.!?:;]\s|[\n„“”\"»«]")
_ARTICLE = re.compile(
    r"(?:\b(?:dem|der|die|den|das|des|im|vom|beim|zum|the)\s+(?:[\w-]+\s+){0,2}?|[„“\"»«‚‘'])$", re.I
)
_AND = re.compile(r"^\s*(?:,|und|and|sowie)\s*(?:der|die|das|dem|den|the)?\s*$")
_CITING = re.compile(
    r"(?:\s+(?:am|on)\s+\w+)?\s+(?:unter (?:Berufung|Verweis) auf|citing)\s+(?:[^\W\d_]+-?\s?){1,5}?(?=\s+\w+te\b|[,.;]|$)"
)
#: Short forms of agencies that are not printed in capitals.
_LOWER = frozenset("dpa epd sid Reuters Xinhua Interfax Anadolu Bloomberg Kyodo Yonhap".split())
_NO_NAME = re.compile(
    r"^(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def attributions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """The media in a sentence that it rests on: each with the shortest stretch of the cue and the name.

    A medium counts behind a source trigger ("laut der FAZ"), behind a contact with or without its verb ("sagte
    er auf Anfrage der APA"), as a compound of either ("auf APA-Anfrage"), behind an article with a reporting
    word near it ("sagte er dem Standard"), or as the subject of one ("berichtete die BBC").
    """
    media = media_of(language)
    found: list[Mention] = []
    for mention in mentions(text, start, end, language):
        stretch = _stretch(media, text, start, end, mention)
        if stretch is not None:
            found.append(replace(mention, start=stretch[0], end=stretch[1]))
    for first, second in pairwise(found):
        if _AND.match(text[first.name_end : second.at]):
            first.start = second.start = min(first.start, second.start)
            first.end = second.end = max(first.end, second.end)
    return found


def _stretch(media: Media, text: str, start: int, end: int, mention: Mention) -> tuple[int, int] | None:
    """The words that make a mention an attribution; None if the medium is only spoken of."""
    left, right = _clause(text, start, end, mention)
    if text[max(0, mention.at - 1) : mention.at] == "(":
        return None  # a credit
    if mention.at == left and text[mention.name_end : mention.name_end + 1] == ":":
        return None if mention.name else (mention.at, mention.name_end)  # who asks in an interview
    if (source := media.sources.search(text, left, mention.at)) is not None:
        return source.start(), mention.name_end
    if behind := re.match(r"[“”\"»«]?\s+zufolge\b", text[mention.name_end : right]):
        article = re.search(r"\b(?:den|dem|der)\s+(?:\w+\s+)?$", text[left : mention.at])
        return left + article.start() if article else mention.at, mention.name_end + behind.end()
    contact = media.contacts.search(text, left, mention.at)
    link = media.links.search(text, left, mention.at)
    compound = (
        text[mention.at : mention.name_end].rpartition("-")[2].lower()
        if "-" in text[mention.at : mention.name_end]
        else ""
    )
    is_contact = contact is not None or compound in media.contact_compounds
    first = contact.start() if contact else link.start() if link and is_contact else mention.at
    verb = _verb(media, text, left, right, first, mention.name_end)
    if is_contact:
        return (min(first, verb[0]), max(mention.name_end, verb[1])) if verb else (first, mention.name_end)
    if verb is None or (not mention.name and not _stands_alone(media, text, mention, link is not None, verb)):
        return None
    if compound in media.report_compounds or link is None or _is_subject(verb, mention):
        first = mention.at
        if article := re.search(
            r"(?:\b(?:der|die|das|the|in dem|im)\s+(?:[\w-]+\s+)?)$", text[left : mention.at], re.I
        ):
            first = left + article.start()
    elif link is not None:
        first = link.start()
    last = max(mention.name_end, verb[1])
    if citing := _CITING.match(text, last, right):
        last = citing.end()
    return min(first, verb[0]), last


def _stands_alone(media: Media, text: str, mention: Mention, linked: bool, verb: tuple[int, int]) -> bool:
    """Whether an unnamed medium ("die Zeitung") is one that speaks or is spoken to, and no genitive."""
    genitive = text[max(0, mention.at - 4) : mention.at].lower() == "des "
    return not genitive and (linked or _is_subject(verb, mention))


def _clause(text: str, start: int, end: int, mention: Mention) -> tuple[int, int]:
    """Where the words around a mention begin and end that can say what it is for."""
    left = start
    for stop in _STOP.finditer(text, start, mention.at):
        left = stop.end()
    stop_behind = _STOP.search(text, mention.name_end, end)
    return left, stop_behind.start() if stop_behind else end


def _verb(media: Media, text: str, left: int, right: int, first: int, last: int) -> tuple[int, int] | None:
    """The reporting word that governs a stretch: right behind it, or before it, or further behind in its clause."""
    behind = media.reports.search(text, last, min(right, last + NEAR))
    before = None
    for match in media.reports.finditer(text, max(left, first - NEAR), first):
        before = match
    if behind is not None and behind.start() - last <= CLOSE and "," not in text[last : behind.start()]:
        return behind.span()
    if before is not None:
        return before.span()
    if behind is not None and "," not in text[last : behind.start()]:
        return behind.span()
    return None


def _is_subject(verb: tuple[int, int], mention: Mention) -> bool:
    """Whether a verb stands so near a medium that the medium is what reports."""
    return 0 <= verb[0] - mention.name_end <= CLOSE or 0 <= mention.at - verb[1] <= CLOSE


# ---------------------------------------------------------------- who is named


def mentions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """The media that stand between two offsets, in order, each place once; agencies by the register."""
    found: list[Mention] = []
    candidates = sorted(
        _candidates(text, start, end, language), key=lambda mention: mention.start - mention.end
    )
    for mention in candidates:
        if not any(mention.start < other.end and other.start < mention.end for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _candidates(text: str, start: int, end: int, language: str) -> Iterator[Mention]:
    media = media_of(language)
    german = language.startswith("de")
    for match in media.nouns.finditer(text, start, end):
        noun, name = match["noun"], (match["name"] or "").strip("„“”\"»«‚‘’' ")
        if german and not noun.rpartition("-")[2][0].isupper() and not noun[0].isupper():
            continue
        if _NO_NAME.match(name):
            name = ""
        agency = lookup(name.split(" ")[0]) or lookup(name) if name else None
        is_agency = agency is not None or "agen" in noun.lower()
        stop = match.end() if name else match.end("noun")
        if name or german:
            yield _mention(
                "agency" if is_agency else "medium", agency.name if agency else name, match.start(), stop
            )
    learnt = _learnt(text, language)
    for match in learnt.finditer(text, start, end) if learnt else ():
        yield _mention("medium", match[0], match.start(), match.end())
    for match in media.names.finditer(text, start, end):
        if match["name"] in media.ambiguous and not _is_name(media, text, match.start(), match.end()):
            continue
        yield _mention("medium", match["name"], match.start(), match.end())
    for match in media.unnamed.finditer(text, start, end):
        yield _mention("medium", "", match.start(), match.end())
    if german:
        for pattern in (_REPORTS, _REPORTS_BEHIND):
            for match in pattern.finditer(text, start, end):
                yield _mention("medium", "", match.start("name"), match.end("name"))
    yield from _agencies(text, start, end)


#: "laut Berichten", "den Berichten zufolge": reports that nobody is named for.
_REPORTS = re.compile(r"(?<=[Ll]aut )(?P<name>Berichten)\b(?!\s+(?:des|der|von)\b)")
_REPORTS_BEHIND = re.compile(r"\b(?P<name>Berichten)\s+zufolge\b")


def _mention(role: HopRole, name: str, start: int, end: int) -> Mention:
    return Mention(role, name, start, end, start, end)


@lru_cache(maxsize=4)
def _learnt(text: str, language: str) -> re.Pattern[str] | None:
    """The names that a text introduces with a noun ("die Zeitung Danas") and then uses alone."""
    names = set()
    for match in media_of(language).nouns.finditer(text):
        name = (match["name"] or "").strip("„“”\"»«‚‘’' ")
        if len(name) > 2 and match["noun"][0].isupper() and not _NO_NAME.match(name) and not lookup(name):
            names.add(name)
    if not names:
        return None
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])"
    )


def _is_name(media: Media, text: str, start: int, end: int) -> bool:
    """Whether an everyday word is meant as a masthead: in marks, in capitals, or beside what only media have."""
    word = text[start:end].strip('„“”"»«')
    if text[start] in '„“"»«' or (word.isupper() and len(word) > 2) or "-" in word:
        return True
    if media.sources.search(text, max(0, start - 40), start) or media.contacts.search(
        text, max(0, start - 40), start
    ):
        return True
    before = media.reports.search(text, max(0, start - 24), start)
    behind = media.reports.match(text, end + 1)
    if behind is not None and len(behind[0]) < 3:
        behind = None  # "in Österreich so nicht"
    article = _ARTICLE.search(text, max(0, start - 24), start)
    return article is not None and bool(behind or (before and "," not in text[before.end() : start]))


def _agencies(text: str, start: int, end: int) -> Iterator[Mention]:
    """Agencies by their short form ("dpa", "APA-Anfrage", "der AFP"): whole words that the register knows."""
    for match in _WORD.finditer(text, start, end):
        word = match["word"]
        if not (word.isupper() or word in _LOWER):
            continue
        agency = lookup(word)
        if agency is not None and agency.kind == "news":
            yield _mention("agency", agency.name, match.start(), match.end())


_WORD = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,11})(?:-\w+)*(?!\w)")
