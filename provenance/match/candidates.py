"""Which statements are worth comparing: those that share two rare pairs of words, or their rarest words.

A key that stands in many statements tells nothing and costs much; above a cap it is dropped, so that the
work grows with how often things repeat and not with the square of the archive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from provenance.match.likeness import Weights
from provenance.match.words import Words

#: Longest posting list of a key that is still used.
CAP = 50
#: Statements of up to this many words also meet by their rarest words: a headline has few word pairs.
SHORT = 14
RAREST = 5


def candidate_pairs(statements: Sequence[Words], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of statement numbers (smaller first) that share two keys, in order."""
    postings: dict[str, list[int]] = {}
    for number, words in enumerate(statements):
        for key in _keys(words, weights):
            postings.setdefault(key, []).append(number)
    shared: list[dict[int, int]] = [{} for _ in statements]
    for numbers in postings.values():
        if 1 < len(numbers) <= CAP:
            for position, first in enumerate(numbers):
                for second in numbers[position + 1 :]:
                    counts = shared[first]
                    counts[second] = counts.get(second, 0) + 1
    for first, counts in enumerate(shared):
        for second in sorted(counts):
            if counts[second] >= 2:
                yield first, second


def _keys(words: Words, weights: Weights) -> list[str]:
    content = words.content
    keys = [f"{a} {b}" for a, b in pairwise(content)]
    if len(content) <= SHORT:
        keys += sorted(content, key=lambda word: (-weights(word), word))[:RAREST]
    else:
        keys += sorted((word for word in content if len(word) > 5), key=lambda word: (-weights(word), word))[
            :RAREST
        ]
    return keys
