"""What a claim loses on its way: the bound of a figure, the hedge of a rumour, the word that nobody could verify.

A reservation is lost where every earlier member that could have it has it, and a later document has not: so a
paper that never took the bounded figure loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from provenance.languages import primary
from provenance.match.quantities import Quantity, quantities
from provenance.model import OWN_VOICE, Claim, Document, Loss, Statement
from provenance.trace.earlier import Earlier
from provenance.trace.told import as_told, told_span
from provenance.words import alternatives, any_of, words

#: What says that a sentence is hearsay and no knowledge: "soll" with an infinitive, and what the flags name.
_HEARSAY = re.compile(rf"\b(?:{alternatives('doubt', 'hearsay')})\b", re.I)
#: A declaration about figures is lost only by who repeats a figure.
_OF_FIGURES = re.compile(alternatives("doubt", "of_figures"), re.I)
#: Members less alike than this only share a figure or a subject, not what is said.
SAME = 50.0


def find_losses(documents: Sequence[Document], claims: Iterable[Claim]) -> None:
    """Fill in `losses` on every claim, in the order of its members."""
    homes = {document.id: document for document in documents}
    statements = {statement.id: statement for document in documents for statement in document.statements}
    doubted = {
        document.id
        for document in documents
        if any(
            flag.code == "sources_unclear" for statement in document.statements for flag in statement.flags
        )
    }
    for claim in claims:
        alike = {member.statement for member in claim.members if member.score >= SAME}
        before = _Before(homes, doubted)
        for at, member in enumerate(claim.members):
            row = statements[member.statement]
            claim.losses.extend(before.lost_by(row, row.id in alike))
            before.add(at, row, row.id in alike)


class _Before:
    """What the members of a claim say that came so far, by what a later one can lose of it."""

    def __init__(self, homes: Mapping[str, Document], doubted: Collection[str]) -> None:
        self._homes = homes
        self._doubted = doubted
        self._bare: dict[tuple[float, str], Earlier] = {}
        self._bounded: dict[tuple[float, str], Earlier] = {}
        self._plain, self._hedged, self._unclear = Earlier(homes), Earlier(homes), Earlier(homes)

    def add(self, at: int, row: Statement, alike: bool) -> None:
        """Add a member; one that is not alike only shares a figure or a subject with the others."""
        home = self._homes[row.document]
        for quantity in quantities(row.text):
            figures = self._bounded if quantity.bound else self._bare
            known = figures.setdefault((quantity.value, quantity.head), Earlier(self._homes))
            known.add(at, row, row.text[quantity.start : quantity.end])
        if alike:
            hedge = _hedge(row, home)
            (self._hedged if hedge else self._plain).add(at, row, hedge)
            flag = next((flag for flag in row.flags if flag.code == "sources_unclear"), None)
            if flag is not None:
                self._unclear.add(at, row, " ".join(home.text[flag.start : flag.end].split()))

    def lost_by(self, later: Statement, alike: bool) -> Iterator[Loss]:
        """What a later member has lost."""
        home = self._homes[later.document]
        figures = quantities(later.text)
        for quantity in figures:
            if not quantity.bound and quantity.head:
                yield from self._bound_lost(later, quantity, home)
        if alike:
            yield from self._hedge_lost(later, home)
            yield from self._doubt_lost(later, home, bool(figures))

    def _bound_lost(self, later: Statement, quantity: Quantity, home: Document) -> Iterator[Loss]:
        """ "bis zu 8.000" → "8.000": the figure stands bare where every earlier one had a bound."""
        figure = (quantity.value, quantity.head)
        bounded = self._bounded.get(figure)
        row = bounded.last(home) if bounded else None
        if row is None or (figure in self._bare and self._bare[figure].any(home)):
            return
        place = _place(later, quantity)
        if place is not None:
            yield Loss("bound", later.id, row[1].id, *place, row[2])

    def _hedge_lost(self, later: Statement, home: Document) -> Iterator[Loss]:
        """ "soll gewarnt haben" → "hat gewarnt": told as known where every earlier one told it as hearsay."""
        if later.kind not in OWN_VOICE or self._plain.any(home):
            return
        row = self._hedged.last(home)
        if row is not None and not _hedge(later, home):
            yield Loss("hedge", later.id, row[1].id, *told_span(later), row[2])

    def _doubt_lost(self, later: Statement, home: Document, counts: bool) -> Iterator[Loss]:
        """ "could not be verified" travels with a claim; who takes the claim and says nothing of it loses it."""
        row = self._unclear.last(home) if later.document not in self._doubted else None
        if row is not None and (counts or not _OF_FIGURES.search(row[2])):
            yield Loss("unclear", later.id, row[1].id, *told_span(later), row[2])


def _place(statement: Statement, quantity: Quantity) -> tuple[int, int] | None:
    """Where a quantity of a statement's text stands in its document."""
    at = 0
    for start, end in statement.spans:
        size = end - start
        if at <= quantity.start and quantity.end <= at + size:
            return start + quantity.start - at, start + quantity.end - at
        at += size + 1
    return None


def _hedge(statement: Statement, document: Document) -> str:
    """The words that make a statement uncertain; "" if nothing does."""
    for flag in statement.flags:
        if flag.code in ("hedge", "agentless"):
            return document.text[flag.start : flag.end]
    return _hedge_in(as_told(statement, document), document.language)


@lru_cache(maxsize=64)  # asked twice of each member: what it lost, and what the next can lose of it
def _hedge_in(told: str, language: str) -> str:
    match = _HEARSAY.search(told) or _hedges_of(language).search(told)
    return match[0] if match else ""


@cache
def _hedges_of(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words(primary(language), 'doubt', 'hedges'))})(?!\w)", re.I)
