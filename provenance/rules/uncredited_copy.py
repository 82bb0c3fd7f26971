"""uncredited-copy: text stands in an earlier article of another outlet that is not named.

Why: readers must see whose reporting they read; taken over without a word it is plagiarism.
Fix: name the outlet where its reporting is used, or report it anew.
Source: SPJ Code of Ethics (never plagiarise, always attribute); AP, crediting other media.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.copied import copied

NAME = "uncredited-copy"
TITLE = "another outlet's text without its name"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nIm Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\n[[Im Hafen von Nordby stehen seit Donnerstag alle Kräne still.]] Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nAll cranes in the port of Nordby have stood still since Thursday morning. Eleven ships with fruit are waiting for a berth at the southern quay.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\n[[All cranes in the port of Nordby have stood still since Thursday morning.]] Eleven ships with fruit are waiting for a berth at the southern quay.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nIm Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nIm Hafen von Nordby stehen seit Donnerstag alle Kräne still, wie das Nordblatt berichtete. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\n“We will stay out as long as it takes,” union leader Marit Solheim said at the gate.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\n“We will stay out as long as it takes,” said Marit Solheim.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each earlier article of another outlet from which this document took sentences without naming it."""
    for origin, hit in copied(context, "article"):
        if origin.outlet and origin.outlet != context.document.outlet:
            yield hit
