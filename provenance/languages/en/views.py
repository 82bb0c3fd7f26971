"""Whose words a sentence gives by an adverbial: according to X; in the view of X; from X's point of view."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.records import Frame, Range, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.ends import JOINTS
from provenance.languages.en.nouns import OWNER, Nouns
from provenance.languages.en.phrases import FORMS, OFFICES
from provenance.languages.en.words import of
from provenance.words import values

VIEW = Verb("", "", frozenset("q"), "preposition")
NO_SOURCES, NO_ACCORDANCE = of("no_sources"), of("no_accordance")
LINKS, NO_CONTENT = of("conjunction_openers") | {","}, JOINTS | w.RELATIVES | of("with")
POINT, SELVES = of("point_of"), of("selves")
#: Preposition → nouns behind it by which a sentence gives somebody's view.
VIEWS = {before: frozenset(nouns.split()) for before, nouns in values("en", "clauses", "views").items()}
VIEW_NOUNS = frozenset().union(*VIEWS.values())
#: So many words of an apposition are looked at for the comma that closes it.
APPOSED = 14
#: Words of a frame right behind a quotation.
FRAMED = 8


class Views(Nouns):
    """The adverbials of source in one sentence."""

    def accordance(self, verb: Verb, at: int) -> Frame | None:
        """According to X: counted on US campaign news, the content stands before it in 78 % and behind it in 22 %."""
        to = bool(verb.allows & {"+" + word for word in w.TO})
        start = at + 1 + to
        if self.word(at - 1) in NO_ACCORDANCE or start >= self.body:
            return None
        if (to and self.word(at + 1) not in w.TO) or self._is_framed(at):
            return None
        if not to and not (self._opens_adverbial(at) and self.is_definite(start, w.OBJECT_PRONOUNS)):
            return None  # "five per cent"
        end = self._accorder(at, start)
        if end == start or (end == start + 1 and self.low[start] in NO_SOURCES):
            return None
        return self._accorded(verb, at, (at, start), (start, end))

    def _is_framed(self, at: int) -> bool:
        """Whether a quotation before an adverbial has its speaker right before it: "…," he said, according to X."""
        verb = FORMS.get(self.word(at - 2)) if self.breaks(at - 1) else None
        says = verb is not None and "q" in verb.verb.allows and verb.kind in ("past", "s")
        return says and any(k in self.closes for k in range(max(self.first, at - FRAMED), at - 2))

    def _accorder(self, at: int, start: int) -> int:
        """End of whose words a sentence gives, by the adverbial that begins at `at`."""
        end = self.speaker_after(start, self.body)
        splits = self._splits_clause(at)
        in_front = at <= self.first + 1 or splits
        for k in range(start, end):
            if self.word(k) != "," or (not in_front and self.word(k + 1) in w.RELATIVES):
                continue
            if in_front and (aside := self._apposition_end(k, splits=splits)):
                return aside
            if in_front or not w.FINITES.isdisjoint(self.low[k + 1 : end]):
                return k
        return end

    def _splits_clause(self, at: int) -> bool:
        """Whether an adverbial stands between a subject and its verb: "The dam, according to Lind, leaks"."""
        before = range(self.first, at - 1)
        return self.breaks(at - 1) and not any(
            self.is_finite(self.low[k]) or self.quoted(k) or self.low[k] in w.CONTRACTED_SUBJECTS
            for k in before
        )

    def _apposition_end(self, comma: int, *, splits: bool) -> int:
        """The comma that closes an apposition which opens behind `comma`: "Lind, the mayor of Reno, …"; 0 for none.
        `splits`: a verb stands behind it, and no clause."""
        reach = min(comma + APPOSED, self.body - 1)
        close = next((k for k in range(comma + 2, reach) if self.word(k) == ","), 0)
        opener = self.low[comma + 1]
        if opener.isdigit() and close == comma + 2:
            return close  # "Ida Lind, 45, …"
        if not close or not (opener in w.DETERMINERS or opener in OFFICES):
            return 0
        if any(map(self.is_finite, self.low[comma + 1 : close])):
            return 0
        return close if self.speaks((comma + 1, close)) and (splits or self.opens_phrase(close + 1)) else 0

    def _opens_adverbial(self, at: int) -> bool:
        led = at - 1 == self.first and self.low[self.first] in LINKS  # "But in her view"
        return at == self.first or self.breaks(at - 1) or at - 1 in self.closes or led

    def views(self) -> Iterator[Frame]:
        """In the view of X, in X's words, from X's point of view."""
        nouns = self.where(VIEW_NOUNS)
        for at in self.where(VIEWS.keys()) if nouns else ():
            if self.quoted(at) or not self._opens_adverbial(at):
                continue
            within = (k for k in nouns if at + 1 < k < at + 2 + OWNER)
            noun = next((k for k in within if self.word(k) in VIEWS[self.low[at]]), -1)
            if noun >= 0 and (frame := self._view(at, noun)):
                yield frame

    def _view(self, at: int, noun: int) -> Frame | None:
        pointed = self.low[noun] in POINT
        end, owner = noun + 1 + 2 * pointed, self.owner_before(noun)
        if owner and owner[1] > at + 1 and self.low[owner[1] - 1] not in SELVES:
            return self._accorded(VIEW, at, (noun, end), (at + 1, owner[1]), end)
        if noun == at + 2 and self.word(end) in w.OF:
            speaker = end + 1, self._accorder(at, end + 1)
            return self._accorded(VIEW, at, (at, end + 1), speaker) if self.speaks(speaker) else None
        return None

    def _accorded(self, verb: Verb, at: int, cue: Range, speaker: Range, end: int | None = None) -> Frame:
        """The frame of an adverbial that begins at `at`, says whose words a sentence gives, and reaches over `end`."""
        end = speaker[1] if end is None else end
        opening, closing, first = at - self.breaks(at - 1), end, self.first
        while (low := self.word(closing)) and low not in (",", ";"):
            closing += 1
        while first < opening and self.word(first) in LINKS:
            first += 1
        rest = closing + (self.word(closing) == ",")
        goes_on = rest < self.body and not (first < opening and self.low[rest] in NO_CONTENT)
        section = (first, self.body if goes_on else closing)
        source = Speaker((speaker,), "phrase of the preposition")
        return Frame(verb, cue, at, rest if goes_on else closing, source, section)
