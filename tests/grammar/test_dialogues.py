"""Interviews set in one piece: labels that come back, of which one asks."""

import pytest
from test_rows import drafts

TURNS = (
    "Bote: Wie alt ist der Damm? Lund: Hundert Jahre. Berg sagt, er sei älter. "
    "Bote: Hält er? Lund: Ich hoffe es. Bote: Und dann? Lund: Dann bauen wir einen neuen."
)


def answers(text: str, code: str = "de") -> list[tuple[str, str]]:
    """The answers of a text, each with its label."""
    return [
        (passages[draft.passage].cut(*draft.content[0]), passages[draft.speaker_home].cut(*draft.speaker[0]))
        for draft, passages in drafts(code, text)
        if draft.pattern == f"{code}.interview.answer"
    ]


def test_what_stands_behind_a_label_is_its_answer_up_to_the_next() -> None:
    assert answers(TURNS) == [
        ("Hundert Jahre. Berg sagt, er sei älter.", "Lund"),
        ("Ich hoffe es.", "Lund"),
        ("Dann bauen wir einen neuen.", "Lund"),
    ]


def test_an_answer_says_all_that_it_reports() -> None:
    patterns = [draft.pattern for draft, _ in drafts("de", TURNS)]
    assert patterns == ["de.interview.answer"] * 3


def test_english_interviews_have_the_same_form() -> None:
    text = (
        "Post: How old is it? Lund: A hundred years. Post: Will it hold? Lund: I hope so. "
        "Post: And then? Lund: We build another."
    )
    assert [said for said, _ in answers(text, "en")] == [
        "A hundred years.",
        "I hope so.",
        "We build another.",
    ]


def test_paragraphs_without_a_label_may_ask() -> None:
    text = "\n\n".join(
        (
            "Wie alt ist der Damm?",
            "Lund: Hundert Jahre.",
            "Berg: Oder mehr.",
            "Hält er?",
            "Lund: Ich hoffe es.",
            "Berg: Wir prüfen das.",
            "Und dann?",
            "Lund: Dann bauen wir.",
            "Berg: Bald.",
        )
    )
    assert [label for _, label in answers(text)] == ["Lund", "Berg"] * 3


def test_two_who_are_asked_each_have_their_answers() -> None:
    text = TURNS.replace("Lund: Ich hoffe", "Ina Berg: Ich hoffe")
    assert [label for _, label in answers(text)] == ["Lund", "Ina Berg", "Lund"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tor: Lund. Gelb: Berg. Rot: Falk. Tor: Holm. Gelb: Sand. Tor: Abel.", id="nobody asks"),
        pytest.param("Bote: Wie alt ist er? Lund: Alt. Bote: Hält er? Lund: Ja.", id="too few labels"),
        pytest.param(
            "Q: Wie alt? A: Alt. Q: Hält er? A: Ja. Q: Wie lange? A: Lange.", id="labels without a name"
        ),
        pytest.param(
            "Wer: Lund? Wo: Nordby? Wann: morgen? Wie: gut? Was: Musik? Warum: darum?", id="none comes back"
        ),
    ],
)
def test_other_labels_make_no_dialogue(text: str) -> None:
    assert answers(text) == []
