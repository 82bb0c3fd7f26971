"""anonymous-sole-source: what a story opens with rests on one source without a name, and nobody else says anything.

Why: a single unnamed source can be wrong or use the paper, and readers cannot weigh either.
Fix: find a second source or a document, or say why this one is enough.
Source: BBC Editorial Guidelines, 3.4.4 (single sources: credible, named and on the record); Reuters Handbook, unnamed
sources. Said where the source stands in the first two paragraphs, and no named person, body or document of the text says
anything; a paper that had it first is no second source.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import BODY, Context, Hit
from provenance.rules.unnamed import described
from provenance.words import words

NAME = "anonymous-sole-source"
TITLE = "opening that rests on one source without a name"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Die Werft wird verkauft, sagte [[ein Mitarbeiter der Reederei]]. Der Hafen ist leer.\n\nDas Wasser steigt.",
        "Der Hafen ist leer.\n\n[[Ein Insider aus der Werft]] sagte, der Verkauf sei beschlossen.\n\nDas Wasser steigt.",
        "[[Ein hoher Beamter]] sagte, der Vertrag sei unterschrieben. Er sagte, der Preis sei niedrig.",
    ),
    "en": (
        "The yard will be sold, said [[an official at the ministry]]. The port is empty.\n\nThe water is rising.",
        "The port is empty.\n\n[[A source close to the owner]] said the sale had been agreed.\n\nThe water is rising.",
        "[[A senior official]] said the contract had been signed. The price was low, the official said.",
    ),
}
CLEAN = {
    "de": (
        "Die Werft wird verkauft, sagte ein Mitarbeiter der Reederei. Otto Lind bestätigte, dass der Vertrag unterschrieben ist.",
        "Zwei Mitarbeiter der Reederei sagten, die Werft werde verkauft.",
        "Die Reederei teilte mit, die Werft werde verkauft.\n\nDer Preis sei niedrig, sagte ein Mitarbeiter der Werft.",
        "Der Hafen ist leer.\n\nDas Wasser steigt.\n\nDie Werft wird verkauft, sagte ein Mitarbeiter der Reederei.",
    ),
    "en": (
        "The yard will be sold, said an official at the ministry. Otto Lind confirmed that the contract had been signed.",
        "Two officials at the ministry said the yard would be sold.",
        "Falk Lines announced that the yard would be sold.\n\nThe price is low, said an official at the ministry.",
        "The port is empty.\n\nThe water is rising.\n\nThe yard will be sold, said an official at the ministry.",
    ),
}
#: Paragraphs that open a story.
OPENING = 2
#: Kinds of sources that know something by themselves; a paper that cites the one without a name is no second source.
NAMED = frozenset({"person", "organisation", "government", "document", "office"})


def check(context: Context) -> Iterator[Hit]:
    """The source without a name that an opening rests on, if it is one and nobody with a name says anything."""
    prose = [block for block in context.document.blocks if block.kind in BODY][:OPENING]
    found = sorted(described(context), key=lambda row: row[:2])
    if not prose or not found or found[0][0] >= prose[-1].end:
        return
    start, end, statement = found[0]
    if not _is_one(context, start, end):
        return
    own = {context.words(*row[:2]).lower() for row in found}
    for other in context.document.statements:
        source = context.source_of(other)
        if source is not None and source.type in NAMED and not _is_of_them(source.name, own):
            return
    if len(own) == 1:
        yield Hit(start, end, statement)


def _is_one(context: Context, start: int, end: int) -> bool:
    """Whether the words are for one and not for several."""
    first = context.words(start, end).split(" ")[0].lower()
    return first in words(primary(context.document.language), "desk", "single")


def _is_of_them(name: str, own: set[str]) -> bool:
    """Whether a source is the one without a name, as reading calls it."""
    return any(name.lower() in said or said in name.lower() for said in own)
