"""Blocks and claims in words: what was recognised, and what documents have in common."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import AuditReport, Document


def block_lines(document: Document) -> Iterator[str]:
    """Every block with its kind and place, then what the document's metadata say."""
    yield f"{document.path} ({document.format}, {document.language})"
    for block in document.blocks:
        yield f"  {block.start:>6}–{block.end:<6} {block.kind:<12} {short(document.text[block.start : block.end], 90)}"
    for name in ("title", "published", "modified", "outlet", "byline", "dateline", "status", "copyright"):
        value = getattr(document, name)
        if value:
            yield f"  {name}: {value}"
    if document.bylines:
        yield f"  bylines: {', '.join(document.bylines)}"
    if document.wire_credits:
        yield f"  wire: {', '.join(document.wire_credits)}"
    for credit in document.photo_credits:
        via = f" via {', '.join(credit.via)}" if credit.via else ""
        yield f"  photo credit: {', '.join(credit.holders) or '–'}{via}  «{short(credit.text, 70)}»"
    for caption in document.captions:
        yield f"  caption: {short(caption.text, 90)}"


def claim_lines(report: AuditReport) -> Iterator[str]:
    """Each claim: its members in order of time with the words that differ, its losses, its figures in dispute."""
    names = {source.id: source.name for source in report.sources}
    homes = {document.id: document for document in (*report.documents, *report.background)}
    statements = {row.id: row for document in homes.values() for row in document.statements}
    for claim in report.claims:
        roots = f"{claim.independent_sources} root{'' if claim.independent_sources == 1 else 's'}"
        yield f"{claim.id} {short(claim.text, 100)}  ({roots}, {claim.effective_sources:g} in effect)"
        for member in claim.members:
            statement = statements[member.statement]
            when = homes[statement.document].published or "undated"
            who = names.get(statement.attribution.source or "") if statement.attribution else None
            yield f"  {when[:10]:<10} {member.relation:<8} {member.score:>5.1f}  {statement.id}  {who or 'no source'}"
            words = [*(f"−{word}" for word in member.lacks), *(f"+{word}" for word in member.adds)]
            if words:
                yield f"      {' '.join(words)}"
            if member.copied_from:
                yield f"      copied from {member.copied_from}"
        for loss in claim.losses:
            yield f"  lost in {loss.statement}: {loss.kind} «{short(loss.words, 60)}» of {loss.earlier}"
        for value in claim.values:
            where = ", ".join(word for word in (value.place, value.time) if word)
            yield f"  {value.words} {value.counted}  ({names.get(value.source or '', 'no source')}{where and ', ' + where})"
        for conflict in claim.conflicts:
            if conflict.kind == "negation":
                yield f"  {conflict.a} and {conflict.b}: {conflict.detail}"
        yield ""


def short(text: str, size: int) -> str:
    """A text on one line, cut at `size` code points."""
    folded = " ".join(text.split())
    return folded if len(folded) <= size else folded[: size - 1] + "…"
