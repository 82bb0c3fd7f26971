"""One item of a feed as its format gives it, and the document that it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import read_byline
from provenance.ingest.credits import parse_credit, split_caption
from provenance.ingest.language import detect
from provenance.ingest.wires import read_dateline
from provenance.model import Block, BlockKind, Credit, CreditLine, Document, Picture, Status

_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$")
_UPDATE = re.compile(r"\b(?:\d(?:st|nd|rd|th)[ -]?l(?:ea)?d|writethru|update\d?|refile|recasts|adds\b)", re.I)
_CORRECTION = re.compile(r"\b(?:correct(?:s|ion|ed)?|berichtigung|korrektur|korrigiert|korjat\w*)\b", re.I)
_KILL = re.compile(r"\b(?:kill|withdraw\w*|zurückgezogen|cancell?ed|withheld)\b", re.I)


@dataclass(slots=True)
class ItemPicture:
    """A picture of an item: what its metadata say of it."""

    name: str
    caption: str = ""
    credit: str = ""
    digital_source_type: str = ""


@dataclass(slots=True)
class Piece:
    """A paragraph, subheading, list item or note of an item's body."""

    kind: BlockKind
    text: str
    line: int = 1


@dataclass(slots=True)
class Item:
    """The fields of one item; empty strings for what it does not have. Dates are ISO 8601."""

    format: str
    id: str = ""
    language: str = ""
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    place: str = ""
    source: str = ""
    credit: str = ""
    copyright: str = ""
    copyright_holder: str = ""
    usage: str = ""
    published: str = ""
    modified: str = ""
    status: str = ""
    embargo: str = ""
    version: str = ""
    outlet: str = ""
    notes: list[str] = field(default_factory=list)
    """For editors, not for print; kept apart from the text."""
    body: list[Piece] = field(default_factory=list)
    pictures: list[ItemPicture] = field(default_factory=list)
    line: int = 1


def iso(stamp: str | None) -> str:
    """A feed's time in ISO 8601: "20150218T160141+0100" → "2015-02-18T16:01:41+01:00"; "" for anything else."""
    match = _STAMP.match((stamp or "").strip())
    if match is None:
        return ""
    year, month, day, hour, minute, second, zone = match.groups()
    if hour is None:
        return f"{year}-{month}-{day}"
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone or ''}"


def to_document(item: Item, path: str, number: int, language: str | None) -> Document:
    """The document of an item; its text is the readable parts, divided by blank lines."""
    document = Document(item.id or (path if number == 1 else f"{path}~{number}"), path, item.format, "", "")
    parts: list[str] = []

    def put(kind: BlockKind, text: str, line: int) -> int:
        start = sum(map(len, parts)) + 2 * len(parts)
        parts.append(text)
        document.blocks.append(Block(kind, start, start + len(text), line))
        return start

    if item.headline:
        put("headline", item.headline, item.line)
    if item.byline:
        put("byline", item.byline, item.line)
    _body(document, item, parts)
    _pictures(document, item, parts)
    document.text = "\n\n".join(parts)
    document.language = language or item.language or detect(document.text)
    _fields(document, item)
    return document


def _body(document: Document, item: Item, parts: list[str]) -> None:
    first = True
    for piece in item.body:
        text = " ".join(piece.text.split()) if piece.kind != "boilerplate" else piece.text
        if not text:
            continue
        start = sum(map(len, parts)) + 2 * len(parts)
        parts.append(text)
        end, body = start + len(text), start
        kind = piece.kind
        if kind == "paragraph" and first:
            if not item.byline and len(text) < 120 and (byline := read_byline(text, labelled_only=True)):
                item.byline = byline.text
                document.blocks.append(Block("byline", start, end, piece.line))
                continue
            first = False
            dateline = read_dateline(text[:200], start)
            if dateline is not None and dateline.end < end:
                document.blocks.append(Block("dateline", start, start + len(dateline.text), piece.line))
                document.dateline = dateline.text
                document.datelines = dateline.places
                document.wire_credits += [
                    agency for agency in dateline.agencies if agency not in document.wire_credits
                ]
                body = dateline.end
            kind = "lead" if item.headline else kind
        document.blocks.append(Block(kind, body, end, piece.line))


def _pictures(document: Document, item: Item, parts: list[str]) -> None:
    for picture in item.pictures:
        start = sum(map(len, parts)) + 2 * len(parts)
        shown = Picture(picture.name, max(start - 1, 0), max(start - 1, 0), item.line)
        caption = split_caption(picture.caption) if picture.caption else None
        if picture.caption:
            parts.append(picture.caption)
            parsed = split_caption(picture.caption, start)
            if parsed.caption is not None:
                shown.caption = parsed.caption
                document.captions.append(parsed.caption)
                document.blocks.append(Block("caption", parsed.caption.start, parsed.caption.end, item.line))
            if parsed.credit is not None:
                _credit(document, shown, parsed.credit, item.line)
            shown.start, shown.end = start, start + len(picture.caption)
        if picture.credit and shown.credit is None:
            start = sum(map(len, parts)) + 2 * len(parts)
            credit = parse_credit(picture.credit, start) or Credit(
                picture.credit, [picture.credit], [], start, start + len(picture.credit)
            )
            parts.append(picture.credit)
            _credit(document, shown, credit, item.line)
            if caption is None:
                shown.start, shown.end = credit.start, credit.end
        document.pictures.append(shown)
    document.blocks.sort(key=lambda block: block.start)


def _credit(document: Document, picture: Picture, credit: Credit, line: int) -> None:
    picture.credit = credit
    document.photo_credits.append(credit)
    document.blocks.append(Block("photo_credit", credit.start, credit.end, line))


def _fields(document: Document, item: Item) -> None:
    document.title = item.headline or None
    document.published = item.published or None
    document.modified = item.modified or None
    document.outlet = item.outlet or None
    document.byline = item.byline or None
    if item.byline:
        byline = read_byline(item.byline)
        document.bylines = _people(item.byline, byline.persons) if byline else []
    if item.dateline:
        document.dateline = item.dateline.strip(" -–_—")
    if item.place and not document.datelines:
        document.datelines = [item.place]
    document.source = item.source or None
    document.copyright = item.copyright or None
    document.copyright_holder = item.copyright_holder or None
    document.usage = item.usage or None
    document.version = item.version or None
    document.editor_notes = item.notes
    document.embargo_until = item.embargo or None
    document.status = status_of(item)
    if item.credit:
        known = lookup(item.credit.strip(" –-"))
        document.credit_line = CreditLine(item.credit, [known.name] if known else [], [])
    for name in (item.source, item.credit):
        agency = lookup(name.strip(" –-")) if name else None
        if agency is not None and agency.name not in document.wire_credits:
            document.wire_credits.append(agency.name)


_BODIES = re.compile(
    r"\b(?:The|University|Universität|College|Institute?|Union|Tribune|Times|Post|News|Press|Association|Agency|Agentur|Zeitung|Correspondent|Editor|Writer)\b"
)


def _people(printed: str, names: list[str]) -> list[str]:
    """The persons of a feed's byline: not their paper or university, and no single word without a "By"."""
    led = re.match(r"(?:by|von|par|por|text:)\s", printed, re.I)
    return [name for name in names if not _BODIES.search(name) and (led or " " in name)]


def status_of(item: Item) -> Status:
    """What an item may be used for: an embargo that is set counts before a status that says "usable"."""
    words = item.status.casefold()
    if _KILL.search(words):
        return "canceled"
    if item.embargo or "embargo" in words:
        return "embargoed"
    if _CORRECTION.search(words):
        return "correction"
    if "update" in words or _UPDATE.search(words):
        return "update"
    return "usable"
