"""Several reports read as one: their documents beside one another, names kept apart where they clash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.errors import InputError
from provenance.model import AuditReport, Claim, Document, Source


def joined(reports: Sequence[tuple[str, AuditReport]]) -> AuditReport:
    """The reports, each with its path, as one; claims and copies stay within each.

    Raises:
        InputError: two reports have a document of one id.
    """
    first = reports[0][1]
    if len(reports) == 1:
        return first
    documents, background = list(first.documents), list(first.background)
    sources, claims, findings = list(first.sources), list(first.claims), list(first.findings)
    copies = list(first.copies)
    homes = {document.id for document in documents}
    for number, (path, report) in enumerate(reports[1:], 2):
        doubled = next((document.id for document in report.documents if document.id in homes), None)
        if doubled is not None:
            raise InputError(
                path, f"has {doubled}, which another report has", "audit the documents of both together"
            )
        homes.update(document.id for document in report.documents)
        names = _apart(sources, report.sources, number)
        claim_ids = {claim.id: f"{number}/{claim.id}" for claim in report.claims}
        for document in (*report.documents, *report.background):
            _rename(document, names, claim_ids)
        documents += report.documents
        background += [document for document in report.background if document.id not in homes]
        known = {source.id for source in sources}
        sources += [
            replace(source, id=names[source.id]) for source in report.sources if names[source.id] not in known
        ]
        claims += [_renamed(claim, names, claim_ids) for claim in report.claims]
        findings += report.findings
        copies += report.copies
    summary = {name: sum(report.summary.get(name, 0) for _, report in reports) for name in first.summary}
    return replace(
        first, documents=documents, background=background, sources=sources, claims=claims, findings=findings,
        copies=copies, summary={**summary, "sources": len(sources)},
    )  # fmt: skip


def _apart(known: Sequence[Source], others: Sequence[Source], number: int) -> dict[str, str]:
    """Id of each of the others' sources → its id among all: the same one for one of the same name and type."""
    by_id = {source.id: source for source in known}
    names = {}
    for source in others:
        held = by_id.get(source.id)
        same = held is None or (held.name, held.type) == (source.name, source.type)
        names[source.id] = source.id if same else f"{number}/{source.id}"
    return names


def _rename(document: Document, names: dict[str, str], claims: dict[str, str]) -> None:
    """Put the new ids into a document that was read for this alone."""
    for statement in document.statements:
        statement.claim = claims.get(statement.claim or "", statement.claim)
        if statement.attribution is not None and statement.attribution.source:
            statement.attribution.source = names.get(
                statement.attribution.source, statement.attribution.source
            )
        for hop in statement.chain:
            if hop.source:
                hop.source = names.get(hop.source, hop.source)


def _renamed(claim: Claim, names: dict[str, str], claims: dict[str, str]) -> Claim:
    values = [replace(value, source=names.get(value.source or "", value.source)) for value in claim.values]
    return replace(claim, id=claims[claim.id], values=values)
