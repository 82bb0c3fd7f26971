"""Files, folders and standard input as bytes; whatever cannot be read is one error and no more."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import InputError

#: Larger than any story or feed; a dump of that size belongs cut into files first.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(slots=True)
class RawFile:
    """The bytes of one file: `path` as given, `named` false for what was only found in a folder."""

    path: str
    data: bytes
    named: bool = True


def read_files(paths: Sequence[str], stdin_name: str | None) -> Iterator[RawFile | InputError]:
    """Every file that the paths name, folders in sorted order, hidden files left out.

    Errors come in the stream: a missing path, a folder without readable files, a device, a file that is
    too large or may not be read.
    """
    seen: set[str] = set()
    for path in paths:
        if path == "-":
            yield _stdin(stdin_name)
        elif Path(path).is_dir():
            yield from _folder(path, seen)
        elif path not in seen:
            seen.add(path)
            yield _file(path)


def _stdin(name: str | None) -> RawFile | InputError:
    where = name or "-"
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return _too_large(where)
    return RawFile(where, data)


def _folder(path: str, seen: set[str]) -> Iterator[RawFile | InputError]:
    found = False
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = f"{Path(folder, name).as_posix()}"
            if name.startswith(".") or file in seen or not Path(file).is_file():
                continue
            seen.add(file)
            found = True
            item = _file(file)
            if isinstance(item, RawFile):
                item.named = False
            yield item
    if not found:
        yield InputError(path, "a folder without files to read", "name a folder that holds texts")


def _file(path: str) -> RawFile | InputError:
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            return InputError(path, "not a regular file", "name a file or a folder, or - for standard input")
        if status.st_size > MAX_BYTES:
            return _too_large(path)
        return RawFile(path, Path(path).read_bytes())
    except FileNotFoundError:
        return InputError(path, "no such file or folder", "check the path")
    except PermissionError:
        return InputError(path, "may not be read", "change its permissions or leave it out")
    except (OSError, ValueError) as error:
        return InputError(path, f"cannot be read ({error})", "check the path")


def _too_large(where: str) -> InputError:
    return InputError(
        where,
        f"larger than {MAX_BYTES // 1024 // 1024} MiB",
        "split it into files of one story or one feed each",
    )
