"""What a screen says where it has nothing to show: why that is, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.tui import filtering
from provenance.tui.pieces import Line, Piece, safe, wrap

if TYPE_CHECKING:
    from provenance.tui.app import ReviewApp

Why = tuple[str, str]
"""Why nothing is there, and what to do next."""
NO_DOCUMENT: Why = (
    "no document is here",
    "q leaves; provenance review PATH opens a file, a folder, a report or an archive",
)


def why_empty(review: ReviewApp, otherwise: Why) -> Why:
    """Why a screen has nothing to show: no documents, the filter, judging that is not done, or what it says itself."""
    if not review.total:
        return NO_DOCUMENT
    if filtering.filters(review.wanted):
        words = safe(filtering.in_words(review.wanted))
        return f"the filter leaves nothing here: only {words}", "F clears it, f types another one"
    if review.behind.to_judge:
        return (
            "nothing here yet: the documents are being judged",
            "what is found comes in by itself; 1 reads meanwhile",
        )
    return otherwise


def empty_lines(why: Why, width: int, indent: str = "   ") -> Sequence[Line]:
    """Both in lines, below a blank one."""
    return [
        (),
        *wrap([Piece(why[0], "strong")], width - 1, indent),
        *wrap([Piece(why[1], "quiet")], width - 1, indent),
    ]
