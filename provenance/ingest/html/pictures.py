"""The article's own pictures: their captions and credits, whatever the template calls them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from provenance.ingest.bylines import names_nobody, read_byline
from provenance.ingest.credits import LABEL, is_maker, may_be_maker, open_label, parse_credit, split_caption
from provenance.ingest.dates import read_date
from provenance.ingest.html.captions import SIGNS, Repeats, Told, Words, read_words
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import HEADINGS, Article, opens_story
from provenance.ingest.html.picture_boxes import LINKED, enclosing, is_hidden, leads_away, own_boxes
from provenance.ingest.html.tree import Box, Image, Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.words import alternatives, any_of, every

_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_DRAWING = re.compile(r"\.svg\b", re.I)
_ICON = re.compile(any_of(every("pages", "icons")), re.I)
#: Sides below this are signs and portraits beside a name, in CSS pixels.
_LEAST_SIDE = 60
#: What sells something or leads elsewhere stands in figures too.
_PROMOTION = re.compile(
    rf"\b(?:{alternatives('pages', 'promotions')})\b|^(?:{alternatives('pages', 'promotion_starts')})"
)
_NO_PICTURE_LABELS = tuple(every("credits", "no_picture_labels"))
_SIGN_OFF = re.compile(r"^[a-zäöü]{2,4}/\w+\s+")
#: Longest line that can be a caption when only its place beside a picture says so, in code points.
_SHORT = 320
#: Longer lines are no credits, in code points.
_CREDIT = 100
#: A figure that quotes somebody begins with the quotation, in segments.
_MOST_QUOTED = 3
#: A box with more text than this before its heading is no teaser, in code points.
_LARGEST_TEASER = 1200


@dataclass(slots=True)
class Pictures:
    """Words in order, and the pictures that have none."""

    words: list[Words] = field(default_factory=list)
    bare: list[Image] = field(default_factory=list)


def find_pictures(page: Page, article: Article, metadata: PageMetadata) -> Pictures:
    """The pictures of the article with caption and credit; those of teasers and logos are left out."""
    around = _Around(page, article)
    _count(page)
    images = [image for image in page.images if _is_own(around, image)]
    by_place: dict[int, list[Image]] = {}
    for image in images:
        by_place.setdefault(image.at, []).append(image)
    told = Told(
        "\n".join(page.segments[index].text for index in (*article.headline, *article.prose)),
        frozenset(map(str.lower, [*metadata.credits, *metadata.authors, metadata.outlet or ""])),
    )
    found = Pictures()
    seen = Repeats()
    used: set[int] = set()
    around.own = own_boxes(page, article, images)
    for group in _groups(around, images):
        if (words := read_words(group, told)) is None:
            continue
        words.image = _image_of(group[0].index, by_place, used)
        if words.caption is not None and seen.has(words.caption.text):
            words.caption = None
        if words.caption is not None or words.credits:
            found.words.append(words)
    named = {words.image.name for words in found.words if words.image}
    for image in images:
        if id(image) not in used and image.name not in named and _in_story(article, image):
            named.add(image.name)
            found.bare.append(image)
    return found


class _Around:
    """What stands in the boxes of a page around its pictures, counted once for all of them."""

    def __init__(self, page: Page, article: Article) -> None:
        self.page, self.article = page, article
        self.own: dict[int, Box] = {}
        """Segment → the box of the picture whose text it is, by structure."""
        self._ends = list(accumulate((len(segment.text) for segment in page.segments), initial=0))
        self._linked = [
            segment.index
            for segment in page.segments
            if segment.box.tag in HEADINGS and segment.link_share > 0.7 and not segment.box.hidden
        ]
        self._long = [index for index in article.prose if len(page.segments[index].text) > _SHORT]
        for places in (self._linked, self._long):
            places.append(len(page.segments))  # behind the last box

    def quotes(self, box: Box) -> bool:
        """Whether a box holds a quotation set apart."""
        held = self.page.segments[box.first : box.last]
        return any(enclosing(segment.box, "blockquote") is not None for segment in held[:_MOST_QUOTED])

    def is_large(self, box: Box) -> bool:
        """Whether a box holds more text than a teaser."""
        return self._ends[box.last] - self._ends[box.first] > _LARGEST_TEASER

    def leads_away(self, box: Box) -> bool:
        """Whether a heading that is a link stands at the top of a box."""
        heading = self._linked[bisect_left(self._linked, box.first)]
        return heading < box.last and self._ends[heading + 1] - self._ends[box.first] <= _LARGEST_TEASER

    def holds_long_prose(self, box: Box) -> bool:
        """Whether a long paragraph of the story stands in a box."""
        return self._long[bisect_left(self._long, box.first)] < box.last


def _in_story(article: Article, image: Image) -> bool:
    """Whether a picture without words stands in the story itself and leads nowhere: others are advertising or teasers."""
    last = article.last_prose(article.body.first)
    return image.at <= last and not leads_away(image)


def _count(page: Page) -> None:
    """Tell each box how many pictures stand in it."""
    for image in page.images:
        box: Box | None = image.box
        while box is not None:
            box.pictures += 1
            box = box.parent


def _is_own(around: _Around, image: Image) -> bool:
    article = around.article
    if is_hidden(image.box) or not article.start_of_pictures <= image.at <= article.end_of_pictures:
        return False
    if _ICON.search(f"{image.name} {image.names}") or (image.source.startswith("data:") and not image.alt):
        return False
    if _DRAWING.search(image.source) and enclosing(image.box, "figure") is None:
        return False
    if 0 < image.width < _LEAST_SIDE or 0 < image.height < _LEAST_SIDE:
        return False
    return not _is_teaser(around, image.box) and bool(image.source or image.alt)


def _is_teaser(around: _Around, box: Box) -> bool:
    """Whether a picture stands with a heading that leads elsewhere."""
    article = around.article
    at: Box | None = box
    for _ in range(5):
        if at is None or at is article.region or at.first <= article.body.first < at.last:
            return False
        if any(at.first <= index < at.last for index in article.headline):
            return False
        if at.tag in ("figure", "figcaption"):
            at = at.parent
            continue
        if around.leads_away(at):
            return True
        if around.is_large(at):
            return False
        at = at.parent
    return False


# ---------------------------------------------------------------- which words


def _groups(around: _Around, images: list[Image]) -> Iterator[list[Segment]]:
    """Runs of segments that stand with one picture."""
    page, article = around.page, around.article
    beside = {image.at for image in images} | {image.at - 1 for image in images}
    group: list[Segment] = []
    home: Box | None = None
    promoted: Box | None = None
    for segment in page.segments[article.start_of_pictures : article.end_of_pictures]:
        if is_hidden(segment.box) or segment.index in article.headline:
            continue
        signed = bool(group) and _is_open(group[-1].text) and segment.index == group[-1].index + 1
        here = home if signed else _home(around, segment, beside)
        if here is None:
            continue
        if _PROMOTION.search(segment.text):
            promoted = here
        if here is promoted:
            continue
        behind = page.segments[segment.index + 1 : segment.index + 2]
        if behind and _is_credit_line(behind[0]):
            beside.add(segment.index + 1)
        # A credit right behind a caption is of the same picture, whatever box the template gives it.
        follows = bool(group) and segment.index == group[-1].index + 1 and _is_credit_line(segment)
        if group and not follows and (here is not home or segment.index - group[-1].index > 3):
            yield group
            group = []
        group.append(segment)
        home = here
    if group:
        yield group


def _is_open(text: str) -> bool:
    """Whether a line is a sign or a label, whose name comes next."""
    return text in SIGNS or open_label(text) == 0


def _home(around: _Around, segment: Segment, beside: set[int]) -> Box | None:
    """The box that holds a picture's words; None if the segment is none of them."""
    article = around.article
    if (own := around.own.get(segment.index)) is not None:
        return own
    figure = enclosing(segment.box, "figure")
    if not figure and _closes_with_credit(segment, article):
        return segment.box
    if figure is not None and not figure.pictures and around.quotes(figure):
        return None
    called = bool(segment.role & Role.CAPTION) or enclosing(segment.box, "figcaption") is not None
    near = segment.index in beside
    if not _may_be_words(segment, article, figure, called, near) or _is_other(segment, article, figure, near):
        return None
    if _is_teaser(around, segment.box):
        return None
    home = _with_picture(around, segment.box) or figure
    if home is None and segment.role & Role.ASIDE:
        return None  # who said what a fact box or a quotation says
    return home or segment.box.parent


def _may_be_words(segment: Segment, article: Article, figure: Box | None, called: bool, near: bool) -> bool:
    """Whether anything says that a segment is a picture's text: a figure, a name, or its place and form."""
    role, heading, size = segment.role, segment.box.tag in HEADINGS, len(segment.text)
    if figure is not None:
        return called or not (heading or size > 3 * _SHORT)
    if called:
        return segment.box.tag not in ("h1", "h2")
    if role & Role.CREDIT and (role & Role.PICTURE or near or LABEL.match(segment.text)):
        return True
    return near and not heading and size <= _SHORT and _is_spoken_caption(segment, article)


def _is_other(segment: Segment, article: Article, figure: Box | None, near: bool) -> bool:
    """Whether a segment is something else than a picture's text: the story, a byline, a link, a supplier."""
    role, text = segment.role, segment.text
    if segment.index in article.prose and len(text) > 120 and opens_story(text):
        return True
    labelled = LABEL.match(text)
    if labelled and _leads_to_pictures(segment, text[labelled.end() :]):
        return True
    if figure is not None or role & Role.PROFILE:
        return bool(role & Role.PROFILE)
    if any(mark.role & Role.BYLINE for mark in segment.marks) or _is_writers(segment):
        return True
    if labelled and text.startswith(_NO_PICTURE_LABELS):
        return not near
    if role & Role.CREDIT:
        return not near and segment.index > article.last_prose(0)
    return segment.link_share > 0.9 and not labelled


def _is_writers(segment: Segment) -> bool:
    """Whether a line is one of writers, of what they are, or of dates, whatever its box is called."""
    text = segment.text
    if len(text) > _SHORT // 4:
        return False
    if read_byline(text, labelled_only=True) is not None or names_nobody(text):
        return True
    if read_date(text) is None and len(text) > _SHORT // 8:
        return False
    return _CLOCK.search(text) is not None or segment.role & (Role.DATE | Role.BYLINE) > 0


def _closes_with_credit(segment: Segment, article: Article) -> bool:
    """Whether a line is a labelled credit for the pictures above: "Titelbild: Eva Lund/dpa".

    Within the story it must name makers and nothing else.
    """
    text = _SIGN_OFF.sub("", segment.text)
    label = LABEL.match(text)
    if (
        label is None
        or len(text) >= _CREDIT
        or ":" not in label[0]
        or label[0].startswith(_NO_PICTURE_LABELS)
    ):
        return False
    if _leads_to_pictures(segment, text[label.end() :]):
        return False
    ends = segment.index > article.last_prose(0) - 4
    return ends or (segment.index in article.prose and is_maker(text[label.end() :]))


def _leads_to_pictures(segment: Segment, named: str) -> bool:
    """Whether a link with the label of a credit names no maker: "Fotos: Der Hafen im Winter" leads to a gallery.

    One that the template calls no credit has to name makers and nothing else.
    """
    called = bool(segment.role & (Role.CAPTION | Role.CREDIT))
    if segment.link_share == 1 and not called:
        return not is_maker(named)
    return segment.link_share > LINKED and not may_be_maker(named)


def _is_credit_line(segment: Segment) -> bool:
    """A short line that the template calls a credit or that opens with a label."""
    text = segment.text
    return len(text) < 100 and (bool(segment.role & Role.CREDIT) or LABEL.match(text) is not None)


def _is_spoken_caption(segment: Segment, article: Article) -> bool:
    """A line right beside a picture that is in italics, or closes with a labelled credit."""
    text = segment.text
    if text in SIGNS:
        return True
    if segment.emphasis > 0.9 * len(text) and len(text) > 20 and segment.index < article.last_prose(0):
        return True
    in_story = segment.index in article.prose or segment.index in article.decks
    if segment.role & Role.PICTURE and not in_story and text.endswith((".", ")")):
        return True
    if not LABEL.search(text):
        return False
    credit = parse_credit(text, labelled_only=True) or split_caption(text).credit
    return credit is not None and LABEL.match(credit.text) is not None


def _with_picture(around: _Around, box: Box) -> Box | None:
    """The nearest box with a picture in it that holds no prose."""
    at: Box | None = box
    for _ in range(5):
        if at is None or at is around.article.region:
            return None
        if at.pictures:
            return None if at.pictures > 3 or around.holds_long_prose(at) else at
        at = at.parent
    return None


def _image_of(first: int, by_place: dict[int, list[Image]], used: set[int]) -> Image | None:
    """The picture that words belong to: in the same box, else the one right before them, else right after."""
    for at in (first, first - 1, first - 2, first + 1, first + 2):
        for image in by_place.get(at, ()):
            if id(image) not in used:
                used.add(id(image))
                return image
    return None
