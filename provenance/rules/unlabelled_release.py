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
from provenance.rules.examples import followed

NAME = "unlabelled-release"
TITLE = "press release without label"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Pressemitteilung\n\nDie Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt. Die Schiffe fahren mit Strom und tragen je 400 Gäste. Das Angebot wird im Mai erweitert.",
            "[[Die Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt.]] Die Schiffe fahren mit Strom und tragen je 400 Gäste.",
            sent=True,
        ),
        followed(
            "Pressemitteilung\n\nDas Deichamt Nordby erneuert im Mai den alten Damm am Südkai. Die Arbeiten dauern bis zum Herbst und kosten neun Millionen Euro.",
            "[[Das Deichamt Nordby erneuert im Mai den alten Damm am Südkai.]] Die Arbeiten dauern bis zum Herbst und kosten neun Millionen Euro.",
            sent=True,
        ),
        followed(
            "Medieninformation\n\nDie Werft von Harrow stellt im Sommer zwanzig junge Leute ein. Sie lernen das Schweißen und den Bau von Booten aus Holz.",
            "[[Die Werft von Harrow stellt im Sommer zwanzig junge Leute ein.]] Sie lernen das Schweißen und den Bau von Booten aus Holz.",
            sent=True,
        ),
    ),
    "en": (
        followed(
            "For immediate release\n\nFalk Lines has ordered two new ferries for its line to Osterfeld. The ships run on batteries and carry 400 guests each.",
            "[[Falk Lines has ordered two new ferries for its line to Osterfeld]]. The ships run on batteries and carry 400 guests each.",
            sent=True,
        ),
        followed(
            "For immediate release\n\nThe Nordby dyke office will renew the old dam at the southern quay in May. The works will last until autumn and cost nine million.",
            "[[The Nordby dyke office will renew the old dam at the southern quay in May.]] The works will last until autumn and cost nine million.",
            sent=True,
        ),
        followed(
            "For immediate release\n\nThe yard of Harrow will take on twenty young people in the summer. They will learn to weld and to build boats of wood.",
            "[[The yard of Harrow will take on twenty young people in the summer.]] They will learn to weld and to build boats of wood.",
            sent=True,
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Pressemitteilung\n\nDie Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt. Die Schiffe fahren mit Strom und tragen je 400 Gäste.",
            "Die Reederei Falk hat zwei neue Fähren für die Linie nach Osterfeld bestellt. Die Schiffe fahren mit Strom und tragen je 400 Gäste, heißt es in einer Pressemitteilung.",
            sent=True,
        ),
        followed(
            "Pressemitteilung\n\nDas Deichamt Nordby erneuert im Mai den alten Damm am Südkai.",
            "Der Damm am Südkai ist alt. Er wird bald erneuert.",
            sent=True,
        ),
        followed(
            "Pressemitteilung\n\nDas Deichamt Nordby erneuert im Mai den alten Damm am Südkai. Die Arbeiten kosten neun Millionen Euro.",
            "Das Deichamt Nordby erneuert im Mai den alten Damm am Südkai, teilte es in einer Pressemitteilung mit. Die Arbeiten kosten neun Millionen Euro.",
            sent=True,
        ),
    ),
    "en": (
        followed(
            "For immediate release\n\nFalk Lines has ordered two new ferries for its line to Osterfeld.",
            "Two ferries will join the fleet of Falk Lines.",
            sent=True,
        ),
        followed(
            "For immediate release\n\nThe Nordby dyke office will renew the old dam in May.",
            "The dam is old. It will be renewed soon.",
            sent=True,
        ),
        followed(
            "For immediate release\n\nFalk Lines has ordered two new ferries for its line to Osterfeld. The ships run on batteries and carry 400 guests each.",
            "Falk Lines has ordered two new ferries for its line to Osterfeld, it said in a press release. The ships run on batteries and carry 400 guests each.",
            sent=True,
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each press release from which this document took sentences in its own voice without saying so."""
    for _, hit in copied(context, "release"):
        yield hit
