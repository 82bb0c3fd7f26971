"""Languages as lists plus a small grammar each: `load("de")`.

A language is a folder of lists (`provenance.words`) and a folder here with the grammar that no list can hold; in a
folder that `PROVENANCE_LANGUAGES` names both are one.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import SHOWN, UsageError
from provenance.languages.base import Draft, Language, Lexicon, Range
from provenance.words import MORE, codes, folders, lists, subjects

if TYPE_CHECKING:
    from provenance.grammar.records import Row

__all__ = [
    "Draft",
    "Language",
    "Lexicon",
    "Range",
    "load",
    "primary",
    "refuse_broken",
    "rows",
    "spoken",
    "table_of",
]

#: Grammars beside the lists of their languages are packages of this one.
__path__.extend(str(folder) for folder in folders()[1:])


def primary(code: str) -> str:
    """The language of a BCP 47 code without region and script: "de-AT" → "de"."""
    return code.lower().replace("_", "-").split("-")[0]


def spoken(code: str) -> bool:
    """Whether some folder declares the language of a BCP 47 code, so that statements can be found in it."""
    return primary(code) in codes()


def load(code: str) -> Language:
    """The language of a BCP 47 code ("de", "de-AT"), loaded once.

    Raises:
        UsageError: no folder declares the language.
    """
    if not spoken(code):
        raise UsageError(f"no language {code!r}; there are: {', '.join(codes())}")
    return _load(primary(code))


def table_of(code: str) -> Path | None:
    """The file with the constructions of a language; None where it has no table."""
    files = (Path(folder) / primary(code) / "frames.toml" for folder in __path__)
    return next((file for file in files if file.is_file()), None)


@cache
def rows(code: str) -> tuple[Row, ...]:
    """The constructions of a language in the order of its table, without its grammar; empty where it has no table.

    Raises:
        ValueError: the table is faulty.
    """
    from provenance.grammar.table import read_table

    file = table_of(code)
    return read_table(file, primary(code)) if file is not None else ()


@cache
def _load(code: str) -> Language:
    language: Language = import_module(f"{__name__}.{code}").language()
    return language


def refuse_broken() -> None:
    """Load every language that `PROVENANCE_LANGUAGES` adds, so that a fault of one is not taken for this program's.

    Raises:
        UsageError: a list or the grammar of one cannot be read.
    """
    for folder in folders()[1:]:
        for file in sorted(folder.glob("*/language.toml")):
            code = file.parent.name
            try:
                for subject in subjects():
                    lists(code, subject)
                _ = load(code).lexicon
            except Exception as error:
                words = " ".join(str(error).split())
                raise UsageError(
                    f"{file.parent}: not a language ({words[:SHOWN]}); mend it, or take its folder out of {MORE}"
                ) from None
