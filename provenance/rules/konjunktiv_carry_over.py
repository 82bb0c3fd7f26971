"""konjunktiv-carry-over: a subjunctive without a frame that two may have said, or nobody in reach.

Why: only the mood of the verb says that somebody else is speaking; where two have spoken, readers give the words to
the wrong one, and where nobody has, they take a rumour for a quotation.
Fix: repeat the speaker ("so Lind weiter").
Source: Duden on free reported speech; counted on 394 such sentences, the speaker is that of the statement before in
three of four, so that a sequel to the only speaker in reach is good German and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity, Source, Statement
from provenance.rules.context import Context, Hit
from provenance.words import words

NAME = "konjunktiv-carry-over"
TITLE = "subjunctive that two may have said, or nobody"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Minister Otto Lind sagte der Zeitung Nordkurier: „Die Lage am Damm ist ernst.“ [[In Nordby gehe man nicht davon aus, dass der Damm bald breche.]]",
        "Das Loch im Deich ist seit gestern wieder dicht, und der Weg ist frei. [[Zuvor habe es bereits zwei Risse gegeben.]]",
        "Am Morgen stand das Wasser noch auf der Straße. [[Am Abend davor sei das Tor nicht geschlossen worden.]]",
    ),
    "en": (),
}
CLEAN = {
    "de": (
        "Minister Otto Lind sagte, der Damm sei alt. Er müsse bald erneuert werden, sagte Lind.",
        "Minister Otto Lind sagte, der Damm sei alt. Das Tor müsse bald erneuert werden.",
        "Minister Otto Lind sagte, der Damm sei alt. Im Übrigen erwarte er bald Geld vom Bund.",
        "Es sei denn, das Wasser steigt, ist die Straße am Morgen wieder frei.",
        "Minister Otto Lind sagte, der Damm sei alt. Solange man nicht wisse, was fehle, könne man nichts beurteilen.",
    ),
    "en": (
        "Minister Otto Lind said the dam was old. It had to be renewed soon.",
        "Minister Otto Lind said that if the dam were to break, the town would be lost.",
        "If the dam were new, nobody would worry about the rain.",
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
#: Longest sequel that can be said to have nobody: in a longer one the speaker stands within, and we did not see him.
SHORT = 160
#: Code points in which a subject stands that the whole sequel has.
OPENING = 40


def check(context: Context) -> Iterator[Hit]:
    """Each subjunctive sequel that two people may have said, or for which nobody is in reach."""
    for statement in context.document.statements:
        if statement.kind != "indirect_free_indirect" or statement.parent is not None:
            continue
        source = context.source_of(statement)
        if source is None:
            if _nobody(context, statement):
                yield Hit(*statement.spans[0], statement.id, Severity.NOTE, form="nobody")
            continue
        rivals = _rivals(context, statement, source)
        if rivals:
            names = " / ".join((source.name, *rivals))
            yield Hit(*statement.spans[0], statement.id, said={"names": names})


def _nobody(context: Context, statement: Statement) -> bool:
    """Whether no speaker was found and none can have been overlooked."""
    if statement.end - statement.start > SHORT or any(
        flag.code == "carried_over" for flag in statement.flags
    ):
        return False
    code = primary(context.document.language)
    said = [word.lower() for word in _WORD.findall(statement.text)]
    own = said[:1] and said[0] in words(code, "clauses", "pronouns")
    if own or words(code, "desk", "reported_mood").isdisjoint(said):
        return False
    return not context.named_near(statement.start, statement.end)


def _rivals(context: Context, statement: Statement, source: Source) -> list[str]:
    """The other candidates: names before the sequel, and "man" behind a place that opens it ("In Nordby gehe man").

    A pronoun is the speaker more often than not, and whoever the sequel itself names is spoken of.
    """
    code = primary(context.document.language)
    people, impersonal = words(code, "clauses", "pronouns"), words(code, "clauses", "impersonal")
    found: list[str] = []
    for flag in statement.flags:
        if flag.code != "ambiguous_speaker":
            continue
        name = context.words(flag.start, flag.end)
        lower = name.lower()
        if lower in impersonal:
            opening = _WORD.findall(context.document.text[statement.start : flag.start])
            placed = len(opening) > 1 and opening[0].lower() in words(code, "clauses", "prepositions")
            rival = placed and opening[1][0].isupper() and flag.start - statement.start < OPENING
        else:
            other = name[:1].isupper() and lower not in people and name not in source.name
            rival = other and not statement.start <= flag.start < statement.end and _is_source(context, name)
        if rival and name not in found:
            found.append(name)
    return found


def _is_source(context: Context, name: str) -> bool:
    """Whether a source of the document has the name, or its last word, and can speak."""
    last = name.split()[-1]
    return any(
        last in words_of
        for source in context.sources.values()
        if source.type not in ("document", "crowd")
        for words_of in (source.name.split(), *map(str.split, source.aliases))
    )
