"""Headlines that say whose words they are before a colon: "Studie: Jeder Dritte schläft schlecht".

Words before a colon in a headline are mostly its topic or place ("Ulm: Brücke wird teurer"), names among them ("Ida
Lund: Die Frau am Damm"): on 434 stored pages none of 13 such labels said what followed. Documents and those whose trade
is to report do. Behind the colon must stand a clause: "Polizei: 200 Stellen" has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Row, Speaker, candidate
from provenance.passage import Passage

#: Blocks of a document that are headlines.
HEADLINES = frozenset({"headline", "kicker", "subheading"})
#: A label before the colon has at most so many words.
LONGEST_LABEL = 5


def read_headlines(grammar: Grammar, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """Number of a passage → what its headline says by a label; empty where no headline has one."""
    row = next(iter(grammar.rows_by("label", "behind label")), None)
    if row is None:
        return {}
    named = [number for number, passage in enumerate(passages) if passage.block.kind in HEADLINES]
    found = ((number, _labelled(grammar, row, passages[number], number)) for number in named)
    return {number: one for number, one in found if one is not None}


def _labelled(grammar: Grammar, row: Row, passage: Passage, number: int) -> Candidate | None:
    colon = next(
        (at for at in range(1, min(LONGEST_LABEL + 1, len(passage.words) - 2)) if passage.words[at] == ":"), 0
    )
    if not colon or passage.quoted(0) or passage.quoted(colon + 1):
        return None
    sentence = grammar.read(passage, number, 0, passage.sentences[0][1])
    said = [clause for clause in sentence.clauses if clause.start > colon]
    if not said or said[0].finite < 0 or not _speaks(row, passage, colon):
        return None
    content = [(colon + 1, sentence.body)]
    speaker = Speaker(((0, colon),), "label of a headline")
    return candidate(row, sentence, content, ((colon, colon + 1),), [(0, colon + 1)], speaker)


def _speaks(row: Row, passage: Passage, colon: int) -> bool:
    """Whether the last word before the colon is a noun for a document or for those who report."""
    label = passage.words[:colon]
    return all(word[0].isalnum() for word in label) and passage.lower[colon - 1].endswith(row.cue.endings)
