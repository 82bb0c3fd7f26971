"""When a document was published, as the stretch of time that its date means."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}|\d{4}-?W\d{2}-?\d", re.ASCII)


def ends(published: str) -> datetime | None:
    """The first moment after what a date of ISO 8601 means, as precise as it is; None for what is no date.

    "2026-09" ends with the month. A time without a zone is read as UTC, and so are days.
    """
    published = published.strip()
    try:
        if found := _MONTH.fullmatch(published):
            year, month = int(found[1]), int(found[2] or 12)
            return datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC) if 1 <= month <= 12 else None
        if _DAY.fullmatch(published):
            return at(date.fromisoformat(published)) + timedelta(days=1)
        moment = datetime.fromisoformat(published)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) + moment.resolution
    except (ValueError, OverflowError):
        return None


def at(day: date) -> datetime:
    """The moment a day begins, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def before(published: str, day: date) -> bool | None:
    """Whether all of what a date means lies before a day; None where it is no date."""
    end = ends(published)
    return None if end is None else end <= at(day)
