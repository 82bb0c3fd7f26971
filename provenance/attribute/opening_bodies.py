"""Bodies found by their capitals and by where they open a sentence, mostly where only names have capitals.

"Norvale shuts its plant. … The company said": no list holds Norvale, but it opens the sentence and has its capital
elsewhere too. Short forms and states of two words are found the
same way, and names in capitals in any language.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from provenance.attribute.antecedents import MENTIONS_BACK, Antecedents, Role
from provenance.attribute.kinds import type_of
from provenance.attribute.lexis import SourceWords, by_noun
from provenance.attribute.noun_phrases import GENITIVES, without_genitive
from provenance.attribute.own_names import is_brand
from provenance.attribute.people import People, Place, is_title_case, same_role
from provenance.attribute.phrases import is_short, read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import Resolution
from provenance.languages import Range
from provenance.model import SourceType
from provenance.passage import Passage

#: Who may be "man" behind what it said.
BODIES: frozenset[SourceType] = frozenset({"organisation", "government", "metonym"})
#: What stands behind a dateline.
LONG_DASHES = frozenset("–—")
#: A dateline ends within so many words.
DATELINE = 10
#: A noun phrase that opens a sentence has its head among so many words.
LONGEST_BODY = 9
#: In so few sentences a company that was named goes before one that spoke.
NEARER = 2


class OpeningBodies(ABC):
    """The sources of a cast that open a sentence, or that their capitals mark."""

    passages: Sequence[Passage]
    known: SourceWords
    people: People
    antecedents: Antecedents
    _roles: dict[str, Role]
    _entities: dict[str, Role]
    _opened: Place = (0, 0)
    """Where the name stands that opened a sentence and was found last."""

    @abstractmethod
    def _entity(self, phrase: SourcePhrase, place: Place) -> Resolution:
        """The source that is no person behind a phrase."""

    def _explained(self, phrase: SourcePhrase) -> Role | None:
        """The body whose name the text writes out before its short form in brackets: "the Harbour Trust (HT)"."""
        home, words = self._short_forms.get(phrase.label, (0, (0, 0)))
        if words[0] == words[1]:
            return None
        found = read_phrase(self.passages[home], [words], self.known)
        if found is None or " " not in found.label:
            return None
        body = replace(found, name=(), offices=(), head=found.head or found.label.rpartition(" ")[2].lower())
        resolved = self._entity(replace(body, short=phrase.label), (home, words[0]))
        return self._roles[resolved.source] if resolved.source is not None else None

    @cached_property
    def _short_forms(self) -> dict[str, tuple[int, Range]]:
        """Short form in brackets → number of the passage and range of the words before it that it stands for."""
        found: dict[str, tuple[int, Range]] = {}
        for home, passage in enumerate(self.passages):
            words = passage.words
            for at in range(1, len(words) - 2):
                if words[at] == "(" and words[at + 2] == ")" and is_short(words[at + 1]):
                    first = self._written_out(words, at, words[at + 1])
                    if first < at:
                        found.setdefault(words[at + 1], (home, (first, at)))
        return found

    def _written_out(self, words: Sequence[str], end: int, short: str) -> int:
        """Where the words before `end` begin that a short form is made of by its first letters; `end` if none do."""
        letters = short.upper()
        for first in range(end - 1, max(end - 2 * len(letters) - 1, -1), -1):
            capitals = [word[0] for word in words[first:end] if word[0].isupper()]
            if not words[first][0].isupper() or len(capitals) < 2:
                continue
            if "".join(capitals) == letters:
                return first
        return end

    def _marked(self, place: Place, head: str) -> Role | None:
        """The one name before that its capitals mark as a company's, "WeWork … the company", or just before as a
        body's, "NASA … the agency"."""
        company, here = head in self.known.companies, self.antecedents.sentence(place)
        if self.known.capital_nouns and company:
            return None
        before = bisect_left(self._in_capitals, (place, ""))
        found: dict[str, Place] = {}
        for where, name in reversed(self._in_capitals[max(before - MENTIONS_BACK, 0) : before]):
            if not company and here - self.antecedents.sentence(where) > NEARER:
                break
            if is_brand(name) == company:
                found[name] = where
        if len(found) != 1:
            return None
        name, where = next(iter(found.items()))
        body = SourcePhrase(name, name, head=name.lower(), bare=True)
        if type_of(body, self.known) not in BODIES:
            return None
        resolved = self._entity(body, where)
        return self._roles[resolved.source] if resolved.source is not None else None

    @cached_property
    def _in_capitals(self) -> list[tuple[Place, str]]:
        """The words outside quotations that are written as companies and abbreviations are, and where, in order."""
        return [
            ((home, at), name)
            for home, passage in enumerate(self.passages)
            for at, name in enumerate(map(without_genitive, passage.words))
            if (is_brand(name) or (is_short(name) and len(name) > 2 and name.isupper()))
            and not passage.quoted(at)
            and name.lower() not in self.known.lexicon.metonyms
        ]

    def _country(self, phrase: SourcePhrase) -> Role | None:
        """The state of two words that the text names, by the first of them: "North Korea … the North"."""
        known, word = self.known, phrase.label
        if known.capital_nouns or " " in word or not word[:1].isupper() or not phrase.determiner:
            return None
        label = self._two_words.get(word, "")
        if not label:
            return None
        there = SourcePhrase(label, label, head=label.rpartition(" ")[2].lower(), bare=True)
        found = self._entity(there, (0, 0))
        return self._roles[found.source] if found.source is not None else None

    @cached_property
    def _two_words(self) -> dict[str, str]:
        """First word → the state of two words that the text names: "North" → "North Korea"."""
        return {
            first: f"{first} {second}"
            for passage in self.passages
            for first, second in pairwise(passage.words)
            if first[0].isupper()
            and second[0].isupper()
            and f"{first} {second}".lower() in self.known.countries
        }

    def _opening_name(self, place: Place, back: int = NEARER) -> Role | None:
        """The same where only names have capitals: "Norvale Cable will close its plant … the company"."""
        number, token = place
        for home in range(number, max(number - back, -1), -1):
            passage = self.passages[home]
            if is_title_case(passage):
                continue
            for first, end in reversed(passage.sentences):
                begin = self._behind_dateline(passage, first)
                at = begin + (passage.lower[begin] in self.known.lexicon.articles)
                if passage.lower[at] in self.known.governing:
                    continue  # "In Reno the council waits"
                if passage.lower[at] in self.known.shares and at + 2 < end:
                    at += 2 * (passage.lower[at + 1] in self.known.governing)  # "Shares in Norvale fell"
                after = at
                while (
                    after < len(passage.words)
                    and passage.words[after][0].isupper()
                    and not passage.quoted(after)
                    and not (after > at and passage.words[after - 1].endswith(GENITIVES))
                ):
                    after += 1
                if (home, after) >= (number, token) or not self._is_own_name(passage, at, after):
                    continue
                if after + 1 >= end:
                    continue  # a name alone: what is left of one that a point cut
                phrase = read_phrase(passage, [(at, after)], self.known)
                if (
                    phrase is None
                    or not (phrase.head or phrase.name)  # "When I": capitals, and nobody's
                    or phrase.offices
                    or self.people.named(phrase.name or (phrase.label,), place)
                ):
                    continue
                head = phrase.head or phrase.name[-1].lower()
                body = replace(phrase, name=(), head=head)
                if type_of(body, self.known) not in BODIES:
                    continue  # "The Valley Courier reported …": a paper is no ministry
                found = self._entity(body, (home, at))
                self._opened = (home, at)
                return self._roles[found.source] if found.source is not None else None
        return None

    def _opening_phrase(self, place: Place, head: str = "") -> Role | None:
        """The body whose noun with something beside it opened the sentence before; with `head` by that noun."""
        passage = self.passages[place[0]]
        number = bisect_left(passage.sentences, (place[1] + 1, 0)) - 2
        home = place[0]
        if number < 0:
            home -= 1
            if home < 0 or not self.passages[home].sentences:
                return None
            passage = self.passages[home]
            number = len(passage.sentences) - 1
        first, end = passage.sentences[number]
        if passage.lower[first] not in self.known.lexicon.definite:
            return None
        at = first + 1
        while at < min(end, first + LONGEST_BODY) and (
            passage.words[at][0].isalnum() or passage.words[at] in ".-"
        ):
            noun = passage.lower[at]
            fits = same_role(noun, head) if head else by_noun(noun, self.known.lexicon) in BODIES
            if fits and (at > first + 1 or not head):
                phrase = read_phrase(passage, [(first, self._with_field(passage, at + 1, end))], self.known)
                if (
                    phrase is None
                    or phrase.name
                    or phrase.offices
                    or type_of(phrase, self.known) not in BODIES
                ):
                    return None
                found = self._entity(phrase, (home, first))
                self._opened = (home, first)
                return self._roles[found.source] if found.source is not None else None
            at += 1
        return None

    def _with_field(self, passage: Passage, after: int, end: int) -> int:
        """The end of a body's name with what it is for: "the ministry of health", "the Department of Public Works"."""
        if after + 1 >= end or passage.lower[after] not in self.known.governing:
            return after
        behind = after + 1
        while behind < end and passage.words[behind][0].isupper():
            behind += 1
        return max(behind, after + 2) if passage.words[after + 1][0].isalpha() else after

    def _behind_dateline(self, passage: Passage, first: int) -> int:
        """Where a sentence begins behind "LUTTON, Iowa (AP) — "."""
        for at in range(first, min(first + DATELINE, len(passage.words) - 1)):
            if passage.words[at] in LONG_DASHES:
                return at + 1
        return first

    def _is_own_name(self, passage: Passage, first: int, after: int) -> bool:
        """Whether capitals that open a sentence are a name: several, or one that has its capital elsewhere too."""
        if after - first > 1:
            return all(word.isalpha() or word.endswith(GENITIVES) for word in passage.words[first:after])
        word = without_genitive(passage.words[first])
        inner = any(letter.isupper() for letter in word[1:]) and not word.isupper()  # "Bio-Colk", "WeWork"
        return after == first + 1 and (inner or word in self._capitals)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """Words that are names by their capitals: behind a small word once, or twice and never small, no plurals."""
        inner: set[str] = set()
        counts: Counter[str] = Counter()
        small: set[str] = set()
        for passage in self.passages:
            counts.update(word for word in passage.words if word[0].isupper())
            small.update(word for word in passage.words if word[0].islower())
            inner.update(
                word for before, word in pairwise(passage.words) if word[0].isupper() and before[0].islower()
            )
            counts.update(word[:-2] for word in passage.words if word.endswith(GENITIVES))
        known = self.known
        twice = {
            word
            for word, count in counts.items()
            if count > 1
            and word.lower() not in small | known.no_sources | known.lexicon.articles
            and word.lower() not in known.lexicon.pronouns
            and not word.lower().endswith(known.plurals)
        }
        return frozenset(inner | twice)
