"""What the modules that read a page's article share: the article, and what a segment of it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.glyphs import DOUBLE_CLOSING, SINGLE_CLOSING, STOPS, one_of
from provenance.ingest.datelines import read_dateline
from provenance.ingest.html.tree import Box, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.model import BlockKind
from provenance.words import alternatives, any_of, every

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Roles of text that is about the story or its pictures, but not the story.
LABELS = Role.CAPTION | Role.CREDIT | Role.BYLINE | Role.DATE
#: Shorter runs are labels and buttons, in code points.
LEAST = 25
#: How a sentence ends.
END = re.compile(
    rf"{one_of(STOPS, ':;')}{one_of(DOUBLE_CLOSING, SINGLE_CLOSING, ')]')}*\s*$|{one_of(DOUBLE_CLOSING)}$"
)
#: What asks the reader to do something for the site, in lines of so many code points.
_CALL = re.compile(rf"\W*(?:{alternatives('pages', 'calls')})", re.I)
_LONGEST_CALL = 300
#: What asks for money or a login before the rest of a story, in paragraphs of so many code points.
_WALLS = re.compile(rf"\W*(?:{alternatives('pages', 'walls')})", re.I)
_WALL = 600
#: Headings that open what other pages want from the reader.
_ENDING = re.compile(rf"(?:{alternatives('pages', 'endings')})", re.I)
#: The notice of copyright that a site prints under its texts, as a whole line of so many code points.
_NOTICE = re.compile(
    rf"\W*(?:(?:©|\(c\)|\b(?:{any_of(every('credits', 'copyright'))})\b)\W*)+(?:19|20)\d\d\b", re.I
)
_LONGEST_NOTICE = 160
#: A price that stands alone.
_PRICE = re.compile(r"\D{0,8}(?:[€$£]\s?\d{1,5}(?:[.,]\d\d)?|\d{1,5}(?:[.,](?:\d\d|-))?\s?[€$£])\W{0,3}")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")
#: What a site's software says of itself where its story should stand.
_SOFTWARE = re.compile(rf"(?:{alternatives('pages', 'software')})")


@dataclass(slots=True)
class Article:
    """The main article: indices into the page's segments."""

    body: Box
    region: Box
    """The smallest box with headline and body; everything of the article stands in it."""
    headline: list[int] = field(default_factory=list)
    start_of_pictures: int = 0
    """Where the article's own pictures may begin: a picture above the headline is one of them."""
    end_of_pictures: int = 0
    decks: list[int] = field(default_factory=list)
    """Segments between headline and body that sum the story up."""
    share: float = 0.0
    """How much of the page's sentences the story is, 0 to 1."""
    left_out: set[int] = field(default_factory=set)
    """Segments of the story that a reader has read elsewhere in it, or can make nothing of alone."""
    walled: bool = False
    """Whether the page asks for money or a login where the story should go on."""
    prose: dict[int, BlockKind] = field(default_factory=dict)
    """Segment → its kind, for the segments that are read as the story, in order."""

    def first_prose(self, default: int) -> int:
        """The first segment of the story, `default` if it has none."""
        return next(iter(self.prose), default)

    def last_prose(self, default: int) -> int:
        """The last segment of the story, `default` if it has none."""
        return next(reversed(self.prose), default)


def opens_story(text: str) -> bool:
    """Whether a text begins with a dateline, and so is the story wherever the template puts it."""
    dateline = read_dateline(text[:200])
    return dateline is not None and bool(dateline.places)


def is_call(text: str) -> bool:
    """Whether a line asks the reader to do something for the site, or to agree to something."""
    return len(text) < _LONGEST_CALL and _CALL.match(text) is not None


def asks_within(text: str) -> bool:
    """Whether a sentence of a line asks for something, or the line is the price of something."""
    return any(map(is_call, _END_OF_SENTENCE.split(text))) or _PRICE.fullmatch(text) is not None


def is_notice(text: str) -> bool:
    """Whether a line is the site's notice of copyright."""
    return len(text) < _LONGEST_NOTICE and _NOTICE.match(text) is not None


def is_wall(text: str) -> bool:
    """Whether a paragraph asks for money or a login before the rest of a story."""
    return len(text) < _WALL and _WALLS.match(text) is not None


def is_ending(text: str) -> bool:
    """Whether a line opens what is no longer the story."""
    return _ENDING.match(text) is not None


def is_software(text: str) -> bool:
    """Whether a line is an error of the site's software."""
    return _SOFTWARE.match(text) is not None


def in_figure(box: Box | None) -> bool:
    """Whether a box stands in a figure."""
    for _ in range(6):
        if box is None:
            return False
        if box.tag == "figure":
            return True
        box = box.parent
    return False


def tag_of(segment: Segment) -> str:
    """The tag that says what a segment is: its own, or that of the list, quotation or heading around it."""
    box: Box | None = segment.box
    depth = 0
    while box is not None and depth < 4:
        if box.tag in HEADINGS or box.tag in ("li", "blockquote", "dd", "dt"):
            return box.tag
        box, depth = box.parent, depth + 1
    return segment.box.tag
