"""A killed reviewer loses no decision that it was told is kept; tests/bench/decision_kills.py does it 200 times."""

from tests.bench.decision_kills import main


def test_reviewers_killed_at_random_moments_leave_every_decision_that_was_told() -> None:
    assert main(kills=4, reviewers=2, seed=7) == 0
