"""Posts that a page shows between its own paragraphs: what is said, and behind it who posted it, "— Ida Lund (@lund)".

The signature is the form in which platforms hand posts to pages; all 45 on 640 stored pages have it.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.glyphs import DASHES
from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Range, Row, Speaker
from provenance.passage import Passage

#: A name before a handle has at most so many words.
LONGEST_NAME = 8
QUOTED_BLOCK = "blockquote"


def read_posts(grammar: Grammar, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """Number of a passage → the post in it, None for its signature; empty where there are none."""
    row = next(iter(grammar.rows_by("none", "post")), None)
    found: dict[int, Candidate | None] = {}
    for number, passage in enumerate(passages) if row is not None else ():
        name = _signature(passage)
        if name is None or row is None:
            continue
        posted = _posted(row, passages, number, Speaker((name,), "signature", number), found)
        if posted:
            found.update(posted)
            found[number] = None
    return found


def _signature(passage: Passage) -> Range | None:
    """The name between the dash and the handle of a signature."""
    words = passage.words
    if words[0] not in DASHES:
        return None
    for at in range(2, min(LONGEST_NAME + 2, len(words) - 1)):
        if words[at] == "(":
            return (1, at) if words[at + 1].startswith("@") else None
    return None


def _posted(
    row: Row, passages: Sequence[Passage], number: int, speaker: Speaker, taken: dict[int, Candidate | None]
) -> dict[int, Candidate | None]:
    """The quoted blocks right before a signature."""
    found: dict[int, Candidate | None] = {}
    for at in range(number - 1, -1, -1):
        passage = passages[at]
        if at in taken or passage.block.kind != QUOTED_BLOCK:
            break
        content = ((0, len(passage.words)),)
        found[at] = Candidate(row, at, content, (), (), speaker, weight=row.confidence.content)
    return found
