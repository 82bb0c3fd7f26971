"""RSS, Atom, and the export of WordPress (WXR)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from lxml import etree

from provenance.ingest.dates import from_rfc822
from provenance.ingest.feeds.item import Item, iso
from provenance.ingest.feeds.markup import apart, html_pieces, line_of, words

_ADDRESS = re.compile(r"\s*https?://([\w.-]+)(?=[/:?#\s]|$)", re.I)


def items(root: etree._Element) -> Iterator[Callable[[], Item | None]]:
    """The items of a feed; of a WordPress export only posts and pages, None for what else it holds."""
    outlet = words(root.find("channel/title")) or words(root.find("title"))
    language = (
        words(root.find("channel/language")) or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    feed = Item("rss", outlet=outlet, sender=_host(root), language=language[:2].lower())
    found = apart(root, "item", "entry")
    found.sort(key=lambda element: element.tag == "entry")
    return (partial(_item, element, feed) for element in found)


def _host(root: etree._Element) -> str:
    """The host that a feed gives as its own."""
    for link in (*root.findall("channel/link"), *root.findall("link")):
        if link.get("rel", "alternate") == "alternate" and (
            match := _ADDRESS.match(words(link) or link.get("href") or "")
        ):
            return str(match[1]).lower().removeprefix("www.")
    return ""


def _item(element: etree._Element, feed: Item) -> Item | None:
    children = {child.tag: child for child in reversed(element) if isinstance(child.tag, str)}
    kind = words(children.get("post_type"))
    if kind and kind not in ("post", "page"):
        return None
    form = "wxr" if kind else "atom" if element.tag == "entry" else "rss"
    item = replace(feed, format=form, line=line_of(element), notes=[], body=[], pictures=[])
    item.id = words(children.get("guid")) or words(children.get("id")) or words(children.get("link"))
    item.headline = words(children.get("title"))
    author = children.get("creator") if "creator" in children else children.get("author")
    name = next(author.iter("name"), author) if author is not None else None
    item.byline = words(name)
    item.published = _date(
        words(children.get("pubDate")) or words(children.get("published")) or words(children.get("date"))
    )
    item.modified = _date(words(children.get("updated")))
    item.copyright = words(children.get("rights"))
    body = next(
        (children[tag] for tag in ("encoded", "content", "description", "summary") if tag in children), None
    )
    if body is not None:
        inline = "".join(etree.tostring(child, encoding="unicode") for child in body)
        item.body = html_pieces((body.text or "") + inline)
    return item


def _date(text: str) -> str:
    """RFC 822 dates of RSS and ISO dates of Atom."""
    return iso(text) or from_rfc822(text)
