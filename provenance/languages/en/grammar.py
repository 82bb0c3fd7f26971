"""The statements of an English document: each sentence's frames from left to right, then what carries on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from provenance.languages.base import Draft
from provenance.languages.en.accordance import according_to, hearsay
from provenance.languages.en.carry import fetch_speakers
from provenance.languages.en.colons import colon
from provenance.languages.en.cues import find_cues
from provenance.languages.en.frames import closing_frame, read_frame
from provenance.languages.en.nominals import nominal_frame, reporting_nouns
from provenance.languages.en.quotations import announced, first_half, floating, fragments
from provenance.languages.en.sentences import Sentence, read_sentences
from provenance.languages.en.verbs import reporting_forms
from provenance.languages.en.words import HEARSAY, of
from provenance.passage import Passage
from provenance.passage.sentences import LONGEST

ACCORDANCE = of("accordance")

#: Words outside the verb list that can make a statement; a paragraph without any trigger is not read.
_TRIGGERS = HEARSAY | ACCORDANCE | {":"}


def find_statements(passages: Sequence[Passage]) -> list[Draft]:
    """The sourced statements of a document, in order of their first tokens."""
    drafts: list[Draft] = []
    forms, nouns = reporting_forms(), reporting_nouns()
    pending: Draft | None = None
    for number, passage in enumerate(passages):
        triggers = [at for at, word in enumerate(passage.lower) if word in forms or word in nouns]
        if not triggers and not passage.quotes and _TRIGGERS.isdisjoint(passage.lower):
            continue
        for sentence in read_sentences(passage, number):
            found = _Reading(sentence, drafts).read(_within(triggers, sentence))
            if pending is not None and sentence.first == 0:
                _announce(pending, found)
            pending = None
            if sentence.words[sentence.body - 1] == ":" and sentence.after == len(passage.words):
                pending = announced(sentence, sentence.body - 1)
            fetch_speakers(found, drafts, passages)
            for draft in found:
                drafts.append(draft)
                drafts.extend(fragments(sentence, draft))
            if found and found[0].content[-1][1] > sentence.after:
                break  # a transcript's paragraph is one statement
    return drafts


def _within(triggers: list[int], sentence: Sentence) -> list[int]:
    return triggers[bisect_left(triggers, sentence.first) : bisect_left(triggers, sentence.after)]


class _Reading:
    """One sentence while its statements are collected, so that no words are claimed twice."""

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self.sentence = sentence
        self.drafts = drafts
        self.found: list[Draft] = []
        self.covered: set[int] = set()

    def read(self, triggers: list[int]) -> list[Draft]:
        """The sentence's statements, in order of their first tokens."""
        sentence = self.sentence
        half = first_half(sentence, self.drafts)
        if half is not None:
            first, after = half.content[-1]
            if after == sentence.first:
                half.content[-1] = (first, sentence.after)
            else:
                half.content.append((sentence.first, sentence.after))
            self.drafts.extend(fragments(sentence, half))
            return []
        framed = colon(sentence)
        if framed:
            return [framed]
        self._accordance()
        self._verbs(triggers)
        self._nouns(triggers)
        if not self.found:
            self._hearsay()
        self.found.extend(floating(sentence, self.covered))
        self.found.sort(key=lambda draft: (draft.content[0][0], -draft.content[-1][1]))
        return self.found

    def _take(self, draft: Draft) -> bool:
        """Keep a draft unless an earlier one claims some of its content."""
        content = [at for first, after in draft.content for at in range(first, after)]
        if not self.covered.isdisjoint(content):
            return False
        self.found.append(draft)
        self.covered.update(content)
        self.covered.update(at for first, after in draft.cue for at in range(first, after))
        return True

    def _accordance(self) -> None:
        sentence = self.sentence
        for at in range(sentence.first, sentence.body):
            if sentence.lower[at] in ACCORDANCE and sentence.outer[at] < 0:
                draft = according_to(sentence, at)
                if draft and self._take(draft):
                    self.covered.update(at for first, after in draft.frame for at in range(first, after))
                return

    def _verbs(self, triggers: list[int]) -> None:
        sentence = self.sentence
        forms = reporting_forms()
        cues = find_cues(sentence, [at for at in triggers if sentence.lower[at] in forms])
        floor = sentence.first
        closing = closing_frame(sentence, cues)
        if closing and self._take(closing):
            return
        for cue in cues:
            if cue.at in self.covered or cue.at < floor:
                continue
            draft = read_frame(sentence, cue, cues, floor, self.found[-1] if self.found else None)
            if draft and self._take(draft):
                if draft.content[0][0] < sentence.first:
                    _take_back(self.drafts, draft)
                floor = max(floor, *(after for ranges in (draft.content, draft.frame) for _, after in ranges))

    def _nouns(self, triggers: list[int]) -> None:
        nouns = reporting_nouns()
        for at in triggers:
            if self.sentence.lower[at] in nouns and at not in self.covered:
                draft = nominal_frame(self.sentence, at)
                if draft:
                    self._take(draft)

    def _hearsay(self) -> None:
        sentence = self.sentence
        for at in range(sentence.first, sentence.body):
            if sentence.lower[at] in HEARSAY and sentence.outer[at] < 0:
                draft = hearsay(sentence, at)
                if draft:
                    self._take(draft)
                return


def _announce(frame: Draft, found: list[Draft]) -> None:
    """Give the frame that closed the paragraph before with a colon to the quotation that opens this one."""
    if found and found[0].carried and found[0].content[0][0] == 0:
        draft = found[0]
        draft.carried, draft.pattern, draft.attribution_passage = False, frame.pattern, frame.passage
        draft.speaker, draft.cue, draft.frame = frame.speaker, frame.cue, frame.frame
        draft.speaker_passage = frame.speaker_passage


def _take_back(drafts: list[Draft], claimant: Draft) -> None:
    """Give a quotation of the sentence before to the frame that follows it: "Why?" Smith asked."""
    start = claimant.content[0][0]
    for number in range(len(drafts) - 1, max(len(drafts) - 1 - LONGEST, -1), -1):
        draft = drafts[number]
        if draft.passage != claimant.passage:
            return
        if draft.parent is None and any(first <= start < after for first, after in draft.content):
            draft.content = [piece for piece in draft.content if not piece[0] <= start < piece[1]]
            drafts[number:] = [
                other
                for other in drafts[number:]
                if other.content and not (other.parent is draft and other.content[0][0] == start)
            ]
            return
