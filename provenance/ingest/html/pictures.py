"""The article's own pictures: their captions and credits, whatever the template calls them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from provenance.ingest.credits import LABEL, parse_credit, split_caption
from provenance.ingest.html.article import HEADINGS, Article, opens_story
from provenance.ingest.html.tree import Box, Image, Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.model import Caption, Credit
from provenance.words import alternatives, any_of, every

_ICON = re.compile(any_of(every("pages", "icons")), re.I)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)\b", re.I)
#: Sides below this are signs and portraits beside a name, in CSS pixels.
_LEAST_SIDE = 60
#: Words of the page's machinery under pictures.
_BUTTONS = re.compile(rf"^(?:{alternatives('pages', 'buttons')})$", re.I)
#: What sells something or leads elsewhere stands in figures too.
_PROMOTION = re.compile(
    rf"\b(?:{alternatives('pages', 'promotions')})\b|^(?:{alternatives('pages', 'promotion_starts')})"
)
#: A caption with its credit in brackets behind it.
_BRACKET = re.compile(r"[.!?…\w]\s*\([^()]{3,80}\)\s*$")
_RESERVED = alternatives("credits", "all_rights")
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|{any_of(every('credits', 'copyright'))})\W{{0,3}}(?:\d{{4}}\b|{_RESERVED})|\d{{4}}\b.*(?:{_RESERVED})",
    re.I,
)
_NO_PICTURE_LABELS = tuple(every("credits", "no_picture_labels"))
_MORE = any_of(every("pages", "more"))
_CUT = re.compile(rf"(?:…|\.\.\.|{_MORE})$")
_SIGN_OFF = re.compile(r"^[a-zäöü]{2,4}/\w+\s+")
_SIGNS = ("©", "© ")
#: Longest line that can be a caption when only its place beside a picture says so, in code points.
_SHORT = 320
#: A box with more text than this before its heading is no teaser, in code points.
_LARGEST_TEASER = 1200


@dataclass(slots=True)
class Words:
    """What is printed with a picture: text of its segments on one line, offsets into it."""

    first: int
    indices: list[int]
    text: str = ""
    line: int = 1
    caption: Caption | None = None
    credits: list[Credit] = field(default_factory=list)
    image: Image | None = None


@dataclass(slots=True)
class Pictures:
    """Words in order, and the pictures that have none."""

    words: list[Words] = field(default_factory=list)
    bare: list[Image] = field(default_factory=list)


def find_pictures(page: Page, article: Article) -> Pictures:
    """The pictures of the article with caption and credit; those of teasers and logos are left out."""
    around = _Around(page, article)
    images = [image for image in page.images if _is_own(around, image)]
    _count(page)
    by_place: dict[int, list[Image]] = {}
    for image in images:
        by_place.setdefault(image.at, []).append(image)
    found = Pictures()
    seen: list[str] = []
    used: set[int] = set()
    for group in _groups(around, images):
        if (words := _read(group)) is None:
            continue
        words.image = _image_of(group[0].index, by_place, used)
        if words.caption is not None and _is_repeat(words.caption.text, seen):
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
        self._ends = list(accumulate((len(segment.text) for segment in page.segments), initial=0))
        self._linked = [
            segment.index
            for segment in page.segments
            if segment.box.tag in HEADINGS and segment.link_share > 0.7 and not segment.box.hidden
        ]
        self._long = [index for index in article.prose if len(page.segments[index].text) > _SHORT]
        for places in (self._linked, self._long):
            places.append(len(page.segments))  # behind the last box

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
    leads_away = image.link is not None and not _PICTURE_FILE.search(image.link)
    return image.at <= last and not leads_away


def _count(page: Page) -> None:
    """Tell each box how many pictures stand in it."""
    for image in page.images:
        box: Box | None = image.box
        while box is not None:
            box.pictures += 1
            box = box.parent


def _is_own(around: _Around, image: Image) -> bool:
    article = around.article
    if image.box.hidden or not article.start_of_pictures <= image.at <= article.end_of_pictures:
        return False
    if _ICON.search(f"{image.name} {image.names}") or (image.source.startswith("data:") and not image.alt):
        return False
    if 0 < image.width < _LEAST_SIDE or 0 < image.height < _LEAST_SIDE:
        return False
    return not _is_teaser(around, image.box) and bool(image.source)


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
        if segment.box.hidden or segment.index in article.headline:
            continue
        signed = bool(group) and group[-1].text in _SIGNS and segment.index == group[-1].index + 1
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


def _home(around: _Around, segment: Segment, beside: set[int]) -> Box | None:
    """The box that holds a picture's words; None if the segment is none of them."""
    article = around.article
    role, tag = segment.role, segment.box.tag
    figure = _enclosing(segment.box, "figure")
    caption = role & Role.CAPTION or _enclosing(segment.box, "figcaption") is not None
    near = segment.index in beside
    last = article.last_prose(0)
    if not figure and segment.index > last - 4 and _closes_with_credit(segment.text):
        return segment.box
    if not (caption or figure):
        if role & Role.CREDIT and (role & Role.PICTURE or near or LABEL.match(segment.text)):
            pass
        elif (
            tag in HEADINGS
            or not near
            or len(segment.text) > _SHORT
            or not _is_spoken_caption(segment, article)
        ):
            return None
    elif figure is not None and (tag in HEADINGS or len(segment.text) > 3 * _SHORT) and not caption:
        return None
    if segment.index in article.prose and len(segment.text) > 120 and opens_story(segment.text):
        return None
    if not figure and any(mark.role & Role.BYLINE for mark in segment.marks):
        return None
    if not figure and not near and role & Role.CREDIT and segment.index > last:
        return None  # who supplied the text
    if segment.link_share > 0.9 and not figure and not role & Role.CREDIT:
        return None
    if _is_teaser(around, segment.box):
        return None
    return _with_picture(around, segment.box) or figure or segment.box.parent


def _closes_with_credit(text: str) -> bool:
    """Whether a line is a labelled credit for the pictures above: "Titelbild: Eva Lund/dpa"."""
    label = LABEL.match(_SIGN_OFF.sub("", text))
    return (
        label is not None
        and len(text) < 100
        and ":" in label[0]
        and not label[0].startswith(_NO_PICTURE_LABELS)
    )


def _is_credit_line(segment: Segment) -> bool:
    """A short line that the template calls a credit or that opens with a label."""
    text = segment.text
    return len(text) < 100 and (bool(segment.role & Role.CREDIT) or LABEL.match(text) is not None)


def _is_spoken_caption(segment: Segment, article: Article) -> bool:
    """A line right beside a picture that is in italics, or closes with a labelled credit."""
    text = segment.text
    if text in _SIGNS:
        return True
    if segment.emphasis > 0.9 * len(text) and len(text) > 20:
        return True
    if segment.role & Role.PICTURE and segment.index not in article.prose and text.endswith((".", ")")):
        return True
    if not LABEL.search(text):
        return False
    credit = parse_credit(text, labelled_only=True) or split_caption(text).credit
    return credit is not None and LABEL.match(credit.text) is not None


def _enclosing(box: Box | None, tag: str) -> Box | None:
    for _ in range(6):
        if box is None or box.tag == tag:
            return box
        box = box.parent
    return None


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


# ---------------------------------------------------------------- what they say


def _read(group: list[Segment]) -> Words | None:
    """Caption and credits of a group, with offsets into its text."""
    group = [segment for segment in group if not _BUTTONS.match(segment.text.strip(" :.–-|"))]
    if not group:
        return None
    text = " ".join(segment.text for segment in group)
    words = Words(group[0].index, [segment.index for segment in group], text, group[0].line)
    captions: list[tuple[int, int]] = []
    called = any(segment.role & Role.CAPTION for segment in group)
    end, sign = -1, -1
    for segment in group:
        start = end + 1
        end = start + len(segment.text)
        if sign >= 0:
            # The sign in a box of its own: the next line is the name.
            if (signed := parse_credit(text[sign:end], sign)) is not None:
                words.credits.append(signed)
            sign = -1
        elif segment.text in _SIGNS:
            sign = start
        else:
            # In a figure whose caption is called so, another short line is who made the picture.
            credit = called and not segment.role & Role.CAPTION and len(segment.text) < 100
            _read_segment(words, captions, segment, start, credit)
    words.caption = _whole_caption(words, captions)
    return words


def _whole_caption(words: Words, captions: list[tuple[int, int]]) -> Caption | None:
    """The stretches of a caption up to the first credit between them, without one that says the first again."""
    if not captions:
        return None
    credited = sorted(credit.start for credit in words.credits)
    start, end = captions[0]
    for nearer, further in captions[1:]:
        if _opening(words.text, start, end) == _opening(words.text, nearer, further):
            continue
        at = bisect_left(credited, end)
        if at == len(credited) or credited[at] >= nearer:
            end = further
    return Caption(words.text[start:end], start, end)


def _opening(text: str, start: int, end: int) -> str:
    """How a stretch begins: a second one that begins so says it again, in full or cut short."""
    return " ".join(text[start : min(end, start + 200)].split()).rstrip(" .…")[:80]


def _read_segment(
    words: Words, captions: list[tuple[int, int]], segment: Segment, start: int, credit_line: bool
) -> None:
    text = segment.text
    for mark in segment.marks:
        if mark.start == 0 and mark.link and _BUTTONS.match(text[: mark.end].strip()):
            start, text = start + mark.end, text[mark.end :]
            break
    if len(text) < 120 and _COPYRIGHT.search(text):
        return
    if (
        _says_credit(segment)
        or (credit_line and not text.endswith("."))
        or (len(text) < 120 and LABEL.match(text))
    ):
        credit = parse_credit(text, start)
        if credit is not None:
            words.credits.append(credit)
            return
    parts = split_caption(text, start)
    if parts.credit is not None:
        words.credits.append(parts.credit)
    if parts.caption is not None and any(map(str.isalpha, parts.caption.text)):
        captions.append((parts.caption.start, parts.caption.end))


def _says_credit(segment: Segment) -> bool:
    """Whether the template calls a segment a credit; where it says "caption" too, only a short line is."""
    if segment.role & Role.CAPTION:
        return bool(segment.role & Role.CREDIT) and len(segment.text) < 60 and not segment.text.endswith(".")
    return bool(segment.role & Role.CREDIT) and not _BRACKET.search(segment.text)


def _is_repeat(text: str, seen: list[str]) -> bool:
    """Whether a caption is printed again, in full or cut short with "…"; `seen` is sorted."""
    key = " ".join(re.findall(r"\w+", text.lower()))
    at = bisect_left(seen, key)
    if seen[at : at + 1] == [key]:
        return True
    if _CUT.search(text.rstrip()):
        cut = re.sub(rf" (?:{_MORE})$", "", key)[:60]
        like = bisect_left(seen, cut)
        if like < len(seen) and seen[like].startswith(cut):
            return True
    seen.insert(at, key)
    return False
