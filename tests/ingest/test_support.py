"""The reading of makers must not rest on single sites: what `tests/bench/leave_one_out.py` measured last.

`support.json` is its result over two sets of hand-marked pages, 238 sites: plain figures beside those where each page is
read without the words that only its own site supports and that no other source names, and the support of the words measured.
"""

import json
from pathlib import Path

import pytest

from provenance.words import lists

MEASURED = json.loads((Path(__file__).parent / "support.json").read_text(encoding="utf-8"))
#: What leaving out each site's own words may cost, in F1.
MOST = 0.02
FIGURES = [(name, family) for name, figures in MEASURED["figures"].items() for family in figures]


@pytest.mark.parametrize(("name", "family"), FIGURES)
def test_a_page_is_read_as_well_without_the_words_that_only_it_supports(name: str, family: str) -> None:
    plain, left_out = MEASURED["figures"][name][family]
    assert plain - left_out <= MOST


@pytest.mark.parametrize("table", MEASURED["sites"])
def test_what_was_measured_is_still_there(table: str) -> None:
    place, name = table.split(": ")
    code, subject = place.split("/")
    assert set(MEASURED["sites"][table]) <= set(lists(code, subject)[name].entries), "measure anew"
