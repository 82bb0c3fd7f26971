"""How examples of several documents are written: front matter, and what stands between two of them."""

from __future__ import annotations

from provenance.rules.context import DIVIDER

#: The papers of examples: the earlier and the later one.
PAPERS = ("Nordblatt", "Tagblatt")


def printed(text: str, outlet: str, day: int) -> str:
    """A text as an outlet printed it on a day of one month; without an outlet, as an agency or a press office sends it."""
    paper = f"outlet: {outlet}\n" if outlet else ""
    return f"---\n{paper}date: 2026-09-{day:02}\n---\n\n{text}"


def followed(earlier: str, later: str, *, sent: bool = False) -> str:
    """A text of one paper and what another one printed the day after; `sent`: the first is an agency's or a release."""
    first, second = PAPERS
    return printed(earlier, "" if sent else first, 3) + DIVIDER + printed(later, second, 4)
