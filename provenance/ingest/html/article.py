"""The main article of a page: its headline, and the box that is its body."""

from __future__ import annotations

import re

from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import END, HEADINGS, LABELS, LEAST, Article, in_figure, is_software, tag_of
from provenance.ingest.html.selection import select
from provenance.ingest.html.tree import Box, Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.words import alternatives

_FURNITURE = Role.FURNITURE | Role.PROFILE | Role.CONSENT
#: What text in several boxes is worth against the same text in one; between 0.7 and 0.85 hand-marked pages
#: give the same bodies, below it stories in sections fall apart, above it teasers come in.
_DECAY = 0.78
#: A page calls itself by a few titles; each is compared with each heading.
_MOST_TITLES = 20
_NUMBER = re.compile(r"\d+")
#: So many headings in a row that lead elsewhere, each so few segments behind the last, are a list of teasers; what a
#: character of their text is worth.
_TEASERS, _TEASER, _OTHERS = 3, 4, 0.05
#: What stands over readers' comments, and nothing else.
_COMMENTS = re.compile(
    rf"\W*(?:\d+\s+)?(?:{alternatives('pages', 'comment_heads')})(?:\s*\(?\d+\)?)?\W*", re.I
)
#: A box of consent that holds more of a page's prose is the page, which was given the dialogue's name.
_DIALOGUE = 0.9


def find_article(page: Page, metadata: PageMetadata) -> Article:
    """The article that fills the page, furniture left out."""
    weights = _weights(page)
    titles = _titles(page, metadata)
    _mark_furniture(page, weights, titles)
    told = _without_teasers(page, weights)
    body = _settle(page, _body(page, told, parts=_entries(page, titles)), told)
    headline = _headline(page, body, metadata)
    region = body
    if headline:
        region = _common(page.segments[headline[0]].box, body)
    article = Article(body, region, headline)
    select(page, article, metadata)
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


def _without_teasers(page: Page, weights: list[float]) -> list[float]:
    """The weights with those of other stories' teasers lowered: what stands between headings that lead elsewhere."""
    weights = list(weights)
    run: list[int] = []
    for segment in page.segments:
        if segment.link_share > 0.7 and tag_of(segment) in HEADINGS:
            run = (
                [*run[-_TEASERS:], segment.index]
                if run and segment.index - run[-1] <= _TEASER
                else [segment.index]
            )
            if len(run) >= _TEASERS:
                for at in range(run[0], min(segment.index + _TEASER, len(weights))):
                    weights[at] = min(weights[at], _OTHERS * len(page.segments[at].text))
    return weights


def _weight(segment: Segment) -> float:
    size = len(segment.text)
    if size < LEAST or segment.box.tag in HEADINGS or segment.role & LABELS:
        return 0.0
    share = segment.links / size
    if share > 0.5 or is_software(segment.text):
        return 0.0
    weight = min(size, 1000) * (1 - share)
    if not END.search(segment.text):
        weight *= 0.4
    tag = tag_of(segment)
    if tag == "li":
        return weight * 0.15  # lists of teasers look like prose, lists in a story stand beside paragraphs
    return weight if tag in ("p", "blockquote") else weight * 0.7


def _mark_furniture(page: Page, weights: list[float], titles: list[int]) -> None:
    """Set `hidden` on all boxes of the site's own; a name is overruled where most of the text stands.

    Templates call whole articles "paywall" or "has-sidebar": what holds two fifths of a page's prose is
    no furniture, nor what holds the headline.
    """
    sums = [0.0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    most = 0.4 * sums[-1]
    series = _series(page, sums)
    _mark_others(page, titles)
    _mark_comments(page, titles)
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
        elif box.other or (any(box.first <= title < box.last for title in titles) and not box.hidden):
            continue
        elif role & Role.COMMENTS or (role & Role.CONSENT and prose < _DIALOGUE * sums[-1]):
            box.hidden = True
        elif box.hidden or role & _FURNITURE or (box.tag == "footer" and not in_figure(box)):
            box.hidden = max(prose, series.get(_serial(box), 0.0)) < most or not most
        elif box.tag == "aside":
            box.hidden = prose < 0.25 * sums[-1] and not _own_aside(page, box)


def _mark_others(page: Page, titles: list[int]) -> None:
    """Hide the articles with a headline of their own on the page of another one, which was loaded before them."""
    articles = [box for box in page.boxes if box.tag == "article"]
    if any(box.first <= title < box.last for box in articles for title in titles):
        for box in page.boxes:
            above = box.parent
            if box.tag != "h1" or box.first in titles or box.last == box.first:
                continue
            while above is not None and above.tag != "article":
                above = above.parent
            if above is not None and not any(above.first <= title < above.last for title in titles):
                above.hidden = above.other = True


def _mark_comments(page: Page, titles: list[int]) -> None:
    """Give the boxes that begin with a heading over comments their role, whatever the template calls them."""
    for box in page.boxes:
        if box.tag not in HEADINGS or box.last - box.first != 1 or box.parent is None:
            continue
        if _COMMENTS.fullmatch(page.segments[box.first].text) is None:
            continue
        around = box.parent
        while around.first == box.first and around.last == box.last and around.parent is not None:
            around = around.parent
        if around.first == box.first and not any(around.first <= title < around.last for title in titles):
            around.role |= Role.COMMENTS


def _entries(page: Page, titles: list[int]) -> bool:
    """Whether a page's articles are the parts of one: their headings lead nowhere, and the page's headline is in none."""
    found = 0
    for box in page.boxes:
        if box.tag != "article" or box.hidden or box.last == box.first:
            continue
        if any(box.first <= title < box.last for title in titles):
            return False
        heads = [one for one in page.segments[box.first : box.last] if one.box.tag in HEADINGS]
        if any(head.link_share > 0.5 for head in heads) or page.segments[box.first].box.hidden:
            return False
        found += 1
    return found > 2 and bool(titles)


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


def _body(page: Page, weights: list[float], *, parts: bool) -> Box:
    """The box whose descendants' sentences weigh most, each level of nesting costing a little.

    After the Readability heuristic (Arc90, 2009), but over all levels: a story cut into sections is held
    together, and of several articles in a row only the weightiest counts for the box around them, unless they are
    `parts` of one.
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
        if box.tag == "article" and not parts:
            articles[above] = max(articles.get(above, 0.0), box.score)
        else:
            box.parent.score += box.score
    return best


def _settle(page: Page, best: Box, weights: list[float]) -> Box:
    """Down through wrappers that add no sentence, then up as long as what comes in is almost only sentences.

    Lists count as much as sentences here: the items of a recipe, of advice, of a programme lead nowhere. A single
    paragraph is no story, so what its box holds else need only lead nowhere.
    """
    sums, sizes, bare, plain = [0.0], [0], [0], [0]
    for segment, weight in zip(page.segments, weights, strict=True):
        shown = not segment.box.hidden
        size = len(segment.text)
        tag = tag_of(segment)
        if tag == "li" and segment.link_share < 0.1 and not segment.role & LABELS:
            weight = 0.7 * size
        sums.append(sums[-1] + weight * shown)
        sizes.append(sizes[-1] + size * shown)
        shown = shown and tag not in HEADINGS and not segment.role & LABELS
        bare.append(bare[-1] + size * shown)
        plain.append(plain[-1] + size * (shown and segment.link_share < 0.3))

    def within(sums: list[float] | list[int], box: Box) -> float:
        return sums[box.last] - sums[box.first]

    for box in page.boxes:
        if box.parent is best and within(sums, box) > 0.985 * within(sums, best):
            best = box
    box, body = best, best
    while box.parent is not None and box.tag not in ("article", "main"):
        box = box.parent
        more, longer = within(sums, box) - within(sums, body), within(sizes, box) - within(sizes, body)
        single = body.last - body.first == 1 and box.tag != "body"
        if single and within(plain, box) - within(plain, body) > 0.6 * (
            within(bare, box) - within(bare, body)
        ):
            body = box
            continue
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


# ---------------------------------------------------------------- reach


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
