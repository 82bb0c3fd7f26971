"""Nouns that report: "his claim that …", "the senator's call for …", with whoever owns them as speaker."""

from __future__ import annotations

from functools import cache

from provenance.languages.base import Draft
from provenance.languages.en.content_ends import phrase_limit
from provenance.languages.en.noun_phrases import phrase_start
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.words import AUXILIARIES, OWNERS, THAT, TO, is_possessive
from provenance.words import phrases


@cache
def reporting_nouns() -> dict[str, frozenset[str]]:
    """Lower-case noun → the words that lead from it to its content: "that", "for", "of" …"""
    parts = [line.partition(" : ") for line in phrases("en", "saying", "owned_nouns")]
    return {noun: frozenset(leads.split()) for noun, _, leads in parts}


def nominal_frame(sentence: Sentence, at: int) -> Draft | None:
    """The statement behind the noun at `at`, if it has an owner before it and content behind it."""
    noun, lead = sentence.word(at), sentence.word(at + 1)
    if not noun or lead not in reporting_nouns()[noun]:
        return None
    owner = _owner(sentence, at)
    if owner < 0:
        return None
    first = owner if sentence.lower[owner] in OWNERS else phrase_start(sentence, owner + 1, sentence.first)
    start = at + 1 if lead in THAT or lead in TO else at + 2
    end = phrase_limit(sentence, start, sentence.body)
    if lead not in THAT:
        end = next((k for k in range(start + 1, end) if sentence.word(k) in AUXILIARIES), end)
    if end - start < 2 or first > owner:
        return None
    return Draft(
        sentence.number,
        "indirect" if lead in THAT else "reported",
        [(start, end)],
        f"{noun} {lead}",
        0.6,
        speaker=[(first, owner + 1)],
        cue=[(owner + 1, start)],
        frame=[(first, start)],
    )


def _owner(sentence: Sentence, at: int) -> int:
    """The possessive at most four words before the noun, or -1."""
    for k in range(at - 1, at - 5, -1):
        low = sentence.word(k)
        if not low or not low[0].isalnum():
            return -1
        if low in OWNERS or is_possessive(sentence.words[k]):
            return k
    return -1
