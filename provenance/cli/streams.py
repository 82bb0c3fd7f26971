"""Standard streams as they come: closed, full, left by their reader, or in an encoding that has not all letters."""

from __future__ import annotations

import argparse
import errno
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TextIO

from provenance import exits
from provenance.cli.terminal import say
from provenance.output import is_standard_output

#: What a write to an open stream fails with.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.EPIPE, errno.ECONNRESET}
#: Formats for people; all others are for programs.
WORDS = {"text", "summary"}


class _Closed(io.TextIOBase):
    """Standard output of a process that was started without one."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.EBADF, "it is closed")


def prepare() -> None:
    """Make the streams safe to use, whatever the process was started with."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            # The next file to be opened would get the number, and whatever is printed would go into it.
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def print_as(arguments: argparse.Namespace) -> None:
    """Print for people in the terminal's encoding, for programs in UTF-8, which is what JSON is written in."""
    output = getattr(arguments, "output", None)
    for_people = getattr(arguments, "format", "text") in WORDS and not (output and is_standard_output(output))
    if not for_people and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def stream_failed(error: OSError) -> bool:
    """Whether an error is that of an open stream, which has no file name; tells it, unless nobody reads any more."""
    if error.filename is not None or error.errno not in FULL:
        return False
    _silence(sys.stdout)
    if error.errno != errno.EPIPE:
        say(f"provenance: standard output cannot be written ({error.strerror}); send it to another place")
    return True


def finish(code: int) -> int:
    """Send off what is still on its way; returns the exit code, which says so if it did not arrive."""
    try:
        sys.stdout.flush()
    except OSError as error:
        stream_failed(error)
        code = exits.TROUBLE
    try:
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)
    return code


def _silence(stream: TextIO) -> None:
    """Let a stream that has failed go nowhere, or Python would try again, complain, and choose an exit code."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def interruptible() -> Iterator[None]:
    """Signals that end a command end it in order: unfinished files are taken away, and one line says so."""
    home = os.getpid()

    def interrupt(number: int, _: FrameType | None) -> None:
        if os.getpid() != home:
            # A process of a pool: its owner has had the signal too, and tells.
            os._exit(exits.by_signal(number))
        raise KeyboardInterrupt(number)

    before = {}
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # Ignored signals stay so (nohup), and only the main thread may have handlers.
        with suppress(ValueError):
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
