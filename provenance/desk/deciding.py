"""Decisions on a report: each hung on its words, kept, laid over the reading, taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from provenance.archive.decisions import REDO, UNDO, Entry
from provenance.desk.anchors import Target, anchors, found, still_there
from provenance.desk.columns import Columns
from provenance.desk.corrections import (
    ON_SOURCES,
    ON_STATEMENTS,
    Correction,
    Corrections,
    correct,
    refuse_value,
)
from provenance.desk.keeper import Keeper, Log, decision, entry
from provenance.desk.records import Anchor, Decision, Verdict
from provenance.desk.targets import finding_targets, source_targets, statement_targets
from provenance.desk.verdicts import Verdicts
from provenance.model import Document

#: In the text of one document so many decisions are looked for that nothing hangs on; the rest are called stale.
LOOKED = 200
Key = str | int
"""Of a finding its number, of a statement or a source its id."""


class Deciding:
    """The decisions on one report, as they stand."""

    def __init__(self, columns: Columns, verdicts: Verdicts, keeper: Keeper) -> None:
        """Nothing is read yet; `refresh` lays what was decided over `verdicts`."""
        self._columns = columns
        self._verdicts = verdicts
        self._keeper = keeper
        self._log = Log()
        self._hangs: dict[int, Key] = {}
        """Decision → what it hangs on; those on words that are gone, or on another report's documents, on nothing."""
        self._looked: Counter[str] = Counter()
        self._read = {source.id: source for source in columns.report.sources}
        self.corrections = Corrections(self._read)

    def refresh(self, known: Mapping[int, Key] | None = None) -> bool:
        """Take over what is new in the file; true if a correction is among it.

        `known` are decisions of which the place is known; of others it is looked up by their words.
        """
        rows = self._keeper.news()
        known = known or {}
        self._hangs.update(known)
        self._hang([row for row in rows if row.verdict not in (UNDO, REDO) and row.id not in known])
        corrected = False
        for row in rows:
            told, stands = self._log.take(row)
            for one in told:
                corrected |= self._lay(one, stands)
        if corrected:
            self.corrections = self._overlay()
        return corrected

    def standing(self) -> list[Decision]:
        """All decisions that were not taken back, the oldest first."""
        return self._log.standing()

    def target(self, one: Decision) -> Key | None:
        """What a decision hangs on: a finding's number, or the id of a statement or source; None for nothing here."""
        return self._hangs.get(one.id)

    def decide(self, verdict: Verdict, keys: Sequence[int], value: str) -> list[Decision]:
        """Decide findings as one batch."""
        by_home: dict[str, list[int]] = {}
        for key in dict.fromkeys(keys):
            by_home.setdefault(self._columns.report.findings[key].document, []).append(key)
        hung: dict[Key, Anchor] = {}
        for home, some in by_home.items():
            document = self._document(home)
            hung.update(anchors(home, document.text, self._targets(document, verdict), some))
        return self._kept(verdict, {key: hung[key] for key in dict.fromkeys(keys)}, value)

    def correct(self, verdict: Verdict, target: str, value: str) -> Decision:
        """Correct a statement or a source. Raises KeyError if the report has none of that id."""
        refuse_value(verdict, value, self.corrections.sources)
        document = self._home_of(verdict, target)
        hung = anchors(document.id, document.text, self._targets(document, verdict), [target])
        (made,) = self._kept(verdict, hung, value)
        return made

    def turn(self, verdict: str) -> list[Decision]:
        """Take back the newest batch of the reviewer, or put back the one that was taken back last."""
        self.refresh()
        reviewer = self._keeper.reviewer
        batch = self._log.last(reviewer) if verdict == UNDO else self._log.last_undone(reviewer)
        if not batch:
            return []
        self._keeper.write([entry(verdict, None, "", reviewer)], batch)
        self.refresh()
        return [replace(one, undone=verdict == UNDO) for one in self._log.of(batch)]

    def _kept(self, verdict: Verdict, hung: Mapping[Key, Anchor], value: str) -> list[Decision]:
        if not hung:
            return []
        reviewer = self._keeper.reviewer
        rows = self._keeper.write([entry(verdict, anchor, value, reviewer) for anchor in hung.values()])
        self.refresh({row.id: key for row, key in zip(rows, hung, strict=True)})
        return [decision(row) for row in rows]

    def _lay(self, one: Decision, stands: bool) -> bool:
        """Let a decision stand or fall; true if it is a correction."""
        key = self._hangs.get(one.id)
        if isinstance(key, int):
            if stands:
                self._verdicts.add(key, one)
            else:
                self._verdicts.drop(key, one.id)
        elif key is None and not (stands and self._dormant(one.anchor)):
            self._verdicts.set_stale(one, stands)
        return one.verdict in ON_STATEMENTS or one.verdict in ON_SOURCES

    def _dormant(self, anchor: Anchor) -> bool:
        """Whether a document is not on this desk, or has the words and only the finding is gone: nothing is stale then."""
        if anchor.document not in self._columns.numbers:
            return True
        self._looked[anchor.document] += 1
        return self._looked[anchor.document] <= LOOKED and still_there(
            self._document(anchor.document).text, anchor
        )

    def _hang(self, rows: Sequence[Entry]) -> None:
        """Find the words of decisions, those of a document and a kind of verdict together."""
        groups: dict[tuple[str, str], list[Entry]] = {}
        for row in rows:
            groups.setdefault((row.document, _kind(row.verdict)), []).append(row)
        for (home, _), some in groups.items():
            if home in self._columns.numbers:
                document = self._document(home)
                kept = [decision(row).anchor for row in some]
                places = found(document.text, self._targets(document, some[0].verdict), kept)
                self._hangs.update(
                    (row.id, key) for row, key in zip(some, places, strict=True) if key is not None
                )

    def _overlay(self) -> Corrections:
        made, said = [], {}
        for one in self._log.standing():
            target = self._hangs.get(one.id)
            if isinstance(target, str):
                made.append(Correction(one.verdict, target, one.value))
                statement = self._columns.statement(target) if one.verdict in ON_STATEMENTS else None
                if statement is not None:
                    said[target] = statement
        return correct(self._read, made, said)

    def _document(self, home: str) -> Document:
        return self._columns.document(self._columns.numbers[home])

    def _targets(self, document: Document, verdict: str) -> list[Target[Key]]:
        if verdict in ON_STATEMENTS:
            return statement_targets(document)
        if verdict in ON_SOURCES:
            return source_targets(document)
        findings = self._columns.report.findings
        return finding_targets((key, findings[key]) for key in self._columns.findings_of.get(document.id, ()))

    def _home_of(self, verdict: str, target: str) -> Document:
        """The document of a statement, or the first one that names a source."""
        if verdict in ON_STATEMENTS:
            place = self._columns.find(target)
            if place is None:
                raise KeyError(target)
            return self._columns.document(place[0])
        for document in self._columns.report.documents:
            if any(row.attribution and row.attribution.source == target for row in document.statements):
                return document
        raise KeyError(target)


def _kind(verdict: str) -> str:
    return "statement" if verdict in ON_STATEMENTS else "source" if verdict in ON_SOURCES else "finding"
