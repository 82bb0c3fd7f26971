"""Findings one a line for people and editors, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from provenance.inert import inert_json
from provenance.model import AuditReport, Finding
from provenance.report.explain import SHOWN, basis_lines
from provenance.report.words import short


def finding_lines(
    report: AuditReport, findings: Sequence[Finding], *, explained: bool = False
) -> Iterator[str]:
    """`path:line:column: severity rule: message`, in the order of the report; nothing when all is well.

    `explained`: under each finding on a statement what that one rests on, and how it was found.
    """
    homes = {document.id: document for document in report.documents}
    statements = {one.id: one for home in report.documents for one in home.statements} if explained else {}
    for finding in findings:
        home = homes[finding.document]
        yield f"{home.path}:{finding.line}:{finding.column}: {finding.severity} {finding.rule}: {finding.message}"
        statement = statements.get(finding.statement or "")
        if statement is not None:
            yield f"    {statement.kind}: {short(statement.text, SHOWN)}"
            yield from (f"    {line}" for line in basis_lines(homes[statement.document], statement))


def findings_json(report: AuditReport, findings: Sequence[Finding]) -> str:
    """The findings with the path of their document, and the report's summary."""
    paths = {document.id: document.path for document in report.documents}
    rows = [{"path": paths[finding.document], **asdict(finding)} for finding in findings]
    shown = {"findings": rows, "summary": report.summary}
    return inert_json(json.dumps(shown, indent=1, ensure_ascii=False)) + "\n"
