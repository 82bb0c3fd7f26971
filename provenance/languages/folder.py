"""A language that is one folder: what its lists say, and the grammar that no list can hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from provenance.languages.base import Draft, Lexicon
from provenance.languages.lexicon import read_lexicon
from provenance.passage import Passage
from provenance.passage.sentences import SentenceRules

Finder = Callable[[Sequence[Passage]], list[Draft]]


class FolderLanguage:
    """A `Language` whose lexicon is read when it is first asked for."""

    def __init__(self, code: str, folder: Path, sentence_rules: SentenceRules, find: Finder) -> None:
        """`folder` holds the code of the language; `find` is the grammar."""
        self.code = code
        self.sentence_rules = sentence_rules
        self.folder = folder
        self._find = find

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(self.code)

    def find(self, passages: Sequence[Passage]) -> list[Draft]:
        return self._find(passages)
