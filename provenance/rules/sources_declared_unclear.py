"""sources-declared-unclear: the text itself says that sources or facts are unclear.

Why: such a sentence withdraws certainty from what stands before it; it must not be lost when the story is
cut, and the claims it covers must not be repeated as facts.
Fix: keep it beside the claims it covers, and say what exactly could not be checked.
Source: BBC Editorial Guidelines 3.4.6 (say so if material could not be verified); German Press Code, Ziffer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "sources-declared-unclear"
TITLE = "the text calls its sources unclear"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": ("Otto Lind sagte, es seien 40 Boote gesunken. Die [[Herkunft der Zahlen blieb unklar]].",),
    "en": ("Otto Lind said 40 boats had sunk. The figure [[could not be independently verified]].",),
}
CLEAN = {
    "de": ("Otto Lind sagte, es seien 40 Boote gesunken. Die Quelle des Flusses liegt im Norden.",),
    "en": ("Otto Lind said 40 boats had sunk. The figure was verified by the harbour office.",),
}


def check(context: Context) -> Iterator[Hit]:
    """One hit for each declaration, saying how many statements it covers."""
    covered: dict[tuple[int, int], int] = {}
    for statement, flag in context.flagged("sources_unclear"):
        inside = statement.start <= flag.start < statement.end
        covered[flag.start, flag.end] = covered.get((flag.start, flag.end), 0) + (not inside)
    for (start, end), number in sorted(covered.items()):
        many = f"{number} statement{'s' if number != 1 else ''} before it" if number else "what it says itself"
        yield Hit(start, end, f"“{context.words(start, end)}” withdraws certainty from {many}")
