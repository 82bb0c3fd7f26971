"""A few statements matched with many that are kept elsewhere: only what shares rare keys is ever looked at."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log
from typing import NamedTuple, Protocol

from provenance.match.index import BUDGET, CAP, FEW_KEYS, LEAST_KEYS
from provenance.match.keys import keys_of
from provenance.match.relate import MANY, SAME_CLAIM_OF_FEW, least_alike, relation
from provenance.match.verify import Likeness
from provenance.match.words import Corpus
from provenance.model import Relation

#: Of the kept statements that share rare keys with one of ours, so many are compared: those that share most.
#: Recall on made reuse among 25,000 statements: .975 with 12, .977 with 30, .979 with all, at nearly twice the time.
MOST = 12


class Known(Protocol):
    """What matching asks of a place that keeps statements."""

    @property
    def size(self) -> int:
        """How many statements are kept."""

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many statements each word stands; words of none may be missing."""

    def postings(self, key: str, most: int) -> Sequence[int]:
        """The statements with a key, by number; no more than `most`."""

    def texts(self, numbers: Iterable[int]) -> Mapping[int, str]:
        """The words of statements by number; those no longer kept are missing."""


class Found(NamedTuple):
    """A kept statement that is like one of ours: our place in the sequence, its number, 0 to 100, relation."""

    at: int
    number: int
    score: float
    relation: Relation


def floor(size: int) -> float:
    """The least score of one claim among so many statements: few of them cannot tell grammar from names."""
    return least_alike(size) if size >= MANY else SAME_CLAIM_OF_FEW


def find_known(texts: Sequence[str], known: Known, *, least: float | None = None) -> Iterator[Found]:
    """What is kept and says the same as one of the texts, or contradicts it; in the order of both.

    `least` is the score from which on two say the same (default: `floor` of what is kept).
    """
    corpus = Corpus()
    readings = [corpus.add(text) for text in texts]
    words = [[corpus.words[word] for word in corpus.content(reading)] for reading in readings]
    counts = known.counts({word for reading in words for word in reading})
    near = [_candidates(reading, counts, known) for reading in words]
    kept = known.texts(sorted({other for others in near for other in others}))
    theirs = {number: corpus.add(text) for number, text in kept.items()}
    likeness = Likeness(corpus, weighed(corpus, known, counts), known.size + 1)
    least = floor(known.size) if least is None else least
    for at, (reading, others) in enumerate(zip(readings, near, strict=True)):
        for other in sorted(others):
            rival = theirs.get(other)
            if rival is None:
                continue
            score = 100.0 if rival == reading else round(likeness.score(reading, rival, least), 1)
            if score >= least:
                same = "repeat" if rival == reading else relation(corpus, reading, rival, score)
                yield Found(at, other, score, same)


def weighed(corpus: Corpus, known: Known, counts: Mapping[str, int] | None = None) -> array[int]:
    """For each word of the corpus in how many kept statements it stands, at least one."""
    have = dict(counts or {})
    have.update(known.counts({word for word in corpus.words if word not in have}))
    return array("I", (max(have.get(word, 0), 1) for word in corpus.words))


def _candidates(words: Sequence[str], counts: Mapping[str, int], known: Known) -> list[int]:
    """Kept statements that share enough of the rarest keys; a pair is at most as frequent as its rarer word."""
    keys = keys_of(words)
    found: list[Sequence[int]] = []
    frequent: list[str] = []
    for key in keys:
        known_size = counts.get(key, 0)  # of a word; a pair's is not known before it is asked for
        postings = known.postings(key, BUDGET + 1) if known_size <= BUDGET else ()
        if 0 < len(postings) <= BUDGET:
            found.append(postings)
        elif postings or BUDGET < known_size <= CAP:
            frequent.append(key)
    if len(found) < LEAST_KEYS:
        # What fills the budget alone is looked at only where there is too little else.
        found += [some for key in frequent if len(some := known.postings(key, CAP + 1)) <= CAP]
    found.sort(key=len)
    spent = 0
    chosen: list[Sequence[int]] = []
    for postings in found:
        spent += len(postings)
        if spent > BUDGET and len(chosen) >= LEAST_KEYS:
            break
        chosen.append(postings)
    shared: Counter[int] = Counter()
    worth: dict[int, float] = {}
    for postings in chosen:
        shared.update(postings)
        rarity = log((known.size + 1) / len(postings))
        for number in postings:
            worth[number] = worth.get(number, 0.0) + rarity
    near = [number for number, count in shared.items() if count > 1 or len(chosen) <= FEW_KEYS]
    return near if len(near) <= MOST else nlargest(MOST, near, key=lambda number: (worth[number], -number))
