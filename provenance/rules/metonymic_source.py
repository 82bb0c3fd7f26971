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
    "de": ("[[Brüssel]] geht davon aus, dass der Damm hält.",),
    "en": ("[[Washington]] believes that the dam will hold.",),
}
CLEAN = {
    "de": ("Der Bürgermeister von Brüssel geht davon aus, dass der Damm hält.",),
    "en": ("Maria Washington believes that the dam will hold.",),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement whose source is a place."""
    for statement, flag in context.flagged("metonymic_source"):
        if any(other.code == "carried_over" for other in statement.flags):
            continue  # named once, where it stands
        source = context.source_of(statement)
        yield Hit(
            flag.start,
            flag.end,
            f"“{source.name if source else ''}” stands for people who are not named",
            statement.id,
        )
