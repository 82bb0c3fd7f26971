"""Rows that nearly found a statement: those that find one as soon as one of their conditions is dropped.

The engine itself is asked, with a table in which every row lacks the same condition, so that no condition is
written down a second time and the usual path knows nothing of it. It costs a reading of the document for each
condition: this is for people who ask why, and not for every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from provenance.grammar.engine import Grammar, make_grammar
from provenance.grammar.records import Candidate, Range, Row
from provenance.grammar.statements import find_candidates
from provenance.passage import Passage

#: Condition → what a row's cue has without it. Without `needs` its endings are not asked for either.
WITHOUT: dict[str, dict[str, Any]] = {
    "licence": {"licence": frozenset()},
    "groups": {"groups": frozenset()},
    "verbs": {"verbs": frozenset()},
    "unless": {"unless": frozenset()},
    "needs": {"needs": frozenset(), "endings": ()},
    "passive": {"passive": None},
    "final": {"final": None},
    "modal": {"modal": None},
    "carried": {"carried": None},
    "beside": {"beside": None},
}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A statement that a row would have found without one of its conditions."""

    row: str
    passage: int
    words: Range
    """Its cue; the content of one that has none."""
    condition: str
    """The field of the row that kept it away: licence, needs, passive, …, or forms."""


def near_misses(grammar: Grammar, passages: Sequence[Passage]) -> list[NearMiss]:
    """What rows nearly found beside the statements of a document, in the order of its words.

    Words that a statement was found by are left out, and so is content of one where nothing announces it.
    """
    found = find_candidates(grammar, passages)
    cues = {token for one in found for token in _tokens(_home(one), one.cue)}
    contents = {token for one in found for token in _tokens(one.passage, one.content)}
    missed: dict[tuple[int, Range, str], NearMiss] = {}
    for condition in (*WITHOUT, "forms"):
        loose = _without(grammar, condition)
        if loose is None:
            continue
        for one in find_candidates(loose, passages):
            words = one.cue or one.content
            home = _home(one) if one.cue else one.passage
            if not (cues if one.cue else contents).isdisjoint(_tokens(home, words)):
                continue
            miss = NearMiss(one.row.id, home, words[0], condition)
            missed.setdefault((home, words[0], one.row.id), miss)
    return [missed[key] for key in sorted(missed)]


def _without(grammar: Grammar, condition: str) -> Grammar | None:
    """The grammar with the condition dropped from every row that has it; None where no row has."""
    forms = frozenset[str]().union(
        *(row.content.forms for row in grammar.rows if row.content.where == "behind")
    )
    rows = [row for row in (_loosened(row, condition, forms) for row in grammar.rows) if row is not None]
    if not rows:
        return None
    table = make_grammar(grammar.code, rows, grammar.read, grammar.phrase)
    return replace(
        grammar, rows=table.rows, finders=table.finders, triggers=table.triggers, openers=table.openers
    )


def _loosened(row: Row, condition: str, forms: frozenset[str]) -> Row | None:
    """The row without a condition; None if it has none of the kind. `forms`: all that content behind a cue can have.

    A sentence without a frame keeps its forms: without them nothing would announce it.
    """
    if condition == "forms":
        allowed = forms if row.content.where == "behind" else frozenset[str]()
        asks = row.content.forms and row.cue.by != "mood"
        return replace(row, content=replace(row.content, forms=allowed)) if asks else None
    if getattr(row.cue, condition) in (frozenset(), None):
        return None
    return replace(row, cue=replace(row.cue, **WITHOUT[condition]))


def _home(one: Candidate) -> int:
    return one.home if one.home >= 0 else one.passage


def _tokens(passage: int, ranges: Iterable[Range]) -> Iterator[tuple[int, int]]:
    return ((passage, token) for first, after in ranges for token in range(first, after))
