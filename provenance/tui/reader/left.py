"""What the filter leaves of a document: the stops that keys lead to; the others are dimmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from provenance.desk.records import Desk, Query, Reading
from provenance.model import Source
from provenance.tui.filtering import filters
from provenance.tui.reader.contents import Contents
from provenance.tui.reader.stops import Stops

#: More findings than a document has.
MANY = 1_000_000


class Haystacks:
    """Of each statement of a document the words that typed ones are looked for in, in small letters."""

    def __init__(self, contents: Contents, sources: Mapping[str, Source]) -> None:
        """Read them: what it says, and who says it."""
        self.contents, self.sources = contents, sources
        names = {source: told.name for source, told in sources.items()}
        self._words = [
            f"{statement.text} {names.get(statement.attribution.source or '', '')}".lower()
            if statement.attribution
            else f"{statement.text} ".lower()
            for statement in contents.statements
        ]

    def having(self, words: Sequence[str], among: Sequence[int]) -> Sequence[int]:
        """Those of some statements, by number, that have all words."""
        held = self._words
        for word in words:
            if len(among) == len(held):
                among = [number for number, said in enumerate(held) if word in said]
            else:
                among = [number for number in among if word in held[number]]
        return among


class Left:
    """What filters leave of the document that is read."""

    def __init__(self) -> None:
        """No filter was asked for."""
        self._haystacks: Haystacks | None = None

    def prepare(self, contents: Contents, reading: Reading) -> Haystacks:
        """Read the words of a document's statements; of the same one they are read once."""
        held = self._haystacks
        if held is None or held.contents is not contents or held.sources is not reading.sources:
            held = self._haystacks = Haystacks(contents, reading.sources)
        return held

    def statements(self, desk: Desk, query: Query, contents: Contents, reading: Reading) -> Sequence[int]:
        """Numbers of the statements that are what is asked for and have the words, whatever was found on them."""
        document, words = reading.document.id, query.words.lower().split()
        if query.document not in ("", document):
            return ()
        asked: Sequence[int] = range(len(contents.statements))
        if filters(replace(query, document="", words="")):
            shown = desk.shown(document, query)
            asked = sorted(contents.numbers[name] for name in shown if name in contents.numbers)
        return self.prepare(contents, reading).having(words, asked) if words else asked

    def of(
        self, desk: Desk, query: Query, contents: Contents, reading: Reading, stops: Stops
    ) -> tuple[Sequence[int], frozenset[int]] | None:
        """Of what a filter leaves, asked for or with a finding that is: places of stops, numbers of statements.

        None where there is no filter, or it leaves everything.
        """
        document = reading.document.id
        if not filters(replace(query, document="" if query.document == document else query.document)):
            return None
        numbers = self.statements(desk, query, contents, reading)
        on, alone = stops.having(keys_in(desk, query, document))
        left = frozenset(numbers)
        if more := on - left:
            numbers, left = sorted([*numbers, *more]), left | more
        places = stops.of_numbers(numbers)
        return sorted([*places, *alone]) if alone else places, left


def keys_in(desk: Desk, query: Query, document: str) -> frozenset[int]:
    """Findings of a document that a filter leaves."""
    if query.document not in ("", document):
        return frozenset()
    rows = desk.findings(replace(query, document=document, order="text", limit=MANY)).rows
    return frozenset(row.key for row in rows)
