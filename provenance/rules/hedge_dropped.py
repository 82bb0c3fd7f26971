"""hedge-dropped: told as known what an earlier document told as hearsay.

Why: “is said to have warned” is not “warned”; each copy that drops the hedge makes a rumour look confirmed.
Fix: keep the hedge, or name the source that confirms it.
Source: German Press Code, Ziffer 2 (unconfirmed reports and rumours must be recognisable as such).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.examples import followed
from provenance.rules.losses import losses

NAME = "hedge-dropped"
TITLE = "hedge of a claim lost"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Der Betreiber des Stausees soll schon im März vor Rissen in der Mauer gewarnt haben.",
            "[[Der Betreiber des Stausees hat schon im März vor Rissen in der Mauer gewarnt.]]",
        ),
        followed(
            "Die Reederei hat angeblich zwei Fähren ohne Prüfung auf die Linie nach Osterfeld geschickt.",
            "[[Die Reederei hat zwei Fähren ohne Prüfung auf die Linie nach Osterfeld geschickt.]]",
        ),
        followed(
            "Der Wärter soll in der Nacht die Bremse des Krans im Südhafen gelöst haben.",
            "[[Der Wärter hat in der Nacht die Bremse des Krans im Südhafen gelöst.]]",
        ),
    ),
    "en": (
        followed(
            "The operator of the dam reportedly warned of cracks in the eastern wall in March.",
            "[[The operator of the dam warned of cracks in the eastern wall in March]].",
        ),
        followed(
            "The shipping line allegedly sent two ferries without a test to the line to Osterfeld.",
            "[[The shipping line sent two ferries without a test to the line to Osterfeld.]]",
        ),
        followed(
            "The guard reportedly released the brake of the crane in the southern port at night.",
            "[[The guard released the brake of the crane in the southern port at night.]]",
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Der Betreiber des Stausees soll schon im März vor Rissen in der Mauer gewarnt haben.",
            "Der Betreiber des Stausees hat angeblich schon im März vor Rissen in der Mauer gewarnt.",
        ),
        followed(
            "Der Betreiber des Stausees hat schon im März vor Rissen in der Mauer gewarnt.",
            "Der Betreiber des Stausees hat schon im März vor Rissen in der Mauer gewarnt.",
        ),
        followed(
            "Der Wärter soll in der Nacht die Bremse des Krans im Südhafen gelöst haben.",
            "Der Wärter hat am Morgen den Kran im Nordhafen geprüft.",
        ),
    ),
    "en": (
        followed(
            "The operator of the dam reportedly warned of cracks in the eastern wall in March.",
            "The operator of the dam allegedly warned of cracks in the eastern wall in March.",
        ),
        followed(
            "The operator of the dam warned of cracks in the eastern wall in March.",
            "The operator of the dam warned of cracks in the eastern wall in March.",
        ),
        followed(
            "The guard reportedly released the brake of the crane in the southern port at night.",
            "The guard tested the crane in the northern port in the morning.",
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement in the publication's own voice whose earlier mentions were all hedged."""
    for _, hit in losses(context, "hedge"):
        yield hit
