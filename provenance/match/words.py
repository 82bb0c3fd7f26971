"""Statements as words to compare: numbers and negation apart, because no likeness of words shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.match.quantities import NEGATIONS, number_value

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(slots=True)
class Words:
    """The words of one statement, each once, in order."""

    content: list[str]
    """Folded words without numbers."""
    names: frozenset[str]
    """Folded words that have a capital where their sentence does not give it one."""
    numbers: frozenset[float]
    negated: bool


def read_words(text: str) -> Words:
    """The words of a statement's text."""
    content: dict[str, None] = {}
    names: set[str] = set()
    numbers: set[float] = set()
    negated = False
    for position, match in enumerate(_TOKEN.finditer(text)):
        word = match[0]
        if word[0].isdigit():
            value = number_value(word)
            if value is not None:
                numbers.add(value)
            continue
        folded = word.casefold()
        content[folded] = None
        if position and word[0].isupper():
            names.add(folded)
        negated = negated or folded in NEGATIONS
    return Words(list(content), frozenset(names), frozenset(numbers), negated)
