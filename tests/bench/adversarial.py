"""CPU time on input made to be slow: shapes at n, 2n and 4n bytes, through the whole path to the written report.

    python -m tests.bench.adversarial [--size BYTES] [--only WORDS] [--worst N] [--limit SECONDS]

`--size` is 4n (default 100,000). Prints the worst shapes first: seconds at each size, the exponent between n and 4n
after the cost of an empty run is taken off, and seconds per 100 KB; what fails is told as soon as it does. Exits with
1 if an exponent is above 1.15 where the time can be measured (0.1 s and more at 4n), a shape takes more than 2 s per
100 KB, or one ends in a defect.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from provenance.cli import collect_seldom
from provenance.errors import InputError, ProvenanceError
from provenance.match.lines import match_lines, read_lines
from provenance.pipeline import audit
from provenance.report import json_report
from provenance.rules.policy import read_policy
from tests.fuzz.targets import read_as_a_file

#: The most that time may grow by: n → n ** STEEPEST.
STEEPEST = 1.15
#: CPU seconds for 100 KB.
SLOWEST = 2.0
#: Below this many seconds at 4n an exponent is noise.
MEASURABLE = 0.1

Build = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of input that grows: `build` gives about as many bytes as it is asked for."""

    name: str
    file: str
    build: Build
    way: str = "documents"


def _repeat(unit: str, head: str = "", tail: str = "", *, coding: str = "utf-8") -> Build:
    """A head, a unit as often as it fits, a tail. `{i}` in the unit becomes a running number."""
    size = max(len(unit.encode("utf-8", "surrogatepass")), 1)
    if "{i}" in unit:
        return lambda n: (
            head + "".join(unit.replace("{i}", str(i)) for i in range(n // size + 1)) + tail
        ).encode(coding, "replace")
    return lambda n: (head + unit * (n // size + 1) + tail).encode(coding, "replace")


def _nested(opening: str, closing: str, head: str = "", tail: str = "", core: str = "Ja.") -> Build:
    size = len((opening + closing).encode())
    return lambda n: (head + opening * (n // size + 1) + core + closing * (n // size + 1) + tail).encode()


def _mixed(seed: int, units: Sequence[str]) -> Build:
    """Some units in an order drawn by seed, the same order at each size."""
    rng = random.Random(seed)
    some = rng.sample(units, 3)
    part = "".join(rng.choice(some) for _ in range(40))
    return _repeat(part)


#: Units of running text. Each is repeated for both languages, in one paragraph.
_TEXT_UNITS: tuple[str, ...] = (
    # cues and what they open
    "sagte, dass ", "sagte: ", "sagte er, ", "hieß es. ", "Hieß es. ", "laut ", "laut Lind ", "so Lind, ", "dass ", "ob er wisse, ", "wie Lind sagte, ",
    "teilte mit, ", "soll ", "sei ", "habe, ", "er habe gesagt, ", "Er sagte, sie sage, ", "nach Angaben der ", "nach Angaben von Lind ", "zufolge ",
    "said that ", "said, ", "he said ", "according to ", "according to Lind, ", "told Reuters that ", "saying ", "asked whether ", "that that ", "who said ",
    "Lind said. ", "Calder, who said she knew, ", "allegedly ", "is said to ", "in a statement ", "a person familiar with ", "reported that ", "citing ",
    # marks
    "„", "“", "”", "»", "«", "\"", "'", "’", "‚", "‘", "„a“ ", "»a« ", "“a” ", "\"a\" ", "„a ", "»a ", "“a ", "\"a ", "a“ ", "„“", "»«", "“”", "„»", "„a“, ", "„a. ",
    "„Wir gehen“, sagte ", "„Wir gehen“ ", "“We go,” said ", "\"We go,\" ", "„a, b", "'a' ", "l'a ", "Lind's ", "``a'' ",
    # names, figures, punctuation
    "Lind ", "Anna Lind ", "Anna Lind, ", "Dr. ", "Dr. Lind ", "A. ", "A.B.", "Anna-", "von der ", "Ministerin ", "Mayor ", "Mr. ", "und ", "Lind und ", "and ",
    "Name{i} Vor{i} ", "Name{i} sagte, dass es geht. ", "Name{i} said it works. ", "„Satz {i}“, sagte Name{i}. ", "Er sagte, Satz {i} gelte. ", "Satz {i}. ",
    "1 ", "1.000 ", "1,5 ", "3.000 Menschen ", "bis zu ", "bis zu 8.000 ", "mehr als ", "zwanzig", "hundert ", "one hundred ", "twenty-", "2026 ", "3. September 2026 ",
    "zweiundzwanzig", "million ", "½", ",", ", ", ".", ". ", "..", "…", "… ", ":", ": ", ";", "; ", "-", " - ", "–", " – ", "—", "(", ")", "( ", "()", "(a) ", "[", "]",
    "/", "|", "a", "aa ", "A", "Aa ", "ß", "İ", "\u0301", "a\u0301", "\U0001f600", "\u00ad", "\u200b", "a\u00ada ", "1", "_", "*", "#", "@a ", "#a ", "http://a.b ", "a@b.c ",
    # lines
    "\n", "\n\n", " \n", "\t", " ", "\u00a0", "\u2028", "a\n", "a\n\n", "Aa\n\n", "Ein Satz.\n", "Ein Satz.\n\n", "- a\n", "Von Anna Lind\n\n", "By Anna Lind\n", "Foto: Lind/dpa\n",
    "Foto: Lind/dpa\n\n", "Foto: ", "Photo: ", "via ", "(dpa) – ", "(dpa)", "NORDBY (AP) — ", "Nordby, ", "Nordby (dpa) – Ein Satz.\n\n", "Copyright ", "© ", "Foto: Lind ", "Foto:", "x images via ",
    "Anna Lind/", "Lind / ", "dpa/", "(Reporting by ", "(Reporting by A and B; ", "Korrektur: ", "Die Quellen blieben unklar. ", "unklar ", "could not be verified ",
    "Der Sender NDR berichtete ", "berichtete die BBC ", "der Zeitung ", "auf Anfrage der ", "die Zeitung „a“ ", "told the BBC ", "according to the Times ",
)  # fmt: skip
_MARKDOWN_UNITS: tuple[str, ...] = (
    "*", "**a", "*a ", "_a ", "__", "***a ", "`", "`a ", "[", "[a", "[a](", "[a](b ", "![", "![a](", "![a](b \"c", "<!--", "<!-- a ", "<a ", "<http://", "\\", "# ", "# a\n", "a\n=\n",
    "a\n---\n", "- ", "1. ", "> ", "> > ", "> a\n", "```\n", "~~~\n", "|a", "|a|\n", "[a][b] ", "[a]: b\n", "![a](b)\n", "![a](b) ", "*a* ", "[a](b) ", "a: b\n", "- a\n  b\n",
    "(", "[a](((", "[a](b(c", "&amp;", "*a_b ", "_a*b ",
)  # fmt: skip
_HTML_UNITS: tuple[str, ...] = (
    "<p>Ein Satz, sagte Lind.</p>", "<p>„Wir gehen“, sagte Name{i}.</p>", "<div>", "<div><p>a", "<p>", "<b>", "<a href=x>a</a>", "<a href=x>Ein Link zu etwas</a> ", "<br>", "a<br>", "<li>a",
    "<ul><li>", "<table><tr><td>a", "<img src=a>", "<img src=a alt='Ein Bild'>", "<figure><img src=a><figcaption>Der Damm. Foto: Lind/dpa</figcaption></figure>", "<figure>", "<figcaption>a",
    "<span class=credit>Foto: a</span>", "<div class=byline>Von Anna Lind</div>", "<h2>Titel</h2><p>Text sagte Lind.</p>", "<blockquote>", "<script>", "<script>a</script>", "<style>a</style>",
    "<!-- a -->", "<!--", "<![CDATA[", "&", "&amp;", "&#x41;", "<", ">", "<a:b>", "<meta name=author content=Lind>", "<meta property=article:author content=x>", "<link rel=a href=b>",
    "<article><p>Ein Satz, sagte Lind.</p></article>", "<section><h2>a</h2>", "<time datetime=2026-09-03>a</time>", "<iframe>", "<svg>", "<p class='a b c d e f'>a</p>", "<p style='x'>a</p>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>", "<div itemprop=author>Lind</div>", "<input value=a>", "<p><i>a</i> <b>b</b></p>", "<p>a</p>text ",
    "<picture><source srcset='a 1x, b 2x'><img src=a></picture>", "<em>Foto: Lind/dpa</em>", "<p>Foto: Lind/dpa</p>", "<div class='image'><img src=a><p>Der Damm.</p></div>", "<td>", "<p hidden>a</p>",
    "<p>Von Anna Lind</p>", "<a rel=author>Lind</a>", "<p>Nordby (dpa) – Ein Satz.</p>", "<aside><p>a b c</p></aside>", "<q>", "<template>", "<noscript><img src=a>", "<x-y>a</x-y>",
    "<div><img src=a>Am Damm</div>", "<div><img src=a>", "<p><img src=a><p>Foto: Lind/dpa",
)  # fmt: skip
_PAGE = "<!doctype html><html lang=de><head><title>Damm</title></head><body><article><h1>Damm</h1><p>Der Damm hat Risse, sagte Ruth Calder am Montag in Nordby. „Wir handeln“, teilte sie mit.</p>"


def shapes() -> Iterator[Shape]:
    """Every shape, by name."""
    for unit in _TEXT_UNITS:
        for code, head in (
            ("de", "Der Damm hat Risse, sagte Ruth Calder, und die Lage sei ernst. "),
            ("en", "The dam has cracks, said Ruth Calder, and the people of the town know it. "),
        ):
            yield Shape(f"text {code} {unit!r}", "a.txt", _repeat(unit, head))
    for number in range(30):
        yield Shape(f"text mixed {number}", "a.txt", _mixed(number, _TEXT_UNITS))
    yield Shape("text nested quotation", "a.txt", _nested("„a ", "“ b "))
    yield Shape("text nested brackets", "a.txt", _nested("(a ", ") b "))
    yield Shape("text credits", "a.txt", _repeat("\n\nDer Damm. Foto: Lind/dpa\n\nEin Satz, sagte Lind."))
    for unit in _MARKDOWN_UNITS:
        yield Shape(
            f"markdown {unit!r}", "a.md", _repeat(unit, "# Damm\n\nDer Damm hat Risse, sagte Lind.\n\n")
        )
    yield Shape("markdown front matter", "a.md", _repeat("a: b\n", "---\n"))
    yield Shape("markdown front matter unread", "a", _repeat("a: b\n", "---\n"))
    yield Shape("markdown front matter blanks", "a", _repeat(" \n", "---\n"))
    for unit in _HTML_UNITS:
        yield Shape(f"page {unit!r}", "a.html", _repeat(unit, _PAGE, "</article></body></html>"))
    yield Shape(
        "page attributes", "a.html", _repeat(" a{i}=x", _PAGE + "<p", ">a</p></article></body></html>")
    )
    yield Shape("page attributes, many tags", "a.html", _repeat(f"<p {'a ' * 4_000}>a</p>", _PAGE))
    for tag in (
        "div",
        "p",
        "b",
        "ul",
        "blockquote",
        "figure",
        "table",
        "article",
        "section",
        "span",
        "a",
        "td",
    ):
        yield Shape(f"page nested {tag}", "a.html", _nested(f"<{tag}>", f"</{tag}>", _PAGE))
    yield Shape("page one attribute", "a.html", _repeat("a ", _PAGE + "<p class='", "'>b</p>"))
    yield Shape("page attributes", "a.html", _repeat("a{i}=b ", _PAGE + "<p ", ">b</p>"))
    yield Shape(
        "page head",
        "a.html",
        _repeat("<meta name=a content=b>", "<html><head>", "</head><body><p>Ja, sagte Lind.</p>"),
    )
    yield Shape(
        "page JSON-LD list",
        "a.html",
        _repeat("{},", _PAGE + "<script type=application/ld+json>[", "{}]</script>"),
    )
    yield Shape(
        "page JSON-LD nested",
        "a.html",
        _nested("[", "]", _PAGE + "<script type=application/ld+json>", "</script>", "1"),
    )
    yield Shape(
        "page JSON-LD images",
        "a.html",
        _repeat(
            '{"@type":"ImageObject","url":"a{i}","caption":"Der Damm {i}"},',
            _PAGE + '<script type=application/ld+json>{"@type":"NewsArticle","image":[',
            "{}]}</script>",
        ),
    )
    yield Shape(
        "page one paragraph", "a.html", _repeat("Der Damm hat Risse, sagte Lind. ", _PAGE + "<p>", "</p>")
    )
    yield Shape(
        "page title", "a.html", _repeat("Damm ", "<html><title>", "</title><body><p>Ja, sagte Lind.</p>")
    )
    rss = "<rss><channel><item><title>Damm</title><description>"
    for unit in (
        "&lt;p&gt;a&lt;/p&gt;",
        "&lt;div&gt;",
        "&lt;",
        "Ein Satz, sagte Lind. ",
        "Ein Satz.\n\n",
        "<![CDATA[<p>a</p>]]>",
        "&amp;",
        "&lt;p&gt;Ein Satz, sagte Lind.&lt;/p&gt;",
    ):
        yield Shape(
            f"rss body {unit!r}", "a.xml", _repeat(unit, rss, "</description></item></channel></rss>")
        )
    yield Shape(
        "rss items",
        "a.xml",
        _repeat(
            "<item><title>a{i}</title><guid>g{i}</guid><description>Ein Satz, sagte Lind.</description></item>",
            "<rss><channel>",
            "</channel></rss>",
        ),
    )
    yield Shape(
        "rss same items",
        "a.xml",
        _repeat(
            "<item><title>a</title><guid>g</guid><description>Ein Satz, sagte Lind.</description></item>",
            "<rss><channel>",
            "</channel></rss>",
        ),
    )
    yield Shape(
        "rss namespaces", "a.xml", _repeat("<a{i}:b>c</a{i}:b>", rss, "</description></item></channel></rss>")
    )
    yield Shape(
        "rss media",
        "a.xml",
        _repeat(
            "<media:content><media:credit>Lind</media:credit></media:content>",
            rss + "a</description>",
            "</item></channel></rss>",
        ),
    )
    nitf = "<nitf><body><body.content>"
    for unit in (
        "<p>Ein Satz, sagte Lind.</p>",
        "<p>",
        "<block>",
        "<media><media-caption>Der Damm. Foto: Lind/dpa</media-caption></media>",
        "<hl2>a</hl2>",
        "<ul><li>a</li></ul>",
        "<p>a<em>b</em></p>",
        "<!-- a -->",
        "<?a b?>",
    ):
        yield Shape(f"nitf {unit!r}", "a.xml", _repeat(unit, nitf, "</body.content></body></nitf>"))
    yield Shape(
        "nitf nested",
        "a.xml",
        _nested("<block>", "</block>", nitf, "</body.content></body></nitf>", "<p>Ja.</p>"),
    )
    g2 = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    yield Shape(
        "g2 items",
        "a.xml",
        _repeat(
            '<newsItem guid="g{i}"><contentMeta><headline>a</headline></contentMeta><contentSet><inlineXML><p>Ja, sagte Lind.</p></inlineXML></contentSet></newsItem>',
            g2,
            "</itemSet></newsMessage>",
        ),
    )
    yield Shape(
        "g2 notes",
        "a.xml",
        _repeat(
            "<edNote>a</edNote>",
            '<newsItem guid="g"><itemMeta>',
            "</itemMeta><contentSet><inlineXML><p>Ja, sagte Lind.</p></inlineXML></contentSet></newsItem>",
        ),
    )
    yield Shape(
        "newsml items",
        "a.xml",
        _repeat(
            "<NewsItem><HeadLine>a</HeadLine><DataContent><p>Ja, sagte Lind.</p></DataContent></NewsItem>",
            "<NewsML>",
            "</NewsML>",
        ),
    )
    yield Shape(
        "xml entities",
        "a.xml",
        _repeat("&a;", '<!DOCTYPE rss [<!ENTITY a "b">]>' + rss, "</description></item></channel></rss>"),
    )
    yield Shape("xml of no kind", "a.xml", _repeat("<a>b</a>", "<x>", "</x>"))
    for unit in (
        "{",
        "[",
        '{"a":',
        "[{",
        '"',
        "{}\n{",
        "{\n",
        "[1,",
        "[[],",
        "\\",
        "{a ",
        '{"a":1}\n',
        '{"a":1},',
    ):
        yield Shape(f"json {unit!r}", "a.json", _repeat(unit))
        yield Shape(f"json in text {unit!r}", "a.txt", _repeat(unit))
    yield Shape(
        "json body",
        "a.json",
        lambda n: json.dumps({"headline": "a", "body_html": "<p>Ja, sagte Lind.</p>" * (n // 23)}).encode(),
    )
    yield Shape(
        "json pictures",
        "a.json",
        lambda n: json.dumps(
            {
                "headline": "a",
                "body_html": "<p>Ja.</p>",
                "associations": [
                    {"type": "picture", "caption": f"Der Damm {i}. Foto: Lind/dpa"} for i in range(n // 66)
                ],
            }
        ).encode(),
    )
    yield Shape(
        "json entries",
        "a.json",
        lambda n: json.dumps([{"id": f"i{i}", "text": "Ja, sagte Lind."} for i in range(n // 40)]).encode(),
    )
    yield Shape("jsonl entries", "a.jsonl", _repeat('{"id": "i{i}", "text": "Ja, sagte Lind."}\n'))
    yield Shape("jsonl bad lines", "a.jsonl", _repeat('{"id": 1}\n{"a\n'))
    mail = "From: A <a@b.c>\r\nTo: d@e.f\r\nSubject: Damm\r\nDate: Thu, 03 Sep 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
    for unit in ("X-A: b\r\n", "X-A:\r\n b\r\n", " a\r\n", "From: a\r\n", "X-A: (((\r\n", "X-A: a@b,\r\n"):
        yield Shape(f"mail header {unit!r}", "a.eml", _repeat(unit, mail, "\r\nJa, sagte Lind.\r\n"))
    for unit in ("a,", "(", "<", '"', "a@b, ", "=?utf-8?q?a?= ", "@", "a <a@b>, "):
        yield Shape(f"mail From {unit!r}", "a.eml", _from(unit, mail))
    for unit in ("Ein Satz, sagte Lind.\r\n\r\n", "> a\r\n", "-- \r\n", "--x\r\n", "=3D", "=\r\n"):
        yield Shape(
            f"mail body {unit!r}",
            "a.eml",
            _repeat(
                unit,
                mail
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            ),
        )
    yield Shape(
        "mail parts",
        "a.eml",
        _repeat(
            "--x\r\nContent-Type: text/plain\r\n\r\nJa.\r\n",
            mail + "Content-Type: multipart/mixed; boundary=x\r\n\r\n",
            "--x--\r\n",
        ),
    )
    yield Shape("mail nested parts", "a.eml", _repeat("Content-Type: message/rfc822\r\n\r\n", mail))
    for unit in (
        "\x1f",
        "\x11",
        "\t",
        "^",
        "<\r\n",
        "\x02",
        "\x03",
        "\tEin Satz.\r\n",
        "``a'' ",
        "AP-NY-09-03 1000EDT<\r\n",
        "\x16",
        "^AP ",
        "r a\x11",
    ):
        yield Shape(
            f"anpa {unit!r}",
            "a.anpa",
            _repeat(
                unit,
                "\x16\x16\x01a0123\x1fbx-wst-\r\nr a\x11BC-Dam\x13 09-03 0100\r\n\x02",
                "\x03\x04",
                coding="latin-1",
            ),
        )
    for unit in (
        "   Ein Satz.\r\n",
        "=\r\n",
        "\x02",
        "\x03",
        "a/",
        " dpa",
        "\x01bdt0123 4 pl 100  dpa 0456\r\n\x02 Ja.\x03\x04",
    ):
        yield Shape(
            f"iptc7901 {unit!r}",
            "a.iptc",
            _repeat(
                unit, "\x01bdt0123 4 pl 100  dpa 0456\r\n\r\nDamm =\r\n\x02\r\n", "\x03\x04", coding="latin-1"
            ),
        )
    for unit in ("Ja. ", "a", "\ufeff", "{i} "):
        for coding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"):
            yield Shape(
                f"{coding} {unit!r}", "a.txt", _repeat(unit, "Der Damm hält, sagte Lind. ", coding=coding)
            )
    for unit in ("\x00", "\xff", "\x80", "\xc3\xa4", "\xed\xa0\x80"):
        yield Shape(f"bytes {unit!r}", "a.txt", _repeat(unit, "Ja, sagte Lind. ", coding="latin-1"))
    yield from _other_ways()


def _from(unit: str, mail: str) -> Build:
    build = _repeat(unit)
    return lambda n: mail.replace("A <a@b.c>", build(n).decode()).encode() + b"\r\nJa, sagte Lind.\r\n"


def _other_ways() -> Iterator[Shape]:
    """What is read by another command than `audit`."""
    row = '{"id": "{i}", "text": "Der Damm hat {i} Risse, sagte Lind."}\n'
    yield Shape("match rows", "s.jsonl", _repeat(row), "statements")
    yield Shape(
        "match same rows",
        "s.jsonl",
        _repeat('{"id": "{i}", "text": "Der Damm hat Risse, sagte Lind in Nordby."}\n'),
        "statements",
    )
    yield Shape(
        "match dated rows",
        "s.jsonl",
        _repeat(
            '{"id": "{i}", "doc": "d{i}", "published": "2026-09-03", "text": "Der Damm hat Risse, sagte Lind in Nordby."}\n'
        ),
        "statements",
    )
    for unit in (
        "a ",
        "1 ",
        "1.000 Menschen ",
        "bis zu 3 ",
        "a",
        "1",
        "zwanzig ",
        "nicht ",
        "September ",
        "„",
    ):
        yield Shape(
            f"match one text {unit!r}",
            "s.jsonl",
            lambda n, unit=unit: (
                json.dumps({"id": "1", "text": unit * (n // 2 // len(unit))})
                + "\n"
                + json.dumps({"id": "2", "text": unit * (n // 2 // len(unit))})
                + "\n"
            ).encode(),
            "statements",
        )  # type: ignore[misc]
    for unit in ("{", "[", '{"a":'):
        yield Shape(f"match nested {unit!r}", "s.jsonl", _repeat(unit), "statements")
    for unit in ("a = 1\n", "[", "a.", "{a=", "[a.b{i}]\n", '"', "'''", "#", "a{i} = 1\n"):
        yield Shape(f"policy {unit!r}", "provenance.toml", _repeat(unit), "policy")
    for unit in ("[", "{", '{"documents":[', '"'):
        yield Shape(f"report {unit!r}", "r.json", _repeat(unit), "report")


def _documents(data: bytes, file: str) -> None:
    try:
        read = read_as_a_file(file, data)
    except InputError:
        return
    json_report.dump(audit(read))


def _statements(data: bytes, file: str) -> None:
    told: list[InputError] = []
    for _ in match_lines(read_lines(data.decode().split("\n"), file, told.append)):
        pass


def _policy(data: bytes, file: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, file)
        path.write_bytes(data)
        read_policy(str(path))


def _report(data: bytes, file: str) -> None:
    json_report.load(data.decode(), file)


WAYS: dict[str, Callable[[bytes, str], None]] = {
    "documents": _documents, "statements": _statements, "policy": _policy, "report": _report,
}  # fmt: skip


class _OverLimit(BaseException):
    pass


def _told(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def seconds(shape: Shape, size: int, limit: float, runs: int = 2) -> float:
    """CPU seconds of the faster of some runs; infinity over the limit, and for what ends in a defect."""
    data = shape.build(size)
    best = math.inf
    for _ in range(runs):
        gc.collect()
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
        began = time.process_time()
        try:
            WAYS[shape.way](data, shape.file)
        except ProvenanceError:
            pass
        except _OverLimit:
            return math.inf
        except Exception as error:
            _told(f"{shape.name}: {type(error).__name__}: {error}")
            return math.inf
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        best = min(best, time.process_time() - began)
        if best > 1:
            break
    return best


@dataclass(frozen=True, slots=True)
class Timed:
    """A shape's seconds at n, 2n and 4n."""

    name: str
    size: int
    times: tuple[float, float, float]

    @property
    def exponent(self) -> float:
        """How steeply time grows; 0 where it is too short to tell."""
        first, _, last = self.times
        if last < MEASURABLE:
            return 0.0
        return math.inf if math.isinf(last) else math.log(last / max(first, 1e-4), 4)

    @property
    def per_100_kb(self) -> float:
        return self.times[2] * 100_000 / self.size

    @property
    def failed(self) -> bool:
        return self.exponent > STEEPEST or self.per_100_kb > SLOWEST

    def __str__(self) -> str:
        numbers = "  ".join(f"{value:7.3f}" for value in self.times)
        return f"{numbers}  n^{self.exponent:4.2f}  {self.per_100_kb:6.2f} s/100 KB  {self.name}"


def timed(shape: Shape, size: int, limit: float) -> Timed:
    """The shape at a quarter, half and the whole of a size; what an exponent makes suspect is timed again."""
    empty = min(seconds(Shape("", shape.file, lambda n: b"", shape.way), 0, limit, 3), 0.05)
    for attempt in range(3):
        times = [
            max(seconds(shape, part, limit, 2 + attempt) - empty, 0.0)
            for part in (size // 4, size // 2, size)
        ]
        found = Timed(shape.name, size, (times[0], times[1], times[2]))
        if not found.failed or math.isinf(times[2]) or found.exponent > 1.5:
            break
    if found.failed:
        _told(str(found))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--worst", type=int, default=25)
    parser.add_argument("--limit", type=float, default=20.0)
    options = parser.parse_args(argv)

    def stop(number: int, frame: object) -> None:
        raise _OverLimit

    signal.signal(signal.SIGVTALRM, stop)
    collect_seldom()
    chosen = [shape for shape in shapes() if options.only in shape.name]
    if not chosen:
        parser.error(f"no shape has {options.only!r} in its name")
    for warm in ("Der Damm hat Risse, sagte Lind.", "The dam has cracks, said Lind of the town."):
        _documents(warm.encode(), "a.txt")
    found = [timed(shape, options.size, options.limit) for shape in chosen]
    found.sort(key=lambda row: (-row.failed, -row.exponent, -row.per_100_kb))
    for row in found[: options.worst]:
        print(row)
    failed = sum(row.failed for row in found)
    steepest = max(found, key=lambda row: row.exponent)
    slowest = max(found, key=lambda row: row.per_100_kb)
    print(
        f"{len(found)} shapes of {options.size} bytes, {failed} too steep or too slow; steepest n^{steepest.exponent:.2f} "
        f"({steepest.name}), slowest {slowest.per_100_kb:.2f} s/100 KB ({slowest.name})"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
