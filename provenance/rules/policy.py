"""What a house wants judged, and how hard: read from provenance.toml or [tool.provenance]."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from provenance.errors import UsageError
from provenance.model import Severity
from provenance.words import codes

#: Rules that judge only where a house asks for them: what they find is right, and by convention left to stand.
OFF = (
    "accused-not-heard",
    "credit-without-person",
    "generic-byline",
    "single-source",
    "unnamed-expert-role",
)
#: Larger than any policy, and than the file of any project that has one.
MAX_BYTES = 1024 * 1024
#: More than any dotted key has.
MAX_PARTS = 100
_STRING = re.compile(rb"\"[^\"\n]*\"|'[^'\n]*'")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which rules judge, at which severity, and what stops a story."""

    select: tuple[str, ...] = ()
    """Only these rules; empty means all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Rule → severity that replaces the rule's own."""
    fail_on: Severity = Severity.ERROR
    houses: tuple[str, ...] = ()
    """Names of one's own outlets, as they stand in datelines and credits."""
    archive: str | None = None
    """The archive that audit and check match with, by its full path or relative to the policy's file."""
    lang: str = ""
    """Language in which findings are told; "" for that of each document."""

    def wants(self, rule: str) -> bool:
        """Whether a rule judges: one that is off by default does where it is chosen, or has a severity."""
        if rule in self.ignore:
            return False
        return rule in self.select if self.select else rule not in OFF or rule in self.severity


def read_policy(
    path: str | None, *, select: Sequence[str] = (), ignore: Sequence[str] = (), lang: str = ""
) -> Policy:
    """The policy of a file, or of the nearest one above the working folder; options of the call add to it.

    Raises:
        UsageError: the file cannot be read, names a key, rule or severity that does not exist, or has a value of
            another type than its key takes.
    """
    for rule in (*select, *ignore):
        _check_rule(rule, "options")
    file = policy_file(path)
    if file is None:
        return Policy(select=tuple(select), ignore=tuple(ignore), lang=lang)
    table, where = _table(file), str(file)
    known = {entry.name.replace("_", "-") for entry in fields(Policy)}
    for key in table:
        if key not in known:
            raise UsageError(f"{where}: unknown key {_cut(key)!r}; {_nearest(key, known)}")
    chosen, left_out, houses = (_names(table, key, where) for key in ("select", "ignore", "houses"))
    severities = _severities(table.get("severity", {}), where)
    for rule in (*chosen, *left_out, *severities):
        _check_rule(rule, where)
    bar = _severity(table["fail-on"], "fail-on", where) if "fail-on" in table else Severity.ERROR
    archive = _archive(table["archive"], file) if "archive" in table else None
    lang = lang or _language(table, where)
    return Policy(tuple(select) or chosen, (*left_out, *ignore), severities, bar, houses, archive, lang)


def policy_file(path: str | None) -> Path | None:
    """The policy file of a call: the one that is named, or the nearest one above the working folder that has one.

    Raises:
        UsageError: the working folder is gone, or a file on the way cannot be read.
    """
    if path is not None:
        return Path(path)
    try:
        here = Path.cwd()
    except OSError as error:
        raise UsageError(
            f"no policy can be looked for ({error.strerror}); go to a folder that is there"
        ) from None
    for folder in (here, *here.parents):
        own, shared = folder / "provenance.toml", folder / "pyproject.toml"
        # lexists: what has the name and is no file is an error, and nothing to pass by in silence.
        if os.path.lexists(own):
            return own
        if os.path.lexists(shared) and _has_section(shared):
            return shared
        if os.path.lexists(folder / ".git"):
            break
    return None


def _has_section(project: Path) -> bool:
    """Whether a pyproject.toml has a policy; true also where it mentions one and is broken, so that this is told."""
    if b"provenance" not in _bytes(project):
        return False
    data = _toml(project)
    return not isinstance(data.get("tool", {}), dict) or "provenance" in data.get("tool", {})


def _table(file: Path) -> dict[str, Any]:
    table: object = _toml(file)
    if file.name == "pyproject.toml":
        for key in ("tool", "provenance"):
            table = table.get(key, {}) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        raise UsageError(f"{file}: [tool.provenance] is no table; write its keys below that line")
    return table


def _toml(file: Path) -> dict[str, Any]:
    import tomllib

    data = _bytes(file)
    if any(row.count(b".") > MAX_PARTS for row in _STRING.sub(b"", data).splitlines()):
        # tomllib reads such a key in a time that grows with the square of its parts.
        raise UsageError(f"{file}: not a policy (a key of more than {MAX_PARTS} parts); write it as TOML")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # ValueError: what tomllib says, bytes that are no UTF-8, a number of ten thousand digits.
        raise UsageError(f"{file}: not a policy ({_cut(str(error))}); write it as TOML") from None


def _bytes(file: Path) -> bytes:
    """What a policy file holds.

    Raises:
        UsageError: it cannot be read, is larger than any policy, or a pipe, at which the run would wait.
    """
    try:
        if stat.S_ISFIFO(file.stat().st_mode):
            raise UsageError(f"{file}: not a policy (a pipe); name a file")
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        raise UsageError(
            f"{file}: not a policy ({getattr(error, 'strerror', error)}); name a file of TOML"
        ) from None
    if len(data) > MAX_BYTES:
        raise UsageError(f"{file}: not a policy (larger than {MAX_BYTES // 1024} KiB); name a file of TOML")
    return data


def _names(table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if isinstance(value, list) and all(isinstance(name, str) and name.strip() for name in value):
        return tuple(value)
    raise UsageError(f'{where}: {key} takes a list of names; write {key} = ["…"]')


def _severities(value: object, where: str) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise UsageError(f'{where}: severity takes a table; write severity = {{RULE = "warning"}}')
    return {rule: _severity(level, "severity", where) for rule, level in value.items()}


def _archive(value: object, file: Path) -> str:
    """The archive's path: a relative one counts from the policy's folder, wherever the command is run."""
    if not isinstance(value, str) or not value or "\0" in value:
        raise UsageError(f'{file}: archive takes the path of a file; write archive = "archive.db"')
    return str(file.parent / value)


def _language(table: Mapping[str, object], where: str) -> str:
    code = table.get("lang", "")
    if code == "" or code in codes():
        return str(code)
    raise UsageError(f'{where}: lang takes one of {", ".join(codes())}; write lang = "{codes()[0]}"')


def _severity(value: object, key: str, where: str) -> Severity:
    if isinstance(value, str) and value in list(Severity):
        return Severity(value)
    shown = repr(_cut(value)) if isinstance(value, str) else f"of type {type(value).__name__}"
    raise UsageError(f"{where}: {key}: no severity {shown}; there are: {', '.join(Severity)}")


def _check_rule(rule: str, where: str) -> None:
    from provenance.rules import RULES

    if rule not in RULES:
        close = _closest(rule, RULES)
        hint = f"did you mean {close!r}?" if close else "provenance rules lists them"
        raise UsageError(f"{where}: no rule {_cut(rule)!r}; {hint}")


def _nearest(word: str, known: Iterable[str]) -> str:
    close = _closest(word, known)
    return f"did you mean {close!r}?" if close else f"there are: {', '.join(sorted(known))}"


def _closest(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(_cut(word), list(known), n=1)
    return close[0] if close else None


def _cut(text: str) -> str:
    """The beginning of what a file says, for a message of one line."""
    return text if len(text) <= 60 else text[:59] + "…"
