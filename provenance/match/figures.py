"""Figures for the same thing in different statements: which of them cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from provenance.match.events import Events
from provenance.match.quantities import Quantity, quantities
from provenance.match.scope import Scope, scope_of
from provenance.match.verify import Likeness
from provenance.match.words import Corpus
from provenance.model import Statement

#: Two figures with a unit that counts anything ("per cent", "people") are compared only in sentences this alike.
ALIKE = 45.0
#: Where no adjective is shared, the statements must share some word beside the thing counted.
RELATED = 22.0
#: Two sources contradict each other side by side: code points between them.
BESIDE = 200
#: Reports of two events, or of one that went on, count two things.
NEVER = 101.0
#: A thing counted in more documents than this, and in more than this share of them, is a topic.
FEW, FEW_SHARE = 5, 0.02
#: More different statements than this that count one thing are a topic, not a dispute.
MOST = 60
#: Nobody disputes a figure that is this many times another one: the two count two things.
MAGNITUDE = 10
#: More different values than this for one thing in a document are a list of things, not a dispute.
MOST_VALUES = 3
#: Of those who give a figure in the same words so many are held against each one of the other side.
FIRST_VOICES = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the number of its statement; `words` are the figure as printed."""

    statement: int
    quantity: Quantity
    head: str
    modifiers: frozenset[str]
    words: str
    counted: str
    """What is counted, as printed: "streikende Hafenarbeiter"; "" for a bare number."""

    @classmethod
    def of(cls, statement: int, text: str, quantity: Quantity, home: Quantity | None = None) -> Figure:
        """The figure of a quantity in a text; `home` is the one that "their number" takes its noun from."""
        home = home or quantity
        words = " ".join(text[quantity.start : quantity.end].split())
        return cls(statement, quantity, home.head, home.modifiers, words, home.counted)

    @classmethod
    def bare(cls, statement: int, words: str, value: float, start: int, end: int) -> Figure:
        """A number that counts nothing."""
        quantity = Quantity(value, "", "", frozenset(), True, False, start, end, "")
        return cls(statement, quantity, "", frozenset(), words, "")


def figures_of(statements: Sequence[Statement], may_count: Callable[[int], bool]) -> list[Figure]:
    """Every figure that counts something; "their number" takes what the document counted last.

    `may_count`: whether a number may stand in the statement that has a number in the list.
    """
    found = []
    last: dict[str, Quantity] = {}
    for number, statement in enumerate(statements):
        if not may_count(number):
            continue
        for quantity in quantities(statement.text):
            home = quantity
            if quantity.back:
                if statement.document not in last:
                    continue
                home = last[statement.document]
            else:
                last[statement.document] = quantity
            found.append(Figure.of(number, statement.text, quantity, home))
    return found


def conflicting(
    figures: Sequence[Figure],
    statements: Sequence[Statement],
    events: Events,
    likeness: Callable[[int, int], float],
) -> list[tuple[Figure, Figure]]:
    """Pairs of figures for the same thing with values that exclude each other, the earlier statement first."""
    by_head: dict[str, list[Figure]] = {}
    for figure in figures:
        by_head.setdefault(figure.head, []).append(figure)
    found: list[tuple[Figure, Figure]] = []
    within = _Within(statements)
    for group in by_head.values():
        found.extend(within.disputes(group))
        voices = _voices(group, statements)
        if len(voices) <= MOST:
            homes = {statements[voice[0].statement].document for voice in voices}
            common = len(homes) > max(FEW, FEW_SHARE * len(events))
            found.extend(
                (a, b)
                for a, b in _pairs(voices, statements)
                if statements[a.statement].document != statements[b.statement].document
                and likeness(a.statement, b.statement) >= _least(a, b, statements, events, common)
            )
    return sorted(found, key=lambda pair: [(one.statement, one.quantity.start) for one in pair])


class _Within:
    """Disputes inside one document: found from its own words alone, whatever else is in the run."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._homes: dict[str, list[int]] = {}
        for number, statement in enumerate(statements):
            self._homes.setdefault(statement.document, []).append(number)
        self._likeness: dict[str, tuple[Likeness, dict[int, int]]] = {}

    def disputes(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """The pairs of the figures of one thing that exclude each other in one document."""
        by_home: dict[str, list[Figure]] = {}
        for figure in group:
            by_home.setdefault(self._statements[figure.statement].document, []).append(figure)
        for home, own in by_home.items():
            counted = [one for one in own if _scope(one, self._statements).counted]
            if not 1 < len({one.quantity.value for one in counted}) <= MOST_VALUES:
                continue
            for a, b in _pairs(_voices(counted, self._statements), self._statements):
                if self._alike(home, a.statement, b.statement) >= self._least(a, b):
                    yield a, b

    def _alike(self, home: str, a: int, b: int) -> float:
        if home not in self._likeness:
            corpus = Corpus()
            readings = {number: corpus.add(self._statements[number].text) for number in self._homes[home]}
            self._likeness[home] = Likeness(corpus), readings
        likeness, readings = self._likeness[home]
        return 100.0 if readings[a] == readings[b] else likeness.score(readings[a], readings[b])

    def _least(self, a: Figure, b: Figure) -> float:
        """How alike two statements must be: two named sources side by side, or with an adjective in common, are enough."""
        first, second = self._statements[a.statement], self._statements[b.statement]
        named = _speaker(first) is not None and _speaker(second) is not None
        if a.quantity.generic or not named:
            return ALIKE
        beside = abs(second.start - first.end) <= BESIDE
        return 0.0 if a.modifiers & b.modifiers or beside else RELATED


def _voices(group: Sequence[Figure], statements: Sequence[Statement]) -> list[list[Figure]]:
    """The figures for one thing, those that one source gives in the very same words together."""
    voices: dict[tuple[object, ...], list[Figure]] = {}
    for figure in group:
        statement = statements[figure.statement]
        key = (statement.text, _speaker(statement), figure.quantity, figure.head, figure.modifiers)
        voices.setdefault(key, []).append(figure)
    return list(voices.values())


def _pairs(
    voices: Sequence[Sequence[Figure]], statements: Sequence[Statement]
) -> Iterator[tuple[Figure, Figure]]:
    """The figures to be held against each other, the earlier statement first, in the order of the statements.

    What many print is not paired with all that many others print: each is held against the first few of the other
    side and against its own document's. Of very many voices each is held against the first few of each value.
    """
    found: dict[tuple[int, int, int, int], tuple[Figure, Figure]] = {}
    few = _first_of_each_value(voices) if len(voices) > MOST else None
    for position, one in enumerate(voices):
        for other in few or voices[position + 1 :]:
            for a, b in _opposed(one, other, statements):
                if a.statement != b.statement and _can_dispute(a, b, statements):
                    a, b = (a, b) if a.statement < b.statement else (b, a)
                    found[a.statement, a.quantity.start, b.statement, b.quantity.start] = (a, b)
    return iter([found[key] for key in sorted(found)])


def _first_of_each_value(voices: Sequence[Sequence[Figure]]) -> list[Sequence[Figure]]:
    by_value: dict[float, list[Sequence[Figure]]] = {}
    for voice in voices:
        by_value.setdefault(voice[0].quantity.value, []).append(voice)
    return [voice for same in by_value.values() for voice in same[:FIRST_VOICES]]


def _opposed(
    one: Sequence[Figure], other: Sequence[Figure], statements: Sequence[Statement]
) -> Iterator[tuple[Figure, Figure]]:
    if len(one) <= FIRST_VOICES and len(other) <= FIRST_VOICES:
        yield from product(one, other)
        return
    for ours, theirs in ((one, other), (other, one)):
        beside: dict[str, Figure] = {}
        for figure in theirs:
            beside.setdefault(statements[figure.statement].document, figure)
        for figure in ours:
            own = beside.get(statements[figure.statement].document)
            for rival in (*theirs[:FIRST_VOICES], *([own] if own else ())):
                yield (figure, rival) if ours is one else (rival, figure)


def _can_dispute(a: Figure, b: Figure, statements: Sequence[Statement]) -> bool:
    """Whether two figures exclude each other and are not one voice's: its two figures are for two things.

    They are of one unit, of one order of magnitude, and their statements are of one scope.
    """
    if not _differ(a.quantity, b.quantity) or (a.modifiers and b.modifiers and not a.modifiers & b.modifiers):
        return False
    low, high = sorted((a.quantity.value, b.quantity.value))
    if a.quantity.unit != b.quantity.unit or high >= MAGNITUDE * low:
        return False
    first, second = statements[a.statement], statements[b.statement]
    if b.quantity.value in values_in(first.text) or a.quantity.value in values_in(second.text):
        return False  # each gives the other's figure as well, for something else
    if first.document == second.document and _speaker(first) == _speaker(second):
        return False
    return _scope(a, statements).meets(_scope(b, statements))


def _least(a: Figure, b: Figure, statements: Sequence[Statement], events: Events, common: bool) -> float:
    """How alike two statements must be for their figures to be for one thing.

    A thing that many documents count, or that anything is counted in, tells nothing by itself; documents
    about two events dispute nothing. An adjective in common makes one thing of what two named sources count.
    """
    first, second = statements[a.statement], statements[b.statement]
    if not events.same(first.document, second.document):
        return NEVER
    if a.quantity.generic or common:
        return ALIKE
    named = _speaker(first) is not None and _speaker(second) is not None
    return 0.0 if named and a.modifiers & b.modifiers else RELATED


@lru_cache(maxsize=4096)
def values_in(text: str) -> frozenset[float]:
    """The figures of a statement that count something."""
    return frozenset(quantity.value for quantity in quantities(text))


def _scope(figure: Figure, statements: Sequence[Statement]) -> Scope:
    return scope_of(statements[figure.statement].text, figure.quantity.start)


def _speaker(statement: Statement) -> str | None:
    return statement.attribution.source if statement.attribution else None


def _differ(a: Quantity, b: Quantity) -> bool:
    """Whether two bounded values exclude each other; "more than 3" and "5" do not, "about 3" and "8" do."""
    if a.value == b.value:
        return False
    low, high = (a, b) if a.value < b.value else (b, a)
    if low.bound == ">" and high.bound in ("", ">", "~"):
        return False
    if high.bound == "<" and low.bound == "<":
        return high.value > 1.1 * low.value
    slack = 1.1 if "~" in (low.bound, high.bound) else 1.0
    return high.value > slack * low.value
