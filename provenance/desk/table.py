"""What lists ask of all statements of a report, in columns: read once, document by document."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import get_args

from provenance.model import Document, StatementKind

#: Among kinds of statements: verbatim words within another statement, which has them, too.
FRAGMENT = "fragment"
#: Kind → its number in a table.
KINDS = {kind: number for number, kind in enumerate((*get_args(StatementKind), FRAGMENT))}
KIND_NAMES = tuple(KINDS)


class StatementTable:
    """The statements of documents in the order of the text, each in a row."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        """Rows for the statements of these documents; `add` adds others."""
        self.first = array("I", [0])
        """Row of the first statement of each document, and of all at the end."""
        self.sources: list[str | None] = []
        """As they were read."""
        self.claims: list[str | None] = []
        self.sourced = bytearray()
        """Whether a statement has an attribution."""
        self.kinds = bytearray()
        """Numbers of kinds; a fragment's is that of fragments."""
        self.words = array("I")
        self._names: dict[str | None, str | None] = {}
        self._others: dict[int, dict[str, int]] = {}
        """Documents whose statements are not numbered as this program numbers them: id → number from 0."""
        for document in documents:
            self.add(document)

    def __len__(self) -> int:
        return len(self.sources)

    def add(self, document: Document) -> None:
        """Rows for the statements of a further document."""
        ids = []
        for statement in document.statements:
            attribution = statement.attribution
            source = attribution.source if attribution else None
            self.sources.append(self._names.setdefault(source, source))
            self.claims.append(self._names.setdefault(statement.claim, statement.claim))
            self.sourced.append(attribution is not None)
            self.kinds.append(KINDS[statement.kind if statement.parent is None else FRAGMENT])
            self.words.append(statement.text.count(" ") + 1)
            ids.append(statement.id)
        if ids != [f"{document.id}#s{number}" for number in range(1, len(ids) + 1)]:
            self._others[len(self.first) - 1] = {name: number for number, name in enumerate(ids)}
        self.first.append(len(self.sources))

    def number(self, home: int, statement: str) -> int | None:
        """Number from 0 of a statement in the document of a place; None if it has none of that id."""
        if home in self._others:
            return self._others[home].get(statement)
        digits = statement.rpartition("#s")[2]
        if not (digits.isascii() and digits.isdecimal()) or digits[0] == "0":
            return None
        at = int(digits) - 1
        return at if at < self.first[home + 1] - self.first[home] else None
