"""Options are read as values: what is no number or no date of the calendar is refused in one line."""

import argparse

import pytest

from provenance.cli.options import day, number


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)])
def test_a_whole_number_is_read_as_its_value(text: str, value: int) -> None:
    assert number()(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "-1", "+5", " 5", "5 ", "5\n", "5_0", "1e3", "1.0", "0x10", "１２", "٣", "²", "10" * 5000, "nan"],
)
def test_what_is_no_whole_number_is_refused_shortly(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as caught:
        number()(text)
    assert len(str(caught.value)) < 100 and "\n" not in str(caught.value)


def test_a_number_keeps_its_bounds() -> None:
    assert number(1, 5)("5") == 5
    for text in ("0", "6"):
        with pytest.raises(argparse.ArgumentTypeError, match="from 1 to 5"):
            number(1, 5)(text)


@pytest.mark.parametrize("text", ["2026-09-03", "0001-01-01", "2024-02-29"])
def test_a_day_is_read_as_written(text: str) -> None:
    assert day(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-09", "20260903", "2026-W36-4", "2026-9-3", "2023-02-29", "2026-13-01", "0000-01-01",
     "２０２６-09-03", "2026-09-03T10:00", "2026-09-03\n", " 2026-09-03", "-2026-09-03", "9" * 9000, "\ud800"],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="YYYY-MM-DD"):
        day(text)
