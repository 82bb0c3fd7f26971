"""German on the engine: who speaks where several could, what is no statement, and that no text costs too much."""

import time

import pytest

from provenance.languages import load
from provenance.model import Block, Document
from provenance.passage import read_passages

GERMAN = load("de")


def found(text: str) -> list[tuple[str, str, str]]:
    """Row, content and speaker of each statement."""
    document = Document("d", "d.txt", "text", "de", text, blocks=[Block("paragraph", 0, len(text))])
    passages = read_passages(document, GERMAN.sentence_rules)

    def words(number: int, pieces: list[tuple[int, int]]) -> str:
        return " … ".join(passages[number].cut(*piece) for piece in pieces)

    return [
        (draft.pattern, words(draft.passage, draft.content), words(draft.speaker_home, draft.speaker))
        for draft in GERMAN.find(passages)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lind lobte den Plan und sagte, er komme.", "Lind"),
        ("Beobachter loben den Ablauf, sprechen aber davon, dass Stimmen fehlen.", "Beobachter"),
        ("Von der Stadt wurde mitgeteilt, dass der Damm hält.", "der Stadt"),
        ("In dem Bericht wurde vermutet, dass der Damm bricht.", "dem Bericht"),
        ("Sand, die gestern sagte, dass der Damm hält, ging.", "die"),
        ("Nachdem es geregnet hatte, sagte Sand, der Damm halte.", "Sand"),
        ("Den Plan nannte er „völlig unausgegoren“.", "er"),
        ("Die Äußerungen bezeichnete Lind als „völlig unausgegoren“.", "Lind"),
        ("Das US-Magazin Barrons bezeichnete Lind als „völlig unausgegoren“.", "Das US-Magazin Barrons"),
        ("Hamburg, 3. Mai – sagte die Ministerin am Montag, man warte.", "die Ministerin"),
        ("Wie der Richter, Otto Berg, ausführte, hält der Damm.", "der Richter, Otto Berg"),
        ("Halima Jouini, Mitglied der tunesischen Liga, sagte, man warte.", "Halima Jouini, Mitglied der tunesischen Liga"),
        ("Wie t-online.de berichtet, hält der Damm.", "t-online.de"),
        ("Das Auswärtige Amt der Republik erklärte, man warte.", "Das Auswärtige Amt der Republik"),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speaker: str) -> None:
    assert found(text)[0][2] == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Streik, hieß es, sei bald zu Ende.", "Der Streik … sei bald zu Ende"),
        ("Hamburg (dpa) – Der Damm sei sicher, sagte Sand.", "Der Damm sei sicher"),
        ("Sand sagte, der Damm sei sicher, doch Lind erklärte, er warte.", "der Damm sei sicher"),
        ("Laut einem Bericht, der gestern erschien, hält der Damm.", "hält der Damm"),
        ("Der Damm hält nach Angaben der Stadt, die Polizei spricht von Rissen.", "Der Damm hält"),
        ("Der Mann, der nach Angaben der Polizei starb, war alt.", "der … starb"),
    ],
)
def test_where_content_begins_and_ends(text: str, content: str) -> None:
    assert found(text)[0][1] == content


def test_a_frame_in_the_subjunctive_is_itself_reported() -> None:
    text = "Sand sagte, der Damm halte. Die Behörde gehe davon aus, dass es regne."
    assert found(text)[1] == ("de.sequel.subjunctive", "Die Behörde gehe davon aus, dass es regne.", "Sand")


def test_a_sequel_whose_main_clause_is_in_the_indicative_has_its_own_speaker() -> None:
    text = "Sand sagte, der Damm halte. Vertreter der Stadt warten ab, weil ein Antrag fehle."
    assert found(text)[1][2] == "Vertreter der Stadt"


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe Hunger und nenne das Pech.",
        "Das ist meine Stadt.",
        "Er tat, als sei nichts geschehen.",
        "Das heißt, dass es regnet.",
        "Jetzt heißt es abwarten.",
        "Das Buch „Der lange Weg“ erscheint im Mai.",
        "Nach dem Spiel ging er nach Hause.",
        "Die größte Bank, die Deutsche Bank, wächst.",
        "",
        "İ",
        "((((„„„„‚‚‚",
    ],
)
def test_no_statement(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unit",
    ["sagte, dass ", "hieß es, ", "er sagte, er komme, ", "„Ja“ sagte er, ", " und sagte", "er sagte: ", "– sagte er ",
     "“, sagte ", "laut Polizei ", "der Polizei zufolge ", "Anna Lind, Otto Berg, ", "er sei da; ", "( er sagte ", "İ sagte "],
)  # fmt: skip
def test_a_sentence_of_any_length_costs_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        found(unit * (size // len(unit)))
        return time.process_time() - began

    short, long = min(seconds(8_000) for _ in range(2)), seconds(32_000)
    assert long < max(12 * short, 0.6)


@pytest.mark.parametrize(
    "text",
    [
        "Wie die „Bild“-Zeitung berichtete.",
        "Wie „Bild“ berichtete",
        "Wie der „Kurier“ und die Behörde mitteilten.",
    ],
)
def test_a_comparison_with_nothing_beside_it_says_nothing(text: str) -> None:
    assert found(text) == []


def test_a_colon_with_nothing_before_it_has_no_frame() -> None:
    text = ': "Der Damm hat Risse, sagte Calder."'
    made = Document("d", "d.txt", "text", "de", text, blocks=[Block("paragraph", 0, len(text))])
    drafts = GERMAN.find(read_passages(made, GERMAN.sentence_rules))
    assert all(first < after for draft in drafts for first, after in draft.frame)
