"""The kept statements as matching asks for them: counts of words, keys, texts, behind one small interface."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from provenance.archive.record import unpack
from provenance.archive.schema import VERSIONS
from provenance.match.keys import keys_of
from provenance.match.words import Corpus
from provenance.model import Document

Value = TypeVar("Value", int, str)
#: Values in one question; SQLite takes 32,766 at most.
TOGETHER = 500
#: Statements indexed anew at a time.
INDEXED = 20_000


class KeptStatements:
    """`provenance.match.known.Known` over an archive, with the statements of a transaction not yet written."""

    __slots__ = ("_counts", "_database", "_keys", "_texts", "_words", "size")

    def __init__(self, database: sqlite3.Connection) -> None:
        """See what is kept now."""
        self._database = database
        (self.size,) = database.execute("SELECT value FROM total WHERE name = 'statements'").fetchone()
        self._texts: dict[int, str] = {}
        self._keys: dict[str, list[int]] = {}
        self._counts: Counter[str] = Counter()
        self._words: dict[str, int] = {}

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many statements each word stands."""
        unknown = [word for word in words if word not in self._words]
        for some in in_parts(unknown):
            marks = ",".join("?" * len(some))
            rows = self._database.execute(f"SELECT word, count FROM word WHERE word IN ({marks})", some)
            self._words.update(dict.fromkeys(some, 0))
            self._words.update(rows)
        return {word: self._words[word] + self._counts[word] for word in words}

    def postings(self, key: str, most: int) -> Sequence[int]:
        """The statements with a key, by number; no more than `most`."""
        rows = self._database.execute(
            "SELECT rowid FROM statement_key WHERE statement_key MATCH ? LIMIT ?", (f'"{key}"', most)
        )
        return [number for (number,) in rows] + self._keys.get(key, [])

    def texts(self, numbers: Iterable[int]) -> Mapping[int, str]:
        """The words of statements by number; those that were pruned are missing."""
        found: dict[int, str] = {}
        kept = []
        for number in numbers:
            if number in self._texts:
                found[number] = self._texts[number]
            else:
                kept.append(number)
        for some in in_parts(kept):
            marks = ",".join("?" * len(some))
            found.update(
                self._database.execute(f"SELECT id, text FROM statement WHERE id IN ({marks})", some)
            )
        return found

    def note(self, number: int, text: str) -> None:
        """A statement that this transaction adds."""
        words = words_of(text)
        self.size += 1
        self._texts[number] = text
        self._counts.update(words)
        for key in keys_of(words):
            self._keys.setdefault(key, []).append(number)

    def write(self) -> None:
        """Put the keys and counts of all noted statements into the archive: one segment for all of them."""
        keys: dict[int, list[str]] = {}
        for key, numbers in self._keys.items():
            for number in numbers:
                keys.setdefault(number, []).append(key)
        write_keys(self._database, ((number, keys.get(number, [])) for number in self._texts))
        write_counts(self._database, self._counts, len(self._texts))


def words_of(text: str) -> list[str]:
    """The folded words of a statement, each once, figures and their bounds left out."""
    corpus = Corpus()
    return [corpus.words[word] for word in corpus.content(corpus.add(text))]


def write_keys(database: sqlite3.Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Index statements under their keys."""
    database.executemany(
        "INSERT INTO statement_key (rowid, keys) VALUES (?, ?)",
        ((number, " ".join(keys)) for number, keys in rows),
    )


def write_counts(database: sqlite3.Connection, counts: Mapping[str, int], statements: int) -> None:
    """Add to the counts of words and of statements."""
    database.executemany(
        "INSERT INTO word VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
        sorted(counts.items()),
    )
    database.execute("UPDATE total SET value = value + ? WHERE name = 'statements'", (statements,))


def in_parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in as many lists as one question can hold."""
    rest = iter(values)
    while some := list(islice(rest, TOGETHER)):
        yield some


def index_anew(database: sqlite3.Connection) -> None:
    """Make the index and the counts of an archive anew, from its statements and records.

    Raises:
        InputError: a record is damaged.
    """
    for table in ("statement_key", "version_words"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    database.execute("DELETE FROM word")
    database.execute("UPDATE total SET value = 0 WHERE name = 'statements'")
    index_statements(database, database.execute("SELECT id, text FROM statement ORDER BY id"))
    for (version,) in database.execute("SELECT id FROM version ORDER BY id").fetchall():
        blob, name = database.execute(
            f"SELECT record, name FROM {VERSIONS} WHERE version.id = ?", (version,)
        ).fetchone()
        write_words(database, version, unpack(blob, name).document)
    database.execute("INSERT OR REPLACE INTO total SELECT 'links', count(*) FROM link")


def index_statements(database: sqlite3.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index statements under their keys and count their words, so many at a time that memory stays small."""
    rest = iter(rows)
    while some := list(islice(rest, INDEXED)):
        words = {number: words_of(text) for number, text in some}
        write_keys(database, ((number, keys_of(held)) for number, held in words.items()))
        write_counts(database, Counter(word for held in words.values() for word in held), len(some))


def write_words(database: sqlite3.Connection, version: int, document: Document) -> None:
    """Let a version be found by its words."""
    database.execute(
        "INSERT INTO version_words (rowid, title, text) VALUES (?, ?, ?)",
        (version, document.title or "", document.text),
    )
