"""RSS, Atom, and the export of WordPress (WXR), read by the namespaces that their elements come from.

Sources: RSS 2.0 and 1.0, RFC 4287 (Atom), the modules content, Dublin Core, Media RSS (Yahoo) and iTunes, WXR 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from lxml import etree

from provenance.ingest.dates import from_rfc822, read_date
from provenance.ingest.feeds.flow import Reading, read_element, read_html
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.feeds.markup import apart, first, line_of, words
from provenance.ingest.feeds.plain_markup import resolved

#: Part of a namespace's address → prefix of its names. What is the feed's own has none.
PREFIXES = {
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/": "dc",
    "search.yahoo.com/mrss": "media",
    "podcast-1.0.dtd": "itunes",
    "wordpress.org/export/": "wp",
    "w3.org/1999/xhtml": "",
    "purl.org/rss/1.0/": "",
    "purl.org/atom/": "",
    "netscape.com/rdf": "",
    "w3.org/1999/02/22-rdf-syntax-ns": "",
    "w3.org/2005/Atom": "atom",
}
#: Names of the text, the fullest first.
_BODIES = ("content_encoded", "encoded", "content", "atom_content", "body", "div", "description", "summary")
_SUMMARIES = ("atom_summary", "itunes_summary", "media_description", "dc_description", "excerpt_encoded")
_PUBLISHED = (
    "pubDate",
    "published",
    "atom_published",
    "issued",
    "dc_date",
    "date",
    "created",
    "wp_post_date_gmt",
)
_UPDATED = ("updated", "modified", "atom_updated")
_TITLES = ("title", "dc_title", "media_title", "itunes_title")
_RIGHTS = ("rights", "dc_rights", "copyright", "atom_rights", "media_copyright")
_ADDRESS = re.compile(r"\s*https?://([\w.-]+)(?=[/:?#\s]|$)", re.I)
_MAILED = re.compile(r"[^\s()]+@[^\s()]+\s*(?:\((?P<name>[^()]*)\))?")
#: Codes of blog software: an opening one with attributes, or one that is closed.
_CODE = re.compile(r"\[(/?)([a-z][\w-]{1,40})((?:\s[^\[\]]{0,500})?)/?\]")
_CAPTION = re.compile(r"\[caption\b[^\[\]]{0,500}\]([^\[]{0,4000}+)\[/caption\]")
#: The address of a film or post that its software shows in its place.
_EMBED = re.compile(r"\[embed\b[^\[\]]{0,200}\][^\[\s]{0,500}\[/embed\]")
_IMAGE = re.compile(r"""<img\b[^<>]{0,2000}>""", re.I)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']([^"'>]{1,500})["']""", re.I)
#: A line end in a post that its software shows as one (WordPress, `wpautop`).
_LINE_END = re.compile(r"(?<![>\n])\n(?![<\n])")


def items(root: etree._Element) -> Iterator[Callable[[], Item | None]]:
    """The items of a feed; of a WordPress export only posts and pages, None for what else it holds."""
    channel = next((element for element in root if element.tag == "channel"), root)
    language = (
        words(channel.find("language"))
        or words(channel.find("dc_language"))
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or ""
    )
    feed = Item("rss", outlet=words(channel.find("title")), sender=_host(channel, root), language=language)
    writers = dict(_writers(channel))
    found = apart(root, "item", "entry", "atom_entry")
    found.sort(key=lambda element: element.tag != "item")
    return (partial(_item, element, feed, writers) for element in found)


def _writers(channel: etree._Element) -> Iterator[tuple[str, str]]:
    """The logins under which a WordPress export names its writers, each with the name that is shown (WXR 1.2)."""
    for writer in channel.iter("wp_author"):
        login, shown = words(writer.find("wp_author_login")), words(writer.find("wp_author_display_name"))
        if login and shown:
            yield login, shown


def _host(*homes: etree._Element) -> str:
    """The host that a feed gives as its own."""
    for link in (link for home in homes for link in (*home.findall("link"), *home.findall("atom_link"))):
        if link.get("rel", "alternate") == "alternate" and (
            match := _ADDRESS.match(words(link) or link.get("href") or "")
        ):
            return str(match[1]).lower().removeprefix("www.")
    return ""


def _item(element: etree._Element, feed: Item, writers: Mapping[str, str]) -> Item | None:
    children = {child.tag: child for child in reversed(element) if isinstance(child.tag, str)}

    def text(*names: str) -> str:
        return next((found for name in names if (found := words(children.get(name)))), "")

    kind = text("wp_post_type", "post_type")
    if (kind or _kind_of_entry(element) or "post") not in ("post", "page"):
        return None
    form = "wxr" if kind else "rss" if element.tag == "item" else "atom"
    item = replace(feed, format=form, line=line_of(element), notes=[], body=[], pictures=[])
    item.id = text("guid", "id", "link", "atom_id")
    item.headline = text(*_TITLES)
    item.byline = writers.get(login := _authors(element), login)
    item.published = next((date for name in _PUBLISHED if (date := _date(text(name)))), "")
    item.modified = next((date for name in _UPDATED if (date := _date(text(name)))), "")
    item.published = item.published or item.modified
    item.copyright = text(*_RIGHTS)
    item.source = words(first(element, "source"))
    item.language = _language(element) or text("dc_language") or item.language
    reading = _body(children, form)
    item.body = reading.pieces
    item.pictures = [*_media(element), *reading.pictures]
    return item


def _kind_of_entry(element: etree._Element) -> str:
    """What an entry is that Blogger exports: "post", "comment", "settings"; "" where nothing says so."""
    for category in element.iter("category", "atom_category"):
        if (category.get("scheme") or "").endswith("#kind"):
            return (category.get("term") or "").rpartition("#")[2]
    return ""


def _authors(element: etree._Element) -> str:
    """Those who wrote an item, as the feed names them; an address alone is no name."""
    found: list[str] = []
    for names in (("dc_creator", "creator"), ("author", "atom_author"), ("itunes_author",)):
        for author in (child for child in element if child.tag in names):
            name = words(first(author, "name", "atom_name") if len(author) else author)
            mailed = _MAILED.fullmatch(name)
            name = (mailed["name"] or "").strip() if mailed else name
            if name and name not in found:
                found.append(name)
        if found:
            break
    return ", ".join(found)


def _language(element: etree._Element) -> str:
    own = (child for child in element if child.tag in ("content", "content_encoded"))
    for holder in (*own, element):
        if code := holder.get("{http://www.w3.org/XML/1998/namespace}lang"):
            return str(code)
    return ""


def _body(children: dict[str, etree._Element], form: str) -> Reading:
    """The fullest text of an item that has words."""
    for name in (*_BODIES, *_SUMMARIES):
        if name in children:
            element = children[name]
            reading = _post(element.text or "") if form == "wxr" else read_element(element)
            if reading.pieces:
                return reading
    return Reading()


def _post(markup: str) -> Reading:
    """A post as its software shows it: line ends count, and codes in brackets are no text."""
    pictures = [picture for match in _CAPTION.finditer(markup) if (picture := _captioned(match[1]))]
    markup = _EMBED.sub("\n\n", _CAPTION.sub("\n\n", markup))
    closed = {match[2] for match in _CODE.finditer(markup) if match[1]}
    markup = _CODE.sub(lambda match: "" if match[2] in closed or "=" in match[3] else match[0], markup)
    reading = read_html(_LINE_END.sub("<br>\n", markup) if "<" in markup else markup)
    return Reading(reading.pieces, pictures + reading.pictures)


def _captioned(inside: str) -> ItemPicture | None:
    image = _IMAGE.search(inside)
    source = _SOURCE.search(image[0]) if image else None
    caption = " ".join(resolved(inside).split())
    name = source[1].partition("?")[0].rpartition("/")[2] if source else ""
    return ItemPicture(name or "picture", caption) if caption else None


def _media(element: etree._Element) -> list[ItemPicture]:
    """The pictures of Media RSS with words of their own; renditions of one picture are one.

    What a group or the item itself says goes for each picture in it (Media RSS 1.5, "optional elements").
    """
    found: list[ItemPicture] = []
    for media in element.iter("media_content", "media_thumbnail"):
        kind = media.get("medium") or (media.get("type") or "image").partition("/")[0]
        if kind != "image":
            continue
        holders = [
            media,
            *(above for above in media.iterancestors() if above.tag in ("media_group", element.tag)),
        ]

        def said(name: str, holders: list[etree._Element] = holders) -> str:
            return next((text for holder in holders if (text := words(holder.find(name)))), "")

        own = (
            said("media_description", holders[:-1])
            or said("media_text", holders[:-1])
            or said("media_title", holders[:-1])
        )
        if not any(map(str.isspace, own)) and own == own.lower():
            own = ""  # the name of a file or of an account
        name = (media.get("url") or "").partition("?")[0].rpartition("/")[2]
        picture = ItemPicture(name or "picture", own, said("media_credit") or said("media_copyright"))
        if (picture.caption or picture.credit) and all(
            (known.caption, known.credit) != (picture.caption, picture.credit) for known in found
        ):
            found.append(picture)
    return found


def _date(text: str) -> str:
    """RFC 822 dates of RSS, ISO dates of Atom, and what else names a day."""
    return iso(text) or from_rfc822(text) or read_date(text[:80]) or ""
