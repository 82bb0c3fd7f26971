"""What the mood of a sentence without a frame says: that it goes on reporting, is hearsay, supposes, or nothing.

In a sentence without a frame a present subjunctive is reported speech (98 % of the sentences that hold one of
twelve common forms; counted on German Wikinews).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Clause, Range, Row, Sentence


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or what stands of it between two semicolons."""

    sentence: Sentence
    first: int
    after: int
    clauses: tuple[Clause, ...]


def parts(sentence: Sentence) -> Iterator[Part]:
    """The sentence cut at its semicolons, up to a colon before a quotation that goes on in the next sentence."""
    sections: list[tuple[Range, list[Clause]]] = []
    words = sentence.passage.words
    last_quote = sentence.quotes[-1] if sentence.quotes else None
    end = sentence.after
    if last_quote and last_quote.open > sentence.first and words[last_quote.open - 1] == ":":
        end = last_quote.open - 1 if last_quote.close >= sentence.after else end
    for clause in sentence.clauses:
        if clause.start > end:
            break
        if sections and sections[-1][0] == clause.section:
            sections[-1][1].append(clause)
        else:
            sections.append((clause.section, [clause]))
    for number, (section, clauses) in enumerate(sections):
        last = number + 1 == len(sections)
        after = end if last else sections[number + 1][0][0]
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
        if row.cue.needs and not any(
            ends_in_perfect(grammar, row, part.sentence.passage.lower[clause.start : clause.end])
            for clause in part.clauses
        ):
            continue
        if row.cue.words and not any(_ends_in(row, part.sentence, clause) for clause in part.clauses):
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
    if behind in subjects:
        return False
    supposes = any(clause.kind in ("v1", "v2") and clause.before == "," for clause in part.clauses[1:])
    return not (passage.words[at + 1][0].isupper() and supposes)  # "Streike Lund, falle der Zug aus"


def bids(grammar: Grammar, sentence: Sentence) -> bool:
    """ "Achten Sie darauf, dass …": a verb with the polite pronoun behind it opens the sentence."""
    passage, at = sentence.passage, sentence.first
    if at + 1 >= sentence.after or passage.quoted(at):
        return False
    polite = passage.words[at + 1][0].isupper() and passage.lower[at + 1] in grammar.words.polite
    return polite and passage.lower[at].endswith(tuple(grammar.words.bidding_endings))


def _tells_of_self(grammar: Grammar, part: Part) -> bool:
    """Whether whoever writes says "ich", or "du" to his reader: what others say of themselves is not reported so."""
    passage, none = part.sentence.passage, grammar.words.selves | grammar.words.readers
    return any(passage.lower[at] in none and not passage.quoted(at) for at in range(part.first, part.after))


def _ends_in(row: Row, sentence: Sentence, clause: Clause) -> bool:
    """ "soll aus Kiel stammen": whether a clause in the row's mood ends in one of the words that it names."""
    last = clause.end - 1
    return not row.content.forms.isdisjoint(clause.moods) and sentence.passage.lower[last] in row.cue.words


def ends_in_perfect(grammar: Grammar, row: Row, words: Sequence[str]) -> bool:
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
