"""Dates as printed to ISO 8601, as precise as they are: "3. September 2026", "2026-09", "Sept. 3, 2026"."""

from __future__ import annotations

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner jan january", "februar feber feb february", "märz mrz mär mar march", "april apr", "mai may",
            "juni jun june", "juli jul july", "august aug", "september sept sep", "oktober okt october oct",
            "november nov", "dezember dez december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERNS = (
    re.compile(
        r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?:T(?P<t>\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(?P<z>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
    ),
    re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)\b"),
    re.compile(rf"\b(?P<d>\d{{1,2}})\.?\s+(?P<n>{_NAME})\b\.?,?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b(?P<n>{_NAME})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b(?P<n>{_NAME})\b\.?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)\b"),
)


def read_date(text: str) -> str | None:
    """The first date of a text in ISO 8601, with the time if it stands there; None if there is none."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        parts = match.groupdict()
        month = _MONTHS[parts["n"].lower()] if parts.get("n") else int(parts["m"])
        day = int(parts["d"]) if parts.get("d") else 0
        if not (1 <= month <= 12 and day <= 31):
            continue
        iso = f"{parts['y']}-{month:02d}" + (f"-{day:02d}" if day else "")
        if parts.get("t"):
            iso += f"T{parts['t']}{parts.get('z') or ''}"
        return iso
    return None
