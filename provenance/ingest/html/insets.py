"""What templates set into a story and is not the story: teasers, forms, embedding dialogues, other stories, their writer.

Each is known by the words or the control that its box begins with or holds, and ends with that box: the story goes on
behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from provenance.ingest.bylines import read_byline
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import (
    END,
    HEADINGS,
    LEAST,
    Article,
    asks_within,
    is_call,
    is_ending,
    is_wall,
    tag_of,
)
from provenance.ingest.html.tree import Box, Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.words import alternatives

#: A box set into a story has at most this share of its body's text, one with a form or a call so many code points.
_SHARE, _SMALL = 0.3, 600
#: Above a story one is small beside it.
_ABOVE = 0.5
#: What a page says of its offer is no longer, in code points.
_OFFER = 1500
#: Longer lines are no names and no labels, in code points.
_LINE = 120
#: From here on a line that ends like a sentence is one, in code points.
_SENTENCE = 60
#: From here on a paragraph is one of a story rather than a teaser's, in code points.
_PARAGRAPH = 140
#: What a page says of its writer is no longer, in code points.
_PROFILE = 900
#: A line about the writer is one of the last so many segments.
_LAST = 3
_ABOUT = re.compile(rf"(?:{alternatives('pages', 'about_writer')})\W*$", re.I)
_ABOUT_WHOM = re.compile(rf"(?:{alternatives('pages', 'about')})\s+(?P<name>.+)$", re.I)


def find_insets(page: Page, article: Article, metadata: PageMetadata) -> set[int]:
    """The segments of an article's body that stand in boxes set into the story."""
    body, segments = article.body, page.segments
    ends = [0]
    for segment in segments[: body.last]:
        ends.append(ends[-1] + len(segment.text) * (not segment.box.hidden))
    most = _SHARE * (ends[body.last] - ends[body.first])

    def size(box: Box) -> int:
        return ends[box.last] - ends[box.first]

    found: set[int] = set()
    writers = _writers(page, article, metadata)
    controls = _with_controls(page)
    stories: list[Box] = []
    told, walled = False, 0
    for index in range(body.first, body.last):
        segment = segments[index]
        if index in found or index < walled or segment.box.hidden:
            continue
        if len(segment.text) > _SENTENCE and segment.link_share < 0.3 and END.search(segment.text):
            told = told or not is_call(segment.text)
        if len(segment.text) > 2 * _LINE:
            continue
        if is_wall(segment.text):
            walled = max((box.last for box in _around(segment, body) if size(box) <= _OFFER), default=0)
            continue  # what it hides is told apart
        box: Box | None = None
        if told and (opened := _opened(segment, body, lambda box: size(box) <= most)):
            if _is_story(page, segment, opened):
                stories.append(opened)
            elif _is_teaser(page, segment, opened) or (
                size(opened) <= _PROFILE and _is_profile(segment, writers)
            ):
                box = opened
        box = box or _asking(page, segment, body, size, controls)
        if box is not None and (told or size(box) <= _ABOVE * most):
            found.update(range(box.first, box.last))
    if sum(map(size, stories)) <= most:
        for box in stories:
            found.update(range(box.first, box.last))
    return found | _signed(page, article, writers, found)


def _around(segment: Segment, body: Box) -> Iterator[Box]:
    """The boxes around a segment within the body, the smallest first."""
    box: Box | None = segment.box
    while box is not None and box is not body:
        yield box
        box = box.parent


def _opened(segment: Segment, body: Box, fits: Callable[[Box], bool]) -> Box | None:
    """The largest box of several segments that begins with this one, is no more than a part of the body, and fits."""
    best = None
    for box in _around(segment, body):
        if box.first != segment.index or not fits(box):
            break
        if box.last - box.first > 1:
            best = box
    return best


def _is_teaser(page: Page, segment: Segment, box: Box) -> bool:
    """Whether a box begins with what leads to other stories, and tells none of its own."""
    text = segment.text
    if len(text) > _LINE // 2 or not is_ending(text):
        return False
    others = page.segments[segment.index + 1 : box.last]
    long = sum(len(other.text) > _PARAGRAPH and other.link_share < 0.2 for other in others)
    return long == 0 or (long == 1 and any(other.link_share > 0.5 for other in others))


def _is_profile(segment: Segment, writers: set[str]) -> bool:
    """Whether a line says that the writer is told of: "About the author", "Über Eva Lund", her bare name."""
    text = segment.text.strip(" :")
    if len(text) > _LINE // 2:
        return False
    if _ABOUT.match(text) or text.casefold() in writers:
        return True
    about = _ABOUT_WHOM.match(text)
    return about is not None and about["name"].casefold() in writers


def _is_story(page: Page, segment: Segment, box: Box) -> bool:
    """Whether a box begins with a headline and somebody who wrote it: another story, which the template set in."""
    if segment.box.tag not in HEADINGS or len(segment.text) < LEAST:
        return False
    for other in page.segments[segment.index + 1 : min(segment.index + 3, box.last)]:
        byline = read_byline(other.text, labelled_only=True) if len(other.text) < _LINE else None
        if byline is not None and byline.persons and not END.search(other.text):
            return any(len(after.text) > 2 * LEAST for after in page.segments[other.index + 1 : box.last])
    return False


def _asking(
    page: Page, segment: Segment, body: Box, size: Callable[[Box], int], controls: set[int]
) -> Box | None:
    """The small box with a control or a link around a line that asks the reader for something."""
    if not asks_within(segment.text) and not segment.box.asks:
        return None
    best = None
    for around in _around(segment, body):
        if size(around) > _SMALL:
            break
        inside = page.segments[around.first : around.last]
        head = inside[0]
        heads = head is segment or tag_of(head) in HEADINGS or not END.search(head.text) or is_call(head.text)
        if (
            len(inside) > 1
            and heads
            and (id(around) in controls or any(one.link_share > 0.7 for one in inside))
        ):
            best = around
    if best is None or not any(asks_within(one.text) for one in page.segments[best.first : best.last]):
        return None
    return best


def _with_controls(page: Page) -> set[int]:
    """The boxes that hold a control, by their ids."""
    found: set[int] = set()
    for one in page.boxes:
        box: Box | None = one if one.asks else None
        while box is not None and id(box) not in found:
            found.add(id(box))
            box = box.parent
    return found


def _writers(page: Page, article: Article, metadata: PageMetadata) -> set[str]:
    """The names of the writers, in one case, as the metadata and the lines above the story give them."""
    names = {name.casefold() for name in metadata.authors}
    first = article.headline[0] if article.headline else article.body.first
    for segment in page.segments[max(first - 2, 0) : article.body.first + 3]:
        text = segment.text
        if len(text) < _LINE and not segment.box.hidden:
            styled = bool(segment.role & Role.BYLINE)
            byline = read_byline(text, labelled_only=not styled)
            if byline is not None:
                names.update(person.casefold() for person in byline.persons)
    return {name for name in names if " " in name}


def _signed(page: Page, article: Article, writers: set[str], found: set[int]) -> set[int]:
    """The last lines of a body that tell of its writer, whose name they begin with."""
    signed: set[int] = set()
    shown = [
        at
        for at in range(article.body.first, article.body.last)
        if at not in found and not page.segments[at].box.hidden
    ]
    for index in reversed(shown[-_LAST:]):
        text = page.segments[index].text.casefold()
        whose = next((name for name in writers if text.startswith(name)), None)
        if (
            whose is not None
            and len(text) < _PROFILE
            and text[len(whose) : len(whose) + 2].strip(" ,").isalpha()
        ):
            signed.add(index)
    return signed if len(signed) < len(shown) else set()
