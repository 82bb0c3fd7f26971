"""What kept documents say in common: links joined into claims, the most repeated first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.match.claims import join


@dataclass(frozen=True, slots=True)
class Appearance:
    """A kept statement of a claim."""

    statement: str
    text: str
    document: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """Statements of newest versions that say the same or contradict each other, the earliest first."""

    members: list[Appearance]
    conflicts: int
    """How many of its links are conflicts."""


def kept_claims(database: sqlite3.Connection, *, least: int = 2, words: str = "") -> Iterator[KeptClaim]:
    """The claims with at least so many documents, those of most documents first.

    `words` keeps claims that have a member with all of them.
    """
    links = database.execute(
        "SELECT a, b, relation = 'conflict' FROM link JOIN statement s ON s.id = a JOIN version v ON v.id = s.version"
        " JOIN statement t ON t.id = b JOIN version w ON w.id = t.version"
        " WHERE v.current AND w.current AND v.document <> w.document"
    ).fetchall()
    conflicts: dict[int, int] = {}
    for a, _, conflict in links:
        conflicts[a] = conflicts.get(a, 0) + conflict
    wanted = words.casefold().split()
    found = []
    for numbers in join((a, b) for a, b, _ in links):
        members = [_appearance(database, number) for number in numbers]
        documents = {member.document for member in members}
        if len(documents) < least or not _holds(members, wanted):
            continue
        members.sort(key=lambda member: (member.published or "9999", member.document, member.statement))
        claim = KeptClaim(members, sum(conflicts.get(number, 0) for number in numbers))
        found.append((-len(documents), members[0].published or "9999", members[0].statement, claim))
    for *_, claim in sorted(found, key=lambda entry: entry[:3]):
        yield claim


def _holds(members: list[Appearance], wanted: list[str]) -> bool:
    return not wanted or any(all(word in member.text.casefold() for word in wanted) for member in members)


def _appearance(database: sqlite3.Connection, number: int) -> Appearance:
    row = database.execute(
        "SELECT name || '#s' || statement.number, text, name, outlet, published FROM statement"
        " JOIN version ON version.id = version JOIN document ON document.id = document WHERE statement.id = ?",
        (number,),
    ).fetchone()
    return Appearance(*row)
