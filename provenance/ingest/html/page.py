"""A page's bytes to a document: metadata, the main article's blocks in order, pictures with their credits."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from provenance.errors import InputError
from provenance.ingest.encoding import decode
from provenance.ingest.html.article import find_article
from provenance.ingest.html.blocks import Layout, collect
from provenance.ingest.html.metadata import PageMetadata, read_metadata
from provenance.ingest.language import detect
from provenance.ingest.plain import closing_credit
from provenance.model import Document

#: Marks in the parser's log of a page that nests deeper than any story.
_TOO_DEEP = "depth"


def parse_html(data: bytes, path: str, *, language: str | None = None) -> Document:
    """The document of a page's main article.

    Nothing is fetched and no entity is expanded beyond HTML's own; libxml2's limits on depth stay on.

    Raises:
        InputError: the page nests too deeply, is not HTML, or holds no readable text.
    """
    root = _parse(data, path)
    metadata = read_metadata(root)
    body = root.find("body")
    if body is None:
        raise InputError(path, "no body in this page", "check what was exported")
    layout = Layout()
    collect(layout, body, find_article(body), metadata)
    document = Document(path, path, "html", language or _declared(metadata) or "", layout.text())
    document.blocks = layout.blocks
    document.captions, document.photo_credits, document.pictures = (
        layout.captions,
        layout.credits,
        layout.pictures,
    )
    document.title = layout.headline or metadata.title
    document.published = (
        layout.published
        if _finer(layout.published, metadata.published)
        else metadata.published or layout.published
    )
    document.modified = metadata.modified
    document.outlet = metadata.outlet
    document.copyright = metadata.copyright
    document.byline, document.bylines = layout.byline, layout.bylines
    document.dateline, document.datelines = layout.dateline, layout.datelines
    document.wire_credits, document.editor_notes = layout.agencies, layout.notes
    detected = detect(document.text)
    document.language = language or (detected if detected != "und" else document.language or "und")
    closing_credit(document)
    return document


def _parse(data: bytes, path: str) -> HtmlElement:
    text = decode(data)
    if text.lstrip().startswith("<?xml"):
        text = text[text.index("?>") + 2 :] if "?>" in text else text
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(path, f"not readable as HTML ({error})", "check what was exported") from None
    if any(_TOO_DEEP in entry.message.lower() for entry in parser.error_log):
        raise InputError(path, "tags nest too deeply for a story", "check what was exported")
    return root


def _declared(metadata: PageMetadata) -> str | None:
    code = (metadata.language or "").replace("_", "-").split("-")[0].lower()
    return code if code.isalpha() and len(code) == 2 else None


def _finer(visible: str | None, declared: str | None) -> bool:
    """The visible day wins where the metadata name another; the same day is kept with its time."""
    return visible is not None and (declared is None or declared[:10] != visible[:10])
