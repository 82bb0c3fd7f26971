"""What grammars pass on: verbs, clauses read once, candidates for statements and who speaks in them.

All are frozen: whoever needs another record makes one. Token numbers count within one passage; ranges are
half open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from provenance.model import StatementKind
from provenance.passage import Passage, Quote

#: Half-open range of token numbers in one passage.
Range = tuple[int, int]
#: Sizes in words up to which each share of a fragment's odds holds; the last share is for all longer ones.
SIZES = (1, 3, 5, 9)
#: v1, v2: main clauses with the verb first or second; subordinate: with the verb at the end; fragment: without one.
ClauseKind = Literal["v1", "v2", "subordinate", "infinitive", "fragment"]


@dataclass(frozen=True, slots=True)
class Rival:
    """A speaker that was considered and lost."""

    phrase: Range
    why: str
    allowed: bool = False
    """The words allow it as well: readers should be shown both."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, by which way found, and who else might."""

    phrases: tuple[Range, ...] = ()
    way: str = "nobody named"
    """How it was found: "subject before the verb", "agent of the passive", "carried over"."""
    passage: int = -1
    """Number of its passage where that is not the cue's; -1: the cue's."""
    rivals: tuple[Rival, ...] = ()
    carried: bool = False
    agentless: bool = False
    """The frame reports without anybody who says it."""
    himself: Range | None = None
    """The phrase that a pronoun means, where its sentence tells: the subject of "nach eigenen Angaben", the antecedent
    of "which said"."""
    named_before: bool = False
    """The sentence before names who speaks, and reports nothing."""
    labelled: bool = False
    """Nothing but a colon behind the phrase makes it a speaker."""


NOBODY = Speaker()
#: It is said, and the words say that nobody is named.
AGENTLESS = Speaker(agentless=True)


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb; `allows` holds the letters that `words/all/grammar.toml` explains."""

    infinitive: str
    prefix: str
    """Separable prefix, or ""."""
    allows: frozenset[str]
    group: str
    beside: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict, hash=False)
    """Letter of `allows` → sets of words of which one must stand whole in its clause: "in Aussicht" with stellen."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that report, of a language that reads them whole: their verb, who speaks, and where the content stands."""

    verb: Verb
    """Where none of those reports its group says what does, as rows name it: noun, preposition, adverb, label, …"""
    cue: Range
    start: int
    end: int
    speaker: Speaker
    section: Range = (0, 0)
    """The reach of content around it."""
    content: Range | None = None
    """Content behind it; None where it stands around it."""
    form: str = ""
    """What content behind it is, as rows name it; "open" if it opens the next passage."""
    hearer: tuple[Range, ...] = ()
    passive: bool = False
    final: ClassVar[bool] = False
    modal: ClassVar[bool] = False

    @property
    def claim(self) -> Range:
        """The words of the frame and of what it reports, that no other can have."""
        content = self.content
        return (min(self.cue[0], content[0]), content[1]) if content else self.section


@dataclass(frozen=True, slots=True)
class Predicate:
    """A reporting verb with all that belongs to it in its clause."""

    verb: Verb
    tokens: tuple[int, ...]
    """Verb, prefix, participle, auxiliaries, reflexive and correlate, in order."""
    anchor: int
    """The finite verb: subject and content are looked for around it."""
    last: int
    """Number of the clause in which the complex ends: the right bracket may stand behind inserted clauses."""
    final: bool
    """The verb stands at the end of its clause, behind its subject."""
    passive: bool
    modal: bool
    """An infinitive behind a modal verb or in the future: nothing is said yet."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words between two separators, read once."""

    number: int
    start: int
    end: int
    before: str
    """The mark that opens it (",", ";", ":", "–"); "" for the first, "+" where a conjunction alone does."""
    kind: ClauseKind
    head: int
    """First token behind a coordinator; `start` if there is none."""
    opener: str
    """The word there, lower case."""
    finite: int = -1
    """The finite verb (the left bracket; of a subordinate clause the last token), or -1."""
    subjunctive: int = -1
    """First token that is a subjunctive, or -1; quoted words count, since a fragment may hold the verb."""
    predicate: Predicate | None = None
    parent: int = -1
    """Number of the main clause that it hangs on or shares a subject with; -1 for none."""
    behind_main: bool = False
    """A main clause with a verb of its own stands before it: what opens with its verb is postposed."""
    section: Range = (0, 0)
    """The stretch between semicolons in which it stands."""
    forms: frozenset[str] = frozenset()
    """What content it can open: that, subjunctive, infinitive, question, plain, colon."""
    moods: frozenset[str] = frozenset()
    """Of its words outside quotations: subjunctive, past (subjunctive), modal, hearsay."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence with its clauses."""

    passage: Passage
    number: int
    """Of the passage in the document."""
    first: int
    after: int
    body: int
    """End without the final full stop and what closes behind it."""
    clauses: tuple[Clause, ...]
    quotes: tuple[Quote, ...]
    """Outer quotations that open or close in the sentence."""
    starts: list[int]
    """First tokens of the clauses."""
    phrases: dict[Range, int] = field(default_factory=dict)
    """Ends of noun phrases by their first token and limit, filled as they are asked for."""
    ends: dict[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)
    """For a row's `ends`, where content ends that opens with each clause; filled as asked for."""
    frames: tuple[Frame, ...] = ()
    """What reports, of a language that reads frames whole."""

    def clause_at(self, at: int) -> Clause:
        """The clause that holds a token, or ends in it."""
        return self.clauses[max(bisect_right(self.starts, at) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Confidence:
    """Measured chances: that the content is right, and that content and speaker are."""

    content: float
    speaker: float


@dataclass(frozen=True, slots=True, eq=False)
class CueCondition:
    """What announces a statement."""

    by: str
    """verb, any verb, noun, adjective, preposition, postposition, particle, comparison, adverb, relative, pointer,
    conclusion, view, wording, name, mood, claim, label or none: the finder that looks for it."""
    licence: frozenset[str] = frozenset()
    """Letters that the verb must allow, all of them (`words/all/grammar.toml`)."""
    groups: frozenset[str] = frozenset()
    """Groups of verbs.toml; empty for any."""
    verbs: frozenset[str] = frozenset()
    """Infinitives; empty for any."""
    words: frozenset[str] = frozenset()
    """The entries of the word lists that the row names."""
    unless: frozenset[str] = frozenset()
    """Words directly before it that make it another idiom."""
    needs: frozenset[str] = frozenset()
    """Words of which the phrase, or the sentence, must hold one; empty for none."""
    endings: tuple[str, ...] = ()
    """Endings that do as well as `needs`."""
    beside: bool | None = None
    """Whether words must stand in its clause that the verb itself asks for (`Verb.beside`)."""
    passive: bool | None = None
    final: bool | None = None
    modal: bool | None = None
    carried: bool | None = None
    """Whether a statement must have come before."""


@dataclass(frozen=True, slots=True, eq=False)
class ContentCondition:
    """Where the content stands and of what form it is."""

    where: str
    """behind, around, clause, rest, sentence, sentence before, quotation …: the place the engine cuts it from."""
    forms: frozenset[str] = frozenset()
    """Forms of clauses, as the language's reader names them: that, subjunctive, infinitive, question, plain, colon."""
    within: int = 4
    """So many clauses behind the cue it may begin."""
    lower: tuple[float, ...] = ()
    """How often a fragment is a statement if it begins in lower case, by its size (`SIZES`)."""
    upper: tuple[float, ...] = ()
    """The same for one that begins with a capital or a figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A construction: what its cue must be, where and of what form its content is, who speaks."""

    id: str
    about: str
    kind: StatementKind
    cue: CueCondition
    content: ContentCondition
    speaker: str
    """The way to the speaker: subject, phrase, phrase before, carried, none."""
    ends: tuple[str, ...]
    """What ends content that runs on: takeover, matrix, aside, semicolon, background."""
    confidence: Confidence
    yes: tuple[str, ...]
    """Sentences in which it fires: [[speaker]], {{cue}}, <<content>>."""
    no: tuple[str, ...]
    """Sentences in which it does not."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A statement that a row proposes."""

    row: Row
    passage: int
    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    frame: tuple[Range, ...]
    speaker: Speaker
    addressee: tuple[Range, ...] = ()
    weight: float = 0.0
    """The row's measured precision, corrected by what the row's conditions leave open (length of a fragment)."""
    home: int = -1
    """Number of the passage of cue and frame; -1: the content's."""
    parent: Candidate | None = None
    beaten: tuple[tuple[str, str], ...] = ()
    """Rows that claimed the same words and lost, with the reason."""
    claim: Range | None = None
    """The words that a frame read whole has with its content; None: they follow from the row."""


def candidate(
    row: Row,
    sentence: Sentence,
    content: Iterable[Range],
    cue: Iterable[Range],
    frame: Iterable[Range],
    speaker: Speaker,
    hearer: tuple[Range, ...] = (),
    claim: Range | None = None,
) -> Candidate:
    """What a row proposes in a sentence, with the row's measured weight."""
    return Candidate(
        row,
        sentence.number,
        tuple(content),
        tuple(cue),
        tuple(frame),
        speaker,
        hearer,
        row.confidence.content,
        claim=claim,
    )
