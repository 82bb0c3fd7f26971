"""Which readings are worth comparing: those that share their rarest words and rarest pairs of words.

An inverted index over single words and over pairs of neighbours, grammar words left out. A reading asks for
its rarest keys only, until it has looked at `BUDGET` entries: so the work grows with the number of statements
and not with its square, however often things repeat.
"""

from __future__ import annotations

from array import array
from collections import Counter
from heapq import nsmallest
from itertools import pairwise
from zlib import crc32

from provenance.match.spread import Spread
from provenance.match.words import Corpus

#: A key that more readings share than this tells nothing any more.
CAP = 400
#: About so many entries of the index does one reading look at.
BUDGET = 120
#: But always at this many keys.
LEAST_KEYS = 3
#: A reading with more keys than this must share two of them: one rare word in common is mostly a name.
FEW_KEYS = 4
#: A frequent key of which at most this part are different sentences is a reprinted one: so many of its readings
#: are kept, the longest, so that all others meet there.
REPRINTED, MEETING = 0.25, 40
#: Of more candidates than this only the best are compared.
CROWD, BEST = 100, 16
#: Words in more than this share of the readings, and in at least `COMMON` of them, are grammar.
COMMON_SHARE = 0.02
COMMON = 50

_WORD = (1 << 32) - 1
_MIX = 0x9E3779B97F4A7C15  # 2⁶⁴ / golden ratio: spreads neighbouring numbers over the table


class Index:
    """The keys of a complete corpus, and each reading's rarest ones, in flat arrays."""

    __slots__ = ("_corpus", "_key_starts", "_keys", "_posting_starts", "_postings", "_ranks", "_spread")

    def __init__(self, corpus: Corpus, spread: Spread) -> None:
        """Index every reading of the corpus, whose words have that spread."""
        self._corpus = corpus
        self._spread = spread
        self._ranks: dict[int, tuple[int, int]] = {}
        self._posting_starts = array("I", [0])
        self._postings = array("I")
        self._key_starts = array("I", [0])
        self._keys = array("I")
        numbers, sizes, held, held_starts = self._post(corpus)
        self._choose(numbers, sizes, held, held_starts)

    def candidates(self, reading: int) -> tuple[list[int], bool]:
        """The readings that share enough of this one's rarest keys, itself perhaps among them.

        Of a crowd, which is told by the second value, only those that share most keys, the longest of equals.
        """
        keys = self._keys[self._key_starts[reading] : self._key_starts[reading + 1]]
        starts, postings = self._posting_starts, self._postings
        found = array("I")
        for key in keys:
            found += postings[starts[key] : starts[key + 1]]
        counts = Counter(found)
        if len(keys) <= FEW_KEYS:
            near = list(counts)
        else:
            near = [other for other, count in counts.items() if count > 1]
        if len(near) <= CROWD:
            return near, False
        del counts[reading]
        enough = sorted(counts.values())[-BEST]
        best = [other for other, count in counts.items() if count > enough]
        last = [other for other, count in counts.items() if count == enough]
        return best + nsmallest(BEST - len(best), last, key=self._rank), True

    def _rank(self, reading: int) -> tuple[int, int]:
        """Sorts readings, the longest first, whatever the order they were added in."""
        rank = self._ranks.get(reading)
        if rank is None:
            words = [self._corpus.words[word] for word in self._corpus.content(reading)]
            rank = self._ranks[reading] = (-len(words), crc32(" ".join(words).encode("utf-8", "replace")))
        return rank

    def _kept(self, key: int, postings: list[int]) -> list[int]:
        """The readings by which a key finds others; none for one that tells nothing."""
        if len(postings) < 2:
            return []
        if len(postings) > BUDGET:
            counts = self._spread.counts
            different = (
                counts[key] if key < len(counts) else min(counts[(key >> 32) - 1], counts[key & _WORD])
            )
            if different <= REPRINTED * len(postings):
                return sorted(nsmallest(MEETING, postings, key=self._rank))
        return postings if len(postings) <= CAP else []

    def _post(self, corpus: Corpus) -> tuple[dict[int, int], array[int], array[int], array[int]]:
        """Fill the postings; gives key → number, how many readings hold each, and the keys of each reading."""
        readers: dict[int, list[int]] = {}
        held = array("Q")
        held_starts = array("I", [0])
        twice = _Twice(len(corpus) * 12)
        common = max(COMMON, int(self._spread.size * COMMON_SHARE))
        counts = self._spread.counts
        often = corpus.counts
        for reading in range(len(corpus)):
            twice.note(_pairs([word for word in corpus.content(reading) if counts[word] <= common]))
        for reading in range(len(corpus)):
            content = [word for word in corpus.content(reading) if counts[word] <= common]
            keys = [word for word in content if often[word] > 1 and counts[word] <= CAP] + twice.seen(
                _pairs(content)
            )
            held.extend(keys)
            held_starts.append(len(held))
            for key in keys:
                if key in readers:
                    readers[key].append(reading)
                else:
                    readers[key] = [reading]
        numbers: dict[int, int] = {}
        sizes = array("I")
        for key, postings in readers.items():
            if kept := self._kept(key, postings):
                numbers[key] = len(numbers)
                sizes.append(len(postings))
                self._postings.extend(kept)
                self._posting_starts.append(len(self._postings))
        return numbers, sizes, held, held_starts

    def _choose(
        self, numbers: dict[int, int], sizes: array[int], held: array[int], held_starts: array[int]
    ) -> None:
        """Keep each reading's rarest keys, as far as the budget goes; ties in the order of the text."""
        starts = self._posting_starts
        for first, last in pairwise(held_starts):
            keys = [numbers[key] for key in held[first:last] if key in numbers]
            keys.sort(key=sizes.__getitem__)
            spent = 0
            for position, key in enumerate(keys):
                spent += starts[key + 1] - starts[key]
                if spent > BUDGET and position >= LEAST_KEYS:
                    break
                self._keys.append(key)
            self._key_starts.append(len(self._keys))


class _Twice:
    """Remembers which keys were seen twice, in one byte a slot: most pairs stand in one reading only."""

    __slots__ = ("_mask", "_slots")

    def __init__(self, expected: int) -> None:
        self._mask = (1 << max(12, expected.bit_length())) - 1
        self._slots = bytearray(self._mask + 1)

    def note(self, keys: list[int]) -> None:
        slots, mask = self._slots, self._mask
        for key in keys:
            slot = (key * _MIX >> 32) & mask
            if slots[slot] < 2:
                slots[slot] += 1

    def seen(self, keys: list[int]) -> list[int]:
        """Those of the keys that were noted twice; a few others with them, where two share a slot."""
        slots, mask = self._slots, self._mask
        return [key for key in keys if slots[(key * _MIX >> 32) & mask] > 1]


def _pairs(content: list[int]) -> list[int]:
    """Each two neighbours as one number that is no word's."""
    return [(first + 1) << 32 | second for first, second in pairwise(content)]
