"""anonymous-no-reason: somebody is not named, and nothing says why.

Why: readers grant anonymity when they know what it is for: fear for a job is another reason than party tactics.
Fix: say why the source is not named, or name it.
Source: AP News Values and Principles; SPJ Code of Ethics; JTI (CWA 17493) 12.1. That somebody wishes no name is no
reason yet. German "Kreise" are left out by convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.unnamed import described, forms

NAME = "anonymous-no-reason"
TITLE = "unnamed source without a reason"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Wie [[Brancheninsider]] der Zeitung Nordkurier berichten, ist der Verkauf beschlossen.",
        "[[Zwei mit dem Vertrag vertraute Personen]] sagten, er sei unterschrieben.",
        "Der Verkauf ist beschlossen, heißt es [[unter Berufung auf einen Regierungsbeamten]].",
        "[[Ein Informant aus der Werft]] sagte, der Verkauf sei beschlossen.",
        "Wie [[aus dem Umfeld des Bürgermeisters]] verlautet, will er gehen.",
        "[[Ein hochrangiger Beamter]] bestätigte den Verkauf.",
        "[[Ein mit der Sache vertrauter Jurist]] sagte, der Vertrag sei nichtig.",
        "[[Ein ehemaliger Mitarbeiter]] sagte, der Verkauf sei beschlossen.",
        "Das sagt der Chef einer Werft, [[der nicht genannt werden will]].",
        "[[Ein Informant aus der Werft]] sagte, der Verkauf sei beschlossen. Das Wasser steigt.\n\n[[Zwei mit dem Vertrag vertraute Personen]] sagten, er sei unterschrieben.",
    ),
    "en": (
        "The boats left the port at night, according to [[a local port source]].",
        "The contract has been signed, according to [[two people familiar with the talks]].",
        "[[A source close to the owner]] said that the contract had been signed.",
        "[[Three officials briefed on the plan]] said it would fail.",
        "The contract has been signed, [[according to industry sources]] cited by the Nordby Post.",
        "[[A senior official]] confirmed the sale.",
        "[[Sources close to the talks]] said that the deal was dead.",
        "[[A lawyer familiar with the case]] said that the contract was void.",
        "[[A former defence official]] said that the contract had been signed.",
        "The contract had been signed, said [[an employee who asked not to be named]].",
        "[[A source close to the owner]] said that the contract had been signed. The water is rising.\n\n[[Three officials briefed on the plan]] said it would fail.",
    ),
}
CLEAN = {
    "de": (
        "Zwei mit dem Vertrag vertraute Personen sagten, er sei unterschrieben. Sie wollten aus Angst um ihre Stelle nicht genannt werden.",
        "Aus Regierungskreisen hieß es, der Verkauf sei beschlossen.",
        "Ein hochrangiger Beamter bekam einen Orden. Otto Lind wuchs im Umfeld des Hafens auf.",
        "Der Informant Otto Lind sagte, der Verkauf sei beschlossen.",
        "Ein Sprecher der Werft sagte, der Verkauf sei beschlossen.",
    ),
    "en": (
        "Two people familiar with the talks, who were not authorized to speak publicly, said it had been signed.",
        "A source close to the owner said so and asked not to be named because she feared for her job.",
        "A senior official received a medal.",
        "People familiar with the harbour know the wind there.",
        "A spokeswoman for the yard said that the contract had been signed.",
    ),
}
#: Code points around the words in which a reason may stand.
NEAR = 320
#: So many are enough to say that a story rests on people without names.
MOST = 3


def check(context: Context) -> Iterator[Hit]:
    """Each unnamed source of a document, the first few and each once, unless a reason stands near it."""
    code, text = primary(context.document.language), context.document.text
    told: dict[str, int] = {}
    for start, end, statement in sorted(described(context), key=lambda row: row[0]):
        name = context.words(start, end).lower()
        if name in told or len(told) == MOST or start < max(told.values(), default=0):
            continue
        first, last = max(0, start - NEAR), end + NEAR
        if not forms(code, "reasons").search(text, first, last):
            told[name] = end
            yield Hit(start, end, statement)
