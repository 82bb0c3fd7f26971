"""What is kept from one review to the next: the theme."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from provenance.tui.themes import EVENING


def _file() -> Path:
    """Source: XDG Base Directory Specification, $XDG_STATE_HOME."""
    home = os.environ.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()
    return Path(home) / "provenance" / "theme"


def theme() -> str:
    """The theme of the last review; the dark one if there was none."""
    with suppress(OSError, UnicodeDecodeError, RuntimeError):
        return _file().read_text(encoding="utf-8")[:80].strip() or EVENING.name
    return EVENING.name


def keep_theme(name: str) -> None:
    """Remember it; where nothing can be written nothing is remembered."""
    with suppress(OSError, RuntimeError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(name + "\n", encoding="utf-8")
