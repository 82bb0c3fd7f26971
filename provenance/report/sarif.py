"""Findings as SARIF 2.1.0, which code hosts and editors show beside the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from provenance import __version__
from provenance.inert import inert_json
from provenance.model import AuditReport, Finding, Severity
from provenance.rules import rule, sections
from provenance.rules.policy import Policy

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: Severity → the level of SARIF; they have the same names.
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(report: AuditReport, findings: Sequence[Finding], policy: Policy) -> str:
    """One run with its rules and its results; columns count Unicode code points, as everywhere in a report."""
    paths = {document.id: document for document in report.documents}
    names = sorted({finding.rule for finding in findings})
    results = []
    for finding in findings:
        document = paths[finding.document]
        words = " ".join(document.text[finding.start : finding.end].split())
        edit = f" → {finding.edit}" if finding.edit else ""
        results.append(
            {
                "ruleId": finding.rule,
                "ruleIndex": names.index(finding.rule),
                "level": LEVELS[finding.severity],
                "message": {"text": f"{finding.message}{edit}"},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": quote(document.path)},
                            "region": {
                                "startLine": finding.line,
                                "startColumn": finding.column,
                                "snippet": {"text": words},
                            },
                        }
                    }
                ],
                # By its words: an edit elsewhere makes no new result of it.
                "partialFingerprints": {"words/v1": f"{finding.rule}: {words}"},
            }
        )
    driver = {
        "name": "provenance",
        "version": __version__,
        "rules": [_rule(name, policy) for name in names],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert_json(json.dumps(log, indent=1, ensure_ascii=False)) + "\n"


def _rule(name: str, policy: Policy) -> dict[str, object]:
    one = rule(name)
    told = sections(name)
    return {
        "id": name,
        "shortDescription": {"text": one.TITLE},
        "fullDescription": {"text": told["Why"]},
        "help": {"text": f"{told['Fix']} ({told['Source']})"},
        "defaultConfiguration": {"level": LEVELS[policy.severity.get(name) or one.SEVERITY]},
    }
