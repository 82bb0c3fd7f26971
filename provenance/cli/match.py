"""match: repeated and conflicting claims in a list of statements."""

from __future__ import annotations

import argparse
import os

from provenance.cli.options import is_archive
from provenance.cli.terminal import Bar, say


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
        type=int,
        default=0,
        help="processes (default: one a core); the output is the same for any number",
    )
    parser.set_defaults(command=_run_match)


def _run_match(arguments: argparse.Namespace) -> int:
    from provenance.match.lines import match_file

    if arguments.against and is_archive(arguments.against):
        from provenance.archive.lines import match_with_archive

        return match_with_archive(arguments.file, arguments.output, arguments.against, on_error=say)
    bar = Bar()
    try:
        return match_file(
            arguments.file, arguments.output, against=arguments.against, jobs=arguments.jobs or os.cpu_count() or 1,
            everything=arguments.all, on_error=say, progress=(lambda done, total: bar("match", done, total)) if bar.shown else None,
        )  # fmt: skip
    finally:
        bar.clear()
