"""What one reading is to another: a repeat, a variant or a conflict, once their words are known to be alike."""

from __future__ import annotations

from math import log10
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from provenance.match.numerals import NEGATIONS
from provenance.match.words import Corpus
from provenance.model import Relation

#: Below this two statements only share a subject. Best on made reuse in two languages.
SAME_CLAIM = 47.0
#: Up to so many statements; among more of them more are alike by chance, and they must be more alike to be one:
#: so much more with ten times as many. Best on made reuse: 47 among 25,000, 57 among 100,000, 63 among a million.
CHANCE_FROM, CHANCE_STEP = 25_000, 10.0
#: Below this many statements the weights cannot tell grammar from names, and two must be more alike to be one.
MANY = 2_000
SAME_CLAIM_OF_FEW = 64.0
#: From this on nothing but spelling, inflection and small words differ.
REPEAT = 92.0
#: From this on a "not" on one side denies the other; below, it may stand in the words that were cut.
DENIAL = 80.0
#: Two figures with one neighbour in common are one slot from this score on; with no neighbour in common from
#: `ONLY` on, if each side has a single figure that the other lacks.
SLOT = 54.0
ONLY = 78.0
#: A word this like a negation is that negation with a slip in it.
SLIP = 70.0
#: What "about" forgives, and the part of its figure that "up to" at least means.
ABOUT = 1.1
UP_TO = 0.5


def least_alike(size: int) -> float:
    """The score from which on two of so many statements are one claim."""
    return SAME_CLAIM + CHANCE_STEP * max(log10(size / CHANCE_FROM), 0.0) if size else SAME_CLAIM


class Difference(NamedTuple):
    """What parts two statements: "number" with the two figures by number, or "negation"."""

    kind: str
    a: int = -1
    b: int = -1


def relation(corpus: Corpus, a: int, b: int, score: float) -> Relation:
    """How two alike readings stand to each other."""
    if difference(corpus, a, b, score):
        return "conflict"
    if score < REPEAT or _values(corpus, a) != _values(corpus, b):
        return "variant"
    return "repeat"


def difference(corpus: Corpus, a: int, b: int, score: float) -> Difference | None:
    """Why two alike readings cannot both be right; None if they can.

    A figure that only one side gives is no contradiction: the other may have left it out.
    """
    figures = corpus.figures
    ours, theirs = corpus.figure_range(a), corpus.figure_range(b)
    if ours and theirs:
        values_a, values_b = _values(corpus, a), _values(corpus, b)
        left = [figure for figure in ours if figures.values[figure] not in values_b]
        right = [figure for figure in theirs if figures.values[figure] not in values_a]
        for x in left:
            for y in right:
                if _one_slot(corpus, x, y, score, len(left) == len(right) == 1) and excludes(corpus, x, y):
                    return Difference("number", x, y)
    if corpus.negated[a] != corpus.negated[b] and score >= DENIAL and _denies(corpus, a, b):
        return Difference("negation")
    return None


def _denies(corpus: Corpus, a: int, b: int) -> bool:
    """Whether the other side has the words around the "not", and little but the "not" is missing there."""
    negated, plain = (a, b) if corpus.negated[a] else (b, a)
    places = {word: place for place, word in enumerate(corpus.content(plain))}
    words = list(corpus.content(negated))
    for position, word in enumerate(words):
        if corpus.words[word] in NEGATIONS and 0 < position < len(words) - 1:
            before, after = places.get(words[position - 1]), places.get(words[position + 1])
            if before is not None and after is not None and 0 < after - before <= 2:
                between = list(places)[before + 1 : after]
                # "nciht" is a slip and no other word.
                return not any(ratio(corpus.words[other], corpus.words[word]) >= SLIP for other in between)
    return False


def excludes(corpus: Corpus, x: int, y: int) -> bool:
    """Whether two figures with different values exclude each other: "more than 3" and "5" do not."""
    figures = corpus.figures
    low, high = (x, y) if figures.values[x] < figures.values[y] else (y, x)
    if figures.bounds[low] == figures.bounds[high]:
        return True  # the same words with another figure: one of them was changed
    return bounds_exclude(
        chr(figures.bounds[low]), figures.values[low], chr(figures.bounds[high]), figures.values[high]
    )


def bounds_exclude(low_bound: str, low: float, high_bound: str, high: float) -> bool:
    """Whether the lower of two bounded values excludes the higher one.

    "~" about forgives a tenth. "<" at most is taken to mean more than half of its figure: who says "up to
    8,000" does not mean 3,000. ">" at least excludes nothing above it.
    """
    if low_bound == ">":
        return False
    most = low * (ABOUT if low_bound == "~" else 1.0)
    least = high / ABOUT if high_bound == "~" else high * UP_TO if high_bound == "<" else high
    return most < least


def _values(corpus: Corpus, reading: int) -> set[float]:
    span = corpus.figure_range(reading)
    return set(corpus.figures.values[span.start : span.stop]) if span else set()


def _one_slot(corpus: Corpus, x: int, y: int, score: float, only: bool) -> bool:
    figures = corpus.figures
    after = _same(corpus, figures.after[x], figures.after[y])
    before = _same(corpus, figures.before[x], figures.before[y])
    if after and before:
        return True
    return score >= SLOT if after or before else only and score >= ONLY


def _same(corpus: Corpus, a: int, b: int) -> bool:
    if a < 0 or b < 0 or a == b:
        return a == b and a >= 0
    one, other = corpus.words[a], corpus.words[b]
    if one[0] != other[0] or min(len(one), len(other)) < 4:
        return False
    return ratio(one, other) >= 78
