"""English: its lexicon as data and its grammar of reporting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from provenance.languages.base import Draft, Lexicon
from provenance.languages.en.grammar import find_statements
from provenance.languages.en.words import SENTENCES
from provenance.languages.lexicon import read_lexicon
from provenance.passage import Passage

__all__ = ["English", "language"]


class English:
    """The English of newspapers and agencies, British and American."""

    code = "en"
    sentence_rules = SENTENCES

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(Path(__file__).parent / "lexicon.toml")

    def find(self, passages: Sequence[Passage]) -> list[Draft]:
        return find_statements(passages)


def language() -> English:
    """English, ready to find statements."""
    return English()
