"""headline-quote-drift: the headline quotes words that stand otherwise in the text.

Why: marks promise the very words; a headline that sharpens them puts words into somebody's mouth.
Fix: quote what was said, or drop the marks.
Source: German Press Council, decision 0505/12/2; Press Code, guideline 2.4 (the sense must be kept, words may be cut).
Said where the text has a quotation that shares most of its words and is another one, and not where it only leaves words out;
and where a headline has a speaker say what stands nowhere in a text that quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from provenance.languages import primary
from provenance.match.keys import GRAMMAR
from provenance.model import Block, Severity
from provenance.rules.context import Context, Hit, Stretches
from provenance.spans import Span
from provenance.words import later, patterns

NAME = "headline-quote-drift"
TITLE = "headline quotes other words than the text"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "markdown"
FLAGGED = {
    "de": (
        "# Lind: [[„Der Damm wird bald brechen“]]\n\n„Der Damm könnte bald brechen“, sagte Otto Lind am Montag im Rat.\n",
        "# Holm: [[„Wir streiken bis zum Sieg“]]\n\n„Wir streiken nicht bis zum Sieg“, sagte Ina Holm.\n",
        "# [[„Das Geld ist weg“]]\n\n„Das Geld ist fast weg“, sagte Otto Lind.\n",
        "# Lind: [[„Bringt viele Boote, der Hafen wartet schon“]]\n\n„Ich denke, dass sie viele Boote bringen werden. Der Hafen wartet schon“, sagte Otto Lind.\n",
        "# Lind: [[„Wir lassen uns den Hafen nie nehmen“]]\n\n„Der Streik geht weiter“, sagte Otto Lind am Montag. Die Arbeiter von Nordby bleiben im Hafen.\n",
    ),
    "en": (
        "# Lind: [[“The dam will break soon”]]\n\n“The dam could break soon,” Otto Lind said on Monday.\n",
        "# Holm: [[“We strike until we win”]]\n\n“We never strike until we win,” Ina Holm said.\n",
        "# [[“All the money is gone”]]\n\n“All the money is nearly gone,” Otto Lind said.\n",
        "# Lind: [[“Nobody will ever take this port away”]]\n\n“The strike goes on,” Otto Lind said on Monday. The workers stay in the port.\n",
    ),
}
CLEAN = {
    "de": (
        "# Lind: „Der Damm bricht“\n\n„Der Damm bricht bald“, sagte Otto Lind.\n",
        "# Reeder warnt vor „Kränen aus Nordby“\n\n„Kräne dürfen nicht aus Nordby kommen“, sagte Otto Lind.\n",
        "# Film „Der lange Weg“ läuft an\n\nDer Film läuft heute. „Ich freue mich“, sagte Ina Holm.\n",
        "# Lind: „Der Damm muss weg“\n\n„Der alte Damm im Tal muss weg“, sagte Otto Lind.\n",
        "# Film: „Der lange Weg nach dem Süden“\n\n„Ich freue mich“, sagte Ina Holm.\n",
        "# Was kostet „die Wärme der Erde“?\n\n„Die Bohrung ist teuer, und die Leitung auch“, sagte Otto Lind.\n",
    ),
    "en": (
        "# Lind: “The dam breaks”\n\n“The dam breaks soon,” Otto Lind said.\n",
        "# Film “The Long Way” opens\n\nThe film opens today. “I am glad,” Ina Holm said.\n",
        "# Lind: “The dam must go”\n\n“The old dam in the valley must go,” Otto Lind said.\n",
        "# Film: “The Long Way to the South”\n\n“I am glad,” Ina Holm said.\n",
    ),
}
#: Fewer words than this are a title or a catchword.
LEAST = 4
#: Part of the headline's words that the text's quotation must share to be the same one.
SAME = 0.6
#: The same of two sentences, of which more words are there by chance.
PAIRED = 0.65
#: So many of them must be longer than so many letters.
CONTENT, SHORT = 2, 2
#: Letters by which two forms of a word are one: a headline may decline what it quotes.
STEM = 5
#: Longest quotation of a headline, in code points.
LONGEST = 200
#: So many words make a quotation a sentence, which nobody has as a catchword.
WHOLE = 5
#: Times that a speaker's name stands in a text that lets him speak: in the headline and in the story.
NAMED = 2
#: Words of grammar as they are compared.
_GRAMMAR = frozenset(word[:STEM] for word in GRAMMAR)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_MARKS = "„“”»«‚‘’\"' "
_NAMED = later(lambda: re.compile(r"([^\W\d_][\w’'-]+):\s*$"))
_QUOTED = later(lambda: re.compile(r"[„“”»‚‘«\"]((?:[^„“”»«\"‚‘’\n]|(?<=\w)’(?=\w)){6,200})[“”«»\"‘’]"))
_WORD = later(lambda: re.compile(r"[^\W_]+"))


def check(context: Context) -> Iterator[Hit]:
    """Each quotation of a headline whose words stand nowhere in the text, with the one that is nearest to it."""
    document = context.document
    heads = Stretches(Span(one.start, one.end) for one in document.blocks if one.kind in HEADS)
    said = [
        (one, _words(one.text))
        for one in document.statements
        if one.kind == "direct" and not heads.hold(one.start, one.start + 1)
    ]
    body = [word for _, words in said for word in words]
    strong = patterns(primary(document.language), "desk", "weighty")
    for block in document.blocks:
        if block.kind not in HEADS:
            continue
        for match in _QUOTED.finditer(document.text, block.start, block.end):
            wanted = _words(match[1])
            if len(wanted) < LEAST or _stands(wanted, body) or len(_content(wanted)) < CONTENT:
                continue
            nearest = max(said, key=lambda row: _shared(wanted, row[1]), default=None)
            if nearest is None:
                continue
            if _shared(wanted, nearest[1]) < SAME or not (near := _nearest(wanted, nearest[0].text)):
                if _is_announced(context, block, match.start()) and _is_nowhere(context, block, wanted):
                    yield Hit(*match.span(), form="nowhere", said={"words": match[1]})
                continue
            if _differs(wanted, near, strong):
                yield Hit(*match.span(), nearest[0].id, said={"words": match[1], "body": near})


def _is_announced(context: Context, block: Block, at: int) -> bool:
    """Whether the quotation stands behind a colon, and before that a name that the text has too: "Lind: “…”"."""
    named = _NAMED.search(context.document.text[block.start : at])
    return named is not None and context.document.text.count(named[1]) >= NAMED


def _is_nowhere(context: Context, block: Block, wanted: list[str]) -> bool:
    """Whether no run of words of the rest of the text is the quotation, and it has most of its words nowhere."""
    text = context.document.text
    rest = _words(f"{text[: block.start]} {text[block.end :]}")
    here = set(rest)
    content = [word for word in wanted if len(word) > SHORT]
    missing = sum(word not in here for word in content)
    return len(wanted) >= WHOLE and not _stands(wanted, rest) and missing >= (1 - SAME) * len(content)


HEADS = frozenset({"headline", "kicker"})


def _words(text: str) -> list[str]:
    return [word.lower()[:STEM] for word in _WORD.findall(text)]


def _stands(wanted: list[str], body: list[str]) -> bool:
    """Whether the words stand in the text's quotations in this order side by side."""
    return f" {' '.join(wanted)} " in f" {' '.join(body)} "


def _shared(wanted: list[str], other: list[str]) -> float:
    content = _content(wanted)
    return sum(word in other for word in content) / len(content)


def _nearest(wanted: list[str], text: str) -> str:
    """The sentence of a quotation, or the two, that share most words with the headline's; "" if none has enough of them."""
    sentences = _SENTENCE.split(" ".join(text.split()))
    pairs = [f"{one} {following}" for one, following in pairwise(sentences)]
    for many, least in ((sentences, SAME), (pairs, PAIRED)):
        nearest = max(many, key=lambda one: _shared(wanted, _words(one)), default="")
        if nearest and _shared(wanted, _words(nearest)) >= least:
            return nearest.strip(_MARKS)[:LONGEST]
    return ""


def _content(wanted: list[str]) -> list[str]:
    """The words that may tell one quotation from another; the shortest and those of grammar are in all of them."""
    return [word for word in wanted if len(word) > SHORT and word not in _GRAMMAR]


def _differs(wanted: list[str], text: str, strong: re.Pattern[str]) -> bool:
    """Whether the headline has words that the quotation has not, or leaves out one that turns it: not, nearly, could."""
    whole = [word.lower() for word in _WORD.findall(text)]
    other = [word[:STEM] for word in whole]
    added = [word for word in _content(wanted) if word not in other]
    start = min((other.index(word) for word in wanted if word in other), default=0)
    end = max((len(other) - other[::-1].index(word) for word in wanted if word in other), default=0)
    lost = [word for word in whole[start:end] if word[:STEM] not in wanted]
    return bool(added) or any(strong.fullmatch(word) for word in lost)
