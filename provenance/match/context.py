"""Reuse told from boilerplate and chance by what stands around a pair: dates, neighbours, and who else has it.

No likeness of words parts "did not respond to a request for comment" or a margin of error from wire copy. What
does, on 265 judged pairs of American news texts from ten months (precision .92 at recall .94 with these
thresholds, which were set on them; tests/bench/reuse_judged.jsonl has the labels):

* reuse happens within days, boilerplate over months;
* what stands on many dates is standing text, however rare its words, unless it is a quotation that says much;
* a true copy comes with others between the same two documents, and a lone pair must say something by itself;
* a text that is printed again almost whole is reuse, whenever and however often;
* a quotation or a long sentence taken word for word is reuse at any distance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from provenance.glyphs import DOUBLE
from provenance.match.engine import Pair
from provenance.match.join import join
from provenance.words import later

Context = Literal["reuse", "boilerplate", "chance"]

#: Days between two reports within which a sentence is taken over as news.
NEAR = 7
#: A sentence with likes on more dates than this is standing text.
MOST_DATES = 3
#: Likes of a sentence from this score on count for that; pairs from this one on are neighbours.
LIKE, NEIGHBOUR = 70.0, 60.0
#: What a lone pair must say, in words as rare as words can be in the corpus; and a pair with neighbours.
ALONE, WITH_NEIGHBOURS = 2.5, 1.7
#: What a sentence must say to be known again after months.
MUCH = 6.0
#: A text is printed again if this part of the statements of the shorter document are alike in the other, and so many;
#: or nearly all of both.
WHOLE, LEAST_WHOLE, VERY_WHOLE = 0.6, 3, 0.8
#: Scores: of a quotation, of a sentence, of a sentence in the publication's own words alone, of the very same.
QUOTED, SURE, ALIKE, VERBATIM = 53.0, 60.0, 68.0, 85.0

_DAY = later(lambda: re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]([01]\d)[-/_]([0-3]\d)(?!\d)"))


@dataclass(slots=True)
class Place:
    """Where a statement stands: its document by number, the day of that, and whether it quotes."""

    document: int
    day: int
    quoted: bool
    publisher: str = ""


def quotes(text: str) -> bool:
    """Whether words of a text stand in quotation marks, or it begins with one."""
    return any(mark in text for mark in (*DOUBLE, "''"))


def place(document: int, published: str | None, text: str, publisher: str | None = None) -> Place | None:
    """The place of a statement; None without a date to the day, because nothing can be told without."""
    try:
        day = date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
    return Place(document, day, quotes(text), publisher or "")


def date_in(name: str) -> str:
    """The day in a document's name or address ("…/2016/03/15/story", "paper_2016-03-15_story"); "" without one."""
    match = _DAY.search(name)
    return "-".join(match.groups()) if match else ""


def contexts(
    pairs: Sequence[Pair],
    places: Sequence[Place | None] | Mapping[int, Place | None],
    says: Callable[[int], float],
    sizes: Mapping[int, int] | None = None,
) -> Iterator[tuple[Pair, Context]]:
    """Each pair with what it is; where a date or a document is not known, and within one document, it is reuse.

    `says` gives what a statement says, counted in words as rare as words can be (`Matcher.says`). `sizes` gives how
    many statements each document has; they are counted in `places` where those are of all statements.
    """
    if sizes is None:
        every = places.values() if isinstance(places, Mapping) else places
        sizes = Counter(place.document for place in every if place is not None)
    neighbours: Counter[tuple[int, int]] = Counter()
    likes: Counter[tuple[int, int]] = Counter()
    dates: dict[int, set[int]] = {}
    for pair in pairs:
        first, second = places[pair.first], places[pair.second]
        if first is None or second is None or first.document == second.document:
            continue
        if pair.score >= NEIGHBOUR:
            neighbours[_between(first, second)] += 1
        if pair.score >= LIKE:
            likes[_between(first, second)] += 1
            dates.setdefault(pair.first, set()).add(second.day)
            dates.setdefault(pair.second, set()).add(first.day)
    printed = _printed(likes, sizes)
    for pair in pairs:
        first, second = places[pair.first], places[pair.second]
        if first is None or second is None or first.document == second.document:
            yield pair, "reuse"
            continue
        again = printed.get(first.document, -1) == printed.get(second.document, -2)
        if again and pair.score >= LIKE:
            yield pair, "reuse"
            continue
        spread = len(dates.get(pair.first, set()) | dates.get(pair.second, set()))
        quoted = first.quoted and second.quoted
        least = min(says(pair.first), says(pair.second))
        runs = neighbours[_between(first, second)] - (pair.score >= NEIGHBOUR)
        known_quotation = quoted and pair.score >= SURE and least >= MUCH
        if spread > MOST_DATES and not known_quotation:
            yield pair, "boilerplate"
        elif abs(first.day - second.day) <= NEAR:
            yield pair, "reuse" if _is_news(pair.score, least, runs, quoted) else "chance"
        else:
            elsewhere = first.publisher != second.publisher and pair.score >= VERBATIM and least >= MUCH
            yield pair, "reuse" if elsewhere or known_quotation else "chance"


def _printed(likes: Mapping[tuple[int, int], int], sizes: Mapping[int, int]) -> dict[int, int]:
    """Document → the first that prints the same text, by number, for documents that are printed again almost whole."""
    again = []
    for (one, other), count in likes.items():
        least, most = sorted((sizes[one], sizes[other]))
        if (count >= LEAST_WHOLE and count >= WHOLE * least) or (count > 1 and count >= VERY_WHOLE * most):
            again.append((one, other))
    return {number: group[0] for group in join(again) for number in group}


def _is_news(score: float, says: float, neighbours: int, quoted: bool) -> bool:
    """Whether two reports of one week share a sentence and not a phrase or a list of names."""
    if neighbours:
        return says >= WITH_NEIGHBOURS and score >= (QUOTED if quoted else SURE)
    return says >= ALONE and score >= (QUOTED if quoted and says >= MUCH else SURE if quoted else ALIKE)


def _between(a: Place, b: Place) -> tuple[int, int]:
    return (a.document, b.document) if a.document < b.document else (b.document, a.document)
