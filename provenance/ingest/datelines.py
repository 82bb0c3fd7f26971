"""Datelines: the place that a report was filed from, before its first sentence or on a line of its own.

dateline := place (("/" | "and") place)* ("," region)? day? ("(" agency or sign ")")? day? separator

A form alone is no dateline, for "Fazit: …" and "Endlich. …" have it too: the place must be borne out, by capitals, an
agency, a day, or by the text that says elsewhere where it is. Source of the forms: AP Stylebook, "datelines"; dpa,
Basiswissen für Nachrichten; forms collected from German and English pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from provenance.glyphs import APOSTROPHES, DOUBLE, DOUBLE_OPENING, SINGLE_OPENING, UPPER, one_of
from provenance.ingest.agencies import is_house, lookup
from provenance.ingest.bylines import AND_WITH, DESKS, is_role
from provenance.ingest.person_names import is_full_name
from provenance.words import alternatives, any_of, every, every_phrase

#: A dateline ends within so many code points of its paragraph.
REACH = 200
_WORD = (
    rf"(?:(?:{any_of(every_phrase('datelines', 'abbreviations'))})\.\s?)?"
    rf"{one_of(UPPER)}\w*(?:[{APOSTROPHES}‑-]\w+)*"
)
_PLACE = rf"{_WORD}(?:\s(?:(?:{any_of(every('datelines', 'particles'))})\s){{0,2}}{_WORD}){{0,3}}"
_MONTH = rf"(?:(?i:{any_of(every('time', 'months'))}))\.?"
_REGION = rf"(?:,\s(?!{_MONTH}\W){one_of(UPPER)}[\w.]*(?:[\s-]{one_of(UPPER)}[\w.]*){{0,3}})?"
_AND = any_of(every("datelines", "and"))
PLACES = rf"{_PLACE}(?:(?:\s?/\s?|\s(?:{_AND})\s){_PLACE}){{0,3}}{_REGION}"
_OF = any_of(every("time", "month_links"))
_YEAR = r"(?:,?\s?\d{4}|\d\d(?!\d))?"
_NTH = rf"(?:{any_of(every('time', 'ordinal_endings'))}|\.)?"
#: A day as datelines print it, without what leads to it.
DAY = (
    rf"(?:(?:{_MONTH}\s\d{{1,2}}{_NTH}|\d{{1,2}}{_NTH}\s?(?:(?:{_OF})\s)?{_MONTH}|\d{{1,2}}\.\s?\d{{1,2}}\.){_YEAR}"
    r"|\d{4}-\d\d-\d\d)"
)
_DAY = rf"(?:,?\s(?:(?:{any_of(every('datelines', 'day_articles'))})\s)?{DAY})"
#: What stands between a dateline and its story.
SEPARATOR = r"--|\.\s?[–—-]|[–—]|-(?=\s)|:|·|•|\||=|_|\.(?=\s|$)"
_DATELINE = re.compile(
    rf"\s*(?P<before>[^|\n]{{3,80}}\d{{4}}\s?\|\s?)?(?P<place>{PLACES})?(?P<day>{_DAY})?(?:,?\s(?P<sign>[a-zäöü]{{2,5}})(?=\s?[|–—-]))?"
    rf"(?P<bracket>\s*[(\[](?P<who>[^()\[\]]{{1,40}})[)\]])?(?P<later>{_DAY})?"
    rf"(?:\s*(?P<dash>{SEPARATOR}|(?<=[)\]]\s){one_of(DOUBLE)}(?=\s))|(?<=[)\]]))\s*"
)
#: A day in front of the agency and no place at all: "Sept. 3 (AP) --".
_DAY_ONLY = re.compile(rf"\s*{_MONTH}\s\d{{1,2}}\s*\((?P<who>[^()]{{2,40}})\)\s*(?P<dash>--|[–—=_-])\s+")
_HOUSES = re.compile(rf"(?:{alternatives('datelines', 'houses')})", re.I)
_HOUSE_SIGNS = re.compile(rf"(?:{alternatives('datelines', 'house_signs')})")
_CITIES = frozenset(map(str.lower, every_phrase("datelines", "cities")))
_LABELS = every("datelines", "labels") | every("time", "weekdays", "weekday_starts", "months")
_DATED = re.compile(rf"(?:{alternatives('pages', 'updated')}|{alternatives('pages', 'published')})", re.I)
_RIVERS = every_phrase("datelines", "rivers")
_OPENING = re.compile(rf"[\d(\[{re.escape(DOUBLE_OPENING + SINGLE_OPENING)}]")
_LOCATIVE = any_of(every("datelines", "locatives"))
_LOCATIVES = every("datelines", "locatives")
_INHABITANT = re.compile(rf"(?:{alternatives('datelines', 'inhabitants')})(?=\s)")
_GENITIVE = re.compile(rf"[{APOSTROPHES}]s\b")
_ARTICLES = every("datelines", "articles")
_OF_PLACE, _SETTLEMENTS = every("datelines", "of"), every("datelines", "settlements")
_OF_PERSON = re.compile(rf".*\s(?:{alternatives('datelines', 'suffixes')})")
_ABSTRACT = tuple(every("datelines", "abstract"))
#: A place's name has so many letters at least.
_LEAST = 2
#: An acronym has no more letters.
_ACRONYM = 5
_VOWELS = every("datelines", "vowels")
#: Shorter names keep their endings when inhabitants are named after them, in code points.
_SHORT = 5
_BARE_ENDING = re.compile(rf"(?:{alternatives('datelines', 'bare_endings')})$")
#: So far before a name its preposition and its noun stand, in code points.
_BEFORE = 24
#: Separators that stand behind a place and hardly ever behind a person or a thing.
_OF_PLACES = (".", "·", "•", "|")


Evidence = Literal["agency", "day", "capitals", "context"]


@dataclass(slots=True)
class Dateline:
    """Place and agency in front of a story: `text` without the dash, offsets with `end` behind the dash."""

    text: str
    places: list[str]
    agencies: list[str]
    start: int
    end: int
    evidence: Evidence = "context"
    """What bears the place out."""


@dataclass(slots=True)
class Surroundings:
    """What stands around a dateline and can bear its place out."""

    text: str = ""
    """Headline, lead and story."""
    named: frozenset[str] = frozenset()
    """Places and keywords that the metadata name, and the folders of the address, lower case."""
    outlet: str = ""
    _known: dict[tuple[str, bool], bool] = field(default_factory=dict)

    def bears_out(self, place: str, *, weakly: bool = False) -> bool:
        """Whether the text says that something is in the place, or made of its name; `weakly` lets the metadata do."""
        key = (place, weakly)
        if key not in self._known:
            names = _names(place)
            enough = any if "/" in place else all  # of a pair one is enough
            self._known[key] = enough(self._says(name, weakly) for name in names) and not any(
                name.lower() not in _CITIES and self.is_noun(name) for name in names
            )
        return self._known[key]

    def speaks_of(self, name: str) -> bool:
        """Whether the text has a name at all, and as a name: without an article."""
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text) is not None and not self.is_noun(name)

    def is_noun(self, name: str) -> bool:
        """Whether the text has an article right before a word that nothing else with a capital follows."""
        behind = rf"(?<!\w)(?P<before>\w+)\s{re.escape(name)}(?![\w-])(?!\s{one_of(UPPER)})"
        return any(match["before"].lower() in _ARTICLES for match in re.finditer(behind, self.text))

    def writes(self, word: str) -> int:
        """How often the text has a word in the same letters."""
        return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", self.text))

    def is_outlet(self, words: str) -> bool:
        """Whether words name the outlet itself."""
        outlet, key = _key(self.outlet), _key(words)
        return bool(key) and (key == outlet or (" " in words and key in outlet))

    def _says(self, name: str, weakly: bool) -> bool:
        if name.lower() in _CITIES or (weakly and name.lower() in self.named):
            return True
        # Capitals are the dateline's; the text writes the name as names are written.
        text, name = (self.text.lower(), name.lower()) if name.isupper() else (self.text, name)
        stem = _BARE_ENDING.sub("", name) if len(name) > _SHORT else name
        at = text.find(stem)
        while at >= 0:
            if not text[max(at - 1, 0) : at].isalnum():
                behind = at + len(stem)
                if _INHABITANT.match(text, behind):
                    return True
                if text.startswith(name, at) and self._is_there(text, at, at + len(name)):
                    return True
            at = text.find(stem, at + 1)
        return False

    def _is_there(self, text: str, start: int, end: int) -> bool:
        """Whether a name stands behind "in", or is that of inhabitants."""
        if _INHABITANT.match(text, end):
            return True
        if text[end : end + 1].isalnum() or _GENITIVE.match(text, end):
            return False
        *_, noun, before = ("", "", *text[max(start - _BEFORE, 0) : start].lower().split())
        if not text[start - 1 : start].isspace():
            return False
        return (
            before in _LOCATIVES or before in _SETTLEMENTS or (before in _OF_PLACE and noun in _SETTLEMENTS)
        )


NOTHING = Surroundings()


def read_dateline(text: str, start: int = 0, around: Surroundings = NOTHING) -> Dateline | None:
    """The dateline that `text` begins with, if its place is borne out; brackets must name an agency or the house.

    "Meier (SPD) – " and "(69.)" are no datelines, for nothing is said to be in Meier.
    """
    match = _DATELINE.match(text, 0, REACH)
    if match is not None and (found := _read(text, start, match, around)) is not None:
        return found
    match = _DAY_ONLY.match(text, 0, REACH)
    if match is not None and (agencies := agencies_in(match["who"])):
        return _cut(text, start, match, [], agencies)
    return None


def _read(text: str, start: int, match: re.Match[str], around: Surroundings) -> Dateline | None:
    place, agencies, house = match["place"] or "", agencies_in(match["who"] or ""), False
    last = place.rpartition(" ")
    if match["who"] is None and last[0] and (agency := lookup(last[2])) and agency.kind == "news":
        if match["dash"] == ":":
            return None  # a headline's words before its colon
        place, agencies = last[0], [agency.name]
    if match["who"] is not None and not agencies:
        house = _is_house(match["who"], around)
    dash = match["dash"]
    if not dash and (match["who"] is None or not (agencies or _HOUSE_SIGNS.fullmatch(match["who"]))):
        return None
    if not place:
        return _cut(text, start, match, [], agencies) if dash and (agencies or house) else None
    if _is_house(place, around) and match["who"] is None:
        return None
    opens = _OPENING.match(text, match.end()) or text[match.end() : match.end() + 1].isupper()
    if not (opens or (agencies and dash)):
        return None
    if lookup(place) or is_label(place) or _OF_PERSON.fullmatch(place) or len(place.strip(".")) < _LEAST:
        return None
    evidence = _evidence(match, bool(agencies or house), place, dash or "")
    if evidence == "capitals" and _is_shouted(place, around):
        evidence = "context"
    if evidence == "context" and (
        _is_full_name(place) or not around.bears_out(place, weakly=dash in _OF_PLACES)
    ):
        return None
    places = [] if _is_house(place, around) else split_places(place)
    return _cut(text, start, match, places, agencies, evidence)


def _evidence(match: re.Match[str], signed: bool, place: str, dash: str) -> Evidence:
    """What bears a place out in the dateline itself; else the rest of the text has to."""
    if signed:
        return "agency"
    if match["before"] or match["day"] or match["later"] or (len(dash) > 1 and "." in dash):
        return "day"
    return "capitals" if _in_capitals(place, dash) else "context"


def _cut(
    text: str,
    start: int,
    match: re.Match[str],
    places: list[str],
    agencies: list[str],
    evidence: Evidence = "agency",
) -> Dateline:
    left = len(text) - len(text.lstrip())
    end = match.start("dash") if match["dash"] else match.end()
    shown = text[left:end].rstrip(" -·")
    if places and re.search(r"\w{4}\.$", places[-1]) and shown.endswith(".") and text[end] == "-":
        places[-1], shown = places[-1][:-1], shown[:-1]  # the stop of "NORDBY.-"; that of "S.C." is its own
    return Dateline(shown, places, agencies, start + left, start + match.end(), evidence)


def _in_capitals(place: str, dash: str | None) -> bool:
    """Whether a place is printed in capitals; its region need not be. Behind a full stop that is too little."""
    head = place.partition(",")[0]
    return head.isupper() and sum(map(str.isalpha, head)) > 2 and dash != "."


def _is_shouted(place: str, around: Surroundings) -> bool:
    """Whether one word in capitals is written so everywhere, or names something abstract: its capitals say nothing."""
    if not place.isupper() or " " in place or "/" in place or place.lower() in _CITIES:
        return False
    if len(place) <= _ACRONYM:
        return _VOWELS.isdisjoint(place.lower()) or around.writes(place) > 1
    return place.lower().endswith(_ABSTRACT)


def _is_full_name(place: str) -> bool:
    """Whether words are a person's name as likely as a place's."""
    return is_full_name(place) and place.lower() not in _CITIES


def is_label(place: str) -> bool:
    """Whether words say what a text is, or when: "FOTOS: …"."""
    first = re.match(r"\w+", place.lower())
    return first is not None and (first[0] in _LABELS or _DATED.match(place) is not None)


def _is_house(words: str, around: Surroundings) -> bool:
    """An outlet's own name where the agency stands: a web address or capitals of a broadcaster."""
    words = words.strip()
    return is_house(words) or around.is_outlet(words) or _HOUSES.fullmatch(words) is not None


def agencies_in(words: str) -> list[str]:
    """The agencies of texts among the members of a line."""
    found: list[str] = []
    for part in re.split(rf"[/,;+&]|\s(?:{AND_WITH})\s|\s[–-]\s", words):
        # Two that send together are joined: "PRNewswire-AsiaNet".
        agency = lookup(part.strip()) or lookup(part.strip().partition("-")[0])
        if agency and agency.kind != "picture" and agency.name not in found:
            found.append(agency.name)
    return found


def split_places(place: str) -> list[str]:
    """Places divided by strokes and conjunctions; a river behind a stroke belongs to its town."""
    parts: list[str] = []
    for part in re.split(rf"\s?/\s?|\s(?:{_AND})\s", place):
        if parts and part in _RIVERS:
            parts[-1] += "/" + part
        elif part.strip():
            parts.append(part.strip())
    return parts


def _names(place: str) -> list[str]:
    """The names by which a text would speak of a dateline's places: without region and river."""
    return [re.split(r"[,/]", part)[0] for part in split_places(place)]


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())


# ---------------------------------------------------------------- lines of their own

_ALONE = rf"(?P<place>{PLACES})(?P<day>{_DAY})?\s*(?P<dash>{SEPARATOR})?\s*"
_MEMBERS = re.compile(rf"\s*[,|/·•()\[\]]\s*|\s[–—-]\s|(?:(?<=\s)|^)(?i:{_LOCATIVE})\s(?={one_of(UPPER)})")
_LONGEST_LINE = 120
#: "3. September 2026 in Nordby": the preposition behind the day says what the name is.
_DATED_IN = rf".*\d{{4}}\s(?i:{_LOCATIVE})\s(?P<place>{PLACES})"


def read_place_line(text: str, around: Surroundings, persons: Sequence[str] = ()) -> Dateline | None:
    """The dateline that a line of its own is, or that stands in a line of writers, agencies and dates.

    "Nordby", "NORDBY, Wash. —", "AFP, Nordby", "Von Eva Lund, Nordby", "3. September 2026, Nordby": each member must
    be known for what it is, and the place be borne out by the text.
    """
    line = text.strip()
    if len(line) > _LONGEST_LINE or line.endswith(":"):
        return None  # a colon makes it the heading of a list
    alone = None if any(name in line for name in persons) else _lazily(_ALONE).fullmatch(line)
    if alone is not None and (found := _alone(line, alone, around)) is not None:
        return found
    dated = _lazily(_DATED_IN).fullmatch(line)
    if dated is not None and not is_label(dated["place"]) and not _is_house(dated["place"], around):
        return Dateline(line, split_places(dated["place"]), [], 0, len(text))
    places: list[str] = []
    agencies: list[str] = []
    writer = False
    for mark, part in _members(line):
        member = part.strip(" .:")
        named = re.sub(r"\s\d.*$", "", member)
        if not member:
            continue
        if agency := lookup(member):
            agencies.append(agency.name)
        elif any(name in member for name in persons):
            writer = True
            continue
        elif _is_known(member, named, around):
            continue
        elif not places and _is_place(named, around, told=writer and mark == ","):
            places = split_places(named)
        else:
            return None
        writer = False
    return Dateline(line, places, agencies, 0, len(text)) if places else None


@lru_cache(maxsize=4)
def _lazily(pattern: str) -> re.Pattern[str]:
    """A pattern of lines of their own, made when the first is read."""
    return re.compile(pattern)


def _members(line: str) -> Iterator[tuple[str, str]]:
    """The members of a line, each with the mark before it."""
    at, mark = 0, ""
    for match in _MEMBERS.finditer(line):
        yield mark, line[at : match.start()]
        at, mark = match.end(), match[0].strip()
    yield mark, line[at:]


def _is_place(words: str, around: Surroundings, *, told: bool) -> bool:
    """Whether a member is a place; beside its writers it is enough that the text speaks of it."""
    if not re.fullmatch(PLACES, words) or len(words) < _LEAST or _is_shouted(words, around):
        return False
    if around.bears_out(words):
        return True
    acronym = words.isupper() and len(words) <= _ACRONYM
    return told and not acronym and all(map(around.speaks_of, _names(words)))


def _alone(line: str, match: re.Match[str], around: Surroundings) -> Dateline | None:
    place, dash = match["place"], match["dash"]
    if len(place.strip(".")) < _LEAST or _OF_PERSON.fullmatch(place):
        return None  # an initial; somebody's name
    if is_label(place) or lookup(place) or _is_house(place, around):
        return None
    sure = dash and dash != "." and _in_capitals(place, dash) and not _is_shouted(place, around)
    if not (sure or around.bears_out(place, weakly=bool(dash))):
        return None
    return Dateline(
        line[: match.end("day" if match["day"] else "place")], split_places(place), [], 0, len(line)
    )


def _is_known(member: str, named: str, around: Surroundings) -> bool:
    """Whether a member of a line is a date, the house, a desk or somebody's role."""
    words = member.lower().split()
    return (
        any(map(str.isdigit, named))
        or _is_house(member, around)
        or is_label(member)
        or not DESKS.isdisjoint(words)
        or is_role(member)
    )
