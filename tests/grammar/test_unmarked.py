"""Texts that lost their quotation marks: which sentences are quotations, and whose."""

import pytest
from test_rows import drafts


def quoted(text: str) -> dict[str, str]:
    """A quotation without marks → who is given for it."""
    return {
        passages[draft.passage].cut(*draft.content[0]): passages[draft.speaker_home].cut(*draft.speaker[0])
        for draft, passages in drafts("de", text)
        if draft.pattern == "de.unmarked"
    }


SAID = "Wir warten schon lange, sagt Otto Lind."
MORE = "Der Damm ist alt. Er steht seit hundert Jahren. Bald kommt der Winter."


def test_a_sentence_in_the_first_person_is_of_who_spoke_last() -> None:
    assert quoted(f"{SAID} {MORE} Ich habe ihn oft geprüft.") == {"Ich habe ihn oft geprüft.": "Otto Lind"}


def test_before_the_first_who_speaks_it_is_of_the_next() -> None:
    text = f"Otto Lind kennt den Damm. Ich habe ihn oft geprüft. {MORE} Er sei alt, sagt Lind. Er komme bald, sagt Lind."
    assert quoted(text) == {"Ich habe ihn oft geprüft.": "Lind"}


def test_who_is_named_before_a_colon_speaks() -> None:
    assert quoted(f"{SAID} {MORE} Torhüterin Ina Berg: Wir haben gut gespielt.") == {
        "Wir haben gut gespielt.": "Torhüterin Ina Berg"
    }


def test_whom_somebody_quotes_in_a_story_of_his_own_does_not_go_on() -> None:
    text = f"{SAID} {MORE} Da habe ich Ina Berg getroffen, und sie sagte: Los. Ich bin sofort gefahren."
    assert quoted(text)["Ich bin sofort gefahren."] == "Otto Lind"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{MORE} Ich habe ihn oft geprüft.", id="nobody speaks: a column"),
        pytest.param(
            "„Wir warten“, sagt Otto Lind. „Er ist alt.“ „Es wird kalt“, sagt Ina Berg. Ich habe ihn geprüft.",
            id="the marks are there",
        ),
        pytest.param(f"{SAID} {MORE} Unsere Galaxie ist groß.", id="everybody's"),
        pytest.param(f"{SAID} {MORE} Der ersehnte Satz (Wir sind dabei) fällt bald.", id="in brackets"),
        pytest.param(
            "Wir gehen los, sagt Otto Lind. Ich folge ihm. Mir ist kalt. Ich friere. Mich trägt der Damm.",
            id="the writer's own story",
        ),
    ],
)
def test_other_sentences_in_the_first_person_are_the_writers(text: str) -> None:
    assert quoted(text) == {}


def test_a_frame_right_behind_is_nearer_than_one_far_before() -> None:
    text = f"{SAID} {MORE} Wir haben nichts versäumt. Es war ein guter Tag, sagte Ina Berg."
    assert quoted(text) == {"Wir haben nichts versäumt.": "Ina Berg"}


def test_whoever_the_sentence_is_about_speaks_in_it() -> None:
    text = f"{SAID} {MORE} Trainerin Ina Berg war nicht unglücklich, aber natürlich hätte ich gerne gewonnen."
    assert set(quoted(text).values()) == {"Trainerin Ina Berg"}
