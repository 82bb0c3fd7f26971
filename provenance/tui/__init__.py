"""The review: findings, routes, claims and sources in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.tui.opening import Opener

#: What is open within so many seconds needs no bar.
SOON = 0.3


def run(open_desk: Opener, quick: bool = True) -> None:
    """Show the desk over what `open_desk` reads until the reader quits.

    What may not be `quick` is opened when the frame stands.

    Raises:
        ProvenanceError: what `open_desk` raises.
    """
    from provenance.tui.opening import Opening

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
        ReviewApp(None, opening, remembered.theme(), remembered.keep_theme).run()
    if opening.fault:
        raise opening.fault
