"""metonymic-source: a capital or a building speaks, and nobody in it.

Why: "Berlin believes" hides who believes it; readers cannot weigh a city.
Fix: name the office or the person who spoke.
Source: Lewin-Jones and Webb (2013) on place metonyms hiding agency; Reuters Handbook, name and position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought, spot
from provenance.words import patterns, words

NAME = "metonymic-source"
TITLE = "a place speaks for people"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "[[Brüssel]] geht davon aus, dass der Damm hält.",
        "[[Washington]] erklärte, der Damm halte.",
        "[[Moskau]] bestritt, dass der Damm brüchig sei. Später sagte Moskau, er werde verstärkt.",
        "Otto Lind sagte es. In [[Moskau]] gehe man nicht davon aus, dass der Damm halte.",
        "Aus [[Brüssel]] hieß es, der Damm halte.",
    ),
    "en": (
        "[[Washington]] believes that the dam will hold.",
        "[[Moscow]] denied that the dam was weak. Moscow also said that it would be repaired.",
        "The dam will hold, according to [[the White House]].",
    ),
}
CLEAN = {
    "de": (
        "Der Bürgermeister von Brüssel geht davon aus, dass der Damm hält.",
        "Washington (dpa) - Der Damm hält, sagte Otto Lind.",
        "Otto Lind sagte in Moskau, der Damm halte.",
        "Der Damm, ließ ein Sprecher aus Washington verlauten, halte. Das hieß es auf einer Pressekonferenz in Moskau.",
        "In Moskau sieht man den Damm von der Brücke, sagte Otto Lind.",
        "In Nordby glaubt man nicht, dass der Damm hält.",
    ),
    "en": (
        "Maria Washington believes that the dam will hold.",
        "WASHINGTON (AP) — The dam will hold, Otto Lind said.",
        "Otto Lind said in Moscow that the dam would hold.",
    ),
}
#: Below this confidence the place may be no speaker at all.
SURE = 0.5
#: Code points before the place in which somebody or an occasion may stand that is there.
NEAR = 60
#: What follows a dateline's place.
_DATELINE = "(-–—"


@cache
def _told_from(code: str) -> re.Pattern[str]:
    return patterns(code, "desk", "told_from")


def check(context: Context) -> Iterator[Hit]:
    """The first statement of each place that speaks in its own name; a pronoun for it and a dateline are none."""
    text = context.document.text
    named: set[str] = set()
    told: set[str] = set()
    for statement, flag in context.flagged("metonymic_source"):
        source = context.source_of(statement)
        sure = statement.attribution is not None and statement.attribution.confidence >= SURE
        if (
            source is None
            or not sure
            or source.id in named
            or any(one.code == "carried_over" for one in statement.flags)
        ):
            continue
        said = context.words(flag.start, flag.end)
        behind = text[flag.end : flag.end + 3].lstrip(" ")[:1]
        if source.name.split()[-1] not in said or (behind and behind in _DATELINE):
            continue
        if _told_from(primary(context.document.language)).search(text, max(0, flag.start - NEAR), flag.start):
            continue
        named.add(source.id)
        told.add(source.name)
        yield Hit(flag.start, flag.end, statement.id, said={"name": source.name})
    yield from _thinking(context, told)


def _thinking(context: Context, told: set[str]) -> Iterator[Hit]:
    """Each place in which one thinks or says something, and nobody is named."""
    code = primary(context.document.language)
    known = words(code, "entities", "metonyms")
    for _, match in context.own_words(sought(code, "place_thinks"), sourced=True):
        start, end = spot(match)
        name = context.document.text[start:end]
        if name.lower() in known and not any(name in other for other in told):
            told.add(name)
            yield Hit(start, end, said={"name": name})
