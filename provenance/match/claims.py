"""Statements of many documents grouped into claims, with the conflicts between their figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.match.engine import Matcher, Pair
from provenance.match.figures import Figure, conflicting, figures_of
from provenance.match.known import Known, floor
from provenance.model import Claim, Conflict, Document, Member, Relation, Statement

#: Shorter statements are greetings and fragments: too little to be a claim.
LEAST_WORDS = 4
#: Two quotations of one speaker this alike are the same words, reported differently.
DRIFT = 45.0


def worth_matching(statement: Statement) -> bool:
    """Whether a statement says enough to be a claim; children are part of their parents."""
    return statement.parent is None and len(statement.text.split()) >= LEAST_WORDS


def claims(
    documents: Sequence[Document], *, background: Sequence[Document] = (), known: Known | None = None
) -> list[Claim]:
    """The claims of a run in the order of their first members; sets `claim` on their statements.

    A claim joins statements of different documents that say the same, and statements of any documents that give
    different figures for the same thing. Children are part of their parents here. Claims among documents of the
    background alone are left out; `known` tells how common words are in the archive they come from.
    """
    together = [*documents, *background]
    dates = {document.id: document.published or "9999" for document in together}
    order = {document.id: number for number, document in enumerate(together)}
    chosen = [
        statement for document in together for statement in document.statements if worth_matching(statement)
    ]
    own = sum(map(worth_matching, (statement for document in documents for statement in document.statements)))
    matcher = Matcher(known)
    for statement in chosen:
        matcher.add(statement.text)
    links = _links(chosen, matcher)
    disputes = conflicting(figures_of(chosen), chosen, matcher.score)
    groups = join(
        [(link.first, link.second) for link in links] + [(a.statement, b.statement) for a, b in disputes]
    )
    found = []
    for members in groups:
        if members[0] >= own:
            continue
        members.sort(
            key=lambda number: (dates[chosen[number].document], order[chosen[number].document], number)
        )
        found.append((members, _claim(members, chosen, matcher, links, disputes)))
    found.sort(key=lambda entry: min(entry[0]))
    for number, (members, claim) in enumerate(found, 1):
        claim.id = f"c{number}"
        for member in members:
            chosen[member].claim = claim.id
    return [claim for _, claim in found]


def _links(chosen: Sequence[Statement], matcher: Matcher) -> list[Pair]:
    """Repeats, variants and conflicts between statements of different documents."""
    least = floor(matcher.known)
    return [
        pair
        for pair in matcher.pairs(least=DRIFT)
        if chosen[pair.first].document != chosen[pair.second].document
        and (pair.score >= least or _same_speaker_quoted(chosen[pair.first], chosen[pair.second]))
    ]


def join(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected numbers, each group in order, the groups by their least; what no link names is left out."""
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while (above := parent.setdefault(number, number)) != number:
            parent[number] = parent[above]
            number = above
        return number

    for first, second in links:
        a, b = root(first), root(second)
        if a != b:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for number in sorted(parent):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())


def _claim(
    members: list[int],
    chosen: Sequence[Statement],
    matcher: Matcher,
    links: Sequence[Pair],
    disputes: Sequence[tuple[Figure, Figure]],
) -> Claim:
    origin = members[0]
    inside = set(members)
    between = {(link.first, link.second): link for link in links if link.first in inside}
    conflicts = _conflicts(chosen, inside, disputes, between, matcher)
    sides = {side for conflict in conflicts for side in (conflict.a, conflict.b)}
    rows = []
    for member in members:
        link = between.get((min(origin, member), max(origin, member)))
        relation: Relation = "origin" if member == origin else link.relation if link else "variant"
        if member != origin and chosen[member].id in sides:
            relation = "conflict"
        if member != origin and relation != "conflict" and _drifted(chosen[origin], chosen[member]):
            relation = "drift"
        score = 100.0 if member == origin else link.score if link else matcher.score(origin, member)
        rows.append(Member(chosen[member].id, score, relation))
    sources = {
        statement.attribution.source
        for statement in (chosen[member] for member in members)
        if statement.attribution
    }
    return Claim("", chosen[origin].text, chosen[origin].id, rows, max(len(sources), 1), conflicts)


def _conflicts(
    chosen: Sequence[Statement],
    inside: set[int],
    disputes: Sequence[tuple[Figure, Figure]],
    between: dict[tuple[int, int], Pair],
    matcher: Matcher,
) -> list[Conflict]:
    found = [
        Conflict(chosen[a.statement].id, chosen[b.statement].id, "number", f"{a.words} ≠ {b.words}")
        for a, b in disputes if a.statement in inside
    ]  # fmt: skip
    for (first, second), link in sorted(between.items()):
        difference = matcher.difference(first, second, link.score) if link.relation == "conflict" else None
        if difference is not None and difference.kind == "negation":
            found.append(
                Conflict(chosen[first].id, chosen[second].id, "negation", "one denies what the other says")
            )
    return found


def _drifted(origin: Statement, member: Statement) -> bool:
    """The same speaker's quotation in other words."""
    return _same_speaker_quoted(origin, member) and _bare(origin.text) != _bare(member.text)


def _same_speaker_quoted(a: Statement, b: Statement) -> bool:
    if a.kind != "direct" or b.kind != "direct" or a.attribution is None or b.attribution is None:
        return False
    return a.attribution.source is not None and a.attribution.source == b.attribution.source


def _bare(text: str) -> str:
    return " ".join(
        word for word in "".join(glyph if glyph.isalnum() else " " for glyph in text.casefold()).split()
    )
