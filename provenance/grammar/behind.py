"""Content that stands behind its cue: behind a verb, a noun or an adjective that reports."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.engine import Grammar, fits, runs
from provenance.grammar.extents import BREAKS, content_end, frame_start
from provenance.grammar.records import (
    AGENTLESS,
    NOBODY,
    Candidate,
    Clause,
    Predicate,
    Range,
    Row,
    Sentence,
    Speaker,
    candidate,
)
from provenance.grammar.speakers import (
    addressee,
    can_speak,
    first_phrase,
    in_subordinate,
    owner_of,
    phrase_before,
    subject,
)

#: A noun or adjective that reports stands among the last words of its clause.
NOUN_REACH = 3
#: Groups of verbs that things are subjects of as well.
ACTING = frozenset({"acts", "judging"})
#: Groups of verbs by which something is said, and nothing where they are denied.
SPOKEN = frozenset({"saying"})
#: A word of a degree stands among so many words before the clause that follows from it, the comma counted.
CONSEQUENCE = 4


def behind_verb(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """Content that follows its verb: the nearest clause that is of a form which a row asks for."""
    passage = sentence.passage
    if "e" in predicate.verb.allows and passage.lower[predicate.anchor - 1] in grammar.words.pointers:
        return  # "Das heißt, dass …" explains
    rows = grammar.rows_by("verb", "behind")
    if _parts_content(sentence, clause, predicate):
        return
    for number in range(predicate.last + 1, len(sentence.clauses)):
        found = sentence.clauses[number]
        distance = number - predicate.last
        fitting = [
            row
            for row in rows
            if distance <= row.content.within
            and not row.content.forms.isdisjoint(found.forms)
            and fits(row, predicate)
            and not (row.cue.needs and row.cue.needs.isdisjoint(passage.lower[clause.start : clause.end]))
        ]
        for row in fitting:
            yield from _content_behind(grammar, sentence, clause, found, row)
        if fitting or distance >= 4 or found.before in BREAKS or found.kind in ("v1", "v2"):
            return
        nearer = found.predicate
        if nearer is not None and not nearer.passive and not nearer.verb.allows.isdisjoint("dv"):
            return  # "bestritt es, indem er sagte, …": the nearer verb has the content


def _parts_content(sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """ "Der Damm sei alt, sagte X, er halte aber": whether a frame stands between two main clauses of what is said."""
    clauses, number = sentence.clauses, clause.number
    if clause.kind != "v1" or clause.head > clause.start or not number or predicate.last != number:
        return False
    before, behind = clauses[number - 1], clauses[number + 1]
    main = behind.before == "," and behind.kind == "v2"
    return main and before.subjunctive >= 0 and behind.subjunctive >= 0


def _content_behind(
    grammar: Grammar, sentence: Sentence, clause: Clause, found: Clause, row: Row
) -> Iterator[Candidate]:
    assert clause.predicate is not None
    start = frame_start(sentence, clause)
    speaker = subject(grammar, sentence, clause)
    if _is_unsaid(grammar, sentence, clause, clause.predicate) or _follows(grammar, sentence, clause, found):
        return
    nobody = grammar.words.voiceless - grammar.words.impersonal
    if any(sentence.passage.lower[first] in nobody for first, _ in speaker.phrases):
        return  # "Keiner konnte ahnen, dass …"
    if clause.predicate.verb.group == "documents" and not _can_show(grammar, sentence, clause, speaker):
        return
    if clause.predicate.verb.group in ACTING and any(
        can_speak(grammar, sentence, phrase) < 0 for phrase in speaker.phrases
    ):
        return  # "Zwei Bilder erinnerten daran, dass …": what is said needs somebody who speaks
    yield candidate(
        row,
        sentence,
        [(found.start, content_end(grammar, sentence, found, row.ends))],
        runs(clause.predicate.tokens),
        [(start, found.start)],
        speaker,
        addressee(grammar, sentence, clause, speaker, start, found.start),
    )


def _follows(grammar: Grammar, sentence: Sentence, clause: Clause, found: Clause) -> bool:
    """ "habe ich so angepasst, dass der Pfad stimmt": whether a clause with that is a consequence."""
    words, low = grammar.words, sentence.passage.lower
    near = low[max(clause.start, found.start - CONSEQUENCE) : found.start - 1]
    return found.opener in words.that and not words.consecutives.isdisjoint(near)


def _is_unsaid(grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """ "hat nie gesagt, dass …", "konnte nicht sagen, wann …": a saying that is denied is none."""
    words, low = grammar.words, sentence.passage.lower
    if predicate.verb.group not in SPOKEN or predicate.verb.infinitive in words.denials:
        return False
    return any(
        low[at] in words.never and words.not_only.isdisjoint(low[at + 1 : at + 2])
        for at in range(clause.start, clause.end)
    )


def _can_show(grammar: Grammar, sentence: Sentence, clause: Clause, speaker: Speaker) -> bool:
    """Whether the subject of a verb like "zeigen" is one who speaks or a document: "Die Hitze zeigt, dass …" is what the
    writer concludes."""
    predicate = clause.predicate
    assert predicate is not None
    if "e" in predicate.verb.allows:
        return True
    low, words = sentence.passage.lower, grammar.words
    return bool(speaker.phrases) and all(
        can_speak(grammar, sentence, phrase) > 0 and low[phrase[0]] not in words.expletives | words.impersonal
        for phrase in speaker.phrases
    )


def behind_noun(grammar: Grammar, sentence: Sentence, clause: Clause) -> Iterator[Candidate]:
    """ "erhob den Vorwurf, …", "ist der Ansicht, dass …", "zeigte sich überzeugt, dass …"."""
    found = sentence.clauses[clause.number + 1]
    passage = sentence.passage
    for by in ("noun", "adjective"):
        for row in grammar.rows_by(by, "behind"):
            if row.content.forms.isdisjoint(found.forms):
                continue
            low, words = passage.lower, passage.words
            noun = next(
                (
                    at
                    for at in range(clause.end - 1, max(clause.end - 1 - NOUN_REACH, clause.start - 1), -1)
                    if low[at] in row.cue.words and words[at][0].isupper() == (by == "noun")
                ),
                -1,
            )
            if noun < 0 or passage.quoted(noun) or low[noun - 1] in row.cue.unless:
                continue  # "steht im Verdacht"
            if by == "noun" and row.cue.needs and low[noun - 1] not in row.cue.needs:
                continue
            if by == "adjective" and row.cue.needs.isdisjoint(low[clause.start : noun]):
                continue
            if by == "noun" and "colon" in row.content.forms and clause.finite >= 0:
                continue  # "Sand hat einen Wunsch: …"
            yield from _nominal(grammar, sentence, clause, found, row, noun)


def _nominal(
    grammar: Grammar, sentence: Sentence, clause: Clause, found: Clause, row: Row, noun: int
) -> Iterator[Candidate]:
    low, words = sentence.passage.lower, grammar.words
    tokens, speaker = [noun, *range(noun + 1, clause.end)], NOBODY
    if row.speaker == "nobody":
        content = [(found.start, content_end(grammar, sentence, found, row.ends))]
        cue, frame = [(noun - 1, noun + 1)], [(clause.start, found.start)]
        yield candidate(row, sentence, content, cue, frame, AGENTLESS)
        return
    if clause.finite >= 0 and clause.finite != noun:
        tokens.append(clause.finite)
        first = noun
        while (
            first - 1 > max(clause.finite, noun - NOUN_REACH)
            and sentence.passage.words[first - 1][0].islower()
        ):
            first -= 1
            if low[first] in words.articles or low[first] in words.prepositions:
                tokens.extend(range(first, noun))
        phrase = phrase_before(grammar, sentence, clause.start, clause.finite)
        if phrase is None or phrase[0] <= noun < phrase[1]:
            phrase = first_phrase(grammar, sentence, clause.finite + 1, clause.end, clause.end)
        if clause.kind == "subordinate":
            speaker = in_subordinate(grammar, sentence, clause)
        elif phrase and not phrase[0] <= noun < phrase[1]:
            speaker = Speaker((phrase,), "subject of the noun's clause")
    if not speaker.phrases and (phrase := _attribute(grammar, sentence, noun, clause.end)):
        speaker = Speaker((phrase,), "attribute of the noun")
        tokens = [token for token in tokens if token <= noun]
    if (
        not speaker.phrases
        and clause.finite < 0
        and (whose := owner_of(grammar, sentence, clause.start, clause.end))
    ):
        speaker, tokens = (
            Speaker((whose,), "whose words they are"),
            [noun],
        )  # "Ihr Fazit: …", "Lunds Fazit: …"
    if not speaker.phrases and (row.speaker == "subject required" or low[noun] in words.owned_nouns):
        return  # "Es liegt die Annahme nahe, dass …"
    yield candidate(
        row,
        sentence,
        [(found.start, content_end(grammar, sentence, found, row.ends))],
        runs(tokens),
        [(clause.start, found.start)],
        speaker,
    )


def _attribute(grammar: Grammar, sentence: Sentence, noun: int, limit: int) -> Range | None:
    """ "der Vorwurf der Regierung", "Warnungen von Ärzten": who stands behind the noun."""
    start, low = noun + 1, sentence.passage.lower
    if start < limit and low[start] in grammar.words.agents:
        start += 1
    elif start >= limit or low[start] not in grammar.words.genitive:
        return None
    end = grammar.phrase(sentence, start, limit)
    return (start, end) if end > start else None
