"""What kept documents say in common: links joined into claims, the most repeated first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from provenance.archive.index import KeptStatements, words_of
from provenance.match.claims import join
from provenance.match.context import Place, contexts, place
from provenance.match.engine import Pair
from provenance.match.relate import MANY
from provenance.trace.roots import outlet_key


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
    """Statements of newest versions that say the same or contradict each other, the earliest first.

    A document that says it twice is there once. What one outlet repeats is its series, and counts once.
    """

    members: list[Appearance]
    outlets: int
    """How many outlets have it; a document without one counts for itself."""
    conflicts: int
    """How many of its links are conflicts."""


def kept_claims(database: sqlite3.Connection, *, least: int = 2, words: str = "") -> Iterator[KeptClaim]:
    """The claims of at least so many outlets, those of most outlets first.

    `words` keeps claims that have a member with all of them.
    """
    links = list(_reused(database))
    conflicts: dict[int, int] = {}
    for link in links:
        conflicts[link.first] = conflicts.get(link.first, 0) + (link.relation == "conflict")
    wanted = words.casefold().split()
    found = []
    for numbers in join((link.first, link.second) for link in links):
        members = [_appearance(database, number) for number in numbers]
        outlets = {outlet_key(member.outlet) if member.outlet else member.document for member in members}
        if len(outlets) < least or not _holds(members, wanted):
            continue
        first = {member.document: member for member in reversed(members)}
        members = sorted(first.values(), key=lambda member: (member.published or "9999", member.document))
        claim = KeptClaim(members, len(outlets), sum(conflicts.get(number, 0) for number in numbers))
        found.append((-len(outlets), members[0].published or "9999", members[0].statement, claim))
    for *_, claim in sorted(found, key=lambda entry: entry[:3]):
        yield claim


def _reused(database: sqlite3.Connection) -> Iterator[Pair]:
    """The links between newest versions that are reuse by their context, once enough is kept to tell."""
    rows = database.execute(
        "SELECT a, b, score, relation, v.document, w.document, v.published, w.published, v.outlet, w.outlet,"
        " s.text, t.text FROM link JOIN statement s ON s.id = a JOIN version v ON v.id = s.version"
        " JOIN statement t ON t.id = b JOIN version w ON w.id = t.version"
        " WHERE v.current AND w.current AND v.document <> w.document ORDER BY a, b"
    )
    pairs: list[Pair] = []
    places: dict[int, Place | None] = {}
    texts: dict[int, str] = {}
    for a, b, score, relation, one, other, *rest in rows:
        pairs.append(Pair(a, b, score, relation))
        for number, home, published, outlet, text in ((a, one, *rest[::2]), (b, other, *rest[1::2])):
            if number not in places:
                places[number] = place(home, published, text, outlet)
                texts[number] = text
    kept = KeptStatements(database)
    if kept.size < MANY:
        yield from pairs
        return
    most = log(1 + (kept.size + 1) / 1.5)

    def says(number: int) -> float:
        counts = kept.counts(words_of(texts[number]))
        return sum(log(1 + (kept.size + 1) / (count + 0.5)) for count in counts.values()) / most

    for pair, context in contexts(pairs, places, says):
        if context == "reuse":
            yield pair


def _holds(members: list[Appearance], wanted: list[str]) -> bool:
    return not wanted or any(all(word in member.text.casefold() for word in wanted) for member in members)


def _appearance(database: sqlite3.Connection, number: int) -> Appearance:
    row = database.execute(
        "SELECT name || '#s' || statement.number, text, name, outlet, published FROM statement"
        " JOIN version ON version.id = version JOIN document ON document.id = document WHERE statement.id = ?",
        (number,),
    ).fetchone()
    return Appearance(*row)
