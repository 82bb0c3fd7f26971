"""A toy language for the engine: clauses between commas, "says" and "asks" as verbs, capitals as names."""

from __future__ import annotations

from dataclasses import fields

from provenance.grammar.engine import Grammar, make_grammar
from provenance.grammar.lexis import FunctionWords
from provenance.grammar.records import (
    Clause,
    Confidence,
    ContentCondition,
    CueCondition,
    Predicate,
    Row,
    Sentence,
    Verb,
)
from provenance.passage import Passage

VERBS = {
    "says": Verb("says", "", frozenset("dp"), "saying"),
    "asks": Verb("asks", "", frozenset("w"), "asking"),
}


def row(
    id_: str, *, licence: str = "", where: str = "behind", forms: str = "that", weight: float = 0.9
) -> Row:
    return Row(
        id_,
        "A toy.",
        "indirect",
        CueCondition("verb", frozenset(licence)),
        ContentCondition(where, frozenset(forms.split())),
        "subject",
        (),
        Confidence(weight, weight / 2),
        (),
        (),
    )


def read(passage: Passage, number: int, first: int, after: int) -> Sentence:
    body = after - (passage.words[after - 1] == ".")
    cuts = [at for at in range(first, body) if passage.words[at] == ","]
    clauses, seen = [], False
    for position, (start, end) in enumerate(zip([first, *(c + 1 for c in cuts)], [*cuts, body], strict=True)):
        verb = next((at for at in range(start, end) if passage.words[at] in VERBS), -1)
        predicate = (
            Predicate(VERBS[passage.words[verb]], (verb,), verb, position, False, False, False)
            if verb >= 0
            else None
        )
        forms = (
            frozenset({"that"} if passage.words[start] == "that" else {"bare"}) if position else frozenset()
        )
        clauses.append(
            Clause(
                position,
                start,
                end,
                "," if position else "",
                "v1" if verb == start else "v2" if verb >= 0 or not position else "fragment",
                start,
                passage.lower[start],
                verb,
                -1,
                predicate,
                -1,
                seen,
                (first, body),
                forms,
                frozenset(),
            )
        )
        seen = True
    starts = [clause.start for clause in clauses]
    return Sentence(passage, number, first, after, body, tuple(clauses), (), starts)


def phrase(sentence: Sentence, at: int, limit: int) -> int:
    while at < limit and sentence.passage.words[at][0].isupper():
        at += 1
    return at


def grammar(*rows: Row) -> Grammar:
    made = make_grammar("de", rows, read, phrase)
    words = FunctionWords(**{field.name: frozenset() for field in fields(FunctionWords)})
    return Grammar(**{field.name: getattr(made, field.name) for field in fields(made)} | {"words": words})
