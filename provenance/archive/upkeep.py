"""An archive counted, and its records read in a row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from provenance.archive.record import Record, unpack
from provenance.archive.schema import VERSIONS, schema_of
from provenance.errors import InputError, raised
from provenance.match.known import floor

Tell = Callable[[InputError], None]


def stats(database: sqlite3.Connection) -> dict[str, object]:
    """What is in the archive, in numbers."""
    first, last = database.execute(
        "SELECT min(published), max(published) FROM version WHERE current"
    ).fetchone()
    statements = _number(database, "SELECT count(*) FROM statement")
    least = floor(statements)
    return {
        "documents": how_many(database),
        "versions": _number(database, "SELECT count(*) FROM version"),
        "statements": statements,
        "links": _number(database, "SELECT count(*) FROM link WHERE score >= ?", least),
        "conflicts": _number(
            database, "SELECT count(*) FROM link WHERE relation = 'conflict' AND score >= ?", least
        ),
        "words": _number(database, "SELECT count(*) FROM word"),
        "bytes": _number(database, "PRAGMA page_count") * _number(database, "PRAGMA page_size"),
        "schema": schema_of(database),
        "earliest": first,
        "latest": last,
        "languages": dict(
            database.execute(
                "SELECT language, count(*) FROM version WHERE current GROUP BY 1 ORDER BY 2 DESC, 1"
            )
        ),
        "outlets": dict(
            database.execute(
                "SELECT coalesce(outlet, ''), count(*) FROM version WHERE current GROUP BY 1 ORDER BY 2 DESC, 1"
            )
        ),
    }


def how_many(database: sqlite3.Connection) -> int:
    """Documents in the archive."""
    return _number(database, "SELECT count(*) FROM document")


def records(
    database: sqlite3.Connection, on_error: Tell = raised, *, versions: bool = False
) -> Iterator[tuple[Record, int]]:
    """Kept documents with their version number, in order of their ids; only the newest unless all are asked for.

    A damaged record is told to `on_error` and left out.
    """
    only = "" if versions else "WHERE current = 1"
    rows = database.execute(f"SELECT record, name, number FROM {VERSIONS} {only} ORDER BY name, number")
    for blob, name, number in rows:
        try:
            yield unpack(blob, name), number
        except InputError as error:
            on_error(error)


def newest(database: sqlite3.Connection, most: int, on_error: Tell = raised) -> Iterator[Record]:
    """The kept documents published last, the latest first; those without a date at the end.

    A damaged record is told to `on_error` and left out.
    """
    rows = database.execute(
        f"SELECT record, name FROM {VERSIONS} WHERE current"
        " ORDER BY published IS NULL, published DESC, name LIMIT ?",
        (most,),
    )
    for blob, name in rows:
        try:
            yield unpack(blob, name)
        except InputError as error:
            on_error(error)


def _number(database: sqlite3.Connection, question: str, *values: float) -> int:
    (number,) = database.execute(question, values).fetchone()
    return int(number)
