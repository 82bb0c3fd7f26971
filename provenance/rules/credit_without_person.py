"""credit-without-person: a picture's credit names an agency or a body, and nobody who took it.

Why: the maker has a right to be named, and the holder of the rights is somebody else.
Fix: put the name before the agency.
Source: § 13 UrhG; IPTC Photo Metadata, Creator beside Credit Line. Off by default: most contracts with agencies allow
their name alone, and papers leave it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.glyphs import CAPITALS
from provenance.ingest.agencies import lookup
from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "credit-without-person"
TITLE = "credit without the photographer"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "[[Foto: dpa]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "[[Foto: picture alliance/dpa]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "[[Foto: APA]]\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
    ),
    "en": (
        "[[Photo: AP]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "[[Photo: Reuters]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "[[Photo: AFP/Getty Images]]\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
    ),
}
CLEAN = {
    "de": (
        "Foto: Eva Lund/dpa\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "Foto: Eva Lund\n\nDer Hafen ruht seit dem Morgen, die Kräne stehen still.",
        "Der Hafen ruht seit dem Morgen (dpa), die Kräne stehen still.",
    ),
    "en": (
        "Photo: Eva Lund/AP\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "Photo: Eva Lund\n\nThe harbour has been quiet since the morning, and the cranes stand still.",
        "The harbour has been quiet since the morning (AP), and the cranes stand still.",
    ),
}
_PERSON = re.compile(rf"[{CAPITALS}][\w.’'-]* (?:[\w.’'-]+ )*[{CAPITALS}][\w’'-]+")


def check(context: Context) -> Iterator[Hit]:
    """Each credit whose makers are agencies, once however many pictures have it."""
    told: set[str] = set()
    for credit in context.document.photo_credits:
        named = [holder for holder in credit.holders if not lookup(holder)]
        if credit.holders and credit.text not in told and not any(map(_PERSON.search, named)):
            told.add(credit.text)
            yield Hit(credit.start, credit.end)
