"""hedge-lost: the headline knows what its own text only supposes.

Why: most readers read the headline alone; a supposition that loses its "may" there is a claim that nobody made.
Fix: put the hedge into the headline.
Source: German Press Code, Ziffer 2 (headlines must not distort; unconfirmed reports must be recognisable as such).
Said where each sentence of the text that has most of the headline's words is hedged; of what an earlier text hedged
speaks `hedge-dropped`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.model import Block, Severity, Statement
from provenance.rules.content import content
from provenance.rules.context import Context, Hit

NAME = "hedge-lost"
TITLE = "headline without the hedge of its text"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED = {
    "de": (
        "# [[Reederei Falk verkauft die Werft]]\n\nDie Reederei Falk verkauft möglicherweise die Werft im Hafen.\n",
        "# [[Wärter löste Bremse des Krans]]\n\nDer Wärter löste offenbar die Bremse des Krans. Das Seil riss.\n",
        "# [[Damm von Harrow bricht]]\n\nDer Damm von Harrow bricht vielleicht noch im Mai.\n",
    ),
    "en": (
        "# [[Falk Lines sells harbour yard]]\n\nFalk Lines possibly sells its yard in the harbour of Nordby.\n",
        "# [[Guard released brake of crane]]\n\nThe guard apparently released the brake of the crane. A rope broke.\n",
        "# [[Harrow dam breaks in summer]]\n\nThe Harrow dam probably breaks in summer.\n",
    ),
}
CLEAN = {
    "de": (
        "# Reederei Falk verkauft wohl die Werft\n\nDie Reederei Falk verkauft möglicherweise die Werft im Hafen.\n",
        "# Verkauft die Reederei Falk die Werft?\n\nDie Reederei Falk verkauft möglicherweise die Werft im Hafen.\n",
        "# Wärter löste Bremse des Krans\n\nDer Wärter löste offenbar die Bremse des Krans. Die Polizei bestätigte, dass der Wärter die Bremse des Krans löste.\n",
    ),
    "en": (
        "# Falk Lines may sell harbour yard\n\nFalk Lines possibly sells its yard in the harbour of Nordby.\n",
        "# Does Falk Lines sell its yard?\n\nFalk Lines possibly sells its yard in the harbour of Nordby.\n",
        "# Guard released brake of crane\n\nThe guard apparently released the brake of the crane. Police confirmed that the guard released the brake of the crane.\n",
    ),
}
#: Part of a headline's words that a sentence must have to say the same.
SAME = 0.6
#: Shorter headlines are catchwords.
LEAST = 3
#: Marks of a headline that asks, quotes or names who says it.
_OPEN = re.compile(r"[?:„“”\"»«‘]")


def check(context: Context) -> Iterator[Hit]:
    """The headline, where the text says the same with a hedge only."""
    document = context.document
    head = next((block for block in document.blocks if block.kind == "headline"), None)
    if head is None or _OPEN.search(document.text, head.start, head.end):
        return
    wanted = content(document.text[head.start : head.end])
    if len(wanted) < LEAST or any(_doubts(one) for one in document.statements if _within(one, head)):
        return
    alike = [
        one
        for one in document.statements
        if one.parent is None and one.start >= head.end and _shares(wanted, one.text)
    ]
    if alike and all(_is_hedged(one) for one in alike):
        hedge = next(flag for flag in alike[0].flags if flag.code == "hedge")
        said = {"hedge": context.words(hedge.start, hedge.end)}
        yield Hit(head.start, head.end, alike[0].id, said=said)


def _shares(wanted: set[str], text: str) -> bool:
    return len(wanted & content(text)) >= SAME * len(wanted)


def _within(statement: Statement, block: Block) -> bool:
    return block.start <= statement.start < block.end


def _is_hedged(statement: Statement) -> bool:
    return any(flag.code == "hedge" for flag in statement.flags)


def _doubts(statement: Statement) -> bool:
    """Whether a statement of the headline is hedged, or somebody's."""
    return bool(statement.flags) or statement.attribution is not None
