"""The element that holds the main article, by where its paragraphs stand and how little of them is links."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

#: Elements that never hold the story.
SKIPPED = frozenset(
    """
        script style noscript template nav footer form button select option iframe svg object embed
        input label textarea canvas audio video dialog menu
    """.split()
)
_NEGATIVE = re.compile(
    r"(?:^|[-_ ])(?:related|teasers?|promos?|share|sharing|social|comments?|disqus|newsletter|advert\w*|ads?|sponsor\w*|breadcrumbs?|nav|navigation|navbar|menu|"
    r"footer|sidebar|recommend\w*|subscribe|subscription|paywall|cookie\w*|banner|popular|mostread|most-read|trending|outbrain|taboola|"
    r"tags?|taglist|pagination|pager|widget|login|search|toolbar|print|hidden|sr-only|visually-hidden|more-on|read-?more|also-read|signup|"
    r"author-?(?:bio|box|info|card)|bio|feedback|rating|poll|copyright|legal|disclaimer|jump|skip|modal|popup|overlay|gallery-nav|topics?|infobox)(?:$|[-_ ])",
    re.I,
)
_POSITIVE = re.compile(r"(?:article|story|post|entry|content|main|text|body)", re.I)
#: Shorter paragraphs are labels and buttons.
LEAST = 40


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element is the site's and not the story's, by its tag, role and class names."""
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    if element.get("hidden") is not None or (element.get("aria-hidden") == "true" and tag != "figure"):
        return True
    if element.get("role") in ("navigation", "complementary", "banner", "contentinfo", "search", "dialog"):
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        bool(names.strip())
        and bool(_NEGATIVE.search(names))
        and not re.search(r"(?:article|story|entry|post)[-_]?(?:body|content|text)", names, re.I)
    )


def text_of(element: HtmlElement) -> str:
    """An element's words on one line."""
    return " ".join(element.text_content().split())


def link_share(element: HtmlElement, length: int) -> float:
    """How much of an element's text is links, 0 to 1."""
    return sum(len(text_of(link)) for link in element.iter("a")) / length if length else 0.0


def find_article(body: HtmlElement) -> HtmlElement:
    """The element whose paragraphs are the story; `body` itself if nothing stands out.

    Each paragraph speaks for its parent and half for its grandparent (the Readability heuristic, Arc90
    2009); elements that say they are the article's body get a bonus.
    """
    scores: dict[HtmlElement, float] = {}
    for paragraph in body.iter("p", "div", "section", "li", "blockquote"):
        if paragraph.tag != "p" and not _own_text(paragraph):
            continue
        if any(is_furniture(ancestor) for ancestor in paragraph.iterancestors()):
            continue
        text = text_of(paragraph) if paragraph.tag == "p" else " ".join(_own_text(paragraph).split())
        if len(text) < LEAST:
            continue
        weight = (1 + text.count(",") + min(len(text) / 100, 4)) * (
            1 - min(link_share(paragraph, len(text)), 1)
        )
        parent = paragraph.getparent() if paragraph.tag == "p" else paragraph
        for share in (1.0, 0.5, 0.25):
            if parent is None:
                break
            scores[parent] = scores.get(parent, 0.0) + weight * share
            parent = parent.getparent()
    if not scores:
        return body
    best = max(scores, key=lambda element: scores[element] * _bonus(element))
    return _widen(best, scores)


def _own_text(element: HtmlElement) -> str:
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _bonus(element: HtmlElement) -> float:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    if element.get("itemprop") == "articleBody":
        return 1.5
    return 1.2 if element.tag in ("article", "main") else 1.1 if _POSITIVE.search(names) else 1.0


def _widen(best: HtmlElement, scores: dict[HtmlElement, float]) -> HtmlElement:
    """Up to an ancestor that holds the heading too, as long as that brings no second story with it."""
    current = best
    for ancestor in best.iterancestors():
        if ancestor.tag in ("body", "html"):
            break
        articles = len(list(ancestor.iter("article")))
        if articles > 1 and ancestor.tag != "article":
            break
        current = ancestor
        if ancestor.tag in ("article", "main"):
            break
        if next(ancestor.iter("h1"), None) is not None:
            break
    return current
