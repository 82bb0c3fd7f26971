"""The findings of all documents: the list to work off."""

from provenance.tui.findings.screen import FindingsScreen

__all__ = ["FindingsScreen"]
