"""Whether a statement is something that is said, and not what somebody does or feels."""

from __future__ import annotations

from provenance.model import Statement
from provenance.rules.context import Context
from provenance.words import patterns


def says(context: Context, code: str, statement: Statement) -> bool:
    """Whether it is a quotation, or its cue a verb of speech or of belief."""
    attribution = statement.attribution
    cue = " ".join(context.words(*span) for span in attribution.cue) if attribution else ""
    return statement.kind == "direct" or bool(
        patterns(code, "desk", "holding").search(cue or statement.text[:60])
    )
