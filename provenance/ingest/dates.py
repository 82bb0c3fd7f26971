"""Dates as printed to ISO 8601, as precise as they are: "3. September 2026", "2026-09", "Sept. 3, 2026"."""

from __future__ import annotations

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner jan january enero janvier janeiro", "februar feber feb february febrero février fevereiro",
            "märz mrz mär mar march marzo mars março", "april apr abril avril", "mai may mayo maio",
            "juni jun june junio juin junho", "juli jul july julio juillet julho", "august aug agosto août",
            "september sept sep septiembre septembre setembro", "oktober okt october oct octubre octobre outubro",
            "november nov noviembre novembre novembro", "dezember dez december dec diciembre décembre dezembro",
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
    re.compile(
        rf"\b(?P<d>\d{{1,2}})\.?\s+(?:de\s+)?(?P<n>{_NAME})\b\.?,?\s+(?:del?\s+)?(?P<y>(?:19|20)\d\d)\b", re.I
    ),
    re.compile(rf"\b(?P<n>{_NAME})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b(?P<n>{_NAME})\b\.?\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)\b"),
)


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
        month = _MONTHS[parts["n"].lower()] if parts.get("n") else int(parts["m"])
        day = int(parts["d"]) if parts.get("d") else 0
        if not (1 <= month <= 12 and day <= 31):
            continue
        iso = f"{parts['y']}-{month:02d}" + (f"-{day:02d}" if day else "")
        if parts.get("t"):
            iso += f"T{parts['t']}{parts.get('z') or ''}"
        return iso
    return None
