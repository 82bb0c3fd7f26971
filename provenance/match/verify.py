"""How alike two readings are: fuzzy words weighed by how rare they are, and how much of it stands in one run.

The base is the share of the lighter reading that stands in the heavier one and the share of the heavier one
that is covered, half and half: a shortened copy is found and a shared phrase is not. On news pairs of STS-B
this beats every whole-string ratio; WRatio and partial_ratio jump with the lengths. Words that stand beside
the same neighbour on both sides count more, because a copy keeps runs and a sentence of the same make does
not; and where each side names what the other does not, it is about somebody else.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from math import log

from rapidfuzz.fuzz import ratio as likeness

from provenance.match.words import Corpus

#: Two words are forms of one from this ratio on: "Soldaten" and "Soldat", "Selenskij" and "Selenskyj".
SAME_WORD = 78.0
#: Shorter words have no inflection that a ratio could see through.
SHORTEST = 4
#: Pairs whose equal words alone are worth less are not looked at more closely.
LEAST_EQUAL = 36.0
#: Part of the score that only runs of words can earn, and what is lost where all names differ.
#: Best of a grid on made reuse: F1 .968 without both, .975 with names, .979 with both.
RUNS = 0.3
NAMES = 15.0
#: What a word counts in the score for runs with none, one or both of its neighbours beside it.
_BESIDE = (0.0, 0.7, 1.0)


def rarity(count: int, size: int) -> float:
    """What a word weighs that stands in so many of so many statements, in nats."""
    return log(1 + (size + 1) / (count + 0.5))


class Likeness:
    """Compares the readings of a complete corpus."""

    __slots__ = ("_corpus", "middling", "totals", "weights")

    def __init__(self, corpus: Corpus, counts: array[int] | None = None, size: int = 0) -> None:
        """Weigh the words by how few readings hold them, in thousandths, so that sums do not depend on order.

        `counts` and `size` replace the corpus's own where more is known of its words than it shows itself.
        """
        self._corpus = corpus
        size = size or len(corpus)
        self.weights = array("I", (round(1000 * rarity(count, size)) for count in counts or corpus.counts))
        weights = self.weights
        self.middling = sum(weights) / max(len(weights), 1)
        self.totals = array(
            "I", (sum([weights[word] for word in corpus.content(reading)]) for reading in range(len(corpus)))
        )

    def alike(self, reading: int, others: Iterable[int], least: float) -> list[tuple[int, float]]:
        """Those of the others whose score with the reading is `least` or more, with it."""
        texts, starts, totals = self._corpus.texts, self._corpus.starts, self.totals
        weight = self.weights.__getitem__
        own = set(self._corpus.content(reading))
        total = totals[reading]
        found = []
        for other in others:
            shared = sum(map(weight, own.intersection(texts[starts[other] : starts[other + 1]])))
            if 50 * shared * (total + totals[other]) >= LEAST_EQUAL * total * totals[other]:
                score = self.score(reading, other, least)
                if score >= least:
                    found.append((other, score))
        return found

    def score(self, a: int, b: int, least: float = 0.0) -> float:
        """0 to 100, the same for (a, b) and (b, a); 0 where it would be below `least`."""
        if self._comes_first(b, a):
            a, b = b, a
        light, heavy = self.totals[a], self.totals[b]
        if not light or not heavy:
            return 0.0
        left, right = self._corpus.content(a), self._corpus.content(b)
        partners, worth = self._paired(left, right)
        plain = _share(sum(worth), light, heavy)
        if plain < least:
            return 0.0
        score = (1 - RUNS) * plain + RUNS * _share(_in_runs(partners, worth, len(right)), light, heavy)
        return max(score - NAMES * self._strange(a, b, left, right, partners), 0.0)

    def shares(self, a: int, b: int) -> tuple[float, float]:
        """Which part of a stands in b, and which of b in a, by the weight of words: 0 to 1 each.

        A cut copy stands in its original almost whole, and the original in it only in part.
        """
        swapped = self._comes_first(b, a)
        if swapped:
            a, b = b, a
        light, heavy = self.totals[a], self.totals[b]
        if not light or not heavy:
            return 0.0, 0.0
        common = sum(self._paired(self._corpus.content(a), self._corpus.content(b))[1])
        first, second = min(common / light, 1.0), min(common / heavy, 1.0)
        return (second, first) if swapped else (first, second)

    def _paired(self, left: array[int], right: array[int]) -> tuple[list[int], list[int]]:
        """For each word of the left side its partner's place on the right, -1 if none; and what the pair is worth."""
        weights = self.weights
        places = {word: place for place, word in enumerate(right)}
        partners = [places.get(word, -1) for word in left]
        worth = [weights[word] for word in left]
        if -1 in partners:
            alone = [position for position, place in enumerate(partners) if place < 0]
            for position in alone:
                worth[position] = 0
            self._inflected(left, right, alone, partners, worth)
        return partners, worth

    def _comes_first(self, a: int, b: int) -> bool:
        """Whether a is the lighter reading; of two of one weight, that whose words come first."""
        if self.totals[a] != self.totals[b]:
            return self.totals[a] < self.totals[b]
        return self._corpus.in_order(a, b) < 0

    def _inflected(
        self,
        left: Sequence[int],
        right: Sequence[int],
        alone: Iterable[int],
        partners: list[int],
        worth: list[int],
    ) -> None:
        """Give words without an equal the likest word of the other side that begins with the same letter."""
        words, weights = self._corpus.words, self.weights
        initials: dict[str, list[int]] = {}
        taken = set(partners)
        for place, number in enumerate(right):
            if place not in taken and len(word := words[number]) >= SHORTEST:
                initials.setdefault(word[0], []).append(place)
        if not initials:
            return
        for position in alone:
            number = left[position]
            word = words[number]
            if len(word) < SHORTEST or not (places := initials.get(word[0])):
                continue
            best, score = -1, SAME_WORD
            for place in places:
                ratio = likeness(word, words[right[place]], score_cutoff=score)
                if ratio > score or (ratio and best < 0):
                    best, score = place, ratio
            if best >= 0:
                places.remove(best)
                partners[position] = best
                worth[position] = round(min(weights[number], weights[right[best]]) * score / 100)

    def _strange(
        self, a: int, b: int, left: Sequence[int], right: Sequence[int], partners: Sequence[int]
    ) -> float:
        """0 to 1: how much of the names of the side that shares more of them the other side lacks."""
        if -1 not in partners:
            return 0.0
        known = {word for word, place in zip(left, partners, strict=True) if place >= 0}
        ours = self._lacking(self._corpus.named(a), known)
        if not ours:
            return 0.0
        known = {right[place] for place in partners if place >= 0}
        return min(ours, self._lacking(self._corpus.named(b), known))

    def _lacking(self, names: set[int], known: set[int]) -> float:
        if names <= known:
            return 0.0
        total = sum([self.weights[name] for name in names])
        return sum([self.weights[name] for name in names - known]) / total if total else 0.0


def _share(common: float, light: int, heavy: int) -> float:
    return 50 * min(common / light, 1.0) + 50 * min(common / heavy, 1.0)


def _in_runs(partners: Sequence[int], worth: Sequence[int], size: int) -> float:
    """What the matched words are worth, each by how many of its neighbours stand beside it on both sides.

    Where a side begins or ends there is nothing that could differ.
    """
    last = len(partners) - 1
    total = 0.0
    for position, place in enumerate(partners):
        if place >= 0:
            before = position == 0 or place == 0 or partners[position - 1] == place - 1
            after = position == last or place == size - 1 or partners[position + 1] == place + 1
            total += worth[position] * _BESIDE[before + after]
    return total
