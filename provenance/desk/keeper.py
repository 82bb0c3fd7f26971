"""Decisions kept in an archive's file: committed before a call returns, seen by others, taken back and put back."""

from __future__ import annotations

import getpass
import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from provenance.archive import connect, read_only, told_plainly
from provenance.archive.beside import refuse_place
from provenance.archive.decisions import REDO, UNDO, Entry, entries, keep_entries
from provenance.archive.opening import Connection, kept_in_place, writing
from provenance.desk.records import Anchor, Decision, Verdict
from provenance.errors import InputError

#: Names the reviewer where no option does.
VARIABLE = "PROVENANCE_REVIEWER"
#: Ending of the archive that is made beside a report.
ENDING = ".review.db"
_PARTS = tuple(part.name for part in fields(Anchor))
_ELSEWHERE = "name an archive in a folder that can be written, with --archive"


def reviewer_of(given: str = "") -> str:
    """Who decides: as an option says, else the environment, else the name of the login."""
    name = given or os.environ.get(VARIABLE, "")
    if not name:
        with suppress(OSError, KeyError, ImportError):
            name = getpass.getuser()
    return " ".join(name.split()) or "unnamed"


def review_file(report: str) -> str:
    """The archive beside a report in which decisions on it go: "audit.json" → "audit.review.db".

    That of documents which are audited for the review stands where their report would.
    """
    place = Path(report)
    return str(place.with_name(f"{place.stem}{ENDING}"))


class Keeper:
    """The file that decisions go into. It is made with the first one; until then nothing is written."""

    def __init__(self, path: str | None, reviewer: str = "", read: Sequence[Entry] = ()) -> None:
        """Open it if it is there; `read` are rows that were read already.

        Raises:
            InputError: it cannot be read.
        """
        self._path = path
        self.reviewer = reviewer_of(reviewer)
        self._database: Connection | None = None
        self._refused: InputError | None = None
        self._read = 0
        """The last row that was read."""
        self._seen = -1
        """SQLite's number of what others have written."""
        self._first = list(read)
        self._open()

    def _open(self) -> None:
        if self._path is None or self._database is not None or not Path(self._path).exists():
            return
        try:
            self._database = connect(self._path)
        except InputError as error:
            # What may not be written can still be read, once.
            with read_only(self._path) as database:
                self._first = list(entries(database))
            self._refused = error

    def news(self) -> list[Entry]:
        """Rows that were not given yet: what others wrote since, and at first all."""
        if self._first:
            rows, self._first = self._first, []
            return rows
        self._open()
        if self._database is None:
            return []
        with told_plainly(self._database.path):
            rows = list(entries(self._database, self._read))
        self._read = rows[-1].id if rows else self._read
        return rows

    def changed(self) -> bool:
        """Whether another process may have written since this was last asked."""
        self._open()
        if self._database is None:
            return False
        with told_plainly(self._database.path):
            (number,) = self._database.execute("PRAGMA data_version").fetchone()
        changed = bool(number != self._seen)
        self._seen = number
        return changed

    def kept_in(self) -> str:
        """The path of the archive.

        Raises:
            InputError: none was named, or it cannot be written.
        """
        if self._path is None:
            raise InputError("review", "no archive to keep decisions in", _ELSEWHERE)
        if self._refused is not None:
            raise self._refused
        if self._database is None:
            _probe_folder(self._path)
        else:
            with told_plainly(self._path):
                _probe(self._database)
        return self._path

    def write(self, made: Sequence[Entry], batch: int = 0) -> list[Entry]:
        """Keep rows as one batch: what is given back is committed.

        Raises:
            InputError: they cannot be kept.
        """
        path = self.kept_in() if self._database is None else str(self._path)
        if self._database is None:
            self._database = connect(path, create=True)
        with told_plainly(path):
            with writing(self._database):
                kept = keep_entries(self._database, made, batch)
            kept_in_place(self._database)
        return kept

    def close(self) -> None:
        """Leave the file."""
        if self._database is not None:
            self._database.close()
            self._database = None


def _probe_folder(path: str) -> None:
    """Whether a file can be made: found out by making one that vanishes."""
    refuse_place(path)
    folder = Path(path).absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(
            path, f"no decision can be kept there ({error.strerror or error})", _ELSEWHERE
        ) from None


def _probe(database: sqlite3.Connection) -> None:
    """Whether the file can be written, without waiting for those who do."""
    database.execute("PRAGMA busy_timeout = 0")
    try:
        database.execute("BEGIN IMMEDIATE")
        database.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    finally:
        database.execute("PRAGMA busy_timeout = 600000")


def entry(verdict: str, anchor: Anchor | None, value: str, reviewer: str) -> Entry:
    """A row that is not kept yet."""
    parts = (
        {name: getattr(anchor, name) for name in _PARTS}
        if anchor
        else dict(zip(_PARTS, _NOTHING, strict=True))
    )
    at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    return Entry(id=0, batch=0, verdict=verdict, value=value, reviewer=reviewer, at=at, **parts)


_NOTHING = ("", "", "", "", "", 0, 0, "")


def decision(kept: Entry, *, undone: bool = False) -> Decision:
    """A row as the desk tells it."""
    anchor = Anchor(*(getattr(kept, name) for name in _PARTS))
    verdict: Verdict = kept.verdict  # type: ignore[assignment]
    return Decision(kept.id, verdict, anchor, kept.value, kept.reviewer, kept.at, undone, kept.batch)


class Log:
    """All rows that were read, and what stands of them."""

    def __init__(self) -> None:
        """Nothing is decided."""
        self._batches: dict[int, list[Decision]] = {}
        self._undone: set[int] = set()
        self._by: dict[str, list[int]] = {}
        """Reviewer → batches, the oldest first."""
        self._back: dict[str, list[int]] = {}
        """Reviewer → batches that were taken back since the last decision, in that order."""

    def take(self, row: Entry) -> tuple[list[Decision], bool]:
        """A row more: the decisions that it makes stand (true) or fall."""
        back = self._back.setdefault(row.reviewer, [])
        if row.verdict in (UNDO, REDO):
            held = self._batches.get(row.batch, [])
            if row.verdict == UNDO and row.batch not in self._undone:
                self._undone.add(row.batch)
                back.append(row.batch)
                return held, False
            if row.verdict == REDO and row.batch in self._undone:
                self._undone.discard(row.batch)
                if row.batch in back:
                    back.remove(row.batch)
                return held, True
            return [], True
        made = decision(row)
        if row.batch not in self._batches:
            self._by.setdefault(row.reviewer, []).append(row.batch)
        self._batches.setdefault(row.batch, []).append(made)
        back.clear()
        return [made], True

    def standing(self) -> list[Decision]:
        """All decisions that were not taken back, the oldest first."""
        return sorted(
            (one for batch, made in self._batches.items() if batch not in self._undone for one in made),
            key=lambda one: one.id,
        )

    def of(self, batch: int) -> list[Decision]:
        """The decisions of a batch."""
        return self._batches.get(batch, [])

    def last(self, reviewer: str) -> int:
        """The newest batch of a reviewer that stands; 0 for none."""
        return next((one for one in reversed(self._by.get(reviewer, [])) if one not in self._undone), 0)

    def last_undone(self, reviewer: str) -> int:
        """The batch that a reviewer took back last and decided nothing since; 0 for none."""
        return next(reversed(self._back.get(reviewer, [])), 0)
