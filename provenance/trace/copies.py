"""Who copied whom: documents that took statements over from another one, word for word or nearly.

Only sentences in the publication's own words are evidence: two papers that quote one speech share the quotation
and nothing else. Copied is a sentence most of whose words stand in the same order in one of the other document,
the measure of text reuse in journalism (METER: "wholly derived", "partially derived"); a lone sentence is no
copy, because real reuse comes in runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import LCSseq

from provenance.ingest.agencies import lookup
from provenance.match.numerals import fold
from provenance.match.order import came_first
from provenance.model import OWN_VOICE, Claim, Copy, CopyOrder, Document, Statement
from provenance.trace.told import as_told

#: Part of a sentence's words that stand in the other in the same order, from which on it is taken over.
TAKEN_OVER = 0.7
#: Shorter sentences are alike by chance: words.
LEAST_WORDS = 6
#: Two sentences in the publication's own words make a copy.
LEAST_SENTENCES = 2
#: And less than this part of a text is a phrase that two desks have in common.
LEAST_SHARE = 0.08
_WORD = re.compile(r"[^\W_]+")
#: What a paper says when it marks a release as one (German Press Code 1.3, Presserat 0827/21/2).
_RELEASE_LABEL = re.compile(
    r"\b(?:(?:presse|medien)(?:mitteilung|information|aussendung|meldung|erklärung)\w*|aussendung|(?:press|news|media) (?:release|statement)|\(pm\)|\(ots\)|ots\b"
    r"|in (?:a|its|their) statement)",
    re.I,
)


def find_copies(documents: Sequence[Document], claims: Sequence[Claim]) -> list[Copy]:
    """The copies among some documents, those with most words taken over first; sets `copied_from` on members."""
    homes = {document.id: document for document in documents}
    statements = {statement.id: statement for document in documents for statement in document.statements}
    words = {
        member.statement: _words(
            as_told(statements[member.statement], homes[statements[member.statement].document])
        )
        for claim in claims
        for member in claim.members
    }
    pairs: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    for claim in claims:
        for one, other in combinations((member.statement for member in claim.members), 2):
            a, b = statements[one], statements[other]
            if a.document == b.document:
                continue
            later, earlier = (b, a) if came_first(homes[a.document], homes[b.document]) else (a, b)
            shared = _taken_over(words[later.id], words[earlier.id])
            if shared:
                pairs.setdefault((later.document, earlier.document), []).append(
                    (later.id, earlier.id, shared)
                )
    found = [
        copy
        for (later, earlier), rows in pairs.items()
        if (copy := _copy(homes[later], homes[earlier], rows, statements)) is not None
    ]
    found.sort(key=lambda copy: (-copy.share, copy.document, copy.of))
    _set_sources(found, claims)
    return found


def _taken_over(later: list[str], earlier: list[str]) -> int:
    """How many words of a sentence stand in the same order in another; 0 if it was not taken over."""
    if len(later) < LEAST_WORDS:
        return 0
    shared = int(LCSseq.similarity(later, earlier))
    return shared if shared >= TAKEN_OVER * len(later) else 0


def _copy(
    later: Document,
    earlier: Document,
    rows: Sequence[tuple[str, str, int]],
    statements: dict[str, Statement],
) -> Copy | None:
    best: dict[str, tuple[str, int]] = {}
    for mine, theirs, shared in rows:
        if shared > best.get(mine, ("", 0))[1]:
            best[mine] = (theirs, shared)
    if sum(_is_own(statements[mine], earlier) for mine in best) < LEAST_SENTENCES:
        return None
    total = sum(len(_words(as_told(row, later))) for row in later.statements if row.parent is None)
    share = round(min(sum(shared for _, shared in best.values()) / max(total, 1), 1.0), 3)
    if share < LEAST_SHARE:
        return None
    credit = _credit(later, earlier)
    return Copy(
        later.id,
        earlier.id,
        earlier.genre,
        share,
        _order(earlier, later),
        bool(credit),
        credit,
        [(mine, best[mine][0]) for mine in sorted(best, key=lambda name: statements[name].start)],
    )


def _is_own(statement: Statement, earlier: Document) -> bool:
    """Whether a sentence is told in the publication's own words.

    What is said to come from a release's sender is sourced as it should be; from an agency the whole report counts.
    """
    return statement.kind in OWN_VOICE if earlier.genre == "release" else statement.kind != "direct"


def _order(earlier: Document, later: Document) -> CopyOrder:
    """What says that one came first: the dates, or else that agencies and senders come before articles."""
    if came_first(earlier, later) is None:
        return "unknown"
    dated = earlier.published and later.published and earlier.published[:10] < later.published[:10]
    return "date" if dated or earlier.genre == later.genre else "genre"


def _credit(later: Document, earlier: Document) -> str:
    """The words by which a document says where it has its text from; "" if it does not."""
    if earlier.genre == "release":
        label = _RELEASE_LABEL.search(later.text)
        return label[0] if label else ""
    if earlier.genre == "wire":
        return next(iter(_agencies_named(later, earlier)), "")
    outlet = earlier.outlet
    return outlet if outlet and outlet.casefold() in later.text.casefold() else ""


def _agencies_named(later: Document, earlier: Document) -> Iterator[str]:
    for name in earlier.wire_credits:
        if name in later.wire_credits or name == later.source:
            yield name
            continue
        agency = lookup(name)
        match = re.search(rf"(?<!\w){re.escape(agency.name if agency else name)}(?!\w)", later.text)
        if match and not _in_picture_credit(later, match.start()):
            yield match[0]


def _in_picture_credit(document: Document, at: int) -> bool:
    return any(credit.start <= at < credit.end for credit in document.photo_credits)


def _set_sources(copies: Sequence[Copy], claims: Iterable[Claim]) -> None:
    """Each copied member's best original: that of the copy with the greatest share whose order is known."""
    origin: dict[str, str] = {}
    for copy in copies:
        if copy.order != "unknown":
            for mine, theirs in copy.statements:
                origin.setdefault(mine, theirs)
    for claim in claims:
        for member in claim.members:
            member.copied_from = origin.get(member.statement)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]
