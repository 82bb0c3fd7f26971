"""quote-without-speaker: words in quotation marks, and nobody says them.

Why: a quotation is worth what its speaker is worth.
Fix: name the speaker in the same sentence or the next.
Source: Reuters Handbook, identify the speaker of a quote quickly.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "quote-without-speaker"
TITLE = "quotation without a speaker"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": ("[[»So kann es hier nicht weitergehen.«]] Dann wurde abgestimmt.",),
    "en": ("[[“It cannot go on like this any longer.”]] Then they voted.",),
}
CLEAN = {
    "de": (
        "»So kann es hier nicht weitergehen«, sagte Ina Holm. Dann wurde abgestimmt.",
        "Der Film »Der lange Weg« läuft heute.",
    ),
    "en": ("“It cannot go on like this any longer,” Ina Holm said. Then they voted.",),
}


def check(context: Context) -> Iterator[Hit]:
    """Each quotation of its own to which no speaker could be found."""
    for statement in context.document.statements:
        if statement.kind == "direct" and statement.parent is None and statement.attribution is not None:
            if statement.attribution.speaker or statement.attribution.source:
                continue
            yield Hit(statement.start, statement.end, "nobody is named who says this", statement.id)
