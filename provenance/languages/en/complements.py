"""What stands behind a reporting verb: the hearer, adverbials, and where the content begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.grammar.records import Range
from provenance.languages.en import words as w
from provenance.languages.en.phrases import ATTACHING, FORMS, OF_FOR, TIMED
from provenance.languages.en.predicates import Cue, Predicates
from provenance.languages.en.words import is_adverb, is_name, is_time, of
from provenance.words import values

ADJUNCT_PREPOSITIONS, HEARER_PREPOSITIONS = of("adjunct_prepositions"), of("hearer_prepositions")
PASSIVE_COMPLEMENTS, TOPICS = of("passive_complements"), of("topics")
PARTICLES, PARTICLE_PREPOSITIONS = of("particles"), of("particle_prepositions")
HEARING_PRONOUNS, NEGATORS, ASIDE_ADVERBS = of("hearing_pronouns"), of("negators"), of("aside_adverbs")
DOUBTFUL, ASKED, WHAT = of("doubtful_questions"), of("asked"), of("what")
CLAUSE_ADVERBIALS, STARTS, ADVERBIAL_STARTS = (
    of("clause_adverbials"),
    of("clause_starts"),
    of("adverbial_starts"),
)
LEADS = w.TIME_LEADS | w.TIMES | w.DETERMINERS | w.OCCASIONS
OPENINGS = of("openings")
CLAUSE_OPENINGS = OPENINGS - of("preposition_openings")
NEXT_CLAUSE = (CLAUSE_OPENINGS | w.RELATIVES | w.THAT) - of("clause_starts")
NEVER_FIRST = w.PREPOSITIONS | w.COORDINATORS | w.SUBORDINATORS | w.BY | w.TIMES | w.TIME_LEADS
#: A quotation of so many words with a capital can be a show somebody speaks on.
SHORT_TITLE = 4
#: The verb of a clause of content is among so many words.
LONGEST_SUBJECT = 40
CLAUSE_OR_OBJECT, DEEDS, SEE = of("clause_or_object"), of("deeds"), of("see")
FINITES = w.FINITES - of("infinite_auxiliaries")
PREPOSITIONS_BUT_OF, PREPOSITIONS_BUT_OF_FOR = w.PREPOSITIONS - w.OF, w.PREPOSITIONS - OF_FOR
OWNERS, WEIGHED, INFINITIVE_DEEDS = of("owners"), of("weighed"), of("infinitive_deeds")
#: Verb → nouns of objects, and of subjects, with which it tells of a deed.
DEEDS_BY_OBJECT, DEEDS_BY_SUBJECT = (
    {verb: frozenset(nouns.split()) for verb, nouns in values("en", "clauses", name).items()}
    for name in ("deeds_by_object", "deeds_by_subject")
)
DURING, SPANS = of("during"), of("spans")
WITH_GERUND, DISCUSSING, SIDED = of("with_gerund"), of("discussing"), of("sided")
TOLD_ON, DISPLACING, DISPLACING_PARTICLES = of("told_on"), of("displacing"), of("displacing_particles")

#: What content is, as rows name it: the form of the clause or phrase that holds it; "" for none.
ContentForm = Literal[
    "", "quotation", "that", "clause", "question", "infinitive", "object", "preposition", "quoted", "open",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb has behind it; `form` is "" where that is no content and the frame ends at `start`."""

    form: ContentForm
    start: int
    cue_after: int
    """End of the verb with its preposition."""
    hearer: tuple[Range, ...] = ()
    comma: bool = False
    """A comma or colon stands before the content."""


class Complements(Predicates):
    """The complements of verbs."""

    def complement(self, cue: Cue) -> Complement:
        """The content behind a verb, or where its frame ends if there is none."""
        allows, at, after = cue.verb.allows, cue.at + 1, cue.at + 1
        if "+" + self.word(at) in allows:
            told = self._prepositional(at)
            deed = told.form == "preposition" and cue.verb.infinitive in TOLD_ON  # "goes on sale"
            return Complement("", told.start, told.start) if deed else told
        behind = at
        while is_time(self.word(behind)):
            behind += 1  # "was accused on Monday of"
        by_itself = any(len(letter) == 1 and letter != "n" for letter in allows)  # not "were fired for"
        if cue.passive and by_itself and self.word(behind) in PASSIVE_COMPLEMENTS and behind + 1 < self.body:
            return Complement("preposition", behind, behind)
        hearer: tuple[Range, ...] = ()
        addressed = "h" in allows and not cue.passive and (end := self._hearer_end(at, cue)) > at
        if addressed:
            hearer, at = ((at, end),), end
        while (low := self.word(at)) and is_adverb(low) and not self._existential(at):
            at += 1
        if found := self._content_at(cue, at, hearer):
            return found
        if not allows.isdisjoint("qd") or hearer or cue.passive:
            end, said_to = self.adverbials(at)
            hearer = hearer or said_to
            found = self._content_at(cue, end, hearer) if end > at else None
            if found and found.form != "object":
                return found
            at = end
        if "d" in allows and (behind := self._behind_aside_that(at)):
            return Complement("that", behind, after, hearer)
        if addressed and "r" in allows:
            return Complement("object", hearer[0][0], after)
        return Complement("", at, after, hearer)

    def _existential(self, at: int) -> bool:
        """ "There was a leak": an adverb that is a subject."""
        return self.low[at] in STARTS and self.word(at + 1) in w.FINITES

    def _prepositional(self, at: int) -> Complement:
        """Content behind "called for", "pointed to", "lashed out at"; a comma before it only if it is quoted."""
        start = at + 1
        if self.low[at] in PARTICLES and self.word(start) in PARTICLE_PREPOSITIONS:
            start += 1
            if self.low[start - 1] in w.TO:
                return Complement("", start, start)  # "went on to win"
        elif self.low[at] in PARTICLES and self.word(start) in PREPOSITIONS_BUT_OF:
            return Complement("", start, start)  # "fired back with two goals"
        if start >= self.body:
            return Complement("", start, start)
        if self.words[start] in (",", ";", ":"):
            quoted = start + 1 in self.opens
            return Complement("quotation" if quoted else "", start + quoted, start, comma=quoted)
        if self.low[start] in w.THAT and self.is_definite(start + 1, w.SUBJECT_PRONOUNS):
            return Complement("that", start, start)  # "pointed out that it leaks"
        return Complement("" if self.low[at] in w.OBJECT_PRONOUNS else "preposition", start, start)

    def _hearer_end(self, at: int, cue: Cue) -> int:
        """End of the hearer that begins at `at`: "reporters", "a crowd of supporters", "CNN’s Jake Tapper"."""
        low, title = self.word(at), self.opens.get(at)
        if title and title.size <= SHORT_TITLE and is_name(self.words[at + 1]):
            return at if self.words[title.close - 1] in ",.?!" else title.close + 1  # "told “Today”"
        if low in w.QUESTION_WORDS or (low in w.SUBJECT_PRONOUNS and low not in HEARING_PRONOUNS):
            return at
        end = self.phrase_end(at, self.body) if low and self.opens_phrase(at) else at
        named = at
        while named < end and is_name(self.words[named]):
            named += 1
        topic = at < named < end - 1 and "+" + self.low[named] in cue.verb.allows
        topic = topic and not is_name(self.words[named + 1])  # "told Rest of World"
        return named if topic else end  # "reminded Lind of the vow"

    def _behind_aside_that(self, at: int) -> int:
        """The "that" behind an aside: "said, as it happens, that"; 0 if there is none."""
        if self.breaks(at):
            for k in range(at + 2, min(at + 14, self.body - 1)):
                if self.words[k] == self.words[at]:
                    return k + 1 if self.low[k + 1] in w.THAT else 0
        return 0

    def _content_at(self, cue: Cue, at: int, hearer: tuple[Range, ...]) -> Complement | None:
        """The content that begins at `at` by the licences of the verb."""
        allows, after = cue.verb.allows, cue.at + 1
        if at >= self.body:
            return None
        low = self.low[at]
        form: ContentForm = ""
        if at in self.opens:
            form = "" if "a" in allows or allows.isdisjoint("qvr") else "quotation"
        elif low in (",", ":"):
            return self._behind_mark(cue, at, hearer)
        elif low in w.THAT and not allows.isdisjoint("dr"):
            pointed = "r" in allows and self.phrase_end(at, self.body) <= at + 2  # "rejected that idea"
            gerund = "d" in allows and self.word(at + 1).endswith(w.ING)
            pointed = pointed and not gerund  # "note that spending time on it is wise"
            pointed = pointed and not (
                self.is_definite(at + 1, w.SUBJECT_PRONOUNS)
                or self.has_finite(at + 1)
                or self.word(at + 1) in w.TO  # "fear that to wait is to lose"
            )
            form = "object" if pointed or "d" not in allows else "that"
        elif low in w.QUESTION_WORDS:
            asked = "w" in allows or (low in WHAT and not allows.isdisjoint("rv"))
            adverbial = low in DOUBTFUL and not (
                (at == after or hearer) and self.word(at + 1) not in ASKED
            )  # "said on Monday when the vote ended", "said when asked"
            form = "question" if asked and not adverbial else ""
        elif low in w.TO:
            licensed = "i" in allows or hearer or (cue.passive and "v" in allows)
            phrase = self.is_definite(at + 1, w.OBJECT_PRONOUNS) and not self.titled()
            form = "infinitive" if licensed and not phrase else ""
        elif hearer and low in TOPICS and "h" in allows:
            form = "preposition"
        else:
            form = self._phrase_at(cue, at, bool(hearer))
        return Complement(form, at, after, hearer) if form else None

    def _behind_mark(self, cue: Cue, at: int, hearer: tuple[Range, ...]) -> Complement | None:
        """Content behind a comma, which must be quoted, or behind a colon."""
        colon = self.words[at] == ":"
        quote = self.opens.get(at + 1)
        if quote and (colon or "q" in cue.verb.allows):
            return Complement("quotation", at + 1, cue.at + 1, hearer, True)
        if colon and at + 1 < self.body:
            return Complement("clause", at + 1, cue.at + 1, hearer, True)
        if self.word(at + 1) in ASIDE_ADVERBS and self.word(at + 2) == ",":
            return self._content_at(cue, at + 3, hearer)
        return None

    def _phrase_at(self, cue: Cue, at: int, hearer: bool) -> ContentForm:
        """A clause without "that", or a noun phrase; "" for neither."""
        allows, low = cue.verb.allows, self.low[at]
        opener = self.opens_phrase(at) or low in "$#@" or self._existential(at)
        if cue.verb.infinitive in WITH_GERUND and low.endswith(w.ING):
            return "object"
        if opener and self._is_deed(cue, at):
            return ""
        adverbial = low in CLAUSE_ADVERBIALS
        # A finite verb that takes nothing but clauses announces one, even if its verb is not known.
        only_clause = "r" not in allows and self.body - at >= 3 and cue.finite
        sure = "q" in allows and cue.verb.infinitive not in CLAUSE_OR_OBJECT
        within = cue.before >= 0 and self.low[cue.before] in w.RELATIVES
        commas = (k for k in range(at, self.body) if self.word(k) == ",") if within else iter(())
        end = next(commas, self.body)  # a relative clause ends with its comma
        only_clause = only_clause and (sure or self.has_finite(at, end))
        if only_clause and not opener and "q" in allows and "w" in allows:
            opener = low[:1].isalnum() and low not in NEVER_FIRST
        only_clause = only_clause and opener
        if (
            "v" in allows
            and (opener or adverbial)
            and (only_clause or self._starts_clause(at, adverbial, end))
        ):
            return "clause"
        if "r" not in allows or not opener or hearer or self._time_phrase(at):
            return ""
        hangs = cue.kind == "ing" and not cue.auxiliary and self.words[cue.first - 1] != ","
        if cue.verb.group == "judging" and cue.verb.infinitive not in SIDED:
            hangs = (
                hangs and self.word(cue.first - 1) not in w.SUBORDINATORS
            )  # "left after slamming the council"
        if hangs:
            return ""  # "a firm branding itself": nothing is said
        if cue.infinitive and cue.verb.infinitive in DEEDS | INFINITIVE_DEEDS:
            return ""
        if cue.verb.infinitive in SEE and w.AS.isdisjoint(self.low[at : self.body]):
            return ""  # "saw the dam": nothing is said of it
        return "" if "a" in allows and self._name_only(at) else "object"

    def _is_deed(self, cue: Cue, at: int) -> bool:
        """Whether the object that begins at `at` makes a deed of what a verb tells: "called a press conference"."""
        verb, end = cue.verb.infinitive, self.phrase_end(at, self.body)
        behind = self.word(end)
        if verb in WEIGHED and (
            behind in PREPOSITIONS_BUT_OF_FOR or is_time(behind) or self.low[at].endswith(w.ING)
        ):
            return True  # "considered the plan at its meeting", "considers closing it"
        if verb in DISCUSSING and (w.TO | w.THAT).isdisjoint(self.low[at : self.body]):
            return at not in self.opens
        if verb in DISPLACING and not DISPLACING_PARTICLES.isdisjoint(self.low[at : end + 1]):
            return True
        if "a" in cue.verb.allows and (behind in w.DETERMINERS or self.low[at] in OWNERS):
            return False  # "called her vote a mistake"
        head = next((k for k in range(at, end) if self.low[k] in ATTACHING), end) - 1
        nouns = DEEDS_BY_OBJECT.get(verb, frozenset())
        return self.low[max(head, at)] in nouns or behind in nouns

    def is_definite(self, at: int, pronouns: frozenset[str]) -> bool:
        """Whether a name, a determiner or one of some pronouns stands at `at`: no verb does."""
        low = self.word(at)
        return low != "" and (is_name(self.words[at]) or low in w.DETERMINERS or low in pronouns)

    def _name_only(self, at: int) -> bool:
        """Whether nothing but a name follows: "a group called Black Tide, led by …", not "called Lind, a friend, a liar"."""
        end = at
        while (word := self.word(end)) and (is_name(self.words[end]) or word.isdigit()):
            end += 1
        second = next((k for k in range(end + 1, self.body) if self.words[k] == ","), 0)
        if word == "," and second and (self.word(second + 1) in w.ARTICLES or second + 1 in self.opens):
            return False
        ends = word in ("", ",") or word in w.FINITES or word in w.PREPOSITIONS
        return end > at and end not in self.opens and ends

    def _starts_clause(self, at: int, adverbial: bool, end: int) -> bool:
        """Whether a clause with a finite verb begins here; an adverbial needs a comma and a subject behind it."""
        low = self.low[at]
        if low in w.SUBJECTS or low in STARTS:
            return True
        if low in ADVERBIAL_STARTS:
            return "," in self.words[at : self.body]
        if not adverbial:
            return self.has_finite(at, end)
        comma = next((k for k in range(at + 1, min(at + 10, self.body - 1)) if self.words[k] == ","), -1)
        return comma >= 0 and self.is_definite(comma + 1, w.SUBJECT_PRONOUNS) and self.has_finite(comma + 1)

    def has_finite(self, at: int, end: int | None = None) -> bool:
        """Whether a finite verb stands between `at` and the end of the clause, quoted words included."""
        quoted = False
        for k in range(at, min(self.body if end is None else end, at + LONGEST_SUBJECT)):
            low, before = self.low[k], self.low[k - 1]
            quote = self.quote_at(k) if self.quoted(k) else None
            if quote is not None and quote.size == 1:
                continue  # one word in marks is no clause: "of the word “We”"
            month = low in w.MAY and is_name(self.words[k])
            if low in w.CONTRACTED_SUBJECTS or (low in w.SUBJECT_PRONOUNS and k > at):
                return True
            if low in FINITES and not month:
                return True
            quoted = quoted or k in self.opens
            if low in (";", ":") or (k > at and low in NEXT_CLAUSE and not self.quoted(k)):
                break
            if k > at and low not in w.DETERMINERS:
                if low.endswith(w.ED) and len(low) > 4 and before not in w.DETERMINERS:
                    return True
                form = FORMS.get(low)
                if form is not None and "n" not in form.verb.allows:
                    plural = form.kind == "base" and before.endswith("s")
                    if plural or form.kind in ("s", "past"):
                        return True
        return quoted

    # -------------------------------------------------------------------------------------------- adverbials

    def adverbials(self, at: int) -> tuple[int, tuple[Range, ...]]:
        """End of the adverbials from `at` on, and the hearer among them ("said to reporters")."""
        hearer: tuple[Range, ...] = ()
        while low := self.word(at):
            if is_adverb(low) or is_time(low) or (low in w.MAY and is_name(self.words[at])):
                at += 1
            elif low in w.NEAR_TIME and (time := self._near(at + 1, w.TIMES, 3)):
                at = time + 1
            elif low in DURING and self._near(at + 1, SPANS, 3):
                at = self._near(at + 1, SPANS, 3) + 1
            elif low in ADJUNCT_PREPOSITIONS:
                end = self._adverbial_end(at + 1)
                if end == at + 1:
                    break
                if low in HEARER_PREPOSITIONS:
                    hearer = hearer or ((at + 1, end),)
                at = end
            else:
                break
        return at, hearer

    def _time_phrase(self, at: int) -> bool:
        """Whether "last week", "earlier this month" begins at `at`."""
        return self.low[at] in w.NEAR_TIME and self._near(at + 1, w.TIMES, 3) > 0

    def _adverbial_end(self, start: int) -> int:
        """End of the phrase behind a preposition; a time or an occasion ends it at once."""
        found = self._near(start, TIMED, 7) if start < self.body and self.low[start] in LEADS else 0
        if not found:
            return self.phrase_end(start, self.body)
        end = found + 1
        while end < self.body and self.low[end] in TIMED:
            end += 1
        return end

    def _near(self, at: int, sought: frozenset[str], reach: int) -> int:
        """The first token of a run that is one of some words within `reach` tokens, or 0."""
        for k in range(at, at + reach):
            low = self.word(k)
            clause = low in w.FINITES or low in w.CLAUSE_OPENERS or low in w.SUBJECT_PRONOUNS
            if not low or not low[0].isalnum() or clause:
                return 0
            if low in sought:
                return k
        return 0
