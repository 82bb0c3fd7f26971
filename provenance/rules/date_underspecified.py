"""date-underspecified: when somebody said it is told so vaguely that nobody can look it up.

Why: "recently" is last week or last year; what was said before an event and what was said after it are two things.
Fix: give the day.
Source: AP Stylebook, days and dates; BBC Editorial Guidelines, section 3 (Accuracy), context of what is quoted. Said of
words between a speaker and what that speaker says. Weekdays are left alone: the day of a page stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit, Stretches
from provenance.rules.sought import sought
from provenance.rules.unsourced import forms

NAME = "date-underspecified"
TITLE = "statement of no day"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Otto Lind sagte [[kürzlich]], der Damm halte.",
        "„Der Damm hält“, sagte Ina Holm [[vor einiger Zeit]].",
        "[[Unlängst]] erklärte Otto Lind, der Damm halte.",
    ),
    "en": (
        "Otto Lind said [[recently]] that the dam would hold.",
        "“The dam will hold,” Ina Holm said [[some time ago]].",
        "Otto Lind [[recently]] told the council that the dam would hold.",
    ),
}
CLEAN = {
    "de": (
        "Otto Lind sagte am Montag, der Damm halte.",
        "Otto Lind sagte, der Damm sei kürzlich erneuert worden.",
        "Der Damm wurde kürzlich erneuert.",
        "Otto Lind sagte kürzlich, am 3. Mai, der Damm halte.",
    ),
    "en": (
        "Otto Lind said on Monday that the dam would hold.",
        "Otto Lind said that the dam was recently renewed.",
        "The dam was recently renewed.",
        "Otto Lind said recently, on May 3, that the dam would hold.",
    ),
}
#: Code points between the words and the verb of speech, in the same clause.
NEAR = 25
#: Kinds of what is said; what somebody did is no statement.
SAID = frozenset({"direct", "indirect", "indirect_free_indirect"})
_CLAUSE = re.compile(r"[.,;:!?\n“”„»«]")


def check(context: Context) -> Iterator[Hit]:
    """The first vague day of each paragraph that stands beside a verb of speech and outside what is said."""
    document, text = context.document, context.document.text
    content = Stretches(span for one in document.statements if one.kind != "reported" for span in one.spans)
    code = primary(document.language)
    cues = [
        cue
        for one in document.statements
        if one.parent is None and one.kind in SAID and one.attribution and context.source_of(one) is not None
        for cue in one.attribution.cue
        if forms(code, "saying_near").search(context.words(*cue))
    ]
    told: set[int] = set()
    for block, match in context.own_words(sought(code, "vague_days"), sourced=True):
        if block.start in told or content.hold(*match.span()):
            continue
        if _is_dated(context, match.end()):
            continue
        if any(_is_beside(text, cue.start, cue.end, *match.span()) for cue in cues):
            told.add(block.start)
            yield Hit(*match.span())


def _is_beside(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether a vague day and a verb of speech stand in one clause, with little between them."""
    between = text[min(end, last) : max(start, first)]
    return len(between) <= NEAR and _CLAUSE.search(between) is None


def _is_dated(context: Context, end: int) -> bool:
    """Whether a day stands right behind."""
    return bool(forms(primary(context.document.language), "days_behind").match(context.document.text, end))
