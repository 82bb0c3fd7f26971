"""Whether a document shows exactly what its offsets cut out of its text: what a report or an archive must never break."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Caption, Credit, Document, Statement
from provenance.spans import cut


def document_faults(document: Document) -> Iterator[str]:
    """What in a document does not cut its exact text out of it; nothing for a sound one."""
    size = len(document.text)
    last = 0
    for block in document.blocks:
        if not last <= block.start <= block.end <= size:
            yield f"{document.id}: block {block.kind} {block.start}–{block.end} overlaps or lies outside the text"
        last = block.end
    shown_parts: list[Credit | Caption] = [*document.photo_credits, *document.captions]
    for shown in shown_parts:
        if document.text[shown.start : shown.end] != shown.text:
            yield f"{document.id}: {shown.text!r} is not what stands at {shown.start}–{shown.end}"
    for picture in document.pictures:
        if not 0 <= picture.start <= picture.end <= size:
            yield f"{document.id}: picture {picture.name} lies outside the text"
    bare = next((statement.id for statement in document.statements if not statement.spans), None)
    if bare is not None:
        yield f"{bare}: a statement without a span"
        return
    order = [(statement.start, -statement.end) for statement in document.statements]
    if order != sorted(order):
        yield f"{document.id}: statements out of order"
    for statement in document.statements:
        attribution = statement.attribution
        if attribution is not None and not 0 <= attribution.confidence <= 1:
            yield f"{statement.id}: a confidence of {attribution.confidence}"
        if statement.document != document.id:
            yield f"{statement.id}: is no statement of {document.id}"
        if _outside(statement, size):
            yield f"{statement.id}: a span lies outside the text or is empty"
        if cut(document.text, statement.spans) != statement.text:
            yield f"{statement.id}: the spans do not cut {statement.text!r}"


def _outside(statement: Statement, size: int) -> bool:
    """Whether a stretch that a statement names is empty or lies outside a text; plain loops, for there are half a million."""
    for start, end in statement.spans:
        if not 0 <= start < end <= size:
            return True
    attribution = statement.attribution
    if attribution is not None:
        for spans in (attribution.speaker, attribution.cue, attribution.frame, attribution.addressee):
            for start, end in spans:
                if not 0 <= start < end <= size:
                    return True
        if attribution.explanation is not None:
            for lost in attribution.explanation.rejected:
                if not 0 <= lost.start < lost.end <= size:
                    return True
    for flag in statement.flags:
        if not 0 <= flag.start < flag.end <= size:
            return True
    for hop in statement.chain:
        if hop.start is not None and hop.end is not None and not 0 <= hop.start < hop.end <= size:
            return True
    return False
