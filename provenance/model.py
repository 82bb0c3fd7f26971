"""The words of the project as types: everything that stages hand to each other and that a report shows.

Plain slotted dataclasses, so that the hot loops stay quick and every stage can be pickled. The report's
JSON, its schema and the checking of what comes from outside are made from these same classes by
`provenance.report`; the docstring under a field is its description in the schema.

Every offset counts Unicode code points in `Document.text`, start inclusive, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
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
#: Told by the publication itself: what it saw, and that somebody did something by speaking ("kündigte … an").
OWN_VOICE: frozenset[StatementKind] = frozenset({"narrated", "reported"})
SourceType = Literal[
    "person", "office", "organisation", "government", "document", "agency", "outlet", "social_media",
    "crowd", "anonymous", "metonym",
]  # fmt: skip
HopRole = Literal["origin", "medium", "agency", "derived", "publisher"]
#: Sources that no name tells apart: "ein Insider" here is nobody known to be "ein Insider" there.
UNNAMED: frozenset[SourceType] = frozenset({"anonymous", "crowd"})
HopBasis = Literal["stated", "metadata", "inferred", "missing"]
FlagCode = Literal[
    "hedge", "bound", "unnamed_source", "metonymic_source", "second_hand", "carried_over",
    "ambiguous_speaker", "agentless", "sources_unclear", "fragment",
]  # fmt: skip
Bound = Literal["", "<", ">", "~"]
Relation = Literal["origin", "repeat", "variant", "conflict", "drift"]
Genre = Literal["article", "wire", "release"]
CopyOrder = Literal["date", "genre", "unknown"]
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
class Doubt:
    """Why a reader should look whether a document was read right."""

    kind: Literal["text", "format"]
    """"text": the story itself may be missing or be another one; "format": a house's own format, read by its names."""
    why: str


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
class Beaten:
    """A pattern that claimed the same words as another one, and lost them."""

    pattern: str
    why: str


@dataclass(slots=True)
class Rejected:
    """Words that were considered as a statement's speaker, and lost."""

    start: int
    end: int
    why: str


@dataclass(slots=True)
class Explanation:
    """Why a statement was found as it was: the way to its speaker, and what was considered beside it."""

    way: str
    """How the speaker was found: "subject before the verb"; "" where the grammar does not say."""
    beaten: list[Beaten] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    named: str = ""
    """How the source was found behind the speaker's words: "surname", "pronoun", "role"; "" for nobody."""


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
    """0 to 1: the chance, measured for the pattern, that content and source are right."""
    explanation: Explanation | None = None
    """Null in reports and archives that were written before there was one."""


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
    """Id of the construction that found the statement, as `provenance frames` explains it; "narrated" where none did."""

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
    role: str = ""
    """Role of a person or holder as first printed, without determiner; "" if the documents give none."""
    party: str = ""
    employer: str = ""
    """Whom a holder speaks or works for, as printed behind the role."""


@dataclass(slots=True)
class Document:
    """A published or draft text with its metadata, whatever format it came in."""

    id: str
    path: str
    format: str
    """"text", "html", "markdown", …"""
    language: str
    """BCP 47 without region, as declared or told by the words; "und" where nothing tells."""
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
    doubts: list[Doubt] = field(default_factory=list)
    """Empty where nothing speaks against how it was read."""

    def place(self, offset: int) -> Place:
        """Where in the source file an offset stands.

        Exact for plain text, whose text is the file; for markup the line on which the block begins,
        column 1, because a paragraph's white space is folded there.
        """
        if self.format == "text":
            return place(line_starts(self.text), offset)
        number = bisect_right(self.blocks, offset, key=lambda block: block.start)
        return Place(self.blocks[number - 1].line if number else 1, 1)


@dataclass(slots=True)
class Member:
    """A statement that belongs to a claim."""

    statement: str
    score: float
    """Likeness to the claim's origin, 0 to 100."""
    relation: Relation
    lacks: list[str] = field(default_factory=list)
    """Words of the claim's origin that it does not have, in order; grammar words left out."""
    adds: list[str] = field(default_factory=list)
    """Words that it has and the origin has not."""
    holds: float = 1.0
    """Part of the origin that stands in it, 0 to 1 by the weight of words: 1 for one that says more, too."""
    held: float = 1.0
    """Part of it that stands in the origin: 1 for a cut copy."""
    copied_from: str | None = None
    """Id of the earlier statement that it was copied from, where its document copies that one's."""


@dataclass(slots=True)
class Value:
    """A figure that members of a claim dispute, with who gives it, where and when."""

    statement: str
    words: str
    """The figure as printed, with its bound: "bis zu 8.000"."""
    value: float
    bound: Bound
    """"<" at most, ">" at least, "~" about, "" as it stands."""
    counted: str
    """What is counted, as printed; "" if the figure is a date or counts nothing that is named."""
    source: str | None
    """Id of the source who gives it; null for the publication's own voice."""
    place: str | None
    """Where the document was written, by its dateline."""
    time: str | None
    """When the document was published."""
    start: int = 0
    """Where the figure's words stand in the text of its statement's document."""
    end: int = 0


@dataclass(slots=True)
class Loss:
    """A reservation that a claim had and a later document no longer has."""

    kind: Literal["bound", "hedge", "unclear"]
    statement: str
    earlier: str
    """Id of the earlier statement that has the reservation."""
    start: int
    """The words that lack it, in the later document."""
    end: int
    words: str
    """The reservation as the earlier document prints it: "bis zu 8.000", "angeblich"."""


@dataclass(slots=True)
class Conflict:
    """Two members of a claim that cannot both be right."""

    a: str
    b: str
    kind: Literal["number", "negation", "date"]
    detail: str
    """The words that differ: "bis zu 8.000 ≠ etwa 3.000"."""
    figures: list[Value] = field(default_factory=list)
    """The two figures, of `a` and of `b`, with their places; empty for a denial."""


@dataclass(slots=True)
class Claim:
    """What several statements, mostly in several documents, say in common."""

    id: str
    text: str
    origin: str
    """Id of the earliest statement."""
    members: list[Member]
    independent_sources: int
    """How many different roots the members' chains end in; documents that copy one another have one root."""
    conflicts: list[Conflict] = field(default_factory=list)
    effective_sources: float = 1.0
    """1 / Σ p², p being each root's share of the claim's documents, a document counted once for each root it has
    (Hill number of order 2): nine reprints of one dispatch and one report of its own are 1.2 sources, not 10 and not 2."""
    values: list[Value] = field(default_factory=list)
    """The figures in dispute, the earliest first; empty without a conflict of figures."""
    losses: list[Loss] = field(default_factory=list)


@dataclass(slots=True)
class Copy:
    """A document that took statements over from another one, word for word or nearly."""

    document: str
    of: str
    kind: Genre
    """What it was copied from: an agency's copy, a press release, or another outlet's article."""
    share: float
    """Part of the copy's words, 0 to 1, that stand in the same order in sentences of the other document."""
    order: CopyOrder
    """What tells which came first; "unknown" leaves open who copied."""
    credited: bool
    credit: str
    """The words that credit the other document, as printed; "" if there are none."""
    statements: list[tuple[str, str]]
    """Ids of a copied statement and of the one it was copied from."""


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
    """In the reader's language, with the words that it rests on."""
    help: str
    edit: str = ""
    """The smallest edit that answers it, in the same language, blanks in square brackets."""


@dataclass(slots=True)
class Decision:
    """What a person decided of a finding, or put in place of what was read, as the run's archive keeps it."""

    verdict: Literal[
        "accept", "dismiss", "follow_up", "note", "speaker", "kind", "source", "same", "other", "name", "type"
    ]
    """On findings: accept, dismiss, follow_up, note; on statements: speaker, kind, source; on sources the others."""
    value: str
    """The reason, the note, or what is put in place of the reading; the report itself has the reading."""
    reviewer: str
    at: str
    """ISO 8601."""
    document: str
    words: str
    """The words that it hangs on."""
    rule: str = ""
    finding: int | None = None
    """Place in the report's `findings`, from 0."""
    statement: str | None = None
    source: str | None = None
    stale: bool = False
    """Whether its words are no longer in the document: then it is on nothing."""


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
    copies: list[Copy] = field(default_factory=list)
    background: list[Document] = field(default_factory=list)
    """Kept documents of an archive that share a claim with the audited ones; only the statements that are members."""
    decisions: list[Decision] = field(default_factory=list)
    """Decisions that stand on the documents, from the archive of the run, the oldest first."""
