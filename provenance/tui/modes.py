"""The five screens by their names. The frame stands before any of this is loaded."""

from __future__ import annotations

from provenance.tui.claims import ClaimsScreen
from provenance.tui.documents import DocumentsScreen
from provenance.tui.findings import FindingsScreen
from provenance.tui.reader import ReaderScreen
from provenance.tui.screen import DeskScreen
from provenance.tui.sources import SourcesScreen

SCREENS: dict[str, type[DeskScreen]] = {
    "reader": ReaderScreen,
    "findings": FindingsScreen,
    "claims": ClaimsScreen,
    "sources": SourcesScreen,
    "documents": DocumentsScreen,
}
