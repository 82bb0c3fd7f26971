"""A few statements matched with kept ones by their keys; and whether two documents tell of one event."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from provenance.archive.index import words_of
from provenance.match.engine import Matcher
from provenance.match.events import Events
from provenance.match.keys import keys_of
from provenance.match.known import find_known
from provenance.model import Statement
from provenance.spans import Span
from tests.builders import document


class Shelf:
    """A place that keeps statements, in memory."""

    def __init__(self, *texts: str) -> None:
        self._texts = dict(enumerate(texts, 1))
        self.asked: list[str] = []

    @property
    def size(self) -> int:
        return len(self._texts)

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        return {word: sum(word in words_of(text) for text in self._texts.values()) for word in words}

    def postings(self, key: str, most: int) -> Sequence[int]:
        self.asked.append(key)
        return [number for number, text in self._texts.items() if key in keys_of(words_of(text))][:most]

    def texts(self, numbers: Iterable[int]) -> Mapping[int, str]:
        return {number: self._texts[number] for number in numbers}


def test_keys_are_words_and_pairs_of_neighbours_without_grammar() -> None:
    assert keys_of(["der", "damm", "von", "harrow", "hält"]) == [
        "damm",
        "harrow",
        "hält",
        "damm_harrow",
        "harrow_hält",
    ]


def test_the_kept_statement_that_says_the_same_is_found_and_told_from_the_one_that_does_not() -> None:
    shelf = Shelf(
        "Elf Schiffe mit Obst liegen vor Nordby auf Reede.",
        "Der Chor singt am Sonntag im Dom von Lindau.",
        "Zwölf Schiffe mit Obst liegen vor Nordby auf Reede.",
    )
    found = list(
        find_known(["Elf Schiffe mit Obst liegen vor Nordby auf Reede, teilte die Behörde mit."], shelf)
    )
    assert [(match.number, match.relation) for match in found] == [(1, "variant"), (3, "conflict")]


def test_nothing_is_asked_for_grammar_alone() -> None:
    shelf = Shelf("Das ist es.")
    assert list(find_known(["Das war es auch."], shelf)) == []
    assert shelf.asked == []


def test_documents_of_one_event_share_its_names_and_lie_near_in_time() -> None:
    def said(home: str, number: int, text: str) -> Statement:
        return Statement(f"{home}#s{number}", home, "narrated", [Span(0, len(text))], text)

    filler = [
        f"Meldung {number} aus Ort{number} über Ding{number} und Amt{number}." for number in range(2100)
    ]
    dam = "Der Staudamm von Harrow bekam gestern nach dem Regen fünf Risse."
    rows = [
        said("a", 1, dam),
        said("b", 1, dam.replace("bekam", "hat")),
        said("c", 1, "Der Chor singt im Dom."),
    ]
    rows += [said("z", number, text) for number, text in enumerate(filler, 1)]
    matcher = Matcher()
    for row in rows:
        matcher.add(row.text)
    list(matcher.pairs())
    papers = [document("Text.", name, published="2026-09-03") for name in ("a", "b", "c", "z")]
    events = Events(papers, rows, matcher)
    assert events.same("a", "b")
    assert not events.same("a", "c")
    papers[1].published = "2026-12-01"
    assert not Events(papers, rows, matcher).same("a", "b")
