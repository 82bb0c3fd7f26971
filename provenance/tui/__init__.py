"""The review screen: documents, statements and chains in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from provenance.model import AuditReport


def run(report: AuditReport, notes: Sequence[str] = ()) -> int:
    """Show a report until the reader quits; returns the exit code.

    `notes` is what the screen has to say of the whole, a line each: what could not be read or was left out.
    """
    from provenance.tui.app import ReviewApp
    from provenance.tui.plain import plain_signs

    # Textual draws on standard error.
    with plain_signs(sys.__stderr__):
        ReviewApp(report, notes).run()
    return 0
