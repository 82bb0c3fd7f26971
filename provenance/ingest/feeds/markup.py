"""XML and inline XHTML of feeds, read without entities from outside, without network, within limits."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HTMLParser, fragment_fromstring

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.feeds.item import Piece
from provenance.model import BlockKind

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "li": "list_item",
    "blockquote": "blockquote",
    "bq": "blockquote",
    "pre": "paragraph",
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl2"})
_SKIPPED = frozenset({"script", "style", "figure", "media", "table", "header", "footer", "aside", "iframe"})


def parse_xml(data: bytes, path: str) -> etree._Element:
    """The root of an XML feed, names without their namespaces.

    A wrong or lying encoding declaration is mended by reading the bytes as text first.

    Raises:
        InputError: the XML cannot be read even with its errors mended, or nests too deeply.
    """
    text = decode(data).lstrip()
    if text.startswith("<?xml") and "?>" in text:
        text = text[text.index("?>") + 2 :]
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
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(path, f"not readable as XML ({error})", "check what was delivered") from None
    if root is None:
        raise InputError(path, "not readable as XML", "check what was delivered")
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root


def line_of(element: etree._Element) -> int:
    """The line of the file that an element stands on, from 1."""
    return element.sourceline if isinstance(element.sourceline, int) else 1


def words(element: etree._Element | None) -> str:
    """An element's words on one line; "" for none."""
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def first(root: etree._Element, *names: str) -> etree._Element | None:
    """The first descendant with one of the names that has words, in order of the names."""
    for name in names:
        for element in root.iter(name):
            if words(element):
                return element
    return None


def pieces(element: etree._Element) -> Iterator[Piece]:
    """The paragraphs, subheadings, list items and block quotes inside an element, in order."""
    found = False
    for child in element.iter():
        if not isinstance(child.tag, str) or any(
            ancestor.tag in _SKIPPED for ancestor in (child, *child.iterancestors())
        ):
            continue
        tag = child.tag.lower()
        if tag in _HEADINGS:
            found = True
            yield Piece("subheading", words(child), line_of(child))
        elif tag in _KINDS and not any(
            isinstance(inner.tag, str) and inner.tag.lower() in _KINDS for inner in child.iterdescendants()
        ):
            found = True
            yield Piece(_KINDS[tag], words(child), line_of(child))
    if not found:
        for paragraph in "".join(str(part) for part in element.itertext()).split("\n\n"):
            if paragraph.strip():
                yield Piece("paragraph", paragraph, line_of(element))


def html_pieces(markup: str) -> list[Piece]:
    """The pieces of an inline HTML body, or of plain text divided by blank lines."""
    if "<" not in markup:
        return [Piece("paragraph", part) for part in markup.split("\n\n") if part.strip()]
    parser = HTMLParser(no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = fragment_fromstring(markup, create_parent="div", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return [Piece("paragraph", markup)]
    return list(pieces(root))
