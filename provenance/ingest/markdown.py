"""Markdown drafts: front matter, headings, paragraphs, lists, block quotes and pictures, as readable text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.ingest.bylines import Byline, read_byline
from provenance.ingest.credits import LABEL, CaptionParts, parse_credit, split_caption
from provenance.ingest.datelines import read_dateline
from provenance.ingest.dates import read_date
from provenance.ingest.language import language_of
from provenance.ingest.markdown_inline import images, readable
from provenance.ingest.plain import closing_credit, is_correction, is_note, signed_under
from provenance.model import Block, BlockKind, Document, Picture

_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.*)")
#: How YAML opens a text of several lines, a member of a list ("- Eva Lund", "- name: Eva Lund"), a key inside a key.
_BLOCK_SCALARS = frozenset((">", "|", ">-", "|-", ">+", "|+"))
_MEMBER = re.compile(r"[ \t]*-[ \t]+(?:name[ \t]*:[ \t]*)?(.+)")
_NESTED = re.compile(r"[ \t]+[\w-]+[ \t]*:(?:[ \t]|$)")
#: What the site's software puts something in the place of: "{{< figure … >}}", "{% embed … %}", alone in its line.
_SHORTCODE = re.compile(r"[ \t]*(?:\{\{[<%].{0,2000}[>%]\}\}|\{%.{0,2000}%\})[ \t]*")
_ATTRIBUTE = re.compile(r"\b(src|caption|attr|credit|title)[ \t]*=[ \t]*(?:\"([^\"]*)\"|'([^']*)')")
#: A note behind the text, and the sign that leads to it.
_FOOTNOTE, _FOOTNOTE_SIGN = re.compile(r"\[\^[^\]\s]{1,40}\]:[ \t]*"), re.compile(r"\[\^[^\]\s]{1,40}\]")
_FENCE = re.compile(r"^(```|~~~)")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)$")
_SETEXT = re.compile(r"^(=+|-+)[ \t]*$")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_RULE = re.compile(r"^([-*_][ \t]*){3,}$")


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
    pieces = _pieces(_without_comments(body), first_line)
    document = Document(path, path, "markdown", "", "")
    _metadata(document, front)
    _lay_out(document, pieces)
    declared = front.get("language") or front.get("lang")
    document.language = language_of(document.text, given=language, declared=declared)
    signed_under(document)
    closing_credit(document)
    return document


def _front_matter(text: str) -> tuple[dict[str, str], str, int]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text, 1
    values: dict[str, str] = {}
    key = ""
    for line in match["body"].split("\n"):
        entry = _KEY.match(line)
        if entry is not None:
            key = entry[1].lower()
            value = entry[2].strip()
            if value.startswith("[") and value.endswith("]"):
                value = ", ".join(_bare(part) for part in value[1:-1].split(","))
            values[key] = "" if value in _BLOCK_SCALARS else _bare(value)
        elif key and (member := _MEMBER.match(line)):
            values[key] = ", ".join(filter(None, (values[key], _bare(member[1]))))
        elif key and line[:1] in (" ", "\t") and not _NESTED.match(line):
            values[key] = f"{values[key]} {line.strip()}".strip()
    found = {name: value for name, value in values.items() if value}
    return found, text[match.end() :], text[: match.end()].count("\n") + 1


def _bare(value: str) -> str:
    return value.strip().strip("\"'")


def _without_comments(body: str) -> str:
    """The body with the line ends of its comments and nothing else of them; one that never closes is none."""
    parts: list[str] = []
    done = 0
    while (start := body.find("<!--", done)) >= 0 and (end := body.find("-->", start + 4)) >= 0:
        parts += [body[done:start], "\n" * body.count("\n", start, end)]
        done = end + 3
    return "".join((*parts, body[done:]))


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
        elif _SHORTCODE.fullmatch(line):
            close()
            pieces.extend(_shown(line, number))
        elif note := _FOOTNOTE.match(line):
            close()
            _collect(current, f"- {line[note.end() :]}", number, close)
        elif heading := _HEADING.match(line):
            close()
            pieces.append(
                _Piece(
                    "headline" if len(heading[1]) == 1 else "subheading",
                    readable(heading[2].rstrip(" \t#")),
                    number,
                )
            )
        elif (
            _SETEXT.match(line) and current.lines and current.kind == "paragraph" and len(current.lines) == 1
        ):
            kind: BlockKind = "headline" if line[0] == "=" else "subheading"
            pieces.append(_Piece(kind, readable(current.lines[0]), number - 1))
            current.lines = []
        elif _RULE.match(line):
            close()
        else:
            _collect(current, line, number, close)
    close()
    return pieces


def _shown(shortcode: str, line: int) -> list[_Piece]:
    """The picture that a shortcode shows with words of its own; nothing for any other."""
    found = {match[1]: match[2] or match[3] or "" for match in _ATTRIBUTE.finditer(shortcode)}
    words = " ".join(filter(None, (found.get("caption"), found.get("attr") or found.get("credit"))))
    if not words or "src" not in found:
        return []
    return [_Piece("caption", readable(words), line, Picture(found["src"], 0, 0, line))]


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
    text = _FOOTNOTE_SIGN.sub("", " ".join(line.strip() for line in current.lines if line.strip()))
    pieces: list[_Piece] = []
    at = 0
    for image in images(text):
        before = readable(text[at : image.start])
        if before:
            pieces.append(_Piece(current.kind, before, current.line))
        picture = Picture(image.source, 0, 0, current.line)
        # Alternative words are no caption, unless they name who made the picture.
        words = image.alt if LABEL.search(image.alt) and not LABEL.search(image.title) else image.title
        pieces.append(_Piece("caption", readable(words), current.line, picture))
        at = image.end
    rest = readable(text[at:])
    if rest:
        pieces.append(_Piece(current.kind, rest, current.line))
    return pieces


def _metadata(document: Document, front: dict[str, str]) -> None:
    document.title = front.get("title")
    document.published = read_date(front.get("date") or front.get("published") or "")
    document.modified = read_date(front.get("modified") or front.get("lastmod") or front.get("updated") or "")
    document.outlet = front.get("outlet") or front.get("publication") or front.get("publisher")
    document.source = front.get("source")
    document.copyright = front.get("copyright")
    author = front.get("author") or front.get("authors") or front.get("byline")
    if author:
        byline = read_byline(author)
        document.byline = author
        document.bylines = byline.persons if byline else [author]
        document.wire_credits = byline.agencies if byline else []


@dataclass(slots=True)
class _Layout:
    """The document in the making."""

    document: Document
    parts: list[str] = field(default_factory=list)
    length: int = 0
    waiting: list[Picture] = field(default_factory=list)
    """Pictures without a title, whose caption may follow."""
    headlines: int = 0
    paragraphs: int = 0

    def put(self, text: str) -> int:
        """Lay a stretch down; returns the offset where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text) + 2
        return start

    def block(self, kind: BlockKind, start: int, end: int, line: int) -> None:
        self.document.blocks.append(Block(kind, start, end, line))
        self.headlines += kind == "headline"
        self.paragraphs += kind in ("lead", "paragraph")


def _lay_out(document: Document, pieces: list[_Piece]) -> None:
    """Put the pieces into the document's text one after another, each in its blocks."""
    layout = _Layout(document)
    for piece in pieces:
        if not piece.text and piece.picture is None:
            continue
        start = layout.put(piece.text) if piece.text else layout.length
        if piece.picture is not None:
            _picture(layout, piece, piece.picture, start)
            continue
        _add(layout, piece, start)
        if layout.waiting and _caption_of(layout, piece, layout.waiting[-1], start):
            layout.waiting.pop()
        for picture in layout.waiting:
            picture.start, picture.end = start, start + len(piece.text)
        layout.waiting.clear()
    document.text = "\n\n".join(layout.parts)
    document.bylines = list(dict.fromkeys(document.bylines))
    for picture in layout.waiting:
        picture.end = picture.start = max(len(document.text) - 1, 0)


def _add(layout: _Layout, piece: _Piece, start: int) -> None:
    end = start + len(piece.text)
    if piece.kind == "paragraph":
        _add_paragraph(layout, piece, start, end)
        return
    if piece.kind == "headline":
        layout.document.title = layout.document.title or piece.text
    layout.block(piece.kind, start, end, piece.line)


def _add_paragraph(layout: _Layout, piece: _Piece, start: int, end: int) -> None:
    """A paragraph as what its words say it is: a note, a correction, a byline, a credit, or the story."""
    document, text, line = layout.document, piece.text, piece.line
    if is_note(text):
        document.editor_notes.append(text)
        layout.block("editor_note", start, end, line)
    elif is_correction(text):
        layout.block("correction", start, end, line)
    elif not layout.paragraphs and (byline := _byline(text)):
        document.byline = document.byline or byline.text
        document.bylines += byline.persons
        layout.block("byline", start, end, line)
    elif len(text) < 300 and LABEL.match(text) and (credit := parse_credit(text, start, labelled_only=True)):
        document.photo_credits.append(credit)
        layout.block("photo_credit", credit.start, credit.end, line)
    else:
        first = not layout.paragraphs
        if first and (dateline := read_dateline(text[:200], start)) and dateline.end < end:
            document.dateline, document.datelines = dateline.text, dateline.places
            document.wire_credits += [
                agency for agency in dateline.agencies if agency not in document.wire_credits
            ]
            layout.block("dateline", start, start + len(dateline.text), line)
            start = dateline.end
        layout.block("lead" if first and layout.headlines else "paragraph", start, end, line)


def _byline(text: str) -> Byline | None:
    """The byline that a short line without a full stop is."""
    if len(text) >= 120 or text.endswith((".", "!", "?")):
        return None
    return read_byline(text, labelled_only=True)


def _picture(layout: _Layout, piece: _Piece, picture: Picture, start: int) -> None:
    """The picture with the caption and credit of its title; without one it waits for the next line."""
    layout.document.pictures.append(picture)
    if not piece.text:
        layout.waiting.append(picture)
        return
    picture.start, picture.end = start, start + len(piece.text)
    _add_words(layout, picture, split_caption(piece.text, start), piece.line)


def _add_words(layout: _Layout, picture: Picture, parts: CaptionParts, line: int) -> None:
    """A picture's caption and credit, in the order in which they are printed."""
    picture.caption, picture.credit = parts.caption, parts.credit
    blocks: list[Block] = []
    if parts.caption is not None:
        layout.document.captions.append(parts.caption)
        blocks.append(Block("caption", parts.caption.start, parts.caption.end, line))
    if parts.credit is not None:
        layout.document.photo_credits.append(parts.credit)
        blocks.append(Block("photo_credit", parts.credit.start, parts.credit.end, line))
    layout.document.blocks += sorted(blocks, key=lambda block: block.start)


def _caption_of(layout: _Layout, piece: _Piece, picture: Picture, start: int) -> bool:
    """Whether the paragraph right behind a picture is its caption: it holds a labelled credit, or is in italics."""
    document = layout.document
    block = document.blocks[-1]
    if block.kind == "photo_credit" and document.photo_credits:
        picture.credit = document.photo_credits[-1]
        picture.start, picture.end = picture.credit.start, picture.credit.end
        return True
    if block.kind not in ("paragraph", "lead") or block.start != start or len(piece.text) > 300:
        return False
    parts = split_caption(piece.text, start)
    if parts.credit is None or not LABEL.match(parts.credit.text) or parts.caption is None:
        return False
    document.blocks.pop()
    layout.paragraphs -= 1
    picture.start, picture.end = start, start + len(piece.text)
    _add_words(layout, picture, parts, piece.line)
    return True
