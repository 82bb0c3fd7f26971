"""What is so for somebody: "Für X ist klar, dass …", "Dass …, steht für X fest", "Geht es nach X, …"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.engine import Grammar
from provenance.grammar.extents import content_end
from provenance.grammar.records import Candidate, Clause, Range, Row, Sentence, Speaker, candidate
from provenance.grammar.speakers import can_speak

#: Forms of a clause that says what is so.
SAID = frozenset({"that", "colon"})
#: Words from the opening of a wish to the one whose it is.
WISH = 2


def views(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """Content of which a sentence only says for whom it is sure, or whose wish it is."""
    low = sentence.passage.lower
    for row in grammar.rows_by("view", "behind"):
        if not row.cue.words.isdisjoint(low[sentence.first : sentence.body]):
            yield from _sure(grammar, sentence, row)
    for row in grammar.rows_by("view", "sentence"):
        if not row.cue.words.isdisjoint(low[sentence.first : sentence.body]):
            yield from _spoken_of(grammar, sentence, row)
    for row in grammar.rows_by("view", "rest"):
        if low[sentence.first] in row.cue.words:
            yield from _wish(grammar, sentence, row)


def _sure(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "Für Ida Lund steht fest, dass der Damm hält.", "Dass er hält, ist für die Stadt unstrittig."."""
    clauses = sentence.clauses
    for clause in clauses:
        who = _for_whom(grammar, sentence, clause, row)
        if who is None:
            continue
        behind = clauses[clause.number + 1] if clause.number + 1 < len(clauses) else None
        before = clauses[: clause.number]
        content: Range | None = None
        if behind is not None and not SAID.isdisjoint(behind.forms):
            content = behind.start, content_end(grammar, sentence, behind, row.ends)
        elif before and before[0].opener in grammar.words.that and clause.kind == "v1":
            content = before[0].start, before[-1].end
        if content is not None:
            cue = [(who[0] - 1, who[0]), *_sure_words(sentence, clause, row)]
            speaker = Speaker((who,), "for whom it is so")
            yield candidate(row, sentence, [content], cue, [(clause.start, clause.end)], speaker)
        return


def _for_whom(grammar: Grammar, sentence: Sentence, clause: Clause, row: Row) -> Range | None:
    """Who stands behind the preposition of a clause that says nothing but that something is sure."""
    low, words = sentence.passage.lower, grammar.words
    if clause.kind not in ("v1", "v2") or clause.finite < 0:
        return None
    at = next((at for at in range(clause.start, clause.end) if low[at] in row.cue.words), -1)
    if at < 0 or not any(_sure_words(sentence, clause, row)):
        return None
    end = grammar.phrase(sentence, at + 1, clause.end)
    if end == at + 1 or can_speak(grammar, sentence, (at + 1, end)) <= 0:
        return None
    others = [token for token in range(clause.start, clause.end) if not at <= token < end]
    small = (
        row.cue.needs
        | row.cue.unless
        | words.adverbs
        | words.expletives
        | words.pointers
        | words.coordinators
    )
    bare = all(low[token] in small or not low[token].isalnum() for token in others)
    return (at + 1, end) if bare else None


def _sure_words(sentence: Sentence, clause: Clause, row: Row) -> list[Range]:
    low = sentence.passage.lower
    return [(at, at + 1) for at in range(clause.start, clause.end) if low[at] in row.cue.needs]


def _wish(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "Geht es nach Ida Lund, bleibt der Damm.", "Wenn es nach der Stadt geht, bleibt er.", "Glaubt man der Stadt, …"."""
    low, words, first = sentence.passage.lower, grammar.words, sentence.first
    opening, at = sentence.clauses[0], first + WISH + bool(row.cue.needs)
    if len(sentence.clauses) < 2 or at >= opening.end:
        return
    if row.cue.needs and low[first + WISH] not in row.cue.needs:
        return
    if low[first + 1] not in (words.expletives if row.cue.needs else words.impersonal):
        return
    end = grammar.phrase(sentence, at, opening.end)
    verb = end == opening.end or (end == opening.end - 1 and low[end] in row.cue.words)
    if end == at or not verb or can_speak(grammar, sentence, (at, end)) <= 0:
        return
    content = (opening.end + 1, sentence.body)
    if content[0] < content[1]:
        speaker = Speaker(((at, end),), "whose wish it is")
        yield candidate(row, sentence, [content], [(first, at)], [(first, opening.end)], speaker)


def _spoken_of(grammar: Grammar, sentence: Sentence, row: Row) -> Iterator[Candidate]:
    """ "In dem Gutachten ist von Rissen die Rede.": where something is spoken of, and what."""
    passage, words = sentence.passage, grammar.words
    for clause in sentence.clauses:
        low = passage.lower[clause.start : clause.end]
        spoken = clause.kind == "v2" and clause.finite >= 0 and passage.lower[clause.finite] in words.copulas
        if not spoken or row.cue.words.isdisjoint(low) or row.cue.needs.isdisjoint(low):
            continue
        if not words.never.isdisjoint(low) or any(word in row.cue.unless for word in low):
            continue
        for at in range(clause.start, clause.end - 1):
            end = (
                grammar.phrase(sentence, at + 1, clause.end) if passage.lower[at] in words.places else at + 1
            )
            if end > at + 1 and can_speak(grammar, sentence, (at + 1, end)) > 0:
                speaker = Speaker(((at + 1, end),), "where the words lie")
                content = (sentence.first, sentence.after)
                yield candidate(row, sentence, [content], [], [], speaker)
                return
