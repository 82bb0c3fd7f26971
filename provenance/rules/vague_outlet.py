"""vague-outlet: "the media" report it, and none is named.

Why: reports that cannot be found cannot be checked, and several of them may be one.
Fix: name the outlet that had it first.
Source: AP memo on crediting other media (2010).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.languages.media import media_of
from provenance.model import PROSE, Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought, spot
from provenance.words import patterns

NAME = "vague-outlet"
TITLE = "unnamed media as source"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Medienberichten]] zufolge ist der Vertrag unterschrieben.",
        "Nach [[Medienberichten]] ist der Vertrag unterschrieben.",
        "Laut [[Presseberichten]] ist der Vertrag unterschrieben.",
        "[[Lokale Medien]] berichteten gestern von einem Streit.",
        "[[Nach nicht bestätigten Medienberichten]] fand in dem Raum eine Feier statt.",
        "[[Zeitungen]] berichteten, der Kran sei alt.",
        "[[Mehrere Zeitungen]] hatten zuvor über den Fall berichtet.",
        "Die Polizei bestätigte [[erste Medienberichte]] nicht, wonach zwei Kräne fielen.",
        "Es gab [[Berichte]], wonach der Vertrag unterschrieben ist.",
        "[[In einem Interview]] kündigte Otto Lind seinen Abschied an.",
        "Von den [[Lesern einer großen Boulevard-Zeitung]] sind fast alle für den Verkauf.",
        "Der Reeder wird [[von den englischen Medien]] als Retter gefeiert.",
        "Eine Erklärung, auf die sich [[mehrere große Zeitungen]] berufen, liegt nicht vor. [[Berichte von Pressemedien]] gab es im Mai.",
    ),
    "en": (
        "According to [[media reports]], the contract has been signed.",
        "The contract has been signed, according to [[local media]].",
        "[[State media]] said that the contract had been signed.",
        "[[Multiple news reports reveal]] that the price was low.",
        "[[Media reports]] suggested that the price was low.",
        "The yard declined to comment [[on reports]] that it will close.",
        "The yard is closed.\n\n[[This article has been adapted from its original source]].",
        "A spokesman called [[a report]] suggesting a sale false.",
        "The film was planned in May, with [[reports]] that Otto Lind would return.",
        "Otto Lind told [[US media]] this month that the yard will close. [[In a televised interview]] he defended the sale.",
        "Otto Lind faced heavy\xa0[[criticism from mainstream media]] after the sale.",
    ),
}
CLEAN = {
    "de": (
        "Einem Bericht der Süddeutschen Zeitung zufolge ist der Vertrag unterschrieben.",
        "Otto Lind sagte vor der Presse, der Vertrag sei unterschrieben.",
        "Die Medien warten auf den Vertrag.",
        "In einem Interview warnte Otto Lind im ORF vor dem Vertrag.",
        "Die Polizei bestätigte erste Medienberichte der Nordpost nicht.",
    ),
    "en": (
        "According to a report in The Guardian, the contract has been signed.",
        "Otto Lind told the media that the contract had been signed.",
        "The media are waiting for the contract.",
        "The Associated Press reports that the yard will close.",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Each statement whose speaker is nothing but a word for media, and each mention of reports by nobody."""
    document = context.document
    unnamed = media_of(document.language).unnamed
    found: dict[int, Hit] = {}
    for statement in document.statements:
        attribution = statement.attribution
        if attribution is None or len(attribution.speaker) != 1 or statement.parent is not None:
            continue
        start, end = attribution.speaker[0]
        if attribution.cue and unnamed.fullmatch(document.text[start:end]):
            found[end] = Hit(start, end, statement.id)
    code = primary(document.language)
    named = patterns(code, "desk", "named_after_all")
    for _, match in context.own_words(sought(code, "unnamed_media"), sourced=True, kinds=PROSE):
        start, end = spot(match)
        found.setdefault(end, Hit(start, end))
    ends = 0
    for hit in sorted(found.values(), key=lambda hit: (hit.start, -hit.end)):
        if hit.start < ends or named.match(document.text, hit.end):
            continue
        ends = hit.end
        yield hit
