"""When a page was published, where its article does not say so: a day printed near by, or in its address."""

from __future__ import annotations

import re
from datetime import date, timedelta

from provenance.glyphs import STOPS
from provenance.ingest.dates import is_day, month_first, read_date
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import Article
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.words import alternatives

#: How many segments before the headline and behind the story a day may stand, and how long its line may be.
_BEFORE, _BEHIND, _LONGEST = 25, 12, 120
#: One that says so may be longer, one among the story's paragraphs is shorter.
_LONGEST_TOLD, _LINE = 200, 80
#: A line with a larger share of links leads elsewhere.
_LINKED = 0.8
#: A day in front of the story is its day rather than one behind it.
_FARTHER = 30
_TWO_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])")
_IN_ADDRESS = re.compile(r"/(20[0-9]{2})[/-]?([01][0-9])[/-]?([0-3][0-9])(?![0-9])")
_UPDATED = re.compile(rf"\b(?:{alternatives('pages', 'updated')})\b", re.I)
_TOLD = re.compile(rf"\b(?:{alternatives('pages', 'told_published')})\b", re.I)
#: Midnight in Central Europe as UTC, summer and winter: a day that was stored as a moment.
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T2[23]:00:00(?:\.0+)?(?:Z|\+00:?00)$")


def settle_published(
    found: str | None, page: Page, article: Article, metadata: PageMetadata, language: str
) -> str | None:
    """The day of publication: `found` in and around the article, or else printed near by, or in the address."""
    if found is None:
        return _near(page, article, metadata) or _in_address(metadata.address or "")
    if (declared := metadata.published) and "T" in declared and swapped(found) == declared[:10]:
        return declared  # "11/01/2021" was read in the wrong order of day and month
    midnight = _MIDNIGHT.fullmatch(found)
    if midnight and month_first(language) is False:
        return (date.fromisoformat(midnight[1]) + timedelta(days=1)).isoformat()
    return found


def _near(page: Page, article: Article, metadata: PageMetadata) -> str | None:
    """The day of the nearest line that is little else than a day, the story's own sentences left out."""
    first = article.headline[0] if article.headline else article.body.first
    last = article.last_prose(article.body.last)
    best: tuple[int, str] | None = None
    day_first = not month_first(metadata.language)
    for segment in page.segments[max(0, first - _BEFORE) :]:
        told = _TOLD.search(segment.text) if len(segment.text) <= _LONGEST_TOLD else None
        if segment.index >= last + _BEHIND and not told:
            continue
        if not told and not _is_line(segment, article):
            continue
        day = read_date(segment.text[told.end() if told else 0 :], day_first=day_first) or _short(segment)
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
    if segment.role & Role.COMMENTS or _UPDATED.search(text):
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
    match = _IN_ADDRESS.search(address)
    if match is None or not is_day(int(match[1]), int(match[2]), int(match[3])):
        return None
    return f"{match[1]}-{match[2]}-{match[3]}"


def swapped(day: str) -> str:
    """A day with day and month changed about."""
    return f"{day[:5]}{day[8:10]}-{day[5:7]}" if len(day) >= 10 else ""
