"""Feeds and wires: every format of news that is not a page, told by its content and read into documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from provenance.errors import Defect, InputError
from provenance.ingest.encoding import decode, is_blank
from provenance.ingest.genre import genre_of
from provenance.ingest.json_values import load
from provenance.model import Document

if TYPE_CHECKING:
    from provenance.ingest.feeds.item import Item

__all__ = ["FORMATS", "read_feed", "sniff_feed"]

#: XML formats → module and function that gives, for the root of a file, what reads each of its items.
_XML = {
    "nitf": ("nitf", "items"),
    "newsml": ("newsml", "items1"),
    "newsml-g2": ("newsml", "items_g2"),
    "rss": ("syndication", "items"),
    "xml": ("named", "items"),
}
#: The other formats, whose functions take bytes and path. All are loaded when the first file of their format comes.
_OTHERS = {
    "ninjs": ("json_items", "items"),
    "jsonl": ("json_items", "lines"),
    "iptc7901": ("wire_text", "items_iptc7901"),
    "anpa": ("wire_text", "items_anpa"),
    "mail": ("mail", "items"),
}
FORMATS = frozenset({*_XML, *_OTHERS})
_ROOTS = (
    ("nitf", re.compile(rb"<(?:\w+:)?nitf[\s>]")),
    ("newsml-g2", re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)[\s>]")),
    ("newsml", re.compile(rb"<(?:\w+:)?NewsML[\s>]")),
    ("rss", re.compile(rb"<(?:rss|rdf:RDF|feed)[\s>]")),
)
#: The declaration of XML, its other instructions, comments and document type, and the first tag behind them.
_DECLARED, _INSTRUCTION = re.compile(rb"<\?xml\b"), re.compile(rb"<[?!]")
_FIRST_TAG = re.compile(rb"<([A-Za-z][\w:.-]{0,80})(?=[\s/>])")
#: Elements of HTML that a part of a page may begin with.
_PAGE_PARTS = frozenset(
    b"a article aside b blockquote body br center div em figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i"
    b" iframe img link main meta nav ol p pre script section small span strong style table td tr u ul video".split()
)
_PAGES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.I)
_HEADER = re.compile(rb"([A-Za-z][\w-]*): ")
_MAIL_HEADERS = frozenset(
    b"from to subject date message-id mime-version received return-path delivered-to reply-to".split()
)
#: How far from its beginning a file is looked at for what it is, in bytes.
_HEAD, _ROOT_WITHIN, _LINES_WITHIN = 8192, 16_384, 200_000
#: The header of IPTC 7901 without its control characters, or with them as they are shown.
_IPTC_HEADER = re.compile(
    rb"(?:\^A)?[A-Za-z]{1,6}\d{1,6}[ \t]+\w[ \t]+[A-Za-z]{1,4}[ \t]+\d{1,5}\b[^\n]{0,60}\n"
)
#: The time of sending at the end of such a message.
_IPTC_STAMP = re.compile(rb"\n[ \t]*\d{6}(?: ?[A-Z]{3,4})? [A-Z][a-z\xc3\xa4]{2,3} \d\d\s*\Z")
_ANPA_FIELD = re.compile(rb"(?m)^\^[^\n]{1,200}[<=][ \t\r]*$")
_WIRE_HEADER = re.compile(rb"\x01?\^?A?W\d{4}")
#: Names of files with an object a line; names of plain texts: what begins like JSON and is none is prose there.
_LINES, _TEXTS = (".jsonl", ".ndjson"), (".txt", ".text")
#: How JSON begins that holds objects; prose begins with a brace or a bracket too: "[Update] …".
_OBJECT = re.compile(rb'(?:\[\s*)?\{\s*(?:\}|"[^"\n]{0,200}"\s*:)')


def sniff_feed(data: bytes, suffix: str = "") -> str | None:
    """The feed format of some bytes by their content; None if they are none.

    What begins like JSON is text where it is called so by its `suffix` (".txt") and does not parse.
    """
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    marked = head.startswith(b"\x16") or _WIRE_HEADER.match(head)
    if marked and (b"\x01" in head or b"\x02" in head):
        return "anpa"
    if (head.startswith(b"\x01") and b"\x02" in data) or _is_kept_wire(head, data):
        return "iptc7901"
    if head.startswith(b"^") and len(_ANPA_FIELD.findall(head)) > 1:
        return "anpa"
    if head.startswith((b"{", b"[")):
        return _sniff_json(data, suffix)
    if head.startswith(b"<"):
        return _sniff_root(data[:_ROOT_WITHIN]) or ("xml" if suffix not in _PAGES and _is_xml(data) else None)
    return "mail" if _is_mail(head) else None


def _sniff_json(data: bytes, suffix: str) -> str | None:
    form = "jsonl" if suffix in _LINES or _has_json_lines(data[:_LINES_WITHIN]) else "ninjs"
    if suffix in (".json", *_LINES) or (suffix not in _TEXTS and _OBJECT.match(data.lstrip())):
        return form
    text = decode(data)
    return form if _is_json(text.strip().partition("\n")[0] if form == "jsonl" else text) else None


def _is_json(text: str) -> bool:
    try:
        load(text)
    except ValueError:
        return False
    return True


def _has_json_lines(data: bytes) -> bool:
    """Whether lines are objects each: the first one is, or one that ends an object comes before one that begins one."""
    lines = [line for line in map(bytes.strip, data.splitlines()) if line]
    first, *further = lines or [b""]
    if (
        further
        and first.startswith(b"{")
        and first.endswith(b"}")
        and _is_json(first.decode("utf-8", "replace"))
    ):
        return True
    ended = (line.endswith(b"}") and b"{" in line for line in lines)
    return b"\n{" in data and any(
        end and line.startswith(b"{") for end, line in zip(ended, further, strict=False)
    )


def _sniff_root(head: bytes) -> str | None:
    found = [(match.start(), name) for name, pattern in _ROOTS if (match := pattern.search(head))]
    page = _PAGE.search(head)
    if not found or (page is not None and page.start() < min(found)[0]):
        return None
    return min(found)[1]


def _is_kept_wire(head: bytes, data: bytes) -> bool:
    """Whether agency text lies here without its control characters: its header is there, or its time of sending."""
    return _IPTC_HEADER.match(head) is not None or _IPTC_STAMP.search(data[-200:]) is not None


def _is_xml(data: bytes) -> bool:
    """Whether markup is XML of a house's own: it says so, or ends with the tag that it begins with, which is not HTML's."""
    head = data[:_ROOT_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n")
    at = 0
    while _INSTRUCTION.match(head, at):
        closing = b"-->" if head.startswith(b"<!--", at) else b">"
        end = head.find(closing, at)
        if end < 0:
            return False
        at = end + len(closing)
        at += len(head[at:]) - len(head[at:].lstrip())
    root = _FIRST_TAG.match(head, at)
    if root is None or _PAGE.search(head) or root[1].lower() in _PAGE_PARTS:
        return False
    ended = data.rstrip().endswith((b"</" + root[1] + b">", b"/>")) or head.count(b"</") > 2
    return _DECLARED.match(head) is not None or ended


def _is_mail(head: bytes) -> bool:
    """Whether text begins with a block of header fields, three different ones of those that mail programs write."""
    seen: set[bytes] = set()
    for line in head.splitlines():
        field = _HEADER.match(line)
        name = field[1].lower() if field else b""
        if name in _MAIL_HEADERS or name.startswith(b"x-"):
            seen.add(name)
        elif not seen or not (field or line[:1] in (b" ", b"\t")):
            return len(seen) >= 3 and not line.strip()
    return len(seen) >= 3


def read_feed(data: bytes, path: str, language: str | None, *, form: str) -> Iterator[Document | InputError]:
    """The documents of a feed file, one an item, in order; an item that cannot be read costs itself.

    Raises:
        InputError: the file as a whole cannot be read.
    """
    place, name = {**_XML, **_OTHERS}[form]
    module = import_module(f"provenance.ingest.feeds.{place}")
    items: Callable[..., Iterator[Callable[[], Item | None]]] = getattr(module, name)
    loss = ""
    if form in _XML:
        from provenance.ingest.feeds.markup import parse_xml

        root, loss = parse_xml(data, path, getattr(module, "PREFIXES", None))
        entries = items(root, path) if form == "xml" else items(root)
    else:
        entries = items(data, path)
    for number, entry in enumerate(entries, 1):
        document = _read(entry, path, number, language)
        if document is not None:
            yield document
    if loss:
        yield InputError(
            path, f"not read to its end: {loss}", "what stands before it was read; deliver it whole"
        )


def _read(
    entry: Callable[[], Any], path: str, number: int, language: str | None
) -> Document | InputError | None:
    """The document of one item; None for one that is no story of its own."""
    from provenance.ingest.feeds.item import to_document

    where = f"{path}, item {number}"
    try:
        item = entry()
        if item is None:
            return None
        if not item.has_words:
            return InputError(where, "no readable text in it", "check what was delivered")
        document = to_document(item, path, number, language)
    except InputError as error:
        return error.with_traceback(None)  # which would keep the item's frames alive
    except ValueError as error:
        from provenance.ingest.feeds.markup import Unreadable

        if isinstance(error, Unreadable):
            return InputError(where, str(error), "check what was delivered")
        return Defect(where, error)
    except Exception as error:
        return Defect(where, error)
    if not document.blocks or is_blank(document.text):
        return InputError(where, "no readable text in it", "check what was delivered")
    document.genre = genre_of(document)
    return document
