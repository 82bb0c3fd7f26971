"""A language that is one folder: what its lists say, and the grammar that no list can hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate
from provenance.grammar.statements import find_candidates
from provenance.languages.base import Draft, Lexicon
from provenance.languages.lexicon import read_lexicon
from provenance.passage import Passage
from provenance.passage.sentences import SentenceRules

if TYPE_CHECKING:
    from provenance.grammar.near import NearMiss

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

    def near_misses(self, passages: Sequence[Passage]) -> list[NearMiss]:
        """What rows nearly found; nothing where the grammar has no table."""
        from provenance.grammar.near import near_misses

        return near_misses(self._find.grammar, passages) if isinstance(self._find, _GrammarFinder) else []


@dataclass(frozen=True, slots=True)
class _GrammarFinder:
    grammar: Grammar

    def __call__(self, passages: Sequence[Passage]) -> list[Draft]:
        drafts: dict[int, Draft] = {}
        for candidate in find_candidates(self.grammar, passages):
            parent = drafts.get(id(candidate.parent)) if candidate.parent is not None else None
            drafts[id(candidate)] = _draft(candidate, parent)
        return list(drafts.values())


def grammar_finder(grammar: Grammar) -> Finder:
    """A finder that reads documents with a grammar and hands its candidates on as drafts."""
    return _GrammarFinder(grammar)


def _draft(candidate: Candidate, parent: Draft | None) -> Draft:
    speaker = candidate.speaker
    return Draft(
        candidate.passage,
        candidate.row.kind,
        list(candidate.content),
        candidate.row.id,
        min(candidate.row.confidence.speaker, candidate.weight),
        list(speaker.phrases),
        list(candidate.cue),
        # A colon that opens a paragraph has a frame of no words.
        [(first, after) for first, after in candidate.frame if first < after],
        list(candidate.addressee),
        candidate.home,
        speaker.passage,
        parent,
        speaker.carried,
        [rival.phrase for rival in speaker.rivals if rival.allowed],
        speaker.agentless,
        speaker.way,
        candidate.beaten,
        tuple((rival.phrase, rival.why) for rival in speaker.rivals),
        speaker.himself,
        max(candidate.row.confidence.content, candidate.weight),
        speaker.labelled,
    )
