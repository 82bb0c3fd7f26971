"""conflicting-figures: the same thing is counted, and the figures cannot both be right.

Why: readers take the first number they meet for the truth; where sources differ, the difference is news.
Fix: give both figures with their sources, or say why one of them is used.
Source: BBC Editorial Guidelines, section 3 (Accuracy), weighing of claims. Also a fraction in words beside a figure
in brackets that it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from provenance.languages import primary
from provenance.match.join import join
from provenance.model import Severity, Value
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.words import values, words

NAME = "conflicting-figures"
TITLE = "figures that cannot both be right"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Minister Otto Lind erklärte, es seien [[bis zu 8.000]] streikende Hafenarbeiter unterwegs. Der Reeder Jan Kroll sprach von etwa 3.000 streikenden Hafenarbeitern.",
        "Minister Otto Lind sprach von [[acht]] gesunkenen Booten. Der Reeder Jan Kroll sprach von zwölf gesunkenen Booten.",
        "[[Mehr als zwei Drittel (61 Prozent)]] der Kräne stehen still, knapp ein Viertel (24 Prozent) der Boote auch.",
        "Minister Otto Lind sagte, es seien [[40]] Kräne beschädigt. Ina Holm sagte, es seien 70 Kräne beschädigt.",
    ),
    "en": (
        "Minister Otto Lind said that [[up to 8,000]] striking dockers were on the road. Owner Jan Kroll spoke of about 3,000 striking dockers in the port.",
        "Minister Otto Lind spoke of [[eight]] sunken boats in the harbour. Owner Jan Kroll spoke of twelve sunken boats in the harbour.",
        "[[Nearly half of the cranes (52 percent)]] stand still, and more than two-thirds (68%) of the boats.",
        "Minister Otto Lind said that [[40]] cranes were damaged. Ina Holm said that 70 cranes were damaged.",
    ),
}
CLEAN = {
    "de": (
        "Fast ein Drittel (31,5 Prozent) der Kräne und gut die Hälfte (54 Prozent) der Boote sind alt.",
        "Minister Otto Lind erklärte, es seien 8.000 Hafenarbeiter unterwegs. Der Reeder Jan Kroll sprach von 12 leeren Schiffen.",
        "Minister Otto Lind sagte, 2019 seien 40 Kräne beschädigt gewesen. Ina Holm sagte, 2024 seien es 70 Kräne gewesen.",
        "Minister Otto Lind sagte, es seien 40 Kräne beschädigt. Ina Holm sagte, es würden bald 70 Kräne sein.",
    ),
    "en": (
        "Nearly two-thirds (67%) of the cranes and more than half (51 percent) of the boats are old.",
        "Minister Otto Lind said that 8,000 dockers were on the road. Owner Jan Kroll said that 12 ships were empty.",
        "Minister Otto Lind said that 40 cranes were damaged in 2019. Ina Holm said that 70 cranes were damaged in 2024.",
        "Minister Otto Lind said that 40 cranes were damaged. Ina Holm said that 70 cranes would be damaged soon.",
        "Owner Otto Lind said he had paid 40 crowns to the guard. Owner Ina Holm said she had paid 70 crowns to the guard.",
    ),
}
#: So many figures of a dispute are named, the others counted.
MOST_NAMED = 12
_WORD = re.compile(r"[^\W\d_]+")
#: 67 percent may be two thirds, rounded.
ROUNDED = 0.5
#: A dispute has two who say different things.
SIDES = 2


def check(context: Context) -> Iterator[Hit]:
    """Each fraction beside a figure that is not it, and each dispute about a figure."""
    yield from _fractions(context)
    yield from _disputes(context)


def _fractions(context: Context) -> Iterator[Hit]:
    """Each "more than a half (48 percent)": the figure in brackets is not more, or not less, than the words say."""
    code = primary(context.document.language)
    parts = values(code, "desk", "fractions")
    for _, match in context.own_words(sought(code, "above_or_below"), sourced=True):
        limit, figure = float(parts[match["part"]]), float(match["figure"].strip(".,").replace(",", "."))
        if figure < limit if match["above"] else figure > limit + ROUNDED:
            yield Hit(*match.span(), form="fraction", said={"figure": match["figure"]})


def _disputes(context: Context) -> Iterator[Hit]:
    """One hit for each dispute that the document has a part in, at its first figure there, with all its sides."""
    conflicts = [one for one in context.conflicts if one.kind == "number" and len(one.figures) == 2]
    values: dict[tuple[str, int], Value] = {}
    for conflict in conflicts:
        for figure in conflict.figures:
            values.setdefault((figure.statement, figure.start), figure)
    numbers = {key: number for number, key in enumerate(values)}
    pairs = [tuple(numbers[figure.statement, figure.start] for figure in one.figures) for one in conflicts]
    rows = list(values.values())
    for group in join([(a, b) for a, b in pairs]):
        sides = [rows[number] for number in group]
        if len({side.source for side in sides if side.source}) < SIDES:
            continue  # one speaker counts two things, and so does a paper in its own words
        if any(_is_of_self(context, side) for side in sides):
            continue
        own = [side for side in sides if _home(context, side) == context.document.id]
        first = min(own, key=lambda side: side.start)
        others = [side for side in sides if side is not first and side.value != first.value]
        others.sort(key=lambda side: (side not in own, _home(context, side), side.start))
        named = [f"{side.words} ({_who(context, side)})" for side in islice(others, MOST_NAMED)]
        if len(others) > MOST_NAMED:
            named.append(f"… + {len(others) - MOST_NAMED}")
        said = {"first": f"{first.words} ({_who(context, first)})", "others": ", ".join(named)}
        yield Hit(first.start, first.end, first.statement, said=said)


def _is_of_self(context: Context, side: Value) -> bool:
    """Whether what is said begins with a person ("he had paid 25"): each counts what is his own, and nothing is disputed."""
    statement = context.statements[side.statement]
    first = _WORD.search(statement.text)
    persons = words(primary(context.document.language), "desk", "persons_speaking")
    return first is not None and first[0].lower() in persons


def _home(context: Context, side: Value) -> str:
    return context.statements[side.statement].document


def _who(context: Context, side: Value) -> str:
    source = context.sources.get(side.source or "")
    name = source.name if source else "?"
    home = _home(context, side)
    return name if home == context.document.id else f"{name}, {home}"
