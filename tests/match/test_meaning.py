"""How much of one thing two statements say: words in any order, their kin in part, figures as words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.match.engine import Matcher
from provenance.match.numerals import number_value

FILLER = [f"Wort{number} steht neben Ding{number} im Satz{number}." for number in range(30)]


def meaning(first: str, second: str) -> float:
    matcher = Matcher()
    for text in (first, second, *FILLER):
        matcher.add(text)
    list(matcher.pairs())
    return matcher.meaning(0, 1)


@pytest.mark.parametrize(
    ("first", "nearer", "farther"),
    [
        (
            "Die Hafenarbeiter streiken seit Montag.",
            "Seit Montag streiken Arbeiter.",
            "Seit Montag regnet es hier.",
        ),
        ("Der Damm hat fünf Risse.", "Fünf Risse zeigt der Damm.", "Neun Risse zeigt der Damm."),
        ("Die Fähre fährt nach Nordby.", "Nach Nordby fahren Fähren.", "Nach Nordby fliegen Vögel."),
    ],
)
def test_what_says_more_of_the_same_is_nearer(first: str, nearer: str, farther: str) -> None:
    assert meaning(first, nearer) > meaning(first, farther)


WORDS = st.lists(
    st.sampled_from("Damm Dämme Hafen Hafenarbeiter Arbeiter fünf 5 7 hält hielt Regen".split()), max_size=8
)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_it_is_the_same_both_ways_and_lies_between_0_and_100(first: list[str], second: list[str]) -> None:
    one, other = " ".join(first), " ".join(second)
    assert 0.0 <= meaning(one, other) <= 100.0
    assert meaning(one, other) == meaning(other, one)


@pytest.mark.parametrize("word", ["²ent", "12km", "3tt"])
def test_a_figure_with_letters_that_are_no_scale_has_no_value(word: str) -> None:
    assert number_value(word) is None
