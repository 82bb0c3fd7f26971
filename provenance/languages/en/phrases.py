"""English noun phrases, found from the side on which the verb stands: subjects before it, speakers behind it.

There is no tagger: a phrase is bounded by function words, finite verbs and punctuation, and trimmed of the adverbials
before it (Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 5).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from provenance import glyphs
from provenance.grammar.headlines import HEADLINES
from provenance.grammar.records import Sentence
from provenance.languages.en import words as w
from provenance.languages.en.verbs import has_form, reporting_forms
from provenance.languages.en.words import is_adverb, is_name, is_possessive, is_time, of
from provenance.passage import Passage, Quote
from provenance.words import words as listed

DASHES = frozenset(glyphs.DASHES) | {"--", "―"}
STOPS = frozenset(glyphs.STOPS) | {"..."}
#: Marks that may stand inside a name or a noun phrase.
INNER_MARKS = frozenset("&/%$#@'’+")
#: The longest subject that is believed: longer ones swallowed a clause. The longest speaker behind a verb.
LONGEST, LONGEST_SPEAKER = 28, 80
#: Quotations up to so many words can be part of a phrase: the "Today" show.
SHORT_QUOTATION = 3
ATTACHING, OF_FOR, NAME_TAILS = of("attaching"), of("of_for"), of("name_tails")
PHRASE_PREPOSITIONS, PLACE_ADJECTIVES = of("phrase_prepositions"), of("place_adjectives")
APPOSITION_OPENERS, ADVERBIAL_LEADS = of("apposition_openers"), of("adverbial_leads")
SPEAKER_STOPS, SPEAKER_RELATIVES = of("speaker_stops"), of("speaker_relatives")
HER, INCLUDING, TITLES = of("her"), of("including"), of("titles")
STRONG = w.FINITES - w.AUXILIARIES
MODAL_NAMES = of("modal_names")
OFFICES = listed("en", "entities", "offices")
PLAIN_TIMES = w.TIMES - of("month_or_verb")
NO_NOUNS = w.PREPOSITIONS | w.CLAUSE_OPENERS | w.FINITES | w.TIMES | of("verb_particles")
NO_NOUN_AFTER = w.DETERMINERS | w.SUBJECT_PRONOUNS
PHRASE_STOPS = w.FINITES | (w.CLAUSE_OPENERS - w.AND_OR) | w.RELATIVES | w.SUBJECTS
PHRASE_ENDS, TIMED = PHRASE_STOPS | w.AND_OR, w.OCCASIONS | w.TIMES
FORMS = reporting_forms()


class _Plain(dict[int, str]):
    """The words of a sentence outside quotations by their tokens; "" for all others."""

    def __missing__(self, _: int) -> str:
        return ""


class Phrases:
    """The tokens of one sentence, its outermost quotations, and the noun phrases in it."""

    def __init__(self, passage: Passage, first: int, after: int) -> None:
        self.passage, self.first, self.after = passage, first, after
        self.words, self.low, self.inside = passage.words, _without_modal_names(passage), passage.inside
        self.quotes: list[Quote] = []
        for number in sorted(set(self.inside[first:after])):
            quote = passage.quotes[number]
            if number >= 0 and not (self.quotes and quote.open <= self.quotes[-1].close):
                self.quotes.append(quote)
        self.opens = {quote.open: quote for quote in self.quotes}
        self.closes = {quote.close: quote for quote in self.quotes}
        self.body = after
        while self.body > first + 1 and self.words[self.body - 1] in STOPS and not self.quoted(self.body - 1):
            self.body -= 1
        plain = enumerate(self.low[first : self.body], first)
        self.word = _Plain(
            ((at, low) for at, low in plain if self.inside[at] < 0) if self.quotes else plain
        ).__getitem__
        """The lower-case word at a token; "" in a quotation and beyond the sentence's words."""
        self.starts: dict[tuple[int, int], int] = {}
        """Where the noun phrases begin that were looked for, by end and floor: coordinations ask again and again."""

    def quoted(self, at: int) -> bool:
        return bool(self.inside) and self.inside[at] >= 0

    def where(self, listed: Set[str]) -> list[int]:
        """The tokens whose words are listed, quoted ones too."""
        words = self.low[self.first : self.body]
        if listed.isdisjoint(words):
            return []
        return [at for at, low in enumerate(words, self.first) if low in listed]

    def breaks(self, at: int) -> bool:
        """Whether a comma or dash, which may part an aside or a frame from the rest, stands at `at`."""
        word = self.word(at)
        return word == "," or word in DASHES

    def comma_after(self, at: int) -> int:
        """The next comma, semicolon, colon or quotation from `at` on, or the end of the words."""
        while (low := self.word(at)) and low not in (",", ";", ":"):
            at += 1
        return at

    def quote_at(self, at: int) -> Quote:
        """The outermost quotation that holds a quoted token."""
        return self.quotes[bisect_left(self.quotes, at, key=_close)]

    # ------------------------------------------------------------------------------------------ from its end

    def phrase_start(self, end: int, floor: int) -> int:
        """Start of the noun phrase whose last token is `end` - 1; `end` if there is none."""
        lowest = max(floor, end - LONGEST)
        known = self.starts.get((end, lowest))
        if known is None:
            at = end
            while at > lowest and (step := self._step_left(at, end, lowest)) < at:
                at = step
            known = self.starts[end, lowest] = self._trim(at, end)
        return known

    def _step_left(self, at: int, end: int, floor: int) -> int:
        """Where the phrase begins if the token left of `at` belongs to it; `at` if it does not."""
        before = at - 1
        word, lower = self.words[before], self.low[before]
        if self.quoted(before):
            quote = self.quote_at(before)
            named = quote.size <= SHORT_QUOTATION and self.words[quote.close - 1] not in ",.?!"
            return quote.open if named and at < end else at
        if not word[0].isalnum():
            return self._over_mark(at, floor)
        if (
            len(word) == 1
            and word.isupper()
            and "." in (self.words[at] if at < self.after else "", self.words[before - 1])
        ):
            return before  # "F.B.I."
        if lower in PHRASE_STOPS:
            return before if at < end and self._is_led_by(before, floor) else at
        if lower in w.AND_OR:
            return self._over_and(at, end, floor)
        if lower in w.PREPOSITIONS:  # but "an inside source"
            adjective = lower in PLACE_ADJECTIVES and self.word(before - 1) in w.DETERMINERS
            return before if adjective or (lower in ATTACHING and at < end) else at
        pronoun = lower in w.OBJECT_PRONOUNS and not word.isupper()  # "the US said"
        if pronoun and lower not in HER:  # "one of them said"
            return before if at == end and before > floor and self.low[before - 1] in w.OF else at
        return at if word[0].islower() and self._is_verb_form(before, at, floor) else before

    def _over_mark(self, at: int, floor: int) -> int:
        mark, low = self.words[at - 1], at - 2
        if low < floor:
            return at - 1 if mark in INNER_MARKS else at
        starts, ends = self.passage.starts[at - 1 : at + 1], self.passage.ends[low:at]
        if (
            mark in INNER_MARKS
            or (mark == "-" and starts == ends)
            or (mark == "." and self._is_abbreviation(low))
        ):
            return at - 1
        if mark in ")]":
            return next((k for k in range(low, max(floor, at - 10) - 1, -1) if self.words[k] in "(["), at)
        return at - 1 if mark == "," and at < self.after and self.low[at] in NAME_TAILS else at

    def _is_abbreviation(self, at: int) -> bool:
        word = self.words[at]
        return self.low[at] in w.SENTENCES.abbreviations or (len(word) == 1 and word.isupper())

    def _over_and(self, at: int, end: int, floor: int) -> int:
        """A coordination is one subject if its left half reaches a boundary as a noun phrase of its own."""
        start = self.phrase_start(at - 1, floor) if at < end else at
        if start >= at - 1:
            return at
        before = self.low[start - 1] if start > floor else ","
        alike = is_name(self.words[at]) == is_name(self.words[start]) or self.low[at] in w.DETERMINERS
        # "the council and Lind", "lead engineer and Nordby mayor"
        alike = alike or self.low[start] in w.DETERMINERS or self.low[at - 2] in OFFICES
        return at - 1 if alike and (not before[0].isalnum() or before in w.CLAUSE_OPENERS) else at

    def _is_led_by(self, at: int, floor: int) -> bool:
        """Whether a strong verb is a participle behind its noun: "a team led by engineers"."""
        noun = at > floor and self.words[at - 1][0].isalnum() and self.low[at - 1] not in w.AUXILIARIES
        return noun and self.low[at] in STRONG and self.low[at + 1] in w.BY

    def _is_verb_form(self, at: int, after: int, floor: int) -> bool:
        """Whether a lower-case word is a verb that ends the phrase, rather than a participle within it."""
        lower = self.low[at]
        form, participle = FORMS.get(lower), lower.endswith(w.ED) and len(lower) > 4
        if form is None and not participle:
            return False
        before = self.low[at - 1] if at > floor else ""
        if before in w.DETERMINERS or is_possessive(before) or before in ATTACHING:
            return False
        if participle or (form is not None and form.kind in ("past", "participle")):
            follows = self.low[after] if after < self.after else ""
            reduced = follows in ATTACHING or follows in w.TIMES
            return not reduced and (before in w.FINITES or (at > floor and self.words[at - 1][0].isalnum()))
        return form is not None and form.kind != "ing" and "n" not in form.verb.allows

    def _trim(self, start: int, end: int) -> int:
        """The phrase without the adverbials that stand before its first determiner or name."""
        while start < end:
            low = self.low[start]
            if low in w.PREPOSITIONS and low not in PHRASE_PREPOSITIONS:
                return self._last_phrase(start + 1, end)
            mark = not low[0].isalnum() and low not in "#@$"
            time = is_time(low) and start + 1 < end and self.words[start + 1][0].isalnum()
            if low in w.NEAR_TIME and start + 2 < end and is_time(self.low[start + 1]):
                start += 1  # "This week Lind"
                continue
            if not (mark or time or low in w.OPENERS or is_adverb(low)):
                break
            start += 1
        return start

    def _last_phrase(self, floor: int, end: int) -> int:
        """The last noun phrase of "In June Mr. Smith": back to a determiner, or to where capitals begin."""
        at = end
        while at > floor:
            before = self.low[at - 1]
            # "in Ohio a spokesman for the union": "of" and "for" bind, "in" and "at" rather do not.
            if is_time(before) or (before in ATTACHING and before not in OF_FOR):
                break
            at -= 1
            attached = at > floor and self.low[at - 1] in ATTACHING
            name = is_name(self.words[at]) and at > floor and self.words[at - 1][0].islower()
            if not attached and (before in w.DETERMINERS or name):
                break
        return at if at < end and (self.low[at] in w.DETERMINERS or at > floor) else end

    # ------------------------------------------------------------------------------------------ from its start

    def phrase_end(self, start: int, limit: int) -> int:
        """End of the short noun phrase that begins at `start`; `start` if there is none.

        It goes on over "of" and stops where another phrase begins ("reporters | the plan", "CNN | he").
        """
        if start >= limit:
            return start
        low = self.low[start]
        if low in w.OBJECT_PRONOUNS and not (low in HER and self._starts_noun(start + 1, limit)):
            return start + 1
        at = start
        while at < limit:
            word, low = self.words[at], self.low[at]
            if self.quoted(at):
                quote = self.opens.get(at)
                owned = at > start and is_possessive(self.words[at - 1])
                long = quote is not None and quote.size > SHORT_QUOTATION and not owned
                if quote is None or long or at == start or quote.close >= limit:
                    break
                at = quote.close
                if self.words[at - 1] == ",":
                    return at + 1
            elif not word[0].isalnum():
                shortened = word == "." and at > start and self._is_abbreviation(at - 1)
                if word not in INNER_MARKS and not shortened:
                    break
            elif (at > start and (low in PHRASE_ENDS or self._phrase_breaks(at))) or (
                low in PHRASE_ENDS and not (low in w.THAT and self._starts_noun(at + 1, limit))
            ):
                break
            at += 1
        return at

    def _phrase_breaks(self, at: int) -> bool:
        """Whether another phrase or an adverbial begins within a run of words."""
        low, before = self.low[at], self.words[at - 1]
        if low in w.OF:
            return False
        if low in w.PREPOSITIONS or low in w.OBJECT_PRONOUNS or is_adverb(low):
            return True
        if low in w.DETERMINERS:
            return before.lower() not in ATTACHING and before.lower() not in w.DETERMINERS
        if is_time(low):
            return True
        # "told reporters | Hale …": behind a lower-case plural a name is the next phrase.
        return is_name(self.words[at]) and before[0].islower() and before.endswith("s")

    def _starts_noun(self, at: int, limit: int) -> bool:
        """Whether "her" before `at` is a possessive: a plain word follows."""
        low = self.word(at) if at < limit else ""
        return low[:1].isalnum() and low not in NO_NOUNS and low not in NO_NOUN_AFTER

    def speaker_after(self, start: int, limit: int) -> int:
        """End of the speaker behind an inverted verb, with its appositions: "said X, a teacher in Y"."""
        at = start
        limit = min(limit, start + LONGEST_SPEAKER)
        while at < limit:
            if quote := self.opens.get(at):
                owned = quote.single or is_possessive(self.words[at - 1])
                if (quote.size > SHORT_QUOTATION and not owned) or self.words[quote.close - 1] in ",.?!":
                    break
                at = quote.close + 1
                continue
            low = self.low[at]
            if low in (";", ":") or low in DASHES or low in SPEAKER_STOPS:
                break
            if low == "," and not self._apposition_follows(at + 1, limit):
                break
            if low in SPEAKER_RELATIVES and self._reports(at + 1, limit):
                break
            if at > start and low[0].isalnum() and self._adverbial_follows(at, limit):
                break
            if low in w.OF and self._topic_follows(at, limit):
                break
            at += 1
        at = min(at, limit)
        while at > start and self.words[at - 1] in (",", "."):
            at -= 1
        return at

    def _topic_follows(self, at: int, limit: int) -> bool:
        """Whether "of" behind a name tells what is spoken of: "quipped Lind of his part"."""
        behind = at + 2 < limit and self.low[at + 1] in w.DETERMINERS and self.words[at + 2][0].islower()
        if at + 1 < limit and self.is_gerund(at + 1):
            return True  # "accused by Lind of lying"
        return behind and is_name(self.words[at - 1])

    def is_gerund(self, at: int) -> bool:
        """Whether a word looks like a participle in -ing."""
        low = self.low[at]
        return low.endswith(w.ING) and len(low) > 4 and low not in w.NO_PARTICIPLES and low == self.words[at]

    def _reports(self, at: int, limit: int) -> bool:
        """Whether a relative clause holds a statement of its own: "said X, who added that"."""
        return at + 1 < limit and (self.low[at] in FORMS or self.low[at + 1] in FORMS)

    def _apposition_follows(self, at: int, limit: int) -> bool:
        if at >= limit or self.quoted(at):
            return False
        low = self.low[at]
        if low in APPOSITION_OPENERS:
            return True
        participle = has_form(low, "ing") or (low.endswith(w.ING) and low not in INCLUDING)
        return not (participle or low in NO_NOUNS or low in w.SUBJECT_PRONOUNS or is_adverb(low))

    def _adverbial_follows(self, at: int, limit: int) -> bool:
        """Whether "on Tuesday", "in an interview", "this week" begins here."""
        low, near = self.low[at], self.low[at + 1 : min(at + 5, limit)]
        return low in PLAIN_TIMES or (low in ADVERBIAL_LEADS and not TIMED.isdisjoint(near))

    def opens_phrase(self, at: int) -> bool:
        """Whether a noun phrase can begin here: a name, a determiner, a title, a pronoun or a plain noun."""
        if at >= len(self.words):
            return False
        low, word = self.low[at], self.words[at]
        if self.quoted(at) or not word[0].isalnum():
            return False
        if is_name(word) or low in w.DETERMINERS or low in TITLES or low in w.SUBJECT_PRONOUNS:
            return not is_time(low)
        return not (low in NO_NOUNS or is_adverb(low))


def _close(quote: Quote) -> int:
    return quote.close


def noun_phrase(sentence: Sentence, at: int, limit: int) -> int:
    """End (exclusive) of the noun phrase that begins at token `at`; `at` itself if none does."""
    return Phrases(sentence.passage, sentence.first, sentence.after).phrase_end(at, limit)


def _without_modal_names(passage: Passage) -> Sequence[str]:
    """The lower-case words of a passage, where a name that looks like a modal is none: "Will Lund told"."""
    low = passage.lower
    if MODAL_NAMES.isdisjoint(low) or passage.block.kind in HEADLINES:
        return low
    words = passage.words
    return [
        words[at]
        if word in MODAL_NAMES
        and 0 < at < len(words) - 1
        and words[at][0].isupper()
        and words[at + 1][0].isupper()
        and not (words[at - 1][0].isupper() or words[at - 1] in STOPS)
        else word
        for at, word in enumerate(low)
    ]
