"""The ways through a report: from statement to statement, from finding to finding, from document to document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from provenance.desk.records import FindingRow, Query
from provenance.tui.filtering import filters
from provenance.tui.reader.article import Article
from provenance.tui.reader.deeds import Deeds
from provenance.tui.reader.left import keys_in
from provenance.tui.reader.stops import following


class Ways(Deeds):
    """Where the keys lead from the selected statement; the reader is one."""

    @property
    def article(self) -> Article:
        """The text."""
        return self.query_one(Article)

    def select(self, place: int, finding: int = -1, bring: bool = True) -> None:
        """Select a stop, and one of its findings."""
        raise NotImplementedError

    @property
    def left(self) -> Sequence[int]:
        """Places of the stops that the filter leaves."""
        raise NotImplementedError

    def action_move(self, step: int) -> None:
        """The next or previous statement, or finding on the document."""
        if self.reading is not None:
            place = following(self.left, self.place, step)
            if place is not None:
                self.select(place)

    def action_finding(self, step: int) -> None:
        """The next or previous open finding, from document to document and round at the ends."""
        if self.searching:
            self.action_hit(step)
        elif self.reading is not None:
            wanted = self.review.wanted
            if self._go_finding(step, wanted if wanted.state else replace(wanted, state="open")):
                return
            if not wanted.state and self._go_finding(step, wanted):
                self.say("no open finding is left: n goes through the decided ones")
            elif filters(wanted):
                self.say("the filter leaves no finding: F clears it, f types another one")
            else:
                self.say("no finding in any document: ] reads the next one")

    def _go_finding(self, step: int, query: Query) -> bool:
        assert self.reading is not None
        here = self.reading.document.id
        start = self._start(step)
        row = self._beside(step, query, start) or self.desk.following(query, here, start, step)
        if row is None:
            query = replace(query, order="text", limit=1)
            total = self.desk.findings(query).total
            rows = self.desk.findings(replace(query, after=max(total - 1, 0) if step < 0 else 0)).rows
            row = rows[0] if rows else None
            if row is not None:
                self.say("round to the other end")
        if row is None:
            return False
        self.open_at(row.finding.document, finding=row.key)
        return True

    def _start(self, step: int) -> int:
        """The place that findings are looked for from."""
        if self.place < 0:
            return -1
        stop = self.stops[self.place]
        found = next((row.finding.start for row in stop.findings if row.key == self.finding), None)
        # What begins with a statement that has no finding, and does not belong to it, lies behind it.
        return found if found is not None else stop.start - (step > 0)

    def _beside(self, step: int, query: Query, start: int) -> FindingRow | None:
        """The next of several findings that begin at one place."""
        assert self.reading is not None
        if self.finding < 0:
            return None
        same = [row for row in self.reading.findings if row.finding.start == start]
        ahead = [row for row in same[::step] if step * row.key > step * self.finding]
        keys = keys_in(self.desk, query, self.reading.document.id) if ahead else frozenset()
        return next((row for row in ahead if row.key in keys), None)

    def action_document(self, step: int) -> None:
        """The next or previous document that the filter leaves."""
        if self.reading is None:
            return
        query = replace(self.review.wanted, order="text", limit=1)
        total, number = self.desk.documents(query).total, self.reading.row.number

        def number_of(at: int) -> int:
            return self.desk.documents(replace(query, after=at)).rows[0].number

        at = bisect_right(range(total), number, key=number_of)
        if step < 0:
            at = bisect_left(range(total), number, key=number_of) - 1
        while 0 <= at < total:
            if self.open_at(self.desk.documents(replace(query, after=at)).rows[0].id):
                return
            at += step
        self.say("no further document" if step > 0 else "this is the first document")

    def action_end(self, step: int) -> None:
        """The first or last stop that the filter leaves."""
        if self.reading is not None:
            start = -1 if step < 0 else len(self.stops)
            place = following(self.left, start, -step)
            if place is not None:
                self.select(place)
            self.article.scroll_to(y=0 if step < 0 else self.article.max_scroll_y, animate=False)
