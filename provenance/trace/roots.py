"""What chains have in common: the root they end in, and the circles they run in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.model import Claim, Document, Statement


def root_of(statement: Statement) -> str:
    """The last thing that is known at the far end of a statement's chain.

    The origin if somebody is named; else the first medium or agency that passed it on; else the document.
    """
    for hop in statement.chain:
        if hop.basis != "missing":
            return hop.source or hop.name.casefold()
    return statement.document


def count_roots(claims: Iterable[Claim], statements: dict[str, Statement]) -> None:
    """Set `independent_sources`: members whose chains end in the same root count once."""
    for claim in claims:
        claim.independent_sources = len({root_of(statements[member.statement]) for member in claim.members})


def circles(documents: Sequence[Document], claims: Iterable[Claim]) -> list[list[str]]:
    """Outlets that give each other as the source of the same claim, as lists of document ids in citing order."""
    outlets = {document.outlet.casefold(): document.id for document in documents if document.outlet}
    by_id = {document.id: document for document in documents}
    statements = {statement.id: statement for document in documents for statement in document.statements}
    found: list[list[str]] = []
    for claim in claims:
        cites: dict[str, set[str]] = {}
        for member in claim.members:
            statement = statements[member.statement]
            home = by_id[statement.document]
            for hop in statement.chain:
                target = outlets.get(hop.name.casefold())
                if hop.role != "publisher" and target is not None and target != home.id:
                    cites.setdefault(home.id, set()).add(target)
        circle = _circle(cites)
        if circle and circle not in found:
            found.append(circle)
    return found


def _circle(cites: dict[str, set[str]]) -> list[str]:
    """The first circle of a small graph, from its least id; [] if there is none."""
    for start in sorted(cites):
        path = [start]
        seen = {start}
        stack = [iter(sorted(cites[start]))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                path.pop()
            elif following == start:
                return path
            elif following in cites and following not in seen:
                seen.add(following)
                path.append(following)
                stack.append(iter(sorted(cites[following])))
    return []
