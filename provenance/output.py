"""Where results go: a file is replaced whole, at the end, or not at all; a device or pipe is written to as it is.

One place for every file that a command writes, below all rooms, because rows are written where they are made.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from provenance.errors import InputError
from provenance.files import archive_beside, is_archive
from provenance.inert import inert_json

#: Links are followed so far before they count as a loop.
LINKS = 40
#: Characters that are gathered before they are written.
GATHERED = 1 << 16
#: What to do where a target cannot be written.
ELSEWHERE = "choose another place with -o"


class Output:
    """What is written to a path, in UTF-8: on leaving the block it is in place whole, after an error not at all.

    A file keeps its permissions. A link to a file is refused, because what it points to was not named; a device,
    a pipe and what stands for an open descriptor (/dev/stdout) are written to as they are.

    Raises:
        InputError: nothing can be written there, or no more.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._partial: Path | None = None
        self._texts: list[str] = []
        self._size = 0

    def __enter__(self) -> Output:
        status = look(self._path)
        descriptor = descriptor_of(self._path)
        try:
            if descriptor is not None:
                self._file = os.fdopen(os.dup(descriptor), "wb")
            elif status is not None and not stat.S_ISREG(status.st_mode):
                self._file = os.fdopen(os.open(self._path, os.O_WRONLY | os.O_NOCTTY), "wb")
            else:
                self._begin_neighbour(status)
        except OSError as error:
            self._forget()
            raise self._failed(error) from None
        return self

    def write(self, text: str) -> None:
        """Add to what is written."""
        self._texts.append(text)
        self._size += len(text)
        if self._size >= GATHERED:
            try:
                self._pass_on()
            except OSError as error:
                raise self._failed(error) from None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        except OSError as trouble:
            raise self._failed(trouble) from None
        finally:
            self._forget()

    def _begin_neighbour(self, status: os.stat_result | None) -> None:
        """A new file in the same folder, which takes the target's place at the end."""
        folder = Path(self._path).parent
        for place in reversed((folder, *folder.parents)):
            if not place.is_dir():
                place.mkdir(exist_ok=True)
        number = 0
        while self._file is None:
            # A short name of its own: beside a target whose name is as long as names may be, it still fits.
            partial = folder / f".provenance-{os.getpid()}-{number}.partial"
            # "x": never a file that is there already, nor what a link of that name points to.
            with suppress(FileExistsError):
                self._file = partial.open("xb")
                self._partial = partial
            number += 1
        if status is not None:
            with suppress(PermissionError):
                os.fchown(self._file.fileno(), status.st_uid, status.st_gid)
            os.fchmod(self._file.fileno(), stat.S_IMODE(status.st_mode))

    def _pass_on(self) -> None:
        assert self._file is not None
        # No text from outside has lone surrogates by now; should one come, its escape is what JSON has for it.
        self._file.write("".join(self._texts).encode("utf-8", "backslashreplace"))
        self._texts, self._size = [], 0

    def _finish(self) -> None:
        self._pass_on()
        assert self._file is not None
        self._file.flush()
        if self._partial is not None:
            os.fsync(self._file.fileno())
            self._partial.replace(self._path)
            self._partial = None

    def _forget(self) -> None:
        """Close what is open and take away what was not finished."""
        if self._file is not None:
            # What could not be written was told when it failed, or is not wanted any more.
            with suppress(OSError):
                self._file.close()
        if self._partial is not None:
            self._partial.unlink(missing_ok=True)

    def _failed(self, error: OSError) -> InputError:
        return InputError(self._path, f"cannot be written ({error.strerror})", ELSEWHERE)


def write_rows(rows: Iterable[str], target: str | None) -> None:
    """Write rows of JSON as they come to a file, or to standard output for None, "-" and what else stands for it.

    Raises:
        InputError: the file cannot be written.
    """
    if target is None or is_standard_output(target):
        sys.stdout.writelines(map(inert_json, rows))
        return
    with Output(target) as out:
        for row in rows:
            out.write(inert_json(row))


def is_standard_output(path: str) -> bool:
    """Whether a target is where the process prints to: "-", or a name such as /dev/stdout."""
    return path == "-" or descriptor_of(path) == 1


def descriptor_of(path: str) -> int | None:
    """The open descriptor that a path stands for (/dev/stdout, /dev/fd/3, a link to them), or None."""
    own = Path(os.path.realpath("/dev/fd"))
    place = Path(path)
    with suppress(OSError, ValueError):
        for _ in range(LINKS):
            folder = Path(os.path.realpath(place.parent))
            if folder == own:
                return int(place.name)
            place = folder / (folder / place.name).readlink()
    return None


def look(path: str) -> os.stat_result | None:
    """What stands where something is to be written; None where there is nothing yet.

    Raises:
        InputError: nothing can be written there, or it would take the place of what is no file.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        status = None
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        raise InputError(
            path, f"cannot be written ({getattr(error, 'strerror', error)})", ELSEWHERE
        ) from None
    if not path or path.endswith("/") or (status is not None and stat.S_ISDIR(status.st_mode)):
        raise InputError(path or "''", "no name of a file", "name a file after -o, or - for standard output")
    if status is not None and stat.S_ISLNK(status.st_mode):
        status = _behind(path)
    if status is not None and stat.S_ISREG(status.st_mode) and is_archive(path):
        raise InputError(path, "an archive, which a report would replace", ELSEWHERE)
    if other := archive_beside(path):
        raise InputError(path, f"the name of a file that belongs to the archive {other}", ELSEWHERE)
    if status is None or stat.S_ISREG(status.st_mode):
        if descriptor_of(path) is None:
            _look_around(path, status)
    elif stat.S_ISBLK(status.st_mode) or stat.S_ISSOCK(status.st_mode):
        raise InputError(path, "a disk or a socket, not a file", ELSEWHERE)
    return status


def _behind(path: str) -> os.stat_result:
    """What a link leads to, if that is no file: writing there takes nothing away."""
    with suppress(OSError):
        status = Path(path).stat()
        if descriptor_of(path) is not None or not (
            stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
        ):
            return status
    raise InputError(path, f"a link (to {os.path.realpath(path)})", "name the file itself after -o")


def _look_around(path: str, status: os.stat_result | None) -> None:
    """That the file may be written, and one beside it made; found out before hours are spent on its contents."""
    if status is not None and not os.access(path, os.W_OK):
        raise InputError(path, "may not be written", f"change its permissions, or {ELSEWHERE}")
    folder = Path(path).parent
    above = next((place for place in (folder, *folder.parents) if os.path.lexists(place)), folder)
    if not above.is_dir():
        raise InputError(path, f"cannot be written ({above} is no folder)", ELSEWHERE)
    if not os.access(above, os.W_OK | os.X_OK):
        raise InputError(path, f"nothing can be written into {above}", ELSEWHERE)
