"""quote-without-speaker: a whole sentence in quotation marks, and nobody in reach who could be saying it.

Why: a quotation is worth what its speaker is worth.
Fix: name the speaker in the same sentence or the next.
Source: Reuters Handbook, identify the speaker of a quote quickly. Said only where nobody is named around the words:
in the articles read, what else had no speaker was a proverb, a title, or a speaker that reading had missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity, Statement
from provenance.rules.context import Context, Hit, Stretches
from provenance.spans import Span

NAME = "quote-without-speaker"
TITLE = "quotation without a speaker"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "[[»So kann es hier nicht weitergehen.«]] Dann wurde abgestimmt.",
        "Vor dem Tor wurde es am Abend laut. [[„Wir gehen heute nicht nach Hause.“]] Später fielen Steine.",
        "Der Rat tagte bis in die Nacht. [[„Das Geld reicht für keine zwei Jahre mehr.“]] Um eins war Schluss.",
    ),
    "en": (
        "[[“It cannot go on like this any longer.”]] Then they voted.",
        "It grew loud at the gate. [[“We will not go home tonight.”]] Later some stones flew.",
        "The council sat until midnight. [[“The money will not last for two years.”]] Then the meeting closed.",
    ),
}
CLEAN = {
    "de": (
        "»So kann es hier nicht weitergehen«, sagte Ina Holm. Dann wurde abgestimmt.",
        "Der Film »Der lange Weg« läuft heute.",
        "„Ja, es gibt hier Grund zur Sorge.“ Das musste Minister Otto Lind im Landtag einräumen.",
        "Die alten Regeln heißen so:\n\n„Im Mai ist der Frost noch nicht vorbei.“\n\n„Wer zu früh sät, der erntet spät im Jahr.“",
    ),
    "en": (
        "“It cannot go on like this any longer,” Ina Holm said. Then they voted.",
        "The campaign is called “We are all on this.” It started in May.",
        "“There is reason to worry in this town.” So wrote Minister Otto Lind in his letter.",
        "It hits you: “Oh no, now I have to do it all again!” Most beginners know that.",
    ),
}
#: Fewer words than this are a title, a motto or a name as often as somebody's words.
LEAST = 5
_ENDS = ".!?"


def check(context: Context) -> Iterator[Hit]:
    """Each whole sentence of its own that no speaker was found for and around which nobody is named."""
    text = context.document.text
    apart = Stretches(Span(block.start, block.end) for block in context.document.blocks if block.kind in ("headline", "kicker", "subheading", "caption"))  # fmt: skip
    for statement in context.document.statements:
        attribution = statement.attribution
        if statement.kind != "direct" or statement.parent is not None or attribution is None:
            continue
        if attribution.speaker or attribution.source or apart.hold(statement.start, statement.end):
            continue
        if _is_sentence(text, statement) and not context.named_near(statement.start, statement.end):
            yield Hit(statement.start, statement.end, statement.id)


def _is_sentence(text: str, statement: Statement) -> bool:
    """Whether the words are a sentence among others: no paragraph of its own, nothing that opens it before a colon."""
    inner = statement.text.strip().rstrip("“”«»\"'‘’„")
    before = text[max(0, statement.start - 3) : statement.start].rstrip(" ")[-1:]
    after = text[statement.end : statement.end + 3].lstrip(" ")[:1]
    alone = before in ("", "\n") and after in ("", "\n")
    whole = inner[-1:] in _ENDS and len(inner.split()) >= LEAST
    return whole and not alone and before in ("", "\n", *_ENDS)
