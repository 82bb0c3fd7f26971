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
    ],
)  # fmt: skip
def test_a_day_is_found_where_one_is_printed(head: str, before: str, behind: str, day: str | None) -> None:
    assert page(head, before, behind).published == day


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
    ],
)  # fmt: skip
def test_the_outlet_is_named_by_the_page_or_its_address(head: str, outlet: str | None) -> None:
    assert page(head).outlet == outlet
