"""Signs of uncertainty on statements, each with the words that give it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from provenance.attribute.assemble import Found
from provenance.glyphs import STOPS
from provenance.languages import Lexicon
from provenance.model import Document, Flag, FlagCode, Source, Statement
from provenance.passage import Passage
from provenance.spans import Span
from provenance.words import words

#: Confidence of a statement whose sources the text itself calls unclear: no surer than a coin.
DECLARED_UNCLEAR = 0.5
#: No clause goes on for more tokens behind its modal verb.
CLAUSE = 30


@dataclass(frozen=True, slots=True, eq=False)
class DoubtWords:
    """Words of a language by which a word of doubt counts or does not; all lower case."""

    no_figures: frozenset[str]
    """Behind a number they make it a time of day: "Uhr"."""
    months: frozenset[str]
    doubtful_hedges: frozenset[str]
    """Hedges that are a duty or a plan as well."""
    what_happened: frozenset[str]
    """Auxiliaries of the infinitive with which they are hedges."""


@cache
def doubt_words(code: str) -> DoubtWords:
    """The words of a language; lists that it does not have are empty."""

    def listed(name: str) -> frozenset[str]:
        return words(code, "doubt", name)

    return DoubtWords(
        listed("no_figures"),
        words(code, "time", "months"),
        listed("doubtful_hedges"),
        listed("what_happened"),
    )


_BORDER = r"\b"


def flag_statements(
    document: Document,
    passages: Sequence[Passage],
    found: Sequence[Found],
    sources: Sequence[Source],
    lexicon: Lexicon,
) -> None:
    """Set `flags` on the statements, in order of their offsets."""
    kinds = {source.id: source for source in sources}
    phrases = _phrases(lexicon)
    unclear = _joined(lexicon.unclear)
    agentless = _joined(lexicon.agentless_patterns)
    doubts = doubt_words(document.language)
    starts = [row.statement.start for row in found]
    flags, lowered = _Flags(), _lowered(document.text)
    before: Sequence[Found] = ()
    for passage in passages:
        span = passage.span(0, len(passage.words))
        rows = found[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        _words_of_doubt(passage, rows, phrases, lexicon.numbers, doubts, flags)
        if unclear:
            # A paragraph of one sentence that declares it speaks of the paragraph before.
            reached = (*before, *rows) if len(passage.sentences) == 1 else rows
            _declared_unclear(lowered, passage, reached, unclear, flags)
        before = rows
        if agentless:
            _passed_on_by_nobody(lowered, passage, rows, agentless, flags)
    for statement, draft, whom in found:
        if draft is None or statement.attribution is None:
            continue
        source = kinds.get(statement.attribution.source or "")
        _sourcing(statement, source, flags)
        if (draft.carried or whom.fetched) and statement.attribution.speaker:
            flags.add(
                statement,
                "carried_over",
                _first(statement.attribution.speaker, statement.spans[0]),
                "speaker named before",
            )
        for rival in draft.rivals:
            home = passages[draft.speaker_home]
            flags.add(statement, "ambiguous_speaker", home.span(*rival), "could be the speaker as well")
        for name in whom.rivals:
            place = _first(statement.attribution.speaker, statement.spans[0])
            flags.add(statement, "ambiguous_speaker", place, f"could be {name} as well")
        if draft.agentless:
            flags.add(
                statement,
                "agentless",
                _first(statement.attribution.cue, statement.spans[0]),
                "reported without anybody who says it",
            )
        if statement.parent and statement.kind == "direct":
            flags.add(
                statement, "fragment", statement.spans[0], "words in quotation marks within indirect speech"
            )
    for statement, *_ in found:
        statement.flags.sort(key=lambda flag: (flag.start, flag.end, flag.code))


class _Flags:
    """The flags set so far: a statement has one of a kind at a place."""

    def __init__(self) -> None:
        self._set: set[tuple[str, FlagCode, int]] = set()

    def add(self, statement: Statement, code: FlagCode, span: Span, note: str = "") -> None:
        """Set a flag on a statement, unless the same begins there already."""
        key = (statement.id, code, span.start)
        if key not in self._set:
            self._set.add(key)
            statement.flags.append(Flag(code, span.start, span.end, note))


def _first(spans: Iterable[Span], otherwise: Span) -> Span:
    return next(iter(spans), otherwise)


def _sourcing(statement: Statement, source: Source | None, flags: _Flags) -> None:
    attribution = statement.attribution
    assert attribution is not None
    if source is None:
        if not attribution.speaker:
            flags.add(
                statement, "unnamed_source", _first(attribution.cue, statement.spans[0]), "nobody is named"
            )
        return
    span = _first(attribution.speaker, statement.spans[0])
    if source.type == "metonym":
        flags.add(statement, "metonymic_source", span, f"{source.name} stands for somebody who is not named")
    elif source.type in ("anonymous", "crowd") or (
        source.type in ("office", "person") and not source.name[:1].isupper()
    ):
        flags.add(statement, "unnamed_source", span, "a role or a group without a name")


@lru_cache(maxsize=4)
def _phrases(lexicon: Lexicon) -> dict[str, list[tuple[list[str], FlagCode]]]:
    """First word → the phrases that begin with it, longest first, and the flag they give."""
    table: dict[str, list[tuple[list[str], FlagCode]]] = {}
    groups: list[tuple[FlagCode, frozenset[str]]] = [
        ("hedge", lexicon.hedges), ("bound", lexicon.bounds), ("agentless", lexicon.agentless),
    ]  # fmt: skip
    for code, phrases in groups:
        for phrase in phrases:
            parts = phrase.split()
            table.setdefault(parts[0], []).append((parts, code))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@lru_cache(maxsize=8)
def _joined(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern of many in lower case; those that begin with a word share the border that they begin at."""
    if not patterns:
        return None
    bounded = [pattern.removeprefix(_BORDER) for pattern in patterns if pattern.startswith(_BORDER)]
    others = [pattern for pattern in patterns if not pattern.startswith(_BORDER)]
    return re.compile("|".join([*others, rf"{_BORDER}(?:{'|'.join(bounded)})"] if bounded else others))


def _lowered(text: str) -> str:
    """A text in lower case whose offsets are the same: of all letters only İ becomes two."""
    return text.replace("İ", "I").lower()


def _words_of_doubt(
    passage: Passage,
    rows: Sequence[Found],
    phrases: dict[str, list[tuple[list[str], FlagCode]]],
    numbers: frozenset[str],
    doubts: DoubtWords,
    flags: _Flags,
) -> None:
    """Hedges, bounds before figures and agentless phrases, on the statements that they stand in or frame."""
    lower = passage.lower
    near = _Near(rows)
    for at in [at for at, word in enumerate(lower) if word in phrases]:
        for phrase, code in phrases[lower[at]]:
            end = at + len(phrase)
            if lower[at:end] != phrase:
                continue
            if code == "bound" and not _before_figure(passage, end, numbers, doubts):
                continue
            if lower[at] in doubts.doubtful_hedges and not _of_what_happened(passage, at, doubts):
                continue
            span = passage.span(at, end)
            for statement in near.holding(span):
                flags.add(statement, code, span)
            break


def _of_what_happened(passage: Passage, at: int, doubts: DoubtWords) -> bool:
    """Whether the clause of a modal verb has the infinitive of hearsay: "soll gewusst haben", "erkrankt sein soll"."""
    if at and passage.lower[at - 1] in doubts.what_happened:
        return True
    for position in range(at + 1, min(at + CLAUSE, len(passage.words))):
        if passage.words[position] in STOPS or passage.words[position] in ",;:":
            return passage.lower[position - 1] in doubts.what_happened
    return passage.lower[min(at + CLAUSE, len(passage.words)) - 1] in doubts.what_happened


def _before_figure(passage: Passage, at: int, numbers: frozenset[str], doubts: DoubtWords) -> bool:
    """Whether a figure follows, by digits or behind an opening quotation mark, that is no date and no time of day."""
    for position in range(at, min(at + 2, len(passage.words))):
        if passage.words[position][0].isdigit():
            behind = passage.lower[position + 1 : position + 3]
            if ":" in passage.words[position] or not doubts.no_figures.isdisjoint(behind[:1]):
                return False  # "gegen 11.20 Uhr", "around 9:30"
            if behind and (behind[0] in doubts.months or (behind[0] == "." and behind[-1] in doubts.months)):
                return False  # "um den 3. Mai"
            return (
                len(passage.words[position]) != 4
                or "." in passage.words[position]
                or not passage.words[position].startswith(("19", "20"))
            )
        if passage.words[position][0].isalpha():
            behind = passage.lower[position + 1 : position + 2]
            return passage.lower[position] in numbers and doubts.no_figures.isdisjoint(behind)
    return False


class _Near:
    """The statements of a passage around a place that moves from left to right."""

    def __init__(self, rows: Sequence[Found]) -> None:
        """`rows` are in order of their starts."""
        self._rows = iter(rows)
        self._next = next(self._rows, None)
        self._open: list[tuple[Statement, list[Span]]] = []

    def holding(self, span: Span) -> list[Statement]:
        """The innermost statements whose content or frame holds the span; it starts behind those asked for before.

        Words in quotation marks doubt nothing for the paper.
        """
        while self._next is not None and self._next.statement.start <= span.end:
            statement = self._next.statement
            own = statement.spans if statement.kind != "direct" else []
            framed = statement.attribution is not None and statement.parent is None
            frame = statement.attribution.frame if statement.attribution and framed else []
            self._open.append((statement, [*own, *frame]))
            self._next = next(self._rows, None)
        self._open = [
            (statement, pieces)
            for statement, pieces in self._open
            if any(end > span.start for _, end in pieces)
        ]
        around = [
            (end - start, statement)
            for statement, pieces in self._open
            for start, end in pieces
            if statement.start <= span.end and start <= span.start and span.end <= end
        ]
        least = min((size for size, _ in around), default=0)
        return [statement for size, statement in around if size == least]


def _declared_unclear(
    lowered: str, passage: Passage, rows: Sequence[Found], unclear: re.Pattern[str], flags: _Flags
) -> None:
    """ "Die Quellen blieben unklar.": binds to the statements before it in the paragraph and downgrades them.

    They are those that no sentence of the kind stands behind yet.
    """
    following = 0
    running: list[Statement] = []
    ended: list[Statement] = []
    for match in unclear.finditer(lowered, passage.starts[0], passage.ends[-1]):
        span = Span(match.start(), match.end())
        while following < len(rows) and rows[following].statement.start <= span.start:
            running.append(rows[following].statement)
            following += 1
        ended += [statement for statement in running if statement.end <= span.start]
        running = [statement for statement in running if statement.end > span.start]
        if running and running[0].kind == "direct":
            continue
        for statement in (*ended, *running[:1]):
            flags.add(statement, "sources_unclear", span, "the text calls sources or facts unclear")
            if statement.attribution is not None:
                statement.attribution.confidence = min(statement.attribution.confidence, DECLARED_UNCLEAR)
        ended = []


def _passed_on_by_nobody(
    lowered: str, passage: Passage, rows: Sequence[Found], agentless: re.Pattern[str], flags: _Flags
) -> None:
    """ "Es wurden neue Zahlen verbreitet": a sentence that passes information on and names nobody."""
    narrated = [statement for statement, *_ in rows if statement.kind == "narrated"]  # none overlaps another
    starts = [statement.start for statement in narrated]
    for match in agentless.finditer(lowered, passage.starts[0], passage.ends[-1]):
        span = Span(match.start(), match.end())
        number = bisect_right(starts, span.start) - 1
        if number >= 0 and span.start < narrated[number].end:
            statement = narrated[number]
            flags.add(
                statement,
                "agentless",
                Span(span.start, min(span.end, statement.end)),
                "passed on without anybody who says it",
            )
