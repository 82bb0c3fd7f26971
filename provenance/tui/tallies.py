"""How many findings a filter leaves, by state and by severity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from provenance.desk.records import Desk, Query, State
from provenance.model import Severity
from provenance.tui.filtering import filters


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of findings."""

    states: Mapping[str, int]
    severities: Mapping[Severity, int]

    @property
    def total(self) -> int:
        """All of them; stale decisions have none."""
        return sum(self.severities.values())

    @property
    def decided(self) -> int:
        """Those that are not open."""
        return self.total - self.states.get("open", 0)


def tally(desk: Desk, query: Query) -> Tally:
    """Counts of what a query leaves; sources and claims, which take longer, are not counted."""
    if not filters(query):
        counts = desk.counts()
        return Tally(counts.states, counts.findings)
    one = replace(query, limit=1, order="text")
    states = {
        state: desk.findings(replace(one, state=state)).total
        for state in get_args(State)
        if query.state in ("", state)
    }
    severities = {
        severity: desk.findings(replace(one, severity=severity)).total
        for severity in Severity
        if query.severity in (None, severity)
    }
    return Tally(states, severities)
