"""Where the article was filed from: its dateline, in the text, on a line of its own or beside the writers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.ingest.datelines import SEPARATOR, Dateline, Surroundings, read_dateline, read_place_line
from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import HEADINGS, Article
from provenance.ingest.html.tree import Page, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.ingest.html.writers import Writers

#: Behind the first paragraph a line of its own is a dateline only with what divides one from its story.
_SEPARATED = re.compile(rf"(?:{SEPARATOR})\s*$")
#: A dateline stands at the head of one of so many paragraphs; those before it are leads.
_PARAGRAPHS = 3
#: Shorter ones are lines, in code points.
_PARAGRAPH = 100
#: So many paragraphs bear a place out, and may show that many open with one.
_ENOUGH = 80
_FOLDER = re.compile(r"[^/?#]+")


@dataclass(slots=True)
class Filed:
    """A dateline and the segment that it stands in; `whole` where it is a line of its own."""

    index: int
    dateline: Dateline
    whole: bool


def find_dateline(
    page: Page, article: Article, metadata: PageMetadata, taken: set[int], writers: Writers
) -> Filed | None:
    """The article's dateline: that of its text, else that of the lines above the text."""
    around = _surroundings(page, article, metadata)
    lines: list[Segment] = []
    paragraphs = 0
    for segment in _above(page, article, taken):
        index, text = segment.index, segment.text
        kind = article.prose.get(index)
        if kind == "paragraph" or index in article.decks:
            dateline = read_dateline(text, 0, around)
            opens = not paragraphs and index in article.prose
            if dateline is not None and _heads(page, article, index, dateline, around, opens):
                return Filed(index, dateline, whole=False)
            paragraphs += len(text) > _PARAGRAPH and index in article.prose
            if paragraphs == _PARAGRAPHS:
                break
        if not paragraphs or index in writers.indices or _SEPARATED.search(text):
            lines.append(segment)
    for segment in lines:
        if (dateline := _in_line(segment, article, around, writers)) is not None:
            return Filed(segment.index, dateline, whole=segment.index not in writers.indices)
    return None


def _above(page: Page, article: Article, taken: set[int]) -> Iterator[Segment]:
    """The lines and paragraphs from the headline on."""
    first = article.headline[-1] + 1 if article.headline else article.body.first
    for segment in page.segments[first : article.body.last]:
        if segment.index not in taken and not segment.box.hidden:
            yield segment


def _surroundings(page: Page, article: Article, metadata: PageMetadata) -> Surroundings:
    told = [*article.headline, *article.decks, *list(article.prose)[:_ENOUGH]]
    named = {word.strip().lower() for word in metadata.keywords}
    named |= {folder.lower() for folder in _FOLDER.findall(metadata.address or "")[2:]}
    text = "\n".join(page.segments[index].text for index in told)
    return Surroundings(text, frozenset(named), metadata.outlet or "")


def _is_borne_out(dateline: Dateline, around: Surroundings, opens: bool) -> bool:
    """Capitals are enough where the story opens; in a lead and behind one they may be any label's."""
    return opens or dateline.evidence != "capitals" or all(map(around.bears_out, dateline.places))


def _heads(
    page: Page, article: Article, index: int, dateline: Dateline, around: Surroundings, opens: bool
) -> bool:
    """Whether a dateline is the story's: `opens` where it stands before its first paragraph.

    Capitals are enough there; in a lead and behind one they may be any label's. In talks and in news from many
    places other paragraphs open in the same way, and none of them is a dateline.
    """
    text = page.segments[index].text
    if dateline.end >= len(text):
        return False
    if dateline.evidence in ("agency", "day"):
        return True
    if not opens and not all(map(around.bears_out, dateline.places)):
        return False
    mark = text[len(dateline.text) : dateline.end].strip()
    for other in list(article.prose)[:_ENOUGH]:
        text = page.segments[other].text
        if other == index or (again := read_dateline(text, 0, around)) is None:
            continue
        if again.places and not again.agencies and text[len(again.text) : again.end].strip() == mark:
            return False
    return True


def _in_line(segment: Segment, article: Article, around: Surroundings, writers: Writers) -> Dateline | None:
    """The dateline of a short line; a link leads to a section or a region, and a kicker is one."""
    if segment.link_share > 0.5 and segment.index not in writers.indices:
        return None
    if segment.box.tag in HEADINGS or (segment.role & Role.KICKER and not segment.role & Role.DATE):
        return None
    dateline = read_place_line(segment.text, around, writers.persons)
    if dateline is None:
        return None
    if any(
        mark.link and segment.text[mark.start : mark.end].strip() in dateline.places for mark in segment.marks
    ):
        return None  # a section's or a topic's name
    alone = len(dateline.text) == len(" ".join(dateline.places))
    placed = segment.index in article.prose or segment.role & (Role.DATE | Role.BYLINE)
    return dateline if placed or not alone else None
