"""Whose page it is, where its head does not say so: what its title has besides the headline, or what its foot signs."""

from __future__ import annotations

import re

from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import Article
from provenance.ingest.html.tree import Page
from provenance.words import any_of, every

#: What divides a page's title from its outlet.
_BETWEEN = re.compile(r"\s*[|·•]+\s*|\s+[-–—:]+\s+|:\s+")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
#: Longer names are titles, in code points and words.
_LONGEST, _MOST_WORDS = 40, 5
_SIGNED = re.compile(
    rf"(?:(?:©|\(c\)|{any_of(every('credits', 'copyright'))})\s*)+(?:\d{{4}}(?:\s?[-–/]\s?\d{{2,4}})?,?\s+)?"
    rf"(?:{any_of(every('bylines', 'by'))}\s+)?(?P<who>[^.,;|\d]{{3,{_LONGEST}}})(?=[.,;|]|$|\s+\d)",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: A longer line is no signature, in code points.
_LINE = 200


def outlet_at(page: Page, article: Article, metadata: PageMetadata) -> str | None:
    """The outlet as the page's title, its foot or its notice of copyright names it; None if nothing does."""
    said = " ".join(page.segments[index].text for index in article.headline)
    for title in metadata.titles:
        parts = _BETWEEN.split(title)
        if _HOST.fullmatch(parts[-1]):
            return parts[-1]
        if len(parts) == 2 and said and parts[0] != parts[1] and said in parts:
            name = parts[parts[0] == said]
            if _is_name(name):
                return name
    behind = page.segments[article.last_prose(article.body.last - 1) + 1 :]
    lines = [segment.text for segment in reversed(behind) if len(segment.text) <= _LINE]
    for line in [metadata.copyright or "", *lines]:
        signed = _SIGNED.search(line) if _YEAR.search(line) else None
        if signed is not None and _is_name(signed["who"].strip()):
            return signed["who"].strip()
    return None


def _is_name(text: str) -> bool:
    return (
        2 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and not text[0].islower()
        and any(map(str.isalpha, text))
    )
