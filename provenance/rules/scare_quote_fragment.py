"""scare-quote-fragment: one or two quoted words whose marks nobody in the sentence answers for.

Why: so few words quote nothing that could be checked; where the speaker is not in the sentence, the marks distance
the paper from a word, or make somebody look odd, and nobody says whose distance it is.
Fix: drop the marks, or quote the sentence with its speaker.
Source: German Press Code, Ziffer 2 (sense not distorted by editing); Der gute Journalist, "Fremde Rede".
Said of words that an adjective of distance stands before, and of a list of soft and hard words for what happened:
"events", "mob". Other words in marks were a speaker's own, a term or a name in eight of eleven places.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity, Statement
from provenance.passage import Passage
from provenance.rules.context import Context, Hit, Stretches
from provenance.words import patterns, words

NAME = "scare-quote-fragment"
TITLE = "a word or two in quotation marks"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Minister Otto Lind sagte, der Hafen sei ruhig. Für die [[»Ereignisse«]] dort trage er keine Verantwortung.",
        "Der Reeder verteidigte seine angeblichen [[„Wohltaten“]] vor dem Rat.",
        "Am Tor stand ein [[„Journalist“]] aus Nordby.",
        "Otto Lind sprach von einem vermeintlichen [[„Sieg“]] seiner Gegner.",
    ),
    "en": (
        "Minister Otto Lind attacked the owner for his supposed [[“lies”]] about the harbour.",
        "The owner defended his alleged [[“good deeds”]] before the council.",
        "Lind said he would not speak about the purported [[“victory”]] of his rivals.",
        "The [[“reporter”]] left the hall at noon.",
        "The yard took in two hundred [[“refugees.”]]",
        "The workers met the self-styled [[“caretaker”]] council in the port.",
    ),
}
CLEAN = {
    "de": (
        "Minister Otto Lind sagte, der Damm sei »in jeder Hinsicht sicher und gut gebaut«.",
        "Der Film »Nordwind« läuft heute.",
        "Minister Otto Lind sagte, er sei für die »Ereignisse« im Hafen nicht verantwortlich.",
        "Minister Otto Lind lobte den Rat. Der Beschluss sei »folgerichtig«.",
        "Lind sagte, das Spiel sei gut. Ein Wort wie „Deichgraf“ verstehe jeder.",
    ),
    "en": (
        "Minister Otto Lind said the dam was “safe in every respect and well built”.",
        "Minister Otto Lind said he was not to blame for the “events” in the harbour.",
        "The owner paid six million for the word “We”.",
        "Lind called the plan a “disaster” and vowed to “rip up” the contract.",
    ),
}
#: Longest fragment, in words, that is too short to be a quotation.
WORDS = 2
KINDS = frozenset({"indirect", "indirect_free_indirect", "free_indirect", "reported"})
#: Words before the fragment among which what it is may be told.
BEFORE = 3


def check(context: Context) -> Iterator[Hit]:
    """Each quotation of a word or two that is held at arm's length, or is soft or hard for what happened; names left out."""
    code = primary(context.document.language)
    distant = words(code, "desk", "distancing")
    euphemisms = patterns(code, "desk", "euphemisms")
    framed = Stretches(
        span
        for one in context.document.statements
        if one.kind in KINDS and not _is_carried(one)
        for span in one.spans
    )
    for passage in context.passages:
        for quote in passage.quotes:
            if not quote.closed or not 0 < quote.size <= WORDS or _is_name(passage, quote.open, quote.close):
                continue
            start, end = passage.span(quote.open, quote.close + 1)
            before = passage.lower[max(0, quote.open - BEFORE) : quote.open]
            if before[-1:] and before[-1] in distant:
                yield Hit(start, end, form="distant")
            elif euphemisms.fullmatch(context.words(start + 1, end - 1).rstrip(",.")) and not framed.hold(
                start, end
            ):
                yield Hit(start, end)


def _is_carried(statement: Statement) -> bool:
    """Whether the statement's speaker stands in an earlier sentence."""
    return statement.kind in KINDS and any(flag.code == "carried_over" for flag in statement.flags)


def _is_name(passage: Passage, first: int, last: int) -> bool:
    """Whether the quoted words are a figure, a name or a title by what they are and what they stand beside."""
    inner = passage.words[first + 1 : last]
    before = passage.words[first - 1] if first else ""
    after = passage.words[last + 1] if last + 1 < len(passage.words) else ""
    beside = inner[0][0].isupper() and before[:1].isupper()
    names = len(inner) > 1 and all(word[0].isupper() for word in inner)
    return beside or names or after == "-" or before == "(" or any(word[0].isdigit() for word in inner)
