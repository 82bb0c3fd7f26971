"""How statements were found, in words: the row, the words it rests on and where they stand, and what lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.attribute.near import near_misses
from provenance.languages import rows
from provenance.model import Attribution, AuditReport, Document, Hop, Statement
from provenance.report.frames import asked
from provenance.report.words import short
from provenance.spans import Span

#: So much of a statement, and of a piece of speaker or cue, is shown, in code points.
SHOWN, SHOWN_PIECE = 160, 80
#: Words that were nearly a cue stand in one of the last so many pieces of statements that begin before them.
NESTED = 8


def explain_lines(report: AuditReport) -> Iterator[str]:
    """Each statement: its words, who says it, how that was found, its chain and its flags."""
    names = {source.id: f"{source.name} ({source.type})" for source in report.sources}
    for document in report.documents:
        yield document.id
        near = near_lines(document)
        for statement in document.statements:
            yield from _statement_lines(document, statement, names)
            yield from (f"      {line}" for line in near.get(statement.id, ()))
        yield ""


def shown(statement: Statement) -> str:
    """What a statement is, and its words."""
    return f"{statement.kind}: {short(statement.text, SHOWN)}"


def near_lines(document: Document) -> dict[str, list[str]]:
    """Where a row nearly found a statement, and what it asks for, by the id of the one in whose words it is."""
    pieces = sorted(
        (span, statement.id)
        for statement in document.statements
        for span in (*statement.spans, *(statement.attribution.frame if statement.attribution else ()))
    )
    lines: dict[str, list[str]] = {}
    for miss in near_misses(document):
        behind = bisect_right(pieces, miss.span.start, key=lambda piece: piece[0].start)
        for span, home in reversed(pieces[max(behind - NESTED, 0) : behind]):
            if miss.span.start < span.end:
                where = "" if miss.span == span else f" {_pieces(document, [miss.span])}"
                asks = asked(document.language, miss.pattern, miss.condition)
                line = f"nearly by {miss.pattern}{where}, whose condition “{asks}” is not met"
                lines.setdefault(home, []).append(line)
                break
    return lines


def basis_lines(document: Document, statement: Statement) -> Iterator[str]:
    """What a statement rests on: the row that found it, its cue and speaker with line and column, and what lost."""
    attribution = statement.attribution
    if attribution is None:
        return
    about = about_row(document.language, statement.pattern)
    yield f"found by {statement.pattern}{about and ': ' + about}"
    for label, spans in (
        ("cue", attribution.cue),
        ("speaker", attribution.speaker),
        ("to", attribution.addressee),
    ):
        shown = f"{label} {_pieces(document, spans)}" if spans else label
        why = attribution.explanation if label == "speaker" else None
        way = ", by ".join(filter(None, (why.way, why.named))) if why else ""
        if spans or way:
            yield f"{shown}: {way}" if way else shown
    yield from _lost(document, attribution)


@cache
def about_row(language: str, pattern: str) -> str:
    """What the row of a language's table is; "" for a pattern that is no row."""
    return next((row.about for row in rows(language) if row.id == pattern), "")


def _lost(document: Document, attribution: Attribution) -> Iterator[str]:
    explanation = attribution.explanation
    if explanation is None:
        return
    for beaten in explanation.beaten:
        yield f"instead of {beaten.pattern}: {beaten.why}"
    for lost in explanation.rejected:
        yield f"not by {_pieces(document, [Span(lost.start, lost.end)])}: {lost.why}"


def _pieces(document: Document, spans: Sequence[Span]) -> str:
    """Each piece as printed, with its line and column."""
    shown = []
    for start, end in spans:
        line, column = document.place(start)
        shown.append(f"«{short(document.text[start:end], SHOWN_PIECE)}» {line}:{column}")
    return ", ".join(shown)


def _statement_lines(document: Document, statement: Statement, names: dict[str, str]) -> Iterator[str]:
    number = statement.id.rpartition("#")[2]
    child = " in " + statement.parent.rpartition("#")[2] if statement.parent else ""
    yield f"  {number}{child} {shown(statement)}"
    attribution = statement.attribution
    if attribution is not None:
        source = names.get(attribution.source or "", "nobody named")
        yield f"      {source}; confidence {attribution.confidence:.2f}"
    yield from (f"      {line}" for line in basis_lines(document, statement))
    if statement.chain:
        yield f"      chain: {' → '.join(_hop(hop) for hop in statement.chain)}"
    for flag in statement.flags:
        note = f" ({flag.note})" if flag.note else ""
        yield f"      {flag.code} «{short(document.text[flag.start : flag.end], SHOWN_PIECE)}»{note}"


def _hop(hop: Hop) -> str:
    return f"{hop.name} [{hop.role}, {hop.basis}]"
