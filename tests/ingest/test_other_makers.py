"""Feeds of makers whose files no reader was written on: what their formats and habits mean, each with its false friend."""

import json

import pytest

from provenance.ingest import parse
from provenance.ingest.advisories import is_signature
from provenance.ingest.copy_datelines import printed_dateline, whole_dateline
from provenance.ingest.feeds.rich_text import is_tree
from provenance.model import Document
from tests.builders import shown


def documents(text: str, name: str = "feed.dat") -> list[Document]:
    return parse(text.encode(), name)


def only(text: str, name: str = "feed.dat") -> Document:
    (document,) = documents(text, name)
    return document


# ---------------------------------------------------------------- datelines


@pytest.mark.parametrize(
    ("text", "printed", "places"),
    [
        ("(ANSA) - Nordby, October 11 - The dam held.", "(ANSA) - Nordby, October 11", ["Nordby"]),
        ("(ANSA) - NORDBY, 12 GIU - La diga regge.", "(ANSA) - NORDBY, 12 GIU", ["NORDBY"]),
        ("Nordby, 16 ene (EFE).- La presa.", "Nordby, 16 ene (EFE)", ["Nordby"]),
        ("NORDBY, Iowa--(BUSINESS WIRE)--#dams #locks--The dam held.", "NORDBY, Iowa--(BUSINESS WIRE)", ["NORDBY, Iowa"]),
        ("NORDBY, Iowa, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- The dam held.", "NORDBY, Iowa, Feb. 1, 2017 /PRNewswire-AsiaNet/", ["NORDBY, Iowa"]),
    ],
)  # fmt: skip
def test_an_agency_stands_before_its_place_or_behind_any_languages_day(
    text: str, printed: str, places: list[str]
) -> None:
    found = printed_dateline(text)
    assert found is not None
    assert (found.text, found.places) == (printed, places)
    assert text[found.end :].startswith(("The", "La"))


def test_a_dateline_alone_in_its_line_names_its_sender() -> None:
    found = whole_dateline("NORDBY, Iowa, Feb. 1, 2017 /PRNewswire/ --")
    assert found is not None and found.places == ["NORDBY, Iowa"]
    assert whole_dateline("NORDBY, Iowa") is None
    assert whole_dateline("NORDBY (AP) - The dam held.") is None


# ---------------------------------------------------------------- NewsML and NITF


def g2(meta: str = "", body: str = "<p>The dam held.</p>", extra: str = "") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1" xml:lang="en"><itemMeta>
        <itemClass qcode="ninat:text"/><versionCreated>2026-01-12 12:35:40</versionCreated>{extra}</itemMeta>
        <contentMeta><headline>The dam</headline>{meta}</contentMeta>
        <contentSet><inlineXML>{body}</inlineXML></contentSet></newsItem>"""


def test_the_line_below_a_headline_is_told_by_its_role() -> None:
    document = only(g2('<headline role="hld:subHeadline">Engineers relieved</headline>'))
    assert document.title == "The dam"
    assert shown(document, "subheading") == ["Engineers relieved"]
    keywords = only(g2('<headline role="hld:subHeadline">(Avance) DAM NORDBY</headline>'))
    assert shown(keywords, "subheading") == []


def test_a_day_with_a_blank_before_its_time_is_one() -> None:
    assert only(g2()).published == "2026-01-12T12:35:40"


def test_a_byline_in_parts_has_blanks_between_them_and_no_paper() -> None:
    head = "<body.head><byline>By<person>Ina Holm</person><byttl>Harbour Desk</byttl></byline></body.head>"
    nitf = f"<nitf><body>{head}<body.content><p>The dam held.</p></body.content></body></nitf>"
    for text in (nitf, g2(body=nitf)):
        document = only(text)
        assert (document.byline, document.bylines) == ("By Ina Holm", ["Ina Holm"])


def test_initials_and_the_outlet_are_no_byline_but_a_writer_is() -> None:
    for byline, kept in (("gr/bp", None), ("Ina Holm", "Ina Holm")):
        head = f"<body.head><byline>{byline}</byline></body.head>"
        document = only(f"<nitf><body>{head}<body.content><p>The dam held.</p></body.content></body></nitf>")
        assert document.byline == kept
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Quay Notes", "authors": [{"name": "Quay Notes"}]}  # fmt: skip
    items = [{"id": "1", "content_text": "The dam held on Monday."}]
    assert only(json.dumps(feed | {"items": items})).byline is None


def test_a_storys_time_is_no_word_of_its_dateline_unless_it_is_printed() -> None:
    for stamp, printed in (("05.03.2026", "Nordby"), ("Jan. 5", "Nordby Jan. 5")):
        head = f"<dateline><location>Nordby</location><story.date>{stamp}</story.date></dateline>"
        document = only(
            f"<nitf><body><body.head>{head}</body.head><body.content><p>The dam held.</p></body.content></body></nitf>"
        )
        assert document.dateline == printed


def newsml(lines: str, content: str, role: str = "Main") -> str:
    return f"""<NewsML Version="1.2"><NewsItem><NewsComponent><NewsLines>{lines}</NewsLines>
        <AdministrativeMetadata><Creator><Party FormalName="OLE FALK"/></Creator></AdministrativeMetadata>
        <NewsComponent><Role FormalName="{role}"/><ContentItem><DataContent>{content}</DataContent></ContentItem>
        </NewsComponent></NewsComponent></NewsItem></NewsML>"""


def test_a_day_in_a_dateline_is_no_place() -> None:
    for line, places in (("4/4/2026", []), ("Nordby, 4 April 2026", ["Nordby"])):
        assert only(newsml(f"<DateLine>{line}</DateLine>", "<p>The dam held.</p>")).datelines == places


@pytest.mark.parametrize(
    ("text", "credit"),
    [("The dam on Monday.\n\n / AFP / OLE FALK", "AFP / OLE FALK"), ("The dam on Monday.", "OLE FALK")],
)
def test_a_component_with_the_role_of_a_caption_is_a_picture(text: str, credit: str) -> None:
    document = only(newsml("", f"<p>{text}</p>", "Caption"))
    assert shown(document, "paragraph", "lead") == []
    assert [caption.text for caption in document.captions] == ["The dam on Monday."]
    assert [found.text for found in document.photo_credits] == [credit]


def test_a_notice_of_copyright_and_the_senders_name_close_a_story() -> None:
    body = "<p>Jan. 12 (HarbourDesk) - The dam held.</p><p>It rained (HarbourDesk)</p><p>(HarbourDesk)</p><p>© HarbourDesk 2026. All rights.</p>"
    document = only(g2(body=body))
    assert shown(document, "boilerplate") == ["(HarbourDesk)", "© HarbourDesk 2026. All rights."]
    assert shown(document, "paragraph")[-1] == "It rained (HarbourDesk)"


def test_a_note_that_only_ends_is_none() -> None:
    extra = '<edNote role="r:closing">Schluss</edNote><edNote>Bilder folgen</edNote>'
    assert only(g2(extra=extra)).editor_notes == ["Bilder folgen"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Associated Press writer Per Dahl in Nordby contributed to this report.", True),
        ("Per Dahl contributed reporting from Nordby.", True),
        ("The rain contributed to this year's floods.", False),
        ("“It rained,” he said. That contributed to this report being late.", False),
    ],
)
def test_who_contributed_is_no_sentence_of_a_story(line: str, told: bool) -> None:
    assert is_signature(line) is told


# ---------------------------------------------------------------- releases


def rss(body: str, head: str = "") -> str:
    return f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay</title><item>
        <title>The dam opens</title>{head}<description><![CDATA[{body}]]></description></item></channel></rss>"""


LONG = (
    "NORDBY, Sept. 3, 2026 /PRNewswire/ -- "
    + "The harbour office opened a dam on Monday and was glad of it. " * 3
)


def test_a_release_ends_where_its_sender_speaks_of_itself_however_much_that_is() -> None:
    about = "".join(f"<p>It has {number} people in many offices.</p>" for number in range(6))
    document = only(rss(f"<p>{LONG}</p><p><b>About the Harbour Office</b></p>{about}"))
    assert len(shown(document, "boilerplate")) == 7
    article = only(rss(f"<p>{LONG.partition('-- ')[2]}</p><p><b>About the dam</b></p>{about}"))
    assert shown(article, "boilerplate") == []


def test_who_sends_a_release_is_not_who_wrote_it() -> None:
    body = "Nordby (ots) - Unbekannte kamen.<br/><br/>Zeugen rufen an.<br/><br/>Original-Content von: Polizei Nordby, übermittelt durch news aktuell"
    assert only(rss(body, "<dc:creator>Polizei Nordby</dc:creator>")).bylines == []
    assert only(rss(body, "<dc:creator>Eva Lund</dc:creator>")).bylines == ["Eva Lund"]


RELEASE = """MEDIA RELEASE PR67276
Contact: Ole Falk, Harbour Office, press@quay.example
EMBARGOED UNTIL March 6, 2026

Harbour Office Opens a Dam

NORDBY, Iowa, March 6, 2026 /PRNewswire/ --

The harbour office opened a dam on Friday.

It is old.
"""


def test_marks_contact_embargo_and_dateline_of_a_release_stand_in_lines_of_their_own() -> None:
    document = only(RELEASE, "r.txt")
    assert document.title == "Harbour Office Opens a Dam"
    assert (document.dateline, document.datelines) == (
        "NORDBY, Iowa, March 6, 2026 /PRNewswire/",
        ["NORDBY, Iowa"],
    )
    assert (document.status, document.embargo_until) == ("embargoed", "2026-03-06")
    assert shown(document, "lead") == ["The harbour office opened a dam on Friday."]


def test_letterhead_and_place_with_day_over_a_release_are_no_headline() -> None:
    text = "Hafenamt Nordby\n\nNordby, den 5. März 2026\n\nDer Damm öffnet\n\nNordby (ots) - Der Damm öffnet heute.\n\nOriginal-Content von: Hafenamt Nordby, übermittelt durch news aktuell\n"
    document = only(text, "r.txt")
    assert (document.title, document.published) == ("Der Damm öffnet", "2026-03-05")
    assert shown(document, "metadata")[:2] == ["Hafenamt Nordby", "Nordby, den 5. März 2026"]
    story = only("Nordby, im März\n\nDer Damm öffnete am Montag, sagte das Amt.\n", "s.txt")
    assert story.title == "Nordby, im März"


def test_a_desks_sign_under_a_plain_text_is_none_of_it() -> None:
    text = "Der Damm\n\nNordby (epd). Der Damm öffnete am Montag.\n\nEr ist alt.\n\nepd lwd/fun\n"
    assert shown(only(text, "t.txt"), "boilerplate") == ["epd lwd/fun"]
    other = text.replace("epd lwd/fun", "Er ist alt und/oder neu")
    assert shown(only(other, "t.txt"), "boilerplate") == []


def test_a_form_over_a_text_gives_its_fields() -> None:
    text = "Titel: Der Damm\nUnterzeile: Er ist alt\nAutor: Eva Lund\nDatum: 05.03.2026\nOrt: Nordby\n\nDer Damm öffnete am Montag.\n"
    document = only(text, "d.txt")
    assert (document.title, document.bylines, document.published, document.datelines) == (
        "Der Damm", ["Eva Lund"], "2026-03-05", ["Nordby"],
    )  # fmt: skip
    assert shown(document, "lead") == ["Der Damm öffnete am Montag."]
    talk = only("Lund: Der Damm ist alt.\nHolm: Er hält aber.\n\nSo ging es weiter.\n", "d.txt")
    assert talk.title is None


# ---------------------------------------------------------------- mail

HEAD = "From: Presse Hafenamt <presse@hafen.example>\nTo: x@y.example\nSubject: {}\nDate: Tue, 05 Mar 2026 10:00:00 +0100\n\n"


def test_a_release_by_mail_is_read_like_any_release() -> None:
    body = "Sehr geehrte Damen und Herren,\n\nPRESSEMITTEILUNG\n\nNordby, 5. März 2026\n\nDer Damm öffnet\n\nDer Damm öffnete am Montag, sagte das Amt.\n\nPressekontakt:\nOle Falk\n"
    document = only(HEAD.format("WG: PM 12/2026: Der Damm öffnet") + body)
    assert (document.title, document.bylines, document.source) == ("Der Damm öffnet", [], "Presse Hafenamt")
    assert shown(document, "lead", "paragraph") == ["Der Damm öffnete am Montag, sagte das Amt."]


def test_a_correspondents_mail_has_its_sender_as_writer_and_no_farewell() -> None:
    text = "From: Eva Lund <lund@blatt.example>\nTo: x@y.example\nSubject: Der Damm\nDate: Tue, 05 Mar 2026 10:00:00 +0100\n\n"
    document = only(
        text + "Hallo zusammen,\n\nder Damm öffnete am Montag, sagte das Amt.\n\nViele Grüße\nEva\n"
    )
    assert document.bylines == ["Eva Lund"]
    assert shown(document, "lead", "paragraph") == ["der Damm öffnete am Montag, sagte das Amt."]


def test_a_mail_that_was_passed_on_is_its_senders() -> None:
    passed = "bitte ansehen\n\n-----Ursprüngliche Nachricht-----\nVon: Ina Holm <holm@hafen.example>\nGesendet: Dienstag, 3. März 2026 17:00\nAn: Eva\nBetreff: AW: Der Damm\n\nDer Damm öffnete am Montag, sagte das Amt.\n"
    document = only(HEAD.format("WG: Der Damm") + passed)
    assert (document.title, document.bylines, document.published) == ("Der Damm", ["Ina Holm"], "2026-03-03")
    assert document.editor_notes == ["bitte ansehen"]
    fields = "Wir fragen:\n\nVon: wem?\nAn: wen?\n\nDer Damm öffnete am Montag, sagte das Amt.\n"
    assert "Von: wem?" in only(HEAD.format("Der Damm") + fields).text


# ---------------------------------------------------------------- JSON


def test_keys_in_any_letter_case_are_ninjs() -> None:
    item = {
        "uri": "1", "pubStatus": "usable", "versionCreated": "2026-03-05T10:00:00Z",
        "headlines": [{"role": "main", "value": "The dam"}],
        "bodies": [{"role": "main", "value": "<p>The dam held.</p>"}],
        "rightsInfo": {"copyrightHolder": {"name": "Nordwire"}, "copyrightNotice": "© Nordwire", "usageTerms": "Online"},
        "associations": [{"type": "picture", "creditLine": "Nordwire/Per Dahl", "descriptions": [{"role": "caption", "value": "A dam."}]}],
    }  # fmt: skip
    document = only(json.dumps(item))
    assert (document.copyright_holder, document.copyright, document.usage) == (
        "Nordwire",
        "© Nordwire",
        "Online",
    )
    assert [credit.text for credit in document.photo_credits] == ["Nordwire/Per Dahl"]


RUNS = [{"type": "text", "text": "The dam "}, {"type": "text", "marks": [], "text": "held on Monday."}]


@pytest.mark.parametrize(
    "tree",
    [
        {"type": "doc", "content": [{"type": "paragraph", "content": RUNS}, {"type": "heading", "content": [{"type": "text", "text": "Then"}]}, {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Rain"}]}]}]}]},
        [{"_type": "block", "children": [{"_type": "span", "text": "The dam "}, {"_type": "span", "text": "held on Monday."}]}, {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Then"}]}, {"_type": "block", "listItem": "bullet", "style": "listItem", "children": [{"_type": "span", "text": "Rain"}]}],
        {"blocks": [{"type": "paragraph", "data": {"text": "The dam <b>held</b> on Monday."}}, {"type": "header", "data": {"text": "Then", "level": 2}}, {"type": "list", "data": {"items": ["Rain"]}}]},
        [{"type": "text", "content": "The dam held on Monday."}, {"type": "header", "content": "Then"}, {"type": "list", "items": [{"type": "text", "content": "Rain"}]}, {"type": "interstitial_link", "content": "Read more"}, {"type": "raw_html", "content": "<script>x</script>"}],
        {"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "The dam held on Monday."}]}, {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "Then"}]}, {"nodeType": "list-item", "content": [{"nodeType": "text", "value": "Rain"}]}]},
        {"blocks": [{"text": "The dam held on Monday.", "type": "unstyled"}, {"text": "Then", "type": "header-two"}, {"text": "Rain", "type": "unordered-list-item"}], "entityMap": {}},
        {"root": {"type": "root", "children": [{"type": "paragraph", "children": RUNS}, {"type": "heading", "children": [{"type": "text", "text": "Then"}]}, {"type": "list", "children": [{"type": "listitem", "children": [{"type": "text", "text": "Rain"}]}]}]}},
    ],
)  # fmt: skip
def test_a_text_kept_as_a_tree_is_read_by_what_its_nodes_say(tree: object) -> None:
    document = only(json.dumps({"title": "The dam", "author": "Ina Holm", "body": tree}))
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "The dam"), ("byline", "Ina Holm"), ("lead", "The dam held on Monday."), ("subheading", "Then"), ("list_item", "Rain"),
    ]  # fmt: skip


def test_a_list_of_objects_without_types_is_no_tree() -> None:
    assert not is_tree([{"text": "The dam held."}, "It is old."])
    assert not is_tree(["The dam held."])


def test_blocks_of_a_text_are_never_runs_of_a_line() -> None:
    nodes = [{"type": "text", "content": f"The dam held on day {number}."} for number in range(3)]
    document = only(json.dumps({"title": "The dam", "content_elements": nodes}))
    assert len(shown(document, "lead", "paragraph")) == 3


def test_a_picture_among_nodes_is_one_with_its_makers() -> None:
    nodes = [
        {"type": "text", "content": "The dam held on Monday, they said."},
        {"type": "image", "url": "https://x.example/a.jpg", "caption": "A dam.", "credits": {"by": [{"name": "Per Dahl"}], "affiliation": [{"name": "Nordwire"}]}},
    ]  # fmt: skip
    document = only(json.dumps({"headlines": {"basic": "The dam"}, "content_elements": nodes}))
    assert document.title == "The dam"
    assert [credit.text for credit in document.photo_credits] == ["Per Dahl/Nordwire"]
    assert shown(document, "caption") == ["A dam."]


def test_what_stands_around_a_story_in_json_is_said_of_it() -> None:
    inner = {"headline": "The dam", "body": "<p>The dam held on Monday.</p>"}
    document = only(
        json.dumps({"results": [{"webPublicationDate": "2026-03-05T10:00:00Z", "fields": inner}]})
    )
    assert (document.title, document.published) == ("The dam", "2026-03-05T10:00:00Z")


def test_a_number_is_no_writer_and_a_cut_beginning_no_standfirst() -> None:
    post = {
        "title": {"rendered": "The dam"},
        "content": {"rendered": "<p>The dam held on Monday, they said.</p>"},
        "author": 3,
    }
    cut = post | {
        "excerpt": {"rendered": "<p>The dam held […]</p>"},
        "_embedded": {"author": [{"name": "Eva Lund"}]},
    }
    assert only(json.dumps([post])).byline is None
    document = only(json.dumps([cut]))
    assert document.bylines == ["Eva Lund"]
    assert shown(document, "lead") == ["The dam held on Monday, they said."]
    whole = post | {"excerpt": {"rendered": "<p>It is old.</p>"}}
    assert shown(only(json.dumps([whole])), "lead") == ["It is old."]


@pytest.mark.parametrize(
    ("end", "doubted"), [("… [+1204 chars]", True), (" [mehr]", True), (" […]", True), (" [sic]", False), ("", False)]
)  # fmt: skip
def test_a_text_that_its_feed_has_cut_short_is_told_as_doubtful(end: str, doubted: bool) -> None:
    document = only(rss(f"<p>The dam held on Monday.{end}</p>"))
    assert [doubt.kind for doubt in document.doubts] == (["text"] if doubted else [])
    assert ("[sic]" in document.text) is (end == " [sic]")


# ---------------------------------------------------------------- feeds of sites


def test_a_comment_and_a_setting_that_blogger_exports_are_no_stories() -> None:
    def entry(kind: str) -> str:
        category = f'<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#{kind}"/>'
        return f'<entry><id>{kind}</id>{category}<title>{kind}</title><content type="text">The dam held.</content></entry>'

    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry("settings")}{entry("post")}{entry("comment")}</feed>'
    assert [document.title for document in documents(feed)] == ["post"]


def test_a_login_stands_for_the_name_that_is_shown() -> None:
    text = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
        <wp:author><wp:author_login>elund</wp:author_login><wp:author_display_name>Eva Lund</wp:author_display_name></wp:author>
        <item><title>The dam</title><dc:creator>elund</dc:creator><content:encoded>The dam held.

[embed]https://films.example/1[/embed]</content:encoded><wp:post_type>post</wp:post_type></item></channel></rss>"""
    document = only(text)
    assert document.bylines == ["Eva Lund"]
    assert "films.example" not in document.text


def test_what_a_site_asks_for_is_no_paragraph_but_the_text_of_a_teaser_is() -> None:
    body = (
        '<p class="teaser">The dam held.</p><div class="subscription-widget"><p>Thanks for reading!</p></div>'
        "<p>Jetzt abonnieren</p><p>Lesen Sie auch: Der Hafen</p><p>Lesen Sie auch, was Holm sagte.</p><p>Share</p>"
    )
    document = only(rss(body))
    assert shown(document, "lead", "paragraph") == ["The dam held.", "Lesen Sie auch, was Holm sagte."]


def test_question_and_answer_in_one_paragraph_are_two() -> None:
    body = "<p><strong>Does it hold?</strong><br>It does.<br><strong>How long?</strong><br>For years.</p>"
    assert shown(only(rss(body)), "lead", "paragraph") == [
        "Does it hold?",
        "It does.",
        "How long?",
        "For years.",
    ]
    verse = "<p>It <b>holds</b><br>for years.</p>"
    assert shown(only(rss(verse)), "lead", "paragraph") == ["It holds for years."]


def test_a_pull_quote_is_said_once() -> None:
    told = "<p>“The dam will hold for a hundred years,” said Holm.</p>"
    pulled = "<blockquote><p>“The dam will hold for a hundred years”</p></blockquote>"
    assert shown(only(rss(told + pulled)), "blockquote") == []
    assert len(shown(only(rss("<p>The dam is old.</p>" + pulled)), "blockquote")) == 1


def test_front_matter_shortcodes_and_notes_of_a_draft_are_read() -> None:
    draft = """---
title: The dam
author: [Eva Lund, Ole Falk]
tags:
  - dams
---

{{< figure src="a.jpg" caption="A dam on Monday" attr="Foto: Ole Falk" >}}

The dam held.[^1]

{% embed https://films.example/1 %}

![A wall. Foto: Eva Lund](b.jpg "Wall")

[^1]: As of Monday.
"""
    document = only(draft, "d.md")
    assert (document.byline, document.bylines) == ("Eva Lund, Ole Falk", ["Eva Lund", "Ole Falk"])
    assert [caption.text for caption in document.captions] == ["A dam on Monday", "A wall."]
    assert shown(document, "lead", "paragraph", "list_item") == ["The dam held.", "As of Monday."]
