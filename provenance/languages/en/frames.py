"""The one place that chooses among the frames of an English sentence: none claims the words of another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

from provenance.grammar.records import AGENTLESS, Frame, Range, Verb
from provenance.languages.en import words as w
from provenance.languages.en.beside import BESIDE, WHATEVER, Beside
from provenance.languages.en.subjects import as_subject
from provenance.languages.en.verbs import reporting_words
from provenance.languages.en.views import Views
from provenance.languages.en.words import of
from provenance.words import words as listed

WORDS = reporting_words()
CITE, REPORTING = of("cite"), frozenset({"saying", "judging", "thinking", "finding"})
#: Nouns for media; what stands in their names; whole names.
MEDIA_NOUNS = listed("en", "media", "anaphors", "nouns", "agency_nouns")
MEDIA_TITLES = listed("en", "media", "titles")
MEDIA_NAMES = listed("en", "media", "outlets", "short_names")
#: A frame behind what it reports is among so many last verbs of its sentence.
LATE_CUES = 3


class _Kept:
    """Frames in the order in which they were proposed, as far as their words were free."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.words: set[int] = set()

    def take(self, frame: Frame | None) -> bool:
        """Keep a frame unless an earlier one claims some of its words."""
        if frame is None or not self.words.isdisjoint(range(*_claimed(frame))):
            return False
        self.frames.append(frame)
        self.words.update(range(*_claimed(frame)))
        return True


class Frames(Beside, Views):
    """The frames of one sentence."""

    def frames(self) -> tuple[Frame, ...]:
        """The frames that are not reported themselves, in order.

        Whose words a whole sentence gives comes first, then the verbs from left to right, then nouns; hearsay where
        nothing else reports; then the quotations that are left.
        """
        if labelled := self.label():
            return (labelled,)
        kept = _Kept()
        for frame in (*self._by_words("accordance", self.accordance), *self.views()):
            kept.take(frame)
        self._verbs(kept)
        for frame in self._by_words("noun", self.nominal, kept.words):
            kept.take(frame)
        if not kept.frames:
            for frame in self._by_words("hearsay", self._hearsay):
                kept.take(frame)
        for quote in self.quotes:
            if quote.open + 1 not in kept.words and quote.open >= self.first:
                kept.take(next(self.beside(quote), None))
        frames = self._opening(self._cited(kept.frames))
        return tuple(self._parted(frames, kept.words))

    @cached_property
    def spots(self) -> list[int]:
        """The words that report and are no verbs."""
        return self.where(WORDS)

    def _by_words(
        self, group: str, read: Callable[[Verb, int], Frame | None], taken: AbstractSet[int] = frozenset()
    ) -> Iterator[Frame]:
        """What words that are no verbs report, where they are not reported themselves."""
        for at in self.spots:
            verb = WORDS[self.low[at]].verb
            here = verb.group == group and at not in taken and not self.quoted(at)
            if here and (frame := read(verb, at)):
                yield frame

    def _hearsay(self, verb: Verb, at: int) -> Frame | None:
        """The sentence around "reportedly" or "allegedly", without anybody who says so."""
        if self.body - self.first < 2:
            return None
        return Frame(verb, (at, at + 1), at, at + 1, AGENTLESS, (self.first, self.body))

    def _verbs(self, kept: _Kept) -> None:
        """The verbs from left to right: each has what those before it have left."""
        closing = self._closing()
        floor = closing.end if closing and kept.take(closing) else self.first
        for cue in self.cues:
            if cue.at in kept.words or cue.at < floor:
                continue
            frame = self.reported(cue, floor, kept.frames[-1] if kept.frames else None)
            if frame is not None and kept.take(frame):
                floor = max(floor, frame.end, _claimed(frame)[1])

    def _closing(self) -> Frame | None:
        """The frame that ends the sentence and reports all of it: "Six were held after refusing to go, police said."

        Without it the verbs before would each take their part, although the whole is somebody's report.
        """
        if self.first in self.opens:
            return None
        cues = self.cues
        for number in range(len(cues) - 1, max(len(cues) - 1 - LATE_CUES, 0), -1):
            cue = cues[number]
            if not cue.finite or not cue.verb.allows >= {"q", "v"}:
                continue
            if (framed := self.inverted(cue, self.first)) and framed.end >= self.body:
                return framed
            subject = self.subject_before(cue.first, cues[number - 1].at + 1)
            behind = self.complement(cue)
            ends = behind.start >= self.body or self.word(behind.start) == ","
            if subject and not behind.form and ends and self.word(subject[1] - 1) == ",":
                return self.postposed(cue, subject, behind, self.first)
        return None

    def _cited(self, frames: Sequence[Frame]) -> list[Frame]:
        """Whom a medium cites speaks, and the medium passes it on: "The Echo, citing an official, reported that …"."""
        found = list(frames)
        for citing in frames:
            if citing.verb.infinitive not in CITE or citing.content is None or not citing.speaker.phrases:
                continue
            medium = citing.speaker.phrases
            if not self.low[citing.cue[1] - 1].endswith(w.ING) or not self._is_medium(medium[0]):
                continue
            for number, other in enumerate(found):
                if other is not citing and other.speaker.phrases == medium and other.verb.group in REPORTING:
                    found[number] = replace(other, speaker=as_subject(citing.content))
                    found.remove(citing)
                    break
        return found

    def _is_medium(self, phrase: Range) -> bool:
        """Whether a phrase is a noun for a medium or the name of one."""
        words, low = self.words[slice(*phrase)], self.low[slice(*phrase)]
        noun = low[-1] in MEDIA_NOUNS or " ".join(low[-2:]) in MEDIA_NOUNS
        return (
            noun or not MEDIA_TITLES.isdisjoint(words) or not MEDIA_NAMES.isdisjoint((" ".join(words), *low))
        )

    def _opening(self, frames: list[Frame]) -> list[Frame]:
        """With the frame of the next paragraph, where a colon closes this one."""
        colon = self.body - 1
        if self.words[colon] != ":" or self.after < len(self.words) or colon <= self.first:
            return frames
        announced = self.announced(colon, (self.body, self.body))
        if announced is None:
            return frames
        opens = replace(announced, start=colon, content=None, form="open")
        return [*(one for one in frames if one.end <= colon), opens]

    def _parted(self, frames: Sequence[Frame], taken: AbstractSet[int]) -> Iterator[Frame]:
        """The frames in order, each without the words of those before it and of those that its subject holds: "The firm,
        which is expected to close, said"; with what the relative pronoun means that is a speaker."""
        ends = sorted((_end(frame), frame.start) for frame in frames)
        speakers = {phrase[1]: phrase for frame in reversed(frames) for phrase in frame.speaker.phrases}
        starts: list[tuple[int, int]] = []
        for number, frame in enumerate(frames):
            end, begins = ends[max(bisect_right(ends, (frame.cue[0], self.after)) - 1, 0)]
            start = end if frame.start < begins and end <= frame.cue[0] else frame.start
            if frame.verb is WHATEVER and frame.content:
                colon = frame.content[0] - 1
                start = start if taken.isdisjoint(range(start, colon)) else colon
            starts.append((start, number))
        at = self.first
        for begins, number in sorted(starts):
            frame, start = frames[number], max(begins, at)
            himself = self.antecedent(frame.speaker.phrases[0], speakers) if frame.speaker.phrases else None
            if himself:
                frame = replace(frame, speaker=replace(frame.speaker, himself=himself))
            yield replace(frame, start=start) if start > frame.start else frame
            at = max(frame.end, frame.content[1]) if frame.content else frame.end


def _claimed(frame: Frame) -> Range:
    """The words of a frame and of what it reports that no other frame can have."""
    if frame.content is None:
        return frame.section
    if frame.verb is BESIDE:
        return frame.start, frame.content[1]
    first = frame.content[0] if frame.verb is WHATEVER else min(frame.cue[0], frame.content[0])
    return first, frame.content[1]


def _end(frame: Frame) -> int:
    """Where a frame and all that it reports ends."""
    return max(frame.end, frame.section[1], frame.content[1] if frame.content else -1)
