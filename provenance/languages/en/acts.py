"""Acts of speech that a verb reports only with other words: "took aim at", "drew criticism from", "made clear that"."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.grammar.records import Range, Verb
from provenance.languages.en import words as w
from provenance.languages.en.phrases import ATTACHING, Phrases
from provenance.languages.en.verbs import ANY, ITSELF, SLOT, Form, act_forms
from provenance.languages.en.words import is_adverb, is_name, is_possessive, of
from provenance.words import words as listed

ACTS = act_forms()
REACTIONS, LEADS = of("reactions"), w.PREPOSITIONS | of("particles", "verb_particles", "act_particles")
GOVERNING = LEADS | w.CLAUSE_OPENERS
NO_NOUN = GOVERNING | w.FINITES | of("no_noun")
#: Words that may describe a noun of an act before it: "a last, quite desperate".
DESCRIBED = 5
SPEAKING = listed(
    "en", "entities", "offices", "organisations", "government", "crowds", "anonymous", "persons", "metonyms",
    "documents", "actors",
) | listed("en", "names", "titles") | listed("en", "media", "nouns", "agency_nouns", "anaphors")  # fmt: skip
ROLE_ENDINGS = tuple(listed("en", "people", "role_endings", "group_endings"))
THINGS, PLURALS = w.endings("thing_endings"), tuple(listed("en", "people", "plurals"))
PARTITIVES, VOICELESS = of("partitives"), of("voiceless_subjects")
VOICES, HEAD_ENDS = SPEAKING | w.DOCUMENTS | w.LONE_SUBJECTS, ATTACHING | w.RELATIVES | w.THAT | {","}


@dataclass(frozen=True, slots=True)
class Act:
    """The words that make an act of a verb."""

    verb: Verb
    start: int
    """Where what is said of begins."""
    end: int
    """Behind the last of the words."""
    sourced: bool
    """The source stands at `start`, behind a preposition."""
    spoken_of: bool
    """The noun of the act is the subject of the verb: nobody speaks."""


class Acts(Phrases):
    """The acts of one sentence."""

    def act_at(self, at: int, first: int) -> Act | None:
        """The act that the verb at `at` reports with the words beside it; `first` is the first token of its group."""
        acts = ACTS[self.low[at]]
        for letter, pattern in acts.patterns:
            if found := self._match(acts.form, letter, pattern, at, first):
                return found
        return None

    def _match(self, form: Form, letter: str, pattern: tuple[str, ...], at: int, first: int) -> Act | None:
        behind, before = pattern, ""
        if ITSELF in pattern:
            before, behind = pattern[0], pattern[pattern.index(ITSELF) + 1 :]
            if not self._opens_clause_with(before, first):
                return None
        place, slot, leading = at + 1, -1, at + 1
        for number, word in enumerate(behind):
            if word == SLOT:
                slot, end = place, self.phrase_end(place, self.body)
                if end == place:
                    return None
                place = next((k for k in range(place + 1, end) if self.low[k] == behind[number + 1]), end)
                continue
            found = self._next(word, place)
            if found < 0:
                return None
            if leading == place == found and word in LEADS and number + 1 < len(behind):
                leading = found + 1
            place = found + 1
        governs = behind[-1] in GOVERNING
        start = slot if slot >= 0 else place if governs else leading
        if governs and self.word(start) in ("", ",", ";", ":") and start not in self.opens:
            return None
        verb = Verb(form.verb.infinitive, "", frozenset(letter), "act")
        return Act(verb, start, place, letter == "u", bool(before) and letter == "l")

    def _next(self, sought: str, place: int) -> int:
        """The place of a word of the act: right there, or a noun behind what describes it; -1 if it is not there."""
        described = sought == ANY or sought not in GOVERNING
        for at in range(place, place + (DESCRIBED if described else 2)):
            low = self.word(at)
            if low == sought or (sought == ANY and low in REACTIONS):
                return at
            plain = low.isalpha() or "-" in low or is_possessive(low)
            if not plain or low in NO_NOUN or not (described or is_adverb(low)):
                return -1
        return -1

    def _opens_clause_with(self, noun: str, first: int) -> bool:
        """Whether the noun of an act is the head of what stands before its verb: "Sharp criticism of the plan came"."""
        for at in range(first - 1, max(self.first, first - 9) - 1, -1):
            low = self.word(at)
            if not low or low in w.FINITES or low == ",":
                return False
            if low == noun or (noun == ANY and low in REACTIONS):
                return at == first - 1 or self.word(at + 1) in ATTACHING
        return False

    def speaks(self, phrase: Range) -> bool:
        """Whether a phrase is a pronoun, a name, or has a noun for somebody who speaks or for a paper at its head."""
        first, after = phrase
        if after <= first:
            return False
        counted = next((k for k in range(first, after - 2) if self.low[k] in PARTITIVES), -1)
        if counted >= 0 and self.low[counted + 1] in w.OF:
            return self.speaks((counted + 2, after))
        low = self.low[first:after]
        if low[0] in VOICELESS or (low[0] in w.LONE_SUBJECTS and after - first == 1):
            return low[0] not in VOICELESS
        head = next((at for at in range(first + 1, after) if self.low[at] in HEAD_ENDS), after) - 1
        while head > first and not self.low[head][0].isalnum():
            head -= 1
        if head > first and self.low[head].endswith(w.ED):
            head -= 1  # "a letter signed by"
        noun, named = self.low[head], is_name(self.words[head])
        if noun in VOICES or noun.endswith(ROLE_ENDINGS) or (named and head > first):
            return True
        if any(noun.endswith(ending) and noun[: -len(ending)] in SPEAKING for ending in PLURALS):
            return True
        return named and not noun.endswith(THINGS + PLURALS)

    def is_thing(self, phrase: Range) -> bool:
        """Whether a phrase is a common noun with an article, or a plural without one, of which no list knows that it
        speaks: "the dam", "willow roots"."""
        first, after = phrase
        names = any(is_name(self.words[at]) for at in range(first + (first == self.first), after))
        common = self.low[first] in w.ARTICLES or (self.low[after - 1].endswith("s") and after - first > 1)
        return common and not names and not self.speaks(phrase)
