"""German attribution, one short sentence a pattern: what is said, by whom, and by which words we know."""

import pytest

from provenance.attribute import find
from provenance.attribute.transliteration import spellings
from provenance.model import Block, Document, Statement


def read(text: str) -> list[Statement]:
    """The statements of a text of paragraphs; narrated ones are left out."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 2
    document = Document("d", "d.txt", "text", "de", text, blocks=blocks)
    find(document)
    return [statement for statement in document.statements if statement.kind != "narrated"]


def words(text: str, spans: list) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def only(text: str) -> tuple[str, str, str, str]:
    """Kind, content, speaker and cue of the one statement of a text."""
    (statement,) = [statement for statement in read(text) if statement.parent is None]
    attribution = statement.attribution
    assert attribution is not None
    return (
        statement.kind,
        words(text, statement.spans),
        words(text, attribution.speaker),
        words(text, attribution.cue),
    )


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker", "cue"),
    [
        ("„Wir fangen morgen an“, sagte Bauleiterin Petra Sand.", "direct", "„Wir fangen morgen an“", "Bauleiterin Petra Sand", "sagte"),
        ("Sand sagte: »Wir fangen morgen an.«", "direct", "»Wir fangen morgen an.«", "Sand", "sagte"),
        ("«Wir fangen an», so Petra Sand.", "direct", "«Wir fangen an»", "Petra Sand", "so"),
        ("„Wir fangen an“, sagte Sand, „aber nicht heute.“", "direct", "„Wir fangen an“ … „aber nicht heute.“", "Sand", "sagte"),
        ("Sand teilte am Montag mit, dass der Bau beginnt.", "indirect", "dass der Bau beginnt", "Sand", "teilte … mit"),
        ("Sand erklärte, man fange morgen an.", "indirect", "man fange morgen an", "Sand", "erklärte"),
        ("Der Verband hat gefordert, den Bau zu beenden.", "indirect", "den Bau zu beenden", "Der Verband", "hat gefordert"),
        ("Der Bau habe begonnen, sagte Sand.", "indirect", "Der Bau habe begonnen", "Sand", "sagte"),
        ("Laut Bauamt beginnt die Arbeit im Mai.", "indirect", "beginnt die Arbeit im Mai", "Bauamt", "Laut"),
        ("Die Arbeit beginnt nach Angaben der Stadt im Mai.", "indirect", "Die Arbeit beginnt … im Mai", "Angaben der Stadt", "nach"),
        ("Der Behörde zufolge fehlt Geld.", "indirect", "fehlt Geld", "Der Behörde", "zufolge"),
        ("Seiner Meinung nach fehlt Geld.", "indirect", "fehlt Geld", "Seiner Meinung", "nach"),
        ("Das Gerüst ist, so die Stadt, bestellt.", "indirect", "Das Gerüst ist … bestellt", "die Stadt", "so"),
        ("Wie die Stadt mitteilte, fehlt Geld.", "indirect", "fehlt Geld", "die Stadt", "Wie … mitteilte"),
        ("Es fehlt Geld, wie die Stadt mitteilte.", "indirect", "Es fehlt Geld", "die Stadt", "wie … mitteilte"),
        ("Sand warf der Stadt vor, den Bau zu verzögern.", "indirect", "den Bau zu verzögern", "Sand", "warf … vor"),
        ("„Der Damm ist sicher“, ist in dem Gutachten zu lesen.", "direct", "„Der Damm ist sicher“", "dem Gutachten", "ist … zu lesen"),
        ("Die Kritiker:innen warnten, der Damm breche.", "indirect", "der Damm breche", "Die Kritiker:innen", "warnten"),
        ("Der Bau beginnt laut einem zunächst internen Papier im Mai.", "indirect", "Der Bau beginnt … im Mai", "einem zunächst internen Papier", "laut"),
        ("Die Stadt hatte sich laut dem Papier Gedanken gemacht.", "indirect", "Die Stadt hatte sich … Gedanken gemacht", "dem Papier", "laut"),
        ("Gemäss der Stadt ist der Damm sicher.", "indirect", "ist der Damm sicher", "der Stadt", "Gemäss"),
        ("Sand schliesst nicht aus, dass der Damm bricht.", "indirect", "dass der Damm bricht", "Sand", "schliesst … aus"),
        ("Beides weist der 42-Jährige zurück.", "reported", "Beides weist der 42-Jährige zurück.", "der 42-Jährige", ""),
        ("Sand unterstrich die Bedeutung des Damms.", "reported", "Sand unterstrich die Bedeutung des Damms.", "Sand", ""),
        ("Ein anderer Nutzer schrieb: „Der Damm ist zu alt.“", "direct", "„Der Damm ist zu alt.“", "Ein anderer Nutzer", "schrieb"),
        ("In dem Gutachten heißt es, der Damm sei sicher.", "indirect", "der Damm sei sicher", "dem Gutachten", "heißt es"),
        ("Sand ist überzeugt, dass der Damm hält.", "indirect", "dass der Damm hält", "Sand", "ist überzeugt"),
        ("Sand forderte mehr Geld für den Bau des Damms.", "reported", "Sand forderte mehr Geld für den Bau des Damms.", "Sand", ""),
        ("Sand warnte vor einem Bruch des alten Damms.", "reported", "Sand warnte vor einem Bruch des alten Damms.", "Sand", ""),
        ("Die Stadt werde, sagte Sand, im Mai bauen.", "indirect", "Die Stadt werde … im Mai bauen", "Sand", "sagte"),
    ],
)  # fmt: skip
def test_a_frame_and_its_content(text: str, kind: str, content: str, speaker: str, cue: str) -> None:
    assert only(text) == (kind, content, speaker, cue)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ihm wird von der Werft Nordwerk Betrug vorgeworfen.", "der Werft Nordwerk"),
        ("Ihm wird von Gegnern Betrug vorgeworfen.", "Gegnern"),
        ("Ihm wird von der Werft Nordwerk vorgeworfen, Geld zu stehlen.", "der Werft Nordwerk"),
        ("Der Betrug wird ihm von der Werft Nordwerk vorgeworfen.", "der Werft Nordwerk"),
        ("Der Frau wird Betrug von der Werft Nordwerk vorgeworfen.", "der Werft Nordwerk"),
    ],
)
def test_what_somebody_is_accused_of_is_no_part_of_who_accuses(text: str, speaker: str) -> None:
    assert only(text)[2] == speaker


def test_a_subjunctive_without_a_frame_goes_on_with_the_last_speaker() -> None:
    text = "Sand sagte, der Damm sei alt. Er müsse erneuert werden. Das Geld fehle."
    first, sequel = read(text)
    assert sequel.kind == "indirect_free_indirect"
    assert sequel.text == "Er müsse erneuert werden. Das Geld fehle."
    assert sequel.attribution is not None and first.attribution is not None
    assert sequel.attribution.source == first.attribution.source
    assert [flag.code for flag in sequel.flags] == ["carried_over"]


def test_a_sequel_behind_a_reported_frame_shows_both_who_may_be_speaking() -> None:
    text = "Minister Otto Lind sagte: „Wir warten.“ In Brüssel gehe man davon aus, dass es dauere. Schließlich fehle das Geld."
    sequel = read(text)[-1]
    rivals = [text[flag.start : flag.end] for flag in sequel.flags if flag.code == "ambiguous_speaker"]
    assert sequel.attribution is not None
    assert words(text, sequel.attribution.speaker) == "Minister Otto Lind"
    assert rivals == ["man"]


def test_a_fragment_in_indirect_speech_is_a_child_with_the_same_speaker() -> None:
    text = "Lind erklärte, der Plan sei »in jeder Hinsicht unausgegoren und teuer« gewesen."
    parent, child = read(text)
    assert (child.kind, child.parent, child.text) == (
        "direct",
        parent.id,
        "»in jeder Hinsicht unausgegoren und teuer«",
    )
    assert child.attribution is not None and parent.attribution is not None
    assert child.attribution.speaker == parent.attribution.speaker


def test_hearsay_with_soll_and_a_perfect_has_nobody_behind_it() -> None:
    (statement,) = read("Der Mann soll drei Boote gestohlen haben.")
    assert statement.kind == "free_indirect"
    assert {flag.code for flag in statement.flags} >= {"hedge", "unnamed_source"}


def test_a_sentence_that_only_names_the_source_speaks_for_the_one_before() -> None:
    text = "Der Zug hielt nicht. Das teilte die Bahn am Abend mit."
    (statement,) = read(text)
    assert (statement.text, words(text, statement.attribution.speaker)) == (
        "Der Zug hielt nicht.",
        "die Bahn",
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Das Buch „Der lange Weg nach Norden“ erscheint im Mai.",
        "Nach dem Spiel ging er nach Hause.",
        "Sie fand am Ufer eine Flasche.",
        "Das Angebot gilt, es sei denn, es regnet.",
        "Er tat, als sei nichts geschehen.",
        "Die Ruhe im Dorf war groß.",
        "Das Schiff soll morgen auslaufen.",
        "Er ging nach Berlin und blieb dort.",
    ],
)
def test_false_friends_are_narrated(text: str) -> None:
    assert read(text) == []


def test_pronoun_surname_and_office_are_one_source() -> None:
    text = (
        "Ministerin Anna Brandt sagte, der Damm halte. Brandt betonte, man habe geprüft. "
        "Sie erklärte, das Geld reiche. Die Ministerin kündigte an, mehr zu bauen."
    )
    sources = {statement.attribution.source for statement in read(text) if statement.attribution}
    assert sources == {"d/anna-brandt"}


def test_a_capital_that_speaks_is_a_metonym_and_man_in_a_capital_is_one_too() -> None:
    for text in (
        "Brüssel geht davon aus, dass der Damm hält.",
        "In Brüssel geht man davon aus, dass der Damm hält.",
    ):
        (statement,) = read(text)
        assert statement.attribution is not None
        assert statement.attribution.source == "d/brüssel"
        assert "metonymic_source" in {flag.code for flag in statement.flags}


def test_declared_ignorance_binds_to_the_paragraph_before_it_and_no_other() -> None:
    text = (
        "Lind sagte, es seien bis zu 40 Boote gesunken. Die Herkunft der Zahlen blieb unklar.\n\n"
        "Brandt sagte, es seien etwa 10 Boote."
    )
    first, second = read(text)
    assert {flag.code for flag in first.flags} == {"bound", "sources_unclear"}
    assert first.attribution is not None and first.attribution.confidence == 0.5
    assert {flag.code for flag in second.flags} == {"bound"}


def test_information_that_nobody_passes_on_is_flagged_with_its_words() -> None:
    text = "Am Abend wurden in der Stadt neue Zahlen zu den Booten verbreitet."
    blocks = [Block("paragraph", 0, len(text))]
    document = Document("d", "d.txt", "text", "de", text, blocks=blocks)
    find(document)
    (statement,) = document.statements
    (flag,) = statement.flags
    assert (statement.kind, flag.code) == ("narrated", "agentless")
    assert text[flag.start : flag.end].startswith("wurden in der Stadt neue Zahlen")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Sergej Lawrow", "Sergey Lavrov", True),
        ("Sergej Lawrow", "Sergei Lawrov", True),
        ("Wolodimir Selenskij", "Volodymyr Zelensky", True),
        ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy", True),
        ("Otto Brandner", "Otto Brandtner", True),
        ("Otto Berger", "Anna Berger", False),
        ("Jan Keller", "Jan Kessler", False),
        ("Peter Müller", "Peter Möller", False),
        ("Ina Li", "Ina Lee", False),
    ],
)
def test_spellings_of_one_name_are_joined_across_documents(first: str, second: str, same: bool) -> None:
    assert (spellings({first: {"a"}, second: {"b"}}) == {second: first}) is same


def test_two_names_that_one_document_keeps_apart_are_two_people() -> None:
    assert spellings({"Otto Brandner": {"a"}, "Otto Brandtner": {"a"}}) == {}


def test_somebody_by_age_is_the_one_named_before() -> None:
    text = "Bäuerin Anna Brandt sagte, der Damm halte. Die 43-Jährige betonte, sie bleibe im Tal."
    assert {statement.attribution.source for statement in read(text) if statement.attribution} == {
        "d/anna-brandt"
    }


def test_a_speaker_from_the_paragraph_before_leaves_the_cue_in_its_own() -> None:
    text = "Ina Holm sagte, der Damm halte.\n\nDie Dörfer im Tal und an den Hängen blieben demnach trocken."
    attribution = read(text)[1].attribution
    assert attribution is not None
    assert (words(text, attribution.speaker), words(text, attribution.cue)) == ("Ina Holm", "demnach")


def test_jan_is_a_name_and_no_month() -> None:
    assert only("Sprecher Jan Kroll sagte, der Damm halte.")[2] == "Sprecher Jan Kroll"


def test_a_text_without_full_stops_is_read_to_its_end() -> None:
    found = [statement for statement in read("Lind sagte, dass es regne, " * 400) if statement.parent is None]
    assert found[-1].end > 400 * 26
    assert all(len(statement.text) < 2_000 for statement in found)


def test_a_part_of_a_sentence_points_at_no_other() -> None:
    found = read("Lind kam und sagte, " * 16 + "das sagte Berg.")
    assert [statement.pattern for statement in found if statement.pattern == "das + sagen"] == []


def test_a_statement_takes_the_first_sentence_that_calls_its_sources_unclear() -> None:
    text = "Lind sagte, der Damm halte. Die Quelle bleibt unklar. Auch die Herkunft ist unbekannt."
    document = Document("d", "d.txt", "text", "de", text, blocks=[Block("paragraph", 0, len(text))])
    find(document)
    flags = [flag for flag in document.statements[0].flags if flag.code == "sources_unclear"]
    assert [text[flag.start : flag.end] for flag in flags] == ["Quelle bleibt unklar"]


def test_a_letter_that_grows_in_lower_case_moves_no_flag() -> None:
    document = Document("d", "d.txt", "text", "de", text := "İİ sagte, er komme. Die QUELLEN blieben unklar.")
    document.blocks = [Block("paragraph", 0, len(text))]
    find(document)
    (flag,) = [flag for flag in document.statements[0].flags if flag.code == "sources_unclear"]
    assert text[flag.start : flag.end] == "QUELLEN blieben unklar"
