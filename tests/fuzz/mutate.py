"""Mutants: a sample changed a few times, at random, in ways that files go wrong or are made to."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

#: Tokens that formats, grammars and the standard library take as more than words.
TOKENS: tuple[bytes, ...] = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        # markup
        "<", ">", "</", "<a:b:c>", "<content:encoded>", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "?>", "<!DOCTYPE x [",
        "<!ENTITY a 'b'>", "&a;", "&#xD800;", "&#0;", "&#x110000;", "&#99999999999;", "&lt;", "&amp;", "<p>", "</p>", "<br/>",
        "<figure>", "<figcaption>", "<img src='http://[' srcset='a 1x, , b'>", "<table><tr><td>", "<script>", "<template>",
        "<meta charset=rot13>", "<meta charset=utf-7>", "<meta charset=idna>", "<meta charset=base64>", "<base href='http://['>",
        "<time datetime='0000-00-00'>", "<xi:include href='/etc/passwd'/>", "xmlns:a='a'", "xml:lang='x'", "<svg><title>",
        # JSON
        "{", "}", "[", "]", ":", ",", '"', '"\\ud800"', "1e999", "NaN", "-Infinity", "null", "true", "9" * 60, '"\\u0000"',
        '{"@type":"NewsArticle","author":7}', '"uri":{}', "\\", "\\u",
        # text of news
        "„", "“", "”", "»", "«", "‚", "‘", "’", "'", "``", "''", "–", "—", "…", ". ", ": ", "; ", " (dpa) – ", " (AP) — ",
        "sagte, dass ", "hieß es. ", "laut ", "according to ", " said", "er sagte: ", "told ", "soll ", "sei ", "habe ",
        "Foto: ", "Photo: ", " via ", "/dpa", "Von ", "By ", "(", ")", "3.000", "bis zu 8.000", "1,000,000", "½", "Dr. ",
        "\n", "\n\n", "\r", "\r\n", "\t", "\f", "\v", "\x85", "\u2028", "\x0b", "- ", "> ", "# ", "![", "](", "**", "_", "`", "```", "---\n",
        # letters that change their length, marks, nothing to see
        "ß", "ẞ", "İ", "ŉ", "ﬁ", "ǆ", "\u0301", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff",
        "\U0001f600", "\U000e0001", "\u0378", "ａ", "１２", "٣", "\x00", "\x01", "\x02", "\x03", "\x1b[2J", "\x16", "\x7f", "\x80", "\x9b",
        # dates, addresses, names
        "0000-00-00", "99999-99-99", "2026-02-30", "Thu, 99 Foo 0000 99:99:99 +9999", "2026-09-03T10:00:00+99:99", "http://[::1", "mailto:", "@",
        "=?utf-8?q?=FF?=", "=?x?b?x?=", "charset=utf-16", "Content-Transfer-Encoding: base64\r\n", "Content-Type: multipart/mixed; boundary=x\r\n",
        "From: <\r\n", "../../etc/passwd", "#s1", "~2", "@1", "%00",
    )
)  # fmt: skip
TOKENS += (
    b"\xff",
    b"\xfe\xff",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\xf4\x90\x80\x80",
    b"\xe2\x80",
    b"+2AA-",
    b"\xef\xbb\xbf",
)
_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1e300, float("inf"), "", " ", "\ud800", "\x00", [], {}, [[]], [None], {"a": {}}, ["x"],
    {"value": 5}, "x" * 3000, "<p>", "2026-13-45", "http://[", "story.txt", "\u202e",
)  # fmt: skip

Mutator = Callable[[bytes, random.Random, Sequence[tuple[str, bytes]]], bytes]


def mutant(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    """The sample after one to six changes."""
    for _ in range(rng.choice((1, 1, 2, 2, 3, 6))):
        data = rng.choice(_MUTATORS)(data, rng, others)
    return data[:60_000]


def _place(data: bytes, rng: random.Random) -> int:
    return rng.randrange(len(data) + 1)


def _stretch(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = _place(data, rng)
    return start, min(len(data), start + int(rng.expovariate(1 / 40)) + 1)


def _insert(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    at = _place(data, rng)
    return data[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 2, 3, 30)) + data[at:]


def _replace(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    start, end = _stretch(data, rng)
    return data[:start] + rng.choice(TOKENS) + data[end:]


def _delete(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    start, end = _stretch(data, rng)
    return data[:start] + data[end:]


def _double(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    start, end = _stretch(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 20)) + data[end:]


def _move(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    start, end = _stretch(data, rng)
    rest = data[:start] + data[end:]
    at = _place(rest, rng)
    return rest[:at] + data[start:end] + rest[at:]


def _flip(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 4, 16)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _splice(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    _, other = rng.choice(others)
    start = _place(other, rng)
    at = _place(data, rng)
    return data[:at] + other[start : start + rng.randrange(1, 400)] + data[at:]


def _truncate(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    at = _place(data, rng)
    return data[:at] if rng.random() < 0.7 else data[at:]


def _recode(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        rng.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7", "utf-8-sig")), "replace"
    )


def _value(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    """JSON with a value of another type somewhere; other bytes as they are."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return _insert(data, rng, others)
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key in (
            list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        ):
            places.append((node, key))
            walk(node[key])

    walk(tree)
    if places:
        node, key = rng.choice(places)
        node[key] = rng.choice(_VALUES)
        if isinstance(node, dict) and rng.random() < 0.2:
            node[
                rng.choice(("text", "body", "versions", "associations", "bodies", "author", "published"))
            ] = rng.choice(_VALUES)
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def _tag(data: bytes, rng: random.Random, others: Sequence[tuple[str, bytes]]) -> bytes:
    """Markup with a tag gone, renamed, doubled or nested again."""
    start = data.find(b"<", _place(data, rng))
    end = data.find(b">", start) + 1
    if start < 0 or not end:
        return _insert(data, rng, others)
    tag = data[start:end]
    made = rng.choice(
        (b"", tag * 2, tag * 50, tag.replace(b"<", b"<x:", 1), tag[:-1] + b" a:b='c'>", tag.upper())
    )
    return data[:start] + made + data[end:]


_MUTATORS: tuple[Mutator, ...] = (
    _insert, _insert, _insert, _replace, _replace, _delete, _double, _move, _flip, _splice, _truncate, _recode, _value, _value,
    _tag, _tag,
)  # fmt: skip
