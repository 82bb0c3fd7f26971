"""Texts that editors keep as trees of typed objects: blocks with their runs of words, lists, quotations, pictures.

One shape under many names: a node says what it is ("type", "_type", "nodeType", "style") and holds words ("text",
"content", "value") or further nodes ("children", "content", "blocks", "items", "data"). Read so: ProseMirror and TipTap,
Lexical, Slate, Draft.js, Editor.js, Portable Text (Sanity), Contentful and Prismic rich text, Arc Publishing's ANS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from provenance.ingest.feeds.flow import Reading, read_html
from provenance.ingest.feeds.item import Piece
from provenance.model import BlockKind
from provenance.words import ALL, words

_DEEPEST = 40
_TYPES = ("type", "_type", "nodeType", "nodetype")
_WORDS = ("text", "content", "value", "html", "raw")
_NODES = ("content_elements", "children", "content", "blocks", "items", "nodes", "root", "document", "body")
_NO_LETTER = re.compile(r"[\W_]+")
_HEADING = re.compile(r"(?:h|head(?:er|ing)?)(?:[1-6]|one|two|three|four|five|six)?|subheading|title")
_ITEM = re.compile(r"(?:un)?orderedlistitem|listitem|li")
_QUOTE = re.compile(r"(?:block|pull)?quote")


def type_of(node: object) -> str:
    """What a node says that it is, in small letters without signs; "" for what says nothing."""
    if not isinstance(node, dict):
        return ""
    name = next((node[key] for key in _TYPES if isinstance(node.get(key), str)), "")
    style = node.get("style")
    told = style if isinstance(style, str) and style not in ("", "normal", "unstyled") else name
    return _NO_LETTER.sub("", told).lower()


def is_tree(value: object, depth: int = 0) -> bool:
    """Whether a value is a text of typed nodes: a list of them, or an object that holds such a list."""
    if depth > _DEEPEST:
        return False
    if isinstance(value, dict):
        return any(
            is_tree(value[key], depth + 1) for key in _NODES if isinstance(value.get(key), (list, dict))
        )
    return isinstance(value, list) and bool(value) and all(map(type_of, value))


def read_tree(value: object) -> Reading:
    """The pieces of a text of typed nodes, in order; its pictures are left to whoever knows their names.

    Raises:
        Unreadable: markup in a node nests too deeply.
    """
    reading = Reading()
    for kind, text in _pieces(value, "paragraph", 0, False):
        found = read_html(text)
        for piece in found.pieces:
            own: BlockKind = kind if kind != "paragraph" else piece.kind
            reading.pieces.append(Piece(own, piece.text))
        reading.pictures += found.pictures
    return reading


def pictures_of(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The nodes that are pictures, in order; what a node keeps under "data" stands beside its type."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from pictures_of(entry, depth + 1)
    elif isinstance(value, dict):
        if type_of(value) in words(ALL, "elements", "picture_elements"):
            data = value.get("data")
            yield {**value, **data} if isinstance(data, dict) else value
            return
        for key in (*_NODES, "data"):
            yield from pictures_of(value.get(key), depth + 1)


def _pieces(value: object, kind: BlockKind, depth: int, line: bool) -> Iterator[tuple[BlockKind, str]]:
    """The pieces of a node or of a list of them, with their kinds; `line` says that the list may be the runs of one line."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        yield kind, value
    elif isinstance(value, list):
        if line and value and all(map(_is_run, value)):
            yield kind, "".join(map(_run, value))
            return
        for entry in value:
            yield from _pieces(entry, kind, depth + 1, False)
    elif isinstance(value, dict):
        name = type_of(value)
        if name in words(ALL, "elements", "picture_elements") or name in words(ALL, "elements", "no_text"):
            return
        yield from _held(value, _kind(name, kind), depth)


def _held(node: Mapping[str, Any], kind: BlockKind, depth: int) -> Iterator[tuple[BlockKind, str]]:
    """What a node holds: its nodes, or else its words."""
    if isinstance(data := node.get("data"), dict) and data:
        node = data
    for key in _NODES:
        inner = node.get(key)
        if isinstance(inner, (list, dict)) and inner:
            if key != "items":
                yield from _pieces(inner, kind, depth + 1, key in ("children", "content"))
                return
            for entry in inner if isinstance(inner, list) else [inner]:
                yield from _pieces(entry, "list_item" if kind == "paragraph" else kind, depth + 1, False)
            return
    told = next((node[key] for key in _WORDS if isinstance(node.get(key), str)), "")
    if told.strip():
        yield kind, told


def _kind(name: str, above: BlockKind) -> BlockKind:
    if _HEADING.fullmatch(name):
        return "subheading"
    if _ITEM.fullmatch(name):
        return "list_item"
    return "blockquote" if _QUOTE.fullmatch(name) else above


#: Types of nodes that are words within a line.
_RUNS = frozenset(
    ("text", "span", "link", "hyperlink", "autolink", "hardbreak", "linebreak", "break", "a", "")
)


def _is_run(node: object, depth: int = 0) -> bool:
    """Whether a node is words of a line: it has no nodes, or only such ones, and is called no block."""
    if not isinstance(node, dict) or type_of(node) not in _RUNS or "_id" in node or depth > _DEEPEST:
        return False
    return all(_is_run(inner, depth + 1) for inner in _inside(node) or ())


def _inside(node: Mapping[str, Any]) -> list[Any] | None:
    return next((node[key] for key in _NODES if isinstance(node.get(key), list)), None)


def _run(node: Mapping[str, Any]) -> str:
    if type_of(node) in ("hardbreak", "linebreak", "break"):
        return "\n"
    inner = _inside(node)
    if inner is not None:
        return "".join(map(_run, inner))
    return next((node[key] for key in _WORDS if isinstance(node.get(key), str)), "")
