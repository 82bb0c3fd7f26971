"""The index of an archive against one made anew from its records: both must answer every question alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from provenance.archive.index import index_statements, write_words
from provenance.archive.record import checked
from provenance.archive.schema import migrate
from provenance.archive.search import TITLE

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
    keys = _vocabulary(right, "statement_key")
    question = "SELECT rowid FROM statement_key WHERE statement_key MATCH ?"
    for key in keys:
        asked = (f'"{key}"',)
        if database.execute(question, asked).fetchall() != right.execute(question, asked).fetchall():
            yield f"statement_key: a statement is not found by {key!r}, or another one is"
            return
    if len(_vocabulary(database, "statement_key")) != len(keys):
        yield "statement_key: it has keys that no statement has"


def _word_faults(database: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[str]:
    """Words by which other versions are found than those that have them, or in another order."""
    for part in ("SELECT id, sz FROM version_words_docsize ORDER BY id", "SELECT block FROM version_words_data WHERE id = 1"):
        if database.execute(part).fetchall() != right.execute(part).fetchall():
            yield "version_words: versions are not found by their words, or rated by another length"
            return
    question = f"SELECT rowid, bm25(version_words, {TITLE}, 1.0) FROM version_words WHERE version_words MATCH ?"
    for word in _vocabulary(right, "plain"):
        asked = (f'"{word}"',)
        if database.execute(question, asked).fetchall() != right.execute(question, asked).fetchall():
            yield f"version_words: a version is not found by {word!r}, or another one is"
            return
    if len(_vocabulary(database, "version_words")) != len(_vocabulary(right, "version_words")):
        yield "version_words: it has words that no version has"


def _vocabulary(database: sqlite3.Connection, table: str) -> list[str]:
    """The terms of an index."""
    # A table of our own, in no file: nothing is written to the archive by it.
    (guarded,) = database.execute("PRAGMA query_only").fetchone()
    database.execute("PRAGMA query_only = OFF")
    database.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_terms USING fts5vocab (main, {table}, row)")
    database.execute(f"PRAGMA query_only = {guarded}")
    return [term for (term,) in database.execute(f"SELECT term FROM temp.{table}_terms")]
