"""What was found in each newest version, as a review lists it: kept with the rules and the program that found it."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from provenance.archive.opening import writing
from provenance.archive.record import DAMAGED, REPAIR, made_of
from provenance.errors import InputError
from provenance.model import Claim, Document, Finding, Severity, Source


class Told(NamedTuple):
    """A finding as it is listed."""

    rule: str
    severity: int
    start: int
    statement: str
    source: str
    look: str
    haystack: str
    words: str
    anchor: str
    record: str


class Speaks(NamedTuple):
    """What a source says in one document."""

    source: str
    look: str
    statements: int
    words: int
    kinds: str
    record: str


class Said(NamedTuple):
    """A claim as one document has it."""

    number: int
    origin: str
    disputed: int
    lost: int
    spread: float
    members: int
    first: str
    last: str
    haystack: str
    record: str


@dataclass(slots=True)
class Judged:
    """A document as its statements were found, traced and judged beside the rest of the archive."""

    document: Document
    sources: list[Source]
    claims: list[Claim]


@dataclass(slots=True)
class Listing:
    """The rows of one version."""

    program: str
    policy: str
    looks: dict[str, int]
    sourced: int
    named: int
    severities: Sequence[int]
    judged: Judged
    findings: list[Told] = field(default_factory=list)
    speakers: list[Speaks] = field(default_factory=list)
    claims: list[Said] = field(default_factory=list)


def as_json(value: Any) -> str:
    """A record, or a mapping, as JSON."""
    plain = value if isinstance(value, dict) else asdict(value)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def keep_listing(database: sqlite3.Connection, version: int, rows: Listing) -> None:
    """Keep what was found in a version, in place of what was found before; within a transaction."""
    database.execute("DELETE FROM judged WHERE version = ?", (version,))
    blob = zlib.compress(as_json(rows.judged).encode(), 6)
    database.execute(
        "INSERT INTO judged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            version, rows.program, rows.policy, len(rows.judged.document.statements), rows.sourced, rows.named,
            *rows.severities, as_json(rows.looks), blob,
        ),
    )  # fmt: skip
    names = [name for name in Told._fields if name != "haystack"]
    for told in rows.findings:
        key = database.execute(
            f"INSERT INTO finding (version, {', '.join(names)}) VALUES (?{', ?' * len(names)})",
            (version, *(getattr(told, name) for name in names)),
        ).lastrowid
        database.execute("INSERT INTO finding_words VALUES (?, ?)", (key, told.haystack))
    _write(database, "main.speaker", version, rows.speakers)
    _write(database, "claim", version, rows.claims)


def forget_listings(database: sqlite3.Connection) -> None:
    """Take away what was found in versions that a newer one followed and that was left by an earlier program."""
    old = "SELECT judged.version FROM judged JOIN version ON version.id = judged.version WHERE current = 0"
    if database.execute(f"{old} LIMIT 1").fetchone():
        with writing(database):
            database.execute(f"DELETE FROM judged WHERE version IN ({old})")


def _write(database: sqlite3.Connection, into: str, version: int, rows: Iterable[tuple[object, ...]]) -> None:
    values = [(version, *row) for row in rows]
    if values:
        marks = ", ".join("?" * len(values[0]))
        database.executemany(f"INSERT INTO {into} VALUES ({marks})", values)


def read_judged(database: sqlite3.Connection, version: int) -> Judged | None:
    """A version as it was judged; None where it was not yet.

    Raises:
        InputError: the row is damaged.
    """
    row = database.execute("SELECT record FROM judged WHERE version = ?", (version,)).fetchone()
    if row is None:
        return None
    try:
        plain = json.loads(zlib.decompress(row[0]))
        return made_of(Judged, plain)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"version {version}", DAMAGED, REPAIR) from None


def finding_of(record: str) -> Finding:
    """A finding from its row."""
    finding = made_of(Finding, json.loads(record))
    finding.severity = Severity(finding.severity)
    return finding


def source_of(record: str) -> Source:
    """A source from its row."""
    return made_of(Source, json.loads(record))


def claim_of(record: str) -> Claim:
    """A claim from its row."""
    return made_of(Claim, json.loads(record))
