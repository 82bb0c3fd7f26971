"""unidentified-study: a poll, a study or an estimate is the source, and nothing says whose or which.

Why: who paid, who asked and when decide what a figure is worth; "studies show" cannot be looked up.
Fix: name the body, the study and its date, or link it.
Source: AP Stylebook, polls and surveys; German Press Code, guideline 2.1 (who commissioned a poll, how many, when). Also
statistics, forecasts and those who were asked, where nobody is named who counts, forecasts or asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.words import patterns, words

NAME = "unidentified-study"
TITLE = "study or poll that nobody can look up"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Umfragen zufolge]] liegt Ina Holm vorn.",
        "[[Studien zeigen]], dass der Lärm krank macht.",
        "[[Laut einer neuen Studie]] macht der Lärm krank.",
        "[[Prognosen gehen davon aus]], dass der Lärm zunimmt.",
        "[[Die Mehrheit der Befragten]] klagt über den Lärm.",
        "[[Die meisten Meinungsumfragen deuten auf einen Sieg hin]].",
        "[[Eine aktuelle Schätzung beziffert]] den Schaden auf drei Millionen Euro.",
        "[[Wie eine Lärm-Statistik zeigt]], ist es nachts still.",
    ),
    "en": (
        "[[Polls show]] that Ina Holm is ahead.",
        "[[Investigations have revealed]] that the noise was known.",
        "[[Studies have shown]] that the noise makes people ill.",
        "It is the noise. [[Surveys show]] that it makes people ill.",
        "The noise makes people ill, [[according to a recent study]].",
        "[[By one measure]], the noise has doubled.",
        "[[Forecasts suggest]] that the noise will grow.",
        "[[A 2014 study warned]] that the noise would grow.",
        "[[A recent review of the owner's letters seems to show]] that the noise was known.",
        "[[Studies have not always supported]] the wall.",
    ),
}
CLEAN = {
    "de": (
        "Laut einer Studie der Universität Nordby macht der Lärm krank.",
        "Laut einer neuen Umfrage liegt Ina Holm vorn. Das Institut Nordmark befragte 1.000 Menschen.",
        "Die Studie liegt dem Rat vor.",
        "Berechnungen der Hafenbank zufolge wächst der Lärm. Eine Schätzung der Werft beziffert ihn.",
        "Prognosen der Hafenbank gehen davon aus, dass der Lärm zunimmt.",
        "Der Lärm wurde lange gemessen. Die ersten Studien zeigen, dass er krank macht.",
    ),
    "en": (
        "The noise makes people ill, according to a recent study by Nordby University.",
        "A new poll shows Ina Holm ahead. The Nordmark Institute asked 1,000 people.",
        "“Studies show that it is loud,” Otto Lind said.",
        "The noise was measured for years. These studies show that it makes people ill.",
    ),
}
#: Code points around the words in which the body may be named.
NEAR = 350
#: Words before them among which an article may stand that points back to studies told of: "die ersten Studien".
BEFORE = 2
_WORD = re.compile(r"\w+")
_END = re.compile(r"[^\w\s'’-]")


@cache
def _forms(code: str, name: str) -> re.Pattern[str]:
    return patterns(code, "desk", name)


def check(context: Context) -> Iterator[Hit]:
    """The first such source of a document, unless a body that asks or studies is named around it."""
    code, text = primary(context.document.language), context.document.text
    bodies = _forms(code, "study_bodies")
    for block, match in context.own_words(sought(code, "studies"), sourced=True):
        first, last = max(block.start, match.start() - NEAR), match.end() + NEAR
        around = text[first : match.start()] + " " + text[match.end() : last]
        before = [
            word.lower() for word in _WORD.findall(_END.split(text[first : match.start()])[-1])[-BEFORE:]
        ]
        pointed = not words(code, "desk", "already_known").isdisjoint(before)
        if not pointed and not bodies.search(around):
            yield Hit(*match.span())
            return
    asked, read = list(context.own_words(sought(code, "those_asked"), sourced=True)), -1
    named = _forms(code, "polls_named").search(text) if asked else None
    for block, match in asked:
        if named is not None and named.end() <= match.start():
            return
        if block.start != read and not bodies.search(text, block.start, block.end):
            yield Hit(*match.span())
            return
        read = block.start
