"""hedge-dropped: told as known what an earlier document told as hearsay.

Why: “is said to have warned” is not “warned”; each copy that drops the hedge makes a rumour look confirmed.
Fix: keep the hedge, or name the source that confirms it.
Source: German Press Code, Ziffer 2 (unconfirmed reports and rumours must be recognisable as such).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.losses import losses

NAME = "hedge-dropped"
TITLE = "hedge of a claim lost"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nDer Betreiber des Stausees soll schon im März vor Rissen in der Mauer gewarnt haben.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\n[[Der Betreiber des Stausees hat schon im März vor Rissen in der Mauer gewarnt.]]",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nThe operator of the dam reportedly warned of cracks in the eastern wall in March.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\n[[The operator of the dam warned of cracks in the eastern wall in March]].",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "---\noutlet: Nordblatt\ndate: 2026-09-03\n---\n\nDer Betreiber des Stausees soll schon im März vor Rissen in der Mauer gewarnt haben.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nDer Betreiber des Stausees hat angeblich schon im März vor Rissen in der Mauer gewarnt.",
    ),
    "en": (
        "---\noutlet: Northern Post\ndate: 2026-09-03\n---\n\nThe operator of the dam reportedly warned of cracks in the eastern wall in March.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\nThe operator of the dam allegedly warned of cracks in the eastern wall in March.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement in the publication's own voice whose earlier mentions were all hedged."""
    for _, hit in losses(context, "hedge"):
        yield hit
