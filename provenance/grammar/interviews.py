"""Interviews without marks: paragraphs that ask, and paragraphs between them that answer.

An answer is what its giver said, word for word, whatever it reports itself; a question says nothing. That a text is
an interview is told by its form alone (three questions, and answers in the first person or without the name of their
giver), and only where the text says who is asked: "im Gespräch mit X", "Herr X, …?", "Ida Lund: …" before an answer.
A paragraph between the questions that names who is asked is the writer's, as all are in a text of questions and answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Row, Speaker
from provenance.passage import Passage

#: So many questions make an interview; none has more words.
QUESTIONS, LONGEST_QUESTION = 3, 90
#: Paragraphs of an answer; of more a text that only asks now and then consists.
LONGEST_ANSWER = 6
#: Share of answers that are in the first person.
FIRST_PERSON = 0.5
#: Of the paragraphs between the questions so many may be the writer's.
WRITERS = 0.34
#: A label before an answer ("Lund: …") ends within so many words.
LABEL = 5
#: A form of address and its titles end within so many words.
TITLED = 7
#: Blocks that can answer.
ANSWERING = frozenset({"paragraph", "lead", "blockquote", "list_item"})


def read_interview(grammar: Grammar, passages: Sequence[Passage]) -> dict[int, Candidate | None]:
    """Number of a passage → the answer in it, None for a question; empty for what is no interview."""
    row = next(iter(grammar.rows_by("none", "answer")), None)
    if row is None:
        return {}
    asks = [number for number, passage in enumerate(passages) if _asks(grammar, passage)]
    if len(asks) < QUESTIONS:
        return {}
    answers = list(_answers(grammar, passages, asks))
    speaker = _labelled(passages, asks) or _who(grammar, passages, asks)
    if speaker is None or not QUESTIONS <= len(answers) <= LONGEST_ANSWER * len(asks):
        return {}
    name = passages[speaker.passage].words[speaker.phrases[0][1] - 1]
    own = [number for number in answers if name not in passages[number].words[_label(passages[number]) :]]
    personal = sum(_is_personal(grammar, passages[number]) for number in answers)
    if len(own) < (1 - WRITERS) * len(answers) and personal < FIRST_PERSON * len(answers):
        return {}
    found: dict[int, Candidate | None] = dict.fromkeys(asks)
    found.update((number, _answer(row, passages[number], number, speaker)) for number in own)
    return found


def _asks(grammar: Grammar, passage: Passage) -> bool:
    if passage.lower[0] in grammar.words.question_labels and passage.words[1:2] == [":"]:
        return len(passage.words) <= LONGEST_QUESTION
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
    content = ((_label(passage), len(passage.words)),)
    return Candidate(row, number, content, (), (), speaker, weight=row.confidence.content)


def _label(passage: Passage) -> int:
    """The first token behind a label in capitals, "Ida Lund:"; 0 where a paragraph has none."""
    colon = next((at for at in range(1, min(LABEL, len(passage.words) - 1)) if passage.words[at] == ":"), -1)
    labelled = colon > 0 and all(word[0].isupper() or not word[0].isalnum() for word in passage.words[:colon])
    return colon + 1 if labelled else 0


def _labelled(passages: Sequence[Passage], asks: Sequence[int]) -> Speaker | None:
    """Who is named in full by the label of an answer right behind a question, and was brought in by name before."""
    for number in asks:
        if number + 1 < len(passages) and number + 1 not in asks:
            end = _label(passages[number + 1]) - 1
            words = passages[number + 1].words[: max(end, 0)]
            named = len(words) > 1 and all(word[0].isalpha() for word in words)
            if named and any(words[-1] in passage.words for passage in passages[:number]):
                return Speaker(((0, end),), "label of an answer", number + 1)
    return None


def _is_title(grammar: Grammar, passage: Passage, at: int) -> bool:
    """Whether a token is a title, or its point, behind which a name follows."""
    behind = passage.words[at + 1]
    word = passage.lower[at - 1] if passage.words[at] == "." else passage.lower[at]
    return word in grammar.words.titles and (behind[0].isupper() or behind == ".")


def _who(grammar: Grammar, passages: Sequence[Passage], asks: Sequence[int]) -> Speaker | None:
    """Who is asked: named in the first question by a form of address, or in what stands before it."""
    words = grammar.words
    for number in asks:
        passage = passages[number]
        for at, word in enumerate(passage.lower[:-1]):
            if word in words.address and passage.words[at + 1][0].isupper():
                end = at + 2
                while end < len(passage.words) and end < at + TITLED and _is_title(grammar, passage, end - 1):
                    end += 1  # "Frau Prof. Dr. Lund"
                return Speaker(((at, end),), "who is asked", number)
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
    return _brought_in(grammar, passages, asks)


def _brought_in(grammar: Grammar, passages: Sequence[Passage], asks: Sequence[int]) -> Speaker | None:
    """Who is named by two words in the headline that brings him in, and in the text before the first question."""
    headline = passages[0]
    if grammar.words.bringing_in.isdisjoint(headline.lower):
        return None
    for number in range(1, asks[0]):
        passage = passages[number]
        for pair in pairwise(headline.words):
            named = all(word.isalpha() and word[0].isupper() for word in pair)
            at = next((at for at, one in enumerate(pairwise(passage.words)) if one == pair), -1)
            if named and at >= 0 and grammar.words.bringing_in.isdisjoint(passage.lower[at : at + 2]):
                return Speaker(((at, at + 2),), "who is asked", number)
    return None
