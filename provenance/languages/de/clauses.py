"""A sentence cut at the commas, semicolons, colons and dashes that stand outside quotations and brackets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from provenance.languages.de.verbs import reporting_forms
from provenance.languages.de.words import (
    COORDINATORS,
    FINITES,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBJUNCTIVE,
    SUBORDINATORS,
)
from provenance.passage import Passage

THIRD_PERSON = frozenset({"er", "es", "man"})
SEPARATORS = frozenset({",", ";", ":", "–", "—"})
CLOSING = frozenset("“”\"«»‘’'‹›)].!?…") | {"''", "..."}


@dataclass(slots=True)
class Segment:
    """Tokens between two separators, half open; `separator` is the token that ends it, or the body's end."""

    start: int
    end: int
    separator: int


@dataclass(slots=True)
class Sentence:
    """One sentence with its segments; all numbers are token numbers of the passage."""

    passage: Passage
    first: int
    after: int
    body: int
    """End (exclusive) without the final full stop and what closes behind it."""
    segments: list[Segment] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    subordinate: dict[int, bool] = field(default_factory=dict)
    """Segment → whether it is a subordinate clause, as far as was asked."""
    finite: dict[int, bool] = field(default_factory=dict)
    """Segment → whether it has a finite verb, as far as was asked."""
    content_ends: dict[tuple[str, int], int] = field(default_factory=dict)
    """Kind of complement and segment → where content that runs on into the segment ends."""

    @property
    def lower(self) -> list[str]:
        return self.passage.lower

    @property
    def words(self) -> list[str]:
        return self.passage.words

    def segment_of(self, at: int) -> int:
        """Number of the segment that holds token `at` (or ends in it)."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def subjunctive(self, start: int, end: int) -> int:
        """First token of the range that is a subjunctive without "ich" beside it, or -1.

        Capitals rule out nouns ("Ruhe", "Suche"); words in quotation marks count, because a fragment may
        hold the verb of the clause around it.
        """
        lower = self.lower
        for at in range(start, end):
            if self._by_ending(at) or (
                lower[at] in SUBJUNCTIVE
                and (self.words[at][0].islower() or at == self.first)
                and not (lower[at - 1 if at else 0] == "ich" or (at + 1 < end and lower[at + 1] == "ich"))
            ):
                return at
        return -1

    def _by_ending(self, at: int) -> bool:
        """ "man fange", "er behaupte": behind such a pronoun at a clause's start only the subjunctive ends in -e."""
        lower = self.lower
        if not lower[at].endswith("e") or at == self.first or lower[at - 1] not in THIRD_PERSON:
            return False
        if (
            lower[at] in FUNCTION_WORDS
            or not self.words[at][0].islower()
            or (lower[at].endswith(("te", "ße")) and lower[at] not in SUBJUNCTIVE)
        ):
            return False
        return at - 1 == self.first or self.words[at - 2] in SEPARATORS or self.words[at - 2] in CLOSING


def read_sentence(passage: Passage, first: int, after: int) -> Sentence:
    """The segments of one sentence."""
    words = passage.words
    body = after
    while body > first and words[body - 1] in CLOSING and not _closes_inside(passage, body - 1, first):
        body -= 1
    sentence = Sentence(passage, first, after, body)
    inside = passage.inside
    begin = first
    brackets = 0
    for at in range(first, body):
        word = words[at]
        if word in "([" and len(word) == 1:
            brackets += 1
        elif word in ")]" and len(word) == 1:
            brackets = max(brackets - 1, 0)
        elif word in SEPARATORS and not brackets and not (inside and inside[at] >= 0):
            if at > begin or not sentence.segments:
                sentence.segments.append(Segment(begin, at, at))
            begin = at + 1
        elif (
            at > begin
            and passage.lower[at] in ("dass", "daß")
            and not brackets
            and not (inside and inside[at] >= 0)
            and passage.lower[at - 1] not in ("so", "und", "oder", "auch", "nur", "ohne", "anstatt", "aber")
        ):
            # A forgotten comma: "hoffte dass".
            sentence.segments.append(Segment(begin, at, at))
            begin = at
    if begin < body or not sentence.segments:
        sentence.segments.append(Segment(begin, body, body))
    sentence.starts = [segment.start for segment in sentence.segments]
    return sentence


def _closes_inside(passage: Passage, at: int, first: int) -> bool:
    """Whether a closing mark ends a quotation or bracket that opened in the sentence's own course."""
    word = passage.words[at]
    if word in ")]":
        return True
    if word in ".!?…":
        return False
    for quote in passage.closing.get(at, ()):
        if quote.closed:
            # A quotation that fills the end of the sentence belongs to its body, marks included.
            return quote.open >= first
    return False


def is_subordinate(sentence: Sentence, number: int) -> bool:
    """Whether a segment is a subordinate or relative clause by its first words."""
    if number not in sentence.subordinate:
        sentence.subordinate[number] = _is_subordinate(sentence, number)
    return sentence.subordinate[number]


def _is_subordinate(sentence: Sentence, number: int) -> bool:
    segment = sentence.segments[number]
    lower = sentence.lower
    at = segment.start
    if at < segment.end and lower[at] in COORDINATORS:
        at += 1
    if at >= segment.end:
        return False
    word = lower[at]
    if word in SUBORDINATORS:
        return word not in ("als", "wie", "bis", "seit", "während", "da") or ends_in_verb(sentence, number)
    if word in PREPOSITIONS and at + 1 < segment.end and lower[at + 1] in RELATIVES:
        return number > 0 and ends_in_verb(sentence, number) and lower[at + 1] not in ("was", "wer")
    if word in RELATIVES and number > 0:
        return ends_in_verb(sentence, number)
    return False


def ends_in_verb(sentence: Sentence, number: int) -> bool:
    """Whether the last word of a segment looks like a finite verb at the end of a clause."""
    segment = sentence.segments[number]
    if segment.end - segment.start < 2:
        return False
    return looks_finite(sentence, segment.end - 1, segment.end)


def looks_finite(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a token may be a finite verb: by list, or by its ending where no noun follows it."""
    word = sentence.words[at]
    lower = sentence.lower[at]
    if lower in FINITES and (word[0].islower() or at == sentence.first):
        return True
    if not word[0].islower() or lower in FUNCTION_WORDS:
        return False
    readings = reporting_forms().get(lower)
    if readings:
        return any(form.kind in ("finite", "subjunctive") for form in readings)
    if not lower.endswith(("te", "ten", "t", "en")) or len(lower) < 4:
        return False
    follows_noun = at + 1 < end and sentence.words[at + 1][0].isupper()
    return not follows_noun and not lower.startswith("ge")


def has_finite(sentence: Sentence, number: int) -> bool:
    """Whether a segment holds a finite verb outside quotations, apart from its first word."""
    if number not in sentence.finite:
        sentence.finite[number] = _has_finite(sentence, number)
    return sentence.finite[number]


def _has_finite(sentence: Sentence, number: int) -> bool:
    segment = sentence.segments[number]
    inside = sentence.passage.inside
    for at in range(segment.start, segment.end):
        if inside and inside[at] >= 0:
            continue
        lower = sentence.lower[at]
        if lower in FINITES and (sentence.words[at][0].islower() or at == sentence.first):
            return True
        if lower.endswith(("te", "ten", "t")) and looks_finite(sentence, at, segment.end):
            return True
    return False


def main_clause_before(sentence: Sentence, number: int) -> bool:
    """Whether a main clause with its own verb stands before segment `number`: what follows is postposed."""
    for earlier in range(number - 1, -1, -1):
        if not is_subordinate(sentence, earlier) and has_finite(sentence, earlier):
            return True
        if sentence.words[sentence.segments[earlier].start - 1 if earlier else 0] == ";":
            return False
    return False


def infinitive_clause(sentence: Sentence, number: int) -> bool:
    """Whether a segment is a zu-infinitive: "zu" before its last verb, or "-zu-" within it."""
    segment = sentence.segments[number]
    lower = sentence.lower
    if (
        segment.end - segment.start < 2
        or lower[segment.start] in ("um", "ohne", "anstatt", "statt")
        or lower[segment.start] in SUBORDINATORS
    ):
        return False
    for at in range(segment.end - 1, segment.start - 1, -1):
        word = lower[at]
        if (
            word == "zu"
            and at + 1 < segment.end
            and lower[at + 1].endswith("n")
            and sentence.words[at + 1][0].islower()
        ):
            return not _finite_in(sentence, segment.start, at)
        if (
            "zu" in word[2:-3] and word.endswith("n") and sentence.words[at][0].islower()
            and not word.startswith(("dazu", "hinzu")) and at >= segment.end - 3 and len(word) > 7
        ):  # fmt: skip
            return not _finite_in(sentence, segment.start, at)
    return False


def _finite_in(sentence: Sentence, start: int, end: int) -> bool:
    return any(
        sentence.lower[at] in FINITES
        and sentence.words[at][0].islower()
        and sentence.lower[at]
        not in ("werden", "haben", "worden", "können", "müssen", "lassen", "sollen", "wollen", "dürfen")
        for at in range(start, end)
    )
