"""The name in a source's phrase that is the speaker's own, with the role before it.

A name is known by a given name in it, by the role or title right before it, or because the phrase is nothing else;
one that hangs on a preposition or a genitive is somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from provenance.attribute.lexis import GENERATIONS, by_noun, given_gender
from provenance.attribute.nominative import is_adjective, is_quantity, nominative
from provenance.attribute.noun_phrases import COMPANY, GENITIVES, PARTICLES, PhraseWords, is_club, is_shouted
from provenance.attribute.records import SourcePhrase
from provenance.glyphs import APOSTROPHES
from provenance.model import SourceType
from provenance.words import words as listed

_OPEN_PARTICLES = listed("all", "names", "open_particles")
_ONLY_IN_NAMES = listed("all", "names", "name_particles_only")
_NOBILITY, _BETWEEN = listed("all", "names", "nobility"), listed("all", "names", "between_particles")
_PREPOSITIONS = listed("all", "names", "preposition_particles")
#: Beginnings of surnames with a capital within.
_PREFIXES = tuple(prefix.lower() for prefix in listed("all", "names", "inner_capitals"))


Strength = Literal["given", "role", "bare"]
#: Nouns for what nobody is by office, though they end as an office does: "Aufsichtsrat".
BODIES: frozenset[SourceType] = frozenset({"organisation", "agency"})
#: Words of a name that no list holds.
FULL_NAME = 2
#: The letter of a genitive without an apostrophe.
_GENITIVE = "s"
#: Letters of an abbreviation of a role: MP, CEO.
LONGEST_SHORT = 4
#: What makes a name, the surest first.
_STRONG: tuple[Strength, ...] = ("given", "role")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row; `start`: where the name in them begins."""

    first: int
    after: int
    start: int
    strength: Strength
    """What makes it a name: a given name in it, a role before it, or nothing else beside it."""
    governed: bool
    owner: bool
    """It carries a genitive and owns what follows."""


class NameReader(PhraseWords):
    """Finds a person's own name in the tokens of a noun phrase."""

    def own_name(self, runs: Sequence[Run], tokens: Sequence[int], determiner: str) -> Run | None:
        runs = [run for run in runs if not self._is_joined(run, tokens)]
        own = [run for run in runs if not run.governed and (not run.owner or run.after == len(tokens))]
        own = [run for run in own if not self._is_masthead_of(run, tokens, determiner)]
        if len(own) > 1 and own[-1].strength == "role" and self._is_employer(own[-2], own[-1], tokens):
            return own[-1]  # "Falk Center director Lund"
        for strength in _STRONG:
            for run in own:
                if run.strength == strength:
                    return run
        named = len(runs) == 2 and runs[0].owner and not runs[0].governed
        if named and runs[1].first == runs[0].after and len(own) == 1:
            run = own[0]  # "the Washington Post’s Ishaan Tharoor"
            return run if run.after - run.first > 1 and self._may_be_name(tokens, run) else None
        if not determiner and runs and self._comes_from(runs, tokens):
            return runs[0]  # "Ida Lund von Greenpeace"
        if determiner or len(runs) != 1 or not own:
            return None
        run = own[0]
        whole = run.first == 0 and run.after == len(tokens)
        return run if whole and self._may_be_name(tokens, run) else None

    def owns_role(self, run: Run, tokens: Sequence[int]) -> bool:
        """Whether a name is the genitive before somebody's role: "Otto Linds Anwältin"."""
        return self.known.capital_nouns and any(
            self.known.is_role(self.lower[tokens[number]])
            and self.words[tokens[number - 1]].endswith(_GENITIVE)
            and self.lower[tokens[number]] not in _NOBILITY | self.known.trade_surnames
            for number in range(run.start + 1, run.after)
        )

    def _is_joined(self, run: Run, tokens: Sequence[int]) -> bool:
        """Whether a run is a part of a company's name: "Everett & Sons"."""
        beside = (run.first - 1, run.after)
        return any(0 <= at < len(tokens) and self.words[tokens[at]] in COMPANY for at in beside)

    def _is_masthead_of(self, run: Run, tokens: Sequence[int], determiner: str) -> bool:
        """Whether capitals behind an article are a paper's or a body's name, with a given name in it or not: "the San Carlo
        Courier", "the Ida Lund Foundation"."""
        last = self.lower[tokens[run.after - 1]]
        whole = determiner in self.lexicon.definite and run.first == 0 and run.after - run.first > 1
        body = run.after - run.first > FULL_NAME and last in self.known.generic_bodies
        kind = by_noun(last, self.lexicon)
        return whole and not self.known.capital_nouns and (body or kind == "outlet")

    def _is_employer(self, first: Run, second: Run, tokens: Sequence[int]) -> bool:
        """Whether nothing but small words for a role stands between a body's name and who bears the role."""
        between = [self.lower[at] for at in tokens[first.after : second.first]]
        return not self.known.capital_nouns and bool(between) and all(map(self._is_role_before_name, between))

    def _comes_from(self, runs: Sequence[Run], tokens: Sequence[int]) -> bool:
        """Whether a phrase is a name of two words and from where its bearer is."""
        first = runs[0]
        return (
            first.first == 0
            and first.after == FULL_NAME
            and first.after < len(tokens)
            and self.lower[tokens[first.after]] in self.known.made_by
            and self._may_be_name(tokens, first)
        )

    def person(self, run: Run, tokens: Sequence[int], determiner: str) -> SourcePhrase:
        after = run.after
        first = run.start
        for number in range(run.start + 2, run.after):
            noun = self.lower[tokens[number]]
            follows = self.known.is_role(noun) and noun not in _NOBILITY | self.known.trade_surnames
            follows = follows or self._is_next_name(tokens, number, run.after)
            if self.known.capital_nouns and follows:
                after = number
                break
        parts = self._parts(tokens[first:after])
        before = list(tokens[:first])
        if before and len(parts) == 1 and self.lower[before[-1]] in self.known.part_of_name:
            parts = [self.words[before[-1]], *parts]  # "Papst Anselm"
        offices = tuple(
            self.lower[at].rstrip(".")
            for at in before
            if self.known.is_role(self.lower[at]) or self.known.is_title(self.lower[at])
        )
        owner = bool(before) and self.words[before[-1]].endswith(GENITIVES)
        role = "" if owner else self._role([at for at in before if not self._is_address(at)], determiner)
        return SourcePhrase(
            "",
            " ".join(parts),
            tuple(parts),
            role,
            offices,
            determiner=determiner,
            gender=self._gender(parts, offices, before, determiner),
            party=self.party(before),
            employer=self.printed(before) if owner else self.employer(before),
            bare=not before and not determiner,
        )

    def _is_next_name(self, tokens: Sequence[int], number: int, after: int) -> bool:
        """Whether somebody else's name begins: "laut Trainer Pep Lund Erling Sand": the second is what follows."""
        before = tokens[number - 1]
        whole = given_gender(self.words[before]) is None and self.lower[before] not in PARTICLES
        return whole and number + 1 < after and given_gender(self.words[tokens[number]]) is not None

    def runs(self, tokens: Sequence[int]) -> Iterator[Run]:
        """The capitalised stretches, with initials and particles in them."""
        number = 0
        while number < len(tokens):
            if not self.capital(tokens[number]):
                number += 1
                continue
            first = number
            number += 1
            owner = self.words[tokens[first]].endswith(GENITIVES)
            while number < len(tokens) and not owner and self._in_name(tokens, first, number):
                owner = self.words[tokens[number]].endswith(GENITIVES)
                number += 1
            while number - 1 > first and self.lower[tokens[number - 1]] in PARTICLES:
                number -= 1
            owner = owner or self._owns(tokens, number)
            yield self._run(tokens, first, number, owner)
            number = max(number, first + 1)

    def _owns(self, tokens: Sequence[int], behind: int) -> bool:
        """Whether an apostrophe alone makes a genitive of what ends before it: "Eric Adams' spokesman"."""
        return (
            not self.known.capital_nouns
            and behind + 1 < len(tokens)
            and self.words[tokens[behind]] in APOSTROPHES
            and self.lower[tokens[behind - 1]].endswith("s")
        )

    def _in_name(self, tokens: Sequence[int], first: int, number: int) -> bool:
        """Whether a token goes on with the run that begins at `first`."""
        at, before = tokens[number], tokens[number - 1]
        word, lower = self.words[at], self.lower[at]
        if word == ".":
            short = self.words[before]
            return (
                (len(short) == 1 and short.isupper())
                or self.known.is_title(short.lower())
                or short.lower() in GENERATIONS
            )
        if self.capital(at):
            return True
        if lower in _BETWEEN and number + 1 < len(tokens) and self.lower[tokens[number + 1]] in PARTICLES:
            return self.lower[before] in PARTICLES  # "von und zu"
        if lower in PARTICLES and number + 1 < len(tokens):
            if self.lower[before] in _NOBILITY or self.lower[before] in _BETWEEN:
                return True
            if lower in self.lexicon.articles and self.lower[before] not in _OPEN_PARTICLES:
                return False
            named = (
                given_gender(self.words[before]) is not None
                or (number - first == 1 and not self._is_role_before_name(self.lower[before]))
                or self.lower[before] in _OPEN_PARTICLES
            )
            return named or lower not in _PREPOSITIONS
        return False

    def _run(self, tokens: Sequence[int], first: int, after: int, owner: bool) -> Run:
        start = first
        strength: Strength = "bare"
        if self._is_abbreviated(tokens, first, after):
            return Run(first, after, start, strength, self._governed(tokens, first), owner)
        given = self._given(tokens, first, after)
        if given >= 0:
            start, strength = given, "given"
            while (
                start - 2 >= first
                and self.words[tokens[start - 1]] == "."
                and len(self.words[tokens[start - 2]]) == 1
            ):
                start -= 2
            while start - 2 >= first and self._is_patronymic(tokens[start - 2], tokens[start - 1]):
                start -= 2  # "Tamim bin Khalid al-Mansur"
            if self._is_unlisted_given(tokens, first, start, after):
                start = first  # "water minister Zuva Fatima Orlik"
        else:
            for number in range(after - 2, first - 1, -1):
                if self._is_role_before_name(self.lower[tokens[number]]):
                    if by_noun(self.lower[tokens[number + 1]], self.lexicon) and not self.known.capital_nouns:
                        break  # "the Republican Party"
                    last = self.lower[tokens[after - 1]]
                    if (
                        number + 2 < after
                        and last in self.known.generic_bodies
                        and not self.known.capital_nouns
                    ):
                        break  # "the Republican National Committee"
                    if number + 2 == after and self._is_titled(tokens[number], tokens[number + 1]):
                        break  # "der Vorsitzende Richter"
                    start = number + 1
                    while start < after and not self.words[tokens[start]][0].isalpha():
                        start += 1
                    strength = "role" if start < after else "bare"
                    break
        if strength == "bare" and self._is_behind_nameless(tokens, first, after):
            start, strength = first + 1, "role"
        if (
            strength == "bare"
            and first
            and self.lower[tokens[first - 1]]
            and (
                self.known.is_role(self.lower[tokens[first - 1]])
                or self.known.is_title(self.lower[tokens[first - 1]])
            )
        ):
            strength = "role"
        if (
            (
                strength == "bare"
                and first
                and after == len(tokens)
                and after - first > 1
                and not self.known.capital_nouns
            )
            and self._is_plain_noun(tokens[first - 1])
            and not any(self.lower[at] in self.known.governing for at in tokens[:first])
        ):
            strength = "role"
        between = [self.lower[tokens[number]] for number in range(first, min(start, after))]
        governed = self._governed(tokens, first) and all(map(self._bears_name, filter(_is_word, between)))
        return Run(first, after, min(start, after - 1), strength, governed, owner)

    def _is_behind_nameless(self, tokens: Sequence[int], first: int, after: int) -> bool:
        """Whether two capitals of no list stand behind a body that has no name of its own, and name the holder whose body
        it is: "der Vizechef der Verwaltung Bomil Krasak"."""
        if after - first != FULL_NAME + 1 or not self.lower[tokens[first]].endswith(
            self.known.nameless_bodies
        ):
            return False
        names = tokens[first + 1 : after]
        plain = all(
            self.words[at].istitle() and by_noun(self.lower[at], self.lexicon) is None for at in names
        )
        holder = any(self.known.is_role(self.lower[at]) for at in tokens[:first])
        return holder and plain and not any(map(self._is_no_part, names))

    def _is_no_part(self, at: int) -> bool:
        """Whether a capital is a place, a quantity or an adjective of a body's name: "Bad", "Freie"."""
        word, lower = self.words[at], self.lower[at]
        listed = lower in self.known.no_sources or lower in self.known.countries
        listed = listed or lower in self.known.place_parts
        return listed or is_quantity(lower, self.known.code) or is_adjective(word, self.known.code)

    def _is_patronymic(self, name: int, particle: int) -> bool:
        """Whether a given name is the father's, behind a name that no list may hold and what joins the two."""
        joined = self.lower[particle] in _ONLY_IN_NAMES
        return joined and self.capital(name) and not self._is_role_before_name(self.lower[name])

    def _is_abbreviated(self, tokens: Sequence[int], first: int, after: int) -> bool:
        """Whether capitals end in a role's abbreviation, or are one beside a small noun: no name is in them. "the
        Conservative MP", "royal PR aides"."""
        word = self.words[tokens[after - 1]]
        if self.known.capital_nouns or not (word.isupper() and 1 < len(word) <= LONGEST_SHORT):
            return False
        ends = after == len(tokens)
        if ends:
            return self.known.is_role(word.lower()) and not self.known.is_title(word.lower())
        return after - first == 1 and first > 0 and self.words[tokens[after]].islower()

    def _is_unlisted_given(self, tokens: Sequence[int], first: int, start: int, after: int) -> bool:
        """Whether the one capital between a small word for a role and a given name with a surname is a given name too,
        though no list holds it."""
        if self.known.capital_nouns or not first or start != first + 1 or after != start + 2:
            return False
        before, name = self.lower[tokens[first - 1]], tokens[first]
        role = self.known.is_role(before) and self.words[tokens[first - 1]].islower()
        plain = self.words[name].istitle() and not self._is_role_before_name(self.lower[name])
        country = self.lower[name] in self.known.countries
        return role and plain and not country and by_noun(self.lower[name], self.lexicon) is None

    def _is_titled(self, adjective: int, role: int) -> bool:
        """Whether a capitalised adjective belongs to the title of a role."""
        return is_adjective(self.words[adjective], self.known.code) and self.known.is_role(self.lower[role])

    def _is_plain_noun(self, at: int) -> bool:
        """Whether a small word before a name may be a trade: "talk radio host", and no noun of a body or a kind."""
        word = self.lower[at]
        listed = word in self.lexicon.articles or word in self.known.governing or self.is_classifier(word)
        plain = word.isalpha() or self.is_compound_adjective(self.words[at])
        return plain and not listed and by_noun(word, self.lexicon) is None

    def _given(self, tokens: Sequence[int], first: int, after: int) -> int:
        """Where a given name with something behind it begins, behind the last role in the run; -1 for none."""
        found = -1
        for number in range(first, after - 1):
            initial = self._has_initial(tokens, number, after)
            if given_gender(self.words[tokens[number]]) is None and not initial:
                continue
            if is_shouted(self.words, tokens[number], tokens[number + 1]) and not self.known.capital_nouns:
                continue  # "MAX Police"
            behind = tokens[number + (3 if initial else 1)]
            named = self._may_be_surname(behind) or self.lower[behind] in PARTICLES
            if not named or (self.known.is_role(self.lower[behind]) and number + 2 < after):
                continue
            if found < 0 or any(self.known.is_role(self.lower[at]) for at in tokens[found + 1 : number]):
                found = number
        return found

    def _has_initial(self, tokens: Sequence[int], number: int, after: int) -> bool:
        """Whether a word and a surname have an initial with its point between them: "Sonya A. Lind"."""
        if self.known.capital_nouns or number + 3 >= after:
            return False
        words = [self.words[tokens[at]] for at in range(number, number + 4)]
        plain = (
            len(words[0]) > 1 and not words[0].isupper() and not self._is_role_before_name(words[0].lower())
        )
        return (
            plain
            and len(words[1]) == 1
            and words[1].isupper()
            and words[2] == "."
            and len(words[3]) > 1
            and words[3].isalpha()
        )

    def _may_be_surname(self, at: int) -> bool:
        if not self.capital(at) or (self.known.capital_nouns and is_club(self.words[at])):
            return False
        return (
            (not self.known.capital_nouns and self.lower[at] not in self.known.generic_bodies)
            or given_gender(self.words[at]) is not None
            or self.lower[at] in self.known.trade_surnames
            or by_noun(self.lower[at], self.lexicon) is None
        )

    def _bears_name(self, word: str) -> bool:
        """Whether a noun before a name is its bearer's role: "des Ministers Otto Berg", not "des Aufsichtsrats Otto Berg"."""
        body = by_noun(word, self.lexicon) in BODIES and self.known.capital_nouns
        return self._is_role_before_name(word) and not body

    def _is_role_before_name(self, word: str) -> bool:
        return (
            self.known.is_role(word)
            or self.known.is_title(word)
            or (len(word) > 5 and given_gender(word) is None and word.endswith(self.known.role_endings))
        )

    def _governed(self, tokens: Sequence[int], first: int) -> bool:
        if not first:
            return False
        before = self.lower[tokens[first - 1]]
        if before in self.known.governing:
            return True
        articles = self.lexicon.definite | self.lexicon.indefinite
        if before in self.lexicon.articles and not self.known.capital_nouns and before not in articles:
            return self._governed(tokens, first - 1)  # "Detective Senior Sergeant Ina Lund"
        if before in self.lexicon.articles or before in self.known.governing_articles:
            return first > 1
        return (
            first > 1
            and self.words[tokens[first - 1]][0].islower()
            and not self.known.is_role(before)
            and not self.known.is_title(before)
            and any(self.lower[tokens[number]] in self.known.governing for number in range(first))
        )

    def _may_be_name(self, tokens: Sequence[int], run: Run) -> bool:
        """Whether capitalised words that are the whole phrase may be a person's: no acronym, no listed noun."""
        words = [self.words[tokens[number]] for number in range(run.first, run.after)]
        if any(word[0].isdigit() for word in words) or all(
            word.isupper() and len(word) > 1 for word in words
        ):
            return False
        last = words[-1].lower()
        if len(words) > 1 and self.is_classifier(words[0].lower()):
            return False  # "Modemarke Tiermann"
        if last in self.known.no_sources or words[0].lower() in self.known.no_sources:
            return False
        if " ".join(words).lower() in self.known.countries or words[-1].lower() in self.known.countries:
            return False
        if len(words) > 1 and self.known.capital_nouns and self._is_no_pair(words):
            return False
        if self.known.is_role(last) or last.endswith(self.known.agent_reports) or any(map(is_brand, words)):
            return False
        return not any(
            by_noun(word.lower(), self.lexicon) or word.lower() in self.known.countries for word in words
        )

    def _is_no_pair(self, words: Sequence[str]) -> bool:
        """Whether words with capitals, of which no list knows a given name, are a common noun with its adjective or a club:
        "Finanzielle Unabhängigkeit", "Einige Anwohner", "Hertha BSC"."""
        first, last = words[0].lower(), words[-1]
        common = last.lower().endswith(self.lexicon.abstract_endings) or is_quantity(first, self.known.code)
        return common or (is_club(last) and not words[0].isupper())

    def _role(self, tokens: Sequence[int], determiner: str) -> str:
        """A role as one would print it beside a name: nominative, with what hangs on it."""
        if not tokens:
            return ""
        words = [self.words[at] for at in tokens]
        return self.joined(nominative(words, self.head(tokens), determiner, self.known.code)[0], tokens)

    def _parts(self, tokens: Sequence[int]) -> list[str]:
        """The words of a name, initials with their points, without a genitive's ending."""
        parts: list[str] = []
        for at in tokens:
            word = self.words[at]
            if word == "." and parts:
                parts[-1] += "."
            elif word[0].isalnum():
                parts.append(word)
        while len(parts) > 1 and parts[-1].lower() in PARTICLES:
            parts.pop()
        if parts and parts[-1].endswith(GENITIVES):
            parts[-1] = parts[-1][:-2]
        if (
            parts
            and parts[-1].endswith(".")
            and parts[-1][:-1].lower() not in GENERATIONS
            and len(parts[-1]) > 2
        ):
            parts[-1] = parts[-1][:-1]
        return parts

    def _is_address(self, at: int) -> bool:
        lower = self.lower[at - (self.words[at] == ".")]
        address = lower in self.lexicon.male_titles or lower in self.lexicon.female_titles
        return address or (self.known.is_title(lower) and lower in self.known.academic)

    def _gender(
        self, parts: Sequence[str], offices: Sequence[str], before: Sequence[int], determiner: str
    ) -> str:
        lexicon = self.lexicon
        lowered = {self.lower[at].rstrip(".") for at in before}
        if lowered & lexicon.male_titles:
            return "m"
        if lowered & lexicon.female_titles:
            return "f"
        given = given_gender(parts[0]) if len(parts) > 1 else None
        return given or self.gender_of_role(offices, determiner)


def _is_word(token: str) -> bool:
    """Whether a token is no mark: "ministers", "cdu-fraktion"."""
    return token[0].isalpha()


def is_brand(word: str) -> bool:
    """Whether a word has a capital within, as companies write themselves: WeWork, MarketAxess; McCain is a name."""
    inner = [
        number
        for number, glyph in enumerate(word)
        if number and glyph.isupper() and word[number - 1].islower()
    ]
    return bool(inner) and not word.lower().startswith(_PREFIXES)
