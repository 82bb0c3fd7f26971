"""archive-image-undated: an archive or symbol picture, and no day or year.

Why: readers take a picture for the day of the story; an old one misleads unless its date stands beside it.
Fix: give the date, or at least the year.
Source: German Press Code, guideline 2.2 (symbol pictures); AP on file photos.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.words import patterns

NAME = "archive-image-undated"
TITLE = "archive picture without a date"
SEVERITY = Severity.NOTE
EXAMPLE_FORMAT = "markdown"
FLAGGED = {
    "de": (
        '![Kran](a.jpg "Der Kran im Hafen. ([[Archivbild]]) Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
        '![Kran](a.jpg "[[Archivfoto]]: Der Kran im Hafen. Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
        '![Kran](a.jpg "Der Kran ([[Archiv]]). Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
    ),
    "en": (
        '![Crane](a.jpg "[[FILE]] - The crane in the port. Photo: Eva Lund/AP")\n\nThe port is quiet.\n',
        '![Crane](a.jpg "The crane in the port. ([[file photo]]) Photo: Eva Lund/AP")\n\nThe port is quiet.\n',
        '![Crane](a.jpg "[[File photo]]: the crane. Photo: Eva Lund/AP")\n\nThe port is quiet.\n',
    ),
}
CLEAN = {
    "de": (
        '![Kran](a.jpg "Der Kran im Mai 2019. (Archivbild) Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
        '![Kran](a.jpg "Der Kran im Hafen. Foto: Eva Lund/dpa")\n\nDer Hafen ruht.\n',
        "Das Archivbild hängt im Rathaus.\n",
    ),
    "en": (
        '![Crane](a.jpg "FILE - The crane in May 2019. Photo: Eva Lund/AP")\n\nThe port is quiet.\n',
        '![Crane](a.jpg "The crane in the port. Photo: Eva Lund/AP")\n\nThe port is quiet.\n',
        "The file photo hangs in the town hall.\n",
    ),
}
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.")


def check(context: Context) -> Iterator[Hit]:
    """The first caption or credit that calls its picture old and gives no year."""
    document = context.document
    old = patterns(primary(document.language), "desk", "archive_pictures")
    for block in document.blocks:
        if block.kind in ("caption", "photo_credit"):
            match = old.search(document.text, block.start, block.end)
            if match and not _YEAR.search(document.text, block.start, block.end):
                yield Hit(*match.span())
                return
