"""Datelines as agencies and distributors print them, where a text is known to be copy and opens a story.

dateline := place ("," region)? ("," date)? ("(" agency ")" | "/" agency "/" | agency)? dash?

Wider than the reading of any text (`datelines.read_dateline`), which asks that a place be borne out: here whoever
stands in the bracket is the sender, known or not, if a date or capitals stand before it. Sources: stylebooks of AP,
Reuters, dpa and AFP; copy of distributors.
"""

from __future__ import annotations

import re
from functools import cache

from provenance.glyphs import ACCENTED, CAPITALS, DASHES, DOUBLE_OPENING, one_of
from provenance.ingest.agencies import is_house
from provenance.ingest.datelines import (
    DAY,
    PLACES,
    REACH,
    SEPARATOR,
    Dateline,
    Evidence,
    agencies_in,
    read_dateline,
    split_places,
)
from provenance.words import any_of, every

_PLACE = rf"(?P<place>{PLACES})"
_DATE = rf"(?P<date>{DAY}|\d{{1,2}}\s(?i:{any_of(every('datelines', 'copy_months'))})\.?)"
_DASH = rf"(?P<dash>\s?(?:{SEPARATOR}|-))"
#: Numbers of the forms.
BRACKET, BARE, FIRST, DATED = range(4)
#: The forms by their numbers, each with glyphs of which one must stand near the beginning for it to fit.
_FORMS = {
    FIRST: (
        rf"\s*\(?(?P<who>[^\W\d_][\w-]{{1,20}})\)?\s*{one_of(DASHES)}\s*{_PLACE}(?:,? {_DATE})?\s*{_DASH}\s+(?=\S)",
        frozenset(DASHES),
    ),
    BRACKET: (
        rf"\s*(?:{_PLACE})?(?:[,.]?\s*{_DATE}[.,]?)?\s*(?:--\s?)?(?P<open>[(/\[])(?P<who>[^()\[\]/\n]{{2,60}}(?:/[^()\[\]/\n]{{2,40}})?)[)/\]]"
        rf"\s*{_DASH}?\s*(?=\S)",
        frozenset("([/"),
    ),
    BARE: (
        rf"\s*(?:{_PLACE})?,? ?{_DATE}[.,]?\s+(?P<who>[^\W\d_][\w-]{{1,20}})\s*{_DASH}\s+(?=\S)",
        frozenset("0123456789"),
    ),
    DATED: (
        rf"\s*{_PLACE}(?:,|\s{one_of(DASHES)})\s?{_DATE}\s*{_DASH}\s+(?=\S)(?P<who>(?!))?",
        frozenset("0123456789"),
    ),
}
_OPENS = re.compile(rf"{one_of(CAPITALS, ACCENTED, DOUBLE_OPENING)}|[\"'\d]")
#: Business Wire's topics between dateline and story: "--#cranes--".
_TOPICS = re.compile(r"(?:#\w+\s*)+--\s*")
_SENDERS = re.compile(r"\s*[/,;]\s*")


def printed_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that a story's first paragraph begins with, offsets counted from `start`; None for none."""
    known = read_dateline(text, start)
    if known is not None and known.agencies and known.places:
        return known
    for form, (_, glyphs) in _FORMS.items():
        match = _form(form).match(text, 0, REACH) if not glyphs.isdisjoint(text[:REACH]) else None
        if match is not None and _holds(match, form, text):
            found = _made(match, text, start)
            # "NORDBY--(BUSINESS WIRE)--": the place alone is a dateline too, but not the whole of it.
            return found if known is None or found.agencies else known
    return known


def whole_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that a line of its own is, with its sender, offsets counted from `start`; None for none."""
    line = text.strip()
    if len(line) > REACH:
        return None
    found = printed_dateline(f"{line} A", start)
    if found is None or not found.agencies or found.end - start < len(line):
        return None
    found.end = start + len(text)
    return found


@cache
def _form(form: int) -> re.Pattern[str]:
    """The pattern of a form, made when a text first asks for it: they are dear to make, and few texts do."""
    return re.compile(_FORMS[form][0])


def _holds(match: re.Match[str], form: int, text: str) -> bool:
    """Whether what stands before a text is its dateline and no part of its first sentence."""
    place, date, dash = match["place"] or "", match["date"], match["dash"]
    known = any(map(_is_sender, _SENDERS.split(match["who"] or "")))
    shouted = place.partition(",")[0].isupper() and len(place) > 2
    if form == DATED:
        return shouted or re.search(r"\d{4}$", date) is not None
    if form != BRACKET:
        return known
    if not dash:
        return known and bool(place or date) and _OPENS.match(text, match.end()) is not None
    return known or bool(date) or (shouted and match["open"] == "(")


def _is_sender(name: str) -> bool:
    return bool(agencies_in(name)) or is_house(name)


def _made(match: re.Match[str], text: str, start: int) -> Dateline:
    left = len(text) - len(text.lstrip())
    shown = text[left : match.start("dash") if match["dash"] else match.end()].rstrip()
    agencies = agencies_in(match["who"] or "")
    evidence: Evidence = "agency" if agencies else "day" if match["date"] else "capitals"
    places = split_places(match["place"] or "")
    topics = _TOPICS.match(text, match.end())
    end = topics.end() if topics else match.end()
    return Dateline(shown, places, agencies, start + left, start + end, evidence)
