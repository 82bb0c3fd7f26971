"""Reporting verbs of a sentence with their auxiliaries, told from nouns and adjectives, and the subjects they have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.glyphs import APOSTROPHES
from provenance.grammar.records import Range, Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import ACTS, SPEAKING, Act, Acts
from provenance.languages.en.phrases import ATTACHING, DASHES, FORMS, SPEAKER_RELATIVES
from provenance.languages.en.verbs import Form, FormKind, has_form, reporting_words
from provenance.languages.en.words import is_adverb, is_name, is_possessive, is_time, of
from provenance.words import values

#: "'ll", or the form behind a contracted pronoun → the auxiliary in it.
CONTRACTED = values("en", "clauses", "contracted_auxiliaries")
EXPLETIVES, NO_PLURALS = w.endings("no_subject_contractions"), w.endings("ending_plural_not")
ADJECTIVE_ENDINGS = w.endings("adjective_endings")
PASSIVE_AUXILIARIES, NO_PASSIVES, READ = of("passive_auxiliaries"), of("no_passives"), of("read")
HANGING, NO_FINITE_BEFORE = of("hanging_participles"), of("no_finite_before")
NOUN_OBJECTS, PERFECT_ADVERBS = of("noun_objects"), of("perfect_adverbs")
PLURAL_SUBJECTS, SINGULAR_SUBJECTS = of("plural_subjects") | {"%"}, of("singular_subjects")
THIRD_SUBJECTS = w.SUBJECT_PRONOUNS | of("third_subjects")
ASIDES, APPOSITIVE_ADVERBS, APPROXIMATORS = of("aside_openers"), of("appositive_adverbs"), of("approximators")
BEFORE_TIME, OCCASION_PREPOSITIONS = w.NEAR_TIME | of("time_prepositions"), of("occasion_prepositions")
SEVERAL = of("several")
SOME_TIME, POINTING = of("time", "point_of"), w.DETERMINERS | w.THAT
CLAUSE_JOINTS, SUBJECT_RELATIVES = of("clause_joints") | {",", ";", ":"}, SPEAKER_RELATIVES | w.THAT
CLAUSE_COORDINATORS = w.COORDINATORS - w.AND_OR
OBLIGED, MOSTLY_NOUNS, NO_GERUND = of("obliged"), of("mostly_nouns"), of("no_gerund_before")
POSSIBLE, STATES = of("possible"), of("states_of_mind")
COPULAS = w.BE | of("copulas")
#: Adjectives that behind a copula say what somebody thinks.
ADJECTIVES = {
    word: Form(Verb(word, "", form.verb.allows, "thinking"), "past")
    for word, form in reporting_words().items()
    if form.verb.group == "adjective"
}
SEEN_PAPERS = of("seen_papers")
PREPOSITIONAL = w.PREPOSITIONS | of("participles_as_prepositions")
NOT_ONLY, LEFT_UNDONE = of("not_only"), of("left_undone")
THE, NOT, UNANSWERED = of("the"), of("negations"), of("unanswered")
#: How many finite verbs back a participle's subject is looked for; how far back an aside begins, and how many nest.
FINITE_VERBS, ASIDE, NESTED_ASIDES = 6, 40, 4
#: A frame at the end of its sentence is no longer.
LATE_FRAME = 12
#: How long a relative clause within a subject may be.
RELATIVE = 16
#: How far from a verb the participle stands that says who has the paper that is its subject.
PAPER = 9


@dataclass(slots=True)
class Cue:
    """A reporting verb with its auxiliaries, or another word that reports."""

    verb: Verb
    at: int
    first: int
    """First token of the verb group: an auxiliary, "not", "to", or the verb."""
    kind: FormKind
    passive: bool = False
    hanging: bool = False
    infinitive: bool = False
    """The verb stands behind "to"."""
    auxiliary: str = ""
    """The auxiliary next to the verb, be it one in a word with its pronoun: "is" in "he's saying"."""
    before: int = -1
    """Token before the verb group, adverbs skipped; -1 if it opens the sentence."""
    act: Act | None = None
    """The act of speech that the verb reports with other words."""

    @property
    def finite(self) -> bool:
        """Whether the verb group has a tense, so that a subject stands before or behind it."""
        return not self.infinitive and (self.kind != "ing" or self.auxiliary != "") and not self.passive

    @property
    def noun(self) -> bool:
        """Whether the verb's base and third person are nouns as well: "report", "claims"."""
        return "n" in self.verb.allows


class Predicates(Acts):
    """The verb groups of a sentence and their subjects."""

    def _cues(self) -> Iterator[Cue]:
        """The reporting verbs outside quotations, in order; a capital within the sentence makes a word a name."""
        prose = self.passage.block.kind == "paragraph" and not self.titled()
        for at in range(self.first, self.body):
            low = self.low[at]
            form, acting = FORMS.get(low), ACTS.get(low)
            if (
                (form is None and acting is None and low not in ADJECTIVES)
                or self.quoted(at)
                or self._retold(at + 2)
                or self._shows_paper(at)
                or (prose and at > self.first and is_name(self.words[at]))
            ):
                continue
            if low in ADJECTIVES and (state := self._state(at)):
                yield state
                continue
            if acting is not None:
                cue = self._verb_group(at, acting.form)
                cue.act = self.act_at(at, cue.first)
                if cue.act is not None and self._is_verb(cue):
                    yield cue
                    continue
            if form is None:
                continue
            cue = self._verb_group(at, form)
            if form.kind == "ing" and not cue.auxiliary and low in PREPOSITIONAL:
                continue  # "regarding the vote"
            if form.verb.infinitive in UNANSWERED and self.is_denied(cue):
                continue  # "did not respond to a request"
            if self._is_verb(cue):
                yield cue

    def is_denied(self, cue: Cue) -> bool:
        """Whether a verb is negated, or an infinitive hangs on a verb by which it was not done: "declined to say"."""
        if any(
            self.low[at] in NOT and self.word(at + 1) not in NOT_ONLY
            for at in range(max(cue.before + 1, self.first), cue.at)
        ):
            return True
        return cue.infinitive and self.word(cue.first - 1) in LEFT_UNDONE

    def _state(self, at: int) -> Cue | None:
        """The cue of an adjective behind a copula: "is confident that", "remained unsure whether"."""
        copula = at - 1
        while is_adverb(self.word(copula)):
            copula -= 1
        if self.word(copula) not in COPULAS:
            return None
        cue = self._verb_group(copula, ADJECTIVES[self.low[at]])
        if cue.infinitive or cue.kind == "ing":
            return None
        cue.at, cue.auxiliary = at, self.low[copula]
        return cue

    def titled(self) -> bool:
        """Whether every longer word has a capital: a headline that no mark tells from a paragraph."""
        words = [word for word in self.words[self.first : self.body] if len(word) > 3 and word.isalpha()]
        return len(words) > 3 and sum(is_name(word) for word in words) >= 0.8 * len(words)

    def _verb_group(self, at: int, form: Form) -> Cue:
        """The verb with what belongs to it on its left: auxiliaries, "not", "to" and the adverbs between them."""
        cue = Cue(form.verb, at, at, form.kind)
        if self._retold(at):
            cue.first, cue.kind = at - 2, "past"  # "was quoted as saying", "responded by saying"
        before = cue.first - 1
        while word := self.word(before):
            if word in w.AUXILIARIES:
                cue.auxiliary = cue.auxiliary or word
                cue.first = before
            elif word in w.TO and form.kind == "base" and not cue.auxiliary:
                cue.infinitive, cue.first = True, before
                break
            elif (
                word in w.CONTRACTED_SUBJECTS and cue.first - before == 1 and not word.startswith(EXPLETIVES)
            ):
                cue.auxiliary = cue.auxiliary or _contracted(word, form)
                break
            elif not is_adverb(word) and not (word in PERFECT_ADVERBS and self.low[before - 1] in w.HAVE):
                break
            before -= 1
        cue.before = before if before >= self.first else -1
        if cue.first < at and self._retold(at):
            cue.auxiliary = ""
        return cue

    def _retold(self, at: int) -> bool:
        """Whether a participle is the second word of saying in its verb group."""
        form, before = FORMS.get(self.word(at)), FORMS.get(self.word(at - 2))
        joined = self.word(at - 1) in w.BY or self.word(at - 1) in w.AS
        return (
            form is not None
            and before is not None
            and joined
            and (form.kind, before.kind) == ("ing", "past")
            and "q" in before.verb.allows
        )

    def _is_verb(self, cue: Cue) -> bool:
        previous = self.low[cue.before] if cue.before >= 0 else ""
        if cue.kind in ("past", "participle"):
            return self._past(cue, previous)
        if cue.kind == "ing":
            noun = previous in w.DETERMINERS or is_possessive(previous)
            noun = noun or (cue.before == cue.at - 1 and previous in w.OF)
            if previous in NO_GERUND:
                return False
            return bool(cue.auxiliary) or not noun or self.word(cue.at + 1) in NOUN_OBJECTS
        return self._third_person(cue, previous) if cue.kind == "s" else self._base(cue, previous)

    def _past(self, cue: Cue, previous: str) -> bool:
        """Whether a past form is a finite verb or a passive; the cue's `passive` is set."""
        if cue.auxiliary in w.BE and cue.verb.infinitive in STATES and self.word(cue.at + 1) not in w.BY:
            return w.MODALS.isdisjoint(
                self.low[cue.first : cue.at]
            )  # "is worried that", not "need be worried"
        if cue.auxiliary in PASSIVE_AUXILIARIES:
            cue.passive = cue.verb.infinitive not in NO_PASSIVES
            return cue.passive and POSSIBLE.isdisjoint(self.low[cue.first : cue.at])
        if cue.auxiliary:  # "would say" has no past form, but "read" has only one
            reads = cue.kind == "past" and cue.verb.infinitive in READ and cue.auxiliary not in OBLIGED
            return cue.auxiliary in w.HAVE or reads
        if self.word(self.first) in w.BE and self.words[-1] == "?" and cue.before > self.first:
            return False  # "Is Lind considered rich?"
        follows = self.word(cue.at + 1)
        if (follows in w.BY and cue.act is None and not cue.verb.allows.isdisjoint("rh")) or (
            follows in w.TO and "h" in cue.verb.allows and "i" not in cue.verb.allows
        ):
            # "criticised by X"; headlines drop the auxiliary: "Thousands told to leave".
            cue.passive = True
            return True
        if cue.kind == "participle" or (previous in w.DETERMINERS and previous not in w.LONE_SUBJECTS):
            return previous in w.DETERMINERS and cue.kind == "past" and self._counted(cue.before)
        if cue.before >= 0:
            word = self.words[cue.before]
            adjective = previous in w.PREPOSITIONS and word[0].islower()
            if is_possessive(word) or adjective or previous in NO_FINITE_BEFORE:
                return False
        # "Asked about the plan, X said": a participle whose subject comes behind it.
        cue.hanging = cue.at == self.first or previous in HANGING
        cue.passive = cue.hanging
        return not cue.hanging or "h" in cue.verb.allows

    def _counted(self, at: int) -> bool:
        """Whether a number stands for people: "the two said", "the father of two said"."""
        return self.word(at - 1) in THE | w.OF

    def _is_counted(self, at: int) -> bool:
        """Whether a number of several stands before the adjective at `at`, so that a plural noun follows."""
        number = self.word(at - 1)
        counts = number in SEVERAL or (number.isdigit() and number != "1" and len(number) < 4)
        return counts and self.words[at][0].islower()

    def _third_person(self, cue: Cue, previous: str) -> bool:
        if cue.noun and (self.is_finite(self.word(cue.at + 1)) or has_form(self.word(cue.at + 1), "base")):
            return False  # "Court records show"
        if not cue.noun:
            return previous not in w.DETERMINERS or previous in w.LONE_SUBJECTS
        if self._is_counted(cue.before):
            return False  # "seven big questions"
        if cue.before < 0 or previous in THIRD_SUBJECTS:
            return cue.before >= 0
        if self.low[cue.at] in MOSTLY_NOUNS and not (
            (is_name(self.words[cue.before]) and not self.titled() and cue.before == cue.at - 1)
            or previous in w.DOCUMENTS | SPEAKING
        ):
            return False
        if cue.before in self.closes or (previous == "," and cue.before - 1 in self.closes):
            return True  # "“…,” reads one e-mail"
        if cue.at + 1 >= self.body and "," in self.words[max(self.first, cue.at - LATE_FRAME) : cue.at]:
            return True  # "The power is lost, the utility reports."
        if self.breaks(cue.before) and self._complement_opens(cue):
            subject = self.subject_before(cue.first, self.first)
            return subject is not None and not w.DOCUMENTS.isdisjoint(self.low[slice(*subject[0])])
        word = self.words[cue.before]
        if self._is_object(cue.before + 1):
            return False
        if (
            not word[0].isalnum()
            or is_possessive(word)
            or previous in w.DETERMINERS
            or previous in w.PREPOSITIONS
        ):
            return False
        if not self._complement_opens(cue):
            return self._waited_for(cue.at) or self._as_told(cue)
        if is_name(word) and cue.before == cue.at - 1 and self.word(cue.before - 1) in w.PREPOSITIONS:
            return False  # "to Western states this week"
        if (
            (is_name(word) and not is_name(self.words[cue.at]))
            or cue.before < cue.at - 1
            or self.passage.block.kind == "headline"
        ):
            return True
        return not previous.endswith(ADJECTIVE_ENDINGS) and self.low[cue.at + 1] not in w.OF

    def _is_object(self, end: int) -> bool:
        """Whether small words up to a form that may be a noun hang on a verb before them: "received reports that",
        "had fond hopes that"."""
        start = self.phrase_start(end, self.first)
        before = self.word(start - 1) if start > self.first else ""
        if start == end:
            before = self.low[end - 1]
            if before.endswith(w.ED) and self.word(end - 2) in w.PREPOSITIONS:
                return True  # "amid unconfirmed reports that"
        elif self.low[start] in w.DETERMINERS or not self.words[start][0].islower():
            return False
        if before in w.PREPOSITIONS:
            return end - start == 1 and not self.low[start].endswith("s")  # "amid recent reports that"
        return before in w.FINITES - w.AUXILIARIES or before in w.HAVE or has_form(before, "past", "ing")

    def _complement_opens(self, cue: Cue) -> bool:
        """Whether what follows a form that may be a noun is what its verb asks for."""
        at, allows = cue.at + 1, cue.verb.allows
        if at >= self.body:
            return False
        low = self.low[at]
        if at in self.opens or "+" + low in allows or low in w.THAT or low in w.QUESTION_WORDS:
            return True
        if low in w.TO:
            return "i" in allows
        return self.opens_phrase(at) and low not in w.AND_OR

    def _as_told(self, cue: Cue) -> bool:
        """Whether a comma closes "as the Echo reports,"."""
        start = self.phrase_start(cue.before + 1, self.first)
        return (
            self.word(cue.at + 1) == "," and self.first < start <= cue.before and self.word(start - 1) in w.AS
        )

    def _waited_for(self, at: int) -> bool:
        """Whether a quotation that lacks its frame closed a few words before: "…," the lawyers claim in court."""
        near = range(at - 2, max(self.first, at - 9), -1)
        return any(k in self.closes and self.words[k - 1] in ",?!" for k in near)

    def _base(self, cue: Cue, previous: str) -> bool:
        """Whether a base form is an infinitive or a plural's present."""
        if cue.infinitive:
            return True
        if cue.noun and not cue.auxiliary and has_form(self.word(cue.at + 1), "s", "past"):
            return False  # "The police report says"
        if cue.auxiliary:
            return cue.auxiliary not in w.BE and cue.auxiliary not in w.HAVE
        if cue.before < 0 or previous in w.PREPOSITIONS or is_possessive(self.words[cue.before]):
            return False
        if previous in w.LONE_SUBJECTS:
            if self.word(cue.before - 1) in w.HAVE:
                return False  # "have some credit card debt"
            return previous not in SINGULAR_SUBJECTS and self._alone(cue.before, self.first)
        if previous in PLURAL_SUBJECTS:
            return True
        if previous in w.DETERMINERS:
            return False
        if (
            previous in SPEAKING
            and self.word(cue.at + 1) in w.THAT
            and self.word(cue.at + 2) in w.DETERMINERS
        ):
            return True  # "the group state that the"
        if any(
            self._shows_paper(at) for at in range(cue.before - 1, max(self.first, cue.before - PAPER), -1)
        ):
            return self._complement_opens(cue)  # "emails obtained by the Echo show"
        plain = not cue.noun and "q" in cue.verb.allows
        judged = not cue.noun and "r" in cue.verb.allows and self._complement_opens(cue)
        if self.breaks(cue.before):  # an aside stands before the verb: "some economists - … - warn that"
            return plain or self.word(cue.at + 1) in w.THAT
        if previous in w.AND_OR:
            return plain
        plural = previous[0].isalpha() and previous.endswith("s") and not previous.endswith(NO_PLURALS)
        late = cue.at + 1 >= self.body and "," in self.words[max(self.first, cue.at - LATE_FRAME) : cue.at]
        if plural and late and previous in w.DOCUMENTS | SPEAKING:
            return True  # "The dam leaks, court documents show."
        if (plain or judged) and self._plural_before(cue):
            return True  # "people who know the council say", "farmers in the valley say"
        return plural and (not cue.noun or self._complement_opens(cue) or self._waited_for(cue.at))

    def _shows_paper(self, at: int) -> bool:
        """Whether a participle says who has a paper: "emails seen by the Echo"."""
        return (
            self.word(at) in SEEN_PAPERS
            and self.word(at + 1) in w.BY
            and self.word(at - 1) in w.DOCUMENTS
            and self.word(at - 2) not in w.FINITES
        )

    def _plural_before(self, cue: Cue) -> bool:
        """Whether the subject of a base form is a plural whatever stands right before the verb."""
        subject = self.subject_before(cue.first, self.first)
        if subject is None:
            return False
        for at in range(*subject[0]):
            low = self.low[at]
            if (
                low in w.AND_OR
                or low in PLURAL_SUBJECTS
                or (low.endswith("s") and not low.endswith(NO_PLURALS))
            ):
                return True
            if low in w.PREPOSITIONS:
                return False
        return False

    # ---------------------------------------------------------------------------------------------- subjects

    def subject_before(self, end: int, floor: int) -> tuple[Range, int] | None:
        """The subject whose verb group begins at `end`, and where the stretch with its adverbs and asides begins;
        counted on US campaign news, nothing stands between subject and verb in 85 % of frames."""
        at = end - 1
        while at >= floor and self.is_adverb_at(at) and not self.quoted(at):
            at -= 1
        quote = self.quote_at(at) if at >= floor and self.quoted(at) else None
        if at < floor or (quote is not None and quote.size > 3):
            return None
        if self.words[at] == "," or self.words[at] in DASHES:
            return self._behind_aside(at, floor)
        at = self._before_adverbial(at, floor)
        if self.word(at) == ",":
            return self._behind_aside(at, floor)  # "Lind, whose dam leaks, last year said"
        word = self.low[at]
        if word in w.CONTRACTED_SUBJECTS or (word in w.LONE_SUBJECTS and self._alone(at, floor)):
            start = at - (self.word(at - 1) in APPROXIMATORS and at > floor)
            return (start, at + 1), start
        start = self._with_relative(self.phrase_start(at + 1, floor), floor)
        if start > at or (word in w.DETERMINERS and word not in w.LONE_SUBJECTS and not self._counted(at)):
            return None
        return (start, at + 1), start

    def is_adverb_at(self, at: int) -> bool:
        """Whether an adverb stands here, and no surname that ends like one: "Mrs. Harply said"."""
        name = at > self.first and is_name(self.words[at]) and is_name(self.words[at - 1])
        return is_adverb(self.low[at]) and not (name or self.word(at - 1) == ".")

    def _with_relative(self, start: int, floor: int) -> int:
        """Start of "officials who spoke with the Post": a relative clause with a verb of its own before the phrase."""
        verb = False
        for at in range(start - 1, max(floor, start - RELATIVE), -1):
            word = self.word(at)
            if not word or not word[0].isalnum() or word in w.SUBJECT_PRONOUNS - w.RELATIVES:
                return start
            if word in w.WHO:
                head = self.phrase_start(at, floor) if verb else at
                return head if head < at else start
            verb = verb or self.is_finite(word) or has_form(word, "base")
        return start

    def _before_adverbial(self, at: int, floor: int) -> int:
        """The last token of a subject parted from its verb: "X on Tuesday said", "X in a statement said"."""
        low, k = self.low, at
        if low[at] in SOME_TIME and low[at - 1] in POINTING and low[at - 2] in OCCASION_PREPOSITIONS:
            return at - 3 if at - 3 >= floor else at  # "Lind at that time said"
        while k > floor and is_time(low[k]):
            k -= 1
        if k < at:
            while k > floor and low[k] in BEFORE_TIME:
                k -= 1
            noun = low[k][0].isalnum() and low[k] not in w.DETERMINERS and low[k] not in w.PREPOSITIONS
            aside = low[k] == "," and low[k + 1] in BEFORE_TIME and k > floor
            return k if noun or aside else at
        if low[at] in w.OCCASIONS:
            for k in range(at - 1, max(floor, at - 4), -1):
                if low[k] in OCCASION_PREPOSITIONS:
                    return k - 1 if self.words[k - 1][0].isalnum() else at
        return at

    def _alone(self, at: int, floor: int) -> bool:
        """Whether a pronoun at `at` is the whole subject, not the end of "the one" or "two others"."""
        if self.low[at] in w.SUBJECT_PRONOUNS or self.low[at] in w.RELATIVES or at == floor:
            return True
        return self.low[at - 1] not in w.DETERMINERS and self.low[at - 1] not in ATTACHING

    def _behind_aside(self, comma: int, floor: int) -> tuple[Range, int] | None:
        """The subject before an apposition, a relative clause or an adverbial that ends at the mark `comma`."""
        for at in range(comma - 1, max(floor, comma - ASIDE), -1):
            dashes = self.words[comma] in DASHES and self.word(at - 1) in DASHES
            opens = self.word(at - 1) == "," or dashes
            if self.word(at) in SPEAKER_RELATIVES and opens and self._identifies(at):
                end = at - 1
                if self.words[end - 1].isdigit() and self.word(end - 2) == ",":
                    end -= 2  # "Ann Hill, 45, who runs the yard, said"
                start = self.phrase_start(end, floor)
                if start < end:
                    return (start, comma), start
        close, identifying = comma, True
        for _ in range(NESTED_ASIDES):
            opening = self._previous(self.words[comma], close, floor)
            if opening < 0:
                return None
            if self.low[opening + 1] in CLAUSE_COORDINATORS:
                return None  # "the dam is old, but it holds, said Lind"
            identifying = identifying and self._identifies(opening + 1)
            start = self.phrase_start(opening, floor)
            if start < opening and self.is_gerund(start) and self.word(start - 1) == ",":
                close, identifying = start - 1, False  # "X, speaking in Reno, Ohio, said"
                start = self.phrase_start(close, floor)
                opening = close
            inside = self.word(start - 1) in w.PREPOSITIONS and self._previous(",", start - 1, floor) >= 0
            if inside and start > floor:
                close = opening  # "X, during a meeting in Reno, Ohio, said"
                identifying = False
                continue
            if start == opening - 1 and self.words[start].isdigit() and self.word(start - 1) == ",":
                close = opening  # "Ann Hill, 45, of Akron, said": an age is an aside of its own
                continue
            if start < opening:
                return (start, comma if identifying else opening), start
            if opening - 1 == floor and self.low[floor] in w.LONE_SUBJECTS:
                return (floor, opening), floor
            close = opening
        return None

    def _identifies(self, at: int) -> bool:
        """Whether the aside that begins here says who the speaker is, rather than when or how he speaks."""
        low = self.low[at]
        if low in APPOSITIVE_ADVERBS:
            return self.low[at + 1] in w.DETERMINERS
        if low in ASIDES or low in w.TIMES or is_adverb(low):
            return False
        return low in w.DETERMINERS or low not in w.TIME_LEADS

    def _previous(self, mark: str, before: int, floor: int) -> int:
        """The nearest unquoted `mark` left of `before`, or -1."""
        for at in range(before - 1, max(floor, before - ASIDE), -1):
            word = self.words[at]
            if self.quoted(at):
                continue
            if word == mark or (word in DASHES and mark in DASHES):
                return at
            if word in (";", ":"):
                return -1
        return -1

    def main_subject(self, end: int, *, sure: bool = False) -> tuple[Range, int] | None:
        """The subject of the clause before `end`: that of the last finite verb whose subject opens its clause.

        Where no verb of it is known, what opens the sentence, unless that is not `sure` enough.
        """
        nearest, tried = None, 0
        for at in range(end - 1, self.first, -1):
            coordinated = self.low[at] in w.SUBJECT_PRONOUNS - w.RELATIVES and self.low[at - 1] in w.AND_BUT
            if coordinated and at < end - 1 and self.word(at - 2) == ",":
                return (at, at + 1), at  # ", but he resents it:"
            if not self.is_finite(self.word(at)) or self.low[at - 1] in w.FINITES:
                continue
            subject = self.subject_before(at, self.first)
            if subject and self.low[subject[1]] not in SUBJECT_RELATIVES:
                return subject
            nearest, tried = nearest or subject, tried + 1
            if tried > FINITE_VERBS:
                break
        return nearest or (None if sure else self._first_phrase(end))

    def is_finite(self, low: str) -> bool:
        if low in w.FINITES or (low.endswith(w.ED) and len(low) > 4):
            return True
        form = FORMS.get(low)
        return form is not None and (
            form.kind == "past" or (form.kind == "s" and "n" not in form.verb.allows)
        )

    def _first_phrase(self, limit: int) -> tuple[Range, int] | None:
        """What opens the sentence, where no verb of its clause is known: "The nurse later sued, claiming …"."""
        first = self.first
        low = self.low[first]
        if low in w.SUBJECTS:
            return (first, first + 1), first
        if not self.opens_phrase(first) or low in w.OPENERS or low in w.PREPOSITIONS:
            return None
        end = self.phrase_end(first, limit)
        return ((first, end), first) if end > first else None


def _contracted(word: str, form: Form) -> str:
    """The auxiliary in "he's", "they've", "she'd", as far as the form of the verb tells it."""
    for form_of, auxiliary in CONTRACTED.items():
        if word.endswith(tuple(apostrophe + form_of for apostrophe in APOSTROPHES)) or form.kind == form_of:
            return auxiliary
    return CONTRACTED["past" if form.kind == "participle" else "base"]
