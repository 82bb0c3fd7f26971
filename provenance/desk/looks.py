"""How a statement looks by its kind of source: a sign and a style each, because colour never speaks alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.model import Severity, Source, SourceType, Statement


@dataclass(frozen=True, slots=True)
class Look:
    """`name` is also the component class of the article that carries the colours."""

    name: str
    sign: str
    words: str


PERSON = Look("person", "●", "a named person or office")
BODY = Look("body", "■", "a body: organisation, government, document")
MEDIUM = Look("medium", "▲", "an outlet, agency or social medium")
METONYM = Look("metonym", "◈", "a place that speaks for people")
UNNAMED = Look("unnamed", "○", "an unnamed source")
NOBODY = Look("nobody", "∅", "nobody is named")
NARRATED = Look("narrated", " ", "the publication's own voice")
LOOKS = (PERSON, BODY, MEDIUM, METONYM, UNNAMED, NOBODY, NARRATED)

_BY_TYPE: dict[SourceType, Look] = {
    "person": PERSON,
    "office": UNNAMED,
    "organisation": BODY,
    "government": BODY,
    "document": BODY,
    "agency": MEDIUM,
    "outlet": MEDIUM,
    "social_media": MEDIUM,
    "crowd": UNNAMED,
    "anonymous": UNNAMED,
    "metonym": METONYM,
}
SEVERITY_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "·"}
BASIS_LINES = {"stated": "━", "metadata": "╌", "inferred": "┈", "missing": "╳"}


def look_of(statement: Statement, sources: Mapping[str, Source]) -> Look:
    """The look of a statement by the source behind it."""
    if statement.attribution is None:
        return NARRATED
    source = sources.get(statement.attribution.source or "")
    return look_of_type(source.type) if source else NOBODY


def look_of_type(kind: SourceType) -> Look:
    """The look of what a source of a type says."""
    return _BY_TYPE[kind]
