"""Options that several commands share, and what they come to."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.cli.terminal import Bar, say
from provenance.errors import Troubles
from provenance.words import codes

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


def filled(text: str) -> str:
    """The type of an option that takes a name: one that is empty would mean the default, which nobody wrote."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("an empty name" if not text else "a name with a NUL in it")
    return text


def reading(parser: argparse.ArgumentParser) -> None:
    """The options of every command that reads documents."""
    parser.add_argument(
        "--stdin-filename",
        type=filled,
        metavar="NAME",
        help="name of the document read from -; decides its format",
    )
    parser.add_argument(
        "--language",
        choices=codes(),
        help="read every document as this language (default: as it declares and its words tell)",
    )
    parser.add_argument(
        "--config",
        type=filled,
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
    parser.add_argument(
        "--lang", choices=codes(), help="tell findings in this language (default: in that of each document)"
    )


def with_archive(parser: argparse.ArgumentParser) -> None:
    """The option to match documents with an archive."""
    parser.add_argument(
        "--archive",
        type=filled,
        metavar="ARCHIVE",
        help="match with everything in this archive too, and show each document beside the 25 kept ones that share"
        " most with it (default: the policy's archive; see provenance archive)",
    )


@dataclass(frozen=True, slots=True)
class Run:
    """What came of the paths of a call."""

    report: AuditReport
    policy: Policy
    told: list[str]
    """What could not be read or judged, a line each."""

    @property
    def troubled(self) -> bool:
        """Whether there was any."""
        return bool(self.told)


def audited(
    arguments: argparse.Namespace,
    *,
    target: str | None = None,
    tell_line: Callable[[str], None] = say,
    progress: Callable[[str, int, int], None] | None = None,
    enough: Callable[[], bool] | None = None,
) -> Run:
    """The audit of the paths of a call whose report goes to `target`; without `progress` a bar shows it.

    Once `enough` says so it is of the documents that were read before.

    Raises:
        InputError: the run would write into what it reads, or the archive cannot be read.
        UsageError: the policy is wrong.
    """
    from provenance.cli.dismissals import beside
    from provenance.cli.targets import keep_apart
    from provenance.pipeline import audit_paths

    policy = policy_of(arguments)
    archive = getattr(arguments, "archive", None) or policy.archive
    leave_out = keep_apart(
        target,
        documents=arguments.paths,
        files=policy_files(arguments),
        archives=[archive] if archive else [],
    ) | frozenset(beside(arguments.paths, getattr(arguments, "baseline", None)))
    bar = Bar()

    told: list[str] = []

    def cleared(message: str) -> None:
        bar.clear()
        tell_line(message)
        told.append(message)

    with Troubles(cleared) as tell:
        report = audit_paths(
            arguments.paths, stdin_name=arguments.stdin_filename, language=arguments.language, policy=policy,
            generated_at=_now() if getattr(arguments, "timestamp", False) else None,
            on_error=tell, progress=progress or (bar if bar.shown else None), archive=archive, leave_out=leave_out,
            enough=enough,
        )  # fmt: skip
    bar.clear()
    if archive:
        from provenance.desk.decided import decisions_on

        report.decisions = decisions_on(report, archive)
    return Run(report, policy, told)


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


def policy_of(arguments: argparse.Namespace) -> Policy:
    """The policy of the call."""
    from provenance.rules.policy import read_policy

    return read_policy(
        arguments.config,
        select=getattr(arguments, "select", ()),
        ignore=getattr(arguments, "ignore", ()),
        lang=getattr(arguments, "lang", None) or "",
    )


def policy_files(arguments: argparse.Namespace) -> list[str]:
    """The path of the call's policy, if it has one."""
    from provenance.rules.policy import policy_file

    file = policy_file(arguments.config)
    return [str(file)] if file else []
