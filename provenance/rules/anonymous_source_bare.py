"""anonymous-source-bare: a source without a name and without a word on who it is.

Why: "simply quoting 'a source' is not allowed": attribution must let readers weigh what they read.
Fix: say what the source is, how it knows, and why it is not named.
Source: AP News Values and Principles, anonymous sources; Reuters Handbook, sourcing.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.words import phrases

NAME = "anonymous-source-bare"
TITLE = "unnamed source without any description"
SEVERITY = Severity.ERROR
FLAGGED = {
    "de": ("[[Ein Insider]] sagte, der Vertrag sei unterschrieben.",),
    "en": ("[[A source]] said the contract had been signed.",),
}
CLEAN = {
    "de": ("Ein Insider aus der Rechtsabteilung der Reederei sagte, der Vertrag sei unterschrieben.",),
    "en": ("A source in the legal department of the shipping line said the contract had been signed.",),
}
#: Words of a speaker that are not more than "a source": an article, a number and the noun itself.
BARE_WORDS = 2


def check(context: Context) -> Iterator[Hit]:
    """Each statement of an unnamed source of which nothing more is said."""
    circles = phrases(primary(context.document.language), "entities", "circles")
    for statement in context.document.statements:
        source = context.source_of(statement)
        attribution = statement.attribution
        if (
            source is None
            or source.type != "anonymous"
            or attribution is None
            or statement.parent is not None
        ):
            continue
        if any(flag.code == "carried_over" for flag in statement.flags):
            continue
        start, end = attribution.speaker[0].start, attribution.speaker[-1].end
        words = context.words(start, end)
        if len(words.split()) <= BARE_WORDS and not any(part in words.lower() for part in circles):
            yield Hit(start, end, f"“{words}”: nothing says who this is or how it knows", statement.id)
