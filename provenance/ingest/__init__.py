"""Bytes to documents: text, HTML and Markdown read into typed blocks, credits told from the story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import PurePath

from provenance.errors import InputError
from provenance.ingest.encoding import decode, is_binary
from provenance.ingest.feeds import parse_feed, sniff_feed
from provenance.ingest.files import Identity, RawFile, read_files
from provenance.ingest.genre import genre_of
from provenance.model import Document

__all__ = ["FORMATS", "parse", "read"]

Parser = Callable[[bytes, str, str | None], list[Document]]


def _text(data: bytes, path: str, language: str | None) -> list[Document]:
    from provenance.ingest.plain import parse_plain

    return [parse_plain(decode(data), path, language)]


def _markdown(data: bytes, path: str, language: str | None) -> list[Document]:
    from provenance.ingest.markdown import parse_markdown

    return [parse_markdown(decode(data), path, language)]


def _html(data: bytes, path: str, language: str | None) -> list[Document]:
    from provenance.ingest.html import parse_html

    return [parse_html(data, path, language=language)]


#: Format → what reads it. A parser gives all documents of its file or raises `InputError`.
FORMATS: dict[str, Parser] = {"text": _text, "markdown": _markdown, "html": _html}
#: Formats with control characters of their own, which are no sign of a binary file.
WIRES = frozenset({"anpa", "iptc7901"})
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|article[\s>]|div[\s>]|p[\s>]|meta\s)", re.I
)
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n|[ \t-].*\r?\n){1,60}?---[ \t]*\r?\n")


def read(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    language: str | None = None,
    leave_out: AbstractSet[Identity] = frozenset(),
) -> Iterator[Document | InputError]:
    """The documents of files, folders and "-", in order; what cannot be read comes as an `InputError`.

    Ids are the paths as given; a second document from the same path gets "#2", and so on.
    """
    ids: dict[str, int] = {}
    for item in read_files(paths, stdin_name, leave_out):
        if isinstance(item, InputError):
            yield item
            continue
        if not item.named and is_binary(item.data) and sniff_feed(item.data) not in WIRES:
            continue  # pictures beside the stories of a folder are nobody's mistake
        for document in _documents(item, language):
            if isinstance(document, Document):
                ids[document.id] = ids.get(document.id, 0) + 1
                if ids[document.id] > 1:
                    document.id = f"{document.id}~{ids[document.id]}"
            yield document


def _documents(item: RawFile, language: str | None) -> Iterator[Document | InputError]:
    try:
        yield from parse(item.data, item.path, language=language)
    except InputError as error:
        yield error


def parse(
    data: bytes, path: str, *, format: str | None = None, language: str | None = None
) -> list[Document]:
    """The documents that the bytes of one file hold; the format is found by content, then by name.

    Raises:
        InputError: the bytes are empty, binary, or not what their format asks for.
    """
    if not data.strip():
        raise InputError(path, "the file is empty", "nothing to audit; leave it out")
    if is_binary(data) and (format or sniff_feed(data)) not in WIRES:
        raise InputError(path, "a binary file, not a text", "export it as text, HTML or Markdown")
    found = format or sniff(data, path)
    documents = (
        FORMATS[found](data, path, language)
        if found in FORMATS
        else parse_feed(data, path, language, form=found)
    )
    readable = [document for document in documents if document.blocks]
    if not readable:
        raise InputError(path, "no readable text in it", "check what was exported")
    for document in readable:
        document.genre = genre_of(document)
    return readable


def sniff(data: bytes, path: str) -> str:
    """The format of a file: markup at its head decides, its suffix breaks ties."""
    suffix = PurePath(path).suffix.lower()
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in (".md", ".markdown"):
        return "markdown"
    if feed := sniff_feed(data):
        return feed
    if head[:1] == b"<" and (_HTML.search(head) or suffix in (".html", ".htm", ".xhtml")):
        return "html"
    if suffix in (".html", ".htm", ".xhtml"):
        return "html"
    if suffix not in (".txt", ".text") and _FRONT_MATTER.match(head):
        return "markdown"
    return "text"
