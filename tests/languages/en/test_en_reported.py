"""Acts of speech without content of their own, and the words that only look like them."""

import pytest
from english import read, top


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Hale criticised the plan.", "Hale", "criticised", "the plan"),
        ("Hale criticized the plan.", "Hale", "criticized", "the plan"),
        ("Hale called for a new dam.", "Hale", "called for", "a new dam"),
        ("Hale accused the council of neglect.", "Hale", "accused", "the council of neglect"),
        ("Hale described the dam as a wreck.", "Hale", "described", "the dam as a wreck"),
        ("Hale called the dam a wreck.", "Hale", "called", "the dam a wreck"),
        (
            "Marsh attacked the senator's call for a new dam.",
            "Marsh",
            "attacked",
            "the senator's call for a new dam",
        ),
        ("He's denied the claim.", "He's", "denied", "the claim"),
        ("Engineers attribute the leak to rain.", "Engineers", "attribute", "the leak to rain"),
        ("Hale disputed that.", "Hale", "disputed", "that"),
        ("Hale sees the dam as a wreck.", "Hale", "sees", "the dam as a wreck"),
        ("The town heard Hale's vows to repair the dam.", "Hale's", "vows", "to repair the dam"),
    ],
)
def test_a_speech_act_is_reported(text: str, speaker: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.speaker, found.cue, found.content) == ("reported", speaker, cue, content)


def test_verbs_in_a_row_share_their_speaker() -> None:
    found = top("Hale praised the plan, promised to build a dam and called on farmers to help.")
    assert [(each.speaker, each.cue) for each in found] == [
        ("Hale", "praised"),
        ("Hale", "promised"),
        ("Hale", "called on"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The report card was in the mail.",
        "The states shared a border.",
        "She moved to the United States in May.",
        "It went according to plan.",
        "Prices fell, according to plan.",
        "Sort the books according to size.",
        "He found his glasses.",
        "Only time will tell.",
        "The proposed dam cost a fortune.",
        "A group called Black Tide, led by farmers, met in May.",
        "Her album “Night Shift” came out in May.",
        "The film “The Long Way” opens in May.",
        "The so-called “reform” came into force in May.",
        "The boys' and girls' teams met in May.",
        "It was a 5' 11\" fence.",
        "News reports were rare in May.",
        "The claims went to court.",
        "Photos: The new dam",
        "The plan was to be the first of its kind.",
        "The economy has added 178,000 jobs.",
        "Hale did not respond to a request.",
        "Hale is charged with fraud.",
        "Hale reached out to the council.",
        "Hale sought out advice from an engineer.",
        "They tried to figure out what to do.",
        "Hale mentioned it yet again.",
        "It was later confirmed by tests.",
        "The firm posted a profit of two million.",
        "It sold well thanks to the rain.",
        "He was glad to see Norvale listening.",
        "They met at noon to discuss the results.",
        "Scroll down to see how the dam works.",
        "The dam was supposed to be dry.",
        "The same can't be said of the port.",
        "You should be worried about the dam.",
        "They added fuel to the fire.",
        "We’ve found that the dam leaks.",
        "The gates are called Big and Small.",
        "It is worth remembering that the dam leaks.",
        "The sign must read “No swimming in the dam”.",
        "Gates and related gear were sold.",
        "The film, it seems, has large objects that fall.",
        "Contributing: Nina Nash",
        "Contributing: N. N.",
    ],
)
def test_a_false_friend_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_what_somebody_was_asked_is_not_said() -> None:
    found = read("Asked whether the dam would hold, Bone said it would.")
    assert [(each.speaker, each.content) for each in found] == [("Bone", "it would")]


def test_words_inside_a_quotation_report_nothing_of_their_own() -> None:
    (found,) = read("“He said he would pay and he denied it later,” Marsh said.")
    assert found.speaker == "Marsh"


def test_a_title_within_a_report_is_no_fragment() -> None:
    (found,) = read("Marsh said the film “The Long Way” was dull.")
    assert found.kind == "indirect"
