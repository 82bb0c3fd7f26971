"""Pairs of quotation marks in every national style, found by glyph and by the blanks around it.

Source: the styles are those of the Unicode Standard, chapter 6.2, "Language-Based Usage of Quotation
Marks". A glyph that opens in one country closes in another, so the pair is decided by what is open and
by white space, never by a list of languages; one odd mark costs one quotation, not the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: Opening glyph → the glyphs that may close it.
CLOSERS: dict[str, str | tuple[str, ...]] = {
    "„": '“”"„',
    "“": '”“"',
    "”": "”",
    "»": "«»",
    "«": "»",
    "‚": "‘’'",
    "‘": "’‘'",
    "›": "‹›",
    "‹": "›",
    '"': '"“”',
    "'": "'",
    "''": ("''",),
    "``": ("''",),
}
MARKS = frozenset(CLOSERS) | {"’"}
#: Single glyphs double as apostrophes, so an unpaired one is no fault.
SINGLE = frozenset("‚‘’'›‹")


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
    it reaches. Unpaired single marks are apostrophes and give nothing.
    """
    stack: list[int] = []
    found: list[Quote] = []
    last = len(words) - 1
    for at, word in enumerate(words):
        if word not in MARKS:
            continue
        glued_left = at > 0 and ends[at - 1] == starts[at]
        glued_right = at < last and starts[at + 1] == ends[at]
        before = words[at - 1] if glued_left else " "
        may_open = word in CLOSERS and glued_right and (before in " ([{–—-/" or before in MARKS)
        if not stack and glued_right and before in (",", ":") and word in CLOSERS and word not in SINGLE:
            may_open = True  # a blank was forgotten: "said,“Look"
        top = stack[-1] if stack else -1
        if top >= 0 and word in CLOSERS[words[top]] and not (may_open and before not in MARKS):
            _close(found, stack, top, at, words)
        elif may_open and words[at + 1] not in ",.;)":
            stack.append(at)
        elif top >= 0 and (glued_left or not glued_right):
            for opener in reversed(stack):
                if word in CLOSERS[words[opener]]:
                    _close(found, stack, opener, at, words)
                    break
    depth = 0
    for opener in stack:
        if words[opener] not in SINGLE:
            found.append(Quote(opener, last, depth, closed=False))
            depth += 1
    found.sort(key=lambda quote: quote.open)
    return found


def _close(found: list[Quote], stack: list[int], opener: int, at: int, words: Sequence[str]) -> None:
    while stack.pop() != opener:
        pass
    depth = sum(words[open_] not in SINGLE for open_ in stack)
    if at > opener + 1:
        found.append(Quote(opener, at, depth, single=words[opener] in SINGLE))
