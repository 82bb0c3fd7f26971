"""number-without-source: the dead, the hurt, the arrested are counted in the paper's own voice.

Why: a toll is somebody's count, and it changes; readers must see who counted, and when.
Fix: name who gives the figure, at its first mention.
Source: AP, attribution of what was not witnessed, just before or after the first mention; Reuters Handbook,
sourcing. Said only where nobody is named in the paragraph, and not of past years. Other figures are left alone: of those
that stand in the paper's own voice, one in three needed a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.words import patterns

NAME = "number-without-source"
TITLE = "toll without a source"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Bei einem Brand im Hafen wurden [[35 Menschen getötet]]. Die Kräne stehen still.",
        "Bei dem Sturm sind [[vier Menschen ums Leben]] gekommen. Das Wasser steigt.",
        "Nach dem Streik wurden [[zwölf Männer festgenommen]]. Der Hafen ist leer.",
    ),
    "en": (
        "[[35 people were killed]] in a fire in the port. The cranes stand still.",
        "[[Four people died]] in the storm. The water is rising.",
        "[[Twelve men were arrested]] after the strike. The port is empty.",
    ),
}
CLEAN = {
    "de": (
        "Bei einem Brand im Hafen wurden nach Angaben der Feuerwehr 35 Menschen getötet.",
        "Bei einem Brand wurden 35 Menschen getötet. Das teilte die Polizei mit. Die Kräne stehen still.",
        "Bei dem Brand von 1962 wurden 35 Menschen getötet.",
    ),
    "en": (
        "35 people were killed in a fire in the port, the fire brigade said.",
        "Four people died in the storm. Police said that the water was rising.",
        "In 1962, 35 people were killed in a fire in the port.",
    ),
}


@cache
def _forms(code: str, name: str) -> re.Pattern[str]:
    return patterns(code, "desk", name)


def check(context: Context) -> Iterator[Hit]:
    """The first toll of a document in its own voice, where nobody who could have counted is named nearby."""
    code, text = primary(context.document.language), context.document.text
    counted: dict[int, bool] = {}
    for block, match in context.own_words(_forms(code, "tolls")):
        sentence = context.sentence(match.start(), block)
        if _forms(code, "long_ago").search(text, *sentence):
            continue
        if block.start not in counted:
            named = _forms(code, "counters").search(text, block.start, block.end)
            counted[block.start] = named is not None or context.sourced_in(block.start, block.end)
        if counted[block.start]:
            continue
        yield Hit(*match.span())
        return
