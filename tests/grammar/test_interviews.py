"""Interviews without marks: what makes a text one, who is asked, and which paragraphs answer."""

import pytest
from test_rows import drafts

BROUGHT_IN = "Wir haben mit Ida Lund gesprochen."
ASKED = ("Was baut die Stadt?", "Und dann?", "Hält er?")
ANSWERED = ("Ich baue einen Damm.", "Ich warte, bis es regnet.", "Ich hoffe es sehr.")


def story(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def talk(
    before: str = BROUGHT_IN, asked: tuple[str, ...] = ASKED, answered: tuple[str, ...] = ANSWERED
) -> str:
    """A text of a paragraph that brings somebody in, questions, and an answer to each."""
    return story(before, *(part for pair in zip(asked, answered, strict=True) for part in pair))


def answers(text: str, code: str = "de") -> dict[str, str]:
    """Answer → who gives it."""
    return {
        passages[draft.passage].cut(*draft.content[0]): passages[draft.speaker_home].cut(*draft.speaker[0])
        for draft, passages in drafts(code, text)
        if draft.pattern == f"{code}.interview.answer"
    }


def test_each_paragraph_behind_a_question_is_an_answer() -> None:
    assert answers(talk()) == dict.fromkeys(ANSWERED, "Ida Lund")


def test_a_label_before_an_answer_is_no_part_of_it() -> None:
    labelled = ("Dr. Ida Lund: Ich baue einen Damm.", *ANSWERED[1:])
    assert answers(talk(answered=labelled)) == dict.fromkeys(ANSWERED, "Ida Lund")


def test_what_an_answer_reports_itself_is_part_of_it() -> None:
    said = "Ich weiß es nicht, denn Berg sagte, der Damm breche."
    assert answers(talk(answered=(*ANSWERED[:2], said))) == dict.fromkeys((*ANSWERED[:2], said), "Ida Lund")


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        ("Frau Lund, was baut die Stadt?", "Frau Lund"),
        ("Was baut die Stadt, Herr Berg?", "Herr Berg"),
        ("Frau Prof. Dr. Lund, was baut die Stadt?", "Frau Prof. Dr. Lund"),
        ("Frau Dr. Lund, was baut die Stadt?", "Frau Dr. Lund"),
        ("Was sagt eine Frau dazu?", "Ida Lund"),
    ],
)
def test_a_form_of_address_in_a_question_says_who_is_asked(first: str, speaker: str) -> None:
    assert set(answers(talk(asked=(first, *ASKED[1:]))).values()) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        talk(before="Die Stadt baut einen Damm."),
        talk(before="Wir haben mit vielen gesprochen."),
        talk(before="Wir haben mit Lund gesprochen."),
        talk(before="Ida Lund hat mit uns gesprochen."),
        talk(asked=ASKED[:2], answered=ANSWERED[:2]),
        talk(asked=(*ASKED[:2], "„Hält er?“")),
        talk(asked=(*ASKED[:2], f"{'Es regnet und ' * 30}hält er?")),
        talk(answered=("Ida Lund baut.", "Lund wartet.", "Es regnet.")),
        story(BROUGHT_IN, *ASKED, "Ich baue einen Damm."),
        talk(answered=(story(*["Ich baue einen Damm."] * 19), *ANSWERED[1:])),
    ],
    ids=[
        "nobody is brought in", "nobody with a name is", "nobody with two names is", "somebody is, behind no preposition",
        "two questions", "a question is quoted", "a question is too long",
        "the answers name who is asked, and nobody says I", "one answer to three questions", "it asks only now and then",
    ],
)  # fmt: skip
def test_no_interview(text: str) -> None:
    assert answers(text) == {}


def test_a_few_paragraphs_that_name_who_is_asked_are_the_writers() -> None:
    found = answers(talk(answered=(story("Lund lacht.", ANSWERED[0]), *ANSWERED[1:])))
    assert found == dict.fromkeys(ANSWERED, "Ida Lund")


def test_a_headline_between_the_questions_answers_nothing() -> None:
    found = answers(talk(answered=(story("# Der Damm", ANSWERED[0]), *ANSWERED[1:])))
    assert found == dict.fromkeys(ANSWERED, "Ida Lund")


def test_behind_the_last_answer_only_who_speaks_of_himself_goes_on() -> None:
    goes_on, ends = "Uns hilft keiner.", "Der Damm wird im Mai gebaut."
    found = answers(story(talk(), goes_on, ends, "Ich bin nicht mehr gefragt."))
    assert found == dict.fromkeys((*ANSWERED, goes_on), "Ida Lund")


@pytest.mark.parametrize(
    ("headline", "before", "speaker"),
    [
        ("# Meet Ida Lund", "Ida Lund builds dams.", "Ida Lund"),
        ("# Meet one of the builders: Ida Lund", "She is one of the best. Ida Lund builds dams.", "Ida Lund"),
        ("# Meet Ida Lund", "Lund builds dams.", ""),
        ("# Ida Lund builds", "Ida Lund builds dams.", ""),
    ],
)
def test_a_headline_brings_somebody_in_whom_the_text_names_again(
    headline: str, before: str, speaker: str
) -> None:
    asked = ("What do you build?", "And then?", "Does it hold?")
    answered = ("I build a dam.", "I wait for the rain.", "I hope so.")
    text = story(headline, talk(before, asked, answered))
    assert answers(text, "en") == (dict.fromkeys(answered, speaker) if speaker else {})
