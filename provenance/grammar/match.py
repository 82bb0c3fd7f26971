"""Every row of the table looks for its construction in a sentence and proposes what it finds."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.behind import behind_noun, behind_verb
from provenance.grammar.conclusions import conclusions
from provenance.grammar.engine import Grammar
from provenance.grammar.framed import framed
from provenance.grammar.frames_around import (
    comparison,
    fronted,
    is_inserted,
    particle,
    postposed,
    postposed_adjective,
)
from provenance.grammar.phrasal import pointing_back, pointing_left, triggered
from provenance.grammar.records import Candidate, Clause, Sentence
from provenance.grammar.views import views
from provenance.grammar.wordings import wordings

#: A clause with dass before its verb has at most so many clauses within it.
FRONTED = 4


def propose(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for reported content outside quotation marks, from every row that fits the sentence."""
    for frame in sentence.frames:
        yield from framed(grammar, sentence, frame)
    compared: set[int] = set()
    for clause in sentence.clauses:
        for row in grammar.openers.get(clause.opener, ()):
            if row.cue.by == "comparison":
                for found, number in comparison(grammar, sentence, clause, row):
                    compared.add(number)
                    yield found
            elif clause.head == clause.start and clause.number:
                yield from particle(grammar, sentence, clause, row)
    last = len(sentence.clauses) - 1
    for clause in sentence.clauses:
        if clause.predicate is not None and clause.number not in compared:
            if clause.number < last and not is_inserted(sentence, clause):
                yield from behind_verb(grammar, sentence, clause, clause.predicate)
            if clause.kind == "v1":
                yield from postposed(grammar, sentence, clause, clause.predicate)
            if 0 < clause.number <= FRONTED and clause.kind in ("v1", "v2"):
                yield from fronted(grammar, sentence, clause, clause.predicate)
            if clause.number == 0 and sentence.first:
                yield from pointing_back(grammar, sentence, clause, clause.predicate)
            elif clause.kind == "v2" and (clause.behind_main or _behind_mark(sentence, clause)):
                yield from pointing_left(grammar, sentence, clause, clause.predicate)
        if clause.kind == "v1" and clause.behind_main:
            yield from postposed_adjective(grammar, sentence, clause)
        if clause.number < last and sentence.clauses[clause.number + 1].forms:
            yield from behind_noun(grammar, sentence, clause)
    yield from conclusions(grammar, sentence)
    yield from views(grammar, sentence)
    yield from wordings(grammar, sentence)
    if not grammar.triggers.keys().isdisjoint(sentence.passage.lower[sentence.first : sentence.body]):
        yield from triggered(grammar, sentence)


def _behind_mark(sentence: Sentence, clause: Clause) -> bool:
    """Whether a colon, or a comma behind a quotation, stands before a clause."""
    quoted = clause.start > sentence.first + 1 and sentence.passage.quoted(clause.start - 2)
    return clause.before == ":" or (clause.before == "," and quoted)
