"""ednote-leak: a note for editors stands in the text for readers.

Why: notes carry numbers of colleagues, blocked pictures and doubts that nobody outside should read.
Fix: delete it before publication.
Source: IPTC ninjs and NewsML-G2, edNote (not for publication); dpa, Notizblock.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import BODY, Context, Hit
from provenance.words import patterns

NAME = "ednote-leak"
TITLE = "note for editors in the text"
SEVERITY = Severity.ERROR
EXAMPLE_FORMAT = "html"
_BODY = "<article><h1>{title}</h1><p>{one}</p><p>{two}</p><p>{note}</p></article>"
_DE = {
    "title": "Kräne stehen still",
    "one": "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still, und niemand weiß, wie lange noch.",
    "two": "Die Reederei teilte am Abend mit, sie werde bis auf Weiteres kein neues Angebot vorlegen.",
}
_EN = {
    "title": "Cranes stand still",
    "one": "All cranes in the port of Nordby have stood still since Thursday, and nobody knows for how long.",
    "two": "The shipping company said in the evening that it would make no offer until further notice.",
}
FLAGGED = {
    "de": tuple(
        _BODY.format(note=note, **_DE)
        for note in (
            "[[Redaktionelle Hinweise]]",
            "[[dpa-Notizblock]]",
            "[[Achtung Redaktionen]]: Bild folgt.",
        )
    ),
    "en": tuple(
        _BODY.format(note=note, **_EN)
        for note in ("[[Eds: Updates]] with quotes.", "[[TURKEY OUT]]", "[[EDITORS NOTE: ADDS]] quote")
    ),
}
CLEAN = {
    "de": tuple(
        _BODY.format(note=note, **_DE)
        for note in (
            "Die Hinweise der Redaktion sind neu.",
            "Achtung, sagte sie.",
            "Der Notizblock lag auf dem Tisch.",
        )
    ),
    "en": tuple(
        _BODY.format(note=note, **_EN)
        for note in (
            "The editors updated the page.",
            "Turkey is out of the cup.",
            "Editor’s note: this page was changed.",
        )
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each mark of a note for editors in what readers see of an article; agencies' own copy has them by right."""
    document = context.document
    if document.genre != "article":
        return
    marks = patterns(primary(document.language), "desk", "editor_marks")
    for block in document.blocks:
        if block.kind in BODY or block.kind in ("editor_note", "caption"):
            match = marks.search(document.text, block.start, block.end)
            if match:
                yield Hit(*match.span())
