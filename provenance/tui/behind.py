"""What goes on behind the screens: documents are judged, others decide, files change, and all of it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.tui.filling import Filled, Filling
from provenance.tui.watching import Watching

if TYPE_CHECKING:
    from provenance.tui.app import ReviewApp


class Behind:
    """The threads beside a review, and what they bring to its desk."""

    def __init__(self, review: ReviewApp, watching: Watching | None) -> None:
        """Nothing is begun."""
        self._review = review
        self.watching = watching
        self._filling: Filling | None = None
        self._damaged = 0

    def start(self) -> None:
        """Judge what is not judged yet, and look at files from now on."""
        desk = self._review.desk
        if isinstance(desk, Filled) and desk.left():
            self._filling = Filling(desk, lambda: self._review.wanted_most)
        if self.watching is not None:
            self.watching.start()

    def stop(self) -> None:
        """What is being judged is kept before the end."""
        if self._filling is not None:
            self._filling.stop()
        if self.watching is not None:
            self.watching.stop()

    @property
    def to_judge(self) -> int:
        """Documents that are not judged yet."""
        desk = self._review.desk
        return desk.left() if isinstance(desk, Filled) else 0

    @property
    def unreadable(self) -> Mapping[str, str]:
        """Documents that are damaged, with what is wrong."""
        desk = self._review.desk
        return desk.unreadable if isinstance(desk, Filled) else {}

    def glance(self) -> None:
        """See what others decided, what was judged meanwhile, and which files changed."""
        review = self._review
        if self.watching is not None:
            self._take_over(self.watching)
        if self._filling is not None and self._filling.fault is not None:
            review.here.say(str(self._filling.fault), "fault")
            self._filling.fault = None
        damaged = list(self.unreadable.values())
        more = len(damaged) - self._damaged
        self._damaged = len(damaged)
        if more > 0:
            review.here.say(damaged[-1] + (f" (and {more - 1} more)" if more > 1 else ""), "fault")
        if review.desk.changed() or more:
            review.renewed()

    def _take_over(self, watching: Watching) -> None:
        """Put the desk over changed files in the old one's place, unless somebody is asked about what is on that."""
        review = self._review
        if watching.fault is not None:
            review.here.say(str(watching.fault), "fault")
            watching.fault = None
        if not watching.ready or review.asks:
            return
        try:
            desk = watching.take()
        except InputError as error:
            review.here.say(str(error), "fault")
            return
        if desk is not None:
            review.desk.close()
            review.renewed(desk)
            review.here.say(
                desk.notes[0] if desk.notes else "read again", "doubt" if desk.notes else "strong"
            )
