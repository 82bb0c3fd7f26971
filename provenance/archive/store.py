"""Documents into the archive: each once, each version of it, matched with all that is there."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from provenance.archive.changes import Change, changes
from provenance.archive.identity import own_name
from provenance.archive.index import KeptStatements, write_words
from provenance.archive.opening import Connection, kept_in_place, writing
from provenance.archive.record import Record, pack, rename, same_content, unpack
from provenance.archive.schema import seal
from provenance.errors import InputError, raised
from provenance.match.claims import worth_matching
from provenance.match.known import Found, find_known, floor
from provenance.match.relate import MANY
from provenance.model import Document, Hop

#: A transaction takes so many documents at most, and begins after so many seconds of reading at the latest.
BATCH = 64
#: Among few statements the weight of a word changes with each document: links are kept from so much below the score
#: of one claim on, and judged when claims are asked for, so that the order of adding does not decide.
LOOSE = 25.0
SECONDS = 1.0


@dataclass(slots=True)
class Added:
    """What became of a document: told only when it is safe in the archive."""

    document: str
    outcome: Literal["added", "changed", "unchanged"]
    version: int
    matches: int = 0
    changes: list[Change] = field(default_factory=list)
    claimed: str = ""
    """The id that it came with: not its own where another outlet's document has that."""


def add(
    database: Connection, records: Iterable[Record], on_error: Callable[[InputError], None] = raised
) -> Iterator[Added]:
    """Keep documents; what is yielded is committed. Documents that are there already change nothing.

    One that cannot be kept is told to `on_error` and left out.

    Raises:
        InputError: the archive's file was removed or replaced.
    """
    batch: list[Record] = []
    begun = time.monotonic()
    for record in records:
        batch.append(record)
        if len(batch) >= BATCH or time.monotonic() - begun > SECONDS:
            yield from _commit(database, batch, on_error)
            batch, begun = [], time.monotonic()
    yield from _commit(database, batch, on_error)


def _commit(
    database: Connection, batch: Sequence[Record], on_error: Callable[[InputError], None]
) -> list[Added]:
    if not batch:
        return []
    done = []
    with writing(database):
        kept = KeptStatements(database)
        for record in batch:
            try:
                done.append(_add(database, kept, record))
            except InputError as error:
                on_error(error)
        kept.write()
    kept_in_place(database)
    return done


def _add(database: sqlite3.Connection, kept: KeptStatements, record: Record) -> Added:
    document = record.document
    blob = pack(record)
    claimed = document.id
    if (name := own_name(database, document)) != claimed:
        rename(record, name)
        blob = pack(record)
    newest = newest_version(database, document.id)
    number, found = 1, list[Change]()
    home = -1
    if newest is not None:
        before, number, home = newest
        if same_content(before.document, document):
            return Added(document.id, "unchanged", number, claimed=claimed)
        found = derive(before.document, document, number)
        blob = pack(record)
        number += 1
        database.execute("UPDATE version SET current = 0 WHERE document = ?", (home,))
        database.execute(
            "DELETE FROM judged WHERE version IN (SELECT id FROM version WHERE document = ?)", (home,)
        )
    else:
        home = inserted(database, "INSERT INTO document (name) VALUES (?)", document.id)
    version = inserted(
        database,
        "INSERT INTO version (document, number, current, title, outlet, language, published, record, seal)"
        " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
        home, number, document.title, document.outlet, document.language, document.published, blob,
        seal(number, blob),
    )  # fmt: skip
    write_words(database, version, document)
    matches = keep_statements(database, kept, document, version, home)
    return Added(document.id, "changed" if found or number > 1 else "added", number, matches, found, claimed)


def keep_statements(
    database: sqlite3.Connection, kept: KeptStatements, document: Document, version: int, home: int
) -> int:
    """Keep what is worth matching, and how it stands to what other documents say; gives the number of matches."""
    chosen = [
        (number, statement)
        for number, statement in enumerate(document.statements, 1)
        if worth_matching(statement)
    ]
    texts = [statement.text for _, statement in chosen]
    told = floor(kept.size)
    links: list[Found] = list(find_known(texts, kept, least=told - LOOSE if kept.size < MANY else told))
    rows = []
    for number, statement in chosen:
        rows.append(
            inserted(
                database,
                "INSERT INTO statement (version, number, text) VALUES (?, ?, ?)",
                version, number, statement.text,
            )
        )  # fmt: skip
        kept.note(rows[-1], statement.text)
    own = _own(database, home, {link.number for link in links})
    links = [link for link in links if link.number not in own]
    write_links(database, (Link(rows[link.at], link.number, link.score, link.relation) for link in links))
    return sum(link.score >= told for link in links)


class Link(NamedTuple):
    """Two kept statements that say the same or contradict each other; `a` is the later added one."""

    a: int
    b: int
    score: float
    relation: str


def write_links(database: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Keep links, each with its seal."""
    rows = [(*link, seal(*link)) for link in links]
    database.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", rows)
    database.execute("UPDATE total SET value = value + ? WHERE name = 'links'", (len(rows),))


def _own(database: sqlite3.Connection, home: int, numbers: set[int]) -> set[int]:
    """Those of the statements that are this document's in an earlier version: it cannot repeat itself."""
    rows = database.execute(
        "SELECT statement.id FROM statement JOIN version ON version.id = statement.version WHERE document = ?",
        (home,),
    )
    return {number for (number,) in rows} & numbers


def newest_version(database: sqlite3.Connection, name: str) -> tuple[Record, int, int] | None:
    """The newest version of a document, its number, and the document's row; None if it was never kept."""
    row = database.execute(
        "SELECT record, version.number, document.id FROM document JOIN version ON version.document = document.id"
        " WHERE name = ? AND current = 1",
        (name,),
    ).fetchone()
    return None if row is None else (unpack(row[0], name), row[1], row[2])


def derive(before: Document, after: Document, number: int) -> list[Change]:
    """What changed since an archived version; statements that come from it get a `derived` hop."""
    found, carried = changes(before, after)
    when = f" ({before.published})" if before.published else ""
    for statement in after.statements:
        if statement.id in carried and not any(hop.role == "derived" for hop in statement.chain):
            statement.chain.append(Hop("derived", f"{before.id}, version {number}{when}", "metadata"))
    return found


def inserted(database: sqlite3.Connection, question: str, *values: object) -> int:
    number = database.execute(question, values).lastrowid
    assert number is not None
    return number
