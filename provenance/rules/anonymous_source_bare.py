"""anonymous-source-bare: a source without a name and without a word on who it is.

Why: "simply quoting 'a source' is not allowed": attribution must let readers weigh what they read.
Fix: say what the source is, how it knows, and why it is not named.
Source: AP News Values and Principles, anonymous sources; Reuters Handbook, sourcing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.words import words

NAME = "anonymous-source-bare"
TITLE = "unnamed source without any description"
SEVERITY = Severity.ERROR
FLAGGED = {
    "de": (
        "[[Ein Insider]] sagte, der Vertrag sei unterschrieben.",
        "[[Eine Quelle]] bestätigte, dass der Vertrag unterschrieben sei.",
        "[[Ein Informant]] sagte, der Vertrag sei unterschrieben.",
        "[[Von anderer Seite]] hieß es, der Vertrag sei unterschrieben.",
    ),
    "en": (
        "[[A source]] said the contract had been signed.",
        "According to [[one source]], Falk Lines had signed the contract.",
        "[[Sources]] said that the contract had been signed.",
        "The contract, [[sources]] said, has been signed.",
    ),
}
CLEAN = {
    "de": (
        "Ein Insider aus der Rechtsabteilung der Reederei sagte, der Vertrag sei unterschrieben.",
        "Ein Insider, der am Vertrag mitschrieb, sagte, er sei unterschrieben.",
        "Aus Regierungskreisen hieß es, der Vertrag sei unterschrieben.",
        "Zwei Insider aus der Reederei sagten, der Vertrag sei fertig. Die Insider sagten, er sei auch unterschrieben.",
        "Von anderer Seite kam der Wind.",
    ),
    "en": (
        "A source in the legal department of the shipping line said the contract had been signed.",
        "A source who wrote parts of the contract said it had been signed.",
        "Officials said the contract had been signed.",
        "Two sources in the legal department said the contract was ready. The sources said it had been signed.",
    ),
}
#: Words of a speaker that are not more than "a source": an article, a number and the noun itself.
BARE_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+")


def check(context: Context) -> Iterator[Hit]:
    """The first statement of an unnamed source in a document of which nothing more is said, before it or behind."""
    code = primary(context.document.language)
    bare, single = words(code, "desk", "bare_sources"), words(code, "desk", "single")
    known = words(code, "desk", "already_known")
    found: set[str] = set()
    described: set[str] = set()
    for statement in context.document.statements:
        attribution = statement.attribution
        if attribution is None or not attribution.speaker or statement.parent is not None:
            continue
        start, end = attribution.speaker[0].start, attribution.speaker[-1].end
        said = [word.lower() for word in _WORD.findall(context.words(start, end))]
        nouns = bare.intersection(said)
        if not nouns or any(flag.code == "carried_over" for flag in statement.flags):
            continue
        noun = next(iter(nouns))
        stem = noun[:5]
        if said[:-1] and said[0] in known:
            continue
        plain = said[-1] == noun and (len(said) == 1 or said[0] in single)
        if len(said) > BARE_WORDS or not plain or _goes_on(context.document.text, end, code):
            described.add(stem)
        elif stem not in described and stem not in found:
            found.add(stem)
            yield Hit(start, end, statement.id)
    # Where reading gave the words to somebody else: "…, dementierte eine Quelle."
    for _, match in context.own_words(sought(code, "bare_forms"), sourced=True):
        stem = _WORD.findall(match[0])[-1].lower()[:5]
        if stem not in described | found and not _goes_on(context.document.text, match.end(), code):
            found.add(stem)
            yield Hit(*match.span())


def _goes_on(text: str, end: int, code: str) -> bool:
    """Whether a relative clause, a preposition or a parenthesis follows, which may describe the source."""
    behind = text[end : end + 30].lstrip(", ")
    word = _WORD.match(behind)
    opens = word is not None and word[0].lower() in words(code, "desk", "describing")
    return opens or behind[:1] in ("(", "–", "—")
