"""The keys by which a kept statement is found again: its words and its pairs of neighbouring words.

Unlike the index of one run, which sees all statements before it chooses, a kept index must give a statement
the same keys on every day: so grammar is a fixed list here, and which keys are rare is asked when they are
looked up. A change to the list or to `fold` makes kept keys stale; raise the archive's schema version with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from provenance.match.numerals import fold
from provenance.words import every

#: Words that tie no two statements together, folded as the words of a reading are.
GRAMMAR = frozenset(map(fold, every("keys", "grammar")))


def keys_of(words: Sequence[str]) -> list[str]:
    """The keys of a statement whose folded words these are, each once: words, then pairs as "first_second"."""
    content = [bare for word in words if word not in GRAMMAR and (bare := word.replace("'", ""))]
    return list(dict.fromkeys([*content, *(f"{first}_{second}" for first, second in pairwise(content))]))
