"""Interviews set in one piece: "Bote: Wie lange hält er? Lund: Ich weiß es nicht. Bote: …".

A label is one or two names and a colon at the beginning of a sentence. Labels that come back make a dialogue; whoever
of them asks most is the house and says nothing, unless paragraphs without a label ask. What stands behind the others, up
to the next label, is theirs, word for word. Of 493 German texts from wires and archives sixteen are of this form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Range, Speaker
from provenance.passage import Passage

#: So many labels make a dialogue, of which one comes back so often.
LABELS, AGAIN = 6, 3
#: Words of a label.
LONGEST = 3
#: Share of the turns of who asks that hold a question.
ASKING = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """What one label has: its words, where it stands, and the range behind it up to the next label."""

    label: str
    passage: int
    named: Range
    said: Range


def read_dialogue(
    grammar: Grammar, passages: Sequence[Passage]
) -> Mapping[int, Sequence[tuple[Range, Candidate | None]]]:
    """Number of a passage → ranges of its tokens with the answer in each, None for a question; empty for no dialogue."""
    row = next(iter(grammar.rows_by("none", "answer")), None)
    turns = [turn for number, passage in enumerate(passages) for turn in _turns(grammar, passage, number)]
    often = Counter(turn.label for turn in turns)
    if row is None or len(turns) < LABELS or len(often) < 2 or often.most_common(1)[0][1] < AGAIN:
        return {}
    asked = sum(passage.words[-1] == "?" and not _turns(grammar, passage, 0) for passage in passages)
    if not grammar.words.question_labels.isdisjoint(label.lower() for label in often):
        return {}  # "Q: … A: …": who is asked stands before the questions
    house = _house(passages, turns)
    if house is None and asked < AGAIN:
        return {}
    turns = [turn for turn in turns if often[turn.label] > 1 or house is not None]
    found: dict[int, list[tuple[Range, Candidate | None]]] = {}
    for turn in turns:
        speaker = Speaker((turn.named,), "label of an answer")
        answer = Candidate(row, turn.passage, (turn.said,), (), (), speaker, weight=row.confidence.content)
        whole = (turn.named[0], turn.said[1])
        found.setdefault(turn.passage, []).append((whole, None if turn.label == house else answer))
    return found


def _house(passages: Sequence[Passage], turns: Sequence[Turn]) -> str | None:
    """The label whose turns are questions; None where none asks more than the others."""
    asked: Counter[str] = Counter()
    for turn in turns:
        asked[turn.label] += "?" in passages[turn.passage].words[slice(*turn.said)]
    often = Counter(turn.label for turn in turns)
    label, questions = asked.most_common(1)[0]
    return label if questions >= max(ASKING * often[label], 2) else None


def _turns(grammar: Grammar, passage: Passage, number: int) -> list[Turn]:
    labels = [
        (first, end) for first, after in passage.sentences if (end := _label(passage, first, after)) > first
    ]
    ends = [*(first for first, _ in labels), len(passage.words)][1:]
    return [
        Turn(" ".join(passage.words[first:end]), number, (first, end), (end + 1, after))
        for (first, end), after in zip(labels, ends, strict=True)
        if after > end + 1
    ]


def _label(passage: Passage, first: int, after: int) -> int:
    """The colon behind a label that opens a sentence; its first token where none does."""
    for at in range(first, min(first + LONGEST + 1, after - 1)):
        word = passage.words[at]
        if word == ":":
            return at
        if not (word[0].isupper() and word[-1].isalpha()):
            break
    return first
