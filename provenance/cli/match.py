"""match: repeated and conflicting claims in a list of statements."""

from __future__ import annotations

import argparse
import os

from provenance.cli.options import filled, number
from provenance.cli.terminal import Bar, say
from provenance.errors import UsageError
from provenance.files import is_archive


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments it takes."""
    parser = commands.add_parser(
        "match", help="find repeated and conflicting claims in a list of statements",
        epilog='example: echo \'{"id": "1", "text": "…"}\' | provenance match -',
    )  # fmt: skip
    parser.add_argument(
        "file",
        metavar="FILE",
        help='JSON Lines {"id", "text"[, "doc", "lang", "published", "outlet"]}, or - for standard input',
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where the pairs go (default: standard output)"
    )
    parser.add_argument(
        "--against",
        type=filled,
        metavar="FILE|ARCHIVE",
        help="match with the statements of this file of JSON Lines or archive only, not among themselves",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help='with boilerplate and chance likeness as well, which "doc" and "published" tell from reuse; marked by "context"',
    )
    parser.add_argument(
        "--jobs",
        type=number(),
        default=0,
        metavar="N",
        help="processes, at most one a core (default: 0, one a core); the output is the same for any number",
    )
    parser.set_defaults(command=_run_match, format="jsonl")


def _run_match(arguments: argparse.Namespace) -> int:
    from provenance.cli.targets import keep_apart
    from provenance.match.lines import match_file

    source, against = arguments.file, arguments.against
    kept = against is not None and is_archive(against)
    if source == against == "-":
        raise UsageError("standard input cannot be both FILE and --against; name a file for one of them")
    keep_apart(
        arguments.output, files=[source, *([against] if against and not kept else [])],
        archives=[against] if kept else [],
    )  # fmt: skip
    if kept:
        from provenance.archive.lines import match_with_archive

        return match_with_archive(source, arguments.output, against, on_error=say)
    bar = Bar()
    try:
        return match_file(
            source, arguments.output, against=against, jobs=_processes(arguments.jobs),
            everything=arguments.all, on_error=say, progress=(lambda done, total: bar("match", done, total)) if bar.shown else None,
        )  # fmt: skip
    finally:
        bar.clear()


def _processes(jobs: int) -> int:
    """As many as are asked for, but no more than there are cores: they would only wait for each other."""
    cores = os.cpu_count() or 1
    return min(jobs, cores) or cores
