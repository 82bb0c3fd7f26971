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
        "---\noutlet: Nordblatt\n---\n\nDie Reederei will im Herbst elf alte Fähren an die Werft verkaufen, [[berichtete die Zeitung Seeblatt]].\n==\n---\noutlet: Seeblatt\n---\n\nDie Reederei will im Herbst elf alte Fähren an die Werft verkaufen, [[berichtete die Zeitung Nordblatt]].",
        "---\noutlet: Hafenkurier\n---\n\nDer Kran im Südhafen war seit neun Jahren nicht geprüft worden, [[berichtete die Zeitung Tagblatt]].\n==\n---\noutlet: Tagblatt\n---\n\nDer Kran im Südhafen war seit neun Jahren nicht geprüft worden, [[berichtete die Zeitung Hafenkurier]].",
    ),
    "en": (
        "---\noutlet: Northern Post\n---\n\n[[The Valley Courier reported]] that the Harrow Dam had five long cracks in the spring.\n==\n---\noutlet: The Valley Courier\n---\n\n[[The Northern Post reported]] that the Harrow Dam had five long cracks in the spring.",
        "---\noutlet: Northern Post\n---\n\n[[The Valley Courier reported]] that the line will sell eleven old ferries to the yard.\n==\n---\noutlet: The Valley Courier\n---\n\n[[The Northern Post reported]] that the line will sell eleven old ferries to the yard.",
        "---\noutlet: Harbour Herald\n---\n\n[[The Valley Courier reported]] that the crane had not been tested for nine years.\n==\n---\noutlet: The Valley Courier\n---\n\n[[The Harbour Herald reported]] that the crane had not been tested for nine years.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "Ina Holm sagte, der Damm halte.",
        "---\noutlet: Nordblatt\n---\n\nDer Damm von Harrow hatte schon im Frühjahr fünf lange Risse, berichtete die Zeitung Tagblatt.\n==\n---\noutlet: Tagblatt\n---\n\nDer Damm von Harrow hatte schon im Frühjahr fünf lange Risse, sagte Ina Holm.",
        "---\noutlet: Nordblatt\n---\n\nDer Damm von Harrow hatte fünf lange Risse, berichtete die Zeitung Tagblatt.\n==\n---\noutlet: Tagblatt\n---\n\nDie Reederei will elf alte Fähren verkaufen, berichtete die Zeitung Nordblatt.",
    ),
    "en": (
        "Ina Holm said the dam would hold.",
        "---\noutlet: Northern Post\n---\n\nThe Valley Courier reported that the Harrow Dam had five long cracks in the spring.\n==\n---\noutlet: The Valley Courier\n---\n\nIna Holm said that the Harrow Dam had five long cracks in the spring.",
        "---\noutlet: Northern Post\n---\n\nThe Valley Courier reported that the Harrow Dam had five long cracks.\n==\n---\noutlet: The Valley Courier\n---\n\nThe Northern Post reported that the line will sell eleven old ferries.",
    ),
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
