"""What a house wants judged, and how hard: read from provenance.toml or [tool.provenance]."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from provenance.errors import UsageError
from provenance.model import Severity


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

    def wants(self, rule: str) -> bool:
        return rule not in self.ignore and (not self.select or rule in self.select)


def fail_on(policy: Policy) -> Severity:
    """The severity from which a check fails."""
    return policy.fail_on


def read_policy(path: str | None, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Policy:
    """The policy of a file, or of the nearest one above the working folder; options of the call add to it.

    Raises:
        UsageError: the file cannot be read, or names a key, rule or severity that does not exist.
    """
    table, where = _table(path)
    known = {entry.name.replace("_", "-") for entry in fields(Policy)}
    for key in table:
        if key not in known:
            raise UsageError(f"{where}: unknown key {key!r}; {_nearest(key, known)}")
    chosen = tuple(select) or tuple(_names(table.get("select", ()), "select", where))
    left_out = (*_names(table.get("ignore", ()), "ignore", where), *ignore)
    severities = {rule: _severity(value, where) for rule, value in dict(table.get("severity", {})).items()}
    for rule in (*chosen, *left_out, *severities):
        _check_rule(rule, where)
    bar = _severity(table["fail-on"], where) if "fail-on" in table else Severity.ERROR
    houses = tuple(_names(table.get("houses", ()), "houses", where))
    return Policy(chosen, left_out, severities, bar, houses, _archive(table.get("archive"), where))


def _table(path: str | None) -> tuple[dict[str, Any], str]:
    if path is not None:
        return _section(Path(path), required=True), path
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in ("provenance.toml", "pyproject.toml"):
            file = folder / name
            if file.is_file():
                found = _section(file, required=False)
                if found or name == "provenance.toml":
                    return found, str(file)
        if (folder / ".git").exists():
            break
    return {}, "options"


def _section(file: Path, *, required: bool) -> dict[str, Any]:
    import tomllib

    try:
        text = file.read_text(encoding="utf-8")
        if file.name == "pyproject.toml" and "[tool.provenance" not in text:
            return {}
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if not required and file.name == "pyproject.toml":
            return {}
        raise UsageError(f"{file}: not a policy ({error}); write it as TOML") from None
    section: dict[str, Any] = (
        data.get("tool", {}).get("provenance", {}) if file.name == "pyproject.toml" else data
    )
    return section


def _names(value: object, key: str, where: str) -> list[str]:
    if isinstance(value, (list, tuple)) and all(isinstance(name, str) for name in value):
        return list(value)
    raise UsageError(f"{where}: {key} takes a list of names")


def _archive(value: object, where: str) -> str | None:
    """The archive's path: a relative one counts from the policy's folder, wherever the command is run."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise UsageError(f"{where}: archive takes the path of a file")
    return str(Path(where).parent / value)


def _severity(value: object, where: str) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise UsageError(f"{where}: no severity {value!r}; there are: {', '.join(Severity)}") from None


def _check_rule(rule: str, where: str) -> None:
    from provenance.rules import RULES

    if rule not in RULES:
        raise UsageError(f"{where}: no rule {rule!r}; {_nearest(rule, RULES)}")


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(sorted(known))}"
