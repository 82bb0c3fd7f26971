"""Tokens of a German sentence → clauses: cut at commas, read into topological fields, their verbs put together.

Duden, Die Grammatik, "Der Satz": a main clause has a prefield, the finite verb as left bracket, a middle field
and the rest of the verb complex as right bracket; a subordinate clause has its whole verb complex at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.records import Clause, ClauseKind, Range, Sentence
from provenance.languages.de import words as w
from provenance.languages.de.finites import CLOSING, FORMS, SEPARATORS
from provenance.languages.de.moods import MOODY, Moods
from provenance.languages.de.predicates import INDICATIVE, INSERTED
from provenance.passage import Passage, Quote
from provenance.words import words

#: Marks of a question, and pronouns of the one it is about.
ASKING, ASKED = frozenset("?"), words("de", "people", "subject_pronouns")
#: Words at which a clause can end or begin.
CUTTING = SEPARATORS | frozenset("()[]") | w.THAT | w.JOINING
#: A dateline is of so many places, and of an agency in brackets of so many tokens.
DASHES, PLACES, AGENCY = frozenset("–—"), 3, 5


class Reader(Moods):
    """One sentence while its clauses are read."""

    def __init__(self, passage: Passage, number: int, first: int, after: int) -> None:
        self.passage, self.number, self.first, self.after = passage, number, first, after
        self.low, self.words, self.inside = passage.lower, passage.words, passage.inside
        self.body = self._body()

    def sentence(self) -> Sentence:
        """The sentence with its clauses, verbs and quotations."""
        # A sentence of nothing but separators (":") is one clause all the same.
        cuts = list(self._cuts()) or [(self.first, self.body, "")]
        self.bounds = [(start, end) for start, end, _ in cuts]
        self.marks = [before for _, _, before in cuts]
        self.heads = [self._head(start, end) for start, end in self.bounds]
        self.kinds = [self._kind(start, end, number) for number, (start, end) in enumerate(self.bounds)]
        self.finites = [self._finite(number) for number in range(len(cuts))]
        self.kinds = [self._main(number) for number in range(len(cuts))]
        self._go_on()
        self.moody = self._moody()
        self.subjunctives = list(self._subjunctives())
        clauses = tuple(self._clauses())
        quotes = tuple(self._quotes()) if self.inside else ()
        return Sentence(
            self.passage,
            self.number,
            self.first,
            self.after,
            self.body,
            clauses,
            quotes,
            [start for start, _ in self.bounds],
        )

    def _quotes(self) -> Iterator[Quote]:
        """The outer quotations that open or close in the sentence, by their opening marks."""
        for found in sorted(set(self.inside[self.first : self.after])):
            if found >= 0:
                quote = self.passage.quotes[found]
                opens = self.first <= quote.open < self.after
                if not quote.depth and (opens or self.first <= quote.close < self.after):
                    yield quote

    def _body(self) -> int:
        """End without the full stop; a quotation or bracket that opened in the sentence belongs to its body."""
        body = self.after
        while body > self.first and self.words[body - 1] in CLOSING:
            at = body - 1
            if self.words[at] in ")]":
                break
            if self.quoted(at) and self.words[at] not in ".!?…":
                quote = self.passage.quotes[self.inside[at]]
                if quote.closed and quote.close == at and quote.open >= self.first:
                    break
            body -= 1
        return body

    def _cuts(self) -> Iterator[tuple[int, int, str]]:
        """Start, end and opening mark of each clause: commas and their like outside quotations and brackets, a
        forgotten comma before "dass", and "und" before a second reporting verb."""
        words, low, inside = self.words, self.low, self.inside
        begin, mark, depth = self.first, "", 0
        cutting = [at for at in range(self.first, self.body) if low[at] in CUTTING]
        closing = next((at for at in reversed(cutting) if words[at] in ")]"), -1)
        for at in cutting:
            word = words[at]
            if inside and inside[at] >= 0:
                continue
            if word in ("(", "["):
                depth += at < closing
            elif word in (")", "]"):
                depth = max(depth - 1, 0)
            elif depth:
                continue
            elif word in SEPARATORS:
                if at > begin:
                    yield begin, at, mark
                    mark = ""
                mark = word if mark in ("", ",", "–", "—") else mark
                begin = at + 1
            elif at > begin and (
                (low[at] in w.THAT and low[at - 1] not in w.THAT_CONTINUES) or self._second_verb(at)
            ):
                yield begin, at, mark
                begin, mark = at, "+"
        if begin < self.body or begin == self.first:
            yield begin, max(self.body, begin), mark

    def _second_verb(self, at: int) -> bool:
        """ "… und forderte": a coordinator before a reporting verb in the indicative."""
        return (
            self.low[at] in w.JOINING
            and at + 1 < self.body
            and (self.low[at + 1] in INDICATIVE or self._opens_content(at + 1))
            and self.words[at + 1][0].islower()
            and not (self.low[at + 1].endswith("en") and self.words[at - 1][0].islower())
            and not self.quoted(at + 1)
            and not (
                at + 2 < self.body and self.words[at + 2][0].isupper() and self.low[at - 1] in w.ARTICLES
            )
        )

    def _opens_content(self, at: int) -> bool:
        """ "… und betont, …": a finite form that is a participle as well, right before a comma."""
        return (
            at + 1 < self.body
            and self.words[at + 1] == ","
            and any(form.kind == "finite" and not form.split for form in FORMS.get(self.low[at], ()))
        )

    def _head(self, start: int, end: int) -> int:
        low = self.low
        if end - start > 1 and low[start] in w.COORDINATORS:
            start += 1
        if end - start > 2 and low[start] in w.FOCUSING and low[start + 1] in w.SUBORDINATORS:
            start += 1  # "selbst wenn"
        return start

    def _kind(self, start: int, end: int, number: int) -> ClauseKind:
        """Infinitive and subordinate clauses; "fragment" is what may still be a main clause."""
        if end - start < 2:
            return "fragment"
        if self._infinitive(start, end):
            return "infinitive"
        head = self.heads[number]
        opener = self.low[head]
        if opener in w.SUBORDINATORS:
            if (
                opener not in w.HALF_SUBORDINATORS
                or (self._ends_in_verb(head, end) and not self._finite_within(head + 1, end - 1))
                or self._reduced(head, end)
            ):
                return "subordinate"
        elif opener in w.RELATIVES and number and self.marks[number] != ":":
            if self._ends_in_verb(head, end):
                return "subordinate"
        elif (opener in w.QUESTION_WORDS and self._ends_in_verb(head, end)) or (
            opener in w.PREPOSITIONS
            and number
            and head + 1 < end
            and self.low[head + 1] in w.RELATIVES
            and self.low[head + 1] not in w.QUESTION_OPENERS
            and self._ends_in_verb(head, end)
        ):
            return "subordinate"
        return "fragment"

    def _ends_in_verb(self, start: int, end: int) -> bool:
        return end - start > 1 and self.looks_finite(end - 1, end)

    def _infinitive(self, start: int, end: int) -> bool:
        """ "zu" before an infinitive, or "-zu-" within it near the end, and no finite verb before it."""
        low, words = self.low, self.words
        if low[start] in w.INFINITIVE_OPENERS:
            return False
        if low[start] in w.SUBORDINATORS and (
            low[start] not in w.HALF_SUBORDINATORS or low[end - 2] != w.PARTICLE
        ):
            return False  # but "bis zu 130 Stellen zu streichen", "seit dem Mai davon geträumt zu haben"
        lowest = start if w.PARTICLE in low[start:end] else max(end - 3, start)
        for at in range(end - 1, lowest - 1, -1):
            word = low[at]
            if word == w.PARTICLE:
                if (
                    at + 1 < end
                    and low[at + 1].endswith("n")
                    and words[at + 1][0].islower()
                    and low[at + 1] not in w.OBLIQUE
                    and not words[min(at + 2, end - 1)][0].isupper()  # "vor zu hohen Kosten"
                ):
                    return not self._finite_within(start, at)
            elif (
                at >= end - 3
                and word.endswith("n")
                and len(word) > 7
                and w.PARTICLE in word[2:-3]
                and words[at][0].islower()
                and word[:4] not in w.PARTICLE_LOOK_ALIKES
            ):
                return not self._finite_within(start, at)
        return False

    def _finite_within(self, start: int, end: int) -> bool:
        return any(
            self.low[at] in w.FINITES
            and self.words[at][0].islower()
            and (not self.low[at].endswith("en") or self.low[at] in w.SUBJUNCTIVE)
            for at in range(start, end)
        )

    def _go_on(self) -> None:
        """A subordinate clause goes on behind an insertion: "dass der Minister, Otto Berg, morgen komme"."""
        opened = -1
        for number, (_start, end) in enumerate(self.bounds):
            head = self.heads[number]
            if (
                opened >= 0
                and number - opened <= INSERTED
                and self.kinds[number] in ("v1", "v2")
                and self.finites[number] == end - 1
            ):
                self.kinds[number] = "subordinate"
                opened = -1
                continue
            if self.kinds[number] in ("v1", "v2"):
                opened = -1
            elif self.low[head] in w.SUBORDINATORS and self.finites[number] < 0:
                opened = number

    def _main(self, number: int) -> ClauseKind:
        _start, _end = self.bounds[number]
        kind, finite = self.kinds[number], self.finites[number]
        if kind != "fragment" or finite < 0:
            return kind
        return "v1" if finite == self.heads[number] else "v2"

    def _clauses(self) -> Iterator[Clause]:
        marks, sections = self.marks, self._sections()
        parent = -1
        main_seen = v1_seen = False
        subordinate_first = self.kinds[0] == "subordinate"
        for number, (start, end) in enumerate(self.bounds):
            if marks[number] in (";", ":"):
                main_seen = False
            kind, finite, head = self.kinds[number], self.finites[number], self.heads[number]
            main_seen = main_seen or (kind == "v1" and marks[number] == "," and self._bare_plural(number - 1))
            yield Clause(
                number,
                start,
                end,
                marks[number],
                kind,
                head,
                self.low[head],
                finite,
                self.subjunctives[number],
                self._predicate(number),
                parent,
                main_seen and (v1_seen or not subordinate_first),
                sections[number],
                self._forms(number, head),
                self._moods(number),
            )
            if kind in ("v1", "v2"):
                parent, main_seen = number, True
                v1_seen = v1_seen or (kind == "v1" and number > 0)

    def _bare_plural(self, number: int) -> bool:
        """ "Neid und Gier verletzen Menschen, betonte …": a verb in the plural between two nouns without articles, which
        no list holds, makes a main clause where a verb follows at once behind the comma."""
        start, end = self.bounds[number]
        return self.finites[number] < 0 and any(
            self.low[at].endswith("en")
            and self.words[at][0].islower()
            and self.low[at] not in w.FUNCTION_WORDS
            and self.words[at - 1][0].isupper()
            and self.words[at + 1][0].isupper()
            for at in range(start + 1, end - 1)
        )

    def _sections(self) -> list[Range]:
        marks = self.marks
        heads = [number for number, mark in enumerate(marks) if mark == ";" or not number]
        found: list[Range] = []
        for position, number in enumerate(heads):
            following = heads[position + 1] if position + 1 < len(heads) else len(marks)
            end = self.bounds[following][0] - 1 if following < len(marks) else self.body
            found.extend([(self.bounds[number][0], end)] * (following - number))
        return found


def read_sentence(passage: Passage, number: int, first: int, after: int) -> Sentence:
    """The clauses of one sentence of a passage, without a dateline before it."""
    return Reader(passage, number, _behind_dateline(passage, first, after), after).sentence()


def _behind_dateline(passage: Passage, first: int, after: int) -> int:
    """ "Wien/Graz (APA) – Der Rat hat …": the first token behind places, an agency and a dash; `first` without those.

    Behind a second dash it would be an insertion: "Lind – Vater von Zwillingen – sagte".
    """
    words, at = passage.words, first
    while at < min(first + PLACES, after) and words[at][0].isupper():
        at += 1 + (at + 2 < after and words[at + 1] in ("/", ","))
    if first < at < after - 1 and words[at] == "(":
        at = next((one + 1 for one in range(at, min(at + AGENCY, after)) if words[one] == ")"), at)
    found = first < at < after - 1 and words[at] in DASHES and words[at + 1][0].isupper()
    return at + 1 if found and DASHES.isdisjoint(words[at + 1 : after]) else first


#: Prefix → forms that stand without it: they report only where it follows.
_SPLIT: dict[str, frozenset[str]] = {}
for _word, _readings in FORMS.items():
    for _form in _readings:
        if _form.split:
            _SPLIT[_form.verb.prefix] = _SPLIT.get(_form.verb.prefix, frozenset()) | {_word}
_WHOLE = frozenset(word for word, readings in FORMS.items() if any(not form.split for form in readings))
_PREFIXES = frozenset(_SPLIT)
_REPORTING = _WHOLE | MOODY | w.OTHER_TRIGGERS


def may_report(passage: Passage, first: int, after: int) -> bool:
    """Whether a sentence holds any word by which a construction could begin; many sentences of a story do not."""
    low = passage.lower
    words_ = set(low[first:after])
    if not words_.isdisjoint(_REPORTING):
        return True
    if passage.inside and max(passage.inside[first:after]) >= 0:
        return True
    if low[first] in w.WITH and not w.THESE.isdisjoint(low[first + 1 : after][:1]):
        return True
    if any(not words_.isdisjoint(_SPLIT[prefix]) for prefix in words_ & _PREFIXES):
        return True
    if not words_.isdisjoint(w.THIRD_PERSON):
        return any(
            low[at][-1] == "e" and low[at - 1] in w.THIRD_PERSON and len(low[at]) > 3
            for at in range(first + 1, after)
        )
    return not words_.isdisjoint(w.AFTER) and any(word.endswith(w.SOURCE_ENDINGS) for word in words_)


def person_in(sentence: Sentence) -> Range | None:
    """Who is asked in a question of the writer's: "Was sie daran reizte? „…“"."""
    passage = sentence.passage
    if passage.words[sentence.after - 1] not in ASKING:
        return None
    for at in range(sentence.first, sentence.after):
        small = passage.words[at].islower() or at == sentence.first
        if small and passage.lower[at] in ASKED and not passage.quoted(at):
            return at, at + 1
    return None
