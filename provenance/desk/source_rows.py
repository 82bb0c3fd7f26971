"""Who speaks, how much and how directly: the sources of a report in lines."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from provenance.desk.columns import Statements
from provenance.desk.corrections import Corrections
from provenance.desk.looks import look_of_type
from provenance.desk.records import SourceRow
from provenance.model import Source, Statement

#: Among kinds of statements: verbatim words within another statement, which has them, too.
FRAGMENT = "fragment"


class Speakers:
    """The sources of statements with their counts, made once for a state of the corrections."""

    def __init__(self, statements: Statements, corrections: Corrections) -> None:
        """Count the words of all sourced statements."""
        self.words = array("I")
        """Of each statement its words; 0 for one that nobody is the source of, or that lies in another."""
        self._statements = statements
        self._corrections = corrections
        self._maybe = maybe_the_same(corrections)
        for document in statements.documents:
            self.words.extend(_words(statement) for statement in document.statements)
        self.total = sum(self.words)

    def row(self, source: Source, rows: Sequence[int]) -> SourceRow:
        """The line of a source with the statements that count."""
        kinds: Counter[str] = Counter()
        homes = set()
        for row in rows:
            statement = self._statements.statement(row)
            kind = FRAGMENT if statement.parent is not None else statement.kind
            kinds[kind] += statement.text.count(" ") + 1
            homes.add(self._statements.home(row))
        share = sum(self.words[row] for row in rows) / self.total if self.total else 0.0
        return SourceRow(
            source, look_of_type(source.type).name, len(rows), share, dict(kinds), len(homes),
            source.id in self._corrections.machine, self._maybe.get(source.id, ""),
        )  # fmt: skip

    def weight(self, rows: Iterable[int]) -> int:
        """Words of some statements."""
        return sum(self.words[row] for row in rows)


def _words(statement: Statement) -> int:
    """Fragments stand in their parents, whose words are counted."""
    if statement.attribution is None or statement.parent is not None:
        return 0
    return statement.text.count(" ") + 1


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
