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

    def __call__(self, word: str) -> float:
        weight = self._cache.get(word)
        if weight is None:
            weight = self._cache[word] = log(1 + (self._total + 1) / (self.counts.get(word, 0) + 0.5))
        return weight


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
        else:
            rest.append(word)
    for word in rest:
        partner, ratio = _partner(word, others)
        if partner:
            others.discard(partner)
            common += min(weights(word), weights(partner)) * ratio / 100
    light = sum(map(weights, left.content))
    heavy = sum(map(weights, right.content))
    if not light or not heavy:
        return 0.0
    return 50 * min(common / min(light, heavy), 1.0) + 50 * min(common / max(light, heavy), 1.0)


def _partner(word: str, others: set[str]) -> tuple[str, float]:
    """The unmatched word of the other side that is a form of this one, and how alike they are."""
    if len(word) < 4:
        return "", 0.0
    best, score = "", SAME_WORD
    for other in others:
        if abs(len(other) - len(word)) <= 4 and (other[0] == word[0] or other[-1] == word[-1]):
            ratio = fuzz.ratio(word, other, score_cutoff=score)
            if ratio > score or (ratio == score and other < best):
                best, score = other, ratio
    return (best, score) if best else ("", 0.0)
