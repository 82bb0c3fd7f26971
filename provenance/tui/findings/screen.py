"""The findings screen: narrow the list by typing, decide one or many, read a finding where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from provenance.desk.carrying import carried
from provenance.desk.records import FindingRow, Page, Query, Reading, Verdict
from provenance.errors import InputError
from provenance.model import Severity
from provenance.tui.bars import joined, plural
from provenance.tui.findings.rows import finding_line, finding_lines, heads
from provenance.tui.listing import MANY, ListScreen
from provenance.tui.pieces import Line, Piece, safe
from provenance.tui.widgets.rows import Rows


class FindingsScreen(ListScreen[FindingRow]):
    """All findings, the gravest first."""

    heading = "Findings"
    ORDERS = ("work", "text", "name", "time")
    EMPTY = ("no finding: no rule has anything to say", "1 reads the documents, 5 lists what they rest on")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "open_one(1)", "next open", tooltip="the next open finding"),
        Binding("a", "verdict('accept')", "accept", tooltip="accept the finding, or all that are marked"),
        Binding("d", "reason('dismiss')", "dismiss", tooltip="dismiss it, or all that are marked, with a reason"),
        Binding("w", "verdict('follow_up')", "follow up", tooltip="leave it, or all that are marked, to be followed up"),
        Binding("m", "reason('note')", "note", tooltip="a note on it, or on all that are marked"),
        Binding("p", "open_one(-1)", "previous open", show=False, tooltip="the open finding before"),
        Binding("space", "mark", "mark", tooltip="mark or unmark the row"),
        Binding("A", "mark_all", "mark all", tooltip="mark all that the filter leaves, or none"),
        Binding("plus_sign,plus", "mark_siblings", "mark alike", show=False, key_display="+", tooltip="mark what is like it in its document"),
        Binding("e", "severity", "severity", show=False, tooltip="only errors, only warnings, only notes, all"),
        Binding("i", "state", "state", show=False, tooltip="only what is open, accepted, dismissed, to be followed up; all"),
        Binding("o", "edit", "edit", show=False, tooltip="open the file in $EDITOR at the line"),
        *ListScreen.LIST_BINDINGS,
    ]  # fmt: skip

    def __init__(self) -> None:
        """Nothing is marked."""
        super().__init__()
        self.marked: dict[int, str] = {}
        """Keys of findings, with their documents."""
        self._at: FindingRow | None = None
        self._read: tuple[object, Reading] | None = None

    def renew(self) -> None:
        """Marks and the cursor stay on their findings, wherever these went."""
        before, at = self.filled_from, self._at
        if before is None:
            return
        kept = {at.key: at.finding.document} if at is not None else {}
        moved = carried(before, self.desk, kept | self.marked)
        self.marked = {moved[key]: home for key, home in self.marked.items() if key in moved}
        place = self.desk.place(moved[at.key], self.asked()) if at is not None and at.key in moved else None
        if place is not None:
            self.rows.set_reactive(Rows.cursor, place)

    def page(self, query: Query) -> Page[FindingRow]:
        """Findings."""
        return self.desk.findings(query)

    def paint(self, row: FindingRow, width: int) -> Line:
        """A finding in a line."""
        return finding_line(row, row.key in self.marked, width)

    def columns(self, width: int) -> Line:
        """The heads."""
        return heads(width)

    def details(self, row: FindingRow, width: int) -> Sequence[Line]:
        """A finding in full; of a document that was damaged since then, that it is."""
        self._at = row
        try:
            reading = self._reading(row.finding.document)
        except InputError as error:
            return [(), (Piece(f"   {safe(str(error))}", "fault"),)]
        return finding_lines(row, reading, list(row.siblings), width)

    def _reading(self, document: str) -> Reading:
        """The document of a row; the last one is kept, for neighbours stand in one document."""
        if self._read is None or self._read[0] != (self.review.stamp, document):
            self._read = ((self.review.stamp, document), self.desk.read(document))
        return self._read[1]

    def count_words(self) -> str:
        """Findings by state."""
        states = self.review.tally().states
        parts = [plural(self.rows.total, "finding")]
        parts += [
            f"{states[name]} {words}"
            for name, words in (("open", "open"), ("accepted", "accepted"), ("dismissed", "dismissed"), ("follow_up", "to follow up"), ("stale", "stale"))
            if states.get(name)
        ]  # fmt: skip
        return joined(parts)

    def status(self) -> str:
        """Findings by severity, and how many are marked."""
        found = self.review.tally().severities
        words = "   ".join(
            f"{sign} {found.get(severity, 0)} {severity}{'s' * (found.get(severity, 0) != 1)}"
            for severity, sign in ((Severity.ERROR, "✖"), (Severity.WARNING, "▲"), (Severity.NOTE, "·"))
        )
        return words + (f"      ✓ {len(self.marked)} marked" if self.marked else "")

    def _targets(self) -> list[int]:
        """What a decision falls on: what is marked, else the row."""
        row = self.rows.current
        return list(self.marked) or ([row.key] if row else [])

    def action_verdict(self, verdict: Verdict) -> None:
        """Decide."""
        self._decide(verdict, "")

    def _decide(self, verdict: Verdict, words: str) -> None:
        keys = self._targets()
        marked, self.marked = self.marked, {}
        if not self.decide(verdict, keys, words):
            self.marked = marked
        elif len(keys) > 1:
            self.say(f"{verdict.replace('_', ' ')}: {len(keys):,} findings; u takes all of them back")

    def action_reason(self, verdict: Verdict) -> None:
        """Decide with words."""
        count = len(self._targets())
        if not count:
            self.say("no finding here")
            return
        many = f"{count:,} findings" if count > 1 else ""
        asked = f"dismiss {many}, because" if verdict == "dismiss" else f"note {many}".strip()

        def answered(words: str) -> None:
            if words or verdict == "dismiss":
                self._decide(verdict, words)

        self.ask(
            asked.replace(" ,", ","),
            answered,
            hint="enter without words: no reason" if verdict == "dismiss" else "",
        )

    def action_open_one(self, step: int) -> None:
        """The next open finding in the list, round at its ends."""
        total = self.rows.total
        for further in range(1, total + 1):
            at = (self.rows.cursor + step * further) % total
            row = self.rows.row(at)
            if row is not None and row.state == "open":
                self.rows.cursor = at
                return
        self.say("no open finding is left here")

    def action_mark(self) -> None:
        """Mark the row, and go on."""
        row = self.rows.current
        if row is not None:
            if row.key in self.marked:
                del self.marked[row.key]
            else:
                self.marked[row.key] = row.finding.document
            self.rows.refresh_line(self.rows.cursor)
            self.rows.cursor += 1
            self._heads()

    def action_mark_all(self) -> None:
        """Mark all rows; if they are, none."""
        rows = self.page(replace(self.asked(), limit=MANY)).rows
        some = len(self.marked) < len(rows)
        self.marked = {row.key: row.finding.document for row in rows} if some else {}
        self.rows.refresh()
        self._heads()

    def action_mark_siblings(self) -> None:
        """Mark what is like the row."""
        row = self.rows.current
        if row is not None:
            self.marked.update(dict.fromkeys((row.key, *row.siblings), row.finding.document))
            self.rows.refresh()
            self._heads()

    def action_severity(self) -> None:
        """Only one severity, one after the other, then all."""
        choices = (None, *Severity)
        now = choices.index(self.review.wanted.severity)
        self._narrow(replace(self.review.wanted, severity=choices[(now + 1) % len(choices)]))

    def action_state(self) -> None:
        """Only one state, one after the other, then all."""
        choices = ("", "open", "accepted", "dismissed", "follow_up")
        now = self.review.wanted.state
        at = choices.index(now) if now in choices else 0
        self._narrow(replace(self.review.wanted, state=choices[(at + 1) % len(choices)]))  # type: ignore[arg-type]

    def _narrow(self, query: Query) -> None:
        self.review.wanted = query
        self.rows.cursor = 0
        self.catch_up()

    def fill(self) -> None:
        """What is no longer shown is no longer marked."""
        super().fill()
        if self.marked:
            shown = {row.key for row in self.page(replace(self.asked(), limit=MANY)).rows}
            self.marked = {key: home for key, home in self.marked.items() if key in shown}
            self._heads()

    def action_back(self) -> None:
        """Unmark; else where one was."""
        if self.marked:
            self.marked = {}
            self.rows.refresh()
            self._heads()
        else:
            super().action_back()

    def action_edit(self) -> None:
        """Open the file at the finding's line."""
        row = self.rows.current
        if row is None:
            return
        try:
            document = self._reading(row.finding.document).document
        except InputError as error:
            self.say(str(error), "fault")
        else:
            self.review.edit(document, row.finding.start)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        row = self.rows.current
        if row is not None:
            self.review.read(row.finding.document, finding=row.key)
