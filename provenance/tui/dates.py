"""Dates as short as they can be read: ISO 8601 in, "6 Oct 09:15" out."""

from __future__ import annotations

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def day(iso: str | None) -> str:
    """A date without its time."""
    return short((iso or "").partition("T")[0])


def short(iso: str | None, year: bool = False) -> str:
    """A date as precise as it is given; what is no date comes back as it is."""
    day, _, time = (iso or "").partition("T")
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return iso or ""
    words = f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]}"
    return " ".join(filter(None, (words, parts[0] if year else "", time[:5])))
