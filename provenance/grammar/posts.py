"""What a text shows in paragraphs of their own: posts with who wrote them behind, and words behind a colon.

"— Ida Lund (@lund)" is the form in which platforms hand posts to pages; all 45 on 640 stored pages have it. A handle by
itself signs what readers wrote, where there are several. A name does not: it is as often the heading of what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.glyphs import DASHES
from provenance.grammar.engine import Grammar
from provenance.grammar.joins import announcement
from provenance.grammar.records import Candidate, Range, Row, Speaker
from provenance.passage import Passage

#: A name before a handle has at most so many words.
LONGEST_NAME = 8
QUOTED_BLOCK = "blockquote"
#: Blocks in which somebody's words stand without marks.
SHOWN = frozenset({"blockquote", "paragraph"})
#: So many handles by themselves sign letters.
LETTERS = 3
#: What is shown behind a colon has at least so many words.
SHORTEST = 6


def read_posts(grammar: Grammar, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """Number of a passage → the post in it, None for its signature; empty where there are none."""
    row = next(iter(grammar.rows_by("none", "post")), None)
    found = _announced(grammar, passages)
    if row is not None:
        found |= _letters(row, passages)
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
        if not any(word.isalpha() for word in passage.words):
            continue  # a link, or signs alone
        content = ((0, len(passage.words)),)
        found[at] = Candidate(row, at, content, (), (), speaker, weight=row.confidence.content)
    return found


def _letters(row: Row, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """What readers wrote, a paragraph each, signed in the next by a handle and nothing else: at least three of them, for
    in a forum such a handle addresses whoever wrote before."""
    signed = [
        number
        for number in range(1, len(passages))
        if _is_handle(passages[number])
        and not _is_handle(passages[number - 1])
        and passages[number - 1].block.kind in SHOWN
    ]
    found: dict[int, Candidate | None] = {}
    for number in signed if len(signed) >= LETTERS else ():
        passage, before = passages[number], passages[number - 1]
        end = len(passage.words) - (passage.words[-1] == ".")
        speaker = Speaker(((0, end),), "signature", number)
        content = ((0, len(before.words)),)
        found[number - 1] = Candidate(
            row, number - 1, content, (), (), speaker, weight=row.confidence.content
        )
        found[number] = None
    return found


def _is_handle(passage: Passage) -> bool:
    """Whether a passage is a handle, with or without its full stop."""
    words = passage.words[:-1] if passage.words[-1] == "." else passage.words
    return bool(words) and words[0].startswith("@") and len(words) <= 2 and len("".join(words)) > 1


def _announced(grammar: Grammar, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """Paragraphs without marks behind one that ends in a verb of saying and a colon: "Lund added:"."""
    found: dict[int, Candidate | None] = {}
    showing = grammar.words.showing
    for number in range(len(passages) - 1) if showing else ():
        passage, behind = passages[number], passages[number + 1]
        if passage.words[-1] != ":" or len(passage.words) < 2 or passage.lower[-2] not in showing:
            continue
        if behind.block.kind not in SHOWN or len(behind.words) < SHORTEST or behind.quoted(0):
            continue
        first, after = passage.sentences[-1]
        frame = announcement(grammar, grammar.read(passage, number, first, after))
        if frame is not None:
            content = ((0, len(behind.words)),)
            found[number + 1] = replace(frame, passage=number + 1, content=content, home=number)
    return found
