"""Lines of the lists, made from a report's parts: pure, a page of them at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.archive.dates import ends
from provenance.desk.looks import LOOKS, look_of
from provenance.desk.records import ClaimRow, DocumentRow, Place
from provenance.model import Claim, Document, Finding, Severity, Source, Statement

#: Words of a statement that stand for it in a line.
FIRST_WORDS = 12
#: Looks of sources that have a name, as the summary of a report counts them: a social medium's user has none.
NAMED = frozenset({"person", "body", "medium"})


def folded(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def named_share(looks: Mapping[str, int]) -> float:
    """Share of the sourced statements whose source has a name, 0 to 1; 1 where none is sourced."""
    sourced = sum(count for look, count in looks.items() if look != "narrated")
    return sum(looks.get(look, 0) for look in NAMED) / sourced if sourced else 1.0


@dataclass(slots=True)
class Tally:
    """What is decided of a document's findings: how many by severity are open, and how many there are."""

    open: list[int]
    findings: int

    @property
    def worst(self) -> Severity | None:
        """Of the open ones."""
        return next((severity for severity, count in zip(Severity, self.open, strict=True) if count), None)


def look_counts(statements: Iterable[Statement], sources: Mapping[str, Source]) -> dict[str, int]:
    """Name of a look → statements, in the order of the looks."""
    counted = Counter(look_of(statement, sources).name for statement in statements)
    return {look.name: counted[look.name] for look in LOOKS if counted[look.name]}


def document_row(document: Document, number: int, looks: Mapping[str, int], tally: Tally) -> DocumentRow:
    """A document's line."""
    return DocumentRow(
        document.id, number, document.title or document.id, document.outlet or "", document.published or "",
        tally.worst, looks, named_share(looks), tally.findings, tally.findings - sum(tally.open),
    )  # fmt: skip


def siblings(findings: Sequence[tuple[int, Finding, str]]) -> dict[int, Sequence[int]]:
    """Of each of a document's findings those of the same rule on the same source or the same words.

    `findings` are keys, findings, and ids of the sources behind them ("" for none).
    """
    groups: dict[tuple[str, str], list[int]] = {}
    alike: dict[int, list[tuple[str, str]]] = {}
    for key, finding, source in findings:
        names = [
            (finding.rule, f"words {finding.start}"),
            *([(finding.rule, f"source {source}")] if source else []),
        ]
        alike[key] = names
        for name in names:
            groups.setdefault(name, []).append(key)
    found: dict[int, Sequence[int]] = {}
    for key, names in alike.items():
        together = max((groups[name] for name in names), key=len)
        found[key] = together
    return found


def moment(published: str | None) -> tuple[bool, float]:
    """What documents are ordered by in time, the undated last."""
    end = ends(published) if published else None
    return (end is None, end.timestamp() if end else 0.0)


def claim_row(claim: Claim, dates: Sequence[str]) -> ClaimRow:
    """A claim's line; `dates` are those of its members' documents."""
    told = sorted(filter(None, dates), key=moment)
    figures = {value.statement for value in claim.values}
    said = len(figures) or sum(not member.lacks and not member.adds for member in claim.members)
    lost = ", ".join(f"{kind} lost" for kind in dict.fromkeys(loss.kind for loss in claim.losses))
    return ClaimRow(
        claim, (said, len(claim.members)), claim.independent_sources, claim.effective_sources,
        told[0] if told else "", told[-1] if told else "", lost,
    )  # fmt: skip


def spread(claim: Claim) -> float:
    """How far a claim's figures lie apart: the part of the greatest that lies between the two furthest."""
    values = [abs(value.value) for value in claim.values]
    most = max(values, default=0.0)
    return (most - min(values)) / most if most else 0.0


def claim_order(order: str, dates: Callable[[Claim], Sequence[str]]) -> Callable[[Claim], tuple[object, ...]]:
    """What claims are ordered by: the disputed first unless names or dates are asked for."""
    if order == "name":
        return lambda claim: (claim.text.casefold(),)
    if order == "time":
        return lambda claim: (min((moment(date) for date in dates(claim)), default=(True, 0.0)), claim.text)
    return lambda claim: (
        not claim.conflicts,
        not claim.losses,
        0.0 if order == "words" else -spread(claim),
        -len(claim.members),
    )


def first_words(text: str) -> str:
    """The beginning of a statement."""
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def differing(claim: Claim) -> dict[str, str]:
    """Statement id → the figure that it gives, where figures are in dispute."""
    return {value.statement: value.words for value in claim.values}


def ordered_places(places: Iterable[Place]) -> Iterator[Place]:
    """Places in the order of time, then of the desk."""
    yield from sorted(places, key=lambda place: (moment(place.document.published), place.document.number))
