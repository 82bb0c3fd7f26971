"""English: newspapers and agencies, British and American."""

from pathlib import Path

from provenance.languages.en.grammar import find_statements
from provenance.languages.en.words import SENTENCES
from provenance.languages.folder import FolderLanguage

__all__ = ["language"]


def language() -> FolderLanguage:
    """English, ready to find statements."""
    return FolderLanguage("en", Path(__file__).parent, SENTENCES, find_statements)
