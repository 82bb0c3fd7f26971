"""What is selected, as text to take along."""

from __future__ import annotations

from provenance.desk.quote import quoted
from provenance.desk.records import Reading
from provenance.inert import line
from provenance.tui.reader.stops import Stop


def as_text(reading: Reading, stop: Stop) -> str:
    """A statement with its route, or a finding with its words and place: lines that are safe to be pasted anywhere."""
    if stop.statement is not None:
        return quoted(reading, stop.statement.id)
    document = reading.document
    made = []
    for row in stop.findings:
        finding = row.finding
        made += [
            line(document.text[finding.start : finding.end]),
            line(f"{document.title or document.id}, {document.path}:{finding.line}"),
            line(f"{finding.severity} {finding.rule}: {finding.message}"),
        ]
    return "\n".join(made) + "\n"
