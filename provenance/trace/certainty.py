"""How sure a chain is: as sure as its weakest hop, never the product of them.

A product would look like a precision that nobody measured; the weakest link is what an editor asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import Attribution, Hop, HopBasis

BASIS: dict[HopBasis, float] = {"stated": 1.0, "metadata": 0.9, "inferred": 0.6, "missing": 0.0}


def certainty(chain: Sequence[Hop], attribution: Attribution | None) -> float:
    """0 to 1: the least of the hops' bases and of the attribution's own confidence.

    The publisher's hop does not count: a document without a masthead is no doubt about the statement.
    """
    hops = [BASIS[hop.basis] for hop in chain if hop.role != "publisher"]
    return min([*hops, attribution.confidence if attribution else 1.0], default=0.0)


def in_words(value: float) -> str:
    """A certainty as an editor says it."""
    if value <= 0:
        return "open"
    return "firm" if value >= 0.85 else "fair" if value >= 0.6 else "weak"
