"""What a report says in the paper's own voice, in paragraphs near which nobody is named who could have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Block
from provenance.rules.context import Context
from provenance.rules.sought import sought
from provenance.spans import Span
from provenance.words import patterns

#: So many speakers make a text a report; a guide or a column that asks nobody is no report.
VOICES = 2

#: A shorter item of a list is a row of a table and no sentence.
SHORTEST = 60


@cache
def forms(code: str, name: str) -> re.Pattern[str]:
    """A list of the desk's words as one pattern."""
    return patterns(code, "desk", name)


def unsourced(
    context: Context,
    name: str,
    silent: tuple[str, ...] = (),
    *,
    counted: bool = False,
    answered: bool = False,
) -> Iterator[tuple[Block, re.Match[str]]]:
    """The first words of a list in each paragraph of a report of which the sentence names nobody.

    Lists of `silent` are of words that make a sentence known or none of the paper's. The indicative beside somebody's
    words is the paper's own, so only the sentence is looked at. `counted`: of figures, whose source the sentence before
    or behind may tell. `answered`: also the rest of the paragraph, for criticism is shown behind the word for it. In an
    interview everything is somebody's, and a guide, a column or a firm's own page, which says "you" and "we", is no report.
    """
    code, text = primary(context.document.language), context.document.text
    own = () if context.asks or context.personal else context.own_words(sought(code, name), crowds=True)
    told = None
    for block, match in own:
        if block is told:
            continue
        sentence = context.sentence(match.start(), block)
        if block.kind == "list_item" and block.end - block.start < SHORTEST:
            continue
        if any(forms(code, other).search(text, *sentence) for other in silent):
            continue
        if context.sourced_in(sentence.start, block.end if answered else sentence.end):
            continue
        beside = ((sentence.start, match.start()), (match.end(), sentence.end))
        if any(forms(code, "attributed").search(text, *one) for one in beside):
            continue
        if counted and _told_nearby(context, sentence, block):
            continue
        told = block
        yield block, match


def _told_nearby(context: Context, sentence: Span, block: Block) -> bool:
    """Whether the sentence before or behind, in the same block, tells whose the figures are."""
    around, told = (
        context.around(sentence, block),
        forms(primary(context.document.language), "counted_nearby"),
    )
    nearby = ((around.start, sentence.start), (sentence.end, around.end))
    return any(told.search(context.document.text, *one) for one in nearby)
