"""Who wrote the article and when, as the page shows it; what only the metadata say fills the gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import AND, REPORTING_LINE, Byline, read_byline
from provenance.ingest.credits import LABEL
from provenance.ingest.dates import month_first, read_date
from provenance.ingest.html.article import Article
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.words import alternatives, any_of, every

#: Longer lines are sentences about somebody, in code points.
_LONGEST = 160
#: Longer lists name a staff and no writers; each of them is looked for in each line around the story.
_MOST_WRITERS = 40
_UPDATED = re.compile(rf"\b(?:{alternatives('pages', 'updated')})\b", re.I)
_NO_PERSON = re.compile(rf"\b(?:{any_of(every('pages', 'no_persons'))})\b|\.\w{{2,4}}$|@", re.I)


_SUPPLIER = re.compile(rf"^\W*(?:(?:{any_of(every('pages', 'suppliers'))})\b\W*|©\W*)+", re.I)
_WHEN = re.compile(
    rf"\s*(?:\d{{1,2}}[./:]|{alternatives('pages', 'published')}|\||–|,? (?:{any_of(every('time', 'weekdays'))}))",
    re.I,
)
_SIGN_OFF = re.compile(r"^[a-zäöü]{2,4}$")
_WEB = re.compile(r"\.\w{2,3}$")


@dataclass(slots=True)
class Writers:
    """The byline as printed, and who stands in it; `indices` are the segments that print it."""

    text: str | None = None
    indices: list[int] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def take(self, byline: Byline, segment: Segment | None) -> None:
        """Add those of a byline that are not there yet."""
        new = [name for name in byline.persons if _key(name) not in self._known]
        self._known |= set(map(_key, byline.persons))
        self.persons += new
        self.agencies += [name for name in byline.agencies if name not in self.agencies]
        if segment is not None:
            self.text = self.text or segment.text
            self.indices.append(segment.index)


def find_writers(page: Page, article: Article, metadata: PageMetadata, taken: set[int]) -> Writers:
    """The writers that the page shows above or below the story; else those of its metadata."""
    writers = Writers()
    named = persons_of(metadata)
    before = list(_before(page, article, taken))
    behind = list(_behind(page, article, taken))
    for segments in (before, behind):
        unlabelled = -1
        for segment in segments:
            writers.agencies += [
                name for name in _supplier(segment, metadata) if name not in writers.agencies
            ]
            byline = _read(segment, named)
            if byline is None:
                continue
            _without_outlet(byline, metadata)
            if byline.persons and not is_labelled(segment.text) and not set(byline.persons) & set(named):
                # Names by style alone: the byline is one place, further lists of links are none.
                if unlabelled >= 0 and segment.index - unlabelled > 2:
                    continue
                unlabelled = segment.index
            if byline.persons or byline.agencies or byline.desks:
                writers.take(byline, segment)
        if writers.persons:
            for segment in behind if segments is before else ():
                writers.agencies += [
                    name for name in _supplier(segment, metadata) if name not in writers.agencies
                ]
            return writers
    _from_reporting_line(page, article, writers)
    if not writers.persons and not writers.agencies:
        for name in named:
            byline = read_byline(name)
            if byline is not None:
                _without_outlet(byline, metadata)
                writers.take(byline, None)
        writers.text = writers.text or (", ".join(writers.persons) or None)
    return writers


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
    for segment in page.segments[max(last - 2, 0) : min(last + 14, len(page.segments))]:
        if segment.index in taken or len(segment.text) > _LONGEST:
            continue
        if segment.box.hidden and not segment.role & Role.PROFILE:
            continue
        yield segment


def _is_foreign(segment: Segment, article: Article) -> bool:
    """Furniture, unless its only fault is to be a box about the writer."""
    if not segment.box.hidden:
        return False
    above = segment.index < article.first_prose(article.body.first)
    return not (segment.role & Role.BYLINE and above and segment.box.within(article.region))


def _read(segment: Segment, named: list[str]) -> Byline | None:
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
    labelled = read_byline(text, labelled_only=True)
    if marked or segment.role & Role.BYLINE:
        links = marked or [mark for mark in segment.marks if mark.link]
        parts = [text[mark.start : mark.end] for mark in links]
        for part in [*parts, text] if not labelled else [text, *parts]:
            if (found := read_byline(part)) is not None:
                _merge(byline, found)
                break
    elif labelled is not None:
        _merge(byline, labelled)
    return byline if byline.persons or byline.agencies or byline.desks else None


def _supplier(segment: Segment, metadata: PageMetadata) -> list[str]:
    """The agencies of a line that is nothing else: "SID", "Quelle: dpa-AFX", "Agencia EFE 4.5.2026", "© dpa/Nordblatt"."""
    text = segment.text
    if len(text) > 90 or segment.role & (Role.CAPTION | Role.PICTURE):
        return []
    if segment.link_share > 0.9 and not text.startswith("©"):
        return []
    if (label := LABEL.search(text)) and label.start() and ":" in label[0]:
        text = text[: label.start()]
    for mark in reversed(segment.marks):
        if mark.role & Role.DATE:
            text = text[: mark.start] + text[mark.end :]
    text = _WHEN.split(_SUPPLIER.sub("", text), maxsplit=1)[0]
    found = []
    outlet = _key(metadata.outlet or "")
    for part in re.split(rf"\s*[/,|]\s*|\s+(?:{AND})\s+", text.strip(" .:-–—|")):
        agency = lookup(part)
        if agency is not None and agency.kind != "picture":
            found.append(agency.name)
        elif not (_SIGN_OFF.match(part) or (outlet and _key(part) == outlet) or _WEB.search(part)):
            return []
    return found


def is_labelled(text: str) -> bool:
    """Whether a line opens with "Von", "By" or another label of a byline."""
    return read_byline(text, labelled_only=True) is not None


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


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return re.sub(r"[^\w]", "", name.casefold())


# ---------------------------------------------------------------- dates


def find_published(page: Page, article: Article, metadata: PageMetadata) -> str | None:
    """When the article was published: the day that the page prints wins, the metadata give the time.

    A day printed beside "updated" is no day of publication, unless there is no other.
    """
    day_first = not month_first(metadata.language)
    printed: list[str] = []
    updated: list[str] = []
    first = article.headline[0] if article.headline else article.body.first
    body = article.first_prose(article.body.first)
    for segment in page.segments[max(article.region.first, first - 8) : body + 2]:
        in_story = article.prose.get(segment.index) == "paragraph"
        if len(segment.text) > 140 or (in_story and not segment.role & Role.DATE):
            continue
        date = read_date(segment.text, day_first=day_first)
        if date is not None and len(date) >= 10:
            (updated if _UPDATED.search(segment.text) else printed).append(date)
    declared = metadata.published
    days = {day[:10] for day in printed}
    for moment in [declared, *(value for index, value in page.times if first - 8 <= index <= body + 2)]:
        date = read_date(moment or "")
        if date is None:
            continue
        if not printed or date[:10] in days:
            return date
    return printed[0] if printed else declared or (updated[0] if updated else None)
