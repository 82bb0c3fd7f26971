"""Whom a speaker's words mean in English stories, a construction at a time, each with its false friends."""

import pytest
from test_cast import last_source, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # who speaks in a relative clause: the name before the apposition, the person and not the speech
        ("There sat Ida Lind, a tea merchant who said that the dam leaked.", "Ida Lind"),
        ("They sat through a lecture from the Harrow mayor, who said that the dam leaked.", "Harrow mayor"),
        ("It drew a reply from Otto Kray Jr., who said that the dam leaked.", "Otto Kray Jr."),
        ('"It is old," said Otto Kray, a cook from Reno, Ohio, who said he was sorry.', "Otto Kray"),
        ("The club rests on Otto Kray – who boasted that it was his.", "Otto Kray"),
        ("The club rests on Otto Kray, who's argued for a new dam.", "Otto Kray"),
        ("It won a loan from the Harrow Board of Trade, which ruled that the dam was safe.", "Harrow Board of Trade"),
        ("It set off alarm among legal experts, who say that the dam leaks.", "legal experts"),
        ("A report by Ida Lind on the dam, which said that it leaked, was lost.", "report by Ida Lind on the dam"),
    ],
)  # fmt: skip
def test_a_relative_pronoun_stands_for_the_one_before(text: str, name: str) -> None:
    assert last_source(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a given name that no list holds
        ("A late goal by Zuvek Orlik beat the side in Reno. Orlik said it was luck.", "Zuvek Orlik"),
        ("The judge fined Zuvek Orlik on Monday. Orlik said it was unfair.", "Zuvek Orlik"),
        ("The judge saw Zuvek Orlik and then Tavok Orlik. Orlik said it was unfair.", "Orlik"),
        ("The judge fined Mayor Orlik on Monday. Orlik said it was unfair.", "Orlik"),
        # a body's name before the role of who speaks
        ("Falk Center director Orlik said the dam leaked.", "Orlik"),
        ("Harrow Trust chairman Orlik said the dam leaked.", "Orlik"),
        ("The Wilson Dam said the dam leaked.", "Wilson Dam"),
        # a paper with a given name in it, and one called by another word
        ("The San Carlo Chronicle said the dam leaked.", "San Carlo Chronicle"),
        ("The Times said the dam leaked.", "Times"),
        ("Times are hard, said Ida Lind.", "Ida Lind"),
        # an abbreviation that is spelled like a given name
        ("Interim MAX Police Chief Otto Kray came. He said the dam leaked.", "Otto Kray"),
        # an adjective that begins with a name
        ("The Reno-born Zuvek Orlik said the dam leaked.", "Zuvek Orlik"),
        ("Reno-based analysts said the dam leaked.", "Reno-based analysts"),
        # a name that only says for whom somebody speaks
        ("Ida Lind became an Anna Falk spokeswoman. She said the dam leaked.", "Ida Lind"),
        ("Ida Lind met Anna Falk. She said the dam leaked.", "Ida Lind"),
        # a surname that ends like an adverb
        ("Mrs. Harply said the dam leaked.", "Harply"),
        ("Mrs. Lind sharply said the dam leaked.", "Lind"),
    ],
)
def test_a_name_is_read_whole_and_nothing_with_it(text: str, name: str) -> None:
    assert last_source(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norvale's shares fell. The retailer said sales had slipped. So Norvale waits.", "Norvale"),
        ("Shares in Norvale fell. The company said sales had slipped.", "Norvale"),
        ("Ostrand said it was sorry. Norvale Cable shuts its plant. The company said it was late.", "Norvale Cable"),
        ("Norvale Cable shuts its plant. The Finnish company said sales had slipped.", "Norvale Cable"),
        ("Norvale Cable shuts its plant. The parent company said sales had slipped.", "parent company"),
        ("The Harbour rescue agency sent boats. The agency said more were needed.", "Harbour rescue agency"),
        ("The ministry of health shut the ward. It said nobody would lose a job.", "ministry of health"),
        ("Police held two men. The city advised people to stay at home.", "city"),
        ("The Harrow Dam Trust (HDT) met. Later the HDT said it was late.", "Harrow Dam Trust"),
        ("The Harrow Dam Trust (in Ohio) met. Later the HDT said it was late.", "HDT"),
        ("North Korea fired two shells. The North said they were a test.", "North Korea"),
        ("A storm hit Ohio. The north said it was ready.", "north"),
    ],
)  # fmt: skip
def test_a_body_is_spoken_of_again(text: str, name: str) -> None:
    assert last_source(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Lind came at noon. With her was Otto Kray. The two men said the dam leaked.", "Ida Lind and Otto Kray"),
        ("Ida Lind came at noon. With her was Otto Kray. The pair said the dam leaked.", "Ida Lind and Otto Kray"),
        ("Ida Lind spoke of Jan Holm's dam. With her was Otto Kray. The duo said it leaked.", "Ida Lind and Otto Kray"),
        ("Ida Lind and Otto Kray said the dam leaked. Both said it was old.", "Ida Lind and Otto Kray"),
        ("Ida Lind came at noon. Two men said the dam leaked.", "two men"),
        ("Ida Lind, Jan Holm and Otto Kray came. The two men said the dam leaked.", "two men"),
    ],
)  # fmt: skip
def test_two_are_spoken_of_together(text: str, name: str) -> None:
    assert last_source(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Lind waved. Her son said it was fun. She said it was late.", "Ida Lind"),
        ("Ida Lind waved. Her daughter said it was fun. She said it was late.", "daughter"),
        ("Dr. Ida Lind heads the clinic. The doctor said the boy would live.", "Ida Lind"),
        ("Ida Lind, chief executive of Norvale, came. The CEO said sales had slipped.", "Ida Lind"),
        ("Otto Kray, 45, was hurt. The father of two said he would sue.", "father of two"),
        ("Ida Lind, a Republican, voted no. The Republican said it was too dear.", "Ida Lind"),
        ('"It leaks," Ida Lind, 43, who runs the yard, told the Echo.', "Ida Lind"),
        ("According to Ida Lind, the mayor of Harrow, the dam leaks.", "Ida Lind"),
        ("The dam, according to Lind, leaks.", "Lind"),
        ("Ida Lind at that time said the dam leaked.", "Ida Lind"),
        ("The firm, which is expected to shut as it bleeds money, said the dam leaked.", "firm"),
        ("Kray was accused by Ida Lind of lying.", "Ida Lind"),
        ("Kray was accused by critics of lying.", "critics"),
        ("According to Ida Lind, director of the yard, the dam leaks.", "Ida Lind"),
        ("According to Ida Lind, the dam leaks and the yard, an old one, rots.", "Ida Lind"),
        ("Ida Lind, speaking at a rally in Wilmington, Ohio, said the dam leaked.", "Ida Lind"),
        ("Ida Lind, whose party is small, last year said the dam leaked.", "Ida Lind"),
        ("Last year Ida Lind said the dam leaked.", "Ida Lind"),
    ],
)
def test_a_speaker_is_found_beside_what_describes_him(text: str, name: str) -> None:
    assert last_source(text, "en") == name


INTERVIEW = """Meet Ida Lind, dam keeper

The dam is old. Ida Lind has kept it for years.

{}: Your first job?

{}: A ferry on the lake.

{}: Your best book?

{}: The one on otters.

{}: What do you fear?

{}: I fear the rain."""


def test_an_interview_is_told_by_its_labels_and_its_headline() -> None:
    document, sources = read(INTERVIEW.format(*"QAQAQA"), "en")
    said = [(row.text, row.attribution) for row in document.statements if row.attribution]
    assert [text for text, _ in said] == ["A ferry on the lake.", "The one on otters.", "I fear the rain."]
    assert {sources[at.source or ""].name for _, at in said} == {"Ida Lind"}


def test_a_headline_that_brings_in_nobody_gives_no_answers_away() -> None:
    text = INTERVIEW.format(*"QAQAQA").replace("Meet Ida Lind, dam keeper", "Ten facts on dams")
    _, sources = read(text, "en")
    assert not [one for one in sources.values() if one.name == "Ida Lind"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a given name that no list holds, before one that a list does; a surname that only a title stands before
        ("Otto Kray came. Water minister Zuva Fatima Orlik has confirmed that the dam leaks.", "Zuva Fatima Orlik"),
        ("They fined Zuvek Orlik, the deputy. Mr. Orlik said it was odd.", "Zuvek Orlik"),
        # an abbreviation is no surname
        ("Former royal PR aides called it a wreck.", "Former royal PR aides"),
        ("The Conservative MP said it was odd.", "Conservative MP"),
        # names of things and in credits: nobody a pronoun means
        ("Anna Falk left. Ida Lind was on the Anna Falk TV show. She told the Echo, “It was hard.”", "Ida Lind"),
        ("Anna Falk left. Ida Lind was an Anna Falk weight loss spokeswoman. She said it was hard.", "Ida Lind"),
        ("Otto Kray told them so. (Photo by Anton Fell/Falk Images)\n\n“It is cold in here and damp,” he says.", "Otto Kray"),
        # a quotation in a report: its own speaker before who passes it on
        ("Otto Kray came. “It is cold in here,” he said, according to the Echo.", "Otto Kray"),
        # a second clause is somebody else's
        ("China said it is bound by the deal, while the town’s police say they were calm.", "town’s police"),
        ("Omar Lind hides that he and his colleagues must choose, but he resents it: “We find it hard.”", "Omar Lind"),
        # the only man, company or agency there is
        ("Otto Kray warned of job cuts. The man said he was cold.", "Otto Kray"),
        ("Otto Kray met Adam Lund. The man said he was cold.", "man"),
        ("They are looking at FalkWork in Reno. Its rents rose. The company said it was fine.", "FalkWork"),
        ("A probe from NASA flew by. It is big, according to the agency.", "NASA"),
        ("A probe from NASA and ESA flew by. It is big, according to the agency.", "agency"),
        # a role that nobody bears yet is whoever spoke last, unless the text has brought in one
        ("Otto Kray was here. “It leaks,” Kray said. The independent Reno senator said it would hold.", "Otto Kray"),
        ("The judge saw Otto Kray. “It leaks,” Kray said. The judge said it would hold.", "judge"),
        # a statement is its giver's
        ("The navy said in a statement that it leaks. The statement said it would hold.", "navy"),
        ("A letter from the board came. The statement by Otto Kray said it would hold.", "Otto Kray"),
        # a given name that no list holds, at the beginning of the sentence that brings in its bearer
        ("Zuvek Orlik was not there. Orlik said it would hold.", "Zuvek Orlik"),
        ("The judge saw Orlik. Meanwhile Orlik slept. Orlik said it would hold.", "Orlik"),
        ("The Republican National Committee said it would hold.", "Republican National Committee"),
        # a particle with a capital, an apostrophe of another form, an adverb in a headline
        ("De Vrint said so. Paul de Vrint left. De Vrint said it would hold.", "Paul de Vrint"),
        ("James O’Kray left. O'Kray said it would hold.", "James O’Kray"),
        ("Otto Kray Just Said It Leaks. Kray said it would hold.", "Otto Kray"),
        # whose claim it is
        ("The paper said so. North Korea has intensified its criticism of the town.", "North Korea"),
    ],
)  # fmt: skip
def test_who_is_meant_is_read_off_what_stands_beside(text: str, name: str) -> None:
    assert last_source(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # some of those whom nobody names
        ("Some accused Lind of lying.", "some"),
        ("The yard is shut. Another said that the dam leaks.", "another"),
        ("Some residents said that the dam leaks.", "some residents"),
        ("Both Ida Lind and Otto Kray said the dam would hold.", "Ida Lind and Otto Kray"),
        ("Both the Harrow Courier and the Reno Times confirmed the loan.", "Harrow Courier and Reno Times"),
        ("Both said the dam would hold.", None),
        # a share of those who were asked
        ("The dam is old, a Harrow poll found. Of men, 74 percent said they would leave.", "Harrow poll"),
        ("A Harrow University survey came out. Eight in 10 voters said they would leave.", "Harrow University survey"),
        ("In a survey by the institute, 61 percent of residents said they would leave.", "survey by the institute"),
        ("The survey came out. Three in the room said they would leave.", "three in the room"),
        # how a paper came out is no part of it, who made it is
        ("The dam leaks, according to a Harrow poll released Monday.", "Harrow poll"),
        ("The dam leaks, according to industry sources cited by the Courier.", "industry sources"),
        ("A report published by the ministry said that the dam leaks.", "report published by the ministry"),
        ("The dam leaks, according to data NASA released.", "NASA"),
        ("A statement issued by the mayor said that the dam leaks.", "mayor"),
        ("Tests by Harrow Labs show that the dam leaks.", "Harrow Labs"),
        ("A study by Harrow Labs found that the dam leaks.", "study by Harrow Labs"),
        ("She read a Harrow Courier editorial that accuses Lind of lying.", "Harrow Courier"),
        ("A Harrow Council report said that the dam leaks.", "Harrow Council report"),
        # what a relative pronoun stands for
        ("She fled to Norway, which accuses her of fraud.", "Norway"),
        ("After the leak of the report, which concluded that she lied, she left.", "report"),
        ("He met big businesses that warn that the law is bad.", "big businesses"),
        ("They reprint an editorial that accuses her of lying.", "editorial"),
        # a paper that is spoken of again, and one that is a study
        ("The Harrow Courier said the dam leaks. The paper said that it was old.", "Harrow Courier"),
        ("Scientists said so in a new study. The paper said that it was old.", "paper"),
    ],
)  # fmt: skip
def test_those_behind_a_count_or_a_paper_are_found(text: str, name: str | None) -> None:
    assert last_source(text, "en") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # kin of the same surname is brought in beside whom the story is about
        ('Ida Lind, mother of the victim Jon Lind, left. "She lied to me," Lind said.', "Ida Lind"),
        ('Otto Lind came for his wife Ida Lind. "It is old," Lind said.', "Otto Lind"),
        ('Otto Lind died in May. His wife Ida Lind came. "It is old," Lind said.', "Ida Lind"),
        ('Otto Lind met Ida Lind. "It is old," Lind said.', "Ida Lind"),
        # one slip of the hand
        ('Otto Kiedel said it was old. "It leaks," Keidel said.', "Otto Kiedel"),
        ('Otto Labott said it was old. "It leaks," Labbot said.', "Otto Labott"),
        ('Otto Kray said it was old. "It leaks," Kroy said.', "Kroy"),
        # a programme or a body that bears somebody's name
        ('She was on the Ida Falk Show. "It leaks," Falk said.', "Ida Falk"),
        ("Ida Falk came. The Ida Falk Foundation said it would pay.", "Ida Falk Foundation"),
        # a role of whom the sentences before are about
        ("Otto Lind spoke on Monday. The Harrow tycoon said the dam leaks.", "Otto Lind"),
        ("Otto Lind spoke of Jon Kray and Ida Falk. “It is old,” Lind said. The party whip said it leaks.", "Otto Lind"),
        ("Otto Lind told the court that he was ill. The judge said he would wait.", "judge"),
        ("Otto Lind met Jon Kray. The party whip said it leaks.", "party whip"),
        # a verb before its subject
        ('It leaks. Said Ida Lind, "The dam will hold for years to come."', "Ida Lind"),
        ('That being said, "the dam will hold for years," Ida Lind said.', "Ida Lind"),
        ('"I’m going to look at a lot of dams…" Ida Lind said.', "Ida Lind"),
    ],
)  # fmt: skip
def test_a_name_or_a_role_means_whom_the_story_is_about(text: str, name: str | None) -> None:
    assert last_source(text, "en") == name
