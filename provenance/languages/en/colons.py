"""Colons as cues: "Smith: Tax falls", "Voters undecided: poll" in headlines; "Smith: …" in transcripts."""

from __future__ import annotations

from provenance.languages.base import Draft
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.verbs import reporting_forms
from provenance.languages.en.words import DOCUMENTS, FINITES, LABELS, PREPOSITIONS, TRAILING_SOURCES, is_name

#: Longest name before a colon, in tokens: of a headline, and of a paragraph in a transcript.
HEADLINE_NAME, TRANSCRIPT_NAME = 8, 4
_IN_NAMES = frozenset(".,'’()-&")


def colon(sentence: Sentence) -> Draft | None:
    """The statement of a headline, or of a paragraph of a transcript, whose cue is a colon."""
    headline = sentence.passage.block.kind in ("headline", "kicker", "subheading")
    first = sentence.first
    if not headline and first:
        return None
    trailing = _trailing_source(sentence) if headline else None
    if trailing:
        return trailing
    limit = min(first + 1 + (HEADLINE_NAME if headline else TRANSCRIPT_NAME), sentence.body - 1)
    at = next((k for k in range(first + 1, limit) if sentence.word(k) == ":"), -1)
    if at < 0 or not _is_speaker(sentence, at, headline):
        return None
    quoted = sentence.opens(at + 1) is not None
    return Draft(
        sentence.number,
        "direct" if quoted or not headline else "indirect",
        [(at + 1, sentence.body if headline else len(sentence.words))],
        "X: …",
        0.75,
        speaker=[(first, at)],
        cue=[(at, at + 1)],
        frame=[(first, at + 1)],
    )


def _is_speaker(sentence: Sentence, colon_at: int, headline: bool) -> bool:
    """Whether the words before a colon are a name or a document, and no label."""
    words, lower = sentence.words[sentence.first : colon_at], sentence.lower[sentence.first : colon_at]
    if any(not word[0].isalnum() and word not in _IN_NAMES for word in words):
        return False
    if not FINITES.isdisjoint(lower) or not LABELS.isdisjoint(lower):
        return False
    if lower[-1] in reporting_forms() and len(lower) > 1 and lower[-1] not in DOCUMENTS:
        return False
    if headline:
        return is_name(words[0]) and lower[0] not in PREPOSITIONS
    return all(is_name(word) or not word[0].isalnum() for word in words)


def _trailing_source(sentence: Sentence) -> Draft | None:
    last = sentence.body - 1
    if sentence.lower[last] not in DOCUMENTS and sentence.lower[last] not in TRAILING_SOURCES:
        return None
    at = next((k for k in range(max(sentence.first + 3, last - 4), last) if sentence.word(k) == ":"), -1)
    if at < 0:
        return None
    return Draft(
        sentence.number,
        "indirect",
        [(sentence.first, at)],
        "…: X",
        0.75,
        speaker=[(at + 1, sentence.body)],
        cue=[(at, at + 1)],
        frame=[(at, sentence.body)],
    )
