"""What mutants are bred from: small invented documents of every format, and any files that are named."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Mutants of larger files are bred from cuts of one of these sizes, in bytes: a million runs take hours, not days.
SIZES = (1_000, 1_000, 1_000, 6_000)

STORY_DE = (
    "Der Damm hält\n\nVon Maren Thorsen\n\nNordby (dpa) – Der Damm bei Harrow hat nach Angaben der Behörde Risse. "
    "„Wir sehen sie seit März“, sagte Ministerin Ruth Calder (SPD) am Montag, „und wir handeln.“ Die Lage sei ernst, "
    "hieß es. Laut einem Bericht der Zeitung „Kurier“ sollen bis zu 3.000 Menschen ihre Häuser verlassen haben. "
    "Er habe gewarnt, teilte Osei mit, dass niemand zuhöre.\n\nDie Quellen blieben unklar.\n\nFoto: Eva Lund/dpa\n"
)
STORY_EN = (
    "The dam holds\n\nBy Thomas Reed\n\nHARROW (AP) — The eastern wall has cracks, officials said on Tuesday. "
    "“They sat on it,” Mayor Daniel Osei told this newspaper. “My people sleep under that wall.” Some 3,000 people "
    "were told to leave, according to a person familiar with the matter. Calder said that she had known since March; "
    "she did not respond to a request for comment.\n\nPhoto: Harrow Hydro via AP\n"
)
_PAGE = (
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Der Damm hält | Kurier</title>'
    '<meta name="author" content="Maren Thorsen"><meta property="og:site_name" content="Kurier">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Der Damm hält","datePublished":'
    '"2026-09-03T10:00:00+02:00","author":[{"@type":"Person","name":"Maren Thorsen"}],"image":{"@type":"ImageObject",'
    '"caption":"Der Damm.","creditText":"dpa"}}</script></head><body><nav><a href="/a">Politik</a></nav><article>'
    '<h1>Der Damm hält</h1><p class="byline">Von Maren Thorsen</p><figure><img src="a.jpg" alt="Damm"><figcaption>'
    'Der Damm am Montag. <span class="credit">Foto: Eva Lund/dpa</span></figcaption></figure>'
    "<p>Der Damm hat Risse, sagte Ruth Calder. „Wir handeln“, teilte sie mit.</p><ul><li>Punkt eins</li></ul>"
    "<blockquote>„Niemand hört zu.“</blockquote><p>Die Lage sei ernst, hieß es.</p></article></body></html>"
)
_NITF = (
    '<?xml version="1.0" encoding="UTF-8"?><nitf><head><title>Damm</title><docdata><doc-id id-string="n-1"/>'
    '<date.issue norm="20260903T100000+0200"/></docdata></head><body><body.head><hedline><hl1>Der Damm hält</hl1></hedline>'
    "<byline>Von Maren Thorsen</byline><dateline>Nordby (dpa)</dateline></body.head><body.content><p>Der Damm hat Risse, "
    "sagte Ruth Calder.</p><media><media-caption>Der Damm. Foto: Eva Lund/dpa</media-caption></media></body.content></body></nitf>"
)
_NEWSML = (
    "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>dpa.com</ProviderId><NewsItemId>x1</NewsItemId>"
    "<PublicIdentifier>urn:newsml:dpa.com:x1</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines>"
    "<HeadLine>Der Damm hält</HeadLine><ByLine>Von Maren Thorsen</ByLine><DateLine>Nordby, 3. September</DateLine></NewsLines>"
    "<ContentItem><DataContent><p>„Wir handeln“, sagte Calder.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)
_G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:dpa.com,2026:1" version="2"><itemMeta>'
    '<itemClass qcode="ninat:picture"/><provider qcode="nprov:dpa"/><versionCreated>2026-09-03T10:00:00Z</versionCreated>'
    '<pubStatus qcode="stat:usable"/><edNote>nur intern</edNote></itemMeta><contentMeta><headline>Der Damm</headline>'
    "<by>Eva Lund</by><creditline>dpa</creditline><description>Der Damm. Foto: Eva Lund</description></contentMeta>"
    "<contentSet><inlineXML><html><body><p>„Wir handeln“, sagte Calder.</p></body></html></inlineXML></contentSet></newsItem>"
)
_RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Kurier</title><language>de</language><item>'
    "<title>Der Damm hält</title><guid>http://kurier.example/1</guid><author>Maren Thorsen</author>"
    "<pubDate>Thu, 03 Sep 2026 10:00:00 +0200</pubDate><description>&lt;p&gt;Der Damm hat Risse, sagte Calder.&lt;/p&gt;</description>"
    "<content:encoded><![CDATA[<p>Der Damm hat Risse, sagte Calder. „Wir handeln“, sagte sie.</p>]]></content:encoded>"
    '<media:content url="a.jpg"><media:credit>Eva Lund</media:credit></media:content></item><item><title>Zwei</title>'
    "<description>Die Lage sei ernst, hieß es.</description></item></channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Kurier</title><entry><id>urn:x:1</id><title>Der Damm hält</title>'
    "<updated>2026-09-03T10:00:00Z</updated><author><name>Maren Thorsen</name></author>"
    '<content type="html">&lt;p&gt;„Wir handeln“, sagte Calder.&lt;/p&gt;</content></entry></feed>'
)
_NINJS = json.dumps(
    {
        "uri": "tag:dpa.com,2026:2", "headline": "Der Damm hält", "byline": "Maren Thorsen", "language": "de",
        "versioncreated": "2026-09-03T10:00:00Z", "pubstatus": "usable", "located": "Nordby", "source": "dpa",
        "body_xhtml": "<p>Nordby (dpa) – Der Damm hat Risse, sagte Calder.</p><p>Die Lage sei ernst.</p>",
        "associations": {"main": {"type": "picture", "uri": "p1", "description_text": "Der Damm. Foto: Eva Lund", "creditline": "dpa"}},
    },
    ensure_ascii=False,
)  # fmt: skip
_JSONL = "\n".join(
    json.dumps(
        {"id": f"a{number}", "title": "Der Damm", "text": "Der Damm hat Risse, sagte Calder.", "published": "2026-09-03"},
        ensure_ascii=False,
    )
    for number in range(3)
)  # fmt: skip
_MAIL = (
    "From: Presse Hafen <presse@hafen.example>\r\nTo: Redaktion <r@kurier.example>\r\nSubject: =?utf-8?q?Der_Damm_h=C3=A4lt?=\r\n"
    "Date: Thu, 03 Sep 2026 10:00:00 +0200\r\nMessage-ID: <1@hafen.example>\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "Der Damm hat Risse, sagte Ruth Calder.\n\n„Wir handeln“, teilte sie mit.\n-- \nPresse\n"
)
_MARKDOWN = (
    "---\ntitle: Der Damm hält\nauthor: Maren Thorsen\ndate: 2026-09-03\nlang: de\n---\n# Der Damm hält\n\n"
    '![Der Damm. Foto: Eva Lund/dpa](a.jpg "Damm")\n\n**Nordby** (dpa) – Der Damm hat *Risse*, sagte [Calder](http://x.example).\n\n'
    "> „Wir handeln.“\n\n- Punkt\n- <!-- still --> zwei\n\n```\ncode\n```\n"
)
_ANPA = (
    "\x16\x16\x01a0123\x1fbx-wst-\r\nr a\x11BC-Dam\x13 09-03 0100\r\n\x02^BC-Dam,0100<\r\n^The dam holds<\r\n"
    "\tHARROW (AP) _ The wall has cracks, officials said.\r\n\t``We act,'' Calder said.\r\n\x03\r\nAP-NY-09-03-26 1000EDT<\r\n\x04"
)
_IPTC7901 = (
    "\x01bdt0123 4 pl 100  dpa 0456\r\n\r\nDamm/Nordby/\r\nDer Damm hält =\r\n\x02\r\n   Nordby (dpa) - Der Damm hat Risse, "
    "sagte Calder.\r\n   «Wir handeln», sagte sie. dpa mt yy\r\n\x03031000 Sep 26\r\n\x04"
)
_DIGITALWIRES = json.dumps(
    {
        "format": "digitalwires@0.9.1", "urn": "urn:newsml:dpa.com:1", "version": 1, "pubstatus": "usable", "signal": "sig:update",
        "language": "de", "headline": "Der Damm hält", "teaser": "Nordby atmet auf.", "byline": "Von Maren Thorsen, dpa",
        "dateline": "Nordby (dpa) - ", "creditline": "dpa", "version_created": "2026-09-03T10:00:00Z",
        "article_html": '<section class="main"><p>Der Damm hat Risse, sagte Calder.</p></section>',
        "ednotes": [{"role": "dpaednoterole:correction", "ednote": "Neu: Zitat"}],
        "associations": [{"type": "image", "urn": "p1", "caption": "Der Damm.", "creditline": "Eva Lund/dpa"}],
    },
    ensure_ascii=False,
)  # fmt: skip
_JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "Kurier", "home_page_url": "https://kurier.example/",
        "items": [
            {"id": "1", "title": "Damm", "content_html": "<p>Der Damm hält, sagte Calder.</p><figure><img src='a.jpg'><figcaption>Damm</figcaption></figure>"},
            {"id": 2, "content_text": "Ein Satz.\n\nNoch einer.", "authors": [{"name": "Maren Thorsen"}]},
        ],
    },
    ensure_ascii=False,
)  # fmt: skip
_AP = (
    '{"data":{"item":{"type":"picture","uri":"https://api.ap.example/1","headline":"Dam","photographer":{"name":"Eva Lund"},'
    '"caption":{"nitf":"<p>The dam.</p>"},"bylines":[{"by":"By TOM REED"}],"pubstatus":"usable","associations":{"1":{"type":"picture"}}}}}'
)
_WXR = (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kurier</title>'
    "<item><title>Der Damm</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[[dropcap]D[/dropcap]er Damm hält.\n\n"
    '[caption id="a"]<img src="a.jpg" /> Der Damm[/caption]\n\nDas sagte Calder.]]></content:encoded></item></channel></rss>'
)
_HOUSE = (
    '<?xml version="1.0"?><Ausgabe><Meldung id="7"><Ueberschrift>Der Damm h&auml;lt</Ueberschrift><Autor>Von Maren Thorsen</Autor><Datum>3.9.2026</Datum>'
    "<Fliesstext>&lt;p&gt;Der Damm hat die ganze Nacht gehalten, sagte Calder.&lt;/p&gt;</Fliesstext><Bild url='a.jpg'><Bildtext>Damm</Bildtext></Bild>"
    "</Meldung></Ausgabe>"
)
_HOUSE_JSON = '{"artikel":[{"titel":"Der Damm","verfasser":"Maren Thorsen","absaetze":["Der Damm hat die Nacht gehalten.",{"text":"Gut."}],"bilder":[{"bildtext":"Damm"}]}]}'
_RELEASE = (
    "Source: Harbour Office\n\nFOR IMMEDIATE RELEASE\n\nOffice opens the dam\n\nNORDBY, Sept. 3, 2026 (GLOBE NEWSWIRE) -- The office will open it, "
    "Ruth Calder said.\n\n(Adds quote)\n\nAbout the Harbour Office\nIt runs the harbour.\n\nContact:\nOle Vang\n"
)
BUILT_IN: tuple[tuple[str, bytes], ...] = (
    ("de.txt", STORY_DE.encode()),
    ("en.txt", STORY_EN.encode()),
    ("page.html", _PAGE.encode()),
    ("draft.md", _MARKDOWN.encode()),
    ("nitf.xml", _NITF.encode()),
    ("newsml.xml", _NEWSML.encode()),
    ("g2.xml", _G2.encode()),
    ("rss.xml", _RSS.encode()),
    ("atom.xml", _ATOM.encode()),
    ("ninjs.json", _NINJS.encode()),
    ("articles.jsonl", _JSONL.encode()),
    ("release.eml", _MAIL.encode()),
    ("story.anpa", _ANPA.encode("latin-1")),
    ("story.iptc", _IPTC7901.encode("cp1252")),
    ("kept.txt", re.sub("[\x01-\x04]", "", _IPTC7901).encode()),
    ("wires.json", _DIGITALWIRES.encode()),
    ("feed.json", _JSON_FEED.encode()),
    ("ap.json", _AP.encode()),
    ("posts.xml", _WXR.encode()),
    ("house.xml", _HOUSE.encode()),
    ("house.json", _HOUSE_JSON.encode()),
    ("release.txt", _RELEASE.encode()),
)


def samples(paths: Sequence[str] = ()) -> list[tuple[str, bytes]]:
    """Names and bytes to breed from: the built-in ones, the project's seeds, and all files below `paths`.

    Of JSON Lines of articles each article's text is one sample; gzip is undone.
    """
    found = list(BUILT_IN)
    for path in (str(ROOT / "seeds"), *paths):
        files = (
            sorted(file for file in Path(path).rglob("*") if file.is_file())
            if Path(path).is_dir()
            else [Path(path)]
        )
        for file in files:
            found.extend(_of(file))
    return found


def _of(file: Path) -> Iterator[tuple[str, bytes]]:
    data = file.read_bytes()
    name = file.name
    if name.endswith(".gz"):
        data, name = gzip.decompress(data), name.removesuffix(".gz")
    if name.endswith(".jsonl") and b'"text"' in data[:200_000]:
        for number, line in enumerate(data.splitlines()):
            row = json.loads(line)
            if isinstance(row.get("text"), str):
                yield f"{file.stem}-{number}.txt", row["text"].encode()
    elif name != "README.md" and not name.startswith("gold"):
        yield name, data


def cut(data: bytes, rng: random.Random) -> bytes:
    """A sample of a size that runs fast: its head, where formats say what they are, and a stretch of the rest."""
    size = rng.choice(SIZES)
    if len(data) <= size:
        return data
    head = size // 3
    at = rng.randrange(head, len(data))
    return data[:head] + data[at : at + size - head]
