"""unclear-dropped: a claim is repeated without the word that it could not be verified.

Why: who says that nobody could verify a figure has said the most important thing about it; it must travel with the figure.
Fix: say that the claim is not verified, or who has verified it since.
Source: BBC Editorial Guidelines 3.4.6 (say so if material could not be verified); German Press Code, Ziffer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.losses import losses

NAME = "unclear-dropped"
TITLE = "declared ignorance lost"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nBei dem Unglück am Stausee kamen nach Angaben der Behörden 40 Menschen ums Leben. Die Zahl ließ sich nicht unabhängig überprüfen.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\n[[Bei dem Unglück am Stausee kamen 40 Menschen ums Leben.]]",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nOfficials said 40 boats sank in the storm off the island of Harrow. The figure could not be independently verified.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\n[[At least 40 boats sank in the storm off the island of Harrow.]]",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nBei dem Unglück am Stausee kamen nach Angaben der Behörden 40 Menschen ums Leben. Die Zahl ließ sich nicht unabhängig überprüfen.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nBei dem Unglück am Stausee kamen 40 Menschen ums Leben. Überprüfen ließ sich die Zahl nicht.",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nOfficials said 40 boats sank in the storm off the island of Harrow.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\nAt least 40 boats sank in the storm off the island of Harrow.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement that an earlier document called unverified, in a document that calls nothing so."""
    for _, hit in losses(context, "unclear"):
        yield hit
