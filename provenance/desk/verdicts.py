"""What stands decided of a desk's findings now: a state each, and counts that a key changes without counting anew."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from provenance.desk.columns import SEVERITIES, Columns
from provenance.desk.records import Decision, State, Verdict
from provenance.desk.rows import Tally

STATES: tuple[State, ...] = ("open", "accepted", "dismissed", "follow_up", "stale")
OPEN = 0
#: What a verdict on a finding makes of it; a note leaves it as it is.
GIVES: Mapping[Verdict, State] = {"accept": "accepted", "dismiss": "dismissed", "follow_up": "follow_up"}


class Hung(ABC):
    """Standing decisions by what they hang on, and those whose words are gone."""

    def __init__(self) -> None:
        """None stands."""
        self._made: dict[int, list[Decision]] = {}
        """Standing decisions and notes on a finding, the oldest first."""
        self.stale: dict[str, dict[int, Decision]] = {}
        """Document → standing decisions whose words it no longer has, by number."""
        self.turn = 0
        """Another number whenever anything changed."""

    def decision(self, key: int) -> Decision | None:
        """The decision that holds: of several the last one."""
        made = self._made.get(key, ())
        return next((one for one in reversed(made) if one.verdict in GIVES), None)

    def notes(self, key: int) -> Sequence[Decision]:
        """Notes on a finding, the oldest first."""
        return [one for one in self._made.get(key, ()) if one.verdict == "note"]

    def add(self, key: int, decision: Decision) -> None:
        """A decision more that stands on a finding; in the order in which they were made."""
        made = self._made.setdefault(key, [])
        made.append(decision)
        if len(made) > 1 and made[-2].id > decision.id:
            made.sort(key=lambda one: one.id)
        self._judge(key)

    def drop(self, key: int, decision: int) -> None:
        """A decision that stands no more."""
        self._made[key] = [one for one in self._made.get(key, ()) if one.id != decision]
        self._judge(key)

    def set_stale(self, decision: Decision, stands: bool) -> None:
        """A decision whose words are gone: shown with its document as long as it stands."""
        held = self.stale.setdefault(decision.anchor.document, {})
        if stands:
            held[decision.id] = decision
        else:
            held.pop(decision.id, None)
        self.turn += 1

    @abstractmethod
    def _judge(self, key: int) -> None:
        """Note the state of a finding whose decisions changed."""


class Verdicts(Hung):
    """The state of each finding by its key, and of each document how many are open."""

    def __init__(self, columns: Columns) -> None:
        """All findings are open."""
        super().__init__()
        self._columns = columns
        self.states = bytearray(len(columns.report.findings))
        self.turns: dict[int, int] = {}
        """Finding → the turn with which anything last changed that is decided of it."""
        self._tallies: dict[str, Tally] | None = None

    def tally(self, document: str) -> Tally:
        """How many findings of a document are open."""
        if self._tallies is None:
            self._tallies = {home: self._counted(keys) for home, keys in self._columns.findings_of.items()}
        return self._tallies.get(document) or Tally([0] * len(SEVERITIES), 0)

    def _counted(self, keys: Sequence[int]) -> Tally:
        counts = [0] * len(SEVERITIES)
        for key in keys:
            counts[self._columns.severities[key]] += self.states[key] == OPEN
        return Tally(counts, len(keys))

    @cached_property
    def burdens(self) -> list[int]:
        """Of each document what is left to do, as a number that is the less the more it is: errors, warnings, notes."""
        return [burden(self.tally(document.id).open) for document in self._columns.report.documents]

    def state(self, key: int) -> State:
        """What is decided of a finding."""
        return STATES[self.states[key]]

    def _judge(self, key: int) -> None:
        held = self.decision(key)
        state = STATES.index(GIVES[held.verdict]) if held else OPEN
        home, rank = self._columns.report.findings[key].document, self._columns.severities[key]
        more = (state == OPEN) - (self.states[key] == OPEN)
        if more:
            self.burdens[self._columns.numbers[home]] -= more << shift(rank)
            self.tally(home).open[rank] += more
        self.states[key] = state
        self.turn += 1
        self.turns[key] = self.turn

    def counts(self, keys: Iterable[int] | None = None) -> dict[str, int]:
        """State → findings: of some, or of all with the decisions that are stale."""
        if keys is None:
            found: dict[str, int] = {state: self.states.count(number) for number, state in enumerate(STATES)}
            return {**found, "stale": sum(map(len, self.stale.values()))}
        held = bytes(self.states[key] for key in keys)
        return {state: held.count(number) for number, state in enumerate(STATES)}


def shift(rank: int) -> int:
    """No document has a million findings: one error weighs more than all of its warnings."""
    return 20 * (len(SEVERITIES) - 1 - rank)


def burden(counts: Sequence[int]) -> int:
    """What is left to do as a number, the less the more it is."""
    return -sum(count << shift(rank) for rank, count in enumerate(counts))
