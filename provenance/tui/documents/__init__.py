"""The documents in a line each, by what is left to do."""

from provenance.tui.documents.screen import DocumentsScreen

__all__ = ["DocumentsScreen"]
