"""Every list of words of a language, each once: the ground floor, below all rooms that read text.

A folder is a language, a file in it a subject, a table in the file a list:

    [months]
    is = "names of months, full and short, lower case"
    from = "closed class; short forms as in the stylebooks of dpa and APA"
    words = '''
    januar jänner jan februar …
    '''

`words` holds single words divided by blanks, `phrases` one entry a line, `pairs` one "entry = value" a line, or a
table. Lists are literal text and not arrays, because people edit them and the parser reads them ten times as fast.

What belongs to no language (agencies, countries, signs of units) or to all of them stands in `all/`. A folder is a
language if it has a `language.toml`. More languages are found in the folders that `PROVENANCE_LANGUAGES` names:
each holds a folder a language, with its lists and its grammar beside each other.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import cast

__all__ = [
    "List",
    "alternatives",
    "any_of",
    "codes",
    "every",
    "every_phrase",
    "folders",
    "later",
    "lists",
    "patterns",
    "phrases",
    "respelled",
    "subjects",
    "values",
    "words",
    "written",
]

_FOLDER = Path(__file__).parent
_SHAPES = ("words", "phrases", "pairs")
#: The folder of what belongs to no language.
ALL = "all"
#: The code of a text in no language that could be told (ISO 639-2).
UNKNOWN = "und"
#: Environment variable: more folders of languages, divided as in PATH.
MORE = "PROVENANCE_LANGUAGES"


@dataclass(frozen=True, slots=True)
class List:
    """One list: its entries in the order of the file, what it means and where it is from."""

    name: str
    meaning: str
    origin: str
    entries: tuple[str, ...]
    values: Mapping[str, str]
    """Entry → value of a list of pairs; empty for others."""


@cache
def folders() -> tuple[Path, ...]:
    """Where folders of languages are looked for: here, then where the environment says."""
    more = os.environ.get(MORE, "").split(os.pathsep)
    return (_FOLDER, *(Path(path) for path in more if path))


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a folder, by their BCP 47 codes, sorted."""
    return tuple(
        sorted({file.parent.name for folder in folders() for file in folder.glob("*/language.toml")})
    )


@cache
def subjects() -> tuple[str, ...]:
    """The names of all files of lists, without their endings."""
    return tuple(sorted({file.stem for file in _FOLDER.glob("*/*.toml")}))


#: A language's subtag has so many letters at most (BCP 47).
LONGEST_CODE = 8


@cache
def lists(code: str, subject: str) -> Mapping[str, List]:
    """The lists of a language's file, by name; the subject is the file's name without its ending.

    A language without the file has no such lists. Where its `language.toml` has `spellings`, pairs of letters of which a
    part of its readers write the second for the first (Swiss German "ss" for "ß"), each entry is there in both.

    In regular expressions `{name}` stands for any entry of another list of the file.

    Raises:
        ValueError: a list has no meaning, no origin or no entries, an entry stands in it twice, or it names a list that
            the file does not have.
    """
    plain = written(code, subject)
    found = {name: _filled(entry, plain, f"{code}/{subject}.toml") for name, entry in plain.items()}
    for letters, others in _spellings(code):
        found = {name: _respelled(entry, letters, others) for name, entry in found.items()}
    return found


#: The name of a list within a regular expression.
_NAMED = re.compile(r"\{([a-z_]+)\}")


def _filled(entry: List, plain: Mapping[str, List], where: str) -> List:
    """A list of regular expressions with the entries of the lists that it names."""
    if not entry.meaning.startswith("regular expressions") or not any(map(_NAMED.search, entry.entries)):
        return entry

    def named(match: re.Match[str]) -> str:
        if match[1] not in plain:
            raise ValueError(f"{where}: {entry.name}: there is no list {match[1]}")
        return f"(?:{'|'.join(_filled(plain[match[1]], plain, where).entries)})"

    return replace(entry, entries=tuple(_NAMED.sub(named, row) for row in entry.entries))


@cache
def _spellings(code: str) -> tuple[tuple[str, str], ...]:
    found = written(code, "language").get("spellings")
    return tuple(found.values.items()) if found else ()


def respelled(code: str, word: str) -> tuple[str, ...]:
    """The other spellings of a word of a language, where it has some."""
    return tuple(word.replace(letters, others) for letters, others in _spellings(code) if letters in word)


def _respelled(found: List, letters: str, others: str) -> List:
    """A list with each entry in both spellings; within a set of letters an expression has what it has."""
    if found.name == "spellings" or not any(letters in entry for entry in found.entries):
        return found
    if found.meaning.startswith("regular expressions"):
        both = re.compile(rf"\[[^\]]*\]|{re.escape(letters)}")
        either = f"(?:{letters}|{others})"
        entries = [both.sub(lambda one: one[0] if one[0][0] == "[" else either, row) for row in found.entries]
        return replace(found, entries=tuple(entries))
    twins = ((entry, entry.replace(letters, others)) for entry in found.entries)
    pairs = {
        one: value for entry, value in found.values.items() for one in (entry, entry.replace(letters, others))
    }
    return replace(found, entries=tuple(dict.fromkeys(chain.from_iterable(twins))), values=pairs)


@cache
def written(code: str, subject: str) -> Mapping[str, List]:
    """The lists of a file as they stand in it, in one spelling."""
    if not code.isalnum() or len(code) > LONGEST_CODE:
        return {}  # a page may say anything of its language: it names no path
    for folder in folders():
        path = folder / code / f"{subject}.toml"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            tables = _plain_tables(text)
            if tables is None:
                import tomllib  # the dearest import of a start, and most files are plain

                tables = tomllib.loads(text)
            return {
                name: _list(f"{code}/{subject}.toml: {name}", name, table) for name, table in tables.items()
            }
    return {}


def words(code: str, subject: str, *names: str) -> frozenset[str]:
    """The entries of some lists as one set; a list that the language does not have adds nothing."""
    found = lists(code, subject)
    return frozenset(entry for name in names if name in found for entry in found[name].entries)


def phrases(code: str, subject: str, name: str) -> tuple[str, ...]:
    """The entries of a list in the order of the file."""
    found = lists(code, subject)
    return found[name].entries if name in found else ()


def values(code: str, subject: str, name: str) -> Mapping[str, str]:
    """Entry → value of a list of pairs."""
    found = lists(code, subject)
    return found[name].values if name in found else {}


def every(subject: str, *names: str) -> frozenset[str]:
    """The entries of some lists in all languages as one set, for what is read before a language is known."""
    return frozenset().union(*(words(code, subject, *names) for code in (ALL, *codes())))


def every_phrase(subject: str, name: str) -> tuple[str, ...]:
    """The entries of a list in all languages, each once, in the order of the languages and of the files."""
    found = (phrases(code, subject, name) for code in (ALL, *codes()))
    return tuple(dict.fromkeys(entry for entries in found for entry in entries))


def patterns(code: str, subject: str, name: str, *, flags: int = 0) -> re.Pattern[str]:
    """A list of regular expressions as one pattern, tried in the order of the file."""
    return re.compile("|".join(phrases(code, subject, name)) or "(?!)", flags)


def alternatives(subject: str, name: str) -> str:
    """The regular expressions of a list in all languages as one, tried in order; a pattern that never matches for none."""
    return "|".join(every_phrase(subject, name)) or "(?!)"


class _Later:
    """Stands for a pattern until one of its methods is asked for."""

    def __init__(self, make: Callable[[], re.Pattern[str]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> object:
        made = self._make()
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub", "split", "pattern"):
            self.__dict__[method] = getattr(made, method)
        return self.__dict__[name]


def later(make: Callable[[], re.Pattern[str]]) -> re.Pattern[str]:
    """The pattern that `make` gives, made when it is first used: a start makes those that its texts ask for."""
    return cast("re.Pattern[str]", _Later(make))


def any_of(entries: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a pattern that never matches for none.

    Words of one first letter stand together behind it: where it does not stand, none of them is tried. It matches
    what the words one after the other would; those that begin with both a capital and a small letter stay as they
    are, for where letter case does not count the longest of them comes first.
    """
    groups: dict[str, list[str]] = {}
    for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)):
        groups.setdefault(entry[:1].lower(), []).append(entry)
    return "|".join(map(_behind_first, groups.values())) or "(?!)"


def _behind_first(entries: Sequence[str]) -> str:
    first = entries[0][:1]
    if len(entries) < 2 or any(entry[:1] != first for entry in entries):
        return "|".join(map(re.escape, entries))
    return f"{re.escape(first)}(?:{'|'.join(re.escape(entry[1:]) for entry in entries)})"


#: A table as they are mostly written, and what may stand between two of them.
_TABLE = re.compile(
    r"\[(\w+)\]\nis = \"((?:[^\"\\\n]|\\\")*)\"\nfrom = \"((?:[^\"\\\n]|\\\")*)\"\n(\w+) = "
    r"(?:\'\'\'\n(.*?)\'\'\'|\"{3}\n([^\"\\]*)\"{3}|\'([^\'\n]*)\'|\"([^\"\\\n]*)\")\n",
    re.S,
)
_BETWEEN = re.compile(r"(?:#[^\n]*\n|\n)*")


def _plain_tables(text: str) -> dict[str, dict[str, object]] | None:
    """The tables of a file that has nothing but lists as text, as a parser of TOML reads them, in a third of its
    time; None for any other file."""
    tables: dict[str, dict[str, object]] = {}
    at = _BETWEEN.match(text).end()  # type: ignore[union-attr]
    while at < len(text):
        table = _TABLE.match(text, at)
        if table is None or table[1] in tables:
            return None
        name, meaning, origin, shape, *bodies = table.groups()
        tables[name] = {
            "is": meaning.replace('\\"', '"'),
            "from": origin.replace('\\"', '"'),
            shape: next(body for body in bodies if body is not None),
        }
        at = _BETWEEN.match(text, table.end()).end()  # type: ignore[union-attr]
    return tables


def _list(where: str, name: str, table: object) -> List:
    if not isinstance(table, Mapping):
        raise ValueError(f"{where}: not a list, but a value by itself")
    shapes = [shape for shape in _SHAPES if shape in table]
    meaning, origin = table.get("is"), table.get("from")
    if len(shapes) != 1 or not isinstance(meaning, str) or not isinstance(origin, str) or len(table) != 3:
        raise ValueError(f"{where}: a list has `is`, `from` and one of {', '.join(_SHAPES)}")
    values: dict[str, str] = {}
    body = table[shapes[0]]
    if not isinstance(body, str | dict if shapes[0] == "pairs" else str):
        raise ValueError(f"{where}: its {shapes[0]} are no text")
    entries = tuple(str(body).split()) if shapes[0] == "words" else tuple(_lines(str(body)))
    if shapes[0] == "pairs":
        rows = body.items() if isinstance(body, dict) else (_pair(line) for line in entries)
        pairs = [(str(entry), str(value)) for entry, value in rows]
        entries, values = tuple(entry for entry, _ in pairs), dict(pairs)
    twice = (
        sorted({entry for entry in entries if entries.count(entry) > 1})
        if len(set(entries)) < len(entries)
        else []
    )
    if not entries or twice:
        raise ValueError(f"{where}: {'twice: ' + ', '.join(twice) if twice else 'a list without entries'}")
    return List(name, meaning, origin, entries, values)


def _pair(line: str) -> tuple[str, str]:
    entry, _, value = line.partition("=")
    return entry.strip(), value.strip()


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        entry = line.strip()
        if entry and not entry.startswith("#"):
            yield entry
