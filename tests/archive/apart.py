"""A command in a process of its own that has everything loaded, as another user or with less than it needs."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from provenance.cli import main

#: A user that owns nothing.
NOBODY = 65534


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str


def apart(*words: str, before: Callable[[], None] = lambda: None) -> Done:
    """Run a command in a child of this process; `before` is done in the child first."""
    sys.stdout.flush()
    reads, writes = zip(os.pipe(), os.pipe(), strict=True)
    child = os.fork()
    if child == 0:
        code = 99
        try:
            for end, stream in zip(writes, (1, 2), strict=True):
                os.dup2(end, stream)
            sys.stdout, sys.stderr = (
                open(stream, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
                for stream in (1, 2)
            )
            before()
            code = main(words)
            sys.stdout.flush()
        finally:
            os._exit(code)
    for end in writes:
        os.close(end)
    texts = []
    for end in reads:
        with open(end, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123
            texts.append(stream.read())
    return Done(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), *texts)


def nobody() -> None:
    """Give up every right."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
