"""Where content ends: with the sentence, the phrase, or before the next frame."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from provenance.languages.en import words as w
from provenance.languages.en.complements import CLAUSE_OPENINGS, OPENINGS, Complements
from provenance.languages.en.phrases import DASHES, INCLUDING, SPEAKER_RELATIVES
from provenance.languages.en.predicates import Cue
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import is_adverb, of

CONTRASTS = of("contrasts")
JOINTS, CLAUSE_LEADS, AND = of("joints"), of("clause_leads"), of("and")
COMMA_BREAKS = OPENINGS | of("comma_breaks")
PARTICIPLE_JOINTS, PARTICIPLE_PREPOSITIONS = of("participle_joints"), of("participle_prepositions")
TIME_OPENERS = w.TIMES | of("time_openers")
PAST_OR_THIRD = frozenset({"past", "s"})
#: A frame that ends content is among so many verbs behind its beginning.
NEAR_CUES = 12


class Ends(Complements):
    """The ends of content."""

    def content_end(self, start: int, cue: Cue, phrase: bool) -> int:
        """Where content that begins at `start` ends: before the next frame, or with the sentence (67 % in US campaign
        news, else mostly at a comma). `phrase`: it is a noun phrase, which ends where a clause begins."""
        end = self._clause_end(start)
        if phrase:
            end = self.phrase_limit(start, end)
        if self.word(cue.first - 1) in SPEAKER_RELATIVES and (phrase or self.word(cue.first - 2) == ","):
            end = min(end, self.first_comma(start, end))  # a relative clause ends with its comma
        elif self.word(cue.first - 1) in SPEAKER_RELATIVES and self.word(cue.first - 2) in DASHES:
            end = next((k for k in range(start, end) if self.word(k) in DASHES), end)
        if self.opening_clause(cue.first):
            return self.first_comma(start, end)
        number = bisect_right(self.cues, start, key=attrgetter("at"))
        for later in self.cues[number : number + NEAR_CUES]:
            if later.at < end and (stop := self._new_frame(start, cue, later, phrase)):
                return stop
        return end

    def phrase_limit(self, start: int, end: int) -> int:
        """Where a noun phrase that begins at `start` ends at the latest: at the next clause, colon or dash."""
        for at in range(start + 1, end):
            low = self.word(at)
            following = self.word(at + 1) if at + 1 < end else ""
            if at in self.closes and self.words[at - 1] == "," and following not in w.AND_OR:
                return at + 1
            if low == ":" or low in DASHES or low in CLAUSE_OPENINGS:
                return at
            if low in w.AS and following in w.SUBJECT_PRONOUNS:
                return at
            if low == "," and following and self._clause_follows(at + 1, end):
                return at
            if low in w.AND_BUT and (following in w.FINITES or has_form(following, "past")):
                return at
        return end

    def _clause_follows(self, at: int, end: int) -> bool:
        """Whether what stands behind a comma is no part of the noun phrase before it."""
        low = self.word(at)
        if low in COMMA_BREAKS or (low.endswith(w.ING) and low not in INCLUDING):
            return True
        behind = self.word(at + 1) if at + 1 < end else ""
        return low in AND and (behind in w.SUBJECT_PRONOUNS or behind in w.FINITES)

    def opening_clause(self, at: int) -> bool:
        """Whether `at` stands in a clause before the main one: "When X said …, ", "By calling …, "."""
        first = self.first
        while first < at and self.low[first] in CLAUSE_LEADS:
            first += 1
        low = self.low[first]
        if first < at and low not in OPENINGS and not (low in PARTICIPLE_PREPOSITIONS and at == first + 1):
            return False
        if first == at and not has_form(low, "ing", "past"):
            return False
        return all(self.word(k) != "," for k in range(first, at))

    def first_comma(self, start: int, end: int) -> int:
        """The first comma from `start` on outside quotations or as the last of one; else `end`."""
        for at in range(start, end):
            if self.words[at] == ",":
                if not self.quoted(at):
                    return at
                if at + 1 in self.closes:
                    return at + 2
        return end

    def _clause_end(self, start: int) -> int:
        quote = self.opens.get(start)
        if quote and quote.size > 3 and (after := self._behind_quotation(quote.close)):
            return after
        bracket = self.words[start] == "("
        for at in range(start + 1, self.body):
            low = self.word(at)
            if at in self.closes and self.words[at - 1] == "," and self.comments(at + 1):
                return at + 1
            if low == ":" and at + 1 in self.opens:
                return next((k for k in range(at - 1, start, -1) if self.word(k) == ","), at)
            if low == ";" or (low == "," and self.comments(at + 1)) or (low == ")" and not bracket):
                return at
            bracket = bracket or self.words[at] == "("
        return self.body

    def comments(self, at: int) -> bool:
        """Whether a participle that comments on the whole sentence begins here: ", drawing laughter"."""
        return len(self.word(at)) > 5 and self.is_gerund(at) and self.word(at + 1)[:1].isalnum()

    def _behind_quotation(self, close: int) -> int:
        """End of content that is one quotation, or 0 if the sentence's own words go on with it."""
        at = close + 1
        if at >= self.body:
            return at
        low = self.low[at]
        ended = self.words[close - 1] in ",.!?"
        if low in (",", ";") or low in DASHES:
            follows = at + 1 + (self.word(at + 1) in w.AND_OR)
            return 0 if follows < self.after and self.quoted(follows) else at
        return at if (ended and low not in w.AND_OR) or low in TIME_OPENERS else 0

    def _new_frame(self, start: int, cue: Cue, later: Cue, phrase: bool) -> int:
        """Where the frame of a later verb begins, if it is none within the content; else 0."""
        at = later.first - 1
        while at > start and is_adverb(self.low[at]):
            at -= 1
        low = self.low[at]
        if later.kind == "ing" and later.first == later.at:  # ", adding that" and ", while saying that"
            if self.breaks(at):
                return at
            if at in self.closes and self.words[at - 1] == ",":
                return at + 1
            if low in w.AND_BUT and cue.kind == "ing":
                return at
            joined = low in PARTICIPLE_JOINTS and at - 1 > start and self.words[at - 1] == ","
            return at - 1 if joined else 0
        if later.passive or later.infinitive:
            return 0
        loose = cue.infinitive or (cue.kind == "ing" and self.word(cue.first - 1) == ",")
        if low == "," and loose and "q" in later.verb.allows:
            return at  # "X, noting the plan, said"
        alike = later.kind == cue.kind
        listed = low == "," and alike and later.kind == "past" and later.first == later.at == at + 1
        if listed and "," not in self.words[start:at]:
            return at  # "urged …, proposed …": a list of verbs; another comma before would open an aside
        pronoun = low in w.SUBJECT_PRONOUNS and self.low[at - 1] in w.AND_BUT and alike
        if pronoun and "q" in later.verb.allows:
            return at - 1 - (self.words[at - 2] == ",")
        if phrase and cue.finite and "q" in later.verb.allows:
            subject = self.subject_before(later.first, start)
            joint = subject[1] - 1 if subject else 0
            if joint > start and self.low[joint] in w.AND_BUT:
                return joint - (self.words[joint - 1] == ",")
        if low in w.AND_BUT and (alike or cue.kind == "ing" or (phrase and cue.finite)):
            return at - (self.words[at - 1] == ",")
        near = range(later.first - 1, max(start, later.first - 8), -1)
        comma = next((k for k in near if self.word(k) == ","), 0)
        opener = self.low[comma + 1] if comma else ""
        if opener in CONTRASTS and "q" in later.verb.allows:
            return comma  # ", while the police say": somebody else
        alike = alike or (cue.kind not in PAST_OR_THIRD and later.kind in PAST_OR_THIRD)
        goes_on = opener in JOINTS and alike and later.kind in PAST_OR_THIRD
        return comma if goes_on and not later.verb.allows.isdisjoint("qr") else 0  # ", but she said"
