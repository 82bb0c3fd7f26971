"""Frames that point back: "Der Zug hielt nicht. Das teilte die Bahn mit." gives the sentence before a source."""

from __future__ import annotations

from bisect import bisect_left

from provenance.languages.base import Draft
from provenance.languages.de.clauses import Sentence
from provenance.languages.de.cues import find_cues
from provenance.languages.de.frames import Frame, subject_behind
from provenance.languages.de.quotations import fill

POINTERS = frozenset({"das", "dies", "dieses"})


def backward_report(sentence: Sentence, number: int) -> Draft | None:
    """The sentence before this one as an indirect statement, if this one only says where it comes from."""
    passage = sentence.passage
    at = sentence.first
    if at == 0 or sentence.lower[at] not in POINTERS:
        return None
    for cue in find_cues(sentence):
        if cue.anchor > at + 2 or cue.final or not {"d", "v"} <= cue.allows:
            continue
        before = bisect_left(passage.sentences, (at, 0)) - 1
        if passage.sentences[before][1] > at:
            return None  # a part of a sentence points at nothing
        first, after = passage.sentences[before]
        if passage.quoted(first):
            return None
        draft = Draft(number, "indirect", [(first, after)], f"das + {cue.verb.infinitive}", 0.8)
        fill(sentence, draft, cue, Frame(at, sentence.body))
        draft.speaker = subject_behind(sentence, cue, sentence.body) or draft.speaker
        draft.frame = [(at, sentence.body)]
        return draft if draft.speaker and draft.speaker[0][0] > at else None
    return None
