"""Options that several commands share, and what they come to."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli.terminal import Bar, say
from provenance.errors import Troubles

if TYPE_CHECKING:
    from provenance.model import AuditReport
    from provenance.rules.policy import Policy


def number(least: int = 0, most: int = 999_999_999) -> Callable[[str], int]:
    """The type of an option that takes a whole number from `least` to `most`, written in the digits 0 to 9."""

    def whole(text: str) -> int:
        # int() would take "5_0", " 5", full-width digits, and fail on ten thousand of them.
        if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(f"{_cut(text)!r} is no whole number from {least:,} to {most:,}")

    return whole


def day(text: str) -> str:
    """The type of an option that takes a date: YYYY-MM-DD, a day of the calendar."""
    from datetime import date

    # fromisoformat() would take "20260903" and "2026-W36-4" too, which no longer compare as text.
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(text).isoformat()
    raise argparse.ArgumentTypeError(f"{_cut(text)!r} is no date; write it as YYYY-MM-DD")


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def reading(parser: argparse.ArgumentParser) -> None:
    """The options of every command that reads documents."""
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="name of the document read from -; decides its format"
    )
    parser.add_argument(
        "--language",
        choices=("de", "en"),
        help="read every document as this language (default: found by its words)",
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="policy file (default: the nearest provenance.toml or pyproject.toml)",
    )


def judging(parser: argparse.ArgumentParser) -> None:
    """The options of every command that judges by rules."""
    parser.add_argument(
        "--select",
        metavar="RULE",
        action="append",
        default=[],
        help="judge by these rules only; may be repeated",
    )
    parser.add_argument(
        "--ignore", metavar="RULE", action="append", default=[], help="leave these rules out; may be repeated"
    )


def with_archive(parser: argparse.ArgumentParser) -> None:
    """The option to match documents with an archive."""
    parser.add_argument(
        "--archive",
        metavar="ARCHIVE",
        help="match with everything in this archive too (default: the policy's archive; see provenance archive)",
    )


def is_archive(path: str) -> bool:
    """Whether a file is an SQLite database, by its first bytes."""
    try:
        with Path(path).open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def report_of(arguments: argparse.Namespace) -> tuple[AuditReport, bool]:
    """The audit of the paths, and whether something could not be read (each told in one line)."""
    from provenance.pipeline import audit_paths

    bar = Bar()

    def cleared(message: str) -> None:
        bar.clear()
        say(message)

    tell = Troubles(cleared)
    generated_at = None
    if getattr(arguments, "timestamp", False):
        from datetime import UTC, datetime

        generated_at = datetime.now(UTC).isoformat(timespec="seconds")
    policy = policy_of(arguments)
    report = audit_paths(
        arguments.paths, stdin_name=arguments.stdin_filename, language=arguments.language, policy=policy,
        generated_at=generated_at, on_error=tell, progress=bar if bar.shown else None,
        archive=getattr(arguments, "archive", None) or policy.archive,
    )  # fmt: skip
    bar.clear()
    return report, tell.any


def policy_of(arguments: argparse.Namespace) -> Policy:
    """The policy of the call."""
    from provenance.rules.policy import read_policy

    return read_policy(
        arguments.config, select=getattr(arguments, "select", ()), ignore=getattr(arguments, "ignore", ())
    )
