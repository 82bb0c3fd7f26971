"""What a rule sees, and what it says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import ClassVar, Protocol

from provenance.glyphs import CAPITALS
from provenance.languages import load, primary, spoken
from provenance.model import (
    Block,
    Conflict,
    Copy,
    Document,
    Flag,
    FlagCode,
    Loss,
    Severity,
    Source,
    Statement,
)
from provenance.passage import Passage, read_passages
from provenance.passage.marks import MARKS
from provenance.rules.sought import Sought, lowered, sought
from provenance.spans import Span
from provenance.trace.roots import outlet_key
from provenance.words import every, later, words


@dataclass(slots=True)
class Hit:
    """A place that a rule points at: offsets in the document's text, and what its message says beside its words."""

    start: int
    end: int
    statement: str | None = None
    severity: Severity | None = None
    """Overrides the rule's own severity where the case is graver or lighter."""
    form: str = ""
    """Which of the rule's messages, where it has several."""
    said: dict[str, str] = field(default_factory=dict)
    """What fills the blanks of the message; `words`, those of the place, are there without being said."""
    why: str = ""
    """Reasons that an earlier stage gave, in its language and divided by semicolons: they are told in the reader's."""


#: Code points around a statement within which its speaker is looked for: about two sentences.
REACH = 300
#: So many paragraphs that end in a question make an interview, in which the answers are somebody's.
QUESTIONS = 4
#: So often, and once in so many letters, somebody who writes of himself or to the reader says so.
PERSONAL = 5
LETTERS_A_PERSON = 600
#: Of the statements before a place so many are looked at: a long one may reach over short ones.
NEAREST = 4
_NAME = later(lambda: re.compile(rf"(?<!\w)([{CAPITALS}][\w’'-]+)\s(?=[{CAPITALS}][\w’'-]+)"))
#: Blocks whose sentences rules about the body read: headlines and captions say shortly what the body says whole.
BODY = frozenset({"lead", "paragraph", "list_item"})
#: Blocks that a story consists of; a page that has none of them has no story.
STORY = BODY | {"blockquote"}
#: Code points on either side within which a sentence is looked at.
LONGEST = 600
#: An end of a sentence, with the word before it; no stop behind a figure, as in dates.
_STOP = later(lambda: re.compile(r"(?:(?<!\w)(\w{1,12})|(?<!\d))[.!?][“”«»\"’]?\s|\n"))
#: What begins a sentence before a noun and makes no name of it: "Am Abend".
_FUNCTION_WORDS = every("clauses", "articles", "prepositions") | every(
    "grammar", "determiners", "prepositions"
)


@cache
def _short_forms(code: str) -> frozenset[str]:
    """Words of a language that are written with a point, which ends no sentence."""
    return words(code, "clauses", "abbreviations") | words(code, "sentences", "abbreviations")


def _stops(text: str, start: int, end: int, code: str) -> Iterator[re.Match[str]]:
    """The ends of sentences within a stretch."""
    for stop in _STOP.finditer(text, start, end):
        if not stop[1] or not (stop[1].isdigit() or stop[1].lower() in _short_forms(code)):
            yield stop


class Stretches:
    """Spans of a text, asked whether one of them holds a place; each question takes a bisection."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """`spans` in any order; they may overlap."""
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of the spans has everything from start to end."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end


#: Of a longer circle only the first and the last are named.
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Circle:
    """Outlets that cite each other for one claim."""

    outlets: frozenset[str]
    """By their keys."""
    words: str
    """In citing order: "Nordblatt → Tagblatt → Nordblatt"."""

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Circle:
        """The circle of documents in citing order."""
        names = [document.outlet or document.id for document in (*documents, documents[0])]
        if len(names) > MOST_NAMED:
            names[MOST_NAMED - 2 : -2] = ["…"]
        keys = frozenset(outlet_key(document.outlet or "") for document in documents)
        return cls(keys, " → ".join(names))


@dataclass(slots=True)
class Context:
    """One document with everything the run knows around it."""

    document: Document
    sources: dict[str, Source]
    documents: dict[str, Document]
    statements: dict[str, Statement] = field(default_factory=dict)
    """Every statement of the run by id."""
    conflicts: Sequence[Conflict] = ()
    """Those that a statement of the document is a side of."""
    losses: Sequence[Loss] = ()
    """What its statements have lost."""
    copies: Sequence[Copy] = ()
    """What it copied from."""
    circles: Sequence[Circle] = ()
    """Those that its outlet has a part in."""
    _passages: list[Passage] | None = None
    _speakers: list[tuple[int, int]] | None = None
    _numbers: dict[str, int] | None = None
    _quoted: Stretches | None = None
    _sourced: Stretches | None = None
    _named: Stretches | None = None
    _told: Stretches | None = None
    _tellers: list[tuple[int, int]] = field(default_factory=list)
    _begins: dict[str | None, list[int]] | None = None
    _voices: int | None = None
    _asks: bool | None = None
    _personal: bool | None = None
    _plain: str = ""
    """The text with plain blanks for those that keep words on one line, letter for letter."""
    _low: str = ""

    @property
    def passages(self) -> list[Passage]:
        """The document's prose as words and quotation marks; read once, and only if it has any marks
        and its language is known."""
        if self._passages is None:
            marked = any(mark in self.document.text for mark in MARKS)
            code = self.document.language
            readable = marked and spoken(code)
            self._passages = read_passages(self.document, load(code).sentence_rules) if readable else []
        return self._passages

    @property
    def numbers(self) -> dict[str, int]:
        """Statement id → its number in the document."""
        if self._numbers is None:
            self._numbers = {statement.id: at for at, statement in enumerate(self.document.statements)}
        return self._numbers

    def flagged(self, code: FlagCode) -> Iterator[tuple[Statement, Flag]]:
        """The document's statements with a flag, children left out: their parents carry it already."""
        for statement in self.document.statements:
            if statement.parent is None:
                for flag in statement.flags:
                    if flag.code == code:
                        yield statement, flag

    def source_of(self, statement: Statement) -> Source | None:
        attribution = statement.attribution
        return self.sources.get(attribution.source or "") if attribution else None

    @property
    def voices(self) -> int:
        """How many sources the document's statements have."""
        if self._voices is None:
            told = (one.attribution for one in self.document.statements)
            self._voices = len({said.source for said in told if said is not None and said.source})
        return self._voices

    @property
    def asks(self) -> bool:
        """Whether the document is an interview, by its paragraphs that end in a question."""
        if self._asks is None:
            text = self.document.text
            prose = [block for block in self.document.blocks if block.kind in BODY]
            ends = (text[max(block.start, block.end - 3) : block.end] for block in prose)
            self._asks = sum("?" in end for end in ends) >= QUESTIONS
        return self._asks

    @property
    def personal(self) -> bool:
        """Whether the writer speaks of himself or to the reader: a guide, a column, a firm's own page, and no report."""
        if self._personal is None:
            code = primary(self.document.language)
            told = sum(1 for _ in self.own_words(sought(code, "writers"), sourced=True))
            letters = sum(block.end - block.start for block in self.document.blocks if block.kind in BODY)
            self._personal = told >= max(PERSONAL, letters // LETTERS_A_PERSON)
        return self._personal

    def named_near(self, start: int, end: int) -> bool:
        """Whether somebody who could be speaking is named within `REACH` of a stretch.

        A source of the document, the words of a speaker, or two capitalised words side by side, which are a name more
        often than not. A rule that says "nobody" must not speak where this is true: it may be we who found nobody.
        """
        first, last = max(0, start - REACH), end + REACH
        pairs = _NAME.finditer(self.document.text, first, last)
        if any(pair[1].lower() not in _FUNCTION_WORDS for pair in pairs):
            return True
        if self._speakers is None:
            self._speakers = sorted(
                (statement.start, statement.end)
                for statement in self.document.statements
                if statement.attribution and (statement.attribution.source or statement.attribution.speaker)
            )
        at = bisect_right(self._speakers, (last, last))
        return at > 0 and any(stop >= first for _, stop in self._speakers[max(0, at - NEAREST) : at])

    def own_words(
        self, forms: Sought, *, sourced: bool = False, crowds: bool = False, kinds: frozenset[str] = BODY
    ) -> Iterator[tuple[Block, re.Match[str]]]:
        """Each match of a list of expressions in the story's prose outside quotation marks, with its block.

        `sourced`: also in statements that somebody is named for; `crowds`: also in those of a crowd, who is nobody's name.
        """
        if self._quoted is None:
            told = self.document.statements
            self._quoted = Stretches(span for one in told if one.kind == "direct" for span in one.spans)
            self._sourced = Stretches(span for one in told if self.source_of(one) for span in one.spans)
            self._named = Stretches(span for one in told if self._is_named(one) for span in one.spans)
        if not self._low:
            self._plain = self.document.text.replace("\xa0", " ")
            self._low = lowered(self._plain)
        kept = self._quoted if sourced else self._named if crowds else self._sourced
        blocks = [block for block in self.document.blocks if block.kind in kinds]
        stretches = [(block.start, block.end) for block in blocks]
        for number, match in forms.among(self._plain, self._low, stretches):
            if not self._quoted.hold(*match.span()) and not (kept and kept.hold(*match.span())):
                yield blocks[number], match

    def said_of_others(self, start: int, end: int) -> bool:
        """Whether words stand in what somebody else says, and do not themselves name who says it."""
        if self._told is None:
            sourced = [one for one in self.document.statements if self.source_of(one)]
            self._told = Stretches(span for one in sourced for span in one.spans)
            attributions = [one.attribution for one in sourced if one.attribution and not one.parent]
            self._tellers = sorted((a, b) for said in attributions for a, b in said.speaker)
        if not self._told.hold(start, end):
            return False
        at = bisect_left(self._tellers, (end, 0))
        return not (at and self._tellers[at - 1][1] > start)

    def teaser(self) -> set[int]:
        """Where the first paragraph begins, if the second names who says so: a lead may leave that to it."""
        prose = [block for block in self.document.blocks if block.kind in BODY][:2]
        named = len(prose) > 1 and self.sourced_in(prose[1].start, prose[1].end)
        return {prose[0].start} if named else set()

    def _is_named(self, statement: Statement) -> bool:
        """Whether somebody says it who can be asked: a crowd, "40 percent of workers", cannot."""
        source = self.source_of(statement)
        return source is not None and source.type != "crowd"

    def sourced_in(self, start: int, end: int, kind: str | None = None) -> bool:
        """Whether a statement that somebody is named for begins within a stretch; of a kind of source, if one is given."""
        if self._begins is None:
            self._begins = {}
            for one in self.document.statements:
                source = self.source_of(one)
                named = (None,) if self._is_named(one) else ()
                for of in (source.type, *named) if source is not None else ():
                    self._begins.setdefault(of, []).append(one.start)
            for starts in self._begins.values():
                starts.sort()
        starts = self._begins.get(kind, [])
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def sentence(self, at: int, block: Block) -> Span:
        """The sentence around an offset, cut at stops within its block; of a long one what is within `LONGEST`."""
        text, code = self.document.text, primary(self.document.language)
        start, end = max(block.start, at - LONGEST), min(block.end, at + LONGEST)
        for stop in _stops(text, start, at, code):
            start = stop.end()
        last = next(_stops(text, at, end, code), None)
        return Span(start, last.end() - 1 if last else end)

    def around(self, sentence: Span, block: Block) -> Span:
        """A sentence with the one before it and the one behind it, as far as they stand in its block."""
        before = self.sentence(max(block.start, sentence.start - 2), block)
        behind = self.sentence(min(block.end, sentence.end + 2), block)
        return Span(min(before.start, sentence.start), max(behind.end, sentence.end))

    def words(self, start: int, end: int) -> str:
        """The words between two offsets on one line."""
        return " ".join(self.document.text[start:end].split())


#: Stands between the documents of one example.
DIVIDER = "\n==\n"


class Rule(Protocol):
    """A module of this package: one rule with its reasons and the examples that test it."""

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    SEVERITY: ClassVar[Severity]
    FLAGGED: ClassVar[dict[str, tuple[str, ...]]]
    """Language → texts with the expected words in [[double brackets]]; `DIVIDER` between several documents."""
    CLEAN: ClassVar[dict[str, tuple[str, ...]]]
    __doc__: str | None

    @staticmethod
    def check(context: Context) -> Iterator[Hit]: ...
