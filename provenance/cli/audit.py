"""audit: documents in, what was found out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance import exits
from provenance.cli.options import audited, judging, reading, with_archive
from provenance.cli.terminal import show
from provenance.output import Output, is_standard_output

if TYPE_CHECKING:
    from provenance.model import AuditReport


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments they take."""
    _audit(commands)


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
