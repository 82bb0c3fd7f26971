"""RSS, Atom, and the export of WordPress (WXR)."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

from lxml import etree

from provenance.ingest.feeds.item import Item, iso
from provenance.ingest.feeds.markup import html_pieces, line_of, parse_xml, words


def parse(data: bytes, path: str) -> list[Item]:
    """The items of a feed; of a WordPress export only posts and pages."""
    root = parse_xml(data, path)
    outlet = words(root.find("channel/title")) or words(root.find("title"))
    language = (
        words(root.find("channel/language")) or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    found = [_item(element, outlet, language) for element in (*root.iter("item"), *root.iter("entry"))]
    return [item for item in found if item is not None]


def _item(element: etree._Element, outlet: str, language: str) -> Item | None:
    children = {child.tag: child for child in reversed(element) if isinstance(child.tag, str)}
    kind = words(children.get("post_type"))
    if kind and kind not in ("post", "page"):
        return None
    item = Item(
        "wxr" if kind else "atom" if element.tag == "entry" else "rss",
        outlet=outlet,
        language=language[:2].lower(),
        line=line_of(element),
    )
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
    if stamp := iso(text):
        return stamp
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError):
        return ""
