"""Who wrote the article and when, as the page shows it; what only the metadata say fills the gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from provenance.glyphs import DOUBLE_CLOSING, STOPS, one_of
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import (
    REPORTING_LINE,
    Byline,
    behind_date,
    is_day,
    is_role,
    read_byline,
)
from provenance.ingest.credits import LABEL
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import Article
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.ingest.person_names import has_given_name, is_full_name, is_plain_name
from provenance.ingest.wires import read_suppliers
from provenance.words import alternatives, any_of, every

#: Longer lines are sentences about somebody, in code points.
_LONGEST = 160
#: Longer lists name a staff and no writers; each of them is looked for in each line around the story.
_MOST_WRITERS = 40
_NO_PERSON = re.compile(rf"\b(?:{any_of(every('pages', 'no_persons'))})\b|\.\w{{2,4}}$|@", re.I)


_SUPPLIER = re.compile(rf"^\W*(?:(?:{any_of(every('pages', 'suppliers'))})\b\W*|©\W*)+", re.I)
_WHEN = re.compile(
    rf"\s*(?:(?<![:\w-])\d{{1,2}}[./:]|{alternatives('pages', 'published')}|,? (?:{any_of(every('time', 'weekdays'))}))",
    re.I,
)
#: What an agency prints under its text: "Copyright 2026 The Associated Press. All rights reserved. …"
_RESERVED = re.compile(
    rf"\W*(?:(?:©|\(c\)|{any_of(every('credits', 'copyright'))})\s*)+\d{{4}},?\s+(?:{any_of(every('bylines', 'by'))}\s+)?(?P<who>[^.]{{2,60}})(?:\.|$)",
    re.I,
)
_BRACKET = re.compile(rf"{one_of(STOPS, DOUBLE_CLOSING)}\s*\((?P<names>[^()\d]{{4,60}})\)\W*$")
#: So many segments before a story's last one it may be signed; notes and boxes come behind.
_SIGNED = 8
#: Shorter names of agencies begin other words, in code points.
_SHORT = 5
#: Labels that stand before the source of a text as well as before that of a picture.
_TEXT_LABELS = tuple(every("credits", "no_picture_labels"))
_WEB = re.compile(r"\.\w{2,3}$")
_DATED_BEHIND = re.compile(r"\s\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?:,?\s\d{1,2}[.:]\d\d(?:\s\w{2,3})?)?$")
#: With it in front a line that begins with its day is read as if it said who wrote it.
_PLAIN_LEAD = next(iter(every("bylines", "by")))


@dataclass(slots=True)
class Writers:
    """The byline as printed, and who stands in it; `indices` are the segments that print it."""

    text: str | None = None
    indices: list[int] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def supply(self, agencies: list[str]) -> None:
        """Add agencies that are not there yet."""
        self.agencies += [name for name in agencies if name not in self.agencies]

    def take(self, byline: Byline, segment: Segment | None) -> None:
        """Add those of a byline that are not there yet."""
        new = [name for name in byline.persons if _key(name) not in self._known]
        self.supply(byline.agencies)
        if segment is not None:
            self.text = segment.text if new and not self.persons else self.text or segment.text
            self.indices.append(segment.index)
        self._known |= set(map(_key, byline.persons))
        self.persons += new


def find_writers(page: Page, article: Article, metadata: PageMetadata, taken: set[int]) -> Writers:
    """The writers that the page shows above or below the story; else those of its metadata."""
    writers = Writers()
    named = persons_of(metadata)
    before = list(_before(page, article, taken))
    behind = list(_behind(page, article, taken))
    for segments in (before, behind):
        for segment in segments:
            writers.supply(_supplier(segment, metadata, named))
        if not writers.persons:
            _take(page, segments, metadata, named, writers, above=segments is before)
    if not writers.persons:
        _from_reporting_line(page, article, writers)
    if not writers.persons:
        _from_ends(page, article, writers)
    if not writers.persons and not writers.agencies:
        for name in named or [name for name in metadata.authors[:_MOST_WRITERS] if is_plain_name(name)]:
            byline = read_byline(name)
            if byline is not None:
                _without_outlet(byline, metadata)
                writers.take(byline, None)
        writers.text = writers.text or (", ".join(writers.persons) or None)
    return writers


def _take(
    page: Page,
    segments: list[Segment],
    metadata: PageMetadata,
    named: list[str],
    writers: Writers,
    *,
    above: bool,
) -> None:
    """Add those whom lines name as writers. Names by style alone stand in one place: further lists are none."""
    unlabelled = -1
    for segment in segments:
        byline = _read(segment, named, above=above)
        if byline is None:
            continue
        _without_outlet(byline, metadata)
        if not is_labelled(segment.text):
            byline.persons = [name for name in byline.persons if _is_borne_out(page, segment, name, named)]
            if byline.persons and not set(byline.persons) & set(named):
                if unlabelled >= 0 and segment.index - unlabelled > 2:
                    continue
                unlabelled = segment.index
        if byline.persons or byline.agencies or byline.desks:
            writers.take(byline, segment)


def _is_borne_out(page: Page, segment: Segment, name: str, named: list[str]) -> bool:
    """Whether a name without "By" is a writer's: by the metadata, else by signs that add up.

    Where the metadata name writers others need more signs. A single word is a name only with a given name that is
    known; links of one kind in a row are a menu.
    """
    if name in named:
        return True
    marks = [mark for mark in segment.marks if segment.text[mark.start : mark.end].strip() == name]
    signs = 2 * has_given_name(name) + bool(segment.role & Role.BYLINE)
    signs += any(mark.role & Role.BYLINE for mark in marks) + any(mark.link for mark in marks)
    if " " not in name and not has_given_name(name):
        return False
    return signs >= 2 + bool(named) and not _is_menu(page, segment)


def _is_menu(page: Page, segment: Segment) -> bool:
    """Whether a segment is an item of a list of three or more."""
    around = page.segments[max(segment.index - 2, 0) : segment.index + 3]
    items = [other for other in around if other.box.tag == "li" and other.box.parent is segment.box.parent]
    return segment.box.tag == "li" and len(items) > 2


def _before(page: Page, article: Article, taken: set[int]) -> Iterator[Segment]:
    """The short lines around the headline, down to the first sentences of the story."""
    first = article.headline[0] if article.headline else article.body.first
    paragraphs = 0
    for segment in page.segments[max(0, first - 6) : article.region.last]:
        index = segment.index
        if index < article.region.first:
            if segment.role & Role.BYLINE and is_labelled(segment.text):
                yield segment
            continue
        if index in taken or index in article.headline:
            continue
        if index in article.prose:
            paragraphs += len(segment.text) > 100
            if paragraphs > 1:
                return
        if len(segment.text) <= _LONGEST and not _is_foreign(segment, article):
            yield segment


def _behind(page: Page, article: Article, taken: set[int]) -> Iterator[Segment]:
    """The short lines that close the story, and the box about the writer under it."""
    last = article.last_prose(article.body.last)
    for segment in page.segments[max(last - _SIGNED, 0) : min(last + 14, len(page.segments))]:
        if segment.index in taken or len(segment.text) > _LONGEST:
            continue
        if segment.index < last - 2 and not _is_signature(segment.text):
            continue
        if segment.box.hidden and not segment.role & Role.PROFILE:
            continue
        yield segment


def _is_signature(text: str) -> bool:
    """Whether a line of the story says nothing but who wrote it."""
    byline = read_byline(text, labelled_only=True)
    return byline is not None and bool(byline.persons) and all(map(has_given_name, byline.persons))


def _is_foreign(segment: Segment, article: Article) -> bool:
    """Furniture, unless its only fault is to be a box about the writer."""
    if not segment.box.hidden:
        return False
    above = segment.index < article.first_prose(article.body.first)
    return not (segment.role & Role.BYLINE and above and segment.box.within(article.region))


def _read(segment: Segment, named: list[str], *, above: bool) -> Byline | None:
    """Those whom a line names as writers: by the marks on their names, by a label, or by the metadata."""
    text = segment.text
    marked = [mark for mark in segment.marks if mark.role & Role.BYLINE]
    if segment.role & (Role.CAPTION | Role.CREDIT) and not (segment.role & Role.BYLINE or marked):
        return None
    lowered = text.casefold()
    known = [name for name in named if name.casefold() in lowered]
    byline = Byline(text)
    if known and (len(text) < 100 or marked or segment.role & Role.BYLINE):
        byline.persons = known
    named_by = _from_names(text)
    labelled = read_byline(named_by, labelled_only=True)
    if labelled is not None and named_by != text and marked:
        # Behind the day a section or a counter may follow the names: their own elements know where they end.
        own = read_byline(", ".join(text[mark.start : mark.end] for mark in marked))
        labelled = own if own is not None and own.persons else labelled
    if labelled is not None:
        _merge(byline, labelled)
    if marked or segment.role & Role.BYLINE:
        links = marked or [mark for mark in segment.marks if mark.link]
        elements = [found for mark in links if (found := read_byline(text[mark.start : mark.end]))]
        elements = elements if marked else elements[:1]
        whole = read_byline(named_by)
        if labelled is None and whole is not None and _names_all(whole, elements):
            _merge(byline, whole)
        elif labelled is None or not labelled.persons:
            for found in elements:
                _merge(byline, found)
        if not byline.persons and whole is not None:
            _merge(byline, whole)
    elif (
        above
        and labelled is None
        and (named_by != text or _DATED_BEHIND.search(text))
        and _is_signature(f"{_PLAIN_LEAD} {named_by}")
    ):
        _merge(byline, read_byline(named_by) or Byline(text))
    return byline if byline.persons or byline.agencies or byline.desks else None


def _from_names(text: str) -> str:
    """A line from where it names somebody: behind its day, or behind "von", unless a person stands before that."""
    named_by = behind_date(text)
    first = read_byline(text) if named_by != text else None
    return text if first is not None and any(" " in name for name in first.persons) else named_by


def _names_all(whole: Byline, elements: list[Byline]) -> bool:
    """Whether a line's own names are those that its elements have, and perhaps more that are persons' for sure."""
    told = {_key(name) for found in elements for name in found.persons}
    keys = set(map(_key, whole.persons))
    more = [name for name in whole.persons if _key(name) not in told]
    return told <= keys and bool(keys) and (not told or all(map(is_full_name, more)))


def _supplier(segment: Segment, metadata: PageMetadata, persons: list[str]) -> list[str]:
    """The agencies of a line that says who supplied the story: "SID", "Quelle: dpa-AFX", "© dpa/Nordblatt"."""
    text = segment.text
    if len(text) > _LONGEST or segment.role & Role.PICTURE:
        return []
    if (
        segment.link_share > 0.9
        and not text.startswith("©")
        and not segment.role & (Role.BYLINE | Role.SOURCE)
    ):
        return []
    for label in LABEL.finditer(text):
        if ":" in label[0] and not label[0].startswith(_TEXT_LABELS):
            text = text[: label.start()]
            break
    for mark in reversed(segment.marks):
        if mark.role & Role.DATE:
            text = text[: mark.start] + text[mark.end :]
    if reserved := _RESERVED.match(text):
        text = reserved["who"]
    text = _WHEN.split(_SUPPLIER.sub("", text), maxsplit=1)[0]
    outlet = _key(metadata.outlet or "")

    def known(member: str) -> bool:
        named = any(name in member for name in persons) or _WEB.search(member) is not None
        return named or (bool(outlet) and _key(member) == outlet) or is_role(member) or is_day(member)

    told = bool(segment.role & (Role.BYLINE | Role.SOURCE | Role.DATE)) and len(text) < 90
    found = read_suppliers(text, known, told=told)
    return [name for name in found if not _begins_house(name, metadata.outlet or "")]


def _begins_house(name: str, outlet: str) -> bool:
    """Whether an agency's name is the beginning of the outlet's own: "La Presse de Nordby" is not LaPresse."""
    return _key(outlet).startswith(_key(name)) and len(name) > _SHORT and lookup(outlet) is None


def is_labelled(text: str) -> bool:
    """Whether a line opens with "Von", "By" or another label of a byline, perhaps behind a date."""
    return read_byline(behind_date(text), labelled_only=True) is not None


def _merge(byline: Byline, other: Byline) -> None:
    for name in other.persons:
        if not any(_key(known) in _key(name) or _key(name) in _key(known) for known in byline.persons):
            byline.persons.append(name)
    byline.agencies += [name for name in other.agencies if name not in byline.agencies]
    byline.desks += [name for name in other.desks if name not in byline.desks]


def persons_of(metadata: PageMetadata) -> list[str]:
    """The persons of the metadata, one entry each."""
    names: list[str] = []
    outlet = _key(metadata.outlet or "")
    for author in metadata.authors[:_MOST_WRITERS]:
        byline = read_byline(author)
        for name in byline.persons if byline else []:
            if _key(name) != outlet and not _NO_PERSON.search(name) and " " in name:
                names.append(name)
    return names


def _without_outlet(byline: Byline, metadata: PageMetadata) -> None:
    """The outlet, agencies and desks among the persons go where they belong."""
    outlet = _key(_WEB.sub("", metadata.outlet or ""))
    persons = []
    for name in byline.persons:
        key = _key(name)
        if (
            outlet
            and not (key == outlet and is_plain_name(name))
            and (key == outlet or (len(key) > 3 and key in outlet) or (len(outlet) > 5 and outlet in key))
        ) or _NO_PERSON.search(name):
            byline.desks.append(name)
        elif agency := lookup(name):
            byline.agencies.append(agency.name)
        else:
            persons.append(name)
    byline.persons = persons


def _from_reporting_line(page: Page, article: Article, writers: Writers) -> None:
    """ "(Reporting by A and B; Editing by C)" under the story names A and B."""
    for index in sorted(article.prose)[-4:]:
        match = REPORTING_LINE.search(page.segments[index].text)
        if match is not None and not match[0].lower().lstrip("(").startswith(
            tuple(every("bylines", "additional"))
        ):
            byline = read_byline(match["names"].strip())
            if byline is not None:
                writers.take(byline, None)
                writers.text = writers.text or page.segments[index].text


def _from_ends(page: Page, article: Article, writers: Writers) -> None:
    """Writers within the story's first and last paragraphs, in an element or in brackets of their own.

    "Von Eva Lund" set bold before the first sentence; "… bis zum Winter. (Eva Lund)" behind the last one.
    """
    told = list(article.prose)
    for index in told[:2]:
        segment = page.segments[index]
        for mark in segment.marks[:1]:
            if mark.start == 0 and (byline := read_byline(segment.text[: mark.end], labelled_only=True)):
                writers.take(byline, None)
                writers.text = writers.text or byline.text
    for index in told[-2:]:
        match = _BRACKET.search(page.segments[index].text)
        byline = read_byline(match["names"]) if match else None
        if byline is not None and byline.persons and all(map(has_given_name, byline.persons)):
            writers.take(byline, None)
            writers.text = writers.text or (match[0].strip() if match else None)


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return re.sub(r"[^\w]", "", name.casefold())
