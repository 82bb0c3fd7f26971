"""The article's segments laid into one readable text, each stretch with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from provenance.glyphs import STOPS
from provenance.ingest.advisories import is_note as is_advisory
from provenance.ingest.advisories import is_signature
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import read_byline
from provenance.ingest.credits import LABEL, parse_credit
from provenance.ingest.html.captions import Words
from provenance.ingest.html.parts import Article, is_notice
from provenance.ingest.html.pictures import Pictures
from provenance.ingest.html.places import Filed
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.ingest.html.writers import Writers
from provenance.ingest.plain import is_correction, is_note
from provenance.ingest.releases import first_publisher, sender_of
from provenance.model import Block, BlockKind, Document, Picture
from provenance.words import every

_NO_PICTURE_LABELS = tuple(every("credits", "no_picture_labels"))
#: Longer paragraphs name no writers, in code points.
_LONGEST_LINE = 160
#: What stands before an agency that alone closes a story: "© Reuters".
_SIGNS = "©– —"


@dataclass(slots=True)
class Layout:
    """The document in the making."""

    document: Document
    parts: list[str] = field(default_factory=list)
    length: int = 0
    waiting: list[Picture] = field(default_factory=list)
    led: bool = False
    """Whether a standfirst stands before the story: its first paragraph is none then."""
    paragraphs: int = 0
    """How many paragraphs of the story have been laid down."""
    last: int = 0
    """The last segment of the story, which may name its source."""
    filed: Filed | None = None
    """The dateline and where it stands."""
    credited: set[str] = field(default_factory=set)
    """The credits as printed that the document has."""

    def put(self, kind: BlockKind | None, text: str, line: int) -> int:
        """Lay a stretch down, a blank line before the next; returns the offset where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text) + 2
        if kind is not None:
            self.document.blocks.append(Block(kind, start, start + len(text), line))
        for picture in self.waiting:
            picture.start, picture.end = start, start + len(text)
        self.waiting.clear()
        return start

    def finish(self) -> None:
        """Give the document its text."""
        text = "\n\n".join(self.parts)
        self.document.text = text
        for picture in self.waiting:
            picture.start = picture.end = max(len(text) - 1, 0)


def lay_out(
    document: Document,
    page: Page,
    article: Article,
    pictures: Pictures,
    writers: Writers,
    filed: Filed | None,
) -> None:
    """Fill the document's text, blocks, captions, credits and pictures, in the order of the page."""
    layout = Layout(document, last=article.last_prose(0), filed=filed)
    if filed is not None:
        document.dateline, document.datelines = filed.dateline.text, filed.dateline.places
        document.wire_credits += [
            name for name in filed.dateline.agencies if name not in document.wire_credits
        ]
    words = {group.first: group for group in pictures.words}
    bare = {image.at: image for image in reversed(pictures.bare)}
    taken = {index for group in pictures.words for index in group.indices}
    bylines = set(writers.indices)
    kickers = set(_kickers(page, article))
    decks = set(article.decks)
    for segment in page.segments:
        index = segment.index
        if index in bare:
            image = bare[index]
            picture = Picture(image.name, 0, 0, image.line)
            document.pictures.append(picture)
            layout.waiting.append(picture)
        if index in words:
            _words(layout, words[index])
        elif index in taken:
            continue
        elif article.headline and index == article.headline[0]:
            title = " ".join(page.segments[at].text for at in article.headline)
            layout.put("headline", title, segment.line)
            document.title = title
        elif index in bylines:
            _byline(layout, segment)
        elif filed is not None and filed.whole and index == filed.index:
            layout.put("dateline", segment.text, segment.line)
        elif index in kickers:
            layout.put("kicker", segment.text, segment.line)
        elif index in decks:
            _told(layout, segment, "lead")
            layout.led = True
        elif index in article.prose and index not in article.left_out:
            _prose(layout, segment, article.prose[index])
    layout.finish()


def _kickers(page: Page, article: Article) -> list[int]:
    """Lines right above the headline that the template calls so."""
    if not article.headline:
        return []
    first = article.headline[0]
    return [
        segment.index
        for segment in page.segments[max(first - 3, 0) : first]
        if segment.role & Role.KICKER and not segment.box.hidden
    ]


def _words(layout: Layout, words: Words) -> None:
    """A picture's caption and credits: one stretch of text, a block for each."""
    document = layout.document
    waiting, layout.waiting = layout.waiting, []
    start = layout.put(None, words.text, words.line)
    layout.waiting = waiting
    blocks = []
    caption = None
    if words.caption is not None:
        caption = replace(words.caption, start=start + words.caption.start, end=start + words.caption.end)
        document.captions.append(caption)
        blocks.append(Block("caption", caption.start, caption.end, words.line))
    credits = [
        replace(credit, start=start + credit.start, end=start + credit.end) for credit in words.credits
    ]
    for credit in credits:
        if credit.text not in layout.credited:
            layout.credited.add(credit.text)
            document.photo_credits.append(credit)
        blocks.append(Block("photo_credit", credit.start, credit.end, words.line))
    document.blocks += sorted(blocks, key=lambda block: block.start)
    if words.image is not None:
        shown = caption or credits[0]
        line = words.image.line
        credit_of = credits[0] if credits else None
        document.pictures.append(Picture(words.image.name, shown.start, shown.end, line, caption, credit_of))


def _byline(layout: Layout, segment: Segment) -> None:
    """A line of writers, and those behind them who made the pictures: "Von Eva Lund, Fotos: Ole Falk"."""
    text = segment.text
    start = layout.put(None, text, segment.line)
    label = next(
        (label for label in LABEL.finditer(text, 1) if not label[0].startswith(_NO_PICTURE_LABELS)), None
    )
    credit = parse_credit(text[label.start() :], start + label.start(), labelled_only=True) if label else None
    names = text[: label.start()].rstrip(" ,;|/(") if label and credit else text
    blocks = layout.document.blocks
    blocks.append(Block("byline", start, start + len(names), segment.line))
    if credit is not None:
        blocks.append(Block("photo_credit", credit.start, credit.end, segment.line))
        if credit.text not in layout.credited:
            layout.credited.add(credit.text)
            layout.document.photo_credits.append(credit)


def _is_byline(text: str) -> bool:
    """Whether a paragraph is nothing but who wrote it."""
    return text[-1:] not in STOPS and read_byline(text, labelled_only=True) is not None


def _prose(layout: Layout, segment: Segment, kind: BlockKind) -> None:
    document, text, line = layout.document, segment.text, segment.line
    if kind != "paragraph":
        layout.put(kind, text, line)
        return
    if len(text) < _LONGEST_LINE and (is_signature(text) or _is_byline(text)):
        layout.put("byline", text, line)
        return
    if layout.paragraphs and segment.index >= layout.last:
        sender, publisher = sender_of(text), first_publisher(text)
        agency = lookup(text.strip(_SIGNS)) if text[0] in _SIGNS and len(text) < _LONGEST_LINE else None
        if agency is not None and agency.kind != "picture":
            document.wire_credits += [agency.name] if agency.name not in document.wire_credits else []
            layout.put("wire_credit", text, line)
            return
        if sender or publisher:
            document.source = document.source or sender or publisher
            layout.put("metadata" if sender else "boilerplate", text, line)
            return
    if is_notice(text):
        layout.put("boilerplate", text, line)
        return
    if is_note(text) or (layout.paragraphs < 2 and is_advisory(text)):
        document.editor_notes.append(text)
        layout.put("editor_note", text, line)
        return
    if is_correction(text):
        layout.put("correction", text, line)
        return
    lead = layout.paragraphs == 0 and not layout.led and document.title is not None
    _told(layout, segment, "lead" if lead else "paragraph")
    layout.paragraphs += 1


def _told(layout: Layout, segment: Segment, kind: BlockKind) -> None:
    """A paragraph of the story or its standfirst, and the dateline before it if it is here."""
    blocks, line = layout.document.blocks, segment.line
    start = begin = layout.put(None, segment.text, line)
    end = start + len(segment.text)
    if layout.filed is not None and layout.filed.index == segment.index:
        dateline = layout.filed.dateline
        blocks.append(Block("dateline", start + dateline.start, start + len(dateline.text), line))
        begin = start + dateline.end
    if begin < end:
        blocks.append(Block(kind, begin, end, line))


def article_body(document: Document) -> str:
    """The story of a document: its paragraphs, subheadings, list items and quotations in order.

    Headline, deck, bylines, captions and credits are left out; datelines and agency lines stay with their
    paragraphs. Blocks are divided by a blank line.
    """
    wanted = {
        "lead",
        "paragraph",
        "list_item",
        "blockquote",
        "subheading",
        "dateline",
        "wire_credit",
        "correction",
    }
    wanted |= {"editor_note", "boilerplate"}
    blocks = [block for block in document.blocks if block.kind in wanted]
    stretches: list[list[int]] = []
    for block in blocks:
        between = document.text[stretches[-1][1] : block.start] if stretches else "\n\n"
        if "\n\n" in between:
            stretches.append([block.start, block.end])
        else:
            stretches[-1][1] = block.end
    return "\n\n".join(re.sub(r"\s+", " ", document.text[start:end]) for start, end in stretches)
