"""The words of the desk: what a screen asks for and what it is given. Nothing here knows a terminal or a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar

from provenance.desk.counts import Counts, FindingCounts
from provenance.model import Claim, Document, Finding, Severity, Source, Statement

State = Literal["open", "accepted", "dismissed", "follow_up", "stale"]
"""What a person decided of a finding; `stale` is a decision whose words are no longer in the text."""
Order = Literal["work", "text", "time", "name", "severity", "spread", "words"]
"""Of a page: what is left to do, the order of the text, dates, names, severities, spread of figures, share of words."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a page holds: all conditions at once; an empty one asks for everything.

    The same filter stands on every screen: a document row is in it if one of its findings is, a source if one of its
    statements is.
    """

    words: str = ""
    """Typed: each word must stand in the row's words (rule, message, title, quotation, name), in any case."""
    severity: Severity | None = None
    rule: str = ""
    document: str = ""
    source: str = ""
    claim: str = ""
    look: str = ""
    """Kind of source, the name of a `Look`."""
    state: State | Literal[""] = ""
    disputed: bool = False
    order: Order = "work"
    after: int = 0
    """How many rows to leave out at the beginning."""
    limit: int = 200


EVERYTHING = Query()
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, with how many there are in it at all."""

    rows: Sequence[Row]
    total: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a line."""

    id: str
    number: int
    """From 1, in the order of the report; 0 for one of the background, which is not judged."""
    title: str
    outlet: str
    published: str
    worst: Severity | None
    """Of the open findings."""
    statements: Mapping[str, int]
    """Name of a look → how many."""
    named: float
    """Share of the sourced statements whose source has a name, 0 to 1."""
    findings: int
    decided: int
    judged: bool = True
    """False for a kept document that was not judged yet: its counts are to come."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in a line, with what was decided of it."""

    key: int
    """Its number on this desk, from 0, as long as the desk is open."""
    finding: Finding
    number: int
    """Number of its document, from 1."""
    document_title: str
    words: str
    """The quoted words it lies on."""
    state: State
    decision: Decision | None = None
    siblings: Sequence[int] = ()
    """Keys of the other findings of the same rule on the same source or words in the document."""
    notes: Sequence[Decision] = ()
    """Notes on it, the oldest first; they leave its state as it is."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a line."""

    claim: Claim
    said: tuple[int, int]
    """How many members give a figure or word it so, of how many."""
    roots: int
    effective: float
    first: str
    last: str
    lost: str
    """What was lost on the way ("bound lost"), or nothing."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a line, over all documents of the desk."""

    source: Source
    look: str
    statements: int
    share: float
    """Of the words of all sourced statements, 0 to 1."""
    kinds: Mapping[str, int]
    """Kind of statement → words; "fragment" for words in quotation marks within another statement."""
    documents: int
    corrected: bool = False
    maybe: str = ""
    """Id of a source that this may be, or nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document read: all that its screen shows."""

    row: DocumentRow
    document: Document
    findings: Sequence[FindingRow]
    sources: Mapping[str, Source]
    """Of its statements and hops, corrections applied."""
    machine: Mapping[str, str]
    """Statement or source id → what the program had read where a person corrected it, in words."""
    stale: Sequence[Decision] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    """The claims of its statements, by id."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where else a statement's claim is said."""

    document: DocumentRow
    statement: Statement
    source: Source | None
    relation: str
    words: str
    """What differs: its figure, or its first words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found by a search."""

    document: str
    number: int
    start: int
    end: int
    line: str
    """The words around them."""


Verdict = Literal[
    "accept", "dismiss", "follow_up", "note", "speaker", "kind", "source", "same", "other", "name", "type"
]
"""On findings: accept, dismiss, follow_up, note. On statements: speaker, kind, source. On sources: same as or another
than one, its name, its type."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a decision hangs on: found again wherever they move to in their document."""

    document: str
    rule: str
    """Rule of a finding; empty for a statement or a source."""
    words: str
    before: str
    after: str
    """Up to 60 characters of the text on each side."""
    which: int = 0
    """Which of those that are equal in all of it, from 0."""
    equals: int = 1
    """How many were equal in all of it."""
    told_by: str = ""
    """What told it from all others with its words: w the words themselves, s their sentence, b and a what is before
    and after them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, as it is kept."""

    id: int
    verdict: Verdict
    anchor: Anchor
    value: str
    """The reason, the note, or what is put in place of the machine's reading."""
    reviewer: str
    at: str
    """ISO 8601 with zone."""
    undone: bool = False
    batch: int = 0
    """Decisions of one key have one number: they are undone as one."""


class Desk(Protocol):
    """Everything a review does, without a terminal; every screen asks this and nothing else."""

    name: str
    """What is reviewed, as the title says it."""
    notes: Sequence[str]
    """What is to be said of the whole, a line each: what could not be read, what was left out."""

    def counts(self, query: Query = EVERYTHING) -> Counts:
        """Of what the query leaves."""

    def tally(self, query: Query = EVERYTHING) -> FindingCounts:
        """Of the findings that the query leaves, without counting anything else."""

    def documents(self, query: Query = EVERYTHING) -> Page[DocumentRow]:
        """Documents by query."""

    def findings(self, query: Query = EVERYTHING) -> Page[FindingRow]:
        """Findings by query."""

    def claims(self, query: Query = EVERYTHING) -> Page[ClaimRow]:
        """Claims by query, the disputed first."""

    def sources(self, query: Query = EVERYTHING) -> Page[SourceRow]:
        """Sources by query."""

    def following(self, query: Query, document: str, start: int, step: int) -> FindingRow | None:
        """The next finding by query in the order of the text, behind (step 1) or before (-1) a place; None at the end.

        A place of -1 is before the first finding of the document.
        """

    def place(self, key: int, query: Query = EVERYTHING) -> int | None:
        """Where in the page by query, from 0 and without `after`, a finding stands; None if it is not in it."""

    def shares(self, query: Query = EVERYTHING) -> Mapping[str, float]:
        """Name of a look → share of the words of all sourced statements, 0 to 1."""

    def shown(self, document: str, query: Query) -> frozenset[str]:
        """Ids of a document's statements that the query leaves; the others are dimmed."""

    def stale(self, document: str = "") -> Sequence[Decision]:
        """Decisions whose words are no longer in a document, or in any."""

    def read(self, document: str) -> Reading:
        """One document. Raises KeyError if the desk has none of that id."""

    def said(self, source: str, query: Query = EVERYTHING) -> Page[Place]:
        """Statements of a source."""

    def elsewhere(self, claim: str) -> Sequence[Place]:
        """Members of a claim in the order of time."""

    def search(self, words: str, after: int = 0, limit: int = 200) -> Page[Hit]:
        """Words in the whole text of all documents."""

    def decide(self, verdict: Verdict, keys: Sequence[int], value: str = "") -> Sequence[Decision]:
        """Decide findings by their keys; what is returned is committed. Raises InputError if it cannot be kept."""

    def correct(self, verdict: Verdict, target: str, value: str) -> Decision:
        """Correct a statement (`speaker`, `kind`, `source`) or a source (`same`, `other`, `name`, `type`) by its id."""

    def undo(self) -> Sequence[Decision]:
        """Take back the newest decisions of this reviewer that stand, a batch as one; empty if there are none."""

    def redo(self) -> Sequence[Decision]:
        """Put back what undo took back last."""

    def kept_in(self) -> str:
        """The archive that decisions go into, as a path. Raises InputError, before the first one, if none can be made."""

    def close(self) -> None:
        """Leave the archive's file."""

    def changed(self) -> bool:
        """Whether another reviewer or process decided anything since the last call."""
