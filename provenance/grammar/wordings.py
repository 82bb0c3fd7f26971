"""Quotations that "with these words" gives to the subject of its clause: "„…“ Mit diesen Worten eröffnete X die Sitzung."."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.engine import Grammar
from provenance.grammar.phrasal import position_of
from provenance.grammar.records import Candidate, Range, Row, Sentence, Speaker, candidate
from provenance.grammar.speakers import can_speak

#: "mit den Worten", "mit diesem Satz": a preposition, a determiner and a noun.
OPENING = 3


def wordings(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """The quotation before a sentence, or within it, that its opening calls somebody's words."""
    low, words, first = sentence.passage.lower, sentence.passage.words, sentence.first
    if sentence.passage.quoted(first):
        for row in grammar.rows_by("wording", "quotation before"):
            yield from _behind(grammar, sentence, row)
        return
    if first + OPENING >= sentence.body or not words[first + OPENING - 1][0].isupper():
        return
    for row in grammar.rows_by("wording", "quotation before"):
        if low[first] in row.cue.words and low[first + 1] in row.cue.needs:
            yield from _before(grammar, sentence, row)
    for row in grammar.rows_by("wording", "quotation within"):
        if " ".join(low[first : first + OPENING]) in row.cue.words:
            yield from _within(grammar, sentence, row)


def _behind(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "„…“: Mit diesem Satz überraschte X den Rat", "„…“ – mit diesen Worten …"."""
    if not sentence.quotes:
        return
    low, quote = sentence.passage.lower, sentence.quotes[0]
    at = quote.close + 2
    if quote.open != sentence.first or at + OPENING >= sentence.body:
        return
    if low[at] in row.cue.words and low[at + 1] in row.cue.needs:
        content = (quote.open, quote.close + 1)
        yield from _said(grammar, sentence, row, content, at + OPENING, at)


def _before(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    passage, number = sentence.passage, position_of(sentence)
    before = passage.sentences[number - 1][0] if number else sentence.first
    if before == sentence.first or not passage.quoted(before):
        return
    quote = passage.quotes[passage.inside[before]]
    if quote.close + 1 == sentence.first:
        yield from _said(
            grammar, sentence, row, (quote.open, quote.close + 1), sentence.first + OPENING, sentence.first
        )


def _within(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    for quote in sentence.quotes[:1]:
        if quote.open == sentence.first + OPENING and quote.close + 1 < sentence.body:
            yield from _said(
                grammar, sentence, row, (quote.open, quote.close + 1), quote.close + 1, sentence.first
            )


def _said(
    grammar: Grammar, sentence: Sentence, row: Row, content: Range, verb: int, first: int
) -> Iterator[Candidate]:
    """The content as the words of whoever acts in the sentence, right behind its verb, if he can speak; the opening
    stands at `first`."""
    passage = sentence.passage
    if verb + 1 >= sentence.body or not passage.words[verb].islower() or not passage.words[verb].isalpha():
        return
    end = grammar.phrase(sentence, verb + 1, sentence.body)
    if end == verb + 1 or can_speak(grammar, sentence, (verb + 1, end)) <= 0:
        return
    cue, frame = [(first, first + OPENING)], [(first, first + OPENING), (verb, sentence.body)]
    speaker = Speaker(((verb + 1, end),), "who acts with these words")
    yield candidate(row, sentence, [content], cue, frame, speaker)
