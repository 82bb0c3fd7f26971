"""The index of an archive against one made anew from its records: both must hold and find the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import zip_longest

from provenance.archive.index import index_statements, write_words
from provenance.archive.record import checked
from provenance.archive.schema import migrate

#: The words of versions as they stand, before their endings are taken off: what is asked for.
_WORDS = """CREATE VIRTUAL TABLE plain USING fts5 (title, text, content='', tokenize="unicode61 remove_diacritics 2")"""


def index_faults(database: sqlite3.Connection) -> Iterator[str]:
    """Where words, keys, counts and sizes are not what statements and records give."""
    right = _made_anew(database)
    yield from _count_faults(database, right)
    yield from _key_faults(database, right)
    yield from _word_faults(database, right)


def _made_anew(database: sqlite3.Connection) -> sqlite3.Connection:
    """Index and counts of an archive's statements and records, in a file of our own that vanishes with it."""
    right = sqlite3.connect("", isolation_level=None)
    right.execute("PRAGMA synchronous = OFF")
    right.execute("PRAGMA journal_mode = OFF")
    migrate(right, 0)
    right.execute(_WORDS)
    right.execute("BEGIN")
    index_statements(right, database.execute("SELECT id, text FROM statement ORDER BY id"))
    for row, blob in database.execute("SELECT id, record FROM version ORDER BY id"):
        record = checked(blob)
        if record is not None:
            write_words(right, row, record.document)
            right.execute(
                "INSERT INTO plain (rowid, title, text) VALUES (?, ?, ?)",
                (row, record.document.title or "", record.document.text),
            )
    right.execute("COMMIT")
    return right


def _count_faults(database: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[str]:
    question = "SELECT value FROM total WHERE name = 'statements'"
    counted, there = (one.execute(question).fetchone() for one in (database, right))
    if counted != there:
        yield f"total: {counted[0] if counted else 'no'} statements counted, {there[0]} there"
    question = "SELECT word, count FROM word ORDER BY word"
    wrong = set(database.execute(question)) ^ set(right.execute(question))
    if wrong:
        words = {word for word, _ in wrong}
        yield f"word: {len(words)} counts are wrong, such as that of {min(words)!r}"


def _key_faults(database: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[str]:
    """Keys under which other statements are found than those that have them."""
    if (key := _differ(database, right, "statement_key", "term, doc")) is not None:
        yield f"statement_key: a statement is not found by {key!r}, or another one is"
        return
    # The same terms may still not be found where they stand: a search goes another way than a reading of all.
    terms = _terms(database, "statement_key", "row")
    counted = "SELECT count(*) FROM statement_key WHERE statement_key MATCH '\"' || term || '\"'"
    for (key,) in database.execute(f"SELECT term FROM {terms} WHERE ({counted}) <> doc LIMIT 1"):
        yield f"statement_key: a statement is not found by {key!r}"


def _word_faults(database: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[str]:
    """Words by which other versions are found than those that have them, or in another order."""
    for part in (
        "SELECT id, sz FROM version_words_docsize ORDER BY id",
        "SELECT block FROM version_words_data WHERE id = 1",
    ):
        if database.execute(part).fetchall() != right.execute(part).fetchall():
            yield "version_words: versions are not found by their words, or rated by another length"
            return
    if (word := _differ(database, right, "version_words", "term, doc, col, offset")) is not None:
        yield f"version_words: a version is not found by {word!r}, or another one is"
        return
    question = "SELECT count(*) FROM version_words WHERE version_words MATCH ?"
    for (word,) in right.execute(f"SELECT term FROM {_terms(right, 'plain', 'row')}"):
        asked = (f'"{word}"',)
        if database.execute(question, asked).fetchone() != right.execute(question, asked).fetchone():
            yield f"version_words: a version is not found by {word!r}"
            return


def _differ(database: sqlite3.Connection, right: sqlite3.Connection, table: str, columns: str) -> str | None:
    """The first term that two indices do not have in the same places."""
    found, wanted = (
        one.execute(f"SELECT {columns} FROM {_terms(one, table, 'instance')}") for one in (database, right)
    )
    for pair in zip_longest(found, wanted):
        if pair[0] != pair[1]:
            return min(str(row[0]) for row in pair if row is not None)
    return None


def _terms(database: sqlite3.Connection, table: str, kind: str) -> str:
    """The name of a table of all terms of an index: one row a term, or one for each place."""
    name = f"temp.{table}_{kind}"
    # A table of our own, in no file: nothing is written to the archive by it.
    (guarded,) = database.execute("PRAGMA query_only").fetchone()
    database.execute("PRAGMA query_only = OFF")
    database.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab (main, {table}, {kind})")
    database.execute(f"PRAGMA query_only = {guarded}")
    return name
