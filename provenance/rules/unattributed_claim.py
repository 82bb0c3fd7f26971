"""unattributed-claim: an accusation, an attack, a motive, a reception is told as the paper's own knowledge.

Why: who did wrong, why, and how it was received is always somebody's word; told flat, the paper vouches for it.
Fix: name who says so, just before or after the first mention.
Source: AP, attribute what is disputable and was not witnessed (Daniszewski); Reuters Handbook, sourcing; German Press
Code, Ziffer 13. Also what all or none of a trade are told to hold, and what many feel. Said only in reports, which
name at least two sources and are no interviews, where the sentence or the paragraph names nobody and nothing in the
sentence is a court, a charge, a confession or a condition. Of other statements readers know better which need none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Block, Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.rules.unsourced import VOICES, forms, unsourced

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
    ),
    "en": (
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard [[defrauded]] two of its clients.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe plan [[drew sharp criticism]] in the town.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[There is no evidence]] that the guard erred.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Rebels shelled]] the port at night.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard burned its books [[in an attempt to mislead]] the council.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[No serious expert believes]] that the crane is safe.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Much to the dismay of residents]], the road stays closed.",
    ),
}
CLEAN: dict[str, tuple[str, ...]] = {
    "de": (
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Reederei bestach laut Anklage zwei Prüfer.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDer Plan stößt in Nordby auf Kritik. „Er ist zu teuer“, sagte Eva Falk.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Polizei sagte, es gebe keine Hinweise auf einen Fehler des Wärters.",
        "Die Reederei bestach zwei Prüfer.",
    ),
    "en": (
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard was convicted after it defrauded two of its clients.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe plan drew sharp criticism from the union.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThere is no evidence that the guard erred, police said.",
        "The yard defrauded two of its clients.",
    ),
}
#: Lists of claims of which a court, a confession or a condition makes something else.
_LISTS = ("accusations", "attacks", "motives")
#: Lists of claims that are somebody's word wherever they stand.
_OTHERS = ("reception", "no_evidence")
#: Those of them that stand for themselves beside somebody's words.
_SAME = ("wrongs", "first_times", "causes", "outrages", "feelings")
#: So many of them in a document are enough to say that its claims need their sources.
MOST = 3


def check(context: Context) -> Iterator[Hit]:
    """The first such claim of each paragraph that names nobody, in a report."""
    if context.voices < VOICES:
        return
    told: set[int] = set()
    known = ("long_ago", "judged")
    found = [(row, name) for name in _LISTS for row in unsourced(context, name, known, alone=True)]
    found += [(row, name) for name in _OTHERS for row in unsourced(context, name, known[:1], answered=True)]
    found += [(row, name) for name in _SAME for row in unsourced(context, name, known[:1], alone=True)]
    found += [(row, "absolutes") for row in _absolutes(context)]
    for (block, match), name in sorted(found, key=lambda row: row[0][1].start()):
        if block.start not in told and len(told) < MOST:
            told.add(block.start)
            yield Hit(*match.span(), form=name)


def _absolutes(context: Context) -> Iterator[tuple[Block, re.Match[str]]]:
    """What all or none are told to hold, or the first of all: reading may take those words for the speaker."""
    code, text = primary(context.document.language), context.document.text
    for block, match in context.own_words(sought(code, "absolutes"), sourced=True):
        sentence = context.sentence(match.start(), block)
        if context.said_of_others(*match.span()) or forms(code, "counters").search(text, *sentence):
            continue
        yield block, match
