"""unclear-dropped: a claim is repeated without the word that it could not be verified.

Why: who says that nobody could verify a figure has said the most important thing about it; it must travel with the figure.
Fix: say that the claim is not verified, or who has verified it since.
Source: BBC Editorial Guidelines 3.4.6 (say so if material could not be verified); German Press Code, Ziffer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.examples import followed
from provenance.rules.losses import losses

NAME = "unclear-dropped"
TITLE = "declared ignorance lost"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Bei dem Unglück am Stausee kamen nach Angaben der Behörden 40 Menschen ums Leben. Die Zahl ließ sich nicht unabhängig überprüfen.",
            "[[Bei dem Unglück am Stausee kamen 40 Menschen ums Leben.]]",
        ),
        followed(
            "Nach Angaben der Reederei sind im Sturm vor der Insel Harrow zwölf Boote gesunken. Unabhängig bestätigen ließ sich das nicht.",
            "[[Im Sturm vor der Insel Harrow sind zwölf Boote gesunken.]]",
        ),
        followed(
            "Nach Angaben der Gewerkschaft haben im Hafen von Nordby 4.000 Arbeiter gestreikt. Die Zahl ließ sich nicht unabhängig überprüfen.",
            "[[Im Hafen von Nordby haben 4.000 Arbeiter gestreikt.]]",
        ),
    ),
    "en": (
        followed(
            "Officials said 40 boats sank in the storm off the island of Harrow. The figure could not be independently verified.",
            "[[At least 40 boats sank in the storm off the island of Harrow.]]",
        ),
        followed(
            "The union said 4,000 dockers walked out in the port of Nordby. The figure could not be independently verified.",
            "[[Some 4,000 dockers walked out in the port of Nordby.]]",
        ),
        followed(
            "The ministry said 300 houses were destroyed on the island of Harrow. The claim could not be independently verified.",
            "[[About 300 houses were destroyed on the island of Harrow.]]",
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Bei dem Unglück am Stausee kamen nach Angaben der Behörden 40 Menschen ums Leben. Die Zahl ließ sich nicht unabhängig überprüfen.",
            "Bei dem Unglück am Stausee kamen 40 Menschen ums Leben. Überprüfen ließ sich die Zahl nicht.",
        ),
        followed(
            "Bei dem Unglück am Stausee kamen nach Angaben der Behörden 40 Menschen ums Leben.",
            "Bei dem Unglück am Stausee kamen 40 Menschen ums Leben.",
        ),
        followed(
            "Nach Angaben der Reederei sind zwölf Boote gesunken. Unabhängig bestätigen ließ sich das nicht.",
            "Der Damm von Harrow wird im Mai erneuert.",
        ),
    ),
    "en": (
        followed(
            "Officials said 40 boats sank in the storm off the island of Harrow.",
            "At least 40 boats sank in the storm off the island of Harrow.",
        ),
        followed(
            "Officials said 40 boats sank in the storm off Harrow. The figure could not be independently verified.",
            "At least 40 boats sank in the storm off Harrow. The figure could not be verified.",
        ),
        followed(
            "Officials said 40 boats sank in the storm off Harrow. The figure could not be independently verified.",
            "The dam of Harrow will be renewed in May.",
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement that an earlier document called unverified, in a document that calls nothing so."""
    for _, hit in losses(context, "unclear"):
        yield hit
