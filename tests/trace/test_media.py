"""Media that a sentence rests on: the stretch that says so, and what only looks like it."""

import random
import time

import pytest

from provenance.languages.media import media_of
from provenance.trace.media import attributions
from provenance.trace.mentions import _Names


def stretches(text: str, language: str = "de") -> list[str]:
    return [text[mention.start : mention.end] for mention in attributions(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Der Pegel sinkt, sagte Thorsen auf Anfrage der APA.", "sagte Thorsen auf Anfrage der APA"),
        ("Der Pegel sinkt, wie Thorsen auf APA-Anfrage betonte.", "auf APA-Anfrage betonte"),
        ("Gegenüber dem Falter wollte Thorsen nichts mehr ausschließen.", "Gegenüber dem Falter"),
        ("Thorsen sagte der Nachrichtenagentur AFP, der Pegel sinke.", "sagte der Nachrichtenagentur AFP"),
        ("Laut Tagesspiegel sinkt der Pegel.", "Laut Tagesspiegel"),
        ("Der Pegel sinkt laut Berichten seit Montag.", "laut Berichten"),
        ("Medienberichten zufolge sinkt der Pegel.", "Medienberichten zufolge"),
        ("Der Pegel sinkt, berichtete die BBC.", "berichtete die BBC"),
        (
            "Der Pegel sinkt, berichtete die BBC unter Berufung auf die Behörde.",
            "berichtete die BBC unter Berufung auf die Behörde",
        ),
        ("Im Times-Bericht hieß es, der Pegel sinke.", "Im Times-Bericht hieß es"),
        ("Zeitungsberichte: Pegel sinkt", "Zeitungsberichte"),
    ],
)
def test_the_stretch_holds_the_cue_and_the_medium(text: str, stretch: str) -> None:
    assert stretches(text) == [stretch]


def test_two_media_of_one_cue_share_its_stretch() -> None:
    text = "Der Guardian und die BBC berichteten von sinkenden Pegeln."
    assert stretches(text) == ["Der Guardian und die BBC berichteten"] * 2


def test_a_name_that_the_text_introduces_is_known_from_there_on() -> None:
    text = "Die Zeitung Flussbote berichtete zuerst. Laut Flussbote sinkt der Pegel."
    assert stretches(text)[-1] == "Laut Flussbote"


@pytest.mark.parametrize(
    "text",
    [
        "In Österreich so nicht vorgesehen, sagte Thorsen.",
        "Das Bild dokumentiere den Pegel, sagte Thorsen.",
        "In der Welt der Kunst kennt er sich aus.",
        "Der Pegel sinkt weiter. (APA, 1.3.2026)",
        "STANDARD: Sinkt der Pegel?",
        "Mit wachsender Depression sagte er nichts.",
        "Die europäische Grenzschutzagentur Frontex erklärte sich bereit.",
    ],
)
def test_everyday_words_credits_and_questioners_are_no_media(text: str) -> None:
    assert stretches(text) == []


def test_a_citation_behind_a_long_word_is_read_at_once() -> None:
    # A run of letters could be cut into up to five words in every way: 80 letters took 9 s, 250 never ended.
    text = f"Der Pegel sinkt, berichtete die BBC unter Berufung auf {'a' * 100} b c d e f g h das Amt."
    began = time.process_time()
    assert stretches(text) == ["berichtete die BBC"]
    assert time.process_time() - began < 2


def test_a_masthead_of_several_words_is_known_by_its_first() -> None:
    text = "Die Zeitung Dagens Nytt und die Zeitung Dagens erschienen. Laut Dagens Nytt sinkt der Pegel."
    assert stretches(text)[-1] == "Laut Dagens Nytt"


@pytest.mark.parametrize("code", ["de", "en"])
def test_nouns_for_media_are_found_as_their_pattern_finds_them(code: str) -> None:
    media, rng = media_of(code), random.Random(code)
    pieces = "Zeitung zeitung - -- Sender Danas „Bild“ a TV- Radio . & Zeitungs s İ _ newspaper".split()
    pieces += [" ", "news agency", "newspaper ", "The Ferry "]
    for _ in range(3_000):
        text = "".join(rng.choice(pieces) for _ in range(rng.randrange(1, 14)))
        start, end = sorted(rng.choices(range(len(text) + 1), k=2))
        expected = [match.span() for match in media.nouns.finditer(text, start, end)]
        assert [match.span() for match in media.find_nouns(text, start, end)] == expected, (text, start, end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Blick am Tag schrieb es, der Blick nicht.", ["Blick am Tag", "Blick"]),
        ("Blickt der Blick-Leser, oder Blick_er?", []),
        ("Ein-Blick, Ausblick, Blick", ["Blick"]),
        ("»Tag« und «Tag»: Tag", ["»Tag«", "Tag", "Tag"]),
        ("Blick am Tag am Abend, Blick am Tagesende", ["Blick am Tag", "Blick"]),
    ],
)
def test_names_are_found_as_whole_words_the_longest_at_each_place(text: str, found: list[str]) -> None:
    names = _Names({name: name for name in ("Blick", "Blick am Tag", "Tag", "»Tag«", "Tag am Abend")})
    assert [text[start:end] for start, end in names.find(text, 0, len(text))] == found
