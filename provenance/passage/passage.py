"""A block cut into tokens, sentences and quotations: the only form in which a grammar sees text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from provenance.glyphs import APOSTROPHES
from provenance.model import PROSE, Block, Document
from provenance.passage.marks import MARKS, Quote, pair_marks
from provenance.passage.sentences import SentenceRules, split_sentences
from provenance.spans import Span
from provenance.words import ALL, any_of, words

_ENDING = rf"(?:{any_of(words(ALL, 'grammar', 'gender_endings'))})"
_MARKED = rf"[:*_/·][-‑]?{_ENDING}"
# Numbers with inner points, commas or colons stay whole ("3.000", "12,5", "18:30"); so do words with
# inner hyphens, apostrophes or ampersands ("US-Außenminister", "geht’s", "O'Hara") and those with a mark of gender
# before a German ending ("Leser:innen", "Leser*in"). Two apostrophes or two grave accents in a row are a quotation
# mark, as some wire services send them.
TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:[-‑–]?[^\W\d_]+)*|''(?!'(?!\w))|’’|``|…|\.\.\.|[^\W_]+(?:[-‑{APOSTROPHES}&][^\W_]+)*(?:{_MARKED}(?![^\W_]))?[-‑]?|\S"
)
#: The mark of gender within a word: what the word lists have is the form without it.
_GENDER = re.compile(rf"(?<=[^\W\d_])[:*_/·][-‑]?(?={_ENDING}$)")


@dataclass(slots=True)
class Passage:
    """The tokens of one prose block; ranges of tokens are half open, like all spans."""

    block: Block
    text: str
    """The whole text of the document: token offsets count in it."""
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]] = field(default_factory=list)
    """Token ranges; a sentence holds its closing mark ("Ja.«")."""
    quotes: list[Quote] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    """For each token the number of the innermost quotation (marks included) it stands in, or -1;
    empty if the block has no quotation."""
    closing: dict[int, list[Quote]] = field(default_factory=dict)
    """Last token → the quotations that end with it."""

    def span(self, first: int, after: int) -> Span:
        """Offsets of the tokens `first` to `after` (exclusive)."""
        return Span(self.starts[first], self.ends[after - 1])

    def cut(self, first: int, after: int) -> str:
        """The words of a token range, as they stand in the text."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def quoted(self, at: int) -> bool:
        """Whether a token stands in a quotation (or is one of its marks)."""
        return bool(self.inside) and self.inside[at] >= 0

    def opening(self, first: int, after: int) -> list[Quote]:
        """The quotations that open with one of the tokens `first` to `after` (exclusive), in order."""
        quotes = self.quotes
        return quotes[bisect_left(quotes, first, key=_open) : bisect_left(quotes, after, key=_open)]


def read_passages(document: Document, rules: SentenceRules) -> list[Passage]:
    """The prose blocks of a document as passages, in order."""
    passages = [_passage(document.text, block, rules) for block in document.blocks if block.kind in PROSE]
    passages = [passage for passage in passages if passage.words]
    _bound_open_quotations(passages)
    for passage in passages:
        if passage.quotes:
            passage.inside = _innermost(len(passage.words), passage.quotes)
            for quote in passage.quotes:
                passage.closing.setdefault(quote.close, []).append(quote)
    return passages


def _open(quote: Quote) -> int:
    return quote.open


def _passage(text: str, block: Block, rules: SentenceRules) -> Passage:
    spans = [match.span() for match in TOKEN.finditer(text, block.start, block.end)]
    words = [text[start:end] for start, end in spans]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    passage = Passage(block, text, words, [plain(word) for word in words], starts, ends)
    if not MARKS.isdisjoint(words):
        passage.quotes = pair_marks(words, starts, ends)
    passage.sentences = split_sentences(words, starts, ends, rules)
    return passage


def plain(word: str) -> str:
    """A word in lower case without a mark of gender: "Leser:innen" is "leserinnen"."""
    return word.lower() if word.isalpha() else _GENDER.sub("", word.lower())


def _bound_open_quotations(passages: Sequence[Passage]) -> None:
    """Let an unclosed quotation run on only where the next paragraph reopens it.

    By the convention of books and newspapers a quotation over several paragraphs opens each of them
    and closes only the last. Without that sign, the closing mark was forgotten, and what can be
    believed to be quoted ends with the sentence.
    """
    for number, passage in enumerate(passages):
        ends = [end for _, end in passage.sentences]
        for quote in passage.quotes:
            if quote.closed:
                continue
            following = passages[number + 1] if number + 1 < len(passages) else None
            goes_on = following is not None and following.words[0] == passage.words[quote.open]
            if not goes_on:
                quote.close = ends[bisect_right(ends, quote.open)] - 1


def _innermost(size: int, quotes: Sequence[Quote]) -> list[int]:
    """For each token the number of the quotation around it that opened last, or -1."""
    inside = [-1] * size
    around: list[int] = []
    number = 0
    for at in range(quotes[0].open, size):
        if number < len(quotes) and quotes[number].open == at:
            around.append(number)
            number += 1
        while around and quotes[around[-1]].close < at:
            around.pop()
        if around:
            inside[at] = around[-1]
    return inside
