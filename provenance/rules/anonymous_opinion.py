"""anonymous-opinion: somebody without a name judges somebody else.

Why: who attacks from behind cover answers for nothing; a name may be kept back for facts, and not for a verdict.
Fix: get the judgement on the record, or leave it out and keep the fact.
Source: AP News Values and Principles (anonymous material must be information, not opinion or speculation); Reuters
Handbook, unnamed sources. Said of words that judge in what an unnamed source is quoted or told to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity, Statement
from provenance.rules.context import Context, Hit
from provenance.rules.unnamed import forms, spoken_without_name

NAME = "anonymous-opinion"
TITLE = "judgement by somebody without a name"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "„Er ist völlig [[überfordert]]“, sagte ein Mitarbeiter der Werft.",
        "Ein Parteifreund nannte die Rede „[[peinlich]]“.",
        "Zwei Vertraute sagten, der Chef sei [[unfähig]].",
        "Die Stimmung sei [[katastrophal]], sagte ein Insider aus dem Vorstand.",
    ),
    "en": (
        "“He is [[incompetent]],” said an official at the yard.",
        "One aide called the speech “[[embarrassing]]”.",
        "Two advisers said the boss was [[out of his depth]].",
        "The mood is [[toxic]], said an insider at the yard.",
    ),
}
CLEAN = {
    "de": (
        "„Er ist völlig überfordert“, sagte Otto Lind.",
        "Ein Mitarbeiter der Werft sagte, der Kran sei im Mai gestürzt.",
        "Ein Mitarbeiter der Werft sagte, das Schiff sei im Mai gesunken.\n\nOtto Lind sagte, der Chef sei unfähig.",
        "Die Ärztin sagte, die Patienten seien überfordert.",
    ),
    "en": (
        "“He is incompetent,” said Otto Lind.",
        "An official at the yard said the crane fell in May.",
        "An official at the yard said the crane fell.\n\nOtto Lind said the boss was incompetent.",
        "The doctor said the patients were embarrassed.",
    ),
}
#: So many of them are enough to say that a text lets people without a name judge.
MOST = 3


def check(context: Context) -> Iterator[Hit]:
    """The first word that judges in each statement of a source without a name."""
    judging = forms(primary(context.document.language), "judgements")
    told: set[int] = set()
    for statement in _unnamed(context):
        for start, end in statement.spans:
            match = judging.search(context.document.text, start, end)
            if match and match.start() not in told and len(told) < MOST:
                told.add(match.start())
                yield Hit(*match.span(), statement.id)
                break


def _unnamed(context: Context) -> Iterator[Statement]:
    """Statements of one or some of many, and of those whose words say that they have no name, with the fragments within."""
    own = {statement.id for statement, _, _ in spoken_without_name(context)}
    for statement in context.document.statements:
        if statement.id in own or statement.parent in own or _has_no_name(context, statement):
            yield statement


def _has_no_name(context: Context, statement: Statement) -> bool:
    """Whether reading takes the source for one without a name, and its words say so."""
    code = primary(context.document.language)
    source, attribution = context.source_of(statement), statement.attribution
    if source is None or source.type != "anonymous" or attribution is None:
        return False
    said = [context.words(*span) for span in attribution.speaker]
    return bool(
        forms(code, "unnamed_people").search(source.name)
        or any(forms(code, "one_of_them").fullmatch(words) for words in said)
    )
