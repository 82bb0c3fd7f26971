"""What commands say to the terminal and write to files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from provenance.errors import InputError


class Bar:
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


#: Marks of a construction's sentences → what switches their look on and off: bold, underlined, green.
LOOKS = {
    "[[": "\033[1m", "]]": "\033[22m", "{{": "\033[4m", "}}": "\033[24m", "<<": "\033[32m", ">>": "\033[39m",
}  # fmt: skip


def show(lines: Iterable[str], styled: Callable[[str], str] = str) -> None:
    """Print lines, each on one, with nothing in them that could act on a terminal but what `styled` adds."""
    from provenance.inert import row

    for line in lines:
        sys.stdout.write(styled(row(line)) + "\n")


def marked(line: str) -> str:
    """A line whose marked words are set off: by looks where the terminal may have them, else by the marks."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return line
    for mark, look in LOOKS.items():
        line = line.replace(mark, look)
    return line


def say(message: str) -> None:
    """One line on standard error; where nobody can be told any more, nothing."""
    from provenance.inert import line

    with suppress(OSError):
        sys.stderr.write(line(message) + "\n")


def text_of(path: str) -> str:
    """A file's text.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            path, f"cannot be read ({error})", "name a report that provenance audit wrote"
        ) from None
