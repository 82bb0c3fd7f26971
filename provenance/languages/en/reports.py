"""What a verb reports: the reading of each reporting verb, and whether it says anything at all."""

from __future__ import annotations

from dataclasses import replace

from provenance.grammar.records import AGENTLESS, NOBODY, Frame, Range, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import Act
from provenance.languages.en.complements import (
    DEEDS_BY_SUBJECT,
    NEGATORS,
    SIDED,
    SPANS,
    Complement,
    ContentForm,
)
from provenance.languages.en.parentheticals import SUCH
from provenance.languages.en.passives import ACCUSED, DUMMY, Passives
from provenance.languages.en.phrases import TIMED
from provenance.languages.en.predicates import ADJECTIVES, DENIALS, Cue
from provenance.languages.en.subjects import CONTRACTED_WHO, NESTED_ASIDES, Subject, as_subject
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import is_adverb, is_name, of

HEARING_BODIES, NOTHING, TO_BE = of("hearing_bodies"), of("nothing"), of("to_be")
#: Groups of verbs by which something is done in saying it.
ACTED = frozenset({"saying", "judging"})
UNNAMED, ANYBODY, PICTURES = of("unnamed_wishes"), of("anybody"), of("pictures")
TELL, TIME, TOPICAL = of("tell"), of("time"), of("topical")
#: Behind these a participle is of whoever put them out: "a statement saying".
PAPERS = TIMED | SPANS
NOR, LET, FACTIVE, FORETOLD, IMPENDING = of("nor"), of("let"), of("factive"), of("foretold"), of("impending")
#: The second of two who did not say it has at most so many words.
NEITHER = 8
ACTED_ON: frozenset[str] = frozenset({"object", "preposition", "infinitive"})


class Reports(Passives):
    """What the verbs of one sentence report."""

    def reported(self, cue: Cue, floor: int, before: Frame | None) -> Frame | None:
        """The frame of a verb; nothing left of `floor` is looked at, it belongs to the frame `before` and others."""
        if cue.act is not None:
            return self._acted(cue, cue.act, floor, before)
        if self._is_neithers(cue):
            return None
        if cue.passive:
            return self.passive(cue, floor)
        if framed := self.inverted(cue, floor) or self.inverted_first(cue):
            return framed
        listed = before is not None and self.word(cue.first - 1) == "," and _reach(before) == cue.first - 1
        if listed and before and any(map(self.is_relative, before.speaker.phrases)):
            listed, floor = False, self.first  # "Lind, who backs the plan, said"
        subject = None if listed else self._own_subject(cue, floor)
        behind = self.complement(cue)
        if "e" in cue.verb.allows and not behind.form:
            nobody = subject and self._reports_nobody(subject[0])
            return self.told_last(cue, subject[1], behind.start, floor) if subject and nobody else None
        if subject and cue.finite:
            behind = self._without_adverbial(cue, subject, behind)
            framed = self.postposed(cue, subject, behind, floor) or self.relative(cue, subject, behind)
            if framed:
                return framed
        if not behind.form or self._says_nothing(cue, behind):
            return None
        frame = self._preposed(cue, subject or self._shared(cue, before, behind), behind)
        if frame and frame.content and subject is None and cue.kind == "past" and before is None:
            start, end = (
                frame.content
            )  # "Widely expected to win, Lind said": a participle ends with its comma
            frame = replace(frame, content=(start, self.first_comma(start, end)))
        return frame

    def _without_adverbial(self, cue: Cue, subject: Subject, behind: Complement) -> Complement:
        """As X noted in a letter, …: what follows the verb up to the comma says where, and is no content."""
        as_at = subject[1] - 1
        opens = as_at >= self.first and self.low[as_at] in w.AS
        opens = opens and (
            as_at == self.first or self.breaks(as_at - 1) or self.low[as_at - 1] in w.COORDINATORS
        )
        out = "+" + self.word(cue.at + 1) in cue.verb.allows
        end, _ = self.adverbials(cue.at + 1 + out)
        if opens and end > cue.at + 1 + out and self.word(end) == ",":
            return Complement("", end, cue.at + 1)
        return behind

    def _preposed(self, cue: Cue, subject: Subject | None, behind: Complement) -> Frame | None:
        """X said that …"""
        phrase = behind.form in ("object", "preposition")
        nobody = "e" in cue.verb.allows
        if nobody and (subject is None or not self._reports_nobody(subject[0])):
            return None
        if not self._credible(cue, subject, behind.form, phrase):
            return None
        end = self.content_end(behind.start, cue, phrase)
        empty = (phrase or behind.form == "clause") and cue.verb.infinitive not in DENIALS
        if empty and self.is_pronoun((behind.start, end)):
            return None
        return _with_content(cue, cue.verb, subject, behind, end, nobody=nobody)

    def _acted(self, cue: Cue, act: Act, floor: int, before: Frame | None) -> Frame | None:
        """X took aim at …; the plan drew criticism from X; concerns were raised about …"""
        if (cue.infinitive and not self.is_denied(cue)) or self.is_undone(cue):
            return None  # but "refused to rule out"
        loose = cue.kind == "ing" and not cue.auxiliary
        subject = None if loose else self._own_subject(cue, floor)
        if subject is None and before is not None and before.speaker.phrases:
            subject = before.speaker.phrases[0], cue.first
        if subject is None and not loose and self.word(cue.first - 1) in w.AND_OR:
            subject = self.main_subject(cue.first, sure=True)
        if subject is None or (cue.passive and not (act.sourced or act.spoken_of)):
            return None
        if act.sourced:
            end = self.speaker_after(act.start, self.body)
            if not self.speaks((act.start, end)):
                return None
            giver = Speaker(((act.start, self._before_reason(act.start, end)),), "who an act comes from")
            return Frame(act.verb, (cue.first, act.end), cue.first, end, giver, (subject[0][0], end))
        if not act.spoken_of and not self.speaks(subject[0]):
            return None
        form = self._form_behind(act.start)
        start = act.start - (form != "preposition")
        end = self.content_end(start, cue, form == "preposition")
        behind = Complement(form, start, start)
        if act.spoken_of and form == "preposition":  # "concerns were raised about the pump"
            group, around = (cue.first, act.end), (subject[0][0], end)
            return Frame(act.verb, group, cue.first, act.end, AGENTLESS, around, passive=True)
        return _with_content(cue, act.verb, subject, behind, end, nobody=act.spoken_of)

    def _before_reason(self, start: int, end: int) -> int:
        """Where who criticises ends before what for: "residents for closing the port"."""
        reasons = (k for k in range(start + 1, end - 1) if self.low[k] in ACCUSED)
        return next((k for k in reasons if self.low[k + 1].endswith(w.ING)), end)

    def _form_behind(self, at: int) -> ContentForm:
        """The form of what begins at `at` behind the words of an act."""
        before = self.word(at - 1)
        return "that" if before in w.THAT else "question" if before in w.QUESTION_WORDS else "preposition"

    # ------------------------------------------------------------------------------------- whose verb it is

    def _own_subject(self, cue: Cue, floor: int) -> Subject | None:
        """The phrase before a verb, if it is its subject: infinitives and loose participles have none."""
        if cue.infinitive:
            return None
        if cue.finite:
            subject = self.subject_before(cue.first, self.first if self.breaks(cue.first - 1) else floor)
            return self._before_apposition(cue, subject)
        at = cue.first - 1
        while is_adverb(self.word(at)):
            at -= 1
        if at < floor or not self.words[at][0].isalnum():
            return None
        subject = self.subject_before(cue.first, floor)
        if subject is not None and self.low[subject[0][1] - 1] in PAPERS:
            # "put out a statement saying": whoever put it out speaks.
            return subject if subject[1] == self.first else None
        return subject

    def _before_apposition(self, cue: Cue, subject: Subject | None) -> Subject | None:
        """The subject from the name on before appositions that no comma closes: "Ida Lind, mayor of Reno said …"."""
        if subject is None or not self.words[subject[1]][0].islower() or self.word(cue.at + 1) in ("", ","):
            return subject
        at = subject[1]
        for _ in range(NESTED_ASIDES):
            comma = at - 1
            if self.word(comma) != ",":
                return subject
            at = self.phrase_start(comma, self.first)
            name = self.words[at:comma]
            if len(name) > 1 and all(is_name(word) or not word[0].isalnum() for word in name):
                before = at - 1 - (self.word(at - 1) == ",")
                opens = at == self.first or before in self.closes
                return ((at, subject[0][1]), at) if opens else subject
        return subject

    def _shared(self, cue: Cue, before: Frame | None, behind: Complement) -> Subject | None:
        """The speaker of a participle, an infinitive or a second verb: that of the verb before or behind it."""
        if (main := self._behind_subordinate(cue, before)) is not None:
            return main
        if cue.kind == "ing" and cue.first <= self.first + 1 and self.opening_clause(cue.first):
            start = self.first_comma(behind.start, self.body) + 1
            end = self.phrase_end(start, self.body)
            verbs = (at for at in range(start + 1, end) if has_form(self.word(at), "past", "s"))
            end = next(verbs, end)  # "Announcing it, Lind said"
            return ((start, end), start) if end > start else None
        if before is not None and before.speaker.phrases:
            return before.speaker.phrases[0], cue.first
        return self.main_subject(cue.first, sure=cue.infinitive)

    def _behind_subordinate(self, cue: Cue, before: Frame | None) -> Subject | None:
        """The subject of the main clause behind a subordinate one that reports: "When Lind said it leaks, Holm left, adding"."""
        if before is None or cue.kind != "ing" or self.low[self.first] not in w.SUBORDINATORS:
            return None
        subject = self.main_subject(cue.first, sure=True)
        opens = subject is not None and subject[1] > before.cue[1] and self.words[subject[1] - 1] == ","
        return subject if opens else None

    # ------------------------------------------------------------------------------------- whether it says anything

    def _says_nothing(self, cue: Cue, behind: Complement) -> bool:
        """Whether something was not said, so that nothing is reported: "did not say whether", "said nothing about"."""
        if behind.form == "quotation":
            return False
        if cue.verb.infinitive in FACTIVE:
            return self.is_denied(cue) or self.word(cue.at - 2) in LET  # "let us know"
        judges = cue.verb.group == "judging" and cue.verb.infinitive not in SIDED
        if judges and behind.form == "object" and not FORETOLD.isdisjoint(self.low[cue.first : cue.at]):
            return True
        if cue.verb.group not in ACTED:
            return False
        nothing = behind.form in ("clause", "object") and self.low[behind.start] in NOTHING
        follows = self.word(behind.start + 1)
        nothing = nothing and (follows in w.PREPOSITIONS or not follows.isalpha())
        return nothing or self.is_undone(cue)

    def _is_neithers(self, cue: Cue) -> bool:
        """Whether two who did not say it stand before a verb: "neither Lind nor Holm said"."""
        reach = range(cue.first - 1, max(self.first, cue.first - NEITHER), -1)
        nor = next((at for at in reach if self.low[at] in NOR), -1)
        return nor > 0 and not any(map(self.is_finite, self.low[nor + 1 : cue.first]))

    def _reports_nobody(self, subject: Range) -> bool:
        """Whether the subject of "emerged that" or "heard that" is "it" or a court, so that nobody is named."""
        low = self.low[slice(*subject)]
        return (len(low) == 1 and low[0].startswith(DUMMY)) or low[-1] in HEARING_BODIES

    def _credible(self, cue: Cue, subject: Subject | None, form: str, phrase: bool) -> bool:
        """Whether a verb with this complement reports at all: "found his glasses" and "time will tell" do not."""
        if form == "infinitive" and self._goes_unnamed(cue.at + 1):
            return False
        if cue.verb.infinitive in ADJECTIVES:
            return subject is not None and self.speaks(subject[0])  # not "it is certain that"
        finds = "q" not in cue.verb.allows and cue.verb.group == "finding"
        if cue.infinitive and (subject is None or self._is_advised(cue)):
            return False  # "Scroll down to see", "it’s important to note": nobody says it
        loose = cue.infinitive or (cue.kind == "ing" and not cue.auxiliary)
        if form == "question" and loose and cue.verb.group in ("thinking", "finding"):
            return False  # "a way to know how much", "years learning how to live"
        if subject is not None and self._is_nobody(cue, subject[0], form):
            return False
        if subject is None and cue.first == self.first and "," not in self.words[self.first : self.body]:
            return False  # "Estimating the tide is no art"
        if subject is None:
            act = cue.kind == "ing" and cue.verb.group in ("saying", "judging")
            return act or (not phrase and form != "infinitive" and not finds)
        nouns = set(self.low[slice(*subject[0])])
        if form == "object" and cue.verb.infinitive in SIDED and self.is_relative(subject[0]):
            return False  # "an organization that endorsed the plan"
        if self._is_told_by_a_thing(cue, subject[0]):
            return False
        hung = cue.kind == "ing" and not cue.auxiliary and subject[0][1] == cue.first
        if hung and form == "preposition" and cue.verb.infinitive in TOPICAL:
            return False  # "did not stop people talking about it"
        if not nouns.isdisjoint(DEEDS_BY_SUBJECT.get(cue.verb.infinitive, ())):
            return False
        if form in ACTED_ON and self.is_thing(subject[0]):
            return False  # "the dam supports a road", "the job calls for patience"
        if finds and form == "question":
            return not w.DOCUMENTS.isdisjoint(nouns) or self.speaks(subject[0])
        if finds and form in ("object", "clause"):
            return not w.DOCUMENTS.isdisjoint(nouns) or self._is_held_to_be(cue)
        return not (cue.verb.infinitive in TELL and not TIME.isdisjoint(nouns))

    def _is_told_by_a_thing(self, cue: Cue, subject: Range) -> bool:
        """Whether a thing threatens or promises something, or does it "by saying": nobody speaks."""
        if cue.verb.infinitive in IMPENDING and cue.finite:
            return not self.speaks(subject) and not self.is_relative(subject)
        loose = cue.kind == "ing" and not cue.auxiliary
        example = (
            self.word(cue.first - 1) in w.AS and self.word(cue.first - 2) in SUCH
        )  # "such as suggesting"
        return loose and (example or self.word(cue.first - 1) in w.BY) and not self.speaks(subject)

    def _is_nobody(self, cue: Cue, subject: Range, form: str) -> bool:
        """Whether nobody has said it: "it is safe to say", "someone says", "the video shows"."""
        low = self.low[slice(*subject)]
        if len(low) == 1 and (low[0] in ANYBODY or (cue.infinitive and low[0].startswith(DUMMY))):
            return True
        relative = self.is_relative(subject) or low[0] in CONTRACTED_WHO
        if relative and self.word(subject[0] - 1) in ANYBODY:
            return True  # "anyone who complained"
        return form in ("object", "clause") and cue.verb.group == "finding" and low[-1] in PICTURES

    def _is_advised(self, cue: Cue) -> bool:
        """Whether an infinitive hangs on an adjective that nobody is said to be: "it’s safe to say", "be sure to note"."""
        copula = self.word(cue.first - 2)
        if copula in TO_BE:
            return self.breaks(cue.first - 3) or cue.first - 2 == self.first
        it = copula if copula in w.CONTRACTED_SUBJECTS else self.word(cue.first - 3) * (copula in w.BE)
        return it.startswith(DUMMY)

    def _goes_unnamed(self, at: int) -> bool:
        """Whether "not to be named" begins here: how somebody wished to be quoted, and not what he said."""
        at += self.word(at) in NEGATORS
        return self.word(at) in w.TO and self.word(at + 1) in TO_BE and self.word(at + 2) in UNNAMED

    def _is_held_to_be(self, cue: Cue) -> bool:
        """Whether a verb of finding says what its object is: "found the firm to be a mere agent"."""
        end = self.first_comma(cue.at + 1, self.body)
        return any(self.low[at] in w.TO and self.low[at + 1] in TO_BE for at in range(cue.at + 2, end - 1))


def _with_content(
    cue: Cue, verb: Verb, subject: Subject | None, behind: Complement, end: int, *, nobody: bool
) -> Frame:
    """The frame of a verb with its content behind it, up to `end`."""
    return Frame(
        verb,
        (cue.first, behind.cue_after),
        min(subject[1], cue.first) if subject else cue.first,
        behind.start,
        AGENTLESS if nobody else as_subject(subject[0]) if subject else NOBODY,
        content=(behind.start, end),
        form=behind.form,
        hearer=behind.hearer,
        passive=nobody,
    )


def _reach(frame: Frame) -> int:
    """Where content behind a frame ends; -1 for none."""
    return frame.content[1] if frame.content else -1
