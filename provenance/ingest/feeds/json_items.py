"""Files of JSON: which format each object in them has, and what reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.feeds import digitalwires, json_feed, named, ninjs
from provenance.ingest.feeds.item import Item
from provenance.ingest.json_values import load


def items(data: bytes, path: str) -> Iterator[Callable[[], Item]]:
    """The items of a JSON file: one, a list, a feed's, a package's, or those that are found inside.

    Raises:
        InputError: it is no JSON, or holds no object that can be read as news.
    """
    try:
        value = load(decode(data))
    except ValueError as error:
        raise InputError(path, f"not readable as JSON ({error})", "check what was delivered") from None
    if json_feed.is_feed(value):
        yield from json_feed.items(value)
        return
    entries = _entries(value)
    if not any(isinstance(entry, dict) and entry for entry in entries):
        raise InputError(path, "no news item in this JSON", "deliver ninjs, or one article a line")
    inside = not any(isinstance(entry, dict) and _known(entry) for entry in entries)
    if inside:
        entries = list(named.stories(value))
        if not entries:
            raise named.refused(path, "JSON")
    for number, entry in enumerate(entries, 1):
        yield partial(_item, entry, f"{path}, item {number}", inside)


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
    where = f"{path}:{number}"
    try:
        entry = load(line) if line.lstrip().startswith("{") else None
    except ValueError:
        entry = None
    if isinstance(entry, dict) and not _known(entry):
        entry = next(named.stories(entry), None)
        if entry is None:
            raise named.refused(where, "JSON")
    item = _item(entry, where)
    item.line = number
    if item.format == "ninjs":
        item.format = "jsonl"
    return item


def _known(entry: Mapping[str, Any]) -> bool:
    """Whether an object is in a format that has a reader of its own."""
    return digitalwires.is_item(entry) or ninjs.is_item(entry)


def _item(entry: Any, where: str, inside: bool = False) -> Item:
    """The item of an object; one that was only found `inside` another is a house's own, unless it says otherwise."""
    if not isinstance(entry, dict):
        raise InputError(where, "no JSON object", "write one article an object")
    if digitalwires.is_item(entry):
        return digitalwires.item(entry)
    own = named.is_tree_of_text(entry) or (inside and not ninjs.is_named(entry))
    return ninjs.item(entry) if ninjs.is_item(entry) and not own else named.json_item(entry)
