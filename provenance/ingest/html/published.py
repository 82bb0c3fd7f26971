"""When a page was published, where its article does not say so: a day printed near by, or in its address."""

from __future__ import annotations

import re
from datetime import date, timedelta

from provenance.glyphs import STOPS
from provenance.ingest.dates import is_date_line, is_day, month_first, read_date
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import Article
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.words import alternatives, any_of, every

#: How many segments before the headline and behind the story a day may stand, and how long its line may be.
_BEFORE, _BEHIND, _LONGEST = 25, 12, 120
#: One that says so may be longer, one among the story's paragraphs is shorter.
_LONGEST_TOLD, _LINE = 200, 80
#: A line with a larger share of links leads elsewhere.
_LINKED = 0.8
#: A day in front of the story is its day rather than one behind it.
_FARTHER = 30
_TWO_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])")
_IN_ADDRESS = (
    re.compile(r"/(?P<y>20[0-9]{2})[/-]?(?P<m>[01][0-9])[/-]?(?P<d>[0-3][0-9])(?![0-9])"),
    re.compile(r"/(?P<y>20[0-9]{2})/(?P<m>[a-z]{3,9})/(?P<d>[0-3]?[0-9])/", re.I),
    re.compile(r"(?<![0-9-])(?P<d>[0-3][0-9])-(?P<m>[01][0-9])-(?P<y>20[0-9]{2})(?![0-9-])"),
    re.compile(r"(?<![0-9])(?P<y>20[0-9]{2})-?(?P<m>[01][0-9])-?(?P<d>[0-3][0-9])(?![0-9])"),
)
_UPDATED = re.compile(rf"\b(?:{alternatives('pages', 'updated')})\b", re.I)
_TOLD = re.compile(rf"\b(?:{alternatives('pages', 'told_published')})\b", re.I)
_OF_WHAT = re.compile(
    rf"\b(?:{alternatives('pages', 'updated')}|{alternatives('pages', 'told_published')})\b", re.I
)
_BEFORE_DAY = re.compile(
    rf"^\W*(?:(?:{any_of(every('bylines', 'before_dates'))})\b)?\W*|\W*(?:{any_of(every('bylines', 'and'))})?\W*$",
    re.I,
)
_UTC = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|\+00:?00)$")
#: A line with a day by the headline is no longer, in code points; a text is changed within so many days.
_LINE_OF_DAYS, _CHANGED = 140, 7
#: What says what was published is no longer: "This story was originally".
_BEFORE_WORD = 30
#: Midnight in Central Europe as UTC, summer and winter: a day that was stored as a moment.
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T2[23]:00:00(?:\.0+)?(?:Z|\+00:?00)$")


def find_published(page: Page, article: Article, metadata: PageMetadata) -> str | None:
    """When the article was published: the day that the page prints wins, the metadata give the time.

    A day printed beside "updated" is no day of publication, unless there is no other, or the metadata give a later
    one: nothing is changed before it is published.
    """
    printed, updated = _printed(page, article, metadata)
    declared = metadata.published
    first = article.headline[0] if article.headline else article.body.first
    body = article.first_prose(article.body.first)
    days = {day[:10] for day in printed}
    for moment in [declared, *(value for index, value in page.times if first - 8 <= index <= body + 2)]:
        date = read_date(moment or "")
        if date is None:
            continue
        if date[:10] in days:
            return _settled(date, metadata)
        if not printed:
            earlier = [day for day in updated if 0 < _days(day, date) <= _CHANGED]
            return earlier[0] if earlier else _in_zone(_settled(date, metadata), metadata.address or "")
    if found := printed[0] if printed else declared or (updated[0] if updated else None):
        return _settled(found, metadata)
    return _near(page, article, metadata) or _in_address(metadata.address or "")


def _printed(page: Page, article: Article, metadata: PageMetadata) -> tuple[list[str], list[str]]:
    """The days that stand by the headline and before the story: those of publication, and those of changes."""
    day_first = not month_first(metadata.language, metadata.address)
    printed: list[str] = []
    updated: list[str] = []
    first = article.headline[0] if article.headline else article.body.first
    body = article.first_prose(article.body.first)
    for segment in page.segments[max(article.region.first, first - 8) : body + 2]:
        if len(segment.text) > _LINE_OF_DAYS or (
            segment.index in article.prose and not segment.role & Role.DATE
        ):
            continue
        for changed, text in _parts(segment.text):
            date = read_date(text, day_first=day_first)
            if date is not None and len(date) >= 10:
                (updated if changed else printed).append(date)
    return printed, updated


def is_line_of_days(text: str) -> bool:
    """Whether a line is nothing but when the text was published or changed: "Stand: 5. September 2026, 18 Uhr"."""
    told = _OF_WHAT.search(text) if len(text) <= _LINE_OF_DAYS else None
    if told is None or told.start() > _BEFORE_WORD or any(map(str.isdecimal, text[: told.start()])):
        return False
    days = [_BEFORE_DAY.sub("", _OF_WHAT.sub("", part)) for _, part in _parts(text[told.start() :])]
    return any(map(is_date_line, days)) and all(is_date_line(day) or not day.strip() for day in days)


def _parts(text: str) -> list[tuple[bool, str]]:
    """A line divided before the words that say what a day in it is of: whether of a change, and the part."""
    cuts = [match.start() for match in _OF_WHAT.finditer(text)]
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    marks = [_UPDATED.match(part) is not None for part in parts]
    if len(parts) == 2 and marks[1] and not any(map(str.isdecimal, parts[1])):
        marks[0] = True  # "7. September 2026, aktualisiert"
    return list(zip(marks, parts, strict=True))


def _of_publication(text: str) -> str:
    """A line without what stands in it behind the words for a change."""
    return " ".join(part for changed, part in _parts(text) if not changed)


def _settled(found: str, metadata: PageMetadata) -> str:
    """A day of publication in its own order of day and month, and in the zone that it was stored for."""
    if (declared := metadata.published) and "T" in declared and swapped(found) == declared[:10]:
        return declared  # "11/01/2021" was read in the wrong order of day and month
    midnight = _MIDNIGHT.fullmatch(found)
    if midnight and not month_first(metadata.language or "", metadata.address):
        return (date.fromisoformat(midnight[1]) + timedelta(days=1)).isoformat()
    return found


def _in_zone(found: str, address: str) -> str:
    """A moment in UTC as the day that the page's address has, where one is the other in some zone."""
    day = _in_address(address)
    if day is None or not _UTC.search(found):
        return found
    apart = _days(day, found)
    early = int(found[11:13]) < 12
    return day if (apart == 1 and early) or (apart == -1 and not early) else found


def _days(one: str, other: str) -> int:
    """How many days the second of two ISO dates is later; 0 where either is less precise than a day."""
    try:
        return (date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days
    except ValueError:
        return 0


def _near(page: Page, article: Article, metadata: PageMetadata) -> str | None:
    """The day of the nearest line that is little else than a day, the story's own sentences left out."""
    first = article.headline[0] if article.headline else article.body.first
    last = article.last_prose(article.body.last)
    best: tuple[int, str] | None = None
    day_first = not month_first(metadata.language, metadata.address)
    for segment in page.segments[max(0, first - _BEFORE) :]:
        told = _TOLD.search(segment.text) if len(segment.text) <= _LONGEST_TOLD else None
        if segment.index >= last + _BEHIND and not told:
            continue
        if not told and not _is_line(segment, article):
            continue
        text = segment.text[told.end() :] if told else _of_publication(segment.text)
        day = read_date(text, day_first=day_first) or _short(segment)
        if day is None or len(day) < 10:
            continue
        far = _distance(segment, first, last) - _FARTHER * bool(told)
        if best is None or far < best[0]:
            best = far, day
    return best[1] if best else None


def _short(segment: Segment) -> str | None:
    """The day in a date's own box that prints two figures of the year: "23.09.22"."""
    match = _TWO_FIGURES.search(segment.text) if segment.role & Role.DATE else None
    if match is None:
        return None
    year, month, day = 2000 + int(match[3]), int(match[2]), int(match[1])
    return f"{year}-{month:02d}-{day:02d}" if is_day(year, month, day) else None


def _is_line(segment: Segment, article: Article) -> bool:
    """Whether a segment is a line of dates rather than a sentence, a comment, or the day of a change."""
    text = segment.text
    if segment.role & Role.COMMENTS or not _of_publication(text):
        return False
    if segment.link_share > _LINKED and not segment.role & Role.DATE:
        return False  # the title of another story
    if segment.index in article.prose and not segment.role & Role.DATE:
        return len(text) < _LINE and not text.endswith(tuple(STOPS))
    return len(text) <= _LONGEST


def _distance(segment: Segment, first: int, last: int) -> int:
    """How far a line stands from the story; a line of a date's box is nearer, one with many other words farther."""
    far = first - segment.index if segment.index <= first else segment.index - first
    far += _FARTHER * (segment.index > last) + len(segment.text) // 20
    return far - 10 * bool(segment.role & Role.DATE)


def _in_address(address: str) -> str | None:
    for pattern in _IN_ADDRESS:
        match = pattern.search(address)
        if match is None:
            continue
        year, month, day = match["y"], match["m"], match["d"]
        found = read_date(f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}")
        if found is not None and len(found) == 10:
            return found
    return None


def swapped(day: str) -> str:
    """A day with day and month changed about."""
    return f"{day[:5]}{day[8:10]}-{day[5:7]}" if len(day) >= 10 else ""
