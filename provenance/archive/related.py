"""What the archive knows of a draft: the kept documents that say the same or contradict it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.archive.identity import apart, own_name
from provenance.archive.index import KeptStatements, in_parts
from provenance.archive.record import Record, rename, same_content, unpack
from provenance.archive.schema import ID, STATEMENTS, VERSIONS
from provenance.archive.store import derive, newest_version
from provenance.errors import InputError, raised
from provenance.match.claims import worth_matching
from provenance.match.known import Found, Known, find_known
from provenance.model import Document

#: A draft is shown beside so many kept documents at most, those that share most with it.
MOST_RELATED = 25
#: A kept document that shares so many statements is about the same event: all it says may bear on the draft, such
#: as another figure in a sentence of its own. Of others only the statements that match are looked at.
SAME_EVENT = 3


@dataclass(slots=True)
class Related:
    """Kept documents that bear on a draft, and what is known of words."""

    records: list[Record]
    known: Known


class Home(NamedTuple):
    """Where a kept statement stands."""

    version: int
    number: int
    name: str
    current: int


def related(
    database: sqlite3.Connection,
    documents: Sequence[Document],
    on_error: Callable[[InputError], None] = raised,
) -> Related:
    """The kept documents whose statements match statements of the drafts, in order of their ids.

    A draft that is itself in the archive, under its id or with the very same text, is not matched with itself;
    where its text differs from the newest version, the statements it took over get a `derived` hop. A damaged
    record is told to `on_error` and left out.
    """
    kept = KeptStatements(database)
    _derive(database, documents, on_error)
    said = [
        (draft, statement.text)
        for draft, document in enumerate(documents)
        for statement in document.statements
        if worth_matching(statement)
    ]
    found = list(find_known([text for _, text in said], kept))
    homes = _homes(database, {match.number for match in found})
    found = [match for match in found if match.number in homes]
    shared: dict[int, set[int]] = {}
    for match in found:
        home = homes[match.number]
        shared.setdefault(home.version, set()).add(home.number)
    names = {own_name(database, document) for document in documents}
    texts, taken = {document.text for document in documents}, {document.id for document in documents}
    records = []
    for version in _best(found, homes, [draft for draft, _ in said], names):
        try:
            record = _record(database, version)
        except InputError as error:
            on_error(error)
            continue
        if record.document.text not in texts:
            if record.document.id in taken:  # claimed by a draft of another outlet
                rename(record, apart(record.document, record.document.id))
            _trim(record.document, shared[version])
            records.append(record)
    return Related(sorted(records, key=lambda record: record.document.id), kept)


def _derive(
    database: sqlite3.Connection, documents: Sequence[Document], on_error: Callable[[InputError], None]
) -> None:
    for document in documents:
        try:
            own = newest_version(database, own_name(database, document))
        except InputError as error:
            on_error(error)
            continue
        if own is not None and not same_content(own[0].document, document):
            derive(own[0].document, document, own[1])


def _best(
    found: Sequence[Found], homes: Mapping[int, Home], drafts: Sequence[int], own: Collection[str]
) -> list[int]:
    """The versions that share most with each draft, `MOST_RELATED` of them a draft, each once."""
    said = {(match.at, homes[match.number].name) for match in found if homes[match.number].current}
    weights: dict[int, Counter[int]] = {}
    for match in found:
        home = homes[match.number]
        # An older version counts for what the newest no longer says.
        if home.name not in own and (home.current or (match.at, home.name) not in said):
            weights.setdefault(drafts[match.at], Counter())[home.version] += round(10 * match.score)
    best = [
        version
        for weight in weights.values()
        for version in sorted(weight, key=lambda version: (-weight[version], version))[:MOST_RELATED]
    ]
    return list(dict.fromkeys(best))


def _trim(document: Document, shared: set[int]) -> None:
    """Leave of a document only what it shares with the drafts, unless it is about the same event."""
    if len(shared) < SAME_EVENT:
        document.statements = [
            statement for number, statement in enumerate(document.statements, 1) if number in shared
        ]


def _record(database: sqlite3.Connection, version: int) -> Record:
    blob, home, name = database.execute(
        f"SELECT record, name, {ID} FROM {VERSIONS} WHERE version.id = ?", (version,)
    ).fetchone()
    record = unpack(blob, home)
    if home != name:
        rename(record, name)
    return record


def _homes(database: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Home]:
    homes = {}
    for some in in_parts(sorted(numbers)):
        rows = database.execute(
            f"SELECT statement.id, version.id, statement.number, name, current FROM {STATEMENTS}"
            f" WHERE statement.id IN ({','.join('?' * len(some))})",
            some,
        )
        homes.update({number: Home(*home) for number, *home in rows})
    return homes


def statement_names(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Statement row → id as in reports: «document»#s12, «document»@1#s12 for an older version."""
    names: dict[int, str] = {}
    for some in in_parts(numbers):
        rows = database.execute(
            f"SELECT statement.id, {ID} || '#s' || statement.number FROM {STATEMENTS}"
            f" WHERE statement.id IN ({','.join('?' * len(some))})",
            some,
        )
        names.update(rows)
    return names


def matches(database: sqlite3.Connection, texts: Sequence[str]) -> Iterator[tuple[Found, str]]:
    """Each kept statement that says the same as one of the texts, with its id."""
    found = list(find_known(texts, KeptStatements(database)))
    names = statement_names(database, sorted({match.number for match in found}))
    for match in found:
        if match.number in names:
            yield match, names[match.number]
