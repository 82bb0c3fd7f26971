"""audit and review: documents in, what was found out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import exits
from provenance.cli.options import audited, judging, policy_of, reading, with_archive
from provenance.cli.terminal import say, show, text_of
from provenance.errors import ProvenanceError, Troubles
from provenance.files import is_archive
from provenance.output import Output, is_standard_output

if TYPE_CHECKING:
    from provenance.model import AuditReport


#: So many documents of an archive are reviewed, the latest ones.
NEWEST = 100


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments they take."""
    _audit(commands)
    _review(commands)


def _audit(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "audit", help="read files and folders, match them, write the report, print a summary",
        epilog="example: provenance audit seeds/ -o reports/audit.json",
    )  # fmt: skip
    parser.add_argument("paths", metavar="PATH", nargs="+", help="file, folder, or - for standard input")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where the report goes (default: reports/audit.json; - prints it)",
    )
    parser.add_argument(
        "--format",
        choices=("summary", "json"),
        default="summary",
        help="what is printed; json alone writes no file (default: summary)",
    )
    parser.add_argument(
        "--show",
        choices=("blocks", "claims"),
        help="print what was recognised in each document, or what documents have in common, instead of a summary",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print each statement with its source, its words, what found it and what lost",
    )
    parser.add_argument(
        "--timestamp", action="store_true", help="put the time into the report, so that two runs differ"
    )
    reading(parser)
    judging(parser)
    with_archive(parser)
    parser.set_defaults(command=_run_audit)


def _review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "review",
        help="look at documents, statements and chains in the terminal",
        epilog="example: provenance review seeds/",
    )
    parser.add_argument(
        "paths",
        metavar="PATH|REPORT|ARCHIVE",
        nargs="*",
        default=[],
        help="documents, a report that audit wrote, or an archive: its newest 100 documents (default: reports/audit.json)",
    )
    reading(parser)
    judging(parser)
    parser.set_defaults(command=_run_review)


def _run_audit(arguments: argparse.Namespace) -> int:
    from provenance.report import json_report

    target = _target(arguments)
    printed = arguments.format == "json" or (target is not None and is_standard_output(target))
    run = audited(arguments, target=target)
    written = json_report.dump(run.report) if printed or target is not None else ""
    if printed:
        sys.stdout.write(written)
    else:
        show(_lines(run.report, arguments))
    if target is not None and not is_standard_output(target):
        with Output(target) as out:
            out.write(written)
    return exits.TROUBLE if run.troubled else exits.CLEAN


def _target(arguments: argparse.Namespace) -> str | None:
    """Where the report is written to, or None if it is not."""
    if arguments.output is None and (arguments.format == "json" or arguments.show or arguments.explain):
        return None
    return "reports/audit.json" if arguments.output is None else str(arguments.output)


def _lines(report: AuditReport, arguments: argparse.Namespace) -> Iterable[str]:
    from provenance.report.explain import explain_lines
    from provenance.report.summary import summary_lines
    from provenance.report.words import block_lines, claim_lines

    if arguments.show == "claims":
        return claim_lines(report)
    if arguments.show == "blocks":
        return (line for document in report.documents for line in block_lines(document))
    return explain_lines(report) if arguments.explain else summary_lines(report)


def _run_review(arguments: argparse.Namespace) -> int:
    if sys.stdout is None or sys.stdin is None or not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise ProvenanceError("review needs a terminal; use provenance audit for a report in words or JSON")
    paths = arguments.paths or ["reports/audit.json"]
    told: list[str] = []
    notes: list[str] = []
    if len(paths) == 1 and paths[0].endswith(".json") and Path(paths[0]).is_file():
        from provenance.report import json_report

        report = json_report.load(text_of(paths[0]), paths[0])
    elif len(paths) == 1 and is_archive(paths[0]):
        report, told, notes = _newest_of(paths[0], arguments)
    else:
        arguments.paths = paths
        run = audited(arguments)
        report, told = run.report, run.told
    from provenance.tui import run as show_review

    return show_review(report, [*notes, *told]) or (exits.TROUBLE if told else exits.CLEAN)


def _newest_of(archive: str, arguments: argparse.Namespace) -> tuple[AuditReport, list[str], list[str]]:
    """The audit of an archive's newest documents, what could not be read, and what was left out, a line each."""
    from provenance.archive import read_only
    from provenance.archive.upkeep import how_many, newest
    from provenance.pipeline import audit

    told: list[str] = []

    def tell_and_keep(message: str) -> None:
        say(message)
        told.append(message)

    with Troubles(tell_and_keep) as tell, read_only(archive) as database:
        documents = [record.document for record in newest(database, NEWEST, tell)]
        kept = how_many(database)
    notes = [f"the newest {NEWEST} of the archive's {kept:,} documents"] if kept > NEWEST else []
    return audit(documents, policy=policy_of(arguments)), told, notes
