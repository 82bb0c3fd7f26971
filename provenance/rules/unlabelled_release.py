"""unlabelled-release: text stands in a press release, and nothing says so.

Why: a release prints its sender's view; readers take unlabelled text for the editors' own, even after light editing.
Fix: mark it as a press release of its sender, or report it with attribution.
Source: German Press Code, guideline 1.3; Presserat decision 0827/21/2.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.copied import copied

NAME = "unlabelled-release"
TITLE = "press release without label"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "---\ndate: 2026-09-03\n---\n\nPressemitteilung\n\nDie Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt. Die Schiffe fahren mit Strom und tragen je 400 Gäste. Das Angebot wird im Mai erweitert.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\n[[Die Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt.]] Die Schiffe fahren mit Strom und tragen je 400 Gäste.",
    ),
    "en": (
        "---\ndate: 2026-09-03\n---\n\nFor immediate release\n\nFalk Lines has ordered two new ferries for its line to Osterfeld. The ships run on batteries and carry 400 guests each.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\n[[Falk Lines has ordered two new ferries for its line to Osterfeld]]. The ships run on batteries and carry 400 guests each.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "---\ndate: 2026-09-03\n---\n\nPressemitteilung\n\nDie Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt. Die Schiffe fahren mit Strom und tragen je 400 Gäste.\n==\n---\noutlet: Tagblatt\ndate: 2026-09-04\n---\n\nDie Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt. Die Schiffe fahren mit Strom und tragen je 400 Gäste, heißt es in einer Pressemitteilung.",
    ),
    "en": (
        "---\ndate: 2026-09-03\n---\n\nFor immediate release\n\nFalk Lines has ordered two new ferries for its line to Osterfeld.\n==\n---\noutlet: Daily Fjord\ndate: 2026-09-04\n---\n\nTwo ferries will join the fleet of Falk Lines.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each press release from which this document took sentences in its own voice without saying so."""
    for _, hit in copied(context, "release"):
        yield hit
