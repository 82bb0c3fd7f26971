"""ninjs 1 to 3, the AP Media API's wrapping of it, and JSON Lines of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.feeds.markup import html_pieces
from provenance.ingest.json_values import label, load, words

_TEXT = ("body_xhtml", "body_html", "body_text", "bodyHtml", "content", "body", "text", "articleBody")


def items(data: bytes, path: str) -> Iterator[Callable[[], Item]]:
    """The items of a JSON file: one, a list, or a package's.

    Raises:
        InputError: it is no JSON, or holds no object.
    """
    try:
        value = load(decode(data))
    except ValueError as error:
        raise InputError(path, f"not readable as JSON ({error})", "check what was delivered") from None
    entries = _entries(value)
    if not any(isinstance(entry, dict) and entry for entry in entries):
        raise InputError(path, "no news item in this JSON", "deliver ninjs, or one article a line")
    for number, entry in enumerate(entries, 1):
        yield partial(_item, entry, f"{path}, item {number}")


def _entries(value: Any) -> list[Any]:
    if isinstance(value, dict) and isinstance(inner := value.get("data"), dict):
        if isinstance(inner.get("item"), dict):
            return [inner["item"]]
        if isinstance(inner.get("items"), list):
            return [
                entry.get("item", entry) if isinstance(entry, dict) else entry for entry in inner["items"]
            ]
    return value if isinstance(value, list) else [value]


def lines(data: bytes, path: str) -> Iterator[Callable[[], Item]]:
    """The articles of a JSON Lines file, one object a line; a bad line costs itself."""
    for number, line in enumerate(decode(data).split("\n"), 1):
        if line.strip():
            yield partial(_line, line, number, path)


def _line(line: str, number: int, path: str) -> Item:
    try:
        entry = load(line) if line.lstrip().startswith("{") else None
    except ValueError:
        entry = None
    item = _item(entry, f"{path}:{number}")
    item.format, item.line = "jsonl", number
    return item


def _item(entry: Any, where: str) -> Item:
    if not isinstance(entry, dict):
        raise InputError(where, "no JSON object", "write one article an object")

    def text(*names: str) -> str:
        return next((found for name in names if (found := words(entry.get(name)))), "")

    item = Item("ninjs", language=text("language", "lang"))
    item.id = next((found for name in ("uri", "guid", "id", "url") if (found := label(entry.get(name)))), "")
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
    item.version = label(entry.get("version") or "")
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
                and role in ("", value.get("role"))
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
        names = (words(source.get("name")) for source in sources if isinstance(source, dict))
        return next((name for name in names if name), "")
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
        if isinstance(candidate, dict) and candidate.get("type") == "picture":
            item.pictures.append(_picture(candidate))


def _picture(entry: dict[str, Any]) -> ItemPicture:
    def text(*names: str) -> str:
        return next((found for name in names if (found := words(entry.get(name)))), "")

    caption = text("description_text", "caption") or words(
        _by_role(entry.get("descriptions"), "caption", "text", "")
    )
    credit = text("creditline", "byline", "by", "copyrightnotice")
    name = text("uri", "guid").rpartition("/")[2] or "picture"
    return _caption_and_credit(name, caption, credit)


def _caption_and_credit(name: str, caption: str, credit: str) -> ItemPicture:
    """A caption that names its own maker wins over the credit field, which is often only the agency."""
    from provenance.ingest.credits import split_caption

    parts = split_caption(caption)
    if parts.credit is not None:
        return ItemPicture(name, parts.caption.text if parts.caption else "", parts.credit.text)
    return ItemPicture(name, caption, credit)
