"""Markdown drafts: front matter, headings, paragraphs, lists, block quotes and pictures, as readable text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.ingest.bylines import read_byline
from provenance.ingest.credits import LABEL, parse_credit, split_caption
from provenance.ingest.dates import read_date
from provenance.ingest.language import detect
from provenance.ingest.plain import closing_credit, is_correction, is_note, signed_under
from provenance.ingest.wires import read_dateline
from provenance.model import Block, BlockKind, Document, Picture

_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.*)")
_FENCE = re.compile(r"^(```|~~~)")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t#]*$")
_SETEXT = re.compile(r"^(=+|-+)[ \t]*$")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)\s]+)(?:\s+(?P<q>[\"'])(?P<title>.*?)(?P=q))?\s*\)")
_LINK = re.compile(
    r"\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|\[([^\]]+)\]\[[^\]]*\]|<(https?://[^>\s]+)>"
)
_EMPHASIS = re.compile(r"(?<![\w\\*_])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_INLINE = re.compile(r"`([^`]*)`|</?[a-zA-Z][^>]*>|\\([\\`*_{}\[\]()#+.!-])")


@dataclass(slots=True)
class _Piece:
    """A block in the making: its readable words and its line in the file."""

    kind: BlockKind
    text: str
    line: int
    picture: Picture | None = None


@dataclass(slots=True)
class _Open:
    """The lines of the block that is being collected."""

    kind: BlockKind = "paragraph"
    lines: list[str] = field(default_factory=list)
    line: int = 0


def parse_markdown(text: str, path: str, language: str | None) -> Document:
    """The document that a Markdown draft is; its text is what a reader sees, blocks divided by a blank line."""
    front, body, first_line = _front_matter(text)
    pieces = _pieces(_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), body), first_line)
    document = Document(
        path, path, "markdown", language or front.get("language") or front.get("lang") or "", ""
    )
    _metadata(document, front)
    _lay_out(document, pieces)
    document.language = document.language or detect(document.text)
    signed_under(document)
    closing_credit(document)
    return document


def _front_matter(text: str) -> tuple[dict[str, str], str, int]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text, 1
    values: dict[str, str] = {}
    for line in match["body"].splitlines():
        if (entry := _KEY.match(line)) and entry[2]:
            values[entry[1].lower()] = entry[2].strip().strip("\"'")
    return values, text[match.end() :], text[: match.end()].count("\n") + 1


def _pieces(body: str, first_line: int) -> list[_Piece]:
    """The blocks of the body in order."""
    pieces: list[_Piece] = []
    current = _Open()
    fenced = False

    def close() -> None:
        if current.lines:
            pieces.extend(_split(current))
        current.lines, current.kind = [], "paragraph"

    for number, raw in enumerate(body.split("\n"), first_line):
        line = raw.rstrip()
        if _FENCE.match(line.lstrip()):
            close()
            fenced = not fenced
        elif fenced:
            continue
        elif not line.strip():
            close()
        elif heading := _HEADING.match(line):
            close()
            pieces.append(
                _Piece("headline" if len(heading[1]) == 1 else "subheading", _inline(heading[2]), number)
            )
        elif (
            _SETEXT.match(line) and current.lines and current.kind == "paragraph" and len(current.lines) == 1
        ):
            kind: BlockKind = "headline" if line[0] == "=" else "subheading"
            pieces.append(_Piece(kind, _inline(current.lines[0]), number - 1))
            current.lines = []
        elif re.match(r"^([-*_][ \t]*){3,}$", line):
            close()
        else:
            _collect(current, line, number, close)
    close()
    return pieces


def _collect(current: _Open, line: str, number: int, close: object) -> None:
    kind: BlockKind = "paragraph"
    if line.lstrip().startswith(">"):
        kind, line = "blockquote", line.lstrip()[1:].lstrip()
    elif item := _ITEM.match(line):
        kind, line = "list_item", line[item.end() :]
        close()  # type: ignore[operator]
    elif current.kind == "list_item" and current.lines:
        kind = "list_item"
    if current.lines and kind != current.kind:
        close()  # type: ignore[operator]
    if not current.lines:
        current.kind, current.line = kind, number
    current.lines.append(line)


def _split(current: _Open) -> list[_Piece]:
    """A collected block as pieces: pictures stand for themselves."""
    text = " ".join(line.strip() for line in current.lines if line.strip())
    pieces: list[_Piece] = []
    at = 0
    for match in _IMAGE.finditer(text):
        before = _inline(text[at : match.start()])
        if before:
            pieces.append(_Piece(current.kind, before, current.line))
        picture = Picture(match["src"], 0, 0, current.line)
        pieces.append(_Piece("caption", _inline(match["title"] or ""), current.line, picture))
        at = match.end()
    rest = _inline(text[at:])
    if rest:
        pieces.append(_Piece(current.kind, rest, current.line))
    return pieces


def _inline(text: str) -> str:
    """Readable words: links, emphasis, code marks and tags reduced to what they hold."""
    text = _IMAGE.sub(lambda match: match["alt"], text)
    text = _LINK.sub(lambda match: match[1] or match[2] or match[3], text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    text = _INLINE.sub(lambda match: match[1] or match[2] or "", text)
    return " ".join(text.split())


def _metadata(document: Document, front: dict[str, str]) -> None:
    document.title = front.get("title")
    document.published = read_date(front.get("date") or front.get("published") or "")
    document.modified = read_date(front.get("modified") or front.get("lastmod") or front.get("updated") or "")
    document.outlet = front.get("outlet") or front.get("publication") or front.get("publisher")
    document.source = front.get("source")
    document.copyright = front.get("copyright")
    author = front.get("author") or front.get("authors") or front.get("byline")
    if author:
        byline = read_byline(author.strip("[]"))
        document.byline = author
        document.bylines = byline.persons if byline else [author]
        document.wire_credits = byline.agencies if byline else []


def _lay_out(document: Document, pieces: list[_Piece]) -> None:
    """Put the pieces into the document's text one after another, each in its blocks."""
    parts: list[str] = []
    length = 0
    waiting: list[Picture] = []
    for piece in pieces:
        if not piece.text and piece.picture is None:
            continue
        start = length
        if piece.text:
            parts.append(piece.text)
            length += len(piece.text) + 2
            _add(document, piece, start)
        if piece.picture is not None:
            _picture(document, piece, start, waiting)
        elif waiting and _caption_of(document, piece, waiting[-1], start):
            waiting.pop()
        if piece.picture is None and piece.text:
            for picture in waiting:
                picture.start, picture.end = start, start + len(piece.text)
            waiting.clear()
    document.text = "\n\n".join(parts)
    for picture in waiting:
        picture.end = picture.start = max(len(document.text) - 1, 0)


def _add(document: Document, piece: _Piece, start: int) -> None:
    text, end = piece.text, start + len(piece.text)
    blocks = document.blocks
    if piece.kind == "caption" and piece.picture is not None:
        return
    if piece.kind == "paragraph":
        if is_note(text):
            document.editor_notes.append(text)
            blocks.append(Block("editor_note", start, end, piece.line))
            return
        if is_correction(text):
            blocks.append(Block("correction", start, end, piece.line))
            return
        byline = (
            read_byline(text, labelled_only=True)
            if len(text) < 120 and not text.endswith((".", "!", "?"))
            else None
        )
        if byline and not any(block.kind in ("lead", "paragraph") for block in blocks):
            document.byline = document.byline or byline.text
            document.bylines.extend(person for person in byline.persons if person not in document.bylines)
            blocks.append(Block("byline", start, end, piece.line))
            return
        if (
            len(text) < 300
            and LABEL.match(text)
            and (credit := parse_credit(text, start, labelled_only=True))
        ):
            document.photo_credits.append(credit)
            blocks.append(Block("photo_credit", credit.start, credit.end, piece.line))
            return
        first = not any(block.kind in ("lead", "paragraph") for block in blocks)
        if first and (dateline := read_dateline(text[:200], start)):
            document.dateline, document.datelines = dateline.text, dateline.places
            document.wire_credits += [
                agency for agency in dateline.agencies if agency not in document.wire_credits
            ]
            blocks.append(Block("dateline", start, start + len(dateline.text), piece.line))
            start = dateline.end
        headed = first and any(block.kind == "headline" for block in blocks)
        blocks.append(Block("lead" if headed else "paragraph", start, end, piece.line))
        return
    if piece.kind == "headline":
        document.title = document.title or text
    blocks.append(Block(piece.kind, start, end, piece.line))


def _picture(document: Document, piece: _Piece, start: int, waiting: list[Picture]) -> None:
    """The picture with the caption and credit of its title; without one it waits for the next line."""
    picture = piece.picture
    assert picture is not None
    document.pictures.append(picture)
    if not piece.text:
        waiting.append(picture)
        return
    parts = split_caption(piece.text, start)
    picture.start, picture.end = start, start + len(piece.text)
    picture.caption, picture.credit = parts.caption, parts.credit
    if parts.caption is not None:
        document.captions.append(parts.caption)
        document.blocks.append(Block("caption", parts.caption.start, parts.caption.end, piece.line))
    if parts.credit is not None:
        document.photo_credits.append(parts.credit)
        document.blocks.append(Block("photo_credit", parts.credit.start, parts.credit.end, piece.line))
    document.blocks.sort(key=lambda block: block.start)


def _caption_of(document: Document, piece: _Piece, picture: Picture, start: int) -> bool:
    """Whether the paragraph right behind a picture is its caption: it holds a labelled credit, or is in italics."""
    block = document.blocks[-1]
    if block.kind == "photo_credit" and document.photo_credits:
        picture.credit = document.photo_credits[-1]
        picture.start, picture.end = picture.credit.start, picture.credit.end
        return True
    if block.kind not in ("paragraph", "lead") or len(piece.text) > 300:
        return False
    parts = split_caption(piece.text, start)
    if parts.credit is None or not LABEL.match(parts.credit.text) or parts.caption is None:
        return False
    document.blocks.pop()
    document.captions.append(parts.caption)
    document.photo_credits.append(parts.credit)
    picture.caption, picture.credit = parts.caption, parts.credit
    picture.start, picture.end = start, start + len(piece.text)
    document.blocks += [
        Block("caption", parts.caption.start, parts.caption.end, piece.line),
        Block("photo_credit", parts.credit.start, parts.credit.end, piece.line),
    ]
    document.blocks.sort(key=lambda entry: entry.start)
    return True
