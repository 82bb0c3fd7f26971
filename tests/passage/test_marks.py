"""Quotation marks pair by glyph and blank, in every national style, and one odd mark costs one quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribute import find
from provenance.model import Block, Document
from provenance.passage import Passage, read_passages
from provenance.passage.sentences import LONGEST, SentenceRules
from tests.builders import document

RULES = SentenceRules(frozenset({"dr", "bzw"}), True, frozenset({"november"}), frozenset({"am", "der"}))


def passages(text: str) -> list[Passage]:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 2
    return read_passages(Document("d", "d", "text", "de", text, blocks=blocks), RULES)


def quoted(text: str) -> list[str]:
    return [
        passage.cut(quote.open, quote.close + 1) for passage in passages(text) for quote in passage.quotes
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "„Wir gehen“",
        "„Wir gehen”",
        "»Wir gehen«",
        "«Wir gehen»",
        "“We go”",
        '"We go"',
        "‚Wir gehen‘",
        "›Wir gehen‹",
        "''We go''",
        "‘We go’",
    ],
)
def test_each_national_style_is_one_quotation(quotation: str) -> None:
    assert quoted(f"Sie rief {quotation} und lief.") == [quotation]


def test_an_inner_quotation_stands_inside_the_outer_one() -> None:
    (passage,) = passages("„Er nannte es ‚Unsinn‘ und ging“, sagte sie.")
    assert [(quote.depth, quote.single) for quote in passage.quotes] == [(0, False), (1, True)]


@pytest.mark.parametrize(
    "text", ["Das geht's nicht an.", "It’s the workers’ turn.", "Rock ’n’ Roll", "5' 11\" tall"]
)
def test_apostrophes_and_inch_marks_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_forgotten_closing_mark_costs_its_sentence_and_no_more() -> None:
    (passage,) = passages("Sie sagte: „Wir gehen jetzt. Dann kam der Bus.")
    (quote,) = passage.quotes
    assert not quote.closed
    assert passage.cut(quote.open, quote.close + 1) == "„Wir gehen jetzt."


def test_a_quotation_over_two_paragraphs_runs_to_the_end_of_the_first() -> None:
    first, second = passages("„Erster Satz. Zweiter Satz.\n\n„Dritter Satz.“ Ende.")
    assert first.cut(first.quotes[0].open, first.quotes[0].close + 1) == "„Erster Satz. Zweiter Satz."
    assert second.quotes[0].closed


@given(st.text(alphabet="ab .,!?„“”\"»«›‹‚‘’'\n", max_size=80))
def test_quotations_lie_in_their_passage_and_never_cross(text: str) -> None:
    for passage in passages(text):
        for quote in passage.quotes:
            assert 0 <= quote.open < quote.close < len(passage.words) or not quote.closed
            for other in passage.quotes:
                crossing = quote.open < other.open <= quote.close < other.close
                assert not (crossing and quote.closed and other.closed)


@given(st.text(alphabet='aB1 .,!?…„“"»«()\n', max_size=120))
def test_sentences_cover_all_tokens_in_order_and_tokens_cut_their_words(text: str) -> None:
    for passage in passages(text):
        assert passage.sentences[0][0] == 0
        assert passage.sentences[-1][1] == len(passage.words)
        assert all(a[1] == b[0] for a, b in zip(passage.sentences, passage.sentences[1:], strict=False))
        for word, start, end in zip(passage.words, passage.starts, passage.ends, strict=True):
            assert text[start:end] == word


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Am 1. November kam der Zug. Er hielt nicht.", 2),
        ("Dr. Meier sprach. Alle gingen.", 2),
        ("Sie rief: »Halt.« Dann ging sie.", 2),
        ("»Wann?«, fragte er.", 1),
        ("„Das ist so.“ sagte er.", 1),
        ("Der 3. Preis ging an Eva B. Klein. Sie freute sich.", 2),
        ("„Ich komme. Ich bleibe“, sagte sie.", 2),
    ],
)
def test_points_that_end_no_sentence(text: str, count: int) -> None:
    assert len(passages(text)[0].sentences) == count


def test_a_sentence_is_no_longer_than_any_that_was_printed() -> None:
    (passage,) = passages("ein Wort, " * 1_000)
    lengths = [after - first for first, after in passage.sentences]
    assert max(lengths) <= LONGEST and sum(lengths) == len(passage.words)
    assert all(passage.words[after - 1] == "," for _, after in passage.sentences)


def test_single_marks_inside_single_ones_are_deeper() -> None:
    (passage,) = passages("‚Er ‚kam ‚nicht’ an’ so’ „nie“")
    assert [quote.depth for quote in passage.quotes] == [0, 1, 2, 0]


def test_a_mark_closes_the_innermost_that_it_can() -> None:
    assert quoted("„Er »kam“ an« so") == ["„Er »kam“"]


@given(st.text(alphabet="„“”»«‚‘’›‹\"'a. ", max_size=60))
def test_each_token_knows_the_last_quotation_that_opened_around_it(text: str) -> None:
    for passage in passages(text):
        for at in range(len(passage.words)):
            around = [n for n, quote in enumerate(passage.quotes) if quote.open <= at <= quote.close]
            assert passage.quoted(at) == bool(around)
            assert not around or passage.inside[at] == around[-1]
        for quote in passage.quotes:
            assert quote in passage.opening(quote.open, quote.open + 1)
            assert quote in passage.closing[quote.close]


@pytest.mark.parametrize("label", ["[Update] ", "{ ", "[Update, 12 Uhr] ", "(Update) ", ""])
def test_a_label_of_the_desk_is_no_part_of_the_first_sentence(label: str) -> None:
    made = document(f"{label}Ein Insider sagte, der Vertrag sei unterschrieben.\n")
    find(made)
    (spoken,) = [row for row in made.statements if row.attribution and row.attribution.speaker]
    assert spoken.attribution is not None
    assert [made.text[start:end] for start, end in spoken.attribution.speaker] == ["Ein Insider"]
