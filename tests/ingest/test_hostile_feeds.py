"""Hostile and half-broken feeds, mail and JSON: a bad item costs itself, nothing acts, everything else is read."""

import json
import time
from pathlib import Path

import pytest

from provenance.errors import Defect, InputError
from provenance.grounding import document_faults
from provenance.ingest import parse, read
from provenance.model import Document

SENTENCE = "Im Hafen von Nordby ruht die Arbeit seit dem Morgen."


def read_all(data: bytes | str, name: str = "feed.dat") -> tuple[list[Document], list[InputError]]:
    """The documents and errors of one file; no error may be a defect, no document broken."""
    errors: list[InputError] = []
    try:
        documents = parse(data.encode() if isinstance(data, str) else data, name, on_error=errors.append)
    except InputError as error:
        documents, errors = [], [error]
    for told in errors:
        assert not isinstance(told, Defect), told.trace
        assert "\n" not in str(told)
    for document in documents:
        assert not list(document_faults(document))
        assert "\0" not in document.text and "\0" not in document.id
        for text in (
            document.text,
            document.id,
            document.title or "",
            document.byline or "",
            *document.editor_notes,
        ):
            text.encode()
    return documents, errors


def rss(*items: str) -> str:
    return f"<rss><channel><title>Tagblatt</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


@pytest.mark.parametrize(
    "item",
    [
        f"<title>Hafen</title><content:encoded><![CDATA[<p>{SENTENCE}</p>]]></content:encoded>",
        f"<title>Hafen</title><a:b:encoded>{SENTENCE}</a:b:encoded><description>{SENTENCE}</description>",
        f"<title>Hafen</title><description>{SENTENCE}&#xD800;&#0;&#x110000;&#{'9' * 5000};</description>",
        f"<title>Hafen</title><description>{SENTENCE}\0\x01</description>",
        f"<title>Hafen</title><:/><_:-/><x:1y/><description>{SENTENCE}</description>",
        f"<title>Hafen</title><?php x ?><!-- x --><description>&nbsp;{SENTENCE}&unknown;</description>",
        f"<title>Hafen</title><pubDate>Thu, 99 Foo 99999 99:99:99 +9999999999</pubDate><description>{SENTENCE}</description>",
        f"<title>Hafen</title><pubDate>0000-00-00T99:99:99</pubDate><description>{SENTENCE}</description>",
        f"<title>Hafen</title><description>&lt;frameset&gt;&lt;body&gt;&lt;body&gt;&lt;?p?&gt;{SENTENCE}</description>",
    ],
)
def test_odd_markup_in_an_item_costs_no_word_of_it(item: str) -> None:
    (document,), errors = read_all(rss(item))
    assert document.title == "Hafen" and SENTENCE in document.text and not errors
    assert document.published is None


def test_named_characters_that_xml_does_not_know_are_read() -> None:
    (document,), _ = read_all(rss("<title>Kr&auml;ne &amp; K&auml;hne&hellip;</title>"))
    assert document.title == "Kräne & Kähne…"


JUNK = (
    None, True, -1, 10**400, 1.5, float("nan"), float("inf"), "", " \n", "\ud800x", "\0", [], [[]], [[["x"]]], {}, {"a": {}},
    ["\udfff"], "x" * 100_000, {"value": "x"}, [{"role": [], "value": {}}],
)  # fmt: skip
FIELDS = (
    "uri", "guid", "id", "url", "type", "language", "headline", "headlines", "byline", "by", "located", "source",
    "provider", "infosources", "creditline", "copyrightnotice", "copyrightholder", "usageterms", "versioncreated",
    "embargoed", "pubstatus", "version", "outlet", "ednote", "body_html", "body_text", "bodies", "associations",
)  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_any_type_and_size_costs_at_most_its_item(field: str) -> None:
    for junk in JUNK:
        entry = {"uri": "1", "headline": "Hafen", "body_text": SENTENCE}
        items = [
            entry | {field: junk},
            entry,
            {**entry, "associations": {"a": {"type": "picture", field: junk}}},
        ]
        documents, _ = read_all(json.dumps(items), "x.json")
        assert any(SENTENCE in document.text for document in documents)


@pytest.mark.parametrize(
    "line",
    ["{kaputt", "[1, 2]", "null", '{"a": ' * 5000, "[" * 5000, '{"headline": ' + "9" * 5000 + "}", '{"uri": "\\ud800"}'],
    ids=range(7),
)  # fmt: skip
def test_a_bad_line_or_item_is_told_by_its_place_and_the_others_are_read(line: str) -> None:
    good = json.dumps({"uri": "1", "headline": "Hafen", "body_text": SENTENCE})
    documents, (error,) = read_all(f"{good}\n{line}\n{good}", "x.jsonl")
    assert len(documents) == 2
    assert error.where in ("x.jsonl:2", "x.jsonl, item 2")


def test_an_item_without_words_is_told(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss("<title>Eins</title>", "<title> </title>", "<title>Drei</title>"), encoding="utf-8")
    one, two, three = read([str(path)])
    assert isinstance(one, Document) and isinstance(three, Document)
    assert isinstance(two, InputError) and two.where == f"{path}, item 2"


@pytest.mark.parametrize(
    ("text", "loss"),
    [
        *(
            (rss("<title>Eins</title>", "<title>Zwei &amp; Drei</title>")[:-cut], "ends early")
            for cut in range(1, 60)
        ),
        (rss("<title>Eins</title>", "<title><![CDATA[Zwei"), "ends early"),
        (rss("<title>Eins</title>") + rss("<title>Zwei</title>"), "more than one document"),
        (rss("<title>Eins</title>", "<b>" * 10_000), "too deeply"),
    ],
)
def test_a_feed_that_is_cut_short_is_read_and_told(text: str, loss: str) -> None:
    documents, errors = read_all(text)
    assert documents[0].title == "Eins"
    assert loss in errors[-1].what


def test_an_item_whose_own_markup_nests_too_deeply_costs_itself() -> None:
    deep = "&lt;div&gt;" * 10_000
    (document,), (error,) = read_all(
        rss(f"<title>A</title><description>{deep}</description>", "<title>B</title>")
    )
    assert document.title == "B" and "item 1" in error.where


def test_items_in_items_are_read_once() -> None:
    nested = "<NewsItem><HeadLine>H{0}</HeadLine><DataContent><p>T{0}.</p></DataContent>"
    text = "<NewsML>" + "".join(map(nested.format, range(50))) + "</NewsItem>" * 50 + "</NewsML>"
    documents, _ = read_all(text)
    assert [document.text for document in documents] == [f"H{number}\n\nT{number}." for number in range(50)]


def test_a_picture_without_words_stands_in_the_text() -> None:
    text = """<newsItem guid="a"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Hafen</headline>
</contentMeta></newsItem>"""
    (document,), _ = read_all(text)
    (picture,) = document.pictures
    assert 0 <= picture.start <= picture.end <= len(document.text)


HEADERS = "From: Lena Brandt <brandt@hafen.example>\nTo: d@t.example\nSubject: Hafen ruht\nDate: Thu, 03 Sep 2026 08:15:00 +0200\n"


@pytest.mark.parametrize(
    "header",
    [
        "From: @", "From: <", "From: (((", 'From: "', "From: ," * 500, "From: " + "(" * 5000, "From: =?utf-8?b?=ZZ?=",
        "Subject: =?base64?q?x?=", "Subject: =?utf-8?b?/w==?=", "Subject: =?idna?b?" + "w" * 5000 + "?=", "Subject: \ud800",
        "Date: 0", "Date: Mon, 1 Jan 0000 00:00:00 -9999", "Date: " + "9" * 5000, "Message-ID: <", "Message-ID: []@[",
        "Content-Type: text/plain; charset=base64", "Content-Type: text/plain; charset=idna", "Content-Type: ;;;=;",
        "Content-Type: multipart/mixed", 'Content-Type: multipart/mixed; boundary=""', "Content-Type: x",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: uuencode", "Content-Disposition: \0",
    ],
)  # fmt: skip
def test_an_odd_header_never_ends_the_reading(header: str) -> None:
    name = header.partition(":")[0] + ":"
    kept = [line for line in HEADERS.splitlines() if not line.startswith(name)]
    text = "\n".join([*kept[:1], header, *kept[1:]]) + f"\nMIME-Version: 1.0\n\n{SENTENCE}\n"
    documents, errors = read_all(text.encode("utf-8", "surrogatepass"), "m.eml")
    assert documents or errors


def test_a_message_is_read_in_its_charset_and_its_first_readable_part() -> None:
    text = (
        HEADERS.replace("Hafen ruht", "=?utf-8?q?Hafen_?= =?iso-8859-2?b?ufhl?=")
        + "Content-Type: multipart/mixed; boundary=\"a b\"\n\n--a b\nContent-Type: multipart/alternative; boundary=c\n\n"
        "--c\nContent-Type: text/html\n\n<p>nicht dies</p>\n--c\nContent-Type: text/plain; charset=iso-8859-2\n"
        "Content-Transfer-Encoding: quoted-printable\n\nPrv=FD odstavec=2E\n--c--\n--a b\nContent-Type: image/png\n\nx\n--a b--\n"
    )  # fmt: skip
    (document,), _ = read_all(text, "m.eml")
    assert document.title == "Hafen šře"
    assert document.text.endswith("Prvý odstavec.")


def test_parts_that_nest_for_ever_are_told() -> None:
    part = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000))
    documents, (error,) = read_all(HEADERS + part + SENTENCE, "m.eml")
    assert not documents and "nest" in error.what


HOSTILE_XML = {
    "external entity": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "external subset": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
    "parameter entity": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "bomb": "<!DOCTYPE rss [<!ENTITY x0 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY x{n} '{f'&x{n - 1};' * 10}'>" for n in range(1, 9))
    + "<!ENTITY x '&x8;'>]>",
    "loop": "<!DOCTYPE rss [<!ENTITY x '&y;'><!ENTITY y '&x;'>]>",
    "surrogate": "<!DOCTYPE rss [<!ENTITY x '&#38;#xD800;'>]>",
    "inclusion": '<?xml-stylesheet href="file:///etc/passwd"?>',
}


@pytest.mark.parametrize("head", HOSTILE_XML.values(), ids=HOSTILE_XML)
def test_nothing_is_expanded_fetched_or_included(head: str) -> None:
    body = rss(
        f'<title x="&x;">Hafen</title><description>{SENTENCE} &x; <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
        'href="file:///etc/passwd" parse="text"/></description>'
    )
    documents, errors = read_all(f'<?xml version="1.0"?>\n{head}{body}')
    assert documents or errors
    for document in documents:
        assert "root:" not in document.text and "aaaa" not in document.text and len(document.text) < 300


@pytest.mark.parametrize(
    "charset",
    ["base64", "rot13", "zlib", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7",
     "utf-16", "utf-32", "mbcs", "no such", "utf-8-sig", "charmap", "x" * 200],
)  # fmt: skip
def test_a_declared_charset_is_believed_only_if_it_is_one(charset: str) -> None:
    title = "Kräne +ADw- \\ud800"
    text = f'<?xml version="1.0" encoding="{charset}"?>' + rss(f"<title>{title}</title>")
    (document,), errors = read_all(text.encode("latin-1"))
    assert document.title == title and not errors


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_a_feed_in_wide_characters_is_read_with_or_without_a_mark(codec: str) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{rss(f"<title>Kräne</title><description>{SENTENCE}</description>")}'
    (document,), errors = read_all(text.encode(codec))
    assert document.title == "Kräne" and document.format == "rss" and not errors


SLOW = {
    "comments before the root": "<!--" + "-->x<!--" * 20_000 + "<a></a>",
    "declared and open": '<?xml version="1.0"?>' + "<!-- x -->" * 20_000 + "<!--" * 2_000,
    "captions that never end": rss("<wp:post_type>post</wp:post_type><content:encoded>" + "[caption]" * 40_000 + "</content:encoded>"),
    "images that never end": rss("<wp:post_type>post</wp:post_type><content:encoded><![CDATA[[caption]" + "<img " * 40_000 + "[/caption]]]></content:encoded>"),
    "a place of dashes": rss("<description>" + "A-" * 100_000 + " (dpa) - x</description>"),
    "a place of names": rss("<description>" + "Aa " * 100_000 + "</description>"),
    "keywords": "bdt0123 4 pl 100  dpa 0456\n" + (" " * 79 + "/\n") * 3_000 + "x",
    "one long line": rss("<description>&lt;p&gt;" + "x " * 200_000 + "\n    y</description>"),
    "brackets": rss("<description>" + "(Adds " * 60_000 + "</description>"),
    "braces": rss("<description>p" + "{a:b" * 60_000 + "</description>"),
}  # fmt: skip


@pytest.mark.parametrize("what", SLOW)
def test_no_feed_takes_long(what: str) -> None:
    began = time.process_time()
    read_all(SLOW[what], "feed.xml" if "root" in what or "declared" in what else "feed.dat")
    assert time.process_time() - began < 4


def test_a_namespace_that_recovery_put_together_is_no_defect() -> None:
    broken = (
        '<feed xmlns="http://www.w3.org/2005/Ato >}itle>Kurier</title><entry><id>1</id>'
        '<content type="html">Der Damm hält.</content></entry></feed>'
    )
    with pytest.raises(InputError):
        parse(broken.encode(), "atom.xml")
