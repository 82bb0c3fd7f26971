"""What a damaged archive still holds, row by row, from whatever pages are readable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from provenance.archive.decisions import Entry
from provenance.archive.pages import Pages, Row, Value
from provenance.archive.record import Record, checked
from provenance.archive.schema import seal
from provenance.archive.store import Link

#: The names of the totals, in order: of an archive, and of one from before there were decisions.
TOTALS = (["decisions", "links", "statements"], ["links", "statements"])


class Place(NamedTuple):
    """Where a version's row stands: so that its record need not be held in memory."""

    page: int
    order: int


@dataclass(slots=True)
class Version:
    """A version that was found: the row of its document, its number, and whether both are as they were kept."""

    row: int
    document: int
    number: int
    place: Place
    name: str
    """The document's id, by the record; "" where the record is damaged."""
    title: str
    trusted: bool


@dataclass(slots=True)
class Found:
    """All rows that are readable."""

    documents: dict[int, str] = field(default_factory=dict)
    versions: dict[int, Version] = field(default_factory=dict)
    statements: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Statement row → version row and number in it."""
    links: list[Link] = field(default_factory=list)
    bad_links: int = 0
    counted_links: int | None = None
    """How many links there should be; None where that is not known."""
    decisions: dict[int, Entry] = field(default_factory=dict)
    """Decisions that are as they were kept, by number."""
    counted_decisions: int | None = None
    """How many decisions there should be; None where that is not known."""


def salvage(pages: Pages) -> Found:
    """Read every page that is in use; of two copies of a row the one with a sound record counts."""
    found = Found()
    free = pages.free()
    for number in range(1, pages.count + 1):
        if number not in free:
            for order, row in enumerate(pages.rows(number)):
                _take(found, row, Place(number, order))
            entries = [entry.values for entry in pages.entries(number)]
            for values in entries:
                _take_entry(found, values)
            # "links" is a word, too: only the page of the totals has these rows and no other.
            if sorted(str(values[0]) for values in entries if values) in TOTALS:
                totals = {str(values[0]): values[1] for values in entries if len(values) == 2}
                found.counted_links, found.counted_decisions = (
                    count if isinstance(count := totals.get(name), int) else None
                    for name in ("links", "decisions")
                )
    return found


def record_at(pages: Pages, place: Place) -> Record | None:
    """The record of a version's row, if it is sound."""
    for order, row in enumerate(pages.rows(place.page)):
        if order == place.order:
            return checked(blob) if isinstance(blob := row.values[8], bytes) else None
    return None


def _take(found: Found, row: Row, place: Place) -> None:
    values = row.values
    match values:
        case [None, str(name)]:
            found.documents[row.number] = name
        case [None, int(version), int(number), str()]:
            found.statements[row.number] = (version, number)
        case [None, int(), str(), *_] if len(values) == len(Entry._fields) + 1:
            entry = Entry(row.number, *values[1:-1])  # type: ignore[arg-type]
            if seal(*entry) == values[-1]:
                found.decisions[row.number] = entry
        case [None, int(), int(), int(), *_] if len(values) in (9, 10):
            kept = _version(row, place)
            if kept is not None and (kept.name or row.number not in found.versions):
                found.versions[row.number] = kept


def _version(row: Row, place: Place) -> Version | None:
    _, document, number, _, title, _, _, _, blob, *_ = row.values
    if not isinstance(blob, bytes) or not isinstance(document, int) or not isinstance(number, int):
        return None
    record = checked(blob)
    # Rows of the first schema have no seal.
    sealed = row.values[9] if len(row.values) > 9 else None
    return Version(
        row.number, document, number, place, record.document.id if record else "",
        title if isinstance(title, str) else "", sealed is None or sealed == seal(number, blob),
    )  # fmt: skip


def _take_entry(found: Found, values: list[Value]) -> None:
    match values:
        case [int(a), int(b), int() | float() as score, str(relation), *rest] if len(rest) < 2:
            link = Link(a, b, float(score), relation)
            if rest and rest[0] is not None and rest[0] != seal(*link):
                found.bad_links += 1
            else:
                found.links.append(link)


def lost_statements(found: Found, saved: set[int]) -> Iterator[tuple[int, int]]:
    """For each version that is not saved: its row, and how many of its statements are known."""
    counts: dict[int, int] = dict.fromkeys(found.versions.keys() - saved, 0)
    for version, _ in found.statements.values():
        if version not in saved:
            counts[version] = counts.get(version, 0) + 1
    yield from sorted(counts.items())
