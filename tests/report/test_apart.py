"""A report read document by document: the same as one that is read whole, and nothing where anything in it is wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from provenance.desk.records import Query
from provenance.desk.report_desk import ReportDesk
from provenance.desk.table import StatementTable
from provenance.errors import InputError
from provenance.model import AuditReport, Document
from provenance.report import json_report
from provenance.report.apart import read_apart
from tests.builders import document, report

ROOT = Path(__file__).resolve().parents[2]
FIRST = (
    "Die Fähre bleibt im Hafen. Reeder Jan Kroll sagte, bis zu 40 Schiffe »lägen fest«. Er warte. Ein Insider nannte "
    "{ \n  } einen Vertrag.\n\nFoto: Eva Lund/dpa\n"
)
SECOND = "Reeder Jan Kroll sprach von 40 Schiffen. Laut Ina Holm ist \u2028 die Fähre kaputt.\n"


def sample() -> AuditReport:
    return report(document(FIRST, "a.txt", outlet="Tagblatt"), document(SECOND, "b.txt"))


def apart(tmp_path: Path, text: str) -> tuple[AuditReport | None, StatementTable]:
    file, table = tmp_path / "r.json", StatementTable()
    file.write_text(text, encoding="utf-8")
    return read_apart(str(file), table.add), table


def whole(made: AuditReport) -> AuditReport:
    """With its statements where they belong."""
    for home in made.documents:
        home.statements = list(home.statements)
    return made


@pytest.mark.parametrize("chunk", [1, 7, 1 << 22])
def test_a_report_is_the_same_read_apart_whatever_is_read_at_once(
    chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.report.apart.CHUNK", chunk)
    made, _ = apart(tmp_path, json_report.dump(sample()))
    assert made is not None and whole(made) == sample()


@pytest.mark.parametrize("name", ["dam", "hafenstreik"])
def test_the_reports_of_the_seeds_are_the_same_read_apart(name: str) -> None:
    file, seen = ROOT / "reports" / f"{name}.json", list[tuple[str, int]]()

    def see(home: Document) -> None:
        seen.append((home.id, len([*home.statements])))

    made = read_apart(str(file), see)
    assert made is not None
    assert seen == [(home.id, len(home.statements)) for home in made.documents]
    assert whole(made) == json_report.load(file.read_text(encoding="utf-8"), str(file))


def test_statements_are_there_also_when_the_file_is_not_any_more(tmp_path: Path) -> None:
    made, _ = apart(tmp_path, json_report.dump(sample()))
    (tmp_path / "r.json").write_text("{}", encoding="utf-8")
    assert made is not None and whole(made) == sample()


@pytest.mark.parametrize("indent", [None, 2, 4])
def test_what_is_written_in_another_way_is_left_to_be_read_whole(indent: int | None, tmp_path: Path) -> None:
    written = json.dumps(json.loads(json_report.dump(sample())), indent=indent)
    assert apart(tmp_path, written)[0] is None
    assert json_report.load(written, "r.json") == sample()


SPOILT: dict[str, Callable[[dict[str, Any]], object]] = {
    "words": lambda data: data["documents"][1]["statements"][0].update(text="etwas anderes"),
    "span": lambda data: data["documents"][0]["statements"][0].update(spans=[[0, 9999]]),
    "credit": lambda data: data["documents"][0]["photo_credits"][0].update(text="Foto: X"),
    "block": lambda data: data["documents"][1]["blocks"][0].update(end=9999),
    "kind": lambda data: data["documents"][0]["statements"][0].update(kind="whispered"),
    "home": lambda data: data["documents"][0]["statements"][0].update(document="b.txt"),
    "statement twice": lambda data: data["documents"][1]["statements"][1].update(
        id=data["documents"][1]["statements"][0]["id"]
    ),
    "document twice": lambda data: data["documents"].append(data["documents"][0]),
    "parent": lambda data: data["documents"][0]["statements"][1].update(parent="a.txt#s99"),
    "source": lambda data: data.update(sources=[]),
    "finding": lambda data: data["findings"][0].update(end=9999),
    "finding's document": lambda data: data["findings"][0].update(document="c.txt"),
    "finding's statement": lambda data: data["findings"][0].update(statement="a.txt#s99"),
    "no documents": lambda data: data.update(documents=[]),
    "schema": lambda data: data.update(schema_version="9.0"),
    "number": lambda data: data["claims"].append({"id": "c1", "members": 3}),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_report_in_which_anything_is_wrong_is_not_read_apart(
    spoil: Callable[[dict[str, Any]], object], tmp_path: Path
) -> None:
    data = json.loads(json_report.dump(sample()))
    assert apart(tmp_path, json.dumps(data, indent=1))[0] is not None
    spoil(data)
    written = json.dumps(data, indent=1)
    assert apart(tmp_path, written)[0] is None
    if data["documents"]:
        with pytest.raises(InputError):
            json_report.load(written, "r.json")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' "sources": [', ' "documents": [],\n "sources": ['),
        (' "sources": [', ' "documents" : [],\n "sources": ['),
        ("\n  },\n  {\n", "\n  }\n  {\n"),
        ("\n  },\n  {\n", "\n  },\n  3,\n  {\n"),
        ("\n  },\n  {\n", "\n  } x,\n  {\n"),
        (' "tool": {\n', ' "tool": {\n  "documents": [\n'),
        ('{\n "schema_version"', '\ufeff{\n "schema_version"'),
        ("Reeder", "Ree\tder"),
    ],
)
def test_a_report_whose_braces_lie_is_not_read_apart(old: str, new: str, tmp_path: Path) -> None:
    written = json_report.dump(sample())
    assert old in written
    assert apart(tmp_path, written.replace(old, new, 1))[0] is None
    assert apart(tmp_path, written[: len(written) // 2])[0] is None


def pages(desk: ReportDesk) -> list[object]:
    """All that the screens ask for."""
    asked = [Query(), Query(order="text"), Query(look="person"), Query(words="kroll"), Query(state="open")]
    made: list[object] = []
    for query in asked:
        made += [desk.counts(query), desk.documents(query), desk.findings(query), desk.claims(query)]
        made += [desk.sources(query), desk.shares(query), desk.tally(query)]
        made += [desk.shown(home.id, query) for home in desk.report.documents]
    for row in desk.sources().rows:
        made += [desk.said(row.source.id), desk._deciding._books.naming(row.source.id)]
    for home in desk.report.documents:
        reading = desk.read(home.id)
        made += [
            (reading.row, [*reading.document.statements], reading.findings, reading.sources, reading.machine)
        ]
    made += [desk.elsewhere(claim.id) for claim in desk.report.claims]
    return [*made, desk.search("Fähre"), desk.search("jan  kroll")]


@pytest.mark.parametrize("corrected", [False, True])
def test_a_desk_over_a_report_read_apart_is_the_same_desk(corrected: bool, tmp_path: Path) -> None:
    made, table = apart(tmp_path, json_report.dump(sample()))
    assert made is not None
    desks = [
        ReportDesk(sample(), "r", archive=str(tmp_path / "whole.db")),
        ReportDesk(made, "r", archive=str(tmp_path / "apart.db"), table=table),
    ]
    for desk in desks:
        if corrected:
            said = next(row for row in sample().documents[0].statements if row.attribution)
            first = desk.sources().rows[0].source
            desk.correct("type", first.id, "organisation")
            desk.correct("speaker", said.id, "Ein Vertrag")
            desk.correct("kind", sample().documents[1].statements[0].id, "narrated")
    assert pages(desks[0]) == pages(desks[1])


def test_statements_with_names_of_another_maker_are_found(tmp_path: Path) -> None:
    written = json_report.dump(sample()).replace('a.txt#s1"', 'a.txt#eins"')
    made, table = apart(tmp_path, written)
    assert made is not None
    desk = ReportDesk(made, "r", table=table)
    find = desk.columns.find
    assert find("a.txt#eins") == (0, 0) and find("a.txt#s2") == (0, 1)
    for wrong in ("a.txt#s1", "a.txt#s99", "b.txt#s0", "b.txt#s01", "b.txt#s²", "b.txt#", "c.txt#s1"):
        assert find(wrong) is None
