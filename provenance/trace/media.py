"""Outlets and agencies that a sentence rests on, with the words that say so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from provenance.glyphs import DOUBLE, QUOTES, one_of
from provenance.languages.media import Media, media_of
from provenance.trace.mentions import Mention, mentions

#: A reporting word further from a medium than this reports something else, in code points.
NEAR = 90
#: A verb right behind or before its subject: at most these many code points between them.
CLOSE = 28
_STOP = re.compile(rf"[.!?:;]\s|{one_of(DOUBLE)}|\n")
#: The words that make a medium a source or a contact begin at most so many code points before it.
BEFORE = 160


def attributions(
    text: str, start: int, end: int, language: str, named: Sequence[Mention] | None = None
) -> list[Mention]:
    """The media in a sentence that it rests on: each with the shortest stretch of the cue and the name.

    `named` are the media between the two offsets, where they are known already.

    A medium counts behind a source trigger ("laut der FAZ"), behind a contact with or without its verb ("sagte
    er auf Anfrage der APA"), as a compound of either ("auf APA-Anfrage"), behind an article with a reporting
    word near it ("sagte er dem Standard"), or as the subject of one ("berichtete die BBC").
    """
    media = media_of(language)
    found: list[Mention] = []
    named = mentions(text, start, end, language) if named is None else named
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
    if mention.platform:
        return _on_platform(media, text, left, right, mention)
    if _belongs_to_staff(media, text, near, mention):
        return None
    if (source := media.sources.search(text, near, mention.at)) is not None:
        return source.start(), mention.name_end
    if behind := media.behind.match(text, mention.name_end, right):
        article = media.source_articles.search(text, near, mention.at)
        return article.start() if article else mention.at, behind.end()
    if cites := media.cites.match(text, mention.name_end):
        return mention.at, cites.end()
    if not mention.name and text[mention.at : mention.name_end].lower() in media.audience:
        return _reported(media, text, left, right, mention)  # the press as listeners is no route
    if mention.name and (asked := media.asking.match(text, mention.name_end, right)):
        return mention.at, asked.end()
    contact = media.contacts.search(text, near, mention.at)
    link = media.links.search(text, near, mention.at)
    compound = (
        text[mention.at : mention.name_end].rpartition("-")[2].lower()
        if "-" in text[mention.at : mention.name_end]
        else ""
    )
    while compound and link and (closer := media.links.search(text, link.start() + 1, mention.at)):
        link = closer  # at most the three words before it
    is_contact = (
        contact is not None
        or compound in media.contact_compounds
        or (bool(mention.name) and link is not None and _opens(text, left, link.start(), mention))
    )
    first = contact.start() if contact else link.start() if link and is_contact else mention.at
    verb = _verb(media, text, left, right, first, mention.name_end)
    if is_contact:
        return (min(first, verb[0]), max(mention.name_end, verb[1])) if verb else (first, mention.name_end)
    if verb is None or (not mention.name and not _stands_alone(media, text, mention, link is not None, verb)):
        return None
    if compound in media.report_compounds or link is None or _is_subject(verb, mention):
        if (
            compound not in media.report_compounds
            and link is None
            and not media.media_reports.match(text, *verb)
        ):
            return None  # "der Sender hat entschieden": it acts, and passes nothing on
        first = mention.at
        if article := media.subject_articles.search(text, near, mention.at):
            first = article.start()
    elif link is not None:
        first = link.start()
    last = max(mention.name_end, verb[1])
    if citing := media.citing.match(text, last, right):
        last = citing.end()
    return min(first, verb[0]), last


def _opens(text: str, left: int, at: int, mention: Mention) -> bool:
    """Whether a medium with its preposition opens a sentence and is set off from it: "On NPR, Ina Holm argued …"."""
    return (
        not text[left:at].strip() and text[mention.name_end : mention.name_end + 2].lstrip(QUOTES)[:1] == ","
    )


def _on_platform(media: Media, text: str, left: int, right: int, mention: Mention) -> tuple[int, int]:
    """A platform with its preposition, and the verb that is near it."""
    verb = _verb(media, text, left, right, mention.at, mention.name_end)
    return (
        (min(mention.at, verb[0]), max(mention.name_end, verb[1])) if verb else (mention.at, mention.name_end)
    )


def _reported(media: Media, text: str, left: int, right: int, mention: Mention) -> tuple[int, int] | None:
    """The media as those who report: "die Medien berichten"."""
    verb = media.media_reports.search(text, mention.name_end, min(right, mention.name_end + CLOSE))
    return (mention.at, verb.end()) if verb and "," not in text[mention.name_end : verb.start()] else None


def _belongs_to_staff(media: Media, text: str, near: int, mention: Mention) -> bool:
    """Whether a medium only says whose editor, publisher or reader somebody is: "der Chef der Zeitung Nordlys"."""
    words = text[near : mention.at].rstrip(QUOTES + " ").rsplit(None, 2)
    if len(words) < 2:
        return False
    before, article = words[-2].lower(), words[-1].lower()
    if article in media.definite:
        return before.rpartition("-")[2] in media.staff or before in media.passive
    return (article if media.capital_nouns else before) in media.staff


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
