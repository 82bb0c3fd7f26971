"""HTML and Markdown: the article without its furniture, pictures with what they have and lack."""

import json
import time

import pytest

from provenance.errors import InputError
from provenance.ingest import parse
from provenance.ingest.html import article_body
from provenance.model import Document

PAGE = """<!doctype html><html lang="de"><head><title>Hafen – Tagblatt</title>
<meta property="og:site_name" content="Tagblatt">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-09-03T08:00:00+02:00",
"author": {"name": "Tagblatt"}}</script></head><body>
<nav><a href="/">Start</a> <a href="/abo">Abo bestellen und weiterlesen</a></nav>
<article><h1>Hafen steht still</h1><p class="byline">Von Lena Brandt und Ole Vang</p>
<figure><img src="k.jpg"><figcaption>Kräne am Morgen. Foto: Eva Lund/dpa</figcaption></figure>
<p>Im Hafen von Nordby stehen die Kräne still, und niemand weiß, wie lange das so bleibt.</p>
<h2>Obst verdirbt</h2><p>Die Hafenbehörde teilte mit, dass elf Schiffe warten, darunter drei mit Obst.</p>
<ul><li>Erstens fehlen die Leute für die Nachtschicht.</li></ul>
<figure><img src="o.jpg"><figcaption>Obst im Schuppen.</figcaption></figure></article>
<aside class="related"><h3>Das könnte Sie auch interessieren</h3><p>Ein ganz anderer Text über das Wetter, der hier nichts zu suchen hat.</p></aside>
<footer>© 2026 Tagblatt</footer></body></html>"""


def page(text: str = PAGE) -> Document:
    (document,) = parse(text.encode(), "p.html")
    return document


def test_an_article_keeps_its_blocks_and_loses_the_page_around_it() -> None:
    document = page()
    shown = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert [kind for kind, _ in shown] == [
        "headline", "byline", "caption", "photo_credit", "lead", "subheading", "paragraph", "list_item", "caption",
    ]  # fmt: skip
    assert "Wetter" not in document.text and "Abo" not in document.text


def test_visible_names_win_over_metadata_and_the_outlet_is_no_writer() -> None:
    document = page()
    assert document.bylines == ["Lena Brandt", "Ole Vang"]
    assert (document.outlet, document.published, document.language) == (
        "Tagblatt",
        "2026-09-03T08:00:00+02:00",
        "de",
    )


def test_pictures_have_caption_and_credit_or_show_that_they_lack_it() -> None:
    first, second = page().pictures
    assert first.credit is not None and first.credit.holders == ["Eva Lund", "dpa"]
    assert first.caption is not None and first.caption.text == "Kräne am Morgen."
    assert second.credit is None and second.caption is not None


def test_every_block_knows_its_line_in_the_file() -> None:
    document = page()
    lines = PAGE.split("\n")
    for block in document.blocks:
        first_word = document.text[block.start : block.end].split()[0]
        assert first_word.strip("©") in lines[block.line - 1]


def test_a_page_nested_a_hundred_thousand_deep_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="nest"):
        page("<html><body>" + "<div>" * 100_000 + "Text" + "</div>" * 100_000)


def test_entities_are_not_expanded_from_files() -> None:
    text = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Der Hafen von Nordby ruht &x; seit dem Morgen.</p></body></html>'
    assert "root:" not in page(text).text


MARKDOWN = """---
title: Hafen steht still
author: Lena Brandt
date: 2026-09-03
outlet: Morgenpost
---
# Hafen steht still

![Kräne](k.jpg "Kräne am Morgen. Foto: Eva Lund/dpa")

Im **Hafen** von [Nordby](https://nordby.example) stehen die Kräne still.

> Wir warten.

- Erstens
- Zweitens

```
kein Text
```
"""


def test_markdown_is_read_as_a_reader_sees_it() -> None:
    (document,) = parse(MARKDOWN.encode(), "p.md")
    assert [
        (block.kind, document.text[block.start : block.end], block.line) for block in document.blocks
    ] == [
        ("headline", "Hafen steht still", 7),
        ("caption", "Kräne am Morgen.", 9),
        ("photo_credit", "Foto: Eva Lund/dpa", 9),
        ("lead", "Im Hafen von Nordby stehen die Kräne still.", 11),
        ("blockquote", "Wir warten.", 13),
        ("list_item", "Erstens", 15),
        ("list_item", "Zweitens", 16),
    ]
    assert (document.bylines, document.published, document.outlet) == (
        ["Lena Brandt"],
        "2026-09-03",
        "Morgenpost",
    )


CROWDED = {
    "attributes": "<p " + " ".join(f"a{number}=x" for number in range(60_000)) + ">",
    "with marks in them": "<p " + " ".join(f"a{number}='>'" for number in range(60_000)) + ">",
    "with tags in them": "<p " + " ".join(f'a{number}="<b "' for number in range(60_000)) + ">",
    "never closed": "<p " + "b " * 60_000,
}


@pytest.mark.parametrize("what", CROWDED)
@pytest.mark.parametrize("name", ["a.html", "a.json"])
def test_a_tag_with_too_many_attributes_is_told_at_once(name: str, what: str) -> None:
    body = f"<p>Der Damm hält, sagte Ina Holm.</p>{CROWDED[what]}<p>Er hält.</p>"
    page = f"<!doctype html><html><body><article>{body}</article></body></html>"
    data = page if name == "a.html" else json.dumps({"uri": "n1", "headline": "Damm", "body_xhtml": body})
    began = time.process_time()
    with pytest.raises(InputError, match="more than 5,000 attributes"):
        parse(data.encode(), name)
    # 0.1 s; libxml2 takes half a minute.
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "tag", ["<meta name=“site” content=“x8\" />", "<script src='a.js' \" async></script>", "<p title=it's>", "<meta content=x'>"]
)  # fmt: skip
def test_a_mark_outside_a_value_opens_none(tag: str) -> None:
    words = "<p>Der Damm hält, sagte Ina Holm, und er halte noch lange.</p>" + "<i>a b c</i>" * 6_000
    (document,) = parse(
        f"<!doctype html><html><body>{tag}<article>{words}</article></body></html>".encode(), "a.html"
    )
    assert "Der Damm hält" in document.text


def test_marks_that_are_no_attributes_are_read() -> None:
    script = "<script>if (a <b) { " + "x = 'y' + \"z\"; " * 3_000 + "}</script>"
    style = f"<p style='{'a: b; ' * 6_000}'>Der Damm hält, sagte Ina Holm, und er halte noch lange.</p>"
    slip = f"""<img alt="a"b" src='k.jpg'><!-- <p "{"x " * 6_000} --><span>{"<i>a</i> b " * 6_000}</span>"""
    page = (
        f"<!doctype html><html><body><article>{script}{style}{slip}{'<br>' * 6_000}</article></body></html>"
    )
    (document,) = parse(page.encode(), "a.html")
    assert "Der Damm hält" in document.text


STANDFIRST = """<!doctype html><html lang="de"><head><title>Hafen steht still</title></head><body><article><h1>Hafen steht still</h1>
<p class="standfirst">Seit dem Morgen bewegt sich am Kai von Nordby kein Kran mehr.</p><p>Von Lena Brandt, am Kai und in der Stadt</p>
<p class="standfirst">Seit dem Morgen bewegt sich am Kai von Nordby kein Kran mehr.</p>
<div class="article-body"><p>Elf Schiffe warten, darunter drei mit Obst, teilte die Hafenbehörde am Montag mit.</p>
<p>Folgen Sie uns auf allen Kanälen: Facebook, Instagram und Twitter warten auf Sie.</p>
<p>Wie lange das so bleibt, weiß im Hafen von Nordby und in der Stadt niemand.</p></div></article></body></html>"""


def test_a_standfirst_is_the_storys_lead_and_part_of_its_text_once() -> None:
    document = page(STANDFIRST)
    shown = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert [text for kind, text in shown if kind == "lead"] == [
        "Seit dem Morgen bewegt sich am Kai von Nordby kein Kran mehr."
    ]
    assert article_body(document).startswith("Seit dem Morgen")


def test_what_asks_the_reader_to_follow_is_no_sentence_of_the_story() -> None:
    assert "Folgen Sie" not in page(STANDFIRST).text


SIGNED = """<!doctype html><html lang="en"><head><title>The dam holds after the flood</title></head><body><article><h1>The dam holds after the flood</h1>
<p>(Adds quote from the mayor, paragraph 2)</p><p>By Lena Brandt</p>
<p>HARROW (Reuters) - The dam above Harrow held on Monday, and nobody had to leave a house, the office said.</p>
<p>The mayor said that the wall was old and that somebody would have to look at it before the winter came.</p>
<p>(Reporting by Lena Brandt; Editing by Ole Vang)</p></article></body></html>"""


def test_an_agencys_words_around_a_story_are_none_of_it_on_pages_either() -> None:
    document = page(SIGNED)
    shown = {document.text[block.start : block.end]: block.kind for block in document.blocks}
    assert shown["(Adds quote from the mayor, paragraph 2)"] == "editor_note"
    assert shown["(Reporting by Lena Brandt; Editing by Ole Vang)"] == "byline"
    assert document.bylines == ["Lena Brandt"] and document.datelines == ["HARROW"]


def test_a_dateline_before_a_standfirst_is_none_of_its_words() -> None:
    dated = STANDFIRST.replace("Seit dem Morgen", "Nordby (dpa) – Seit dem Morgen")
    document = page(dated)
    shown = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert ("dateline", "Nordby (dpa)") in shown
    assert ("lead", "Seit dem Morgen bewegt sich am Kai von Nordby kein Kran mehr.") in shown
