"""Findings one a line for people and editors, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from provenance.inert import inert_json
from provenance.model import AuditReport, Document, Finding, Severity


def finding_lines(
    report: AuditReport, findings: Sequence[Finding], *, explained: bool = False
) -> Iterator[str]:
    """`path:line:column: severity rule: message → edit`, in the order of the report; nothing when all is well.

    `explained`: under each finding on a statement what that one rests on, and how it was found.
    """
    homes = {document.id: document for document in report.documents}
    under = _bases(report.documents, findings) if explained else {}
    for finding in findings:
        path = homes[finding.document].path
        where = f"{path}:{finding.line}:{finding.column}"
        edit = f" → {finding.edit}" if finding.edit else ""
        yield f"{where}: {finding.severity} {finding.rule}: {finding.message}{edit}"
        yield from (f"    {line}" for line in under.get(finding.statement or "", ()))


def github_lines(report: AuditReport, findings: Sequence[Finding]) -> Iterator[str]:
    """Workflow commands of GitHub, which show findings beside the lines of a change."""
    homes = {document.id: document for document in report.documents}
    for finding in findings:
        level = "notice" if finding.severity is Severity.NOTE else str(finding.severity)
        place = f"file={_property(homes[finding.document].path)},line={finding.line},col={finding.column}"
        edit = f" → {finding.edit}" if finding.edit else ""
        message = f"{finding.message}{edit}".replace("%", "%25")
        yield f"::{level} {place},title={_property(finding.rule)}::{message}"


def _property(value: str) -> str:
    return value.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _bases(documents: Sequence[Document], findings: Sequence[Finding]) -> dict[str, list[str]]:
    """What the statements under findings are and rest on, by their ids."""
    from provenance.report.explain import basis_lines, near_lines, shown

    asked = {finding.statement for finding in findings}
    bases: dict[str, list[str]] = {}
    for document in documents:
        chosen = [statement for statement in document.statements if statement.id in asked]
        near = near_lines(document) if chosen else {}
        for one in chosen:
            bases[one.id] = [shown(one), *basis_lines(document, one), *near.get(one.id, ())]
    return bases


def findings_json(report: AuditReport, findings: Sequence[Finding]) -> str:
    """The findings with the path of their document, and the report's summary."""
    paths = {document.id: document.path for document in report.documents}
    rows = [{"path": paths[finding.document], **asdict(finding)} for finding in findings]
    shown = {"findings": rows, "summary": report.summary}
    return inert_json(json.dumps(shown, indent=1, ensure_ascii=False)) + "\n"
