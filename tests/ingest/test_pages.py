"""Pages: who wrote the story, where and when, who made its pictures, and what is not the story."""

import pytest

from provenance.ingest.html import article_body, parse_html
from provenance.model import Document

STORY = """
<p>Im Hafen von Nordby stehen seit Donnerstag alle Kräne still, und niemand weiß, wie lange noch.</p>
<p>Die Reederei teilte am Abend mit, sie werde kein neues Angebot vorlegen, ehe nicht gearbeitet werde.</p>
<p>Marit Solheim sagte, die Leute würden so lange draußen bleiben wie nötig, notfalls bis zum Winter.</p>
"""


def page(inside: str = "", *, above: str = "", below: str = "", head: str = "", lang: str = "de") -> Document:
    """A page with a headline and the story, and what a test puts around it."""
    markup = f"""<html lang="{lang}"><head><title>Kräne stehen still</title>{head}</head><body>
    <nav><a href="/">Start</a></nav>{above}<article><h1>Kräne stehen still</h1>{inside}{STORY}{below}</article>
    <footer>© 2026 Nordblatt</footer></body></html>"""
    return parse_html(markup.encode(), "page.html")


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("<p class='byline'>Von Lena Brandt</p>", ["Lena Brandt"]),
        ("<p class='author'>Von Lena Brandt und Ole Falk</p>", ["Lena Brandt", "Ole Falk"]),
        (
            "<div class='byline'>By <a rel='author' href='/b'>LENA BRANDT</a>, NORDBLATT</div>",
            ["Lena Brandt"],
        ),
        ("<p class='byline'>By Lena Brandt Monday, September 7, 2026</p>", ["Lena Brandt"]),
        ("<p>Analysis by Lena Brandt, CNN Editor-at-large</p>", ["Lena Brandt"]),
        ("<div class='byline'>Redaktion</div>", []),
        ("<div class='byline'>by Nordic Space Agency</div>", []),
        ("<div class='author'>Share</div>", []),
        # a label, the metadata, a link, a class name and a given name add up; one sign is none
        ("<p>Das Interview führte Lena Brandt.</p>", ["Lena Brandt"]),
        ("<div class='byline'>Compartir</div>", []),
        ("<div class='byline'>Text Size</div>", []),
        ("<ul class='byline'><li>Eva Klein</li><li>Otto Mittel</li><li>Max Groß</li></ul>", []),
        ("<div class='byline'>NB Correspondent</div>", []),
        ("<div class='byline'>Lena Brandt Senior Reporter</div>", ["Lena Brandt"]),
        ("<div class='byline'><a class='author' href='/l'>Yiswar Palan</a></div>", ["Yiswar Palan"]),
        ("<div>3.9.2026, 14:05 Uhr | von Łukasz Żółty</div>", ["Łukasz Żółty"]),
        ("<div>Von Lena Brandt, Fotos: Ole Falk</div>", ["Lena Brandt"]),
        # behind a day, a time or a section; labels of blogs and of talks
        ("<div>25.10.2026 - Lena Brandt</div>", ["Lena Brandt"]),
        ("<div>Lena Brandt 25.10.2026, 14.05 Uhr</div>", ["Lena Brandt"]),
        ("<div class='byline'>3. September 2026, 14:05 Uhr, Lena Brandt</div>", ["Lena Brandt"]),
        ("<div class='byline'>Start | Von Lena Brandt | 3. September 2026</div>", ["Lena Brandt"]),
        (
            "<div class='byline'>Veröffentlicht am 3. September 2026 von Lena Brandt — Antworten</div>",
            ["Lena Brandt"],
        ),
        ("<div class='byline'>Veröffentlicht am 3. September 2026 von Redaktion</div>", []),
        ("<div class='byline'>Eingestellt von Lena Brandt um 10:52</div>", ["Lena Brandt"]),
        ("<div>Ein Interview von Lena Brandt mit Ole Falk.</div>", ["Lena Brandt"]),
        ("<div>Mit Ole Falk sprach Lena Brandt.</div>", ["Lena Brandt"]),
        ("<div>Von unserer Korrespondentin Lena Brandt</div>", ["Lena Brandt"]),
        ("<div>25.10.2026 - Hafen Nordby</div>", []),
        ("<div>Beitrag vom 25.10.2026 von Lena Brandt für Radio Nordby</div>", []),
        (
            "<div class='meta'>3.9.2026 von <a class='author'>Lena Brandt</a> Hafen Nordby</div>",
            ["Lena Brandt"],
        ),
        # several, each in an element of its own or in a line; the day ends them
        (
            "<div class='byline'><a href='/l'>Lena Brandt</a>, <a href='/o'>Ole Falk</a> und <a href='/j'>Jonas Lund</a></div>",
            ["Lena Brandt", "Ole Falk", "Jonas Lund"],
        ),
        (
            "<p class='byline'>By Lena Brandt , Ole Falk on Monday, September 7, 2026 at 11:04</p>",
            ["Lena Brandt", "Ole Falk"],
        ),
        (
            "<p class='byline'>By Lena Brandt , Ole Falk 2026-09-07T11:04:00Z Ships</p>",
            ["Lena Brandt", "Ole Falk"],
        ),
        (
            "<p class='byline'>By Lena Brandt And Ole Falk For The Nordby Post</p>",
            ["Lena Brandt", "Ole Falk"],
        ),
        ("<p class='byline'>LENA BRANDT Associated Press</p>", ["Lena Brandt"]),
        ("<div>Par Lena Brandt avec AFP</div>", ["Lena Brandt"]),
        # organisations, outlets with an article, buttons and consent are nobody
        ("<div class='byline'>Freiwillige Feuerwehr Nordby, Abteilung Wasserrettung</div>", []),
        ("<div class='byline'>Die Nordby Zeitung</div>", []),
        ("<div class='byline'>Alle Artikel von Lena Brandt</div>", []),
        ("<div class='byline'>By clicking Send you agree to our terms of service</div>", []),
        (f"<p><strong>Von Lena Brandt</strong> Nordby. {'Der Zug hielt nicht. ' * 12}</p>", ["Lena Brandt"]),
    ],
)
def test_bylines_are_persons_and_neither_desks_nor_buttons(line: str, persons: list[str]) -> None:
    assert page(line).bylines == persons


def test_a_site_may_bear_the_name_of_who_writes_it() -> None:
    site = "<meta property='og:site_name' content='Lena Brandt'>"
    assert page(head=site + "<meta name='author' content='Lena Brandt'>").bylines == ["Lena Brandt"]
    assert page("<p class='byline'>Von Lena Brandt</p>", head=site).bylines == ["Lena Brandt"]
    assert page("<p class='byline'>Von Lena Brandt</p>", head=site.replace("Lena", "Die Lena")).bylines == []


def test_an_agency_whose_name_begins_the_outlets_is_none() -> None:
    site = "<meta property='og:site_name' content='La Presse de Nordby'>"
    assert page("<div class='source'>La Presse</div>", head=site).wire_credits == []
    assert page("<div class='source'>LaPresse</div>").wire_credits == ["LaPresse"]


def test_who_made_the_pictures_is_told_in_the_line_of_writers() -> None:
    document = page("<p>Text: Lena Brandt Illustration: Ole Falk</p>")
    assert document.bylines == ["Lena Brandt"]
    assert [credit.holders for credit in document.photo_credits] == [["Ole Falk"]]
    assert page("<p>Autor: Lena Brandt Quelle: Nordblatt</p>").photo_credits == []


def test_the_box_about_another_storys_writer_is_no_byline() -> None:
    document = page(below="<div class='related'><div class='byline'>Ole Falk</div></div>")
    assert document.bylines == []


def test_the_visible_writer_wins_over_the_metadata() -> None:
    document = page("<p class='byline'>Von Lena Brandt</p>", head="<meta name='author' content='Ole Falk'>")
    assert document.bylines == ["Lena Brandt"]


@pytest.mark.parametrize(
    "below",
    [
        "<p>Sie warten bis zum Winter. (Lena Brandt) +++</p>",
        "<p>Die Fragen stellte Lena Brandt.</p><h2>Zur Sache</h2><p>Nordby liegt am Sund, seit je.</p>",
    ],
)
def test_a_story_may_be_signed_within_its_last_paragraphs(below: str) -> None:
    assert page(below=below).bylines == ["Lena Brandt"]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("<div class='source'>SID</div>", ["SID"]),
        ("<div>von dpa und unserer Redaktion</div>", ["dpa"]),
        ("<div class='byline'>Lena Brandt - Associated Press - Friday, April 28, 2026</div>", ["AP"]),
        ("<div class='source'>Nordbote / AFP</div>", ["AFP"]),
        ("<div>Der Chef von Reuters</div>", []),
        ("<div class='byline'>AA</div>", []),
        ("<p>Quelle: dpa-AFX</p>", ["dpa-AFX"]),
        (
            "<div class='byline'>The Associated Press <span class='date'>Monday, September 7, 2026</span></div>",
            ["AP"],
        ),
        ("<p class='byline'>By Lena Brandt, AP Auto Writer</p>", ["AP"]),
        ("<p class='byline'>LENA BRANDT Associated Press</p>", ["AP"]),
        ("<div>Par Lena Brandt avec AFP</div>", ["AFP"]),
    ],
)
def test_a_line_above_the_story_names_its_agency(line: str, agencies: list[str]) -> None:
    assert page(line).wire_credits == agencies


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("<p>(dpa/AFP)</p>", ["dpa", "AFP"]),
        ("<p>(Mit Material von Reuters)</p>", ["Reuters"]),
        ("<p>With files from The Canadian Press</p>", ["CP"]),
        ("<p>Additional reporting by Yonhap and Lena Brandt</p>", ["Yonhap"]),
        ("<p>The Associated Press contributed to this report.</p>", ["AP"]),
        ("<p>Con información de Agencia Reforma</p>", ["Agencia Reforma"]),
        ("<p>Quelle: nordblatt.de, dpa/AFP</p>", ["dpa", "AFP"]),
        ("<p>Mit Agenturmaterial</p>", []),
        ("<div class='copyright'>© dpa/Nordblatt.de</div>", ["dpa"]),
        ("<p>© 2026 Nordblatt</p>", []),
        ("<p>Copyright 2026 The Associated Press. All rights reserved. It may not be published.</p>", ["AP"]),
        ("<p>Information from Reuters was used in this report.</p>", ["Reuters"]),
        ("<p>Dieser Text entstand mit Material der Nachrichtenagentur AFP.</p>", ["AFP"]),
        ("<p>Diese Meldung wurde von der Deutschen Presse-Agentur verbreitet.</p>", ["dpa"]),
        ("<p>© dpa-AFX | Abb.: Nordwerft | 07.11.2026 08:03</p>", ["dpa-AFX"]),
        ("<p>Źródło: PAP</p>", ["PAP"]),
        ("<figure><img src='k.jpg'><figcaption>Ole Falk am Kai. (AP)</figcaption></figure>", []),
    ],
)
def test_a_line_below_the_story_names_its_agency(line: str, agencies: list[str]) -> None:
    assert page(below=line).wire_credits == agencies


@pytest.mark.parametrize(
    ("figure", "caption", "credit", "holders"),
    [
        (
            "<figure><img src='k.jpg'><figcaption>Leere Kräne. Foto: Eva Lund/dpa</figcaption></figure>",
            "Leere Kräne.",
            "Foto: Eva Lund/dpa",
            ["Eva Lund", "dpa"],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>Leere Kräne. (Küstenfoto/Eva Lund)</figcaption></figure>",
            "Leere Kräne.",
            "Küstenfoto/Eva Lund",
            ["Küstenfoto", "Eva Lund"],
        ),
        (
            "<div class='image'><img src='k.jpg'><p class='caption'>Leere Kräne</p><span>©</span>"
            "<div>Eva Lund</div></div>",
            "Leere Kräne",
            "© Eva Lund",
            ["Eva Lund"],
        ),
        (
            "<div class='image'><img src='k.jpg'></div><p class='caption'>Leere Kräne am Kai.</p>"
            "<p class='credit'>NHV / Lund</p>",
            "Leere Kräne am Kai.",
            "NHV / Lund",
            ["NHV", "Lund"],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>Maren Thorsen Submitted photo</figcaption></figure>",
            "Maren Thorsen",
            "Submitted photo",
            [],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>This satellite image from Nordsat shows the port.</figcaption></figure>",
            "This satellite image from Nordsat shows the port.",
            None,
            [],
        ),
    ],
)
def test_captions_and_photo_credits_are_told_apart(
    figure: str, caption: str, credit: str | None, holders: list[str]
) -> None:
    document = page(figure)
    assert [found.text for found in document.captions] == [caption]
    assert [found.text.replace("\n", " ") for found in document.photo_credits] == ([credit] if credit else [])
    assert [name for found in document.photo_credits for name in found.holders] == holders


def test_a_picture_above_the_article_is_the_articles() -> None:
    above = "<div class='hero image'><img src='k.jpg'><p class='caption'>Leere Kräne</p><span class='credit'>Bild: AFP</span></div>"
    document = page(above=above)
    assert [found.text for found in document.captions] == ["Leere Kräne"]
    assert [found.text for found in document.photo_credits] == ["Bild: AFP"]


def test_teasers_and_promotions_bring_no_credits() -> None:
    below = (
        "<figure><img src='a.jpg'><figcaption>Want more ports? Subscribe now! (Image credit: Portside)</figcaption></figure>"
        "<div><h3><a href='/x'>Schiff gekapert</a></h3><figure><img src='b.jpg'><figcaption>Archiv/Nordblatt</figcaption></figure></div>"
    )
    document = page(below=below)
    assert document.photo_credits == []


@pytest.mark.parametrize(
    ("line", "published"),
    [
        (
            "<time datetime='2026-09-03T18:20:00+02:00'>3. September 2026, 18:20 Uhr</time>",
            "2026-09-03T18:20:00+02:00",
        ),
        ("<p class='date'>3. September 2026 in Nordby</p>", "2026-09-03"),
        ("<p class='date'>03/09/2026</p>", "2026-09-03"),
        ("<p class='date'>22 de abril del 2026</p>", "2026-04-22"),
    ],
)
def test_the_printed_day_is_the_day_of_publication(line: str, published: str) -> None:
    assert page(line).published == published


def test_the_month_comes_first_in_english() -> None:
    assert page("<p class='date'>03/09/2026</p>", lang="en").published == "2026-03-09"


def test_a_place_beside_the_date_is_the_dateline() -> None:
    assert page("<p class='date'>3. September 2026 in Nordby</p>").datelines == ["Nordby"]


def test_the_body_is_the_story_alone() -> None:
    document = page(
        "<p class='byline'>Von Lena Brandt</p><p class='date'>3. September 2026</p>",
        below="<div class='comments'><p>Ich finde, das ist alles ganz schlimm, und früher war es besser.</p></div>",
    )
    body = article_body(document)
    assert body.startswith("Im Hafen von Nordby")
    assert body.endswith("notfalls bis zum Winter.")
    assert len(body.split("\n\n")) == 3


def test_what_the_metadata_say_otherwise_is_kept_for_a_rule() -> None:
    head = (
        "<meta name='author' content='Ole Falk'><script type='application/ld+json'>"
        '{"@type": "NewsArticle", "headline": "Kräne stehen still", "datePublished": "2026-09-09",'
        ' "image": {"@type": "ImageObject", "creditText": "Getty Images"}}</script>'
    )
    inside = (
        "<p class='byline'>Von Lena Brandt</p><p class='date'>3. September 2026</p>"
        "<figure><img src='k.jpg'><figcaption>Leere Kräne. Foto: Eva Lund/dpa</figcaption></figure>"
    )
    found = {entry.field: (entry.shown, entry.declared) for entry in page(inside, head=head).disagreements}
    assert found == {
        "byline": ("Lena Brandt", "Ole Falk"),
        "published": ("2026-09-03", "2026-09-09"),
        "credit": ("Eva Lund, dpa", "Getty Images"),
    }


@pytest.mark.parametrize(
    "declared",
    ["2026-03-09", "2026-09-04T08:00:00+02:00", '2026-06-01", "dateModified": "2026-09-03'],
    ids=["day and month changed about", "within a day", "the day of the change"],
)
def test_a_day_that_the_metadata_give_in_some_way_is_no_disagreement(declared: str) -> None:
    head = (
        "<script type='application/ld+json'>"
        f'{{"@type": "NewsArticle", "headline": "Kräne stehen still", "datePublished": "{declared}"}}</script>'
    )
    assert page("<p class='date'>3. September 2026</p>", head=head).disagreements == []


@pytest.mark.parametrize(
    ("inside", "places"),
    [
        # leads, captions, dates and desks before the dateline do not end the search
        (
            "<p class='lead'>Niemand weiß, wie lange noch.</p><p>Nordby. In Nordby ruht seit heute die Arbeit.</p>",
            ["Nordby"],
        ),
        ("<div>29.11.2026</div><div>Nordby.</div><p>In Nordby ruht seit heute die Arbeit.</p>", ["Nordby"]),
        ("<div class='dateline'>NORDBY, Wash. —</div>", ["NORDBY, Wash."]),
        ("<p class='byline'>Von Eva Lund, Nordby <span class='date'>5.8.2026</span></p>", ["Nordby"]),
        ("<div>AFP, LONDON</div>", ["LONDON"]),
        # a heading of a list, a topic that is a link, and what has an article in the text are none
        ("<div>Auskunft:</div><p>In Auskunft und Hafen warten alle.</p>", []),
        ("<p>Von Lena Brandt, <a href='/t'>Nordby</a></p><p>In Nordby ruht heute die Arbeit.</p>", []),
        ("<div class='date'>Gas</div><p>In Gas und Öl steckt Geld, doch das Gas ist teuer.</p>", []),
        # a section, another label in capitals, and talks are none
        ("<a href='/nordby'>Nordby</a><p>In Nordby ruht seit heute die Arbeit.</p>", []),
        ("<h2>NEUE GEWALT: Nordby wirft den Reedern vor, sie hätten zugesehen.</h2>", []),
        (
            "<p>NORDBLATT: Herr Lund, was tun die Leute jetzt im Hafen?</p><p>LUND: Sie warten ab.</p>",
            [],
        ),
        (
            "<p>Berlin: Der Senat will sparen.</p><p>Hamburg: Der Senat will bauen.</p>",
            [],
        ),
    ],
)
def test_a_page_is_filed_from_the_place_that_stands_before_its_story(inside: str, places: list[str]) -> None:
    assert page(inside).datelines == places


def test_the_own_house_in_a_dateline_is_told_by_configuration() -> None:
    from provenance.ingest.agencies import set_houses
    from provenance.ingest.datelines import read_dateline

    line = "Nordby (Nordblatt) – Alle Kräne stehen still."
    assert read_dateline(line) is None
    set_houses(["Nordblatt"])
    try:
        dateline = read_dateline(line)
        assert dateline is not None
        assert (dateline.places, dateline.agencies) == (["Nordby"], [])
    finally:
        set_houses([])


def test_an_outlet_that_gives_its_address_for_its_name_is_called_by_its_host() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="https://www.example.org/"></head><body><article>'
        "<h1>Fähren</h1><p>Die Reederei hat am Montag zwei neue Fähren bestellt.</p></article></body></html>"
    )
    document = parse_html(page.encode(), "story.html")
    assert document.outlet == "example.org"


def test_a_page_without_a_story_still_gives_what_stands_around_one() -> None:
    head = '<title>Kräne stehen still</title><meta name="author" content="Lena Brandt"><meta name="date" content="2026-09-03">'
    document = parse_html(f"<html><head>{head}</head><body><div></div></body></html>".encode(), "page.html")
    assert (document.title, document.bylines, document.published) == (
        "Kräne stehen still",
        ["Lena Brandt"],
        "2026-09-03",
    )
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Kräne stehen still",
        "Lena Brandt",
    ]
