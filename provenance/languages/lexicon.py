"""Reading a language's `lexicon.toml` into a `Lexicon`, refusing what is missing or unknown."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from provenance.languages.base import Lexicon


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon of one language.

    Lists are written one entry a line in multi-line strings, because a person edits them and the
    parser reads them ten times quicker than arrays. `pronouns` and `unclear` are a table and a list.

    Raises:
        ValueError: a list is missing or has no meaning.
    """
    with path.open("rb") as file:
        data = tomllib.load(file)
    known = {field.name for field in fields(Lexicon)}
    required = {field.name for field in fields(Lexicon) if field.default is MISSING}
    if wrong := (set(data) - known) | (required - set(data)):
        raise ValueError(f"{path.name}: lists missing or unknown: {', '.join(sorted(wrong))}")
    return Lexicon(**{name: _value(name, value) for name, value in data.items()})


def _value(name: str, value: Any) -> Any:
    if name == "pronouns":
        return {word: gender for gender, words in value.items() for word in words.split()}
    entries = [line.strip() for line in value.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(entries) if name in ("unclear", "agentless_patterns", "suffixes") else frozenset(entries)
