"""What a report says in the paper's own voice, in paragraphs near which nobody is named who could have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Block
from provenance.rules.context import Context
from provenance.rules.sought import sought
from provenance.words import patterns

#: So many speakers make a text a report; a guide or a column that asks nobody is no report.
VOICES = 2


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
    alone: bool = False,
    answered: bool = False,
) -> Iterator[tuple[Block, re.Match[str]]]:
    """The words of a list where no statement of the paragraph has a source.

    Lists of `silent` are of words that make a sentence known or none of the paper's. `counted`: of figures, which
    anybody in the sentences around may have counted, also one for whom no statement was found. `alone`: only the
    sentence is looked at, for the indicative beside somebody's words is the paper's own. `answered`: only from the
    sentence on, for criticism is shown behind the word for it and not before. In an interview everything is somebody's.
    """
    code, text = primary(context.document.language), context.document.text
    for block, match in () if context.asks else context.own_words(sought(code, name), crowds=True):
        sentence = context.sentence(match.start(), block)
        if any(forms(code, other).search(text, *sentence) for other in silent):
            continue
        start, end = context.around(sentence, block) if counted else sentence
        whole = sentence if alone else (sentence.start if answered else block.start, block.end)
        if counted:
            whole = (start, end)
        around = ((start, match.start()), (match.end(), end))
        if context.sourced_in(*whole) or any(forms(code, "counters").search(text, *one) for one in around):
            continue
        yield block, match
