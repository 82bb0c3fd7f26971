"""The report as JSON: written, read back, checked, and described by its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from provenance.errors import InputError
from provenance.grounding import document_faults
from provenance.inert import inert_json
from provenance.model import SCHEMA_VERSION, AuditReport, Document


@cache
def _adapter() -> TypeAdapter[AuditReport]:
    return TypeAdapter(AuditReport)


@cache
def reader() -> SchemaValidator:
    """What reads and checks a report, but for what its spans and names mean."""
    return SchemaValidator(hasty(_adapter().core_schema))


def hasty(schema: Any) -> Any:
    """The schema with lists that are given up at their first wrong entry.

    One is told; a million of them, which fit into two megabytes, would be collected for forty seconds.
    """
    if isinstance(schema, list):
        return [hasty(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: hasty(value) for key, value in schema.items()}
    return {**made, "fail_fast": True} if made.get("type") == "list" else made


def dump(report: AuditReport) -> str:
    """The report as indented JSON with a final newline; the same report gives the same bytes.

    Raises:
        ValueError: a span does not cut what the report shows (a defect, so nothing is written).
    """
    wrong = next(ungrounded(report), None)
    if wrong is not None:
        raise ValueError(f"ungrounded report: {wrong}")
    return inert_json(_adapter().dump_json(report, indent=1).decode()) + "\n"


def load(text: str, path: str) -> AuditReport:
    """The report that a file holds, checked to the last span.

    Raises:
        InputError: the text is no report, or its spans do not cut what it shows.
    """
    try:
        report: AuditReport = reader().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            path,
            f"not a provenance report ({where or 'root'}: {first['msg']})",
            "write one with provenance audit",
        ) from None
    if not fits(report):
        raise InputError(
            path,
            f"a report of schema {report.schema_version}, known is {SCHEMA_VERSION}",
            "audit the documents again",
        )
    wrong = next(ungrounded(report), None)
    if wrong is not None:
        raise InputError(path, f"the report does not fit its text ({wrong})", "audit the documents again")
    return report


def schema() -> str:
    """The JSON Schema of the report, as `provenance schema` prints it."""
    made: dict[str, Any] = _adapter().json_schema(mode="serialization")
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def fits(report: AuditReport) -> bool:
    """Whether a report is of a schema that this program knows."""
    return report.schema_version.partition(".")[0] == SCHEMA_VERSION.partition(".")[0]


def ungrounded(report: AuditReport) -> Iterator[str]:
    """What in a report does not cut its exact text out of its document, or names what it has not; empty for a sound one."""
    checks = Grounding()
    for document in report.documents:
        yield from checks.take(document)
    for document in report.background:
        yield from checks.take(document, whole=False)
    yield from checks.rest(report)


class Grounding:
    """Whether a report holds: first each of its documents, then what it says of them."""

    def __init__(self) -> None:
        """No document was seen."""
        self._ids: list[str] = []
        """Of statements, all of them."""
        self._parents: list[tuple[str, str]] = []
        self._sources: dict[str, None] = {}

    def take(self, document: Document, whole: bool = True) -> Iterator[str]:
        """What in a document does not hold; those of the background come last, and have not all of their statements."""
        yield from document_faults(document)
        for row in document.statements:
            self._ids.append(row.id)
            if whole and row.parent is not None:
                self._parents.append((row.id, row.parent))
            if row.attribution is not None and row.attribution.source is not None:
                self._sources[row.attribution.source] = None

    def rest(self, report: AuditReport) -> Iterator[str]:
        """What else does not hold once all documents were taken; their statements are not asked for again."""
        everything = (*report.documents, *report.background)
        homes = {document.id: document for document in everything}
        known, sources = set(self._ids), {source.id for source in report.sources}
        if len(homes) < len(everything) or len(known) < len(self._ids):
            yield f"the id {next(_repeated([*(document.id for document in everything), *self._ids]))} is given twice"
        for what, statement in (*_named_statements(report), *self._parents):
            if statement not in known:
                yield f"{what} names no statement of the report: {statement}"
        for source in self._sources:
            if source not in sources:
                yield f"no source of the report: {source}"
        for copy in report.copies:
            for name in (copy.document, copy.of):
                if name not in homes:
                    yield f"a copy names no document of the report: {name}"
        yield from _misplaced(report, sources)


def _misplaced(report: AuditReport, sources: set[str]) -> Iterator[str]:
    """Findings and decisions that lie on nothing."""
    judged = {document.id: document for document in report.documents}
    for finding in report.findings:
        home = judged.get(finding.document)
        if home is None:
            yield f"finding {finding.rule} names no document of the report: {finding.document}"
        elif not 0 <= finding.start <= finding.end <= len(home.text):
            yield f"finding {finding.rule} lies outside {finding.document}"
    for decision in report.decisions:
        if (
            decision.document not in judged
            or not 0 <= (decision.finding or 0) < max(len(report.findings), 1)
            or (decision.source is not None and decision.source not in sources)
        ):
            yield f"a decision names what the report has not, in {decision.document}"


def _named_statements(report: AuditReport) -> Iterator[tuple[str, str]]:
    """Every statement that is named, and by what."""
    for claim in report.claims:
        what = f"claim {claim.id}"
        yield what, claim.origin
        yield from ((what, member.statement) for member in claim.members)
        yield from ((what, value.statement) for value in claim.values)
        for conflict in claim.conflicts:
            yield from ((what, conflict.a), (what, conflict.b))
        for loss in claim.losses:
            yield from ((what, loss.statement), (what, loss.earlier))
    for finding in report.findings:
        if finding.statement is not None:
            yield f"finding {finding.rule}", finding.statement
    for decision in report.decisions:
        if decision.statement is not None:
            yield "a decision", decision.statement


def _repeated(names: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
