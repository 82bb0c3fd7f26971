"""The report as JSON: written, read back, checked, and described by its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from provenance.errors import InputError
from provenance.grounding import document_faults
from provenance.model import AuditReport


@cache
def _adapter() -> TypeAdapter[AuditReport]:
    return TypeAdapter(AuditReport)


def dump(report: AuditReport) -> str:
    """The report as indented JSON with a final newline; the same report gives the same bytes.

    Raises:
        ValueError: a span does not cut what the report shows (a defect, so nothing is written).
    """
    wrong = next(ungrounded(report), None)
    if wrong is not None:
        raise ValueError(f"ungrounded report: {wrong}")
    return _adapter().dump_json(report, indent=1).decode() + "\n"


def load(text: str, path: str) -> AuditReport:
    """The report that a file holds, checked to the last span.

    Raises:
        InputError: the text is no report, or its spans do not cut what it shows.
    """
    try:
        report = _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            path,
            f"not a provenance report ({where or 'root'}: {first['msg']})",
            "write one with provenance audit",
        ) from None
    wrong = next(ungrounded(report), None)
    if wrong is not None:
        raise InputError(path, f"the report does not fit its text ({wrong})", "audit the documents again")
    return report


def schema() -> str:
    """The JSON Schema of the report, as `provenance schema` prints it."""
    made: dict[str, Any] = _adapter().json_schema(mode="serialization")
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def ungrounded(report: AuditReport) -> Iterator[str]:
    """What in a report does not cut its exact text out of its document; empty for a sound report."""
    for document in (*report.documents, *report.background):
        yield from document_faults(document)
    documents = {document.id: document for document in report.documents}
    known = {row.id for document in (*report.documents, *report.background) for row in document.statements}
    for claim in report.claims:
        for member in claim.members:
            if member.statement not in known:
                yield f"claim {claim.id} names no statement of the report: {member.statement}"
    for finding in report.findings:
        home = documents.get(finding.document)
        if home is None:
            yield f"finding {finding.rule} names no document of the report: {finding.document}"
        elif not 0 <= finding.start <= finding.end <= len(home.text):
            yield f"finding {finding.rule} lies outside {finding.document}"
