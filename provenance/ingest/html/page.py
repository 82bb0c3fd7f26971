"""A page's bytes to a document: metadata, the main article's blocks in order, pictures with their credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml import etree

from provenance.errors import InputError
from provenance.ingest.dates import month_first, read_date
from provenance.ingest.encoding import decode
from provenance.ingest.html.article import find_article
from provenance.ingest.html.blocks import lay_out
from provenance.ingest.html.doubt import doubt
from provenance.ingest.html.imprint import outlet_at
from provenance.ingest.html.metadata import PageMetadata, read_metadata
from provenance.ingest.html.pictures import find_pictures
from provenance.ingest.html.places import find_dateline
from provenance.ingest.html.published import find_published, swapped
from provenance.ingest.html.tree import survey
from provenance.ingest.html.writers import find_writers, persons_of
from provenance.ingest.language import language_of
from provenance.ingest.parser_log import crowd_in, limit_of
from provenance.ingest.plain import closing_credit
from provenance.model import Block, BlockKind, Disagreement, Document, Doubt


def parse_html(data: bytes, path: str, *, language: str | None = None) -> Document:
    """The document of a page's main article.

    Nothing is fetched and no entity is expanded beyond HTML's own; libxml2's limits on depth stay on. Where
    the visible text and the metadata disagree, the visible text wins.

    Raises:
        InputError: the page nests too deeply, an element is too large or has too many attributes, or there is no body.
    """
    root = _parse(data, path)
    metadata = read_metadata(root)
    body = root.find("body")
    if body is None:
        raise InputError(path, "no body in this page", "check what was exported")
    page = survey(body)
    article = find_article(page, metadata)
    pictures = find_pictures(page, article, metadata)
    taken = {index for words in pictures.words for index in words.indices}
    writers = find_writers(page, article, metadata, taken)
    document = Document(path, path, "html", "", "")
    document.title = next(iter(metadata.titles), None)
    document.byline, document.bylines = writers.text, writers.persons
    document.wire_credits = list(writers.agencies)
    filed = find_dateline(page, article, metadata, taken, writers)
    lay_out(document, page, article, pictures, writers, filed)
    if not document.blocks:
        _lay_out_head(document)
    document.published = find_published(page, article, metadata)
    if document.published is None and document.dateline:
        document.published = read_date(
            document.dateline, day_first=not month_first(metadata.language, metadata.address)
        )
    document.modified = metadata.modified
    document.disagreements = list(_disagreements(document, metadata))
    document.outlet = metadata.outlet or outlet_at(page, article, metadata)
    document.copyright = metadata.copyright
    document.language = language_of(_own_words(document), given=language, declared=metadata.language)
    closing_credit(document)
    if why := doubt(page, article, metadata):
        document.doubts.append(Doubt("text", why))
    return document


def _own_words(document: Document) -> str:
    """The text of the story itself: embedded posts and quotations may be in another language."""
    kept = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind in ("headline", "lead", "paragraph", "list_item")
    ]
    return "\n".join(kept) or document.text


def _lay_out_head(document: Document) -> None:
    """Give a page without a story the text that it has: title and writers, which its metadata may tell."""
    lines: list[tuple[BlockKind, str | None]] = [("headline", document.title), ("byline", document.byline)]
    for kind, text in lines:
        if text:
            start = len(document.text) + 2 if document.text else 0
            document.text += ("\n\n" if document.text else "") + text
            document.blocks.append(Block(kind, start, start + len(text)))


def _parse(data: bytes, path: str) -> etree._Element:
    text = decode(data)
    if text.lstrip().startswith("<?xml"):
        text = text.partition("?>")[2] or text
    if crowd := crowd_in(text):
        raise InputError(path, f"not read: {crowd}", "check what was exported")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(path, f"not readable as HTML ({error})", "check what was exported") from None
    if root is None:
        raise InputError(path, "not readable as HTML", "check what was exported")
    if limit := limit_of(parser.error_log):
        raise InputError(path, f"not read to its end: {limit}", "check what was exported")
    return root


def _disagreements(document: Document, metadata: PageMetadata) -> Iterator[Disagreement]:
    """What the page shows otherwise than its metadata: other writers, another day, other makers of all pictures."""
    declared = persons_of(metadata)
    if (
        declared
        and _apart(document.bylines, declared)
        and any(block.kind == "byline" for block in document.blocks)
    ):
        yield Disagreement("byline", ", ".join(document.bylines), ", ".join(declared))
    days = [day for day in (metadata.published, metadata.modified) if day]
    if document.published and metadata.published and not _is_one_of(document.published, days):
        yield Disagreement("published", document.published, metadata.published)
    holders = [name for credit in document.photo_credits for name in (*credit.holders, *credit.via)]
    if _apart(holders, metadata.credits):
        yield Disagreement(
            "credit", ", ".join(dict.fromkeys(holders)), ", ".join(dict.fromkeys(metadata.credits))
        )


def _apart(shown: list[str], declared: list[str]) -> bool:
    """Whether two lists of names have no word of three letters or more in common."""

    def words(names: list[str]) -> set[str]:
        return {word for name in names for word in re.findall(r"\w{3,}", name.casefold())}

    return bool(shown) and bool(declared) and not words(shown) & words(declared)


def _is_one_of(shown: str, days: list[str]) -> bool:
    """Whether the day shown is one that the metadata give, in either order of day and month, give or take a day."""
    return any(_days_apart(shown, day) <= 1 or swapped(shown) == day[:10] for day in days)


def _days_apart(one: str, other: str) -> int:
    """Days between two ISO dates; 0 where either is less precise than a day."""
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return 0
