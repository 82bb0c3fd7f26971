"""sources-declared-unclear: the text itself says that its sources could not be checked.

Why: such a sentence withdraws certainty from what stands before it; it must not be lost when the story is
cut, and the claims it covers must not be repeated as facts.
Fix: keep it beside the claims it covers, and say what exactly could not be checked.
Source: BBC Editorial Guidelines 3.4.6 (say so if material could not be verified); German Press Code, Ziffer 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Flag, Severity
from provenance.rules.context import Context, Hit
from provenance.words import patterns, words

NAME = "sources-declared-unclear"
TITLE = "the text calls its sources unclear"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Otto Lind sagte, es seien 40 Boote gesunken. Die [[Herkunft der Zahlen blieb unklar]].",
        "Otto Lind sagte, es seien 40 Boote gesunken. Unabhängig [[ließ sich das nicht überprüfen]].",
        "Ina Holm sagte, der Kran sei umgestürzt. Die [[Quelle des Berichts ist unbekannt]].",
    ),
    "en": (
        "Otto Lind said 40 boats had sunk. The figure [[could not be independently verified]].",
        "Otto Lind said the crane had fallen. There was [[no independent confirmation]].",
        "Otto Lind said the crane had fallen. The [[source of the report is unknown]].",
    ),
}
CLEAN = {
    "de": (
        "Otto Lind sagte, es seien 40 Boote gesunken. Die Quelle des Flusses liegt im Norden.",
        "Otto Lind sagte, es seien 40 Boote gesunken. Die Ursache des Unglücks ist noch unklar.",
        "Otto Lind sagte, der Kran sei gestürzt. Die Polizei wollte das nicht bestätigen.",
        "Die Herkunft der Zahlen blieb unklar.",
    ),
    "en": (
        "Otto Lind said 40 boats had sunk. The figure was verified by the harbour office.",
        "Otto Lind said 40 boats had sunk. The cause remains unknown.",
        "Otto Lind said the crane had fallen. It is unclear when it will be repaired.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """One hit for each declaration about sources or checking that covers statements, saying how many."""
    code = primary(context.document.language)
    covered: dict[tuple[int, int], int] = {}
    for statement, flag in context.flagged("sources_unclear"):
        if _is_about_sources(context, code, flag):
            inside = statement.start <= flag.start < statement.end
            covered[flag.start, flag.end] = covered.get((flag.start, flag.end), 0) + (not inside)
    for (start, end), number in sorted(covered.items()):
        if number:
            yield Hit(start, end, form="" if number == 1 else "many", said={"many": str(number)})


def _is_about_sources(context: Context, code: str, flag: Flag) -> bool:
    """Whether the words speak of sources or of checking, and not of a question that is open in the world."""
    said = context.words(flag.start, flag.end).lower()
    before = context.document.text[max(0, flag.start - 60) : flag.start].rsplit(". ", 1)[-1].lower()
    if not any(part in said for part in words(code, "desk", "checked")):
        return False
    return not patterns(code, "desk", "unwilling").search(before)
