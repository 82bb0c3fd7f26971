"""A language's grammar as the engine uses it: its reader, its phrases, its words and its table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.grammar.lexis import FunctionWords, function_words
from provenance.grammar.records import Frame, Predicate, Range, Row, Sentence
from provenance.passage import Passage

#: Cues that are one word, wherever it stands.
TRIGGERS = ("preposition", "postposition", "adverb", "relative")
#: Cues that open a clause.
OPENERS = ("particle", "comparison")
#: Passage, its number in the document, first token of the sentence and the one behind it → its clauses.
ReadSentence = Callable[[Passage, int, int, int], Sentence]
#: Passage, first token and the one behind the sentence → whether any construction could stand in it.
MayReport = Callable[[Passage, int, int], bool]
#: Passage → the ranges of tokens that are read as one sentence each.
ReadUnits = Callable[[Passage], Iterable[Range]]
#: Sentence, token, limit → end of the noun phrase that begins there; the token itself if none does.
ReadPhrase = Callable[[Sentence, int, int], int]
#: Sentence → the person who is its subject, where the language tells without a verb of reporting; None if none is.
ReadPerson = Callable[[Sentence], Range | None]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """What a language hands to the engine."""

    code: str
    rows: tuple[Row, ...]
    finders: Mapping[tuple[str, str], tuple[Row, ...]]
    """Rows by what announces them and where their content stands."""
    triggers: Mapping[str, tuple[Row, ...]]
    """Rows whose cue is a single word anywhere in a clause, by that word."""
    openers: Mapping[str, tuple[Row, ...]]
    """Rows whose cue opens a clause (so X, wie X mitteilte), by that word."""
    words: FunctionWords
    read: ReadSentence
    phrase: ReadPhrase
    may_report: MayReport
    set_phrases: Callable[[str], bool]
    """Whether a sentence (lower case) holds a set phrase whose mood reports nothing."""
    joins: bool
    """Whether a sentence of nothing but quotations goes on with the quotation before it."""
    units: ReadUnits
    """What of a passage is read at once: its sentences, or those that a quotation joins as one."""
    person: ReadPerson
    """Whom a sentence that reports nothing is about, who is quoted in the next one."""

    def rows_by(self, by: str, where: str) -> tuple[Row, ...]:
        return self.finders.get((by, where), ())


def make_grammar(
    code: str,
    rows: Sequence[Row],
    read: ReadSentence,
    phrase: ReadPhrase,
    may_report: MayReport = lambda passage, first, after: True,
    speakers: frozenset[str] = frozenset(),
    set_phrases: Callable[[str], bool] = lambda _: False,
    joins: bool = False,
    units: ReadUnits = lambda passage: passage.sentences,
    person: ReadPerson = lambda _: None,
) -> Grammar:
    """A grammar of a language's reader, phrases and rows; its words are read from `words/<code>/`."""
    finders: dict[tuple[str, str], list[Row]] = {}
    triggers: dict[str, tuple[Row, ...]] = {}
    openers: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        opens = row.cue.by in OPENERS and row.content.where == "around"
        for word in row.cue.words if opens or row.cue.by in TRIGGERS else ():
            found = openers if opens else triggers
            found[word] = (*found.get(word, ()), row)
        finders.setdefault((row.cue.by, row.content.where), []).append(row)
    return Grammar(
        code,
        tuple(rows),
        {key: tuple(found) for key, found in finders.items()},
        triggers,
        openers,
        function_words(code, speakers),
        read,
        phrase,
        may_report,
        set_phrases,
        joins,
        units,
        person,
    )


def fits(row: Row, predicate: Predicate | Frame) -> bool:
    """Whether a reporting verb has the licences, the group and the form that a row asks for."""
    cue, verb = row.cue, predicate.verb
    return (
        cue.licence <= verb.allows
        and (not cue.groups or verb.group in cue.groups)
        and (not cue.verbs or verb.infinitive in cue.verbs)
        and (cue.passive is None or cue.passive == predicate.passive)
        and (cue.final is None or cue.final == predicate.final)
        and (cue.modal is None or cue.modal == predicate.modal)
    )


def runs(tokens: Sequence[int]) -> tuple[Range, ...]:
    """Token numbers as ranges, neighbours joined."""
    found: list[Range] = []
    for token in sorted(set(tokens)):
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return tuple(found)
