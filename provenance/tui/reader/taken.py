"""A statement or a finding as text to take along: what is said, by whom, by which route."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.desk.records import Reading
from provenance.trace import certainty, in_words
from provenance.tui.pieces import safe
from provenance.tui.reader.stops import Stop


def as_text(reading: Reading, stop: Stop) -> str:
    """Some lines, each safe to be pasted anywhere."""
    return "\n".join(safe(made) for made in _lines(reading, stop)) + "\n"


def _lines(reading: Reading, stop: Stop) -> Iterator[str]:
    document = reading.document
    statement = stop.statement
    if statement is not None:
        yield statement.text
        attribution = statement.attribution
        source = reading.sources.get(attribution.source or "") if attribution else None
        if attribution is not None:
            who = f"{source.name} ({source.type.replace('_', ' ')})" if source else "nobody named"
            yield f"— {who}, {statement.kind.replace('_', ' ')}"
            route = " → ".join(f"{hop.name} ({hop.role}, {hop.basis})" for hop in statement.chain)
            yield f"route: {route}; {in_words(certainty(statement.chain, attribution))}"
    place = document.place(stop.start)
    yield f"in: {document.title or document.id} ({document.path}:{place.line})"
    for row in stop.findings:
        yield f"{row.finding.severity} {row.finding.rule}: {row.finding.message}"
