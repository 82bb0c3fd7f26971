"""Sources that are described and not named, for the rules about anonymity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from provenance.languages import primary
from provenance.model import Statement
from provenance.rules.context import Context
from provenance.rules.sought import sought
from provenance.words import patterns, words

#: Below this confidence the words may be no speaker's.
SURE = 0.6
#: Words of a speaker that are not more than "a source".
BARE_WORDS = 2
#: Kinds of sources that go without a name where their words are those of one or some of many.
UNNAMED = frozenset({"anonymous", "office", "crowd"})


@cache
def forms(code: str, name: str) -> re.Pattern[str]:
    """A list of the desk's words as one pattern."""
    return patterns(code, "desk", name)


def described(context: Context) -> Iterator[tuple[int, int, str | None]]:
    """Where such a source stands, with its statement: by the form of its words, or as a speaker that reading found.

    The statement is None where the words alone tell. Of whom nothing is said at all is `anonymous-source-bare`'s.
    """
    code, text = primary(context.document.language), context.document.text
    for block, match in context.own_words(sought(code, "unnamed_people"), sourced=True):
        if forms(code, "saying_near").search(text, *context.sentence(match.start(), block)):
            yield *match.span(), None
    bare = words(code, "desk", "bare_sources")
    for statement, start, end in spoken_without_name(context):
        if not _is_bare(context.words(start, end), bare):
            yield start, end, statement.id


def _is_bare(said: str, bare: frozenset[str]) -> bool:
    """Whether there is nothing but an article or a number and a noun for a source."""
    return said.count(" ") < BARE_WORDS and said.split(" ")[-1].lower() in bare


def spoken_without_name(context: Context) -> Iterator[tuple[Statement, int, int]]:
    """Outermost statements whose speaker is one or some of many, with the place of the speaker's words."""
    one_of = forms(primary(context.document.language), "one_of_them")
    for statement in context.document.statements:
        source, attribution = context.source_of(statement), statement.attribution
        if source is None or attribution is None or len(attribution.speaker) != 1 or statement.parent:
            continue
        start, end = attribution.speaker[0]
        said = context.words(start, end)
        bare = source.type in UNNAMED or (source.type == "person" and source.name in said)
        if bare and attribution.confidence >= SURE and one_of.fullmatch(said):
            yield statement, start, end
