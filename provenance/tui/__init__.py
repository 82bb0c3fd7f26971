"""The review screen: documents, statements and chains in the terminal."""

from __future__ import annotations

from provenance.model import AuditReport


def run(report: AuditReport) -> int:
    """Show a report until the reader quits; returns the exit code."""
    from provenance.tui.app import ReviewApp

    ReviewApp(report).run()
    return 0
