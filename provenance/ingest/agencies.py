"""The register of news and picture agencies: names as printed → the agency in its usual short form."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

AgencyKind = Literal["news", "picture", "release"]


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency: `name` is the short form that a report shows."""

    name: str
    kind: AgencyKind


@cache
def _register() -> dict[str, Agency]:
    register: dict[str, Agency] = {}
    with (Path(__file__).parent / "agencies.toml").open("rb") as file:
        data: dict[AgencyKind, dict[str, str]] = tomllib.load(file)  # type: ignore[assignment]
    for kind, entries in data.items():
        for name, printed in entries.items():
            agency = Agency(name, kind)
            for form in (name, *printed.split(" | ")):
                if form:
                    register.setdefault(_key(form), agency)
    return register


def lookup(name: str) -> Agency | None:
    """The agency that is printed as `name`, letter case and blanks aside; None if the register has none."""
    return _register().get(_key(name))


def _key(name: str) -> str:
    return "".join(name.lower().split()).strip(".,;:()[]")
