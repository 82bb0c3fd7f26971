"""contradicted-claim: one text says what another one denies.

Why: of a statement and its denial one is wrong; who prints either must know of the other.
Fix: give both with their sources, or find out which holds.
Source: BBC Editorial Guidelines, section 3 (weigh claims against each other); German Press Code, Ziffer 2.
Said where two texts of a run, or a text and the archive, have the same sentence with and without its negation, from
different sources. Days and figures that differ are `conflicting-figures`.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity, Statement
from provenance.rules.context import Context, Hit
from provenance.rules.examples import followed

NAME = "contradicted-claim"
TITLE = "said here, denied elsewhere"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Otto Lind sagte, [[die Werft im Hafen von Nordby sei an die Reederei Falk verkauft worden]].",
            "Ina Holm sagte, [[die Werft im Hafen von Nordby sei nicht an die Reederei Falk verkauft worden]].",
        ),
        followed(
            "Otto Lind sagte, [[der Wärter habe die Bremse des Krans im Südhafen gelöst]].",
            "Ina Holm sagte, [[der Wärter habe die Bremse des Krans im Südhafen nicht gelöst]].",
        ),
        followed(
            "Otto Lind sagte, [[der Betreiber des Stausees habe im März vor Rissen in der Mauer gewarnt]].",
            "Ina Holm sagte, [[der Betreiber des Stausees habe im März nie vor Rissen in der Mauer gewarnt]].",
        ),
    ),
    "en": (
        followed(
            "Otto Lind said [[the yard in the port of Nordby had been sold to Falk Lines]].",
            "Ina Holm said [[the yard in the port of Nordby had not been sold to Falk Lines]].",
        ),
        followed(
            "Otto Lind said [[the guard had released the brake of the crane in the southern port]].",
            "Ina Holm said [[the guard had not released the brake of the crane in the southern port]].",
        ),
        followed(
            "Otto Lind said [[the operator of the dam had warned of cracks in the eastern wall in March]].",
            "Ina Holm said [[the operator of the dam had never warned of cracks in the eastern wall in March]].",
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Otto Lind sagte, die Werft im Hafen von Nordby sei an die Reederei Falk verkauft worden.",
            "Ina Holm sagte, die Werft im Hafen von Nordby sei an die Reederei Falk verkauft worden.",
        ),
        followed(
            "Otto Lind sagte, die Werft im Hafen von Nordby sei verkauft worden.",
            "Ina Holm sagte, der Damm von Harrow sei nicht erneuert worden.",
        ),
        followed(
            "Otto Lind sagte, die Werft im Hafen von Nordby sei an die Reederei Falk verkauft worden.",
            "Otto Lind sagte, die Werft im Hafen von Nordby sei nicht an die Reederei Falk verkauft worden.",
        ),
    ),
    "en": (
        followed(
            "Otto Lind said the yard in the port of Nordby had been sold to Falk Lines.",
            "Ina Holm said the yard in the port of Nordby had been sold to Falk Lines.",
        ),
        followed(
            "Otto Lind said the yard in the port of Nordby had been sold.",
            "Ina Holm said the dam above Harrow had not been renewed.",
        ),
        followed(
            "Otto Lind said the yard in the port of Nordby had been sold to Falk Lines.",
            "Otto Lind said the yard in the port of Nordby had not been sold to Falk Lines.",
        ),
    ),
}


#: Longer words of the other side are cut, in code points.
LONGEST = 200


def check(context: Context) -> Iterator[Hit]:
    """Each statement of the document that a statement of another source denies, once, with the first that does."""
    told: set[str] = set()
    for conflict in context.conflicts:
        if conflict.kind != "negation":
            continue
        sides = [context.statements[side] for side in (conflict.a, conflict.b)]
        if len({_source(side) for side in sides}) < len(sides):
            continue
        for own, other in (sides, sides[::-1]):
            if own.document == context.document.id and own.id not in told:
                told.add(own.id)
                yield Hit(
                    own.start,
                    own.end,
                    own.id,
                    said={"other": other.text[:LONGEST], "who": _who(context, other)},
                )


def _source(statement: Statement) -> str | None:
    return statement.attribution.source if statement.attribution else statement.document


def _who(context: Context, statement: Statement) -> str:
    """The source of the other side, and the document where it stands."""
    source = context.source_of(statement)
    home = context.documents[statement.document]
    place = home.outlet or home.id
    return f"{source.name}, {place}" if source else place
