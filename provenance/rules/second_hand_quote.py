"""second-hand-quote: somebody's words were obtained by another outlet.

Why: what was said to another paper was asked, cut and perhaps translated there; readers must see that the
words are theirs and not ours, and an editor should have seen the original.
Fix: name the outlet with date or link, or get the words yourself.
Source: AP memo on crediting other media (2010); SPJ Code of Ethics, "Use original sources". Said only where the
sentence gives no day: with outlet and day anybody can look the words up. What somebody posts under the own name is first hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.languages.media import media_of
from provenance.model import Flag, Severity, Statement
from provenance.rules.context import Context, Hit
from provenance.trace.roots import outlet_key
from provenance.words import alternatives, any_of, every, later, patterns, words

NAME = "second-hand-quote"
TITLE = "words obtained by another outlet"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Bürgermeisterin Ina Holm sagte der [[Zeitung Nordkurier]]: „Wir warten nicht länger auf das Geld.“",
        "Gegenüber dem [[Spiegel]] erklärte Otto Lind, er werde nicht zurücktreten.",
        "„Wir warten nicht länger auf das Geld“, sagte Ina Holm dem [[Deutschlandfunk]]. „Das reicht“, sagte Ina Holm dem Deutschlandfunk.",
    ),
    "en": (
        "“We will not wait any longer,” Mayor Ina Holm told [[The Guardian]].",
        "“We will not wait any longer,” Ina Holm said, via the [[Los Angeles Times]].",
        "Otto Lind told [[CNN]] that he would stay. He also told CNN that he was well.",
    ),
}
CLEAN = {
    "de": (
        "Bürgermeisterin Ina Holm sagte: „Wir warten nicht länger auf das Geld.“",
        "Bürgermeisterin Ina Holm sagte vor der Presse, sie warte nicht länger.",
        "„Ich hoffe das“, sagte Otto Lind gegenüber den Medien.",
        "„Der Damm hält“, sagte Ina Holm, die seit Jahren für den Deutschlandfunk berichtet.",
        "„Der Damm hält“, schrieb Ina Holm auf der Plattform X.",
    ),
    "en": (
        "“We will not wait any longer,” Mayor Ina Holm told the council.",
        "“We will not wait any longer,” Mayor Ina Holm told the media.",
        "Mayor Ina Holm told reporters that she would not wait.",
        "“The dam will hold,” said Ina Holm, who led the research published in the journal Nature.",
        "Ina Holm wrote on X: “The dam will hold and nobody needs to go.”",
    ),
}
#: Below this confidence the speaker may be another one, and the line would name him wrongly.
SURE = 0.6
_POST = later(
    lambda: re.compile(
        rf"\b(?:{any_of(every('entities', 'social_media'))})\b|{alternatives('desk', 'posts')}", re.IGNORECASE
    )
)
_DAY = later(
    lambda: re.compile(
        rf"\b(?:{any_of(every('time', 'weekdays', 'months'))})s?\b|{alternatives('desk', 'days')}",
        re.IGNORECASE,
    )
)
#: Code points before and behind the medium in which a day may stand, beside the statement itself.
NEAR = 120
#: Code points before a medium in which it stands that somebody works for it.
BEFORE = 40
#: Who can tell an outlet something; a leaked paper and those polled are told of.
SPEAKERS = frozenset({"person", "office", "organisation", "government", "anonymous", "agency", "outlet"})


def check(context: Context) -> Iterator[Hit]:
    """One hit for each person and medium: words that came to or through a named outlet which is not our own."""
    unnamed = media_of(context.document.language).unnamed
    generic = words(primary(context.document.language), "desk", "generic_media")
    own = outlet_key(context.document.outlet or "")
    told: set[tuple[str, str]] = set()
    for statement, flag in context.flagged("second_hand"):
        source = context.source_of(statement)
        name = context.words(flag.start, flag.end)
        medium = outlet_key(name)
        if source is None or source.type not in SPEAKERS or statement.attribution is None:
            continue
        if statement.attribution.confidence < SURE:
            continue
        if unnamed.fullmatch(name) or medium == own or medium in outlet_key(source.name):
            continue
        if name.lower() in generic or outlet_key(source.name) in medium:
            continue
        if _is_post(name) or _is_dated(context, statement, flag) or _is_published_in(context, name, flag):
            continue
        if (source.id, medium) not in told:
            told.add((source.id, medium))
            yield Hit(flag.start, flag.end, statement.id, said={"name": source.name})


def _is_post(medium: str) -> bool:
    """Whether the medium is a platform, on which people publish themselves."""
    return bool(_POST.search(medium))


def _is_published_in(context: Context, medium: str, flag: Flag) -> bool:
    """Whether somebody works for the medium or publishes in it, and told it nothing."""
    form = patterns(primary(context.document.language), "desk", "published_in")
    before = context.document.text[max(0, flag.start - BEFORE) : flag.start]
    return bool(form.search(medium) or form.search(before))


def _is_dated(context: Context, statement: Statement, flag: Flag) -> bool:
    """Whether a day stands in the statement's frame or around the medium."""
    text = context.document.text
    frames = statement.attribution.frame if statement.attribution else []
    around = [text[span.start : span.end] for span in frames]
    return any(map(_DAY.search, (*around, text[max(0, flag.start - NEAR) : flag.end + NEAR])))
