"""What a claim loses on its way: the bound of a figure, the hedge of a rumour, the word that nobody could verify.

A reservation is lost where every earlier member that could have it has it, and a later document has not: so a
paper that never took the bounded figure loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from provenance.languages import load
from provenance.match.order import came_first
from provenance.match.quantities import Quantity, quantities
from provenance.model import OWN_VOICE, Claim, Document, Loss, Statement
from provenance.trace.told import as_told, told_span

#: What says that a sentence is hearsay and no knowledge: "soll" with an infinitive, and what the flags name.
_HEARSAY = re.compile(
    r"\b(?:soll|sollen|sollte[n]?)\b|\b(?:is|are|was|were) (?:said|reported|believed|understood|alleged) to\b",
    re.I,
)
#: A declaration about figures is lost only by who repeats a figure.
_OF_FIGURES = re.compile(r"zahl|angabe|bilanz|figure|number|toll\b|count\b", re.I)
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
        members = [statements[member.statement] for member in claim.members]
        figures = {row.id: quantities(row.text) for row in members}
        scores = {member.statement: member.score for member in claim.members}
        for number, later in enumerate(members):
            earlier = [row for row in members[:number] if _before(homes, row, later)]
            if earlier:
                claim.losses.extend(_bounds(later, earlier, figures))
                alike = [row for row in earlier if scores[row.id] >= SAME and scores[later.id] >= SAME]
                claim.losses.extend(_hedges(later, alike, homes))
                claim.losses.extend(_unclear(later, alike, doubted, homes, bool(figures[later.id])))


def _before(homes: dict[str, Document], a: Statement, b: Statement) -> bool:
    return a.document != b.document and bool(came_first(homes[a.document], homes[b.document]))


def _bounds(
    later: Statement, earlier: Sequence[Statement], figures: Mapping[str, Sequence[Quantity]]
) -> Iterator[Loss]:
    """ "bis zu 8.000" → "8.000": the figure stands bare where every earlier one had a bound."""
    for quantity in figures[later.id]:
        if quantity.bound or not quantity.head:
            continue
        same = [
            (row, other)
            for row in earlier
            for other in figures[row.id]
            if other.value == quantity.value and other.head == quantity.head
        ]
        if same and all(other.bound for _, other in same):
            row, other = same[-1]
            place = _place(later, quantity)
            if place is not None:
                yield Loss("bound", later.id, row.id, *place, row.text[other.start : other.end])


def _place(statement: Statement, quantity: Quantity) -> tuple[int, int] | None:
    """Where a quantity of a statement's text stands in its document."""
    at = 0
    for start, end in statement.spans:
        size = end - start
        if at <= quantity.start and quantity.end <= at + size:
            return start + quantity.start - at, start + quantity.end - at
        at += size + 1
    return None


def _hedges(later: Statement, earlier: Sequence[Statement], homes: dict[str, Document]) -> Iterator[Loss]:
    """ "soll gewarnt haben" → "hat gewarnt": told as known where every earlier one told it as hearsay."""
    if not earlier or later.kind not in OWN_VOICE or _hedge(later, homes[later.document]):
        return
    words = [_hedge(row, homes[row.document]) for row in earlier]
    if all(words):
        yield Loss("hedge", later.id, earlier[-1].id, *told_span(later), words[-1])


def _hedge(statement: Statement, document: Document) -> str:
    """The words that make a statement uncertain; "" if nothing does."""
    for flag in statement.flags:
        if flag.code in ("hedge", "agentless"):
            return document.text[flag.start : flag.end]
    told = as_told(statement, document)
    match = _HEARSAY.search(told) or _hedges_of(document.language).search(told)
    return match[0] if match else ""


@cache
def _hedges_of(language: str) -> re.Pattern[str]:
    phrases = sorted(load(language).lexicon.hedges, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})(?!\w)", re.I)


def _unclear(
    later: Statement,
    earlier: Sequence[Statement],
    doubted: set[str],
    homes: dict[str, Document],
    counts: bool,
) -> Iterator[Loss]:
    """ "could not be verified" travels with a claim; a document that takes the claim and says nothing of it loses it."""
    if later.document in doubted:
        return
    for row in reversed(earlier):
        for flag in row.flags:
            if flag.code == "sources_unclear":
                words = " ".join(homes[row.document].text[flag.start : flag.end].split())
                if counts or not _OF_FIGURES.search(words):
                    yield Loss("unclear", later.id, row.id, *told_span(later), words)
                return
