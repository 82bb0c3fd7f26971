"""rules and schema: what the program knows of itself."""

from __future__ import annotations

import argparse
import sys

from provenance import exits
from provenance.cli.terminal import show


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments they take."""
    parser = commands.add_parser(
        "rules", help="list the rules, or explain one", epilog="example: provenance rules second-hand-quote"
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help="the rule to explain")
    parser.set_defaults(command=_run_rules)
    schema = commands.add_parser("schema", help="print the JSON Schema of the report")
    schema.set_defaults(command=_run_schema, format="json")


def _run_rules(arguments: argparse.Namespace) -> int:
    from provenance.rules import explain, list_rules

    show(list_rules() if arguments.name is None else explain(arguments.name).splitlines())
    return exits.CLEAN


def _run_schema(arguments: argparse.Namespace) -> int:
    from provenance.report import json_report

    sys.stdout.write(json_report.schema())
    return exits.CLEAN
