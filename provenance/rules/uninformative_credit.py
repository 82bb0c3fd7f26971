"""uninformative-credit: a credit that names nobody: "privat", "Archiv", "Screenshot", "Internet".

Why: such a credit conceals where a picture comes from while it looks as if it told.
Fix: name who made or supplied the picture.
Source: German Press Council, decision 0128/12/1 (a credit "privat" concealed the origin); IPTC Photo
Metadata, Source.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.words import every

NAME = "uninformative-credit"
TITLE = "credit that names nobody"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": ("[[Foto: privat]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",),
    "en": (
        "[[Photo: Twitter]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
    ),
}
CLEAN = {
    "de": ("Foto: Eva Lund\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",),
    "en": (
        "Photo: Eva Lund/AP\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
    ),
}
#: What stands in credits and names nobody; a platform is where a picture was found, not who made it.
EMPTY = every("credits", "nobody") | every("entities", "social_media")


def check(context: Context) -> Iterator[Hit]:
    """Each credit all of whose holders are empty words."""
    for credit in context.document.photo_credits:
        if (
            credit.holders
            and not credit.via
            and all(holder.lower().strip(". ") in EMPTY for holder in credit.holders)
        ):
            yield Hit(credit.start, credit.end, f"“{', '.join(credit.holders)}” names nobody")
