"""Files, folders and standard input as bytes; whatever cannot be read is one error and no more."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import InputError
from provenance.inert import shown_path

#: Larger than any story or feed; a dump of that size belongs cut into files first.
MAX_BYTES = 64 * 1024 * 1024

Identity = tuple[int, int]
"""Device and number of a file: the same by whatever name it is reached."""


#: An archive, what SQLite keeps beside it, and what it would take for its own if it stood there.
COMPANIONS = ("", "-wal", "-shm", "-journal")


@dataclass(slots=True)
class RawFile:
    """The bytes of one file: `path` as given, `named` false for what was only found in a folder.

    A path whose bytes are no UTF-8 is shown with escapes: a file that is called by the byte FF is "\\xff".
    """

    path: str
    data: bytes
    named: bool = True


def read_files(
    paths: Sequence[str], stdin_name: str | None, leave_out: AbstractSet[Identity] = frozenset()
) -> Iterator[RawFile | InputError]:
    """Every file that the paths name, folders in sorted order, hidden files left out; each file once.

    `leave_out` are files that are not read where they are only found in a folder: results and the archive of a run.

    Errors come in the stream: a missing path, a folder that cannot be listed or holds no files, a pipe or device,
    a file that is too large or may not be read, a link found in a folder that leads out of what was named.
    """
    seen: set[Identity | str] = set()
    roots = [os.path.realpath(path) for path in paths if _can_be_name(path)]
    for path in paths:
        if path == "-":
            if path not in seen:
                seen.add(path)
                yield _stdin(stdin_name)
        elif is_folder(path):
            yield from _folder(path, roots, seen, leave_out)
        elif (item := _file(path, seen)) is not None:
            yield item


def _can_be_name(path: str) -> bool:
    """Whether the system can call a file so: no NUL in it, and nothing that its encoding lacks (half a surrogate pair)."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def is_archive(path: str) -> bool:
    """Whether a file is an SQLite database, by its first bytes; never of a pipe, which would lose them."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except (OSError, ValueError):
        return False


def archive_beside(path: str) -> str | None:
    """The archive to which SQLite would think that a file of this name belongs; None where there is none."""
    for ending in COMPANIONS:
        if ending and path.endswith(ending) and is_archive(path.removesuffix(ending)):
            return path.removesuffix(ending)
    return None


def is_folder(path: str) -> bool:
    """Whether a path leads to a folder; false for what may not be looked at, and for an empty path."""
    status = status_of(path)
    return status is not None and stat.S_ISDIR(status.st_mode)


def found_in(folder: str) -> Iterator[str | InputError]:
    """The paths of all that a folder and its folders hold but for folders and hidden entries, sorted.

    No link to a folder is gone into: what it leads to was not named, or is found where it is.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(here, f"cannot be listed ({error.strerror})")
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        folders = [
            Path(here, entry.name).as_posix() for entry in shown if entry.is_dir(follow_symlinks=False)
        ]
        waiting.extend(reversed(folders))
        yield from (
            Path(here, entry.name).as_posix() for entry in shown if not entry.is_dir(follow_symlinks=False)
        )


def status_of(path: str) -> os.stat_result | None:
    """What a path leads to; None for nothing, and for what may not be looked at."""
    try:
        return Path(path).stat() if path else None
    except (OSError, ValueError):
        return None


def identity(status: os.stat_result) -> Identity:
    """What tells a file from every other, whatever it is called."""
    return status.st_dev, status.st_ino


def _stdin(name: str | None) -> RawFile | InputError:
    where = shown_path(name or "-")
    # None, where the process was started without one.
    if sys.stdin is None:
        return InputError(where, "standard input is closed", "send the document to it, or name a file")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(where, f"standard input cannot be read ({error.strerror})")
    return _too_large(where) if len(data) > MAX_BYTES else RawFile(where, data)


def _folder(
    path: str, roots: Sequence[str], seen: set[Identity | str], leave_out: AbstractSet[Identity]
) -> Iterator[RawFile | InputError]:
    empty = True
    for file in found_in(path):
        if isinstance(file, InputError):
            empty = False
            yield file
            continue
        status = status_of(file)
        if status is not None and identity(status) in leave_out:
            continue
        empty = False
        if Path(file).is_symlink():
            if not _within(os.path.realpath(file), roots):
                yield _unreadable(
                    file, f"a link out of the folder (to {os.path.realpath(file)})", "name the file itself"
                )
                continue
            if status is not None and stat.S_ISDIR(status.st_mode):
                continue
        item = _file(file, seen)
        if isinstance(item, RawFile):
            item.named = False
        if item is not None:
            yield item
    if empty:
        yield InputError(shown_path(path), "a folder without files to read", "name a folder that holds texts")


def _within(place: str, roots: Sequence[str]) -> bool:
    """Whether a place lies in what was named, and not in a hidden part of it."""
    return any(
        place == root
        or (place.startswith(f"{root.rstrip('/')}/") and "/." not in place[len(root.rstrip("/")) :])
        for root in roots
    )


def _file(path: str, seen: set[Identity | str]) -> RawFile | InputError | None:
    """What a path holds; None if it was read before, by this name or another one."""
    where = shown_path(path)
    if not path:
        return InputError("''", "an empty path", "name a file or a folder, or - for standard input")
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            return InputError(where, "not a regular file", "name a file or a folder, or - for standard input")
        if identity(status) in seen:
            return None
        seen.add(identity(status))
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        return _too_large(where) if len(data) > MAX_BYTES else RawFile(where, data)
    except FileNotFoundError:
        what = "a link that leads nowhere" if Path(path).is_symlink() else "no such file or folder"
        return InputError(where, what, "check the path")
    except PermissionError:
        return _unreadable(where, "may not be read")
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        return InputError(where, f"cannot be read ({getattr(error, 'strerror', error)})", "check the path")


def _unreadable(path: str, what: str, advice: str = "change its permissions or leave it out") -> InputError:
    return InputError(shown_path(path), what, advice)


def _too_large(where: str) -> InputError:
    return InputError(
        where,
        f"larger than {MAX_BYTES // 1024 // 1024} MiB",
        "split it into files of one story or one feed each",
    )
