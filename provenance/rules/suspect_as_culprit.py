"""suspect-as-culprit: who is only arrested is called the thief, the murderer, the one who did it.

Why: until a court has judged, an arrested person is a suspect; the word that convicts is printed once and stays.
Fix: say that the person is suspected, and by whom.
Source: German Press Code, Ziffer 13 and guideline 13.1 (presumption of innocence); AP Stylebook, accused and alleged.
Said of a noun that convicts beside an arrest, in the paper's own words and in headlines; silent where the sentence keeps
the suspicion or speaks of nobody in particular, and where the text tells of a conviction, a confession or the very act.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import BODY, Context, Hit
from provenance.rules.sought import sought
from provenance.rules.unsourced import forms

NAME = "suspect-as-culprit"
TITLE = "arrested, and called the culprit"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Die Polizei [[nahm den Täter]] am Abend im Hafen fest.",
        "Der [[Brandstifter]] wurde am Kran gefasst.",
        "Die [[Einbrecher]] sitzen in Untersuchungshaft.",
    ),
    "en": (
        "Officers [[arrested the burglar]] at the crane in the evening.",
        "The [[arsonist]] was caught at the crane.",
        "The [[thieves]] are in custody.",
    ),
}
CLEAN = {
    "de": (
        "Die Polizei nahm den mutmaßlichen Täter am Abend im Hafen fest.",
        "Die Täter wurden bisher nicht gefasst.",
        "Der Brandstifter wurde am Kran gefasst. Vor Gericht legte er ein Geständnis ab.",
        "„Der Brandstifter wurde gefasst“, sagte Otto Lind.",
    ),
    "en": (
        "Officers arrested the suspected burglar at the crane in the evening.",
        "The thieves have not been caught.",
        "The arsonist was caught at the crane and later pleaded guilty.",
        "“The arsonist was caught,” Otto Lind said.",
    ),
}
#: A headline convicts as the text does.
READ = BODY | {"headline", "subheading"}


def check(context: Context) -> Iterator[Hit]:
    """Each word that convicts an arrested person, in a text that tells of no conviction."""
    code, text = primary(context.document.language), context.document.text
    for block, match in context.own_words(sought(code, "culprits"), kinds=READ):
        if forms(code, "proven").search(text):
            return
        if not forms(code, "suspicion").search(text, *context.sentence(match.start(), block)):
            yield Hit(*match.span())
