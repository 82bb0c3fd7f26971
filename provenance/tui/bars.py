"""Shares as bars of a row's height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def bar(share: float, width: int, glyph: str = "▆") -> str:
    """A share of `width` columns; the smallest is a low one."""
    filled = round(share * width)
    return glyph * filled if filled else ("▂" if share > 0 else "")


def stacked(parts: Mapping[str, float], glyphs: Mapping[str, str], width: int, whole: float) -> str:
    """Parts of a whole that has `width` columns, one after the other, each in its own glyph."""
    made = ""
    if whole <= 0:
        return made
    for name, glyph in glyphs.items():
        share = parts.get(name, 0) / whole
        columns = round(share * width)
        made += glyph * (columns or (1 if share > 0 else 0))
    return made[:width]


def percent(share: float) -> str:
    """A share as a whole number of percent."""
    return f"{round(share * 100)} %"


def plural(count: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str]) -> str:
    """Counts in a title."""
    return " · ".join(part for part in parts if part)
