"""Arguments in, one call, exit code out. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from provenance import __version__, exits
from provenance.cli.arguments import Parser, half_letter, refuse_files_as_options
from provenance.cli.streams import finish, interruptible, prepare, print_as, stream_failed
from provenance.cli.terminal import say
from provenance.errors import Defect, ProvenanceError
from provenance.words import folders

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. What is no `ProvenanceError` is a defect: it shows its trace."""
    collect_seldom()
    words = list(sys.argv[1:] if argv is None else argv)
    prepare()
    with interruptible():
        return finish(_run(words))


def collect_seldom() -> None:
    """A command lives for moments and makes few cycles; the collector would cost a tenth of its start."""
    gc.set_threshold(100_000, 50, 50)


def _run(words: list[str]) -> int:
    try:
        refuse_files_as_options(words)
        arguments = _parser(words[0] if words else "").parse_args(words)
        print_as(arguments)
        if len(folders()) > 1:
            from provenance.languages import refuse_broken

            refuse_broken()
        command: Command = arguments.command
        return command(arguments)
    except ProvenanceError as error:
        say(f"provenance: {error}")
        return exits.TROUBLE
    except SystemExit as error:
        # argparse has said all: 0 after --help and --version, 2 for a command line that it cannot read.
        return error.code if isinstance(error.code, int) else exits.TROUBLE
    except KeyboardInterrupt as error:
        say("provenance: interrupted")
        return exits.by_signal(*error.args)
    except Exception as error:
        if isinstance(error, OSError) and stream_failed(error):
            return exits.TROUBLE
        if isinstance(error, UnicodeEncodeError) and (half := half_letter(words)) is not None:
            say(f"provenance: {half!a}: half a letter, which no name holds; write the name in full")
            return exits.TROUBLE
        # Never Python's own exit code, which is 1: that means findings, and nothing was judged.
        defect = Defect(words[0] if words else "provenance", error)
        for row in () if defect.of_memory else defect.trace:
            say(row)
        say(f"provenance: {defect}")
        return exits.TROUBLE


#: Command → the module that has it. Only the one that is called is loaded: a check should take no time to start.
COMMANDS = {
    "audit": "audit", "review": "review", "check": "check", "match": "match", "archive": "archive",
    "rules": "rules", "frames": "rules", "schema": "rules",
}  # fmt: skip


def _parser(called: str) -> argparse.ArgumentParser:
    """The parser of the command that is called, or of all of them where none is."""
    parser = Parser(
        prog="provenance",
        description="Audit where each statement in a news text comes from, by which route, and how sure a reader can be.",
        epilog="example: provenance audit seeds/ -o reports/audit.json",
    )
    parser.add_argument("--version", action="version", version=f"provenance {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in [COMMANDS[called]] if called in COMMANDS else dict.fromkeys(COMMANDS.values()):
        import_module(f"provenance.cli.{module}").add_commands(commands)
    return parser
