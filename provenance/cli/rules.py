"""rules, frames and schema: what the program knows of itself."""

from __future__ import annotations

import argparse
import sys

from provenance import exits
from provenance.cli.terminal import marked, show
from provenance.words import codes


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments they take."""
    parser = commands.add_parser(
        "rules", help="list the rules, or explain one", epilog="example: provenance rules second-hand-quote"
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help="the rule to explain")
    parser.set_defaults(command=_run_rules)
    frames = commands.add_parser(
        "frames",
        help="list the constructions that report what somebody said, or explain one",
        epilog="example: provenance frames de.verb.dass",
    )
    frames.add_argument("id", metavar="ID", nargs="?", help="the construction to explain")
    frames.add_argument("--language", choices=codes(), help="those of this language (default: of all)")
    frames.set_defaults(command=_run_frames)
    schema = commands.add_parser("schema", help="print the JSON Schema of the report")
    schema.set_defaults(command=_run_schema, format="json")


def _run_rules(arguments: argparse.Namespace) -> int:
    from provenance.rules import explain, list_rules

    show(list_rules() if arguments.name is None else explain(arguments.name).splitlines())
    return exits.CLEAN


def _run_frames(arguments: argparse.Namespace) -> int:
    from provenance.report.frames import explain_frame, list_frames

    of = codes() if arguments.language is None else (arguments.language,)
    if arguments.id is None:
        show(list_frames(of))
    else:
        show(explain_frame(arguments.id, of), styled=marked)
    return exits.CLEAN


def _run_schema(arguments: argparse.Namespace) -> int:
    from provenance.report import json_report

    sys.stdout.write(json_report.schema())
    return exits.CLEAN
