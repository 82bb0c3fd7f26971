"""bound-dropped: a figure stands bare that an earlier document gave with a bound.

Why: “up to 8,000” is not 8,000; a bound lost in copying turns an upper limit into a count.
Fix: give the figure with the bound that its source gave it.
Source: BBC Editorial Guidelines, section 3 (Accuracy): do not distort known facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.losses import losses

NAME = "bound-dropped"
TITLE = "bound of a figure lost"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nIm Hafen von Nordby haben am Donnerstag bis zu 4.000 Hafenarbeiter die Arbeit niedergelegt.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nIm Hafen von Nordby haben [[4.000]] Hafenarbeiter die Arbeit niedergelegt.",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nUp to 4,000 dockers walked out in the port of Nordby on Thursday morning.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\nIn the port of Nordby [[4,000]] dockers walked out on Thursday morning.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nIm Hafen von Nordby haben bis zu 4.000 Hafenarbeiter die Arbeit niedergelegt.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nIm Hafen von Nordby haben höchstens 4.000 Hafenarbeiter die Arbeit niedergelegt.",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nThe 4,000 dockers walked out in the port of Nordby on Thursday morning.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\nIn the port of Nordby 4,000 dockers walked out on Thursday morning.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each figure of this document whose earlier mentions all had a bound."""
    for _, hit in losses(context, "bound"):
        yield hit
