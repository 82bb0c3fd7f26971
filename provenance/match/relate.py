"""What one statement is to another: a repeat, a variant, a conflict, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.match.likeness import Weights, likeness
from provenance.match.words import Words
from provenance.model import Relation

#: Below this two statements only share a subject. Chosen on real reuse among news sentences.
SAME_CLAIM = 68.0
#: From this on nothing but inflection and small words differ.
REPEAT = 92.0


@dataclass(frozen=True, slots=True)
class Related:
    """Two statements by number, how alike they are (0–100), and how they stand to each other."""

    first: int
    second: int
    score: float
    relation: Relation
    detail: str = ""


def relate(first: int, second: int, a: Words, b: Words, weights: Weights) -> Related | None:
    """The relation of two statements; None if they do not say the same."""
    score = likeness(a, b, weights)
    if score < SAME_CLAIM or _other_names(a, b):
        return None
    score = round(score, 1)
    only_a, only_b = a.numbers - b.numbers, b.numbers - a.numbers
    if only_a and only_b:
        return Related(first, second, score, "conflict", "number")
    if a.negated != b.negated and score >= 80:
        return Related(first, second, score, "conflict", "negation")
    return Related(
        first, second, score, "repeat" if score >= REPEAT and not only_a and not only_b else "variant"
    )


def _other_names(a: Words, b: Words) -> bool:
    """Whether each side names what the other does not: the same sentence about somebody else.

    Only where most of the names differ: a copy may add a first name or an office.
    """
    if not a.names or not b.names:
        return False
    only_a = {name for name in a.names if name not in b.content}
    only_b = {name for name in b.names if name not in a.content}
    return len(only_a) * 2 > len(a.names) and len(only_b) * 2 > len(b.names)
