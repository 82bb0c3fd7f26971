"""Quotations that no reporting verb frames, and whatever stands beside them: X lost his temper: "…"; "…" ― Anna Lind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from provenance.grammar.records import Frame, Range, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import ACTS
from provenance.languages.en.labels import LABEL, Labels
from provenance.languages.en.nouns import OWNER
from provenance.languages.en.phrases import DASHES
from provenance.languages.en.subjects import GIVERS, as_subject, whose
from provenance.languages.en.words import is_name, of
from provenance.passage import Quote

#: Whatever somebody does before a colon; and in a clause with quoted words, or behind them.
ANNOUNCED, WHATEVER = (Verb("", "", frozenset("q"), group) for group in ("name", "any verb"))
CAME, HOW, ANSWERS = of("came"), of("how"), of("answers")
PAST_ACTS = {low for low, acting in ACTS.items() if acting.form.kind == "past"}
#: Longest frame before a colon behind its subject: a longer one tells a story of its own.
LONGEST_ANNOUNCEMENT = 14
#: A quotation of more words than these is no name, if it begins with a capital or a small letter.
LONG_QUOTATION = (9, 5)
#: Longest signature behind a quotation.
SIGNATURE = 16


class Beside(Labels):
    """The quotations of one sentence without a reporting verb."""

    def beside(self, quote: Quote, taken: Mapping[int, Frame]) -> Iterator[Frame]:
        """What may frame a quotation; `taken` holds the words that verbs have."""
        announced = self._announcement(quote, taken)
        readings = (self._verdict, self._whatever, self._signature, self._embedded)
        yield from filter(None, (announced, *(read(quote) for read in readings)))

    def _announcement(self, quote: Quote, taken: Mapping[int, Frame]) -> Frame | None:
        """X lost his temper: "…": whatever X did, the quotation is what was said."""
        colon = quote.open - 1
        if colon <= self.first or self.words[colon] != ":" or quote.size < 2:
            return None
        content = colon + 1, quote.close + 1
        if self.low[colon - 1] in ANSWERS and (owner := self.owner_before(colon - 1)):
            return _before(LABEL, (owner[1], colon + 1), owner[0], whose(owner), content)
        name = self.phrase_start(colon, self.first)
        opens = name == self.first or self.words[name - 1] in DASHES
        if name < colon and is_name(self.words[name]) and opens:
            named = Speaker(((name, colon),), "phrase before the colon")
            return _before(LABEL, (colon, colon + 1), name, named, content)
        return self.announced(colon, content, taken)

    def announced(self, colon: int, content: Range, taken: Mapping[int, Frame]) -> Frame | None:
        """Whoever is the subject before a colon, whatever he does, says what stands behind it."""
        subject = self.main_subject(colon)
        if subject is None or not 0 < colon - subject[0][1] <= LONGEST_ANNOUNCEMENT:
            return None
        phrase, start = subject
        speaker, others = as_subject(phrase), [taken[at] for at in range(start, colon) if at in taken]
        if others and not any(phrase[1] <= other.cue[0] for other in others):
            start, phrase = colon, (colon, colon)  # "Lind said she waits: “…”"
        return _before(ANNOUNCED, (phrase[1], colon + 1), start, speaker, content)

    def _embedded(self, quote: Quote) -> Frame | None:
        """X filed a request for "…": quoted words, too long for a name, in a clause of whatever verb."""
        lower = self.words[quote.open + 1][0].islower()
        subject = self.main_subject(quote.open) if quote.size > LONG_QUOTATION[lower] else None
        if subject is None or not 0 < quote.open - subject[0][1] <= LONGEST_ANNOUNCEMENT:
            return None
        phrase, start = subject
        return _before(
            WHATEVER, (phrase[1], quote.open), start, as_subject(phrase), (quote.open, quote.close + 1)
        )

    def _signature(self, quote: Quote) -> Frame | None:
        """ "…" ― Anna Lind: a dash and a name behind a quotation that opens its paragraph."""
        dash = quote.close + 1
        if quote.open or self.word(dash) not in DASHES or self.body < len(self.words):
            return None
        named = 1 < self.body - dash <= SIGNATURE and is_name(self.words[dash + 1])
        return self.signed(dash, (quote.open, self.body)) if named else None

    def _verdict(self, quote: Quote) -> Frame | None:
        """ "…" was the captain's answer; "…," came the reply from X; "…" is how X put it."""
        start = quote.close + 1 + (self.word(quote.close + 1) == ",")
        cue = start, start + 1
        if quote.size < 2 or self.word(start) not in w.BE | CAME:
            return None
        if self.word(start + 1) in HOW:
            verb = next((k for k in range(start + 3, self.body) if self.is_finite(self.word(k))), 0)
            return _behind(cue, quote, start, as_subject((start + 2, verb)), self.comma_after(verb))
        noun = next((k for k in range(start + 1, start + OWNER) if self.word(k) in ANSWERS), 0)
        owner, end = self.owner_before(noun), self.speaker_after(noun + 2, self.body)
        if noun and owner and owner[1] > start + 1:
            return _behind(cue, quote, start, whose((start + 1, owner[1])), noun + 1)
        given = noun and self.word(noun + 1) in GIVERS | w.OF
        return _behind(cue, quote, start, whose((noun + 2, end)), end) if given else None

    def _whatever(self, quote: Quote) -> Frame | None:
        """ "…," X shot back: behind a quotation that ends in a comma any verb reports."""
        comma = self.word(quote.close + 1) == ","
        if quote.size < 2 or not (comma or self.words[quote.close - 1] in ",?!"):
            return None
        start = quote.close + 1 + comma
        verb = next((k for k in range(start + 1, start + 16) if self._is_past(k)), -1)
        subject = self.subject_before(verb, start) if verb >= 0 else None
        if subject is None or subject[1] != start or self.low[start] in w.RELATIVES | w.THAT:
            return None
        if not (is_name(self.words[subject[0][1] - 1]) or self.speaks(subject[0])):
            return None  # "the “oh no” moment passes"
        end = min(self.comma_after(verb + 1), verb + 4)
        return _behind((verb, end), quote, start, as_subject(subject[0]), end)

    def _is_past(self, at: int) -> bool:
        low = self.word(at)
        return low != "" and low == self.words[at] and (low in PAST_ACTS or self.is_finite(low))


def _before(verb: Verb, cue: Range, start: int, speaker: Speaker, content: Range) -> Frame:
    """A frame that stands before a quotation."""
    return Frame(verb, cue, start, content[0], speaker, content=content, form="quotation")


def _behind(cue: Range, quote: Quote, start: int, speaker: Speaker, end: int) -> Frame:
    """A frame of whatever verb that stands behind a quotation."""
    return Frame(WHATEVER, cue, start, end, speaker, (quote.open, end))
