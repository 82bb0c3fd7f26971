"""Dates in odd forms: what is no date of the calendar tells nothing, and breaks nothing."""

import pytest

from provenance.match.order import came_first, day_number, far_apart, moment, order_key
from tests.builders import document, report

ODD = (
    "", " ", "0000-00-00", "9999", "99999999999999999999", "2026-W01", "2026-W01-1", "2026-244", "20260903", "soon",
    "2026-02-30", "2026-13", "2026-9-3", "2026-09-03T", "2026-09-03T25:00:00", "2026-09-03T10:00:00+99:00",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "２０２６-09-03", "-2026-09-03", "2026-09-03\x00", "2026-09-0",
)  # fmt: skip


@pytest.mark.parametrize("published", ODD, ids=repr)
def test_an_odd_date_breaks_nothing(published: str) -> None:
    text = (
        "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. Am Südkai warten elf Schiffe mit Obst."
    )
    odd, usual = document(text, "odd.txt"), document(text, "usual.txt", published="2026-09-03T10:00:00Z")
    odd.published = published
    first = came_first(odd, usual)
    assert came_first(usual, odd) is (None if first is None else not first)
    assert far_apart(odd, usual) == far_apart(usual, odd)
    assert order_key(odd) == order_key(odd)
    assert report(odd, usual).claims


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("2026", "2026"),
        ("2026-09", "2026-09"),
        ("2026-09-03", "2026-09-03"),
        ("2026-09-03 10:00", "2026-09-03"),
        ("2026-09-03T10:00:00+02:00", "2026-09-03T08:00:00"),
        ("0900-09-03T10:00:00", "0900-09-03T10:00:00"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01"),
        ("2026-09-03T25:00:00", "2026-09-03"),
        ("0000-00-00", ""),
        ("2026-02-30", ""),
        ("2026-13", ""),
        ("2026-W01", ""),
        ("2026-244", ""),
        ("20260903", ""),
        ("99999999999999999999", ""),
        (None, ""),
    ],
)
def test_a_date_is_as_precise_as_it_stands_and_none_where_the_calendar_has_none(
    published: str | None, known: str
) -> None:
    assert moment(published) == known
    assert (day_number(published) is not None) == (len(known) >= 10)
