"""All pairs of statements that say the same or contradict each other, among a few or among a million.

Reads every statement once, finds candidates by their rarest keys, verifies them, and says how the two stand
to each other. The result does not depend on the order of the statements or on the number of processes.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from provenance.match.index import Index
from provenance.match.known import Known, weighed
from provenance.match.meaning import meaning
from provenance.match.relate import Difference, difference, least_alike, relation
from provenance.match.spread import Spread, spread
from provenance.match.verify import Likeness, rarity
from provenance.match.words import Corpus
from provenance.model import Relation

#: Of statements with the very same words this many are paired with each other; the others with the first.
COPIES = 50
#: Of those of two readings that are alike so many are paired with each other; the others with the first.
CROSSED = 8
#: Fewer readings than this are not worth a second process.
WORTH_A_PROCESS = 20_000
#: Readings that a process compares at a time.
CHUNK = 2_000

RELATIONS: tuple[Relation, ...] = ("repeat", "variant", "conflict")

Progress = Callable[[int, int], None]
"""Told how many readings are compared, and how many there are."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements by number, the smaller first; their likeness, 0 to 100 with one decimal; their relation."""

    first: int
    second: int
    score: float
    relation: Relation


class Matcher:
    """Statements to be matched: add them all, then take the pairs."""

    __slots__ = (
        "_copies",
        "_first",
        "_index",
        "_known",
        "_least",
        "_readings",
        "_spread",
        "corpus",
        "likeness",
    )

    def __init__(self, known: Known | None = None) -> None:
        """A matcher without statements; `known` tells how common words are beyond those to come."""
        self._known = known
        self.corpus = Corpus()
        self._first = array("I")
        self._copies: dict[int, list[int]] = {}
        self._readings = array("I")
        self._spread: Spread | None = None

    def add(self, text: str) -> int:
        """Add a statement; gives its number, from 0."""
        number = len(self._readings)
        self._spread = None
        reading = self.corpus.add(text)
        self._readings.append(reading)
        if reading == len(self._first):
            self._first.append(number)
        else:
            self._copies.setdefault(reading, [self._first[reading]]).append(number)
        return number

    def __len__(self) -> int:
        return len(self._readings)

    def may_count(self, number: int) -> bool:
        """Whether a number may stand in a statement."""
        return bool(self.corpus.numbered[self._readings[number]])

    @property
    def known(self) -> int:
        """How many different statements the weights of words rest on: what many print counts once."""
        return self.spread.size + (self._known.size if self._known else 0)

    @property
    def spread(self) -> Spread:
        """In how many different statements each word stands."""
        if self._spread is None:
            self._spread = spread(self.corpus)
        return self._spread

    def score(self, first: int, second: int) -> float:
        """How alike two statements are, 0 to 100 with one decimal; `pairs` must have been asked for before."""
        a, b = self._readings[first], self._readings[second]
        return 100.0 if a == b else round(self.likeness.score(a, b), 1)

    def meaning(self, first: int, second: int) -> float:
        """How much of one thing two statements say, copied or not, 0 to 100 with one decimal; after `pairs`."""
        a, b = self._readings[first], self._readings[second]
        return 100.0 if a == b else round(meaning(self.corpus, self.likeness, a, b), 1)

    def shares(self, first: int, second: int) -> tuple[float, float]:
        """Which part of the first statement stands in the second, and the other way round; after `pairs`."""
        a, b = self._readings[first], self._readings[second]
        return (1.0, 1.0) if a == b else self.likeness.shares(a, b)

    @property
    def rarest(self) -> float:
        """The weight of a word that stands in one statement only, in thousandths."""
        return 1000 * rarity(1, self.known)

    def says(self, number: int) -> float:
        """What a statement says: its words, each counted by how rare it is, 1 for a word of its own; after `pairs`."""
        return self.likeness.totals[self._readings[number]] / self.rarest

    def rarities(self, number: int, least: float) -> dict[int, float]:
        """The words of a statement with how rare they are, 1 for a word of its own, from `least` on; after `pairs`."""
        weights, rarest = self.likeness.weights, self.rarest
        words = self.corpus.content(self._readings[number])
        return {word: weights[word] / rarest for word in words if weights[word] >= least * rarest}

    def difference(self, first: int, second: int, score: float) -> Difference | None:
        """Why two statements that are so alike cannot both be right; None if they can."""
        a, b = self._readings[first], self._readings[second]
        return None if a == b else difference(self.corpus, a, b, score)

    def pairs(
        self,
        *,
        least: float | None = None,
        jobs: int = 1,
        split: int | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Pair]:
        """Every pair whose score is `least` or more, in the order of its two numbers.

        Without `least`, what is enough among so many statements.
        With `split`, only pairs of a statement below that number with one from it on.
        """
        self._least = least_alike(self.spread.size) if least is None else least
        counts, different = self.spread
        if self._known:
            counts, different = weighed(self.corpus, self._known), self._known.size + 1
        self.likeness = Likeness(self.corpus, counts, different)
        self._index = Index(self.corpus, self.spread)
        packed = array("Q")
        size = len(self.corpus)
        for end, part in self._compared(min(jobs, size // WORTH_A_PROCESS + 1)):
            packed.extend(part)
            if progress:
                progress(end, size)
        for entry, _ in groupby(sorted(self._stated(packed, split))):
            yield _unpack(entry)

    def _compared(self, jobs: int) -> Iterator[tuple[int, array[int]]]:
        """For each stretch of readings its end, and the packed pairs of readings found in it."""
        size = len(self.corpus)
        stretches = [range(start, min(start + CHUNK, size)) for start in range(0, size, CHUNK)]
        if jobs > 1:
            import multiprocessing

            if "fork" in multiprocessing.get_all_start_methods():
                context = multiprocessing.get_context("fork")
                with context.Pool(jobs, _adopt, (self,)) as pool:
                    yield from zip(
                        (stretch.stop for stretch in stretches), pool.imap(_compare, stretches), strict=True
                    )
                return
        for stretch in stretches:
            yield stretch.stop, self.compare(stretch)

    def compare(self, stretch: range) -> array[int]:
        """The pairs that the readings of a stretch find, each pair found by its shorter reading.

        In a crowd each looks for a few, whichever is shorter, and a pair may be found by both.
        """
        corpus = self.corpus
        starts = corpus.starts
        found = array("Q")
        for reading in stretch:
            others, crowd = self._index.candidates(reading)
            if not crowd:
                # The shorter one looks for the longer one, which should contain its words.
                size = starts[reading + 1] - starts[reading]
                others = [
                    other
                    for other in others
                    if (longer := starts[other + 1] - starts[other]) > size
                    or (longer == size and self._asks(reading, other))
                ]
            for other, score in self.likeness.alike(reading, others, self._least):
                rest = _rest(score, relation(corpus, reading, other, score))
                found.append(_pack(reading, other, rest))
        return found

    def _asks(self, a: int, b: int) -> bool:
        """Whether it is a that looks for b, of two readings of one length: the one whose words come first."""
        order = self.corpus.in_order(a, b)
        return order < 0 or (order == 0 and a < b)

    def _stated(self, packed: array[int], split: int | None) -> Iterator[int]:
        """The packed pairs of statements behind pairs of readings, and those of statements with one reading."""
        first_of, copied = self._first, self._copies
        for entry in packed:
            rest = entry & _REST
            one, other = entry >> 38, entry >> 12 & _NUMBER_MASK
            if one not in copied and other not in copied:
                first, second = first_of[one], first_of[other]
                if split is None or (first < split) != (second < split):
                    yield _pack(first, second, rest)
                continue
            firsts, seconds = self._stating(one), self._stating(other)
            for position, first in enumerate(firsts):
                for second in seconds[: CROSSED if position < CROSSED else 1] if position else seconds:
                    if split is None or (first < split) != (second < split):
                        yield _pack(first, second, rest)
        equal = _rest(100.0, "repeat")
        for copies in self._copies.values():
            for position, second in enumerate(copies):
                for first in copies[: position if position < COPIES else 1]:
                    if split is None or (first < split) != (second < split):
                        yield _pack(first, second, equal)

    def _stating(self, reading: int) -> Sequence[int]:
        copies = self._copies.get(reading)
        return copies[:COPIES] if copies else (self._first[reading],)


#: A pair in 64 bits: two numbers, ten bits of score, two of relation. A list of a million stays small.
_NUMBER_BITS = 26
_NUMBER_MASK = (1 << _NUMBER_BITS) - 1
_REST = (1 << 12) - 1


def _rest(score: float, relation: Relation) -> int:
    return round(score * 10) << 2 | RELATIONS.index(relation)


def _pack(a: int, b: int, rest: int) -> int:
    return (a << 38 | b << 12 | rest) if a < b else (b << 38 | a << 12 | rest)


def _unpack(entry: int) -> Pair:
    return Pair(entry >> 38, entry >> 12 & _NUMBER_MASK, (entry >> 2 & 1023) / 10, RELATIONS[entry & 3])


_matcher: Matcher


def _adopt(matcher: Matcher) -> None:
    """Take over the parent's matcher in a forked process: nothing is copied."""
    global _matcher
    _matcher = matcher


def _compare(stretch: range) -> array[int]:
    return _matcher.compare(stretch)
