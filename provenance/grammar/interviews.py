"""Interviews without marks: paragraphs that ask, and paragraphs between them that answer.

An answer is what its giver said, word for word, whatever it reports itself; a question says nothing. That a text is
an interview is told by its form alone (three questions, answers in the first person), and only where the text says
who is asked: "im Gespräch mit X", "Herr X, …?".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Row, Speaker
from provenance.passage import Passage

#: So many questions make an interview; none has more words.
QUESTIONS, LONGEST_QUESTION = 3, 90
#: Share of answers that are in the first person.
FIRST_PERSON = 0.5
#: A label before an answer ("Lund: …") ends within so many words.
LABEL = 5
#: Blocks that can answer.
ANSWERING = frozenset({"paragraph", "lead", "blockquote", "list_item"})


def read_interview(grammar: Grammar, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """Number of a passage → the answer in it, None for a question; empty for what is no interview."""
    row = next(iter(grammar.rows_by("none", "answer")), None)
    if row is None:
        return {}
    asks = [number for number, passage in enumerate(passages) if _asks(passage)]
    if len(asks) < QUESTIONS:
        return {}
    answers = list(_answers(grammar, passages, asks))
    personal = sum(_is_personal(grammar, passages[number]) for number in answers)
    if len(answers) < QUESTIONS or personal < FIRST_PERSON * len(answers):
        return {}
    speaker = _who(grammar, passages, asks)
    if speaker is None:
        return {}
    found: dict[int, Candidate | None] = dict.fromkeys(asks)
    found.update((number, _answer(row, passages[number], number, speaker)) for number in answers)
    return found


def _asks(passage: Passage) -> bool:
    return passage.words[-1] == "?" and len(passage.words) <= LONGEST_QUESTION and not passage.quoted(0)


def _is_personal(grammar: Grammar, passage: Passage) -> bool:
    return not grammar.words.personals.isdisjoint(passage.lower)


def _answers(grammar: Grammar, passages: Sequence[Passage], asks: Sequence[int]) -> Iterator[int]:
    """The passages behind a question up to the next; behind the last only as long as somebody speaks of himself."""
    questions = frozenset(asks)
    for number in range(asks[0] + 1, len(passages)):
        passage = passages[number]
        if number in questions or passage.block.kind not in ANSWERING:
            continue
        if number > asks[-1] + 1 and not _is_personal(grammar, passage):
            return
        yield number


def _answer(row: Row, passage: Passage, number: int, speaker: Speaker) -> Candidate:
    colon = next((at for at in range(1, min(LABEL, len(passage.words) - 1)) if passage.words[at] == ":"), -1)
    labelled = colon > 0 and all(word[0].isupper() or not word[0].isalnum() for word in passage.words[:colon])
    content = ((colon + 1 if labelled else 0, len(passage.words)),)
    return Candidate(row, number, content, (), (), speaker, weight=row.confidence.content)


def _who(grammar: Grammar, passages: Sequence[Passage], asks: Sequence[int]) -> Speaker | None:
    """Who is asked: named in the first question by a form of address, or in what stands before it."""
    words = grammar.words
    for number in asks:
        passage = passages[number]
        for at, word in enumerate(passage.lower[:-1]):
            if word in words.address and passage.words[at + 1][0].isupper():
                return Speaker(((at, at + 2),), "who is asked", number)
    for number in range(asks[0] + 1):
        passage = passages[number]
        if words.interviews.isdisjoint(passage.lower):
            continue
        for first, after in passage.sentences:
            sentence = grammar.read(passage, number, first, after)
            for at in range(first, after - 2):
                if passage.lower[at] not in words.interviewing or not passage.words[at + 1][0].isupper():
                    continue
                end = grammar.phrase(sentence, at + 1, sentence.body)
                if any(
                    passage.words[one][0].isupper() and passage.words[one + 1][0].isupper()
                    for one in range(at + 1, end - 1)
                ):
                    return Speaker(((at + 1, end),), "who is asked", number)
    return None
