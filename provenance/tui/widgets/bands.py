"""The lines at the top and at the foot of each screen: what is shown, and which keys act on it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from provenance.tui.pieces import Line, Piece, apart, fit
from provenance.tui.widgets.painted import Painted


class Band(Painted, can_focus=False):
    """One line with words at both ends; the left ones give way."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `put` is called."""
        super().__init__(id=id)
        self._ends: tuple[Sequence[Piece], Sequence[Piece]] = ((), ())

    def put(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show these words."""
        if (left, right) != self._ends:
            self._ends = (left, right)
            self.refresh()

    @property
    def words(self) -> str:
        """What is shown, in words."""
        return "".join(piece.words for piece in (*self._ends[0], *self._ends[1]))

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        made = (Piece(" "), *apart(*self._ends, width - 2), Piece(" ")) if y == 0 else ()
        return self.strip(made, width)


class Heads(Painted, can_focus=False):
    """The heads of a list's columns."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `put` is called."""
        super().__init__(id=id)
        self._line: Line = ()

    def put(self, line: Line) -> None:
        """Show these heads, above the words of the rows."""
        if line != self._line:
            self._line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        return self.strip((Piece(" "), *self._line) if y == 0 else (), self.size.width)


class KeyLine(Painted, can_focus=False):
    """The keys of the screen, as many as have room; or what the screen has to say, until the next key."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `keys` is called."""
        super().__init__(id=id)
        self._keys: Sequence[tuple[str, str]] = ()
        self._last: Sequence[tuple[str, str]] = ()
        self.said = Piece("")

    def keys(self, keys: Sequence[tuple[str, str]], last: Sequence[tuple[str, str]] = ()) -> None:
        """Show keys with what they do; `last` stand at the end at every width."""
        if (keys, last) != (self._keys, self._last):
            self._keys, self._last = keys, last
            self.refresh()

    def say(self, words: str, look: str = "strong") -> None:
        """Say something in place of the keys."""
        if self.said != Piece(words, look):
            self.said = Piece(words, look)
            self.refresh()

    def hush(self) -> None:
        """Show the keys again."""
        if self.said.words:
            self.said = Piece("")
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        if y:
            return self.strip((), width)
        if self.said.words:
            return self.strip((Piece(" "), Piece(fit(self.said.words, width - 2), self.said.look)), width)
        return self.strip(self._line(width), width)

    def _line(self, width: int) -> Line:
        def size(shown: Sequence[tuple[str, str]]) -> int:
            return sum(cell_len(key) + cell_len(words) + 4 for key, words in shown)

        fitting = list(self._keys)
        while fitting and size(fitting) + size(self._last) > width:
            fitting.pop()
        made = [Piece(" ")]
        for key, words in (*fitting, *self._last):
            made += [Piece(key, "key"), Piece(f" {words}   ", "quiet")]
        return tuple(made)
