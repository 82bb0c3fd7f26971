"""Adverbials of time and occasion between a verb and its content: "said on Tuesday in a statement that"."""

from __future__ import annotations

from provenance.languages.base import Range
from provenance.languages.en.noun_phrases import phrase_end
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.words import (
    ADJUNCT_PREPOSITIONS,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITES,
    MAY,
    NEAR_TIME,
    OCCASIONS,
    SUBJECT_PRONOUNS,
    TIME_LEADS,
    TIME_WORDS,
    is_adverb,
    is_name,
    of,
)

_HEARERS = of("hearer_prepositions")

_ENDS = OCCASIONS | TIME_WORDS
_LEADS = TIME_LEADS | TIME_WORDS | DETERMINERS | OCCASIONS


def adverbials_end(sentence: Sentence, at: int) -> tuple[int, list[Range]]:
    """End of the adverbials from `at` on, and the hearer among them ("said to reporters")."""
    hearer: list[Range] = []
    while low := sentence.word(at):
        if is_adverb(low) or (low in TIME_WORDS and (low not in MAY or is_name(sentence.words[at]))):
            at += 1
        elif low in NEAR_TIME and (time := _near(sentence, at + 1, TIME_WORDS, 3)):
            at = time + 1
        elif low in ADJUNCT_PREPOSITIONS:
            end = _phrase_end(sentence, at + 1)
            if end == at + 1:
                break
            if low in _HEARERS:
                hearer = hearer or [(at + 1, end)]
            at = end
        else:
            break
    return at, hearer


def is_time_phrase(sentence: Sentence, at: int) -> bool:
    """Whether "last week", "earlier this month" begins at `at`."""
    return sentence.lower[at] in NEAR_TIME and _near(sentence, at + 1, TIME_WORDS, 3) > 0


def _phrase_end(sentence: Sentence, start: int) -> int:
    """End of the phrase behind a preposition; a time or an occasion ends it at once."""
    found = (
        _near(sentence, start, _ENDS, 7) if start < sentence.body and sentence.lower[start] in _LEADS else 0
    )
    if not found:
        return phrase_end(sentence, start, sentence.body)
    end = found + 1
    while end < sentence.body and sentence.lower[end] in _ENDS:
        end += 1
    return end


def _near(sentence: Sentence, at: int, words: frozenset[str], reach: int) -> int:
    """The first token of a run that is one of `words` within `reach` tokens, or 0."""
    for k in range(at, at + reach):
        low = sentence.word(k)
        if (
            not low
            or not low[0].isalnum()
            or low in FINITES
            or low in CLAUSE_OPENERS
            or low in SUBJECT_PRONOUNS
        ):
            return 0
        if low in words:
            return k
    return 0
