"""The application: it opens a report and owns the screens."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App

from provenance.model import AuditReport
from provenance.tui.review import ReviewScreen


class ReviewApp(App[None]):
    """Review of one audit report."""

    TITLE = "provenance"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, report: AuditReport, notes: Sequence[str] = ()) -> None:
        """`report` may come from an audit or from a file; `notes` are lines on the whole."""
        super().__init__()
        self.report = report
        self.notes = notes

    def on_mount(self) -> None:
        """Show the review."""
        self.push_screen(ReviewScreen(self.report, self.notes))
