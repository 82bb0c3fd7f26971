"""Hits of the rules on what a claim lost on its way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from provenance.model import Loss
from provenance.rules.context import Context, Hit


def losses(context: Context, kind: Literal["bound", "hedge", "unclear"]) -> Iterator[tuple[Loss, Hit]]:
    """Each loss of a kind in this document, with a hit that says which document still had the words."""
    for loss in context.losses:
        if loss.kind == kind:
            home = context.documents[context.statements[loss.earlier].document]
            when = f", {home.published}" if home.published else ""
            where = f"{home.outlet or home.id}{when}"
            yield (
                loss,
                Hit(loss.start, loss.end, loss.statement, said={"earlier": loss.words, "where": where}),
            )
