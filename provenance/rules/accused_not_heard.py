"""accused-not-heard: somebody is accused of a crime, and nothing says what the accused says to it.

Why: an accusation without an answer is one side of a story, and readers take silence for consent.
Fix: ask the accused, and print the answer, or that there was none.
Source: AP News Values and Principles, fairness (a chance to respond); German Press Code, Ziffer 2 (due care) and 13.
Off by default: an answer may stand in words that no list knows, and in an earlier report.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.rules.unsourced import forms

NAME = "accused-not-heard"
TITLE = "accusation without an answer"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Otto Lind [[wirft der Reederei Betrug]] vor.",
        "Die Gewerkschaft [[beschuldigt die Werft der Korruption]].",
        "Ina Holm [[bezichtigte den Wärter des Diebstahls]]. Der Kran steht still.",
    ),
    "en": (
        "Otto Lind [[accused the shipping line of fraud]].",
        "The union [[accuses the yard of bribery]].",
        "Ina Holm [[sued the yard for harassment]]. The crane stands still.",
    ),
}
CLEAN = {
    "de": (
        "Otto Lind wirft der Reederei Betrug vor. Die Reederei bestreitet das.",
        "Die Gewerkschaft beschuldigt die Werft der Korruption. Die Werft war nicht zu erreichen.",
        "Otto Lind wirft der Reederei vor, zu spät zu kommen.",
    ),
    "en": (
        "Otto Lind accused the shipping line of fraud. The line denied it.",
        "The union accuses the yard of bribery. The yard declined to comment.",
        "Otto Lind accused the shipping line of being late.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """The first accusation of a text in which nobody answers anything."""
    code = primary(context.document.language)
    found = context.own_words(sought(code, "accusing"), sourced=True)
    for _, match in islice(found, 1):
        if not forms(code, "answered").search(context.document.text):
            yield Hit(*match.span())
