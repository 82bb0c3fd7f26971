"""credit-field-mismatch: the page shows another writer or picture maker than its metadata.

Why: feeds, search engines and archives take the metadata; whoever is named there wrongly is credited wrongly.
Fix: make the fields say what the page says, or the page what the fields say.
Source: IPTC Photo Metadata Standard (Creator, Credit Line, Source); schema.org Article and ImageObject.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import BlockKind, Severity
from provenance.rules.context import Context, Hit

NAME = "credit-field-mismatch"
TITLE = "visible credit and metadata differ"
SEVERITY = Severity.WARNING
_BODY = "<h1>{title}</h1><p>{byline}</p><p>{one}</p><p>{two}</p>"
_DE = {
    "title": "Kräne stehen still",
    "one": "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still, und niemand weiß, wie lange.",
    "two": "Die Reederei teilte am Abend mit, sie werde bis auf Weiteres kein Angebot vorlegen.",
}
_EN = {
    "title": "Cranes stand still",
    "one": "All cranes in the port of Nordby have stood still since Thursday, and nobody knows for how long.",
    "two": "The shipping company said in the evening that it would make no offer until further notice.",
}
#: Writer in the metadata and in the byline: two people, or one in two forms.
_OTHERS = (("Ole Falk", "Lena Brandt"), ("Ina Holm", "Jan Kroll"), ("Marit Solheim", "Otto Lind"))
_SAME = (("Lena Brandt", "Lena Brandt"), ("Brandt, Lena", "Lena Brandt"), ("LENA BRANDT", "Lena Brandt"))


def _page(language: dict[str, str], word: str, pair: tuple[str, str], flagged: bool) -> str:
    byline = f"[[{word} {pair[1]}]]" if flagged else f"{word} {pair[1]}"
    return f'<meta name="author" content="{pair[0]}">' + _BODY.format(byline=byline, **language)


FLAGGED = {
    "de": tuple(_page(_DE, "Von", pair, True) for pair in _OTHERS),
    "en": tuple(_page(_EN, "By", pair, True) for pair in _OTHERS),
}
CLEAN = {
    "de": tuple(_page(_DE, "Von", pair, False) for pair in _SAME),
    "en": tuple(_page(_EN, "By", pair, False) for pair in _SAME),
}
EXAMPLE_FORMAT = "html"
#: A page's day is its change, its print or that of an event as often; whoever is named wrongly is another matter.
DATE = "published"
#: Field → the block that shows it.
_SHOWN_BY: dict[str, BlockKind] = {"byline": "byline", "credit": "photo_credit"}


def check(context: Context) -> Iterator[Hit]:
    """Each disagreement about a maker that reading the page found."""
    document = context.document
    for found in document.disagreements:
        if found.field == DATE:
            continue
        kind = _SHOWN_BY[found.field]
        block = next((block for block in document.blocks if block.kind == kind), None)
        start, end = (block.start, block.end) if block else (0, 0)
        yield Hit(
            start,
            end,
            form=found.field,
            said={"shown": found.shown, "declared": found.declared},
        )
