"""ninjs 1 to 3, the AP Media API's wrapping of it, and JSON Lines of articles."""

from __future__ import annotations

import json
from typing import Any

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.feeds.markup import html_pieces

_TEXT = ("body_xhtml", "body_html", "body_text", "bodyHtml", "content", "body", "text", "articleBody")


def parse(data: bytes, path: str) -> list[Item]:
    """The items of a JSON file: one, a list, or a package's."""
    try:
        value = json.loads(decode(data), strict=False)
    except (ValueError, RecursionError) as error:
        raise InputError(path, f"not readable as JSON ({error})", "check what was delivered") from None
    found = [_item(entry) for entry in _entries(value)]
    if not found:
        raise InputError(path, "no news item in this JSON", "deliver ninjs, or one article a line")
    return found


def _entries(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [entry for entry in value if isinstance(entry, dict)]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("data"), dict):
        inner = value["data"]
        if isinstance(inner.get("item"), dict):
            return [inner["item"]]
        if isinstance(inner.get("items"), list):
            return [entry.get("item", entry) for entry in inner["items"] if isinstance(entry, dict)]
    return [value]


def parse_lines(data: bytes, path: str) -> list[Item]:
    """The articles of a JSON Lines file, one object a line.

    Raises:
        InputError: a line is no object; it names the line.
    """
    found = []
    for number, line in enumerate(decode(data).splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line, strict=False)
        except ValueError:
            entry = None
        if not isinstance(entry, dict):
            raise InputError(f"{path}:{number}", "no JSON object on this line", "write one article a line")
        item = _item(entry)
        item.format, item.line = "jsonl", number
        found.append(item)
    return found


def _item(entry: dict[str, Any]) -> Item:
    def text(*names: str) -> str:
        for name in names:
            value = entry.get(name)
            if isinstance(value, list) and value and isinstance(value[0], str):
                value = value[0]
            if isinstance(value, str) and value.strip():
                return " ".join(value.split())
        return ""

    item = Item("ninjs", id=text("uri", "guid", "id", "url"), language=text("language", "lang"))
    item.headline = text("headline", "title") or _by_role(entry.get("headlines"), "main", "")
    item.byline = text("byline", "by", "author")
    item.place = text("located", "dateline") if "," not in text("located") else ""
    item.source = (
        text("source", "provider")
        or _info_source(entry)
        or _agency_of(text("copyrightholder", "copyrightHolder"))
    )
    item.credit = text("creditline", "credit")
    item.copyright = text("copyrightnotice", "copyrightNotice")
    item.copyright_holder = text("copyrightholder", "copyrightHolder")
    item.usage = text("usageterms", "usageTerms")
    item.published = iso(text("versioncreated", "versionCreated", "published", "date", "datePublished"))
    item.embargo = iso(text("embargoed", "embargoedUntil"))
    item.status = text("pubstatus", "pubStatus")
    item.version = str(entry.get("version", "") or "")
    item.outlet = text("outlet", "publisher")
    if note := text("ednote", "edNote"):
        item.notes.append(note)
    item.body = html_pieces(_body(entry)) if text("type") != "picture" else []
    _pictures(item, entry)
    return item


def _by_role(values: Any, *roles: str) -> str:
    """The value with one of the roles in a ninjs 2 or 3 list; any value for the role ""."""
    if not isinstance(values, list):
        return ""
    for role in roles:
        for value in values:
            if (
                isinstance(value, dict)
                and (value.get("role") == role or not role)
                and isinstance(value.get("value"), str)
            ):
                return str(value["value"])
    return ""


def _body(entry: dict[str, Any]) -> str:
    for name in _TEXT:
        if isinstance(entry.get(name), str) and entry[name].strip():
            return str(entry[name])
    return _by_role(entry.get("bodies"), "html", "xhtml", "main", "text", "")


def _info_source(entry: dict[str, Any]) -> str:
    sources = entry.get("infosources") or entry.get("infoSources")
    if isinstance(sources, list):
        return next(
            (str(source["name"]) for source in sources if isinstance(source, dict) and source.get("name")), ""
        )
    return ""


def _agency_of(name: str) -> str:
    from provenance.ingest.agencies import lookup

    agency = lookup(name)
    return agency.name if agency else ""


def _pictures(item: Item, entry: dict[str, Any]) -> None:
    associations = entry.get("associations")
    candidates = (
        list(associations.values())
        if isinstance(associations, dict)
        else associations
        if isinstance(associations, list)
        else []
    )
    if entry.get("type") == "picture":
        candidates = [entry, *candidates]
    for candidate in candidates:
        if not isinstance(candidate, dict) or candidate.get("type") != "picture":
            continue
        caption = (
            candidate.get("description_text")
            or candidate.get("caption")
            or _by_role(candidate.get("descriptions"), "caption", "text", "")
        )
        credit = (
            candidate.get("creditline")
            or candidate.get("byline")
            or candidate.get("by")
            or candidate.get("copyrightnotice")
            or ""
        )
        name = str(candidate.get("uri") or candidate.get("guid") or "picture").rpartition("/")[2]
        kind = str(candidate.get("digitalsourcetype") or candidate.get("digitalSourceType") or "")
        item.pictures.append(
            _caption_and_credit(
                name, " ".join(str(caption or "").split()), " ".join(str(credit).split()), kind
            )
        )


def _caption_and_credit(name: str, caption: str, credit: str, kind: str) -> ItemPicture:
    """A caption that names its own maker wins over the credit field, which is often only the agency."""
    from provenance.ingest.credits import split_caption

    parts = split_caption(caption)
    if parts.credit is not None:
        return ItemPicture(name, parts.caption.text if parts.caption else "", parts.credit.text, kind)
    return ItemPicture(name, caption, credit, kind)
