"""Tokens of an English sentence → clauses: frames and what they report, cut where the content begins.

English marks a clause of content by no comma, so that the verb decides where it begins: what stands behind a reporting
verb, its hearer and its adverbials (Huddleston and Pullum, chapter 11). A clause is v1 if its content stands around or
before it, v2 if its content is the next clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from provenance.grammar.records import Clause, Predicate, Range, Sentence, Speaker
from provenance.languages.en.acts import ACTS
from provenance.languages.en.frames import WORDS, Frames
from provenance.languages.en.phrases import DASHES, FORMS
from provenance.languages.en.verbless import GIVEN, LABEL, Frame
from provenance.languages.en.words import is_name
from provenance.passage import Passage, Quote
from provenance.passage.sentences import LONGEST

#: Sentences that quotations join are one up to so many tokens; the longest that US campaign news join have 329.
LONGEST_JOINED = 2 * LONGEST
#: Behind a quotation that a question mark ends the frame is short.
LATE_FRAME = 7
#: A subject that opens its sentence has at most so many tokens before it.
LATE_SUBJECT = 2
NO_FORMS: frozenset[str] = frozenset()
OPEN = frozenset({"open"})
_TRIGGERS = FORMS.keys() | WORDS.keys() | ACTS.keys() | {":"}


class Reader(Frames):
    """One sentence while its clauses are read."""

    def sentence(self, number: int) -> Sentence:
        """The sentence with its clauses, verbs and quotations."""
        clauses = tuple(self._clauses())
        starts = [clause.start for clause in clauses]
        return Sentence(
            self.passage,
            number,
            self.first,
            self.after,
            self.body,
            clauses,
            tuple(self.quotes),
            starts,
            {},
            {},
        )

    def _clauses(self) -> Iterator[Clause]:
        cuts: list[tuple[int, int, Frame | None, Frame | None]] = []
        at = self.first
        for frame in self.frames():
            start = max(frame.start, at)
            if start > at:
                cuts.append((at, start, None, None))
            cuts.append((start, frame.end, frame, None))
            at = frame.end
            if frame.content >= 0:
                at = max(frame.reach, at)
                cuts.append((frame.content, at, None, frame))
        if at < self.body or not cuts:
            cuts.append((at, max(self.body, at), None, None))
        for number, (start, end, opened, content) in enumerate(cuts):
            yield self._clause(number, (start, end), opened, content)

    def _clause(self, number: int, bounds: Range, frame: Frame | None, content: Frame | None) -> Clause:
        start, end = bounds
        around = frame is not None and frame.content < 0
        return Clause(
            number,
            start,
            end,
            "," if around else "",
            "fragment" if frame is None or frame.form == "open" else "v1" if around else "v2",
            start,
            self.low[start] if start < self.after else "",
            -1,
            -1,
            self._predicate(number, frame) if frame else None,
            -1,
            around,
            frame.section if frame and around else (self.first, self.body),
            self._forms(content) if content else OPEN if frame and frame.form == "open" else NO_FORMS,
            NO_FORMS,
            content.reach if content else -1,
        )

    def _predicate(self, number: int, frame: Frame) -> Predicate:
        tokens = tuple(range(*frame.cue))
        speaker = Speaker(agentless=frame.passive)
        if frame.speaker:
            labelled = frame.verb is LABEL and bool(frame.form) and frame.speaker[1] == frame.cue[0]
            himself = self.antecedent(frame.speaker)
            speaker = Speaker((frame.speaker,), frame.way, himself=himself, labelled=labelled)
        if frame.verb.group == "hearsay":
            speaker = Speaker(agentless=True)
        return Predicate(
            frame.verb, tokens, frame.cue[0], number, False, frame.passive, False, speaker, frame.hearer
        )

    def _forms(self, frame: Frame) -> frozenset[str]:
        quoted = frame.form == "speech" or self._wholly_quoted(frame.content, frame.reach)
        return frozenset({"quoted" if quoted else frame.form})

    def _wholly_quoted(self, start: int, end: int) -> bool:
        """Whether every word of content stands in quotation marks; a "that" before them does not count."""
        return all(self.quoted(at) or not self.words[at][0].isalnum() for at in range(start, end))


def read_sentence(passage: Passage, number: int, first: int, after: int) -> Sentence:
    """The clauses of one sentence of a passage."""
    return Reader(passage, first, after).sentence(number)


def person_in(sentence: Sentence) -> Range | None:
    """The person with a full name who is the subject of a sentence: "Marsh's lawyer, Otto Lind, was brief.\""""
    reader = Reader(sentence.passage, sentence.first, sentence.after)
    subject = reader.main_subject(reader.body)
    if subject is None or subject[1] > sentence.first + LATE_SUBJECT:
        return None
    words, low = sentence.passage.words, sentence.passage.lower
    named = any(
        low[at] in GIVEN and is_name(words[at]) and is_name(words[at + 1])
        for at in range(subject[0][0], subject[0][1] - 1)
    )
    return subject[0] if named else None


def units(passage: Passage) -> Iterator[Range]:
    """The sentences of a passage; those that a quotation spans are one, and "Why?" with its frame behind it."""
    if not passage.inside:
        yield from passage.sentences
        return
    outer = _outermost(passage)
    first, last = 0, len(passage.words)
    for _, after in passage.sentences:
        number = bisect_left(outer, after, key=_close)
        opened = outer[number].open if number < len(outer) and after < last else last
        within = opened < after
        if within and after - first > LONGEST_JOINED:
            # Cut before the quotation that goes on, unless it is all that there is.
            after = opened
            within = after <= first
        elif not within and after < last and passage.inside[after - 1] >= 0:
            within = _framed_late(passage, after) and after - first <= LONGEST_JOINED
        if not within:
            yield first, after
            first = after


def _outermost(passage: Passage) -> list[Quote]:
    """The quotations that stand in no other."""
    found: list[Quote] = []
    for quote in passage.quotes:
        if not found or quote.open > found[-1].close:
            found.append(quote)
    return found


def _close(quote: Quote) -> int:
    return quote.close


def _framed_late(passage: Passage, at: int) -> bool:
    """ "Why?" Smith asked: the question mark ended the sentence, but its frame follows."""
    if passage.words[at] in DASHES:
        return True  # "“…” ― Anna Lind"
    if passage.words[at - 2] not in "?!" or passage.inside[at] >= 0:
        return False
    for k in range(at, min(at + LATE_FRAME, len(passage.words))):
        form = FORMS.get(passage.lower[k])
        if form is not None and "q" in form.verb.allows:
            return True
        if not passage.words[k][0].isalnum() and passage.words[k] != ".":
            return False
    return False


def may_report(passage: Passage, first: int, after: int) -> bool:
    """Whether a sentence holds any word by which a construction could begin."""
    if not _TRIGGERS.isdisjoint(passage.lower[first:after]):
        return True
    return bool(passage.inside) and max(passage.inside[first:after]) >= 0
