"""A language that is one folder: what its lists say, and the grammar that no list can hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate
from provenance.grammar.statements import find_candidates
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


def grammar_finder(grammar: Grammar) -> Finder:
    """A finder that reads documents with a grammar and hands its candidates on as drafts."""

    def find(passages: Sequence[Passage]) -> list[Draft]:
        drafts: dict[int, Draft] = {}
        candidates = find_candidates(grammar, passages)
        for candidate in candidates:
            parent = drafts.get(id(candidate.parent)) if candidate.parent is not None else None
            drafts[id(candidate)] = _draft(candidate, parent)
        return list(drafts.values())

    return find


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
    )
