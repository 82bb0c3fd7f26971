"""Where the words of a text stand after its file changed."""

from __future__ import annotations

from collections.abc import Callable

#: So many characters are held against each other at once.
STRETCH = 4096


def moved_by(before: str, now: str) -> Callable[[int], int]:
    """Where the offsets of a text lie after one stretch of it was replaced; those within it where that begins."""
    shorter = min(len(before), len(now))
    head = _alike(before, now)
    tail = min(_alike(before[::-1], now[::-1]), shorter - head)

    def moved(at: int) -> int:
        if at >= len(before) - tail:
            return at + len(now) - len(before)
        return min(at, head)

    return moved


def _alike(one: str, other: str) -> int:
    """Characters up to the first that differs, or to the end of the shorter text."""
    shorter, at = min(len(one), len(other)), 0
    while at < shorter and one[at : at + STRETCH] == other[at : at + STRETCH]:
        at += STRETCH
    while at < shorter and one[at] == other[at]:
        at += 1
    return min(at, shorter)
