"""Frames that stand behind or within what they report: ", sagte X", "so X", "wie X mitteilte", "dass …, bestritt X"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.behind import ACTING
from provenance.grammar.engine import Grammar, fits, runs
from provenance.grammar.extents import BREAKS, SEAMS, around
from provenance.grammar.records import (
    NOBODY,
    Candidate,
    Clause,
    Predicate,
    Row,
    Sentence,
    Speaker,
    candidate,
)
from provenance.grammar.speakers import (
    NAME_SIZE,
    addressee,
    can_speak,
    convinced,
    first_phrase,
    from_phrase,
    is_oblique,
    subject,
    subject_behind,
)

#: Clauses that may stand between the opener of a comparison and its verb ("Wie der Richter, Otto Berg, ausführte").
COMPARED = 3
#: Marks that close a frame without a verb.
PARTICLE_ENDS = frozenset({",", ";", "–"})
#: Words that may follow the speaker in it.
TAIL = 16


def postposed(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """ "X sei krank, sagte Y": the verb opens its clause behind one with a verb of its own."""
    if clause.head > clause.start or clause.before not in SEAMS:
        return
    if not clause.behind_main and not is_inserted(sentence, clause):
        return
    if clause.subjunctive == predicate.anchor:
        return
    opener = sentence.clause_at(clause.section[0]).opener
    if opener in grammar.words.infinitive_openers:
        return  # "Statt zu reden, meldete X …"
    behind = min(predicate.tokens[-1] + 1, sentence.after - 1)
    if sentence.passage.lower[behind] in grammar.words.agents and "e" not in predicate.verb.allows:
        return  # ", unterstützt von der Armee": a participle; "hieß es von der Armee" is none
    for row in grammar.rows_by("verb", "around"):
        if not fits(row, predicate):
            continue
        speaker = subject_behind(grammar, sentence, clause, sentence.body)
        if not speaker.phrases and "e" not in predicate.verb.allows:
            return
        if opener in grammar.words.free_relatives and _is_thing(grammar, sentence, speaker):
            return  # "Wer sich umsieht, findet eine Fülle von …"
        end = max(
            [clause.end, sentence.clauses[predicate.last].end, *(after for _, after in speaker.phrases)]
        )
        goes_on = False
        for later in sentence.clauses[clause.number + 1 : clause.number + 8]:
            goes_on = later.start == end and _is_shared(later)
            if later.start >= end and later.kind != "subordinate" and not goes_on:
                break
            end = max(end, later.end)
            if goes_on:
                break
        start = clause.start - (
            clause.start > sentence.first and sentence.passage.words[clause.start - 1] in SEAMS
        )
        content = around(grammar, sentence, start, end, section=clause.section)
        if goes_on or (end < sentence.body and sentence.passage.words[end] == ":"):
            content = content[:1]
        hearer = addressee(grammar, sentence, clause, speaker, clause.start + 1, end)
        if content:
            cue = runs(predicate.tokens)
            yield candidate(row, sentence, content, cue, [(start, end)], speaker, hearer)


def _is_shared(clause: Clause) -> bool:
    """Whether a clause goes on with the subject of the one before: "…, sagt X [und lacht]"."""
    return clause.kind == "v1" and clause.head > clause.start and clause.subjunctive < 0


def postposed_adjective(grammar: Grammar, sentence: Sentence, clause: Clause) -> Iterator[Candidate]:
    """ "Der Damm hält, ist X überzeugt": what is said stands before a copula that opens its clause."""
    if clause.head > clause.start or clause.before not in SEAMS or clause.subjunctive == clause.finite:
        return
    for row in grammar.rows_by("adjective", "around"):
        if (found := convinced(grammar, sentence, clause, row)) is None:
            continue
        content = around(grammar, sentence, clause.start - 1, clause.end, section=clause.section)
        if content:
            cue, speaker = found[0], Speaker(found[1:], "subject behind the copula")
            yield candidate(row, sentence, content, cue, [(clause.start - 1, clause.end)], speaker)


def _is_thing(grammar: Grammar, sentence: Sentence, speaker: Speaker) -> bool:
    return bool(speaker.phrases) and can_speak(grammar, sentence, speaker.phrases[0]) < 0


def fronted(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """ "Dass Akten fehlten, bestritt die Behörde": a clause with dass stands before its verb."""
    clauses, passage = sentence.clauses, sentence.passage
    before = clauses[: clause.number]
    if before[0].opener not in grammar.words.that or clause.finite != clause.head:
        return
    if any(one.kind in ("v1", "v2") for one in before):
        return
    speaker = subject_behind(grammar, sentence, clause, sentence.body)
    opens = passage.lower[speaker.phrases[0][0]] if speaker.phrases else ""
    if not opens or opens in grammar.words.oblique or opens in grammar.words.voiceless:
        return
    for row in grammar.rows_by("verb", "fronted"):
        if fits(row, predicate):
            content = [(before[0].start, before[-1].end)]
            yield candidate(
                row, sentence, content, runs(predicate.tokens), [(clause.start, clause.end)], speaker
            )


def is_inserted(sentence: Sentence, clause: Clause) -> bool:
    """ "Der Streik, hieß es, sei bald zu Ende": a frame between the prefield and the verb of what is said."""
    clauses, number = sentence.clauses, clause.number
    if not 0 < number < len(clauses) - 1 or clause.kind != "v1" or clause.head > clause.start:
        return False
    before, behind = clauses[number - 1], clauses[number + 1]
    return before.kind == "fragment" and behind.kind == "v1" and behind.subjunctive == behind.finite


def particle(grammar: Grammar, sentence: Sentence, clause: Clause, row: Row) -> Iterator[Candidate]:
    """ "…, so X" and "…, so sagt X, …": a particle and a noun phrase, with a reporting verb or none."""
    passage = sentence.passage
    at, words = clause.start, passage.words
    verb = clause.finite == at + 1 and clause.predicate is not None
    start = at + 1 + verb
    while verb and start < clause.end and passage.lower[start] in grammar.words.adverbs:
        start += 1
    if start >= clause.end or (row.cue.licence and not verb):
        return
    end = grammar.phrase(sentence, start, sentence.body)
    if end == start or passage.lower[start] in grammar.words.expletives:
        return
    if not verb and (
        passage.lower[start] in grammar.words.oblique
        or is_oblique(grammar, sentence, start)
        or passage.lower[start].startswith(tuple(row.cue.unless))
    ):
        return  # "so einen Ort", "so genannte Helden"
    if (
        all(words[k][0].islower() for k in range(start, end))
        and passage.lower[start] not in grammar.words.personal
    ):
        return  # "so viele wie nie"
    if verb and clause.predicate and "p" not in clause.predicate.verb.allows:
        return
    if not verb and clause.finite >= 0 and end < clause.end - 2:
        return
    stop = end
    while stop < sentence.body and words[stop] not in PARTICLE_ENDS:
        quote = passage.quotes[passage.inside[stop]] if passage.quoted(stop) else None
        if quote is not None and (quote.open != stop or quote.size > NAME_SIZE):
            break
        stop = stop + 1 if quote is None else quote.close + 1
        if stop - end > TAIL:
            return
    content = around(grammar, sentence, at - 1, stop)
    if content:
        frame = (at - 1, stop + (stop < sentence.body and words[stop] in PARTICLE_ENDS))
        speaker = Speaker(((start, end),), "phrase behind the particle")
        yield candidate(row, sentence, content, [(at, at + 1 + verb)], [frame], speaker)


def comparison(
    grammar: Grammar, sentence: Sentence, clause: Clause, row: Row
) -> Iterator[tuple[Candidate, int]]:
    """ "Wie X mitteilte, …" and "…, wie X mitteilte": a comparison that ends in a reporting verb, and the number
    of that verb's clause."""
    clauses, words = sentence.clauses, sentence.passage.words
    for number in range(clause.number, min(clause.number + COMPARED + 1, len(clauses))):
        at = clauses[number]
        if number > clause.number and (at.opener in row.cue.words or at.opener in grammar.words.relatives):
            return
        if number > clause.number and (at.kind == "v2" or at.before in BREAKS):
            return  # "Wie alt er ist, zeigte das Wochenende: Die Stadt gab an, …"
        predicate = at.predicate
        if predicate is None or not fits(row, predicate):
            continue
        end = clauses[predicate.last].end
        if not row.cue.verbs and predicate.tokens[-1] + 1 < end:
            continue
        start = clause.start - 1 if clause.number and words[clause.start - 1] in SEAMS else clause.start
        content = around(grammar, sentence, start, end)
        if len(content) == 1 and any(
            (quote.open, quote.close + 1) == content[0] for quote in sentence.quotes
        ):
            return  # "„…“, wie X sagte" is direct speech
        speaker = _compared_speaker(grammar, sentence, clause, at, predicate, end)
        if (
            not speaker.phrases
            and "e" not in predicate.verb.allows
            and _is_bare(grammar, sentence, clause, predicate)
        ):
            return
        showing = predicate.verb.group == "documents" or predicate.verb.group in ACTING
        if showing and any(can_speak(grammar, sentence, phrase) < 0 for phrase in speaker.phrases):
            return  # "wie seine Rolle zeigt"
        cue = runs(predicate.tokens)
        if speaker.phrases:
            cue = ((clause.head, clause.head + 1), *cue)
        frame = (start, end + (end < sentence.body and not clause.number))
        if content:
            yield candidate(row, sentence, content, cue, [frame], speaker), number
        return


def _is_bare(grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """ "Wie erwartet, …", "Wie vom Gesetz verlangt, …": a comparison of one verb without a subject."""
    between = range(clause.head + 1, predicate.tokens[0])
    passage = sentence.passage
    by = bool(between) and passage.lower[between[0]] in grammar.words.agents
    return len(predicate.tokens) == 1 and (by or not any(passage.words[at][0].isupper() for at in between))


def _compared_speaker(
    grammar: Grammar, sentence: Sentence, clause: Clause, verb: Clause, predicate: Predicate, end: int
) -> Speaker:
    if verb is clause or predicate.passive:
        speaker = subject(grammar, sentence, verb)
    else:
        phrase = first_phrase(grammar, sentence, clause.start + 1, predicate.anchor, predicate.anchor)
        speaker = Speaker((phrase,), "subject of the comparison") if phrase else NOBODY
    if not speaker.phrases:
        found = from_phrase(grammar, sentence, clause.start + 1, end)
        return found if found.phrases else speaker
    return speaker
