"""Whom a pronoun or a bare role may mean: who was spoken of before, the nearest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from provenance.attribute.lexis import SourceWords
from provenance.attribute.noun_phrases import GENITIVES
from provenance.attribute.people import People, Person, Place
from provenance.attribute.records import SourcePhrase
from provenance.languages import Range
from provenance.model import SourceType
from provenance.passage import Passage

#: Sentences back in which a pronoun's antecedent is looked for, and mentions looked at.
SENTENCES_BACK = 4
MENTIONS_BACK = 60
#: Paragraphs over which who spoke last may still be meant, however long his quotation was.
PARAGRAPHS_BACK = 2
#: In sentences: how far a mention that is not the first of its sentence, one in a quotation, or one of unknown
#: gender is set back, how near the one who spoke last is, and how near two candidates may come before both are shown.
NOT_FIRST, IN_QUOTES, UNKNOWN_GENDER, SPOKE_LAST, CLOSE = 0.5, 1.0, 0.4, 0.9, 0.6
#: How far a mention behind a pronoun that cannot mean it is set back, and one in a genitive; and so many words before
#: a mention are looked at for such a pronoun.
BEHIND_PRONOUN, OWNER, REACH = 2.0, 0.5, 40
#: How far one behind a preposition is, and so many words with roles stand between the two; the ending of a genitive.
GOVERNED, ROLES_BEFORE, OWNS = 1.0, 4, "s"
#: Unnamed sources that are one person, of whom a pronoun may mean one of the last few.
HOLDERS: frozenset[SourceType] = frozenset({"office", "person"})
HOLDERS_BACK = 4
#: Sentences in which a role may mean whoever was spoken of last.
NEAR = 2
#: Words of a credit before the name in it.
CREDIT = 4


@dataclass(slots=True)
class Role:
    """A source that the cast keeps while it is read."""

    id: str
    label: str
    kind: SourceType
    phrase: SourcePhrase
    person: Person | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: int = 0
    last: Place = (0, 0)


class Antecedents:
    """Antecedents in one document."""

    def __init__(self, passages: Sequence[Passage], people: People, known: SourceWords) -> None:
        self.passages, self.people, self.known = passages, people, known
        self._counts = [0]
        """Sentences before each passage, as far as they were asked for."""

    def only_one_near(self, phrase: SourcePhrase, place: Place) -> Person | None:
        """ "die Historikerin", "the Florida senator": who was spoken of last, if nobody else was in reach; never by a
        role that brings in somebody beside him."""
        if phrase.determiner not in self.known.lexicon.definite or phrase.head in self.known.relatives_of:
            return None
        here, found = self.sentence(place), {}
        for where, person in islice(self.people.before(place), MENTIONS_BACK):
            if here - self.sentence(where) > NEAR:
                break
            if self.passages[where[0]].quoted(where[1]):
                continue  # who is named in a quotation is spoken of
            if self._is_called(phrase.head, where, person):
                return None
            if not phrase.gender or person.gender in ("", phrase.gender):
                found[person.number] = person
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_called(self, head: str, where: Place, person: Person) -> bool:
        """Whether a noun that opens the sentence of a mention is somebody else: "Die Leiterin traf Petra Sand"."""
        passage, known = self.passages[where[0]], self.known
        first = passage.sentences[bisect_right(passage.sentences, where[1], key=_first) - 1][0]
        if where[1] < first + 3 or head in person.roles or passage.lower[first + 1] != head:
            return False
        apart = passage.words[first + 2].islower() and passage.lower[first + 2] not in known.makes_roles
        return apart and passage.lower[first] in known.lexicon.articles

    def ranked(
        self,
        gender: str,
        place: Place,
        last: Role | None,
        entities: dict[str, Role],
        said: tuple[int, Sequence[Range]],
    ) -> list[tuple[float, Person | Role]]:
        """Persons and unnamed holders whom a pronoun may mean, with their distance in sentences, the nearest first.

        `last` is who spoke last, `entities` are the sources that are no named persons, the latest at the end, `said`
        the passage and the words that the pronoun is the speaker of: whoever is named in them is somebody else
        ("Lind habe gelogen, sagte er": principle C of binding, Chomsky 1981).
        """
        found: dict[str, tuple[float, Person | Role]] = {}
        here = self.sentence(place)
        seen = list(islice(self.people.before(place), MENTIONS_BACK))
        firsts = {
            self.sentence(where): where
            for where, _ in seen
            if not (self.passages[where[0]].quoted(where[1]) or self._is_governed(where))
        }
        for where, person in seen:
            sentence = self.sentence(where)
            if here - sentence > SENTENCES_BACK:
                break
            if (person.gender and person.gender != gender) or self.is_credited(where):
                continue
            if where[0] == said[0] and any(first <= where[1] < after for first, after in said[1]):
                continue
            score = float(here - sentence)
            score += 0.0 if firsts.get(sentence) == where else NOT_FIRST
            score += IN_QUOTES if self.passages[where[0]].quoted(where[1]) else 0.0
            score += 0.0 if person.gender else UNKNOWN_GENDER
            score += BEHIND_PRONOUN if self._behind_pronoun(where, gender) else 0.0
            score += OWNER if self.owns(where, person) else 0.0
            score += GOVERNED if self._is_governed(where) else 0.0
            score -= SPOKE_LAST if last is not None and person is last.person else 0.0
            if person.label not in found or score < found[person.label][0]:
                found[person.label] = score, person
        for role in islice(reversed(entities.values()), HOLDERS_BACK):
            distance = here - self.sentence(role.last)
            if role.kind in HOLDERS and distance <= SENTENCES_BACK and role.phrase.gender in ("", gender):
                found[role.id] = distance - (SPOKE_LAST if role is last else 0.0), role
        known = last.person if last is not None else None
        if (
            last is not None
            and known is not None
            and known.gender in ("", gender)
            and place[0] - last.last[0] <= PARAGRAPHS_BACK
        ):
            found.setdefault(known.label, (float(SENTENCES_BACK), known))
        return sorted(found.values(), key=lambda entry: (entry[0], entry[1].label))

    def _behind_pronoun(self, where: Place, gender: str) -> bool:
        """Whether a pronoun of a gender stands before a mention in its sentence, so that it means somebody else:
        "he was seen with Lund"."""
        passage, at = self.passages[where[0]], where[1]
        first = passage.sentences[bisect_right(passage.sentences, at, key=_first) - 1][0]
        pronouns, subjects = self.known.lexicon.pronouns, self.known.subject_pronouns
        return any(
            passage.lower[token] in subjects
            and pronouns.get(passage.lower[token]) == gender
            and not passage.quoted(token)
            for token in range(max(first, at - REACH), at)
        )

    def is_credited(self, where: Place) -> bool:
        """Whether a mention stands in brackets behind who made a picture: "(Photo by Ida Lund)"."""
        words, at = self.passages[where[0]].lower, where[1]
        made = not self.known.capital_nouns and at > 1 and words[at - 1] in self.known.governing
        return made and "(" in words[max(at - CREDIT, 0) : at - 1]

    def _is_governed(self, where: Place) -> bool:
        """Whether a mention hangs on a preposition, so that the sentence is about somebody else: "gewann gegen den Finnen
        Lund"; where common nouns have capitals."""
        passage, at = self.passages[where[0]], where[1]
        for before in range(at - 1, max(at - ROLES_BEFORE, -1), -1):
            word = passage.lower[before]
            if word in self.known.governing:
                return self.known.capital_nouns and word not in self.known.agents
            if word not in self.known.lexicon.articles and not self.known.is_role(word):
                break
        return False

    def owns(self, where: Place, person: Person) -> bool:
        """Whether a mention is a genitive, "Lund’s", "Lunds", and no part of what is spoken about."""
        word = self.passages[where[0]].words[self.people.last_token(where)]
        return word.endswith(GENITIVES) or (self.known.capital_nouns and word == person.surname + OWNS)

    def opening(self, place: Place) -> Place:
        """Where the sentence of a place opens."""
        sentences = self.passages[place[0]].sentences
        return place[0], sentences[bisect_right(sentences, place[1], key=_first) - 1][0]

    def sentence(self, place: Place) -> int:
        """Number of a place's sentence in the document."""
        passage = self.passages[place[0]]
        return self._before(place[0]) + bisect_right(passage.sentences, place[1], key=_first) - 1

    def _before(self, number: int) -> int:
        while len(self._counts) <= number:
            at = len(self._counts)
            self._counts.append(self._counts[-1] + len(self.passages[at - 1].sentences))
        return self._counts[number]


def _first(sentence: Range) -> int:
    return sentence[0]
