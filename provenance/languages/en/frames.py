"""The reporting frames of an English sentence: which verb reports what, before, behind or inside its content."""

from __future__ import annotations

from collections.abc import Callable

from provenance.grammar.records import Range, Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import Act
from provenance.languages.en.complements import (
    DEEDS,
    DEEDS_BY_SUBJECT,
    NEGATORS,
    SPANS,
    Complement,
    ContentForm,
)
from provenance.languages.en.phrases import ATTACHING, NAME_TAILS, OFFICES
from provenance.languages.en.predicates import ADJECTIVES, NESTED_ASIDES, Cue
from provenance.languages.en.verbless import ASKED, GIVERS, Frame, Verbless
from provenance.languages.en.verbs import has_form, reporting_words
from provenance.languages.en.words import is_adverb, is_name, is_time, of
from provenance.passage import Quote
from provenance.words import words as listed

WORDS = reporting_words()
ADVERBIAL_OPENERS = w.SUBORDINATORS - of("content_subordinators")
FRAME_ADVERBIALS = of("frame_adverbials") | w.OCCASIONS
FRAME_STOPS, INVERTED_STOPS = of("frame_stops") | {";", ":"}, of("inverted_stops") | {","}
INVERTED_SUBJECTS, NO_CONTINUATIONS = of("inverted_subjects"), of("no_continuations")
OPEN_OBJECTS, RELATIVE_HEADS = of("open_objects"), of("relative_heads")
RELATIVE_SUBJECTS, REASONS = w.RELATIVES | w.THAT, of("reasons")
HEARING_BODIES, HOLD = of("hearing_bodies"), of("hold")
CONTRACTED_WHO = frozenset(word for word in w.CONTRACTED_SUBJECTS if word.startswith(tuple(w.WHO)))
MADE = of("made_by")
TO_BE, DENIALS, NOTHING = of("to_be"), of("denials"), of("nothing")
#: Verbs of which a negation says something as well; groups of verbs by which something is done in saying it.
STILL_SAID, ACTED = DENIALS | of("still_said"), frozenset({"saying", "judging"})
CITE, REPORTING = of("cite"), frozenset({"saying", "judging", "thinking", "finding"})
#: Nouns for media; what stands in their names; whole names.
MEDIA_NOUNS = listed("en", "media", "anaphors", "nouns", "agency_nouns")
MEDIA_TITLES = listed("en", "media", "titles")
MEDIA_NAMES = listed("en", "media", "outlets", "short_names")
PRONOUNS = w.OBJECT_PRONOUNS | w.SUBJECT_PRONOUNS | w.RELATIVES | w.THAT
SUCH = of("such")
UNNAMED, ANYBODY, PICTURES = of("unnamed_wishes"), of("anybody"), of("pictures")
DUMMY, TELL, TIME = w.endings("dummy"), of("tell"), of("time")
TOPICAL = of("topical")
ACTED_ON: frozenset[ContentForm] = frozenset({"object", "preposition", "infinitive"})
SAID_TO_BE = frozenset({"that", "question", "infinitive"})
#: More words than these before a comma hold a verb, known or not.
LONG_CLAUSE, SHORT_CLAUSE = 7, 2
#: A frame behind what it reports is among so many last verbs of its sentence.
LATE_CUES = 3


class Frames(Verbless):
    """The frames of one sentence."""

    def frames(self) -> list[Frame]:
        """The frames that are not reported themselves, in order."""
        self.found: list[Frame] = []
        if labelled := self._label():
            return [labelled]
        self.covered: set[int] = set()
        self._others("accordance", self._accordance)
        self._views()
        self._verbs()
        self._others("noun", self._nominal)
        if not self.found:
            self._others("hearsay", self._hearsay)
        for quote in self.quotes:
            if quote.open + 1 not in self.covered and quote.open >= self.first:
                self._take(
                    self._announcement(quote)
                    or self._verdict(quote)
                    or self._whatever(quote)
                    or self._signature(quote)
                    or self._embedded(quote)
                )
        self._cited()
        self._open()
        self._unnest()
        return sorted(self.found, key=lambda frame: frame.start)

    def _unnest(self) -> None:
        """Let a frame begin behind another that its subject holds: "The firm, which is expected to close, said"."""
        for outer in self.found:
            for inner in self.found:
                after = max(inner.end, inner.reach, inner.section[1])
                if outer.start < inner.start and after <= outer.cue[0]:
                    outer.start = max(outer.start, after)

    def _open(self) -> None:
        """The frame of the next paragraph, where a colon closes this one."""
        colon = self.body - 1
        if self.words[colon] != ":" or self.after < len(self.words) or colon <= self.first:
            return
        if frame := self.announced(colon, -1):
            frame.start, frame.content, frame.form = colon, -1, "open"
            self.found = [one for one in self.found if one.end <= colon]
            self.found.append(frame)

    def _cited(self) -> None:
        """Whom a medium cites speaks, and the medium passes it on: "The Echo, citing an official, reported that …"."""
        for citing in [one for one in self.found if one.verb.infinitive in CITE and one.content >= 0]:
            speaker = citing.speaker
            if (
                speaker is None
                or not self.low[citing.cue[1] - 1].endswith(w.ING)
                or not self._is_medium(speaker)
            ):
                continue
            for other in self.found:
                if other is not citing and other.speaker == speaker and other.verb.group in REPORTING:
                    other.speaker = (citing.content, citing.reach)
                    self.found.remove(citing)
                    break

    def _is_medium(self, phrase: Range) -> bool:
        """Whether a phrase is a noun for a medium or the name of one."""
        words, low = self.words[slice(*phrase)], self.low[slice(*phrase)]
        noun = low[-1] in MEDIA_NOUNS or " ".join(low[-2:]) in MEDIA_NOUNS
        return (
            noun or not MEDIA_TITLES.isdisjoint(words) or not MEDIA_NAMES.isdisjoint((" ".join(words), *low))
        )

    def _others(self, group: str, read: Callable[[Verb, int], Frame | None]) -> None:
        for at in range(self.first, self.body):
            form = WORDS.get(self.low[at])
            if form and form.verb.group == group and at not in self.covered and not self.quoted(at):
                self._take(read(form.verb, at))

    def _verbs(self) -> None:
        self.cues = cues = list(self._cues())
        floor = self.first
        if self._take(framed := self._closing(cues)) and framed:
            floor = framed.end
        for cue in cues:
            if cue.at in self.covered or cue.at < floor:
                continue
            frame = self._frame(cue, cues, floor)
            if frame is not None and self._take(frame):
                floor = max(floor, frame.end, frame.claimed[1])

    def _closing(self, cues: list[Cue]) -> Frame | None:
        """The frame that ends the sentence and reports all of it: "Six were held after refusing to go, police said."

        Without it the verbs before would each take their part, although the whole is somebody's report.
        """
        if self.first in self.opens:
            return None
        for number in range(len(cues) - 1, max(len(cues) - 1 - LATE_CUES, 0), -1):
            cue = cues[number]
            if not cue.finite or not cue.verb.allows >= {"q", "v"}:
                continue
            if (framed := self._inverted(cue, self.first)) and framed.end >= self.body:
                return framed
            subject = self.subject_before(cue.first, cues[number - 1].at + 1)
            behind = self.complement(cue)
            ends = behind.start >= self.body or self.word(behind.start) == ","
            if subject and not behind.form and ends and self.word(subject[1] - 1) == ",":
                return self._postposed(cue, subject, behind, self.first)
        return None

    def _frame(self, cue: Cue, cues: list[Cue], floor: int) -> Frame | None:
        """The statement that a verb reports; nothing left of `floor` is looked at, it belongs to others."""
        if cue.act is not None:
            return self._acted(cue, cue.act, cues, floor)
        if cue.passive:
            return self._passive(cue, cues, floor)
        if framed := self._inverted(cue, floor):
            return framed
        before = self.found[-1] if self.found else None
        listed = before is not None and self.word(cue.first - 1) == "," and before.reach == cue.first - 1
        if listed and before is not None and before.speaker and self._is_relative(before.speaker):
            listed, floor = False, self.first  # "Lind, who backs the plan, said"
        subject = None if listed else self._own_subject(cue, floor)
        behind = self.complement(cue)
        if subject and "e" in cue.verb.allows and not behind.form and self._reports_nobody(subject[0]):
            return self._told_last(cue, subject[1], behind.start, floor)
        if "e" in cue.verb.allows and not behind.form:
            return None
        if subject and cue.finite:
            framed = self._postposed(cue, subject, behind, floor) or self._relative(cue, subject, behind)
            if framed:
                return framed
        if not behind.form or self._undone(cue, behind):
            return None
        return self._preposed(cue, cues, subject or self._shared(cue, before, behind), behind)

    def _undone(self, cue: Cue, behind: Complement) -> bool:
        """Whether something was not said, so that nothing is reported: "did not say whether", "said nothing about"."""
        if cue.verb.group not in ACTED or behind.form == "quotation":
            return False
        nothing = behind.form in ("clause", "object") and self.low[behind.start] in NOTHING
        follows = self.word(behind.start + 1)
        nothing = nothing and (follows in w.PREPOSITIONS or not follows.isalpha() or is_time(follows))
        return nothing or (cue.verb.infinitive not in STILL_SAID and self.is_denied(cue))

    def _acted(self, cue: Cue, act: Act, cues: list[Cue], floor: int) -> Frame | None:
        """X took aim at …; the plan drew criticism from X; concerns were raised about …"""
        still = cue.verb.infinitive in STILL_SAID  # "refused to rule out"
        denied = self.is_denied(cue)
        if denied != (cue.infinitive or denied) or (denied and not still):
            return None
        loose = cue.kind == "ing" and not cue.auxiliary
        subject = None if loose else self._own_subject(cue, floor)
        before = self.found[-1] if self.found else None
        if subject is None and before is not None and before.speaker:
            subject = before.speaker, cue.first
        if denied and cue.infinitive:
            subject = self.main_subject(cue.first - 1)
        elif subject is None and not loose and self.word(cue.first - 1) in w.AND_OR:
            subject = self.main_subject(cue.first, sure=True)
        if subject is None or (cue.passive and not (act.sourced or act.spoken_of)):
            return None
        (first, _), start = subject
        frame = Frame(act.verb, (cue.first, act.end), start, act.end, None, passive=True)
        if act.sourced:
            end = self.speaker_after(act.start, self.body)
            if end == act.start or not self.speaks((act.start, end)):
                return None
            frame.speaker, frame.section, frame.end = (act.start, end), (first, end), end
            frame.start, frame.passive, frame.way = cue.first, False, "who an act comes from"
            return frame
        content, form = act.start, self._form_behind(act.start)
        content -= form != "preposition"
        reach = self.content_end(content, cue, cues, form == "preposition")
        if act.spoken_of and form == "preposition":
            frame.start, frame.section = cue.first, (first, reach)
            return frame
        if act.spoken_of or self.speaks(subject[0]):
            frame.cue, frame.start, frame.end = (cue.first, content), min(start, cue.first), content
            frame.content, frame.reach, frame.form = content, reach, form
            frame.speaker, frame.passive = (None, True) if act.spoken_of else (subject[0], False)
            return frame if reach > content else None
        return None

    def _form_behind(self, at: int) -> ContentForm:
        """The form of what begins at `at` behind the words of an act."""
        before = self.word(at - 1)
        return "that" if before in w.THAT else "question" if before in w.QUESTION_WORDS else "preposition"

    def _is_relative(self, phrase: Range) -> bool:
        return phrase[1] - phrase[0] == 1 and self.low[phrase[0]] in RELATIVE_SUBJECTS

    def antecedent(self, phrase: Range) -> Range | None:
        """What a relative pronoun that speaks stands for: the phrase right before it, of people only its last name."""
        if not self._is_relative(phrase) and self.low[phrase[0]] not in CONTRACTED_WHO:
            return None
        at = phrase[0]
        end = at - self.breaks(at - 1)
        who = self.low[at] in w.WHO or self.low[at] in CONTRACTED_WHO
        told = next((one.speaker for one in self.found if one.speaker and one.speaker[1] == end), None)
        if told and who and end < at and not self._is_relative(told):
            return told  # "said Ida Lund, a nurse from Reno, who said"
        end -= self.word(end - 1) == "." and self.word(end - 2) in NAME_TAILS
        start = self.phrase_start(end, self.first)
        if start == end:  # "wrote to Ida Lind, who said"
            while start > self.first and is_name(self.words[start - 1]):
                start -= 1
        if who:
            for at in range(end - 2, start, -1):
                if self.low[at] in ATTACHING:
                    named = all(map(is_name, self.words[at + 1 : end])) and self.low[at - 1] not in OFFICES
                    start = at + 1 if named else start
                    break
            start = self._described(start, end)
        hangs = next((at for at in range(start + 1, end - 1) if self.low[at] in ATTACHING), 0)
        if hangs and (who or self.low[hangs] in GIVERS) and not self.speaks((start, end)):
            start = hangs + 1  # "a lecture from the president, who said"
        return (start, end) if start < end else None

    def _described(self, start: int, end: int) -> int:
        """Where the name begins that an apposition at its right describes: "Ida Lind, a nurse who said"."""
        comma = start - 1
        if self.word(comma) != "," or self.low[start] not in w.DETERMINERS or start == end:
            return start
        first = comma
        while first > self.first and (is_name(self.words[first - 1]) or self.words[first - 1] == "."):
            first -= 1
        return first if comma - first > 1 and self.low[first] not in w.PREPOSITIONS else start

    def _own_subject(self, cue: Cue, floor: int) -> tuple[Range, int] | None:
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
        if subject is not None and self.low[subject[0][1] - 1] in w.OCCASIONS | w.TIMES | SPANS:
            # "put out a statement saying": whoever put it out speaks.
            return subject if subject[1] == self.first else None
        return subject

    def _before_apposition(self, cue: Cue, subject: tuple[Range, int] | None) -> tuple[Range, int] | None:
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
                opens = (at == self.first or before in self.closes) and not is_time(self.low[at])
                return ((at, subject[0][1]), at) if opens else subject
        return subject

    def _shared(self, cue: Cue, before: Frame | None, behind: Complement) -> tuple[Range, int] | None:
        """The speaker of a participle, an infinitive or a second verb: that of the verb before or behind it."""
        if cue.kind == "ing" and cue.first <= self.first + 1 and self.opening_clause(cue.first):
            start = self.first_comma(behind.start, self.body) + 1
            end = self.phrase_end(start, self.body)
            verbs = (at for at in range(start + 1, end) if has_form(self.word(at), "past", "s"))
            end = next(verbs, end)  # "Announcing it, Lind said"
            return ((start, end), start) if end > start else None
        if before is not None and before.speaker:
            return before.speaker, cue.first
        return self.main_subject(cue.first, sure=cue.infinitive)

    def _preposed(
        self, cue: Cue, cues: list[Cue], subject: tuple[Range, int] | None, behind: Complement
    ) -> Frame | None:
        """X said that …"""
        phrase = behind.form in ("object", "preposition")
        nobody = "e" in cue.verb.allows
        if nobody and (subject is None or not self._reports_nobody(subject[0])):
            return None
        if not self._credible(cue, subject, behind.form, phrase):
            return None
        end = self.content_end(behind.start, cue, cues, phrase)
        empty = phrase or behind.form == "clause"
        empty = empty and cue.verb.infinitive not in DENIALS and self._is_pronoun((behind.start, end))
        if end <= behind.start or empty:
            return None
        start = min(subject[1], cue.first) if subject else cue.first
        return Frame(
            cue.verb,
            (cue.first, behind.cue_after),
            start,
            behind.start,
            subject[0] if subject and not nobody else None,
            content=behind.start,
            reach=end,
            form=behind.form,
            hearer=behind.hearer,
            passive=nobody,
        )

    def _reports_nobody(self, subject: Range) -> bool:
        """Whether the subject of "emerged that" or "heard that" is "it" or a court, so that nobody is named."""
        low = self.low[slice(*subject)]
        return (len(low) == 1 and low[0].startswith(DUMMY)) or low[-1] in HEARING_BODIES

    def _credible(self, cue: Cue, subject: tuple[Range, int] | None, form: str, phrase: bool) -> bool:
        """Whether a verb with this complement reports at all: "found his glasses" and "time will tell" do not."""
        if form == "infinitive" and self._goes_unnamed(cue.at + 1):
            return False
        if cue.verb.infinitive in ADJECTIVES:
            return subject is not None and self.speaks(subject[0])  # not "it is certain that"
        finds = "q" not in cue.verb.allows and cue.verb.group == "finding"
        if cue.infinitive and (subject is None or self._is_advised(cue)):
            return False  # "Scroll down to see", "it’s important to note": nobody says it
        if form == "question" and cue.infinitive and cue.verb.group in ("thinking", "finding"):
            return False  # "a way to know how much"
        if subject is not None and self._is_nobody(cue, subject[0], form):
            return False
        if subject is None and cue.first == self.first and "," not in self.words[self.first : self.body]:
            return False  # "Estimating the tide is no art"
        if subject is None:
            act = cue.kind == "ing" and cue.verb.group in ("saying", "judging")
            return act or (not phrase and form != "infinitive" and not finds)
        nouns = set(self.low[slice(*subject[0])])
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

    def _is_nobody(self, cue: Cue, subject: Range, form: str) -> bool:
        """Whether nobody has said it: "it is safe to say", "someone says", "the video shows"."""
        low = self.low[slice(*subject)]
        if len(low) == 1 and (low[0] in ANYBODY or (cue.infinitive and low[0].startswith(DUMMY))):
            return True
        relative = self._is_relative(subject) or low[0] in CONTRACTED_WHO
        if relative and self.word(subject[0] - 1) in ANYBODY:
            return True  # "anyone who complained"
        return form in ("object", "clause") and cue.verb.group == "finding" and low[-1] in PICTURES

    def _is_advised(self, cue: Cue) -> bool:
        """Whether an infinitive hangs on an adjective that nobody is said to be: "it’s safe to say", "be sure to note"."""
        copula = self.word(cue.first - 2)
        if copula in TO_BE:
            return self.breaks(cue.first - 3) or cue.first - 2 == self.first
        it = copula if copula in w.CONTRACTED_SUBJECTS else self.word(cue.first - 3) * (copula in w.BE)
        return it.startswith(DUMMY) and it != ""

    def _goes_unnamed(self, at: int) -> bool:
        """Whether "not to be named" begins here: how somebody wished to be quoted, and not what he said."""
        at += self.word(at) in NEGATORS
        return self.word(at) in w.TO and self.word(at + 1) in TO_BE and self.word(at + 2) in UNNAMED

    def _is_pronoun(self, phrase: Range) -> bool:
        """Whether a phrase says nothing but whom or what another one names: "him", "it yet", "that"."""
        return all(low in PRONOUNS or is_adverb(low) for low in self.low[slice(*phrase)])

    def _is_held_to_be(self, cue: Cue) -> bool:
        """Whether a verb of finding says what its object is: "found the firm to be a mere agent"."""
        end = self.first_comma(cue.at + 1, self.body)
        return any(self.low[at] in w.TO and self.low[at + 1] in TO_BE for at in range(cue.at + 2, end - 1))

    def _passive(self, cue: Cue, cues: list[Cue], floor: int) -> Frame | None:
        """X was accused by Y of …; asked about …; it is understood that …"""
        subject = self.subject_before(cue.first, floor) if cue.first > floor else None
        dummy = subject is not None and self.low[subject[1]].startswith(DUMMY)
        hearer = "h" in cue.verb.allows
        whole = subject is not None and not hearer and not dummy
        heard = (subject[0],) if subject and hearer else ()
        verb = ASKED if cue.hanging else cue.verb
        frame = Frame(verb, (cue.first, cue.at + 1), cue.first, cue.at + 1, None, hearer=heard, passive=True)
        frame.way = "nobody named"
        after = cue.at + 2
        if self.word(cue.at + 1) in w.BY and "e" not in cue.verb.allows:
            frame.end = self.speaker_after(after, self.body)
            if frame.end == after or self.low[after].endswith(w.ING) or not whole or not subject:
                return None
            if self._is_pronoun(subject[0]) or cue.verb.infinitive in MADE:
                return None  # "the book was written by X"
            if not self.speaks((after, frame.end)):
                return None  # "winters characterised by fog"
            agents = DEEDS_BY_SUBJECT.get(cue.verb.infinitive, frozenset())
            if not agents.isdisjoint(self.low[after : frame.end]):
                return None
            frame.speaker, frame.section = (after, frame.end), (subject[0][0], frame.end)
            frame.way = "agent of the passive"
            return frame
        if not cue.verb.allows.isdisjoint("ae") or cue.verb.infinitive in DEEDS:
            return None  # "is called", "is supported": nobody says anything
        behind = self.complement(cue)
        if not behind.form and dummy and subject:
            return self._told_last(cue, subject[1], behind.start, floor)
        if not behind.form or (behind.form == "object" and hearer):
            return None
        if "q" not in cue.verb.allows and cue.verb.group == "finding" and behind.form not in SAID_TO_BE:
            return None  # "was found guilty"
        end = self.content_end(behind.start, cue, cues, behind.form == "preposition")
        if cue.hanging or (hearer and cue.first == cue.at):
            end = self.first_comma(behind.start, end)
        if end <= behind.start:
            return None
        frame.end = behind.start
        if whole and subject:
            frame.section = (subject[0][0], end)
            if by := self._late_agent(behind.start, end):
                frame.speaker, frame.section = (by + 1, end), (subject[0][0], by)
                frame.way = "agent of the passive"
        else:
            frame.content, frame.reach, frame.form = behind.start, end, behind.form
        return frame

    def _told_last(self, cue: Cue, start: int, end: int, floor: int) -> Frame | None:
        """ "The road will close, it has been announced": what nobody is named for stands first."""
        if self.word(start - 1) != "," or not self._clause_before(start, floor, end):
            return None
        frame = Frame(cue.verb, (cue.first, cue.at + 1), start, end, None, passive=True, way="nobody named")
        return self._around(frame, None, floor)

    def _late_agent(self, start: int, end: int) -> int:
        """The "by" of an agent behind what a passive says: "accused of fraud by the union"; 0 if there is none."""
        by = next((at for at in range(end - 2, start, -1) if self.word(at) in w.BY), 0)
        before = self.word(by - 1) if by else ""
        led = before.endswith(w.ED) or has_form(before, "past", "participle") or before in w.FINITES
        return by if by and not led and "," not in self.words[by:end] and self.speaks((by + 1, end)) else 0

    # -------------------------------------------------------------------------------------- content around it

    def _relative(self, cue: Cue, subject: tuple[Range, int], behind: Complement) -> Frame | None:
        """Which they say has failed; whom he described as volatile: the content's head precedes the frame."""
        head, start = subject[1] - 1, cue.at + 1
        while is_adverb(self.word(head)):
            head -= 1
        if self.word(head) not in RELATIVE_HEADS or start >= self.body or cue.verb.infinitive in HOLD:
            return None
        if cue.verb.infinitive not in STILL_SAID and self.is_denied(cue):
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
        return Frame(cue.verb, (cue.first, start), subject[1], start, subject[0], section)

    def _postposed(
        self, cue: Cue, subject: tuple[Range, int], behind: Complement, floor: int
    ) -> Frame | None:
        """A frame whose subject stands before its verb: "…," X said; "…," X said, "…"; …, as X said."""
        allows, (speaker, start) = cue.verb.allows, subject
        as_clause = start > floor and self.word(start - 1) in w.AS and not behind.form
        as_clause = as_clause and self.word(start - 2) not in SUCH
        as_clause = as_clause and (behind.start >= self.body or not self.opens_phrase(behind.start))
        start -= as_clause
        quote = self._quotation_before(start, floor)
        if quote is None and self._is_relative(speaker):
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
        frame = Frame(cue.verb, (cue.first, cue.at + 1), start, end, speaker, hearer=behind.hearer)
        return self._around(frame, quote, floor)

    def _inverted(self, cue: Cue, floor: int) -> Frame | None:
        """A frame whose verb stands before its subject: "…," said X, a teacher."""
        at = cue.at
        if (
            cue.kind == "ing"
            or cue.first < at
            or "q" not in cue.verb.allows
            or not floor < at < self.body - 1
        ):
            return None
        if not self.opens_phrase(at + 1) and self.low[at + 1] not in INVERTED_SUBJECTS:
            return None
        quote = self._quotation_before(at, floor)
        if quote is None and ("v" not in cue.verb.allows or not self._closes_clause(cue, floor)):
            return None
        end = self.speaker_after(at + 1, self.body)
        if end == at + 1:
            return None
        speaker = (at + 1, end)
        while (low := self.word(end)) and low not in (",", ";", ":"):
            end += 1
        frame = Frame(cue.verb, (at, at + 1), at, end, speaker, way="subject behind the verb")
        return self._around(frame, quote, floor)

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
        within = behind.start + 1
        if start - 1 <= floor or self.word(start - 1) != "," or within >= self.after:
            return False
        return self.words[within][0].islower() and FRAME_ADVERBIALS.isdisjoint(self.low[floor:start])

    def _around(self, frame: Frame, quote: Quote | None, floor: int) -> Frame | None:
        """The frame with the reach of what stands before and behind it."""
        start = frame.start - self.breaks(frame.start - 1)
        first = self._content_start(quote, start, floor)
        rest = self._second_half(frame.end, quote is not None)
        if rest is None:
            frame.end = self._frame_end(frame.end)
        else:
            frame.end = rest[0]
        frame.section = (first, rest[1] if rest else frame.end)
        return frame if rest is not None or first < start else None

    def _content_start(self, quote: Quote | None, start: int, floor: int) -> int:
        """Start of content that ends before `start`: behind the mark or conjunction that parts it from others."""
        first = floor
        while first < start and (
            self.breaks(first) or self.word(first) in w.COORDINATORS or self.word(first) in (";", ":")
        ):
            first += 1
        near = quote is not None and (first <= quote.open <= first + 2 or self.words[quote.open - 1] == ":")
        return quote.open if quote is not None and near and quote.open >= first else first

    def _second_half(self, end: int, quoted: bool) -> Range | None:
        """What the sentence goes on with behind a frame in the middle: ", "…"" or ", is over"."""
        if end in self.opens:
            return (end, self.body)
        if end + 1 >= self.after or not (self.breaks(end) or self.word(end) == ":"):
            return None
        if quote := self.opens.get(end + 1):
            return (end + 1, self._quotation_end(quote) if quoted else self.body)
        low = self.low[end + 1]
        participle = low.endswith(w.ING) or has_form(low, "ing")
        if quoted and self.is_finite(low) and self.words[end - 1] != ",":
            return (end + 1, self.body)  # "The “dam,” X said, leaks"
        aside = low in w.SUBORDINATORS and low not in REASONS
        if quoted or self.words[end] == ":" or aside or participle or end + 1 >= self.body:
            return None
        return None if low in NO_CONTINUATIONS else (end + 1, self.body)

    def _quotation_end(self, quote: Quote) -> int:
        """End of a quotation with the sentence's own words behind it, if they go on with it."""
        after = quote.close + 1
        goes_on = self.word(after)[:1].isalnum() and self.words[quote.close - 1] not in ".!?,"
        return self.body if goes_on else after

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
        if self.low[floor] in ADVERBIAL_OPENERS:
            return "," in self.words[floor + 1 : comma]
        first = self.low[floor]
        closes = end >= self.body or (self.word(end) == "," and self._participle(end + 1))
        if (
            comma - floor > (SHORT_CLAUSE if closes else LONG_CLAUSE)
            and first not in w.PREPOSITIONS
            and FRAME_ADVERBIALS.isdisjoint(self.low[floor:comma])
        ):
            return True
        return any(floor <= cue.at < comma and cue.finite for cue in self.cues) or any(
            self.is_finite(low) or low in w.SUBJECTS or self.quoted(k)
            for k, low in enumerate(self.low[floor:comma], floor)
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
