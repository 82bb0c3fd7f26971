"""missing-photo-credit: a picture without the name of whoever made it.

Why: makers have a right to be named, and readers a right to know where a picture comes from.
Fix: set the credit in the caption or its own element.
Source: § 13 UrhG (right to be named as author); AP Stylebook, photo sign-offs.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "missing-photo-credit"
TITLE = "picture without a credit"
SEVERITY = Severity.ERROR
FLAGGED = {
    "de": ("![Der Hafen](hafen.jpg)\n\n[[Der Hafen ruht.]]\n",),
    "en": ("![The harbour](harbour.jpg)\n\n[[The harbour is quiet.]]\n",),
}
CLEAN = {
    "de": (
        '![Der Hafen](hafen.jpg "Der Hafen am Montag. Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
        "Der Hafen ruht.\n",
    ),
    "en": (
        '![The harbour](harbour.jpg "The harbour on Monday. Photo: Eva Lund/AP")\n\nThe harbour is quiet.\n',
    ),
}
#: The format that the examples are written in: plain text has no pictures.
EXAMPLE_FORMAT = "markdown"


def check(context: Context) -> Iterator[Hit]:
    """Each picture known from markup that has no credit."""
    for picture in context.document.pictures:
        if picture.credit is None:
            yield Hit(
                picture.start,
                picture.end,
                f"the picture “{picture.name}” (line {picture.line}) has no credit",
            )
