"""What an agency tells desks around a story: notes, words of priority, who worked on it, and where it ends.

Sources: Reuters Handbook ("(Adds …)", "UPDATE 1-", "(Reporting by …)"), AP advisories ("Eds:", "BULLETIN KILL"),
copy of dpa, APA, AFP and of distributors of press releases.
"""

from __future__ import annotations

import re
from functools import partial

from provenance.glyphs import DASHES, DOUBLE_CLOSING, DOUBLE_OPENING
from provenance.ingest.agencies import lookup
from provenance.model import Status
from provenance.words import alternatives, later

#: A note is no longer than this, in code points; a paragraph in brackets may be story.
LONGEST = 600
#: A note without brackets is no longer than this.
_BARE = 200
#: A desk's sign is no longer than this.
_SIGN = 60


def _patterns(*lists: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[tuple[Status, re.Pattern[str]], ...]:
    return tuple(
        (status, later(partial(_pattern, name, flags))) for status, name in zip(GRAVEST, lists, strict=True)
    )


def _pattern(name: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('advisories', name)})", flags)


#: What a note says of a version; of several words the gravest holds.
GRAVEST: tuple[Status, ...] = ("canceled", "correction", "update")
_TOLD = _patterns("told_kills", "told_corrections", "told_updates", flags=re.I)
_HEADED = _patterns("headline_kills", "headline_corrections", "headline_updates")
_BARE_NOTE = later(lambda: re.compile(rf"(?:{alternatives('advisories', 'bare_notes')})", re.I))
_EMBARGO = later(lambda: re.compile(rf"(?:{alternatives('advisories', 'told_embargoes')})", re.I))
_OPENER = later(lambda: re.compile(rf"(?:{alternatives('advisories', 'note_openers')})"))
_PRIORITY = later(
    lambda: re.compile(rf"[\s*+=/#-]*(?:{alternatives('advisories', 'priorities')})[\s*+=/#!:-]*")
)
_SIGNATURE = later(lambda: re.compile(rf"(?:{alternatives('advisories', 'signatures')})", re.I))
_SITE = later(lambda: re.compile(rf"(?:{alternatives('advisories', 'feed_ends')})\W*", re.I))
_END = later(lambda: re.compile(rf"[\s(]*(?:{alternatives('advisories', 'end_marks')})[\s)]*"))
#: A bracket of a word or two at a headline's end.
_TAIL = later(lambda: re.compile(r"\(([^\W\d_]\w*(?: \w+)?)\)$"))
#: "bur-ln/pjm", "dpa ln xx z2 mk/dnl", "AAP RTV".
_INITIALS = re.compile(r"[a-z]{2,5}(?:[-/][a-z]{1,5}){1,5}")
_DESK = re.compile(
    r"(?P<who>[^\W\d_][\w-]{1,9})(?: [a-z0-9]{1,5}(?:[/-][a-z0-9]{1,5})*){1,8}|(?P<wire>[A-Z]{2,5})(?: [A-Z]{2,4}(?:/[A-Z]{2,4})*){1,2}"
)
#: Brackets and signs around a note.
_AROUND = "".join((" \t\n()[]*=+/", DASHES, DOUBLE_OPENING, DOUBLE_CLOSING))


def note_status(note: str) -> Status | None:
    """What a note to desks says that a story is; None if it says nothing of the kind."""
    said = _OPENER.sub("", note.lstrip(_AROUND), count=1).lstrip(_AROUND + ":.")
    for text in (note.lstrip(_AROUND), said):
        for status, pattern in _TOLD:
            if pattern.match(text):
                return status
    return None


def headline_status(headline: str) -> Status | None:
    """What the words around a headline say that a story is: "UPDATE 1-", "KORREKTUR:", "(korrigiert)"; None for none."""
    if not headline:
        return None
    found = next((status for status, pattern in _HEADED if pattern.match(headline)), None)
    tail = _TAIL.search(headline)
    return found or (note_status(tail[1]) if tail else None)


def is_note(text: str) -> bool:
    """Whether a paragraph is a note to desks: it opens like one, or is a bracket that tells what is new or wrong."""
    text = text.strip()
    if len(text) > LONGEST:
        return False
    inner = text.lstrip(_AROUND)
    if _OPENER.match(inner) or _EMBARGO.match(inner):
        return True
    bracketed = text[:1] in "([" and text.rstrip(" .")[-1:] in ")]"
    told = note_status(text)
    bare = len(text) < _BARE and _BARE_NOTE.match(text) is not None
    return (bool(told) and (bracketed or told == "canceled")) or bare


def is_embargo(note: str) -> bool:
    """Whether a note forbids use before a moment."""
    return _EMBARGO.match(note.lstrip(_AROUND)) is not None


def is_priority(text: str) -> bool:
    """Whether a line is nothing but words of priority: "EIL", "***BREAKING***"."""
    return len(text) < 40 and _PRIORITY.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Whether a line says who reported, wrote or edited a story: "(Reporting by A; Editing by B)"."""
    return len(text) < LONGEST and _SIGNATURE.match(text.lstrip(_AROUND)) is not None


def is_end(text: str) -> bool:
    """Whether a line only says that the story is over, "Ends", "###", or that there is more on the site."""
    if len(text) < 30 and _END.fullmatch(text) is not None:
        return True
    return len(text) < LONGEST and _SITE.fullmatch(text.strip()) is not None


def is_initials(text: str) -> bool:
    """Whether words are nothing but the initials of a desk: "bur-ln/pjm"."""
    return _INITIALS.fullmatch(text) is not None


def is_desk(text: str) -> bool:
    """Whether a line under a story is a desk's initials, with its agency before them or not: "dpa ln xx z2 mk/dnl"."""
    if is_initials(text):
        return True
    match = _DESK.fullmatch(text) if len(text) < _SIGN else None
    return match is not None and lookup(match["who"] or match["wire"]) is not None
