"""NITF: the News Industry Text Format of the IPTC, 2.5 to 3.6."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from provenance.ingest.agencies import lookup
from provenance.ingest.feeds.flow import pieces
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.feeds.markup import apart, first, line_of, spaced, words


def items(root: etree._Element) -> Iterator[Callable[[], Item]]:
    """The items of a NITF file."""
    return (partial(_item, nitf) for nitf in apart(root, "nitf"))


def _item(nitf: etree._Element) -> Item:
    item = Item("nitf", line=line_of(nitf))
    item.headline = words(first(nitf, "hl1")) or words(first(nitf, "hedline", "title"))
    heading = first(nitf, "hedline")
    item.subtitle = words(first(heading, "hl2")) if heading is not None else ""
    item.byline = byline_of(nitf)
    item.dateline = _dateline(first(nitf, "dateline"))
    item.place = words(first(nitf, "location"))
    item.credit = words(first(nitf, "distributor"))
    _docdata(item, nitf)
    # A note in the head may hold a body.content of its own; the story's stands right under the body.
    content = next(
        (element for body in nitf.iter("body") for element in body if element.tag == "body.content"), None
    )
    if content is not None:
        item.body = pieces(content)
        item.pictures = [
            _picture(media)
            for media in apart(content, "media")
            if media.get("media-type", "image") in ("image", "picture", "photo")
        ]
    return item


def byline_of(nitf: etree._Element) -> str:
    """The byline of a NITF tree without the writer's title or paper, which has an element of its own; "" for none."""
    element = first(nitf, "byline")
    if element is None:
        return ""
    printed, title = spaced(element), spaced(first(element, "byttl"))
    return printed.replace(title, "").strip(" ,") if title else printed


def _dateline(element: etree._Element | None) -> str:
    """The dateline as printed: the time of a story (`story.date`) is none of its words, if it is only figures."""
    if element is None:
        return ""
    printed = spaced(element)
    for stamp in map(words, element.iter("story.date")):
        if stamp and not any(map(str.isalpha, stamp)):
            printed = printed.replace(stamp, "")
    return printed.strip(" ,")


def _docdata(item: Item, nitf: etree._Element) -> None:
    for element in nitf.iter("docdata"):
        item.status = element.get("management-status") or ""
    for element in nitf.iter("doc-id"):
        item.id = item.id or element.get("id-string") or ""
        item.source = item.source or element.get("regsrc") or ""
    item.source = (
        item.source or _sender(nitf) or item.id.split(".")[0].split(":")[0]
        if _is_agency(item.id)
        else item.source or _sender(nitf)
    )
    for element in nitf.iter("date.issue"):
        item.published = item.published or iso(element.get("norm"))
    for element in nitf.iter("date.release"):
        if "embargo" in item.status.lower():
            item.embargo = iso(element.get("norm"))
    for element in nitf.iter("doc.copyright"):
        item.copyright_holder = element.get("holder") or ""
    for element in nitf.iter("ed-msg"):
        if element.get("info"):
            item.notes.append(" ".join((element.get("info") or "").split()))
    for element in nitf.iter("doc.rights"):
        item.usage = item.usage or element.get("limitations") or ""


def _is_agency(identifier: str) -> bool:
    return lookup(identifier.split(".")[0].split(":")[0]) is not None and "." in identifier


def _sender(nitf: etree._Element) -> str:
    names = [element.get("src-name") or "" for element in nitf.iter("from-src")]
    return next((name for name in names if lookup(name)), "")


def _picture(media: etree._Element) -> ItemPicture:
    reference = next((element.get("source") or "" for element in media.iter("media-reference")), "")
    return ItemPicture(
        reference or "picture", words(first(media, "media-caption")), words(first(media, "media-producer"))
    )
