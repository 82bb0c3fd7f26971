"""German: its lexicon as data and its grammar of reporting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from provenance.languages.base import Draft, Lexicon
from provenance.languages.de.grammar import find_statements
from provenance.languages.de.words import SENTENCES
from provenance.languages.lexicon import read_lexicon
from provenance.passage import Passage

__all__ = ["German", "language"]


class German:
    """The German of newspapers in Germany, Austria and Switzerland."""

    code = "de"
    sentence_rules = SENTENCES

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(Path(__file__).parent / "lexicon.toml")

    def find(self, passages: Sequence[Passage]) -> list[Draft]:
        return find_statements(passages)


def language() -> German:
    """German, ready to find statements."""
    return German()
