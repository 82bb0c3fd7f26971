"""In how many different sentences words stand: a sentence that many papers print counts once, whatever each changes.

Rarity tells names from grammar, and a word is not common because one dispatch is printed everywhere. Sentences
whose frequent words and figures are the same, in the same order, and that have little else are one sentence here:
what each paper puts in or takes out is mostly rare. A rare name makes a sentence another one: reports of one make
("… closed at …") are not reprints.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from provenance.match.words import Corpus

#: A word in fewer readings than this needs no second look: reprints by so few hide nothing.
FREQUENT = 20
#: So many frequent words must a reading have to be known by them, and at most this part of rare ones.
LEAST_WORDS, MOST_RARE = 5, 0.15


class Spread(NamedTuple):
    """For each word of a corpus the number of different sentences it stands in, and how many there are of them."""

    counts: array[int]
    size: int


def spread(corpus: Corpus) -> Spread:
    """The spread of the words of a complete corpus; it does not depend on the order of the readings."""
    often = bytearray(count >= FREQUENT for count in corpus.counts)
    counts = array("I", corpus.counts)
    size = len(corpus)
    if not any(often):
        return Spread(counts, size)
    seen: set[int] = set()
    figures = corpus.figures.values
    for reading in range(size):
        content = corpus.content(reading)
        frequent = [word for word in content if often[word]]
        rare = len(content) - len(frequent)
        if len(frequent) < LEAST_WORDS or rare > MOST_RARE * len(content):
            continue
        if rare and any(not often[word] for word in corpus.named(reading)):
            continue
        given = corpus.figure_range(reading)
        key = hash((*frequent, *figures[given.start : given.stop]))
        if key in seen:
            size -= 1
            for word in frequent:
                counts[word] -= 1
        else:
            seen.add(key)
    return Spread(counts, size)
