"""Pull quotes: words of a story that its page or feed shows a second time to draw the reader in."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: A pull quote has so many code points; shorter words are said twice by chance.
SHORTEST, LONGEST = 20, 400
_NO_WORD = re.compile(r"[\W_]+")


def words_of(paragraphs: Iterable[str]) -> str:
    """The words of a story's paragraphs, a line each, in which `is_pulled` looks for a quotation."""
    return "\n".join(map(_words, paragraphs))


def is_pulled(text: str, told: str) -> bool:
    """Whether a text that is set off as a quotation stands word for word in a paragraph of its story (`words_of`).

    It must be set off by its markup: a paragraph that is nothing but a quotation is how a story makes its point.
    """
    return SHORTEST <= len(text.strip()) <= LONGEST and _words(text) in told


def _words(text: str) -> str:
    return f" {_NO_WORD.sub(' ', text).strip().casefold()} "
