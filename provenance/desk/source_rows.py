"""Who speaks, how much and how directly: the sources of a report in lines."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from provenance.desk.columns import Statements
from provenance.desk.corrections import Corrections
from provenance.desk.looks import look_of_type
from provenance.desk.records import SourceRow
from provenance.desk.table import FRAGMENT, KIND_NAMES, KINDS
from provenance.model import Source


class Speakers:
    """The sources of statements with their counts, made once for a state of the corrections."""

    def __init__(self, statements: Statements, corrections: Corrections) -> None:
        """Count the words of all sourced statements."""
        table = statements.table
        fragment = KINDS[FRAGMENT]
        self.words = array(
            "I",
            (
                words if sourced and kind != fragment else 0
                for words, sourced, kind in zip(table.words, table.sourced, table.kinds, strict=True)
            ),
        )
        """Of each statement its words; 0 for one that nobody is the source of, or that lies in another."""
        self._statements = statements
        self._corrections = corrections
        self._maybe = maybe_the_same(corrections)
        self.total = sum(self.words)

    def row(self, source: Source, rows: Sequence[int]) -> SourceRow:
        """The line of a source with the statements that count."""
        kinds: Counter[str] = Counter()
        homes = set()
        table = self._statements.table
        for row in rows:
            kinds[KIND_NAMES[table.kinds[row]]] += table.words[row]
            homes.add(self._statements.home(row))
        share = sum(self.words[row] for row in rows) / self.total if self.total else 0.0
        return SourceRow(
            source, look_of_type(source.type).name, len(rows), share, dict(kinds), len(homes),
            source.id in self._corrections.machine, self._maybe.get(source.id, ""),
        )  # fmt: skip

    def weight(self, rows: Iterable[int]) -> int:
        """Words of some statements."""
        return sum(self.words[row] for row in rows)


def maybe_the_same(corrections: Corrections) -> Mapping[str, str]:
    """Id of a source → id of the one that it may be: a surname alone, or an office that one person's role names.

    Only where exactly one fits, and nobody said that it is another.
    """
    surnames: dict[str, list[str]] = {}
    roles: dict[str, list[str]] = {}
    for source in corrections.sources.values():
        name = source.name.split()
        if source.type == "person" and len(name) > 1 and source.id not in corrections.same:
            surnames.setdefault(name[-1].casefold(), []).append(source.id)
            for word in source.role.casefold().split()[-1:]:
                roles.setdefault(word, []).append(source.id)
    found = {}
    for source in corrections.sources.values():
        name = source.name.casefold().split()
        if source.id in corrections.same or not name:
            continue
        fit: list[str] = []
        if source.type == "person" and len(name) == 1:
            fit = surnames.get(name[0], [])
        elif source.type == "office":
            fit = roles.get(name[-1], [])
        if len(fit) == 1 and frozenset((source.id, fit[0])) not in corrections.apart:
            found[source.id] = fit[0]
    return found
