"""Which texts belong to a picture, told by the boxes around both and not by their names.

A picture's text is the short text in its smallest box with text. Templates put teasers, leads, portraits and players
into such boxes too, so no sign decides alone: they are weighed against each other.
"""

from __future__ import annotations

import re
from collections import Counter

from provenance.ingest.credits import LABEL, is_maker, may_be_maker, split_caption
from provenance.ingest.dates import read_date
from provenance.ingest.html.parts import HEADINGS, Article
from provenance.ingest.html.tree import Box, Image, Page, Segment
from provenance.ingest.html.vocabulary import Role

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)\b", re.I)
#: A picture's box holds no more segments and text, in code points, than caption and credit have.
_MOST_SEGMENTS = 4
_MOST_TEXT = 600
#: What speaks for a picture's text must outweigh what speaks against it by so much.
_ENOUGH = 3
#: With more of it a link a text leads elsewhere.
LINKED = 0.9
#: Share of the words of the shorter one that text and `alt` must have in common to be about the same.
_SAME = 0.6


def own_boxes(page: Page, article: Article, images: list[Image]) -> dict[int, Box]:
    """Segment → the box that holds it and one picture, for the segments that are the picture's text."""
    found: dict[int, Box] = {}
    boxes = [(image, box) for image in images if (box := _smallest(image, article)) is not None]
    shapes = [_shape(image, box) for image, box in boxes]
    alike, held = Counter(shapes), Counter(id(box) for _, box in boxes)
    for (image, box), shape in zip(boxes, shapes, strict=True):
        segments = page.segments[box.first : box.last]
        if held[id(box)] > 1 or not _may_be(segments, article):
            continue
        if _weight(image, segments, alike[shape]) >= _ENOUGH:
            found.update((segment.index, box) for segment in segments)
    return found


def _smallest(image: Image, article: Article) -> Box | None:
    """The nearest box around a picture that has any text."""
    box: Box | None = image.box
    while box is not None and box.first == box.last:
        box = box.parent
    return box if box is not None and box is not article.region and box is not article.body else None


def _shape(image: Image, box: Box) -> str:
    """The tags from a picture up to its box."""
    tags = []
    at: Box | None = image.box
    while at is not None and at is not box:
        tags.append(at.tag)
        at = at.parent
    return ">".join([*tags, box.tag, str(box.last - box.first)])


def _may_be(segments: list[Segment], article: Article) -> bool:
    """Whether segments are few and short, and none of them is the headline or stands in furniture."""
    if len(segments) > _MOST_SEGMENTS or sum(len(segment.text) for segment in segments) > _MOST_TEXT:
        return False
    return not any(is_hidden(segment.box) or segment.index in article.headline for segment in segments)


def _weight(image: Image, segments: list[Segment], alike: int) -> int:
    """What speaks for a picture's text, less what speaks against it."""
    text = " ".join(segment.text for segment in segments)
    role = 0
    for segment in segments:
        role |= segment.role
    links = sum(segment.links for segment in segments)
    weight = 1  # the smallest box
    weight += 2 * same_words(image.alt, text)
    credited = _has_credit(segments)
    weight += 2 * credited
    weight += bool(role & (Role.CAPTION | Role.CREDIT | Role.PICTURE))
    weight += alike > 1
    weight -= 2 * (links > 0.7 * len(text))
    weight -= 3 * bool(role & (Role.BYLINE | Role.LEAD) and not role & Role.CAPTION)
    weight -= 2 * any(read_date(segment.text) is not None and len(segment.text) < 60 for segment in segments)
    weight -= 2 * (not credited and any(segment.box.tag in HEADINGS for segment in segments))
    weight -= 2 * (not credited and leads_away(image))
    weight -= 3 * any(mark.role & Role.FURNITURE for segment in segments for mark in segment.marks)
    weight -= 2 * any(segment.box.tag in ("blockquote", "li") for segment in segments)
    return weight


def leads_away(image: Image) -> bool:
    """Whether a picture is a link to something else than a larger picture."""
    return image.link is not None and not _PICTURE_FILE.search(image.link)


def _has_credit(segments: list[Segment]) -> bool:
    """Whether a segment is a credit with a label or a known maker, or a caption with one."""
    for segment in segments:
        text = segment.text
        label = LABEL.match(text)
        if label and segment.link_share > LINKED and not may_be_maker(text[label.end() :]):
            continue  # "Fotos: Der Hafen im Winter" leads to a gallery
        if label or is_maker(text, surely=True):
            return True
        credit = split_caption(text).credit
        if credit is not None and (LABEL.match(credit.text) or is_maker(credit.text, surely=True)):
            return True
    return False


def same_words(alt: str, text: str) -> bool:
    """Whether a picture's `alt` and a text are about the same, by their words."""
    one, other = (set(re.findall(r"\w{3,}", words.lower())) for words in (alt, text))
    return min(len(one), len(other)) > 2 and len(one & other) > _SAME * min(len(one), len(other))


def enclosing(box: Box | None, tag: str) -> Box | None:
    """The nearest element of a kind around a box, few levels up, or the box itself."""
    for _ in range(6):
        if box is None or box.tag == tag:
            return box
        box = box.parent
    return None


def is_hidden(box: Box) -> bool:
    """Whether a box is furniture; one inside a figure, and one with a figure and nothing else in it, is the figure's."""
    if not box.hidden:
        return False
    figure = enclosing(box, "figure")
    if figure is None or not figure.pictures:
        return True
    top: Box = figure
    while top.parent is not None and top.parent.hidden:
        top = top.parent
    return figure.hidden and (top.first, top.last) != (figure.first, figure.last)
