"""What the class names and ids of news pages say about an element, in the words that templates share."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.words import ALL, alternatives, any_of, words


class Role:
    """What an element is for, as bits, for an element may have several roles.

    Plain integers: every element of every page is asked, and `IntFlag` costs ten times as much.
    """

    FURNITURE = 1
    """The site's and not the story's: navigation, teasers, sharing, comments, advertising."""
    BODY = 2
    BYLINE = 4
    DATE = 8
    CAPTION = 16
    CREDIT = 32
    KICKER = 64
    LEAD = 128
    PICTURE = 256
    """A box around a picture and its words."""
    HEADLINE = 512
    PROFILE = 1024
    """A box about the writer; furniture, but for the name in it."""
    ASIDE = 2048
    """Beside the story but the newsroom's: fact boxes, pull quotes."""
    SOURCE = 4096
    """Who supplied the text."""
    COMMENTS = 8192
    """What readers wrote; furniture of any size."""
    CONSENT = 16384
    """A dialogue that asks for consent to cookies; furniture of any size."""


#: What class names and ids say of an element, a list a role.
_WORDS = {
    role: words(ALL, "templates", name.lower())
    for name, role in vars(Role).items()
    if name.isupper() and isinstance(role, int)
}
#: The vocabulary by first word: what may follow it, and the role. Beginnings ("author…") by their first letters.
_PHRASES: dict[str, list[tuple[tuple[str, ...], int]]] = {}
_BEGINNINGS: dict[str, list[tuple[str, int]]] = {}
_LETTERS = 4


def _learn() -> None:
    for role, entries in _WORDS.items():
        for entry in entries:
            if entry.endswith("*"):
                _BEGINNINGS.setdefault(entry[:_LETTERS], []).append((entry[:-1], role))
                continue
            for form in (entry[:-2], entry[:-1]) if entry.endswith("s?") else (entry,):
                first, *rest = form.split("-")
                _PHRASES.setdefault(first, []).append((tuple(rest), role))


_learn()
#: What a name says in spite of a word in it: "media-footer" is no foot of a page, "teaser-text" no teaser.
_DESPITE = re.compile(rf"(?:^|-)(?:{alternatives('templates', 'despite')})(?:-|$)")
_CREDITS = tuple(words(ALL, "templates", "credit_endings"))
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: "figure--no-caption", "has-sidebar": what comes behind says how it looks, not what it is.
_MODIFIER = re.compile(
    rf"--.*$|^(?:{any_of(words(ALL, 'templates', 'modifiers'))})-.*$"
    rf"|^(?:{any_of(words(ALL, 'templates', 'glued_modifiers'))})(?=[A-Z]).*$"
)
_JOINTS = re.compile(r"[^0-9a-zäöüß]+")


@lru_cache(maxsize=16_384)
def roles(names: str) -> int:
    """The roles that an element's class names, id and itemprop say, as `Role` bits; 0 if they say nothing.

    "articleBody", "article__body" and "ArticleBody-main" are one word here; the vocabulary is what German and
    English templates share, no name of any one site.
    """
    found = 0
    for name in names.split():
        found |= _roles_of(name)
    return found


@lru_cache(maxsize=16_384)
def _roles_of(name: str) -> int:
    found = 0
    if name := _MODIFIER.sub("", name):
        joined = _JOINTS.sub("-", _CAMEL.sub("-", name).lower()).strip("-")
        parts = joined.split("-")
        for at, word in enumerate(parts):
            for rest, role in _PHRASES.get(word, ()):
                if not rest or tuple(parts[at + 1 : at + 1 + len(rest)]) == rest:
                    found |= role
            for beginning, role in _BEGINNINGS.get(word[:_LETTERS], ()):
                if word.startswith(beginning):
                    found |= role
            if word.endswith(_CREDITS):
                found |= Role.CREDIT
        if found & Role.FURNITURE and _DESPITE.search(joined):
            found &= ~Role.FURNITURE
    return found
