"""generic-byline: the byline names a desk or nobody, and no writer.

Why: readers and archives look for who wrote it; "Redaktion" answers for nothing.
Fix: name the writer, or the agency that the text is from.
Source: Journalism Trust Initiative (CWA 17493), identity. Off by default: many houses sign short texts so.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "generic-byline"
TITLE = "byline without a writer"
SEVERITY = Severity.NOTE
EXAMPLE_FORMAT = "html"
_BODY = "<article><h1>{title}</h1><p class=byline>{byline}</p><p>{one}</p><p>{two}</p></article>"
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
        _BODY.format(byline=f"[[{one}]]", **_DE)
        for one in ("Von Redaktion", "von Newsdesk", "Von der Redaktion")
    ),
    "en": tuple(
        _BODY.format(byline=f"[[{one}]]", **_EN) for one in ("By Staff Reports", "By Newsroom", "By Staff")
    ),
}
CLEAN = {
    "de": tuple(
        _BODY.format(byline=one, **_DE) for one in ("Von Lena Brandt", "Von Ole Falk", "Von Ina Holm")
    ),
    "en": tuple(_BODY.format(byline=one, **_EN) for one in ("By Lena Brandt", "By Ole Falk", "By Ina Holm")),
}


def check(context: Context) -> Iterator[Hit]:
    """The byline of a document in which nobody is named."""
    document = context.document
    if document.bylines or not document.byline:
        return
    block = next((block for block in document.blocks if block.kind == "byline"), None)
    if block is not None:
        yield Hit(block.start, block.end)
