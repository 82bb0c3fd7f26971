"""The words that may tell one sentence from another."""

from __future__ import annotations

import re

from provenance.match.keys import GRAMMAR
from provenance.match.numerals import fold
from provenance.match.quantities import stem

#: Shorter words tell no sentence from another.
SHORT = 2
_WORD = re.compile(r"[^\W_]+")


def content(text: str) -> set[str]:
    """Them without their endings."""
    return {
        stem(fold(word)) for word in _WORD.findall(text) if len(word) > SHORT and fold(word) not in GRAMMAR
    }
