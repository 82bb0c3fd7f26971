"""social-post-unverified: users of a platform are the source, and no account, no day, no check is given.

Why: anybody can be "a user"; readers must see whose post it is and whether somebody asked.
Fix: give account, platform and day, and say whether the author was reached.
Source: Reuters Handbook, social media; BBC Editorial Guidelines, user-generated content.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought

NAME = "social-post-unverified"
TITLE = "users of a platform as source"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Einige Internetnutzer]] fragten, ob der Kran echt sei.",
        "[[Ein Twitter-Nutzer]] schrieb, der Kran sei echt.",
        "[[Netznutzer]] spekulierten, der Kran sei gar nicht gestürzt.",
        "[[In sozialen Medien]] kursieren Bilder des Krans.",
        "[[Ein TikTok-Video]] zeigt den Kran.",
    ),
    "en": (
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


def check(context: Context) -> Iterator[Hit]:
    """Each group of users that says something, once, unless an account stands behind it."""
    code, text = primary(context.document.language), context.document.text
    told: set[str] = set()
    for _, match in context.own_words(sought(code, "platform_users"), sourced=True):
        if "@" not in text[match.start() : match.end() + NEAR] and match[0].lower() not in told:
            told.add(match[0].lower())
            yield Hit(*match.span())
