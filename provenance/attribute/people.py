"""The persons of a document: every place where one is named, in full or by surname, with the roles beside it.

A name is given name and surname, or what stands right behind a role or a title. Whoever is named once in full is
known by surname from then on, and before: a headline names people by half.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from provenance.attribute.lexis import GENERATIONS, SourceWords, by_noun, given_gender, given_names
from provenance.attribute.noun_phrases import (
    GENITIVES,
    PARTICLES,
    is_capital,
    is_club,
    is_shouted,
    without_genitive,
)
from provenance.attribute.realms import ANYWHERE, Realm, realm
from provenance.glyphs import QUOTES
from provenance.model import SourceType
from provenance.passage import Passage
from provenance.words import words as listed

_NOBILITY = listed("all", "names", "nobility")
_ONLY_IN_NAMES = listed("all", "names", "name_particles_only")
#: Particles behind which two surnames stand: "de Oliveira Prates".
_ROMANCE = listed("all", "names", "before_two_surnames")
#: What stands between two particles: "von und zu".
_BETWEEN = listed("all", "names", "between_particles")
#: Types of nouns of which no surname is made behind another.
BODY: frozenset[SourceType] = frozenset({"organisation", "government", "outlet"})
#: Letters of a surname that may be misspelt.
SHORTEST_SLIP = 5
#: So many words before a name a noun for kin stands.
KIN = 5
#: No name has more tokens.
LONGEST_NAME = 9
#: Parts of a name that has one surname.
FULL_NAME = 2
#: Tokens of a given name and of a nickname between marks behind it: "Hanna „Hanni“".
NICKNAMED = 4
#: Letters of a name whose genitive is told by its ending where the story has the name without it.
SHORTEST_GENITIVE = 4
#: The letter of a genitive without an apostrophe.
_GENITIVE = "s"
#: The letters in which "der Vorsitzende" and "ein Vorsitzender" differ.
_WEAK, _STRONG = "e", "r"
#: A role behind a comma is looked for in so many words.
BESIDE = 6
#: Share of words with a capital from which on a passage is in title case.
TITLE_CASE = 0.7
#: What in brackets behind a name is an age.
YOUNGEST, OLDEST = 5, 110
#: A bare role means one of so many persons, the latest mentioned.
IN_MIND = 50
#: Ends of compounds shorter than this name no role.
SHORTEST_ROLE = 5
#: Words from a role on in which it is said over what it is.
REALM = 6
#: Place in a document: number of the passage, number of the token.
Place = tuple[int, int]


@dataclass(slots=True)
class Person:
    """Somebody with a name, as far as the document tells."""

    name: tuple[str, ...]
    gender: str = ""
    roles: dict[str, None] = field(default_factory=dict)
    """Lower-case nouns, in order of appearance."""
    realms: dict[tuple[str, Realm], None] = field(default_factory=dict)
    """Of what each role was said to be one, in order of appearance."""
    number: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    """The full name as printed → how often."""

    @property
    def surname(self) -> str:
        return surname_of(self.name)

    @property
    def label(self) -> str:
        """The full name in the form printed most often, of equals the longest."""
        forms = self.forms.items()
        return max(forms, key=lambda form: (form[1], len(form[0])))[0] if forms else " ".join(self.name)


def surname_of(name: Sequence[str]) -> str:
    """The last part of a name that is no Jr. or III."""
    for part in reversed(name):
        if part.rstrip(".").lower() not in GENERATIONS:
            return part
    return name[-1]


def without_particle(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the particles that it begins with: "De la Tour" → "Tour"."""
    while len(name) > 1 and name[0].lower() in PARTICLES:
        name = name[1:]
    return name


def plain(word: str) -> str:
    """A word with its apostrophes made equal: "O’Hara" is "O'Hara"."""
    return word.replace("’", "'")


class People:
    """The persons of one document, looked up by name, and where they are mentioned."""

    def __init__(
        self,
        passages: Sequence[Passage],
        known: SourceWords,
        names: Sequence[tuple[str, ...]] = (),
        written: frozenset[str] = frozenset(),
    ) -> None:
        """`names` are names that phrases of speakers give, looked for everywhere in the document; `written` are its words
        with a capital."""
        self.passages, self.known, self._written = passages, known, written
        self._given: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            if len(name) > 1:
                self._given.setdefault(name[0].rstrip("."), []).append(name)
        self.persons: list[Person] = []
        self.places: list[Place] = []
        """Where somebody is mentioned, in order."""
        self.at: list[Person] = []
        """Who is mentioned there."""
        self._bearers: dict[str, Person] = {}
        """Surname or given name → the first who bears it."""
        self._full: dict[tuple[str, str], Person] = {}
        self._initials: dict[tuple[str, str], Person] = {}
        self._named_at: dict[str, tuple[list[Place], list[Person]]] = {}
        """Surname → the places where one of its bearers is named, and who."""
        self._by_role: dict[str, dict[int, Person]] = {}
        self._in_full: dict[Place, tuple[Person, int]] = {}
        """Place → who is named in full there, and the token behind the name."""
        self._beside_nouns: set[Place] = set()
        """Tokens of names that only describe a noun behind them."""
        self._read()
        for name in names:
            if len(name) == 1 and name[0] not in self._bearers:
                self.add(name)
        self._collect()

    def add(self, name: tuple[str, ...]) -> Person:
        """A person that nobody bore the name of before."""
        person = Person(name, number=len(self.persons))
        self.persons.append(person)
        self._index(person)
        return person

    def rename(self, person: Person, name: tuple[str, ...]) -> None:
        """Give a person a fuller name."""
        if len(name) > 1 == len(person.name):
            person.forms.clear()  # of the surname alone
        person.name = name
        self._index(person)

    def _index(self, person: Person) -> None:
        name, surname = tuple(map(plain, person.name)), plain(person.surname)
        self._bearers.setdefault(surname, person)
        if len(name) > 1:
            given = name[0].rstrip(".")
            self._full.setdefault((given, surname), person)
            self._initials.setdefault((given[0], surname), person)
            self._bearers.setdefault(given, person)
            second = name[1]
            own = second.isalpha() and second.lower() not in PARTICLES | _NOBILITY
            two = len(name) > FULL_NAME and given_gender(given) is not None and given_gender(second) is None
            if own and two:
                self._full.setdefault((second, surname), person)  # "Álvaro Ruiz Cabrera … Ruiz Cabrera"
                self._bearers.setdefault(second, person)
            person.gender = person.gender or given_gender(name[0]) or ""

    def named(self, name: tuple[str, ...], place: Place, gender: str = "") -> Person | None:
        """Who bears a name: the full one, or a part of it that somebody mentioned near bears."""
        name = tuple(map(plain, without_particle(name)))
        if len(name) == 1:
            return self._by_part(name[0], place, gender)
        given, surname = name[0].rstrip("."), surname_of(name)
        for last in (surname, surname[:-1] if surname.endswith("s") else surname):
            person = self._full.get((given, last))
            if person is None and (other := self._initials.get((given[0], last))):
                short = len(given) == 1 or len(other.name[0].rstrip(".")) == 1
                person = other if short else None
            if person is None and (other := self._bearers.get(last)) and len(other.name) == 1:
                person = other
            for middle in name[1:-1] if person is None else ():
                person = person or self._full.get((given, middle))  # "Jon Bon", who is Jon Bon Jovi
            if person is not None:
                return person
        if given_gender(name[0]) is None and surname in self._named_at:
            return self._by_part(surname, place, gender)  # "Youtuber Kehl"
        return None

    def _by_part(self, part: str, place: Place, gender: str) -> Person | None:
        for word in (part, part[:-1] if part.endswith("s") else part):
            if word in self._named_at:
                places, persons = self._named_at[word]
                number = max(bisect_right(places, place) - 1, 0)
                near = (
                    *reversed(persons[max(0, number - IN_MIND) : number + 1]),
                    *persons[number : number + IN_MIND],
                )
                return next((one for one in near if not gender or one.gender in ("", gender)), near[0])
            if word in self._bearers:
                return self._bearers[word]
        return None

    def misspelt(self, word: str) -> Person | None:
        """Whose surname a word is with one slip of the hand: letters doubled, swapped, left out or put in."""
        if len(word) < SHORTEST_SLIP:
            return None
        found = {
            person.number: person
            for person in self.persons
            if len(person.name) > 1 and _is_slip(plain(word), plain(person.surname))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def last_token(self, place: Place) -> int:
        """The last token of the name that is mentioned at a place."""
        _, after = self._in_full.get(place, (None, place[1] + 1))
        return after - 1

    def knows(self, surname: str) -> bool:
        """Whether a word is the surname of somebody in the document."""
        return plain(surname) in self._named_at

    def before(self, place: Place) -> Iterator[tuple[Place, Person]]:
        """Who is mentioned before a place, the latest first."""
        for number in range(bisect_left(self.places, place) - 1, -1, -1):
            yield self.places[number], self.at[number]

    def within(self, first: Place, after: Place) -> Sequence[tuple[Place, Person]]:
        """Who is mentioned between two places, and where."""
        here = slice(bisect_left(self.places, first), bisect_left(self.places, after))
        return list(zip(self.places[here], self.at[here], strict=True))

    def with_role(self, office: str, place: Place) -> Person | None:
        """Who bears a role: the one mentioned last before a place, else the only one of the document."""
        deputies = self.known.deputies
        for _, person in islice(self.before(place), IN_MIND):
            for role in islice(person.roles, IN_MIND):
                beside = office.startswith(deputies) != role.startswith(deputies)  # "Vize-Minister"
                if same_role(office, role) and not beside:
                    return person
        return None

    def only_one_with_role(self, office: str) -> Person | None:
        """Who alone in the document bears a role."""
        bearers = self._by_role.get(office, {})
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    # ------------------------------------------------------------------------------------------ reading

    def _read(self) -> None:
        for number, passage in enumerate(self.passages):
            at, size = 0, len(passage.words)
            starts = frozenset(first for first, _ in passage.sentences)
            titled = not self.known.capital_nouns and is_title_case(passage)
            while at < size:
                if not passage.words[at][0].isupper():
                    at += 1
                    continue
                after = max(self._said_name(passage, at), self._full_name(passage, at))
                if not titled:
                    after = after or self._beside_role(passage, at, at in starts)
                after = after or self._aged(passage, at)
                if after and self._describes(passage, at, after):
                    self._beside_nouns.update((number, token) for token in range(at, after))
                    at = after
                    continue
                if after:
                    name = self._parts(passage, at, after)
                    if name[0][0].isupper() and given_gender(name[0]) is None:
                        name = without_particle(name)
                    marked = after > at + NICKNAMED and passage.words[at + 1] in QUOTES
                    nickname = passage.words[at + 2] if marked else ""
                    person = (
                        self._full.get((nickname, surname_of(name)))
                        or self.named(name, (number, at))
                        or self.add(name)
                    )
                    if nickname:
                        self._full.setdefault((nickname, person.surname), person)
                    if len(name) > len(person.name):
                        self.rename(person, name)
                    printed = without_genitive(" ".join(passage.cut(at, after).split()))
                    if len(name[-1]) == 1 and passage.words[after : after + 1] == ["."]:
                        printed += "."  # "Lutz S."
                    if printed.endswith(name[-1] + _GENITIVE) and not printed.endswith(name[-1]):
                        printed = printed[:-1]  # "Jan Krolls Rede"
                    if len(name) > 1 or len(person.name) == 1:
                        person.forms[printed] = person.forms.get(printed, 0) + 1
                    self._in_full[number, at] = person, after
                    self._roles(passage, at, after, person)
                at = after or at + 1

    def _full_name(self, passage: Passage, at: int) -> int:
        """The token behind a given name with a surname that begin at a token; 0 for none."""
        words, lower = passage.words, passage.lower
        size = min(len(words), at + LONGEST_NAME)
        if at + 1 >= size or not words[at][0].isupper() or not self._opens_name(passage, at):
            return 0
        if is_shouted(words, at, at + 1) and not self.known.capital_nouns:
            return 0  # "MAX Police Chief"
        surname, number = 0, at + 1
        while number < size:
            word = words[number]
            if not surname and words[number] in QUOTES and number + 3 < size and words[number + 2] in QUOTES:
                number += 3  # "Hanna „Hanni“ Lund"
                continue
            if self._links(passage, number) and (not surname or word == "."):
                number += 1
                continue
            trade = lower[number] in self.known.trade_surnames
            if not is_capital(word) or not (trade or _may_be_surname(self.known, word, lower[number])):
                break
            if surname and self._is_body_behind(passage, number):
                break
            if surname and (
                surname - at > 3 or (self.known.capital_nouns and lower[surname - 2] not in _ROMANCE)
            ):
                break
            number += 1
            more = lower[number - 1] in given_names() and number < size and words[number][0].isupper()
            if surname or not more:
                surname = number
            if word.endswith(GENITIVES):
                return number
        if 0 < surname < size and words[surname] == "." and lower[surname - 1] in GENERATIONS:
            return surname + 1  # "Jr."
        return surname

    def _is_body_behind(self, passage: Passage, number: int) -> bool:
        """Whether a noun for a body or a programme stands behind a full name, which is no part of it: "the Ida Lund Show"."""
        lexicon, two = self.known.lexicon, " ".join(passage.lower[number : number + 2])
        if self.known.capital_nouns:
            return False
        kinds = {by_noun(passage.lower[number], lexicon), by_noun(two, lexicon)}
        return not kinds.isdisjoint(BODY) and passage.lower[number] not in self.known.trade_surnames

    def _describes(self, passage: Passage, at: int, after: int) -> bool:
        """Whether a name between an article and a noun is no person's: an employer's before a role, "an Ida Lund
        spokeswoman", or a thing's, "the Ida Lund TV show"."""
        lower, known = passage.lower, self.known
        if known.capital_nouns or not at or after >= len(lower):
            return False
        if lower[at - 1] in known.lexicon.definite:
            noun = after + (passage.words[after].isupper() and after + 1 < len(lower))
            small = passage.words[noun].islower() and lower[noun].isalpha()
            listed = lower[noun] in known.governing | known.relatives | known.coordinators | known.no_sources
            return noun > after and small and not listed
        role = any(known.is_role(word) for word in lower[after : after + 3])
        return lower[at - 1] in known.lexicon.indefinite and passage.words[after][0].islower() and role

    def _opens_name(self, passage: Passage, at: int) -> bool:
        word, lower = passage.words[at], passage.lower
        if lower[at] in given_names() or ("-" in word and given_gender(word) is not None):
            return True
        if lower[at + 1] not in _ONLY_IN_NAMES or not word.isalpha() or self.known.is_role(lower[at]):
            return False
        if lower[at] in self.known.coordinators:
            return False  # "Und da Lund kam"
        return _may_be_surname(self.known, word, lower[at]) and by_noun(lower[at], self.known.lexicon) is None

    def _links(self, passage: Passage, number: int) -> bool:
        """Whether a token stands within a name and is no part of it alone: initials, particles, titles of nobility."""
        words, lower = passage.words, passage.lower
        if words[number] == ".":
            return len(words[number - 1]) == 1 and words[number - 1].isupper()
        if len(words[number]) == 1 and words[number].isupper():
            return True
        before = lower[number - 1] in PARTICLES
        return (
            lower[number] in PARTICLES or lower[number] in _NOBILITY or (before and lower[number] in _BETWEEN)
        )

    def _said_name(self, passage: Passage, at: int) -> int:
        """The token behind a name that a speaker's phrase gives in full; 0 for none."""
        words = passage.words
        for name in self._given.get(words[at], ())[:IN_MIND]:
            number, part = at, 0
            while part < len(name) and number < len(words):
                if words[number] == ".":
                    number += 1
                elif without_genitive(words[number]) == name[part].rstrip("."):
                    number, part = number + 1, part + 1
                else:
                    break
            if part == len(name):
                pointed = name[-1].endswith(".") and number < len(words) and words[number] == "."
                return number + pointed
        return 0

    def _beside_role(self, passage: Passage, at: int, opens: bool) -> int:
        """The token behind two or three capitalised words that stand right behind a role or before one: "executive
        chair Marcelo Claure", "Marcelo Claure, chair of …"; 0 for none."""
        words, lower, known = passage.words, passage.lower, self.known
        number = at
        while number < len(words) and number < at + 3 and _names(known, words[number], lower[number]):
            number += 1
        if number < at + 2:
            return 0
        if at and known.is_role(lower[at - 1]) and words[at - 1].isalpha():
            return number
        if number + 2 < len(words) and words[number] == "," and not opens:
            behind = number + 1 + (lower[number + 1] in known.lexicon.articles)
            if known.is_role(lower[behind]) and number == at + 2:
                return number
        return 0

    def _aged(self, passage: Passage, at: int) -> int:
        """The token behind two capitalised words with an age in brackets, "Marzell Jansen (33)"; 0 for none."""
        words, lower, known = passage.words, passage.lower, self.known
        after = at + 2
        if after + 2 >= len(words) or words[after] != "(" or words[after + 2] != ")":
            return 0
        age = words[after + 1]
        if not age.isdigit() or not YOUNGEST <= int(age) <= OLDEST:
            return 0
        names = all(words[part].isalpha() and words[part][0].isupper() for part in (at, at + 1))
        listed = known.is_role(lower[at]) or known.is_title(lower[at]) or words[at].isupper()
        if not names or listed or by_noun(lower[at], known.lexicon) is not None:
            return 0
        return after if _may_be_surname(self.known, words[at + 1], lower[at + 1]) else 0

    def _parts(self, passage: Passage, first: int, after: int) -> tuple[str, ...]:
        parts: list[str] = []
        for word in passage.words[first:after]:
            if word == "." and parts:
                parts[-1] += "."
            else:
                parts.append(word)
        if any(part in QUOTES for part in parts):
            parts = [parts[0], *parts[NICKNAMED:]]
        last = without_genitive(parts[-1])
        owns = self.known.capital_nouns and after < len(passage.words) and passage.words[after][0].isupper()
        owns = owns and len(last) > SHORTEST_ROLE and given_gender(parts[0]) is not None
        bare = self.known.capital_nouns and last[:-1] in self._written
        if last.endswith(_GENITIVE) and len(last) > SHORTEST_GENITIVE and (owns or bare):
            last = last[:-1]  # "Jan Krolls Rede"
        return (*parts[:-1], last)

    def _roles(self, passage: Passage, first: int, after: int, person: Person) -> None:
        """The roles right before a name and behind the comma after it."""
        known, lower = self.known, passage.lower
        for at in range(first - 1, max(first - 4, -1), -1):
            word = lower[at].rstrip(".")
            if known.is_role(word) or known.is_demonym(word) or word in known.lexicon.titles:
                if known.second_to.isdisjoint(lower[max(at - 2, 0) : at]):
                    self.give(person, word)
                    self.say_of_what(person, passage.words, at)
            elif lower[at] not in known.coordinators and lower[at] not in (".", "-"):
                break
        if after < len(lower) and lower[after] == ",":
            for at in range(after + 1, min(after + 1 + BESIDE, len(lower))):
                if lower[at] in known.governing or not lower[at][0].isalnum():
                    break
                if known.is_role(lower[at]):
                    self.give(person, lower[at])
                    self.say_of_what(person, passage.words, at)
        self._predicated(passage, after, person)

    def _predicated(self, passage: Passage, after: int, person: Person) -> None:
        """The role that a name is said to have or to get: "Ida Lund ist Hafenmeisterin", "zur Leiterin gewählt"."""
        known, lower = self.known, passage.lower
        if after >= len(lower) or lower[after] not in known.makes_roles:
            return
        for at in range(after + 1, min(after + 1 + BESIDE, len(lower))):
            if known.is_role(lower[at]) and passage.words[at][0].isupper() == known.capital_nouns:
                self.give(person, lower[at])
                self.say_of_what(person, passage.words, at)
                return
            if not passage.words[at][0].islower() or lower[at] in known.governing:
                return

    def say_of_what(self, person: Person, words: Sequence[str], at: int) -> None:
        """Keep over what a person has a role, whose noun is one of some words."""
        found = realm(words[max(at - 1, 0) : at + REALM], min(at, 1), self.known)
        if found != ANYWHERE:
            person.realms.setdefault((words[at].lower().strip(",."), found))

    def give(self, person: Person, role: str) -> None:
        """Keep a role, or a form of address, of a person."""
        lexicon = self.known.lexicon
        role = self.known.short_offices.get(role, role)
        demonyms = self.known.demonyms
        role = role[:-1] if role[:-1] in demonyms and role not in demonyms else role  # "den Finnen"
        if role in lexicon.male_titles or role in lexicon.female_titles:
            person.gender = person.gender or ("m" if role in lexicon.male_titles else "f")
            return
        person.roles.setdefault(role)
        for size in (len(role), *range(SHORTEST_ROLE, len(role))):
            self._by_role.setdefault(role[-size:], {}).setdefault(person.number, person)
        if not person.gender and role.endswith(tuple(lexicon.female_offices)):
            person.gender = "f"

    def _collect(self) -> None:
        """Every mention in full and by surname, in reading order."""
        latest: dict[str, Person] = {}
        for number, passage in enumerate(self.passages):
            behind = 0
            for at, word in enumerate(passage.words):
                if at < behind or not word[0].isupper() or (number, at) in self._beside_nouns:
                    continue
                person, behind = self._in_full.get((number, at), (None, behind))
                if person is None:
                    key = plain(without_genitive(word))
                    for surname in (key, key[:-1] if key.endswith("s") else key):
                        person = latest.get(surname) or self._surnamed(surname)
                        if person is not None:
                            break
                    if person is None:
                        continue
                    if surname == key or not self.known.capital_nouns:  # "der Anwalt Linds" is somebody else
                        self._roles(passage, at, at + 1, person)
                bears = plain(person.surname)
                beside = self._is_kin(passage, at) and bears in latest
                latest[bears] = latest[bears] if beside else person
                self.places.append((number, at))
                self.at.append(person)
                if beside:
                    continue  # "his wife Ina Lund": a later "Lund" is himself
                places, persons = self._named_at.setdefault(bears, ([], []))
                places.append((number, at))
                persons.append(person)

    def _is_kin(self, passage: Passage, at: int) -> bool:
        """Whether a name stands right behind a noun for somebody's kin, who is brought in beside him: "mother of the
        victim Jon Lund"."""
        reach = range(at - 1, max(at - 1 - KIN, 0), -1)
        kin = next((n for n in reach if passage.lower[n] in self.known.kin), 0)
        opens = any(first in (kin, kin - 1) for first, _ in passage.sentences)  # "His wife Ina Lund said"
        return kin > 0 and not opens and all(word[0].isalpha() for word in passage.lower[kin:at])

    def _surnamed(self, word: str) -> Person | None:
        person = self._bearers.get(word)
        return person if person is not None and plain(person.surname) == word else None


def capitals(passages: Sequence[Passage]) -> frozenset[str]:
    """The words of a document that have a capital."""
    return frozenset(word for passage in passages for word in passage.words if word[0].isupper())


@lru_cache(maxsize=8192)
def _is_slip(word: str, surname: str) -> bool:
    """Whether two words are the same but for letters written twice, or for one letter or two that are swapped."""
    if word[0] != surname[0] or word == surname or not word.isalpha():
        return False
    once, other = (re.sub(r"(.)\1", r"\1", one.lower()) for one in (word, surname))
    if once == other:
        return True
    if len(once) == len(other):
        apart = [at for at in range(len(once)) if once[at] != other[at]]
        return len(apart) == 2 and [once[at] for at in apart] == [other[at] for at in reversed(apart)]
    short, long = sorted((once, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(2, len(short))
    )


@lru_cache(maxsize=8192)
def _may_be_surname(known: SourceWords, word: str, lower: str) -> bool:
    return not (
        (known.capital_nouns and is_club(word))
        or lower in known.lexicon.articles
        or lower in known.lexicon.pronouns
        or lower in known.no_sources
        or lower in known.no_surnames
        or (not known.capital_nouns and lower in known.generic_bodies)
        or (
            known.capital_nouns
            and (lower in known.lexicon.offices or by_noun(lower, known.lexicon) is not None)
        )
    )


@lru_cache(maxsize=8192)
def _names(known: SourceWords, word: str, lower: str) -> bool:
    """Whether a word may be part of a name beside a role: with a capital, and no role, title or kind itself."""
    return (
        word[0].isupper()
        and word.isalpha()
        and _may_be_surname(known, word, lower)
        and not known.is_role(lower)
        and not known.is_title(lower)
        and by_noun(lower, known.lexicon) is None
    )


def is_title_case(passage: Passage) -> bool:
    """Whether nearly all words have capitals, as headlines in English do: there a capital tells no name."""
    letters = [word for word in passage.words if word[0].isalpha()]
    return len(letters) > SHORTEST_ROLE and TITLE_CASE * len(letters) <= sum(map(is_capital, letters))


def same_role(office: str, role: str) -> bool:
    """Whether two nouns may mean one role: "minister" and "außenminister", "vorsitzender" and "vorsitzende"."""
    short, long = sorted((office, role), key=len)
    weak = short.endswith(_WEAK) and long.removesuffix(_STRONG).endswith(short)
    return (long.endswith(short) or weak) and (len(short) > 4 or short == long)
