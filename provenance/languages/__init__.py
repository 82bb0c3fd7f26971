"""Languages as data plus a small grammar each: `load("de")`."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from provenance.errors import UsageError
from provenance.languages.base import Draft, Language, Lexicon, Range

__all__ = ["CODES", "Draft", "Language", "Lexicon", "Range", "load"]

CODES = ("de", "en")


@cache
def load(code: str) -> Language:
    """The language of a BCP 47 code ("de", "de-AT"); an unknown language is read as English.

    Raises:
        UsageError: `code` is not a language code at all.
    """
    if not code or not code.replace("-", "").isalnum():
        raise UsageError(f"no language {code!r}; there are: {', '.join(CODES)}")
    primary = code.lower().split("-")[0]
    module = import_module(f"provenance.languages.{primary if primary in CODES else 'en'}")
    language: Language = module.language()
    return language
