"""conflicting-figures: the same thing is counted, and the figures cannot both be right.

Why: readers take the first number they meet for the truth; where sources differ, the difference is news.
Fix: give both figures with their sources, or say why one of them is used.
Source: BBC Editorial Guidelines, section 3 (Accuracy), weighing of claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from provenance.model import Severity, Statement
from provenance.rules.context import Context, Hit

NAME = "conflicting-figures"
TITLE = "figures that cannot both be right"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Minister Otto Lind erklärte, es seien [[bis zu 8.000]] streikende Hafenarbeiter unterwegs. Der Reeder Jan Kroll sprach von [[etwa 3.000]] streikenden Hafenarbeitern.",
    ),
    "en": (
        "Minister Otto Lind said that [[up to 8,000]] striking dockers were on the road. Owner Jan Kroll said there were [[about 3,000]] striking dockers.",
    ),
}
CLEAN = {
    "de": (
        "Minister Otto Lind erklärte, es seien 8.000 Hafenarbeiter unterwegs. Der Reeder Jan Kroll sprach von 12 leeren Schiffen.",
    ),
    "en": (
        "Minister Otto Lind said that 8,000 dockers were on the road. Owner Jan Kroll said that 12 ships were empty.",
    ),
}


#: So many opposing figures are named, the others counted.
MOST_NAMED = 12


def check(context: Context) -> Iterator[Hit]:
    """One hit for each statement of this document that is a side of a conflict."""
    for statement, side in _sides(context):
        named = [
            f"“{words}” ({_who(context, context.statements[other])})"
            for other, words in islice(side.others.items(), MOST_NAMED)
        ]
        if len(side.others) > MOST_NAMED:
            named.append(f"and {len(side.others) - MOST_NAMED} more")
        start, end = _place(context, statement, side.value)
        message = f"“{side.value}” ({_who(context, statement)}) against {', '.join(named)}"
        yield Hit(start, end, message, statement.id)


@dataclass(slots=True)
class _Side:
    """One statement of a dispute: its figure, and the figures that exclude it by statement id."""

    value: str
    others: dict[str, str]


def _sides(context: Context) -> Iterator[tuple[Statement, _Side]]:
    """The statements of the document that a figure of another one excludes."""
    sides: dict[str, _Side] = {}
    for conflict in context.conflicts:
        if conflict.kind == "number":
            left, _, right = conflict.detail.partition(" ≠ ")
            sides.setdefault(conflict.a, _Side(left, {})).others[conflict.b] = right
            sides.setdefault(conflict.b, _Side(right, {})).others[conflict.a] = left
    for name, side in sides.items():
        statement = context.statements[name]
        if statement.document == context.document.id:
            yield statement, side


def _who(context: Context, statement: Statement) -> str:
    source = context.source_of(statement)
    name = source.name if source else "no source"
    return name if statement.document == context.document.id else f"{name}, {statement.document}"


def _place(context: Context, statement: Statement, value: str) -> tuple[int, int]:
    """Where the figure's words stand in the statement; the whole first span if they are not found."""
    for start, end in statement.spans:
        at = context.document.text.find(value, start, end)
        if at >= 0:
            return at, at + len(value)
    return statement.spans[0]
