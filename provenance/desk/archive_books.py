"""An archive's newest documents as a desk reads them: one at a time, by their versions."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from provenance.archive.index import in_parts
from provenance.archive.judged import Judged, as_json, finding_of, forget_listings, read_judged, source_of
from provenance.archive.opening import Connection
from provenance.archive.record import Record, unpack
from provenance.archive.schema import VERSIONS
from provenance.desk.anchors import Hooks
from provenance.desk.columns import SEVERITIES
from provenance.desk.judging import judge, judged_report, listing
from provenance.desk.records import Anchor, Decision
from provenance.desk.rows import Tally
from provenance.desk.targets import finding_targets
from provenance.desk.verdicts import GIVES, OPEN, STATES, Hung, burden, shift
from provenance.errors import InputError
from provenance.model import Document, Source
from provenance.rules.policy import Policy

#: Documents kept in memory: those on the screen, and those that one comes back to.
KEPT = 16


class ArchiveBooks:
    """The documents of an archive; what was not judged yet is when it is opened."""

    def __init__(self, database: Connection, policy: Policy) -> None:
        """Read which documents there are."""
        self.database = database
        self.policy = policy
        self.versions: list[int] = []
        """Of each document its newest version, in the order in which they were kept."""
        self.numbers: dict[int, int] = {}
        """Version → number of its document, from 1."""
        self.tallies: dict[int, Tally] = {}
        """Of each judged version."""
        self.burdens: dict[int, int] = {}
        """Of each version what is left to do, as a number that is the less the more it is."""
        self.statements = self.sourced = self.named = 0
        self.severities = [0] * len(SEVERITIES)
        """Findings of all judged versions."""
        self.turn = 0
        """Another number whenever other documents or findings are there."""
        self.fresh: list[int] = []
        """Versions that were judged because they were opened, since this was last emptied."""
        self._by_name: dict[str, int] = {}
        self._last: dict[int, int] = {}
        """Version → the last of its findings: another one if it was judged anew."""
        self._read: OrderedDict[int, Judged] = OrderedDict()
        with suppress(sqlite3.OperationalError):  # an archive that may not be written is read all the same
            forget_listings(database)
        self.load()

    def load(self) -> list[int]:
        """Take over which documents there are and what was judged; gives the versions with other findings than before."""
        rows = self.database.execute(
            "SELECT version.id, name FROM version JOIN document ON document.id = version.document"
            " WHERE current = 1 ORDER BY version.id"
        ).fetchall()
        self.versions = [version for version, _ in rows]
        self._by_name = {name: version for version, name in rows}
        self.numbers = {version: number for number, version in enumerate(self.versions, 1)}
        self.turn += 1
        before, self._last = (
            self._last,
            dict(self.database.execute("SELECT version, max(id) FROM finding GROUP BY version")),
        )
        judged, self.tallies = self.tallies, {}
        self.statements = self.sourced = self.named = 0
        self.severities = [0] * len(SEVERITIES)
        self.burdens = dict.fromkeys(self.versions, 0)
        self._count("SELECT version, statements, sourced, named, errors, warnings, notes FROM judged")
        return [
            version for version in self.tallies
            if version not in judged or before.get(version) != self._last.get(version)
        ]  # fmt: skip

    def _count(self, question: str, *values: int) -> None:
        for version, statements, sourced, named, *counts in self.database.execute(question, values):
            if version in self.numbers:
                self.tallies[version] = Tally(list(counts), sum(counts))
                self.burdens[version] = burden(counts)
                self.statements += statements
                self.sourced += sourced
                self.named += named
                self.severities = [one + more for one, more in zip(self.severities, counts, strict=True)]

    def version(self, name: str) -> int | None:
        """The newest version of a document."""
        return self._by_name.get(name)

    def name(self, version: int) -> str:
        """The document of a version."""
        (name,) = self.database.execute(
            f"SELECT name FROM {VERSIONS} WHERE version.id = ?", (version,)
        ).fetchone()
        return str(name)

    def judged(self, version: int) -> Judged:
        """A document as it was judged: now, if it was not yet. Raises InputError for a damaged one."""
        if version in self._read:
            self._read.move_to_end(version)
            return self._read[version]
        made = read_judged(self.database, version) or self._judged_now(version)
        self._read[version] = made
        if len(self._read) > KEPT:
            self._read.popitem(last=False)
        return made

    def known(self, version: int) -> Judged | Record | None:
        """A document as it was judged, or as it was kept where it was not yet; None for a damaged one.

        It is for lists, which one damaged document does not take away.
        """
        try:
            return self._known(version)
        except InputError:
            return None

    def _known(self, version: int) -> Judged | Record:
        if version in self.tallies or version in self._read:
            return self.judged(version)
        row = self.database.execute(f"SELECT record, name FROM {VERSIONS} WHERE version.id = ?", (version,))
        return unpack(*row.fetchone())

    def names(self, versions: Iterable[int]) -> list[str]:
        """The documents of some versions."""
        wanted = set(versions)
        return [name for name, version in self._by_name.items() if version in wanted]

    def _judged_now(self, version: int) -> Judged:
        try:
            made = judge(self.database, version, self.policy)
        except InputError:
            # An archive that may not be written is read all the same.
            report = judged_report(self.database, version, self.policy)
            made = listing(report, self.policy).judged if report else None
        if made is None:
            raise InputError(self.name(version), "cannot be judged", "look with provenance archive check")
        self._count(
            "SELECT version, statements, sourced, named, errors, warnings, notes FROM judged WHERE version = ?",
            version,
        )
        self.turn += 1
        self.fresh.append(version)
        return made

    # What decisions are hung on.

    def document(self, name: str) -> Document | None:
        """The document of an id."""
        version = self.version(name)
        return None if version is None else self.judged(version).document

    def ready(self, name: str) -> bool:
        """Whether a document is in the archive and judged; of others decisions wait until they are."""
        return self.version(name) in self.tallies

    def exact(self, made: Sequence[Decision]) -> Mapping[int, int]:
        """Of decisions on findings those whose anchor is that of one that is kept: decision → finding."""
        found = {}
        for one in made:
            row = self.database.execute(
                "SELECT id FROM finding WHERE version = ? AND rule = ? AND anchor = ?",
                (self.version(one.anchor.document), one.anchor.rule, as_json(one.anchor)),
            ).fetchone()
            if row is not None:
                found[one.id] = int(row[0])
        return found

    def hooks(self, name: str) -> Hooks[int]:
        """What decisions on a document's findings hang on, by the findings' keys."""
        rows = self.database.execute(
            "SELECT id, record FROM finding WHERE version = ? ORDER BY start, id", (self.version(name),)
        )
        document = self.document(name)
        targets = finding_targets((key, finding_of(record)) for key, record in rows)
        return Hooks(document.text if document else "", targets)

    def anchors(self, keys: Sequence[int]) -> dict[int, Anchor]:
        """What decisions on findings hang on. Raises KeyError where there is no such finding."""
        hung: dict[int, Anchor] = {}
        for some in in_parts(keys):
            marks = ",".join("?" * len(some))
            rows = self.database.execute(f"SELECT id, anchor FROM finding WHERE id IN ({marks})", some)
            hung.update((key, Anchor(**json.loads(anchor))) for key, anchor in rows)
        if gone := [key for key in keys if key not in hung]:
            raise KeyError(gone[0])
        return hung

    def naming(self, source: str) -> str | None:
        """Id of the first document in which a source says something."""
        row = self.database.execute(
            "SELECT min(version) FROM main.speaker WHERE source = ?", (source,)
        ).fetchone()
        return self.name(row[0]) if row[0] is not None else None

    def sources(self) -> Mapping[str, Source]:
        """All sources as they were read, by id."""
        rows = self.database.execute("SELECT source, record FROM main.speaker ORDER BY source, version DESC")
        return {name: source_of(record) for name, record in rows}


class ArchiveVerdicts(Hung):
    """What stands decided of an archive's findings: a table of this desk alone, which queries ask."""

    def __init__(self, books: ArchiveBooks) -> None:
        """All findings are open."""
        super().__init__()
        self._books = books
        self._states: dict[int, int] = {}
        books.database.execute(
            "CREATE TEMP TABLE standing (finding INTEGER PRIMARY KEY, state INTEGER NOT NULL) STRICT"
        )

    def counts(self) -> dict[str, int]:
        """State → findings, of all."""
        decided = Counter(self._states.values())
        found: dict[str, int] = {
            state: decided[number] for number, state in enumerate(STATES) if number != OPEN
        }
        stale = sum(map(len, self.stale.values()))
        every = sum(self._books.severities)
        return {"open": every - sum(found.values()), **found, "stale": stale}

    def _judge(self, key: int) -> None:
        held = self.decision(key)
        state = STATES.index(GIVES[held.verdict]) if held else OPEN
        before = self._states.get(key, OPEN)
        self._states[key] = state
        self.turn += 1
        self.count(key, (state == OPEN) - (before == OPEN))
        self._books.database.execute("INSERT OR REPLACE INTO temp.standing VALUES (?, ?)", (key, state))

    def count(self, key: int, more: int) -> None:
        """So many findings more are open in a finding's document."""
        row = self._books.database.execute(
            "SELECT version, severity FROM finding WHERE id = ?", (key,)
        ).fetchone()
        if more and row is not None and row[0] in self._books.tallies:
            self._books.tallies[row[0]].open[row[1]] += more
            self._books.burdens[row[0]] -= more << shift(row[1])

    def recount(self) -> None:
        """Take what is decided from counts that were read anew."""
        for key, state in self._states.items():
            if state != OPEN:
                self.count(key, -1)
