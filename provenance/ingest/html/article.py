"""The main article of a page: its headline, and which segments are its body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.glyphs import DOUBLE_CLOSING, SINGLE_CLOSING, STOPS, one_of
from provenance.ingest.bylines import read_byline
from provenance.ingest.credits import LABEL
from provenance.ingest.datelines import read_dateline
from provenance.ingest.dates import is_date_line
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.tree import Box, Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.ingest.pull_quotes import is_pulled, words_of
from provenance.model import BlockKind
from provenance.words import alternatives

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Roles of text that is about the story or its pictures, but not the story.
_LABELS = Role.CAPTION | Role.CREDIT | Role.BYLINE | Role.DATE
_FURNITURE = Role.FURNITURE | Role.PROFILE | Role.CONSENT
#: Shorter runs are labels and buttons, in code points.
LEAST = 25
#: What text in several boxes is worth against the same text in one; between 0.7 and 0.85 hand-marked pages
#: give the same bodies, below it stories in sections fall apart, above it teasers come in.
_DECAY = 0.78
#: A page calls itself by a few titles; each is compared with each heading.
_MOST_TITLES = 20
_NUMBER = re.compile(r"\d+")
_END = re.compile(
    rf"{one_of(STOPS, ':;')}{one_of(DOUBLE_CLOSING, SINGLE_CLOSING, ')]')}*\s*$|{one_of(DOUBLE_CLOSING)}$"
)
#: A box of consent that holds more of a page's prose is the page, which was given the dialogue's name.
_DIALOGUE = 0.9
#: A longer line is more than a date, in code points.
_DATE_LINE = 60
#: Shorter lines are buttons, in code points.
_SHORTEST_HEADING = 8
#: A longer text is no cell of a table of figures, in code points.
_CELL = 120
#: Longer text is no standfirst, in code points.
_LONGEST_DECK = 700
#: What asks the reader to do something for the site.
_CALL = re.compile(rf"\W*(?:{alternatives('pages', 'calls')})", re.I)
#: What asks for money or a login before the rest of a story, in paragraphs of so many code points.
_WALLS = re.compile(rf"\W*(?:{alternatives('pages', 'walls')})", re.I)
_WALL = 600
#: What a page says of its offer is no longer, in code points.
_OFFER = 1500
#: Headings that open what other pages want from the reader.
_ENDING = re.compile(rf"(?:{alternatives('pages', 'endings')})", re.I)


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


def find_article(page: Page, metadata: PageMetadata) -> Article:
    """The article that fills the page, furniture left out."""
    weights = _weights(page)
    _mark_furniture(page, weights, metadata)
    body = _settle(page, _body(page, weights), weights)
    headline = _headline(page, body, metadata)
    region = body
    if headline:
        region = _common(page.segments[headline[0]].box, body)
    article = Article(body, region, headline)
    _select(page, article)
    total = sum(weights)
    article.share = sum(weights[index] for index in article.prose) / total if total else 0.0
    _reach(page, article)
    return article


def furnished(box: Box | None) -> bool:
    """Whether a box, or one around it, is furniture."""
    return box is not None and box.hidden


def _weights(page: Page) -> list[float]:
    """How much each segment looks like a sentence of a story."""
    return [_weight(segment) for segment in page.segments]


def _weight(segment: Segment) -> float:
    size = len(segment.text)
    if size < LEAST or segment.box.tag in HEADINGS or segment.role & _LABELS:
        return 0.0
    share = segment.links / size
    if share > 0.5:
        return 0.0
    weight = min(size, 1000) * (1 - share)
    if not _END.search(segment.text):
        weight *= 0.4
    tag = _tag(segment)
    if tag == "li":
        return weight * 0.15  # lists of teasers look like prose, lists in a story stand beside paragraphs
    return weight if tag in ("p", "blockquote") else weight * 0.7


def _mark_furniture(page: Page, weights: list[float], metadata: PageMetadata) -> None:
    """Set `hidden` on all boxes of the site's own; a name is overruled where most of the text stands.

    Templates call whole articles "paywall" or "has-sidebar": what holds two fifths of a page's prose is
    no furniture, nor what holds the headline.
    """
    sums = [0.0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    most = 0.4 * sums[-1]
    titles = _titles(page, metadata)
    series = _series(page, sums)
    for box in page.boxes[1:]:
        parent = box.parent
        assert parent is not None
        if parent.hidden:
            # An embedded post is quoted by the story, whatever the template calls the frame around it.
            box.hidden = not (
                box.tag == "blockquote" and page.size(box) > LEAST and not box.role & Role.COMMENTS
            )
            continue
        prose = sums[box.last] - sums[box.first]
        role = box.role
        if box.tag in ("html", "body", "main"):
            box.hidden = False
        elif any(box.first <= title < box.last for title in titles) and not box.hidden:
            continue
        elif role & Role.COMMENTS or (role & Role.CONSENT and prose < _DIALOGUE * sums[-1]):
            box.hidden = True
        elif box.hidden or role & _FURNITURE or (box.tag == "footer" and not _in_figure(box)):
            box.hidden = max(prose, series.get(_serial(box), 0.0)) < most or not most
        elif box.tag == "aside":
            box.hidden = prose < 0.25 * sums[-1] and not _own_aside(page, box)


def _series(page: Page, sums: list[float]) -> dict[str, float]:
    """How much prose the boxes of one name have together, numbers aside: the sections of a story may be "toc-1", "toc-2"."""
    found: dict[str, float] = {}
    for box in page.boxes:
        key = _serial(box)
        if key and (box.parent is None or _serial(box.parent) != key):
            found[key] = found.get(key, 0.0) + sums[box.last] - sums[box.first]
    return found


def _serial(box: Box) -> str:
    """The name of a box without its number, if it stands in what is called an article or its text; "" for any other."""
    if not box.names or not any(map(str.isdigit, box.names)):
        return ""
    above = box.parent
    while above is not None and above.tag != "article" and not above.role & Role.BODY:
        above = above.parent
    return _NUMBER.sub("", box.names) if above is not None else ""


def _titles(page: Page, metadata: PageMetadata) -> list[int]:
    """The first segments of the headings that say what the page's title says."""
    wanted = _wanted(metadata)
    found = []
    for box in page.boxes:
        if box.tag in ("h1", "h2") and box.last > box.first:
            words = _words(" ".join(segment.text for segment in page.segments[box.first : box.last]))
            if len(words) > 2 and any(_likeness(words, title) > 0.7 for title in wanted):
                found.append(box.first)
    return found[:2]


def _own_aside(page: Page, box: Box) -> bool:
    """An aside that belongs to the story: a picture with its words, or a quotation."""
    return page.size(box) < 400 and any(
        segment.role & (Role.CAPTION | Role.PICTURE) for segment in page.segments[box.first : box.last]
    )


def _body(page: Page, weights: list[float]) -> Box:
    """The box whose descendants' sentences weigh most, each level of nesting costing a little.

    After the Readability heuristic (Arc90, 2009), but over all levels: a story cut into sections is held
    together, and of several articles in a row only the weightiest counts for the box around them.
    """
    for segment, weight in zip(page.segments, weights, strict=True):
        if not segment.box.hidden:
            segment.box.score += weight
    heaviest: dict[int, float] = {}
    articles: dict[int, float] = {}
    best, most = page.root, 0.0
    for box in reversed(page.boxes):
        key = id(box)
        box.score += articles.get(key, 0.0)
        top = heaviest.get(key, 0.0)
        # A mere wrapper costs nothing; what holds text of two boxes does.
        box.score = box.score * _DECAY if box.score > 1.02 * top else top * 0.999
        score = box.score * (1.15 if box.role & Role.BODY else 1.05 if box.tag == "article" else 1.0)
        if score > most and not box.hidden:
            best, most = box, score
        if box.parent is None or box.hidden:
            continue
        above = id(box.parent)
        heaviest[above] = max(heaviest.get(above, 0.0), box.score)
        if box.tag == "article":
            articles[above] = max(articles.get(above, 0.0), box.score)
        else:
            box.parent.score += box.score
    return best


def _settle(page: Page, best: Box, weights: list[float]) -> Box:
    """Down through wrappers that add no sentence, then up as long as what comes in is almost only sentences."""
    sums, sizes = [0.0], [0]
    for segment, weight in zip(page.segments, weights, strict=True):
        shown = not segment.box.hidden
        sums.append(sums[-1] + weight * shown)
        sizes.append(sizes[-1] + len(segment.text) * shown)

    def prose(box: Box) -> float:
        return sums[box.last] - sums[box.first]

    def size(box: Box) -> int:
        return sizes[box.last] - sizes[box.first]

    for box in page.boxes:
        if box.parent is best and prose(box) > 0.985 * prose(best):
            best = box
    box, body = best, best
    while box.parent is not None and box.tag not in ("article", "main"):
        box = box.parent
        more, longer = prose(box) - prose(body), size(box) - size(body)
        if longer and more < 0.6 * longer:
            break
        if more > 100:
            body = box
    return body


def _common(a: Box, b: Box) -> Box:
    box = a
    while box.parent is not None and not b.within(box):
        box = box.parent
    return box


# ---------------------------------------------------------------- headline


def _headline(page: Page, body: Box, metadata: PageMetadata) -> list[int]:
    """The segments of the heading that says what the page's title says and stands nearest before the body."""
    best: list[int] = []
    most = 0.0
    wanted = _wanted(metadata)
    for box in page.boxes:
        if not (box.tag in HEADINGS or box.role & Role.HEADLINE) or box.first >= body.last:
            continue
        if box.last - box.first > 4 or box.last == box.first:
            continue
        text = " ".join(segment.text for segment in page.segments[box.first : box.last])
        if not 4 < len(text) < 350:
            continue
        said = _words(text)
        likeness = max((_likeness(said, words) for words in wanted), default=0.0)
        score = likeness * 3 + (1.0 if box.tag == "h1" else 0.3 if box.tag == "h2" else 0.0)
        score += 0.4 * bool(box.role & Role.HEADLINE) - 1.5 * box.hidden
        score -= 0.5 * (box.first > body.first + 6)
        if score > most and (
            likeness > 0.3 or (box.tag == "h1" and not box.hidden and len(text.split()) > 2)
        ):
            best, most = list(range(box.first, box.last)), score
    return best


def _wanted(metadata: PageMetadata) -> list[set[str]]:
    """The words of the titles that a page gives itself."""
    return [_words(title) for title in list(dict.fromkeys(metadata.titles))[:_MOST_TITLES]]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _likeness(text: set[str], title: set[str]) -> float:
    """How far a heading and a title say the same; a title may have the outlet's name at its end."""
    if not text or not title:
        return 0.0
    common = len(text & title)
    return min(common / len(text), common / min(len(title), max(len(text), 4)))


# ---------------------------------------------------------------- body


def _select(page: Page, article: Article) -> None:
    """Which segments are the story: the body's, with the lead between headline and body."""
    segments = page.segments
    begin = article.headline[-1] + 1 if article.headline else article.body.first
    ended = False
    for index in range(begin, article.body.last):
        segment = segments[index]
        if index in article.headline or segment.box.hidden:
            continue
        if index < article.body.first:
            said = {segments[deck].text for deck in article.decks}
            if segment.text not in said and _is_deck(segment, article):
                article.decks.append(index)
            continue
        kind = _kind(segment)
        if kind is None:
            ended = ended or _heads_end(segment)
            continue
        if article.prose and kind == "paragraph" and _is_wall(segment.text):
            if _goes_on(page, article, index + 1):
                continue
            article.walled = True
            break
        if _ends_story(segment, kind):
            ended = True
            continue
        if ended:
            if kind == "paragraph" and len(segment.text) > 140 and segment.link_share < 0.2:
                ended = False
            else:
                continue
        article.prose[index] = kind
    article.left_out = _figures(page, article) | _pulled(page, article)


def _is_wall(text: str) -> bool:
    return len(text) < _WALL and _WALLS.match(text) is not None


def _goes_on(page: Page, article: Article, begin: int) -> bool:
    """Whether a story goes on behind a wall, which the page then only shows to some: with more than an offer would say."""
    behind = 0
    for segment in page.segments[begin : article.body.last]:
        if not segment.box.hidden and _kind(segment) == "paragraph" and not _is_wall(segment.text):
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
    return (kind == "subheading" or (short and kind == "paragraph")) and _ENDING.match(
        segment.text
    ) is not None


def _heads_end(segment: Segment) -> bool:
    """Whether a line too short for a paragraph heads what is no longer the story: "More Great Stories"."""
    text = segment.text
    if (
        len(text) < _SHORTEST_HEADING
        or len(text) > LEAST
        or segment.role & _LABELS
        or segment.link_share > 0.3
    ):
        return False
    return _ENDING.match(text) is not None and not _in_figure(segment.box)


def _reach(page: Page, article: Article) -> None:
    """How far before the headline and behind the body the article's pictures stand.

    A region that is little more than the body is the article itself; in a larger one other stories lie near.
    """
    segments = page.segments
    first = article.headline[0] if article.headline else article.body.first
    last = article.last_prose(article.body.first) + 1
    near = article.region.tag in ("article", "main") or article.region.last - article.body.last < 12
    article.start_of_pictures = max(article.region.first, first - 12)
    if article.start_of_pictures == article.region.first:
        # A picture's words may stand right above the box that begins with the headline.
        while article.start_of_pictures > max(first - 4, 0) and _is_of_picture(
            segments[article.start_of_pictures - 1]
        ):
            article.start_of_pictures -= 1
    article.end_of_pictures = min(article.region.last, last + 12) if near else max(last, article.body.last)
    article.end_of_pictures = min(article.end_of_pictures, len(segments))


def _is_of_picture(segment: Segment) -> bool:
    labelled = segment.role & (Role.CAPTION | Role.CREDIT) and segment.role & Role.PICTURE
    return bool(labelled) and not segment.box.hidden


def _is_deck(segment: Segment, article: Article) -> bool:
    """Prose between headline and body that sums the story up: no byline, no credit, no call to do something."""
    text = segment.text
    if segment.role & _LABELS or not segment.box.within(article.region) or _in_figure(segment.box):
        return False
    if not 40 < len(text) < _LONGEST_DECK or segment.link_share >= 0.3 or _CALL.match(text):
        return False
    return read_byline(text, labelled_only=True) is None and LABEL.search(text) is None


def _kind(segment: Segment) -> BlockKind | None:
    """What a segment of the body is; None for labels, link lists and the like."""
    if segment.role & _LABELS or _in_figure(segment.box):
        return "paragraph" if len(segment.text) > 120 and opens_story(segment.text) else None
    text, size = segment.text, len(segment.text)
    if not any(map(str.isalpha, text)):
        return None
    share = segment.link_share
    tag = _tag(segment)
    if tag in HEADINGS:
        return "subheading" if size < 250 and share < 0.6 else None
    if tag in ("li", "dd", "dt"):
        return "list_item" if share < (0.8 if size > 80 else 0.6) and size > 12 else None
    if tag == "blockquote":
        return "blockquote"
    if share > 0.7 and size < 200:
        return None
    if _ENDING.match(text) and (60 <= size < 90 or share > 0.3):
        return None
    if size < 300 and _CALL.match(text):
        return None
    if size < _DATE_LINE and is_date_line(text):
        return None
    if tag in ("p", "td", "pre"):
        return "paragraph" if size > 1 else None
    return "paragraph" if size > LEAST or _END.search(text) else None


def opens_story(text: str) -> bool:
    """Whether a text begins with a dateline, and so is the story wherever the template puts it."""
    dateline = read_dateline(text[:200])
    return dateline is not None and bool(dateline.places)


def _in_figure(box: Box | None) -> bool:
    for _ in range(6):
        if box is None:
            return False
        if box.tag == "figure":
            return True
        box = box.parent
    return False


def _tag(segment: Segment) -> str:
    """The tag that says what a segment is: its own, or that of the list, quotation or heading around it."""
    box: Box | None = segment.box
    depth = 0
    while box is not None and depth < 4:
        if box.tag in HEADINGS or box.tag in ("li", "blockquote", "dd", "dt"):
            return box.tag
        box, depth = box.parent, depth + 1
    return segment.box.tag
