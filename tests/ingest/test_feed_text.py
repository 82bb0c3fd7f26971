"""What a feed's item says as text: nothing lost outside paragraphs, nothing in it that is markup."""

import json
from pathlib import Path

import pytest

from provenance.errors import InputError
from provenance.ingest import parse, read, sniff
from provenance.ingest.feeds.flow import html_pieces, read_html
from provenance.model import Document
from provenance.pipeline import audit

PROSE_KINDS = ("lead", "paragraph", "list_item", "blockquote", "subheading")


def documents(text: str, name: str = "feed.dat") -> list[Document]:
    return parse(text.encode(), name)


def shown(document: Document, *kinds: str) -> list[str]:
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind in (kinds or PROSE_KINDS)
    ]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("Vor dem Damm<p>Am Damm</p>dahinter", ["Vor dem Damm", "Am Damm", "dahinter"]),
        ("<p>Der Damm<br>hält</p>", ["Der Damm hält"]),
        ("<p>Der Damm</p><ul><li>eins</li><li>zwei</li></ul>", ["Der Damm", "eins", "zwei"]),
        ("<p>Der Damm<br><br>Er hält</p>", ["Der Damm", "Er hält"]),
        ("<div>Der <b>Damm</b> hält<div>fest</div></div>", ["Der Damm hält", "fest"]),
        ("Der Damm hält.\n\nDas ist <em>gut</em>.\n\nMehr nicht.", ["Der Damm hält.", "Das ist gut.", "Mehr nicht."]),
        ("<style>p {color: red}</style><p>Der Damm</p><script>x()</script>", ["Der Damm"]),
        ("<table><tr><td>Der Damm hält</td></tr></table>", ["Der Damm hält"]),
        ("p.c1 {margin: 0.0px; font: 12px}<p>Der Damm</p>", ["Der Damm"]),
        ("&lt;p&gt;Der Damm&lt;/p&gt;&lt;p&gt;hält&lt;/p&gt;", ["Der Damm", "hält"]),
        ("&amp;lt;p&amp;gt;Der Damm&amp;lt;/p&amp;gt;", ["Der Damm"]),
        ("", []),
    ],
)  # fmt: skip
def test_markup_is_read_as_a_reader_sees_it(markup: str, texts: list[str]) -> None:
    assert [" ".join(piece.text.split()) for piece in html_pieces(markup)] == texts


def test_an_agencys_paragraphs_in_one_element_are_paragraphs() -> None:
    item = {
        "uri": "1",
        "headline": "Damm",
        "body_html": "<p>NORDBY (AP) - The dam\nheld on Monday.\n    It is\nold.</p>",
    }
    (document,) = documents(json.dumps(item), "x.json")
    assert shown(document) == ["The dam held on Monday.", "It is old."]


def test_figures_of_the_markup_are_pictures_with_caption_and_credit() -> None:
    markup = (
        '<p>Der Damm.</p><figure><img src="https://x.example/a/damm.jpg?w=1"><figcaption>Am Morgen. '
        '<span class="image-credit">Eva Lund/dpa</span></figcaption></figure><img src="b.gif">'
    )
    (picture,) = read_html(markup).pictures
    assert (picture.name, picture.caption, picture.credit) == ("damm.jpg", "Am Morgen.", "Eva Lund/dpa")


RSS = """<rss version="2.0"><channel><title>Kurier</title><language>de</language><item><title>{title}</title>{rest}</item></channel></rss>"""


@pytest.mark.parametrize(
    "title",
    ["Kr&#228;ne &amp;amp; K&auml;hne", "&lt;b&gt;Kr&amp;auml;ne&lt;/b&gt; &amp;#38; Kähne", "<![CDATA[Kr&auml;ne &#x26; Kähne]]>"],
)  # fmt: skip
def test_no_reference_and_no_tag_stands_in_a_headline(title: str) -> None:
    (document,) = documents(RSS.format(title=title, rest="<description>Ein Satz.</description>"))
    assert document.title == "Kräne & Kähne"


def test_elements_are_told_by_their_namespace_and_not_by_their_name() -> None:
    rest = """<media:content xmlns:media="http://search.yahoo.com/mrss/" url="a.jpg"><media:title>Bildtitel</media:title>
<media:credit>Eva Lund</media:credit></media:content><description>Der Damm hält, sagte Calder.</description>
<itunes:title>Folge 1</itunes:title>"""
    (document,) = documents(RSS.format(title="Damm", rest=rest))
    assert (document.title, shown(document)) == ("Damm", ["Der Damm hält, sagte Calder."])
    assert [credit.text for credit in document.photo_credits] == ["Eva Lund"]


def test_a_group_of_renditions_is_one_picture() -> None:
    rest = "".join(
        f'<media:content url="{size}.jpg"><media:credit>Eva Lund</media:credit></media:content>'
        for size in range(4)
    )
    (document,) = documents(RSS.format(title="Damm", rest=f"<description>Er hält.</description>{rest}"))
    assert len(document.pictures) == 1


def test_a_wordpress_post_has_paragraphs_by_blank_lines_and_no_codes() -> None:
    post = (
        "[dropcap]D[/dropcap]er Damm hält.\n\nDas sagte <em>Calder</em>.\n\n"
        '[caption id="a" align="left"]<img src="d/damm.jpg" /> Der Damm am Morgen[/caption]\n\n'
        '[gallery ids="1,2"]\n<h2>Lage</h2>\n[sic] heißt so.'
    )
    rest = f"<wp:post_type>post</wp:post_type><content:encoded><![CDATA[{post}]]></content:encoded>"
    (document,) = documents(RSS.format(title="Damm", rest=rest))
    assert shown(document) == ["Der Damm hält.", "Das sagte Calder.", "Lage", "[sic] heißt so."]
    assert [caption.text for caption in document.captions] == ["Der Damm am Morgen"]


def test_every_item_of_a_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Kurier", "home_page_url": "https://kurier.example/", "language": "de",
        "items": [
            {"id": 1, "title": "Damm", "content_html": "<p>Der Damm hält.</p>", "date_published": "2026-09-03T08:00:00+02:00",
             "authors": [{"name": "Lena Brandt"}, {"name": "Ole Vang"}]},
            {"id": "2", "content_text": "Ein Satz.\n\nNoch einer."},
            7,
        ],
    }  # fmt: skip
    errors: list[InputError] = []
    one, two = parse(json.dumps(feed).encode(), "feed.json", on_error=errors.append)
    assert (one.title, one.bylines, one.published, one.outlet, one.format) == (
        "Damm", ["Lena Brandt", "Ole Vang"], "2026-09-03T08:00:00+02:00", "Kurier", "json-feed",
    )  # fmt: skip
    assert shown(two) == ["Ein Satz.", "Noch einer."]
    assert len(errors) == 1


DIGITALWIRES = {
    "format": "digitalwires@0.9.1", "urn": "urn:newsml:dpa.com:20090101:260903-1", "version": 2, "pubstatus": "usable",
    "signal": "sig:correction", "language": "de", "kicker": "Deiche", "headline": "Der Damm hält", "teaser": "Nordby atmet auf.",
    "byline": "Von Lena Brandt, dpa", "dateline": "Nordby (dpa/lno) - ", "creditline": "dpa", "version_created": "2026-09-03T10:00:00+02:00",
    "article_html": '<section class="main"><p>Der Damm hat gehalten.</p><h4>Lage</h4><p>Alles ruhig.</p></section>',
    "ednotes": [
        {"role": "dpaednoterole:closingline", "ednote": "dpa mt yyno n1"},
        {"role": "dpaednoterole:correctionshort", "ednote": "In einer früheren Version hieß es, er sei gebrochen."},
    ],
    "associations": [{"type": "image", "urn": "urn:x:9", "caption": "Der Damm am Morgen.", "creditline": "Eva Lund/dpa"}],
}  # fmt: skip


def test_digitalwires_are_read_whole() -> None:
    (document,) = documents(json.dumps(DIGITALWIRES), "x.json")
    assert [block.kind for block in document.blocks] == [
        "kicker", "headline", "byline", "lead", "paragraph", "subheading", "paragraph", "caption", "photo_credit",
    ]  # fmt: skip
    assert (document.dateline, document.datelines, document.source, document.status) == (
        "Nordby (dpa/lno)", ["Nordby"], "dpa", "correction",
    )  # fmt: skip
    assert document.editor_notes == ["In einer früheren Version hieß es, er sei gebrochen."]
    assert (document.format, document.genre, document.version) == ("digitalwires", "wire", "2")


def test_a_picture_of_digitalwires_or_of_ap_is_a_picture() -> None:
    wire = {
        "format": "digitalwires@1.0",
        "type": "image",
        "urn": "u1",
        "caption": "Der Damm.",
        "creditline": "Eva Lund/dpa",
    }
    ap = {"data": {"item": {
        "type": "picture", "uri": "https://api.ap.example/1", "headline": "Dam", "photographer": {"name": "Eva Lund"},
        "caption": {"nitf": "<p>The dam in the morning.</p>"}, "pubstatus": "usable"}}}  # fmt: skip
    for value, caption, credit in (
        (wire, "Der Damm.", "Eva Lund/dpa"),
        (ap, "The dam in the morning.", "Eva Lund"),
    ):
        (document,) = documents(json.dumps(value), "x.json")
        assert [found.text for found in document.captions] == [caption]
        assert [found.text for found in document.photo_credits] == [credit]


HOUSE = """<?xml version="1.0"?><Ausgabe Datum="2026-09-04"><Meldung id="7"><Ueberschrift>Der Damm h&auml;lt</Ueberschrift>
<Autor>Von Lena Brandt</Autor><Datum>3.9.2026</Datum><Quelle>dpa</Quelle><Fliesstext>&lt;p&gt;Der Damm hat die ganze Nacht gehalten.&lt;/p&gt;
</Fliesstext><Bild><Bildunterschrift>Am Morgen.</Bildunterschrift><Fotograf>Eva Lund</Fotograf></Bild></Meldung><Meldung>
<Ueberschrift>Zwei</Ueberschrift><Fliesstext>Hier steht noch ein zweiter Text.</Fliesstext></Meldung></Ausgabe>"""


def test_a_houses_own_xml_is_read_by_what_its_elements_say() -> None:
    one, two = documents(HOUSE, "export.xml")
    assert (one.title, one.bylines, one.published, one.source) == (
        "Der Damm hält",
        ["Lena Brandt"],
        "2026-09-03",
        "dpa",
    )
    assert (shown(one), two.title) == (["Der Damm hat die ganze Nacht gehalten."], "Zwei")
    assert [found.text for found in (*one.captions, *one.photo_credits)] == ["Am Morgen.", "Eva Lund"]


def test_a_houses_own_json_is_read_by_what_its_keys_say() -> None:
    house = {
        "meta": {"n": 1},
        "artikel": [
            {"titel": "Damm", "verfasser": "Lena Brandt", "absaetze": ["Der Damm hat gehalten.", "Gut so."]}
        ],
    }
    (document,) = documents(json.dumps(house), "export.json")
    assert (document.title, document.bylines, shown(document)) == (
        "Damm",
        ["Lena Brandt"],
        ["Der Damm hat gehalten.", "Gut so."],
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xml", "<config><port>80</port><text>an</text></config>"),
        ("a.dat", '<?xml version="1.0"?><books><book><title>Der Damm</title><price>3</price></book></books>'),
        ("a.svg", "<svg><title>Bild</title><text>Ein langer Text in einem Bild</text></svg>"),
        ("a.json", '{"a": {"b": ["dies ist kein Text einer Meldung"]}}'),
        ("a.txt", '<?xml version="1.0"?><config><port>80</port></config>'),
    ],
)
def test_what_no_name_calls_a_text_is_refused_in_one_line(name: str, text: str) -> None:
    with pytest.raises(InputError, match="of no known format") as caught:
        documents(text, name)
    assert "\n" not in str(caught.value)


IPTC = "bdt0123 4 pl 100  dpa 0456\n\nDamm/Nordby/\nDer Damm hält =\n\n   Nordby (dpa) - Der Damm hat\ngehalten.\n\n   Alles ist ruhig. \n\ndpa mt yy a1\n031000 Sep 26\n"


@pytest.mark.parametrize(
    "text", [IPTC, f"^A{IPTC.replace('Der Damm hält', '^BDer Damm hält').replace('031000', '^C031000')}"]
)
def test_agency_text_is_read_without_its_control_characters(text: str) -> None:
    assert sniff(text.encode(), "m.txt") == "iptc7901"
    (document,) = documents(text, "m.txt")
    assert (document.title, document.datelines, document.source, document.published) == (
        "Der Damm hält", ["Nordby"], "dpa", "2026-09-03T10:00:00+00:00",
    )  # fmt: skip
    assert shown(document) == ["Der Damm hat gehalten.", "Alles ist ruhig."]


@pytest.mark.parametrize(
    "item",
    [
        {"uri": "1", "headline": "Hafen", "body_text": "Im Hafen ruht die Arbeit.", "associations": {"a": {"type": "picture", "uri": "k.jpg"}}},
        {"uri": "1", "type": "picture", "headline": "Hafen"},
        {"format": "digitalwires@1.0", "type": "image", "headline": "Hafen", "urn": "u"},
    ],
)  # fmt: skip
def test_a_finding_on_a_picture_without_words_points_at_words(item: dict[str, object]) -> None:
    (document,) = documents(json.dumps(item), "x.json")
    (finding,) = [one for one in audit([document]).findings if one.rule == "missing-photo-credit"]
    assert document.text[finding.start : finding.end] == "Hafen"


def test_broken_items_and_files_cost_themselves_and_not_the_run(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text(
        json.dumps({"uri": "1", "headline": "Hafen", "body_text": "Im Hafen ruht die Arbeit."})
    )
    (tmp_path / "part.json").write_text(
        json.dumps([{"uri": "2", "headline": "Kran", "body_text": "Der Kran steht still."}, 7, {"uri": "3"}])
    )
    (tmp_path / "prefix.xml").write_text(
        RSS.format(title="Damm", rest="<a:b x:y='1'/><description>Er hielt.</description>")
    )
    (tmp_path / "none.xml").write_text("<config><port>80</port></config>")
    read_items = list(read([str(tmp_path)]))
    assert [one.title for one in read_items if isinstance(one, Document)] == ["Hafen", "Kran", "Damm"]
    assert len([one for one in read_items if isinstance(one, InputError)]) == 3
