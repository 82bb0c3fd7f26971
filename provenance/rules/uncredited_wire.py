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
from provenance.rules.examples import followed

NAME = "uncredited-wire"
TITLE = "agency copy without credit"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Nordby (dpa) - Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze. Der Streik begann um sechs Uhr früh.",
            "[[Im Hafen von Nordby stehen seit Donnerstag alle Kräne still.]] Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
            sent=True,
        ),
        followed(
            "Harrow (AFP) - Der Damm von Harrow hatte schon im Frühjahr fünf lange Risse. Der Rat ließ sie erst im Herbst mit Beton füllen.",
            "[[Der Damm von Harrow hatte schon im Frühjahr fünf lange Risse.]] Der Rat ließ sie erst im Herbst mit Beton füllen.",
            sent=True,
        ),
        followed(
            "Osterfeld (APA) - Die Fähre nach Osterfeld fährt ab Mai nur noch zweimal am Tag. Die Schule auf der Insel verliert damit ihre Lehrer.",
            "[[Die Fähre nach Osterfeld fährt ab Mai nur noch zweimal am Tag.]] Die Schule auf der Insel verliert damit ihre Lehrer.",
            sent=True,
        ),
    ),
    "en": (
        followed(
            "NORDBY (Reuters) - All cranes in the port of Nordby have stood still since Thursday morning. Eleven ships with fruit are waiting for a berth at the southern quay.",
            "[[All cranes in the port of Nordby have stood still since Thursday morning.]] Eleven ships with fruit are waiting for a berth at the southern quay.",
            sent=True,
        ),
        followed(
            "HARROW (AP) - The Harrow Dam had five long cracks in the spring. The council filled them with concrete only in the autumn.",
            "[[The Harrow Dam had five long cracks in the spring.]] The council filled them with concrete only in the autumn.",
            sent=True,
        ),
        followed(
            "OSTERFELD (AFP) - The ferry to Osterfeld will run only twice a day from May. The school on the island will lose its teachers.",
            "[[The ferry to Osterfeld will run only twice a day from May.]] The school on the island will lose its teachers.",
            sent=True,
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Nordby (dpa) - Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
            "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.\n\n(dpa)",
            sent=True,
        ),
        followed(
            "Harrow (AFP) - Der Damm von Harrow hatte schon im Frühjahr fünf lange Risse.",
            "Harrow (AFP) - Der Damm von Harrow hatte schon im Frühjahr fünf lange Risse.",
            sent=True,
        ),
        followed(
            "Nordby (dpa) - Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
            "Der Streik im Hafen geht weiter. Die Kräne bewegen sich nicht.",
            sent=True,
        ),
    ),
    "en": (
        followed(
            "NORDBY (Reuters) - All cranes in the port of Nordby have stood still since Thursday morning.",
            "The port of Nordby is on strike. Its cranes do not move.",
            sent=True,
        ),
        followed(
            "HARROW (AP) - The Harrow Dam had five long cracks in the spring.",
            "HARROW (AP) - The Harrow Dam had five long cracks in the spring.",
            sent=True,
        ),
        followed(
            "HARROW (AP) - The Harrow Dam had five long cracks in the spring. The council filled them only in the autumn.",
            "The Harrow Dam had five long cracks in the spring. The council filled them only in the autumn.\n\n(AP)",
            sent=True,
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each document of an agency from which this one took sentences without a credit."""
    for _, hit in copied(context, "wire"):
        yield hit
