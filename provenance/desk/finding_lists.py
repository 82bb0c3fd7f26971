"""The findings of a report by query: in order, by page, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from provenance.desk.records import FindingRow, Order, Page, Query, State
from provenance.desk.rows import folded, siblings
from provenance.desk.selection import Selection, Shelf, facets
from provenance.desk.verdicts import STATES, Verdicts
from provenance.desk.views import Others

#: Answers to queries kept for the next key.
KEPT = 24
#: Lines kept for the next key: more than a document has findings, or each key would make all of them.
LINES = 20_000


class FindingLists:
    """Findings as lists ask for them; what no decision changes is worked out once for a query."""

    def __init__(self, shelf: Shelf, verdicts: Verdicts) -> None:
        """`verdicts` may change meanwhile, the shelf may not."""
        self._shelf = shelf
        self._columns = shelf.columns
        self._found = shelf.report.findings
        self._verdicts = verdicts
        self.selection: Callable[[Query], Selection] = lru_cache(KEPT)(lambda query: Selection(shelf, query))
        self._ordered: Callable[[Query, Order], Sequence[int]] = lru_cache(KEPT)(self._in_order)
        self._in_state: Callable[[Query, Order, State, int], Sequence[int]] = lru_cache(KEPT)(
            self._left_in_state
        )
        self._row: Callable[[int, int], FindingRow] = lru_cache(LINES)(self._row_of)
        self._siblings: Callable[[str], Mapping[int, Sequence[int]]] = lru_cache(KEPT)(self._siblings_in)

    def page(self, query: Query) -> Page[FindingRow]:
        """A page of rows."""
        keys = self.keys(query)
        return Page([self.row(key) for key in keys[query.after : query.after + query.limit]], len(keys))

    def keys(self, query: Query, order: Order | None = None) -> Sequence[int]:
        """Keys by query, all of them."""
        asked, order = facets(query), order or query.order
        if not query.state:
            return self._ordered(asked, order)
        return self._in_state(asked, order, query.state, self._verdicts.turn)

    def _left_in_state(self, query: Query, order: Order, state: State, turn: int) -> Sequence[int]:
        wanted, states = STATES.index(state), self._verdicts.states
        return [key for key in self._ordered(query, order) if states[key] == wanted]

    def place(self, key: int, query: Query) -> int | None:
        """Where a finding stands among those of a query."""
        keys = self.keys(query)
        return keys.index(key) if key in keys else None

    def following(self, query: Query, document: str, start: int, step: int) -> FindingRow | None:
        """The next finding of a query in the order of the text."""
        keys = self.keys(query, "text")
        here = (self._columns.numbers[document], start)
        if step > 0:
            at = bisect_right(keys, here, key=self._text_place)
            return self.row(keys[at]) if at < len(keys) else None
        at = bisect_left(keys, here, key=self._text_place)
        return self.row(keys[at - 1]) if at else None

    def rows(self, query: Query) -> Collection[int] | None:
        """The statements that a query leaves, whatever words were typed; None for all of them.

        Where it asks for findings of a severity, a rule or a state: those that such a finding lies on.
        """
        selection = self.selection(replace(facets(query), words=""))
        if selection.on_findings or query.state:
            on = self._shelf.on
            return {on[key] for key in self.keys(replace(query, words="")) if on[key] >= 0}
        return selection.statements if selection.on_statements or query.document else None

    def row(self, key: int) -> FindingRow:
        """A finding's line: the very same one until something else is decided of it."""
        return self._row(key, self._verdicts.turns.get(key, 0))

    def _row_of(self, key: int, turn: int) -> FindingRow:
        finding = self._found[key]
        place = self._columns.numbers[finding.document]
        document = self._columns.document(place)
        together = self._siblings(finding.document).get(key, ())
        return FindingRow(
            key, finding, place + 1, document.title or document.id,
            folded(document.text[finding.start : finding.end]), self._verdicts.state(key),
            self._verdicts.decision(key), Others(together, key) if together else (), self._verdicts.notes(key),
        )  # fmt: skip

    def _text_place(self, key: int) -> tuple[int, int]:
        return self._columns.place_of(self._found[key])

    def _in_order(self, query: Query, order: Order) -> Sequence[int]:
        return sorted(self.selection(query).findings, key=self._columns.places(order).__getitem__)

    def _siblings_in(self, document: str) -> Mapping[int, Sequence[int]]:
        table, on, rows = self._shelf.statements, self._shelf.lies_on, []
        for key in self._columns.findings_of.get(document, ()):
            row = on(self._found[key])
            rows.append((key, self._found[key], (table.sources[row] or "") if row >= 0 else ""))
        return siblings(rows)
