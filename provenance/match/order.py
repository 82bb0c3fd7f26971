"""Which of two documents came first, as far as their dates and marks say."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from provenance.model import Document, Genre

#: Reports of one event appear within so many days.
SAME_EVENT = 7
Key = tuple[str, int, str]


def came_first(a: Document, b: Document) -> bool | None:
    """Whether a came before b; None where nothing says so.

    Dates are compared as precisely as both give them. On the same day, and where a date is missing, releases come
    before agencies' copy and both before articles: that is what they are sent out for.
    """
    one, other = moment(a.published), moment(b.published)
    if one and other:
        if len(one) == len(other) == _FULL:
            if one != other:
                return one < other
        else:
            shared = min(len(one), len(other), 10)
            if one[:shared] != other[:shared]:
                return one[:shared] < other[:shared]
    if a.genre != b.genre:
        return _RANK[a.genre] < _RANK[b.genre]
    return None


def far_apart(a: Document, b: Document) -> bool:
    """Whether more than `SAME_EVENT` days lie between two documents; False where a date is missing."""
    days = [day_number(document.published) for document in (a, b)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > SAME_EVENT


def order_key(document: Document) -> Key:
    """Sorts documents by `came_first`: the day, the genre, the time; undated articles come last."""
    rank = _RANK[document.genre]
    when = moment(document.published)
    if not when:
        return ("9999" if document.genre == "article" else "", rank, "")
    return (when[:10], rank, when)


_RANK: dict[Genre, int] = {"release": 0, "wire": 1, "article": 2}
#: Length of a moment with date and time, "2026-09-03T16:20:00".
_FULL = 19
_DATE = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?(?![0-9])")


@lru_cache(maxsize=16384)
def moment(published: str | None) -> str:
    """A date as precise as it stands, or a time in UTC, so that two strings compare as the times do.

    "" for what is no date of the calendar ("0000-00-00", "2026-W01", "soon"): nothing can be told by it.
    """
    match = _DATE.match(published or "")
    if published is None or match is None:
        return ""
    day = match[0]
    if len(day) < len("2026-09-03"):
        return "" if published[len(day) :].strip() else day  # "2026-W01" is a week
    try:
        date.fromisoformat(day)
    except ValueError:
        return ""
    if published[len(day) : len(day) + 1] != "T":
        return day
    try:
        when = datetime.fromisoformat(published)
        when = when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
    except (ValueError, OverflowError):
        return day  # no time of the day, or a zone that leads out of the calendar
    return when.isoformat("T", "seconds")


def day_number(published: str | None) -> int | None:
    """The day of a date, counted from the calendar's first; None without a date to the day."""
    day = (published or "")[:10]
    return date.fromisoformat(day).toordinal() if len(day) == 10 and moment(day) == day else None
