"""Who copied whom: documents that took statements over from another one, word for word or nearly.

Only sentences in the publication's own words are evidence: two papers that quote one speech share the quotation
and nothing else. Copied is a sentence most of whose words stand in the same order in one of the other document,
the measure of text reuse in journalism (METER: "wholly derived", "partially derived"); a lone sentence is no
copy, because real reuse comes in runs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from rapidfuzz.distance import LCSseq

from provenance.ingest.agencies import lookup
from provenance.ingest.genre import RELEASE_NOUNS
from provenance.match.numerals import fold
from provenance.match.order import Key, came_first, moment, order_key
from provenance.match.words import LONGEST
from provenance.model import OWN_VOICE, Claim, Copy, CopyOrder, Document, Statement
from provenance.trace.told import as_told
from provenance.words import alternatives

#: Part of a sentence's words that stand in the other in the same order, from which on it is taken over.
TAKEN_OVER = 0.7
#: Shorter sentences are alike by chance: words.
LEAST_WORDS = 6
#: Two sentences in the publication's own words make a copy.
LEAST_SENTENCES = 2
#: And less than this part of a text is a phrase that two desks have in common.
LEAST_SHARE = 0.08
#: So many words more an article must have in common than an agency's copy or a release, to be the likelier original.
FROM_SENDER = 2
#: So many of those who said it before is a sentence compared with, and a document with so many others.
FIRST, MOST_ORIGINALS = 6, 6
#: What a vote counts that is shared with nobody.
WHOLE_VOTE = 1000
_WORD = re.compile(r"[^\W_]+")
#: What a paper says when it marks a release as one (German Press Code 1.3, Presserat 0827/21/2).
_RELEASE_LABEL = re.compile(rf"\b(?:{RELEASE_NOUNS}|{alternatives('releases', 'labels')})", re.I)


def find_copies(documents: Sequence[Document], claims: Sequence[Claim]) -> list[Copy]:
    """Each document that copied with its one best original, those with most words taken over first.

    The best is the one with most words in common, an agency or a sender being given `FROM_SENDER` words more; of
    equals the earliest. So a paper's own changes show who copied from it, and without any the first to print is the
    original of all. Sets `copied_from` on members.
    """
    homes = {document.id: document for document in documents}
    statements = {statement.id: statement for document in documents for statement in document.statements}
    compared = _Compared(homes, statements, claims)
    origin: dict[str, str] = {}
    found = []
    for later in documents:
        taken = sorted(compared.taken_by(later), key=_Taken.preference)
        if taken:
            found.append(_copy(later, taken[0], statements))
        for one in taken:
            if one.order != "unknown":
                for mine, theirs in one.statements.items():
                    origin.setdefault(mine, theirs)
    for claim in claims:
        for member in claim.members:
            member.copied_from = origin.get(member.statement)
    return sorted(found, key=lambda copy: (-copy.share, copy.document, copy.of))


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a document took over from an earlier one."""

    earlier: Document
    statements: dict[str, str]
    """Its statements with those they were taken from."""
    shared: int
    """Words in common."""
    share: float
    order: CopyOrder

    def preference(self) -> tuple[bool, int, Key, str]:
        """Sorts the best original first."""
        worth = self.shared + (0 if self.earlier.genre == "article" else FROM_SENDER)
        return (self.order == "unknown", -worth, order_key(self.earlier), self.earlier.id)


class _Compared:
    """The sentences of all claims, and which documents are worth comparing.

    Among many reprints each is compared with a few only: with the first ones, with the first that has the very
    same words, and with the first that has the words it adds to the claim's origin.
    """

    def __init__(
        self, homes: Mapping[str, Document], statements: Mapping[str, Statement], claims: Sequence[Claim]
    ) -> None:
        self._homes = homes
        self._statements = statements
        ranked = sorted(homes.values(), key=lambda document: (order_key(document), document.id))
        self._rank = {document.id: at for at, document in enumerate(ranked)}
        self._texts: dict[tuple[str, ...], int] = {}
        self._words: list[tuple[str, ...]] = []
        self._text_of: dict[str, int] = {}
        self._overlaps: dict[tuple[int, int], int] = {}
        self._rows: dict[str, list[tuple[int, str]]] = {}
        self._held: list[dict[str, list[str]]] = []
        self._votes: dict[str, Counter[str]] = {}
        for claim in claims:
            self._take(claim)

    def taken_by(self, later: Document) -> Iterator[_Taken]:
        """What a document took over from each earlier one that is worth comparing, where it is enough for a copy."""
        votes = self._votes.get(later.id)
        if not votes:
            return
        size = sum(self._size(row, later) for row in later.statements if row.parent is None)
        best = sorted(votes, key=lambda name: (-votes[name], self._rank[name]))[:MOST_ORIGINALS]
        for name in best:
            taken = self._taken(later, self._homes[name], size)
            if taken is not None:
                yield taken

    def _take(self, claim: Claim) -> None:
        """Note who says what of a claim, and for each who may have had it before."""
        rows = [self._statements[member.statement] for member in claim.members]
        rows.sort(key=lambda row: (self._rank[row.document], row.start, row.id))
        held: dict[str, list[str]] = {}
        first_of_text: dict[int, str] = {}
        first_with: dict[str, str] = {}
        origin: frozenset[str] = frozenset()
        for at, row in enumerate(rows):
            text = self._text(row)
            words = self._words[text]
            origin = origin or frozenset(words)
            self._rows.setdefault(row.document, []).append((len(self._held), row.id))
            held.setdefault(row.document, []).append(row.id)
            added = set(words) - origin
            owners = Counter(first_with[word] for word in added if word in first_with)
            likely = sorted(owners, key=lambda name: (-owners[name], self._rank[self._home(name)]))
            # Who is one of few that had it before, or has the same additions, is the likelier original.
            near = {other.id: WHOLE_VOTE // at for other in rows[: min(at, FIRST)]}
            if text in first_of_text:
                near[first_of_text[text]] = WHOLE_VOTE // at
            near.update({name: WHOLE_VOTE * owners[name] for name in likely[:FIRST]})
            self._vote(row, near)
            first_of_text.setdefault(text, row.id)
            for word in added:
                first_with.setdefault(word, row.id)
        self._held.append(held)

    def _vote(self, row: Statement, near: Mapping[str, int]) -> None:
        """Give the documents of earlier statements their votes, if the statement may be taken from them."""
        best: dict[str, int] = {}
        for other, weight in near.items():
            home = self._home(other)
            if home != row.document and (shared := self._overlap(row.id, other)):
                best[home] = max(best.get(home, 0), shared * weight)
        self._votes.setdefault(row.document, Counter()).update(best)

    def _taken(self, later: Document, earlier: Document, size: int) -> _Taken | None:
        if came_first(later, earlier):
            return None
        statements: dict[str, str] = {}
        total = 0
        for claim, mine in self._rows[later.id]:
            theirs = self._held[claim].get(earlier.id, ())[:FIRST]
            best = max(theirs, key=lambda name: self._overlap(mine, name), default=None)
            if best is not None and (shared := self._overlap(mine, best)):
                statements[mine] = best
                total += shared
        share = round(min(total / max(size, 1), 1.0), 3)
        own = sum(_is_own(self._statements[mine], earlier) for mine in statements)
        if own < LEAST_SENTENCES or share < LEAST_SHARE:
            return None
        return _Taken(earlier, statements, total, share, _order(earlier, later))

    def _home(self, statement: str) -> str:
        return self._statements[statement].document

    def _text(self, row: Statement) -> int:
        """The words of a statement as told, by number: the same for all that say the very same."""
        number = self._text_of.get(row.id)
        if number is None:
            words = tuple(_words(as_told(row, self._homes[row.document]))[:LONGEST])
            number = self._texts.setdefault(words, len(self._texts))
            if number == len(self._words):
                self._words.append(words)
            self._text_of[row.id] = number
        return number

    def _size(self, row: Statement, home: Document) -> int:
        """How many words a statement has as told."""
        number = self._text_of.get(row.id)
        if number is not None:
            return len(self._words[number])
        return min(len(_WORD.findall(as_told(row, home))), LONGEST)

    def _overlap(self, later: str, earlier: str) -> int:
        """How many words of a statement stand in the same order in another; 0 if it was not taken over."""
        pair = (self._text_of[later], self._text_of[earlier])
        shared = self._overlaps.get(pair)
        if shared is None:
            shared = self._overlaps[pair] = _taken_over(self._words[pair[0]], self._words[pair[1]])
        return shared


def _taken_over(later: Sequence[str], earlier: Sequence[str]) -> int:
    """How many words of a sentence stand in the same order in another; 0 if it was not taken over."""
    if len(later) < LEAST_WORDS:
        return 0
    return int(LCSseq.similarity(later, earlier, score_cutoff=ceil(TAKEN_OVER * len(later))))


def _copy(later: Document, taken: _Taken, statements: Mapping[str, Statement]) -> Copy:
    earlier = taken.earlier
    credit = _credit(later, earlier)
    return Copy(
        later.id,
        earlier.id,
        earlier.genre,
        taken.share,
        taken.order,
        bool(credit),
        credit,
        sorted(taken.statements.items(), key=lambda pair: (statements[pair[0]].start, pair[0])),
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
    days = moment(earlier.published)[:10], moment(later.published)[:10]
    dated = all(days) and days[0] < days[1]
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


def _words(text: str) -> list[str]:
    return list(map(fold, _WORD.findall(text)))
