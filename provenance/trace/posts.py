"""The platform of a post that a page shows: told by the signature, "— Ida Lund (@lund) May 3, 2026"."""

from __future__ import annotations

import re

from provenance.model import Attribution, Document, Hop
from provenance.words import ALL, words

#: What stands behind the name: the handle, and what the platform prints of the day.
_HANDLE = re.compile(r"\s*\((?P<handle>@[\w.@-]{1,80})\)(?P<day>[^\n]{0,60})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BLUESKY = words(ALL, "media", "bluesky_handles")
#: Twitter has been X since July 2023; a post of that year may have either name.
RENAMED = 2023


def posted_on(document: Document, attribution: Attribution) -> Hop | None:
    """The platform on which a signed post stands; None where no signature names the speaker."""
    if attribution.cue or not attribution.speaker:
        return None
    name = attribution.speaker[-1]
    if document.text.startswith("@", name.start):
        return Hop(
            "medium", _platform(document.text[name.start : name.end], ""), "inferred", None, None, None
        )
    match = _HANDLE.match(document.text, name.end)
    if match is None:
        return None
    return Hop("medium", _platform(match["handle"], match["day"]), "inferred", None, None, None)


def _platform(handle: str, day: str) -> str:
    if any(part in handle for part in _BLUESKY):
        return "Bluesky"
    if handle.count("@") > 1:
        return "Mastodon"
    year = _YEAR.search(day)
    return "X" if year is not None and int(year[0]) > RENAMED else "Twitter"
