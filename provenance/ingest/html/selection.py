"""Which segments of an article's body are its story."""

from __future__ import annotations

from provenance.glyphs import DOUBLE_CLOSING
from provenance.ingest.bylines import read_byline
from provenance.ingest.credits import LABEL
from provenance.ingest.dates import is_date_line
from provenance.ingest.html.insets import find_insets
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import (
    END,
    HEADINGS,
    LABELS,
    LEAST,
    Article,
    in_figure,
    is_call,
    is_ending,
    is_software,
    is_wall,
    opens_story,
    tag_of,
)
from provenance.ingest.html.published import is_line_of_days
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.ingest.pull_quotes import is_pulled, words_of
from provenance.model import BlockKind

#: A longer line is more than a date, in code points.
_DATE_LINE = 60
#: A maker of pictures in brackets that is a line of its own is no longer, in code points.
_CREDIT = 100
#: Shorter lines are buttons, in code points.
_SHORTEST_HEADING = 8
#: From here on a paragraph is one of a story rather than a teaser's, and a line that ends like a sentence one.
_TEASER, _SENTENCE = 140, 60
#: So many sentences behind links are the rest of a story, within so many segments.
_SEVERAL, _AHEAD = 3, 60
#: A longer text is no cell of a table of figures, in code points.
_CELL = 120
#: Longer text is no standfirst, in code points.
_LONGEST_DECK = 700
#: What a page says of its offer is no longer, in code points.
_OFFER = 1500


def select(page: Page, article: Article, metadata: PageMetadata) -> None:
    """Which segments are the story: the body's, with the lead between headline and body."""
    segments = page.segments
    begin = article.headline[-1] + 1 if article.headline else article.body.first
    insets = find_insets(page, article, metadata)
    said = {" ".join(segments[at].text for at in article.headline)}
    ended = False
    for index in range(begin, article.body.last):
        segment = segments[index]
        if index in article.headline or index in insets or segment.box.hidden:
            continue
        if index < article.body.first:
            if segment.text not in said and _is_deck(segment, article):
                article.decks.append(index)
                said.add(segment.text)
            continue
        if segment.text in said:
            continue
        kind = _kind(segment)
        if kind is None:
            ended = ended or _heads_end(segment)
            continue
        if article.prose and kind != "blockquote" and is_wall(segment.text):
            set_in = segment.box.parent is not segments[article.last_prose(index)].box.parent
            if _goes_on(page, article, index + 1) or (set_in and _resumes(page, article, index + 1)):
                continue
            article.walled = True
            break
        if _ends_story(segment, kind):
            ended = True
            continue
        if ended:
            if kind != "paragraph" or segment.link_share >= 0.2:
                continue
            if len(segment.text) <= _TEASER and not _resumes(page, article, index):
                continue
            ended = False
        article.prose[index] = kind
    while article.prose and article.prose[article.last_prose(0)] == "subheading":
        del article.prose[article.last_prose(0)]  # what it headed was not the story
    article.left_out = _figures(page, article) | _pulled(page, article)


def _resumes(page: Page, article: Article, begin: int) -> bool:
    """Whether the story goes on behind links that were set into it: several sentences beside its last one."""
    beside = page.segments[article.last_prose(begin)].box.parent
    found = 0
    for segment in page.segments[begin : min(begin + _AHEAD, article.body.last)]:
        if segment.box.tag in HEADINGS and segment.link_share > 0.5:
            break
        if segment.box.parent is beside and segment.box.tag == "p" and segment.link_share < 0.2:
            found += len(segment.text) > _SENTENCE and END.search(segment.text) is not None
            if found == _SEVERAL:
                return True
    return False


def _goes_on(page: Page, article: Article, begin: int) -> bool:
    """Whether a story goes on behind a wall, which the page then only shows to some: with more than an offer would say."""
    behind = 0
    for segment in page.segments[begin : article.body.last]:
        if not segment.box.hidden and _kind(segment) == "paragraph" and not is_wall(segment.text):
            behind += len(segment.text) * (segment.link_share < 0.3)
            if behind > _OFFER:
                return True
    return False


def _figures(page: Page, article: Article) -> set[int]:
    """The cells of the story's tables that are mostly figures: a calendar, a list of results. They would stand without them.

    Templates of another time lay whole pages out in tables; a table with a long paragraph is none of figures.
    """
    found: set[int] = set()
    for box in page.boxes:
        if box.tag == "table" and article.body.first <= box.first < box.last <= article.body.last:
            cells = range(box.first, box.last)
            texts = [page.segments[at].text for at in cells]
            bare = sum(not any(map(str.isalpha, text)) for text in texts)
            if 2 * bare >= len(texts) and max(map(len, texts)) <= _CELL:
                found.update(at for at in cells if at in article.prose)
    return found


def _pulled(page: Page, article: Article) -> set[int]:
    """The quotations that are set off beside the paragraph that they are taken from."""
    prose = {
        index: page.segments[index]
        for index, kind in article.prose.items()
        if kind in ("paragraph", "blockquote")
    }
    set_off = [
        index
        for index, segment in prose.items()
        if article.prose[index] == "blockquote" or segment.role & Role.ASIDE
    ]
    if not set_off:
        return set()
    apart = set(set_off)
    told = words_of(segment.text for index, segment in prose.items() if index not in apart)
    return {index for index in set_off if is_pulled(prose[index].text, told)}


def _ends_story(segment: Segment, kind: BlockKind) -> bool:
    """Whether a heading, or a line that serves as one, opens what is no longer the story."""
    bare = segment.text.rstrip("…").removesuffix("...")
    short = len(segment.text) < 60 and not bare.endswith((".", "!", *DOUBLE_CLOSING))
    return (kind == "subheading" or (short and kind == "paragraph")) and is_ending(segment.text)


def _heads_end(segment: Segment) -> bool:
    """Whether a line too short for a paragraph heads what is no longer the story: "More Great Stories"."""
    text = segment.text
    if (
        len(text) < _SHORTEST_HEADING
        or len(text) > LEAST
        or segment.role & LABELS
        or segment.link_share > 0.3
    ):
        return False
    return is_ending(text) and not in_figure(segment.box)


def _is_deck(segment: Segment, article: Article) -> bool:
    """Prose between headline and body that sums the story up: no byline, no credit, no call to do something."""
    text = segment.text
    if segment.role & LABELS or not segment.box.within(article.region) or in_figure(segment.box):
        return False
    if not 40 < len(text) < _LONGEST_DECK or segment.link_share >= 0.3 or is_call(text):
        return False
    return read_byline(text, labelled_only=True) is None and LABEL.search(text) is None


def _kind(segment: Segment) -> BlockKind | None:
    """What a segment of the body is; None for labels, link lists and the like."""
    if segment.role & LABELS or in_figure(segment.box):
        return "paragraph" if len(segment.text) > 120 and opens_story(segment.text) else None
    text, size = segment.text, len(segment.text)
    if not any(map(str.isalpha, text)) or is_software(text):
        return None
    share = segment.link_share
    tag = tag_of(segment)
    if tag in HEADINGS:
        return "subheading" if size < 250 and share < 0.6 else None
    if tag in ("li", "dd", "dt"):
        return "list_item" if share < (0.8 if size > 80 else 0.6) and size > 12 else None
    if tag == "blockquote":
        return "blockquote"
    if share > 0.7 and size < 200:
        return None
    if is_ending(text) and (60 <= size < 90 or share > 0.3):
        return None
    if is_call(text):
        return None
    if (size < _DATE_LINE and is_date_line(text)) or is_line_of_days(text):
        return None
    if size < _CREDIT and text[0] in "([" and LABEL.match(text, 1):
        return None
    if tag in ("p", "td", "pre"):
        return "paragraph" if size > 1 else None
    return "paragraph" if size > LEAST or END.search(text) else None
