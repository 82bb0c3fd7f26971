"""circular-sourcing: outlets give each other as the source of the same claim.

Why: a claim that runs in a circle has no origin; each report seems to confirm the other.
Fix: find who said it first, or do not use it.
Source: the literature on circular reporting; Reuters Handbook, independent sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Hop, Severity, Statement
from provenance.rules.context import Context, Hit
from provenance.trace.roots import outlet_key

NAME = "circular-sourcing"
TITLE = "outlets that cite each other"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\n---\n\nDer Damm von Harrow hatte schon im Frühjahr fünf lange Risse, [[berichtete die Zeitung Tagblatt]].\n==\n---\noutlet: Tagblatt\n---\n\nDer Damm von Harrow hatte schon im Frühjahr fünf lange Risse, [[berichtete die Zeitung Nordblatt]].",
    ),
    "en": (
        "---\noutlet: Northern Post\n---\n\n[[The Valley Courier reported]] that the Harrow Dam had five long cracks in the spring.\n==\n---\noutlet: The Valley Courier\n---\n\n[[The Northern Post reported]] that the Harrow Dam had five long cracks in the spring.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": ("Ina Holm sagte, der Damm halte.",),
    "en": ("Ina Holm said the dam would hold.",),
}

#: Of a longer circle only the first and the last are named.
MOST_NAMED = 8


def check(context: Context) -> Iterator[Hit]:
    """Each statement of this document whose chain runs back into it."""
    if not context.document.outlet:
        return
    cited: dict[str, tuple[int, Statement, Hop]] = {}
    for at, statement in enumerate(context.document.statements if context.circles else ()):
        for hop in statement.chain:
            if hop.role != "publisher" and hop.start is not None and hop.end is not None:
                cited.setdefault(outlet_key(hop.name), (at, statement, hop))
    for circle in context.circles:
        others = (context.documents[member] for member in circle if member != context.document.id)
        found = [cited[key] for other in others if (key := outlet_key(other.outlet or "")) in cited]
        if found:
            _, statement, hop = min(found, key=lambda row: row[0])
            names = [context.documents[member].outlet or member for member in (*circle, circle[0])]
            if len(names) > MOST_NAMED:
                names[MOST_NAMED - 2 : -2] = ["…"]
            message = f"the claim runs in a circle: {' → '.join(names)}"
            assert hop.start is not None and hop.end is not None
            yield Hit(hop.start, hop.end, message, statement.id)
