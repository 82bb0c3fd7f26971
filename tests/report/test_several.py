"""Several reports read as one."""

import copy
from pathlib import Path

import pytest

from provenance.errors import InputError
from provenance.report import json_report
from provenance.report.several import joined
from tests.builders import document, report

FIRST = "Minister Otto Lind sagte, es seien »bis zu 8.000« Arbeiter im Streik.\n"
SECOND = "Reeder Otto Lind sprach von etwa 3.000 Arbeitern im Streik. Minister Otto Lind sagte, es seien »bis zu 8.000«.\n"


def test_one_report_is_itself() -> None:
    made = report(document(FIRST, "a.txt"))
    assert joined([("a.json", made)]) is made


def test_documents_findings_and_claims_of_several_reports_stand_beside_one_another() -> None:
    first = report(document(FIRST, "a.txt"), document(FIRST, "b.txt"))
    second = report(document(SECOND, "c.txt"), document(SECOND, "d.txt"))
    made = joined([("1", copy.deepcopy(first)), ("2", copy.deepcopy(second))])
    assert [one.id for one in made.documents] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert len(made.findings) == len(first.findings) + len(second.findings)
    assert len({claim.id for claim in made.claims}) == len(first.claims) + len(second.claims)
    assert len({source.id for source in made.sources}) == len(made.sources)
    claims, sources = {claim.id for claim in made.claims}, {source.id for source in made.sources}
    for statement in (statement for one in made.documents for statement in one.statements):
        assert statement.claim is None or statement.claim in claims
        assert statement.attribution is None or statement.attribution.source in {None, *sources}
    assert json_report.load(json_report.dump(made), "made.json") == made


def test_a_source_of_another_name_keeps_apart_from_one_of_the_same_id() -> None:
    first = report(document(FIRST, "a.txt"))
    second = copy.deepcopy(report(document(FIRST, "b.txt")))
    second.sources[0].name = "Otto Lindner"
    made = joined([("1", first), ("2", second)])
    assert [source.name for source in made.sources] == ["Otto Lind", "Otto Lindner"]


def test_one_document_in_two_reports_is_refused(tmp_path: Path) -> None:
    made = report(document(FIRST, "a.txt"))
    with pytest.raises(InputError, match=r"b\.json: has a\.txt, which another report has"):
        joined([("a.json", made), ("b.json", copy.deepcopy(made))])
