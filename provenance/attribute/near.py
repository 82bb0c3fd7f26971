"""Statements that were nearly found in a document, for people who ask why one was not."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.languages import load, spoken
from provenance.model import Document
from provenance.passage import read_passages
from provenance.spans import Span


@dataclass(frozen=True, slots=True)
class Near:
    """What a row would have found without one of its conditions."""

    pattern: str
    span: Span
    """First piece of its cue; of the content where nothing announces it."""
    condition: str
    """The condition's name in the language's table."""


def near_misses(document: Document) -> list[Near]:
    """What rows nearly found in a document, in the order of its words; it is read once for each condition."""
    if not spoken(document.language):
        return []
    language = load(document.language)
    passages = read_passages(document, language.sentence_rules)
    return [
        Near(miss.row, passages[miss.passage].span(*miss.words), miss.condition)
        for miss in language.near_misses(passages)
    ]
