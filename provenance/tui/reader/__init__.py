"""The reader: one document, and the route of each of its statements."""

from provenance.tui.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
