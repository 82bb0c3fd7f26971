"""Who wrote it: persons told from desks and agencies in a printed byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.glyphs import DASHES, UPPER, one_of
from provenance.ingest.agencies import lookup
from provenance.ingest.credits import LABEL
from provenance.ingest.person_names import has_given_name, is_person
from provenance.words import alternatives, any_of, every, every_phrase, later

_LEAD = later(lambda: re.compile(rf"^\s*(?:{alternatives('bylines', 'leads')})\s+"))
_INNER_LEAD = later(
    lambda: re.compile(
        rf"(?:\d|[|•·]|[{DASHES}]\s|\d\s?\w{{2,3}}),?\s+(?=(?:{alternatives('bylines', 'leads')})\s)"
    )
)
#: What stands before a day or an hour: "on Monday", "am 3.", "um 10:52".
_AT = rf"(?:\b(?:{any_of(every('bylines', 'before_dates'))})\s+)?"
_STOP = later(
    lambda: re.compile(
        rf"\s*(?:\||–|—|•|;|\(|\d{{1,2}}[.:]\s?\d|{alternatives('bylines', 'stops')}"
        rf"|(?<=\s){_AT}(?:\d|(?i:{any_of(every('time', 'weekdays', 'months'))})\b(?=\W*\d)|(?i:{any_of(every('time', 'weekdays'))})\b))"
    )
)
_MONTH = rf"(?i:{any_of(every('time', 'months'))})"
_BEHIND_NAMES = later(
    lambda: re.compile(rf"\s(?i:{any_of(every('bylines', 'behind_names'))})\s(?={one_of(UPPER)})")
)
#: The day and the hour that a line begins with, up to whom it names; months only beside figures, for some are names.
_DATED = later(
    lambda: re.compile(
        rf"(?=\D{{0,12}}\d)(?:(?:\d{{1,2}}[.a-zº]{{0,2}}\s+{_MONTH}|{_MONTH}[.,]?(?=\s+\d)|\S*\d\S*"
        rf"|(?i:{any_of(every('time', 'weekdays') | every('bylines', 'before_dates', 'hours'))})|[|•·/{DASHES}])[.,:]?\s+)+"
    )
)
#: "Beitrag vom 3.9. von Eva Lund", "#1 Kommentar von …": what somebody made besides the story.
_OF_DAY = later(lambda: re.compile(rf".*\b(?:{any_of(every('bylines', 'of_day'))})\s+\d|\s*#", re.I))
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
#: What agencies print under a story: "(Reporting by A and B; Editing by C)".
REPORTING_LINE = later(
    lambda: re.compile(
        rf"\(?(?:{alternatives('bylines', 'reported_by')}) (?P<names>[^;()]{{1,200}}?)(?:[;)]|{alternatives('bylines', 'reported_ends')}|$)",
        re.I,
    )
)
#: What stands between those who made something.
AND = any_of(every("bylines", "and"))
#: Conjunctions may be written like the names around them; single letters are initials then.
_BETWEEN = later(
    lambda: re.compile(
        rf"\s*,\s*|\s+(?:{AND}|(?i:{any_of(word for word in every('bylines', 'and') if len(word) > 2)}))\s+|\s*/\s*"
    )
)
AND_WITH = any_of(every("bylines", "and", "with"))
_WITH = later(lambda: re.compile(rf"\s+(?:{any_of(every('bylines', 'with'))})\s+"))
_ORGANISATIONS = tuple(every("bylines", "organisations"))
_ARTICLES = every("wires", "outlet_articles")
#: An agency's name has so many words behind its writer's.
_MOST_AGENCY_WORDS = 3
#: What is printed for a desk has no more words; longer parts are sentences.
_MOST_DESK_WORDS = 6


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
    if lead and (aside := _BEHIND_NAMES.search(names)):
        names = names[: aside.start()]
    if stop := _STOP.search(names):
        if stop.start() == 0:
            return None
        names = names[: stop.start()]
    if not names or len(names) > 160 or re.search(r"[!?:]", names):
        return None
    byline = Byline(printed)
    names, *further = _WITH.split(names)
    for part in _parts(names):
        _sort_in(byline, part)
    # "mit dpa", "avec AFP"; a person there was spoken with, or helped.
    byline.agencies += [
        agency.name for words in further for part in _parts(words) if (agency := lookup(part))
    ]
    return byline if byline.persons or byline.desks or byline.agencies else None


def _parts(words: str) -> list[str]:
    return [part.strip(" .") for part in _BETWEEN.split(words.strip(" .,"))]


def behind_date(text: str) -> str:
    """What stands from "von" or "by" on in a line that begins with a day, a time or a section; else behind the day."""
    if _LEAD.match(text):
        return text
    inner = _INNER_LEAD.search(text)
    if inner and not _OF_DAY.match(text):
        return text[inner.end() :]
    dated = _DATED.match(text)
    return text[dated.end() :] if dated else text


def is_day(words: str) -> bool:
    """Whether words are a day or an hour and nothing else."""
    return _DATED.fullmatch(f"{words} ") is not None


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
    part = _without_agency(byline, part)
    agency = lookup(part) or (_ROLE.match(part) and lookup(part.split()[0]))
    if agency:
        byline.agencies.append(agency.name)
    elif _NOBODY.match(part) or (len(part) < 3 and not part[-1:].isdigit()):
        return
    elif _is_desk(part):
        byline.desks += [part] if len(part.split()) <= _MOST_DESK_WORDS else []
    elif byline.persons and (_ROLE.match(part) or (" " not in part and " " in byline.persons[-1])):
        return  # what the writer is, or for whom: "Eva Lund, Nordblatt"
    elif is_person(part):
        byline.persons.append(_capitals(part))


def _without_agency(byline: Byline, part: str) -> str:
    """ "EVA LUND Associated Press": a name with its agency right behind it leaves the name."""
    words = part.split()
    if has_given_name(part):
        for at in range(max(2, len(words) - _MOST_AGENCY_WORDS), len(words)):
            agency = lookup(" ".join(words[at:]))
            if agency and agency.kind == "news" and is_person(name := " ".join(words[:at])):
                byline.agencies.append(agency.name)
                return name
    return part


def _is_desk(part: str) -> bool:
    """Whether words name a desk, an organisation or an outlet: by a word, by the last noun of a compound, by an article."""
    words = [word.strip(".").lower() for word in part.split()]
    if not DESKS.isdisjoint(words) or any(
        piece.endswith(_ORGANISATIONS) for word in words for piece in word.split("-")
    ):
        return True
    return len(words) > 1 and words[0] in _ARTICLES and not has_given_name(words[1])


def _capitals(name: str) -> str:
    """ "LISA MASCARO" as a name is written; initials and mixed case stay."""
    if name.isupper() and len(name) > 3:
        return re.sub(
            r"[^\W\d_]+", lambda match: match[0].capitalize() if len(match[0]) > 1 else match[0], name
        )
    return name
