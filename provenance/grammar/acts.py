"""Acts of speech that a sentence reports as a whole: "Sand forderte mehr Geld", "Kritik kam von der Stadt".

Only who can speak does one, and one that was not done is none. (Of 45 acts drawn from 434 stored pages 9 had a thing for
a subject: "Die Hitze bestätigt …".)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.grammar.engine import Grammar, fits
from provenance.grammar.mood import Part, ends_in_perfect
from provenance.grammar.records import Candidate, Clause, Predicate, Row, Speaker
from provenance.grammar.speakers import (
    can_speak,
    first_phrase,
    giver,
    main_subject,
    subject,
    subject_behind,
)


def act_of(grammar: Grammar, part: Part) -> Candidate | None:
    """The sentence as one reported statement, if a verb of an act or of a claim governs its main clause."""
    passage = part.sentence.passage
    if passage.quoted(part.first) and passage.quotes[passage.inside[part.first]].open < part.first:
        return None
    if passage.words[part.after - 1] == "?":
        return None  # "Warum fordert er das?"
    row, speaker = next(_told(grammar, part), (None, None))
    if row is None or speaker is None:
        return None
    content = ((part.first, part.after),)
    return Candidate(row, part.sentence.number, content, (), (), speaker, weight=row.confidence.content)


def _told(grammar: Grammar, part: Part) -> Iterator[tuple[Row, Speaker]]:
    """Rows that fit a part of a sentence, each with who speaks."""
    for clause in part.clauses:
        predicate = clause.predicate
        if predicate is None or predicate.final:
            continue
        for row in grammar.rows_by("verb", "sentence"):
            if fits(row, predicate) and not _undone(grammar, part, clause, predicate):
                speaker = _actor(grammar, part, clause, predicate, row)
                if speaker is not None and _says_nothing(grammar, part, clause, predicate, speaker):
                    continue
                if speaker is not None and _may_act(grammar, part, speaker, row):
                    yield row, speaker
    for row in grammar.rows_by("claim", "sentence"):
        if (speaker := _claimant(grammar, part, row)) is not None:
            yield row, speaker


def _actor(grammar: Grammar, part: Part, clause: Clause, predicate: Predicate, row: Row) -> Speaker | None:
    """Who does an act; None where the words are missing that make the verb one, or nobody does it."""
    sentence, low = part.sentence, part.sentence.passage.lower
    speaker = (giver if row.speaker == "giver" else subject)(grammar, sentence, clause)
    if row.cue.beside:
        end = clause.end - (low[clause.end - 1] in grammar.words.prepositions)  # "hält sich auf": a prefix
        beside = _beside(row, predicate, low[clause.start : end])
        if beside is None:
            return None
        if any(low[at] in beside for first, after in speaker.phrases for at in range(first, after)):
            speaker = subject_behind(grammar, sentence, clause, part.after)  # "Kritik übte Sand"
    if row.speaker == "agent named":
        behind = bool(speaker.phrases) and low[speaker.phrases[0][0] - 1] in grammar.words.agents
        return speaker if behind else None
    return speaker if speaker.phrases or predicate.passive else None


def _beside(row: Row, predicate: Predicate, words: Sequence[str]) -> frozenset[str] | None:
    """The words of a clause with which its verb reports the act that a row asks for."""
    sets = (one for letter in row.cue.licence for one in predicate.verb.beside.get(letter, ()))
    return next((one for one in sets if one.issubset(words)), None)


def _may_act(grammar: Grammar, part: Part, speaker: Speaker, row: Row) -> bool:
    """Whether who acts can speak, and is neither nobody nor whoever writes; an agent must be known as one who speaks."""
    nobody = grammar.words.writers | grammar.words.voiceless
    least = 1 if row.speaker in ("agent", "agent named") else 0
    return all(
        can_speak(grammar, part.sentence, phrase) >= least
        and part.sentence.passage.lower[phrase[0]] not in nobody
        for phrase in speaker.phrases
    )


def _undone(grammar: Grammar, part: Part, clause: Clause, predicate: Predicate) -> bool:
    """ "Die Stadt kritisierte das nicht": an act that was not done. "Die nicht geplanten Kosten" deny none."""
    words, passage, end = grammar.words, part.sentence.passage, clause.end
    if predicate.verb.infinitive in words.denials:
        return False
    small = words.articles | words.prepositions
    for at in range(clause.start, end):
        if passage.lower[at] in words.never:
            behind = passage.lower[at + 1 : end][:1]
            described = (
                at + 2 < end and passage.words[at + 1].islower() and passage.words[at + 2][0].isupper()
            )
            if not words.not_only.intersection(behind) and not (described and small.isdisjoint(behind)):
                return True
    return False


def _says_nothing(
    grammar: Grammar, part: Part, clause: Clause, predicate: Predicate, speaker: Speaker
) -> bool:
    """ "Zuvor hatte die Zeitung berichtet", "Anwohner klagen vor Gericht": a verb that reports only with what it is about."""
    words, low = grammar.words, part.sentence.passage.lower
    verb = predicate.verb.prefix + predicate.verb.infinitive
    if verb in words.deeds and not words.deed_objects.isdisjoint(low[clause.start : clause.end]):
        return True  # "verteidigte den Titel", "bestritt drei Rennen"
    if predicate.verb.infinitive not in words.empty_alone or not speaker.phrases:
        return False
    taken = {at for first, after in speaker.phrases for at in range(first, after)} | set(predicate.tokens)
    small = words.adverbs | words.articles | words.pointers | words.expletives
    rest = [at for at in range(clause.start, clause.end) if at not in taken and low[at].isalnum()]
    about = [at for at in rest if low[at] not in small]
    return not about or low[about[0]] in words.before_courts


def _claimant(grammar: Grammar, part: Part, row: Row) -> Speaker | None:
    """ "Sand will nichts gewusst haben": who says so of himself."""
    sentence, main = part.sentence, part.clauses[0]
    words = sentence.passage.lower[main.finite : main.end] if main.finite >= 0 else []
    if not words or words[0] not in row.cue.words or not ends_in_perfect(grammar, row, words):
        return None
    phrase = main_subject(grammar, sentence, main)
    behind = first_phrase(grammar, sentence, main.finite + 1, main.end, part.after)
    if behind is not None and can_speak(grammar, sentence, behind) > 0:
        phrase = behind  # "Die Form will Ida Lund so verstanden haben"
    speaker = Speaker((phrase,), "subject of the claim") if phrase is not None else None
    return speaker if speaker is not None and _may_act(grammar, part, speaker, row) else None
