"""One story, one cast: whom a surname, a role, a pronoun or a body that is spoken of again means."""

import pytest

from provenance.attribute import find
from provenance.ingest import parse
from provenance.model import Document, Source


def read(text: str, language: str) -> tuple[Document, dict[str, Source]]:
    document = parse(text.encode(), "d", format="text", language=language)[0]
    return document, {source.id: source for source in find(document)}


def last_source(text: str, language: str) -> str | None:
    """The name of whoever is behind the last sourced statement."""
    document, sources = read(text, language)
    attribution = [row.attribution for row in document.statements if row.attribution][-1]
    return sources[attribution.source].name if attribution.source else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bauleiterin Petra Sand kam am Montag. „Der Damm hält“, sagte Sand.", "Petra Sand"),
        ("Minister Jan Kroll sprach mit Petra Sand. „Der Damm hält“, sagte sie.", "Petra Sand"),
        ("Petra Sand sprach mit Jan Kroll. „Der Damm hält“, sagte er.", "Jan Kroll"),
        ("Innenministerin Petra Sand kam. „Der Damm hält“, sagte die Ministerin.", "Petra Sand"),
        ("Petra Sand leitet den Bau. Die 52-Jährige sagte: „Der Damm hält.“", "Petra Sand"),
        (
            "Ein Sprecher der Stadt sagte, der Damm halte. Der Sprecher sagte: „Wir bauen.“",
            "Sprecher der Stadt",
        ),
        ("Die Betreiberfirma Nordwerk bestritt das. Sie sagte: „Der Damm hält.“", "Nordwerk"),
        ("Brauerin Tomke Harms kam. Tomke Harms schwieg. „Der Damm hält“, sagte Harms.", "Tomke Harms"),
        # a role in another case
        ("Ministerpräsident Jan Kroll kam. Nach Angaben des Ministerpräsidenten hält der Damm.", "Jan Kroll"),
        ("Die Vorsitzende Petra Sand kam. Nach Worten der Vorsitzenden hält der Damm.", "Petra Sand"),
        ("Die Vorsitzende Petra Sand kam. Nach Worten des Vorsitzenden hält der Damm.", "Vorsitzender"),
        # a role of one form for one and for several
        ("Polizeisprecher Jan Kroll kam. „Der Damm hält“, sagte der Sprecher.", "Jan Kroll"),
        ("Der Forscher Jan Kroll kam. Nach Angaben des Forschers hält der Damm.", "Jan Kroll"),
        ("Der Forscher Jan Kroll kam. Nach Angaben der Forscher hält der Damm.", "Forscher"),
        ("Der Forscher Jan Kroll kam. Die Forscher sagten, der Damm halte.", "Forscher"),
        # who is called otherwise in the sentence is somebody else
        (
            "Die Hafenmeisterin traf die Ministerin Petra Sand. Die Hafenmeisterin sagte, es regne.",
            "Hafenmeisterin",
        ),
        (
            "Die Hafenmeisterin heißt Petra Sand. Petra Sand kam. Die Politikerin sagte, es regne.",
            "Petra Sand",
        ),
        # a body by the noun before its name
        ("Die Fachgewerkschaft Norda ruft zum Streik auf. Die Gewerkschaft sagte, es regne.", "Norda"),
        ("Die Fachgewerkschaft Norda tagt. Eine Gewerkschaft sagte, es regne.", "Gewerkschaft"),
        # two surnames, a nickname, a father's name
        (
            "Der Winzer Álvaro Ruiz Cabrera sagte, es regne. Ruiz Cabrera sagte, es bleibe.",
            "Álvaro Ruiz Cabrera",
        ),
        ("Der Winzer Álvaro Ruiz Cabrera sagte, es regne. „Es bleibt“, sagte Ruiz.", "Álvaro Ruiz Cabrera"),
        ("Hanna „Hanni“ Lund ist Wirtin. „Es regnet“, sagte Lund.", "Hanna „Hanni“ Lund"),
        ("Hanna „Hanni“ Lund kam. Hanni Lund schwieg. Hanni Lund sagte, es regne.", "Hanni Lund"),
        ("Der Emir Tamin bin Khalid al-Nasr sagte, es regne.", "Tamin bin Khalid al-Nasr"),
        # somebody or a body that has not spoken yet
        (
            "Das bestätigte eine Sprecherin der Bahn am Abend. Sie sagte, der Zug fahre.",
            "Sprecherin der Bahn",
        ),
        ("Die Gewerkschaft der Lotsen tagte. Sie erklärte, der Hafen sei zu.", "Gewerkschaft der Lotsen"),
        ("Petra Sand kam. Der Gewerkschaft half das nicht. „Der Damm hält“, sagte sie.", "Petra Sand"),
        # a body by its short form, by what it is, by its medium's noun
        (
            "Die Gewerkschaft der Lotsen (GdL) rief, der Damm halte. Die GdL sagte, er breche.",
            "Gewerkschaft der Lotsen",
        ),
        (
            "Das Statistische Landesamt sagte, es regne. Die Behörde erklärte, es bleibe nass.",
            "Statistisches Landesamt",
        ),
        ("Die Nordwerk Holding sagte, es regne. Der Konzern erklärte, es bleibe nass.", "Nordwerk Holding"),
        ("Laut dem „Kieler Boten“ bricht der Damm. Das Blatt schrieb, die Stadt schweige.", "Kieler Bote"),
        ("Laut einem Bericht der Zeitung „Kieler Bote“ bricht der Damm.", "Kieler Bote"),
        # the place that somebody is from is a role
        ("Jan Kroll spielte. „Ich bin müde“, sagte der Rostocker.", "Jan Kroll"),
        # "hieß es" goes on with the body or paper that spoke before
        ("In dem Gutachten heißt es, der Damm halte. Er sei aber alt, hieß es weiter.", "Gutachten"),
        ("Petra Sand sagte, der Damm halte. Er sei aber alt, hieß es.", None),
        # a role that somebody is said to have, or to get
        (
            "Petra Sand zur neuen Hafenmeisterin gewählt. Jan Kroll und Ida Lund kamen. „Es regnet“, so die Hafenmeisterin.",
            "Petra Sand",
        ),
        (
            "Petra Sand ist die neue Leiterin des Hafens. Ida Lund kam. „Es regnet“, sagte die Leiterin.",
            "Petra Sand",
        ),
        ("Petra Sand und Jan Kroll kamen. „Der Damm hält“, sagten beide.", "Petra Sand und Jan Kroll"),
        # a role with a complement that brings in somebody new, and one that anyone has who knows
        (
            "Ida Lund, Managerin bei Nordwerk, schwieg. „Er hält“, sagte die Managerin eines anderen Betreibers.",
            "Managerin eines anderen Betreibers",
        ),
        ("„Es regnet“, sagte Jan Kroll. Ida Lund nickte. Das Netz halte, so der Experte.", "Jan Kroll"),
        ("Jan Kroll kam. „Es regnet“, sagte Kroll. Kroll aus Kiel sagte, es bleibe nass.", "Jan Kroll"),
        ("Ein Insider sagte, es regne. „Es bleibt nass“, ergänzte die Person.", "Insider"),
        # who speaks of himself, and a name known by the age behind it
        ("Der Mann floh. Er sagte, es regne. Nach eigenen Angaben kaufte er ein Boot.", "Mann"),
        ("Marzello Janssen (33) kam. „Es regnet“, sagte Janssen.", "Marzello Janssen"),
        (
            "Der Rüstungskonzern Nordwerk schweigt. Nordwerk sagte, es regne. Ida Lund sagte, es bleibe nass. Das Amt für Deiche sagte, es hagle. Nach Angaben des Konzerns hält der Damm.",
            "Nordwerk",
        ),
        # a body by the end of its name, by its ampersand, by the sentence that it opens; an unnamed man
        ("Das Wasserstraßenamt sucht Leute. Es regnet. Laut Amt ist das Angebot gut.", "Wasserstraßenamt"),
        ("Die Werft Evers & Söhne wankt. Das Unternehmen teilte mit, es brauche Geld.", "Evers & Söhne"),
        ("Die Nordbank verdient weniger. Es regnet, wie das Institut mitteilte.", "Nordbank"),
        ("Ein früherer Ingenieur sagte, es regne. „Wir wussten es“, sagte der Mann.", "früherer Ingenieur"),
        # an opinion's owner, and who is named behind a role
        ("Der Damm sei alt, so Petra Sands Erfahrung.", "Petra Sand"),
        ("Der Damm hält, wie ihr Kandidat bei der Wahl, Odalric Behrend, gezeigt hat.", "Odalric Behrend"),
        # a club, and a company that was named after another one spoke
        ("Jan Kroll trainiert den TSV Nordheim. Das hat der Verein mitgeteilt.", "TSV Nordheim"),
        (
            "Die Nordwerk Holding sagte, es regne. Die Modemarke Tiermann wächst. Das Unternehmen teilte mit, es wachse.",
            "Tiermann",
        ),
        ("Die Nordwerk Holding sagte, es regne. Die Betreiber fürchten, dass es regnet.", "Betreiber"),
        # where one alone has spoken, he goes on; where two have, nobody is named
        (
            "„Es regnet“, sagte Petra Sand. „Ich weiß“, sagte Sand. Es bleibe nass, so Sand.\n\nEs ist Mai.\n\nEs ist still.\n\nDas Wetter werde besser.",
            "Petra Sand",
        ),
        (
            "„Es regnet“, sagte Petra Sand. „Ich weiß“, sagte Jan Kroll. Es bleibe nass, so Sand.\n\nEs ist Mai.\n\nEs ist still.\n\nDas Wetter werde besser.",
            None,
        ),
        (
            "Wer fordert, dass der Damm wächst? Petra Sand sagte, er wachse. Wer das wolle? Er müsse wachsen.",
            "Petra Sand",
        ),
        ("Petra Sand, Jan Kroll und Ida Lund kamen. „Der Damm hält“, sagten beide.", None),
        ("Der Kabelhersteller Norvo schließt. Das Unternehmen bestritt, dass Geld fehlt.", "Norvo"),
        ("Die Reederei Sand & Töchter schweigt. Nach Angaben der Reederei regnet es.", "Sand & Töchter"),
        ("Die Fans des Vereins sangen. „Wir steigen auf“, riefen sie.", "Fans des Vereins"),
        (
            "Der Rat las einen Bericht der Wahlbeobachter. In dem Bericht heißt es, es regne.",
            "Bericht der Wahlbeobachter",
        ),
        (
            "Das Gutachten der Hochschule Nordby liegt vor. Dem Gutachten zufolge regnet es.",
            "Gutachten der Hochschule Nordby",
        ),
        ("Laut einem Bericht der „Nordpfalz“ bricht der Damm.", "Nordpfalz"),
        ("Sie sei gefordert, auch im Blick auf die Lage, hieß es in den Akten, die es gibt.", "Akten"),
        ("Es regnet, sagte Meteorologe Thomas Jäger. „Es bleibt nass“, so Jäger.", "Thomas Jäger"),
        ("Laut Trainer Jan Kroll Erik Sand wegen einer Zerrung fehlen.", "Jan Kroll"),
        # things and times with an article or an adjective are nobody, whatever stands behind them
        ("Die Schneedecke steht im Wald. Vergangene Woche war es kalt. Sie sei weich.", None),
        ("Die wichtigen Impulse sagten, dass der Damm hält.", None),
        ("Der 28-jährige Sudanese sagte, es regne.", "28-jährige Sudanese"),
        # a speaker by a compound of "Experte", the one for whom something is so
        ("Petra Sand prüft Dämme. Es regne, sagte Sand. Die Dammexpertin rät, zu warten.", "Petra Sand"),
        ("Petra Sand prüft Dämme. Wichtig für Sand: „Der Damm muss halten, und zwar bald.“", "Petra Sand"),
        # a text that only holds what somebody says is not who says it
        (
            "Petra Sand sprach im Rat. „Es regnet“, sagte sie. Laut Redemanuskript bricht der Damm.",
            "Petra Sand",
        ),
        # no body says "I"
        ("„Ich habe drei Tage gewartet“, sagte Liska.", "Liska"),
        # titles of nobility stand within the name
        ("„Der Damm hält“, sagte Ida Freifrau von und zu Rabenau.", "Ida Freifrau von und zu Rabenau"),
        # what is said speaks for nobody
        ("Jan Kroll kam und bestritt die Annahme, dass der Damm breche.", "Jan Kroll"),
        ("Im Exil lebende Forscher wiesen die Vorwürfe zurück.", "Im Exil lebende Forscher"),
        # a whole quotation without a frame, just behind whoever spoke
        (
            "„Es regnet“, sagte Petra Sand. Auf den Feldern ist das wichtig: „Dort gibt es sonst kein Wasser für uns.“",
            "Petra Sand",
        ),
        # who is cited, and a release that is nobody's called Presse
        ("„Der Damm hält“, zitiert die Nordpost die Leiterin Petra Sand.", "Petra Sand"),
        ("Laut der am Montag veröffentlichten Pressemitteilung bricht der Damm.", "Pressemitteilung"),
        ("Nach vorläufigen Zahlen bricht der Damm.", "vorläufige Zahlen"),
        # what was just told, and another noun for a holder of an office
        ("Petra Sand sagte, es regne. Den Angaben zufolge bricht der Damm.", "Petra Sand"),
        ("Den Angaben zufolge bricht der Damm.", None),
        ("Bürgermeister Jan Kroll kam. Otto Lind kam. „Es regnet“, sagte der Rathauschef.", "Jan Kroll"),
        (
            "Bundespräsident Jan Kroll kam. Otto Lind kam. „Es regnet“, sagte das Staatsoberhaupt.",
            "Jan Kroll",
        ),
        (
            "Bürgermeister Jan Kroll kam. Otto Lind kam. „Es regnet“, sagte die Rathauschefin.",
            "Rathauschefin",
        ),
        # whoever is named in what is said is spoken of and does not say it
        ("Jan Kroll kam. Er sah Otto Lind. „Otto Lind lügt“, sagte er.", "Jan Kroll"),
        # a role that nobody bears is whose last words were: not a body, not who is brought in, not somebody met before
        (
            "„Es regnet“, sagte Petra Sand. Der Damm ist alt und der Deich neu. Es war kalt. Nun kam Schnee. „Es schneit“, sagte die Juristin.",
            "Petra Sand",
        ),
        (
            "„Es regnet“, sagte Jan Kroll. Der Damm ist alt und der Deich neu. Es war kalt. Nun kam Schnee. „Es schneit“, sagte der Kunde.",
            "Kunde",
        ),
        (
            "Eine Juristin kam. „Es regnet“, sagte Petra Sand. Es war kalt. Nun kam Schnee. Es taute. „Es schneit“, sagte die Juristin.",
            "Juristin",
        ),
        # whoever alone is named before a colon, or meant there by a role
        ("Für Jan Kroll stehen die Kunden an erster Stelle: „Der Preis kommt erst danach.“", "Jan Kroll"),
        (
            "Trainer Jan Kroll kam. Dass Otto Lind und Paul Ebert spielen, freut den Trainer: „Sie sind gut.“",
            "Jan Kroll",
        ),
        # words of saying that are somebody's, or nobody's
        ("Petra Sand kam. Ihr Fazit: „Der Damm hält nicht mehr lange.“", "Petra Sand"),
        ("„Es regnet“, sagte Petra Sand. Sands Antwort darauf: „Der Damm hält nicht mehr.“", "Petra Sand"),
        ("„Es regnet“, sagte Petra Sand. Die knappe Antwort: „Der Damm hält nicht mehr.“", "Petra Sand"),
        ("„Es regnet“, sagte Petra Sand. Und weiter: „Der Damm hält nicht mehr.“", "Petra Sand"),
        # a quotation of two sentences goes on with the subject of the sentence before it
        (
            "Petra Sand, Leiterin der Schule, drückte ihr Unverständnis aus. „Der Damm hält nicht. Er ist zu alt.“",
            "Petra Sand",
        ),
    ],
)
def test_who_is_meant_in_german(text: str, name: str | None) -> None:
    assert last_source(text, "de") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Daniel Osei came on Monday. “The dam holds,” Osei said.", "Daniel Osei"),
        ("Ruth Calder met Daniel Osei. “The dam holds,” she said.", "Ruth Calder"),
        ("Mr. Clay met Ms. Clay. Bill Clay is 45; Ruth Clay is 40. “The dam holds,” Ms. Clay said.", "Ruth Clay"),
        ("Judge Ruth Calder ruled on Monday. “The dam holds,” the judge said.", "Ruth Calder"),
        ("“The dam holds,” I said.", None),
        ("Ruth Calder met Daniel Osei. “The dam holds,” both said.", "Ruth Calder and Daniel Osei"),
        ("Ann Hill, 45, of Akron, said the dam holds.", "Ann Hill"),
        ("Mayor Eric Adams' spokesman, Jim Levy, said the dam holds.", "Jim Levy"),
        ("Robert Hill Jr. told reporters that the dam holds.", "Robert Hill Jr."),
        ("The Institute of River Safety (IRS) said the dam holds. The IRS said it rained.", "Institute of River Safety"),
        ("The Board of Dam Safety said the dam holds. BDS said it rained.", "Board of Dam Safety"),
        ("The River Guard said the dam holds. The agency said it rained.", "River Guard"),
        ("Harrow Hydra said the dam holds. The company said it rained.", "Harrow Hydra"),
        ("According to a report by the Washington Post, the dam holds.", "Washington Post"),
        ("The WHO said the dam is safe.", "WHO"),
        # an office cut short before a name is its noun; the one below it is another
        ("Ohio Gov. Otto Lind came. Ida Holm came. “It rains,” the Republican governor said.", "Otto Lind"),
        ("Gov. Otto Lind came. Lt. Gov. Ida Holm came. “It rains,” the governor said.", "Otto Lind"),
        ("Otto Lind came. “It rains,” Lind and his team wrote.", "Otto Lind and his team"),
        ("The lab in Reno, Nevada, said the dam holds.", "lab"),
        ("A crew out of Norvale's Harbour Centre said the dam holds.", "crew out of Norvale's Harbour Centre"),
        ("Detective Senior Sergeant Tim Lund said the dam holds.", "Tim Lund"),
        ("Zoriana A. Lund, a lawyer, said the dam holds.", "Zoriana A. Lund"),
        ("The Republican Party platform said the dam holds.", "Republican Party platform"),
        # what a relative pronoun stands for; a thing says nothing
        ("Ruth Calder came. He wrote to Daniel Osei, who said that the dam holds.", "Daniel Osei"),
        ("Norvale, which said that the dam holds, left.", "Norvale"),
        ("Ruth Calder said it rained. She bought a gate that says “the dam of all the people here”.", None),
        # the person a sentence is about is quoted in the next
        ("“It rains,” Ruth Calder said. Daniel Osei stood by the gate. “It will not rain for long here.”", "Daniel Osei"),
        # a body that has not spoken: the name that opens the sentence
        ("In Reno, Ohio, the council said the dam holds.", "council"),
        ("Norvale Cable will close its plant, the company said.", "Norvale Cable"),
        ("Ida Lund leads the plant. It will close, the company said.", "company"),
        ("The Valley Courier reported that it rained. The ministry said the dam holds.", "ministry"),
        # a name that opens longer ones is a body's; a pronoun is not who stands behind it in its sentence
        ("Lund manages Norvolt Energy. “It rains,” Norvolt said.", "Norvolt"),
        (
            "Tim Lund said it rained. Rain fell on Mark Sand's house. He was seen with Mark Sand. “It rains,” he said.",
            "Tim Lund",
        ),
    ],
)  # fmt: skip
def test_who_is_meant_in_english(text: str, name: str | None) -> None:
    assert last_source(text, "en") == name


def test_two_capitals_are_a_company_once_it_is_called_one() -> None:
    _, sources = read("Harrow Hydra said the dam holds. The company said it rained.", "en")
    assert [(one.name, one.type) for one in sources.values()] == [("Harrow Hydra", "organisation")]


def test_a_title_between_marks_behind_an_article_is_a_paper() -> None:
    _, sources = read("Laut der „Nordpfalz“ bricht der Damm. „Cello“ sagte, er breche.", "de")
    assert next((one.name, one.type) for one in sources.values()) == ("Nordpfalz", "outlet")


def test_where_the_words_allow_two_the_chance_falls() -> None:
    one, _ = read("Petra Sand kam. „Der Damm hält“, sagte sie.", "de")
    two, _ = read("Ida Lund und Petra Sand kamen. Petra Sand sah Ida Lund. „Der Damm hält“, sagte sie.", "de")
    (sure,) = [row.attribution for row in one.statements if row.attribution]
    (unsure,) = [row.attribution for row in two.statements if row.attribution]
    assert unsure.confidence < sure.confidence


def test_a_lawyer_is_not_the_one_whom_the_story_is_about() -> None:
    assert last_source("Petra Sand kam am Montag. „Der Damm hält“, sagte die Anwältin.", "de") == "Anwältin"


def test_a_source_carries_role_party_and_employer() -> None:
    _, sources = read("„Der Damm hält“, sagte der Sprecher der Stadt, Jan Kroll (SPD).", "de")
    (source,) = sources.values()
    assert (source.name, source.role, source.party, source.employer) == (
        "Jan Kroll", "Sprecher der Stadt", "SPD", "Stadt",
    )  # fmt: skip


@pytest.mark.parametrize(("said", "kind"), [("Ich warte", "person"), ("Wir warten", "organisation")])
def test_one_word_that_says_i_is_a_person(said: str, kind: str) -> None:
    assert [
        source.type for source in read(f"„{said} seit drei Tagen“, erklärte Liska.", "de")[1].values()
    ] == [kind]


QUESTIONS = "Ida Lund leitet die Werft.\n\nWann wird gebaut?\n\n{}Im Mai, wenn es nicht regnet.\n\nWas kostet es?\n\nViel Geld, aber der Damm hält dann.\n\nWer zahlt?\n\nDie Stadt und das Land zu gleichen Teilen."


def answers(label: str) -> list[tuple[str, str | None]]:
    document, sources = read(QUESTIONS.format(label), "de")
    told = [(one.text[:9], one.attribution) for one in document.statements if one.attribution]
    return [(text, sources[said.source].name if said.source else None) for text, said in told]


def test_a_label_before_an_answer_says_who_is_asked_and_needs_no_first_person() -> None:
    assert answers("Ida Lund: ") == [
        ("Im Mai, w", "Ida Lund"),
        ("Viel Geld", "Ida Lund"),
        ("Die Stadt", "Ida Lund"),
    ]


@pytest.mark.parametrize("label", ["", "Die Antwort: ", "Eva Falk: "])
def test_without_a_name_that_was_brought_in_questions_make_no_interview(label: str) -> None:
    assert answers(label) == []


def test_who_is_no_speaker_after_all_is_no_source() -> None:
    document, sources = read("Der Bau kommt voran, glitzert Kies.", "de")
    assert sources == {}
    assert not any(row.attribution for row in document.statements)
