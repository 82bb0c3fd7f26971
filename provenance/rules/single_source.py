"""single-source: an accusation is reported, and all that is said rests on one source.

Why: one source has one view and one interest; a dispute has two sides at least.
Fix: ask the other side or somebody without a part in it, or say that only one was asked.
Source: BBC Editorial Guidelines, 3.4.4 (reluctant to rely on a single source). Off by default: a court's or a police
force's report is one source by its nature, and who else was asked stands in no text.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity, Source
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought

NAME = "single-source"
TITLE = "accusation that rests on one source alone"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "[[Otto Lind]] warf der Werft Betrug vor. Lind sagte, die Liste sei falsch. „Das wusste der Vorstand“, sagte Lind.",
        "[[Die Gewerkschaft]] wirft der Reederei vor, Beschäftigte zu bespitzeln. Die Kameras liefen seit Mai, sagte die Gewerkschaft. Die Gewerkschaft forderte, sie abzubauen.",
        "[[Ina Holm]] beschuldigt den Chef der Korruption. Holm sagte, er habe Geld genommen. Holm sagte, sie habe Beweise.",
    ),
    "en": (
        "[[Otto Lind]] accused the yard of fraud. Lind said the list was false. “The board knew it,” Lind said.",
        "[[The union]] accused Falk Lines of harassment. The union said it began in May. The union said that it had proof.",
        "[[Ina Holm]] accused the owner of bribery. Holm said he had taken money. Holm said she had proof.",
    ),
}
CLEAN = {
    "de": (
        "Otto Lind warf der Werft Betrug vor. Lind sagte, die Liste sei falsch. Ina Holm sagte, die Liste sei richtig.",
        "Otto Lind sagte, der Kran sei alt. Lind sagte, er sei sicher. Lind sagte, er werde im Mai erneuert.",
        "Otto Lind warf der Werft Betrug vor.",
    ),
    "en": (
        "Otto Lind accused the yard of fraud. Lind said the list was false. Ina Holm said the list was right.",
        "Otto Lind said the crane was old. Lind said it was safe. Lind said it would be renewed in May.",
        "Otto Lind accused the yard of fraud.",
    ),
}
#: So many statements make a report of what somebody says.
LEAST = 3
#: Lists of what has another side, or another count.
_LISTS = ("accusing", "accusations", "wrongs", "attacks", "tolls", "crowds", "reception", "motives")


def check(context: Context) -> Iterator[Hit]:
    """The first words for the only source of a report with an accusation."""
    document = context.document
    told = [
        (one, source)
        for one in document.statements
        if one.parent is None and (source := context.source_of(one)) is not None
    ]
    if len(told) < LEAST or document.genre == "release":
        return
    first = told[0][1]
    if not all(_is_same(first, source) for _, source in told):
        return
    if not any(
        next(context.own_words(sought(primary(document.language), name), sourced=True), None)
        for name in _LISTS
    ):
        return
    for one, _ in told:
        if one.attribution is not None and one.attribution.speaker:
            yield Hit(*one.attribution.speaker[0], one.id)
            return


def _is_same(one: Source, other: Source) -> bool:
    """Whether two sources are one, or one speaks for the other."""
    return one.id == other.id or one.name == other.employer or other.name == one.employer
