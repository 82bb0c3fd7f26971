"""The review screen: documents, statements and chains in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import AuditReport


def run(report: AuditReport, told: Sequence[str] = ()) -> int:
    """Show a report until the reader quits; returns the exit code.

    `told` is what could not be read, a line each; the first is on the screen where there is nothing else.
    """
    from provenance.tui.app import ReviewApp

    ReviewApp(report, told).run()
    return 0
