"""The blocks of an article in reading order, laid into one readable text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from provenance.ingest.bylines import read_byline
from provenance.ingest.credits import LABEL, parse_credit, split_caption
from provenance.ingest.dates import read_date
from provenance.ingest.html.article import is_furniture, link_share, text_of
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.plain import is_correction, is_note
from provenance.ingest.wires import read_dateline
from provenance.model import Block, BlockKind, Caption, Credit, Picture

_BLOCKS = frozenset(
    """
        p h1 h2 h3 h4 h5 h6 li blockquote figure figcaption div section article header main ul ol dl
        dd dt table tr td th tbody aside pre center address details summary time picture img hr
    """.split()
)
_BYLINE = re.compile(
    r"(?:^|[-_ ])(?:by-?line|authors?|autor(?:en|in)?|creator|verfasser|writer|contributors?)(?:$|[-_ ]|\d)",
    re.I,
)
_CREDIT = re.compile(
    r"(?:credit|copyright|photographer|bildquelle|source|quelle|fotograf|rights|attribution)", re.I
)
_CAPTION = re.compile(r"(?:caption|bildunterschrift|bildtext|legende|cutline|media-?text|imagetext)", re.I)
_KICKER = re.compile(
    r"(?:kicker|overline|dachzeile|topline|eyebrow|headline-prefix|roofline|supertitle)", re.I
)
_LEAD = re.compile(
    r"(?:^|[-_ ])(?:lead|lede|intro|teaser-?text|vorspann|standfirst|summary|abstract|subtitle|subheadline|dek|deck|description)(?:$|[-_ ])",
    re.I,
)
_ICON = re.compile(r"(?:logo|icon|avatar|pixel|spacer|sprite|tracking|emoji|button|badge)", re.I)


@dataclass(slots=True)
class Layout:
    """The document in the making: pieces of text with their blocks."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    headline: str | None = None
    published: str | None = None
    byline: str | None = None
    bylines: list[str] = field(default_factory=list)
    dateline: str | None = None
    datelines: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    waiting: list[Picture] = field(default_factory=list)

    def text(self) -> str:
        """The readable text: blocks divided by a blank line."""
        joined = "\n\n".join(self.parts)
        for picture in self.waiting:
            picture.start = picture.end = max(len(joined) - 1, 0)
        return joined

    def put(self, kind: BlockKind | None, text: str, line: int) -> int:
        """Lay a piece down; returns the offset where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text) + 2
        if kind is not None:
            self.blocks.append(Block(kind, start, start + len(text), line))
        if self.waiting and kind not in ("caption", "photo_credit"):
            for picture in self.waiting:
                picture.start, picture.end = start, start + len(text)
            self.waiting.clear()
        return start


def collect(layout: Layout, body: HtmlElement, article: HtmlElement, metadata: PageMetadata) -> None:
    """Lay out headline, byline and the article's blocks; metadata fill what the page does not show."""
    heading = _heading(body, article)
    if heading is not None and not any(element is heading for element in article.iter("h1")):
        _headline(layout, heading)
    inside = set(article.iter())
    for element in body.iter():
        if element in inside or element in _ancestors(article):
            continue
        if layout.byline is None and isinstance(element.tag, str) and _before(element, article):
            _byline(layout, element)
    _walk(layout, article)
    _fill_authors(layout, metadata)


def _ancestors(article: HtmlElement) -> set[HtmlElement]:
    return set(article.iterancestors())


def _before(element: HtmlElement, article: HtmlElement) -> bool:
    """Whether an element stands in the same part of the page as the article and names an author by its class."""
    if not _BYLINE.search(
        f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
    ):
        return False
    line = element.sourceline or 0
    return (
        not any(is_furniture(ancestor) for ancestor in element.iterancestors())
        and abs(line - (article.sourceline or 0)) < 400
    )


def _heading(body: HtmlElement, article: HtmlElement) -> HtmlElement | None:
    inside = next((heading for heading in article.iter("h1") if text_of(heading)), None)
    if inside is not None:
        return inside
    found = [
        heading
        for heading in body.iter("h1")
        if len(text_of(heading)) > 12 and not any(is_furniture(a) for a in heading.iterancestors())
    ]
    return found[-1] if len(found) == 1 else found[0] if found else None


def _headline(layout: Layout, element: HtmlElement) -> None:
    text = text_of(element)
    if layout.headline is None and text:
        layout.headline = text
        layout.put("headline", text, element.sourceline or 1)
        layout.seen.add(text)


def _walk(layout: Layout, element: HtmlElement) -> None:
    """Lay out an element's blocks; text between block children is a paragraph of its own."""
    run: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            run.append(child.tail or "")
            continue
        if child.tag in _BLOCKS or _holds_blocks(child):
            _flush(layout, run, element)
            if not is_furniture(child):
                _block(layout, child)
        elif child.tag == "br":
            run.append("\n")
        elif not is_furniture(child):
            run.append(child.text_content())
        run.append(child.tail or "")
    _flush(layout, run, element)


def _holds_blocks(element: HtmlElement) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants() if isinstance(inner.tag, str))


def _flush(layout: Layout, run: list[str], element: HtmlElement) -> None:
    for part in re.split(r"\n\s*\n", "".join(run)) if "\n\n" in "".join(run) else ["".join(run)]:
        text = " ".join(part.split())
        if len(text) > 1 and any(glyph.isalpha() for glyph in text):
            _paragraph(layout, text, element)
    run.clear()


def _block(layout: Layout, element: HtmlElement) -> None:
    tag = element.tag
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
    if tag == "h1":
        _headline(layout, element)
    elif tag == "time":
        layout.published = (
            layout.published or read_date(text_of(element)) or read_date(element.get("datetime") or "")
        )
    elif tag in ("img", "picture"):
        _picture(layout, element)
    elif tag == "figure" or (_CAPTION.search(names) and len(text_of(element)) < 600):
        _figure(layout, element)
    elif _BYLINE.search(names) and _byline(layout, element):
        return
    elif tag in ("h2", "h3", "h4", "h5", "h6"):
        text = text_of(element)
        if text and text not in layout.seen and link_share(element, len(text)) < 0.6:
            layout.seen.add(text)
            layout.put(
                "kicker" if layout.headline is None and len(text) < 40 else "subheading",
                text,
                element.sourceline or 1,
            )
    elif tag in ("p", "pre", "dd", "td") and not _holds_blocks(element):
        _walk_paragraph(layout, element, names)
    elif tag == "li" and not _holds_blocks(element):
        text = text_of(element)
        if len(text) > 20 and link_share(element, len(text)) < 0.6:
            layout.put("list_item", text, element.sourceline or 1)
    elif tag == "blockquote" and not _holds_blocks(element):
        text = text_of(element)
        if text:
            layout.put("blockquote", text, element.sourceline or 1)
    elif (tag in ("ul", "ol") and link_share(element, len(text_of(element))) > 0.5) or (
        tag == "aside" and link_share(element, len(text_of(element))) > 0.3
    ):
        return
    else:
        _walk(layout, element)


def _walk_paragraph(layout: Layout, element: HtmlElement, names: str) -> None:
    text = text_of(element)
    if not text:
        return
    if _KICKER.search(names) and len(text) < 80:
        layout.put("kicker", text, element.sourceline or 1)
    elif _LEAD.search(names) and not any(block.kind == "paragraph" for block in layout.blocks):
        layout.put("lead", text, element.sourceline or 1)
    elif _CREDIT.search(names) and len(text) < 160 and (credit := parse_credit(text, layout.length)):
        layout.put(None, text, element.sourceline or 1)
        _add_credit(layout, credit, element.sourceline or 1)
    elif link_share(element, len(text)) < 0.7 or len(text) > 200:
        _paragraph(layout, text, element)


def _paragraph(layout: Layout, text: str, element: HtmlElement) -> None:
    line = element.sourceline or 1
    prose = any(block.kind in ("lead", "paragraph") for block in layout.blocks)
    if text in layout.seen and len(text) > 40:
        return
    layout.seen.add(text)
    if is_note(text):
        layout.notes.append(text)
        layout.put("editor_note", text, line)
    elif is_correction(text):
        layout.put("correction", text, line)
    elif (
        not prose
        and len(text) < 120
        and not text.endswith((".", "!", "?"))
        and (byline := read_byline(text, labelled_only=True))
    ):
        layout.put("byline", text, line)
        layout.byline = layout.byline or byline.text
        layout.bylines += [person for person in byline.persons if person not in layout.bylines]
        layout.agencies += [agency for agency in byline.agencies if agency not in layout.agencies]
    elif not prose and len(text) < 60 and (date := read_date(text)):
        layout.published = layout.published or date
        layout.put("metadata", text, line)
    elif (
        len(text) < 160
        and LABEL.match(text)
        and (credit := parse_credit(text, layout.length, labelled_only=True))
    ):
        layout.put(None, text, line)
        _add_credit(layout, credit, line)
    else:
        _prose(layout, text, line, prose)


def _prose(layout: Layout, text: str, line: int, prose: bool) -> None:
    start = layout.put(None, text, line)
    end = start + len(text)
    body = start
    if not prose and (dateline := read_dateline(text[:200], start)):
        layout.dateline, layout.datelines = dateline.text, dateline.places
        layout.agencies += [agency for agency in dateline.agencies if agency not in layout.agencies]
        layout.blocks.append(Block("dateline", start, start + len(dateline.text), line))
        body = dateline.end
    if body < end:
        lead = not prose and layout.headline is not None
        layout.blocks.append(Block("lead" if lead else "paragraph", body, end, line))


def _byline(layout: Layout, element: HtmlElement) -> bool:
    """An element that names the writers: its line becomes the byline block, once."""
    text = text_of(element)
    if not text or len(text) > 160:
        return False
    byline = read_byline(text)
    if byline is None:
        return False
    if layout.byline is None:
        layout.put("byline", text, element.sourceline or 1)
        layout.byline = byline.text
    layout.bylines += [person for person in byline.persons if person not in layout.bylines]
    layout.agencies += [agency for agency in byline.agencies if agency not in layout.agencies]
    return True


def _fill_authors(layout: Layout, metadata: PageMetadata) -> None:
    if layout.bylines or layout.byline:
        return
    for author in metadata.authors:
        byline = read_byline(author)
        if byline is not None and author.casefold() != (metadata.outlet or "").casefold():
            layout.bylines += [person for person in byline.persons if person not in layout.bylines]
            layout.byline = layout.byline or author


def _picture(layout: Layout, element: HtmlElement) -> Picture | None:
    """A picture of the article; logos, icons and pixels are none."""
    image = element if element.tag == "img" else next(element.iter("img"), None)
    if image is None:
        return None
    name = image.get("src") or image.get("data-src") or ""
    if _ICON.search(f"{name.rsplit('/', 1)[-1]} {image.get('class') or ''}") or _tiny(image):
        return None
    picture = Picture(
        name.rsplit("/", 1)[-1][:120] or "picture", layout.length, layout.length, image.sourceline or 1
    )
    layout.pictures.append(picture)
    layout.waiting.append(picture)
    return picture


def _tiny(image: HtmlElement) -> bool:
    for side in ("width", "height"):
        value = (image.get(side) or "").removesuffix("px")
        if value.isdigit() and int(value) < 60:
            return True
    return False


def _figure(layout: Layout, element: HtmlElement) -> None:
    """A figure, or a caption box: its picture, its caption and its credit."""
    images = list(element.iter("img"))
    picture = _picture(layout, images[0]) if images else (layout.waiting[-1] if layout.waiting else None)
    caption = next((inner for inner in element.iter("figcaption")), element if not images else None)
    if caption is None:
        caption = next(
            (
                inner
                for inner in element.iter()
                if isinstance(inner.tag, str) and _CAPTION.search(inner.get("class") or "")
            ),
            None,
        )
    credit_element = next(
        (
            inner
            for inner in element.iter()
            if isinstance(inner.tag, str)
            and inner is not element
            and _CREDIT.search(f"{inner.get('class') or ''} {inner.get('itemprop') or ''}")
            and text_of(inner)
        ),
        None,
    )
    if caption is None and credit_element is None:
        return
    _caption(layout, caption, credit_element, picture, element.sourceline or 1)


def _caption(
    layout: Layout,
    caption: HtmlElement | None,
    credit_element: HtmlElement | None,
    picture: Picture | None,
    line: int,
) -> None:
    whole = text_of(caption) if caption is not None else ""
    credit_text = text_of(credit_element) if credit_element is not None else ""
    if credit_text and credit_text in whole:
        at = whole.rfind(credit_text)
        start = layout.put(None, whole, line)
        credit = parse_credit(credit_text, start + at)
        rest = (
            split_caption(whole[:at] + " " * len(credit_text) + whole[at + len(credit_text) :], start).caption
            if credit
            else None
        )
        if credit is None:
            parts = split_caption(whole, start)
            rest, credit = parts.caption, parts.credit
    elif whole:
        start = layout.put(None, whole, line)
        parts = split_caption(whole, start)
        rest, credit = parts.caption, parts.credit
        if credit is None and credit_text:
            credit = parse_credit(credit_text, layout.put(None, credit_text, line))
    elif credit_text:
        rest, credit = None, parse_credit(credit_text, layout.put(None, credit_text, line))
    else:
        return
    if rest is not None:
        layout.captions.append(rest)
        layout.blocks.append(Block("caption", rest.start, rest.end, line))
    if credit is not None:
        _add_credit(layout, credit, line)
    if picture is not None and (rest or credit):
        picture.caption, picture.credit = rest, credit
        first = rest or credit
        assert first is not None
        picture.start, picture.end = first.start, first.end
        if picture in layout.waiting:
            layout.waiting.remove(picture)
    layout.blocks.sort(key=lambda block: block.start)


def _add_credit(layout: Layout, credit: Credit, line: int) -> None:
    if all(credit.text != other.text for other in layout.credits):
        layout.credits.append(credit)
    layout.blocks.append(Block("photo_credit", credit.start, credit.end, line))
    if layout.waiting:
        picture = layout.waiting.pop()
        picture.credit = credit
        picture.start, picture.end = credit.start, credit.end
