"""The tables of an archive, and their versions."""

from __future__ import annotations

import sqlite3
import zlib

#: "prov" in ASCII: tells an archive from any other SQLite file.
APPLICATION_ID = 0x70726F76

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
    # What nothing else in the file repeats has a seal: a version's number, and a link.
    """
    ALTER TABLE version ADD COLUMN seal INTEGER;
    ALTER TABLE link ADD COLUMN seal INTEGER;
    UPDATE version SET seal = seal(number, record);
    UPDATE link SET seal = seal(a, b, score, relation);
    INSERT INTO total SELECT 'links', count(*) FROM link;
    """,
    # What persons decided: rows are added and never changed. One that takes back or puts back names the batch.
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        batch INTEGER NOT NULL,                         -- decisions of one key have one
        verdict TEXT NOT NULL,
        document TEXT NOT NULL, rule TEXT NOT NULL,     -- the document's id in reports: it need not be kept
        words TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
        which INTEGER NOT NULL, equals INTEGER NOT NULL, told_by TEXT NOT NULL,
        value TEXT NOT NULL, reviewer TEXT NOT NULL, at TEXT NOT NULL,
        seal INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX decision_on ON decision (document);
    INSERT INTO total VALUES ('decisions', 0);
    """,
    # What a review lists: made from records and rules, made anew where either changed, and nowhere missed.
    """
    CREATE INDEX version_shown ON version (current, id, document);
    CREATE TABLE judged (
        version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
        program TEXT NOT NULL, policy TEXT NOT NULL,    -- what it was judged by
        statements INTEGER NOT NULL, sourced INTEGER NOT NULL, named INTEGER NOT NULL,
        errors INTEGER NOT NULL, warnings INTEGER NOT NULL, notes INTEGER NOT NULL,
        looks TEXT NOT NULL,                            -- JSON: name of a look, statements
        record BLOB NOT NULL                            -- document, sources and claims as judged: JSON, deflated
    ) STRICT;
    CREATE INDEX judged_counts ON judged (version, statements, sourced, named, errors, warnings, notes);
    CREATE TABLE finding (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version INTEGER NOT NULL REFERENCES judged ON DELETE CASCADE,
        rule TEXT NOT NULL,
        severity INTEGER NOT NULL,                      -- 0 the gravest
        start INTEGER NOT NULL,
        statement TEXT NOT NULL, source TEXT NOT NULL, look TEXT NOT NULL,
        words TEXT NOT NULL,
        anchor TEXT NOT NULL,                           -- JSON: what a decision on it hangs on
        record TEXT NOT NULL                            -- JSON
    ) STRICT;
    CREATE INDEX finding_in ON finding (version, start, id);
    CREATE INDEX finding_by ON finding (severity, version, start, id);
    CREATE INDEX finding_rule ON finding (rule, severity, version, start, id);
    CREATE INDEX finding_look ON finding (look, severity, version, start, id);
    CREATE INDEX finding_source ON finding (source, severity, version, start, id);
    CREATE TABLE finding_words (                        -- what typed words are looked for in
        id INTEGER PRIMARY KEY REFERENCES finding ON DELETE CASCADE,
        haystack TEXT NOT NULL
    ) STRICT;
    CREATE TABLE speaker (
        version INTEGER NOT NULL REFERENCES judged ON DELETE CASCADE,
        source TEXT NOT NULL,                           -- its id
        look TEXT NOT NULL, statements INTEGER NOT NULL, words INTEGER NOT NULL,
        kinds TEXT NOT NULL,                            -- JSON: kind of statement, words
        record TEXT NOT NULL,                           -- JSON
        PRIMARY KEY (version, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX speaker_of ON speaker (source, version);
    CREATE TABLE claim (
        version INTEGER NOT NULL REFERENCES judged ON DELETE CASCADE,
        number INTEGER NOT NULL,
        origin TEXT NOT NULL,                           -- id of its earliest statement
        disputed INTEGER NOT NULL, lost INTEGER NOT NULL, spread REAL NOT NULL, members INTEGER NOT NULL,
        first TEXT NOT NULL, last TEXT NOT NULL,
        haystack TEXT NOT NULL,
        record TEXT NOT NULL,                           -- JSON
        PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claim_from ON claim (origin);
    """,
)
VERSION = len(MIGRATIONS)
#: In SQL: versions with their documents, statements with both; and the id that a version has in reports, which is
#: the document's for the newest and «document»@1 for an older one.
VERSIONS = "version JOIN document ON document.id = version.document"
STATEMENTS = f"statement JOIN ({VERSIONS}) ON version.id = statement.version"
ID = "CASE current WHEN 1 THEN name ELSE name || '@' || version.number END"


def seal(*values: int | float | str | bytes) -> int:
    """A checksum of a row's values (CRC-32): tells damage, not malice."""
    crc = 0
    for value in values:
        part = (
            value
            if isinstance(value, bytes)
            else repr(float(value) if isinstance(value, float) else value).encode()
        )
        crc = zlib.crc32(b"\0" + part, crc)
    return crc


def migrate(database: sqlite3.Connection, made: int, wanted: int | None = None) -> None:
    """Bring tables from one version to another; belongs into one transaction, so that it happens whole or not."""
    database.create_function("seal", -1, seal, deterministic=True)
    for number in range(made, VERSION if wanted is None else wanted):
        for statement in MIGRATIONS[number].split(";\n"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {number + 1}")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def schema_of(database: sqlite3.Connection) -> int:
    """The version of a file's tables; 0 where they are none of this program's."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (owner,) = database.execute("PRAGMA application_id").fetchone()
    return int(version) if owner == APPLICATION_ID else 0
