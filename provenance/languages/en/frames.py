"""All that may report in an English sentence: verbs from left to right, adverbials, nouns, hearsay, quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from provenance.grammar.records import AGENTLESS, Frame, Range, Rival, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.beside import Beside
from provenance.languages.en.verbs import reporting_words
from provenance.languages.en.views import Views
from provenance.languages.en.words import of
from provenance.words import words as listed

WORDS = reporting_words()
CITE = of("cite")
#: Nouns for media; what stands in their names; whole names.
MEDIA_NOUNS = listed("en", "media", "anaphors", "nouns", "agency_nouns")
MEDIA_TITLES = listed("en", "media", "titles")
MEDIA_NAMES = listed("en", "media", "outlets", "short_names")
#: A frame behind what it reports is among so many last verbs of its sentence.
LATE_CUES = 3


class Frames(Beside, Views):
    """The frames of one sentence."""

    def frames(self) -> tuple[Frame, ...]:
        """All that may report in the sentence, for the engine to choose among; nouns and quotations only where neither a
        label nor a verb reports, for of 70 nouns within a verb's content 7 were rather the ones that report (training
        articles of the English quotation corpus), and hearsay where nothing else does."""
        sure = [*filter(None, [self.label() or self.message()]), *self._cited(tuple(self._verbs()))]
        taken = {at: frame for frame in sure for at in range(*frame.claim)}
        found = [*self._by_words("preposition", self.accordance), *self.views(), *sure]
        nouns = self._by_words("noun", self.nominal)
        found.extend(frame for frame in nouns if taken.keys().isdisjoint(range(*frame.claim)))
        for quote in self.quotes:
            if quote.open >= self.first and quote.open + 1 not in taken:
                found.extend(self.beside(quote, taken))
        found = found or list(self._by_words("adverb", self._hearsay))
        speakers = {phrase[1]: phrase for frame in reversed(found) for phrase in frame.speaker.phrases}
        return tuple(self._with_antecedent(frame, speakers) for frame in self._opening(found, taken))

    @cached_property
    def spots(self) -> list[int]:
        """The words that report and are no verbs."""
        return self.where(WORDS.keys())

    def _by_words(self, group: str, read: Callable[[Verb, int], Frame | None]) -> Iterator[Frame]:
        """What words that are no verbs report."""
        for at in self.spots:
            verb = WORDS[self.low[at]].verb
            if verb.group == group and not self.quoted(at) and (frame := read(verb, at)):
                yield frame

    def _hearsay(self, verb: Verb, at: int) -> Frame | None:
        """The sentence around "reportedly" or "allegedly", without anybody who says so."""
        if self.low[self.first] in w.QUESTION_WORDS:
            return None  # "How the ring allegedly worked"
        return Frame(verb, (at, at + 1), at, at + 1, AGENTLESS, (self.first, self.body))

    def _verbs(self) -> Iterator[Frame]:
        """What the verbs report, from left to right: each has what those before it have left."""
        before = self._closing()
        floor = before.end if before else self.first
        taken = set(range(*before.claim)) if before else set[int]()
        yield from filter(None, [before])
        for cue in self.cues:
            if cue.at in taken:
                continue
            frame = self.reported(cue, floor, before)
            if frame is not None and taken.isdisjoint(range(*frame.claim)):
                yield frame
                before = frame
                taken.update(range(*frame.claim))
                floor = max(floor, frame.end, frame.claim[1])

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
                if other is not citing and other.speaker.phrases == medium:
                    passes_on = Rival(medium[0], "cites somebody else")
                    cited = Speaker((citing.content,), "who is cited", rivals=(passes_on,))
                    found[number] = replace(other, speaker=cited)
                    found = [one for one in found if one is not citing]
                    break
        return found

    def _is_medium(self, phrase: Range) -> bool:
        """Whether a phrase is a noun for a medium or the name of one."""
        words, low = self.words[slice(*phrase)], self.low[slice(*phrase)]
        noun = low[-1] in MEDIA_NOUNS or " ".join(low[-2:]) in MEDIA_NOUNS
        return (
            noun or not MEDIA_TITLES.isdisjoint(words) or not MEDIA_NAMES.isdisjoint((" ".join(words), *low))
        )

    def _opening(self, frames: Sequence[Frame], taken: Mapping[int, Frame]) -> Sequence[Frame]:
        """With the frame of the next paragraph, where a colon closes this one."""
        colon = self.body - 1
        if self.words[colon] != ":" or self.after < len(self.words) or colon <= self.first:
            return frames
        announced = self.announced(colon, (self.body, self.body), taken)
        if announced is None:
            return frames
        opens = replace(announced, start=colon, content=None, form="open")
        return [*(one for one in frames if one.end <= colon), opens]

    def _with_antecedent(self, frame: Frame, speakers: Mapping[int, Range]) -> Frame:
        """The frame with what the relative pronoun means that speaks in it."""
        himself = self.antecedent(frame.speaker.phrases[0], speakers) if frame.speaker.phrases else None
        return replace(frame, speaker=replace(frame.speaker, himself=himself)) if himself else frame
