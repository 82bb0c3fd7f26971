"""Statements of many documents grouped into claims, with the conflicts between their figures."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.match.context import MUCH, VERBATIM, contexts, place
from provenance.match.engine import Matcher, Pair
from provenance.match.events import Events
from provenance.match.figures import conflicting, figures_of
from provenance.match.join import join
from provenance.match.known import Known, floor
from provenance.match.members import Builder, same_speaker_quoted
from provenance.match.relate import MANY
from provenance.model import Claim, Document, Statement

#: Shorter statements are greetings and fragments: too little to be a claim.
LEAST_WORDS = 4
#: Two quotations of one speaker this alike are the same words, reported differently.
DRIFT = 45.0


def worth_matching(statement: Statement) -> bool:
    """Whether a statement says enough to be a claim; children are part of their parents."""
    return statement.parent is None and len(statement.text.split(maxsplit=LEAST_WORDS)) >= LEAST_WORDS


def _worth(documents: Sequence[Document]) -> list[Statement]:
    return [one for document in documents for one in document.statements if worth_matching(one)]


def claims(
    documents: Sequence[Document], *, background: Sequence[Document] = (), known: Known | None = None
) -> list[Claim]:
    """The claims of a run in the order of their first members; sets `claim` on their statements.

    A claim joins statements of different documents that say the same, and statements of any documents that give
    different figures for the same thing. Children are part of their parents here. Claims among documents of the
    background alone are left out; `known` tells how common words are in the archive they come from.
    """
    together = [*documents, *background]
    chosen = _worth(documents)
    own = len(chosen)
    chosen += _worth(background)
    matcher = Matcher(known)
    for statement in chosen:
        matcher.add(statement.text)
    alike = _alike(chosen, matcher)
    events = Events(together, chosen, matcher)
    links = _links(chosen, matcher, events, together, alike)
    disputes = conflicting(figures_of(chosen, matcher.may_count), chosen, events, matcher.score)
    builder = Builder(together, chosen, matcher, events, links, disputes)
    groups = join(
        [(link.first, link.second) for link in links] + [(a.statement, b.statement) for a, b in disputes]
    )
    found: list[Claim] = []
    for members in groups:
        if members[0] < own:
            claim = builder.claim(members)
            claim.id = f"c{len(found) + 1}"
            for member in members:
                chosen[member].claim = claim.id
            found.append(claim)
    return found


def _links(
    chosen: Sequence[Statement],
    matcher: Matcher,
    events: Events,
    documents: Sequence[Document],
    alike: Sequence[Pair],
) -> list[Pair]:
    """Repeats, variants and conflicts between statements of different documents, boilerplate left out."""
    if matcher.known < MANY:
        # Among few statements no word is known to be rare, and no sentence to be standing text.
        return list(alike)
    homes = {document.id: (number, document) for number, document in enumerate(documents)}
    places = []
    for statement in chosen:
        number, document = homes[statement.document]
        spot = place(number, document.published, statement.text, document.outlet)
        if spot is not None:
            spot.quoted = statement.kind == "direct" or spot.quoted
        places.append(spot)
    return [
        pair
        for pair, context in contexts(alike, places, matcher.says)
        if context == "reuse"
        and (
            (places[pair.first] is not None and places[pair.second] is not None)
            or events.same(chosen[pair.first].document, chosen[pair.second].document)
            or (pair.score >= VERBATIM and min(matcher.says(pair.first), matcher.says(pair.second)) >= MUCH)
        )
    ]


def _alike(chosen: Sequence[Statement], matcher: Matcher) -> list[Pair]:
    """The pairs across documents that words alone make one claim, and one speaker's quotations in other words."""
    least = floor(matcher.known)
    return [
        pair
        for pair in matcher.pairs(least=DRIFT)
        if chosen[pair.first].document != chosen[pair.second].document
        and (pair.score >= least or same_speaker_quoted(chosen[pair.first], chosen[pair.second]))
    ]
