"""A desk that is filled while it is used: an archive's documents that were not judged yet, those on the screen first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Event, Thread
from typing import Protocol, runtime_checkable

from provenance.errors import InputError


@runtime_checkable
class Filled(Protocol):
    """What such a desk has beside what every desk has."""

    @property
    def unreadable(self) -> Mapping[str, str]:
        """Documents that are damaged, with what is wrong; there are more as it is filled."""

    def fill(self, first: Callable[[], Sequence[str]] = tuple) -> Iterator[str]:
        """Judge a document a step; `first` are those that are wanted most."""

    def left(self) -> int:
        """How many documents are not judged yet, and can be."""


class Filling:
    """The thread in which a desk is filled."""

    def __init__(self, desk: Filled, first: Callable[[], Sequence[str]]) -> None:
        """Begin at once."""
        self.fault: InputError | None = None
        self._stopped = Event()
        self._desk, self._first = desk, first
        self._thread = Thread(target=self._run, name="filling", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            for _ in self._desk.fill(self._first):
                if self._stopped.is_set():
                    break
        except InputError as error:
            self.fault = error

    def stop(self) -> None:
        """End after the document that is being judged; what was judged is kept."""
        self._stopped.set()
        self._thread.join()
