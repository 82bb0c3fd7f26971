"""Which of two documents came first, as far as their dates and marks say."""

from __future__ import annotations

from datetime import UTC, date, datetime

from provenance.model import Document, Genre

#: Reports of one event appear within so many days.
SAME_EVENT = 7
Key = tuple[str, int, str]


def came_first(a: Document, b: Document) -> bool | None:
    """Whether a came before b; None where nothing says so.

    Dates are compared as precisely as both give them. On the same day, and where a date is missing, releases come
    before agencies' copy and both before articles: that is what they are sent out for.
    """
    if a.published and b.published:
        one, other = _moment(a.published), _moment(b.published)
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
    try:
        days = [date.fromisoformat((document.published or "")[:10]) for document in (a, b)]
    except ValueError:
        return False
    return abs((days[0] - days[1]).days) > SAME_EVENT


def order_key(document: Document) -> Key:
    """Sorts documents by `came_first`: the day, the genre, the time; undated articles come last."""
    rank = _RANK[document.genre]
    if not document.published:
        return ("9999" if document.genre == "article" else "", rank, "")
    moment = _moment(document.published)
    return (moment[:10], rank, moment)


_RANK: dict[Genre, int] = {"release": 0, "wire": 1, "article": 2}
#: Length of a moment with date and time, "2026-09-03T16:20:00".
_FULL = 19


def _moment(published: str) -> str:
    """A date as it stands, or a time in UTC, so that two strings compare as the times do."""
    if "T" not in published:
        return published[:10]
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published[:10]
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")
