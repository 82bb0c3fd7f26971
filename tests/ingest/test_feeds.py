"""Feeds: each format told by its content and read into the same fields; hostile files do no harm."""

import json
from pathlib import Path

import pytest

from provenance.errors import InputError
from provenance.ingest import parse, read, sniff
from provenance.model import Document

BODY = "<p>NORDBY (dpa) - Im Hafen ruht die Arbeit.</p><p>„Wir warten“, sagte Ina Holm.</p>"
NITF = f"""<?xml version="1.0"?><nitf><head><docdata management-status="embargoed"><doc-id id-string="n1" regsrc="dpa"/>
<date.issue norm="20260903T081500+0200"/><date.release norm="20260904T060000+0200"/><ed-msg info="Bitte prüfen"/>
<doc.copyright holder="dpa GmbH" year="2026"/></docdata></head><body><body.head><hedline><hl1>Hafen ruht</hl1></hedline>
<byline>Von Lena Brandt <byttl>Redakteurin</byttl></byline></body.head><body.content><media media-type="image">
<media-reference source="k.jpg"/><media-caption>Kräne am Morgen.</media-caption><media-producer>Eva Lund/dpa</media-producer></media>
{BODY}</body.content></body></nitf>"""
G2 = f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:g2:1" version="3" xml:lang="de"><rightsInfo><copyrightHolder literal="dpa GmbH"/><usageTerms>Nur redaktionell</usageTerms></rightsInfo>
<itemMeta><provider literal="dpa"/><versionCreated>2026-09-03T08:15:00+02:00</versionCreated><pubStatus qcode="stat:usable"/>
<edNote>Bitte prüfen</edNote><signal qcode="sig:update"/></itemMeta><contentMeta><creditline>dpa</creditline><by>Von Lena Brandt</by>
<headline>Hafen ruht</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:g2:2" version="1"><itemMeta><provider literal="dpa"/><pubStatus qcode="stat:canceled"/></itemMeta>
<contentMeta><headline>Zweiter Text</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Ein Satz.</p></body></html></inlineXML></contentSet></newsItem>
</itemSet></newsMessage>"""
NEWSML = f"""<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><ThisRevisionCreated>20260903T081500+0200</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Hafen ruht</HeadLine><ByLine>Von Lena Brandt</ByLine><DateLine>Nordby, 3 sept 2026 (AFP)</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
<ContentItem><DataContent>{BODY}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
NINJS = json.dumps(
    {
        "uri": "n1", "type": "text", "headline": "Hafen ruht", "byline": "Von Lena Brandt", "source": "dpa", "pubstatus": "usable",
        "versioncreated": "2026-09-03T08:15:00+02:00", "body_html": BODY, "language": "de",
        "associations": {"main": {"type": "picture", "uri": "k.jpg", "description_text": "Kräne am Morgen.", "byline": "Eva Lund/dpa"}},
    }
)  # fmt: skip
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Nordbyer Tagblatt</title><language>de-de</language><item><title>Hafen ruht</title><guid>r1</guid><dc:creator>Lena Brandt</dc:creator>
<pubDate>Thu, 03 Sep 2026 08:15:00 +0200</pubDate><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Zweiter Text</title><guid>r2</guid><description>Ein Satz.</description></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Nordbyer Tagblatt</title><entry><id>a1</id><title>Hafen ruht</title>
<author><name>Lena Brandt</name></author><published>2026-09-03T08:15:00+02:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""
WXR = f"""<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Nordbyer Tagblatt</title><item><title>logo</title><guid>w0</guid><wp:post_type>attachment</wp:post_type></item>
<item><title>Hafen ruht</title><guid>w1</guid><dc:creator>Lena Brandt</dc:creator><pubDate>Thu, 03 Sep 2026 08:15:00 +0200</pubDate>
<wp:post_type>post</wp:post_type><content:encoded><![CDATA[{BODY}]]></content:encoded></item></channel></rss>"""
IPTC = "\x01eca062 4 i 211  dpa 061\r\n\r\nGermany/\r\n\x02Hafen ruht\r\nVon Lena Brandt =\r\n\r\nNordby (dpa) - Im Hafen ruht\r\ndie Arbeit.\r\n\r\n„Wir warten“, sagte Ina Holm.\r\n\r\n\x03030815 GMT Sep 26\r\n"
ANPA = "\x16\x16\x01W2870\x13_x\nf l\x13\x11 BC-Hafen     09-03 0100\n^\x02^BC-Hafen, 2nd Ld,100<\n^Hafen ruht<\n^Eds: Bitte prüfen.<\n^By LENA BRANDT=\n^Associated Press=\n\t   NORDBY (AP) _ Im Hafen ruht die Arbeit.\n \n\t   „Wir warten“, sagte Ina Holm.\n \n\t   ^AP-WF-09-03-26 0615GMT<\n\x03"
MAIL = "From: Lena Brandt <brandt@hafen.example>\nTo: desk@tagblatt.example\nSubject: Hafen ruht\nDate: Thu, 03 Sep 2026 08:15:00 +0200\nMessage-ID: <m1@hafen.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nIm Hafen ruht die Arbeit.\n\n„Wir warten“, sagte Ina Holm.\n\n-- \nHafenbehörde Nordby\n"
LINES = "\n".join(
    json.dumps(
        {
            "id": f"l{n}",
            "title": "Hafen ruht",
            "author": "Lena Brandt",
            "date": "2026-09-03",
            "text": "Im Hafen ruht die Arbeit.\n\n„Wir warten“, sagte Ina Holm.",
        }
    )
    for n in (1, 2)
)

SAMPLES = [
    ("nitf", NITF), ("newsml-g2", G2), ("newsml", NEWSML), ("ninjs", NINJS), ("rss", RSS), ("rss", ATOM), ("rss", WXR),
    ("iptc7901", IPTC), ("anpa", ANPA), ("mail", MAIL), ("jsonl", LINES),
]  # fmt: skip


def first(text: str) -> Document:
    return parse(text.encode(), "feed.dat")[0]


@pytest.mark.parametrize(
    ("form", "text"), SAMPLES, ids=[f"{form}-{number}" for number, (form, _) in enumerate(SAMPLES)]
)
def test_a_format_is_told_by_its_content_and_gives_headline_writer_day_and_text(form: str, text: str) -> None:
    assert sniff(text.encode(), "feed.dat") == form
    document = first(text)
    assert document.title == "Hafen ruht"
    assert document.bylines == ["Lena Brandt"]
    assert (document.published or "").startswith("2026-09-03")
    prose = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind in ("lead", "paragraph")
    ]
    assert prose == ["Im Hafen ruht die Arbeit.", "„Wir warten“, sagte Ina Holm."]


def test_nitf_tells_embargo_note_owner_and_picture() -> None:
    document = first(NITF)
    assert (document.status, document.embargo_until) == ("embargoed", "2026-09-04T06:00:00+02:00")
    assert (document.editor_notes, document.copyright_holder, document.wire_credits) == (
        ["Bitte prüfen"],
        "dpa GmbH",
        ["dpa"],
    )
    (picture,) = document.pictures
    assert picture.caption is not None and picture.caption.text == "Kräne am Morgen."
    assert picture.credit is not None and picture.credit.holders == ["Eva Lund", "dpa"]


def test_several_items_of_a_file_are_several_documents_of_one_path() -> None:
    documents = parse(G2.encode(), "g2.xml")
    assert [(document.id, document.path, document.status) for document in documents] == [
        ("dpa:urn:g2:1", "g2.xml", "update"),
        ("dpa:urn:g2:2", "g2.xml", "canceled"),
    ]


def test_attachments_of_a_wordpress_export_are_no_stories() -> None:
    assert [document.title for document in parse(WXR.encode(), "x.xml")] == ["Hafen ruht"]


def test_an_anpa_lead_is_an_update_with_its_note_kept_apart() -> None:
    document = first(ANPA)
    assert (document.status, document.editor_notes, document.datelines) == (
        "update",
        ["Bitte prüfen."],
        ["NORDBY"],
    )
    assert "Bitte" not in document.text


def test_xml_expands_no_entity_and_reads_no_file() -> None:
    hostile = NITF.replace(
        "<nitf>",
        '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><nitf>',
        1,
    )
    document = first(hostile.replace("ruht die Arbeit", "ruht die Arbeit &x; &b;"))
    assert "root:" not in document.text and "aaaa" not in document.text


def test_a_lying_encoding_declaration_is_mended() -> None:
    lying = NITF.replace('version="1.0"', 'version="1.0" encoding="us-ascii"').replace(
        "Hafen ruht", "Kräne ruhen"
    )
    assert first(lying).title == "Kräne ruhen"


def test_a_truncated_feed_gives_what_can_be_read() -> None:
    assert first(NITF[: NITF.index("</body.content>")]).title == "Hafen ruht"


@pytest.mark.parametrize("text", ['{"a": ', "[]", "{}", "[1]", '{"a": ' * 100_000, "{" * 200_000])
def test_broken_json_is_one_line(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text.encode(), "x.json")
    assert "\n" not in str(caught.value)


def test_a_folder_mixes_all_formats(tmp_path: Path) -> None:
    for number, (form, text) in enumerate(SAMPLES):
        (tmp_path / f"{number:02}-{form}.dat").write_bytes(text.encode())
    items = list(read([str(tmp_path)]))
    assert not [item for item in items if isinstance(item, InputError)]
    assert len(items) == len(SAMPLES) + 3
