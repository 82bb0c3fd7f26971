"""The claims screen: what several documents say in common, and where they contradict one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from provenance.desk.records import ClaimRow, Page, Query, Verdict
from provenance.tui.bars import joined, plural
from provenance.tui.claims.rows import claim_heads, claim_line, claim_lines
from provenance.tui.listing import ListScreen
from provenance.tui.pieces import Line
from provenance.tui.widgets.rows import Rows

#: So many findings of a claim are decided by one key.
MANY = 1_000


class ClaimsScreen(ListScreen[ClaimRow]):
    """All claims, the disputed first."""

    heading = "Claims"
    ORDERS = ("spread", "words", "time", "name")
    EMPTY = (
        "nothing is said in common: no two documents say the same",
        "1 reads what each of them says, 4 lists who says it",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "verdict('accept')", "accept", tooltip="accept the open findings on the claim"),
        Binding("d", "reason('dismiss')", "dismiss", tooltip="dismiss the open findings on the claim, with a reason"),
        Binding("w", "verdict('follow_up')", "follow up", tooltip="leave them to be followed up"),
        Binding("m", "reason('note')", "note", tooltip="a note on the findings of the claim"),
        Binding("c", "disputed", "disputed", tooltip="only what is in dispute, or all"),
        Binding("l", "its_findings", "its findings", tooltip="the findings on the claim"),
        *ListScreen.LIST_BINDINGS,
    ]  # fmt: skip

    def page(self, query: Query) -> Page[ClaimRow]:
        """Claims."""
        return self.desk.claims(query)

    def columns(self, width: int) -> Line:
        """The heads."""
        return claim_heads(width)

    def count_words(self) -> str:
        """Claims, and those in dispute."""
        disputed = self.page(replace(self.asked(), disputed=True, limit=1)).total
        return joined(
            (
                plural(self.rows.total, "claim"),
                f"{disputed:,} in dispute",
                self.reviewed(),
            )
        )

    def status(self) -> str:
        """What the signs mean."""
        return "≠ figures or words contradict   ↯ a reservation was lost on the way"

    def paint(self, row: ClaimRow, width: int) -> Line:
        """A claim in a line."""
        return claim_line(row, width)

    def details(self, row: ClaimRow, width: int) -> Sequence[Line]:
        """A claim in full."""
        return claim_lines(row, self.desk.elsewhere(row.claim.id), width)

    def _keys(self) -> list[int]:
        """The open findings on the claim."""
        row = self.rows.current
        if row is None:
            return []
        query = replace(self.review.wanted, claim=row.claim.id, state="open", limit=MANY)
        return [each.key for each in self.desk.findings(query).rows]

    def action_verdict(self, verdict: Verdict) -> None:
        """Decide."""
        self._decide(verdict, "")

    def _decide(self, verdict: Verdict, words: str) -> None:
        keys = self._keys()
        if not keys:
            self.say("no open finding lies on this claim")
        elif self.decide(verdict, keys, words):
            self.say(
                f"{verdict.replace('_', ' ')}: {plural(len(keys), 'finding')} on this claim; u takes it back"
            )

    def action_reason(self, verdict: Verdict) -> None:
        """Decide with words."""
        if not self._keys():
            self.say("no open finding lies on this claim")
            return

        def answered(words: str) -> None:
            if words or verdict == "dismiss":
                self._decide(verdict, words)

        self.ask("dismiss, because" if verdict == "dismiss" else "note", answered)

    def action_disputed(self) -> None:
        """Only what is in dispute."""
        self.review.wanted = replace(self.review.wanted, disputed=not self.review.wanted.disputed)
        self.catch_up()

    def action_its_findings(self) -> None:
        """Only the findings of the claim."""
        row = self.rows.current
        if row is not None:
            self.review.only(replace(self.review.wanted, claim=row.claim.id), "findings")

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        row = self.rows.current
        places = self.desk.elsewhere(row.claim.id) if row else ()
        place = next((place for place in places if place.document.number > 0), None)
        if place is not None:
            self.review.read(place.document.id, place.statement.id)
