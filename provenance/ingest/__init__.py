"""Bytes to documents: text, HTML and Markdown read into typed blocks, credits told from the story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import PurePath

from provenance.errors import Defect, InputError
from provenance.files import Identity, RawFile, read_files
from provenance.ingest.encoding import decode, is_binary, is_blank, narrowed, text_only
from provenance.ingest.feeds import FORMATS, read_feed, sniff_feed
from provenance.ingest.genre import genre_of
from provenance.ingest.identity import Names, path_id
from provenance.ingest.kinds import binary_kind
from provenance.model import Document

__all__ = ["FORMATS", "parse", "read", "read_together"]

#: Formats with control characters of their own, which are no sign of a binary file.
WIRES = frozenset({"anpa", "iptc7901"})
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|article[\s>]|div[\s>]|p[\s>]|meta\s)", re.I
)
#: What a page may begin with; prose begins with "<3" and "<Name>".
_TAG = re.compile(
    rb"<(?:[!?/]|(?:a|abbr|address|article|aside|b|base|blockquote|body|br|center|div|em|figure|font|footer|form|h[1-6]|head"
    rb"|header|hr|html|i|iframe|img|link|main|meta|nav|noscript|ol|p|picture|pre|script|section|small|span|strong|style"
    rb"|svg|table|tbody|td|template|title|tr|u|ul|video)(?=[\s>/]))",
    re.I,
)
_PAGES, _TEXTS, _DRAFTS = (".html", ".htm", ".xhtml"), (".txt", ".text"), (".md", ".markdown")
#: A line of front matter: a key with its value, or what continues one.
_FRONT_LINE = re.compile(rb"[\w-]+[ \t]*:|[ \t-]")
_FRONT_LINES = 60


def read(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    language: str | None = None,
    leave_out: AbstractSet[Identity] = frozenset(),
) -> Iterator[Document | InputError]:
    """The documents of files, folders and "-", in order; what cannot be read comes as an `InputError`.

    Ids are given by `provenance.ingest.identity`, each once. A picture, an archive or an office document that
    was only found in a folder is nobody's mistake and left out; every other file there is read or told.
    """
    names = Names()
    for document in _read(paths, stdin_name, language, leave_out):
        if isinstance(document, Document):
            document.id = names.take(document.id)
        yield document


def read_together(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    language: str | None = None,
    leave_out: AbstractSet[Identity] = frozenset(),
) -> list[Document | InputError]:
    """What `read` gives, all of it; which of two documents of one id is the second does not rest on the order of paths."""
    found = list(_read(paths, stdin_name, language, leave_out))
    names = Names()
    documents = (document for document in found if isinstance(document, Document))
    for document in sorted(documents, key=lambda document: document.path):
        document.id = names.take(document.id)
    return found


def _read(
    paths: Sequence[str], stdin_name: str | None, language: str | None, leave_out: AbstractSet[Identity]
) -> Iterator[Document | InputError]:
    for item in read_files(paths, stdin_name, leave_out):
        if isinstance(item, InputError):
            yield item
        elif item.named or not binary_kind(item.data, item.path):
            yield from _documents(item, language)


def _documents(item: RawFile, language: str | None) -> Iterator[Document | InputError]:
    try:
        yield from _parsed(item.data, item.path, None, language)
    except InputError as error:
        yield error
    except Exception as error:
        yield Defect(item.path, error)


def parse(
    data: bytes,
    path: str,
    *,
    format: str | None = None,
    language: str | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> list[Document]:
    """The documents that the bytes of one file hold; the format is found by content, then by name.

    An item of a feed that cannot be read is told to `on_error`, and the others are returned.

    Raises:
        InputError: the bytes are empty, binary, or nothing in them can be read as their format asks for.
    """
    found: list[Document] = []
    errors: list[InputError] = []
    for document in _parsed(data, path, format, language):
        if isinstance(document, Document):
            found.append(document)
        else:
            errors.append(document)
    for error in errors:
        if on_error:
            on_error(error)
        elif not found or isinstance(error, Defect):
            raise error
    return found


def _parsed(
    data: bytes, path: str, format: str | None, language: str | None
) -> Iterator[Document | InputError]:
    """The documents of a file, and an error for each item, or each file, that cannot be read."""
    path = text_only(path)
    kind = binary_kind(data, path)
    data = data if kind else narrowed(data)
    found = format or sniff(data, path)
    if kind or (found not in WIRES and is_binary(data)):
        raise InputError(
            path, f"{kind or 'a binary file'}, not a text", "export it as text, HTML or Markdown"
        )
    if is_blank(decode(data)):
        raise InputError(path, "the file is empty", "nothing to audit; leave it out")
    if found not in FORMATS:
        yield _page(data, path, language, found)
        return
    items = list(read_feed(data, path, language, form=found))
    if any(isinstance(item, Document) for item in items):
        yield from items
    elif PurePath(path).suffix.lower() in _TEXTS:
        yield _page(data, path, language, "text")  # it only began like a feed
    elif items:
        yield from items
    else:
        raise InputError(path, "no readable text in it", "check what was exported")


def _page(data: bytes, path: str, language: str | None, form: str) -> Document:
    """The one document of a text, a Markdown draft or a page, named by its path.

    Raises:
        InputError: nothing in it can be read.
    """
    document: Document
    if form == "html":
        from provenance.ingest.html import parse_html

        document = parse_html(data, path, language=language)
    elif form == "markdown":
        from provenance.ingest.markdown import parse_markdown

        document = parse_markdown(decode(data), path, language)
    else:
        from provenance.ingest.plain import parse_plain

        document = parse_plain(decode(data), path, language)
    if not document.blocks or is_blank(document.text):
        raise InputError(path, "no readable text in it", "check what was exported")
    document.id, document.genre = path_id(path), genre_of(document)
    return document


def sniff(data: bytes, path: str) -> str:
    """The format of a file: markup at its head decides, its suffix breaks ties."""
    suffix = PurePath(path).suffix.lower()
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in _DRAFTS:
        return "markdown"
    if feed := sniff_feed(data, suffix):
        return feed
    if suffix in _PAGES or (_TAG.match(head) and _HTML.search(head)):
        return "html"
    return "markdown" if suffix not in _TEXTS and _has_front_matter(head) else "text"


def _has_front_matter(head: bytes) -> bool:
    """Whether a text begins with keys and values between two lines of three dashes."""
    first, *rest = head.split(b"\n", _FRONT_LINES + 2)
    if first.rstrip() != b"---":
        return False
    for at, line in enumerate(rest[: _FRONT_LINES + 1]):
        if line.rstrip() == b"---":
            return at > 0
        if _FRONT_LINE.match(line) is None:
            return False
    return False
