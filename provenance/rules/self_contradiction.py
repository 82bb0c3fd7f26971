"""self-contradiction: a text says something in its own voice, and the same text denies it.

Why: of a sentence and its denial one is wrong; readers cannot tell which the paper stands by.
Fix: say whose word each of them is, or find out which holds.
Source: BBC Editorial Guidelines, section 3 (weigh claims against each other); German Press Code, Ziffer 2.
Said where two sentences of one text have the same words, one of them with a negation, and one of them is the paper's own
or both are one speaker's: two speakers who deny each other are a dispute that is reported. Of two texts that deny each
other speaks `contradicted-claim`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.match.numerals import NEGATIONS, fold
from provenance.model import Severity, Statement
from provenance.rules.content import content
from provenance.rules.context import Context, Hit
from provenance.rules.unsourced import forms

NAME = "self-contradiction"
TITLE = "said and denied in one text"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Die Werft im Hafen von Nordby ist an die Reederei Falk verkauft worden.]] Ina Holm sagte, die Werft im Hafen von Nordby sei nicht an die Reederei Falk verkauft worden.",
        "Otto Lind sagte, [[der Wärter habe die Bremse des Krans im Südhafen gelöst]]. Das Wasser steigt.\n\nDer Wärter hat die Bremse des Krans im Südhafen nicht gelöst.",
        "Otto Lind sagte, [[der Betreiber habe vor Rissen in der Mauer des Stausees gewarnt]]. Lind sagte, der Betreiber habe nie vor Rissen in der Mauer des Stausees gewarnt.",
    ),
    "en": (
        "[[The yard in the port of Nordby has been sold to Falk Lines.]] Ina Holm said the yard in the port of Nordby had not been sold to Falk Lines.",
        "Otto Lind said [[the guard had released the brake of the crane in the southern port]]. The water is rising.\n\nThe guard never released the brake of the crane in the southern port.",
        "Otto Lind said [[the operator had warned of cracks in the eastern wall]]. Lind said the operator had not warned of cracks in the eastern wall.",
    ),
}
CLEAN = {
    "de": (
        "Otto Lind sagte, die Werft im Hafen von Nordby sei an die Reederei Falk verkauft worden. Ina Holm sagte, die Werft im Hafen von Nordby sei nicht an die Reederei Falk verkauft worden.",
        "Im Mai hielt der Damm im Tal von Harrow dem Wasser stand. Der Damm im Tal von Harrow hielt dem Wasser nicht mehr stand.",
        "Der Damm im Tal von Harrow ist alt. Ina Holm sagte, die Werft im Hafen von Nordby sei nicht verkauft worden.",
        "Ist die Werft im Hafen von Nordby an die Reederei Falk verkauft worden? Die Werft im Hafen von Nordby ist nicht an die Reederei Falk verkauft worden.",
    ),
    "en": (
        "Otto Lind said the yard in the port of Nordby had been sold to Falk Lines. Ina Holm said the yard in the port of Nordby had not been sold to Falk Lines.",
        "In May the dam in the valley of Harrow held back the water. The dam in the valley of Harrow no longer held back the water.",
        "The dam in the valley of Harrow is old. Ina Holm said the yard in the port of Nordby had not been sold.",
        "Has the yard in the port of Nordby been sold to Falk Lines? The yard in the port of Nordby has not been sold to Falk Lines.",
    ),
}
#: So many words of content a sentence must have, and so great a part of both sentences' words must be shared.
LEAST, SAME = 4, 0.8
#: A word that stands in more sentences is the story's subject and finds no pair.
COMMON = 20
#: Longer words of the other side are cut, in code points.
LONGEST = 200
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def check(context: Context) -> Iterator[Hit]:
    """The first of each two sentences of which one denies the other."""
    code = primary(context.document.language)
    open_ends = forms(code, "no_denials")
    words: dict[str, set[str]] = {}
    denied: dict[str, bool] = {}
    index: dict[str, list[Statement]] = {}
    for one in context.document.statements:
        own = content(one.text)
        if one.parent is not None or len(own) < LEAST or open_ends.search(one.text):
            continue
        tokens = [fold(word) for word in _WORD.findall(one.text)]
        denied[one.id] = any(token in NEGATIONS or token.endswith("n't") for token in tokens)
        words[one.id] = own - NEGATIONS
        for word in words[one.id]:
            index.setdefault(word, []).append(one)
    told: set[str] = set()
    for one in context.document.statements:
        if not denied.get(one.id):
            continue
        rare = [row for word in words[one.id] if len(row := index[word]) <= COMMON]
        near = {other.id: other for row in rare for other in row if not denied[other.id]}
        for other in sorted(near.values(), key=lambda row: row.start):
            shared = len(words[one.id] & words[other.id])
            if shared < SAME * len(words[one.id] | words[other.id]) or not _is_own(context, one, other):
                continue
            first, second = sorted((one, other), key=lambda row: row.start)
            if first.id not in told:
                told.add(first.id)
                yield Hit(first.start, first.end, first.id, said={"other": second.text[:LONGEST]})


def _is_own(context: Context, one: Statement, other: Statement) -> bool:
    """Whether one of two sentences is the paper's own, or both are one speaker's."""
    sources = [context.source_of(side) for side in (one, other)]
    return None in sources or sources[0] is sources[1]
