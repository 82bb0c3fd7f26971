"""scare-quote-fragment: one to three quoted words inside somebody's reported speech.

Why: so few words quote nothing that could be checked; the marks distance the paper from the speaker, or
make the speaker look odd.
Fix: drop the marks, or quote the sentence.
Source: German Press Code, Ziffer 2 (sense not distorted by editing); Der gute Journalist, "Fremde Rede".
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit, Stretches

NAME = "scare-quote-fragment"
TITLE = "a word or two in quotation marks"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": ("Minister Otto Lind sagte, er sei für die [[»Ereignisse«]] im Hafen nicht verantwortlich.",),
    "en": ("Minister Otto Lind said he was not to blame for the [[“events”]] in the harbour.",),
}
CLEAN = {
    "de": (
        "Minister Otto Lind sagte, der Damm sei »in jeder Hinsicht sicher und gut gebaut«.",
        "Der Film »Nordwind« läuft heute.",
    ),
    "en": ("Minister Otto Lind said the dam was “safe in every respect and well built”.",),
}
#: Longest fragment, in words, that is too short to be a quotation.
WORDS = 2
KINDS = frozenset({"indirect", "indirect_free_indirect", "free_indirect", "reported"})


def check(context: Context) -> Iterator[Hit]:
    """Each quotation of a word or two within reported speech, figures and names left out."""
    document = context.document
    reported = Stretches(
        span for statement in document.statements if statement.kind in KINDS for span in statement.spans
    )
    for passage in context.passages:
        for quote in passage.quotes:
            if not quote.closed or not 0 < quote.size <= WORDS:
                continue
            start, end = passage.span(quote.open, quote.close + 1)
            inner = passage.words[quote.open + 1 : quote.close]
            named = (
                inner[0][0].isupper() and quote.open and passage.words[quote.open - 1][0].isupper()
            ) or passage.words[min(quote.close + 1, len(passage.words) - 1)][0] == "-"
            if named or any(word[0].isdigit() for word in inner) or not reported.hold(start, end):
                continue
            yield Hit(start, end, f"{context.words(start, end)}: too few words to be a quotation")
