"""Kinds of pages that a desk meets every day: which of their text is the story, whatever the template is like."""

import pytest

from provenance.ingest.html import article_body, parse_html
from provenance.model import Document

TITLE = "Der Damm bei Harrow hält dem Wasser stand"
P = [
    "Der alte Damm bei Harrow hat in der Nacht dem Wasser der Schneeschmelze standgehalten, teilte das Hafenamt mit.",
    "„Wir haben die Schleusen rechtzeitig geöffnet“, sagte Hafenmeisterin Ida Lund am Morgen vor den Toren der Werft.",
    "Niemand musste sein Haus verlassen, und von den Booten im Winterlager wurde nach ihren Worten keines losgerissen.",
    "Im vergangenen Jahr war das Wasser an derselben Stelle über die Mauer getreten und hatte vier Keller gefüllt.",
    "Seither hat die Gemeinde auf zwei Kilometern Länge Steine aufgeschüttet und die alten Tore der Schleuse ersetzt.",
    "Die Rechnung dafür teilt sie sich mit dem Land; in den Haushalt des nächsten Jahres hat sie noch nichts eingestellt.",
    "Am Sonntag soll das Wasser weiter fallen, und der Uferweg wird nach der Prüfung der Mauer wieder geöffnet.",
    "Bis dahin bleibt auch die Straße zur Werft gesperrt, und der Bus fährt auf einem Umweg über den Markt von Harrow.",
]
REST = "".join(f"<p>{text}</p>" for text in P[2:])
STORY = "".join(f"<p>{text}</p>" for text in P)
OTHER = "Die Fähre nach Nordby fährt ab Montag wieder nach dem alten Plan, und die Karten kosten so viel wie im Herbst."


def page(body: str, *, title: str = TITLE, lang: str = "de", head: str = "") -> Document:
    markup = (
        f"<!doctype html><html lang='{lang}'><head><title>{title} - Harrower Bote</title>{head}</head><body>"
        f"<header><a href='/'>Start</a><nav><a href='/p'>Politik</a><a href='/s'>Sport</a></nav></header>{body}"
        "<footer><p><a href='/i'>Impressum</a> <a href='/d'>Datenschutz</a></p></footer></body></html>"
    )
    return parse_html(markup.encode(), "page.html")


def told(document: Document) -> list[str]:
    return article_body(document).split("\n\n")


def test_a_live_blog_keeps_every_entry_with_its_time_left_out() -> None:
    entries = "".join(
        f"<article class='liveblog-entry'><div class='time'>1{at}.05 Uhr</div><h3>Meldung {at} vom Deich am Hafen</h3>"
        f"<div class='author'>Von Ole Falk</div><p>{text}</p></article>"
        for at, text in enumerate(P)
    )
    found = told(
        page(f"<main><h1>{TITLE}</h1><p class='intro'>Die Lage am Wasser im Überblick.</p>{entries}</main>")
    )
    assert [text for text in P if text in found] == P
    assert not any("Ole Falk" in text or text[-3:] == "Uhr" for text in found)


def test_a_ticker_in_lines_of_a_list_is_the_story() -> None:
    entries = "".join(
        f"<li><time>{at}'</time><div class='text'>{text}</div></li>" for at, text in enumerate(P, 40)
    )
    found = told(page(f"<div class='content'><h1>{TITLE}</h1><ul class='ticker-list'>{entries}</ul></div>"))
    assert [text for text in P if any(text in line for line in found)] == P


def test_an_interview_has_its_questions() -> None:
    body = "".join(
        f"<p><strong>Frage {at}: Was geschah dann?</strong></p><p>{text}</p>" for at, text in enumerate(P)
    )
    found = told(page(f"<article><h1>{TITLE}</h1>{body}</article>"))
    assert found == [line for at, text in enumerate(P) for line in (f"Frage {at}: Was geschah dann?", text)]


def test_an_interview_in_a_list_of_definitions_is_the_story() -> None:
    body = "".join(f"<dt>Wie war Nacht Nummer {at} am Damm?</dt><dd>{text}</dd>" for at, text in enumerate(P))
    found = told(page(f"<article><h1>{TITLE}</h1><dl>{body}</dl></article>"))
    assert [text for text in P if text in found] == P


def test_a_list_of_ten_is_read_with_its_headings() -> None:
    items = "".join(f"<h2>{at}. Ein Ort am Wasser</h2><figure><img src='{at}.jpg'><figcaption>Ort {at}. Foto: Eva Lund/dpa</figcaption></figure><p>{text}</p>" for at, text in enumerate(P))  # fmt: skip
    found = told(page(f"<article><h1>{TITLE}</h1>{items}</article>"))
    assert found == [line for at, text in enumerate(P) for line in (f"{at}. Ein Ort am Wasser", text)]


def test_a_list_whose_items_stand_in_figures_is_the_story() -> None:
    items = "".join(f"<figure class='slide'><h2>{at}. Ein Ort am Wasser</h2><img src='{at}.jpg'><figcaption><p>{text}</p></figcaption></figure>" for at, text in enumerate(P))  # fmt: skip
    found = told(
        page(
            f"<article><h1>{TITLE}</h1><p>Vier Orte, die man kennen sollte, sagt das Hafenamt.</p>{items}</article>"
        )
    )
    assert [text for text in P if text in found] == P


def test_a_gallery_has_captions_and_no_story() -> None:
    items = "".join(f"<figure><img src='{at}.jpg'><figcaption>{text} Foto: Eva Lund/dpa</figcaption></figure>" for at, text in enumerate(P[:3]))  # fmt: skip
    document = page(f"<article><h1>{TITLE}</h1><p>{P[3]}</p><div class='gallery'>{items}</div></article>")
    assert told(document) == [P[3]]
    assert len(document.captions) == 3


def test_a_recipe_has_its_ingredients_and_steps() -> None:
    body = (
        f"<p>{P[0]}</p><div class='recipe'><h2>Zutaten</h2><ul class='ingredients'><li>500 g Kartoffeln, geschält</li>"
        "<li>200 ml Sahne von der Kuh</li></ul><h2>Zubereitung</h2><ol class='steps'><li>Kartoffeln in Scheiben schneiden und salzen.</li>"
        "<li>Mit der Sahne übergießen und eine Stunde backen.</li></ol></div>"
    )
    found = told(page(f"<article><h1>{TITLE}</h1>{body}</article>"))
    assert found == [
        P[0],
        "Zutaten",
        "500 g Kartoffeln, geschält",
        "200 ml Sahne von der Kuh",
        "Zubereitung",
        "Kartoffeln in Scheiben schneiden und salzen.",
        "Mit der Sahne übergießen und eine Stunde backen.",
    ]


def test_a_wall_ends_the_teaser_and_is_told() -> None:
    wall = (
        "<div class='offer'><h3>Weiterlesen mit Bote plus</h3><p>Jetzt 4 Wochen für 1 Euro testen und alle Texte lesen.</p>"
        "<ul><li>Zugriff auf alle Inhalte der Zeitung</li><li>jederzeit kündbar im Konto</li></ul><a href='/abo'>Jetzt bestellen</a></div>"
    )
    document = page(f"<article><h1>{TITLE}</h1><p>{P[0]}</p><p>{P[1]}</p>{wall}</article>")
    assert told(document) == P[:2]
    assert document.doubts


def test_of_several_articles_the_one_that_the_page_is_named_for_is_read() -> None:
    others = "".join(
        f"<article><h2>Fähre {at} nach Nordby</h2>{f'<p>{OTHER}</p>' * 3}</article>" for at in range(4)
    )
    found = told(page(f"<main><article><h1>{TITLE}</h1>{STORY}</article>{others}</main>"))
    assert found == P


def test_a_story_that_is_loaded_below_by_scrolling_is_not_read() -> None:
    other = f"<article><h1>Die Fähre nach Nordby fährt wieder</h1>{f'<p>{OTHER}</p>' * 9}</article>"
    assert told(page(f"<main><article><h1>{TITLE}</h1>{STORY}</article>{other}</main>")) == P


def test_a_standfirst_beside_the_article_is_its_lead() -> None:
    deck = "Das Hafenamt zeigt sich erleichtert, und die Feuerwehr räumt die Sandsäcke von der Mauer."
    head = f"<header class='story-head'><h1>{TITLE}</h1><p class='standfirst'>{deck}</p></header>"
    document = page(
        f"<main>{head}<div class='share'>Teilen</div><article><div class='text'>{STORY}</div></article></main>"
    )
    assert told(document) == [deck, *P]
    assert [block.kind for block in document.blocks][:2] == ["headline", "lead"]


def test_a_standfirst_in_the_picture_of_the_opener_is_its_lead() -> None:
    deck = "Das Hafenamt zeigt sich erleichtert, und die Feuerwehr räumt die Sandsäcke von der Mauer."
    head = (
        f"<figure class='hero'><img src='d.jpg'><figcaption>Foto: Eva Lund/dpa</figcaption><div>3. April 2026</div><h1>{TITLE}</h1>"
        f"<p>{deck}</p></figure>"
    )
    document = page(f"<main>{head}<div class='text'>{STORY}</div></main>")
    assert told(document) == [deck, *P]
    assert document.published == "2026-04-03"


def test_lines_divided_by_two_breaks_are_paragraphs() -> None:
    found = told(page(f"<div id='inhalt'><h1>{TITLE}</h1><div>{'<br><br>'.join(P)}</div></div>"))
    assert found == P


def test_paragraphs_in_boxes_of_their_own_are_the_story() -> None:
    body = "".join(f"<div class='cell'><div>{text}</div></div>" for text in P)
    assert told(page(f"<div class='x1'><h1>{TITLE}</h1><div class='x2'>{body}</div></div>")) == P


def test_short_lines_of_a_dialogue_are_the_story() -> None:
    lines = ["„Ich sollte das vielleicht nicht sagen …“", "– „Dann sag es nicht.“", "– „Gut.“"]
    body = "".join(f"<p>{text}</p>" for text in lines)
    found = told(
        page(
            f"<div class='post'><h2>{TITLE}</h2>{body}<div class='sharedaddy'><h3>Teilen mit:</h3></div></div>"
        )
    )
    assert found == lines


def test_a_table_of_results_is_left_out_and_one_of_words_is_whole() -> None:
    numbers = "<table><tr><td>12</td><td>4:3</td></tr><tr><td>13</td><td>2:2</td></tr></table>"
    assert told(page(f"<article><h1>{TITLE}</h1>{STORY}{numbers}</article>")) == P
    layout = (
        f"<table><tr><td width=200><a href='/a'>Rubrik</a></td><td><h1>{TITLE}</h1>{STORY}</td></tr></table>"
    )
    assert told(page(layout)) == P


def test_a_pull_quote_is_not_said_twice() -> None:
    quote = "<aside class='pullquote'><p>„Wir haben die Schleusen rechtzeitig geöffnet“</p></aside>"
    assert (
        told(page(f"<article><h1>{TITLE}</h1><p>{P[0]}</p><p>{P[1]}</p>{quote}<p>{P[2]}</p></article>"))
        == P[:3]
    )


def test_a_box_in_the_middle_of_a_story_is_no_part_of_it() -> None:
    letter = (
        "<div class='box'><h3>Newsletter „Hafen am Morgen“</h3><p>Die wichtigsten Nachrichten vom Wasser, jeden Tag um sechs in Ihrem Postfach.</p>"
        "<form><input><button>Anmelden</button></form><p>Ich bin damit einverstanden, dass mir Angebote zugesandt werden.</p></div>"
    )
    body = f"<p>{P[0]}</p><p>{P[1]}</p>{letter}{REST}"
    assert told(page(f"<article><h1>{TITLE}</h1>{body}</article>")) == P


@pytest.mark.parametrize(
    "box",
    [
        "<div class='k1'><div>Lesen Sie auch</div><div>Alles über Deiche, Dämme und Schleusen an unserer Küste</div></div>",
        "<div class='k1'><h4>Mehr zum Thema</h4><ul><li><a href='/x'>Was die Fähre nach Nordby kostet</a></li></ul></div>",
        "<div class='k1'><h3>Externer Inhalt</h3><p>An dieser Stelle finden Sie einen externen Inhalt von Filmkiste.</p><button>Anzeigen</button><p>Mehr dazu in unserer Datenschutzerklärung.</p></div>",
        "<p><strong>Lesen Sie auch: <a href='/x'>Was die Fähre nach Nordby kostet und wann sie fährt</a></strong></p>",
        "<div class='k2'><div>Anzeige</div></div>",
    ],
    ids=["teaser", "links", "embedded", "line", "advertisement"],
)  # fmt: skip
def test_what_stands_between_paragraphs_for_the_site_is_left_out(box: str) -> None:
    body = f"<p>{P[0]}</p><p>{P[1]}</p>{box}{REST}"
    assert told(page(f"<article><h1>{TITLE}</h1><div class='x'>{body}</div></article>")) == P


def test_another_story_set_into_the_story_is_left_out() -> None:
    inset = f"<div class='k9'><h3>Die Fähre nach Nordby fährt wieder nach Plan</h3><p>Von Ole Falk</p><p>{OTHER}</p><p>{OTHER}</p></div>"
    body = f"<p>{P[0]}</p><p>{P[1]}</p>{inset}{REST}"
    assert told(page(f"<article><h1>{TITLE}</h1><div class='x'>{body}</div></article>")) == P


@pytest.mark.parametrize(
    "box",
    [
        "<div class='k1'><h4>Über den Autor</h4><p>Ole Falk schreibt seit 2009 über Häfen, Fähren und das Meer, und lebt auf Nordby.</p></div>",
        "<div class='k1'><img src='f.jpg'><h4>Ole Falk</h4><p>Reporter für Häfen und Meer, seit 2009 bei dieser Zeitung, lebt mit seinen Hunden auf Nordby.</p></div>",
        "<p><em>Ole Falk schreibt seit 2009 für diese Zeitung über Häfen, Fähren und das Meer.</em></p>",
    ],
    ids=["labelled", "named", "line"],
)  # fmt: skip
def test_a_box_about_the_writer_is_no_part_of_the_story(box: str) -> None:
    document = page(
        f"<article><h1>{TITLE}</h1><p class='byline'>Von Ole Falk</p><div class='x'>{STORY}{box}</div></article>"
    )
    assert told(document) == P
    assert document.bylines == ["Ole Falk"]


def test_a_fact_box_of_the_newsroom_stays() -> None:
    box = "<div class='infobox'><h3>Der Damm in Zahlen</h3><p>Der Damm ist 1,2 Kilometer lang und wurde im Jahr 1911 gebaut.</p></div>"
    found = told(page(f"<article><h1>{TITLE}</h1>{STORY}{box}</article>"))
    assert found[: len(P)] == P and "Der Damm in Zahlen" in found


def test_the_story_goes_on_in_boxes_of_the_same_kind_with_lists() -> None:
    items = "".join(f"<li>{text}</li>" for text in ("Schließen Sie am Abend die Fenster im Keller.", "Stellen Sie das Auto oberhalb der Mauer ab.", "Hören Sie die Nachrichten aus dem Hafen."))  # fmt: skip
    body = (
        f"<div class='textblock'><div>{STORY}</div></div>"
        "<div class='textblock'><div><p>So schützen Sie sich vor dem Wasser:</p></div></div>"
        f"<div class='textblock'><div><ul>{items}</ul></div></div>"
    )
    found = told(page(f"<main><h1>{TITLE}</h1><div class='blocks'>{body}</div><div class='nav2'><a href='/x'>Zurück</a></div></main>"))  # fmt: skip
    assert found[: len(P)] == P
    assert (
        "So schützen Sie sich vor dem Wasser:" in found
        and "Hören Sie die Nachrichten aus dem Hafen." in found
    )


def test_a_caption_box_around_story_and_picture_is_none() -> None:
    body = f"<div class='entry-caption'><p>{P[0]}</p><figure><img src='d.jpg'><figcaption>Der Damm am Abend.</figcaption></figure><p>{P[1]}</p><p>{P[2]}</p></div>"
    document = page(f"<article><h1>{TITLE}</h1>{body}</article>")
    assert told(document) == P[:3]
    assert [caption.text for caption in document.captions] == ["Der Damm am Abend."]


def test_errors_of_a_sites_software_are_no_story() -> None:
    line = "Warning: Creating default object from empty value in /www/htdocs/x/wp-includes/classes.php on line 407"
    assert told(page(f"<div><h1>{TITLE}</h1><div class='c'>{line}{STORY}<p>{line}</p></div></div>")) == P


# ---------------------------------------------------------------- more of them


def test_a_story_in_sections_of_a_page_builder_is_whole() -> None:
    blocks = "".join(f"<section class='elementor-section'><div class='elementor-column'><div class='elementor-widget-text-editor'><p>{text}</p></div></div></section>" for text in P)  # fmt: skip
    related = "".join(
        f"<section class='elementor-section'><h3><a href='/{at}'>Ein anderer Text {at}</a></h3></section>"
        for at in range(4)
    )
    assert told(page(f"<div class='elementor'><h1>{TITLE}</h1>{blocks}{related}</div>")) == P


def test_a_letter_to_the_reader_above_the_story_is_not_read() -> None:
    ask = "<div class='x0'><p>Liebe Leserin, lieber Leser, unabhängiger Journalismus kostet Geld. Unterstützen Sie uns mit einem Beitrag.</p><a href='/spende'>Jetzt spenden</a></div>"
    assert told(page(f"<article><h1>{TITLE}</h1>{ask}{STORY}</article>")) == P


def test_a_box_of_key_points_stands_before_the_story() -> None:
    points = "<div class='summary'><h2>Das Wichtigste in Kürze</h2><ul><li>Der Damm bei Harrow hat gehalten.</li><li>Niemand wurde verletzt, sagt das Amt.</li></ul></div>"
    found = told(page(f"<article><h1>{TITLE}</h1>{points}<div class='text'>{STORY}</div></article>"))
    assert found[-len(P) :] == P
    assert all(len(text) < 60 for text in found[: -len(P)])


def test_a_line_about_audio_or_reading_time_is_no_story() -> None:
    for line in (
        "Artikel anhören",
        "Lesedauer: 3 Minuten",
        "3 Min. Lesezeit",
        "5 min read",
        "Listen to this article",
    ):
        found = told(page(f"<article><h1>{TITLE}</h1><div class='z'><p>{line}</p>{STORY}</div></article>"))
        assert found == P, line


def test_a_line_of_rights_under_the_story_is_no_story() -> None:
    for line in (
        "© 2026 Harrower Bote. Alle Rechte vorbehalten.",
        "Dieser Text erschien zuerst am 4. April 2026 in der gedruckten Ausgabe.",
    ):
        found = told(page(f"<article><h1>{TITLE}</h1><div class='z'>{STORY}<p>{line}</p></div></article>"))
        assert found[: len(P)] == P


def test_tags_and_sharing_under_the_story_are_no_story() -> None:
    foot = "<p>Schlagworte: <a href='/d'>Damm</a>, <a href='/h'>Hafen</a></p><p>Teilen: <a href='/f'>Facebook</a> <a href='/x'>X</a></p><p><a href='/z'>Zurück zur Übersicht</a></p>"
    assert told(page(f"<article><h1>{TITLE}</h1><div class='z'>{STORY}{foot}</div></article>")) == P


def test_a_story_printed_on_several_pages_has_no_pager() -> None:
    pager = "<div class='z9'><a href='?p=1'>1</a> <a href='?p=2'>2</a> <a href='?p=3'>Weiter</a></div><p>Seite 1 von 3</p>"
    assert told(page(f"<article><h1>{TITLE}</h1><div class='z'>{STORY}{pager}</div></article>")) == P


def test_a_headline_twice_and_a_repeated_standfirst_are_said_once() -> None:
    deck = "Das Hafenamt zeigt sich erleichtert, und die Feuerwehr räumt die Sandsäcke von der Mauer."
    body = f"<div class='head'><h1>{TITLE}</h1><p>{deck}</p></div><div class='text'><h2>{TITLE}</h2><p>{deck}</p>{STORY}</div>"
    found = told(page(f"<article>{body}</article>"))
    assert found == [deck, *P]


def test_a_translation_in_a_hidden_tab_is_not_read() -> None:
    tab = "<div style='display: none'><p>The old dam at Harrow held through the night, the port office said on Monday morning.</p></div>"
    assert told(page(f"<article><h1>{TITLE}</h1>{STORY}{tab}</article>")) == P


def test_a_question_and_answer_page_is_read_in_pairs() -> None:
    body = "".join(
        f"<details open><summary>Was ist mit Teil {at} des Damms?</summary><p>{text}</p></details>"
        for at, text in enumerate(P)
    )
    found = told(page(f"<article><h1>{TITLE}</h1>{body}</article>"))
    assert [text for text in P if text in found] == P


def test_a_release_on_a_site_ends_before_its_contact() -> None:
    foot = "<h3>Pressekontakt</h3><p>Ida Lund, Hafenamt Harrow, Telefon 0000 12345, presse@hafen.example</p>"
    found = told(page(f"<article><h1>{TITLE}</h1>{STORY}{foot}</article>"))
    assert found[: len(P)] == P


def test_a_table_of_words_is_read_row_by_row_without_its_head() -> None:
    table = "<table><thead><tr><th>Ort</th><th>Was geschah</th></tr></thead><tbody><tr><td>Harrow</td><td>Der Damm hielt die ganze Nacht.</td></tr><tr><td>Nordby</td><td>Die Mauer lief an zwei Stellen über.</td></tr></tbody></table>"
    found = told(page(f"<article><h1>{TITLE}</h1><p>{P[0]}</p>{table}{REST}</article>"))
    rows = [line for line in found if line not in P]
    assert rows == [
        "Harrow",
        "Der Damm hielt die ganze Nacht.",
        "Nordby",
        "Die Mauer lief an zwei Stellen über.",
    ]


def test_a_letter_by_letter_opener_is_one_word() -> None:
    body = f"<p><span class='dropcap'>D</span>{P[0][1:]}</p>{REST}"
    assert told(page(f"<article><h1>{TITLE}</h1>{body}</article>"))[0] == P[0]


def test_the_story_of_a_page_in_frames_of_a_shop_is_read() -> None:
    product = "<div class='p'><h3>Gummistiefel Modell Deich</h3><p>Wasserdicht bis zum Knie, aus Naturgummi, in vier Größen.</p><p>39,95 €</p><a href='/b'>Zum Angebot</a></div>"
    body = f"<p>{P[0]}</p><p>{P[1]}</p>{product}{REST}"
    assert told(page(f"<article><h1>{TITLE}</h1><div class='x'>{body}</div></article>")) == P


def test_a_story_whose_paragraphs_are_list_items_of_a_slider_is_read() -> None:
    items = "".join(f"<li><p>{text}</p></li>" for text in P)
    assert told(page(f"<article><h1>{TITLE}</h1><ol class='cards'>{items}</ol></article>")) == P


def test_an_english_post_with_embeds_has_its_own_words() -> None:
    posts = "<div class='twitter-tweet-rendered'><iframe></iframe></div><p>View this post on Instagram</p><p>A post shared by Ida Lund (@idalund)</p>"
    lines = [
        f"The dam at Harrow held through night number {at}, the port office said in a statement on its site."
        for at in range(6)
    ]
    body = (
        "".join(f"<p>{text}</p>" for text in lines[:3])
        + posts
        + "".join(f"<p>{text}</p>" for text in lines[3:])
    )
    assert (
        told(
            page(
                f"<article><h1>Dam at Harrow holds</h1>{body}</article>",
                title="Dam at Harrow holds",
                lang="en",
            )
        )
        == lines
    )


def test_related_links_between_english_paragraphs_are_left_out() -> None:
    lines = [
        f"The dam at Harrow held through night number {at}, the port office said in a statement on its site."
        for at in range(6)
    ]
    for box in (
        "<p><strong>READ MORE: <a href='/x'>What the ferry to Nordby costs and when it sails</a></strong></p>",
        "<p><a href='/x'>What the ferry to Nordby costs and when it sails</a></p>",
        "<div><h4>Related Articles</h4><ul><li><a href='/x'>What the ferry costs</a></li><li><a href='/y'>When it sails</a></li></ul></div>",
        "<div class='q'><span>Advertisement</span></div><p>Story continues below advertisement</p>",
        "<p>Article continues after sponsor message</p>",
        "<p>(Photo by Eva Lund/Getty Images)</p>",
        "<div class='q'><h3>Get the morning newsletter</h3><p>The day's top stories from the harbour, delivered to your inbox.</p><input type='email'><button>Sign up</button><p>By signing up you agree to our terms.</p></div>",
    ):
        body = (
            "".join(f"<p>{text}</p>" for text in lines[:3])
            + box
            + "".join(f"<p>{text}</p>" for text in lines[3:])
        )
        document = page(
            f"<article><h1>Dam at Harrow holds</h1><div>{body}</div></article>",
            title="Dam at Harrow holds",
            lang="en",
        )
        assert told(document) == lines, box


def test_what_stands_behind_an_english_story_is_left_out() -> None:
    lines = [
        f"The dam at Harrow held through night number {at}, the port office said in a statement on its site."
        for at in range(6)
    ]
    for foot in (
        "<p><em>Ole Falk covers ports and the sea for the Courier. Reach him at ofalk@courier.example.</em></p>",
        "<p>Follow Ole Falk on Twitter @olefalk</p>",
        "<h3>Top stories</h3><p><a href='/x'>What the ferry to Nordby costs</a></p><p><a href='/y'>When it sails</a></p>",
        "<p>Have a tip? Email tips@courier.example.</p>",
        "<div><p>Filed Under: <a href='/d'>Dams</a>, <a href='/h'>Harbour</a></p></div>",
        "<p>This story was originally published April 4, 2026 at 6:10 PM.</p>",
    ):
        body = "".join(f"<p>{text}</p>" for text in lines)
        document = page(
            f"<article><h1>Dam at Harrow holds</h1><p class='byline'>By Ole Falk</p><div>{body}{foot}</div></article>",
            title="Dam at Harrow holds",
            lang="en",
        )
        assert told(document) == lines, foot


@pytest.mark.parametrize(
    "line", ["Copyright 2026 The Harrow Courier. All rights reserved.", "© 2026 Harrower Bote"]
)
def test_a_notice_of_copyright_is_the_sites(line: str) -> None:
    document = page(f"<article><h1>{TITLE}</h1><div>{STORY}<p>{line}</p></div></article>")
    block = document.blocks[-1]
    assert (block.kind, document.text[block.start : block.end]) == ("boilerplate", line)


# ---------------------------------------------------------------- beside and below the story


@pytest.mark.parametrize("paragraphs", [P, P[:2]], ids=["story", "short story"])
def test_a_column_of_other_stories_beside_the_story_is_not_read(paragraphs: list[str]) -> None:
    column = "".join(f"<div><h4><a href='/{at}'>Meldung {at}</a></h4><p>{OTHER}</p></div>" for at in range(9))
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    body = (
        f"<div class='row'><div class='c8'><h1>{TITLE}</h1>{story}</div><div class='c4'>{column}</div></div>"
    )
    assert told(page(body)) == paragraphs


def test_a_list_of_ten_whose_headings_are_links_is_the_story() -> None:
    items = "".join(
        f"<h2><a href='/{at}'>{at}. Ein Ort am Wasser</a></h2><p>{text}</p>" for at, text in enumerate(P)
    )
    found = told(page(f"<article><h1>{TITLE}</h1>{items}</article>"))
    assert [text for text in P if text in found] == P


@pytest.mark.parametrize("head", ["30 Kommentare", "Kommentare (30)", "Kommentare", "Comments"])
def test_what_readers_wrote_is_not_read_whatever_its_box_is_called(head: str) -> None:
    comments = "".join(
        f"<div class='i'><b>Nutzer {at}</b><p>Ich finde, der Damm ist viel zu alt, und das sage ich seit vielen Jahren allen, die es hören wollen, und "
        "auch denen, die es nicht hören wollen.</p></div>"
        for at in range(30)
    )
    body = f"<div class='w'><h1>{TITLE}</h1><div class='t'>{STORY}</div></div><div class='z'><h2>{head}</h2>{comments}</div>"
    assert told(page(body)) == P


def test_a_heading_that_a_table_of_contents_leads_to_is_one_of_the_story() -> None:
    body = f"<p>{P[0]}</p><h3 class='sub' id='nav_die_nacht__1'>Die Nacht am Damm</h3>{REST}"
    assert told(page(f"<article><h1>{TITLE}</h1>{body}</article>")) == [P[0], "Die Nacht am Damm", *P[2:]]
