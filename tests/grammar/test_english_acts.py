"""English acts of speech by the words beside their verbs, whose view a sentence gives, and what reports nothing.

[[…]] is the speaker, {{…}} the cue, <<…>> the content, as in the rows' own sentences.
"""

import pytest
from marked import unmark
from test_rows import drafts, parts

from provenance.attribute import find
from provenance.ingest import parse

#: Row → a sentence that it reads as marked.
READ = [
    ("en.act", "[[Lind]] {{took issue with}} <<the report>>."),
    ("en.act", "[[The council]] {{took}} <<the company to task over the pump>>."),
    ("en.act", "[[The engineers]] {{raised serious questions about}} <<the pump>>."),
    ("en.act", "[[Lind]] {{stood by}} <<her decision>>."),
    ("en.act", "[[Lind]] {{has not ruled out}} <<a loan>>."),
    ("en.act", "[[Lind]] {{distanced herself from}} <<the plan>>."),
    ("en.act", "[[Lind]] said the dam was old, {{taking aim at}} <<the council>>."),
    ("en.act.that", "[[Lind]] {{made clear}} <<that the dam would go>>."),
    ("en.act.that", "[[Lind]] {{left open}} <<whether the dam would go>>."),
    ("en.act.received", "<<The plan>> {{met with fierce opposition from}} [[residents]]."),
    ("en.act.received", "<<Criticism of the plan>> {{came from}} [[the council]]."),
    ("en.act.received", "<<Concerns about the pump>> {{have been raised by}} [[residents]]."),
    ("en.verb.that", "[[Lind]] {{is confident}} <<that the dam will hold>>."),
    ("en.verb.question", "[[The council]] {{remains unsure}} <<whether the dam will hold>>."),
    ("en.verb.preposition", "[[Residents]] {{are angry about}} <<the dam>>."),
    ("en.according", "<<The dam leaks>>, {{per}} [[the council]]."),
    ("en.according", "In [[Lind’s]] {{view}}, <<the dam leaks>>."),
    ("en.according", "{{In the opinion of}} [[the council]], <<the dam leaks>>."),
    ("en.clause.frame", "<<The dam is a bathtub>>, as [[Lind]] {{put}} it."),
    ("en.noun.that", "The town heard {{claims by}} [[the mayor]] <<that the dam leaks>>."),
    ("en.noun.that", "There {{are fears}} <<that the dam leaks>>."),
    ("en.passive.behind", "It {{emerged}} on Friday <<that the dam leaks>>."),
    ("en.passive.behind", "The court {{heard}} <<that the dam leaks>>."),
    ("en.verb.that", "[[Emails obtained by the Echo]] {{show}} <<that the dam leaks>>."),
    ("en.verb.that", "[[The letter, signed by forty engineers]], {{says}} <<that the dam leaks>>."),
    ("en.verb.object", "[[The mayor]] {{urged}} <<patience>>."),
    ("en.verb.object", "[[Lind]] {{called}} <<her vote a mistake>>."),
    ("en.quote.whatever", "<<“It leaks and nobody cares,”>> {{was}} [[the captain’s]] answer."),
    # what nobody that is named reports, and what a court or several bodies do
    ("en.noun.that", "The yard had received {{reports}} <<that the dam leaks>>."),
    ("en.noun.that", "The strike went on amid unconfirmed {{reports}} <<that two men had died>>."),
    ("en.noun.that", "It follows a {{ruling by}} [[the Harrow Court of Appeal]] <<that the dam must go>>."),
    (
        "en.noun.that",
        "The bank paid to settle {{charges by}} [[state and local officials]] <<that it had lied>>.",
    ),
    # a clause whose verb no list holds
    ("en.verb.that", "[[Kray]] {{found}} <<that otters sleep less>>."),
    ("en.verb.that", "[[The study]] {{shows}} <<that rents outpace wages>>."),
    # a frame at the end of its sentence, or before who is cited
    ("en.clause.frame", "<<The dam leaks>>, [[court documents]] {{show}}."),
    ("en.clause.frame", "<<The dam leaks>>, the Echo {{reported}}, citing [[two officials]]."),
    ("en.according", "But in [[her]] {{view}}, <<the dam leaks>>."),
    ("en.passive.act", "<<Kray>> {{was accused}} by [[Lind]]."),
    ("en.verb.preposition", "Kray {{was accused}} by [[Lind]] <<of lying>>."),
    ("en.verb.object", "[[Lind]] {{called}} <<Kray “a fool”>>."),
    ("en.verb.clause", "[[The father of two]] {{said}} <<he was sorry>>."),
    ("en.verb.that", "[[They]] {{note}} <<that spending so much on it suggests waste>>."),
    ("en.verb.object", "In it, [[the royal]] blankly {{denied}} <<having seen her>>."),
    ("en.verb.object", "[[They]] {{discussed}} <<the need for the town to act>>."),
    ("en.verb.that", "[[A body of studies]] {{has pointed out}} <<that the brain works>>."),
    ("en.verb.that", "[[The group]] {{state}} <<that the two modes are alike>>."),
    ("en.verb.that", "[[Lind]] is happy {{to confirm}} <<that the dam holds>>."),
    # the same verbs where they do say something
    ("en.verb.object", "[[Lind]] {{attacked}} <<the council’s plan>>."),
    ("en.verb.object", "[[Lind]] {{attacked}} <<Kray>>."),
    ("en.verb.object", "[[Health officials]] {{reported}} <<three new cases>>."),
    ("en.verb.object", "[[Lind]] {{considers}} <<the dam a danger>>."),
    ("en.verb.preposition", "[[Residents]] {{responded with}} <<chants of anger>>."),
    ("en.verb.question", "[[The council]] {{instructs}} people <<how to keep warm>>."),
    ("en.verb.that", "[[The authors]] {{concurred}} <<that the dam leaks>>."),
    ("en.verb.clause", "[[Hamas]] {{say}} <<they freed three sailors>>."),
    ("en.according", "By [[Lind’s]] own {{admission}}, <<the dam leaks>>."),
    ("en.verb.object", "[[Lind]] {{paints}} <<Kray as a fool>>."),
    ("en.verb.object", "[[Lind]] {{endorsed}} <<the plan>>."),
    ("en.quote.frame", "<<“The dam leaks,”>> [[Will Lind]] {{said}}."),
    ("en.verb.preposition", "In a letter [[Lind]] {{called for}} <<a new dam>>."),
    ("en.quote.behind", "[[Lind]] {{went on}}: <<“The dam leaks and leaks.”>>"),
]

#: Sentences that report nothing: narration, what was not said, what somebody decides or does.
SILENT = [
    "The storm cast doubt on the harvest.",
    "The rally drew thousands of people from the valley.",
    "The committee met with lawyers from the firm.",
    "The nurse stood by the bed.",
    "The chef made the sauce clear.",
    "It is certain that the patient will recover.",
    "The road was clear.",
    "The rooms cost 90 euros per night.",
    "In the valley, the rain came late.",
    "The house has it all.",
    "Two men emerged from the house.",
    "The neighbours heard a loud bang.",
    "Lind declined to say whether the dam leaks.",
    "Lind did not say whether the dam leaks.",
    "Lind has yet to say whether he will come.",
    "Lind never said that the dam leaks.",
    "Lind said nothing about the dam.",
    "The governor called a press conference.",
    "The council considered the plan at its meeting on Monday.",
    "Police questioned the driver for two hours.",
    "The army attacked the village at dawn.",
    "The dam supports a road.",
    "The recipe calls for two eggs.",
    "The fire threatens to spoil the match.",
    "The storm claimed six lives.",
    "The driver was found guilty of fraud.",
    "The square is known as the Ring.",
    "The lights went on at six.",
    "Lind went on to win the cup.",
    "The band added a second show in May.",
    "The law requires firms to report accidents.",
    "The artist unveiled a statue of the queen.",
    "Lind agreed to pay the fine.",
    # what whoever it may be might say or know, and what is only said to be sayable
    "Anyone who complained about the dam was wrong.",
    "Someone expressed an idea about the dam.",
    "It is safe to say that the dam leaks.",
    "A gauge is a good way to know how high the water stands.",
    "Nobody believes that the dam leaks.",
    "The trick that our sailors don't realize is old.",
    # a name that is given, a thing that is made, a picture that shows
    "She saw a lock called Lind in the harbor.",
    "A neighbor saw the smoke and called 911.",
    "The book was written by Lind.",
    "Winters characterized by fog are rare.",
    "The video shows men on the roof.",
    # participles that are prepositions, subjects, or hang on a noun
    "A letter regarding the dam was lost.",
    "Estimating the tide isn't easy.",
    "They grow in warm towns, such as roses found in Harrow.",
    "Lind had fond hopes that the dam would hold.",
    "There are many reasons Harrow became rich.",
    "Lind has toured nine states, including Ohio.",
    # how somebody wishes to be quoted
    "A sailor asked not to be named.",
    "A sailor requested anonymity.",
    # what is done with the verb's object: looked for, weighed, pushed, put on sale, struck, published as figures
    "A family from the valley sought treatment in Harrow.",
    "Lind seeks damages for the loss.",
    "The council is considering closing the dam.",
    "Lind knocked Kray down.",
    "Lind knocked down three pins.",
    "The board moved the yard that endorsed Kray.",
    "Residents responded to the plan.",
    "Lind maintained a high level of stocks.",
    "The court rejected a request to open the file.",
    "The yard unveiled a new model.",
    "The band teased a new album.",
    "Neither Kray nor Lind said the dam leaks.",
    "Lind painted the boat.",
    "She spent years learning how to swim.",
    "The new pump goes on sale in May.",
    "Lind went on in her old coat.",
    "A man with a knife attacked Kray.",
    "The shop reported strong third-quarter earnings.",
    # things speak of nothing, be they one or many
    "Willow roots respond to more than water.",
    "Two pumps called the Twins were lost.",
    "Some cups support up to four magnets.",
    "Ida Lind, a doctor, discusses the role of otters in rivers.",
    "The debate was on the town’s budget request for $22.6bn.",
    "While these errors can be bad, it’s important to recognize that each of them may spread.",
    "If there are fixes, be sure to highlight the cause.",
    "# How to Grow a Tree from Seed: Method 1",
    # forms that are nouns or participles where they stand
    "Seven big questions heading into the vote are open.",
    "Is Kray considered rich?",
    "Half of them have some credit card debt.",
    "Kray was not happy to see people talking about the dam.",
    "They did not stop people commenting on the dam.",
    # what follows a comma is no subject of a verb of speech
    "As so often, the board, at noon, put its trust in luck.",
]


@pytest.mark.parametrize(("row", "sentence"), READ, ids=[sentence for _, sentence in READ])
def test_who_says_what_is_read_off_the_words(row: str, sentence: str) -> None:
    text, marked = unmark(sentence)
    found = [parts(draft, passages) for draft, passages in drafts("en", text) if draft.pattern == row]
    assert marked in found


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_done_or_not_said_reports_nothing(sentence: str) -> None:
    assert not [draft.pattern for draft, _ in drafts("en", sentence)]


def test_nothing_but_is_something() -> None:
    assert [draft.pattern for draft, _ in drafts("en", "Lind praised nothing but the dam.")]


def test_a_headline_names_who_is_quoted_behind_the_quotation() -> None:
    (found,) = [
        parts(draft, passages)
        for draft, passages in drafts("en", "# “We cannot wait”: Ida Lind\n\nIda Lind met the council.")
        if draft.pattern == "en.label.behind"
    ]
    assert found["speaker"] == ["Ida Lind"]


@pytest.mark.parametrize(
    "last", ["and", "amid reports and", "according to", "who", "said, and", "the", "its", "Q:"]
)
def test_an_english_text_may_break_off_behind_any_word(last: str) -> None:
    document = parse(f"Lind gave a warning to the board {last}".encode(), "story", language="en")[0]
    find(document)
    assert document.statements and document.text.endswith(last)
