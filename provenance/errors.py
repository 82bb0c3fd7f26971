"""What a user can act on: one line that says what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable


class ProvenanceError(Exception):
    """An error whose message is meant for the person at the terminal.

    The command line catches this class and no other: anything else is a defect and shows its trace.
    """


class InputError(ProvenanceError):
    """A file, or an item in it, that could not be read; the rest of the run goes on."""

    def __init__(self, where: str, what: str, advice: str) -> None:
        """`where` names the file (and item), `what` the trouble, `advice` what to do about it."""
        super().__init__(f"{where}: {what}; {advice}")
        self.where = where
        self.what = what
        self.advice = advice


class Troubles:
    """Tells each error in one line as it comes, and remembers that there was one."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """`say` takes the line."""
        self._say = say
        self.any = False

    def __call__(self, error: InputError) -> None:
        self.any = True
        self._say(f"provenance: {error}")


class UsageError(ProvenanceError):
    """Options or configuration that cannot be carried out as given."""
