"""One pass over a page: its text in segments, its boxes with what they are for, its pictures, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from lxml import etree

from provenance.glyphs import DOUBLE_CLOSING, SINGLE_CLOSING
from provenance.ingest.encoding import unbroken
from provenance.ingest.html.box_roles import inherit, release_head
from provenance.ingest.html.vocabulary import Role, roles

#: Elements whose text no reader sees, or that never hold a story's text.
SKIPPED = frozenset(
    """
        script style noscript template nav button select option iframe svg object embed map applet
        input label textarea canvas audio dialog menu head math
    """.split()
)
#: What the reader presses or fills in.
_CONTROLS = frozenset(("button", "input", "select", "textarea"))
_BLOCKS = frozenset(
    """
        p h1 h2 h3 h4 h5 h6 li blockquote figure figcaption div section article header main ul ol dl dd dt
        table tr td th tbody thead aside pre center address details summary footer hr picture fieldset form body hgroup caption
    """.split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: The id of a heading that is made of its words has more of them.
_SLUG, _SLUG_WORDS = re.compile(r"[-_]+"), 3
_PICTURES = frozenset(("img", "amp-img"))
_ROLES = {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu"}
#: Attributes that can say that an element is not shown, or not the story's.
_HIDING = frozenset(("hidden", "aria-hidden", "role", "style"))
_BY_TAG = {"figcaption": Role.CAPTION, "figure": Role.PICTURE}


_BOLD = frozenset(("b", "strong"))
_QUOTES = f" {DOUBLE_CLOSING}{SINGLE_CLOSING}"


class Mark(NamedTuple):
    """An inline element with a meaning, within its segment's text."""

    start: int
    end: int
    role: int
    link: bool


@dataclass(slots=True, eq=False)
class Box:
    """A block element. `first` and `last` bound its segments, last exclusive."""

    tag: str
    parent: Box | None
    role: int
    line: int
    first: int
    link: str | None = None
    """Address that the whole box leads to, if it stands in a link."""
    last: int = 0
    hidden: bool = False
    other: bool = False
    """Whether it is another story with a headline of its own."""
    score: float = 0.0
    pictures: int = 0
    asks: bool = False
    """Whether a control stands right in it."""
    names: str = ""
    """Class names and id of a box that they call the site's own."""

    def within(self, other: Box) -> bool:
        """Whether this box is `other` or lies in it."""
        box: Box | None = self
        while box is not None:
            if box is other:
                return True
            box = box.parent
        return False


@dataclass(slots=True, eq=False)
class Segment:
    """A run of text without a block's edge in it, white space folded."""

    index: int
    text: str
    box: Box
    line: int
    links: int = 0
    """How many of its characters are links."""
    marks: list[Mark] = field(default_factory=list)
    role: int = 0
    """Its own boxes' roles and those of the small boxes around it."""
    emphasis: int = 0
    """How many of its characters are bold or in italics."""

    @property
    def link_share(self) -> float:
        return self.links / len(self.text)


@dataclass(slots=True, eq=False)
class Image:
    """A picture element; `at` is the index of the segment that comes next."""

    at: int
    box: Box
    line: int
    source: str
    alt: str
    names: str
    width: int
    height: int
    link: str | None

    @property
    def name(self) -> str:
        """File name or address, without what comes behind it for the server."""
        return self.source.split("?")[0].split("#")[0].rsplit("/", 1)[-1][:120] or "picture"


@dataclass(slots=True)
class Page:
    """A page's boxes, segments and pictures in document order."""

    root: Box
    boxes: list[Box]
    segments: list[Segment]
    images: list[Image]
    times: list[tuple[int, str]]
    """Machine-readable dates of `time` elements with the index of the segment they stand in."""

    def size(self, box: Box) -> int:
        """How many characters of text a box holds."""
        return sum(len(segment.text) for segment in self.segments[box.first : box.last])


def survey(body: etree._Element) -> Page:
    """The page that a body element shows."""
    survey = _Survey(body)
    page = survey.page
    inherit(page)
    return page


class _Survey:
    """The walk: holds the run of text that is open."""

    def __init__(self, body: etree._Element) -> None:
        root = Box("body", None, 0, _line(body), 0)
        self.page = Page(root, [root], [], [], [])
        self.box = root
        self.parts: list[str] = []
        self.length = 0
        self.blank = False
        self.links = 0
        self.emphasis = 0
        self.line = 1
        self.marks: list[Mark] = []
        self.link: str | None = None
        self.strong = 0
        self._children(body)
        self._flush()
        root.last = len(self.page.segments)

    def _add(self, text: str, element: etree._Element) -> None:
        words = text.split()
        if not words:
            self.blank = True
            return
        piece = " ".join(words)
        piece = unbroken(piece)
        if not piece:
            return
        if self.length:
            if self.blank or text[0].isspace():
                piece = " " + piece
        else:
            self.line = _line(element)
        self.parts.append(piece)
        self.length += len(piece)
        self.blank = text[-1].isspace()
        if self.link is not None:
            self.links += len(piece)
        if self.strong:
            self.emphasis += len(piece)

    def _flush(self) -> None:
        if self.length:
            page = self.page
            segment = Segment(
                len(page.segments), "".join(self.parts), self.box, self.line, self.links, self.marks
            )
            segment.emphasis = self.emphasis
            page.segments.append(segment)
            self.parts, self.length, self.links, self.marks, self.emphasis = [], 0, 0, [], 0
        elif self.marks:
            self.marks = []
        self.blank = False

    def _children(self, element: etree._Element) -> None:
        if element.text:
            self._add(element.text, element)
        breaks = 0
        for child in element:
            tag = child.tag
            if type(tag) is str and tag not in SKIPPED:
                if tag == "br":
                    # Two line breaks in a row are how some editors write a new paragraph; under a picture one
                    # divides its text from its maker.
                    breaks += 1
                    if (
                        breaks > 1
                        or (self.box.role & Role.CAPTION and not self.link)
                        or (self.length and self.emphasis == self.length and self._ends_question())
                    ):
                        self._flush()
                    self.blank = True
                elif tag in _PICTURES:
                    self._picture(child)
                elif tag in _BLOCKS or "-" in tag:
                    self._block(child, tag)
                    breaks = 0
                else:
                    if breaks and tag in _BOLD and self.length and _is_line(child):
                        self._flush()  # the question of an interview behind its last answer
                    self._inline(child, tag)
                    breaks = 0
            elif tag in _CONTROLS:
                self.box.asks = self.box.asks or child.get("type") != "hidden"
            elif tag == "nav" and (main := next(child.iter("main"), None)) is not None:
                # Broken markup: no list of links holds the page's own part, its end was lost.
                self._block(main, "main")
            tail = child.tail
            if tail:
                if breaks and not tail.isspace():
                    breaks = 0
                self._add(tail, child)

    def _block(self, element: etree._Element, tag: str) -> None:
        if self.length or self.marks:
            self._flush()
        self.blank = False
        given = _given(element)
        if tag in _HEADINGS and len(_SLUG.split(given.get("id") or "")) > _SLUG_WORDS:
            del given["id"]  # made of its own words, for a table of contents
        names = _names(given) if given else ""
        role = roles(names) if names else 0
        if tag in _BY_TAG:
            role = (role | _BY_TAG[tag]) & ~Role.FURNITURE
        hidden = not _HIDING.isdisjoint(given) and _is_hidden(given, tag)
        above = self.box
        box = Box(tag, above, role, _line(element), len(self.page.segments), self.link)
        box.hidden = hidden
        if role & Role.FURNITURE:
            box.names = names
        self.page.boxes.append(box)
        self.box = box
        self._children(element)
        if self.length or self.marks:
            self._flush()
        self.blank = False
        box.last = len(self.page.segments)
        self.box = above
        if tag == "h1" and box.last > box.first:
            release_head(above)

    def _inline(self, element: etree._Element, tag: str) -> None:
        given = _given(element)
        role = 0
        if given:
            names = _names(given)
            role = roles(names) if names else 0
            if not _HIDING.isdisjoint(given) and _is_hidden(given, tag):
                return
            if role & (Role.CAPTION | Role.PICTURE | Role.CREDIT) and self._labels_picture(role):
                self._block(element, tag)
                return
        if tag == "time":
            role |= Role.DATE
            if moment := given.get("datetime"):
                self.page.times.append((len(self.page.segments), moment))
        link = self.link
        if tag == "a":
            self.link = given.get("href") or ""
            if "author" in (given.get("rel") or "").split():
                role |= Role.BYLINE
        strong = tag in ("b", "strong", "em", "i")
        if role:
            self.blank = True  # told apart by style where the markup has no blank
        start = self.length
        segments = len(self.page.segments)
        self.strong += strong
        self._children(element)
        self.strong -= strong
        if (
            (role or tag in ("a", "strong", "b") or self.box.role & Role.CAPTION)
            and len(self.page.segments) == segments
            and self.length > start
        ):
            first = start + (start > 0 and self._begins_blank(start))
            self.marks.append(Mark(first, self.length, role, tag == "a"))
        if role:
            self.blank = True
        self.link = link

    def _ends_question(self) -> bool:
        """Whether the open run is a question, and so a line of its own where it is all in bold."""
        return self.parts[-1].rstrip(_QUOTES).endswith("?")

    def _labels_picture(self, role: int) -> bool:
        """Whether an inline element is a caption or a credit under a picture, and so a line of its own."""
        if role & (Role.CAPTION | Role.PICTURE):
            return True
        box: Box | None = self.box
        for _ in range(4):
            if box is None:
                return False
            if box.tag in ("figure", "figcaption") or box.role & (Role.CAPTION | Role.PICTURE):
                return True
            box = box.parent
        return False

    def _begins_blank(self, start: int) -> bool:
        at = self.length
        for part in reversed(self.parts):
            at -= len(part)
            if at == start:
                return part[0] == " "
        return False

    def _picture(self, element: etree._Element) -> None:
        get = element.get
        self.page.images.append(
            Image(
                len(self.page.segments) + (self.length > 0),
                self.box,
                _line(element),
                get("data-src") or get("src") or get("data-original") or get("srcset") or "",
                " ".join((get("alt") or "").split()),
                get("class") or "",
                _pixels(get("width")),
                _pixels(get("height")),
                self.link,
            )
        )


def _is_line(bold: etree._Element) -> bool:
    """Whether words in bold are a question that fills its line."""
    following = bold.getnext()
    closed = not (bold.tail or "").strip() and (following is None or following.tag == "br")
    return closed and "".join(bold.itertext()).rstrip(_QUOTES).endswith("?")


def _given(element: etree._Element) -> dict[str, str]:
    """An element's attributes; one call into lxml is quicker than one for each name asked."""
    return cast("dict[str, str]", dict(element.items()))


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 1


def _names(given: dict[str, str]) -> str:
    get = given.get
    names = get("class") or ""
    if name := get("id"):
        names = f"{names} {name}"
    if name := get("itemprop"):
        names = f"{names} {name}"
    return names


def _is_hidden(given: dict[str, str], tag: str) -> bool:
    get = given.get
    if get("hidden") is not None or (get("aria-hidden") == "true" and tag != "figure"):
        return True
    if get("role") in _ROLES:
        return True
    style = get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()


def _pixels(value: str | None) -> int:
    number = (value or "").strip().removesuffix("px")
    return int(number) if number.isdecimal() and len(number) < 6 else 0
