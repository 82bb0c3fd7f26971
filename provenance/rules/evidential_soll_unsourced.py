"""evidential-soll-unsourced: "soll getan haben", "allegedly", with nobody in reach who says so.

Why: "soll" says that somebody says it; where nobody is named, readers cannot tell a charge from a rumour.
Fix: name who says it in the same sentence.
Source: German Press Code, Ziffer 2 (rumours must be recognisable as such) and 13; AP, attribution in the same sentence.
Said of "soll" with a perfect infinitive or the infinitive of a state that nobody can order (to be related to, to come
from), which is no duty and no plan, and of "allegedly"; silent where the paragraph has named somebody before it, and
where a charge or a court stands beside "allegedly".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Severity, Statement
from provenance.rules.context import Context, Hit, Stretches
from provenance.rules.sought import sought
from provenance.words import patterns

NAME = "evidential-soll-unsourced"
TITLE = "passed on as said, and nobody says it"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Der Kran steht still. Der Wärter [[soll die Bremse gelöst haben]].",
        "Am Abend [[sollen zwanzig Männer das Tor gestürmt haben]].",
        "Festgenommen wurde der Wärter, der die Bremse [[gelöst haben soll]].",
        "Der Kran steht still. Die Mannschaft [[soll überwiegend aus jungen Männern bestehen]].",
        "Der Kran steht still. Der Gesuchte [[soll sich in Harrow aufhalten]].",
        "Der Kran steht still. Der Wärter [[soll für den Brand mitverantwortlich sein]].",
        "Der Kran steht still. Der Staub [[soll sogar Asthma auslösen können]].",
        "Otto Lind sagte, der Kran sei alt. Der Hafen ist leer.\n\nAm Abend [[sollen zwei Wärter geflohen sein]].",
    ),
    "en": (
        "The crane stands still. The guard [[allegedly]] released the brake.",
        "Twenty men [[allegedly]] stormed the gate in the evening.",
        "The owner [[allegedly]] knew of the cracks in March.",
        "The owner [[allegedly]] has ties to the guard.",
    ),
}
CLEAN = {
    "de": (
        "Nach Angaben der Polizei soll der Wärter die Bremse gelöst haben.",
        "Die Polizei teilte mit, der Kran sei gestürzt. Der Wärter soll die Bremse gelöst haben.",
        "Der Kran soll im Mai repariert werden.",
        "„Er soll die Bremse gelöst haben“, sagte Otto Lind.",
        "Bis zum Herbst soll der Kran fertiggestellt sein.",
        "Das neue Gremium soll aus zwölf Männern bestehen. Die Frist soll zwei Wochen betragen.",
        "Ab dem Jahr 2050 soll der Strom aus Wind stammen.",
        "Der Wärter behauptet, dass der Meister die Bremse gelöst haben soll.",
        "Er sagt, wie schwer der Wärter zu überzeugen sein soll.",
        "Neue Briefe werfen Licht darauf, wie der Wärter ums Leben gekommen sein soll.",
        "Die Salbe soll die Wunde schließen. Der Rat soll für den Hafen verantwortlich sein.",
    ),
    "en": (
        "According to police, the guard allegedly released the brake.",
        "The guard was charged with fraud after he allegedly sold the crane.",
        "“He allegedly released the brake,” Otto Lind said.",
    ),
}


#: Below this confidence the speaker of a form without a frame is carried over from far.
SURE = 0.4


@cache
def _forms(code: str, name: str) -> re.Pattern[str]:
    return patterns(code, "desk", name)


def _is_said(context: Context, statement: Statement) -> bool:
    """Whether somebody is named for a statement, and is more than a guess from the paragraph before."""
    attribution = statement.attribution
    return (
        attribution is not None
        and attribution.confidence >= SURE
        and context.source_of(statement) is not None
    )


def check(context: Context) -> Iterator[Hit]:
    """The first such form of each paragraph, where nobody is named for it or before it."""
    code = primary(context.document.language)
    told = context.teaser()
    named = [one for one in context.document.statements if _is_said(context, one)]
    said, starts = Stretches(span for one in named for span in one.spans), sorted(one.start for one in named)
    for block, match in context.own_words(sought(code, "hearsay_forms"), sourced=True):
        if said.hold(*match.span()):
            continue
        at = bisect_left(starts, block.start)
        if block.start in told or (at < len(starts) and starts[at] < match.start()):
            continue
        sentence = context.sentence(match.start(), block)
        before = context.sentence(max(block.start, sentence.start - 2), block)
        if _forms(code, "charged").search(context.document.text, before.start, sentence.end):
            continue
        if _forms(code, "still_to_come").search(context.document.text, *sentence):
            continue
        if _forms(code, "asked_of").search(context.document.text[sentence.start : match.start()]):
            continue
        told.add(block.start)
        yield Hit(*match.span())
