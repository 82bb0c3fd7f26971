"""Who wrote it: persons told from desks and agencies in a printed byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from provenance.glyphs import APOSTROPHES, DASHES, DOUBLE_CLOSING, DOUBLE_OPENING, UPPER, one_of
from provenance.ingest.agencies import lookup
from provenance.ingest.credits import LABEL
from provenance.words import alternatives, any_of, every, every_phrase, later

_LEAD = later(lambda: re.compile(rf"^\s*(?:{alternatives('bylines', 'leads')})\s+"))
_INNER_LEAD = later(
    lambda: re.compile(
        rf"(?:\d|[|•·]|[{DASHES}]\s|\d\s?\w{{2,3}}),?\s+(?=(?:{alternatives('bylines', 'leads')})\s)"
    )
)
_STOP = later(
    lambda: re.compile(
        rf"\s*(?:\||–|—|•|;|\(|\d{{1,2}}[.:]\s?\d|{alternatives('bylines', 'stops')}|\b(?i:{any_of(every('time', 'weekdays'))})\b)"
    )
)
DESKS = every("bylines", "desks")
#: What stands in bylines and is neither a person nor a desk: labels, buttons, days, what somebody does.
_NOBODY = later(lambda: re.compile(rf"^(?:{alternatives('bylines', 'nobody')})$", re.I))
#: Words behind a comma that belong to the writer and are no second person.
_ROLE = later(
    lambda: re.compile(
        rf"^(?:{alternatives('bylines', 'roles')}|{any_of(every_phrase('bylines', 'bureaus'))})\b"
    )
)
_GLUED_ROLE = later(lambda: re.compile(rf"\s+(?:{alternatives('bylines', 'glued_roles')})$", re.I))
_NAME = later(lambda: re.compile(rf"{one_of(UPPER)}[\w.{APOSTROPHES}-]*"))
_FURTHER_NAME = later(
    lambda: re.compile(rf"{one_of(UPPER, APOSTROPHES, DOUBLE_OPENING)}[\w.{APOSTROPHES}{DOUBLE_CLOSING}-]*")
)
_PARTICLES = every("names", "particles", "prefixes")
_MOST_NAMES = 5
#: What agencies print under a story: "(Reporting by A and B; Editing by C)".
REPORTING_LINE = later(
    lambda: re.compile(
        rf"\(?(?:{alternatives('bylines', 'reported_by')}) (?P<names>[^;()]{{1,200}}?)(?:[;)]|{alternatives('bylines', 'reported_ends')}|$)",
        re.I,
    )
)
#: What stands between those who made something.
AND = any_of(every("bylines", "and"))
AND_WITH = any_of(every("bylines", "and", "with"))


@dataclass(slots=True)
class Byline:
    """A byline: `text` as printed, and who stands in it."""

    text: str
    persons: list[str] = field(default_factory=list)
    desks: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)


def read_byline(text: str, *, labelled_only: bool = False) -> Byline | None:
    """The byline that a line is; without "Von" or "By" it must consist of names, and `labelled_only` refuses it."""
    printed = " ".join(text.split())
    lead = _LEAD.match(printed)
    if lead is None and labelled_only:
        return None
    names = printed[lead.end() :] if lead else printed
    if pictures := LABEL.search(names):
        names = names[: pictures.start()].rstrip(" ,;|/")  # "Von Eva Lund, Fotos: Ole Falk"
    if stop := _STOP.search(names):
        if stop.start() == 0:
            return None
        names = names[: stop.start()]
    if not names or len(names) > 160 or re.search(r"[!?:]", names):
        return None
    byline = Byline(printed)
    for part in re.split(rf"\s*,\s*|\s+(?:{AND})\s+|\s*/\s*", names.strip(" .,")):
        _sort_in(byline, part.strip(" ."))
    return byline if byline.persons or byline.desks or byline.agencies else None


def behind_date(text: str) -> str:
    """What stands from "von" or "by" on in a line that begins with a day, a time or a section."""
    inner = _INNER_LEAD.search(text)
    return text[inner.end() :] if inner else text


def has_given_name(name: str) -> bool:
    """Whether a name begins with a given name that is known, and so is a person's and not a thing's."""
    return name.partition(" ")[0].partition("-")[0].lower() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return every("given_names", "men", "women", "either")


def is_role(words: str) -> bool:
    """Whether words say what a writer is: "Korrespondentin", "staff writer"."""
    return _ROLE.match(words) is not None


def names_nobody(words: str) -> bool:
    """Whether words are a label, a button, a day or what somebody does, and name neither person nor desk."""
    return _NOBODY.match(words) is not None


def _sort_in(byline: Byline, part: str) -> None:
    if not part:
        return
    bare = _GLUED_ROLE.sub("", part)
    part = bare if " " in bare and has_given_name(bare) else part
    agency = lookup(part) or (_ROLE.match(part) and lookup(part.split()[0]))
    if agency:
        byline.agencies.append(agency.name)
    elif _NOBODY.match(part) or (len(part) < 3 and not part[-1:].isdigit()):
        return
    elif {word.strip(".").lower() for word in part.split()} & DESKS:
        byline.desks.append(part)
    elif byline.persons and (_ROLE.match(part) or (" " not in part and " " in byline.persons[-1])):
        return  # what the writer is, or for whom: "Eva Lund, Nordblatt"
    elif _is_person(part):
        byline.persons.append(_capitals(part))


def _is_person(part: str) -> bool:
    """Whether words are a name: one to five of them with a capital, particles between them."""
    first, *further = part.split()
    if not _NAME.fullmatch(first) or (further and not _FURTHER_NAME.fullmatch(further[-1])):
        return False
    names = [word for word in further[:-1] if word not in _PARTICLES]
    return len(names) + 2 <= _MOST_NAMES + (not further) and all(map(_FURTHER_NAME.fullmatch, names))


def _capitals(name: str) -> str:
    """ "LISA MASCARO" as a name is written; initials and mixed case stay."""
    if name.isupper() and len(name) > 3:
        return re.sub(
            r"[^\W\d_]+", lambda match: match[0].capitalize() if len(match[0]) > 1 else match[0], name
        )
    return name
