"""Files of no known format that say what they are: a house's own XML or JSON, read by the names in it.

A story is where a name says that a text stands ("BodyText", "Fliesstext"); the names beside it give its fields. What
has no such name holds nothing that could be read as news, and is refused: tags and keys are never read as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from lxml import etree

from provenance.errors import InputError
from provenance.ingest.dates import read_date
from provenance.ingest.feeds.flow import Reading, read_element, read_html
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.feeds.markup import line_of, words
from provenance.ingest.feeds.rich_text import is_tree, pictures_of, read_tree
from provenance.ingest.field_names import DATES, field_of, read_name
from provenance.ingest.json_values import label
from provenance.words import ALL
from provenance.words import words as listed

_NO_LETTER = re.compile(r"[\W_]+")
#: What a text must have to be one, in words: a key called "text" may hold a label.
_LEAST = 5
#: Keys that only wrap a value, as WordPress, Elasticsearch and readers of XML write it.
_WRAPPERS = (
    "rendered",
    "nitf",
    "html",
    "value",
    "text",
    "content",
    "#text",
    "$",
    "name",
    "raw",
    "basic",
    "default",
)
_DEEPEST = 40
#: Roots of XML whose words are no text.
_DRAWINGS = frozenset(("svg", "math", "plist"))
#: What stands behind a text that a system has cut short: "[…]", "...".
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?)\s*$")


class _Fields:
    """What the names of one story say; of several names for one field the best."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, str]] = {}
        self._notes: list[str] = []

    def offer(self, key: str, text: str) -> None:
        """Take the words under a name."""
        name, rank = read_name(key)
        if name in DATES:
            text = iso(text) or read_date(text[:100]) or ""
        elif name == "byline" and not any(map(str.isalpha, text)):
            text = ""  # the number under which a system keeps its writer
        elif name == "lead" and _CUT.search(text):
            text = ""  # the story's own beginning, cut short by the system
        if name == "source":
            text = text.strip(" /")
        if name == "note" and text:
            self._notes.append(text)
        elif name not in ("", "body", "note") and text and rank < self._found.get(name, (1000, ""))[0]:
            self._found[name] = (rank, text)

    def put(self, item: Item) -> None:
        """Set the fields of an item."""
        item.notes += self._notes
        for name, (_, text) in self._found.items():
            setattr(item, name, text)


def refused(path: str, kind: str) -> InputError:
    """What is told of a file whose names say nothing."""
    return InputError(
        path, f"{kind} of no known format, and no name in it says where a story's text stands",
        "deliver NewsML-G2, NITF, ninjs, RSS or HTML",
    )  # fmt: skip


# ---------------------------------------------------------------- XML


def items(root: etree._Element, path: str) -> Iterator[Callable[[], Item]]:
    """The stories of a house's own XML: each is the smallest element with a text and a headline.

    Raises:
        InputError: no name says where a text stands.
    """
    if root.tag in _DRAWINGS:
        raise refused(path, "XML")
    titled = set()
    for element in root.iter(etree.Element):
        if field_of(element.tag) == "headline" and words(element):
            for above in element.iterancestors():
                if above in titled:
                    break
                titled.add(above)
    stories: dict[etree._Element, list[etree._Element]] = {}
    for body in _bodies(root):
        above = next((holder for holder in body.iterancestors() if holder in titled), root)
        stories.setdefault(above, []).append(body)
    if not stories:
        raise refused(path, "XML")
    return (partial(_xml_item, story, bodies) for story, bodies in stories.items())


def _bodies(root: etree._Element) -> Iterator[etree._Element]:
    """The outermost elements that are called a text and hold one."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        own = element is not root and field_of(element.tag) == "body"
        if own and len(words(element).split()) >= _LEAST and not _holds_a_story(element):
            yield element
        else:
            waiting.extend(reversed(element))


def _holds_a_story(element: etree._Element) -> bool:
    """Whether what is called a text is the frame of a story: it has a headline and a text of its own."""
    named = {field_of(inner.tag) for inner in element.iter(etree.Element) if inner is not element}
    return "headline" in named and "body" in named and element.find(".//p") is None


def _xml_item(story: etree._Element, bodies: list[etree._Element]) -> Item:
    item = Item("xml", guessed=True, line=line_of(story))
    fields = _Fields()
    for element in _beside(story, bodies):
        if not _has_fields(element):
            fields.offer(element.tag, words(element) or element.get("value") or "")
    for attribute, value in story.attrib.items():
        fields.offer(str(attribute), " ".join(str(value).split()))
    fields.put(item)
    for body in bodies:
        reading = read_element(body)
        item.body += reading.pieces
        item.pictures += reading.pictures
    pictures = [element for element in story.iter(etree.Element) if _is_picture(element.tag)]
    item.pictures += [picture for element in pictures if (picture := _xml_picture(element))]
    return item


def _beside(story: etree._Element, bodies: list[etree._Element]) -> Iterator[etree._Element]:
    """The elements of a story outside its texts, its pictures and other stories."""
    waiting, inside = [story], set(bodies)
    while waiting:
        element = waiting.pop()
        if element in inside or not isinstance(element.tag, str) or _is_picture(element.tag):
            continue
        yield element
        waiting.extend(reversed(element))


def _has_fields(element: etree._Element) -> bool:
    return any(field_of(inner.tag) for inner in element.iter(etree.Element) if inner is not element)


def _is_picture(name: str) -> bool:
    return _NO_LETTER.sub("", name).lower() in listed(ALL, "elements", "picture_elements")


def _xml_picture(element: etree._Element) -> ItemPicture | None:
    found = {
        field_of(inner.tag, "picture_fields"): words(inner)
        for inner in reversed(list(element.iter(etree.Element)))
    }
    found |= {
        field_of(str(name), "picture_fields"): str(value)
        for name, value in element.attrib.items()
        if not found.get(field_of(str(name), "picture_fields"))
    }
    return _picture(found)


def _picture(found: Mapping[str, str]) -> ItemPicture | None:
    caption, credit = found.get("caption", ""), found.get("credit", "")
    name = found.get("name", "").partition("?")[0].rpartition("/")[2]
    return ItemPicture(name or "picture", caption, credit) if caption or credit else None


# ---------------------------------------------------------------- JSON


def stories(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The outermost objects with a text of their own, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if any(field_of(name) == "body" and _is_text(entry) for name, entry in value.items()):
            yield value
            return
        told = {name: entry for name, entry in value.items() if isinstance(entry, str)}
        for entry in value.values():
            if isinstance(entry, dict):
                # What stands beside the only story of an object is said of it: {"date": …, "fields": {"body": …}}.
                yield from (told | story for story in stories(entry, depth + 1))
            elif isinstance(entry, list):
                yield from stories(entry, depth + 1)
    if isinstance(value, list):
        for entry in value:
            if isinstance(entry, (dict, list)):
                yield from stories(entry, depth + 1)


def _is_text(value: object) -> bool:
    pieces = text_pieces(value)
    return sum(len(piece.text.split()) for piece in pieces.pieces) >= _LEAST


def text_pieces(value: object, depth: int = 0) -> Reading:
    """A text in JSON: a string, one inside an object that only wraps it, or a list of paragraphs.

    Raises:
        Unreadable: markup in it nests too deeply.
    """
    if isinstance(value, str):
        return read_html(value)
    if is_tree(value):
        reading = read_tree(value)
        reading.pictures += [shown for node in pictures_of(value) if (shown := _json_picture(node))]
        return reading
    if isinstance(value, list) and depth < _DEEPEST:
        parts = [text_pieces(entry, depth + 1) for entry in value if isinstance(entry, (str, dict))]
        return Reading(
            [piece for part in parts for piece in part.pieces], [p for part in parts for p in part.pictures]
        )
    if isinstance(value, dict) and depth < _DEEPEST:
        inner = next((value[name] for name in _WRAPPERS if value.get(name)), None)
        return text_pieces(inner, depth + 1)
    return Reading()


def text_of(value: object) -> str:
    """The words of a value on one line: of a string, a wrapped one, or several, divided by commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, (text_of(entry) for entry in value if not isinstance(entry, list))))
    if isinstance(value, dict):
        inner = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), str)), "")
        return text_of(inner)
    return (
        " ".join(piece.text for piece in read_html(value).pieces)
        if isinstance(value, str) and "<" in value
        else label(value)
    )


def json_item(entry: dict[str, Any]) -> Item:
    """The item that an object's names say.

    Raises:
        Unreadable: markup in it nests too deeply.
    """
    item, fields = Item("json", guessed=True), _Fields()
    for key, value in entry.items():
        if field_of(key) == "body":
            reading = text_pieces(value)
            if sum(len(piece.text) for piece in reading.pieces) > sum(len(piece.text) for piece in item.body):
                item.body, item.pictures = reading.pieces, reading.pictures
        elif isinstance(value, dict) and not text_of(value):
            # Objects under names of their own, as a REST interface embeds writers: {"author": [{"name": …}]}.
            for inner, part in value.items():
                if field_of(str(inner)) == "byline":
                    fields.offer(str(inner), text_of(part))
        else:
            fields.offer(key, text_of(value))
    fields.put(item)
    for key, value in entry.items():
        if _is_picture(key):
            for picture in value if isinstance(value, list) else [value]:
                if isinstance(picture, dict) and (shown := _json_picture(picture)):
                    item.pictures.append(shown)
    return item


def _json_picture(picture: Mapping[str, Any]) -> ItemPicture | None:
    found: dict[str, str] = {}
    for name, part in picture.items():
        field = field_of(name, "picture_fields")
        if field and not found.get(field):
            makers = (
                [names for inner in part.values() if (names := text_of(inner))]
                if isinstance(part, dict)
                else []
            )
            found[field] = text_of(part) or ("/".join(makers) if field == "credit" else "")
    return _picture(found)


def is_tree_of_text(entry: Mapping[str, Any]) -> bool:
    """Whether the text of an object is a tree of typed nodes, as editors keep it."""
    return any(field_of(name) == "body" and is_tree(value) for name, value in entry.items())
