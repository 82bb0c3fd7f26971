"""The tables of an archive, their versions, and the way from one to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.errors import InputError

#: "prov" in ASCII: tells an archive from any other SQLite file.
APPLICATION_ID = 0x70726F76
#: A writer waits so long for another one, in seconds: whole folders are added in a row of short transactions.
PATIENCE = 600.0
#: What one connection keeps of the file in memory, in KiB.
CACHE = 64 * 1024

#: What makes version n out of version n - 1. Never change an entry that was released: add one.
MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE                       -- the document's id in reports
    ) STRICT;
    CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        number INTEGER NOT NULL,                        -- 1, 2, …
        current INTEGER NOT NULL,                       -- 1 for the newest
        title TEXT, outlet TEXT, language TEXT NOT NULL, published TEXT,
        record BLOB NOT NULL,                           -- document and sources: JSON, deflated
        UNIQUE (document, number)
    ) STRICT;
    CREATE TABLE statement (
        id INTEGER PRIMARY KEY AUTOINCREMENT,           -- never given twice: the key index outlives a row
        version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
        number INTEGER NOT NULL,                        -- as in «document»#s12
        text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX statement_of_version ON statement (version);
    CREATE TABLE link (                                 -- a is the later added statement
        a INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
        b INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
        score REAL NOT NULL, relation TEXT NOT NULL,
        PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_back ON link (b);
    CREATE TABLE word (                                 -- in how many statements
        word TEXT PRIMARY KEY, count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE total (
        name TEXT PRIMARY KEY, value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO total VALUES ('statements', 0);
    CREATE VIRTUAL TABLE statement_key USING fts5 (
        keys, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
    );
    CREATE VIRTUAL TABLE version_words USING fts5 (
        title, text, content='', tokenize="porter unicode61 remove_diacritics 2"
    );
    """,
)
VERSION = len(MIGRATIONS)
#: In SQL: versions with their documents, statements with both; and the id that a version has in reports, which is
#: the document's for the newest and «document»@1 for an older one.
VERSIONS = "version JOIN document ON document.id = version.document"
STATEMENTS = f"statement JOIN ({VERSIONS}) ON version.id = statement.version"
ID = "CASE current WHEN 1 THEN name ELSE name || '@' || version.number END"


def connect(path: str, *, create: bool = False) -> sqlite3.Connection:
    """An archive's connection, its schema brought up to date; transactions are begun by hand.

    Raises:
        InputError: there is no such file, it is no archive, or a newer program made it.
    """
    exists = Path(path).is_file() and Path(path).stat().st_size > 0
    if not exists and not create:
        raise InputError(path, "no such archive", "make one with provenance archive add")
    try:
        if create:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(f"PRAGMA cache_size = -{CACHE}")
        # A commit survives the death of any process; only a power cut may take the last ones, never the file.
        database.execute("PRAGMA synchronous = NORMAL")
        _prepare(database, path)
    except (sqlite3.DatabaseError, OSError) as error:
        raise InputError(
            path, f"not a readable archive ({error})", "name the file that archive add wrote"
        ) from None
    return database


def _prepare(database: sqlite3.Connection, path: str) -> None:
    """Make or migrate the tables, one process at a time."""
    if _made(database, path) == VERSION:
        return
    if database.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        database.execute("PRAGMA journal_mode = WAL")
    with writing(database):
        for number in range(_made(database, path), VERSION):
            for statement in MIGRATIONS[number].split(";\n"):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {number + 1}")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _made(database: sqlite3.Connection, path: str) -> int:
    """The file's schema version; 0 for a new file."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (owner,) = database.execute("PRAGMA application_id").fetchone()
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (tables or version):
        raise InputError(path, "not an archive of this program", "name the file that archive add wrote")
    if version > VERSION:
        raise InputError(
            path, f"made by a newer version (schema {version}, known {VERSION})", "update provenance"
        )
    return int(version)


@contextmanager
def told_plainly(path: str) -> Iterator[None]:
    """Whatever SQLite complains of while an archive is used, as one line that says what to do.

    Raises:
        InputError: the archive is damaged, locked for too long, or its disk is full.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise InputError(
            path,
            f"the archive cannot be used ({error})",
            "run provenance archive check, and look at the disk",
        ) from None


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, alone: other writers wait, readers go on with what was there before."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
