"""German: the newspapers of Germany, Austria and Switzerland."""

from pathlib import Path

from provenance.languages.de.grammar import find_statements
from provenance.languages.de.words import SENTENCES
from provenance.languages.folder import FolderLanguage

__all__ = ["language"]


def language() -> FolderLanguage:
    """German, ready to find statements."""
    return FolderLanguage("de", Path(__file__).parent, SENTENCES, find_statements)
