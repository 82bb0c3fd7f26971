"""The frame of a press release: who sends it, whom to call, and what the sender always says of itself.

Sources: duty marks of OTS, PR Newswire ("SOURCE …"), Business Wire and GlobeNewswire; releases of authorities.
"""

from __future__ import annotations

import re

from provenance.glyphs import UPPER, one_of
from provenance.words import alternatives, any_of, every_phrase, later

#: Longer lines open no block, in code points.
_LINE = 120
#: The number of a release: "PR67276", "Nr. 12/2026".
_NUMBER = r"(?:n[ro]\.?\s?)?[a-z]{0,3}\s?\d+(?:[/.-]\d+)*"
_SENDER = later(
    lambda: re.compile(
        rf"(?:{any_of(every_phrase('releases', 'senders'))})\s*(?::\s*|\s)(?P<who>\S[^\n]{{1,100}})"
    )
)
#: Through whom it came: "…, übermittelt durch news aktuell".
_BY = later(lambda: re.compile(rf",? (?:{any_of(every_phrase('releases', 'sent_by'))}) "))
_COLON = later(lambda: re.compile(rf"(?:{any_of(every_phrase('releases', 'senders'))})\s*:"))
_FIRST = later(
    lambda: re.compile(
        rf"(?:{alternatives('releases', 'first_published')})\s+(?P<who>(?-i:{one_of(UPPER)})[^!?\n]{{1,60}}?)"
        r"(?=[.\s]*$|\.\s)",
        re.I,
    )
)
_CONTACT = later(lambda: re.compile(rf"[\s*#/-]*(?:{alternatives('releases', 'contacts')})", re.I))
_ABOUT = later(lambda: re.compile(rf"[\s*#/-]*(?:{alternatives('releases', 'abouts')})[\s*:]*", re.I))
_HEAD = later(
    lambda: re.compile(
        rf"[\s*#/-]*(?:{alternatives('releases', 'release_marks')})(?:[\s:]*{_NUMBER})?[\s*:./-]*", re.I
    )
)


def sender_of(line: str) -> str:
    """The sender that a line of its own names: "Source: Harbour Office", "SOURCE Harbour Office"; "" for none."""
    match = _SENDER.fullmatch(line.strip()) if len(line) < _LINE else None
    if match is None or not (_COLON.match(line.strip()) or line.strip().partition(" ")[0].isupper()):
        return ""
    who = _BY.split(match["who"].strip())[0]
    return who if who[:1].isupper() or not who[:1].isalpha() else ""


def first_publisher(line: str) -> str:
    """Who published a text first, where a line under it says so: "Originally published on Nordby Post."; "" for none."""
    match = _FIRST.match(line.strip()) if len(line) < _LINE else None
    return match["who"].strip() if match else ""


def is_contact(line: str) -> bool:
    """Whether a line opens whom to call."""
    return len(line) < _LINE and _CONTACT.match(line) is not None


def is_about(line: str) -> bool:
    """Whether a line, and nothing but it, opens what a sender always says of itself."""
    shown = line.strip()
    return len(shown) < _LINE and shown[-1:] not in ".!?" and _ABOUT.fullmatch(shown) is not None


def is_release_mark(line: str) -> bool:
    """Whether a line only says that a text is a release: "FOR IMMEDIATE RELEASE", "Pressemitteilung"."""
    return len(line) < 80 and _HEAD.fullmatch(line.strip()) is not None
