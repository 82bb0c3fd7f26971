"""vague-outlet: "the media" report it, and none is named.

Why: reports that cannot be found cannot be checked, and several of them may be one.
Fix: name the outlet that had it first.
Source: AP memo on crediting other media (2010).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages.media import media_of
from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "vague-outlet"
TITLE = "unnamed media as source"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": ("[[Medienberichten]] zufolge ist der Vertrag unterschrieben.",),
    "en": ("According to [[media reports]], the contract has been signed.",),
}
CLEAN = {
    "de": ("Einem Bericht der Süddeutschen Zeitung zufolge ist der Vertrag unterschrieben.",),
    "en": ("According to a report in The Guardian, the contract has been signed.",),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement whose speaker is nothing but a word for media."""
    unnamed = media_of(context.document.language).unnamed
    for statement in context.document.statements:
        attribution = statement.attribution
        if (
            attribution is None
            or len(attribution.speaker) != 1
            or not attribution.cue
            or statement.parent is not None
        ):
            continue
        start, end = attribution.speaker[0]
        words = context.document.text[start:end]
        if unnamed.fullmatch(words):
            yield Hit(start, end, f"“{words}” names no outlet", statement.id)
