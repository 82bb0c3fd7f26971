"""metonymic-source: a capital or a building speaks, and nobody in it.

Why: "Berlin believes" hides who believes it; readers cannot weigh a city.
Fix: name the office or the person who spoke.
Source: Lewin-Jones and Webb (2013) on place metonyms hiding agency; Reuters Handbook, name and position.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "metonymic-source"
TITLE = "a place speaks for people"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "[[Brüssel]] geht davon aus, dass der Damm hält.",
        "[[Washington]] erklärte, der Damm halte.",
        "[[Moskau]] bestritt, dass der Damm brüchig sei. Später sagte Moskau, er werde verstärkt.",
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
    ),
    "en": (
        "Maria Washington believes that the dam will hold.",
        "WASHINGTON (AP) — The dam will hold, Otto Lind said.",
        "Otto Lind said in Moscow that the dam would hold.",
    ),
}
#: Below this confidence the place may be no speaker at all.
SURE = 0.5
#: What follows a dateline's place.
_DATELINE = "(-–—"


def check(context: Context) -> Iterator[Hit]:
    """The first statement of each place that speaks in its own name; a pronoun for it and a dateline are none."""
    named: set[str] = set()
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
        words = context.words(flag.start, flag.end)
        behind = context.document.text[flag.end : flag.end + 3].lstrip(" ")[:1]
        if source.name.split()[-1] not in words or (behind and behind in _DATELINE):
            continue
        named.add(source.id)
        yield Hit(flag.start, flag.end, statement.id, said={"name": source.name})
