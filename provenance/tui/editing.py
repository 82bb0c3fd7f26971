"""A document's file in the editor of the reader's choice."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from provenance.model import Document


def edit(app: App[None], document: Document, offset: int) -> str:
    """Open it at the line of an offset, and come back; returns what kept it from being opened, or nothing."""
    path = Path(document.path)
    if not path.is_file():
        return f"{document.path} is no file here"
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    # An absolute path is never taken as an option.
    call = [*shlex.split(command), f"+{document.place(offset).line}", str(path.absolute())]
    try:
        with app.suspend():
            subprocess.run(call, check=False)
    except (OSError, SuspendNotSupported) as error:
        return f"{command} cannot be started ({error}); set EDITOR"
    app.refresh(layout=True)
    return ""
