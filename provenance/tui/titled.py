"""What a screen of the review asks the desk, and what its title tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.screen import Screen

from provenance.desk.records import Desk
from provenance.tui import filtering
from provenance.tui.pieces import Piece, safe, visible
from provenance.tui.widgets.bands import Band, KeyLine

if TYPE_CHECKING:
    from provenance.tui.app import ReviewApp


class Titled(Screen[None]):
    """A screen with a title line."""

    heading: ClassVar[str] = ""
    """What the screen shows, in its title."""

    @property
    def review(self) -> ReviewApp:
        """The application."""
        return cast("ReviewApp", self.app)

    @property
    def desk(self) -> Desk:
        """What every screen asks."""
        return self.review.desk

    # What a screen adds.

    def body(self) -> ComposeResult:
        """What stands between title and foot."""
        yield from ()

    def fill(self) -> None:
        """Ask the desk anew: what is shown may be other than it was."""

    def renew(self) -> None:
        """Files have been read again: keys of findings and places in the text are others than they were."""

    def prepare(self) -> None:
        """Read what a filter will ask for, while no key is pressed."""

    def title_words(self) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """Both ends of the title line."""
        left = (Piece(self.heading, "title"), Piece(f"    {safe(self.desk.name)}", "quiet"))
        saved, narrowed = self.saved(), self.filter_words()
        parts = self.count_words().split(" · ")
        room = (
            self.size.width
            - len(self.heading)
            - 6
            - sum(cell_len(piece.words) for piece in (saved, *narrowed))
        )
        while len(parts) > 1 and len(" · ".join(parts)) > room:
            parts.pop()
        return left, (*narrowed, Piece(" · ".join(parts)), saved)

    def count_words(self) -> str:
        """What is counted on this screen."""
        return ""

    def retitle(self) -> None:
        """Write the title line."""
        self.query_one("#title", Band).put(*self.title_words())

    def filter_words(self) -> tuple[Piece, ...]:
        """The filter as it stands, if there is one."""
        words = safe(filtering.in_words(self.review.wanted))
        return (Piece(f"only {words}", "accent"), Piece("   ")) if words else ()

    def reviewed(self) -> str:
        """How many of the findings somebody decided."""
        tally, left = self.review.tally(), self.review.behind.to_judge
        damaged = len(self.review.behind.unreadable)
        if damaged and not left:
            return f"{damaged:,} unreadable   ✓ {tally.decided:,} of {tally.total:,}"
        if left:
            return f"{left:,} documents to be judged   ✓ {tally.decided:,} of {tally.total:,}"
        return f"✓ {tally.decided:,} of {tally.total:,} reviewed" if tally.total else "no findings"

    def saved(self) -> Piece:
        """Where decisions go, or why they cannot."""
        where, fault = self.review.kept
        if fault:
            return Piece("   not saved", "fault")
        return Piece(
            f"   saved in {safe(Path(where).name)}" if self.size.width >= 120 else "   saved", "quiet"
        )

    def say(self, words: str, look: str = "strong") -> None:
        """Tell something at the foot, until the next key."""
        self.query_one(KeyLine).say(visible(words).replace("\n", " ").replace("\t", " "), look)
