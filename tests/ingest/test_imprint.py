"""Day and outlet of a page: from what it declares, else from its own words and its address."""

import pytest

from provenance.ingest import parse
from provenance.model import Document

STORY = (
    "<p>Im Hafen von Nordby stehen die Kräne still, und niemand weiß, wie lange das so bleiben wird.</p>" * 4
)


def page(head: str = "", before: str = "", behind: str = "", language: str = "de") -> Document:
    text = (
        f"<!doctype html><html lang='{language}'><head>{head}</head><body><div>{before}</div><article><h1>Der Hafen von Nordby steht still</h1>"
        f"{STORY}</article><div>{behind}</div></body></html>"
    )
    (document,) = parse(text.encode(), "p.html")
    return document


@pytest.mark.parametrize(
    ("head", "before", "behind", "day"),
    [
        ("", "<p>Samstag, 5. September 2026</p>", "", "2026-09-05"),
        ("", "", "<p>Letzte Änderung: 7.9.2026, erschienen am: 5.9.2026</p>", "2026-09-05"),
        ("", "", "<p>Gespeichert von Ina am 5. September 2026 - 18:55</p>", "2026-09-05"),
        ("<link rel='canonical' href='https://tagblatt.example/2026/09/05/hafen'>", "", "", "2026-09-05"),
        ("<meta name='date' content='2026-09-04T22:00:00Z'>", "", "", "2026-09-05"),
        ("<meta name='date' content='2026-09-04T21:30:00Z'>", "", "", "2026-09-04T21:30:00Z"),
        ("", "<p>Im Jahr 2026 war das so.</p>", "", None),
        # forms that pages print
        ("", "<p class='date'>8th September 2026</p>", "", "2026-09-08"),
        ("", "<p class='date'>the 8th of September, 2026</p>", "", "2026-09-08"),
        ("", "<p class='date'>2026/09/05</p>", "", "2026-09-05"),
        ("", "<p class='date'>2026.09.05</p>", "", "2026-09-05"),
        ("", "<p class='date'>05-09-2026 18:30</p>", "", "2026-09-05"),
        ("", "<p class='date'>5-Sep-2026</p>", "", "2026-09-05"),
        ("", "<p class='date'>05.September 2026</p>", "", "2026-09-05"),
        ("", "<p class='date'>5.SEP.2026</p>", "", "2026-09-05"),
        ("", "<p class='date'>1er septembre 2026</p>", "", "2026-09-01"),
        ("", "<p class='date'>2026年9月5日</p>", "", "2026-09-05"),
        # one line with both days
        ("", "<p class='date'>Aktualisiert am 6. September 2026, veröffentlicht am 5. September 2026</p>", "", "2026-09-05"),
        ("", "<p class='date'>5. September 2026, 18:30 Uhr (aktualisiert: 6. September 2026, 9 Uhr)</p>", "", "2026-09-05"),
        # the day of a moment in UTC is the one that the address has
        ("<meta name='date' content='2026-09-06T04:30:00Z'><link rel='canonical' href='https://tagblatt.example/2026/09/05/hafen'>", "", "", "2026-09-05"),
        ("<meta name='date' content='2026-09-06T04:30:00Z'><link rel='canonical' href='https://tagblatt.example/2026/08/05/hafen'>", "", "", "2026-09-06T04:30:00Z"),
        ("<link rel='canonical' href='https://tagblatt.example/meldungen/05-09-2026'>", "", "", "2026-09-05"),
        ("<link rel='canonical' href='https://tagblatt.example/2026/sep/05/hafen'>", "", "", "2026-09-05"),
        ("<link rel='canonical' href='https://tagblatt.example/hafen-20260905.html'>", "", "", "2026-09-05"),
        ("<link rel='canonical' href='https://tagblatt.example/hafen-31129999.html'>", "", "", None),
        # any type of linked data that is published
        ("<script type='application/ld+json'>{\"@type\": \"Recipe\", \"name\": \"Fischsuppe\", \"datePublished\": \"2026-09-05T22:06:08:684Z\"}</script>", "", "", "2026-09-05T22:06:08"),
        ("<script type='application/ld+json'>{\"@type\": \"Comment\", \"datePublished\": \"2026-09-05\"}</script>", "", "", None),
    ],
)  # fmt: skip
def test_a_day_is_found_where_one_is_printed(head: str, before: str, behind: str, day: str | None) -> None:
    assert page(head, before, behind).published == day


@pytest.mark.parametrize(
    ("language", "address", "day"),
    [
        ("en", "https://tagblatt.example/1", "2026-09-05"),
        ("en", "https://www.tagblatt.co.uk/1", "2026-05-09"),
        ("en-US", "https://www.tagblatt.co.uk/1", "2026-09-05"),
        ("en-GB", "https://tagblatt.example/1", "2026-05-09"),
        ("en", "https://tagblatt.co/1", "2026-09-05"),
    ],
)
def test_the_country_of_an_address_says_which_of_two_figures_is_the_day(
    language: str, address: str, day: str
) -> None:
    head = f"<link rel='canonical' href='{address}'>"
    assert page(head, "<p>09/05/2026</p>", language=language).published == day


@pytest.mark.parametrize(
    ("declared", "line", "day"),
    [
        # the day that is printed as the one of publication, in a line with that of a change
        ("2026-09-06T04:30:00Z", "PUBLISHED: September 5, 2026 at 11:30 p.m. | UPDATED: September 6, 2026 at 12:21 a.m.", "2026-09-05"),
        # nothing is changed before it is published, and little long before
        ("2026-09-06T11:52:00", "Stand: 05.09.2026 18:00 Uhr", "2026-09-05"),
        ("2026-09-05T11:52:00", "Stand: 06.09.2026 18:00 Uhr", "2026-09-05T11:52:00"),
        ("2026-09-05T11:52:00", "Stand: 06.09.2019 18:00 Uhr", "2026-09-05T11:52:00"),
        ("2026-09-05T11:52:00", "6. September 2026, aktualisiert", "2026-09-05T11:52:00"),
    ],
)  # fmt: skip
def test_a_printed_day_stands_against_a_declared_one(declared: str, line: str, day: str) -> None:
    text = (
        f"<html lang='de'><head><meta name='date' content='{declared}'></head><body><article><h1>Der Hafen von Nordby steht still</h1>"
        f"<p>{line}</p>{STORY}</article></body></html>"
    )
    (document,) = parse(text.encode(), "p.html")
    assert document.published == day


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta property='og:site_name' content='Tagblatt'>", "Tagblatt"),
        ("<title>Der Hafen von Nordby steht still | Nordbyer Tagblatt</title><link rel='canonical' href='https://www.nordbyer-tagblatt.example/1'>", "Nordbyer Tagblatt"),
        ("<title>Hafen steht still - Kai &amp; Kran</title><meta property='og:title' content='Hafen steht still'>", "Kai & Kran"),
        ("<title>Hafen - was nun?</title><link rel='canonical' href='https://www.tagblatt.example/1'>", "tagblatt.example"),
        ("<title>Hafen</title><link rel='shortlink' href='https://tagblatt.example/?p=1'>", "tagblatt.example"),
        ("<title>Hafen - was nun?</title>", None),
        # a title before the name, a slogan behind it, a template that nobody filled in, a reference escaped twice
        ("<meta property='og:site_name' content='Hafen | Tagblatt'><title>Hafen</title>", "Tagblatt"),
        ("<meta property='og:site_name' content='Hafen'><title>Hafen</title>", None),
        ("<meta property='og:site_name' content='tagblatt.example - Nachrichten aus Nordby'><link rel='canonical' href='https://tagblatt.example/1'>", "tagblatt.example"),
        ("<meta property='og:site_name' content='{$site.name}'><link rel='canonical' href='https://tagblatt.example/1'>", "tagblatt.example"),
        ("<meta property='og:site_name' content='Kai &amp;amp; Kran'>", "Kai & Kran"),
        # what the title has besides the headline of the page; a host in it
        ("<title>Der Hafen von Nordby steht still - Kai und Kran</title>", "Kai und Kran"),
        ("<title>Kai und Kran: Der Hafen von Nordby steht still</title>", "Kai und Kran"),
        ("<title>Was im Hafen los ist - kran.example</title>", "kran.example"),
        ("<title>Der Hafen von Nordby steht still - und niemand weiß, wie es weitergeht am Kai</title>", None),
    ],
)  # fmt: skip
def test_the_outlet_is_named_by_the_page_or_its_address(head: str, outlet: str | None) -> None:
    assert page(head).outlet == outlet


@pytest.mark.parametrize(
    ("behind", "outlet"),
    [
        ("<footer><p>© 2026 Nordbyer Tagblatt</p></footer>", "Nordbyer Tagblatt"),
        ("<footer><p>Copyright © 2019–2026 Kai & Kran GmbH. Alle Rechte vorbehalten.</p></footer>", "Kai & Kran GmbH"),
        ("<footer><p>© 2026. Alle Rechte vorbehalten.</p></footer>", None),
    ],
)  # fmt: skip
def test_the_outlet_signs_its_page_at_its_foot(behind: str, outlet: str | None) -> None:
    assert page("<title>Hafen</title>", behind=behind).outlet == outlet
