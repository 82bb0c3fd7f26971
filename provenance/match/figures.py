"""Figures for the same thing in different statements: which of them cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provenance.match.quantities import Quantity, quantities
from provenance.model import Statement

#: Two figures with a unit that counts anything ("per cent", "people") are compared only in sentences this alike.
ALIKE = 45.0
#: In different documents the statements must share some word beside the thing counted.
RELATED = 22.0
#: More statements than this that count one thing are a topic, not a dispute.
MOST = 60


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


def figures_of(statements: Sequence[Statement]) -> list[Figure]:
    """Every figure that counts something; "their number" takes what the document counted last."""
    found = []
    last: dict[str, Quantity] = {}
    for number, statement in enumerate(statements):
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
    figures: Sequence[Figure], statements: Sequence[Statement], likeness: Callable[[int, int], float]
) -> list[tuple[Figure, Figure]]:
    """Pairs of figures for the same thing with values that exclude each other, the earlier statement first."""
    by_head: dict[str, list[Figure]] = {}
    for figure in figures:
        by_head.setdefault(figure.head, []).append(figure)
    found: list[tuple[Figure, Figure]] = []
    for group in by_head.values():
        if len(group) <= MOST:
            found.extend(pair for pair in _pairs(group) if _dispute(*pair, statements, likeness))
    return found


def _pairs(group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for position, first in enumerate(group):
        for second in group[position + 1 :]:
            if first.statement != second.statement:
                yield first, second


def _dispute(
    a: Figure, b: Figure, statements: Sequence[Statement], likeness: Callable[[int, int], float]
) -> bool:
    if not _differ(a.quantity, b.quantity) or (a.modifiers and b.modifiers and not a.modifiers & b.modifiers):
        return False
    first, second = statements[a.statement], statements[b.statement]
    if (
        _speaker(first) is not None
        and _speaker(first) == _speaker(second)
        and first.document == second.document
    ):
        return False  # one speaker's two figures are for two things, or a development
    if first.attribution is None and second.attribution is None and first.document == second.document:
        return False
    same_thing = bool(a.modifiers & b.modifiers)
    if a.quantity.generic or not (same_thing or first.document == second.document):
        return likeness(a.statement, b.statement) >= (ALIKE if a.quantity.generic else RELATED)
    return True


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
