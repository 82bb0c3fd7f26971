"""What persons decided, in the order in which they did: rows that are added and never changed.

A row is read and written as it is; what stands of it follows from all rows before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provenance.archive.schema import schema_of, seal

#: Verdicts of rows that take a batch back, and that put it back.
UNDO, REDO = "undo", "redo"
#: The schema that decisions are kept from on.
SINCE = 3


class Entry(NamedTuple):
    """A row as it is kept; `id` and `batch` are 0 before that."""

    id: int
    batch: int
    verdict: str
    document: str
    rule: str
    words: str
    before: str
    after: str
    which: int
    equals: int
    told_by: str
    value: str
    reviewer: str
    at: str


_COLUMNS = ", ".join(Entry._fields)
_MARKS = ", ".join("?" * (len(Entry._fields) + 1))


def entries(database: sqlite3.Connection, after: int = 0) -> Iterator[Entry]:
    """The rows that were kept after one, the oldest first; none in an archive of an older schema."""
    if schema_of(database) >= SINCE:
        for row in database.execute(f"SELECT {_COLUMNS} FROM decision WHERE id > ? ORDER BY id", (after,)):
            yield Entry(*row)


def keep_entries(database: sqlite3.Connection, made: Sequence[Entry], batch: int = 0) -> list[Entry]:
    """Keep rows of one batch, by default of a new one, and give them as they are kept; within a transaction."""
    (last,) = database.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'decision'"
    ).fetchone()
    kept = [one._replace(id=number, batch=batch or last + 1) for number, one in enumerate(made, last + 1)]
    write_entries(database, kept)
    return kept


def write_entries(database: sqlite3.Connection, kept: Iterable[Entry]) -> None:
    """Write rows with the numbers that they have, each with its seal, and count them."""
    rows = [(*one, seal(*one)) for one in kept]
    database.executemany(f"INSERT INTO decision ({_COLUMNS}, seal) VALUES ({_MARKS})", rows)
    database.execute("UPDATE total SET value = value + ? WHERE name = 'decisions'", (len(rows),))


def decision_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Decisions that are not as they were kept, and those that are missing."""
    if schema_of(database) < SINCE:
        return
    there = 0
    for *row, sealed in database.execute(f"SELECT {_COLUMNS}, seal FROM decision ORDER BY id"):
        there += 1
        if seal(*row) != sealed:
            yield f"decision {row[0]}: not what was kept"
    kept = database.execute("SELECT value FROM total WHERE name = 'decisions'").fetchone()
    if kept != (there,):
        yield f"total: {kept[0] if kept else 'no'} decisions counted, {there} there"
    (lost,) = database.execute("SELECT count(*) FROM decision WHERE batch > id OR batch < 1").fetchone()
    if lost:
        yield f"decision: {lost} of a batch that was not there yet"
