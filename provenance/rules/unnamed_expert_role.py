"""unnamed-expert-role: a spokeswoman, an analyst, an officer speaks, and has no name.

Why: who speaks with a name answers for it.
Fix: give the name with the role.
Source: SPJ Code of Ethics, identify sources clearly. Off by default: spokespeople of offices go without a name by
convention in most papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.words import words

NAME = "unnamed-expert-role"
TITLE = "speaker by the role alone"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "[[Ein Sprecher]] sagte, der Kran sei sicher.",
        "Der Kran sei sicher, sagte [[eine Sprecherin]].",
        "[[Ein Polizeisprecher]] sagte, der Kran sei sicher.",
    ),
    "en": (
        "[[A spokesman]] said that the crane was safe.",
        "The crane was safe, [[a spokeswoman]] said.",
        "[[A police spokesman]] said that the crane was safe.",
    ),
}
CLEAN = {
    "de": (
        "Polizeisprecher Otto Lind sagte, der Kran sei sicher.",
        "Die Polizei sagte, der Kran sei sicher.",
        "Otto Lind, ein Sprecher der Werft, sagte, der Kran sei sicher.",
    ),
    "en": (
        "Police spokesman Otto Lind said that the crane was safe.",
        "The police said that the crane was safe.",
        "Otto Lind, a spokesman for the yard, said that the crane was safe.",
    ),
}
_WORD = re.compile(r"[^\W\d_]+")


def check(context: Context) -> Iterator[Hit]:
    """The first statement of each holder of a role who is one of many and has no name."""
    single = words(primary(context.document.language), "desk", "single")
    told: set[str] = set()
    for statement in context.document.statements:
        source, attribution = context.source_of(statement), statement.attribution
        if source is None or source.type != "office" or source.id in told or not attribution:
            continue
        if len(attribution.speaker) != 1 or statement.parent is not None:
            continue
        start, end = attribution.speaker[0]
        said = _WORD.findall(context.document.text[start:end])
        if said and said[0].lower() in single:
            told.add(source.id)
            yield Hit(start, end, statement.id)
