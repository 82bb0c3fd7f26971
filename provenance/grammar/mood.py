"""What the mood of a sentence without a frame says: that it goes on reporting, is hearsay, supposes, or nothing.

In a sentence without a frame a present subjunctive is reported speech (98 % of the sentences that hold one of
twelve common forms; counted on German Wikinews).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.grammar.engine import Grammar, fits
from provenance.grammar.records import Candidate, Clause, Predicate, Range, Row, Sentence, Speaker
from provenance.grammar.speakers import can_speak, first_phrase, giver, main_subject, subject, subject_behind


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or what stands of it between two semicolons."""

    sentence: Sentence
    first: int
    after: int
    clauses: tuple[Clause, ...]


def parts(sentence: Sentence) -> Iterator[Part]:
    """The sentence cut at its semicolons."""
    sections: list[tuple[Range, list[Clause]]] = []
    for clause in sentence.clauses:
        if sections and sections[-1][0] == clause.section:
            sections[-1][1].append(clause)
        else:
            sections.append((clause.section, [clause]))
    for number, (section, clauses) in enumerate(sections):
        last = number + 1 == len(sections)
        after = sentence.after if last else sections[number + 1][0][0]
        yield Part(sentence, section[0] if number else sentence.first, after, tuple(clauses))


def mood_of(grammar: Grammar, part: Part, *, running: bool, reported_before: bool) -> Row | None:
    """The row whose mood a part of a sentence without a frame is in.

    `running`: a sequel of reported speech stands right before it; `reported_before`: so does a statement.
    """
    moods = frozenset().union(*(clause.moods for clause in part.clauses))
    if not moods:
        return None
    words = part.sentence.passage.lower[part.first : part.after]
    if _commands(grammar, part) or _tells_of_self(grammar, part):
        return None
    for row in grammar.rows_by("mood", "sentence"):
        if row.cue.carried and not reported_before:
            continue
        if row.content.forms.isdisjoint(moods if running else moods - {"modal"}):
            continue  # a modal's subjunctive is like its indicative: it goes on, it does not begin
        if not row.cue.unless.isdisjoint(words):
            continue
        if row.cue.needs and not _perfect(grammar, row, words):
            continue
        if "subjunctive" in row.content.forms and grammar.set_phrases(" ".join(words)):
            continue
        return row
    return None


def _commands(grammar: Grammar, part: Part) -> bool:
    """ "Gehe einmal in dich": a verb that opens its sentence without a subject behind it is an imperative."""
    passage, words, at = part.sentence.passage, grammar.words, part.first
    if part.clauses[0].subjunctive != at or at + 1 >= part.after or not words.nominative:
        return False
    behind = passage.lower[at + 1]
    subjects = words.nominative | words.expletives | words.personal | words.bare_subjects
    return behind not in subjects and not passage.words[at + 1][0].isupper()


def _tells_of_self(grammar: Grammar, part: Part) -> bool:
    """Whether whoever writes says "ich": what others say of themselves is not reported so."""
    passage = part.sentence.passage
    return any(
        passage.lower[at] in grammar.words.selves and not passage.quoted(at)
        for at in range(part.first, part.after)
    )


def _perfect(grammar: Grammar, row: Row, words: Sequence[str]) -> bool:
    """ "soll … gestohlen haben": with a perfect infinitive at the end "soll" is hearsay and never obligation."""
    endings = tuple(grammar.words.past_participle_endings)
    tail = [word for word in words[-6:] if word[0].isalpha()][-3:]
    return any(word in row.cue.needs and tail[at - 1].endswith(endings) for at, word in enumerate(tail) if at)


def conditional(grammar: Grammar, part: Part, row: Row) -> bool:
    """ "…, die heute 81 wäre": a past subjunctive in a relative clause of an indicative sentence supposes."""
    moody = [clause for clause in part.clauses if clause.moods]
    return (
        row.content.forms.isdisjoint({"subjunctive", "hearsay"})
        and all(clause.kind == "subordinate" and clause.moods <= {"past", "modal"} for clause in moody)
        and any(clause.kind in ("v1", "v2") and clause.subjunctive < 0 for clause in part.clauses)
        and moody[0].opener in grammar.words.relatives
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


def _beside(row: Row, predicate: Predicate, words: Sequence[str]) -> frozenset[str] | None:
    """The words of a clause with which its verb reports the act that a row asks for."""
    sets = (one for letter in row.cue.licence for one in predicate.verb.beside.get(letter, ()))
    return next((one for one in sets if one.issubset(words)), None)


def act_of(grammar: Grammar, part: Part) -> Candidate | None:
    """The sentence as one reported statement, if a verb of judging or asking governs its main clause."""
    sentence, passage = part.sentence, part.sentence.passage
    if passage.quoted(part.first) and passage.quotes[passage.inside[part.first]].open < part.first:
        return None
    for clause in part.clauses:
        predicate = clause.predicate
        if predicate is None or predicate.final:
            continue
        for row in grammar.rows_by("verb", "sentence"):
            if not fits(row, predicate):
                continue
            if _undone(grammar, part, clause, predicate):
                continue
            speaker = (giver if row.speaker == "giver" else subject)(grammar, sentence, clause)
            if row.cue.beside:
                end = clause.end - (
                    passage.lower[clause.end - 1] in grammar.words.prepositions
                )  # "hält sich auf"
                beside = _beside(row, predicate, passage.lower[clause.start : end])
                if beside is None:
                    continue
                held = (
                    passage.lower[at] in beside
                    for first, after in speaker.phrases
                    for at in range(first, after)
                )
                if any(held):
                    speaker = subject_behind(grammar, sentence, clause, part.after)
            least = 1 if row.speaker == "agent" else 0
            if any(can_speak(grammar, sentence, phrase) < least for phrase in speaker.phrases):
                continue  # "Das Urteil bestätigt den Trend", "In den Tarif wird jeder eingestuft"
            nobody = grammar.words.writers | grammar.words.voiceless
            if any(passage.lower[first] in nobody for first, _ in speaker.phrases):
                continue  # whoever writes, or nobody
            if speaker.phrases or predicate.passive:
                content = ((part.first, part.after),)
                return Candidate(
                    row, sentence.number, content, (), (), speaker, weight=row.confidence.content
                )
    return _claim_of(grammar, part)


def _claim_of(grammar: Grammar, part: Part) -> Candidate | None:
    """ "Sand will nichts gewusst haben": what somebody says of himself, reported as a whole."""
    passage, main = part.sentence.passage, part.clauses[0]
    if main.finite < 0:
        return None
    for row in grammar.rows_by("claim", "sentence"):
        words = passage.lower[main.finite : main.end]
        if words[0] not in row.cue.words or not _perfect(grammar, row, words):
            continue
        phrase = main_subject(grammar, part.sentence, main)
        behind = first_phrase(grammar, part.sentence, main.finite + 1, main.end, part.after)
        if behind is not None and can_speak(grammar, part.sentence, behind) > 0:
            phrase = behind  # "Die Form will Ida Lund so verstanden haben"
        if (
            phrase is not None
            and can_speak(grammar, part.sentence, phrase) >= 0
            and passage.lower[phrase[0]] not in grammar.words.writers
        ):
            speaker, content = Speaker((phrase,), "subject of the claim"), ((part.first, part.after),)
            return Candidate(
                row, part.sentence.number, content, (), (), speaker, weight=row.confidence.content
            )
    return None
