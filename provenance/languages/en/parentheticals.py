"""Frames behind or inside what they report: "…," X said; the dam, X said, holds; which X says has failed."""

from __future__ import annotations

from dataclasses import replace

from provenance.grammar.records import AGENTLESS, Frame, Range, Speaker
from provenance.languages.en import words as w
from provenance.languages.en.complements import Complement
from provenance.languages.en.ends import Ends
from provenance.languages.en.phrases import ATTACHING
from provenance.languages.en.predicates import Cue
from provenance.languages.en.subjects import Subject, as_subject
from provenance.languages.en.words import is_adverb, of
from provenance.passage import Quote

ADVERBIAL_OPENERS = w.SUBORDINATORS - of("content_subordinators")
FRAME_ADVERBIALS = of("frame_adverbials") | w.OCCASIONS
FRAME_STOPS, INVERTED_STOPS = of("frame_stops") | {";", ":"}, of("inverted_stops") | {","}
OPEN_OBJECTS, RELATIVE_HEADS = of("open_objects"), of("relative_heads")
#: What does not go on with content behind a frame: adverbial clauses that give no reason, and other words.
ASIDES, NO_CONTINUATIONS = w.SUBORDINATORS - of("reasons"), of("no_continuations")
HOLD, SUCH = of("hold"), of("such")
#: More words than these before a comma hold a verb, known or not.
LONG_CLAUSE, SHORT_CLAUSE = 7, 2


class Parentheticals(Ends):
    """The reporting parentheticals of one sentence (Quirk et al., A Comprehensive Grammar, 15.54)."""

    def relative(self, cue: Cue, subject: Subject, behind: Complement) -> Frame | None:
        """Which they say has failed; whom he described as volatile: the content's head precedes the frame."""
        head, start = subject[1] - 1, cue.at + 1
        while is_adverb(self.word(head)):
            head -= 1
        if self.word(head) not in RELATIVE_HEADS or start >= self.body or cue.verb.infinitive in HOLD:
            return None
        if self.is_undone(cue):
            return None  # "the trick that sailors don’t know"
        low = self.low[start]
        verb = low in w.FINITES or low.endswith(w.ED)
        if not behind.form:
            open_ended = verb or start in self.opens or low in OPEN_OBJECTS
        else:
            open_ended = behind.form == "preposition" or (behind.form == "clause" and verb)
        if not open_ended or (self.low[head] in w.THAT and not verb):
            return None
        section = (head, self.first_comma(start, self.body))
        return Frame(cue.verb, (cue.first, start), subject[1], start, as_subject(subject[0]), section)

    def postposed(self, cue: Cue, subject: Subject, behind: Complement, floor: int) -> Frame | None:
        """A frame whose subject stands before its verb: "…," X said; "…," X said, "…"; …, as X said."""
        allows, (phrase, start) = cue.verb.allows, subject
        as_clause = start > floor and self.word(start - 1) in w.AS and not behind.form
        as_clause = as_clause and self.word(start - 2) not in SUCH
        as_clause = as_clause and (behind.start >= self.body or not self.opens_phrase(behind.start))
        start -= as_clause
        quote = self._quotation_before(start, floor)
        if quote is None and self.is_relative(phrase):
            return None
        follows = self.word(cue.at + 1)
        out = "d" in allows and "+" + follows in allows
        put = as_clause and (out or follows in w.OBJECT_PRONOUNS)  # "as X put it", "as X pointed out"
        if "v" not in allows and not put and (quote is None or "q" not in allows):
            return None
        end = behind.start
        if behind.form:
            if quote and quote.open <= floor + 1 and not (behind.form == "quotation" and behind.comma):
                end = behind.cue_after  # the whole sentence so far is quoted: "…," X said of the plan
            elif self._is_second_half(start, behind, quote, floor):
                end -= 1
            else:
                return None
        elif quote is None and not as_clause and not self._clause_before(start, floor, end):
            inside = start - 1 > floor and self.word(start - 1) == "," and self.word(end) == ","
            if not inside or self._second_half(end, False) is None:
                return None
        group, speaker = (cue.first, cue.at + 1), as_subject(phrase)
        return self._around(Frame(cue.verb, group, start, end, speaker, hearer=behind.hearer), quote, floor)

    def inverted(self, cue: Cue, floor: int) -> Frame | None:
        """A frame whose verb stands before its subject: "…," said X, a teacher."""
        at = cue.at
        if (
            cue.kind == "ing"
            or cue.first < at
            or "q" not in cue.verb.allows
            or not floor < at < self.body - 1
        ):
            return None
        if not self.opens_phrase(at + 1):
            return None
        quote = self._quotation_before(at, floor)
        if quote is None and ("v" not in cue.verb.allows or not self._closes_clause(cue, floor)):
            return None
        end = self.speaker_after(at + 1, self.body)
        speaker = Speaker(((at + 1, end),), "subject behind the verb")
        return self._around(Frame(cue.verb, (at, at + 1), at, self.comma_after(end), speaker), quote, floor)

    def inverted_first(self, cue: Cue) -> Frame | None:
        """A verb that opens the sentence before its subject and a quotation: Said Lind: "…"."""
        at = cue.at
        if at != self.first or cue.kind not in ("past", "s") or "q" not in cue.verb.allows:
            return None
        end = self.speaker_after(at + 1, self.body)
        quote = self.opens.get(end + 1)
        if end == at + 1 or quote is None or self.word(end) not in (",", ":"):
            return None
        speaker = Speaker(((at + 1, end),), "subject behind the verb")
        content = quote.open, self.body
        return Frame(cue.verb, (at, at + 1), at, quote.open, speaker, content=content, form="quotation")

    def told_last(self, cue: Cue, start: int, end: int, floor: int) -> Frame | None:
        """ "The road will close, it has been announced": what nobody is named for stands first."""
        if self.word(start - 1) != "," or not self._clause_before(start, floor, end):
            return None
        frame = Frame(cue.verb, (cue.first, cue.at + 1), start, end, AGENTLESS, passive=True)
        return self._around(frame, None, floor)

    def _quotation_before(self, at: int, floor: int) -> Quote | None:
        """The quotation that ends right before token `at`, a comma between allowed."""
        last = at - 2 if self.breaks(at - 1) else at - 1
        quote = self.closes.get(last) if last >= floor else None
        return quote if quote and quote.size > 1 else None

    def _is_second_half(self, start: int, behind: Complement, quote: Quote | None, floor: int) -> bool:
        """Whether the quotation behind a frame goes on with what stands before it: "But," X said, "it is over".

        A second half begins with a small letter; an adverbial of the frame ("In an interview, X said, …") does not
        count as a first half.
        """
        if behind.form != "quotation" or not behind.comma or self.words[behind.start - 1] != ",":
            return False
        if quote is not None:
            return True
        if start - 1 <= floor or self.word(start - 1) != ",":
            return False
        return self.words[behind.start + 1][0].islower() and FRAME_ADVERBIALS.isdisjoint(
            self.low[floor:start]
        )

    def _around(self, frame: Frame, quote: Quote | None, floor: int) -> Frame | None:
        """The frame with the reach of what stands before and behind it."""
        start = frame.start - self.breaks(frame.start - 1)
        first = self._content_start(quote, start, floor)
        rest = self._second_half(frame.end, quote is not None)
        if rest is None and first >= start:
            return None
        end, reach = rest or (self._frame_end(frame.end),) * 2
        return replace(frame, end=end, section=(first, reach))

    def _content_start(self, quote: Quote | None, start: int, floor: int) -> int:
        """Start of content that ends before `start`: behind the mark or conjunction that parts it from others."""
        first = floor
        while first < start and (
            self.breaks(first) or self.word(first) in w.COORDINATORS or self.word(first) in (";", ":")
        ):
            first += 1
        near = quote is not None and (first <= quote.open <= first + 2 or self.words[quote.open - 1] == ":")
        return quote.open if quote is not None and near else first

    def _second_half(self, end: int, quoted: bool) -> Range | None:
        """What the sentence goes on with behind a frame in the middle: ", "…"" or ", is over"."""
        if end in self.opens:
            return (end, self.body)
        if end + 1 >= self.after or not (self.breaks(end) or self.word(end) == ":"):
            return None
        if quote := self.opens.get(end + 1):
            after = quote.close + 1
            goes_on = self.word(after)[:1].isalnum() and self.words[quote.close - 1] not in ".!?,"
            return (end + 1, self.body if goes_on or not quoted else after)  # "“We,” X said, “will go” home"
        low = self.low[end + 1]
        if quoted:  # "The “dam,” X said, leaks"
            return (end + 1, self.body) if self.is_finite(low) else None
        ends = low in ASIDES or low in NO_CONTINUATIONS or low.endswith(w.ING)
        return None if ends else (end + 1, self.body)

    def _frame_end(self, end: int) -> int:
        """A frame without content behind it reaches to the next mark, adverbial clause or the sentence's end."""
        while (low := self.word(end)) and not self.breaks(end) and low not in FRAME_STOPS:
            end += 1
        return end

    def _clause_before(self, at: int, floor: int, end: int = -1) -> bool:
        """Whether a clause with a finite verb stands before the comma at the left of `at`; where the frame ends the
        sentence at `end`, a short one whose verb is not known will do."""
        comma = at - 1
        if comma <= floor or self.words[comma] != ",":
            return False
        first, before = self.low[floor], self.low[floor:comma]
        if first in ADVERBIAL_OPENERS:
            return "," in before[1:]
        closes = end >= self.body or (self.word(end) == "," and self.comments(end + 1))
        if (
            len(before) > (SHORT_CLAUSE if closes else LONG_CLAUSE)
            and first not in w.PREPOSITIONS
            and FRAME_ADVERBIALS.isdisjoint(before)
        ):
            return True
        return any(floor <= cue.at < comma and cue.finite for cue in self.cues) or any(
            self.is_finite(low) or low in w.SUBJECTS or self.quoted(k) for k, low in enumerate(before, floor)
        )

    def _closes_clause(self, cue: Cue, floor: int) -> bool:
        """Whether "…, said X" closes a clause, told from "X, a teacher, said the plan had failed"."""
        at = cue.at
        pronoun = self.low[at + 1] in w.SUBJECT_PRONOUNS
        if self.word(at - 1) != "," or not cue.verb.allows.isdisjoint("ha") or pronoun:
            return False
        if not self._clause_before(at, floor) and ("r" in cue.verb.allows or at - floor < 4):
            return False
        for k in range(at + 2, self.body):
            low = self.low[k]
            if low in INVERTED_STOPS:
                break
            reduced = low.endswith(w.ED) and self.word(k + 1) in ATTACHING  # "people briefed on the talks"
            if self.quoted(k) or (self.is_finite(low) and not reduced) or low in w.SUBJECT_PRONOUNS:
                return False
        subject = self.subject_before(at, self.first)
        return subject is None or subject[1] != floor
