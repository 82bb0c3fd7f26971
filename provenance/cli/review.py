"""review: what an audit found, to be worked off in the terminal."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import exits
from provenance.cli.options import audited, judging, policy_of, reading, with_archive
from provenance.cli.terminal import text_of
from provenance.errors import InputError, ProvenanceError, UsageError
from provenance.files import MAX_BYTES, is_archive

if TYPE_CHECKING:
    from provenance.desk.records import Desk
    from provenance.desk.table import StatementTable
    from provenance.model import AuditReport
    from provenance.rules.policy import Policy

Progress = Callable[[str, int, int], None]
Enough = Callable[[], bool]
#: Where a report is, if no other is named.
REPORT = "reports/audit.json"
#: A report of so many bytes is read in a moment.
QUICK_BYTES = 4_000_000
#: A report is told by its beginning, not by its name.
REPORT_START = '{"schema_version"'


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments it takes."""
    parser = commands.add_parser(
        "review",
        help="work off findings, read routes, claims and sources in the terminal",
        epilog="example: provenance review seeds/",
    )
    parser.add_argument(
        "paths",
        metavar="PATH|REPORT|ARCHIVE",
        nargs="*",
        default=[],
        help="documents (- for standard input), reports that audit wrote, or an archive (default: reports/audit.json)",
    )
    reading(parser)
    judging(parser)
    with_archive(parser)
    parser.add_argument(
        "--watch",
        action="store_true",
        help="read files again when they change, and keep place, filter and decisions",
    )
    parser.set_defaults(command=_run)


def _run(arguments: argparse.Namespace) -> int:
    arguments.paths = arguments.paths or [REPORT]
    refuse_terminals(by_keys="-" not in arguments.paths)
    missing = [path for path in arguments.paths if path != "-" and not os.path.lexists(path)]
    if len(missing) == len(arguments.paths):
        raise InputError(missing[0], "no such file or folder", "check the path")
    if arguments.watch and (
        unseen := next((path for path in arguments.paths if path == "-" or is_archive(path)), "")
    ):
        raise UsageError(f"--watch looks at documents and reports, and {unseen} is neither; leave it out")
    from provenance.tui import run

    if "-" in arguments.paths:
        _keys_from_the_terminal()
    told: list[str] = []
    if all(map(_holds_nothing, arguments.paths)):
        # That nothing is in them is told without a screen.
        _desk(arguments, told, lambda stage, done, total: None, lambda: False)

    def open_desk(progress: Progress, enough: Enough) -> Callable[[], Desk]:
        lines: list[str] = []
        made = _desk(arguments, lines, progress, enough)
        told[:] = lines  # of what was read last
        return made

    watch = arguments.paths if arguments.watch else ()
    quick = not any(map(_is_large, arguments.paths))
    run(open_desk, quick, watch, _archive(arguments) if watch else "")
    return exits.TROUBLE if told else exits.CLEAN


def refuse_terminals(by_keys: bool = True) -> None:
    """A review needs a terminal that places what is written to it, and one for keys unless it opens that itself.

    Raises:
        ProvenanceError: there is none.
    """
    streams = [sys.stdout, *([sys.stdin] if by_keys else [])]
    if any(stream is None or not stream.isatty() for stream in streams):
        raise ProvenanceError("review needs a terminal; use provenance audit for a report in words or JSON")
    if os.environ.get("TERM", "dumb") == "dumb":
        raise ProvenanceError(
            "review needs a terminal that places words (TERM is dumb); use provenance audit --explain"
        )


def _desk(
    arguments: argparse.Namespace, told: list[str], progress: Progress, enough: Enough
) -> Callable[[], Desk]:
    """Read what was named, and give what makes the desk over it; what could not be read is told.

    Raises:
        ProvenanceError: there is nothing to review.
    """
    from provenance.desk.report_desk import ReportDesk

    paths = arguments.paths
    # A desk that another one follows is garbage some day.
    with nullcontext() if arguments.watch else _collector_off():
        table = None
        if all(map(_is_report, paths)):
            report, table = _reports(paths)
        elif len(paths) == 1 and is_archive(paths[0]):
            return partial(_archive_desk, paths[0], policy_of(arguments))
        else:
            report = audited(arguments, tell_line=told.append, progress=progress, enough=enough).report
            if enough():
                told.insert(
                    0, f"stopped: {len(report.documents):,} documents are here, the others were not read"
                )
    if not report.documents:
        raise ProvenanceError(
            told[0].removeprefix("provenance: ")
            if told
            else f"{paths[0]}: no document in it; name what to read: provenance review PATH"
        )
    made: Callable[[], Desk] = partial(
        ReportDesk, report, _name(paths), told, archive=_archive(arguments), table=table
    )
    return made


def _name(paths: list[str]) -> str:
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return (paths[0].rstrip("/") or "/") + more if paths[0] != "-" else f"standard input{more}"


def _archive(arguments: argparse.Namespace) -> str:
    """The archive that decisions go into: the one that is named or reviewed, else one beside the report."""
    from provenance.desk.keeper import review_file

    first = arguments.paths[0]
    named = getattr(arguments, "archive", None) or policy_of(arguments).archive
    return named or (first if is_archive(first) else review_file(first if _is_report(first) else REPORT))


@contextmanager
def _collector_off() -> Iterator[None]:
    """What is loaded stays to the end: searching it for garbage again and again would cost as much as loading it."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _holds_nothing(path: str) -> bool:
    """Whether a path is a folder without any file."""
    return Path(path).is_dir() and not any(files for _, _, files in os.walk(path))


def _is_large(path: str) -> bool:
    """Whether a file takes long to be read, and shows nothing of how far it is."""
    return _is_report(path) and Path(path).stat().st_size > QUICK_BYTES


def _is_report(path: str) -> bool:
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace") as file:
            return "".join(file.read(200).split()).startswith(REPORT_START)
    except OSError:
        return False


def _reports(paths: list[str]) -> tuple[AuditReport, StatementTable | None]:
    """One report, or several as one; of a large one the statements are laid aside, and a table of them is made."""
    from provenance.desk.table import StatementTable
    from provenance.report import json_report
    from provenance.report.apart import read_apart
    from provenance.report.several import joined

    if len(paths) == 1 and _is_large(paths[0]):
        table = StatementTable()
        report = read_apart(paths[0], table.add)
        if report is not None:
            return report, table
    return joined([(path, json_report.load(text_of(path), path)) for path in paths]), None


def _archive_desk(archive: str, policy: Policy) -> Desk:
    """The desk over all of an archive.

    Raises:
        InputError: it cannot be read, or is empty.
    """
    from provenance.desk.archive_desk import ArchiveDesk
    from provenance.desk.records import Query

    desk = ArchiveDesk(archive, policy)
    if not desk.documents(Query(limit=1)).total:
        raise InputError(archive, "no document is kept in it", "add some with provenance archive add")
    return desk


def _keys_from_the_terminal() -> None:
    """Read all of standard input, and take keys from the terminal afterwards.

    Raises:
        ProvenanceError: there is no terminal.
    """
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        os.dup2(os.open("/dev/tty", os.O_RDWR), 0)
    except OSError as error:
        raise ProvenanceError(f"review needs a terminal for its keys ({error})") from None
    sys.stdin = TextIOWrapper(BytesIO(data))
