"""missing-photo-credit: a picture of the story without the name of whoever made it.

Why: makers have a right to be named, and readers a right to know where a picture comes from.
Fix: set the credit in the caption or its own element.
Source: § 13 UrhG (right to be named as author); AP Stylebook, photo sign-offs. Silent where a credit stands in the
report that no picture has, and on drawings and pictures without a caption beside credited ones: teasers, portraits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.glyphs import CAPITALS
from provenance.ingest.agencies import lookup
from provenance.model import Document, Picture, Severity
from provenance.rules.context import Context, Hit
from provenance.words import ALL, later, patterns

NAME = "missing-photo-credit"
TITLE = "picture without a credit"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "![Der Hafen](hafen.jpg)\n\n[[Der Hafen ruht.]]\n",
        "![Der Hafen](a.jpg)\n\n[[Der Hafen ruht.]]\n\n![Der Kran](b.jpg)\n\nDer Kran steht.\n",
        '![Der Hafen](hafen.jpg "[[Der Hafen am Montag.]]")\n\nDer Hafen ruht.\n',
    ),
    "en": (
        "![The harbour](harbour.jpg)\n\n[[The harbour is quiet.]]\n",
        "![The harbour](a.jpg)\n\n[[The harbour is quiet.]]\n\n![The crane](b.jpg)\n\nThe crane stands.\n",
        '![The harbour](harbour.jpg "[[The harbour on Monday.]]")\n\nThe harbour is quiet.\n',
    ),
}
CLEAN = {
    "de": (
        '![Der Hafen](hafen.jpg "Der Hafen am Montag. Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
        "Der Hafen ruht.\n",
        "![Wappen](wappen.svg)\n\nDer Hafen ruht.\n",
        '![Der Hafen](a.jpg "Der Hafen am Montag / Eva Lund")\n\nDer Hafen ruht.\n',
    ),
    "en": (
        '![The harbour](harbour.jpg "The harbour on Monday. Photo: Eva Lund/AP")\n\nThe harbour is quiet.\n',
        "![Logo](logo.svg)\n\nThe harbour is quiet.\n",
        '![The harbour](a.jpg "The harbour on Monday / Eva Lund")\n\nThe harbour is quiet.\n',
    ),
}
#: The format that the examples are written in: plain text has no pictures.
EXAMPLE_FORMAT = "markdown"
#: Beside credited pictures, fewer words than this under one are a teaser's title.
SENTENCE = 6
#: Of a gallery so many pictures are named.
MOST_NAMED = 3
#: Drawings, and stand-ins until the picture is loaded.
_DRAWN = patterns(ALL, "pictures", "drawn_names", flags=re.IGNORECASE)
#: A name behind a stroke at the end of a caption is a credit, though no word says so.
_SIGNED = later(lambda: re.compile(rf"[/|©]\s*[{CAPITALS}][\w.’'-]+(?:\s[{CAPITALS}][\w.’'-]+)*\s*$"))
_TOLD = patterns(ALL, "pictures", "told_names", flags=re.IGNORECASE)
_WORD = later(lambda: re.compile(r"[^\W\d_]{3,}"))


def check(context: Context) -> Iterator[Hit]:
    """One hit for the pictures of a document that have no credit, at the first of them."""
    document = context.document
    bare = [
        picture for picture in document.pictures if picture.credit is None and not _DRAWN.search(picture.name)
    ]
    if not bare or _has_loose_credit(document):
        return
    if any(picture.credit is not None for picture in document.pictures):
        bare = [
            picture
            for picture in bare
            if picture.caption is not None and len(picture.caption.text.split()) >= SENTENCE
        ]
    bare = [picture for picture in bare if not _is_signed(picture)]
    if bare:
        names = ", ".join(f"{picture.name} ({picture.line})" for picture in islice(bare, MOST_NAMED))
        more = f", … + {len(bare) - MOST_NAMED}" if len(bare) > MOST_NAMED else ""
        yield Hit(
            bare[0].start,
            bare[0].end,
            form="" if len(bare) == 1 else "many",
            said={"names": f"{names}{more}"},
        )


def _has_loose_credit(document: Document) -> bool:
    """Whether a credit stands in the report that belongs to no picture: it may be this one's, or the series'."""
    paired = {picture.credit.start for picture in document.pictures if picture.credit is not None}
    return any(credit.start not in paired for credit in document.photo_credits)


def _is_signed(picture: Picture) -> bool:
    """Whether the caption ends in a name, names an agency, or the file's name tells.

    Who names the file after its maker has the credit somewhere that reading has missed.
    """
    shown = picture.caption.text if picture.caption else ""
    told = _SIGNED.search(shown) or _TOLD.search(picture.name)
    return bool(told) or any(map(lookup, _WORD.findall(shown)))
