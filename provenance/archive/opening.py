"""An archive's file opened: made whole or not at all, read without a trace, written by one at a time."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from provenance.archive.beside import (
    PARTIAL,
    has_log,
    log_of,
    refuse_other_log,
    refuse_place,
    refuse_strangers,
    refuse_two_names,
)  # fmt: skip
from provenance.archive.schema import VERSION, migrate, schema_of
from provenance.errors import InputError
from provenance.inert import line

#: A writer waits so long for another one, in seconds: whole folders are added in a row of short transactions.
PATIENCE = 600.0
#: After so many seconds of waiting a word is said.
SOON = 1.0
#: What one connection keeps of the file in memory, in KiB.
CACHE = 64 * 1024
#: What to do where there is no room, and where something may not be done.
ROOM = "free space on the disk of {folder}, then run the command again; what was told is kept"
RIGHTS = "give yourself the right to write to it and to {folder}, and look whether the disk is full"
MAGIC = b"SQLite format 3\0"


class Connection(sqlite3.Connection):
    """A connection that knows its archive's file."""

    path = ""
    seen: os.stat_result
    """The file as it was when it was opened."""
    unlocked = False
    """Whether it is read without locks, because none can be had: then the file must not change meanwhile."""
    copied: tempfile.TemporaryDirectory[str] | None = None
    """The copy that is read in its place, for as long as the connection lives."""

    def close(self) -> None:
        """Leave the file; the last one to do so takes away what SQLite keeps beside it."""
        super().close()
        if self.copied is not None:
            self.copied.cleanup()


def connect(path: str, *, create: bool = False) -> Connection:
    """An archive's connection for reading and writing, its schema up to date; transactions are begun by hand.

    Raises:
        InputError: there is no such file, it is no archive, or a newer program made it.
    """
    with told_plainly(path):
        if _there(path, create):
            refuse_two_names(path)
            refuse_strangers(path)
        else:
            _make(path)
        database = _opened(path, "mode=rw")
        try:
            _prepare(database, path)
        except BaseException:
            database.close()
            raise
    return database


def _prepare(database: sqlite3.Connection, path: str) -> None:
    # A commit survives the death of any process; only a power cut may take the last ones, never the file.
    database.execute("PRAGMA synchronous = NORMAL")
    if _schema(database, path) < VERSION:
        with writing(database):
            migrate(database, _schema(database, path))
    if database.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        _patiently(database, "PRAGMA journal_mode = WAL")


@contextmanager
def read_only(path: str) -> Iterator[Connection]:
    """An archive's connection that changes nothing: neither the file nor what lies beside it.

    All that is read is of one moment, whatever others write. An archive of an older schema is read as it is; one
    that may not be written, or whose folder may not, is read as well.

    Raises:
        InputError: there is no such file, it is no archive, it is damaged, or a newer program made it.
    """
    with told_plainly(path):
        _there(path, create=False)
        refuse_other_log(path)
        refuse_strangers(path)
        with closing(_opened_to_read(path)) as database:
            database.execute("PRAGMA query_only = ON")
            database.execute("BEGIN")
            _schema(database, path)
            yield database
            if database.unlocked and _changed(path, database.seen):
                raise InputError(path, "was written to while it was read", "run the command again")


def _opened_to_read(path: str) -> Connection:
    """A connection by the way that leaves least behind: SQLite makes files beside an archive even to read it."""
    log, pending = log_of(path), has_log(path)
    if os.access(path, os.W_OK) and os.access(log.parent, os.W_OK):
        # Only a connection that may write takes away the log it made; one that may not leaves a log alone.
        return _opened(path, "mode=ro" if pending else "mode=rw")
    if not pending:
        database = _opened(path, "immutable=1")
        database.unlocked = True
        return database
    try:
        return _opened(path, "mode=ro")
    except sqlite3.OperationalError:
        return _opened_copy(path, log)


def _opened_copy(path: str, log: Path) -> Connection:
    """The archive and its log in a folder of our own, where SQLite can put them together."""
    copied = tempfile.TemporaryDirectory(prefix="provenance-")
    copy = str(Path(copied.name, "archive.db"))
    shutil.copyfile(path, copy)
    shutil.copyfile(log, f"{copy}-wal")
    database = _opened(copy, "mode=ro")
    database.copied = copied
    return database


def _opened(path: str, how: str) -> Connection:
    """A connection that has read the file once, so that it is known to work."""
    seen = Path(path).stat()
    database = sqlite3.connect(
        f"{Path(path).absolute().as_uri()}?{how}", uri=True, timeout=PATIENCE, isolation_level=None,
        factory=Connection,
    )  # fmt: skip
    database.path, database.seen = path, seen
    database.execute("PRAGMA foreign_keys = ON")
    database.execute(f"PRAGMA cache_size = -{CACHE}")
    _patiently(database, "SELECT count(*) FROM sqlite_master")
    return database


def _there(path: str, create: bool) -> bool:
    """Whether a file stands where the path says; anything but a file that begins like an archive is told.

    Raises:
        InputError: it is not there and not to be made, or it is something else.
    """
    fresh = "name a new file, or one that archive add wrote"
    if not path or "\0" in path or path.endswith(("/", "/.")):
        raise InputError(path or "''", "not the name of a file", fresh)
    try:
        status = Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        if not create:
            raise InputError(path, "no such archive", "make one with provenance archive add") from None
        if Path(path).is_symlink():
            raise InputError(path, "a link to nothing", fresh) from None
        if path == ":memory:" or path.startswith("file:"):
            raise InputError(path, "names no file, and nothing would be kept", fresh) from None
        return False
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
        raise InputError(path, f"{kind}, not an archive", fresh)
    if not status.st_size:
        raise InputError(path, "an empty file, not an archive", "name a new file, or remove this one")
    with Path(path).open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise InputError(
                path, "not a readable archive",
                "name the file that archive add wrote; a damaged one is saved by provenance archive repair",
            )  # fmt: skip
    return True


def _make(path: str) -> None:
    """Put an archive with nothing in it in place, whole: no other process ever sees half of one.

    Raises:
        InputError: what lies beside it would be taken for the archive's, or the archive for another one's.
    """
    refuse_place(path)
    folder = Path(path).absolute().parent
    folder.mkdir(parents=True, exist_ok=True)
    place(empty(), path)


def empty() -> bytes:
    """The file of an archive with nothing in it."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    migrate(database, 0)
    made = bytearray(database.serialize())
    database.close()
    made[18:20] = b"\2\2"  # read and written by way of a log, which a database in memory cannot have
    return bytes(made)


def place(content: bytes, path: str) -> None:
    """Give a file of this content a name that is free: whole, and with nothing left behind if that fails.

    Where another process was quicker, its file stays.
    """
    folder = str(Path(path).absolute().parent)
    with suppress(FileExistsError):
        if not _placed_unnamed(content, path, folder):
            handle, partial = tempfile.mkstemp(dir=folder, prefix=PARTIAL)
            try:
                _filled(handle, content)
                os.link(partial, path)
            finally:
                Path(partial).unlink()


def _placed_unnamed(content: bytes, path: str, folder: str) -> bool:
    """The same by way of a file without a name, which vanishes with the process; false where there is no such thing.

    Raises:
        FileExistsError: the name is taken.
        OSError: the disk is full.
    """
    try:
        names = os.open("/proc/self/fd", os.O_RDONLY)
        handle = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
    except (AttributeError, OSError):
        return False
    try:
        held = os.dup(handle)
        _filled(handle, content)
        os.link(str(held), path, src_dir_fd=names, follow_symlinks=True)
        os.close(held)
    finally:
        os.close(names)
    return True


def _filled(handle: int, content: bytes) -> None:
    with open(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)


def _schema(database: sqlite3.Connection, path: str) -> int:
    version = schema_of(database)
    if not version:
        raise InputError(path, "not an archive of this program", "name the file that archive add wrote")
    if version > VERSION:
        raise InputError(
            path, f"made by a newer version (schema {version}, known {VERSION})", "update provenance"
        )
    return version


@contextmanager
def told_plainly(path: str) -> Iterator[None]:
    """Whatever SQLite or the system complains of while an archive is used, as one line that says what to do.

    Raises:
        InputError: the archive is damaged, locked for too long, its disk is full, or it may not be used.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise InputError(path, f"the archive cannot be used ({error})", _advice(error, path)) from None
    except OSError as error:
        if error.filename is None and _cannot_print():
            raise
        advice = ROOM if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else RIGHTS
        raise InputError(
            path, f"the archive cannot be used ({error.strerror or error})",
            advice.format(folder=Path(path).absolute().parent),
        ) from None  # fmt: skip


def _cannot_print() -> bool:
    """Whether standard output has failed, so that the trouble is not the archive's: what failed fails again."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _advice(error: sqlite3.Error, path: str) -> str:
    """What to do about an error of SQLite, by its primary code."""
    folder = Path(path).absolute().parent
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return ROOM.format(folder=folder)
        case sqlite3.SQLITE_IOERR:
            return f"look whether the disk of {folder} is full or failing, then run the command again"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "another process holds it; run the command again when that one is done"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return RIGHTS.format(folder=folder)
        case _:
            return f"save what is sound with provenance archive repair {path} NEW"


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, alone: other writers wait, readers go on with what was there before."""
    _patiently(database, "BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def vacuum(database: sqlite3.Connection) -> None:
    """Give free space back to the disk."""
    _patiently(database, "VACUUM")


def kept_in_place(database: Connection) -> None:
    """Make sure that what was committed is in the file that has the archive's name.

    Raises:
        InputError: the file was removed or replaced since it was opened.
    """
    if _other(database.path, database.seen):
        raise InputError(
            database.path, "the archive was removed or replaced while it was written",
            "what was told after that is not in it; add the documents again",
        )  # fmt: skip


def _other(path: str, seen: os.stat_result) -> bool:
    try:
        return not os.path.samestat(Path(path).stat(), seen)
    except FileNotFoundError:
        return True


def _changed(path: str, seen: os.stat_result) -> bool:
    now = Path(path).stat()
    return (now.st_mtime_ns, now.st_size, now.st_ino) != (seen.st_mtime_ns, seen.st_size, seen.st_ino)


def _patiently(database: sqlite3.Connection, question: str) -> None:
    """Run what may have to wait for another process; the wait is told once it is longer than a moment."""
    database.execute(f"PRAGMA busy_timeout = {SOON * 1000:.0f}")
    try:
        database.execute(question)
        return
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        database.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
    where = getattr(database, "path", "") or "the archive"
    sys.stderr.write(line(f"provenance: {where}: waiting for another process that writes to it") + "\n")
    sys.stderr.flush()
    database.execute(question)
