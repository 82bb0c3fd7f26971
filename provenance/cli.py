"""Arguments in, one call, exit code out. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import __version__, exits
from provenance.errors import InputError, ProvenanceError

if TYPE_CHECKING:
    from provenance.model import AuditReport
    from provenance.rules.policy import Policy

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Only `ProvenanceError` is caught: the rest are defects."""
    # A command lives for moments and makes few cycles; the collector would cost a tenth of its start.
    gc.set_threshold(100_000, 50, 50)
    arguments = _parser().parse_args(argv)
    command: Command = arguments.command
    try:
        return command(arguments)
    except ProvenanceError as error:
        _say(f"provenance: {error}")
        return exits.TROUBLE
    except BrokenPipeError:
        # The reader of our output has gone (head, less): there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.TROUBLE
    except KeyboardInterrupt:
        _say("provenance: interrupted")
        return exits.INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="provenance",
        description="Audit where each statement in a news text comes from, by which route, and how sure a reader can be.",
        epilog="example: provenance audit seeds/ -o reports/audit.json",
    )
    parser.add_argument("--version", action="version", version=f"provenance {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _audit(commands)
    _review(commands)
    _check(commands)
    _match(commands)
    _rules(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of the report")
    schema.set_defaults(command=_run_schema)
    return parser


def _reading(parser: argparse.ArgumentParser) -> None:
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
        "--show", choices=("blocks",), help="print what was recognised in each document instead of a summary"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print each statement with its source, its words and what found it",
    )
    parser.add_argument(
        "--timestamp", action="store_true", help="put the time into the report, so that two runs differ"
    )
    _reading(parser)
    parser.set_defaults(command=_run_audit)


def _review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "review",
        help="look at documents, statements and chains in the terminal",
        epilog="example: provenance review seeds/",
    )
    parser.add_argument(
        "paths",
        metavar="PATH|REPORT",
        nargs="*",
        default=[],
        help="documents, or a report that audit wrote (default: reports/audit.json)",
    )
    _reading(parser)
    parser.set_defaults(command=_run_review)


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check", help="judge a story before it is published: exit 0 clean, 1 findings, 2 could not judge",
        epilog="example: provenance check --fail-on warning story.html",
    )  # fmt: skip
    parser.add_argument("paths", metavar="FILE", nargs="+", help="file, folder, or - for standard input")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how findings are printed (default: text)"
    )
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        help="exit 1 from this severity on (default: error)",
    )
    parser.add_argument(
        "--min-severity",
        choices=("error", "warning", "note"),
        default="note",
        help="print from this severity on (default: note)",
    )
    _reading(parser)
    parser.set_defaults(command=_run_check)


def _match(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "match", help="find repeated and conflicting claims in a list of statements",
        epilog='example: echo \'{"id": "1", "text": "…"}\' | provenance match -',
    )  # fmt: skip
    parser.add_argument(
        "file",
        metavar="FILE",
        help='JSON Lines {"id", "text"[, "doc", "lang", "published"]}, or - for standard input',
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where the pairs go (default: standard output)"
    )
    parser.add_argument(
        "--against",
        metavar="FILE",
        help="match with the statements of this file of JSON Lines or archive only, not among themselves",
    )
    parser.add_argument(
        "--jobs",
        type=int,
        default=0,
        help="processes (default: one a core); the output is the same for any number",
    )
    parser.set_defaults(command=_run_match)


def _rules(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "rules", help="list the rules, or explain one", epilog="example: provenance rules second-hand-quote"
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help="the rule to explain")
    parser.set_defaults(command=_run_rules)


def _run_audit(arguments: argparse.Namespace) -> int:
    from provenance.report import json_report
    from provenance.report.summary import summary_lines

    report, troubled = _report(arguments)
    if arguments.show:
        from provenance.report.words import block_lines

        lines: Iterable[str] = (line for document in report.documents for line in block_lines(document))
    elif arguments.explain:
        from provenance.report.words import explain_lines

        lines = explain_lines(report)
    else:
        lines = summary_lines(report)
    if arguments.format == "json" or arguments.output == "-":
        sys.stdout.write(json_report.dump(report))
    else:
        _print(lines)
    if arguments.output != "-" and (
        arguments.output or (arguments.format != "json" and not arguments.show and not arguments.explain)
    ):
        _write(arguments.output or "reports/audit.json", json_report.dump(report))
    return exits.TROUBLE if troubled else exits.CLEAN


def _run_check(arguments: argparse.Namespace) -> int:
    from provenance.model import Severity

    report, troubled = _report(arguments)
    shown = [
        finding
        for finding in report.findings
        if finding.severity.rank <= Severity(arguments.min_severity).rank
    ]
    if arguments.format == "json":
        from provenance.report.findings import findings_json

        sys.stdout.write(findings_json(report, shown))
    else:
        from provenance.report.findings import finding_lines

        _print(finding_lines(report, shown))
    if troubled:
        return exits.TROUBLE
    from provenance.rules.policy import fail_on

    bar = Severity(arguments.fail_on) if arguments.fail_on else fail_on(_policy(arguments))
    return (
        exits.FINDINGS
        if any(finding.severity.rank <= bar.rank for finding in report.findings)
        else exits.CLEAN
    )


def _run_review(arguments: argparse.Namespace) -> int:
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise ProvenanceError("review needs a terminal; use provenance audit for a report in words or JSON")
    paths = arguments.paths or ["reports/audit.json"]
    if len(paths) == 1 and paths[0].endswith(".json") and Path(paths[0]).is_file():
        from provenance.report import json_report

        report, troubled = json_report.load(_text_of(paths[0]), paths[0]), False
    else:
        arguments.paths = paths
        arguments.timestamp = False
        report, troubled = _report(arguments)
    from provenance.tui import run

    return run(report) or (exits.TROUBLE if troubled else exits.CLEAN)


def _run_match(arguments: argparse.Namespace) -> int:
    from provenance.match.lines import match_file

    bar = _Bar()
    try:
        return match_file(
            arguments.file, arguments.output, against=arguments.against, jobs=arguments.jobs or os.cpu_count() or 1,
            on_error=_say, progress=(lambda done, total: bar("match", done, total)) if bar.shown else None,
        )  # fmt: skip
    finally:
        bar.clear()


def _run_rules(arguments: argparse.Namespace) -> int:
    from provenance.rules import explain, list_rules

    _print([explain(arguments.name)] if arguments.name else list_rules())
    return exits.CLEAN


def _run_schema(arguments: argparse.Namespace) -> int:
    from provenance.report import json_report

    sys.stdout.write(json_report.schema())
    return exits.CLEAN


def _report(arguments: argparse.Namespace) -> tuple[AuditReport, bool]:
    """The audit of the paths, and whether something could not be read (each told in one line)."""
    from provenance.pipeline import audit_paths

    errors: list[InputError] = []

    def tell(error: InputError) -> None:
        errors.append(error)
        bar.clear()
        _say(f"provenance: {error}")

    bar = _Bar()
    generated_at = None
    if getattr(arguments, "timestamp", False):
        from datetime import UTC, datetime

        generated_at = datetime.now(UTC).isoformat(timespec="seconds")
    report = audit_paths(
        arguments.paths, stdin_name=arguments.stdin_filename, language=arguments.language, policy=_policy(arguments),
        generated_at=generated_at, on_error=tell, progress=bar if bar.shown else None,
    )  # fmt: skip
    bar.clear()
    return report, bool(errors)


def _policy(arguments: argparse.Namespace) -> Policy:
    from provenance.rules.policy import read_policy

    return read_policy(arguments.config, select=arguments.select, ignore=arguments.ignore)


class _Bar:
    """A progress bar on standard error, for people: only on a terminal, and only when work takes long."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self._drawn = False
        self._last = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if total < 20 or 0 <= done - self._last < max(total // 100, 1):
            return
        self._last = done
        filled = round(24 * done / total)
        sys.stderr.write(f"\r{stage:<10} {'━' * filled}{'·' * (24 - filled)} {done}/{total}")
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\033[K")
            self._drawn = False


def _print(lines: Iterable[str]) -> None:
    from provenance.inert import inert

    for line in lines:
        sys.stdout.write(inert(line) + "\n")


def _say(message: str) -> None:
    from provenance.inert import line

    sys.stderr.write(line(message) + "\n")


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            path, f"cannot be read ({error})", "name a report that provenance audit wrote"
        ) from None


def _write(path: str, text: str) -> None:
    """Write a file whole or not at all: a reader never sees half a report."""
    target = Path(path)
    partial = target.with_name(f".{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(target)
    except OSError as error:
        raise InputError(
            path, f"the report cannot be written ({error.strerror})", "choose another place with -o"
        ) from None
