"""The constructions of a language: `frames.toml` read into rows, refusing what is missing, unknown or unproved."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from provenance.grammar.records import Confidence, ContentCondition, CueCondition, Row
from provenance.model import StatementKind
from provenance.words import lists

_KEYS = {"id", "about", "kind", "cue", "content", "speaker", "ends", "confidence", "yes", "no"}
_CUE = {
    "by", "licence", "groups", "verbs", "words", "unless", "needs", "endings", "beside", "passive", "final", "modal", "carried",
}  # fmt: skip
_CONTENT = {"where", "forms", "within", "lower", "upper"}
#: Files of `words/<code>/` that rows may name lists of.
SUBJECTS = ("clauses", "sources", "phrases")


def read_table(path: Path, code: str) -> tuple[Row, ...]:
    """The rows of a language in the order of the file.

    Raises:
        ValueError: a row lacks a part, has one that the engine does not know, or its id stands twice.
    """
    with path.open("rb") as file:
        tables = tomllib.load(file).get("frame", [])
    named = {name: found.entries for subject in SUBJECTS for name, found in lists(code, subject).items()}
    rows = tuple(_row(table, f"{code}/{path.name}: {table.get('id')}", named) for table in tables)
    ids = [row.id for row in rows]
    if twice := {id_ for id_ in ids if ids.count(id_) > 1}:
        raise ValueError(f"{code}/{path.name}: twice: {', '.join(sorted(twice))}")
    return rows


def _row(table: dict[str, Any], where: str, named: Mapping[str, tuple[str, ...]]) -> Row:
    cue, content = dict(table.get("cue", {})), dict(table.get("content", {}))
    wrong = (set(table) ^ _KEYS) - {"no", "ends", "speaker"} | set(cue) - _CUE | set(content) - _CONTENT
    if wrong or "by" not in cue or "where" not in content or table["kind"] not in get_args(StatementKind):
        raise ValueError(f"{where}: missing, unknown or without value: {', '.join(sorted(wrong))}")
    chances = table["confidence"]
    return Row(
        table["id"],
        table["about"],
        table["kind"],
        CueCondition(
            cue["by"],
            frozenset(cue.get("licence", "")),
            frozenset(cue.get("groups", ())),
            frozenset(cue.get("verbs", "").split()),
            frozenset(_entries(cue.get("words"), named)),
            frozenset(_entries(cue.get("unless"), named)),
            frozenset(_entries(cue.get("needs"), named)),
            tuple(_entries(cue.get("endings"), named)),
            cue.get("beside"),
            cue.get("passive"),
            cue.get("final"),
            cue.get("modal"),
            cue.get("carried"),
        ),
        ContentCondition(
            content["where"],
            frozenset(content.get("forms", ())),
            content.get("within", 4),
            tuple(content.get("lower", ())),
            tuple(content.get("upper", ())),
        ),
        table.get("speaker", "subject"),
        tuple(table.get("ends", ())),
        Confidence(chances["content"], chances["speaker"]),
        tuple(table["yes"]),
        tuple(table.get("no", ())),
    )


def _entries(names: str | None, named: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [entry for name in (names or "").split() for entry in named[name]]
