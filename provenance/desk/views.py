"""Views of what a desk has: a part of it, gone through only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, overload

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Others(Sequence[int]):
    """Numbers without one of them: a list of its own for each of a thousand would be a million numbers."""

    everything: Sequence[int]
    but: int
    """One of the numbers, which is among them once."""

    def __len__(self) -> int:
        return len(self.everything) - 1

    def __iter__(self) -> Iterator[int]:
        return (number for number in self.everything if number != self.but)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        return list(self)[at]


class Named(Mapping[str, Value]):
    """Of all things by their names those that are named somewhere; which these are is found out when it is asked for."""

    def __init__(self, everything: Mapping[str, Value], names: Callable[[], Iterable[str]]) -> None:
        """`names` gives the names in their order; those of nothing are left out."""
        self._all, self._given = everything, names

    @cached_property
    def _names(self) -> dict[str, None]:
        return {name: None for name in self._given() if name in self._all}

    def __getitem__(self, name: str) -> Value:
        """A thing by a name, whether or not it is named there: who asks has the name from there."""
        return self._all[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
