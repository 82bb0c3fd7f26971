"""How alike two statements are: fuzzy words weighed by how rare they are.

Half of the score is how much of the lighter statement stands in the heavier one, half how much of the
heavier one is covered, so that a shortened copy is found and a shared phrase is not. Measured on STS-B
news pairs this beats every whole-string ratio; WRatio and partial_ratio jump with the lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from rapidfuzz import fuzz

from provenance.match.words import Words

#: Two words are forms of one from this ratio on: "Soldaten" and "Soldat", "Selenskij" and "Selenskyj".
SAME_WORD = 78.0
#: Shorter words have no inflection that a ratio could see through.
SHORTEST = 4


class Weights:
    """Inverse document frequency of words over the statements of a run."""

    def __init__(self, statements: Sequence[Words]) -> None:
        """Counts each word once a statement."""
        counts: dict[str, int] = {}
        for words in statements:
            for word in words.content:
                counts[word] = counts.get(word, 0) + 1
        self.counts = counts
        self._total = max(len(statements), 1)
        self._cache: dict[str, float] = {}
        self._totals: dict[int, float] = {}
        self._statements = statements  # kept, so that an id stays its statement's

    def __call__(self, word: str) -> float:
        weight = self._cache.get(word)
        if weight is None:
            weight = self._cache[word] = log(1 + (self._total + 1) / (self.counts.get(word, 0) + 0.5))
        return weight

    def of(self, words: Words) -> float:
        """The weight of a whole statement."""
        total = self._totals.get(id(words))
        if total is None:
            total = self._totals[id(words)] = sum(map(self, words.content))
        return total


def likeness(a: Words, b: Words, weights: Weights) -> float:
    """0 to 100: the weighed share of words that two statements have in common, inflection and spelling aside."""
    left, right = (a, b) if len(a.content) <= len(b.content) else (b, a)
    others = set(right.content)
    common = 0.0
    rest: list[str] = []
    for word in left.content:
        if word in others:
            common += weights(word)
            others.discard(word)
        elif len(word) >= SHORTEST:
            rest.append(word)
    if rest:
        common += _inflected(rest, others, weights)
    light, heavy = sorted((weights.of(a), weights.of(b)))
    if not light:
        return 0.0
    return 50 * min(common / light, 1.0) + 50 * min(common / heavy, 1.0)


def _inflected(rest: list[str], others: set[str], weights: Weights) -> float:
    """The weight of words that have another form of themselves on the other side, by first letter and ratio."""
    initials: dict[str, list[str]] = {}
    for other in sorted(others):
        if len(other) >= SHORTEST:
            initials.setdefault(other[0], []).append(other)
    common = 0.0
    for word in rest:
        partners = initials.get(word[0])
        if not partners:
            continue
        best, score = "", SAME_WORD
        for other in partners:
            ratio = fuzz.ratio(word, other, score_cutoff=score)
            if ratio and (ratio > score or not best):
                best, score = other, ratio
        if best:
            partners.remove(best)
            common += min(weights(word), weights(best)) * score / 100
    return common
