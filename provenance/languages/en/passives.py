"""Passives of reporting: X was accused by Y; X was told that …; it is understood that …"""

from __future__ import annotations

from dataclasses import replace

from provenance.grammar.records import AGENTLESS, Frame, Range, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.complements import DEEDS
from provenance.languages.en.parentheticals import Parentheticals
from provenance.languages.en.predicates import Cue
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import is_adverb, of
from provenance.words import words as listed

#: The participle whose subject was asked and answers behind it.
ASKED = Verb("", "", frozenset("q"), "asked")
ACCUSED, ACCUSING = of("accused_of"), of("accusing")
MADE, DUMMY = of("made_by"), w.endings("dummy")
PARTICIPLES = of("infinite_auxiliaries")
HELD, WIDELY = of("held"), of("widely")
ONE_OF = listed("en", "clauses", "one_of")
SAYING = frozenset({"saying", "judging"})
PRONOUNS = w.OBJECT_PRONOUNS | w.SUBJECT_PRONOUNS | w.RELATIVES | w.THAT
SAID_TO_BE = frozenset({"that", "question", "infinitive"})


class Passives(Parentheticals):
    """The passives of reporting in one sentence."""

    def passive(self, cue: Cue, floor: int) -> Frame | None:
        """X was accused by Y of …; asked about …; it is understood that …"""
        subject = self.subject_before(cue.first, floor) if cue.first > floor else None
        if subject and self.low[subject[1]] in w.THAT and cue.auxiliary in PARTICIPLES:
            return None  # "that being said,"
        dummy = subject is not None and self.low[subject[1]].startswith(DUMMY)
        hearer = "h" in cue.verb.allows
        heard = (subject[0],) if subject and hearer else ()
        told = subject[0] if subject and not hearer and not dummy else None
        verb, first, end = ASKED if cue.hanging else cue.verb, cue.first, cue.at + 1
        frame = Frame(verb, (first, end), first, end, AGENTLESS, hearer=heard, passive=True)
        if cue.verb.group in SAYING and self.is_undone(cue):
            return None  # "was not announced to reporters"
        if self.word(cue.at + 1) in w.BY and "e" not in cue.verb.allows:
            return self._told_by(frame, cue) or (self._with_agent(frame, cue, told) if told else None)
        if told and self._is_held(cue):
            return replace(frame, section=(told[0], self.content_end(cue.at + 1, cue, False)))
        if not cue.verb.allows.isdisjoint("ae") or cue.verb.infinitive in DEEDS:
            return None  # "is called", "is supported": nobody says anything
        behind = self.complement(cue)
        if not behind.form and dummy and subject:
            return self.told_last(cue, subject[1], behind.start, floor)
        if not behind.form or (behind.form == "object" and hearer):
            return None
        if "q" not in cue.verb.allows and cue.verb.group == "finding" and behind.form not in SAID_TO_BE:
            return None  # "was found guilty"
        end = self.content_end(behind.start, cue, behind.form == "preposition")
        if cue.hanging or (hearer and cue.first == cue.at):
            end = self.first_comma(behind.start, end)
        frame = replace(frame, end=behind.start)
        if told is None:
            return replace(frame, content=(behind.start, end), form=behind.form)
        if by := self._late_agent(behind.start, end):
            return replace(frame, speaker=_agent(by + 1, end), section=(told[0], by))
        return replace(frame, section=(told[0], end))

    def _is_held(self, cue: Cue) -> bool:
        """Whether many are said to think so: "is widely seen as", "has long been considered the best"."""
        if cue.verb.infinitive not in HELD:
            return False
        behind = " ".join(self.low[cue.at + 1 : cue.at + 3])
        return not WIDELY.isdisjoint(self.low[cue.first : cue.at]) or behind in ONE_OF

    def _told_by(self, frame: Frame, cue: Cue) -> Frame | None:
        """Warned by X that …; urged by X to …: the agent tells the subject what stands behind him."""
        after = cue.at + 2
        end = self.phrase_end(after, self.body)
        that = self.word(end) in w.THAT and "d" in cue.verb.allows
        that = that and (self.is_definite(end + 1, w.SUBJECT_PRONOUNS) or self.has_finite(end + 1))
        if end == after or not (that or (self.word(end) in w.TO and "h" in cue.verb.allows)):
            return None
        content, form = (end, self.content_end(end, cue, False)), "that" if that else "infinitive"
        speaker = _agent(after, end)
        return replace(frame, end=end, speaker=speaker, content=content, form=form, passive=False)

    def _with_agent(self, frame: Frame, cue: Cue, told: Range) -> Frame | None:
        """The plan was criticised by X: the subject is what is spoken of."""
        after = cue.at + 2
        end = self.speaker_after(after, self.body)
        if end == after or self.low[after].endswith(w.ING):
            return None
        if self.is_pronoun(told) or cue.verb.infinitive in MADE:
            return None  # "the book was written by X"
        if not self.speaks((after, end)):
            return None  # "winters characterised by fog"
        if self.word(end) in ACCUSED and cue.verb.infinitive in ACCUSING and end + 1 < self.body:
            content = end, self.content_end(end, cue, True)
            agent = _agent(after, end)
            return replace(frame, end=end, speaker=agent, content=content, form="preposition", passive=False)
        return replace(frame, end=end, speaker=_agent(after, end), section=(told[0], end))

    def _late_agent(self, start: int, end: int) -> int:
        """The "by" of an agent behind what a passive says: "accused of fraud by the union"; 0 if there is none."""
        by = next((at for at in range(end - 2, start, -1) if self.word(at) in w.BY), 0)
        led = self.is_finite(self.word(by - 1)) or has_form(self.word(by - 1), "participle")
        return by if by and not led and "," not in self.words[by:end] and self.speaks((by + 1, end)) else 0

    def is_pronoun(self, phrase: Range) -> bool:
        """Whether a phrase says nothing but whom or what another one names: "him", "it yet", "that"."""
        return all(low in PRONOUNS or is_adverb(low) for low in self.low[slice(*phrase)])


def _agent(start: int, end: int) -> Speaker:
    return Speaker(((start, end),), "agent of the passive")
