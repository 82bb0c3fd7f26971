"""Outlets and agencies that a sentence rests on, with the words that say so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from provenance.glyphs import DOUBLE, DOUBLE_OPENING, QUOTES, one_of
from provenance.ingest.agencies import lookup, mixed_case_names
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
_STOP = re.compile(rf"[.!?:;]\s|{one_of(DOUBLE)}|\n")
_AROUND_NAMES = QUOTES + " "
#: The words that make a medium a source or a contact begin at most so many code points before it.
BEFORE = 160


def attributions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """The media in a sentence that it rests on: each with the shortest stretch of the cue and the name.

    A medium counts behind a source trigger ("laut der FAZ"), behind a contact with or without its verb ("sagte
    er auf Anfrage der APA"), as a compound of either ("auf APA-Anfrage"), behind an article with a reporting
    word near it ("sagte er dem Standard"), or as the subject of one ("berichtete die BBC").
    """
    media = media_of(language)
    found: list[Mention] = []
    named = mentions(text, start, end, language)
    if not named:
        return []
    clauses = _Clauses(text, start, end)
    for mention in named:
        stretch = _stretch(media, text, clauses, mention)
        if stretch is not None:
            found.append(replace(mention, start=stretch[0], end=stretch[1]))
    for first, second in pairwise(found):
        if media.joined.match(text[first.name_end : second.at]):
            first.start = second.start = min(first.start, second.start)
            first.end = second.end = max(first.end, second.end)
    return found


def _stretch(media: Media, text: str, clauses: _Clauses, mention: Mention) -> tuple[int, int] | None:
    """The words that make a mention an attribution; None if the medium is only spoken of."""
    left, right = clauses.around(mention)
    near = max(left, mention.at - BEFORE)
    if text[max(0, mention.at - 1) : mention.at] == "(":
        return None  # a credit
    if mention.at == left and text[mention.name_end : mention.name_end + 1] == ":":
        return None if mention.name else (mention.at, mention.name_end)  # who asks in an interview
    if (source := media.sources.search(text, near, mention.at)) is not None:
        return source.start(), mention.name_end
    if behind := media.behind.match(text, mention.name_end, right):
        article = media.source_articles.search(text, near, mention.at)
        return article.start() if article else mention.at, behind.end()
    contact = media.contacts.search(text, near, mention.at)
    link = media.links.search(text, near, mention.at)
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
        if article := media.subject_articles.search(text, near, mention.at):
            first = article.start()
    elif link is not None:
        first = link.start()
    last = max(mention.name_end, verb[1])
    if citing := media.citing.match(text, last, right):
        last = citing.end()
    return min(first, verb[0]), last


def _stands_alone(media: Media, text: str, mention: Mention, linked: bool, verb: tuple[int, int]) -> bool:
    """Whether an unnamed medium ("die Zeitung") is one that speaks or is spoken to, and no genitive."""
    genitive = media.genitives.search(text, max(0, mention.at - NEAR), mention.at)
    return not genitive and (linked or _is_subject(verb, mention))


class _Clauses:
    """The stretches between two stops of a sentence."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._start, self._end = start, end
        stops = [stop.span() for stop in _STOP.finditer(text, start, end)]
        self._before = [after for _, after in stops]
        self._behind = [first for first, _ in stops]

    def around(self, mention: Mention) -> tuple[int, int]:
        """Where the words around a mention begin and end that can say what it is for."""
        before = bisect_right(self._before, mention.at)
        behind = bisect_left(self._behind, mention.name_end)
        return (
            self._before[before - 1] if before else self._start,
            self._behind[behind] if behind < len(self._behind) else self._end,
        )


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
    starts: list[int] = []  # of what was found, in order; nothing in it overlaps
    for mention in candidates:
        number = bisect_left(starts, mention.start)
        if (number and found[number - 1].end > mention.start) or (
            number < len(found) and found[number].start < mention.end
        ):
            continue
        starts.insert(number, mention.start)
        found.insert(number, mention)
    return found


def _candidates(text: str, start: int, end: int, language: str) -> Iterator[Mention]:
    media = media_of(language)
    for match in media.nouns.finditer(text, start, end):
        noun, name = match["noun"], (match["name"] or "").strip(_AROUND_NAMES)
        if media.capital_nouns and not noun.rpartition("-")[2][0].isupper() and not noun[0].isupper():
            continue
        if media.days.match(name):
            name = ""
        agency = lookup(name.split(" ")[0]) or lookup(name) if name else None
        is_agency = agency is not None or any(agency in noun.lower() for agency in media.agency_nouns)
        stop = match.end() if name else match.end("noun")
        if name or media.capital_nouns:
            yield _mention(
                "agency" if is_agency else "medium", agency.name if agency else name, match.start(), stop
            )
    for at, after in _learnt(text, language).find(text, start, end):
        yield _mention("medium", text[at:after], at, after)
    for match in media.names.finditer(text, start, end):
        if match["name"] in media.ambiguous and not _is_name(media, text, match.start(), match.end()):
            continue
        yield _mention("medium", match["name"], match.start(), match.end())
    for match in media.unnamed.finditer(text, start, end):
        yield _mention("medium", "", match.start(), match.end())
    for match in media.unnamed_reports.finditer(text, start, end):
        yield _mention("medium", "", match.start(), match.end())
    yield from _agencies(text, start, end)


def _mention(role: HopRole, name: str, start: int, end: int) -> Mention:
    return Mention(role, name, start, end, start, end)


#: No masthead that a text introduces is longer, in code points.
LONGEST_NAME = 60


class _Names:
    """Names that are looked up in a text by their first words, however many they are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        sizes: dict[str, set[int]] = {}
        for name in self._names:
            sizes.setdefault(_FIRST.findall(name)[0], set()).add(len(name))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the names stand as whole words, the longest at each place, none within another."""
        reached = start
        for match in _FIRST.finditer(text, start, end) if self._names else ():
            at = match.start()
            if at < reached or (at and (text[at - 1].isalnum() or text[at - 1] in "_-")):
                continue
            for size in self._sizes.get(match[0], ()):
                after = at + size
                whole = after >= len(text) or not (text[after].isalnum() or text[after] in "_-")
                if after <= end and text[at:after] in self._names and whole:
                    yield at, after
                    reached = after
                    break


_FIRST = re.compile(r"\w+|\S")


@lru_cache(maxsize=4)
def _learnt(text: str, language: str) -> _Names:
    """The names that a text introduces with a noun ("die Zeitung Danas") and then uses alone."""
    names = set()
    media = media_of(language)
    for match in media.nouns.finditer(text):
        name = (match["name"] or "").strip(_AROUND_NAMES)
        if (
            2 < len(name) <= LONGEST_NAME
            and match["noun"][0].isupper()
            and not media.days.match(name)
            and not lookup(name)
        ):
            names.add(name)
    return _Names(names)


def _is_name(media: Media, text: str, start: int, end: int) -> bool:
    """Whether an everyday word is meant as a masthead: in marks, in capitals, or beside what only media have."""
    word = text[start:end].strip(DOUBLE)
    if text[start] in DOUBLE_OPENING or (word.isupper() and len(word) > 2) or "-" in word:
        return True
    if media.sources.search(text, max(0, start - 40), start) or media.contacts.search(
        text, max(0, start - 40), start
    ):
        return True
    before = media.reports.search(text, max(0, start - 24), start)
    behind = media.reports.match(text, end + 1)
    if behind is not None and len(behind[0]) < 3:
        behind = None  # "in Österreich so nicht"
    article = media.articles.search(text, max(0, start - 24), start)
    return article is not None and bool(behind or (before and "," not in text[before.end() : start]))


def _agencies(text: str, start: int, end: int) -> Iterator[Mention]:
    """Agencies by their short form ("dpa", "APA-Anfrage", "der AFP"): whole words that the register knows."""
    for match in _WORD.finditer(text, start, end):
        word = match["word"]
        if not (word.isupper() or word in mixed_case_names()):
            continue
        agency = lookup(word)
        if agency is not None and agency.kind == "news":
            yield _mention("agency", agency.name, match.start(), match.end())


_WORD = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,11})(?:-\w+)*(?!\w)")
