"""unattributed-claim: an accusation, an attack, a motive, a reception, a rank is told as the paper's own knowledge.

Why: who did wrong, why, how it was received and who is the largest is somebody's word; told flat, the paper vouches.
Fix: name who says so, just before or after the first mention.
Source: AP, attribute what is disputable and was not witnessed (Daniszewski); Reuters Handbook, sourcing; German Press
Code, Ziffer 13. Also what all or none of a trade are told to hold, what many feel, and that people were hurt or nobody
was. Who is the largest, the first or the cause, and what more and more do, is a note: a desk looks up half of it. Said only
in reports, which are no interviews and do not say "you" and "we", where the sentence names nobody and nothing in it is a
court, a charge, a confession or a condition. Of other statements readers know better which need none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Block, Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.rules.unsourced import forms, unsourced

NAME = "unattributed-claim"
TITLE = "accusation, motive or reception without a source"
SEVERITY = Severity.WARNING
FLAGGED: dict[str, tuple[str, ...]] = {
    "de": (
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Reederei [[bestach]] zwei Prüfer.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDer Plan [[stößt in Nordby auf Kritik]].",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Es gibt keine Hinweise]] auf einen Fehler des Wärters.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Rebellen beschossen]] in der Nacht den Hafen.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Reederei schrieb die Liste neu, [[um die Mängel zu vertuschen]].",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Kein Fachmann hält]] den Kran heute noch für sicher.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Zum Ärger vieler Nachbarn]] bleibt die Straße gesperrt.",
        "Die Reederei [[bestach]] zwei Prüfer.",
        "In Nordby steht [[die größte Werft Europas]]. Sie baut Fähren.",
        "Der Verkauf der Werft fand [[ohne Ausschreibung]] statt.",
    ),
    "en": (
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard [[defrauded]] two of its clients.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe plan [[drew sharp criticism]] in the town.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[There is no evidence]] that the guard erred.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Rebels shelled]] the port at night.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard burned its books [[in an attempt to mislead]] the council.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[No serious expert believes]] that the crane is safe.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Much to the dismay of residents]], the road stays closed.",
        "The yard [[defrauded]] two of its clients.",
        "Falk Lines is [[the largest ferry operator in Europe]]. Its cranes stand still.",
        "The yard sold the clients' data [[without their consent]].",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Reederei bestach laut Anklage zwei Prüfer.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDer Plan stößt in Nordby auf Kritik. „Er ist zu teuer“, sagte Eva Falk.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Polizei sagte, es gebe keine Hinweise auf einen Fehler des Wärters.",
        "Ich sage dir, wie wir bei uns im Hafen leben: Die Reederei bestach zwei Prüfer, und wir wissen das.",
        "Ob die Reederei illegale Zahlungen leistete, prüft der Rat.",
        "Nordby ist die größte Stadt Europas. Laut Otto Lind ist die Werft die größte Werft Europas.",
    ),
    "en": (
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard was convicted after it defrauded two of its clients.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe plan drew sharp criticism from the union.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThere is no evidence that the guard erred, police said.",
        "I tell you how we live in our port: the yard defrauded two of its clients, and you know it as I do.",
        "The council is examining whether the owner engaged in fraud. Internal memo: guards falsified the lists.",
        "Nordby is the largest city in Europe. Falk Lines hopes to become the largest ferry operator in Europe.",
    ),
}
#: Lists of claims, each with the lists of words that make something else of its sentence.
_LISTS = {
    "accusations": ("long_ago", "judged"),
    "motives": ("long_ago", "judged"),
    "wrongs": ("long_ago", "unproven"),
    "outrages": ("long_ago",),
    "feelings": ("long_ago",),
    "judgements_own": ("long_ago",),
}
#: Lists of what the sentence beside it may source: the dead of an attack are counted there.
_COUNTED = {"attacks": ("long_ago", "judged"), "harm": ("long_ago",)}
#: Lists of what can be looked up: worth the desk's time half as often as the others.
_LIGHT = {
    "first_times": ("long_ago",),
    "rankings": ("long_ago", "supposing"),
    "trends": ("long_ago", "supposing"),
    "causes": ("long_ago", "supposing"),
}
#: Lists of claims that may be answered in the rest of the paragraph.
_OTHERS = {"reception": ("long_ago",), "no_evidence": ("long_ago",)}
#: So many of them in a document are enough to say that its claims need their sources.
MOST = 5


def check(context: Context) -> Iterator[Hit]:
    """The first such claim of each paragraph that names nobody, in a report."""
    told: set[int] = set()
    alone = {**_LISTS, **_LIGHT}
    found = [(row, name) for name, known in alone.items() for row in unsourced(context, name, known)]
    found += [
        (row, name)
        for name, known in _COUNTED.items()
        for row in unsourced(context, name, known, counted=True)
    ]
    found += [
        (row, name)
        for name, known in _OTHERS.items()
        for row in unsourced(context, name, known, answered=True)
    ]
    found += [(row, "absolutes") for row in _absolutes(context)]
    for (block, match), name in sorted(found, key=lambda row: row[0][1].start()):
        if block.start not in told and len(told) < MOST:
            told.add(block.start)
            yield Hit(*match.span(), severity=Severity.NOTE if name in _LIGHT else None, form=name)


def _absolutes(context: Context) -> Iterator[tuple[Block, re.Match[str]]]:
    """What all or none are told to hold: reading may take those words for the speaker."""
    code, text = primary(context.document.language), context.document.text
    for block, match in context.own_words(sought(code, "absolutes"), sourced=True):
        sentence = context.sentence(match.start(), block)
        if context.said_of_others(*match.span()) or forms(code, "attributed").search(text, *sentence):
            continue
        yield block, match
