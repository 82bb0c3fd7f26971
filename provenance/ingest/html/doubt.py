"""How sure a page's article is: its text compared with what else the page says of it.

Each sign speaks for or against the text that was chosen; together they are a doubt or none. The weights were set on
the pages of two public sets, each once as it is and once with its article cut out: of the pages read right about one
in a hundred is doubted, of those whose article is gone four in five and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from provenance.ingest.html.metadata import PageMetadata
from provenance.ingest.html.parts import Article
from provenance.ingest.html.tree import Page
from provenance.words import alternatives

#: From this sum of signs on the text is doubted.
DOUBTED = 3
#: What words of consent weigh; they are looked for where they decide.
_CONSENT = 2
#: So many segments before its headline a story has none of its own.
_INSIDE = 12
#: What a wall weighs: there is more, and it is not on the page.
_WALLED = 4
#: A description or a title with fewer words of content tells nothing, one with more is the text itself.
_FEWEST, _MOST = 5, 60
#: The linked data's own text and count tell from here on, in words.
_TEXT, _COUNT = 60, 80
_WORD = re.compile(r"\w+")
_CALL = re.compile(rf"\b(?:{alternatives('pages', 'consent')})", re.I)
Sign = tuple[int, str]
"""What a sign weighs, and in words why it speaks against the text; "" where it speaks for it."""


def doubt(page: Page, article: Article, metadata: PageMetadata) -> str:
    """Why the article's text may be missing, in words; "" where nothing makes one think so."""
    texts = [page.segments[index].text for index in article.prose]
    own = " ".join(_without_standfirst(texts, metadata))
    words = _WORD.findall(own.lower())
    signs = list(_signs(article, metadata, texts, words))
    total = sum(weight for weight, _ in signs)
    if DOUBTED - _CONSENT <= total < DOUBTED and _asks(texts):
        signs.append((_CONSENT, "words of consent or subscription"))
        total += _CONSENT
    if total < DOUBTED and not article.walled:
        return ""
    return "; ".join(why for weight, why in sorted(signs, key=lambda sign: -sign[0])[:3] if why)


def _without_standfirst(texts: list[str], metadata: PageMetadata) -> list[str]:
    """The text without a first paragraph that says no more than the page's description."""
    said = [_plain(text) for text in metadata.descriptions if len(text.split()) < _MOST]
    return texts[1:] if texts and any(_plain(texts[0]) in text for text in said) else texts


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _signs(article: Article, metadata: PageMetadata, texts: list[str], words: list[str]) -> Iterator[Sign]:
    found, known = len(words), set(words)
    declared = _WORD.findall(metadata.text.lower())
    if len(declared) >= _TEXT:
        part = _common(declared, words)
        yield (3, "another text stands in its linked data") if part < 0.4 else (-3 if part > 0.6 else 0, "")
    if metadata.words >= _COUNT:
        part = found / metadata.words
        yield (2, f"{found} of {metadata.words} words") if part < 0.4 else (-2 if part > 0.7 else 0, "")
    about = _covered(metadata.descriptions, known, _FEWEST)
    if about is not None:
        told = _covered(metadata.descriptions, _content(metadata.titles), _FEWEST)
        weight = (2 if told else 1) if about < 0.2 else 1 if about < 0.35 else -2 if about >= 0.5 else 0
        yield weight, "little of what its description says" if weight > 0 else ""
    title = _covered(metadata.titles, known, 3)
    if title is not None:
        weight = 1 if title < 0.34 else -1 if title >= 0.6 else 0
        yield weight, "hardly a word of its title" if weight > 0 else ""
    weight = 2 if article.share < 0.15 else 1 if article.share < 0.3 else -1 if article.share > 0.6 else 0
    yield weight, f"{article.share:.0%} of the page's sentences" if weight > 0 else ""
    weight = 3 if found < 25 else 2 if found < 60 else 1 if found < 100 else -1 if found > 250 else 0
    yield weight, f"only {found} words" if weight > 0 else ""
    if len(texts) < 2:
        yield 1, "a single paragraph"
    if not article.headline:
        yield 1, "no headline"
    elif article.headline[0] > article.body.first + _INSIDE:
        yield 1, "a headline in the middle"
    if article.walled:
        yield _WALLED, "a wall where it should go on"


def _asks(texts: list[str]) -> bool:
    """Whether much of a text is in paragraphs with words of consent, a login or money."""
    return sum(len(text) for text in texts if _CALL.search(text)) > 0.3 * sum(map(len, texts))


def _content(said: list[str]) -> set[str]:
    """The words of some sentences that have content."""
    return {word for text in said for word in _WORD.findall(text.lower()) if len(word) > 3}


def _covered(said: list[str], known: set[str], fewest: int) -> float | None:
    """How much of the content of some sentences a text has, of the best of them; None if they have no content."""
    parts = []
    for text in said:
        content = _content([text])
        if len(content) >= fewest:
            parts.append(len(content & known) / len(content))
    return max(parts, default=None)


def _common(declared: list[str], words: list[str]) -> float:
    """How many of the pairs of words of one text another one has."""
    pairs = set(pairwise(declared))
    return len(pairs & set(pairwise(words))) / len(pairs)
