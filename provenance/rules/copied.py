"""Hits of the rules on what a document took over from another one without saying so."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Document, Genre
from provenance.rules.context import Context, Hit
from provenance.trace.told import told_span


def copied(context: Context, genre: Genre) -> Iterator[tuple[Document, Hit]]:
    """The uncredited copy from a document of a genre; the hit is at the first sentence taken over."""
    for copy in context.copies:
        if copy.kind != genre or copy.credited or copy.order == "unknown":
            continue
        origin = context.documents[copy.of]
        first = context.statements[copy.statements[0][0]]
        when = f", {origin.published}" if origin.published else ""
        said = {
            "many": str(len(copy.statements)),
            "share": f"{copy.share:.0%}",
            "where": f"{origin.id}{when}",
            "outlet": origin.outlet or "",
            "agency": ", ".join(origin.wire_credits),
        }
        yield origin, Hit(*told_span(first), first.id, said=said)
