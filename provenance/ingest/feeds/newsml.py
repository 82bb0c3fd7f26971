"""NewsML 1.2 and NewsML-G2: news items, packages and messages of the IPTC."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lxml import etree

from provenance.ingest.agencies import lookup
from provenance.ingest.credits import split_caption
from provenance.ingest.feeds.flow import pieces
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.feeds.markup import apart, first, line_of, words
from provenance.ingest.feeds.nitf import byline_of

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Reuters' signals of an item's editorial status.
_EDITORIAL = {"edstat:u": "update", "edstat:c": "correction", "edstat:k": "canceled"}
_HOST = re.compile(r"\.\w{2,3}$")
#: AFP's signature behind a caption: "… / AFP / SAID HALIL".
_SIGNED = re.compile(r"\s*/\s*(?P<who>[A-Z]{2,6})(?P<maker>\s*/\s*[^/\n]{3,60})?\s*$")


def items1(root: etree._Element) -> Iterator[Callable[[], Item]]:
    """The items of a NewsML 1.x file."""
    return (partial(_item1, element) for element in apart(root, "NewsItem"))


def _item1(element: etree._Element) -> Item:
    item = Item("newsml", line=line_of(element))
    item.id = words(first(element, "PublicIdentifier", "NewsItemId"))
    item.headline = words(first(element, "HeadLine"))
    item.byline = words(first(element, "ByLine"))
    item.dateline = words(first(element, "DateLine"))
    item.subtitle = words(first(element, "SubHeadLine"))
    item.place = _place(item.dateline)
    item.credit = words(first(element, "CreditLine"))
    item.copyright = words(first(element, "CopyrightLine"))
    item.published = iso(words(first(element, "ThisRevisionCreated", "FirstCreated")))
    item.status = next((status.get("FormalName") or "" for status in element.iter("Status")), "")
    item.status += "".join(f" {order.get('FormalName') or ''}" for order in element.iter("Instruction"))
    item.status += " update" if _is_replacing(first(element, "RevisionId")) else ""
    item.language = next((language.get("FormalName") or "" for language in element.iter("Language")), "")
    item.language = item.language or next(
        (
            part.get(_LANGUAGE) or ""
            for part in element.iter("NewsComponent", "ContentItem")
            if part.get(_LANGUAGE)
        ),
        "",
    )
    item.version = words(first(element, "RevisionId"))
    for provider in element.iter("Provider"):
        item.sender = next((party.get("FormalName") or "" for party in provider.iter("Party")), "")
    item.source = _source1(element, item)
    for content in element.iter("DataContent"):
        found = [piece for piece in pieces(content) if piece.text.strip()]
        if "caption" in _role(content):
            item.pictures += _captioned(element, " ".join(piece.text for piece in found))
        else:
            item.body += found
    return item


def _role(content: etree._Element) -> str:
    """What the component is for that some content stands in (NewsML 1.2, Role), lower case."""
    holder = next(content.iterancestors("NewsComponent"), None)
    role = holder.find("Role") if holder is not None else None
    return (role.get("FormalName") or "").lower() if role is not None else ""


def _captioned(element: etree._Element, text: str) -> list[ItemPicture]:
    """The picture that a component's caption is about; its maker is printed behind it, or created the item."""
    if not text:
        return []
    name = next(
        (part.get("Href") or "" for part in element.iter("ContentItem") if part.get("Href")), "picture"
    )
    makers = [
        (party.get("FormalName") or "").strip()
        for creator in element.iter("Creator")
        for party in creator.iter("Party")
    ]
    signed = _SIGNED.search(text)
    if signed is not None and _agency([signed["who"]]):
        maker = signed["maker"] or ""
        return [ItemPicture(name, text[: signed.start()].rstrip(), f"{signed['who']}{maker}")]
    parts = split_caption(text)
    if parts.credit is not None:
        return [ItemPicture(name, parts.caption.text if parts.caption else "", parts.credit.text)]
    return [ItemPicture(name, text, next(filter(None, makers), ""))]


def _place(dateline: str) -> str:
    """The place of a dateline's element, which has a day or an agency behind it, or is a day alone."""
    place = re.split(r"\(|,? \d", dateline)[0].strip(" ,-–")
    return place if any(map(str.isalpha, place)) else ""


def _is_replacing(revision: etree._Element | None) -> bool:
    """Whether an item takes the place of an earlier revision (NewsML 1.2, RevisionId)."""
    return revision is not None and (revision.get("PreviousRevision") or "0").strip("0 ") != ""


def _source1(element: etree._Element, item: Item) -> str:
    """The agency behind an item of NewsML 1: its provider, its credit line, its source, or whose id it has."""
    sources = [
        party.get("FormalName") or "" for source in element.iter("Source") for party in source.iter("Party")
    ]
    names = [item.sender, item.credit, *sources, words(first(element, "ProviderId"))]
    return _agency(names) or next((name for name in names if name), "")


def _agency(names: Iterable[str]) -> str:
    """The first agency among some names and hosts."""
    for name in names:
        agency = lookup(_HOST.sub("", name.strip(" –-").removeprefix("www."))) if name else None
        if agency is not None:
            return agency.name
    return ""


def items_g2(root: etree._Element) -> Iterator[Callable[[], Item]]:
    """The items of a NewsML-G2 file: news items by themselves, in a package or in a message."""
    found = [root] if root.tag in ("newsItem", "packageItem") else apart(root, "newsItem")
    return (partial(_item_g2, element) for element in found or apart(root, "packageItem"))


def _item_g2(element: etree._Element) -> Item:
    item = Item(
        "newsml-g2",
        id=element.get("guid") or "",
        version=element.get("version") or "",
        line=line_of(element),
    )
    item.language = _language(element)
    item.headline = words(first(element, "headline", "title"))
    item.subtitle = next(
        (text for line in element.iter("headline") if _is_below(line) and (text := words(line))), ""
    )
    item.byline = words(first(element, "by"))
    item.dateline = words(first(element, "dateline"))
    item.place = _place(item.dateline)
    item.credit = words(first(element, "creditline"))
    item.copyright = words(first(element, "copyrightNotice"))
    item.copyright_holder = _literal(next(element.iter("copyrightHolder"), None))
    item.usage = words(first(element, "usageTerms"))
    item.published = iso(words(first(element, "versionCreated")))
    item.embargo = iso(words(first(element, "embargoed")))
    item.source = _source(element, item)
    item.status = _status(element)
    item.sender = next((name for source in element.iter("provider") if (name := _party(source))), "")
    item.notes += [text for note in element.iter("edNote") if (text := words(note))]
    _content(item, element)
    return item


def _is_below(line: etree._Element) -> bool:
    """Whether a headline of several is the one below, by its role: "hld:subHeadline", "apahltype:subtitle"."""
    return (line.get("role") or "").rpartition(":")[2].lower().startswith("sub")


def _language(element: etree._Element) -> str:
    declared = next((language.get("tag") or "" for language in element.iter("language")), "")
    return declared or element.get(_LANGUAGE) or ""


def _literal(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return (
        words(first(element, "name"))
        or element.get("literal")
        or (element.get("qcode") or "").rpartition(":")[2]
    )


def _source(element: etree._Element, item: Item) -> str:
    """The agency behind an item: its credit line, its original provider, or who sends it."""
    names, codes = [item.credit.strip(" –-")], []
    for source in (*element.iter("infoSource"), *element.iter("provider")):
        names += [source.get("literal") or "", words(first(source, "name"))]
        codes.append((source.get("qcode") or "").rpartition(":")[2])
    return _agency([*names, *codes]) or next((name for name in (*names, *codes) if name), "")


def _party(element: etree._Element) -> str:
    return element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]


def _status(element: etree._Element) -> str:
    parts = [(status.get("qcode") or "").rpartition(":")[2] for status in element.iter("pubStatus")]
    signals = [(signal.get("qcode") or "") for signal in element.iter("signal")]
    parts += [signal.rpartition(":")[2] for signal in signals if signal.startswith("sig:")]
    parts += [_EDITORIAL[code] for signal in signals if (code := signal.lower()) in _EDITORIAL]
    parts += [
        words(note)
        for note in element.iter("edNote")
        if "public" in (note.get("role") or "") and "nonpublic" not in (note.get("role") or "")
    ]
    return " ".join(part for part in parts if part)


def _content(item: Item, element: etree._Element) -> None:
    picture = any("picture" in (kind.get("qcode") or "") for kind in element.iter("itemClass"))
    for inline in element.iter("inlineXML", "inlineData"):
        body = next(inline.iter("body.content"), None)
        if body is None:
            body = next(inline.iter("body"), inline)
        item.body += [piece for piece in pieces(body) if piece.text.strip()]
        item.byline = item.byline or byline_of(inline)
    if picture:
        described = _without_tags(words(first(element, "description")))
        parts = split_caption(described)
        credit = parts.credit.text if parts.credit else item.credit
        item.pictures.append(
            ItemPicture(
                item.id.rpartition("/")[2] or "picture",
                parts.caption.text if parts.caption else described,
                credit,
            )
        )
        if not item.byline:
            item.byline = next(
                (_literal(creator) for creator in element.iter("creator") if words(creator)), ""
            )


def _without_tags(described: str) -> str:
    """A description without the bracket of tags behind it: "… to vote. (KENYA - Tags: POLITICS ELECTIONS)"."""
    before, _, bracket = described.removesuffix(")").rpartition("(")
    tags = described.endswith(")") and bracket[:1].isupper() and " - Tags:" in bracket and ")" not in bracket
    return before.rstrip() if tags else described
