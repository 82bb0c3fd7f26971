"""Reporting verbs of a sentence with their auxiliaries, told from nouns and adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from provenance.glyphs import APOSTROPHES
from provenance.grammar.records import Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import ACTS, SPEAKING, Act
from provenance.languages.en.phrases import FORMS
from provenance.languages.en.subjects import Subjects
from provenance.languages.en.verbs import Form, FormKind, has_form, reporting_words
from provenance.languages.en.words import is_adverb, is_name, is_possessive, of
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
SEVERAL = of("several")
OBLIGED, MOSTLY_NOUNS, NO_GERUND = of("obliged"), of("mostly_nouns"), of("no_gerund_before")
POSSIBLE, MOST, ALLEGE = of("possible"), of("most"), of("allege")
COPULAS = w.BE | of("copulas")
#: Adjectives that behind a copula say what somebody thinks.
ADJECTIVES = {
    word: Form(Verb(word, "", form.verb.allows, "thinking"), "past")
    for word, form in reporting_words().items()
    if form.verb.group == "adjective"
}
CUES = FORMS.keys() | ACTS.keys() | ADJECTIVES.keys()
SEEN_PAPERS = of("seen_papers")
#: Nouns for papers and for those who speak.
SOURCES = w.DOCUMENTS | SPEAKING
PREPOSITIONAL = w.PREPOSITIONS | of("participles_as_prepositions")
NOT_ONLY, LEFT_UNDONE = of("not_only"), of("left_undone")
NOT, UNANSWERED = of("negations"), of("unanswered")
#: Verbs whose negation says something, and more of which one does.
DENIALS = of("denials")
STILL_SAID = DENIALS | of("still_said")
#: A frame at the end of its sentence is no longer.
LATE_FRAME = 12
#: How far from a verb the participle stands that says who has the paper that is its subject.
PAPER = 9


@dataclass(frozen=True, slots=True)
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


class Predicates(Subjects):
    """The verb groups of a sentence."""

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The reporting verbs outside quotations, in order."""
        return tuple(self._cues())

    def _cues(self) -> Iterator[Cue]:
        """A capital within the sentence makes a word a name."""
        for at in self.where(CUES):
            low = self.low[at]
            form, acting = FORMS.get(low), ACTS.get(low)
            named = at > self.first and is_name(self.words[at]) and self.passage.block.kind == "paragraph"
            named = named and not self.titled()
            if named or self.quoted(at) or self._retold(at + 2) or self._shows_paper(at):
                continue
            verb = self._state(at) if low in ADJECTIVES else None
            if verb is None and acting is not None:
                verb = self._act(self._verb_group(at, acting.form))
            if verb is None and form is not None:
                verb = self._plain(self._verb_group(at, form))
            if verb is not None:
                yield verb

    def _act(self, cue: Cue) -> Cue | None:
        """The cue of a verb with the words of an act beside it."""
        act = self.act_at(cue.at, cue.first)
        return self._as_verb(replace(cue, act=act)) if act is not None else None

    def _plain(self, cue: Cue) -> Cue | None:
        """The cue of a verb by itself."""
        if cue.kind == "ing" and not cue.auxiliary and self.low[cue.at] in PREPOSITIONAL:
            return None  # "regarding the vote"
        if cue.verb.infinitive in UNANSWERED and self.is_denied(cue):
            return None  # "did not respond to a request"
        return self._as_verb(cue)

    def is_undone(self, cue: Cue) -> bool:
        """Whether a verb is denied of which that leaves nothing: "did not say", but "did not deny"."""
        return cue.verb.infinitive not in STILL_SAID and self.is_denied(cue)

    def is_denied(self, cue: Cue) -> bool:
        """Whether a verb is negated, or an infinitive hangs on a verb by which it was not done: "declined to say"."""
        group = range(max(cue.before + 1, self.first), cue.at)
        if any(self.low[at] in NOT and self.word(at + 1) not in NOT_ONLY for at in group):
            return True
        unsaid = self.word(cue.first - 1)  # "declined to say", "which is not to say that"
        return cue.infinitive and (
            unsaid in LEFT_UNDONE or (unsaid in NOT and self.word(cue.first - 2) in w.BE)
        )

    def _state(self, at: int) -> Cue | None:
        """The cue of an adjective behind a copula: "is confident that", "remained unsure whether"."""
        copula = at - 1
        while is_adverb(self.word(copula)):
            copula -= 1
        if self.word(copula) not in COPULAS:
            return None
        return replace(self._verb_group(copula, ADJECTIVES[self.low[at]]), at=at, auxiliary=self.low[copula])

    def titled(self) -> bool:
        """Whether every longer word has a capital: a headline that no mark tells from a paragraph."""
        words = [word for word in self.words[self.first : self.body] if len(word) > 3 and word.isalpha()]
        return len(words) > 3 and sum(is_name(word) for word in words) >= 0.8 * len(words)

    def _verb_group(self, at: int, form: Form) -> Cue:
        """The verb with what belongs to it on its left: auxiliaries, "not", "to" and the adverbs between them."""
        retold = self._retold(at)  # "was quoted as saying", "responded by saying"
        first = at - 2 * retold
        before, auxiliary, infinitive = first - 1, "", False
        while word := self.word(before):
            if word in w.AUXILIARIES:
                auxiliary, first = auxiliary or word, before
            elif word in w.TO and form.kind == "base" and not auxiliary:
                infinitive, first = True, before
                break
            elif word in w.CONTRACTED_SUBJECTS and first - before == 1 and not word.startswith(EXPLETIVES):
                auxiliary = auxiliary or _contracted(word, form)
                break
            elif not is_adverb(word) and not (word in PERFECT_ADVERBS and self.low[before - 1] in w.HAVE):
                break
            before -= 1
        before = before if before >= self.first else -1
        auxiliary = "" if retold else auxiliary
        kind: FormKind = "past" if retold else form.kind
        return Cue(form.verb, at, first, kind, False, False, infinitive, auxiliary, before)

    def _retold(self, at: int) -> bool:
        """Whether a participle is the second word of saying in its verb group."""
        form, before = FORMS.get(self.word(at)), FORMS.get(self.word(at - 2))
        if form is None or before is None or self.word(at - 1) not in w.BY | w.AS:
            return False
        return (form.kind, before.kind) == ("ing", "past") and "q" in before.verb.allows

    def _as_verb(self, cue: Cue) -> Cue | None:
        """The cue if it is a verb and no noun or adjective, known for a passive if it is one."""
        previous = self.low[cue.before] if cue.before >= 0 else ""
        if cue.kind in ("past", "participle"):
            return self._past(cue, previous)
        if cue.kind == "ing":
            noun = previous in w.DETERMINERS or is_possessive(previous)
            noun = noun or (cue.before == cue.at - 1 and previous in w.OF)
            verb = bool(cue.auxiliary) or not noun or self.word(cue.at + 1) in NOUN_OBJECTS
            verb = verb and previous not in NO_GERUND and cue.auxiliary not in w.HAVE  # "had opposing views"
        else:
            verb = self._third_person(cue, previous) if cue.kind == "s" else self._base(cue, previous)
        return cue if verb else None

    def _past(self, cue: Cue, previous: str) -> Cue | None:
        """A past form that is a finite verb or a passive."""
        verb = cue.verb
        if self._is_adjective(cue, previous):
            return None
        if cue.auxiliary in PASSIVE_AUXILIARIES:
            possible = not POSSIBLE.isdisjoint(self.low[cue.first : cue.at])
            passive = verb.infinitive not in NO_PASSIVES and not possible
            return replace(cue, passive=True) if passive else None
        if cue.auxiliary:  # "would say" has no past form, but "read" has only one
            reads = cue.kind == "past" and verb.infinitive in READ and cue.auxiliary not in OBLIGED
            return cue if cue.auxiliary in w.HAVE or reads else None
        if self.word(self.first) in w.BE and self.words[-1] == "?":
            return None  # "Is Lind considered rich?"
        follows = self.word(cue.at + 1)
        if (follows in w.BY and cue.act is None and not verb.allows.isdisjoint("rh")) or (
            follows in w.TO and "h" in verb.allows and "i" not in verb.allows
        ):
            # "criticised by X"; headlines drop the auxiliary: "Thousands told to leave".
            return replace(cue, passive=True)
        if cue.kind == "participle" or (previous in w.DETERMINERS and previous not in w.LONE_SUBJECTS):
            finite = previous in w.DETERMINERS and cue.kind == "past" and self.counted(cue.before)
            return cue if finite else None
        if cue.before >= 0:
            word = self.words[cue.before]
            adjective = previous in w.PREPOSITIONS and word[0].islower()
            if is_possessive(word) or adjective or previous in NO_FINITE_BEFORE:
                return None
        if (cue.at > self.first and previous not in HANGING) or self._opens_inverted(cue):
            return cue
        # "Asked about the plan, X said": a participle whose subject comes behind it.
        return replace(cue, hanging=True, passive=True) if "h" in verb.allows else None

    def _is_adjective(self, cue: Cue, previous: str) -> bool:
        """Whether a participle describes the noun behind it: "the most detailed map", "a union-backed candidate" in two
        words, "and alleged thief Otto Lind"."""
        noun = self.word(cue.at + 1)
        if cue.auxiliary or not noun.isalpha() or noun in w.DETERMINERS or noun in w.OBJECT_PRONOUNS | w.THAT:
            return False
        before = self.word(cue.at - 1)
        compound = "-" in before[1:] and before == self.words[cue.at - 1]
        alleged = cue.verb.infinitive in ALLEGE and previous in w.AND_OR and noun == self.words[cue.at + 1]
        return before in MOST or (compound and noun not in w.BY) or alleged

    def _opens_inverted(self, cue: Cue) -> bool:
        """Whether a verb opens the sentence before a subject with a name and a quotation: Said Lind, "…"."""
        if cue.at > self.first or cue.kind != "past" or "q" not in cue.verb.allows:
            return False
        quote = next(
            (self.opens[at] for at in range(cue.at + 2, cue.at + LATE_FRAME) if at in self.opens), None
        )
        return quote is not None and self.words[quote.open - 1] in ",:" and is_name(self.words[cue.at + 1])

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
            or previous in SOURCES
        ):
            return False
        if cue.before - (previous == ",") in self.closes:
            return True  # "“…,” reads one e-mail"
        if cue.at + 1 >= self.body and "," in self.words[max(self.first, cue.at - LATE_FRAME) : cue.at]:
            return True  # "The power is lost, the utility reports."
        if self.breaks(cue.before) and self._complement_opens(cue):
            subject = self.subject_before(cue.first, self.first)
            return subject is not None and not w.DOCUMENTS.isdisjoint(self.low[slice(*subject[0])])
        word = self.words[cue.before]
        small = previous in w.DETERMINERS or previous in w.PREPOSITIONS
        if small or not word[0].isalnum() or is_possessive(word) or self._is_object(cue.before + 1):
            return False
        if not self._complement_opens(cue):
            return self._waited_for(cue.at) or self._as_told(cue)
        if is_name(word) and cue.before == cue.at - 1 and self.word(cue.before - 1) in w.PREPOSITIONS:
            return False  # "to Western states this week"
        named = is_name(word) and not is_name(self.words[cue.at])
        if named or cue.before < cue.at - 1 or self.passage.block.kind == "headline":
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
        return self.opens_phrase(at)

    def _as_told(self, cue: Cue) -> bool:
        """Whether a comma closes "as the Echo reports,"."""
        start = self.phrase_start(cue.before + 1, self.first)
        return self.word(cue.at + 1) == "," and start <= cue.before and self.word(start - 1) in w.AS

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
        that = self.word(cue.at + 1) in w.THAT and self.word(cue.at + 2) in w.DETERMINERS
        named = is_name(self.words[cue.before]) and self.word(cue.at + 1) in w.THAT and not cue.noun
        if (that and previous in SPEAKING) or named:
            return True  # "the group state that the", "Norvale believe that"
        if any(map(self._shows_paper, range(cue.before - 1, max(self.first, cue.before - PAPER), -1))):
            return self._complement_opens(cue)  # "emails obtained by the Echo show"
        plain = not cue.noun and "q" in cue.verb.allows
        clause = self.word(cue.at + 1) in w.THAT and "d" in cue.verb.allows
        plain = plain or (clause and self.low[cue.at] not in MOSTLY_NOUNS)  # "many in town fear that"
        judged = not cue.noun and "r" in cue.verb.allows and self._complement_opens(cue)
        if self.breaks(cue.before):  # an aside stands before the verb: "some economists - … - warn that"
            return plain or self.word(cue.at + 1) in w.THAT
        if previous in w.AND_OR:
            return plain
        plural = _plural(previous)
        late = cue.at + 1 >= self.body and "," in self.words[max(self.first, cue.at - LATE_FRAME) : cue.at]
        if plural and late and previous in SOURCES:
            return True  # "The dam leaks, court documents show."
        if (plain or judged) and self._plural_before(cue):
            return True  # "people who know the council say", "farmers in the valley say"
        return plural and (not cue.noun or self._complement_opens(cue) or self._waited_for(cue.at))

    def _shows_paper(self, at: int) -> bool:
        """Whether a participle says who has a paper: "emails seen by the Echo"."""
        return self.word(at) in SEEN_PAPERS and self.word(at + 1) in w.BY and self.word(at - 1) in w.DOCUMENTS

    def _plural_before(self, cue: Cue) -> bool:
        """Whether the subject of a base form is a plural whatever stands right before the verb."""
        subject = self.subject_before(cue.first, self.first)
        phrase = self.low[slice(*subject[0])] if subject else []
        head = takewhile(lambda low: low not in w.PREPOSITIONS, phrase)
        some = w.LONE_SUBJECTS - SINGULAR_SUBJECTS - w.RELATIVES
        plurals = w.AND_OR | PLURAL_SUBJECTS | some
        return any(low in plurals or _plural(low) for low in head)


def _plural(low: str) -> bool:
    return low[0].isalpha() and low.endswith("s") and not low.endswith(NO_PLURALS)


def _contracted(word: str, form: Form) -> str:
    """The auxiliary in "he's", "they've", "she'd", as far as the form of the verb tells it."""
    for form_of, auxiliary in CONTRACTED.items():
        if word.endswith(tuple(apostrophe + form_of for apostrophe in APOSTROPHES)) or form.kind == form_of:
            return auxiliary
    return CONTRACTED["past" if form.kind == "participle" else "base"]
