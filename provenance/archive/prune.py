"""An archive thinned: documents and older versions forgotten, and never more than was asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date

from provenance.archive.dates import before as lies_before
from provenance.archive.index import in_parts, index_anew
from provenance.archive.opening import writing
from provenance.errors import InputError, raised


def prune(
    database: sqlite3.Connection,
    *,
    before: date | None = None,
    documents: Sequence[str] = (),
    versions: bool = False,
    on_error: Callable[[InputError], None] = raised,
) -> int:
    """Forget documents published before a day, named documents, or older versions; gives how many versions went.

    What goes is a whole document or an older version, so that each document that is left has a newest version.
    A document counts as published when its newest version was; one whose date cannot be read stays, and is told
    to `on_error`. Index and counts are made anew from what is left.

    Raises:
        InputError: a named document is not there, or a record is damaged; then nothing is forgotten.
    """
    with writing(database):
        gone = {_row_of(database, name) for name in documents}
        if before is not None:
            gone |= _older(database, before, on_error)
        total = _versions(database)
        for some in in_parts(sorted(gone)):
            database.execute(f"DELETE FROM document WHERE id IN ({','.join('?' * len(some))})", some)
        if versions:
            database.execute("DELETE FROM version WHERE NOT current")
        went = total - _versions(database)
        if went:
            index_anew(database)
    return went


def _row_of(database: sqlite3.Connection, name: str) -> int:
    # Words of the command line that are no text cannot be a document's id, nor be asked for.
    row = None
    if not any("\ud800" <= glyph <= "\udfff" for glyph in name):
        row = database.execute("SELECT id FROM document WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise InputError(
            name, "no such document, and nothing was forgotten",
            "look for its id with provenance archive export, or search",
        )  # fmt: skip
    return int(row[0])


def _older(database: sqlite3.Connection, day: date, on_error: Callable[[InputError], None]) -> set[int]:
    """Documents of which all was published before a day."""
    rows = database.execute(
        "SELECT document.id, name, published FROM version JOIN document ON document.id = version.document"
        " WHERE current AND published IS NOT NULL ORDER BY name"
    )
    found = set()
    for number, name, published in rows.fetchall():
        earlier = lies_before(published, day)
        if earlier:
            found.add(number)
        elif earlier is None:
            on_error(
                InputError(
                    name, f"kept, because its date “{published}” cannot be read",
                    "name it with --document if it may go",
                )
            )  # fmt: skip
    return found


def _versions(database: sqlite3.Connection) -> int:
    (number,) = database.execute("SELECT count(*) FROM version").fetchone()
    return int(number)
