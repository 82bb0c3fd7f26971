"""Outlets and agencies named in a stretch of text, with the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.ingest.agencies import lookup
from provenance.languages.media import media_of
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


def mentions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """The media that stand between two offsets, in order, each place once; agencies by the register."""
    found: list[Mention] = []
    for mention in _candidates(text, start, end, language):
        if not any(mention.start < other.end and other.start < mention.end for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _candidates(text: str, start: int, end: int, language: str) -> Iterator[Mention]:
    media = media_of(language)
    for match in media.nouns.finditer(text, start, end):
        name = (match["name"] or "").strip("„“”\"»«‚‘’' ")
        agency = lookup(name.split(" ")[0]) or lookup(name) if name else None
        is_agency = agency is not None or "agen" in match["noun"].lower()
        stop = match.end() if name else match.end("noun")
        if name or (match["noun"][0].isupper() and language.startswith("de")):
            yield Mention(
                "agency" if is_agency else "medium",
                agency.name if agency else name,
                match.start(),
                stop,
                match.start(),
                stop,
            )
    for match in media.names.finditer(text, start, end):
        if match["name"] in media.ambiguous and not _is_name(text, match.start(), match.end()):
            continue
        yield Mention("medium", match["name"], match.start(), match.end(), match.start(), match.end())
    for match in media.unnamed.finditer(text, start, end):
        yield Mention("medium", "", match.start(), match.end(), match.start(), match.end())
    yield from _agencies(text, start, end)


_ARTICLE = re.compile(r"(?:\b(?:dem|der|die|den|das|des|im|vom|beim|zum|the)\s+|[„“\"»«‚‘'])$", re.I)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether an everyday word is meant as a masthead: behind an article, in marks, or printed in capitals."""
    word = text[start:end].strip('„“”"»«')
    return (
        text[start] in '„“"»«'
        or (word.isupper() and len(word) > 3)
        or bool(_ARTICLE.search(text, max(0, start - 8), start))
    )


def _agencies(text: str, start: int, end: int) -> Iterator[Mention]:
    """Agencies by their short form ("dpa", "APA-Anfrage", "der AFP"): whole words that the register knows."""
    at = start
    while at < end:
        if not text[at].isalpha() or (at > start and (text[at - 1].isalnum() or text[at - 1] == "-")):
            at += 1
            continue
        stop = at
        while stop < end and (text[stop].isalnum()):
            stop += 1
        word = text[at:stop]
        agency = (
            lookup(word)
            if 2 < len(word) < 12
            and (
                word.isupper()
                or word
                in (
                    "dpa",
                    "epd",
                    "Reuters",
                    "sid",
                    "Xinhua",
                    "Interfax",
                    "Anadolu",
                    "Bloomberg",
                    "Kyodo",
                    "Yonhap",
                )
            )
            else None
        )
        if agency is not None and agency.kind == "news":
            while stop < end and (text[stop].isalnum() or text[stop] == "-"):
                stop += 1
            yield Mention("agency", agency.name, at, stop, at, stop)
        at = stop + 1


def attributions(text: str, start: int, end: int, language: str) -> list[Mention]:
    """The media in a sentence that it rests on: each with the shortest stretch of the cue and the name.

    A medium counts if a trigger stands right before it ("auf Anfrage der APA"), if its name is compounded
    with one ("APA-Anfrage"), or if it is the subject of a reporting word near it.
    """
    media = media_of(language)
    found = []
    for mention in mentions(text, start, end, language):
        trigger = media.triggers.search(text, max(start, mention.start - 60), mention.start)
        words = [match.span() for match in media.reports.finditer(text, start, end)]
        near = min(words, key=lambda span: _gap(span, mention), default=None)
        compound = "-" in text[mention.start : mention.end]
        if near is None and not compound and not (trigger and len(trigger["trigger"]) > 4):
            continue
        first, last = mention.start, mention.end
        if trigger and len(trigger["trigger"]) > 4:
            first = trigger.start()
        if near is not None and _gap(near, mention) <= NEAR:
            first, last = min(first, near[0]), max(last, near[1])
        elif not trigger and not compound:
            continue
        found.append(Mention(mention.role, mention.name, first, last, mention.start, mention.end))
    return found


#: A reporting word further from a medium than this reports something else.
NEAR = 70


def _gap(span: tuple[int, int], mention: Mention) -> int:
    return max(span[0] - mention.end, mention.start - span[1], 0)
