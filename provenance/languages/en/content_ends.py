"""Where the content behind a frame ends: with the sentence, the phrase, or before the next frame.

Counted on US campaign news, indirect content runs to the end of its sentence in 67 % of cases and else
stops mostly at a comma.
"""

from __future__ import annotations

from provenance.languages.en.cues import Cue
from provenance.languages.en.sentences import DASHES, Sentence
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import (
    AND_BUT,
    AND_OR,
    AS,
    FINITES,
    INCLUDING,
    ING,
    JOINTS,
    NO_PARTICIPLES,
    OPENINGS,
    SPEAKER_RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    is_adverb,
    of,
)

_AND = of("and")
_CLAUSE_OPENINGS = OPENINGS - of("preposition_openings")
_COMMA_BREAKS = OPENINGS | of("comma_breaks")
_LEADS = of("clause_leads")
_PARTICIPLE_JOINTS = of("participle_joints")
_PARTICIPLE_PREPOSITIONS = of("participle_prepositions")
_TIME_OPENERS = TIME_WORDS | of("time_openers")


def content_end(sentence: Sentence, start: int, cue: Cue, cues: list[Cue], phrase: bool = False) -> int:
    """Where content that begins at `start` ends: before the next frame, or with the sentence.

    `phrase`: the content is a noun phrase, which ends where a clause begins.
    """
    end = _clause_end(sentence, start)
    if phrase:
        end = phrase_limit(sentence, start, end)
    if sentence.word(cue.first - 1) in SPEAKER_RELATIVES and (phrase or sentence.word(cue.first - 2) == ","):
        # A relative clause ends with its comma.
        end = min(end, first_comma(sentence, start, end))
    if opening_clause(sentence, cue.first):
        return first_comma(sentence, start, end)
    for later in cues:
        if start < later.at < end:
            stop = _new_frame(sentence, start, cue, later)
            if stop:
                return stop
    return end


def phrase_limit(sentence: Sentence, start: int, end: int) -> int:
    """Where a noun phrase that begins at `start` ends at the latest: at the next clause, colon or dash."""
    for at in range(start + 1, end):
        low = sentence.word(at)
        if not low:
            continue
        following = sentence.word(at + 1) if at + 1 < end else ""
        if low == ":" or low in DASHES or low in _CLAUSE_OPENINGS:
            return at
        if low in AS and following in SUBJECT_PRONOUNS:
            return at
        if low == "," and following and _clause_follows(sentence, at + 1, end):
            return at
        if low in AND_BUT and (following in FINITES or has_form(following, "past")):
            return at
    return end


def _clause_follows(sentence: Sentence, at: int, end: int) -> bool:
    """Whether what stands behind a comma is no part of the noun phrase before it."""
    low = sentence.word(at)
    if low in _COMMA_BREAKS:
        return True
    if (low.endswith(ING) and low not in INCLUDING) or has_form(low, "ing"):
        return True
    behind = sentence.word(at + 1) if at + 1 < end else ""
    return low in _AND and (behind in SUBJECT_PRONOUNS or behind in FINITES)


def opening_clause(sentence: Sentence, at: int) -> bool:
    """Whether `at` stands in a clause before the main one: "When X said …, ", "By calling …, "."""
    first = sentence.first
    while first < at and sentence.lower[first] in _LEADS:
        first += 1
    low = sentence.lower[first]
    if first < at and low not in OPENINGS and not (low in _PARTICIPLE_PREPOSITIONS and at == first + 1):
        return False
    if first == at and not has_form(low, "ing", "past"):
        return False
    return all(sentence.word(k) != "," for k in range(first, at))


def first_comma(sentence: Sentence, start: int, end: int) -> int:
    """The first comma from `start` on outside quotations or as the last of one; else `end`."""
    for at in range(start, end):
        if sentence.words[at] == ",":
            if sentence.outer[at] < 0:
                return at
            if sentence.closes(at + 1):
                return at + 2
    return end


def _clause_end(sentence: Sentence, start: int) -> int:
    quote = sentence.opens(start)
    if quote and quote.size > 3:
        after = _behind_quotation(sentence, quote.close)
        if after:
            return after
    bracket = sentence.words[start] == "("
    for at in range(start + 1, sentence.body):
        low = sentence.word(at)
        if low == ";" or (low == "," and _participle(sentence, at + 1)):
            return at
        if low == ")" and not bracket:
            return at
        bracket = bracket or sentence.words[at] == "("
    return sentence.body


def _participle(sentence: Sentence, at: int) -> bool:
    """Whether a participle that comments on the whole sentence begins here: ", drawing laughter"."""
    low = sentence.word(at)
    if not low.endswith(ING) or len(low) < 6 or low in NO_PARTICIPLES or low != sentence.words[at]:
        return False
    return at + 1 < sentence.body and sentence.words[at + 1][0].isalnum()


def _behind_quotation(sentence: Sentence, close: int) -> int:
    """End of content that is one quotation, or 0 if the sentence's own words go on with it."""
    at = close + 1
    if at >= sentence.body:
        return at
    low = sentence.lower[at]
    ended = sentence.words[close - 1] in ",.!?"
    if low in (",", ";") or low in DASHES:
        quoted = at + 1 < sentence.after and sentence.outer[at + 1] >= 0
        return 0 if quoted or (sentence.word(at + 1) in AND_OR and not ended) else at
    if ended and low not in AND_OR:
        return at
    if low in _TIME_OPENERS:
        return at
    return 0


def _new_frame(sentence: Sentence, start: int, cue: Cue, later: Cue) -> int:
    """Where the frame of a later verb begins, if it is none within the content; else 0."""
    at = later.first - 1
    while at > start and is_adverb(sentence.lower[at]):
        at -= 1
    low = sentence.lower[at]
    if later.kind == "ing" and later.first == later.at:
        return _participial_frame(sentence, start, at)
    if later.passive or later.infinitive:
        return 0
    alike = later.kind == cue.kind
    listed = low == "," and alike and later.kind == "past" and later.first == later.at == at + 1
    if listed and "," not in sentence.words[start:at]:
        # "urged …, proposed …": a list of verbs; another comma before would open an aside.
        return at
    if low in AND_BUT and alike:
        return at - 1 if sentence.words[at - 1] == "," and at - 1 > start else at
    if later.kind in ("past", "s") and later.verb.group in ("saying", "judging"):
        return _coordinated_frame(sentence, start, cue, later)
    return 0


def _participial_frame(sentence: Sentence, start: int, at: int) -> int:
    """ ", adding that" and ", while saying that": the comma, or 0."""
    if sentence.breaks(at):
        return at
    joined = sentence.lower[at] in _PARTICIPLE_JOINTS
    return at - 1 if joined and at - 1 > start and sentence.words[at - 1] == "," else 0


def _coordinated_frame(sentence: Sentence, start: int, cue: Cue, later: Cue) -> int:
    """ ", but she said": the comma before a conjunction that a short subject and the verb follow."""
    if later.kind != cue.kind and cue.kind in ("past", "s"):
        return 0
    for at in range(later.first - 1, max(start, later.first - 8), -1):
        if sentence.word(at) == ",":
            return at if sentence.lower[at + 1] in JOINTS else 0
    return 0
