"""bound-dropped: a figure stands bare that an earlier document gave with a bound.

Why: “up to 8,000” is not 8,000; a bound lost in copying turns an upper limit into a count.
Fix: give the figure with the bound that its source gave it.
Source: BBC Editorial Guidelines, section 3 (Accuracy): do not distort known facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.examples import followed
from provenance.rules.losses import losses

NAME = "bound-dropped"
TITLE = "bound of a figure lost"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Im Hafen von Nordby haben am Donnerstag bis zu 4.000 Hafenarbeiter die Arbeit niedergelegt.",
            "Im Hafen von Nordby haben [[4.000]] Hafenarbeiter die Arbeit niedergelegt.",
        ),
        followed(
            "Bei dem Sturm auf der Insel Harrow sind mindestens 300 Häuser zerstört worden.",
            "Bei dem Sturm auf der Insel Harrow sind [[300]] Häuser zerstört worden.",
        ),
        followed(
            "Die Reederei Falk will im Herbst höchstens 250 Stellen auf ihren Fähren streichen.",
            "Die Reederei Falk will im Herbst [[250]] Stellen auf ihren Fähren streichen.",
        ),
    ),
    "en": (
        followed(
            "Up to 4,000 dockers walked out in the port of Nordby on Thursday morning.",
            "In the port of Nordby [[4,000]] dockers walked out on Thursday morning.",
        ),
        followed(
            "At least 300 houses were destroyed in the storm on the island of Harrow.",
            "In the storm on the island of Harrow [[300]] houses were destroyed.",
        ),
        followed(
            "Falk Lines will cut at most 250 jobs on its ferries in the autumn.",
            "Falk Lines will cut [[250]] jobs on its ferries in the autumn.",
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Im Hafen von Nordby haben bis zu 4.000 Hafenarbeiter die Arbeit niedergelegt.",
            "Im Hafen von Nordby haben höchstens 4.000 Hafenarbeiter die Arbeit niedergelegt.",
        ),
        followed(
            "Im Hafen von Nordby haben 4.000 Hafenarbeiter die Arbeit niedergelegt.",
            "Im Hafen von Nordby haben 4.000 Hafenarbeiter die Arbeit niedergelegt.",
        ),
        followed(
            "Bei dem Sturm auf der Insel Harrow sind mindestens 300 Häuser zerstört worden.",
            "Die Reederei Falk hat 300 Gäste auf ihrer neuen Fähre begrüßt.",
        ),
    ),
    "en": (
        followed(
            "The 4,000 dockers walked out in the port of Nordby on Thursday morning.",
            "In the port of Nordby 4,000 dockers walked out on Thursday morning.",
        ),
        followed(
            "At least 300 houses were destroyed in the storm on the island of Harrow.",
            "In the storm on the island of Harrow at least 300 houses were destroyed.",
        ),
        followed(
            "At least 300 houses were destroyed in the storm on the island of Harrow.",
            "Falk Lines welcomed 300 guests on its new ferry.",
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each figure of this document whose earlier mentions all had a bound."""
    for _, hit in losses(context, "bound"):
        yield hit
