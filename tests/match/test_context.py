"""Reuse told from boilerplate and chance by dates, neighbours and who else has it."""

import json
from pathlib import Path

import pytest

from provenance.match.context import Place, contexts, date_in, quotes
from provenance.match.engine import Pair
from provenance.match.lines import match_file

MUCH, SOME, LITTLE = 8.0, 3.0, 1.0


def told(first: Place, second: Place, score: float, says: float, *others: Pair) -> str:
    """What the pair of statements 0 and 1 is."""
    pair = Pair(0, 1, score, "repeat")
    places: dict[int, Place | None] = {0: first, 1: second}
    for number, other in enumerate(others):
        places[other.second] = Place(first.document + 10 + number, first.day + 100 * (number + 1), False)
    found = dict(contexts([pair, *others], places, lambda number: says))
    return found[pair]


def at(document: int, day: int, *, quoted: bool = False, publisher: str = "") -> Place:
    return Place(document, day, quoted, publisher)


@pytest.mark.parametrize(
    ("days", "quoted", "score", "says", "context"),
    [
        (1, False, 90.0, MUCH, "reuse"),
        (1, False, 90.0, LITTLE, "chance"),
        (1, False, 60.0, SOME, "chance"),
        (1, True, 62.0, SOME, "reuse"),
        (90, True, 75.0, MUCH, "reuse"),
        (90, False, 75.0, MUCH, "chance"),
        (90, True, 100.0, SOME, "chance"),
    ],
)
def test_a_lone_pair_must_say_something_and_be_near_in_time_or_a_quotation(
    days: int, quoted: bool, score: float, says: float, context: str
) -> None:
    assert told(at(1, 0, quoted=quoted), at(2, days, quoted=quoted), score, says) == context


def test_what_stands_on_many_dates_is_boilerplate_however_much_it_says() -> None:
    likes = [Pair(0, number, 95.0, "repeat") for number in (2, 3, 4, 5)]
    assert told(at(1, 0), at(2, 1), 100.0, MUCH, *likes) == "boilerplate"


def test_a_sentence_of_another_publisher_is_known_again_after_months_and_one_of_the_same_is_standing_text() -> (
    None
):
    assert told(at(1, 0, publisher="A"), at(2, 200, publisher="B"), 95.0, MUCH) == "reuse"
    assert told(at(1, 0, publisher="A"), at(2, 200, publisher="A"), 95.0, MUCH) == "chance"


def test_without_dates_nothing_is_left_out() -> None:
    pair = Pair(0, 1, 50.0, "variant")
    assert list(contexts([pair], [None, None], lambda number: LITTLE)) == [(pair, "reuse")]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("https://example.org/2016/03/15/story.html", "2016-03-15"),
        ("courier_2016-03-15_the-dam", "2016-03-15"),
        ("s236", ""),
        ("call-0049-2016-331-15", ""),
    ],
)
def test_the_day_in_a_name(name: str, day: str) -> None:
    assert date_in(name) == day


def test_an_apostrophe_quotes_nobody() -> None:
    assert quotes("„Wir gehen“, sagte sie.")
    assert not quotes("Die Fähre fährt heut' nicht.")


def test_match_leaves_boilerplate_out_unless_all_is_asked_for(tmp_path: Path) -> None:
    standing = "Die Sprecherin war am Abend für eine Stellungnahme nicht zu erreichen."
    rows = [
        {"id": f"b{month}", "text": standing, "doc": f"d{month}", "published": f"2026-{month:02}-01"}
        for month in range(1, 7)
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")

    def found(everything: bool) -> list[str]:
        match_file(str(source), str(target), everything=everything, on_error=print)
        lines = map(json.loads, target.read_text(encoding="utf-8").splitlines())
        return [line.get("context", "") for line in lines if line["a"].startswith("b")]

    assert found(everything=False) == []
    assert set(found(everything=True)) == {"boilerplate"}


def test_a_quotation_that_says_much_is_no_boilerplate_however_often_it_is_repeated() -> None:
    likes = [Pair(0, number, 95.0, "repeat") for number in (2, 3, 4, 5)]
    assert told(at(1, 0, quoted=True), at(2, 90, quoted=True), 80.0, MUCH, *likes) == "reuse"
    assert told(at(1, 0, quoted=True), at(2, 90, quoted=True), 80.0, LITTLE, *likes) == "boilerplate"
