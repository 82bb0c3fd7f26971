"""Quotations with their frames: before, behind, inverted, split, announced, floating."""

import pytest
from english import read, top


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("“The pump is broken,” Ida Marsh said.", "Ida Marsh", "said", "“The pump is broken,”"),
        ('"The pump is broken," Ida Marsh said.', "Ida Marsh", "said", '"The pump is broken,"'),
        ("''The pump is broken,'' Ida Marsh said.", "Ida Marsh", "said", "''The pump is broken,''"),
        ("‘The pump is broken,’ Ida Marsh said.", "Ida Marsh", "said", "‘The pump is broken,’"),
        ("“The pump is broken,” said Ida Marsh.", "Ida Marsh", "said", "“The pump is broken,”"),
        ("Ida Marsh said: “The pump is broken.”", "Ida Marsh", "said", "“The pump is broken.”"),
        ("Ida Marsh said, “The pump is broken.”", "Ida Marsh", "said", "“The pump is broken.”"),
        ("Ida Marsh said,“The pump is broken.”", "Ida Marsh", "said", "“The pump is broken.”"),
        ("“Who broke the pump?” Ida Marsh asked.", "Ida Marsh", "asked", "“Who broke the pump?”"),
        ("“It is broken,” she told the Echo on Friday.", "she", "told", "“It is broken,”"),
        ("“It is broken,” Marsh shot back.", "Marsh", "shot back", "“It is broken,”"),
        (
            "Marsh lost her temper: “You broke the pump.”",
            "Marsh",
            "lost her temper:",
            "“You broke the pump.”",
        ),
    ],
)
def test_a_quotation_has_its_frame(text: str, speaker: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.speaker, found.cue, found.content) == ("direct", speaker, cue, content)


def test_a_quotation_split_around_its_frame_is_one_statement() -> None:
    (found,) = read("“The pump,” said Marsh, “is broken.”")
    assert found.content == "“The pump,” | “is broken.”"


def test_quoted_sentences_behind_the_frame_belong_to_the_statement_before() -> None:
    (found,) = read("“The pump is broken,” Marsh said. “Nobody can mend it. We tried.”")
    assert found.content == "“The pump is broken,” | “Nobody can mend it. We tried.”"


def test_a_frame_with_a_participle_still_takes_the_second_half() -> None:
    first, second = top("“It is broken,” Marsh said, adding that she had tried. “It leaks.”")
    assert first.content == "“It is broken,” | “It leaks.”"
    assert (second.speaker, second.cue, second.content) == ("Marsh", "adding", "that she had tried")


def test_the_second_half_follows_a_place_with_an_abbreviation() -> None:
    (found,) = read("“It leaks in spring,” said Ida Marsh of Reno, Nev. “It does.”")
    assert (found.content, found.speaker) == ("“It leaks in spring,” | “It does.”", "Ida Marsh of Reno, Nev")


def test_a_name_behind_a_dash_signs_a_quotation() -> None:
    found = top("“It leaks in spring.” ― Ida Marsh")
    assert [(each.speaker, each.content) for each in found] == [("Ida Marsh", "“It leaks in spring.”")]


def test_the_quotation_behind_a_colon_is_not_the_subject_s_of_the_clause_before() -> None:
    found = top("Marsh described the dam as a “wreck of a wall,” adding: “I am now telling you all of it.”")
    assert [(each.speaker, each.cue) for each in found] == [("Marsh", "described"), ("Marsh", "adding")]


def test_an_apposition_belongs_to_an_inverted_speaker() -> None:
    (found,) = read("“It leaks,” said Ida Marsh, an engineer at the waterworks. “Badly.”")
    assert found.speaker == "Ida Marsh, an engineer at the waterworks"
    assert found.content == "“It leaks,” | “Badly.”"


def test_an_apposition_belongs_to_a_speaker_before_its_verb() -> None:
    (found,) = read("“It leaks badly,” Ida Marsh, the chief engineer, told reporters.")
    assert (found.speaker, found.addressee) == ("Ida Marsh, the chief engineer", "reporters")


def test_a_frame_that_closes_a_paragraph_with_a_colon_takes_the_quotation_of_the_next() -> None:
    (found,) = read(
        "Marsh put it to the council like this:", "“The pump was never cleaned in all those years.”"
    )
    assert (found.speaker, found.cue) == ("Marsh", "put it to the council like this:")
    assert not found.draft.carried


def test_a_quotation_without_a_frame_takes_the_last_speaker() -> None:
    *_, floating = read("Marsh said the pump was old.", "“Nobody has cleaned it in all those years.”")
    assert (floating.speaker, floating.cue) == ("Marsh", "")
    assert floating.draft.carried
    assert not floating.draft.rivals


def test_another_speaker_of_the_same_paragraph_is_a_rival() -> None:
    *_, floating = read(
        "Ida Marsh said the pump was old. Tom Hale said it was new.",
        "“Nobody has cleaned it in all those years.”",
    )
    assert floating.speaker == "Tom Hale"
    assert len(floating.draft.rivals) == 1


def test_a_speaker_of_long_ago_is_not_fetched() -> None:
    *_, floating = read(
        "Marsh said the pump was old.",
        "It rained.",
        "The pump stood idle.",
        "“Nobody cleaned it in all those years.”",
    )
    assert floating.speaker == ""
    assert floating.draft.carried


def test_one_forgotten_mark_costs_one_quotation() -> None:
    found = read("“The pump is broken, Marsh said.", "“It leaks,” said Tom Hale.")
    assert found[-1].speaker == "Tom Hale"
    assert found[-1].content == "“It leaks,”"


def test_apostrophes_are_no_quotation_marks() -> None:
    (found,) = top("The farmers' union said it didn't want the dam.")
    assert found.speaker == "The farmers' union"
    assert found.content == "it didn't want the dam"
