"""Pairs of quotation marks in every national style, found by glyph and by the blanks around it.

Source: the styles are those of the Unicode Standard, chapter 6.2, "Language-Based Usage of Quotation
Marks". A glyph that opens in one country closes in another, so the pair is decided by what is open and
by white space, never by a list of languages; one odd mark costs one quotation, not the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.glyphs import DASHES, SINGLE

#: Opening glyph → the glyphs that may close it.
CLOSERS: dict[str, str | tuple[str, ...]] = {
    "„": '“”"„',
    "“": ("”", "“", '"', "’’", "''"),
    "”": "”",
    "»": "«»",
    "«": "»",
    "‚": "‘’'",
    "‘": "’‘'",
    "›": "‹›",
    "‹": "›",
    '"': ('"', "“", "”", "''"),
    "'": "'",
    "''": ("''",),
    "``": ("''",),
}
MARKS = frozenset(CLOSERS) | {"’", "’’"}
#: Closing glyph → the glyphs that it may close.
OPENED_BY: dict[str, tuple[str, ...]] = {
    mark: tuple(glyph for glyph, closers in CLOSERS.items() if mark in closers) for mark in MARKS
}


@dataclass(slots=True)
class Quote:
    """A pair of quotation marks, by the numbers of the tokens that are the marks."""

    open: int
    close: int
    """The closing mark; for an unclosed quotation the last token that is taken to belong to it."""
    depth: int
    """0 for an outer quotation, 1 for one inside it, and so on."""
    closed: bool = True
    single: bool = False

    @property
    def size(self) -> int:
        """Number of tokens between the marks."""
        return self.close - self.open - (1 if self.closed else 0)


def pair_marks(words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[Quote]:
    """The quotations of one block in order of their opening marks.

    A quotation left open gets `closed=False` and `close` = the last token; the caller decides how far
    it reaches. Unpaired single marks are apostrophes and give nothing: an unpaired one is no fault.
    """
    stack = _Open(words)
    found: list[Quote] = []
    last = len(words) - 1
    for at, word in enumerate(words):
        if word not in MARKS:
            continue
        glued_left = at > 0 and ends[at - 1] == starts[at]
        glued_right = at < last and starts[at + 1] == ends[at]
        before = words[at - 1] if glued_left else " "
        may_open = word in CLOSERS and glued_right and (before in " ([{/" + DASHES or before in MARKS)
        if (
            not stack.marks
            and glued_right
            and before in (",", ":")
            and word in CLOSERS
            and word not in SINGLE
        ):
            may_open = True  # a blank was forgotten: "said,“Look"
        top = stack.marks[-1] if stack.marks else -1
        if top >= 0 and word in CLOSERS[words[top]] and not (may_open and before not in MARKS):
            stack.close(at, found)
        elif may_open and words[at + 1] not in ",.;)":
            stack.open(at)
        elif (glued_left or not glued_right) and stack.closable(word):
            stack.close(at, found)
    depth = 0
    for opener in stack.marks:
        if words[opener] not in SINGLE:
            found.append(Quote(opener, last, depth, closed=False))
            depth += 1
    found.sort(key=lambda quote: quote.open)
    _nest_singles(found)
    return found


def _nest_singles(quotes: Sequence[Quote]) -> None:
    """Count single marks inside single ones as deeper; unpaired ones were apostrophes and do not count."""
    around: list[Quote] = []
    for quote in quotes:
        if not quote.single:
            continue
        while around and around[-1].close < quote.open:
            around.pop()
        if around and around[-1].depth >= quote.depth:
            quote.depth = around[-1].depth + 1
        around.append(quote)


class _Open:
    """The marks that are open at a place, the innermost last, counted by glyph."""

    def __init__(self, words: Sequence[str]) -> None:
        self.marks: list[int] = []
        self._words = words
        self._count = dict.fromkeys(CLOSERS, 0)
        self._doubles = 0

    def open(self, at: int) -> None:
        self.marks.append(at)
        self._add(at, 1)

    def closable(self, word: str) -> bool:
        """Whether the glyph closes any of the open marks."""
        return any(self._count[glyph] for glyph in OPENED_BY.get(word, ()))

    def close(self, at: int, found: list[Quote]) -> None:
        """Pair the mark `at` with the innermost one that it closes; what is open inside is given up."""
        while True:
            opener = self.marks.pop()
            self._add(opener, -1)
            if self._words[at] in CLOSERS[self._words[opener]]:
                break
        if at > opener + 1:
            found.append(Quote(opener, at, self._doubles, single=self._words[opener] in SINGLE))

    def _add(self, at: int, count: int) -> None:
        self._count[self._words[at]] += count
        self._doubles += count if self._words[at] not in SINGLE else 0
