"""The words of the project as types: everything that stages hand to each other and that a report shows.

Plain slotted dataclasses, so that the hot loops stay quick and every stage can be pickled. The report's
JSON, its schema and the checking of what comes from outside are made from these same classes by
`provenance.report`; the docstring under a field is its description in the schema.

Every offset counts Unicode code points in `Document.text`, start inclusive, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from provenance.spans import Place, Span, line_starts, place

SCHEMA_VERSION = "1.0"

BlockKind = Literal[
    "headline", "kicker", "subheading", "byline", "dateline", "lead", "paragraph", "list_item", "blockquote",
    "caption", "photo_credit", "wire_credit", "editor_note", "correction", "metadata", "boilerplate",
]  # fmt: skip
#: Blocks whose sentences are the story: statements are looked for in these, and nowhere else.
PROSE: frozenset[str] = frozenset(
    {"headline", "kicker", "subheading", "lead", "paragraph", "list_item", "blockquote", "caption"}
)
StatementKind = Literal[
    "direct", "indirect", "free_indirect", "indirect_free_indirect", "reported", "narrated"
]
SourceType = Literal[
    "person", "office", "organisation", "government", "document", "agency", "outlet", "social_media",
    "crowd", "anonymous", "metonym",
]  # fmt: skip
HopRole = Literal["origin", "medium", "agency", "derived", "publisher"]
HopBasis = Literal["stated", "metadata", "inferred", "missing"]
FlagCode = Literal[
    "hedge", "bound", "unnamed_source", "metonymic_source", "second_hand", "carried_over",
    "ambiguous_speaker", "agentless", "sources_unclear", "fragment",
]  # fmt: skip
Relation = Literal["origin", "repeat", "variant", "conflict", "drift"]
Genre = Literal["article", "wire", "release"]
Status = Literal["usable", "update", "correction", "embargoed", "canceled"]


class Severity(StrEnum):
    """How loud a finding is; `rank` orders them, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(slots=True)
class Block:
    """A typed stretch of a document."""

    kind: BlockKind
    start: int
    end: int
    line: int = 1
    """Line of the source file on which the block begins, from 1."""


@dataclass(slots=True)
class Credit:
    """Who made or supplied a picture, and by which route it came."""

    text: str
    """The credit as printed, with its label ("Foto:", "©"), without brackets around the whole."""
    holders: list[str]
    """Those who made it or own it, in printed order."""
    via: list[str]
    """Those named as the route by an explicit "via"."""
    start: int
    end: int


@dataclass(slots=True)
class Caption:
    """The words under a picture, without its credit."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Picture:
    """A picture of the document, found by its markup: what it has and what it lacks."""

    name: str
    """File name or address as the markup gives it."""
    start: int
    """Where it stands in `Document.text`: its caption or credit if it has one, else the text after it."""
    end: int
    line: int
    """Line of the source file, from 1."""
    caption: Caption | None = None
    credit: Credit | None = None


@dataclass(slots=True)
class CreditLine:
    """A credit for the text itself, printed at its end: "(APA/dpa, 23.8.2015)"."""

    text: str
    agencies: list[str]
    authors: list[str]
    date: str | None = None


@dataclass(slots=True)
class Disagreement:
    """Where a document's visible text and its metadata say different things; the visible text was believed."""

    field: Literal["byline", "published", "credit"]
    shown: str
    declared: str


@dataclass(slots=True)
class Flag:
    """A sign of uncertainty on a statement, and the words that give it."""

    code: FlagCode
    start: int
    end: int
    note: str = ""


@dataclass(slots=True)
class Hop:
    """One step of the route by which a statement reached a document.

    A `derived` hop is an earlier version of the same document, which had the statement already.
    """

    role: HopRole
    name: str
    basis: HopBasis
    source: str | None = None
    """Id of the source behind the hop, if it is known."""
    start: int | None = None
    """Start of the shortest stretch that holds both the cue and the name; null if no words say it."""
    end: int | None = None


@dataclass(slots=True)
class Attribution:
    """The tie of a statement to its source: which words name it, which report it, and to whom."""

    speaker: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    frame: list[Span] = field(default_factory=list)
    addressee: list[Span] = field(default_factory=list)
    source: str | None = None
    """Id in the report's `sources`; null where nobody is named."""
    confidence: float = 1.0
    """0 to 1: how sure the pattern is of itself, by counts on the development corpora."""


@dataclass(slots=True)
class Statement:
    """A span of text that says something, with the source it is attributed to, if any."""

    id: str
    """Document id, "#s" and a number from 1."""
    document: str
    kind: StatementKind
    spans: list[Span]
    text: str
    """The words of the spans, pieces joined by one blank."""
    parent: str | None = None
    """The indirect statement that a verbatim fragment stands in."""
    attribution: Attribution | None = None
    """Null only for narrated statements."""
    chain: list[Hop] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    claim: str | None = None
    pattern: str = ""
    """Name of the grammar's pattern that found the statement."""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(slots=True)
class Source:
    """The entity behind a speaker."""

    id: str
    name: str
    """The fullest name the documents give it."""
    type: SourceType
    aliases: list[str] = field(default_factory=list)
    """Other words that name it, in order of appearance."""
    mentions: int = 0
    """How many statements rest on it."""


@dataclass(slots=True)
class Document:
    """A published or draft text with its metadata, whatever format it came in."""

    id: str
    path: str
    format: str
    """"text", "html", "markdown", …"""
    language: str
    """BCP 47: "de" or "en"; "und" where neither fits."""
    text: str
    title: str | None = None
    published: str | None = None
    """ISO 8601, as precise as the document says."""
    modified: str | None = None
    outlet: str | None = None
    genre: Genre = "article"
    """What it is by its own marks: an outlet's article, an agency's own copy, or a press release."""
    blocks: list[Block] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    """Persons who wrote it."""
    byline: str | None = None
    """The byline as printed."""
    datelines: list[str] = field(default_factory=list)
    """Places."""
    dateline: str | None = None
    """The dateline as printed."""
    wire_credits: list[str] = field(default_factory=list)
    """Agencies that the text came from, in their usual short form."""
    credit_line: CreditLine | None = None
    photo_credits: list[Credit] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    """Pictures known from markup; empty for plain text, which has none."""
    source: str | None = None
    """Agency or outlet that a feed names as the text's source."""
    copyright: str | None = None
    copyright_holder: str | None = None
    usage: str | None = None
    status: Status = "usable"
    embargo_until: str | None = None
    version: str | None = None
    editor_notes: list[str] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)

    def place(self, offset: int) -> Place:
        """Where in the source file an offset stands.

        Exact for plain text, whose text is the file; for markup the line on which the block begins,
        column 1, because a paragraph's white space is folded there.
        """
        if self.format == "text":
            return place(line_starts(self.text), offset)
        line = 1
        for block in self.blocks:
            if block.start > offset:
                break
            line = block.line
        return Place(line, 1)


@dataclass(slots=True)
class Member:
    """A statement that belongs to a claim."""

    statement: str
    score: float
    """Likeness to the claim's origin, 0 to 100."""
    relation: Relation


@dataclass(slots=True)
class Conflict:
    """Two members of a claim that cannot both be right."""

    a: str
    b: str
    kind: Literal["number", "negation", "date"]
    detail: str
    """The words that differ: "bis zu 8.000 ≠ etwa 3.000"."""


@dataclass(slots=True)
class Claim:
    """What several statements, mostly in several documents, say in common."""

    id: str
    text: str
    origin: str
    """Id of the earliest statement."""
    members: list[Member]
    independent_sources: int
    """How many different roots the members' chains end in."""
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(slots=True)
class Finding:
    """What a rule says about a place in a document."""

    rule: str
    """The rule's stable name, as `provenance rules` lists it."""
    name: str
    """The rule in a few words."""
    severity: Severity
    document: str
    statement: str | None
    start: int
    end: int
    line: int
    column: int
    message: str
    help: str


@dataclass(slots=True)
class Tool:
    """The program that wrote a report."""

    name: str
    version: str


@dataclass(slots=True)
class AuditReport:
    """Everything one run found: the root of the JSON report."""

    schema_version: str
    tool: Tool
    documents: list[Document]
    sources: list[Source]
    claims: list[Claim]
    findings: list[Finding]
    summary: dict[str, int]
    generated_at: str | None = None
    """ISO 8601; null unless asked for, so that the same input gives the same bytes."""
    background: list[Document] = field(default_factory=list)
    """Kept documents of an archive that share a claim with the audited ones; only the statements that are members."""
