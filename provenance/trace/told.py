"""A statement as it is told: its content together with the clause that frames it, in the order of the text."""

from __future__ import annotations

from provenance.model import Document, Statement
from provenance.spans import Span

#: A frame further away than this belongs to another sentence: code points.
NEAR = 200


def as_told(statement: Statement, document: Document) -> str:
    """The words from the first to the last of content and frame: "Otto Lind sagte, der Damm halte"."""
    start, end = told_span(statement)
    return document.text[start:end]


def told_span(statement: Statement) -> Span:
    """Where a statement stands together with its frame."""
    start, end = statement.start, statement.end
    attribution = statement.attribution
    for span in attribution.frame if attribution else ():
        if start - NEAR <= span.start and span.end <= end + NEAR:
            start, end = min(start, span.start), max(end, span.end)
    return Span(start, end)
