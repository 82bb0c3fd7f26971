"""The sentences of a passage as the grammar reads them: none ends inside a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance import glyphs
from provenance.passage import Passage, Quote
from provenance.passage.sentences import LONGEST

DASHES = frozenset(glyphs.DASHES) | {"--"}
STOPS = frozenset(glyphs.STOPS) | {"..."}


#: Sentences that quotations join are one up to so many tokens; then the next quotation begins a sentence of its own.
#: The longest that US campaign news joins have 329.
LONGEST_JOINED = 2 * LONGEST


@dataclass(slots=True)
class Sentence:
    """A stretch of one passage from which no quotation sticks out."""

    passage: Passage
    number: int
    """Number of the passage in the document."""
    first: int
    after: int
    body: int
    """Number of the token after the last one that is not a full stop."""
    outer: list[int]
    """For each token of the passage the number of the outermost quotation it stands in, or -1."""
    words: list[str]
    lower: list[str]
    phrase_starts: dict[tuple[int, int], int] = field(default_factory=dict)
    """Where the noun phrases begin that were looked for, by end and floor: coordinations ask again and again."""

    def quote_at(self, at: int) -> Quote | None:
        """The outermost quotation whose words or marks stand at `at`."""
        number = self.outer[at]
        return self.passage.quotes[number] if number >= 0 else None

    def closes(self, at: int) -> Quote | None:
        """The outermost quotation that ends with the token `at`."""
        quote = self.quote_at(at) if self.first <= at < self.after else None
        return quote if quote is not None and quote.close == at else None

    def opens(self, at: int) -> Quote | None:
        """The outermost quotation that begins with the token `at`."""
        quote = self.quote_at(at) if self.first <= at < self.after else None
        return quote if quote is not None and quote.open == at else None

    def word(self, at: int) -> str:
        """The lower-case word at `at`; "" in a quotation and beyond the sentence's words."""
        return self.lower[at] if self.first <= at < self.body and self.outer[at] < 0 else ""

    def breaks(self, at: int) -> bool:
        """Whether a comma or dash, which may part an aside or a frame from the rest, stands at `at`."""
        return (
            self.first <= at < self.body
            and self.outer[at] < 0
            and (self.words[at] == "," or self.words[at] in DASHES)
        )

    def quotes(self) -> Iterator[Quote]:
        """The outermost quotations that begin in the sentence."""
        quotes = self.passage.quotes
        for number in range(bisect_left(quotes, self.first, key=_opening), len(quotes)):
            if quotes[number].open >= self.after:
                break
            if self.outer[quotes[number].open] == number:
                yield quotes[number]


def read_sentences(passage: Passage, number: int) -> list[Sentence]:
    """The sentences of a passage in order; those that a quotation spans are one."""
    outer = _outermost(passage)
    sentences: list[Sentence] = []
    first = 0
    for _, after in passage.sentences:
        within = after < len(outer) and outer[after] >= 0 and outer[after] == outer[after - 1]
        if after - first > LONGEST_JOINED and within:
            # Cut before the quotation that goes on, unless it is all that there is.
            after = passage.quotes[outer[after]].open
            within = after <= first
        if within:
            continue
        body = after
        while body > first + 1 and passage.words[body - 1] in STOPS and outer[body - 1] < 0:
            body -= 1
        sentences.append(Sentence(passage, number, first, after, body, outer, passage.words, passage.lower))
        first = after
    return sentences


def _opening(quote: Quote) -> int:
    return quote.open


def _outermost(passage: Passage) -> list[int]:
    outer = [-1] * len(passage.words)
    reached = -1
    for number, quote in enumerate(passage.quotes):
        if quote.open > reached:
            reached = quote.close
            outer[quote.open : quote.close + 1] = [number] * (quote.close + 1 - quote.open)
    return outer
