"""A claim made from the statements that belong together: members in order of time, what differs, what conflicts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from provenance.glyphs import APOSTROPHES
from provenance.match.engine import Matcher, Pair
from provenance.match.events import Events
from provenance.match.figures import Figure
from provenance.match.keys import GRAMMAR
from provenance.match.numerals import MONTHS, fold, number_value
from provenance.match.order import order_key
from provenance.match.quantities import quantities, stem
from provenance.model import Claim, Conflict, Document, Member, Relation, Statement, Value
from provenance.words import later

#: So many differing words are shown; a claim whose members differ in more is read in full.
MOST_WORDS = 12
_TOKEN = later(lambda: re.compile(rf"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-{APOSTROPHES}][^\W\d_]+)*"))


class Builder:
    """Makes claims of groups of statements by number."""

    def __init__(
        self,
        documents: Sequence[Document],
        chosen: Sequence[Statement],
        matcher: Matcher,
        events: Events,
        links: Sequence[Pair],
        disputes: Sequence[tuple[Figure, Figure]],
    ) -> None:
        """`links` and `disputes` are all that were found among the chosen statements."""
        self._documents = {document.id: document for document in documents}
        self._keys = {document.id: (order_key(document), at) for at, document in enumerate(documents)}
        self._chosen = chosen
        self._matcher = matcher
        self._events = events
        self._links: dict[int, list[Pair]] = {}
        for link in links:
            self._links.setdefault(link.first, []).append(link)
        self._disputes: dict[int, list[tuple[Figure, Figure]]] = {}
        for dispute in disputes:
            self._disputes.setdefault(dispute[0].statement, []).append(dispute)

    def claim(self, group: Sequence[int]) -> Claim:
        """The claim of a group, without an id; roots are counted later, when chains are known."""
        members = sorted(group, key=lambda number: (self._keys[self._chosen[number].document], number))
        links = {(link.first, link.second): link for first in group for link in self._links.get(first, ())}
        disputes = [dispute for first in group for dispute in self._disputes.get(first, ())]
        figures, denials = self._of_links(links, {frozenset((a.statement, b.statement)) for a, b in disputes})
        disputes += figures
        conflicts = [self._conflict(a, b) for a, b in disputes] + denials
        origin = self._chosen[members[0]]
        return Claim(
            "",
            origin.text,
            origin.id,
            self._members(members, links, _against(origin.id, conflicts)),
            1,
            conflicts,
            values=self._values(disputes),
        )

    def _members(
        self, members: Sequence[int], links: dict[tuple[int, int], Pair], against: set[str]
    ) -> list[Member]:
        first = members[0]
        origin = self._chosen[first]
        rows = [Member(origin.id, 100.0, "origin")]
        for number in members[1:]:
            statement = self._chosen[number]
            link = links.get((min(first, number), max(first, number)))
            relation: Relation = link.relation if link and link.relation != "conflict" else "variant"
            if statement.id in against:
                relation = "conflict"
            elif same_speaker_quoted(origin, statement) and _bare(origin.text) != _bare(statement.text):
                relation = "drift"
            score = link.score if link else self._matcher.meaning(first, number)
            lacks, adds = differing(origin.text, statement.text)
            holds, held = self._matcher.shares(first, number)
            rows.append(Member(statement.id, score, relation, lacks, adds, round(holds, 2), round(held, 2)))
        return rows

    def _of_links(
        self, links: dict[tuple[int, int], Pair], known: set[frozenset[int]]
    ) -> tuple[list[tuple[Figure, Figure]], list[Conflict]]:
        """What alike sentences dispute beyond the known disputes: figures in one slot that count nothing that both
        name (dates, shares, scores), within one event; and denials."""
        disputes, denials = [], []
        for (first, second), link in sorted(links.items()):
            if link.relation != "conflict":
                continue
            one, other = self._chosen[first], self._chosen[second]
            difference = self._matcher.difference(first, second, link.score)
            if difference is None:
                continue
            if difference.kind == "negation":
                denials.append(Conflict(one.id, other.id, "negation", "one denies what the other says"))
            elif frozenset((first, second)) not in known and self._events.same(one.document, other.document):
                values = self._matcher.corpus.figures.values
                a = _figure(first, one.text, values[difference.a])
                b = _figure(second, other.text, values[difference.b])
                if a and b:
                    disputes.append((a, b))
        return disputes, denials

    def _conflict(self, a: Figure, b: Figure) -> Conflict:
        texts = [self._chosen[figure.statement].text for figure in (a, b)]
        dates = all(_is_date(text, figure) for text, figure in zip(texts, (a, b), strict=True))
        return Conflict(
            self._chosen[a.statement].id,
            self._chosen[b.statement].id,
            "date" if dates else "number",
            f"{a.words} ≠ {b.words}",
            [self._value(a), self._value(b)],
        )

    def _values(self, disputes: Sequence[tuple[Figure, Figure]]) -> list[Value]:
        figures = {(figure.statement, figure.quantity.start): figure for pair in disputes for figure in pair}
        rows = []
        for figure in figures.values():
            document = self._chosen[figure.statement].document
            rows.append((self._keys[document], figure.statement, figure.quantity.start, self._value(figure)))
        return [row for *_, row in sorted(rows, key=lambda entry: entry[:3])]

    def _value(self, figure: Figure) -> Value:
        statement = self._chosen[figure.statement]
        document = self._documents[statement.document]
        start, end = _placed(statement, figure.quantity.start, figure.quantity.end)
        return Value(
            statement.id,
            figure.words,
            figure.quantity.value,
            figure.quantity.bound,
            figure.counted,
            statement.attribution.source if statement.attribution else None,
            document.datelines[0] if document.datelines else None,
            document.published,
            start,
            end,
        )


def _placed(statement: Statement, start: int, end: int) -> tuple[int, int]:
    """Offsets in a statement's text, whose pieces are joined by one blank, as offsets in its document's."""
    passed = 0
    for first, last in statement.spans:
        size = last - first
        if start < passed + size:
            return first + start - passed, min(first + end - passed, last)
        passed += size + 1
    return statement.spans[0]


def _against(origin: str, conflicts: Sequence[Conflict]) -> set[str]:
    """The members that cannot be right if the origin is."""
    return {entry.b if entry.a == origin else entry.a for entry in conflicts if origin in (entry.a, entry.b)}


def differing(origin: str, other: str) -> tuple[list[str], list[str]]:
    """The words of the first text that the second lacks, and those that it adds; grammar and inflection aside."""
    (ours, known), (theirs, found) = _stemmed(origin), _stemmed(other)
    return _beyond(ours, found), _beyond(theirs, known)


@lru_cache(maxsize=16)  # one origin is held against all members of its claim
def _stemmed(text: str) -> tuple[list[tuple[str, str]], frozenset[str]]:
    """The words of a text with their stems, grammar left out, each once; and the stems of all its words."""
    folded = {word: fold(word) for word in _TOKEN.findall(text)}
    stems = {word: stem(bare) for word, bare in folded.items()}
    return [pair for pair in stems.items() if folded[pair[0]] not in GRAMMAR], frozenset(stems.values())


def _beyond(words: Iterable[tuple[str, str]], known: Collection[str]) -> list[str]:
    return [word for word, stem in words if stem not in known][:MOST_WORDS]


def same_speaker_quoted(a: Statement, b: Statement) -> bool:
    """Whether both are quotations of one speaker."""
    if a.kind != "direct" or b.kind != "direct" or a.attribution is None or b.attribution is None:
        return False
    return a.attribution.source is not None and a.attribution.source == b.attribution.source


def _figure(number: int, text: str, value: float) -> Figure | None:
    """The figure of a value in a text: with bound and noun if it counts something, else the bare number, if any."""
    for quantity in quantities(text):
        if quantity.value == value:
            return Figure.of(number, text, quantity)
    for match in _TOKEN.finditer(text):
        if match[0][0].isdigit() and number_value(match[0]) == value:
            return Figure.bare(number, match[0], value, match.start(), match.end())
    return None


def _is_date(text: str, figure: Figure) -> bool:
    """Whether a figure is a day of a month or a year."""
    after = _TOKEN.search(text, figure.quantity.end)
    if after is not None and fold(after[0]) in MONTHS:
        return True
    return not figure.counted and figure.words.isdigit() and 1800 <= figure.quantity.value <= 2100


def _bare(text: str) -> str:
    return " ".join(
        word for word in "".join(glyph if glyph.isalnum() else " " for glyph in text.casefold()).split()
    )
