"""Nouns of saying with their owners and what they are of: his claim that …; the senator's call for …"""

from __future__ import annotations

from provenance.glyphs import APOSTROPHES
from provenance.grammar.records import AGENTLESS, Frame, Range, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.complements import OWNERS
from provenance.languages.en.phrases import FORMS
from provenance.languages.en.reports import Reports
from provenance.languages.en.subjects import GIVERS, as_subject, whose
from provenance.languages.en.words import is_adverb, is_name, is_possessive, of
from provenance.words import words as listed

RUMOURS, RUMOURED, AND, EXISTENTIAL = of("rumours"), of("rumoured"), of("and"), of("existential")
PLURALS = tuple(listed("en", "people", "plurals"))
OWN_VOICE = listed("en", "people", "first_person")
#: So many words of an owner stand before such a noun.
OWNER = 8
#: A request for money says nothing.
CURRENCIES = "$€£"


class Nouns(Reports):
    """The nouns of saying in one sentence."""

    def nominal(self, verb: Verb, at: int) -> Frame | None:
        """His claim that …; the senator's call for …: a noun with an owner before it and content behind it."""
        lead = self.word(at + 1)
        if is_name(self.words[at]) and at > self.first:
            return None
        if lead in GIVERS:
            return self._given(verb, at)
        is_that = lead in w.BE and self.word(at + 2) in w.THAT and "+" + self.word(at + 2) in verb.allows
        if "+" + lead not in verb.allows and not is_that:
            return None
        owner = self.owner_before(at)
        if owner is not None and self.low[owner[0]] in OWN_VOICE:
            return None  # "my hope is that"
        if owner is None:
            return (self._there_are(verb, at) or self._rumoured(verb, at)) if lead in w.THAT else None
        (first, after), start = owner, at + 1 if lead in w.THAT or lead in w.TO else at + 2
        while first < after - 1 and self.words[first][0].islower() and self.low[first] in FORMS:
            first += 1  # "echo Lind's concerns"
        lead = self.word(start) if is_that else lead
        end = self.phrase_limit(start, self.body)
        if lead not in w.THAT:
            end = next((k for k in range(start + 1, end) if self.word(k) in w.FINITES), end)
        if end - start < 2 or first >= after or self.words[start][0] in CURRENCIES:
            return None
        form = "that" if lead in w.THAT else "preposition"
        speaker = whose((first, after))
        if self.low[first] in OWNERS and self.is_finite(self.word(first - 1)):
            subject = self.subject_before(self._group_start(first - 1), self.first)
            if subject is not None and self.speaks(subject[0]) and self.low[subject[1]] not in w.SUBJECTS:
                speaker = as_subject(subject[0])  # "Lind has repeated her claim that"
        return Frame(verb, (after, start), first, start, speaker, content=(start, end), form=form)

    def _group_start(self, at: int) -> int:
        """The first auxiliary before a verb."""
        while self.word(at - 1) in w.AUXILIARIES or is_adverb(self.word(at - 1)):
            at -= 1
        return at

    def _given(self, verb: Verb, at: int) -> Frame | None:
        """The claim by X that …; calls from X for …"""
        end = self.phrase_end(at + 2, self.body)
        while self.word(end) in AND and self.opens_phrase(end + 1):
            end = self.phrase_end(end + 1, self.body)  # "charges by state and local regulators that"
        lead = self.word(end)
        if "+" + lead not in verb.allows or not self.speaks((at + 2, end)):
            return None
        that = lead in w.THAT
        start = end + (not that and lead not in w.TO)
        reach = self.phrase_limit(start, self.body)
        if not that:
            reach = next((k for k in range(start + 2, reach) if self.word(k) in w.AUXILIARIES), reach)
        giver, content = Speaker(((at + 2, end),), "who an act comes from"), (start, reach)
        form = "that" if that else "preposition"
        return Frame(verb, (at, at + 2), at, start, giver, content=content, form=form)

    def _there_are(self, verb: Verb, at: int) -> Frame | None:
        """There are fears that …: nobody says who fears."""
        be = at - 1
        while be > at - 4 and self.word(be) not in w.BE and self.word(be).isalpha():
            be -= 1
        while self.word(be - 1) in w.AUXILIARIES:
            be -= 1
        there = self.word(be) in w.AUXILIARIES and self.word(be - 1) in EXISTENTIAL
        return self._held(verb, be, be - 1, at + 1) if there else None

    def _rumoured(self, verb: Verb, at: int) -> Frame | None:
        """Amid reports that …: nobody says who reports."""
        before = at - 1
        while self.word(before) in RUMOURED:
            before -= 1
        led = self.word(before)
        rumoured = led in w.PREPOSITIONS or led in w.FINITES or led.endswith(w.ED)
        return self._held(verb, at, before + 1, at + 1) if rumoured and self.low[at] in RUMOURS else None

    def _held(self, verb: Verb, cue: int, start: int, that: int) -> Frame:
        """The frame of a noun of which nobody is named, with the clause behind it."""
        content = that, self.phrase_limit(that, self.body)
        return Frame(verb, (cue, that), start, that, AGENTLESS, content=content, form="that", passive=True)

    def owner_before(self, at: int) -> Range | None:
        """Whose noun it is, by the possessive at most four words before it."""
        for k in range(at - 1, at - 5, -1):
            low = self.word(k)
            if low in OWNERS:
                return k, k + 1
            plural = low in APOSTROPHES and self.word(k - 1).endswith(PLURALS)  # "the growers' view"
            if plural or is_possessive(self.words[k]):
                return self.phrase_start(k + 1 - plural, self.first), k + 1 - plural
            if not low or not low[0].isalnum():
                return None
        return None
