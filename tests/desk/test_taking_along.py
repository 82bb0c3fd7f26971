"""What is shown is taken along as text, and nothing in it acts where it is opened."""

import csv
import io
import json
from pathlib import Path

import pytest

from provenance.desk.export import Format, exported
from provenance.desk.quote import quoted
from provenance.desk.report_desk import ReportDesk
from tests.builders import document, report

TEXT = "„Der Hafen bleibt zu“, sagte der Reeder Jonas Falk. Ein Insider sagte, das Angebot liege in der Schublade."


def desk(text: str = TEXT, title: str = "Hafen", archive: str | None = None) -> ReportDesk:
    made = document(text, "a.txt", outlet="Nordblatt", published="2026-10-06")
    made.title = title
    return ReportDesk(report(made, document(text, "b.txt")), "two", archive=archive, reviewer="AK")


def test_a_table_has_a_line_for_each_row_in_every_format(tmp_path: Path) -> None:
    one = desk(archive=str(tmp_path / "a.db"))
    one.decide("dismiss", [0], "he is known")
    pages = (one.documents(), one.findings(), one.claims(), one.sources(), one.said("jonas-falk"))
    for rows in (page.rows for page in pages):
        assert rows
        objects = [json.loads(line) for line in exported(rows, "json").splitlines()]
        table = list(csv.DictReader(io.StringIO(exported(rows, "csv"))))
        markdown = exported(rows, "markdown").splitlines()
        assert len(objects) == len(table) == len(markdown) - 2 == len(rows)
        assert list(objects[0]) == list(table[0])
    findings = [json.loads(line) for line in exported(one.findings().rows, "json").splitlines()]
    assert {(row["state"], row["reason"], row["reviewer"]) for row in findings} >= {
        ("dismissed", "he is known", "AK")
    }


@pytest.mark.parametrize("kind", ["json", "markdown", "csv"])
def test_nothing_shown_is_nothing_taken(kind: Format) -> None:
    assert exported([], kind) == ""


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "'=1", '"=1', "＝1", "\r=1", "|calc", "%0A=1"]
)
def test_no_cell_is_a_formula(title: str) -> None:
    table = csv.DictReader(io.StringIO(exported(desk(title=title).documents().rows, "csv")))
    (cell,) = (row["title"] for row in table if row["id"] == "a.txt")
    assert cell.startswith("'")


def test_a_table_in_markdown_has_no_markup_and_no_line_ends_of_its_own() -> None:
    made = exported(desk(title="a|b\n<script>`x`</script>\n# [c](d)").documents().rows, "markdown")
    assert len(made.splitlines()) == 4
    assert r"a\|b \<script\>\`x\`\</script\> \# \[c\]\(d\)" in made


def test_control_characters_are_taken_along_as_signs() -> None:
    for kind in ("json", "markdown", "csv"):
        made = exported(desk(title="a\x1b[31mb\u202ec").documents().rows, kind)  # type: ignore[arg-type]
        assert "\x1b" not in made
        assert "\u202e" not in made


def test_a_statement_is_copied_with_who_says_it_where_it_stands_and_its_route(tmp_path: Path) -> None:
    one = desk(archive=str(tmp_path / "a.db"))
    reading = one.read("a.txt")
    said = next(
        row
        for row in reading.document.statements
        if row.attribution and row.attribution.source == "jonas-falk"
    )
    words = quoted(reading, said.id).splitlines()
    assert words[:3] == [
        "„Der Hafen bleibt zu“",
        "— Jonas Falk, Reeder [person], direct",
        "Nordblatt, 2026-10-06, Hafen, a.txt:1",
    ]
    assert words[3].startswith("Route (")
    assert "Jonas Falk “" in words[3]
    assert words[3].endswith("Nordblatt")
    one.correct("name", "jonas-falk", "Johann Falk")
    assert "read as: Jonas Falk, person" in quoted(one.read("a.txt"), said.id)
    with pytest.raises(KeyError):
        quoted(reading, "a.txt#s99")


def test_a_copied_statement_names_its_findings_and_what_was_decided(tmp_path: Path) -> None:
    one = desk(archive=str(tmp_path / "a.db"))
    row = next(
        row for row in one.findings().rows if row.finding.document == "a.txt" and row.finding.statement
    )
    one.decide("accept", [row.key])
    made = quoted(one.read("a.txt"), row.finding.statement or "")
    assert f"{row.finding.severity} {row.finding.rule} (accepted): {row.finding.message}" in made
