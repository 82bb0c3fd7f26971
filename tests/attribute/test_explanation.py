"""A statement says how it was found: its row, the way to its speaker, and what was considered and lost."""

import json

import pytest

from provenance.attribute import find
from provenance.languages import rows
from provenance.model import Attribution, Document, Rejected
from provenance.report import json_report
from tests.builders import document, report

#: Statements by their own frame, around it, within another one, carried on by mood, hearsay, quoted, and acts.
STORY = """\
Nach Angaben der Stadt hält der Damm. Laut Holm sei er „in jeder Hinsicht sicher und fest“. Er müsse nur \
erneuert werden. Die Leute hätten Angst. Der Mann soll drei Boote gestohlen haben.

„Wir haben lange gewartet“, sagte Holm. „Jetzt fangen wir an.“ Lind nannte den Plan „unausgegoren und teuer“. \
Der Plan wurde von der Stadt als gut bezeichnet. Der Zug hielt nicht. Das teilte die Bahn am Abend mit. Es regnete.
"""
JUDGED = "Die Äußerungen bezeichnete Meier als „in jeder Hinsicht verfehlt und teuer“."


def attributions(made: Document) -> dict[str, Attribution]:
    """Each sourced statement's attribution, by its pattern."""
    find(made)
    return {one.pattern: one.attribution for one in made.statements if one.attribution is not None}


def test_every_german_pattern_is_the_id_of_a_row() -> None:
    made = document(STORY)
    found = attributions(made)
    assert {"de.quote.nested", "de.sequel.subjunctive", "de.soll.perfect", "de.quote.alone"} <= set(found)
    assert found.keys() <= {row.id for row in rows("de")}
    assert {one.pattern for one in made.statements if one.attribution is None} == {"narrated"}


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        ("de.nach", "phrase of the preposition"),
        ("de.sequel.subjunctive", "carried over"),
        ("de.quote.verb", "subject behind the verb"),
        ("de.act.passive", "agent of the passive"),
    ],
)
def test_a_statement_says_how_its_speaker_was_found(pattern: str, way: str) -> None:
    explanation = attributions(document(STORY))[pattern].explanation
    assert explanation is not None
    assert explanation.way == way


def test_a_statement_names_the_rows_and_the_phrases_that_lost_and_why() -> None:
    explanation = attributions(document(JUDGED))["de.quote.judgement"].explanation
    assert explanation is not None
    (beaten,) = explanation.beaten
    assert beaten.pattern == "de.quote.fragment"
    assert beaten.why.startswith("weighs 0.")
    (lost,) = explanation.rejected
    assert JUDGED[lost.start : lost.end] == "Die Äußerungen"
    assert lost.why == "an object: a name follows a verb of judging"


def test_a_report_from_before_there_were_explanations_can_be_read() -> None:
    data = json.loads(json_report.dump(report(document(JUDGED))))
    for statement in data["documents"][0]["statements"]:
        del statement["attribution"]["explanation"]
    (read,) = json_report.load(json.dumps(data), "r.json").documents
    assert [one.attribution.explanation for one in read.statements if one.attribution] == [None]


def test_a_lost_phrase_outside_the_text_makes_a_report_ungrounded() -> None:
    made = report(document(JUDGED))
    attribution = made.documents[0].statements[0].attribution
    assert attribution is not None and attribution.explanation is not None
    attribution.explanation.rejected.append(Rejected(0, 9999, "far away"))
    assert "a span lies outside the text" in next(json_report.ungrounded(made))
