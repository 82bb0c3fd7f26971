"""`--explain` says of each statement which row found it, on which words it rests, and what lost."""

import re

import pytest

from provenance.attribute import find
from provenance.languages import rows
from provenance.model import Attribution, Statement
from provenance.report.explain import basis_lines, explain_lines, near_lines
from provenance.report.findings import finding_lines
from provenance.spans import Span
from tests.builders import document, report

ABOUT = {row.id: row.about for row in rows("de")}


def basis(text: str, number: int = 0) -> list[str]:
    """What the statement of that number rests on, weights left out."""
    (made,) = report(document(text)).documents
    return [re.sub(r"0\.\d\d", "0.xx", line) for line in basis_lines(made, made.statements[number])]


def test_a_statement_names_its_row_its_words_with_their_places_and_the_way_to_its_speaker() -> None:
    assert basis("Es regnete.\nHolm teilte am Montag mit, dass der Damm hält.", 1) == [
        f"found by de.verb.dass: {ABOUT['de.verb.dass']}",
        "cue «teilte» 2:6, «mit» 2:23",
        "speaker «Holm» 2:1: subject before the verb",
    ]


def test_it_names_the_rows_and_the_phrases_that_lost_and_why() -> None:
    assert basis("Die Äußerungen bezeichnete Meier als „in jeder Hinsicht verfehlt und teuer“.")[-2:] == [
        "instead of de.quote.fragment: weighs 0.xx against 0.xx",
        "not by «Die Äußerungen» 1:1: an object: a name follows a verb of judging",
    ]


def test_it_says_that_nobody_is_named() -> None:
    assert "speaker: nobody named" in basis("Der Zug, hieß es, halte nicht.")


def test_what_the_publication_says_itself_rests_on_nothing() -> None:
    assert basis("Es regnete.") == []


def test_a_pattern_that_is_no_row_and_says_no_way_is_shown_as_it_is() -> None:
    made = document("Holm: Ja.")
    bare = Statement("s1", made.id, "direct", [Span(6, 8)], "Ja", pattern="colon")
    bare.attribution = Attribution(speaker=[Span(0, 4)])
    assert list(basis_lines(made, bare)) == ["found by colon", "speaker «Holm» 1:1"]


def test_an_audit_shows_the_basis_between_the_source_and_the_chain() -> None:
    lines = list(explain_lines(report(document("Holm sagte, dass der Damm hält."))))
    labels = [re.split(r"[;:« ]", line.strip())[0] for line in lines]
    assert labels == ["story.txt", "s1", "Holm", "found", "cue", "speaker", "chain", ""]


@pytest.mark.parametrize(
    ("text", "home", "line"),
    [
        (
            "Er glaubt, ob der Damm hält.",
            "story.txt#s1",
            "nearly by de.verb.question «glaubt» 1:4, whose condition “that allows an indirect question” is not met",
        ),
        (
            "Der Zug hielt. Die Leute hätten Angst.",
            "story.txt#s2",
            "nearly by de.sequel.past, whose condition “directly behind a statement” is not met",
        ),
        (
            "Holm sagte, sie glaube nicht, ob der Damm halte.",
            "story.txt#s1",
            "nearly by de.verb.question «glaube» 1:17, whose condition “that allows an indirect question” is not met",
        ),
    ],
    ids=["narrated", "without a cue", "within a statement"],
)
def test_what_was_nearly_found_is_told_where_its_words_stand(text: str, home: str, line: str) -> None:
    made = document(text)
    find(made)
    assert line in near_lines(made)[home]
    assert f"      {line}" in list(explain_lines(report(made)))


@pytest.mark.parametrize("explained", [False, True])
def test_a_finding_on_no_statement_has_nothing_under_it(explained: bool) -> None:
    made = report(document("Der Damm hält.\n\nFoto: privat\n"))
    assert made.findings
    assert not [finding for finding in made.findings if finding.statement]
    lines = list(finding_lines(made, made.findings, explained=explained))
    assert len(lines) == len(made.findings)
