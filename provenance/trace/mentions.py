"""Who is named: the media, agencies and platforms that stand in a text, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from provenance.glyphs import DOUBLE, DOUBLE_OPENING, QUOTES
from provenance.ingest.agencies import lookup, mixed_case_names
from provenance.languages.media import Media, media_of
from provenance.model import HopRole
from provenance.words import ALL, any_of, values, words


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
    platform: bool = False
    """Whether everybody speaks on it: then its preposition is part of the mention."""
    noun: str = ""
    """The noun of a medium that no name follows, lower case: "zeitung"."""


#: A page named by its address: "golem.de", "Space.com".
_DOMAIN = re.compile(
    rf"(?<![\w@./-])[A-Za-z][\w-]{{1,30}}\.(?:{any_of(words(ALL, 'media', 'domains'))})(?![\w/-])"
)
_AROUND_NAMES = QUOTES + " "


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
    yield from _agencies(text, start, end)
    yield from _platforms(media, text, start, end)
    for at, after in _learnt(text, language).find(text, start, end):
        yield _mention("medium", _learnt(text, language).full(text[at:after]), at, after)
    for match in media.names.finditer(text, start, end) if media.may_name(text) else ():
        name = match["name"]
        if name in media.ambiguous and not _is_name(media, text, match.start(), match.end()):
            continue
        if name in media.common and not (
            _is_marked(text, match.start(), match.end())
            or media.sources.search(text, max(start, match.start() - 40), match.start())
        ):
            continue
        if match["tail"].strip(DOUBLE) and not _speaks(media, match["tail"]):
            continue  # whose name is part of another word: "ORF-Sprecher"
        yield _mention("medium", name, match.start(), match.end())
    for match in media.mastheads.finditer(text, start, end):
        name = match["plain"] or match["marked"]
        named = (
            media.nouns.match(text, match.end() - len(name.rpartition(" ")[2])) if match["plain"] else None
        )
        if named is not None and named["name"]:
            continue  # "Belgrader Zeitung Danas"
        if not media.days.match(name) and not lookup(name):
            yield _mention("medium", name, match.start(), match.end(), media)
    for match in media.interviewers.finditer(text, start, end):
        if not match["name"].lower().endswith(media.staff):
            yield _mention("medium", match["name"], match.start("name"), match.end("name"))
    for match in media.shows.finditer(text, start, end):
        yield _mention("medium", match["name"], match.start("name"), match.end("name"))
    for match in _DOMAIN.finditer(text, start, end):
        yield _mention("medium", match[0], match.start(), match.end())
    yield from _by_noun(media, text, start, end)
    for pattern in (media.unnamed, media.unnamed_reports):
        for match in pattern.finditer(text, start, end):
            yield Mention("medium", "", match.start(), match.end(), match.start(), match.end())


def _by_noun(media: Media, text: str, start: int, end: int) -> Iterator[Mention]:
    """A noun for a medium, with the name behind it where one follows: "Zeitung Hürriyet", "das Blatt"."""
    whole = (start, end) == (0, len(text))
    for match in _nouns(text, media) if whole else media.find_nouns(text, start, end):
        noun, name = match["noun"], (match["name"] or "").strip(_AROUND_NAMES)
        if media.capital_nouns and not noun.rpartition("-")[2][0].isupper() and not noun[0].isupper():
            continue
        before = text[max(start, match.start() - LONGEST_NAME) : match.start()].rstrip().rpartition(" ")[2]
        if noun.lower().rpartition("-")[2] in media.no_media or before.lower() in media.ours:
            continue
        if media.days.match(name):
            name = ""
        if (
            not name
            and (small := _WORD.match(text, match.end("noun") + 1))
            and small["word"] in mixed_case_names()
        ):
            continue  # "Nachrichtenagentur dpa": found as an agency
        agency = lookup(name.split(" ")[0]) or lookup(name) if name else None
        is_agency = agency is not None or any(agency in noun.lower() for agency in media.agency_nouns)
        stop = match.end() if name else match.end("noun")
        if name or media.capital_nouns or noun.lower() in media.anaphors:
            mention = _mention(
                "agency" if is_agency else "medium",
                agency.name if agency else name,
                match.start(),
                stop,
                media,
            )
            mention.noun = "" if name else noun.lower()
            yield mention


def _platforms(media: Media, text: str, start: int, end: int) -> Iterator[Mention]:
    """A platform where somebody says something; none of which is spoken: "Druck auf Facebook"."""
    for match in media.platforms.finditer(text, start, end) if media.may_post(text) else ():
        before = text[max(start, match.start() - LONGEST_NAME) : match.start()].rstrip()
        if before.rpartition(" ")[2].lower().strip(_AROUND_NAMES) in media.topics:
            continue
        if match["doubtful"] and not (
            media.posting.search(text, max(start, match.start() - LONGEST_NAME), match.start())
            or media.posting.search(text, match.end(), min(end, match.end() + LONGEST_NAME))
        ):
            continue
        name = match["name"] or match["post"]
        yield Mention("medium", name, match.start(), match.end(), match.start(), match.end(), True)
    for match in media.platform_words.finditer(text, start, end):
        name = media.platform_names[match[0]]
        yield Mention("medium", name, match.start(), match.end(), match.start(), match.end(), True)


def _speaks(media: Media, tail: str) -> bool:
    """Whether a compound with a medium's name is still the medium, its report or a word with it."""
    last = tail.strip(DOUBLE).rpartition("-")[2].lower()
    return last.rstrip("s") in media.compound_ends or last in media.compound_ends


def _is_marked(text: str, start: int, end: int) -> bool:
    return text[start] in DOUBLE_OPENING or text[end - 1] in DOUBLE or "-" in text[start:end]


def _mention(role: HopRole, name: str, start: int, end: int, media: Media | None = None) -> Mention:
    """A mention of which the name is all; `media` puts a masthead into the nominative."""
    return Mention(role, media.printed(name) if media is not None else name, start, end, start, end)


#: No masthead that a text introduces is longer, in code points.
LONGEST_NAME = 60


class _Names:
    """Names that are looked up in a text by their first words, however many they are."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names`: each form → the name in full."""
        self._names = names
        sizes: dict[str, set[int]] = {}
        for name in self._names:
            sizes.setdefault(_FIRST.findall(name)[0], set()).add(len(name))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}

    def full(self, form: str) -> str:
        """The name behind one of its forms."""
        return self._names[form]

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the names stand as whole words, the longest at each place, none within another."""
        reached = start
        places = [place for first in self._sizes for place in _places(first, text, start, end)]
        for at, first in sorted(places):
            if at < reached:
                continue
            for size in self._sizes[first]:
                after = at + size
                if after <= end and text[at:after] in self._names and not _goes_on(text, after):
                    yield at, after
                    reached = after
                    break


def _places(first: str, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a name's first word stands by itself, with the word."""
    word = first[-1].isalnum() or first[-1] == "_"
    at = text.find(first, start, end)
    while at >= 0:
        after = at + len(first)
        open_ = word and after < end and (text[after].isalnum() or text[after] == "_")
        if not open_ and not (at and _goes_on(text, at - 1)):
            yield at, first
        at = text.find(first, after, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a letter, a figure or a hyphen stands at an offset."""
    return at < len(text) and (text[at].isalnum() or text[at] in "_-")


_FIRST = re.compile(r"\w+|\S")


@lru_cache(maxsize=4)
def _nouns(text: str, media: Media) -> tuple[re.Match[str], ...]:
    """The nouns for media in a whole text: it is read by them once."""
    return tuple(media.find_nouns(text, 0, len(text)))


@lru_cache(maxsize=4)
def _learnt(text: str, language: str) -> _Names:
    """The names that a text introduces with a noun ("die Zeitung Danas") and then uses alone."""
    names: dict[str, str] = {}
    media = media_of(language)
    for match in _nouns(text, media):
        name = (match["name"] or "").strip(_AROUND_NAMES)
        if (
            2 < len(name) <= LONGEST_NAME
            and match["noun"][0].isupper()
            and not media.days.match(name)
            and not lookup(name)
        ):
            names[name] = name
    for match in media.mastheads.finditer(text):
        name = match["plain"] or match["marked"]
        short = name.rpartition(" ")[2]
        new = match["plain"] and short != name and not media.days.match(name) and not lookup(name)
        if new and short.lower() not in media.anaphors:
            names.setdefault(name, media.printed(name))
            names.setdefault(short, media.printed(name))
    return _Names(names)


def _is_name(media: Media, text: str, start: int, end: int) -> bool:
    """Whether an everyday word is meant as a masthead: in marks, in capitals, or beside what only media have."""
    word = text[start:end].strip(DOUBLE)
    closed = any(glyph in DOUBLE for glyph in text[end - 1 : end + 1])
    if text[start] in DOUBLE_OPENING and closed:
        return True  # "„Zeit“", not "„Zeit zum Atmen“"
    if (word.isupper() and len(word) > 2) or "-" in word:
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
    """Agencies by their short form ("dpa", "APA-Anfrage", "der AFP") or in full: whole words that the register knows."""
    for match in _short_forms().finditer(text, start, end):
        word = match["word"]
        if not (word.isupper() or word in mixed_case_names()):
            continue
        agency = lookup(match[0]) or lookup(word)
        if agency is not None and agency.kind == "news":
            yield _mention("agency", agency.name, match.start(), match.end())
    for at, after in _full_names().find(text, start, end):
        yield _mention("agency", _full_names().full(text[at:after]), at, after)


@cache
def _full_names() -> _Names:
    """The names of news agencies that are several words, with the inflected first word of German ones."""
    forms: dict[str, str] = {}
    for name, printed in values(ALL, "agencies", "news").items():
        for form in printed.split(" | ")[1:]:
            if " " in form:
                forms[form] = name
    return _Names(forms)


_WORD = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,11})(?:-\w+)*(?!\w)")


@cache
def _short_forms() -> re.Pattern[str]:
    """The words that may be an agency's short form: they begin with two capitals, or as one that does not."""
    return re.compile(
        rf"(?<![\w-])(?=[^\W\d_a-z]{{2}}|{any_of(mixed_case_names())})(?P<word>[^\W\d_]{{3,11}})(?:-\w+)*(?!\w)"
    )
