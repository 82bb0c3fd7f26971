"""JSON Feed 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from provenance.errors import InputError
from provenance.ingest.feeds.flow import Reading, plain_parts, read_html
from provenance.ingest.feeds.item import Item, Piece, iso
from provenance.ingest.json_values import label, words

_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)", re.I)


def is_feed(value: Any) -> bool:
    """Whether a value is a JSON Feed."""
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        return False
    return "jsonfeed.org" in words(value.get("version")) or "home_page_url" in value or "feed_url" in value


def items(feed: dict[str, Any]) -> Iterator[Callable[[], Item]]:
    """The items of a feed."""
    return (partial(_item, entry, feed, number) for number, entry in enumerate(feed["items"], 1))


def _item(entry: Any, feed: dict[str, Any], number: int) -> Item:
    if not isinstance(entry, dict):
        raise InputError(f"item {number}", "no JSON object", "check what was delivered")

    def text(*names: str) -> str:
        return next((found for name in names if (found := words(entry.get(name)))), "")

    item = Item("json-feed", outlet=words(feed.get("title")))
    home = _HOST.match(words(feed.get("home_page_url")) or words(feed.get("feed_url")))
    item.sender = home[1].lower() if home else ""
    item.id = label(entry.get("id")) or text("url", "external_url")
    item.headline = text("title")
    item.language = text("language") or words(feed.get("language"))
    item.byline = _authors(entry) or _authors(feed)
    item.published = iso(text("date_published")) or iso(text("date_modified"))
    item.modified = iso(text("date_modified"))
    reading = _body(entry)
    item.body, item.pictures = reading.pieces, reading.pictures
    return item


def _body(entry: dict[str, Any]) -> Reading:
    if isinstance(markup := entry.get("content_html"), str) and (reading := read_html(markup)).pieces:
        return reading
    for name in ("content_text", "summary"):
        if isinstance(text := entry.get(name), str) and text.strip():
            return Reading([Piece("paragraph", part) for part in plain_parts(text) if part.strip()])
    return Reading()


def _authors(entry: dict[str, Any]) -> str:
    authors = entry.get("authors") or [entry.get("author")]
    names = (
        [words(author.get("name")) for author in authors if isinstance(author, dict)]
        if isinstance(authors, list)
        else []
    )
    return ", ".join(name for name in names if name)
