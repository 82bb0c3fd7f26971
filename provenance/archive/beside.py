"""What lies beside an archive: its log by SQLite's naming, other names of the same file, and what only looks like it."""

from __future__ import annotations

import os
from pathlib import Path

from provenance.errors import InputError
from provenance.files import COMPANIONS, archive_beside

#: How the name of a file begins that is not yet in its place.
PARTIAL = ".provenance-"
#: How each of SQLite's files begins (its file format, "The Rollback Journal", "WAL Format"): the ending of its name →
#: offset and bytes. One of them is enough: with a bit flipped it is still no stranger.
_SIGNS = {
    "-wal": ((0, b"\x37\x7f\x06"), (4, b"\x00\x2d\xe2\x18")),
    "-journal": ((0, b"\xd9\xd5\x05\xf9"), (4, b"\x20\xa1\x63\xd7"), (0, b"\0\0\0\0")),
    "-shm": ((0, b"\x18\xe2\x2d\x00"), (0, b"\x00\x2d\xe2\x18"), (0, b"\0\0\0\0")),
}


def log_of(path: str) -> Path:
    """Where an archive's log lies: beside the file, by whatever link it is reached."""
    return Path(f"{os.path.realpath(path)}-wal")


def refuse_strangers(path: str) -> None:
    """Refuse an archive beside which a file lies that SQLite would take for its own, and empty or remove.

    Raises:
        InputError: there is one.
    """
    for ending, signs in _SIGNS.items():
        file = Path(f"{os.path.realpath(path)}{ending}")
        if file.is_file() and file.stat().st_size:
            with file.open("rb") as opened:
                head = opened.read(8)
            # Whoever opens it first cuts the index to three bytes (os_unix.c), and may be killed just then.
            cut = ending == "-shm" and len(head) == 3
            if not any(head[at : at + len(sign)] == (sign[:3] if cut else sign) for at, sign in signs):
                raise InputError(
                    path,
                    f"{file.name} beside it is not its own, and would be lost",
                    "move that file elsewhere",
                )


def refuse_place(path: str) -> None:
    """Refuse to make an archive where it and another one, or what was left of another one, would be taken for one.

    Raises:
        InputError: the name is that of another archive's log, or a file with the name of this one's log is there.
    """
    if other := archive_beside(path):
        raise InputError(path, f"the name of a file that belongs to {other}", "name another file")
    left = [f"{path}{ending}" for ending in COMPANIONS if ending and os.path.lexists(f"{path}{ending}")]
    # Not there, and then its log is: another process has made it meanwhile, and all is well.
    if left and not os.path.lexists(path):
        raise InputError(
            path, f"{left[0]} is there, and would be taken for its log", "name another file, or remove that"
        )


def refuse_other_log(path: str) -> None:
    """Refuse to read a file whose log lies beside another name of it: what was added last would be missing.

    Raises:
        InputError: a hard link to it in the same folder has a log, and the name given has none.
    """
    if not has_log(path):
        for name in filter(has_log, _other_names(path)):
            raise InputError(path, f"what was added to it last lies in a log beside {name}", f"name {name}")


def refuse_two_names(path: str) -> None:
    """Refuse to write to a file with several names: each name would get a log, and one log undo the other.

    Raises:
        InputError: the file has hard links, other than those that making an archive leaves for a moment.
    """
    names = _other_names(path)
    passing = [name for name in names if Path(name).name.startswith(PARTIAL)]
    if Path(path).stat().st_nlink > 1 + len(passing):
        other = next((name for name in names if name not in passing), "in another folder")
        raise InputError(
            path, f"has a second name, a hard link ({other}), whose log would not be seen",
            f"remove that name, or make an archive of its own with provenance archive repair {path} NEW",
        )  # fmt: skip


def _other_names(path: str) -> list[str]:
    """Other names of a file in its folder."""
    place = Path(os.path.realpath(path))
    status = place.stat()
    if status.st_nlink < 2:
        return []
    with os.scandir(place.parent) as entries:
        return sorted(
            entry.path
            for entry in entries
            if entry.name != place.name and os.path.samestat(entry.stat(follow_symlinks=False), status)
        )


def has_log(path: str) -> bool:
    log = log_of(path)
    return log.is_file() and log.stat().st_size > 0
