"""Pruning forgets what it was told to, by value and not by text, and never more."""

import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from provenance.archive import connect, read_only
from provenance.archive.dates import before
from provenance.archive.export import document_lines
from provenance.archive.faults import faults
from provenance.archive.record import Record
from provenance.archive.store import add
from provenance.attribute import find
from provenance.cli import main
from tests.builders import document, keep

DAY = date(2026, 9, 3)


@pytest.mark.parametrize(
    ("published", "earlier"),
    [
        ("2026-09-02", True),
        ("2026-09-03", False),
        ("20260902", True),
        ("2026-W36-3", True),
        ("2026-08", True),
        ("2026-09", False),
        ("2025", True),
        ("2026", False),
        ("2026-09-03T00:30:00+02:00", True),
        ("2026-09-02T23:30:00-05:00", False),
        ("2026-09-02T23:59:59.999999", True),
        ("2026-09-03T00:00:00Z", False),
        ("2026-09-02 12:00", True),
        ("gestern", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("3.9.2026", None),
        ("", None),
        ("9999", None),
        ("9999-12-31", None),
        ("0001-01-01", True),
    ],
)
def test_a_date_lies_before_a_day_only_with_all_that_it_means(published: str, earlier: bool | None) -> None:
    assert before(published, DAY) is earlier


def kept(archive: Path) -> list[str]:
    with read_only(str(archive)) as database:
        return [line.split('"id": "')[1].split('"')[0] for line in document_lines(database, versions=False)]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    dates = {"old": "2026-09-02", "new": "2026-09-04", "odd": "gestern", "undated": None}
    with closing(connect(str(path), create=True)) as database:
        for name, published in dates.items():
            made = document(f"Das Boot {name} liegt wieder im Hafen von Nordby, sagte Ina Holm.", name)
            made.published = published
            list(add(database, [Record(made, find(made))]))
    return path


def test_only_what_was_published_before_goes_and_an_odd_date_is_told(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "prune", str(archive), "--before", "2026-09-04"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "1 version forgotten\n"
    assert "odd" in printed.err and "“gestern”" in printed.err and printed.err.count("\n") == 1
    assert kept(archive) == ["new", "odd", "undated"]


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/St_Johns"])
def test_a_day_begins_at_midnight_utc_on_every_machine_and_the_help_says_so(
    zone: str, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        made = document("Das Boot liegt wieder im Hafen von Nordby, sagte Ina Holm.", "night")
        made.published = "2026-09-04T00:30:00+02:00"
        with closing(connect(str(archive))) as database:
            list(add(database, [Record(made, find(made))]))
        assert main(["archive", "prune", str(archive), "--before", "2026-09-04"]) == 2
    finally:
        monkeypatch.undo()
        time.tzset()
    assert kept(archive) == ["new", "odd", "undated"]
    assert main(["archive", "prune", "--help"]) == 0
    assert "from midnight UTC" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "words",
    [
        ["--before", text]
        for text in (
            "20260101", "2026-W01-1", "2026-1-1", "2026-01", "01.02.2026", "2026-02-30", "2026-01-01T00:00",
            " 2026-01-01", "２０２６-01-01", "", "99999-01-01", "-1", "now",
        )
    ]
    + [[], ["--document", "nope"], ["--document", "old", "--document", "nope"], ["--document", ""],
       ["--document", "%"], ["--document", "x' OR 1=1"], ["--document", "\udcff"],
       ["--before", "2030-01-01", "--document", "nope"]],
)  # fmt: skip
def test_what_cannot_be_done_as_told_is_told_and_nothing_is_forgotten(
    archive: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "prune", str(archive), *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert len(kept(archive)) == 4


@pytest.mark.parametrize("number", ["0", "-1", "1" + "0" * 30, "1e3", "", "１", "5_0", "1.5"])
@pytest.mark.parametrize("words", [["search", "-n"], ["claims", "-n"], ["claims", "--least"]], ids=" ".join)
def test_numbers_of_options_are_whole_and_positive(
    archive: Path, words: list[str], number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command, option = words
    assert (
        main(["archive", command, str(archive), option, number, *(["x"] if command == "search" else [])]) == 2
    )
    assert capsys.readouterr().err.count("\n") == 1


def test_each_document_that_is_left_has_a_newest_version(archive: Path) -> None:
    keep(archive, ("old", "Das Boot old ist gesunken, sagte Ina Holm von der Hafenwacht."))
    with closing(connect(str(archive))) as database:
        assert main(["archive", "prune", str(archive), "--versions"]) == 0
        assert list(faults(database)) == []
    assert kept(archive) == ["new", "odd", "old", "undated"]
