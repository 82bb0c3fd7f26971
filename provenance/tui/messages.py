"""What widgets tell the screen, in the past tense."""

from __future__ import annotations

from textual.message import Message


class StatementSelected(Message):
    """The reader clicked on a statement."""

    def __init__(self, number: int) -> None:
        """`number` is the statement's place in its document."""
        super().__init__()
        self.number = number
