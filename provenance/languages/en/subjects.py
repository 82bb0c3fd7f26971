"""Subjects of verbs: the phrase before the verb, over asides and adverbials, or the one a clause shares.

Counted on US campaign news, nothing stands between subject and verb in 85 % of frames.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.languages.base import Range
from provenance.languages.en.noun_phrases import is_phrase_opener, phrase_end, phrase_start
from provenance.languages.en.sentences import DASHES, Sentence
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import (
    ASIDES,
    ATTACHING,
    CONTRACTED_SUBJECTS,
    DETERMINERS,
    ED,
    FINITES,
    LONE_SUBJECTS,
    MAY,
    NEAR_TIME,
    OCCASIONS,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_LEADS,
    TIME_WORDS,
    is_adverb,
    is_name,
    of,
)

_APPOSITIVE_ADVERBS = of("appositive_adverbs")
_APPROXIMATORS = of("approximators")
_BEFORE_TIME = NEAR_TIME | of("time_prepositions")
_CLAUSE_JOINTS = of("clause_joints") | {",", ";", ":"}
_OCCASION_PREPOSITIONS = of("occasion_prepositions")
_SUBJECT_RELATIVES = of("subject_relatives")
_THE = of("the")

#: How many finite verbs back a participle's subject is looked for.
FINITE_VERBS = 6


@dataclass(slots=True)
class Subject:
    """Who speaks: the phrase itself, and where the stretch with its adverbs and asides begins."""

    speaker: list[Range]
    start: int


def subject_before(sentence: Sentence, end: int, floor: int) -> Subject | None:
    """The subject whose verb group begins at `end`, searched no further left than `floor`."""
    lower = sentence.lower
    at = end - 1
    while at >= floor and is_adverb(lower[at]) and sentence.outer[at] < 0:
        at -= 1
    if at < floor or (sentence.outer[at] >= 0 and not _short_quotation(sentence, at)):
        return None
    if sentence.words[at] == "," or sentence.words[at] in DASHES:
        return _behind_aside(sentence, at, floor)
    at = _before_adverbial(sentence, at, floor)
    word = lower[at]
    if word in CONTRACTED_SUBJECTS or (word in LONE_SUBJECTS and _alone(sentence, at, floor)):
        start = at - (sentence.word(at - 1) in _APPROXIMATORS and at > floor)
        return Subject([(start, at + 1)], start)
    start = phrase_start(sentence, at + 1, floor)
    if start > at or (word in DETERMINERS and word not in LONE_SUBJECTS):
        return None
    return Subject([(start, at + 1)], start)


def _before_adverbial(sentence: Sentence, at: int, floor: int) -> int:
    """The last token of a subject parted from its verb: "X on Tuesday said", "X in a statement said"."""
    lower = sentence.lower
    k = at
    while k > floor and lower[k] in TIME_WORDS and lower[k] not in MAY:
        k -= 1
    if k < at:
        while k > floor and (lower[k] in _BEFORE_TIME):
            k -= 1
        noun = lower[k][0].isalnum() and lower[k] not in DETERMINERS and lower[k] not in PREPOSITIONS
        return k if noun else at
    if lower[at] in OCCASIONS:
        for k in range(at - 1, max(floor, at - 4), -1):
            if lower[k] in _OCCASION_PREPOSITIONS:
                return k - 1 if sentence.words[k - 1][0].isalnum() else at
    return at


def _short_quotation(sentence: Sentence, at: int) -> bool:
    quote = sentence.quote_at(at)
    return quote is not None and quote.size <= 3


def _alone(sentence: Sentence, at: int, floor: int) -> bool:
    """Whether a pronoun at `at` is the whole subject, not the end of "the one" or "two others"."""
    if sentence.lower[at] in SUBJECT_PRONOUNS or sentence.lower[at] in RELATIVES or at == floor:
        return True
    before = sentence.lower[at - 1]
    return before not in DETERMINERS and before not in ATTACHING


def _behind_aside(sentence: Sentence, comma: int, floor: int) -> Subject | None:
    """The subject before an apposition, a relative clause or an adverbial that ends at the mark `comma`."""
    close = comma
    identifying = True
    for _ in range(4):
        opening = _previous(sentence, sentence.words[comma], close, floor)
        if opening < 0:
            return None
        identifying = identifying and _identifies(sentence, opening + 1)
        start = phrase_start(sentence, opening, floor)
        if start < opening and not _is_apposition(sentence, start, floor):
            return Subject([(start, comma if identifying else opening)], start)
        if opening - 1 == floor and sentence.lower[floor] in LONE_SUBJECTS:
            return Subject([(floor, opening)], floor)
        close = opening
    return None


def _identifies(sentence: Sentence, at: int) -> bool:
    """Whether the aside that begins here says who the speaker is, rather than when or how he speaks."""
    low = sentence.lower[at]
    if low in _APPOSITIVE_ADVERBS:
        return sentence.lower[at + 1] in DETERMINERS
    if low in ASIDES or low in TIME_WORDS or is_adverb(low):
        return False
    return low in DETERMINERS or low not in TIME_LEADS


def _is_apposition(sentence: Sentence, start: int, floor: int) -> bool:
    """Whether the phrase that starts here stands behind a comma itself: "X, one of several, from Y, said"."""
    if start <= floor or sentence.words[start - 1] != ",":
        return False
    word = sentence.words[start]
    if is_name(word) or sentence.lower[start] in _THE:
        return False
    return _previous(sentence, ",", start - 1, floor) >= 0 or is_name(sentence.words[start - 2])


def _previous(sentence: Sentence, mark: str, before: int, floor: int) -> int:
    """The nearest unquoted `mark` left of `before`, or -1."""
    for at in range(before - 1, max(floor, before - 40), -1):
        if sentence.outer[at] >= 0:
            continue
        word = sentence.words[at]
        if word == mark or (word in DASHES and mark in DASHES):
            return at
        if word in (";", ":"):
            return -1
    return -1


def main_subject(sentence: Sentence, end: int) -> Subject | None:
    """The subject of the clause before `end`: that of the last finite verb whose subject opens its clause."""
    nearest: Subject | None = None
    tried = 0
    for at in range(end - 1, sentence.first, -1):
        if not _is_finite(sentence.word(at)) or sentence.lower[at - 1] in FINITES:
            continue
        subject = subject_before(sentence, at, sentence.first)
        if subject and _opens_clause(sentence, subject.start):
            return subject
        nearest = nearest or subject
        tried += 1
        if tried > FINITE_VERBS:
            break
    return nearest or _first_phrase(sentence, end)


def _is_finite(low: str) -> bool:
    return low in FINITES or has_form(low, "past", "s") or (low.endswith(ED) and len(low) > 4)


def _opens_clause(sentence: Sentence, first: int) -> bool:
    if sentence.lower[first] in _SUBJECT_RELATIVES:
        return False
    return first == sentence.first or sentence.lower[first - 1] in _CLAUSE_JOINTS


def _first_phrase(sentence: Sentence, limit: int) -> Subject | None:
    """What opens the sentence, where no verb of its clause is known: "The nurse later sued, claiming …"."""
    first = sentence.first
    if sentence.lower[first] in CONTRACTED_SUBJECTS:
        return Subject([(first, first + 1)], first)
    if not is_phrase_opener(sentence, first) or sentence.lower[first] in OPENERS:
        return None
    end = first + 1 if sentence.lower[first] in SUBJECT_PRONOUNS else phrase_end(sentence, first, limit)
    return Subject([(first, end)], first) if end > first else None
