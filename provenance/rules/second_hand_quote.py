"""second-hand-quote: somebody's words were obtained by another outlet.

Why: what was said to another paper was asked, cut and perhaps translated there; readers must see that the
words are theirs and not ours, and an editor should have seen the original.
Fix: name the outlet with date or link, or get the words yourself.
Source: AP memo on crediting other media (2010); SPJ Code of Ethics, "Use original sources".
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "second-hand-quote"
TITLE = "words obtained by another outlet"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Bürgermeisterin Ina Holm sagte der [[Zeitung Nordkurier]]: „Wir warten nicht länger auf das Geld.“",
    ),
    "en": ("“We will not wait any longer,” Mayor Ina Holm told [[The Guardian]].",),
}
CLEAN = {
    "de": ("Bürgermeisterin Ina Holm sagte: „Wir warten nicht länger auf das Geld.“",),
    "en": ("“We will not wait any longer,” Mayor Ina Holm told the council.",),
}


def check(context: Context) -> Iterator[Hit]:
    """One hit for each statement that a medium carried."""
    for statement, flag in context.flagged("second_hand"):
        source = context.source_of(statement)
        who = source.name if source else "somebody who is not named"
        yield Hit(
            flag.start,
            flag.end,
            f"{who} said this to or through “{context.words(flag.start, flag.end)}”",
            statement.id,
        )
