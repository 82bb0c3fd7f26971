"""Running text out of markup: what a reader sees as paragraphs, wherever the tags put it.

Words outside `p` and `li` are words of the story too. A block ends what stands before it, a `br` is a line, two are
a paragraph, and a blank line in loose text is one as well: that is how WordPress keeps its posts and how agencies'
plain text comes inside XML. Scripts, styles and what a page's frame holds are no text of an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from provenance.ingest.encoding import text_only
from provenance.ingest.feeds.item import ItemPicture, Piece
from provenance.ingest.feeds.markup import Unreadable, line_of, with_characters, words
from provenance.ingest.feeds.plain_markup import is_style, resolved, unescaped
from provenance.ingest.html.vocabulary import Role, roles
from provenance.ingest.parser_log import crowd_in, limit_of
from provenance.model import BlockKind

#: Elements with words of their own that keep their kind for whatever stands in them.
_KINDS: dict[str, BlockKind] = {
    "li": "list_item", "dt": "list_item", "dd": "list_item", "blockquote": "blockquote", "bq": "blockquote",
    "h1": "subheading", "h2": "subheading", "h3": "subheading", "h4": "subheading", "h5": "subheading",
    "h6": "subheading", "hl2": "subheading",
}  # fmt: skip
_BOLD = frozenset(("b", "strong"))
_PARAGRAPHS = frozenset(("p", "pre"))
#: Elements that end the line before them and say nothing of what stands in them.
_DIVIDERS = frozenset(
    """
        html body div section article main form fieldset center address ul ol dl block hr tr caption body.content
        content datacontent inlinedata inlinexml details summary figure table footer header nitf nl
    """.split()
)
#: No reader sees these.
_NEVER = frozenset(
    """
        script style iframe noscript template head svg math object video audio select button textarea title docdata
        body.head media-metadata media-reference
    """.split()
)
#: These stand beside the text, unless there is no other text.
_BESIDE = frozenset("figure media table header footer aside nav".split())
_BLANKS = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_INDENT = re.compile(r"\n(?=(?: {2,}|\t)\S)")
_SET_IN, _FLUSH = re.compile(r"\n {3,8}(?=\S)"), re.compile(r"\n(?=\S)")
#: Longer lines are no lines of a typewriter but paragraphs, in code points.
_LINE = 120
#: A larger box is the text, whatever its template calls it, in code points.
_FURNITURE = 600


@dataclass(slots=True)
class Reading:
    """What some markup holds: pieces of text in order, and the pictures with words of their own."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: list[ItemPicture] = field(default_factory=list)


@dataclass(slots=True)
class _Flow:
    """A walk through markup: words gather until a block ends them."""

    skipped: frozenset[str]
    pieces: list[Piece] = field(default_factory=list)
    _run: list[str] = field(default_factory=list)
    _line: int = 1

    def walk(self, element: etree._Element, kind: BlockKind, loose: bool) -> None:
        """Take an element with all in it; `loose` is text in no block of its own, where a blank line divides."""
        tag = element.tag.lower() if isinstance(element.tag, str) else None
        if tag is None or tag in self.skipped or ("aside" in self.skipped and _is_furniture(element, tag)):
            return
        if tag == "br":
            self._run.append("\n\n" if _parts_answer(element) else "\n")
            return
        own = _KINDS.get(tag)
        block = own is not None or tag in _PARAGRAPHS or tag in _DIVIDERS
        if not block:
            self._inside(element, kind, loose)
            return
        self.end(kind, loose)
        inner = own if own is not None and (own == "list_item" or kind == "paragraph") else kind
        self.take(element, inner, loose if tag in _DIVIDERS else tag == "pre")

    def take(self, element: etree._Element, kind: BlockKind, loose: bool) -> None:
        """Take what stands in an element, as one block or several."""
        self._inside(element, kind, loose)
        self.end(kind, loose)

    def _inside(self, element: etree._Element, kind: BlockKind, loose: bool) -> None:
        self._take(element.text, element, loose)
        for child in element:
            self.walk(child, kind, loose)
            self._take(child.tail, child, loose)

    def _take(self, text: str | None, element: etree._Element, loose: bool) -> None:
        if text:
            if not self._run:
                self._line = line_of(element)
            self._run.append(text if loose else _folded(text))

    def end(self, kind: BlockKind, loose: bool) -> None:
        """Lay down what has gathered."""
        if self._run:
            text, self._run = "".join(self._run), []
            parts = plain_parts(text) if loose else _BLANK_LINE.split(text)
            self.pieces += [Piece(kind, part.strip(), self._line) for part in parts if part.strip()]


def _is_furniture(element: etree._Element, tag: str) -> bool:
    """Whether a small box is called the site's own, and no part of the text: "subscription-widget", "share".

    A teaser is none here: in a feed it is the item's own.
    """
    names = element.get("class")
    if not names or tag not in _DIVIDERS or "teaser" in names or not roles(names) & Role.FURNITURE:
        return False
    return len(words(element)) < _FURNITURE


def _parts_answer(line_end: etree._Element) -> bool:
    """Whether a line end stands behind or before a line all in bold: question and answer of an interview, in one `p`."""
    before, behind = line_end.getprevious(), line_end.getnext()
    if before is not None and before.tag in _BOLD and not (before.tail or "").strip():
        earlier = before.getprevious()
        led = (before.getparent().text if earlier is None else earlier.tail) or ""
        return not led.strip() and (earlier is None or earlier.tag == "br")
    if behind is None or behind.tag not in _BOLD or (line_end.tail or "").strip():
        return False
    following = behind.getnext()
    return not (behind.tail or "").strip() and (following is None or following.tag == "br")


def _folded(text: str) -> str:
    """The text of a paragraph without its file's line ends.

    Lines set in among lines that are not are an agency's paragraphs, which its feed holds in one element.
    """
    if _SET_IN.search(text) and _FLUSH.search(text):
        return "\n\n".join(_BLANKS.sub(" ", part) for part in _SET_IN.split(text))
    return _BLANKS.sub(" ", text)


def plain_parts(text: str) -> list[str]:
    """The paragraphs of a plain text: divided by blank lines, by indents, or by the ends of long lines."""
    parts = _BLANK_LINE.split(text)
    if len(parts) == 1:
        parts = _INDENT.split(text)
    if len(parts) == 1 and any(len(line) > _LINE for line in text.split("\n")):
        parts = text.split("\n")
    return parts


def pieces(element: etree._Element) -> list[Piece]:
    """The paragraphs, subheadings, list items and block quotes inside an element, in order.

    Raises:
        Unreadable: it is markup kept as text, and that nests too deeply.
    """
    return read_element(element).pieces


def read_element(element: etree._Element) -> Reading:
    """What an element holds as elements, or as markup kept as text.

    Raises:
        Unreadable: it is markup kept as text, and that nests too deeply.
    """
    text = element.text or ""
    if not len(element) and ("<" in text or "&" in text):
        return read_html(text)
    return read_flow([element])


def read_flow(elements: Iterable[etree._Element]) -> Reading:
    """What some elements hold; what stands beside a text is taken where there is no other."""
    elements, reading = list(elements), Reading()
    for skipped in (_NEVER | _BESIDE, _NEVER):
        flow = _Flow(skipped)
        for element in elements:
            if not any(_name(above) in skipped for above in element.iterancestors()):
                flow.take(element, "paragraph", True)
        reading.pieces = [piece for piece in flow.pieces if not is_style(piece.text)]
        if reading.pieces:
            break
    for element in elements:
        reading.pictures += _pictures(element)
    return reading


def _name(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def html_pieces(markup: str) -> list[Piece]:
    """The pieces of an inline HTML body, or of plain text.

    Raises:
        Unreadable: it nests too deeply, or an element is too large or has too many attributes.
    """
    return read_html(markup).pieces


def read_html(markup: str) -> Reading:
    """What an inline HTML body holds, or a plain text; markup that was escaped once too often is read as markup.

    Raises:
        Unreadable: it nests too deeply, or an element is too large or has too many attributes.
    """
    markup = unescaped(markup)
    if "<" not in markup:
        return Reading(
            [Piece("paragraph", resolved(part.strip())) for part in plain_parts(markup) if part.strip()]
        )
    if crowd := crowd_in(markup):
        raise Unreadable(crowd)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    page = f"<html><body><div>{with_characters(text_only(markup))}</div></body></html>"
    try:
        root = etree.fromstring(page.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if limit := limit_of(parser.error_log):
        raise Unreadable(limit)
    body = root.find("body") if root is not None else None
    return read_flow([body]) if body is not None else Reading()


# ---------------------------------------------------------------- pictures

_CREDITS = re.compile(r"(?:^|[-_\s])(?:credits?|copyright|photographer|byline|source)(?:$|[-_\s])", re.I)


def _pictures(root: etree._Element) -> list[ItemPicture]:
    """The figures inside an element, and images whose attributes name their words or their maker."""
    found = []
    for figure in root.iter("figure"):
        image = next(figure.iter("img"), None)
        caption = next(figure.iter("figcaption"), None)
        if image is not None and next(figure.iterancestors("figure"), None) is None:
            found.append(_figure(image, caption))
    for image in root.iter("img"):
        if next(image.iterancestors("figure"), None) is None:
            picture = _figure(image, None)
            if picture.caption or picture.credit:
                found.append(picture)
    return found


def _figure(image: etree._Element, caption: etree._Element | None) -> ItemPicture:
    name = (image.get("src") or "").partition("?")[0].rpartition("/")[2] or "picture"
    told = [
        element
        for element in (caption.iter(etree.Element) if caption is not None else ())
        if element is not caption
        and (element.tag == "cite" or _CREDITS.search(element.get("class") or ""))
        and words(element)
    ]
    credit = words(told[0]) if told else image.get("data-credit") or image.get("data-copyright") or ""
    shown = words(caption) or image.get("data-caption") or ""
    return ItemPicture(name, shown.replace(words(told[0]), " ").strip() if told else shown, credit)
