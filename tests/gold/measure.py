"""What the whole pipeline makes of the marked articles, held against the marks.

Each article is audited by itself, so that the figures of one do not rest on another. Compared are statements
with an attribution that lie in no other one. All shares are of words: marks and stops count for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from provenance.ingest import parse
from provenance.model import Document, HopRole, Source, Statement
from provenance.pipeline import audit
from provenance.spans import Span, cut
from tests.gold.articles import Article, GoldStatement, read_articles

WORD = re.compile(r"\w+")
#: So much of a statement's words has to lie in the other side's for it to count as found, or as right.
HALF = 0.5
#: What a name is no worse a name of somebody for; it is no name to print.
ARTICLES = frozenset("der die das dem den des ein eine einer eines einem einen a an the".split())
Words = frozenset[int]
"""Where words begin, as offsets into the text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement of the report, with its source and route by name."""

    statement: Statement
    source: Source | None
    content: Words
    cue: Words
    speaker: Words
    medium: tuple[str, ...]
    agency: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked statement with its words."""

    gold: GoldStatement
    content: Words
    cue: Words
    speaker: Words


Side = TypeVar("Side", Found, Marked)


@dataclass(frozen=True, slots=True)
class Case:
    """Two statements that mean the same words; one of them is None where nothing fits."""

    article: Article
    marked: Marked | None
    found: Found | None

    @property
    def right_source(self) -> bool:
        """Whether the source is the marked one, its name written as one would write it or nearly so."""
        if self.marked is None or self.found is None:
            return False
        wanted, given = self.marked.gold.source, self.found.source
        if wanted is None or given is None:
            return wanted is None and given is None
        return fold(given.name) in map(fold, wanted.names)

    @property
    def printable(self) -> bool:
        """Whether the name is letter for letter one that is marked as fit to print."""
        wanted = self.marked.gold.source if self.marked else None
        given = self.found.source if self.found else None
        return wanted is not None and given is not None and given.name in wanted.names

    @property
    def right_type(self) -> bool:
        wanted = self.marked.gold.source if self.marked else None
        given = self.found.source if self.found else None
        return wanted is not None and given is not None and given.type in (wanted.type, *wanted.also_type)

    @property
    def exact(self) -> bool:
        """Whether the content has the marked words, no more and no less."""
        return (
            self.marked is not None
            and self.found is not None
            and self.marked.content == self.found.content
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every statement of some articles, from both sides."""

    marked: tuple[Case, ...]
    """A case for each marked statement, with the found one that is likest to it; none where it was missed."""
    found: tuple[Case, ...]
    """A case for each found statement, with the marked one that is likest to it; none where it is false."""


@cache
def compare(language: str) -> Comparison:
    """Both sides of all articles of a language."""
    return together(compare_article(article, found_in(article)) for article in read_articles(language))


def together(comparisons: Iterable[Comparison]) -> Comparison:
    parts = list(comparisons)
    return Comparison(
        tuple(case for part in parts for case in part.marked),
        tuple(case for part in parts for case in part.found),
    )


def compare_article(article: Article, found: Sequence[Found]) -> Comparison:
    """Both sides of one article."""
    words = _counter(article.text)
    marked = [
        Marked(gold, words(gold.content), words(gold.cue), words(gold.speaker)) for gold in article.statements
    ]
    is_marked = frozenset[int]().union(*(one.content for one in marked))
    is_found = frozenset[int]().union(*(one.content for one in found))

    def some(one: Found) -> bool:
        # One that says too much has wrong borders and is no false statement.
        return _mostly(one.content, is_marked) or any(_mostly(other.content, one.content) for other in marked)

    return Comparison(
        tuple(
            Case(article, one, _likest(one.content, found) if _mostly(one.content, is_found) else None)
            for one in marked
        ),
        tuple(Case(article, _likest(one.content, marked) if some(one) else None, one) for one in found),
    )


def found_in(article: Article) -> list[Found]:
    """What the pipeline finds in an article, read as a plain text of its language."""
    (document,) = parse(
        article.text.encode(), f"{article.name}.txt", format="text", language=article.language
    )
    if article.outlet:
        document.outlet = article.outlet
    report = audit([document])
    return [*_found(document, {source.id: source for source in report.sources})]


def _found(document: Document, sources: dict[str, Source]) -> Iterator[Found]:
    words = _counter(document.text)
    for statement in document.statements:
        attribution = statement.attribution
        if attribution is None or statement.parent is not None:
            continue
        yield Found(
            statement,
            sources.get(attribution.source or ""),
            words(statement.spans),
            words(attribution.cue),
            words(attribution.speaker),
            _hops(statement, "medium"),
            _hops(statement, "agency"),
            attribution.confidence,
        )


def _hops(statement: Statement, role: HopRole) -> tuple[str, ...]:
    return tuple(hop.name for hop in statement.chain if hop.role == role and hop.basis != "missing")


def _counter(text: str) -> Callable[[Iterable[Span]], Words]:
    """A function that gives the words of spans of the text."""
    starts = [word.start() for word in WORD.finditer(text)]
    return lambda spans: frozenset(at for start, end in spans for at in starts if start <= at < end)


def _mostly(words: Words, within: Words) -> bool:
    return bool(words) and len(words & within) >= HALF * len(words)


def _likest(content: Words, others: Sequence[Side]) -> Side | None:
    """The one whose content is likest; the first of two that are as like."""
    best = max(others, key=lambda other: likeness(content, other.content), default=None)
    return best if best is not None and best.content & content else None


def likeness(a: Words, b: Words) -> float:
    """F1 of two sets of words, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def fold(name: str) -> str:
    """A name without its marks, white space and capitals, and without an article before it."""
    words = [word.casefold() for word in WORD.findall(name)]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def same_route(a: str, b: str) -> bool:
    """Whether two names of a medium or an agency mean one: one's words stand in the other's."""
    left, right = fold(a).split(), fold(b).split()
    return set(left) <= set(right) or set(right) <= set(left)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(flags: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    values = list(flags)
    return sum(values) / len(values) if values else 0.0


def both_ways(side: Comparison, one_way: Callable[[Case, bool], float | None]) -> float:
    """F1 of the mean over the marked statements (recall) and the mean over the found ones (precision).

    `one_way` says how right a case is, 0 to 1, seen from the marked (True) or the found side; None where that
    side has nothing.
    """
    recall = share(value for case in side.marked if (value := one_way(case, True)) is not None)
    precision = share(value for case in side.found if (value := one_way(case, False)) is not None)
    return f1(precision, recall)


def _part(name: str) -> Callable[[Case, bool], float | None]:
    def one_way(case: Case, from_marked: bool) -> float | None:
        here, there = (case.marked, case.found) if from_marked else (case.found, case.marked)
        words: Words = getattr(here, name)
        if not words:
            return None
        return likeness(words, getattr(there, name)) if there is not None else 0.0

    return one_way


def _route(name: str) -> Callable[[Comparison], float]:
    def names(case: Case, marked: bool) -> tuple[str, ...]:
        side = (case.marked.gold if case.marked else None) if marked else case.found
        return getattr(side, name) if side is not None else ()

    def hits(cases: Iterable[Case], marked: bool) -> float:
        return share(
            any(same_route(one, other) for other in names(case, not marked))
            for case in cases
            for one in names(case, marked)
        )

    return lambda side: f1(hits(side.found, False), hits(side.marked, True))


def _words_f1(side: Comparison) -> float:
    """F1 over all words that lie in a statement of either side."""
    marked = {(c.article.place, at) for c in side.marked if c.marked for at in c.marked.content}
    found = {(c.article.place, at) for c in side.found if c.found for at in c.found.content}
    return 2 * len(marked & found) / (len(marked) + len(found)) if marked or found else 0.0


def calibration_error(side: Comparison) -> float:
    """Expected calibration error: mean distance of confidence and share right over ten bands.

    Right is content with source. Source: Naeini et al. (2015), Obtaining Well Calibrated Probabilities Using
    Bayesian Binning.
    """
    bands: dict[int, list[tuple[float, bool]]] = {}
    for case in side.found:
        if case.found is not None:
            sure = case.found.confidence
            bands.setdefault(min(9, int(sure * 10)), []).append((sure, case.right_source))
    total = sum(map(len, bands.values()))
    return sum(abs(sum(s for s, _ in band) - sum(r for _, r in band)) for band in bands.values()) / max(
        1, total
    )


def same_source(side: Comparison) -> float:
    """BCubed F1 of found statements grouped by source, article by article; each of nobody's is by itself.

    Source: Bagga and Baldwin (1998), Entity-Based Cross-Document Coreferencing Using the Vector Space Model.
    """
    pairs = []
    for number, case in enumerate(_reached(side)):
        assert case.marked is not None and case.found is not None
        wanted, given = case.marked.gold.source, case.found.source
        gold = wanted.name if wanted else f"nobody {number}"
        said = given.id if given else f"nobody {number}"
        pairs.append(((case.article.place, gold), (case.article.place, said)))
    golds, saids, both = (Counter(keys) for keys in ([g for g, _ in pairs], [s for _, s in pairs], pairs))
    precision = share(both[gold, said] / saids[said] for gold, said in pairs)
    return f1(precision, share(both[gold, said] / golds[gold] for gold, said in pairs))


def _reached(side: Comparison) -> list[Case]:
    return [case for case in side.marked if case.found is not None]


def _named(side: Comparison) -> list[Case]:
    return [case for case in _reached(side) if case.marked and case.marked.gold.source]


FIGURES: dict[str, Callable[[Comparison], float]] = {
    "content_precision": lambda side: share(case.marked is not None for case in side.found),
    "content_recall": lambda side: share(case.found is not None for case in side.marked),
    "content_words": _words_f1,
    "content_exact": lambda side: both_ways(side, lambda case, _: case.exact),
    "kind": lambda side: share(
        case.marked.gold.kind == case.found.statement.kind
        for case in _reached(side)
        if case.marked and case.found
    ),
    "cue": lambda side: both_ways(side, _part("cue")),
    "speaker": lambda side: both_ways(side, _part("speaker")),
    "source_of_found": lambda side: share(case.right_source for case in _reached(side)),
    "source_of_all": lambda side: share(case.right_source for case in side.marked),
    "name": lambda side: share(case.printable for case in _named(side)),
    "type": lambda side: share(case.right_type for case in _named(side) if case.right_source),
    "same_source": same_source,
    "medium": _route("medium"),
    "agency": _route("agency"),
    "calibration_error": calibration_error,
}  # fmt: skip
"""Name of a figure → how it is taken; `gate.py` says in words what each is."""


def figures(side: Comparison) -> dict[str, float]:
    """Every figure, 0 to 1; all but the calibration error are the better the higher."""
    return {name: take(side) for name, take in FIGURES.items()}


def shown(case: Case) -> str:
    """The words of a case, the marked ones if there are any."""
    if case.marked is not None:
        return " ".join(cut(case.article.text, case.marked.gold.content).split())
    return " ".join(case.found.statement.text.split()) if case.found else ""
