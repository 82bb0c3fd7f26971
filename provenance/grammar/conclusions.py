"""Frames by words that report only where they stand: "Zu diesem Ergebnis kommt X", "…, beobachtet X"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.engine import Grammar
from provenance.grammar.extents import SEAMS, around
from provenance.grammar.phrasal import position_of
from provenance.grammar.records import Candidate, Clause, Range, Row, Sentence, Speaker, candidate
from provenance.grammar.speakers import attribute_of, can_speak, first_phrase

#: Words from the first of a sentence to the noun of its conclusion, and to the verb behind that.
NOUN_WITHIN = 4
#: Clauses looked at for a verb that no list holds: it closes a short sentence.
LAST_CLAUSES = 2


def conclusions(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """What a sentence says of the one before it, or its last clause of the one before that."""
    if sentence.first:
        for row in grammar.rows_by("conclusion", "sentence before"):
            yield from _concluded(grammar, sentence, row)
    for row in grammar.rows_by("conclusion", "clauses"):
        yield from _sure_of_it(grammar, sentence, row)
    for row in grammar.rows_by("any verb", "around"):
        yield from _postposed(grammar, sentence, row)


def _concluded(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "Der Damm ist alt. Zu diesem Schluss kommt die Studie.", "Das ist das Ergebnis einer Studie."."""
    passage, first = sentence.passage, sentence.first
    low, words = passage.lower, passage.words
    if low[first] not in row.cue.words or len(sentence.clauses) > LAST_CLAUSES or first + 1 >= sentence.after:
        return
    verbs = grammar.words.copulas | grammar.words.concluding_verbs
    if low[first] not in grammar.words.prepositions and low[first + 1] not in verbs:
        return  # "Das Ergebnis der Studie …"
    noun = next(
        (
            at
            for at in range(first + 1, min(first + 1 + NOUN_WITHIN, sentence.body))
            if low[at] in row.cue.needs and words[at][0].isupper()
        ),
        -1,
    )
    number = position_of(sentence)
    if noun < 0 or not number:
        return
    whose: Range | None
    if noun + 1 < sentence.body and low[noun + 1] in grammar.words.concluding_verbs:
        whose = first_phrase(grammar, sentence, noun + 2, sentence.body, sentence.body)
    else:
        start = noun - (low[noun - 1] in grammar.words.articles)
        whose = attribute_of(grammar, sentence, (start, grammar.phrase(sentence, start, sentence.body)))
    if whose is None or can_speak(grammar, sentence, whose) < 0:
        return
    before = passage.sentences[number - 1]
    if passage.quoted(before[0]):
        return
    speaker = Speaker((whose,), "whose conclusion it is")
    cue = [(first, noun + 1)]
    yield candidate(row, sentence, [before], cue, [(first, sentence.body)], speaker)


def _sure_of_it(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "Der Damm ist alt. Davon ist Ida Lund überzeugt.", "…, da ist sich Ida Lund sicher.", "Davon ist sie überzeugt: …"."""
    passage, low = sentence.passage, sentence.passage.lower
    for clause in sentence.clauses:
        at = clause.start + 1
        if (
            low[clause.start] not in row.cue.words
            or clause.finite != at
            or low[at] not in grammar.words.copulas
        ):
            continue
        adjective = clause.end - 1
        who = first_phrase(grammar, sentence, at + 1, adjective, adjective)
        if low[adjective] not in row.cue.needs or who is None or can_speak(grammar, sentence, who) <= 0:
            continue
        content = _pointed_at(grammar, sentence, clause)
        if content is not None and not passage.quoted(content[0]):
            cue, speaker = [(clause.start, at), (adjective, clause.end)], Speaker((who,), "who is sure of it")
            yield candidate(row, sentence, [content], cue, [(clause.start, clause.end)], speaker)
        return


def _pointed_at(grammar: Grammar, sentence: Sentence, clause: Clause) -> Range | None:
    """What a clause that points is about: the clause behind its colon, the clauses before it, or the sentence before."""
    number, clauses = clause.number, sentence.clauses
    if number + 1 < len(clauses) and clauses[number + 1].before == ":":
        return clauses[number + 1].start, sentence.body
    if number and clauses[0].opener in grammar.words.that:
        return clauses[0].start, clauses[number - 1].end
    if number:
        content = around(grammar, sentence, clause.start - 1, clause.end, section=clause.section)[:1]
        return content[0] if content and content[0][1] < clause.start and clause.behind_main else None
    place = position_of(sentence)
    return sentence.passage.sentences[place - 1] if place else None


def _postposed(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "Der Damm hält, beobachtet Ida Lund.": behind a whole main clause and its comma a verb that no list holds reports
    if somebody follows it and nothing else."""
    passage = sentence.passage
    for clause in sentence.clauses[-LAST_CLAUSES:]:
        if (
            clause.predicate is not None
            or clause.before != ","
            or clause.head > clause.start
            or not clause.number
        ):
            continue
        at, main = clause.start, sentence.clauses[clause.number - 1]
        verb = passage.lower[at]
        if main.kind != "v2" or main.finite < 0 or not passage.words[at][0].islower() or passage.quoted(at):
            continue
        if not verb.endswith(row.cue.endings) or verb in row.cue.unless or at + 1 >= clause.end:
            continue
        end = grammar.phrase(sentence, at + 1, clause.end)
        names = all(word[0].isupper() and not word.isupper() for word in passage.words[at + 1 : end])
        if end < clause.end or not names:
            continue
        start = at - (passage.words[at - 1] in SEAMS)
        content = around(grammar, sentence, start, clause.end, section=clause.section)[:1]
        if content:
            speaker = Speaker(((at + 1, end),), "subject behind the verb", labelled=True)
            yield candidate(row, sentence, content, [(at, at + 1)], [(start, clause.end)], speaker)
