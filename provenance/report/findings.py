"""Findings one a line for people and editors, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from provenance.inert import inert_json
from provenance.model import AuditReport, Finding


def finding_lines(report: AuditReport, findings: Sequence[Finding]) -> Iterator[str]:
    """`path:line:column: severity rule: message`, in the order of the report; nothing when all is well."""
    paths = {document.id: document.path for document in report.documents}
    for finding in findings:
        yield f"{paths[finding.document]}:{finding.line}:{finding.column}: {finding.severity} {finding.rule}: {finding.message}"


def findings_json(report: AuditReport, findings: Sequence[Finding]) -> str:
    """The findings with the path of their document, and the report's summary."""
    paths = {document.id: document.path for document in report.documents}
    rows = [{"path": paths[finding.document], **asdict(finding)} for finding in findings]
    shown = {"findings": rows, "summary": report.summary}
    return inert_json(json.dumps(shown, indent=1, ensure_ascii=False)) + "\n"
