"""agentless-sourcing: something is reported, and nobody reports it.

Why: "es heißt" and "it is understood" look like sourcing and give none.
Fix: say who says so, or that you know it yourself.
Source: AP, attribution in the same sentence (Daniszewski); BBC Editorial Guidelines 3.4.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit, Stretches
from provenance.spans import Span

NAME = "agentless-sourcing"
TITLE = "reported by nobody"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Der Streik, [[hieß es]], sei bald zu Ende.",
        "Am Abend [[wurden in der Stadt neue Zahlen verbreitet]].",
    ),
    "en": ("It [[is understood]] that the strike will end soon.",),
}
CLEAN = {
    "de": ("Der Streik, hieß es bei der Gewerkschaft, sei bald zu Ende.",),
    "en": ("The union said that the strike will end soon.",),
}


def check(context: Context) -> Iterator[Hit]:
    """Each frame or phrase that reports without a source."""
    seen: set[int] = set()
    spoken = Stretches(_spoken(context))
    for statement, flag in context.flagged("agentless"):
        if flag.start in seen or spoken.hold(flag.start, flag.start + 1):
            continue
        if context.source_of(statement) is not None:
            continue
        seen.add(flag.start)
        yield Hit(
            flag.start,
            flag.end,
            f"“{context.words(flag.start, flag.end)}” names nobody who says it",
            statement.id,
        )


def _spoken(context: Context) -> Iterator[Span]:
    """Words in quotation marks are somebody's own and are not judged."""
    for statement in context.document.statements:
        if statement.kind == "direct":
            yield from statement.spans
