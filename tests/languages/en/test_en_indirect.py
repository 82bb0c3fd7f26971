"""Reports in other words: clauses, infinitives, questions, frames in every place, documents, passives."""

import pytest
from english import read, top


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Marsh said that the dam would hold.", "Marsh", "said", "that the dam would hold"),
        ("Marsh said the dam would hold.", "Marsh", "said", "the dam would hold"),
        ("Marsh said on Monday that the dam would hold.", "Marsh", "said", "that the dam would hold"),
        ("In March Ms. Marsh said the dam would hold.", "Ms. Marsh", "said", "the dam would hold"),
        ("Marsh has repeatedly insisted the dam holds.", "Marsh", "has repeatedly insisted", "the dam holds"),
        ("The dam will hold, Marsh said.", "Marsh", "said", "The dam will hold"),
        ("The dam will hold, said Marsh, an engineer.", "Marsh, an engineer", "said", "The dam will hold"),
        ("The dam, Marsh said, will hold.", "Marsh", "said", "The dam | will hold"),
        ("As the Echo reported, the dam leaks.", "the Echo", "reported", "the dam leaks"),
        ("Marsh promised to repair the dam.", "Marsh", "promised", "to repair the dam"),
        ("Marsh asked whether the dam would hold.", "Marsh", "asked", "whether the dam would hold"),
        ("Critics say the dam leaks.", "Critics", "say", "the dam leaks"),
        ("Hale, who built the dam, says it is safe.", "Hale, who built the dam", "says", "it is safe"),
        ("The study found that the dam leaks.", "The study", "found", "that the dam leaks"),
        ("Most polls show voters want the dam.", "Most polls", "show", "voters want the dam"),
        ("Nearly half said they wanted the dam.", "Nearly half", "said", "they wanted the dam"),
        ("His claim that the dam leaks is old.", "His", "claim", "that the dam leaks is old"),
    ],
)
def test_a_report_has_its_frame(text: str, speaker: str, cue: str, content: str) -> None:
    found = read(text)[0]
    assert (found.kind, found.speaker, found.cue, found.content) == ("indirect", speaker, cue, content)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Holm said there was a leak.", "Holm", "said", "there was a leak"),
        ("The two said the dam holds.", "The two", "said", "the dam holds"),
        ("The dam holds, F.B.I. officials said.", "F.B.I. officials", "said", "The dam holds"),
        ("The F.B.I. has said the dam holds.", "The F.B.I.", "has said", "the dam holds"),
        ("Parents want schools, Lind said.", "Lind", "said", "Parents want schools"),
        ("Court records show the dam leaks.", "Court records", "show", "the dam leaks"),
        ("Farmers in Reno say that by waiting the town loses.", "Farmers in Reno", "say", "that by waiting the town loses"),
        ("Farmers who know the council say it will wait.", "Farmers who know the council", "say", "it will wait"),
        ("Officials who spoke with the Echo said the dam holds.", "Officials who spoke with the Echo", "said", "the dam holds"),
        ("Hale, who backs the council, said the dam holds.", "Hale, who backs the council", "said", "the dam holds"),
        ("Hale, during a meeting in Reno, Ohio, said the dam holds.", "Hale", "said", "the dam holds"),
        ("Marsh has said for weeks he built the dam.", "Marsh", "has said", "he built the dam"),
        ("Marsh said having a dam helps.", "Marsh", "said", "having a dam helps"),
        ("But he works on another plan, he said.", "he", "said", "he works on another plan"),
        ("It is no surprise, Marsh said, that the dam leaks.", "Marsh", "said", "It is no surprise | that the dam leaks"),
        ("Marsh Says Farmers Broke The Dam", "Marsh", "Says", "Farmers Broke The Dam"),
        ("This week Marsh said the dam holds.", "Marsh", "said", "the dam holds"),
        ("Ida Lind, mayor of Reno said the dam holds.", "Ida Lind, mayor of Reno", "said", "the dam holds"),
        ("The gate broke, the Bureau of Dams and Coasts said.", "the Bureau of Dams and Coasts", "said", "The gate broke"),
        ("The mayor and Hale said the dam holds.", "The mayor and Hale", "said", "the dam holds"),
        ("A team led by engineers in Reno, Nevada, said that it leaks.", "A team led by engineers in Reno, Nevada", "said", "that it leaks"),
        ("As Marsh claims, the dam leaks.", "Marsh", "claims", "the dam leaks"),
        ("Hale is worried that the dam leaks.", "Hale", "is worried", "that the dam leaks"),
        ("The court found Norvale to be liable.", "The court", "found", "Norvale to be liable"),
        ("It rains in the north, but the south is dry, said engineer Ida Lind.", "engineer Ida Lind", "said", "It rains in the north, but the south is dry"),
    ],
)  # fmt: skip
def test_whoever_says_it_in_a_construction_that_hides_him(
    text: str, speaker: str, cue: str, content: str
) -> None:
    found = [each for each in read(text) if each.cue == cue]
    assert [(each.speaker, each.content) for each in found] == [(speaker, content)]


def test_a_name_with_appositions_that_no_comma_closes_is_one_speaker() -> None:
    (found,) = read("“It leaks,” Ida Lind, head of Norvale, a shipping firm in Reno told the Echo.")
    assert (found.kind, found.speaker) == ("direct", "Ida Lind, head of Norvale, a shipping firm in Reno")


def test_two_roles_before_a_name_are_one_speaker() -> None:
    (found,) = read("“It leaks,” chief engineer and Norvale adviser Ida Lind said in a statement.")
    assert found.speaker == "chief engineer and Norvale adviser Ida Lind"


def test_a_name_that_somebody_else_speaks_about_is_no_part_of_the_speaker() -> None:
    (found,) = read("Otto Lind, the mayor said, is in bed.")
    assert (found.speaker, found.content) == ("the mayor", "Otto Lind | is in bed")


def test_whom_a_medium_cites_is_the_speaker() -> None:
    (found,) = read("The newspaper, citing an official, reported that the dam leaks.")
    (behind,) = read("The newspaper reported that the dam leaks, citing an official.")
    (council,) = top("The council, citing the study, said that the dam leaks.")[1:]
    assert (found.speaker, behind.speaker, council.speaker) == ("an official", "an official", "The council")


def test_the_verb_behind_a_shared_subject_is_no_part_of_it() -> None:
    first, _ = top("In announcing the dam, Hale said it would hold.")
    assert (first.speaker, first.cue) == ("Hale", "announcing")


def test_what_is_spoken_of_is_no_part_of_the_speaker() -> None:
    (found,) = read("“It was hard,” quipped Hale of his part.")
    assert found.speaker == "Hale"


def test_a_topic_in_capitals_before_a_colon_does_not_speak() -> None:
    (found,) = read(headline="NORTH DAM: Hale accused the council of neglect")
    assert (found.speaker, found.content) == ("Hale", "the council of neglect")


def test_a_participle_behind_the_frame_is_a_second_frame_and_so_is_the_next() -> None:
    found = top("Marsh praised the dam, noting its age and urging farmers to wait.")
    assert [(each.speaker, each.cue, each.content) for each in found] == [
        ("Marsh", "praised", "the dam"),
        ("Marsh", "noting", "its age"),
        ("Marsh", "urging", "to wait"),
    ]


def test_the_hearer_is_no_content() -> None:
    (found,) = read("Marsh told a crowd of farmers that the dam would hold.")
    assert (found.addressee, found.content) == ("a crowd of farmers", "that the dam would hold")


def test_an_aside_on_how_somebody_spoke_is_no_part_of_the_speaker() -> None:
    (found,) = read("Marsh, speaking in the rain, said the dam would hold.")
    assert found.speaker == "Marsh"


def test_an_adverbial_is_no_part_of_the_speaker() -> None:
    (found,) = read("Marsh on Tuesday said the dam would hold.")
    assert found.speaker == "Marsh"


def test_content_ends_where_the_next_frame_begins() -> None:
    first, second = top(
        "Marsh said the dam was safe but Hale said it leaked, and warned that it would break."
    )[:2]
    assert (first.speaker, first.content) == ("Marsh", "the dam was safe but Hale said it leaked")
    assert (second.speaker, second.cue) == ("Marsh", "warned")


def test_a_participle_shares_the_speaker_of_its_sentence() -> None:
    _, added = top("Marsh said the dam was safe, adding that it was new.")
    assert (added.speaker, added.cue, added.content) == ("Marsh", "adding", "that it was new")


def test_whoever_put_out_a_statement_is_the_speaker_of_its_participle() -> None:
    (found,) = top("The council put out a statement saying the dam was safe.")
    assert (found.speaker, found.content) == ("The council", "the dam was safe")


def test_a_clause_before_the_main_one_ends_with_its_comma() -> None:
    found = top("When Marsh said the dam was safe, Hale laughed.")
    assert [each.content for each in found] == ["the dam was safe"]


def test_a_frame_that_closes_the_sentence_reports_all_of_it() -> None:
    (found,) = read("Six farmers were held after refusing to leave the dam, police said on Friday.")
    assert found.speaker == "police"
    assert found.content == "Six farmers were held after refusing to leave the dam"


def test_a_headline_drops_the_auxiliary_of_a_passive() -> None:
    (found,) = read(headline="Thousands told to leave valley")
    assert (found.speaker, found.addressee, found.content) == ("", "Thousands", "to leave valley")


def test_relative_who_is_a_speaker() -> None:
    found = top("“It leaks,” said Hale, who added that he had warned Marsh.")
    assert [each.speaker for each in found] == ["Hale", "who"]


def test_a_frame_inside_a_relative_clause_leaves_both_halves() -> None:
    (found,) = top("He praised nothing but the dam, which engineers say has failed.")[1:]
    assert (found.speaker, found.content) == ("engineers", "which | has failed")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The dam leaks, according to a report by the council.", "a report by the council", "The dam leaks"),
        ("According to Hale, the dam leaks.", "Hale", "the dam leaks"),
        ("The dam, according to Hale, an engineer, is old.", "Hale, an engineer", "The dam | is old"),
    ],
)
def test_according_to_frames_the_rest_of_its_sentence(text: str, speaker: str, content: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.speaker, found.content) == ("indirect", speaker, content)


def test_a_quoted_fragment_is_a_child_that_shares_the_frame() -> None:
    parent, child = read("Marsh said the dam was “a danger to the whole valley” and had to go.")
    assert parent.content == "the dam was “a danger to the whole valley” and had to go"
    assert (child.kind, child.content, child.speaker) == ("direct", "“a danger to the whole valley”", "Marsh")
    assert child.draft.parent is parent.draft


def test_the_quoted_second_half_of_a_mixed_statement_is_a_child_too() -> None:
    parent, *children = read("The dam is “a wreck,” Marsh said. “It has to go.”")
    assert parent.content == "The dam is “a wreck,” | “It has to go.”"
    assert [child.content for child in children] == ["“a wreck,”", "“It has to go.”"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It is understood that the dam was never tested.", "is understood", "that the dam was never tested"),
        ("The dam reportedly leaks.", "reportedly", "The dam | leaks"),
    ],
)
def test_hearsay_has_nobody_who_says_it(text: str, cue: str, content: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.cue, found.content) == ("free_indirect", cue, content)
    assert found.draft.agentless


def test_a_passive_names_its_agent_or_none() -> None:
    (named,) = read("Hale was criticised by the council.")
    (unnamed,) = read("Hale was accused of negligence.")
    assert (named.speaker, named.content, named.draft.agentless) == ("the council", "Hale", False)
    assert (unnamed.speaker, unnamed.content, unnamed.draft.agentless) == ("", "Hale | of negligence", True)


def test_a_headline_names_its_source_before_or_behind_a_colon() -> None:
    (before,) = read(headline="Hale: Dam must go")
    (behind,) = read(headline="Most villagers want a new dam: poll")
    assert (before.speaker, before.content) == ("Hale", "Dam must go")
    assert (behind.speaker, behind.content) == ("poll", "Most villagers want a new dam")


def test_a_transcript_gives_the_whole_paragraph_to_its_speaker() -> None:
    (found,) = read("Ida Marsh: We tested it. It was fine.")
    assert (found.speaker, found.content) == ("Ida Marsh", "We tested it. It was fine.")


@pytest.mark.parametrize("text", ["“We act,” -", "“We act.” –", "``We act,''-"])
def test_a_dash_with_nobody_behind_it_signs_nothing(text: str) -> None:
    assert read(text) == []
