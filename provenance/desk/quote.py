"""A statement with its route as plain text: for the clipboard, a mail, a note."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.desk.records import Reading
from provenance.inert import line
from provenance.model import Document, Hop, Statement
from provenance.trace import certainty, in_words


def quoted(reading: Reading, statement: str) -> str:
    """A statement of a reading by its id: its words, who says them, where they stand, and by which route they came.

    Raises KeyError if the document has no such statement.
    """
    document = reading.document
    found = next((row for row in document.statements if row.id == statement), None)
    if found is None:
        raise KeyError(statement)
    return "\n".join(line(row) for row in _lines(reading, document, found)) + "\n"


def _lines(reading: Reading, document: Document, statement: Statement) -> Iterator[str]:
    yield statement.text
    yield f"— {_who(reading, statement)}"
    row = reading.row
    where = [row.outlet, row.published, row.title if row.title != row.id else ""]
    place = document.place(statement.start)
    yield ", ".join([*filter(None, where), f"{document.path}:{place.line}"])
    if statement.chain:
        sure = in_words(certainty(statement.chain, statement.attribution))
        yield f"Route ({sure}): {' → '.join(_hop(document, hop) for hop in statement.chain)}"
    for found in reading.findings:
        if found.finding.statement == statement.id:
            state = "" if found.state == "open" else f" ({found.state.replace('_', ' ')})"
            yield f"{found.finding.severity} {found.finding.rule}{state}: {found.finding.message}"


def _who(reading: Reading, statement: Statement) -> str:
    attribution = statement.attribution
    kind = statement.kind.replace("_", " ")
    if attribution is None:
        return f"the publication's own voice, {kind}"
    source = reading.sources.get(attribution.source or "")
    if source is None:
        return f"nobody is named, {kind}"
    role = f", {source.role}" if source.role else ""
    corrected = reading.machine.get(statement.id) or reading.machine.get(source.id)
    told = f" (corrected; read as: {corrected})" if corrected else ""
    return f"{source.name}{role} [{source.type.replace('_', ' ')}], {kind}{told}"


def _hop(document: Document, hop: Hop) -> str:
    """Its name, its basis where that is no more than inferred, and the words that say it."""
    words = document.text[hop.start : hop.end] if hop.start is not None and hop.end is not None else ""
    evidence = f" “{line(words)}”" if words else ""
    doubt = "" if hop.basis in ("stated", "metadata") else f" ({hop.basis})"
    return f"{hop.name}{doubt}{evidence}"
