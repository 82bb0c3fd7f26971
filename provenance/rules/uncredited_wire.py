"""uncredited-wire: text stands in an agency's copy, and the agency is not credited.

Why: readers must see who reported; most contracts with agencies ask for the credit.
Fix: put the agency into the dateline or the credit line.
Source: AP, crediting other media (memo of September 2010); Reuters Handbook (source what Reuters did not witness).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.copied import copied

NAME = "uncredited-wire"
TITLE = "agency copy without credit"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\ndate: 2026-09-03\n---\n\nNordby (dpa) - Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze. Der Streik begann um sechs Uhr früh.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\n[[Im Hafen von Nordby stehen seit Donnerstag alle Kräne still.]] Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
    ),
    "en": (
        "---\ndate: 2026-09-03\n---\n\nNORDBY (Reuters) - All cranes in the port of Nordby have stood still since Thursday morning. Eleven ships with fruit are waiting for a berth at the southern quay.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\n[[All cranes in the port of Nordby have stood still since Thursday morning.]] Eleven ships with fruit are waiting for a berth at the southern quay.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "---\ndate: 2026-09-03\n---\n\nNordby (dpa) - Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nIm Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.\n\n(dpa)",
    ),
    "en": (
        "---\ndate: 2026-09-03\n---\n\nNORDBY (Reuters) - All cranes in the port of Nordby have stood still since Thursday morning.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\nThe port of Nordby is on strike. Its cranes do not move.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each document of an agency from which this one took sentences without a credit."""
    for _, hit in copied(context, "wire"):
        yield hit
