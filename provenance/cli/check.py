"""check: judge a story before it is published, and tell what was not told before."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance import exits
from provenance.cli.options import Run, audited, filled, judging, reading, with_archive
from provenance.cli.terminal import say, show
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.model import AuditReport, Finding
    from provenance.rules.policy import Policy


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments it takes."""
    parser = commands.add_parser(
        "check", help="judge a story before it is published: exit 0 clean, 1 findings, 2 could not judge",
        epilog="example: provenance check --fail-on warning story.html",
    )  # fmt: skip
    parser.add_argument("paths", metavar="FILE", nargs="+", help="file, folder, or - for standard input")
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif", "github"),
        default="text",
        help="how findings are printed (default: text); sarif and github are for code hosts",
    )
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        help="exit 1 from this severity on (default: error)",
    )
    parser.add_argument(
        "--min-severity",
        choices=("error", "warning", "note"),
        default="warning",
        help="print from this severity on (default: warning)",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print under each finding the statement that it rests on, and what found that; text only",
    )
    parser.add_argument(
        "--baseline",
        type=filled,
        metavar="FILE",
        help="tell no finding that this file knows, wherever its words have moved to",
    )
    parser.add_argument(
        "--update-baseline",
        action="store_true",
        help="write what is found now into the file of --baseline, and exit 0",
    )
    reading(parser)
    judging(parser)
    with_archive(parser)
    parser.set_defaults(command=_run_check)


def _run_check(arguments: argparse.Namespace) -> int:
    from provenance.model import Severity
    from provenance.report.summary import unread_lines

    if arguments.update_baseline and arguments.baseline is None:
        raise UsageError("--update-baseline writes the file of --baseline; name one")
    run = audited(arguments, target=arguments.baseline if arguments.update_baseline else None)
    _refuse_to_judge_by_nothing(run.policy)
    found = _untold(run, arguments)
    least = Severity(arguments.min_severity).rank
    _print(run, [finding for finding in found if finding.severity.rank <= least], arguments)
    unread = list(unread_lines(run.report))
    for line in unread:
        say(f"provenance: {line}")
    if run.troubled or unread:
        return exits.TROUBLE
    bar = Severity(arguments.fail_on or run.policy.fail_on).rank
    return exits.FINDINGS if any(one.severity.rank <= bar for one in found) else exits.CLEAN


def _untold(run: Run, arguments: argparse.Namespace) -> list[Finding]:
    """The findings that nobody dismissed and no baseline knows."""
    from provenance.cli.baseline import read_baseline, unknown, write_baseline
    from provenance.cli.dismissals import undismissed

    documents = run.report.documents
    found = _not_dismissed(run.report, explained=arguments.explain)
    found = undismissed(documents, found, say)
    if arguments.baseline is None:
        return found
    if arguments.update_baseline:
        write_baseline(arguments.baseline, documents, found)
        return []
    return unknown(documents, found, read_baseline(arguments.baseline))


def _not_dismissed(report: AuditReport, *, explained: bool) -> list[Finding]:
    """The findings that the archive has no dismissal of, or none with a reason; of the others is told who dismissed them."""
    last = {
        one.finding: one
        for one in report.decisions
        if one.finding is not None and one.verdict in ("accept", "dismiss", "follow_up")
    }
    gone = {number: one for number, one in last.items() if one.verdict == "dismiss" and one.value.strip()}
    if explained:
        for number, one in sorted(gone.items()):
            place = report.findings[number]
            where = f"{place.document}:{place.line}:{place.column}: {place.rule}"
            say(f"provenance: {where} dismissed by {one.reviewer}, {one.at[:10]}: {one.value}")
    elif gone:
        say(f"provenance: {len(gone)} dismissed in the archive; --explain tells by whom and why")
    return [finding for number, finding in enumerate(report.findings) if number not in gone]


def _print(run: Run, shown: list[Finding], arguments: argparse.Namespace) -> None:
    from provenance.report.findings import finding_lines, findings_json, github_lines

    if arguments.format == "json":
        sys.stdout.write(findings_json(run.report, shown))
    elif arguments.format == "sarif":
        from provenance.report.sarif import sarif

        sys.stdout.write(sarif(run.report, shown, run.policy))
    else:
        lines: Iterable[str] = (
            github_lines(run.report, shown)
            if arguments.format == "github"
            else finding_lines(run.report, shown, explained=arguments.explain)
        )
        show(lines)


def _refuse_to_judge_by_nothing(policy: Policy) -> None:
    from provenance.rules import RULES

    if not any(policy.wants(rule) for rule in RULES):
        raise UsageError("no rule is left to judge by; leave out fewer, by --ignore and in the policy")
