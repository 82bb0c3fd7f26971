"""Links joined into groups."""

from __future__ import annotations

from collections.abc import Iterable


def join(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected numbers, each group in order, the groups by their least; what no link names is left out."""
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while (above := parent.setdefault(number, number)) != number:
            parent[number] = parent[above]
            number = above
        return number

    for first, second in links:
        a, b = root(first), root(second)
        if a != b:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for number in sorted(parent):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())
