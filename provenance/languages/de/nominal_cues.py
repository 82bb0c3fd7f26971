"""Nouns that report: "erhob den Vorwurf, X habe …", "die Ankündigung, dass …", "ist der Ansicht, dass …"."""

from __future__ import annotations

from provenance.languages.base import Draft
from provenance.languages.de.clauses import Sentence, looks_finite
from provenance.languages.de.complements import complement_at, content_end
from provenance.languages.de.frames import subject_after
from provenance.languages.de.nominals import leading_adverbs, noun_phrase
from provenance.languages.de.quotations import runs
from provenance.languages.de.verbs import reporting_nouns
from provenance.languages.de.words import ARTICLES, OBLIQUE, PREPOSITIONS, TIME_NOUNS

COPULAS = frozenset(
    """
        ist sind war waren sei seien bin zeigte zeigten zeigt zeigen gab gaben gibt äußerte äußerten
    """.split()
)
ALLOWS = frozenset("dvi")


def nominal_frames(sentence: Sentence, number: int, used: set[int]) -> list[Draft]:
    """Drafts whose content hangs on a reporting noun at the end of a segment."""
    drafts = []
    nouns = reporting_nouns()
    for position in range(len(sentence.segments) - 1):
        segment = sentence.segments[position]
        noun = segment.end - 1
        while (
            noun > segment.start
            and not sentence.words[noun][0].isupper()
            and sentence.lower[noun] not in nouns
        ):
            noun -= 1
        adjective = sentence.words[noun][0].islower()
        if adjective and not _predicative(sentence, segment.start, noun):
            continue
        if sentence.lower[noun] not in nouns or sentence.passage.quoted(noun) or segment.end - noun > 3:
            continue
        if any(sentence.segment_of(token) == position for token in used):
            continue
        found = complement_at(sentence, position + 1, ALLOWS)
        if found is None or found.kind == "colon":
            continue
        draft = _draft(sentence, number, position, noun, found.kind, found.start)
        if draft.speaker or found.kind != "infinitive":
            drafts.append(draft)
    return drafts


def _predicative(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a copula or "sich zeigen" carries an adjective: "ist überzeugt", "zeigte sich besorgt"."""
    return any(sentence.lower[k] in COPULAS for k in range(start, at))


def _draft(sentence: Sentence, number: int, position: int, noun: int, kind: str, start: int) -> Draft:
    segment = sentence.segments[position]
    end = content_end(sentence, start, kind)
    draft = Draft(number, "indirect", [(start, end)], f"noun {sentence.words[noun]} + {kind}", 0.7)
    verb = next(
        (at for at in range(segment.start, segment.end) if looks_finite(sentence, at, segment.end)), -1
    )
    tokens = [noun]
    if verb >= 0:
        tokens.append(verb)
        if noun > segment.start and sentence.lower[noun - 1] in ARTICLES:
            tokens.append(noun - 1)
        draft.speaker = _subject(sentence, segment.start, verb, noun, segment.end)
    draft.cue = runs(tokens)
    draft.frame = [(segment.start, start)]
    return draft


def _subject(sentence: Sentence, start: int, verb: int, noun: int, end: int) -> list[tuple[int, int]]:
    at = leading_adverbs(sentence, start, verb)
    if at < verb and sentence.lower[at] not in OBLIQUE and sentence.lower[at] not in PREPOSITIONS:
        phrase = noun_phrase(sentence, at, verb)
        if phrase > at and not at <= noun < phrase and sentence.lower[phrase - 1] not in TIME_NOUNS:
            return [(at, phrase)]
    after = subject_after(sentence, verb + 1, end, end)
    if after and not after[0][0] <= noun < after[0][1]:
        return after
    return []
