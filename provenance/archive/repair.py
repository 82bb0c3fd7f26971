"""A new archive of everything that is still sound in a damaged one, and in words what is not.

A record is the truth about its version: columns, statements, words and keys are made anew from it. Links are taken
over where all of them are sound, and found anew where they are not. The damaged file is only read, page by page.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from provenance.archive.beside import PARTIAL, refuse_other_log, refuse_place
from provenance.archive.decisions import write_entries
from provenance.archive.index import KeptStatements, index_statements, write_words
from provenance.archive.opening import empty, told_plainly
from provenance.archive.pages import Pages
from provenance.archive.record import Record, pack
from provenance.archive.salvage import Found, Version, lost_statements, record_at, salvage
from provenance.archive.schema import seal
from provenance.archive.store import Link, inserted, keep_statements, write_links
from provenance.errors import InputError
from provenance.match.claims import worth_matching

#: Versions whose statements are looked up together where links are found anew.
BATCH = 64
#: More versions than this between two others are no gap but a damaged number.
MANY = 10_000


@dataclass(slots=True)
class Saved:
    """What became of a damaged archive."""

    documents: int = 0
    versions: int = 0
    links: int = 0
    told: list[str] = field(default_factory=list)
    """What was mended, in words; nothing is lost by it."""
    lost: list[str] = field(default_factory=list)
    """What could not be saved, in words."""


def repair(damaged: str, new: str) -> Saved:
    """Make a new archive of all that is sound in a damaged one, whole or not at all.

    Raises:
        InputError: the damaged one cannot be read or holds nothing of an archive, or the new one is there already.
    """
    with told_plainly(damaged):
        if not Path(damaged).is_file():
            raise InputError(damaged, "no such archive", "name the file that archive add wrote")
        refuse_other_log(damaged)
        pages = Pages(damaged)
    with closing(pages):
        _free_name(new)
        found = salvage(pages)
        if not any(version.name for version in found.versions.values()):
            raise InputError(
                damaged, "holds no document that can be saved", "restore the archive from a copy"
            )
        return _made(new, pages, found)


def _made(new: str, pages: Pages, found: Found) -> Saved:
    """The new archive under its name, once it is whole."""
    with told_plainly(new):
        folder = Path(new).absolute().parent
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=PARTIAL) as private:
            made = Path(private, "archive.db")
            made.write_bytes(empty())
            saved = _filled(str(made), pages, found)
            try:
                os.link(made, new)
            except FileExistsError:
                _free_name(new)
    return saved


def _free_name(new: str) -> None:
    if not new or "\0" in new or new.startswith(("file:", ":memory:")):
        raise InputError(new or "''", "not the name of a file", "name a new file for what is saved")
    if os.path.lexists(new):
        raise InputError(new, "there already, and left as it is", "name a new file for what is saved")
    refuse_place(new)


def _filled(path: str, pages: Pages, found: Found) -> Saved:
    """Everything that is sound into an empty archive that nobody else knows of."""
    saved = Saved()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("BEGIN")
    chosen = list(_chosen(found, saved))
    kept_links = _links(found, {version.row for version in chosen}, saved)
    if kept_links is None:
        _replayed(database, pages, chosen)
    else:
        _taken_over(database, pages, chosen, found, kept_links)
    write_entries(database, (entry for _, entry in sorted(found.decisions.items())))
    database.execute(
        "UPDATE version SET current = number = (SELECT max(number) FROM version AS other WHERE other.document = version.document)"
    )
    saved.documents, saved.versions, saved.links = (
        database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("document", "version", "link")
    )
    database.execute("COMMIT")
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    saved.lost += _losses(found, {version.row for version in chosen}, pages.log.damaged)
    return saved


def _chosen(found: Found, saved: Saved) -> Iterator[Version]:
    """The versions with a sound record in the order in which they were kept, each number of a document once."""
    taken: dict[str, set[int]] = {}
    for _, version in sorted(found.versions.items()):
        if not version.name:
            continue
        numbers = taken.setdefault(version.name, set())
        if not version.trusted or version.number < 1 or version.number in numbers:
            right = version.number if version.number > 0 else 1
            while right in numbers:
                right += 1
            saved.told.append(f"{version.name}: saved as version {right}, because its number is damaged")
            version.number = right
        numbers.add(version.number)
        yield version


def _links(found: Found, saved: set[int], told: Saved) -> list[Link] | None:
    """The links between saved versions; None if there is any doubt that they are all of them."""
    complete = found.counted_links is None or found.counted_links == len(found.links) + found.bad_links
    # An end that is lost with its version is no doubt; one that is simply not there is.
    ends = {end for link in found.links for end in (link.a, link.b)}
    if found.bad_links or not complete or not ends <= found.statements.keys():
        told.told.append("links: found anew, because some of those that were kept are damaged")
        return None
    return [
        link
        for link in found.links
        if found.statements[link.a][0] in saved and found.statements[link.b][0] in saved
    ]


def _taken_over(
    database: sqlite3.Connection, pages: Pages, chosen: Iterable[Version], found: Found, links: Iterable[Link]
) -> None:
    """Versions with the statements' numbers that they had, so that links still fit."""
    rows = {place: statement for statement, place in found.statements.items()}
    database.execute(
        "INSERT INTO sqlite_sequence VALUES ('statement', ?)", (max(found.statements, default=0),)
    )
    there: set[int] = set()
    for version, record in _records(pages, chosen):
        _version(database, version, record)
        for number, statement in enumerate(record.document.statements, 1):
            if worth_matching(statement):
                known = rows.get((version.row, number))
                made = inserted(
                    database, "INSERT INTO statement (id, version, number, text) VALUES (?, ?, ?, ?)",
                    known, version.row, number, statement.text,
                )  # fmt: skip
                there.add(made)
    index_statements(database, database.execute("SELECT id, text FROM statement ORDER BY id"))
    write_links(database, (link for link in links if link.a in there and link.b in there))


def _replayed(database: sqlite3.Connection, pages: Pages, chosen: Iterable[Version]) -> None:
    """Versions kept one after the other as they were at first, each matched with those before it."""
    kept = KeptStatements(database)
    for at, (version, record) in enumerate(_records(pages, chosen), 1):
        home = _version(database, version, record)
        keep_statements(database, kept, record.document, version.row, home)
        if at % BATCH == 0:
            kept.write()
            kept = KeptStatements(database)
    kept.write()


def _records(pages: Pages, chosen: Iterable[Version]) -> Iterator[tuple[Version, Record]]:
    for version in chosen:
        record = record_at(pages, version.place)
        assert record is not None, "it was sound a moment ago"
        yield version, record


def _version(database: sqlite3.Connection, version: Version, record: Record) -> int:
    """A version under the row that it had; gives its document's row."""
    document = record.document
    database.execute("INSERT OR IGNORE INTO document (name) VALUES (?)", (document.id,))
    (home,) = database.execute("SELECT id FROM document WHERE name = ?", (document.id,)).fetchone()
    blob = pack(record)
    database.execute(
        "INSERT INTO version (id, document, number, current, title, outlet, language, published, record, seal)"
        " VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
        (
            version.row, home, version.number, document.title, document.outlet, document.language, document.published,
            blob, seal(version.number, blob),
        ),
    )  # fmt: skip
    write_words(database, version.row, document)
    return int(home)


def _losses(found: Found, saved: set[int], log: str) -> Iterator[str]:
    """What is lost, a line each: versions by their document, then documents of which nothing is left."""
    named = {found.versions[number].name for number in saved}
    if lost := (found.counted_decisions or 0) - len(found.decisions):
        yield f"{lost} of {found.counted_decisions} decisions are damaged"
    if log:
        yield f"of the log beside the file: {log}"
    for number, statements in lost_statements(found, saved):
        version = found.versions.get(number)
        name = found.documents.get(version.document, "") if version else ""
        title = f" “{version.title}”" if version and version.title else ""
        which = f"{name or 'a document'}{title}, version {version.number if version else '?'}"
        yield f"{which}: its record is damaged; {statements} statements and their links went with it"
        named.add(name)
    for name in sorted(set(found.documents.values()) - named):
        yield f"{name}: no version of it can be read"
    numbers: dict[str, set[int]] = {}
    for version in found.versions.values():
        name = version.name or found.documents.get(version.document, "")
        numbers.setdefault(name, set()).add(version.number)
    for name, kept in sorted(numbers.items()):
        for number in sorted(set(range(min(kept), min(max(kept), min(kept) + MANY))) - kept):
            yield f"{name}: version {number} cannot be read"
