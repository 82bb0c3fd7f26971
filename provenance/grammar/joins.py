"""What joins statements over the borders of sentences and passages: second halves, and a colon before a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Sentence, candidate

#: Where content stands that a frame with a colon behind it may have beside what follows the colon.
FIRST = frozenset({"behind", "around"})


def quotations_only(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but quotations and the marks between them."""
    passage = sentence.passage
    return passage.quoted(sentence.first) and all(
        passage.quoted(at) or not passage.words[at][0].isalnum()
        for at in range(sentence.first, sentence.after)
    )


def first_half(found: Sequence[Candidate], children: Collection[int], sentence: Sentence) -> int:
    """Number of the statement that a sentence of quotations goes on with, or -1: the last that begins or ends in a
    quotation in the sentence before, if there are several one that is quoted and framed."""
    best, quoted = -1, sentence.passage.quoted
    for number in range(len(found) - 1, -1, -1):
        one = found[number]
        if one.passage != sentence.number or not _adjoins(one, sentence):
            break
        if number in children or not any(quoted(first) or quoted(after - 1) for first, after in one.content):
            continue
        best = number
        if one.row.kind == "direct" and not one.speaker.carried:
            break
    return best


def prolonged(whole: Candidate, sentence: Sentence) -> Candidate:
    """A statement with a sentence as its second half."""
    first, after = whole.content[-1]
    if after == sentence.first:
        return replace(whole, content=(*whole.content[:-1], (first, sentence.after)))
    return replace(whole, content=(*whole.content, (sentence.first, sentence.after)))


def _adjoins(one: Candidate, sentence: Sentence) -> bool:
    """Whether no other sentence lies between a statement and this one."""
    reached = max(after for ranges in (one.content, one.frame) for _, after in ranges)
    sentences = sentence.passage.sentences
    before = bisect_left(sentences, (sentence.first, 0)) - 1
    return before < 0 or reached > sentences[before][0]


def announcement(grammar: Grammar, sentence: Sentence) -> Candidate | None:
    """The frame that closes a passage with a colon, its content still open."""
    for frame in sentence.frames[-1:]:
        for row in grammar.rows_by(frame.verb.group, "next passage"):
            if frame.form in row.content.forms:
                speaker, span = replace(frame.speaker, passage=sentence.number), [(frame.start, frame.end)]
                return candidate(row, sentence, span, [frame.cue], span, speaker)
    return None


def second_contents(proposed: Sequence[Candidate], sentence: Sentence) -> Iterator[Candidate]:
    """What was proposed; a frame may have content on both sides of a colon ("verwies darauf, dass …: „…“", "Man komme,
    sagte X: Der Damm halte"): what stands behind it claims its own words alone, and is said by whoever said the first."""
    firsts = {
        one.content[-1][1]: one
        for one in proposed
        if one.row.kind != "direct" and one.row.content.where in FIRST and one.speaker.phrases
    }
    cues = {one.cue for one in firsts.values() if one.row.content.where != "behind"}
    for one in proposed:
        start, where = one.content[0][0], one.row.content.where
        if sentence.passage.words[start - 1] != ":" or not (
            where == "quotation behind" or "colon" in one.row.content.forms
        ):
            yield one
        elif one.cue in cues:
            yield replace(one, claim=one.content[0])
        elif (first := firsts.get(start - 1)) is not None:
            yield replace(one, claim=one.content[0], speaker=first.speaker)
        else:
            yield one


def with_announcement(
    proposed: Sequence[Candidate], frame: Candidate | None, sentence: Sentence
) -> Iterator[Candidate]:
    """What was proposed; the quotation that opens a passage and has no frame gets that of the passage before."""
    follows = frame is not None and not sentence.first and frame.passage + 1 == sentence.number
    for one in proposed:
        if frame is not None and follows and one.speaker.carried and not one.content[0][0]:
            yield replace(frame, passage=one.passage, content=one.content, home=frame.passage)
        else:
            yield one
