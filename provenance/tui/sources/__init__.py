"""Who speaks, how much and how directly."""

from provenance.tui.sources.screen import SourcesScreen

__all__ = ["SourcesScreen"]
