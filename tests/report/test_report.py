"""The report: grounded to the last span, the same bytes for the same input, and what the seeds must give."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import InputError
from provenance.model import Span
from provenance.pipeline import audit, audit_paths
from provenance.report import json_report
from tests.builders import document, report

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Nordby (dpa) - Ministerin Ina Holm sagte, der Damm sei »ganz und gar sicher«. Er halte.\n\nFoto: Eva Lund/dpa\n"


def test_a_report_survives_json() -> None:
    made = report(document(TEXT))
    assert json_report.load(json_report.dump(made), "r.json") == made


def test_a_report_fits_its_schema() -> None:
    data = json.loads(json_report.dump(report(document(TEXT))))
    schema = json.loads(json_report.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["documents"][0]["statements"][0].update(text="etwas anderes"),
        lambda data: data["documents"][0]["statements"][0].update(spans=[[0, 9999]]),
        lambda data: data["documents"][0]["photo_credits"][0].update(text="Foto: X"),
        lambda data: data["documents"][0]["blocks"][0].update(end=9999),
        lambda data: data["findings"][0].update(end=9999) if data["findings"] else data.update(documents=3),
        lambda data: data.update(documents="keine"),
    ],
)
def test_a_report_whose_spans_lie_is_refused_in_one_line(spoil: object) -> None:
    data = json.loads(json_report.dump(report(document(TEXT))))
    spoil(data)  # type: ignore[operator]
    with pytest.raises(InputError) as caught:
        json_report.load(json.dumps(data), "r.json")
    assert "\n" not in str(caught.value)


def test_an_ungrounded_report_is_never_written() -> None:
    made = report(document(TEXT))
    statement = made.documents[0].statements[0]
    made.documents[0].statements[0] = dataclasses.replace(statement, spans=[Span(1, 3)])
    with pytest.raises(ValueError, match="ungrounded"):
        json_report.dump(made)


WORDS = st.sampled_from(
    "Ina Holm sagte , . : „ “ » « der Damm sei sei sicher dass laut dpa ( ) ! ? heißt es soll 3.000 Boote bis zu und zu halten\n\n so wie mitteilte nach Angaben Er".split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40), st.sampled_from(["de", "en"]))
def test_every_audit_of_any_words_is_grounded(words: list[str], language: str) -> None:
    made = audit([document(" ".join(words) + " x", language=language)])
    assert list(json_report.ungrounded(made)) == []
    for home in made.documents:
        ids = [statement.id for statement in home.statements]
        assert len(set(ids)) == len(ids)
        seen: set[str] = set()
        for statement in home.statements:
            assert statement.parent is None or statement.parent in seen
            seen.add(statement.id)


@pytest.mark.parametrize("event", ["dam", "hafenstreik"])
def test_the_seeds_give_the_reports_beside_them_byte_for_byte(
    event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = audit_paths([f"seeds/{event}"], on_error=lambda error: pytest.fail(str(error)))
    expected = Path(f"reports/{event}.json").read_text(encoding="utf-8")
    assert json_report.dump(made) == expected, f"run: provenance audit seeds/{event} -o reports/{event}.json"


def test_claims_are_shown_in_words_with_what_differs_what_was_lost_and_the_figures_in_dispute() -> None:
    from provenance.report.words import claim_lines

    earlier = document(
        "Im Hafen von Nordby streiken bis zu 4.000 Hafenarbeiter.", "a.txt", published="2026-09-03"
    )
    later = document(
        "Im Hafen von Nordby streiken jetzt 4.000 Hafenarbeiter.", "b.txt", published="2026-09-04"
    )
    other = document("Im Hafen von Nordby streiken nur 1.000 Hafenarbeiter.", "c.txt", published="2026-09-05")
    shown = "\n".join(claim_lines(report(earlier, later, other)))
    assert "2026-09-03 origin   100.0  a.txt#s1  no source" in shown
    assert "+jetzt" in shown
    assert "lost in b.txt#s1: bound «bis zu 4.000» of a.txt#s1" in shown
    assert "1.000 Hafenarbeiter  (no source, 2026-09-05)" in shown
