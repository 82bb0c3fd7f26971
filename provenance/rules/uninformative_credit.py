"""uninformative-credit: a credit that names nobody: "privat", "Archiv", "Screenshot", "Internet".

Why: such a credit conceals where a picture comes from while it looks as if it told.
Fix: name who made or supplied the picture.
Source: German Press Council, decision 0128/12/1 (a credit "privat" concealed the origin); IPTC Photo
Metadata, Source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.model import Credit, Severity
from provenance.rules.context import Context, Hit
from provenance.words import alternatives, every

NAME = "uninformative-credit"
TITLE = "credit that names nobody"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Foto: privat]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "[[Foto: Twitter]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "[[Foto: Facebook]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
    ),
    "en": (
        "[[Photo: Twitter]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "[[Photo: Instagram]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "[[Photo: private]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
    ),
}
CLEAN = {
    "de": (
        "Foto: Eva Lund\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "Foto: Instagram/Eva Lund\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "Das Archiv ist seit dem Morgen zu, und das Foto ist privat.",
    ),
    "en": (
        "Photo: Eva Lund\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "The archive is private, and the photo was shown on Twitter.",
        "Photo: Eva Lund/AP\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
    ),
}
#: What stands in credits and names nobody; a platform is where a picture was found, not who made it.
EMPTY = every("credits", "nobody") | every("entities", "social_media")
_SUBMITTED = re.compile(alternatives("credits", "submitted"))


def check(context: Context) -> Iterator[Hit]:
    """Each credit that names nobody, once for all pictures that have it.

    A platform that the story is about by its headline has supplied its own picture, and is somebody.
    """
    document = context.document
    title = (document.title or "").lower()
    shown = [picture.credit for picture in document.pictures if picture.credit is not None]
    same: dict[str, list[Credit]] = {}
    for credit in (*document.photo_credits, *shown):
        if _is_empty(credit, title):
            same.setdefault(credit.text, []).append(credit)
    for text, credits in same.items():
        first = min(credits, key=lambda credit: credit.start)
        places = len({credit.start for credit in credits})
        said = {"holder": ", ".join(first.holders) or text, "many": str(places)}
        yield Hit(first.start, first.end, form="many" if places > 1 else "", said=said)


def _is_empty(credit: Credit, title: str) -> bool:
    holders = [holder.lower().strip(". ") for holder in credit.holders]
    if not holders:
        return bool(_SUBMITTED.fullmatch(credit.text))
    return not credit.via and EMPTY.issuperset(holders) and not any(holder in title for holder in holders)
