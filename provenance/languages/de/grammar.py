"""The statements of a German document: each sentence's frames first, then what mood carries on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from provenance.languages.base import Draft, Range
from provenance.languages.de.backward import backward_report
from provenance.languages.de.carry import Thread
from provenance.languages.de.clauses import Sentence, read_sentence
from provenance.languages.de.prepositional import SOURCE_WORDS
from provenance.languages.de.reading import fragments_of, read_frames
from provenance.languages.de.reported import reported_act
from provenance.languages.de.verbs import reporting_forms
from provenance.passage import Passage
from provenance.passage.sentences import SEAMS

#: Reporting words in one sentence: of 11,000 sentences of German Wikinews the richest has 8. Each may claim the whole
#: sentence, so that a text of nothing but such words would say much more than it has.
MOST_CUES = 16
#: A sentence of so few tokens is read whole, whatever stands in it.
FEW_TOKENS = 40


def find_statements(passages: Sequence[Passage]) -> list[Draft]:
    """The sourced statements of a document, in order of their first tokens."""
    drafts: list[Draft] = []
    for number, passage in enumerate(passages):
        thread = Thread(passage, number, drafts)
        for first, after in chain.from_iterable(_stretches(passage, *range_) for range_ in passage.sentences):
            sentence = read_sentence(passage, first, after)
            found = read_frames(sentence, number)
            if not found and (draft := backward_report(sentence, number)):
                found = [draft]
            if found:
                thread.follow(found)
                drafts.extend(found)
                continue
            for part in _parts(sentence):
                drafts.extend(_without_frame(part, number, thread))
    return drafts


def _stretches(passage: Passage, first: int, after: int) -> Iterator[Range]:
    """A sentence; in parts of `MOST_CUES` reporting words, at its commas, where it has more than a sentence has."""
    if after - first > FEW_TOKENS:
        forms = reporting_forms()
        cues = behind_seam = 0
        seam = first
        for at in range(first, after):
            word = passage.lower[at]
            if word in SEAMS:
                seam, behind_seam = at + 1, 0
            elif word in forms or word in SOURCE_WORDS:
                cues, behind_seam = cues + 1, behind_seam + 1
                if cues > MOST_CUES:
                    cut, cues = (seam, behind_seam) if seam > first else (at, 1)
                    yield first, cut
                    first = cut
    yield first, after


def _without_frame(sentence: Sentence, number: int, thread: Thread) -> list[Draft]:
    """A sentence (or its part up to a semicolon) without a frame: a sequel, a speech act, or nothing."""
    found = thread.sequel(sentence)
    if found is None:
        act = reported_act(sentence, number)
        found = [act] if act else []
    thread.follow(found)
    if thread.running is None:
        return found
    return fragments_of(sentence, thread.running, found)


def _parts(sentence: Sentence) -> list[Sentence]:
    """The sentence cut at its semicolons, if each part has room for a clause."""
    cuts = [
        segment.separator
        for segment in sentence.segments
        if segment.separator < sentence.body and sentence.words[segment.separator] == ";"
    ]
    if not cuts:
        return [sentence]
    borders = [sentence.first, *(at + 1 for at in cuts), sentence.after]
    return [
        read_sentence(sentence.passage, first, after) for first, after in pairwise(borders) if after > first
    ]
