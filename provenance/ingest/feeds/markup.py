"""XML of feeds, read without entities from outside, without network, within limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from html.entities import html5
from typing import NamedTuple

from lxml import etree

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.parser_log import EARLY, stop_of

_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+))|([A-Za-z][A-Za-z0-9]{1,31}));")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME = re.compile(r"[^\W\d][\w.-]*")
_NO_NAME = re.compile(r"\W|^(?=\d)")
#: How comments and instructions end, and how they begin.
_TRAILERS = {"->": "<!--", "?>": "<?"}


class Unreadable(ValueError):
    """Markup inside an item that cannot be read whole; the message says why."""


class Tree(NamedTuple):
    """An XML file as far as it could be read: `loss` says why it ends before the file does, "" where it does not."""

    root: etree._Element
    loss: str


def parse_xml(data: bytes, path: str, prefixes: Mapping[str, str] | None = None) -> Tree:
    """An XML feed, names without their namespaces and prefixes.

    With `prefixes`, a part of a namespace's address → the prefix that its names get here: "media_credit",
    "content_encoded", whatever the file calls it and even if it declares it nowhere. A namespace that has no
    prefix there gives its names the file's own.

    A wrong or lying encoding declaration is mended by reading the bytes as text first; so are references to what is
    no character, HTML's named characters, and control characters, which XML forbids.

    Raises:
        InputError: the XML cannot be read even with its errors mended.
    """
    text = decode(data)
    head = re.match(r"\s*(?:<\?xml.*?\?>\s*)?", text, re.S)
    if head is not None and head[0]:
        text = "\n" * head[0].count("\n") + text[head.end() :]  # every element stays on its line
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_NO_XML.sub("\ufffd", with_characters(text)).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(path, f"not readable as XML ({error})", "check what was delivered") from None
    if root is None:
        raise InputError(path, "not readable as XML", "check what was delivered")
    # Not by QName, which refuses a namespace that recovery put together: it may hold any character.
    home = root.tag[1:].rpartition("}")[0] if root.tag.startswith("{") else None
    for element in root.iter(etree.Element):
        name = _local_name(element.tag)
        if prefixes and (prefix := _prefix(element, home, prefixes)):
            name = f"{prefix}_{name}"
        if name != element.tag:
            element.tag = name
    return Tree(root, stop_of(parser.error_log) or ("" if _is_closed(text, root.tag) else EARLY))


def _is_closed(text: str, name: str) -> bool:
    """Whether the end tag of an XML file's root is the last thing in it but for comments and instructions."""
    end = len(text)
    while (end := len(text[:end].rstrip())) and (opening := _TRAILERS.get(text[max(0, end - 2) : end])):
        end = text.rfind(opening, 0, end)
        if end < 0:
            return False
    tag = text[max(text.rfind("<", 0, end), 0) : end]
    closing = re.fullmatch(r"</([^\s<>]+)\s*>|<[^<>]*/>", tag)
    return closing is not None and (closing[1] is None or _local_name(closing[1]) == name)


def with_characters(markup: str) -> str:
    """Markup whose references all mean a character: "&uuml;" and "&#252;" are "ü", "&#xD800;" is U+FFFD.

    Those for the signs of markup itself stay, as do names that nobody knows.
    """
    return _REFERENCE.sub(_character, markup) if "&" in markup else markup


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        named = html5.get(f"{name};", "<")
        return match[0] if set(named) & set("<>&\"'") else named
    digits = (hexadecimal or decimal).lstrip("0")
    code = int(digits or "0", 16 if hexadecimal else 10) if len(digits) < 8 else 0
    if 0x80 <= code < 0xA0:
        return unescape(match[0])  # Windows-1252, as the HTML standard reads these
    return "\ufffd" if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF else match[0]


def _local_name(tag: str) -> str:
    """An element's name without namespace or prefix; prefixes that nobody declared are part of lxml's name."""
    local = tag.rpartition("}")[2]
    last = local.rpartition(":")[2]
    if _NAME.fullmatch(last):
        return last
    return "_" + re.sub(r"\W", "_", local) if ":" in local else local


def _prefix(element: etree._Element, home: str | None, prefixes: Mapping[str, str]) -> str:
    """Under which prefix an element's name is known; "" for the feed's own vocabulary."""
    tag = element.tag
    if not tag.startswith("{"):
        before, colon, _ = tag.partition(":")
        return _NO_NAME.sub("_", before) if colon else ""
    namespace = tag[1:].rpartition("}")[0]
    if namespace == home:
        return ""
    known = next((prefix for part, prefix in prefixes.items() if part in namespace), None)
    return _NO_NAME.sub("_", element.prefix or "") if known is None else known


def apart(root: etree._Element, *names: str) -> list[etree._Element]:
    """The elements of these names in order, each taken out of one that it stands in: no text is read twice."""
    found = list(root.iter(*names))
    for element in found:
        parent = element.getparent()
        if parent is not None and next(element.iterancestors(*names), None) is not None:
            parent.remove(element)
    return found


def line_of(element: etree._Element) -> int:
    """The line of the file that an element stands on, from 1."""
    return element.sourceline if isinstance(element.sourceline, int) else 1


def words(element: etree._Element | None) -> str:
    """An element's words on one line; "" for none."""
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def spaced(element: etree._Element | None) -> str:
    """An element's words on one line with a blank between its parts, for parts that only their tags divide."""
    return (
        " ".join(" ".join(str(part) for part in element.itertext()).split()).replace(" ,", ",")
        if element is not None
        else ""
    )


def first(root: etree._Element, *names: str) -> etree._Element | None:
    """The first descendant with one of the names that has words, in order of the names."""
    for name in names:
        for element in root.iter(name):
            if words(element):
                return element
    return None
