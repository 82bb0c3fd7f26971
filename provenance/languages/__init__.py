"""Languages as data plus a small grammar each: `load("de")`."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from provenance.languages.base import Draft, Language, Lexicon, Range

__all__ = ["CODES", "Draft", "Language", "Lexicon", "Range", "load"]

CODES = ("de", "en")


def load(code: str) -> Language:
    """The language of a BCP 47 code ("de", "de-AT"); what is no code of a known language is read as English.

    Documents say of themselves in which language they are, and nothing that they say may stop a reader.
    """
    primary = code.lower().replace("_", "-").split("-")[0]
    return _load(primary if primary in CODES else "en")


@cache
def _load(code: str) -> Language:
    module = import_module(f"provenance.languages.{code}")
    language: Language = module.language()
    return language
