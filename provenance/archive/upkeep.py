"""An archive counted, written out, thinned and checked."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from provenance.archive.index import words_of, write_counts, write_keys
from provenance.archive.record import Record, unpack, unpack_checked
from provenance.archive.schema import VERSION, VERSIONS, writing
from provenance.errors import InputError
from provenance.grounding import document_faults
from provenance.match.keys import keys_of

#: Statements indexed anew at a time, so that memory stays small.
TOGETHER = 20_000


def stats(database: sqlite3.Connection) -> dict[str, object]:
    """What is in the archive, in numbers."""
    first, last = database.execute(
        "SELECT min(published), max(published) FROM version WHERE current"
    ).fetchone()
    return {
        "documents": _number(database, "SELECT count(*) FROM document"),
        "versions": _number(database, "SELECT count(*) FROM version"),
        "statements": _number(database, "SELECT count(*) FROM statement"),
        "links": _number(database, "SELECT count(*) FROM link"),
        "conflicts": _number(database, "SELECT count(*) FROM link WHERE relation = 'conflict'"),
        "words": _number(database, "SELECT count(*) FROM word"),
        "bytes": _number(database, "PRAGMA page_count") * _number(database, "PRAGMA page_size"),
        "schema": VERSION,
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


def records(database: sqlite3.Connection, *, versions: bool = False) -> Iterator[tuple[Record, int]]:
    """Kept documents with their version number, in order of their ids; only the newest unless all are asked for."""
    only = "" if versions else "WHERE current = 1"
    rows = database.execute(f"SELECT record, name, number FROM {VERSIONS} {only} ORDER BY name, number")
    for blob, name, number in rows:
        yield unpack(blob, name), number


def newest(database: sqlite3.Connection, most: int) -> Iterator[Record]:
    """The kept documents published last, the latest first; those without a date at the end."""
    rows = database.execute(
        f"SELECT record, name FROM {VERSIONS} WHERE current"
        " ORDER BY published IS NULL, published DESC, name LIMIT ?",
        (most,),
    )
    for blob, name in rows:
        yield unpack(blob, name)


def prune(
    database: sqlite3.Connection,
    *,
    before: str | None = None,
    documents: tuple[str, ...] = (),
    versions: bool = False,
) -> int:
    """Forget documents published before a date, named documents, or older versions; gives how many versions went.

    Index and counts are made anew from what is left, and the file gives its space back.
    """
    with writing(database):
        total = _number(database, "SELECT count(*) FROM version")
        if before is not None:
            database.execute(
                "DELETE FROM document WHERE id IN (SELECT document FROM version WHERE current AND published < ?)",
                (before,),
            )
        for name in documents:
            database.execute("DELETE FROM document WHERE name = ?", (name,))
        if versions:
            database.execute("DELETE FROM version WHERE NOT current")
        gone = total - _number(database, "SELECT count(*) FROM version")
        if gone:
            _index_anew(database)
    if gone:
        database.execute("VACUUM")
    return gone


def _index_anew(database: sqlite3.Connection) -> None:
    for table in ("statement_key", "version_words"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    database.execute("DELETE FROM word")
    database.execute("UPDATE total SET value = 0 WHERE name = 'statements'")
    cursor = database.execute("SELECT id, text FROM statement ORDER BY id")
    while rows := cursor.fetchmany(TOGETHER):
        words = {number: words_of(text) for number, text in rows}
        write_keys(database, ((number, keys_of(held)) for number, held in words.items()))
        write_counts(database, Counter(word for held in words.values() for word in held), len(rows))
    for version, blob in database.execute("SELECT id, record FROM version ORDER BY id").fetchall():
        document = unpack(blob, str(version)).document
        database.execute(
            "INSERT INTO version_words (rowid, title, text) VALUES (?, ?, ?)",
            (version, document.title or "", document.text),
        )


def faults(database: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with an archive: the file, its tables, its index, and what its records say; nothing if sound."""
    for (line,) in database.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"file: {line}"
    for table, row, *_ in database.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row}: belongs to nothing"
    for table in ("statement_key", "version_words"):
        try:
            database.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            yield f"{table}: {error}"
    yield from _record_faults(database)
    yield from _count_faults(database)


def _record_faults(database: sqlite3.Connection) -> Iterator[str]:
    for name, current in database.execute(f"SELECT name, total(current) FROM {VERSIONS} GROUP BY name"):
        if current != 1:
            yield f"{name}: {current:.0f} newest versions"
    for row, name in database.execute(f"SELECT version.id, name FROM {VERSIONS}").fetchall():
        (blob,) = database.execute("SELECT record FROM version WHERE id = ?", (row,)).fetchone()
        try:
            document = unpack_checked(blob, name).document
        except InputError as error:
            yield str(error)
            continue
        yield from document_faults(document)
        texts = {number: statement.text for number, statement in enumerate(document.statements, 1)}
        for number, text in database.execute("SELECT number, text FROM statement WHERE version = ?", (row,)):
            if texts.get(number) != text:
                yield f"{name}#s{number}: the statement is not what its record says"


def _count_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Counts that are not what the statements give, and statements that the index does not find."""
    counts: Counter[str] = Counter()
    statements = 0
    for number, text in database.execute("SELECT id, text FROM statement ORDER BY id"):
        words = words_of(text)
        counts.update(words)
        statements += 1
        keys = keys_of(words)
        if keys and not _is_keyed(database, number, keys[-1]):
            yield f"statement_key: statement {number} is not found by {keys[-1]!r}"
    kept = _number(database, "SELECT value FROM total WHERE name = 'statements'")
    if kept != statements:
        yield f"total: {kept} statements counted, {statements} there"
    rows = database.execute("SELECT word, count FROM word").fetchall()
    wrong = [word for word, count in rows if counts.pop(word, 0) != count] + list(counts)
    if wrong:
        yield f"word: {len(wrong)} counts are wrong, such as that of {min(wrong)!r}"
    missing = _number(
        database, "SELECT count(*) FROM version WHERE id NOT IN (SELECT id FROM version_words_docsize)"
    )
    if missing:
        yield f"version_words: {missing} versions are not found by their words"


def _is_keyed(database: sqlite3.Connection, number: int, key: str) -> bool:
    question = "SELECT 1 FROM statement_key WHERE statement_key MATCH ? AND rowid = ?"
    return database.execute(question, (f'"{key}"', number)).fetchone() is not None


def _number(database: sqlite3.Connection, question: str) -> int:
    (number,) = database.execute(question).fetchone()
    return int(number)
