"""What a desk does with decisions, whatever it is over: keep them, take them back, and lay corrections over the reading."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from provenance.archive.decisions import REDO, UNDO
from provenance.desk.corrections import Corrections
from provenance.desk.deciding import Deciding
from provenance.desk.keeper import Keeper
from provenance.desk.records import Decision, Verdict


class Reviewing(ABC):
    """The part of a desk through which one decides."""

    corrections: Corrections
    _keeper: Keeper
    _deciding: Deciding

    @abstractmethod
    def lay(self, corrections: Corrections) -> None:
        """Lay corrections over the reading; what rests on them is counted anew when it is asked for."""

    def decide(self, verdict: Verdict, keys: Sequence[int], value: str = "") -> Sequence[Decision]:
        """Decide findings by their keys; what is returned is committed. Raises InputError if it cannot be kept."""
        made = self._deciding.decide(verdict, keys, value)
        self._laid_anew()
        return made

    def correct(self, verdict: Verdict, target: str, value: str) -> Decision:
        """Correct a statement or a source by its id."""
        made = self._deciding.correct(verdict, target, value)
        self._laid_anew()
        return made

    def undo(self) -> Sequence[Decision]:
        """Take back the newest decisions of this reviewer that stand, a batch as one."""
        return self._turned(UNDO)

    def redo(self) -> Sequence[Decision]:
        """Put back what undo took back last."""
        return self._turned(REDO)

    def kept_in(self) -> str:
        """The archive that decisions go into. Raises InputError if none can be made or written."""
        return self._keeper.kept_in()

    def _turned(self, verdict: str) -> Sequence[Decision]:
        told = self._deciding.turn(verdict)
        self._laid_anew()
        return told

    def _laid_anew(self) -> None:
        corrections = self._deciding.corrections
        if corrections is not None and corrections is not self.corrections:
            self.lay(corrections)
