"""The choice among candidates: no word is claimed twice, the sum of weights decides, large groups stay cheap."""

import time

import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st

from provenance.grammar.choose import choose, claims
from provenance.grammar.records import NOBODY, Candidate


def candidate(start: int, end: int, weight: float, cue: int = -1) -> Candidate:
    cues = ((cue, cue + 1),) if cue >= 0 else ()
    return Candidate(toy.row(f"r{start}", weight=weight), 0, ((start, end),), cues, (), NOBODY, (), weight)


drawn = st.lists(
    st.builds(
        candidate,
        st.integers(0, 20),
        st.integers(21, 40),
        st.sampled_from([0.5, 0.6, 0.7, 0.8, 0.9]),
        st.integers(0, 12),
    ),
    max_size=18,
)


def clash(one: Candidate, other: Candidate) -> bool:
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in claims(one) for b in claims(other))


@given(drawn)
def test_no_two_winners_claim_the_same_words(found: list[Candidate]) -> None:
    chosen = choose(found)
    assert not any(clash(one, other) for at, one in enumerate(chosen) for other in chosen[at + 1 :])


@given(drawn)
def test_every_loser_claims_words_of_a_winner(found: list[Candidate]) -> None:
    chosen = choose(found)
    kept = {(one.content, one.cue, one.weight) for one in chosen}
    losers = [one for one in found if (one.content, one.cue, one.weight) not in kept]
    assert all(any(clash(loser, winner) for winner in chosen) for loser in losers)


@given(drawn)
def test_the_order_of_the_rows_does_not_change_the_weight_won(found: list[Candidate]) -> None:
    def weight(some: list[Candidate]) -> float:
        return round(sum(one.weight for one in choose(some)), 6)

    if len(found) <= 10:
        assert weight(found) == weight(list(reversed(found)))


def test_two_lighter_ones_win_over_one_that_touches_both() -> None:
    both = Candidate(toy.row("both", weight=0.9), 0, ((0, 9),), ((1, 2), (5, 6)), (), NOBODY, (), 0.9)
    left, right = candidate(2, 3, 0.6, 1), candidate(6, 7, 0.6, 5)
    assert {one.row.id for one in choose([both, left, right])} == {"r2", "r6"}


@pytest.mark.parametrize(("size", "winners"), [(9, 9), (10, 1)])
def test_up_to_ten_that_touch_are_weighed_as_sets_and_of_more_the_heaviest_wins(
    size: int, winners: int
) -> None:
    cues = tuple((2 * at, 2 * at + 1) for at in range(size))
    whole = Candidate(toy.row("whole", weight=0.9), 0, ((100, 101),), cues, (), NOBODY, (), 0.9)
    singles = [candidate(2 * at + 1, 2 * at + 2, 0.2, 2 * at) for at in range(size)]
    assert len(choose([whole, *singles])) == winners


def test_thousands_of_candidates_cost_no_more_than_their_sorting() -> None:
    def seconds(size: int) -> float:
        some = [candidate(at, at + 3, 0.5 + at % 5 / 10, at // 2) for at in range(size)]
        began = time.process_time()
        choose(some)
        return time.process_time() - began

    seconds(100)
    assert seconds(8000) < 1.0
