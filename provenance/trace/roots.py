"""What chains have in common: the root they end in, and the circles they run in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from provenance.model import UNNAMED, Claim, Document, Source, Statement
from provenance.words import every


def root_of(statement: Statement, home: str = "") -> str:
    """The last thing that is known at the far end of a statement's chain.

    The origin if somebody is named; else the first medium or agency that passed it on; else whoever tells it:
    `home`, or the document where that is not known.
    """
    for hop in statement.chain:
        if hop.basis != "missing" and hop.role not in ("derived", "publisher"):
            return hop.source or hop.name.casefold()
    return home or statement.document


def home_of(document: Document) -> str:
    """Who tells what a document says in its own voice: its agency, or its outlet, whose articles are one source."""
    if document.genre == "wire" and document.wire_credits:
        return document.wire_credits[0].casefold()
    return outlet_key(document.outlet) if document.outlet else document.id


def count_roots(
    claims: Iterable[Claim], documents: Iterable[Document], sources: Iterable[Source] = ()
) -> None:
    """Set `independent_sources` and `effective_sources`: members whose chains end in the same root count once.

    A statement that was copied has the root of the one it was copied from, unless it names an origin itself. What is
    named by a common noun ("the harbour office") is one root where several documents say the same on its word.
    """
    called = {source.id: source.name.casefold() for source in sources if source.type not in UNNAMED}
    homes: dict[str, str] = {}
    statements: dict[str, Statement] = {}
    for document in documents:
        homes[document.id] = home_of(document)
        statements.update((statement.id, statement) for statement in document.statements)
    for claim in claims:
        copied = {member.statement: member.copied_from for member in claim.members}
        originals: dict[str, Statement] = {}
        found: list[tuple[str, str]] = []
        for member in claim.members:
            statement = statements[member.statement]
            first = _original(statement, copied, statements, originals)
            root = root_of(first, homes[first.document])
            found.append((statement.document, called.get(root, root)))
        weights = Counter(root for _, root in dict.fromkeys(found))
        whole = sum(weights.values())
        claim.independent_sources = len({root for _, root in found})
        claim.effective_sources = round(whole**2 / sum(weight**2 for weight in weights.values()), 2)


def _original(
    statement: Statement,
    copied: Mapping[str, str | None],
    statements: Mapping[str, Statement],
    originals: dict[str, Statement],
) -> Statement:
    """The statement at the far end of the copies, as far as each only passed on what it found.

    `originals` remembers the answers, so that a long chain is walked once and not from each of its links.
    """
    path = [statement]
    seen = {statement.id}
    while statement.id not in originals and root_of(statement) == statement.document:
        before = copied.get(statement.id)
        if before is None or before in seen:
            break
        seen.add(before)
        statement = statements[before]
        path.append(statement)
    statement = originals.get(statement.id, statement)
    originals.update((row.id, statement) for row in path)
    return statement


def circles(documents: Sequence[Document], claims: Iterable[Claim]) -> list[list[str]]:
    """Outlets that give each other as the source of the same claim, as lists of document ids in citing order."""
    outlets = {outlet_key(document.outlet): document.id for document in documents if document.outlet}
    by_id = {document.id: document for document in documents}
    statements = {statement.id: statement for document in documents for statement in document.statements}
    found: dict[tuple[str, ...], None] = {}
    for claim in claims:
        cites: dict[str, set[str]] = {}
        for member in claim.members:
            statement = statements[member.statement]
            home = by_id[statement.document]
            for hop in statement.chain:
                target = outlets.get(outlet_key(hop.name))
                if hop.role != "publisher" and target is not None and target != home.id:
                    cites.setdefault(home.id, set()).add(target)
        if circle := _circle(cites):
            found[tuple(circle)] = None
    return [list(circle) for circle in found]


def outlet_key(name: str) -> str:
    """An outlet's name without its article: "The Valley Courier" is the Valley Courier."""
    folded = name.casefold()
    article, _, rest = folded.partition(" ")
    return rest if rest and article in every("names", "definite") else folded


def _circle(cites: dict[str, set[str]]) -> list[str]:
    """A circle of a graph in citing order, from its least id; [] if there is none."""
    try:
        TopologicalSorter({name: sorted(cites[name] & cites.keys()) for name in sorted(cites)}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][:0:-1]  # from cited to citing, its first once more at its end
        first = circle.index(min(circle))
        return circle[first:] + circle[:first]
    return []
