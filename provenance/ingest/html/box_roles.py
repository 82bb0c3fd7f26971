"""What the names of boxes say of the text in them: which of them are believed, and down to which segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.ingest.html.vocabulary import Role

if TYPE_CHECKING:
    from provenance.ingest.html.tree import Box, Page

#: A box that says "caption" or "author" speaks for all its text only while it is small, in code points.
_LARGEST = (
    (120, Role.KICKER),
    (200, Role.DATE | Role.SOURCE),
    (280, Role.BYLINE | Role.HEADLINE),
    (400, Role.CREDIT),
    (900, Role.CAPTION | Role.LEAD | Role.PROFILE | Role.ASIDE),
)
_ANY_SIZE = Role.PICTURE | Role.BODY
#: Of these the nearest box's count alone: a date in a byline is a date.
_NEAREST = (
    Role.BYLINE
    | Role.DATE
    | Role.CAPTION
    | Role.CREDIT
    | Role.KICKER
    | Role.LEAD
    | Role.HEADLINE
    | Role.SOURCE
)
#: What a box with the headline in it is not, whatever its name is.
_PARTS = (_NEAREST & ~(Role.HEADLINE | Role.LEAD)) | Role.PICTURE | Role.PROFILE
#: So many figures with headings may be the items of a list, with sentences of so many code points.
_SEVERAL, _LONG = 3, 60


def release_head(box: Box | None) -> None:
    """Take the roles of small parts from the boxes around a page's headline: they are its head, with all that is in it."""
    while box is not None:
        box.role &= ~_PARTS
        if box.tag == "figure":
            box.tag = "section"
        box = box.parent


def _unfigure(page: Page) -> None:
    """Make sections of the figures with headings, where most of a page's sentences stand in their captions.

    A list of ten shows each of its items so; in a story with some pictures such a figure is a picture with a title.
    """
    figures: dict[int, Box] = {}
    for box in page.boxes:
        if box.tag in ("h2", "h3", "h4") and box.last > box.first:
            above = box.parent
            while above is not None and above.tag not in ("figure", "figcaption"):
                above = above.parent
            if above is not None and above.tag == "figure":
                figures[id(above)] = above
    if len(figures) < _SEVERAL:
        return
    told = {at for figure in figures.values() for at in range(figure.first, figure.last)}
    sums = [0, 0]
    for segment in page.segments:
        if len(segment.text) > _LONG and segment.link_share < 0.3:
            sums[segment.index in told] += len(segment.text)
    if sums[1] > sums[0]:
        inside = set(figures)
        for box in page.boxes:
            if id(box) in figures or id(box.parent) in inside:
                inside.add(id(box))
                if box.tag in ("figure", "figcaption", "div"):
                    box.tag, box.role = "section", box.role & ~(_PARTS | Role.CAPTION)


def _uncaption(page: Page) -> None:
    """Take the role of a caption from boxes that hold a figure between paragraphs: what a template calls so is a story."""
    asked: set[int] = set()
    for figure in page.boxes:
        box = figure.parent if figure.tag == "figure" else None
        while box is not None and id(box) not in asked:
            asked.add(id(box))
            if box.role & Role.CAPTION and box.tag != "figcaption":
                own = [
                    segment for segment in page.segments[box.first : box.last] if segment.box.parent is box
                ]
                if sum(segment.box.tag == "p" for segment in own) > 1:
                    box.role &= ~Role.CAPTION
            box = box.parent


def inherit(page: Page) -> None:
    """Give each segment the roles of the boxes around it that are small enough to speak for it."""
    ends = [0]
    for segment in page.segments:
        ends.append(ends[-1] + len(segment.text))
    _unfigure(page)
    _uncaption(page)
    inherited: dict[int, int] = {id(page.root): 0}
    for box in page.boxes[1:]:
        own = box.role
        if own:
            size = ends[box.last] - ends[box.first]
            allowed = _ANY_SIZE
            for largest, kinds in _LARGEST:
                if size <= largest:
                    allowed |= kinds
            own &= allowed
        assert box.parent is not None
        above = inherited[id(box.parent)]
        if own & _NEAREST:
            above &= ~_NEAREST
        inherited[id(box)] = own | above
    for segment in page.segments:
        segment.role = inherited[id(segment.box)]
        for mark in segment.marks:
            # An inline element around the whole run speaks for it like a box.
            if mark.role and mark.end - mark.start > 0.9 * len(segment.text):
                segment.role |= mark.role
