"""The subjects of verbs: the phrase before a verb group, past its adverbs and asides, and that of a whole clause."""

from __future__ import annotations

from collections.abc import Mapping

from provenance.grammar.records import Range, Speaker
from provenance.languages.en import words as w
from provenance.languages.en.acts import Acts
from provenance.languages.en.phrases import ATTACHING, DASHES, FORMS, NAME_TAILS, OFFICES, SPEAKER_RELATIVES
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import is_adverb, is_name, is_time, of

ASIDES, APPOSITIVE_ADVERBS, APPROXIMATORS = of("aside_openers"), of("appositive_adverbs"), of("approximators")
BEFORE_TIME, OCCASION_PREPOSITIONS = w.NEAR_TIME | of("time_prepositions"), of("occasion_prepositions")
SOME_TIME, POINTING = of("time", "point_of"), w.DETERMINERS | w.THAT
PERSONAL = w.SUBJECT_PRONOUNS - w.RELATIVES
CLAUSE_COORDINATORS = w.COORDINATORS - w.AND_OR
CONTRACTED_WHO = frozenset(word for word in w.CONTRACTED_SUBJECTS if word.startswith(tuple(w.WHO)))
RELATIVE_SUBJECTS, GIVERS = w.RELATIVES | w.THAT, of("givers")
#: Small words of a phrase that may stand before an article in it.
LEADING = frozenset(ATTACHING) | w.PREPOSITIONS | w.DETERMINERS | w.AND_OR
SUBJECT_RELATIVES, THE = SPEAKER_RELATIVES | w.THAT, of("the")
#: How many finite verbs back a participle's subject is looked for; how far back an aside begins, and how many nest.
FINITE_VERBS, ASIDE, NESTED_ASIDES = 6, 40, 4
#: How long a relative clause within a subject may be.
RELATIVE = 16


#: A phrase that is the subject, and where the stretch with its adverbs and asides begins.
Subject = tuple[Range, int]


def as_subject(phrase: Range) -> Speaker:
    """Whoever stands before what reports, as the one who speaks."""
    return Speaker((phrase,), "subject before the verb")


def whose(phrase: Range) -> Speaker:
    """Whoever has a noun of saying, as the one who speaks."""
    return Speaker((phrase,), "whose words they are")


class Subjects(Acts):
    """The subjects in one sentence."""

    def subject_before(self, end: int, floor: int) -> Subject | None:
        """The subject whose verb group begins at `end`, and where the stretch with its adverbs and asides begins;
        counted on US campaign news, nothing stands between subject and verb in 85 % of frames."""
        at = end - 1
        while at >= floor and self.is_adverb_at(at):
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
        start = self._with_participle(start, floor)
        if start > at or (word in w.DETERMINERS and word not in w.LONE_SUBJECTS and not self.counted(at)):
            return None
        return (start, at + 1), start

    def is_adverb_at(self, at: int) -> bool:
        """Whether an adverb stands here, and no surname that ends like one: "Mrs. Harply said"."""
        name = at > self.first and is_name(self.words[at]) and is_name(self.words[at - 1])
        return is_adverb(self.low[at]) and not (name or self.word(at - 1) == ".")

    def _with_participle(self, start: int, floor: int) -> int:
        """Start of "a lawyer for the woman involved in the case": a participle and its preposition parted the phrase."""
        participle = start - 2
        if self.word(start - 1) not in w.PREPOSITIONS or not self.word(participle).endswith(w.ED):
            return start
        head = self.phrase_start(participle, floor)
        opens = head == self.first or self.breaks(head - 1)
        return head if head < participle and opens and self.low[head] in w.DETERMINERS else start

    def _with_relative(self, start: int, floor: int) -> int:
        """Start of "officials who spoke with the Post": a relative clause with a verb of its own before the phrase."""
        verb = False
        for at in range(start - 1, max(floor, start - RELATIVE), -1):
            word = self.word(at)
            if not word or not word[0].isalnum() or word in PERSONAL:
                return start
            if word in w.WHO:
                bare = (
                    at == start - 1 and self.words[start].islower() and self.low[start] not in w.DETERMINERS
                )
                head = self.phrase_start(at, floor) if verb or bare else at  # "people who live nearby"
                return head if head < at else start
            verb = verb or self.is_finite(word) or has_form(word, "base")
        return start

    def _before_adverbial(self, at: int, floor: int) -> int:
        """The last token of a subject parted from its verb: "X on Tuesday said", "X in a statement said"."""
        low, k = self.low, at
        if low[at] in SOME_TIME and low[at - 1] in POINTING and low[at - 2] in OCCASION_PREPOSITIONS:
            return at - 3  # "Lind at that time said"
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

    def _behind_aside(self, comma: int, floor: int) -> Subject | None:
        """The subject before an apposition, a relative clause or an adverbial that ends at the mark `comma`."""
        for at in range(comma - 1, max(floor, comma - ASIDE), -1):
            dashes = self.words[comma] in DASHES and self.word(at - 1) in DASHES
            opens = self.word(at - 1) == "," or dashes
            if self.word(at) in SPEAKER_RELATIVES and opens:
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
            if self.word(start - 1) in w.PREPOSITIONS and self._previous(",", start - 1, floor) >= 0:
                close, identifying = opening, False  # "X, during a meeting in Reno, Ohio, said"
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
        if low in ASIDES or is_adverb(low):
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

    def main_subject(self, end: int, *, sure: bool = False) -> Subject | None:
        """The subject of the clause before `end`: that of the last finite verb whose subject opens its clause.

        Where no verb of it is known, what opens the sentence, unless that is not `sure` enough.
        """
        nearest, tried = None, 0
        for at in range(end - 1, self.first, -1):
            if self.low[at] in PERSONAL and self.low[at - 1] in w.AND_BUT:
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
        if form is None or form.kind not in ("past", "s"):
            return False
        return form.kind == "past" or "n" not in form.verb.allows

    def _first_phrase(self, limit: int) -> Subject | None:
        """What opens the sentence, where no verb of its clause is known: "The nurse later sued, claiming …"."""
        first = self.first
        low = self.low[first]
        if low in w.SUBJECTS:
            return (first, first + 1), first
        if not self.opens_phrase(first) or low in w.OPENERS or low in w.PREPOSITIONS:
            return None
        end = self.phrase_end(first, limit)
        return ((first, end), first) if end > first else None

    def counted(self, at: int) -> bool:
        """Whether a number stands for people: "the two said", "the father of two said"."""
        return self.word(at - 1) in THE | w.OF

    # ------------------------------------------------------------------------------------------- antecedents

    def is_relative(self, phrase: Range) -> bool:
        """Whether a subject is a relative pronoun."""
        return phrase[1] - phrase[0] == 1 and self.low[phrase[0]] in RELATIVE_SUBJECTS

    def antecedent(self, phrase: Range, speakers: Mapping[int, Range]) -> Range | None:
        """What a relative pronoun that speaks stands for: one of the `speakers` before it (by where they end), or the
        phrase right before it, of people only its last name."""
        if not self.is_relative(phrase) and self.low[phrase[0]] not in CONTRACTED_WHO:
            return None
        at = phrase[0]
        end = at - self.breaks(at - 1)
        who = self.low[at] in w.WHO or self.low[at] in CONTRACTED_WHO
        told = speakers.get(end)
        if told and who and end < at:
            return told  # "said Ida Lund, a nurse from Reno, who said"
        end -= self.word(end - 1) == "." and self.word(end - 2) in NAME_TAILS
        start = self._behind_verb(self.phrase_start(end, self.first), end)
        if start == end:  # "wrote to Ida Lind, who said"
            while start > self.first and is_name(self.words[start - 1]):
                start -= 1
        if who:
            for at in range(end - 2, start, -1):
                if self.low[at] in ATTACHING:
                    named = all(map(is_name, self.words[at + 1 : end])) and self.low[at - 1] not in OFFICES
                    start = at + 1 if named else start
                    break
            start = self._described(start)
        hangs = next((at for at in range(start + 1, end - 1) if self.low[at] in ATTACHING), 0)
        if hangs and not self.speaks((start, end)):
            given = who or self.low[hangs] in GIVERS or self.speaks((hangs + 1, end))
            start = hangs + 1 if given else start  # "a lecture from the president, who said"
        return (start, end) if start < end else None

    def _behind_verb(self, start: int, end: int) -> int:
        """Where a phrase begins whose article a small word stands before, which is a verb: "reprint a letter that"."""
        for at in range(end - 1, start, -1):
            before = self.low[at - 1]
            if self.low[at] in w.ARTICLES and self.words[at - 1].islower() and before not in LEADING:
                return at
        return start

    def _described(self, start: int) -> int:
        """Where the name begins that an apposition at its right describes: "Ida Lind, a nurse who said"."""
        comma = start - 1
        if self.word(comma) != "," or self.low[start] not in w.DETERMINERS:
            return start
        first = comma
        while first > self.first and (is_name(self.words[first - 1]) or self.words[first - 1] == "."):
            first -= 1
        return first if comma - first > 1 and self.low[first] not in w.PREPOSITIONS else start
