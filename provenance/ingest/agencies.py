"""The register of news and picture agencies: names as printed → the agency in its usual short form."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from provenance.words import ALL, values

#: Longer words are no agency's name, in code points.
LONGEST_NAME = 200
AgencyKind = Literal["news", "picture", "release"]


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency: `name` is the short form that a report shows, `country` that of its head office (ISO 3166-1)."""

    name: str
    kind: AgencyKind
    country: str


@cache
def _register() -> dict[str, Agency]:
    register: dict[str, Agency] = {}
    for kind in get_args(AgencyKind):
        for name, printed in values(ALL, "agencies", kind).items():
            country, *forms = printed.split(" | ")
            agency = Agency(name, kind, country)
            for form in (name, *forms):
                register.setdefault(_key(form), agency)
    return register


@cache
def _in_capitals() -> dict[str, Agency]:
    listed = values(ALL, "agencies", "capitals")
    return {name: Agency(name, "news", country) for name, country in listed.items()}


def lookup(name: str) -> Agency | None:
    """The agency that is printed as `name`, blanks aside; None if the register has none.

    Letter case does not count, but for short names that are words or persons' names too.
    """
    if len(name) > LONGEST_NAME:
        return None
    return _register().get(_key(name)) or _in_capitals().get(name.strip(" .,;:()[]"))


@cache
def mixed_case_names() -> frozenset[str]:
    """One-word names of news agencies that are not printed in capitals: "dpa", "Reuters"."""
    return frozenset(
        name for name in values(ALL, "agencies", "news") if name.isalpha() and not name.isupper()
    )


_HOUSES: ContextVar[frozenset[str]] = ContextVar("houses", default=frozenset())


def set_houses(names: Iterable[str]) -> None:
    """Tell the names of one's own outlets: "(Nordblatt) –" before a story is then the house and no agency."""
    _HOUSES.set(frozenset(map(_key, names)))


def is_house(name: str) -> bool:
    """Whether a name is that of an outlet of one's own, letter case and blanks aside."""
    return _key(name) in _HOUSES.get()


def _key(name: str) -> str:
    return "".join(name.lower().split()).strip(".,;:()[]")
