"""A dispatch gives the same claims however many papers print it, on whatever days, and whatever each of them changes."""

import pytest

from provenance.match.engine import Matcher
from provenance.match.members import _stemmed
from provenance.match.spread import spread
from tests.builders import report
from tests.reprints import DISPATCH, EDITS, reprints, unrelated

FEW, MANY = 15, 130


def sizes(number: int, **how: object) -> list[int]:
    """How many papers each claim of the dispatch is found in, the most common first."""
    claims = report(*reprints(number, **how), *unrelated(20)).claims  # type: ignore[arg-type]
    return sorted((len(claim.members) for claim in claims), reverse=True)


@pytest.mark.parametrize("edit", EDITS)
def test_the_same_claims_among_many_reprints_as_among_few(edit: str) -> None:
    few, many = sizes(FEW, days=9, edit=edit), sizes(MANY, days=9, edit=edit)
    assert len(few) == len(many) == len(DISPATCH)
    assert few[-1] / FEW == pytest.approx(many[-1] / MANY, abs=0.1)


@pytest.mark.parametrize("how", [{"days": 1, "outlets": False}, {"days": 30}, {"dated": False}], ids=str)
def test_the_same_claims_on_one_day_and_on_many_with_and_without_marks(how: dict[str, object]) -> None:
    assert sizes(MANY, **how) == [MANY] * len(DISPATCH)


def test_a_word_of_one_sentence_that_many_print_is_as_rare_as_if_one_did() -> None:
    matcher = Matcher()
    for number in range(60):
        other = "".join("abcdefghij"[int(digit)] for digit in str(number))
        matcher.add(f"Im Hafen von Nordby streiken seit heute früh wirklich alle Kräne, {other}x heißt es.")
        matcher.add(f"Zeuge Quist{other} sah im Hafen von Nordby die Fähre Marie{other} am Kai {other}.")
    counts, size = spread(matcher.corpus)
    told = dict(zip(matcher.corpus.words, counts, strict=True))
    assert (told["kraene"], told["zeuge"], size) == (1, 60, 61)


def test_each_statement_is_read_for_its_words_once_however_many_say_the_same() -> None:
    papers = reprints(MANY, edit="word in every sentence")
    _stemmed.cache_clear()
    report(*papers)
    told = {statement.text for paper in papers for statement in paper.statements}
    assert _stemmed.cache_info().misses <= len(told)
