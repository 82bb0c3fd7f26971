"""Feeds and wires: every format of news that is not a page, told by its content and read into documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from provenance.ingest.feeds.item import Item, to_document
from provenance.model import Document

__all__ = ["FORMATS", "parse_feed", "sniff_feed"]

#: Format → module and function that reads it; loaded when the first file of the format comes.
FORMATS: dict[str, tuple[str, str]] = {
    "nitf": ("nitf", "parse"),
    "newsml": ("newsml", "parse_newsml1"),
    "newsml-g2": ("newsml", "parse_g2"),
    "ninjs": ("ninjs", "parse"),
    "jsonl": ("ninjs", "parse_lines"),
    "rss": ("syndication", "parse"),
    "iptc7901": ("wire_text", "parse_iptc7901"),
    "anpa": ("wire_text", "parse_anpa"),
    "mail": ("mail", "parse"),
}
_ROOTS = (
    ("nitf", re.compile(rb"<(?:\w+:)?nitf[\s>]")),
    ("newsml-g2", re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)[\s>]")),
    ("newsml", re.compile(rb"<(?:\w+:)?NewsML[\s>]")),
    ("rss", re.compile(rb"<(?:rss|rdf:RDF|feed)[\s>]")),
)
_MAIL = re.compile(
    rb"(?:(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Reply-To|X-[\w-]+): .*\r?\n(?:[ \t].*\r?\n)*){3,}"
)
_JSON_LINE = re.compile(rb"\{[^\n]*\}\s*\n\s*\{")


def sniff_feed(data: bytes) -> str | None:
    """The feed format of some bytes by their content; None if they are none."""
    head = data[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"\x16") or re.match(rb"\x01?\^?A?W\d{4}", head):
        return "anpa"
    if head.startswith(b"\x01"):
        return "iptc7901"
    if head.startswith((b"{", b"[")):
        return "jsonl" if _JSON_LINE.search(data[:200_000]) and b"\n{" in data else "ninjs"
    if head.startswith(b"<"):
        matches = [
            (match.start(), name) for name, pattern in _ROOTS if (match := pattern.search(data[:16384]))
        ]
        return min(matches)[1] if matches else None
    return "mail" if _MAIL.match(head) else None


def parse_feed(data: bytes, path: str, language: str | None, *, form: str) -> list[Document]:
    """The documents of a feed file, one an item, in order."""
    module, name = FORMATS[form]
    read: Callable[[bytes, str], list[Item]] = getattr(
        import_module(f"provenance.ingest.feeds.{module}"), name
    )
    return [to_document(item, path, number, language) for number, item in enumerate(read(data, path), 1)]
