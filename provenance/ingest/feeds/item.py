"""One item of a feed as its format gives it, and the document that it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from provenance.glyphs import CAPITALS, one_of
from provenance.ingest.advisories import headline_status
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import AND, read_byline
from provenance.ingest.copy_datelines import printed_dateline, whole_dateline
from provenance.ingest.credits import parse_credit, split_caption
from provenance.ingest.datelines import PLACES, Dateline
from provenance.ingest.dates import is_moment
from provenance.ingest.encoding import text_only
from provenance.ingest.feeds.plain_markup import resolved
from provenance.ingest.identity import item_id
from provenance.ingest.language import language_of
from provenance.ingest.person_names import has_given_name
from provenance.model import Block, BlockKind, Credit, CreditLine, Document, Doubt, Picture, Status
from provenance.words import alternatives, any_of, every

_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$", re.A
)
#: Among so many paragraphs, all before it short, a dateline opens the story.
_NEAR, _SHORT = 5, 300
#: "David Smith in Washington".
_FROM = re.compile(rf"\s(?:{any_of(every('datelines', 'locatives'))})\s{one_of(CAPITALS)}[^,;]*$")
_PLACE = re.compile(PLACES)
_WORD = re.compile(r"[^\W\d_]{2}")
_UPDATE = re.compile(rf"\b(?:{alternatives('wires', 'updates')})", re.I)
_CORRECTION = re.compile(rf"\b(?:{alternatives('wires', 'corrections')})\b", re.I)
_KILL = re.compile(rf"\b(?:{alternatives('wires', 'kills')})\b", re.I)


@dataclass(slots=True)
class ItemPicture:
    """A picture of an item: what its metadata say of it."""

    name: str
    caption: str = ""
    credit: str = ""


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
    kicker: str = ""
    subtitle: str = ""
    lead: str = ""
    """A teaser or standfirst that has a field of its own and is printed before the text."""
    byline: str = ""
    dateline: str = ""
    place: str = ""
    source: str = ""
    sender: str = ""
    """Who delivers it, where the feed says so apart from the source: a host, or a provider's name."""
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
    writers: list[str] = field(default_factory=list)
    """Who reported it, where a line under the story says so and no byline does."""
    notes: list[str] = field(default_factory=list)
    """For editors, not for print; kept apart from the text."""
    body: list[Piece] = field(default_factory=list)
    pictures: list[ItemPicture] = field(default_factory=list)
    cut: bool = False
    """Whether its sender says that the text is only the beginning of one."""
    guessed: bool = False
    """Whether its format is a house's own, so that only the names in it say what is what."""
    line: int = 1

    @property
    def has_words(self) -> bool:
        """Whether anything of the item could be printed."""
        return bool(self.headline or self.byline or self.body or self.pictures)


#: The fields of an item that are words, by name.
_FIELDS = [name for name, hint in Item.__annotations__.items() if hint == "str"]


def iso(stamp: str | None) -> str:
    """A feed's time in ISO 8601: "20150218T160141+0100" → "2015-02-18T16:01:41+01:00"; "" for anything else."""
    match = _STAMP.match((stamp or "").strip())
    if match is None:
        return ""
    year, month, day, hour, minute, second, zone = match.groups()
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    found = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else "")
    return found if is_moment(found) else ""


@dataclass(slots=True)
class _Text:
    """A document's text in the making: its parts will be divided by a blank line."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def put(self, text: str) -> int:
        """Lay a part down; returns the offset where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text) + 2
        return start


def to_document(item: Item, path: str, number: int, language: str | None) -> Document:
    """The document of an item; its text is the readable parts, divided by blank lines."""
    from provenance.ingest.feeds.story import shape

    item = shape(_as_text(item))
    document = Document(
        item_id(path, number, item.id, item.sender or item.source or item.outlet), path, item.format, "", ""
    )
    text = _Text()
    byline = (
        ""
        if any(piece.kind == "byline" and item.byline in piece.text for piece in item.body)
        else item.byline
    )
    heads: tuple[tuple[BlockKind, str], ...] = (
        ("kicker", item.kicker), ("headline", item.headline), ("subheading", item.subtitle),
        ("byline", byline), ("lead", item.lead),
    )  # fmt: skip
    for kind, shown in heads:
        if shown:
            start = text.put(shown)
            document.blocks.append(Block(kind, start, start + len(shown), item.line))
    _body(document, item, text)
    _pictures(document, item, text)
    document.text = "\n\n".join(text.parts)
    document.language = language_of(document.text, given=language, declared=item.language)
    _fields(document, item)
    if item.guessed:
        document.doubts.append(
            Doubt("format", f"{item.format.upper()} of no known format, read by its names")
        )
    if item.cut:
        document.doubts.append(Doubt("text", "its feed holds only the beginning"))
    return document


def _as_text(item: Item) -> Item:
    """The item with every field text that can be written and kept, on one line where it is printed on one."""

    def folded(text: str) -> str:
        return " ".join(resolved(text_only(text)).split())

    copy = replace(
        item,
        notes=[resolved(text_only(note)) for note in item.notes],
        body=[replace(piece, text=resolved(text_only(piece.text))) for piece in item.body],
        pictures=[
            ItemPicture(folded(picture.name), folded(picture.caption), folded(picture.credit))
            for picture in item.pictures
        ],
    )
    for name in _FIELDS:
        setattr(copy, name, folded(getattr(copy, name)))
    return copy


def _body(document: Document, item: Item, laid: _Text) -> None:
    open_places = _NEAR if item.body else 0
    lead = bool(item.headline) and not item.lead
    for piece in item.body:
        text = " ".join(piece.text.split()) if piece.kind != "boilerplate" else piece.text
        if not text.strip():
            continue
        start = laid.put(text)
        end, body = start + len(text), start
        kind = piece.kind
        if kind == "paragraph":
            dateline = printed_dateline(text, start) if open_places else None
            if open_places and dateline is None and (alone := whole_dateline(text, start)):
                open_places = 0
                _dateline(document, alone, piece.line)
                continue
            # In a release lines of its headline stand before the place; there it has its agency.
            later = open_places < _NEAR
            open_places = open_places - 1 if len(text) < _SHORT else 0
            if dateline is not None and dateline.end < end and (not later or "(" in dateline.text):
                body, open_places = dateline.end, 0
                _dateline(document, dateline, piece.line)
            kind, lead = ("lead" if lead else kind), False
        document.blocks.append(Block(kind, body, end, piece.line))


def _dateline(document: Document, dateline: Dateline, line: int) -> None:
    document.blocks.append(Block("dateline", dateline.start, dateline.start + len(dateline.text), line))
    document.dateline = dateline.text
    document.datelines = dateline.places
    document.wire_credits += [name for name in dateline.agencies if name not in document.wire_credits]


def _pictures(document: Document, item: Item, laid: _Text) -> None:
    for picture in item.pictures:
        shown = Picture(picture.name, 0, 0, item.line)
        if picture.caption:
            start = laid.put(picture.caption)
            parsed = split_caption(picture.caption, start)
            if parsed.caption is not None:
                shown.caption = parsed.caption
                document.captions.append(parsed.caption)
                document.blocks.append(Block("caption", parsed.caption.start, parsed.caption.end, item.line))
            if parsed.credit is not None:
                _credit(document, shown, parsed.credit, item.line)
            shown.start, shown.end = start, start + len(picture.caption)
        if picture.credit and shown.credit is None:
            start = laid.put(picture.credit)
            credit = parse_credit(picture.credit, start) or Credit(
                picture.credit, [picture.credit], [], start, start + len(picture.credit)
            )
            _credit(document, shown, credit, item.line)
            if not picture.caption:
                shown.start, shown.end = credit.start, credit.end
        document.pictures.append(shown)
    document.blocks.sort(key=lambda block: block.start)
    for shown in document.pictures:
        if not shown.end and document.blocks:
            # Without words of its own a picture is one of the story: of its headline, or of what stands first.
            shown.start, shown.end = document.blocks[0].start, document.blocks[0].end


def _credit(document: Document, picture: Picture, credit: Credit, line: int) -> None:
    picture.credit = credit
    document.photo_credits.append(credit)
    document.blocks.append(Block("photo_credit", credit.start, credit.end, line))


def _fields(document: Document, item: Item) -> None:
    document.title = item.headline or None
    document.published = item.published or None
    document.modified = item.modified or None
    document.outlet = item.outlet or None
    document.byline = None if _is_account(item.byline) else item.byline or None
    if item.byline:
        byline = read_byline(_FROM.sub("", item.byline))
        document.bylines = _people(item.byline, byline.persons) if byline else _uncased(item.byline)
    if item.writers and not document.bylines:
        document.bylines = item.writers
    if item.dateline and not document.dateline and not iso(item.dateline) and _WORD.search(item.dateline):
        document.dateline = item.dateline.strip(" -–_—")
    if (
        document.dateline
        and not item.place
        and not document.datelines
        and _PLACE.fullmatch(document.dateline)
    ):
        document.datelines = [document.dateline]
    if item.place and not document.datelines:
        told = printed_dateline(f"{item.dateline} - {item.place}") if item.dateline else None
        document.datelines = told.places if told is not None and item.place in told.places else [item.place]
    document.source = item.source or next(iter(document.wire_credits), None)
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
    document.source = document.source or next(iter(document.wire_credits), None)


_BODIES = re.compile(rf"\b(?:{alternatives('wires', 'institutions')})\b")


def _is_account(byline: str) -> bool:
    """Whether a byline is the name under which a site's software lets its editors in: "admin"."""
    return byline.strip().lower() in every("bylines", "accounts")


def _people(printed: str, names: list[str]) -> list[str]:
    """The persons of a feed's byline: not their paper or university, and no single word without a "By".

    Who is joined to a person by "and" is one, also with a surname that papers bear: "Ida Lund and Jordan Press".
    """
    led = re.match(rf"(?:{alternatives('wires', 'feed_leads')})\s", printed, re.I)
    known = any(map(has_given_name, names))

    def is_one(name: str) -> bool:
        if has_given_name(name) or not _BODIES.search(name):
            return bool(led) or " " in name
        return (
            known
            and name.count(" ") == 1
            and re.search(rf"\s(?:{AND})\s+{re.escape(name)}", printed) is not None
        )

    return [name for name in names if is_one(name)]


def _uncased(printed: str) -> list[str]:
    """The name that a byline is in a script without capitals."""
    named = printed.isprintable() and printed.upper() == printed.lower() and 2 <= len(printed.split()) <= 4
    return [printed] if named and all(map(str.isalpha, printed.split())) else []


def status_of(item: Item) -> Status:
    """What an item may be used for: an embargo that is set counts before a status that says "usable"."""
    words = f"{item.status} {headline_status(item.headline) or ''}".casefold()
    if _KILL.search(words):
        return "canceled"
    if item.embargo or any(part in words for part in every("wires", "embargoes")):
        return "embargoed"
    if _CORRECTION.search(words):
        return "correction"
    if any(part in words for part in every("wires", "replaces")) or _UPDATE.search(words):
        return "update"
    return "usable"
