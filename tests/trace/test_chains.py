"""Chains: every hop with its basis and its words, a missing one shown, the weakest deciding."""

import pytest

from provenance.model import Attribution, Hop, Statement
from provenance.trace import certainty, in_words
from tests.builders import document, report


def first(text: str, **options: str) -> tuple[str, Statement]:
    made = document(text, **options)  # type: ignore[arg-type]
    report(made)
    return text, next(statement for statement in made.statements if statement.attribution is not None)


def hops(statement: Statement) -> list[tuple[str, str, str]]:
    return [(hop.role, hop.name, hop.basis) for hop in statement.chain]


def test_words_said_to_a_paper_came_through_it_and_the_shortest_words_show_it() -> None:
    text, statement = first(
        "Minister Otto Lind sagte der norwegischen Zeitung Nordlys: „Wir warten nicht länger.“",
        outlet="Tagblatt",
    )
    assert hops(statement) == [
        ("origin", "Otto Lind", "stated"),
        ("medium", "Nordlys", "stated"),
        ("publisher", "Tagblatt", "metadata"),
    ]
    medium = statement.chain[1]
    assert text[medium.start : medium.end] == "sagte der norwegischen Zeitung Nordlys"
    assert "second_hand" in {flag.code for flag in statement.flags}


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Das sagte Ina Holm am Dienstag der Nachrichtenagentur AFP.", "agency", "AFP"),
        ("Der Damm halte, sagte Ina Holm im ZDF.", "medium", "ZDF"),
        ("Der Damm halte, sagte Ina Holm auf APA-Anfrage.", "agency", "APA"),
        ("“The dam will hold,” Ina Holm told Reuters.", "agency", "Reuters"),
    ],
)
def test_media_and_agencies_named_in_the_frame_are_hops(text: str, role: str, name: str) -> None:
    if text.startswith("Das"):
        text = "Der Damm hält. " + text
    _, statement = first(text, language="en" if text.startswith("“") else "de")
    assert (role, name, "stated") in hops(statement)


def test_everyday_words_are_no_outlets() -> None:
    _, statement = first("Ina Holm sagte mit Blick auf den Damm, er werde halten.")
    assert [role for role, _, _ in hops(statement)] == ["origin", "publisher"]


def test_a_wire_credit_is_a_hop_by_metadata() -> None:
    _, statement = first("Ina Holm sagte, der Damm werde halten. (dpa)")
    assert ("agency", "dpa", "metadata") in hops(statement)


def test_a_hop_that_nobody_fills_is_shown_as_missing() -> None:
    _, statement = first("Der Damm, heißt es, sei sicher.")
    assert hops(statement)[0] == ("origin", "nobody named", "missing")
    assert in_words(certainty(statement.chain, statement.attribution)) == "open"


def test_a_frame_in_somebodys_words_is_passed_on_by_them() -> None:
    made = document("Brüssel zweifle nicht daran, dass der Damm halten werde, sagte Otto Lind.")
    report(made)
    inner = next(statement for statement in made.statements if statement.text.startswith("dass"))
    assert [hop.name for hop in inner.chain[:2]] == ["Brüssel", "Otto Lind"]


def test_a_chain_is_as_certain_as_its_weakest_hop() -> None:
    chain = [
        Hop("origin", "Lind", "stated"),
        Hop("agency", "dpa", "metadata"),
        Hop("publisher", "x", "inferred"),
    ]
    assert certainty(chain, Attribution(confidence=0.95)) == 0.9
    assert certainty(chain, Attribution(confidence=0.5)) == 0.5


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0.0, "open"),
        (0.01, "weak"),
        (0.59, "weak"),
        (0.6, "fair"),
        (0.84, "fair"),
        (0.85, "firm"),
        (1.0, "firm"),
    ],
)
def test_a_certainty_has_the_word_that_keeps_its_promise(value: float, word: str) -> None:
    assert in_words(value) == word


def test_outlets_that_cite_each_other_run_in_a_circle() -> None:
    a = document(
        "Der Vertrag sei längst unterschrieben worden, berichtete die Zeitung Nordlys am Montag.",
        "a.txt",
        outlet="Die Welt",
    )
    b = document(
        "Der Vertrag sei längst unterschrieben worden, berichtete die Zeitung Die Welt am Montag.",
        "b.txt",
        outlet="Nordlys",
    )
    findings = report(a, b).findings
    assert "circular-sourcing" in {finding.rule for finding in findings}


def test_a_reported_act_among_many_media_is_traced_though_it_has_no_cue() -> None:
    names = ("NDR", "ZDF", "WDR", "ARD", "BBC", "CNN", "ORF")
    papers = ", ".join(f"der Sender {name} berichtete" for name in names)
    _, statement = first(f"Lind warf der Behörde Versagen vor, und {papers} es.")
    assert statement.kind == "reported"
    assert [hop.name for hop in statement.chain][:3] == ["Lind", "NDR", "ZDF"]
