"""What a page says of itself outside the visible text: JSON-LD, meta tags, Open Graph, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from provenance.ingest.dates import read_date

_ARTICLE = re.compile(r"Article$|BlogPosting$|Report$|Review$")
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "sailthru.date", "parsely-pub-date",
    "publish-date", "publication_date", "last-modified-first", "cxenseparse:recs:publishtime", "dcterms.created", "og:published_time", "article.published",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "last-modified", "og:updated_time", "dcterms.modified")
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "authors",
)


@dataclass(slots=True)
class PageMetadata:
    """The metadata of a page, each field from the most reliable place that has it."""

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: list[str] = field(default_factory=list)
    outlet: str | None = None
    language: str | None = None
    copyright: str | None = None


def read_metadata(root: HtmlElement) -> PageMetadata:
    """What a page's head and linked data say; JSON-LD first, then meta tags."""
    found = PageMetadata()
    for node in _linked_data(root):
        _from_node(found, node)
    metas = _metas(root)
    found.title = found.title or metas.get("og:title") or _first_text(root, "//head/title")
    found.published = found.published or _first_date(metas, _PUBLISHED)
    found.modified = found.modified or _first_date(metas, _MODIFIED)
    if not found.authors:
        found.authors = [
            metas[name] for name in _AUTHOR if name in metas and not metas[name].startswith("http")
        ][:1]
    found.outlet = found.outlet or metas.get("og:site_name") or metas.get("application-name")
    found.language = root.get("lang") or metas.get("og:locale") or metas.get("content-language")
    found.copyright = metas.get("copyright") or metas.get("dc.rights")
    return found


def _metas(root: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
            or ""
        ).lower()
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first_date(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((date for name in names if name in metas and (date := read_date(metas[name]))), None)


def _first_text(root: HtmlElement, path: str) -> str | None:
    for element in root.xpath(path):
        text = " ".join(element.text_content().split())
        if text:
            return text
    return None


def _linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        try:
            data = json.loads((element.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _nodes(data, 0)


def _nodes(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _nodes(entry, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(data.get(key), depth + 1)


def _from_node(found: PageMetadata, node: dict[str, Any]) -> None:
    found.title = found.title or _string(node.get("headline"))
    found.published = found.published or read_date(_string(node.get("datePublished")) or "")
    found.modified = found.modified or read_date(_string(node.get("dateModified")) or "")
    found.outlet = found.outlet or _name(node.get("publisher"))
    if not found.authors:
        authors = node.get("author")
        for entry in authors if isinstance(authors, list) else [authors]:
            name = _name(entry)
            if name:
                found.authors.append(name)


def _string(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list) and value:
        return _name(value[0])
    return _string(value)
