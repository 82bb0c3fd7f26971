"""What kept documents say in common: links joined into claims, the most repeated first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from provenance.archive.index import KeptStatements, in_parts, words_of
from provenance.archive.schema import STATEMENTS
from provenance.match.context import contexts, place
from provenance.match.engine import Pair
from provenance.match.join import join
from provenance.match.known import floor, weighed
from provenance.match.relate import MANY, relation
from provenance.match.verify import Likeness, rarity
from provenance.match.words import Corpus
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
    rows = database.execute("SELECT a, b, score, relation FROM link ORDER BY a, b")
    alike = [Pair(*row) for row in rows]
    said = _appearances(database, {number for pair in alike for number in (pair.first, pair.second)})
    links = _reused(database, alike, said)
    conflicts: dict[int, int] = {}
    for link in links:
        conflicts[link.first] = conflicts.get(link.first, 0) + (link.relation == "conflict")
    wanted = words.casefold().split()
    found = []
    for numbers in join((link.first, link.second) for link in links):
        members = [said[number] for number in numbers]
        outlets = {outlet_key(member.outlet) if member.outlet else member.document for member in members}
        if len(outlets) < least or not _holds(members, wanted):
            continue
        first = {member.document: member for member in reversed(members)}
        members = sorted(first.values(), key=lambda member: (member.published or "9999", member.document))
        claim = KeptClaim(members, len(outlets), sum(conflicts.get(number, 0) for number in numbers))
        found.append((-len(outlets), members[0].published or "9999", members[0].statement, claim))
    for *_, claim in sorted(found, key=lambda entry: entry[:3]):
        yield claim


def _appearances(database: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Appearance]:
    """Those of the statements that stand in a newest version."""
    said = {}
    for some in in_parts(sorted(numbers)):
        rows = database.execute(
            f"SELECT statement.id, name || '#s' || statement.number, text, name, outlet, published FROM {STATEMENTS}"
            f" WHERE current AND statement.id IN ({','.join('?' * len(some))})",
            some,
        )
        said.update({number: Appearance(*row) for number, *row in rows})
    return said


def _reused(
    database: sqlite3.Connection, alike: Iterable[Pair], said: Mapping[int, Appearance]
) -> list[Pair]:
    """The links between newest versions that are one claim by what is known of words now, and reuse by their context."""
    kept = KeptStatements(database)
    pairs = [
        pair
        for pair in alike
        if pair.first in said
        and pair.second in said
        and said[pair.first].document != said[pair.second].document
    ]
    pairs = list(_judged(pairs, said, kept))
    if kept.size < MANY:
        return pairs
    homes = {name: number for number, name in enumerate({row.document for row in said.values()})}
    places = {
        number: place(homes[row.document], row.published, row.text, row.outlet)
        for number, row in said.items()
    }

    def says(number: int) -> float:
        counts = kept.counts(words_of(said[number].text))
        return sum(rarity(count, kept.size) for count in counts.values()) / rarity(1, kept.size)

    sizes = {homes[name]: size for name, size in _sizes(database, homes)}
    return [pair for pair, context in contexts(pairs, places, says, sizes) if context == "reuse"]


def _sizes(database: sqlite3.Connection, documents: Iterable[str]) -> Iterator[tuple[str, int]]:
    """How many statements each document has in its newest version."""
    for some in in_parts(documents):
        yield from database.execute(
            f"SELECT name, count(*) FROM {STATEMENTS} WHERE current AND name IN ({','.join('?' * len(some))})"
            " GROUP BY name",
            some,
        )


def _judged(pairs: Iterable[Pair], said: Mapping[int, Appearance], kept: KeptStatements) -> Iterator[Pair]:
    """The pairs with the score that they have among all that is kept, in whatever order that came."""
    corpus = Corpus()
    readings = {number: corpus.add(row.text) for number, row in said.items()}
    likeness = Likeness(corpus, weighed(corpus, kept), kept.size)
    least = floor(kept.size)
    for pair in pairs:
        a, b = readings[pair.first], readings[pair.second]
        score = 100.0 if a == b else round(likeness.score(a, b, least), 1)
        if score >= least:
            yield Pair(pair.first, pair.second, score, "repeat" if a == b else relation(corpus, a, b, score))


def _holds(members: list[Appearance], wanted: list[str]) -> bool:
    return not wanted or any(all(word in member.text.casefold() for word in wanted) for member in members)
