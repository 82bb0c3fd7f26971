"""Which language a text is in: what the caller gives, what the file declares, what the words tell."""

import pytest

from provenance.ingest import parse
from provenance.ingest.language import detect, language_of
from provenance.languages import primary
from provenance.words import lists

GERMAN = "Der Zug hielt nicht, teilte die Bahn am Montag mit. "
ENGLISH = "The train did not stop, the railway said on Monday. "
FRENCH = "Le train ne s'est pas arrêté, a déclaré la compagnie dans un communiqué. "


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt sperrt die Brücke.",
        "Ein Insider sagte, der Vertrag sei unterschrieben.",
        "„Wir warten nicht länger“, sagte Holm.",
        "Im Hafen ruht die Arbeit.",
        "De Gasperi und de Gaulle trafen sich in Paris, die Presse berichtete.",
        "Kein Kommentar.",
        "Das Feuer brach nachts aus. Verletzt wurde niemand.",
    ],
)
def test_a_german_sentence_is_german(text: str) -> None:
    assert detect(text) == "de"


@pytest.mark.parametrize(
    "text",
    [
        "The city closes the bridge.",
        "A source said the contract had been signed.",
        "“We will not wait,” Holm said.",
        "Work stopped in the port.",
        "Fire broke out at night.",
        "Ferries stay in port, police said.",
        "Le Monde and Die Zeit had the story first.",
    ],
)
def test_an_english_sentence_is_english(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Le conseil municipal a voté la fermeture du pont.",
        "De gemeenteraad heeft besloten de brug te sluiten.",
        "El ayuntamiento decidió cerrar el puente tras el incendio.",
        "Rada miasta zdecydowała o zamknięciu mostu po pożarze.",
        "Il consiglio comunale ha deciso di chiudere il ponte.",
        "A câmara decidiu fechar a ponte depois do incêndio.",
        "Kommunfullmäktige beslutade att stänga bron efter branden.",
        "Byrådet besluttede at lukke broen efter branden.",
        "Городской совет решил закрыть мост после пожара.",
        "12 34 56",
        "",
    ],
)
def test_another_language_is_none(text: str) -> None:
    assert detect(text) == "und"


def test_the_caller_comes_before_the_file_and_the_file_before_the_words() -> None:
    assert language_of(GERMAN, given="en", declared="fr") == "en"
    assert language_of(GERMAN, declared="en-US") == "en"
    assert language_of(GERMAN, declared="fr") == "fr"
    assert language_of(GERMAN) == "de"


def test_clear_words_outweigh_what_the_file_declares() -> None:
    assert language_of(GERMAN * 12, declared="en-US") == "de"
    assert language_of(ENGLISH * 12, declared="fr") == "en"
    assert language_of(FRENCH * 12, declared="de") == "und"
    assert language_of(ENGLISH * 12 + GERMAN * 6, declared="de") == "de"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("de_AT", "de"),
        ("DE-de", "de"),
        ("ger", "de"),
        ("english", "en"),
        ("nb-NO", "nb"),
        ("mul", "de"),
        ("lang", "de"),
    ],
)
def test_a_declaration_is_read_in_the_forms_that_files_have(declared: str, code: str) -> None:
    assert language_of(GERMAN, declared=declared) == code


DUTCH = "De minister zei dat was besproken in het kabinet, en dat is in alle landen zo. "
PAPIAMENTO = "Minister ta bisa cu e proyecto a wordo presenta na scol pa mucha y hende grandi den e barrio ayera atardi. "


def test_what_declares_another_language_is_not_audited_for_a_few_shared_words() -> None:
    few = "is was and of that. " * 40
    assert language_of(few + PAPIAMENTO * 20, declared="pap") == "pap"
    assert language_of(DUTCH * 20, declared="nl") == "nl"


def test_a_running_text_without_words_of_the_declared_language_is_in_none_that_is_known() -> None:
    assert language_of(PAPIAMENTO * 20, declared="en") == "und"


def test_a_quotation_does_not_vote() -> None:
    post = "<blockquote><p>" + ENGLISH * 12 + "</p></blockquote>"
    page = f"<!doctype html><html lang='de'><body><article><h1>Der Zug hielt nicht</h1><p>{GERMAN * 5}</p>{post}<p>{GERMAN * 5}</p></article></body></html>"
    (document,) = parse(page.encode(), "p.html")
    assert document.language == "de"


@pytest.mark.parametrize(
    "said", ["x" * 300, "../../../etc", "/etc", "..", "de/../../etc", "\N{SNOWMAN}" * 90]
)
def test_what_a_page_says_of_its_language_names_no_path(said: str) -> None:
    page = f'<html lang="{said}"><body><p>Der Damm hält, sagte Sand. Das ist gut und nicht schlecht.</p></body></html>'
    (document,) = parse(page.encode(), "a.html")
    assert "Damm" in document.text
    assert lists(primary(said), "time") == {}


#: A paragraph of forty words in languages that no folder declares.
OTHERS = {
    "nl": "De oude dijk bij Harrow heeft vannacht het water van de sneeuwsmelt tegengehouden, zo meldt het havenkantoor. Niemand hoefde zijn huis te verlassen en geen enkele boot raakte los. De burgemeester zei dat de sluizen op tijd werden geopend en dat er nog steeds water wordt verwacht.",
    "da": "Den gamle dæmning ved Harrow holdt i nat stand mod vandet fra snesmeltningen, oplyser havnekontoret. Ingen måtte forlade deres hjem, og ingen af bådene rev sig løs. Borgmesteren sagde, at sluserne blev åbnet i tide, og at der stadig ventes mere vand i løbet af ugen.",
    "fr": "Le vieux barrage de Harrow a résisté cette nuit à l'eau de la fonte des neiges, a annoncé le bureau du port. Personne n'a dû quitter sa maison et aucun bateau ne s'est détaché. Le maire a déclaré que les écluses avaient été ouvertes à temps et que l'eau allait encore monter.",
    "es": "La vieja presa de Harrow resistió anoche el agua del deshielo, informó la oficina del puerto. Nadie tuvo que abandonar su casa y ninguno de los barcos se soltó. El alcalde dijo que las esclusas se abrieron a tiempo y que todavía se espera más agua durante la semana.",
    "pl": "Stara tama pod Harrow wytrzymała w nocy napór wody z topniejącego śniegu, poinformował urząd portowy. Nikt nie musiał opuszczać domu i żadna z łodzi się nie zerwała. Burmistrz powiedział, że śluzy otwarto na czas i że w tym tygodniu wody może być jeszcze więcej.",
    "tr": "Harrow'daki eski baraj gece boyunca karların erimesiyle gelen suya dayandı, liman idaresi açıkladı. Kimse evini terk etmek zorunda kalmadı ve hiçbir tekne kopmadı. Belediye başkanı kapakların zamanında açıldığını söyledi.",
    "gsw": "De alt Damm bi Harrow het i dr Nacht em Wasser vo dr Schneeschmelzi standghalte, het s Hafenamt mitteilt. Niemer het müesse s Huus verlah, und keis Boot isch losgrisse worde. Dr Gmeindspräsident het gseit, d Schleuse sige rechtzitig uftah worde.",
}  # fmt: skip


@pytest.mark.parametrize("declared", ["de", "en", None])
@pytest.mark.parametrize("code", OTHERS)
def test_a_paragraph_with_hardly_a_word_of_the_language_that_its_frame_declares_is_in_none(
    code: str, declared: str | None
) -> None:
    assert language_of(OTHERS[code], declared=declared) == "und"
    assert language_of(OTHERS[code], declared=code) == code


def test_luxembourgish_is_no_german() -> None:
    text = "Den alen Damm bei Harrow huet an der Nuecht dem Waasser vun der Schnéischmëlz standgehalen, sot den Hafenamt. Keen huet misse säin Haus verloossen, an och kee Boot ass lassgerappt ginn. De Buergermeeschter sot, d'Schleise wieren zäitlech opgemaach ginn."
    assert language_of(text) == "und"
