"""circular-sourcing: outlets give each other as the source of the same claim.

Why: a claim that runs in a circle has no origin; each report seems to confirm the other.
Fix: find who said it first, or do not use it.
Source: the literature on circular reporting; Reuters Handbook, independent sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from provenance.model import Severity
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


def check(context: Context) -> Iterator[Hit]:
    """Each statement of this document whose chain runs back into it."""
    outlet = context.document.outlet
    if not outlet or not context.circles:
        return
    cited: dict[str, Hit] = {}
    for statement in context.document.statements:
        for hop in statement.chain:
            if hop.role != "publisher" and hop.start is not None and hop.end is not None:
                cited.setdefault(outlet_key(hop.name), Hit(hop.start, hop.end, statement.id))
    cited.pop(outlet_key(outlet), None)
    for circle in context.circles:
        first = next((hit for name, hit in cited.items() if name in circle.outlets), None)
        if first is not None:
            yield replace(first, said={"circle": circle.words})
