"""uncredited-copy: text stands in an earlier article of another outlet that is not named.

Why: readers must see whose reporting they read; taken over without a word it is plagiarism.
Fix: name the outlet where its reporting is used, or report it anew.
Source: SPJ Code of Ethics (never plagiarise, always attribute); AP, crediting other media.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.copied import copied
from provenance.rules.examples import followed

NAME = "uncredited-copy"
TITLE = "another outlet's text without its name"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
            "[[Im Hafen von Nordby stehen seit Donnerstag alle Kräne still.]] Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
        ),
        followed(
            "Der Damm von Harrow hatte schon im Frühjahr fünf lange Risse. Der Rat ließ sie erst im Herbst mit Beton füllen.",
            "[[Der Damm von Harrow hatte schon im Frühjahr fünf lange Risse.]] Der Rat ließ sie erst im Herbst mit Beton füllen.",
        ),
        followed(
            "Die Fähre nach Osterfeld fährt ab Mai nur noch zweimal am Tag. Die Schule auf der Insel verliert damit ihre Lehrer.",
            "[[Die Fähre nach Osterfeld fährt ab Mai nur noch zweimal am Tag.]] Die Schule auf der Insel verliert damit ihre Lehrer.",
        ),
    ),
    "en": (
        followed(
            "All cranes in the port of Nordby have stood still since Thursday morning. Eleven ships with fruit are waiting for a berth at the southern quay.",
            "[[All cranes in the port of Nordby have stood still since Thursday morning.]] Eleven ships with fruit are waiting for a berth at the southern quay.",
        ),
        followed(
            "The Harrow Dam had five long cracks in the spring. The council filled them with concrete only in the autumn.",
            "[[The Harrow Dam had five long cracks in the spring.]] The council filled them with concrete only in the autumn.",
        ),
        followed(
            "The ferry to Osterfeld will run only twice a day from May. The school on the island will lose its teachers.",
            "[[The ferry to Osterfeld will run only twice a day from May.]] The school on the island will lose its teachers.",
        ),
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        followed(
            "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
            "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still, wie das Nordblatt berichtete. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
        ),
        followed(
            "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze.",
            "Der Streik im Hafen geht weiter. Die Reederei sucht nach Plätzen für ihre Schiffe.",
        ),
        followed(
            "„Wir bleiben draußen, so lange es nötig ist“, sagte Marit Solheim am Tor.",
            "„Wir bleiben draußen, so lange es nötig ist“, sagte Marit Solheim.",
        ),
    ),
    "en": (
        followed(
            "“We will stay out as long as it takes,” union leader Marit Solheim said at the gate.",
            "“We will stay out as long as it takes,” said Marit Solheim.",
        ),
        followed(
            "All cranes in the port of Nordby have stood still since Thursday morning. Eleven ships with fruit are waiting for a berth.",
            "The strike in the port goes on. The line is looking for berths for its ships.",
        ),
        followed(
            "All cranes in the port of Nordby have stood still since Thursday morning. Eleven ships with fruit are waiting for a berth at the southern quay.",
            "All cranes in the port of Nordby have stood still since Thursday morning, Nordblatt reported. Eleven ships with fruit are waiting for a berth at the southern quay.",
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each earlier article of another outlet from which this document took sentences without naming it."""
    for origin, hit in copied(context, "article"):
        if origin.outlet and origin.outlet != context.document.outlet:
            yield hit
