"""A report that this program wrote, read document by document: their statements are laid aside until they are asked for.

In memory a statement takes several times the room that it has in the file, and a review shows those of one document.
What is written in another way, or does not hold, is not read here: `json_report.load` reads the whole of it, or says why
it cannot.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast, overload

from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from provenance.model import AuditReport, Document, Statement
from provenance.report.json_report import Grounding, fits, hasty, reader

#: Bytes that are read at once.
CHUNK = 1 << 22
#: Documents whose statements are kept for the next question.
KEPT = 64
#: How a report begins that `dump` wrote: before the first document no name of a field and no brace can be anything else.
_START = re.compile(
    rb'\{\n "schema_version": "[^"\\\n]*",\n "tool": \{\n  "name": "[^"\\\n]*",\n  "version": "[^"\\\n]*"\n \},\n'
    rb' "documents": \[\n'
)
#: A line within a string is written as an escape: a document ends where a line closes a brace two blanks deep.
_OPENS, _CLOSES = b"  {\n", b"\n  }"
#: The documents given once more, of which readers of JSON take the last; the summary has their number.
_AGAIN = re.compile(rb'"documents"\s*:\s*[^\s\d]')


@cache
def _document_reader() -> SchemaValidator:
    return SchemaValidator(hasty(TypeAdapter(Document).core_schema))


class Aside:
    """Documents as the report has them, in a file that nobody else sees or changes."""

    def __init__(self) -> None:
        """None is there. Raises OSError where no file can be made."""
        self._file = cast(BinaryIO, TemporaryFile())  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._places: list[tuple[int, int]] = []
        self._end = 0
        self.statements: Callable[[int], list[Statement]] = lru_cache(KEPT)(self._read)

    def lay(self, document: Document, written: bytes) -> None:
        """Leave a document without its statements, which are read from what is written when they are asked for."""
        self._file.write(written)
        self._places.append((self._end, len(written)))
        self._end += len(written)
        laid = LaidAside(self, len(self._places) - 1, len(document.statements))
        document.statements = cast("list[Statement]", laid)

    def _read(self, number: int) -> list[Statement]:
        start, length = self._places[number]
        self._file.seek(start)
        document: Document = _document_reader().validate_json(self._file.read(length))
        return document.statements


class LaidAside(Sequence[Statement]):
    """The statements of a document, read when they are asked for; how many they are is known."""

    __slots__ = ("_aside", "_count", "_number")

    def __init__(self, aside: Aside, number: int, count: int) -> None:
        """`number` is that of the document."""
        self._aside, self._number, self._count = aside, number, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> list[Statement]: ...
    def __getitem__(self, at: int | slice) -> Statement | list[Statement]:
        return self._aside.statements(self._number)[at]

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._aside.statements(self._number))


class _Stream:
    """A file up to one mark after another."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._held, self._at = file, bytearray(), 0

    def until(self, mark: bytes) -> bytes:
        """What comes up to a mark, with it; nothing where there is none."""
        found = self._held.find(mark, self._at)
        while found < 0:
            more = self._file.read(CHUNK)
            if not more:
                return b""
            del self._held[: self._at]
            seen, self._at = max(len(self._held) - len(mark), 0), 0
            self._held += more
            found = self._held.find(mark, seen)
        begun, self._at = self._at, found + len(mark)
        with memoryview(self._held) as held:
            return bytes(held[begun : self._at])

    def rest(self) -> bytes:
        """All that is left."""
        return bytes(self._held[self._at :]) + self._file.read()


def read_apart(path: str, seen: Callable[[Document], object]) -> AuditReport | None:
    """The report that a file holds, as sound as `load` finds it; each document is `seen` once with all that it has.

    The first one, which is shown first, keeps its statements. None where the file is not as `dump` writes it, or
    anything in it is wrong.
    """
    checks = Grounding()
    documents: list[Document] = []
    try:
        with Path(path).open("rb") as file:
            stream, aside = _Stream(file), Aside()
            head = stream.until(b'"documents": [\n')
            if not _START.fullmatch(head):
                return None
            more = b",\n"
            while more == b",\n":
                written = stream.until(_CLOSES)
                if not written.startswith(_OPENS):
                    return None
                document: Document = _document_reader().validate_json(written)
                if next(checks.take(document), None) is not None:
                    return None
                seen(document)
                if documents:
                    aside.lay(document, written)
                documents.append(document)
                more = stream.until(b"\n")
            rest = stream.rest()
        if more != b"\n" or _AGAIN.search(rest):
            return None
        report: AuditReport = reader().validate_json(head + rest)
    except (OSError, ValidationError):
        return None
    if report.documents or not fits(report):
        return None
    report.documents = documents
    for document in report.background:
        if next(checks.take(document, whole=False), None) is not None:
            return None
    return report if next(checks.rest(report), None) is None else None
