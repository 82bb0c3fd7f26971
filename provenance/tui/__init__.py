"""The review: findings, routes, claims and sources in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.tui.opening import Opener

#: What is open within so many seconds needs no bar.
SOON = 0.3


def run(open_desk: Opener, quick: bool = True, watch: Sequence[str] = (), archive: str = "") -> None:
    """Show the desk over what `open_desk` reads until the reader quits.

    What may not be `quick` is opened when the frame stands. When a file of the paths `watch` changes, `open_desk` reads
    again, and the new desk takes the old one's place; `archive`, where decisions go, may lie among them.

    Raises:
        ProvenanceError: what `open_desk` raises.
        KeyboardInterrupt: a signal ended it, with its number; the terminal is as it was before.
    """
    from provenance.tui.opening import Opening

    watching = None
    if watch:
        from provenance.tui.watching import Watching

        watching = Watching(watch, open_desk, archive)
    opening = Opening(open_desk)
    if quick:
        opening.start()
        if opening.wait(SOON) and opening.fault:
            raise opening.fault
    from provenance.tui import remembered
    from provenance.tui.app import ReviewApp
    from provenance.tui.plain import plain_signs

    # Textual draws on standard error.
    with plain_signs(sys.__stderr__):
        app = ReviewApp(None, opening, remembered.theme(), remembered.keep_theme, watching)
        app.run()
    if app.ended_by:
        raise KeyboardInterrupt(app.ended_by)
    if opening.fault:
        raise opening.fault
