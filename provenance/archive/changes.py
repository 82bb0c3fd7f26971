"""What changed in a document between two versions: quotations and figures first, because readers rely on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from provenance.match.engine import Matcher
from provenance.match.quantities import quantities
from provenance.model import Document, Statement

#: Two sentences of two versions of one document are one sentence edited from this likeness on.
EDITED = 40.0


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that one version has otherwise than the other; "" where it is new or gone."""

    kind: Literal["quote", "figure", "words", "added", "removed"]
    before: str
    after: str
    statement: str
    """Id of the new statement, or of the old one if it was removed."""


def changes(old: Document, new: Document) -> tuple[list[Change], set[str]]:
    """What changed in the order of the new text, removals at the end; and the ids of statements carried over."""
    before, after = _tops(old), _tops(new)
    pairs = dict(_pairs(before, after))
    found: list[Change] = []
    carried: set[str] = set()
    for number, statement in enumerate(after):
        if number not in pairs:
            found.append(Change("added", "", statement.text, statement.id))
            continue
        carried.add(statement.id)
        found.extend(_edited(before[pairs[number]], statement))
    kept = set(pairs.values())
    found += [
        Change("removed", row.text, "", row.id) for number, row in enumerate(before) if number not in kept
    ]
    return found, carried


def _tops(document: Document) -> list[Statement]:
    return [statement for statement in document.statements if statement.parent is None]


def _pairs(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """New number → old number: the same words first, in order, then the most alike."""
    places: dict[str, list[int]] = {}
    for number, statement in enumerate(before):
        places.setdefault(_bare(statement.text), []).append(number)
    left = []
    for number, statement in enumerate(after):
        same = places.get(_bare(statement.text))
        if same:
            yield number, same.pop(0)
        else:
            left.append(number)
    free = sorted(number for numbers in places.values() for number in numbers)
    matcher = Matcher()
    for number in free:
        matcher.add(before[number].text)
    for number in left:
        matcher.add(after[number].text)
    taken: set[int] = set()
    for pair in sorted(
        matcher.pairs(least=EDITED, split=len(free)), key=lambda pair: (-pair.score, pair.second)
    ):
        if pair.first not in taken and pair.second not in taken:
            taken |= {pair.first, pair.second}
            yield left[pair.second - len(free)], free[pair.first]


def _edited(old: Statement, new: Statement) -> Iterator[Change]:
    if _bare(old.text) == _bare(new.text):
        return
    figures = [_figures(old.text), _figures(new.text)]
    if figures[0] != figures[1]:
        gone = [words for words in figures[0] if words not in figures[1]]
        come = [words for words in figures[1] if words not in figures[0]]
        yield Change("figure", ", ".join(gone), ", ".join(come), new.id)
    if "direct" in (old.kind, new.kind):
        yield Change("quote", old.text, new.text, new.id)
    elif figures[0] == figures[1]:
        yield Change("words", old.text, new.text, new.id)


def _figures(text: str) -> list[str]:
    return [text[quantity.start : quantity.end] for quantity in quantities(text)]


def _bare(text: str) -> str:
    return " ".join(text.split())


def change_lines(found: Sequence[Change]) -> Iterator[str]:
    """The changes as an editor reads them."""
    for change in found:
        if change.kind in ("quote", "figure", "words"):
            yield f"{change.kind:<8} “{change.before}” → “{change.after}”"
        else:
            yield f"{change.kind:<8} “{change.before or change.after}”"
