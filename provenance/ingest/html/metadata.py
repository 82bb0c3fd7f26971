"""What a page says of itself outside the visible text: JSON-LD, meta tags, Open Graph, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import etree

from provenance.glyphs import DASHES, DOUBLE_CLOSING, SINGLE_CLOSING, one_of
from provenance.ingest.dates import read_date
from provenance.ingest.encoding import text_only
from provenance.ingest.json_values import load

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review)$")
_PAGE = re.compile(r"(?:WebPage|VideoObject|NewsMediaOrganization)$")
#: What has a day of its own on a page that is about something else.
_NO_PAGE = re.compile(r"(?:Comment|Answer|Object|Person|Organization|Product|Offer|Rating|Review)$")
_PUBLISHED = (
    "article:published_time", "datepublished", "article:published", "og:article:published_time", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "pub_date", "publishdate", "publish-date",
    "publication_date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "og:published_time",
    "article.published", "datecreated", "rnews:datepublished", "timestamp", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "datemodified", "article:modified", "og:updated_time", "last-modified", "lastmod",
    "dcterms.modified", "article:updated",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
    "cxenseparse:author", "authors", "article:author_name", "rnews:author", "twitter:data1",
)  # fmt: skip
_ADDRESS = re.compile(r"^https?://(?:www\.)?([^/\s]+).*$", re.I)
#: What divides a page's title from its outlet.
_TAIL = re.compile(rf"\s+(?:[|·•:]|{one_of(DASHES, DOUBLE_CLOSING, SINGLE_CLOSING)})+\s+|\s*\|\s*")
_NO_LETTER = re.compile(r"[\W_]")
#: The braces of a template that nobody filled in: "{$site_name}", "{{ title }}", "%title%".
_TEMPLATE = re.compile(r"[{}]|%\w+%")
#: The second page of a thread is named so behind its title.
_PAGE_NUMBER = re.compile(r"\w+ \d+")
_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_KEYWORDS = ("keywords", "news_keywords", "article:tag")
_OPENING = re.compile(r"<!--|/?/?\s*<!\[CDATA\[")
_DEEPEST = 8


@dataclass(slots=True)
class PageMetadata:
    """The metadata of a page, each field from the most reliable place that has it."""

    titles: list[str] = field(default_factory=list)
    """All titles the page gives itself, the linked data's first."""
    published: str | None = None
    modified: str | None = None
    authors: list[str] = field(default_factory=list)
    outlet: str | None = None
    language: str | None = None
    copyright: str | None = None
    credits: list[str] = field(default_factory=list)
    """Makers of the article's pictures."""
    keywords: list[str] = field(default_factory=list)
    """Subjects and places that the page names for itself."""
    address: str | None = None
    """The canonical address."""
    text: str = ""
    """The article's text as the linked data hold it; "" where they do not."""
    words: int = 0
    """How many words they say that it has."""
    descriptions: list[str] = field(default_factory=list)
    """What the page says in a sentence or two that it is about."""


def read_metadata(root: etree._Element) -> PageMetadata:
    """What a page's head and linked data say; JSON-LD first, then meta tags."""
    found = PageMetadata()
    nodes = list(_linked_data(root))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for pattern in (_ARTICLE, _PAGE):
        for node in nodes:
            if any(pattern.search(kind) for kind in _kinds(node)):
                _from_node(found, node, known)
    for node in nodes:
        if (
            found.published is None
            and not any(map(_NO_PAGE.search, _kinds(node)))
            and node.get("datePublished")
        ):
            _from_node(found, node, known)
    metas = _metas(root)
    found.titles += [metas[name] for name in ("og:title", "twitter:title", "title") if name in metas]
    title = root.find("head/title")
    if title is not None and title.text:
        found.titles.append(" ".join(title.text.split()))
    found.published = found.published or _first_date(metas, _PUBLISHED)
    found.modified = found.modified or _first_date(metas, _MODIFIED)
    if not found.authors:
        found.authors = _meta_authors(metas)
    found.address = _address(root, metas)
    labels, host = _host(found.address or _own_link(root))
    given = [found.outlet, *(metas[name] for name in _OUTLET if name in metas)]
    names = (_outlet_name(name, found.titles, labels) for name in given if name)
    found.outlet = next((name for name in names if name), None) or _outlet_of(found, labels, host)
    # Some sites give their address for a name: "https://www.example.org" is example.org.
    found.outlet = _ADDRESS.sub(r"\1", found.outlet) if found.outlet else None
    found.language = (
        root.get("lang") or root.get("xml:lang") or metas.get("og:locale") or metas.get("content-language")
    )
    found.copyright = metas.get("copyright") or metas.get("dc.rights")
    found.keywords += [word for name in _KEYWORDS for word in metas.get(name, "").split(",")]
    found.descriptions += [metas[name] for name in _DESCRIPTIONS if name in metas]
    return found


def _meta_authors(metas: dict[str, str]) -> list[str]:
    for name in _AUTHOR:
        value = metas.get(name, "")
        if value and not value.startswith(("http", "/", "@")) and any(glyph.isalpha() for glyph in value):
            return [value]
    return []


def _address(root: etree._Element, metas: dict[str, str]) -> str | None:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href")).strip()
    return metas.get("og:url")


def _own_link(root: etree._Element) -> str:
    """An address on the page's own host that its head links: its base, its short form, its feeds."""
    for element in root.iter("base", "link"):
        rel = (element.get("rel") or "").lower()
        own = element.tag == "base" or rel in ("shortlink", "home", "alternate", "search", "next", "prev")
        if own and _ADDRESS.match(element.get("href") or ""):
            return str(element.get("href")).strip()
    return ""


def _host(address: str) -> tuple[list[str], str]:
    """The parts of an address's host that may be an outlet's name written together, and the host."""
    match = _ADDRESS.match(address)
    host = match[1].lower() if match else ""
    return [_NO_LETTER.sub("", one) for one in host.split(".")[:-1] if one not in ("www", "m", "amp")], host


def _outlet_name(name: str, titles: list[str], labels: list[str]) -> str | None:
    """The outlet in what a page calls its site: its title before the name and a slogan behind it are no part of it,
    and a template that nobody filled in is no name."""
    name = unescape(name).strip()
    if _TEMPLATE.search(name):
        return None
    parts = _TAIL.split(name)
    if parts[0] in titles:
        return parts[-1] if len(parts) > 1 and parts[-1] not in titles else None
    if len(parts) > 1:
        named = [part for part in parts if any(_is_name(_bare(part), label) for label in labels)]
        return named[0].strip() if named else name
    return name


def _bare(name: str) -> str:
    return _NO_LETTER.sub("", name).lower()


def _outlet_of(found: PageMetadata, labels: list[str], host: str) -> str | None:
    """The outlet as the page's title ends in it, where the rest is another of its titles or that is its host's name;
    or else the host."""
    for title in found.titles:
        head, *further = _TAIL.split(title)
        for tail in (*further[-1:], head) if further else ():
            name = _bare(tail)
            told = tail is not head and len(name) < 40 and head in found.titles and len(further) == 1
            told = told and not _PAGE_NUMBER.fullmatch(tail.strip())
            if told or (len(name) > 2 and any(_is_name(name, label) for label in labels)):
                return tail.strip()
    return host or None


def _is_name(name: str, label: str) -> bool:
    """Whether a host's label is a name written together: "Tagblatt" and tagblatt, "Die Zeit Online" and zeit-online."""
    return label in (name, name.removesuffix("online")) or (
        len(label) > 4 and (label in name or name in label) and len(name) < 40
    )


def _metas(root: etree._Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        get = element.get
        name = get("property") or get("name") or get("itemprop") or get("http-equiv")
        content = get("content")
        if name and content and content.strip():
            metas.setdefault(name.lower(), " ".join(content.split()))
    return metas


def _first_date(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((date for name in names if name in metas and (date := read_date(metas[name]))), None)


def _linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        try:
            data = load(_script(element.text or ""))
        except ValueError:
            continue
        yield from _nodes(data, 0)


def _script(text: str) -> str:
    """The JSON of a script, without the comment or CDATA marks that some templates put around it."""
    text = text.strip()
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    if text.endswith("-->"):
        text = text[:-3]
    elif text.endswith("]]>"):
        text = text[:-3].rstrip().removesuffix("/").removesuffix("/")
    return text.strip().rstrip(";")


def _nodes(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _nodes(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(data.get(key), depth + 1)


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _from_node(found: PageMetadata, node: dict[str, Any], known: dict[str, dict[str, Any]]) -> None:
    for key in ("headline", "name"):
        if title := _string(node.get(key)):
            found.titles.append(title)
    found.published = found.published or read_date(_string(node.get("datePublished")) or "")
    found.modified = found.modified or read_date(_string(node.get("dateModified")) or "")
    found.outlet = found.outlet or _name(node.get("publisher"), known)
    _read_image(found, node.get("image"), known)
    found.text = found.text or _string(node.get("articleBody")) or ""
    found.words = found.words or _number(node.get("wordCount"))
    if description := _string(node.get("description")):
        found.descriptions.append(description)
    found.keywords += _places(node, known)
    if not found.authors:
        authors = node.get("author") or node.get("creator")
        for entry in authors if isinstance(authors, list) else [authors]:
            name = _name(entry, known)
            if name and not (isinstance(entry, dict) and "Organization" in _kinds(entry)):
                found.authors.append(name)


def _places(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> list[str]:
    """Where a story was filed and plays, and its keywords (schema.org: `dateline`, `contentLocation`, `keywords`)."""
    named = [_string(node.get("dateline")), _name(node.get("contentLocation"), known)]
    keywords = node.get("keywords")
    for value in keywords if isinstance(keywords, list) else [keywords]:
        named += (_string(value) or "").split(",")
    return [name for name in named if name]


def _read_image(found: PageMetadata, value: object, known: dict[str, dict[str, Any]]) -> None:
    """Who made a picture: `creditText`, else `creator` or `copyrightHolder` (schema.org, ImageObject)."""
    for image in value if isinstance(value, list) else [value]:
        if isinstance(image, dict):
            image = _known(image, known) or image
            maker = _string(image.get("creditText")) or next(
                (name for key in ("creator", "copyrightHolder") if (name := _name(image.get(key), known))),
                None,
            )
            if maker:
                found.credits.append(maker)


def _string(value: object) -> str | None:
    return " ".join(text_only(value).split()) or None if isinstance(value, str) else None


def _number(value: object) -> int:
    """A count that some write as a string; 0 for what is none."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdecimal() and len(value) < 9:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**6 else 0


def _known(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """What the page says elsewhere of a node that it only names by its id."""
    name = node.get("@id")
    return known.get(name) if isinstance(name, str) else None


def _name(value: object, known: dict[str, dict[str, Any]]) -> str | None:
    """The name that a value is or has: of a list the first, of a node's id the node's."""
    for _ in range(_DEEPEST):
        if isinstance(value, dict):
            name = value.get("name")
            if name is None:
                name = (_known(value, known) or {}).get("name")
            known, value = {}, name if not isinstance(name, dict) else None
        elif isinstance(value, list) and value and not isinstance(value[0], list):
            value = value[0]
        else:
            break
    return _string(value)
