"""What a user can act on: one line that says what is wrong, where, and what to do."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

#: So much is shown of what an unexpected exception says, in code points: it may quote a whole file.
SHOWN = 200
#: So many errors of one kind in one file are told one by one, and so many more by their places.
TOLD, PLACED = 3, 3
#: Where in a file an error is: "a.jsonl:12", "feed.xml, item 12".
_PLACE = re.compile(r"(?::|, [a-z]+ )([0-9]+)$")
#: What differs among errors of one kind.
_PARTICULARS = re.compile(r"[0-9]+|'[^']*'|\"[^\"]*\"")


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
    """A file or document that a fault of this program, or want of memory, kept from being judged; the rest goes on."""

    def __init__(self, where: str, error: BaseException) -> None:
        """`where` names the file or document, `error` is what nobody expected; its trace is kept as the cause."""
        words = " ".join(str(error).split())
        told = f"{type(error).__name__}: {words[:SHOWN]}" if words else type(error).__name__
        self.of_memory = isinstance(error, MemoryError)
        if self.of_memory:
            what, advice = (
                "not judged, there is not enough memory for it",
                "give it more, or less to read at once",
            )
        else:
            what = f"not judged, by a defect of this program ({told})"
            advice = "please report it with the file; PROVENANCE_TRACE=1 shows where it happened"
        super().__init__(where, what, advice)
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


class _Repeated:
    """Errors of one kind in one file."""

    def __init__(self, file: str, what: str) -> None:
        self.file, self.what = file, what
        self.count = 0
        self.places: list[str] = []
        """Places of the first that were not told one by one."""


class Troubles:
    """Tells each error in one line as it comes, and remembers that there was one.

    Of errors of one kind in one file the first are told, and the others at the end in one line with their number.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        """`say` takes the line."""
        self._say = say
        self._repeated: dict[tuple[str, str], _Repeated] = {}
        self.any = False

    def __enter__(self) -> Troubles:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._repeated.values():
            if (more := one.count - TOLD) > 0:
                rest = ", …" if more > len(one.places) else ""
                self._say(
                    f"provenance: {one.file}: {more:,} more: {one.what} (at {', '.join(one.places)}{rest})"
                )

    def __call__(self, error: InputError) -> None:
        self.any = True
        place = _PLACE.search(error.where)
        if place is not None:
            file = error.where[: place.start()]
            kind = _PARTICULARS.sub("", error.what)
            one = self._repeated.setdefault((file, kind), _Repeated(file, error.what))
            one.count += 1
            if one.count > TOLD:
                if len(one.places) < PLACED:
                    one.places.append(place[1])
                return
        if isinstance(error, Defect) and os.environ.get("PROVENANCE_TRACE"):
            for row in error.trace:
                self._say(row)
        self._say(f"provenance: {error}")


class UsageError(ProvenanceError):
    """Options or configuration that cannot be carried out as given."""
