"""The command line as it is written: options in full, one line for what cannot be read, no file taken for an option."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from provenance import exits
from provenance.cli.terminal import say
from provenance.errors import UsageError

#: So much of a message is shown, in code points: it may quote an argument of any length.
SHOWN = 300


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations, which another version would read as another option."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or version; argparse itself would say nothing of a stream that takes nothing."""
        (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one inert line, and leave."""
        told = message if len(message) <= SHOWN else message[: SHOWN - 1] + "…"
        say(f"{self.prog}: {told}; see {self.prog} --help")
        raise SystemExit(exits.TROUBLE)


def half_letter(words: Sequence[str]) -> str | None:
    """The first argument with half of a surrogate pair, which only a program can write and no file's name holds."""
    for word in words:
        try:
            os.fsencode(word)
        except UnicodeEncodeError:
            return word
    return None


def refuse_files_as_options(words: Sequence[str]) -> None:
    """Refuse a command line on which a file is taken for an option: `provenance check *` beside "--config=x.txt".

    Raises:
        UsageError: an argument before "--" begins with "-" and is the name of a file that is there.
    """
    for word in words:
        if word == "--":
            return
        if word.startswith("-") and word != "-" and "\0" not in word and os.path.lexists(word):
            raise UsageError(
                f"{word}: an option, or the file of that name? write ./{word} for the file, or put -- before all files"
            )
