"""Datelines as agencies and distributors print them, where a text is known to be copy and opens a story.

dateline := place ("," region)? ("," date)? ("(" agency ")" | "/" agency "/" | agency)? dash?

Wider than the reading of any text (`wires.read_dateline`): here whoever stands in the bracket is the sender, known
or not, if a date or capitals stand before it. Sources: stylebooks of AP, Reuters, dpa and AFP; copy of distributors.
"""

from __future__ import annotations

import re

from provenance.glyphs import ACCENTED, APOSTROPHES, CAPITALS, DASHES, DOUBLE_OPENING, one_of
from provenance.ingest.agencies import is_house, lookup
from provenance.ingest.wires import Dateline, read_dateline
from provenance.words import any_of, every

#: A dateline ends within so many code points.
WITHIN = 200
_CAPITAL = one_of(CAPITALS, ACCENTED)
_NAME = rf"{_CAPITAL}[\w.{APOSTROPHES}-]*"
_MORE = rf"(?:[ /]+(?:{_NAME}|(?:{any_of(every('names', 'particles'))})(?= ))){{0,4}}"
_PLACE = rf"(?P<place>{_NAME}{_MORE}(?:, {_NAME}(?: {_NAME}){{0,2}}){{0,2}})"
_MONTH = rf"(?:{any_of(every('time', 'months'))})\w{{0,6}}\.?"
_ORDINAL = rf"(?:{any_of(every('time', 'ordinal_endings'))}|\.)?"
_DATE = (
    rf"(?P<date>(?i:{_MONTH}) \d{{1,2}}{_ORDINAL}(?:,? \d{{4}})?|\d{{1,2}}{_ORDINAL} ?(?i:{_MONTH})(?:,? \d{{4}})?"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{4}-\d\d-\d\d)"
)
_DASH = rf"(?P<dash>\.?\s?(?:--+|{one_of(DASHES, '=_:')}|\.))"
_BRACKET = re.compile(
    rf"\s*(?:{_PLACE})?(?:[,.]?\s*{_DATE}[.,]?)?\s*(?:--\s?)?(?P<open>[(/\[])(?P<who>[^()\[\]/\n]{{2,60}}(?:/[^()\[\]/\n]{{2,40}})?)[)/\]]"
    rf"\s*{_DASH}?\s*(?=\S)"
)
_BARE = re.compile(rf"\s*{_PLACE}?,? ?{_DATE}[.,]?\s+(?P<who>[^\W\d_][\w-]{{1,20}})\s*{_DASH}\s+(?=\S)")
_DATED = re.compile(rf"\s*{_PLACE}, ?{_DATE}\s*{_DASH}\s+(?=\S)(?P<who>(?!))?")
_FIRST = re.compile(
    rf"\s*\(?(?P<who>[^\W\d_][\w-]{{1,20}})\)?\s*{one_of(DASHES)}\s*{_PLACE}(?:,? {_DATE})?\s*{_DASH}\s+(?=\S)"
)
_OPENS = re.compile(rf"{one_of(CAPITALS, ACCENTED, DOUBLE_OPENING)}|[\"'\d]")


def printed_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that a story's first paragraph begins with, offsets counted from `start`; None for none."""
    if (known := read_dateline(text[:WITHIN], start)) is not None:
        return known
    for pattern in (_BRACKET, _BARE, _FIRST, _DATED):
        match = pattern.match(text[:WITHIN])
        if match is not None and _holds(match, pattern, text):
            return _made(match, text, start)
    return None


def _holds(match: re.Match[str], pattern: re.Pattern[str], text: str) -> bool:
    """Whether what stands before a text is its dateline and no part of its first sentence."""
    place, date, dash = match["place"] or "", match["date"], match["dash"]
    known = any(_is_sender(part) for part in re.split(r"\s*[/,;]\s*", match["who"] or ""))
    shouted = place.partition(",")[0].isupper() and len(place) > 2
    if pattern is _DATED:
        return shouted
    if pattern is not _BRACKET:
        return known
    if not dash:
        return known and bool(place or date) and _OPENS.match(text, match.end()) is not None
    return known or bool(date) or (shouted and match["open"] == "(")


def _is_sender(name: str) -> bool:
    agency = lookup(name.strip())
    return (agency is not None and agency.kind != "picture") or is_house(name)


def _made(match: re.Match[str], text: str, start: int) -> Dateline:
    left = len(text) - len(text.lstrip())
    dash = match.start("dash") if match["dash"] else match.end()
    shown = text[left:dash].rstrip()
    agencies = [
        agency.name
        for part in re.split(r"\s*[/,;]\s*", match["who"] or "")
        if (agency := lookup(part.strip()))
    ]
    place = (match["place"] or "").strip(" ,-")
    places = [part.strip() for part in place.split("/") if part.strip()]
    return Dateline(shown, places, list(dict.fromkeys(agencies)), start + left, start + match.end())
