"""How many there are of what a query leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.model import Severity


@dataclass(frozen=True, slots=True)
class Counts:
    """What the title lines say."""

    documents: int
    statements: int
    sources: int
    claims: int
    disputed: int
    named: float
    findings: Mapping[Severity, int]
    states: Mapping[str, int]
    """State → findings."""


@dataclass(frozen=True, slots=True)
class FindingCounts:
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
