"""Help: the keys of the review and the signs of the article."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from provenance.tui.signs import BASIS_LINES, LOOKS


class HelpScreen(ModalScreen[None]):
    """What the keys do and what the signs mean; any of escape, q and ? closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "dismiss", "Close")]

    def __init__(self, keys: str) -> None:
        """`keys` is the review's docstring, whose table lists its keys."""
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One scrolling sheet."""
        with VerticalScroll(id="help"):
            yield Static(self._text(), markup=False)

    def _text(self) -> Text:
        text = Text("Keys\n", "bold")
        for row in self._keys.splitlines():
            cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
            if row.strip().startswith("|") and len(cells) == 2 and cells[0] not in ("key", "---"):
                text.append(f"  {cells[0]:<14}{cells[1]}\n")
        text.append("\nSigns\n", "bold")
        for look in LOOKS:
            if look.sign.strip():
                text.append(f"  {look.sign}  {look.words}\n")
        text.append("\nHops of a chain\n", "bold")
        for basis, sign in BASIS_LINES.items():
            text.append(f"  {sign * 2} {basis}\n")
        return text
