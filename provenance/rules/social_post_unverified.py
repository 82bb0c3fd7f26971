"""social-post-unverified: users of a platform are the source, and no account, no day, no check is given.

Why: anybody can be "a user"; readers must see whose post it is and whether somebody asked.
Fix: give account, platform and day, and say whether the author was reached.
Source: Reuters Handbook, social media; BBC Editorial Guidelines, user-generated content.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.rules.spoken import says
from provenance.words import patterns, words

NAME = "social-post-unverified"
TITLE = "users of a platform as source"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Ein anderer Nutzer]] schrieb auf X: „Der Kran ist echt, und alle wissen es.“",
        "„Der Kran ist echt“, [[schreibt ein anderer Nutzer]].",
        "[[Einige Internetnutzer]] fragten, ob der Kran echt sei.",
        "[[Ein Twitter-Nutzer]] schrieb, der Kran sei echt.",
        "[[Netznutzer]] spekulierten, der Kran sei gar nicht gestürzt.",
        "[[In sozialen Medien]] kursieren Bilder des Krans.",
        "[[Ein TikTok-Video]] zeigt den Kran.",
    ),
    "en": (
        "[[Another person]] tweeted that the crane was real.",
        "[[Some Twitter users]] said that the crane was real.",
        "[[One Facebook user]] wrote that the crane was real.",
        "[[Social media users]] joked that the crane was tired.",
        "[[Videos circulating on social media]] show the crane.",
        "[[Some on Twitter]] said that the crane was real.",
    ),
}
CLEAN = {
    "de": (
        "Ein Twitter-Nutzer (@kranwart) schrieb, der Kran sei echt.",
        "Internetnutzer können den Kran nun im Bild sehen.",
        "Ein Nutzer der Buslinie sagte, der Kran sei echt.",
        "Otto Lind schrieb auf Twitter, der Kran sei echt.",
    ),
    "en": (
        "One Twitter user, @craneguard, wrote that the crane was real.",
        "Facebook users can now see the crane.",
        "Otto Lind wrote on Twitter that the crane was real.",
    ),
}
#: Code points behind the words in which the account may stand.
NEAR = 160
#: A longer phrase says more of them.
MOST_WORDS = 5
#: Kinds of what is said; what users see and do is told by the paper.
SAID = frozenset({"direct", "indirect"})
_WORD = re.compile(r"[^\W\d_]+")


def check(context: Context) -> Iterator[Hit]:
    """Each group of users that says something, once, unless an account stands behind it."""
    code, text = primary(context.document.language), context.document.text
    told: set[str] = set()
    found = [match.span() for _, match in context.own_words(sought(code, "platform_users"), sourced=True)]
    for start, end in sorted({*found, *_speakers(context, code, found)}):
        noun = _WORD.findall(text[start:end])[-1].lower()
        if "@" not in text[start : end + NEAR] and noun not in told:
            told.add(noun)
            yield Hit(start, end)


def _speakers(context: Context, code: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Speakers of statements who are called by nothing but their use of a platform, where one is named."""
    text, people = context.document.text, words(code, "desk", "platform_people")
    if not patterns(code, "desk", "platforms_named").search(text):
        return
    ends = [end for _, end in found]
    for statement in context.document.statements:
        speaker = statement.attribution.speaker if statement.attribution else []
        if len(speaker) != 1 or statement.kind not in SAID or not says(context, code, statement):
            continue
        said = [word.lower() for word in _WORD.findall(context.words(*speaker[0]))]
        at = bisect_right(ends, speaker[0][0])
        known = at < len(found) and found[at][0] < speaker[0][1]
        if not known and len(said) <= MOST_WORDS and not people.isdisjoint(said):
            yield speaker[0][0], speaker[0][1]
