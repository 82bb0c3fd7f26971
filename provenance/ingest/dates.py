"""Dates as printed to ISO 8601, as precise as they are: "3. September 2026", "2026-09", "Sept. 3, 2026"."""

from __future__ import annotations

import re
from datetime import date, datetime

from provenance.words import ALL, any_of, codes, every, later, values, words

_MONTHS = {
    name: int(number) for code in (ALL, *codes()) for name, number in values(code, "time", "months").items()
}
_HOST = re.compile(r"\w+://[^/\s]+\.(?P<country>[a-z]{2})(?:[:/]|$)", re.I)
#: Longer words are no date, in code points.
_LONGEST = 200
_NAME = any_of(_MONTHS)
_MONTH_LINKS, _YEAR_LINKS = any_of(every("time", "month_links")), any_of(every("time", "year_links"))
_ORDINALS = any_of(every("time", "ordinal_endings"))
_YEAR, _MONTH, _DAY = (
    f"(?:{any_of(every('time', name))})" for name in ("year_signs", "month_signs", "day_signs")
)
_PATTERNS = (
    later(
        lambda: re.compile(
            r"\b(?P<y>(?:19|20)[0-9][0-9])-(?P<m>[0-9][0-9])(?:-(?P<d>[0-9][0-9]))?(?:T(?P<t>[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?(?:\.[0-9]+)?)(?P<z>Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![0-9])"
        )
    ),
    later(lambda: re.compile(r"\b(?P<d>[0-9]{1,2})\.\s?(?P<m>[0-9]{1,2})\.\s?(?P<y>(?:19|20)[0-9][0-9])\b")),
    later(
        lambda: re.compile(
            rf"\b(?P<d>[0-9]{{1,2}})(?:(?:\.|{_ORDINALS})?\s+|\.)(?:(?:{_MONTH_LINKS})\s+)?(?P<n>{_NAME})\b(?:\.?,?\s+|\.)(?:(?:{_YEAR_LINKS})\s+)?(?P<y>(?:19|20)[0-9][0-9])\b",
            re.I,
        )
    ),
    later(
        lambda: re.compile(
            rf"\b(?P<n>{_NAME})\b\.?\s+(?P<d>[0-9]{{1,2}})(?:{_ORDINALS})?,?\s+(?P<y>(?:19|20)[0-9][0-9])\b",
            re.I,
        )
    ),
    later(lambda: re.compile(rf"\b(?P<n>{_NAME})\b\.?\s+(?P<y>(?:19|20)[0-9][0-9])\b", re.I)),
    later(lambda: re.compile(r"\b(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<y>(?:19|20)[0-9][0-9])\b")),
    later(
        lambda: re.compile(
            r"(?<![\w-])(?P<a>[0-9]{1,2})-(?P<b>[0-9]{1,2})-(?P<y>(?:19|20)[0-9][0-9])(?![\w-])"
        )
    ),
    later(
        lambda: re.compile(
            r"\b(?P<y>(?:19|20)[0-9][0-9])(?P<s>[/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})(?![\w/])"
        )
    ),
    later(
        lambda: re.compile(
            rf"(?<![\w-])(?P<d>[0-9]{{1,2}})-(?P<n>{_NAME})-(?P<y>(?:19|20)[0-9][0-9])(?![\w-])", re.I
        )
    ),
    later(
        lambda: re.compile(
            rf"(?P<y>(?:19|20)[0-9][0-9])\s?{_YEAR}\s?(?P<m>[0-9]{{1,2}})\s?{_MONTH}\s?(?P<d>[0-9]{{1,2}})\s?{_DAY}"
        )
    ),
)


#: What may stand beside a day in its line: time of day, zone, weekday.
_BESIDE = later(
    lambda: re.compile(
        rf"(?:[\s,|–—-]|\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?|[A-Z]{{2,4}}(?![a-z])|(?i:{any_of(every('time', 'clock'))})"
        rf"|(?i:{any_of(every('time', 'weekdays'))})|(?i:[ap]\.?m\.?))*"
    )
)


def month_first(code: str | None, address: str | None = None) -> bool:
    """Whether a language code's dates have the month before the day: American English, or no code at all.

    A region decides where one is given ("en-GB"), else the country of the page's address (".co.uk"); English
    without either is read as American (CLDR, date formats).
    """
    first, _, region = (code or "").replace("_", "-").lower().partition("-")
    if not first:
        return True
    if len(region) != 2 and (host := _HOST.match(address or "")):
        region = (
            host["country"].lower()
            if host["country"].lower() in words(first, "time", "day_first_domains")
            else ""
        )
    regions = words(first, "time", "month_first_regions")
    return bool(words(first, "time", "month_first")) and (len(region) != 2 or region in regions)


def read_date(text: str, *, day_first: bool = False) -> str | None:
    """The first date of a text in ISO 8601, with the time if it stands there; None if there is none.

    "3/9/2026" is 9 March where the month comes first, as in the United States, and 3 September elsewhere.
    """
    found = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        parts = match.groupdict()
        if "a" in parts:
            first, second = int(parts["a"]), int(parts["b"])
            parts["d"], parts["m"] = (first, second) if day_first or first > 12 else (second, first)
        # Without case, "s" is also "ſ" to a pattern, and no month of the list.
        month = _MONTHS.get(parts["n"].lower(), 0) if parts.get("n") else int(parts["m"])
        day = int(parts["d"]) if parts.get("d") else 0
        if not is_day(int(parts["y"]), month, day or 1):
            continue
        iso = f"{parts['y']}-{month:02d}" + (f"-{day:02d}" if day else "")
        timed = f"{iso}T{parts['t']}{parts.get('z') or ''}" if parts.get("t") else iso
        return timed if is_moment(timed) else iso
    return None


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a day with its time, weekday and zone: "17:41 JST, October 13, 2024"."""
    if read_date(text) is None:
        return False
    spans = [match.span() for pattern in _PATTERNS if (match := pattern.search(text))]
    start, end = min(spans, key=lambda span: (span[0], -span[1]))
    return all(_BESIDE.fullmatch(part.strip()) for part in (text[:start], text[end:]))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    try:
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def is_moment(iso: str) -> bool:
    """Whether a moment in ISO 8601 can be one in every zone: no thirteenth month, no hour 25, no year 1."""
    try:
        return 1 < datetime.fromisoformat(iso).year < 9999
    except ValueError:
        return False


def from_rfc822(text: str) -> str:
    """A date as mail and RSS write it, in ISO 8601: "Thu, 03 Sep 2026 08:15:00 +0200"; "" for anything else."""
    from email.utils import parsedate_to_datetime  # dear to load, and only mail and feeds need it

    if len(text) > _LONGEST:
        return ""
    try:
        stamp = parsedate_to_datetime(text).isoformat()
        return stamp if is_moment(stamp) else ""
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
        return ""  # what the standard library raises depends on the words and on its version
