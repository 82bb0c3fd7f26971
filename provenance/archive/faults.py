"""Whether an archive is sound: its file, its tables, its links, its index, against what its records say.

Records carry a checksum of their own, and all else follows from them or is sealed; so nothing can change unseen.
Only read: no lock keeps a writer waiting, and an archive that may not be written is checked as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from provenance.archive.beside import log_of
from provenance.archive.decisions import decision_faults
from provenance.archive.doubles import index_faults
from provenance.archive.opening import Connection
from provenance.archive.pages import read_log
from provenance.archive.record import DAMAGED, checked
from provenance.archive.schema import VERSIONS, migrate, schema_of, seal
from provenance.grounding import document_faults
from provenance.match.claims import worth_matching
from provenance.model import Document

RELATIONS = ("repeat", "variant", "conflict")


def faults(database: Connection) -> Iterator[str]:
    """What is wrong with an archive; nothing if it is sound."""
    for look in (
        _log_faults,
        _file_faults,
        _schema_faults,
        _document_faults,
        _record_faults,
        _link_faults,
        decision_faults,
        index_faults,
    ):
        try:
            yield from look(database)
        except sqlite3.Error as error:
            yield f"file: {error}"


def _log_faults(database: Connection) -> Iterator[str]:
    if damaged := read_log(log_of(database.path)).damaged:
        yield f"log: {damaged}"


def _file_faults(database: sqlite3.Connection) -> Iterator[str]:
    for (line,) in database.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"file: {' '.join(line.split())}"
    for table, row, *_ in database.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row}: belongs to nothing"


def _schema_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Tables that are not as the program makes them."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    migrate(made, 0, schema_of(database))
    question = (
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"
    )
    found, right = (set(one.execute(question)) for one in (database, made))
    for _, name, *_ in sorted(found ^ right, key=repr):
        yield f"{name}: not the table or index that an archive has"
    for table in ("statement_key", "version_words"):
        question = f"SELECT k, v FROM {table}_config ORDER BY k"
        if database.execute(question).fetchall() != made.execute(question).fetchall():
            yield f"{table}: its settings are not what an archive has"
    for table, last in database.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
        (most,) = database.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
        if not most <= last < 1 << 53:
            yield f"{table}: the next number is wrong"


def _document_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Documents without exactly one newest version, which is the one of the greatest number."""
    rows = database.execute(
        "SELECT name, total(current), max(number), max(CASE current WHEN 0 THEN 0 ELSE number END), min(number), min(current), max(current)"
        " FROM document LEFT JOIN version ON document.id = version.document GROUP BY document.id ORDER BY name"
    )
    for name, current, last, newest, first, least, most in rows:
        if last is None:
            yield f"{name}: no version is kept"
        elif current != 1 or last != newest or first < 1 or least not in (0, 1) or most != 1:
            yield f"{name}: {current:.0f} newest versions, or not the last one"


def _record_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Records that are damaged, and columns and statements that are not what their record says."""
    sealed = "seal" if schema_of(database) > 1 else "NULL"
    for (row,) in database.execute("SELECT id FROM version ORDER BY id").fetchall():
        found = database.execute(
            f"SELECT name, number, title, outlet, language, published, record, {sealed} FROM {VERSIONS} WHERE version.id = ?",
            (row,),
        ).fetchone()
        if found is None:
            yield f"version {row}: belongs to no document"
            continue
        name, number, *columns, blob, seals = found
        record = checked(blob)
        if record is None:
            yield f"{name}: {DAMAGED}"
            continue
        document = record.document
        if _unsealed(seals, sealed, number, blob):
            yield f"{name}: version {number} is not what was kept"
        if name != document.id:
            yield f"{name}: its record is that of {document.id}"
        if columns != [document.title, document.outlet, document.language, document.published]:
            yield f"{name}: title, outlet, language or date are not what the record of version {number} says"
        yield from document_faults(document)
        yield from _statement_faults(database, row, document)


def _unsealed(kept: int | None, column: str, *values: int | float | str | bytes) -> bool:
    """Whether a seal does not fit; an archive of the first schema has none."""
    return column != "NULL" and kept != seal(*values)


def _statement_faults(database: sqlite3.Connection, version: int, document: Document) -> Iterator[str]:
    right = {
        number: statement.text
        for number, statement in enumerate(document.statements, 1)
        if worth_matching(statement)
    }
    found = database.execute(
        "SELECT number, text FROM statement WHERE version = ? ORDER BY id", (version,)
    ).fetchall()
    if found == list(right.items()):
        return
    for number, text in found:
        if right.get(number) != text:
            yield f"{document.id}#s{number}: the statement is not what its record says"
    for number in right.keys() - {number for number, _ in found}:
        yield f"{document.id}#s{number}: the statement of the record is not kept"
    if len({number for number, _ in found}) < len(found):
        yield f"{document.id}: a statement is kept twice"
    elif sorted(found) == sorted(right.items()):
        yield f"{document.id}: statements are kept out of order"


def _link_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Links that lead nowhere or into their own document, that say what no link says, and those that are missing."""
    sealed = "link.seal" if schema_of(database) > 1 else "NULL"
    rows = database.execute(
        f"SELECT a, b, score, relation, {sealed}, one.document, other.document FROM link"
        " LEFT JOIN statement AS first ON first.id = a LEFT JOIN version AS one ON one.id = first.version"
        " LEFT JOIN statement AS second ON second.id = b LEFT JOIN version AS other ON other.id = second.version"
        " ORDER BY a, b"
    )
    links = 0
    for a, b, score, relation, seals, one, other in rows:
        links += 1
        where = f"link {a}–{b}"
        if one is None or other is None:
            yield f"{where}: an end of it is not kept"
        elif one == other:
            yield f"{where}: within one document"
        if relation not in RELATIONS or not 0 <= score <= 100:
            yield f"{where}: {relation!r}, {score}: no link says that"
        elif _unsealed(seals, sealed, a, b, score, relation):
            yield f"{where}: not what was kept"
    back = "SELECT a, b FROM link WHERE EXISTS (SELECT 1 FROM link AS back WHERE back.a = link.b AND back.b = link.a AND link.a < link.b)"
    for a, b in database.execute(back):
        yield f"link {a}–{b}: kept both ways"
    kept = database.execute("SELECT value FROM total WHERE name = 'links'").fetchone()
    if schema_of(database) > 1 and kept != (links,):
        yield f"total: {kept[0] if kept else 'no'} links counted, {links} there"
