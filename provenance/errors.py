"""What a user can act on: one line that says what is wrong, where, and what to do."""

from __future__ import annotations

import os
from collections.abc import Callable

#: So much is shown of what an unexpected exception says, in code points: it may quote a whole file.
SHOWN = 200


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


class Defect(InputError):
    """A file or document that a fault of this program kept from being judged; the rest of the run goes on."""

    def __init__(self, where: str, error: BaseException) -> None:
        """`where` names the file or document, `error` is what nobody expected; its trace is kept as the cause."""
        words = " ".join(str(error).split())
        told = f"{type(error).__name__}: {words[:SHOWN]}" if words else type(error).__name__
        super().__init__(
            where, f"not judged, by a defect of this program ({told})",
            "please report it with the file; PROVENANCE_TRACE=1 shows where it happened",
        )  # fmt: skip
        self.__cause__ = error

    @property
    def trace(self) -> list[str]:
        """Where it happened, as Python tells it, in lines."""
        from traceback import format_exception

        return "".join(format_exception(self.__cause__)).splitlines()


def raised(error: InputError) -> None:
    """What is told of an error where nobody listens.

    Raises:
        InputError: always.
    """
    raise error


class Troubles:
    """Tells each error in one line as it comes, and remembers that there was one."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """`say` takes the line."""
        self._say = say
        self.any = False

    def __call__(self, error: InputError) -> None:
        self.any = True
        if isinstance(error, Defect) and os.environ.get("PROVENANCE_TRACE"):
            for row in error.trace:
                self._say(row)
        self._say(f"provenance: {error}")


class UsageError(ProvenanceError):
    """Options or configuration that cannot be carried out as given."""
