"""Frames without a verb of reporting: according to X, owned nouns, hearsay, labels, and colons beside quotations."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.glyphs import APOSTROPHES
from provenance.grammar.records import Range, Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import ACTS
from provenance.languages.en.complements import OWNERS, ContentForm
from provenance.languages.en.ends import JOINTS, Ends
from provenance.languages.en.phrases import DASHES, FORMS, OFFICES, STOPS
from provenance.languages.en.words import is_adverb, is_name, is_possessive, of
from provenance.passage import Quote
from provenance.words import values
from provenance.words import words as listed

#: What reports without a verb of reporting: a colon behind a name; whatever somebody does beside a quotation; a
#: participle whose subject was asked.
LABEL, WHATEVER, BESIDE, ASKED, VIEW = (
    Verb("", "", frozenset("q"), group) for group in ("label", "whatever", "beside", "asked", "accordance")
)
NO_SOURCES, NO_ACCORDANCE = of("no_sources"), of("no_accordance")
LINKS, NO_CONTENT = of("conjunction_openers") | {","}, JOINTS | w.RELATIVES | of("with")
LABELS, TRAILING_SOURCES = of("labels"), of("trailing_sources")
RUMOURS, RUMOURED, AND = of("rumours"), of("rumoured"), of("and")
EXISTENTIAL, POINT, SELVES, DEFINITE = of("existential"), of("point_of"), of("selves"), of("the")
CAME, HOW, ANSWERS = of("came"), of("how"), of("answers")
PLURALS = tuple(listed("en", "people", "plurals"))
PAST_ACTS = {low for low, acting in ACTS.items() if acting.form.kind == "past"}
#: Prepositions of those from whom an act of speech comes.
GIVERS = of("givers")
#: Preposition → nouns behind it by which a sentence gives somebody's view.
VIEWS = {before: frozenset(nouns.split()) for before, nouns in values("en", "clauses", "views").items()}
#: So many words of an apposition are looked at for the comma that closes it.
APPOSED = 14
#: So many words of an owner stand before such a noun.
OWNER = 8
#: Longest name before a colon, in tokens: of a headline, and of a paragraph in a transcript.
HEADLINE_NAME, TRANSCRIPT_NAME = 8, 4
#: Longest frame before a colon behind its subject: a longer one tells a story of its own.
LONGEST_ANNOUNCEMENT = 14
#: A quotation of more words than these is no name, if it begins with a capital or a small letter.
LONG_QUOTATION = (9, 5)
#: Longest signature behind a quotation.
SIGNATURE = 16
#: Less than so many tokens behind a colon is no speech, and a verb is among the first of so many.
SHORTEST_SPEECH, LONGEST_OPENING = 4, 40
GIVEN = listed("all", "given_names", "men", "women", "either")
IN_NAMES = frozenset(".,'’()-&")


@dataclass(slots=True)
class Frame:
    """Words that report, with who speaks; content stands behind them from `content` on, or around them."""

    verb: Verb
    cue: Range
    start: int
    end: int
    speaker: Range | None
    section: Range = (0, 0)
    """The reach of content around it."""
    content: int = -1
    reach: int = -1
    form: ContentForm = ""
    hearer: tuple[Range, ...] = ()
    passive: bool = False
    way: str = "subject before the verb"

    @property
    def claimed(self) -> Range:
        if self.content < 0:
            return self.section
        return (self.content if self.verb is WHATEVER else min(self.cue[0], self.content), self.reach)


#: A request for money says nothing.
CURRENCIES = "$€£"
#: Words of a frame right behind a quotation.
FRAMED = 8


class Verbless(Ends):
    """The frames of one sentence that no reporting verb makes."""

    found: list[Frame]
    """The frames so far."""
    covered: set[int]
    """Tokens that they claim."""

    def _take(self, frame: Frame | None) -> bool:
        """Keep a frame unless an earlier one claims some of its words."""
        if frame is None or not self.covered.isdisjoint(range(*frame.claimed)):
            return False
        self.found.append(frame)
        self.covered.update(range(*frame.claimed))
        return True

    def _accordance(self, verb: Verb, at: int) -> Frame | None:
        """According to X: counted on US campaign news, the content stands before it in 78 % and behind it in 22 %."""
        to = bool(verb.allows & {"+" + word for word in w.TO})
        start = at + 1 + to
        if self.found or self.word(at - 1) in NO_ACCORDANCE or start >= self.body:
            return None
        if (to and self.word(at + 1) not in w.TO) or self._is_framed(at):
            return None
        if not to and not (self._opens_adverbial(at) and self.is_definite(start)):
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
        if not close or not (opener in w.DETERMINERS or opener in OFFICES or opener.isdigit()):
            return 0
        inside = self.low[comma + 1 : close]
        if any(self.is_finite(low) for low in inside):
            return 0
        number = self.words[comma + 1].isdigit() and close == comma + 2
        goes_on = splits or self._clause_opens(close + 1)
        return close if number or (self.speaks((comma + 1, close)) and goes_on) else 0

    def _clause_opens(self, at: int) -> bool:
        """Whether what stands behind an apposition is a clause of its own, and no further member of a list."""
        return self.opens_phrase(at) and self.low[at] not in w.AND_OR

    def _opens_adverbial(self, at: int) -> bool:
        led = at - 1 == self.first and self.low[self.first] in LINKS  # "But in her view"
        return at == self.first or self.breaks(at - 1) or at - 1 in self.closes or led

    def _views(self) -> None:
        """In the view of X, in X's words, from X's point of view."""
        for at in range(self.first, self.body - 2):
            nouns = VIEWS.get(self.word(at))
            if nouns is None or self.found or not self._opens_adverbial(at) or at in self.covered:
                continue
            for noun in range(at + 2, min(at + 2 + OWNER, self.body)):
                if self.word(noun) not in nouns:
                    continue
                of = self.word(noun + 1) in w.OF
                pointed = self.low[noun] in POINT
                end = noun + 1 + 2 * pointed
                owner = self._owner(noun)
                if pointed and not of:
                    break
                frame = None
                if owner > at and self.low[owner] not in SELVES:
                    frame = self._accorded(VIEW, at, (noun, end), (at + 1, owner + 1), end)
                elif noun == at + 2 and self.word(end) in w.OF and self.low[at + 1] in DEFINITE:
                    after = self._accorder(at, end + 1)
                    if after > end + 1 and self.speaks((end + 1, after)):
                        frame = self._accorded(VIEW, at, (at, end + 1), (end + 1, after))
                self._take(frame)
                break

    def _accorded(
        self, verb: Verb, at: int, cue: Range, speaker: Range, end: int | None = None
    ) -> Frame | None:
        """The frame of an adverbial that begins at `at`, says whose words a sentence gives, and reaches over `end`."""
        end = speaker[1] if end is None else end
        opening, closing, first = at - self.breaks(at - 1), end, self.first
        while (low := self.word(closing)) and low not in (",", ";"):
            closing += 1
        while first < opening and self.word(first) in LINKS:
            first += 1
        rest = closing + (self.word(closing) == ",")
        quoted = rest < self.after and self.quoted(rest)
        goes_on = rest < self.body and (rest > closing or quoted)
        goes_on = goes_on and not (first < opening and self.low[rest] in NO_CONTENT)
        if not goes_on and first >= opening:
            return None
        section = (first, self.body if goes_on else closing)
        way = "phrase of the preposition"
        return Frame(verb, cue, at, rest if goes_on else closing, speaker, section, way=way)

    def _nominal(self, verb: Verb, at: int) -> Frame | None:
        """His claim that …; the senator's call for …: a noun with an owner before it and content behind it."""
        lead = self.word(at + 1)
        if is_name(self.words[at]) and at > self.first:
            return None
        if lead in GIVERS:
            return self._given(verb, at)
        is_that = lead in w.BE and self.word(at + 2) in w.THAT and "+" + self.word(at + 2) in verb.allows
        if "+" + lead not in verb.allows and not is_that:
            return None
        owner = self._owner(at)
        if owner < 0:
            return self._there_are(verb, at, lead) or self._rumoured(verb, at, lead)
        first = owner if self.low[owner] in OWNERS else self.phrase_start(owner + 1, self.first)
        while first < owner and self.words[first][0].islower() and self.low[first] in FORMS:
            first += 1  # "echo Lind's concerns"
        start = at + 1 if lead in w.THAT or lead in w.TO else at + 2
        lead = self.word(start) if is_that else lead
        end = self.phrase_limit(start, self.body)
        if lead not in w.THAT:
            end = next((k for k in range(start + 1, end) if self.word(k) in w.FINITES), end)
        if end - start < 2 or first > owner or self.words[start][0] in CURRENCIES:
            return None
        form: ContentForm = "that" if lead in w.THAT else "preposition"
        speaker = (first, owner + 1)
        if owner == first and self.low[owner] in OWNERS and self.is_finite(self.word(owner - 1)):
            subject = self.subject_before(self._group_start(owner - 1), self.first)
            if subject is not None and self.speaks(subject[0]) and self.low[subject[1]] not in w.SUBJECTS:
                speaker = subject[0]  # "Lind has repeated her claim that"
        return Frame(verb, (owner + 1, start), first, start, speaker, content=start, reach=end, form=form)

    def _group_start(self, at: int) -> int:
        """The first auxiliary before a verb."""
        while self.word(at - 1) in w.AUXILIARIES or is_adverb(self.word(at - 1)):
            at -= 1
        return at

    def _given(self, verb: Verb, at: int) -> Frame | None:
        """The claim by X that …; calls from X for …"""
        end = self.phrase_end(at + 2, self.body)
        while end > at + 2 and self.word(end) in AND and self.opens_phrase(end + 1):
            end = self.phrase_end(end + 1, self.body)  # "charges by state and local regulators that"
        lead = self.word(end)
        if "+" + lead not in verb.allows or end == at + 2 or not self.speaks((at + 2, end)):
            return None
        that = lead in w.THAT
        start = end + (not that and lead not in w.TO)
        reach = self.phrase_limit(start, self.body)
        reach = (
            next((k for k in range(start + 2, reach) if self.word(k) in w.AUXILIARIES), reach)
            if not that
            else reach
        )
        form: ContentForm = "that" if that else "preposition"
        cue, way = (at, at + 2), "who an act comes from"
        return Frame(verb, cue, at, start, (at + 2, end), content=start, reach=reach, form=form, way=way)

    def _there_are(self, verb: Verb, at: int, lead: str) -> Frame | None:
        """There are fears that …: nobody says who fears."""
        be = at - 1
        while be > at - 4 and self.word(be) not in w.BE and self.word(be).isalpha():
            be -= 1
        while self.word(be - 1) in w.AUXILIARIES:
            be -= 1
        if self.word(be) not in w.AUXILIARIES or self.word(be - 1) not in EXISTENTIAL or lead not in w.THAT:
            return None
        start, reach = at + 1, self.phrase_limit(at + 1, self.body)
        return Frame(
            verb, (be, start), be - 1, start, None, content=start, reach=reach, form="that", passive=True
        )

    def _rumoured(self, verb: Verb, at: int, lead: str) -> Frame | None:
        """Amid reports that …: nobody says who reports."""
        if self.low[at] not in RUMOURS or lead not in w.THAT or not at + 2 < self.body:
            return None
        before = at - 1
        while self.word(before) in RUMOURED or is_adverb(self.word(before)):
            before -= 1
        led = self.word(before)
        if led not in w.PREPOSITIONS and led not in w.FINITES and not led.endswith(w.ED):
            return None
        start, reach = at + 1, self.phrase_limit(at + 1, self.body)
        return Frame(
            verb, (at, start), before + 1, start, None, content=start, reach=reach, form="that", passive=True
        )

    def _owner(self, at: int) -> int:
        """The possessive at most four words before the noun, or -1."""
        for k in range(at - 1, at - 5, -1):
            low = self.word(k)
            if low in APOSTROPHES and self.word(k - 1).endswith(PLURALS):
                return k - 1  # "the growers' view"
            if not low or not low[0].isalnum():
                return -1
            if low in OWNERS or is_possessive(self.words[k]):
                return k
        return -1

    def _hearsay(self, verb: Verb, at: int) -> Frame | None:
        """The sentence around "reportedly" or "allegedly", without anybody who says so."""
        if self.found or self.body - self.first < 2:
            return None
        return Frame(verb, (at, at + 1), at, at + 1, None, (self.first, self.body))

    def _label(self) -> Frame | None:
        """The statement of a headline, or of a paragraph of a transcript, whose cue is a colon."""
        kind = self.passage.block.kind
        headline = kind in ("headline", "kicker", "subheading")
        headline = headline or (
            kind == "lead" and not self.words[-1].endswith(tuple(STOPS)) and not self.quotes
        )
        first = self.first
        if not headline and first:
            return None
        if headline and (trailing := self._trailing_source()):
            return trailing
        limit = min(first + 1 + (HEADLINE_NAME if headline else TRANSCRIPT_NAME), self.body - 1)
        at = next((k for k in range(first + 1, limit) if self.word(k) == ":"), -1)
        if at < 0 or not self._is_speaker(at, headline) or (not headline and not self._is_speech(at + 1)):
            return None
        quoted = at + 1 in self.opens or not headline
        reach = self.body if headline else len(self.words)
        form: ContentForm = "speech" if quoted else "clause"
        way = "phrase before the colon"
        return Frame(
            LABEL, (at, at + 1), first, at + 1, (first, at), content=at + 1, reach=reach, form=form, way=way
        )

    def _is_speech(self, at: int) -> bool:
        """Whether a paragraph behind a name says something: it has a verb, and is no entry of a list."""
        said = self.low[at : at + LONGEST_OPENING]
        return len(self.words) - at >= SHORTEST_SPEECH and not (
            w.AUXILIARIES.isdisjoint(said)
            and w.CONTRACTED_SUBJECTS.isdisjoint(said)
            and w.SUBJECT_PRONOUNS.isdisjoint(said)
        )

    def _is_speaker(self, colon_at: int, headline: bool) -> bool:
        """Whether the words before a colon are a name or a document, and no label."""
        words, low = self.words[self.first : colon_at], self.low[self.first : colon_at]
        if any(not word[0].isalnum() and word not in IN_NAMES for word in words):
            return False
        if (
            not w.FINITES.isdisjoint(low)
            or not LABELS.isdisjoint(low)
            or (low[0] in w.QUESTION_WORDS and not words[0].isupper())
        ):
            return False
        if low[-1] in FORMS and len(low) > 1 and low[-1] not in w.DOCUMENTS:
            return False
        if headline:
            shouted = len(words) > 1 and all(word.isupper() for word in words)
            shouted = (
                shouted
                and GIVEN.isdisjoint(low)
                and not all(word.isupper() for word in self.words[colon_at:] if word.isalpha())
            )
            return is_name(words[0]) and low[0] not in w.PREPOSITIONS and not shouted
        return all(is_name(word) or not word[0].isalnum() for word in words)

    def _trailing_source(self) -> Frame | None:
        last = self.body - 1
        if quote := self.opens.get(self.first):
            at = quote.close + 1
            named = self.word(at) == ":" and at < last <= at + TRANSCRIPT_NAME and is_name(self.words[at + 1])
            if named and not any(self.word(k) in w.FINITES for k in range(at + 1, self.body)):
                return Frame(LABEL, (at, at + 1), at, self.body, (at + 1, self.body), (self.first, at))
        if self.low[last] not in w.DOCUMENTS and self.low[last] not in TRAILING_SOURCES:
            return None
        at = next((k for k in range(max(self.first + 3, last - 4), last) if self.word(k) == ":"), -1)
        if at < 0:
            return None
        return Frame(LABEL, (at, at + 1), at, self.body, (at + 1, self.body), (self.first, self.body))

    def _announcement(self, quote: Quote) -> Frame | None:
        """X lost his temper: "…": whatever X did, the quotation is what was said."""
        colon = quote.open - 1
        if colon <= self.first or self.words[colon] != ":" or quote.size < 2:
            return None
        if self.low[colon - 1] in ANSWERS and (owner := self._owner(colon - 1)) >= 0:
            first = owner if self.low[owner] in OWNERS else self.phrase_start(owner + 1, self.first)
            cue, reach = (owner + 1, colon + 1), quote.close + 1
            return Frame(LABEL, cue, first, colon + 1, (first, owner + 1), content=colon + 1, reach=reach)
        name = self.phrase_start(colon, self.first)
        if (
            name < colon
            and is_name(self.words[name])
            and (name == self.first or self.words[name - 1] in DASHES)
        ):
            reach = quote.close + 1
            return Frame(
                LABEL, (colon, colon + 1), name, colon + 1, (name, colon), content=colon + 1, reach=reach
            )
        return self.announced(colon, quote.close + 1)

    def announced(self, colon: int, reach: int) -> Frame | None:
        subject = self.main_subject(colon)
        if subject is None or not 0 < colon - subject[0][1] <= LONGEST_ANNOUNCEMENT:
            return None
        (_, end), start = subject
        if not self.covered.isdisjoint(range(start, colon)):
            start = colon
        return Frame(
            WHATEVER,
            (end, colon + 1),
            start,
            colon + 1,
            subject[0],
            content=colon + 1,
            reach=reach,
            form="quotation",
        )

    def _embedded(self, quote: Quote) -> Frame | None:
        """X filed a request for "…": quoted words, too long for a name, in a clause of whatever verb."""
        lower = self.words[quote.open + 1][0].islower()
        subject = self.main_subject(quote.open) if quote.size > LONG_QUOTATION[lower] else None
        if subject is None or quote.open == self.first:
            return None
        (_, end), start = subject
        if not 0 < quote.open - end <= LONGEST_ANNOUNCEMENT or not self.covered.isdisjoint(
            range(start, quote.open)
        ):
            return None
        cue, reach = (end, quote.open), quote.close + 1
        return Frame(
            BESIDE, cue, start, quote.open, subject[0], content=quote.open, reach=reach, form="quotation"
        )

    def _signature(self, quote: Quote) -> Frame | None:
        """ "…" ― Anna Lind: a dash and a name behind a quotation that opens its paragraph."""
        dash = quote.close + 1
        if quote.open or self.word(dash) not in DASHES or dash + 1 >= self.body:
            return None
        if not is_name(self.words[dash + 1]):
            return None
        if self.body < len(self.words) or self.body - dash > SIGNATURE:
            return None
        return Frame(LABEL, (dash, dash + 1), dash, self.body, (dash + 1, self.body), (quote.open, self.body))

    def _verdict(self, quote: Quote) -> Frame | None:
        """ "…" was the captain's answer; "…," came the reply from X; "…" is how X put it."""
        start = quote.close + 1 + (self.word(quote.close + 1) == ",")
        if quote.size < 2 or self.word(start) not in w.BE | CAME:
            return None
        speaker: Range | None = None
        end = self.body
        if self.word(start + 1) in HOW:
            verbs = (k for k in range(start + 3, self.body) if self.is_finite(self.word(k)))
            end = next(verbs, -1)
            speaker = (start + 2, end) if end > 0 else None
            end = max(end, start + 1)
            while (low := self.word(end)) and low not in (",", ";", ":"):
                end += 1
        else:
            noun = next((k for k in range(start + 1, start + OWNER) if self.word(k) in ANSWERS), -1)
            owner = self._owner(noun) if noun > 0 else -1
            if owner > start:
                speaker, end = (start + 1, owner + 1), noun + 1
            elif noun > 0 and (self.word(noun + 1) in w.OF or self.word(noun + 1) in GIVERS):
                end = self.speaker_after(noun + 2, self.body)
                speaker = (noun + 2, end)
        if speaker is None or speaker[0] >= speaker[1]:
            return None
        return Frame(WHATEVER, (start, start + 1), start, end, speaker, (quote.open, end))

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
        end = verb + 1
        while end - verb < 4 and (low := self.word(end)) and low not in (",", ";", ":"):
            end += 1
        return Frame(WHATEVER, (verb, end), start, end, subject[0], (quote.open, end))

    def _is_past(self, at: int) -> bool:
        low = self.word(at)
        return (
            low != ""
            and low == self.words[at]
            and (low in w.FINITES or low in PAST_ACTS or (low.endswith(w.ED) and len(low) > 4))
        )
