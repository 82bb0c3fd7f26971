"""Whom a pronoun means in the cast of a story: "sie", "beide", "man", "eigene", and what a relative stands for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from provenance.attribute.antecedents import CLOSE, MENTIONS_BACK, NOT_FIRST, Role
from provenance.attribute.bodies import GOES_ON, Bodies
from provenance.attribute.lexis import by_noun
from provenance.attribute.nominative import gender_of_noun
from provenance.attribute.nouns import NounsBefore, noun_ending_at
from provenance.attribute.opening_bodies import BODIES
from provenance.attribute.people import Person, Place
from provenance.attribute.phrases import read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import NOBODY, Resolution, Way
from provenance.languages import Draft, Range
from provenance.model import SourceType

#: Who may be several.
SEVERAL: frozenset[SourceType] = frozenset({"crowd", "anonymous", "office", "organisation", "government"})
#: In sentences, farther than any antecedent.
FARTHEST = 99.0
#: Sentences back in which several are named together; tokens of a bracket behind a name.
PAIR_BACK, BRACKET = 2, 8
#: Members of a pair.
TWO = 2


class Pronouns(Bodies):
    """The sources of a cast, looked for by a pronoun."""

    nouns: NounsBefore
    _last: Role | None

    @abstractmethod
    def _whom(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution:
        """The source behind any phrase."""

    @abstractmethod
    def _holder(self, phrase: SourcePhrase, place: Place) -> Resolution | None:
        """The source behind a role."""

    @abstractmethod
    def _stood_for(
        self, phrase: SourcePhrase, place: Place, said: tuple[int, Sequence[Range]] = (0, ())
    ) -> Resolution | None:
        """The source behind a noun by which nobody is brought in."""

    @abstractmethod
    def _together(self, phrase: SourcePhrase, place: Place) -> Resolution:
        """The one source that several are."""

    @abstractmethod
    def _role_of(self, person: Person, phrase: SourcePhrase) -> Role:
        """A person as a source."""

    @abstractmethod
    def _said(
        self, role: Role, phrase: SourcePhrase, place: Place, way: Way, rivals: tuple[str, ...] = ()
    ) -> Resolution:
        """That a source speaks, by the words that name it."""

    def cue(self, draft: Draft) -> list[str]:
        """The words of a draft's cue in lower case."""
        lower = self.passages[draft.home].lower
        return [lower[at] for first, after in draft.cue for at in range(first, after)]

    def _pronoun(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution:
        known, word = self.known, phrase.pronoun
        if word in known.first_person:
            return NOBODY
        gender = known.lexicon.pronouns.get(word, "")
        if word in known.both:
            return self._both(phrase, place)
        if word in known.lexicon.own:
            return self._himself(place, draft)
        if word in known.lexicon.impersonal:
            return self._one(phrase, place, draft)
        if gender == "n" or (gender == "p" and word in known.group_pronouns):
            return self._thing_before(phrase, place, plural=gender == "p")
        if gender == "p":
            return NOBODY
        if gender == "f" and known.lexicon.feminine_articles:
            if self._cue_is_plural(draft):
                return self._several_before(phrase, place)
            body = self._last
            if (
                body is not None
                and body.person is None
                and gender_of_noun(body.phrase.classifier or body.phrase.head, known.code) == "f"
            ) and not any(True for where, _ in islice(self.people.before(place), 1) if where > body.last):
                return self._said(body, phrase, place, "spoken of again")
        said = (draft.passage, draft.content)
        ranked = self.antecedents.ranked(gender, place, self._last, self._entities, said)
        thing = self._noun_before(gender, place, ranked[0][0] if ranked else FARTHEST, said)
        if thing is not None or not ranked:
            return thing or NOBODY
        best = ranked[0]
        rivals = tuple(one.label for score, one in ranked[1:] if score - best[0] < CLOSE)
        role = best[1] if isinstance(best[1], Role) else self._role_of(best[1], phrase)
        return self._said(role, phrase, place, "pronoun", rivals[:2])

    def _relative(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution | None:
        """ "eine Entscheidung des Gerichts, der zufolge": what stands right before the comma; None for no relative."""
        passage, at = self.passages[place[0]], place[1]
        if phrase.pronoun not in self.known.relatives or not at:
            return None
        antecedent = draft.himself
        if antecedent is None and passage.words[at - 1] == ",":
            antecedent = noun_ending_at(passage, at - 1, self.known)
        if antecedent is None:
            return None
        found = read_phrase(passage, [antecedent], self.known)
        person = self.known.lexicon.pronouns.get(phrase.pronoun) == "p"  # "who" is nothing but people
        if found is None or found.pronoun or not (person or self._can_speak(found)):
            return NOBODY
        return self._whom(found, (place[0], antecedent[0]), draft)

    def _can_speak(self, phrase: SourcePhrase) -> bool:
        """Whether a phrase names somebody, or its head is a noun for a holder, a body, a document or a group."""
        named = bool(phrase.name or phrase.members or phrase.offices) or phrase.bare
        return (
            named
            or self.known.capital_nouns
            or by_noun(phrase.head, self.known.lexicon) is not None
            or phrase.head in self.known.lexicon.persons
            or any(phrase.head.removesuffix(end) in self.known.companies for end in self.known.plurals)
        )

    def _both(self, phrase: SourcePhrase, place: Place) -> Resolution:
        """ "Beide": the two persons who were spoken of last, if nobody else was in reach."""
        last = self._last
        if last is not None and len(last.phrase.members) == TWO:
            return self._said(last, phrase, place, "spoken of again")
        here, found = self.antecedents.sentence(place), dict[int, Person]()
        for where, person in islice(self.people.before(place), MENTIONS_BACK):
            if here - self.antecedents.sentence(where) > GOES_ON:
                break
            if not self.antecedents.owns(where, person):
                found.setdefault(person.number, person)
        if len(found) != TWO:
            return NOBODY
        second, first = found.values()
        members = tuple(SourcePhrase("", one.label, one.name, gender=one.gender) for one in (first, second))
        joint = next(iter(self.known.joint))
        return self._together(replace(phrase, pronoun="", members=members, joint=joint), place)

    def _noun_before(
        self, gender: str, place: Place, reach: float, said: tuple[int, Sequence[Range]] = (0, ())
    ) -> Resolution | None:
        """The holder or body that a noun before means, if it is nearer than `reach` sentences; none of what is said."""
        for back, opens, number, phrase in self.nouns.of(place, gender):
            if number == said[0] and any(start <= phrase[0] < end for start, end in said[1]):
                continue  # "Die Polizei sei zu spät gekommen, fügte sie hinzu"
            if back + (0.0 if opens else NOT_FIRST) >= reach:
                return None
            found = read_phrase(self.passages[number], [phrase], self.known)
            if found is not None and not found.name and not found.pronoun:
                there = (number, phrase[0])
                whom = self._holder(found, there) if found.offices and gender != "p" else None
                whom = whom or self._stood_for(found, there) or self._entity(found, there)
                return replace(whom, way="spoken of again")
        return None

    def _several_before(self, phrase: SourcePhrase, place: Place) -> Resolution:
        """Whom "sie" of several means: those who are named together before, a group, or the bodies that spoke."""
        named, reach = self._named_together(place)
        group = self._noun_before("p", place, reach if named else FARTHEST)
        if group is None and named:
            members = tuple(SourcePhrase("", one.label, one.name, gender=one.gender) for one in named)
            joint = next(iter(self.known.joint))
            return self._together(replace(phrase, pronoun="", members=members, joint=joint), place)
        return group or self._thing_before(phrase, place, plural=True)

    def _named_together(self, place: Place) -> tuple[list[Person], float]:
        """The persons whose names "und" joins in the nearest sentence before a place, as those it is about, and how many
        sentences back that is; before any group where they name one behind its comma."""
        here, chain = self.antecedents.sentence(place), list[tuple[Place, Person]]()
        for where, person in islice(self.people.before(place), MENTIONS_BACK):
            back = here - self.antecedents.sentence(where)
            if back > PAIR_BACK:
                break
            if self.passages[where[0]].quoted(where[1]) or back == 0:
                continue
            if chain and not self._joins(where, chain[-1][0]):
                if len(chain) > 1:
                    break
                chain.clear()
            chain.append((where, person))
        if len(chain) < TWO or len({person.number for _, person in chain}) < len(chain):
            return [], 0.0
        first, comma = chain[-1][0], self._opens_chain(chain[-1][0])
        reach = float(here - self.antecedents.sentence(first))
        return ([person for _, person in reversed(chain)], reach - comma) if comma >= 0 else ([], 0.0)

    def _joins(self, first: Place, second: Place) -> bool:
        """Whether nothing but a comma or "und", brackets and roles stands between two names."""
        if first[0] != second[0]:
            return False
        passage, at = self.passages[first[0]], self.people.last_token(first) + 1
        joined = False
        while at < second[1]:
            word = passage.lower[at]
            if word == "(" and ")" in passage.lower[at : at + BRACKET]:
                at = passage.lower.index(")", at) + 1
                continue
            joins = word == "," or word in self.known.coordinators
            joined, role = joined or joins, self.known.is_role(word) or word in self.known.lexicon.definite
            if not (joins or role):
                return False
            at += 1
        return joined

    def _opens_chain(self, first: Place) -> int:
        """Where names that are joined begin: 0 at the head of their sentence, 1 behind the comma of a group; else -1."""
        passage, at = self.passages[first[0]], first[1]
        while at and (
            self.known.is_role(passage.lower[at - 1]) or self.known.is_title(passage.lower[at - 1])
        ):
            at -= 1
        if any(start == at for start, _ in passage.sentences):
            return 0
        before = passage.lower[at - 1]
        article = before in self.known.lexicon.definite and any(
            start == at - 1 for start, _ in passage.sentences
        )
        return 0 if article else 1 if before == "," else -1

    def _cue_is_plural(self, draft: Draft) -> bool:
        cue = self.cue(draft)
        if not cue and draft.speaker:  # an act of speech: the verb stands beside its pronoun
            passage, at = self.passages[draft.speaker_home], draft.speaker[0][0]
            opens = any(first == at for first, _ in passage.sentences)
            cue = [passage.lower[min(at + 1, len(passage.lower) - 1) if opens else at - 1]]
        return bool(cue) and cue[0].endswith(self.known.plural_verbs)

    def _thing_before(self, phrase: SourcePhrase, place: Place, *, plural: bool) -> Resolution:
        """What "it" or "they" mean: the body or the group that spoke last; never a person by "it"."""
        inflected = bool(self.known.lexicon.feminine_articles)
        if not plural and not self.known.capital_nouns:
            spoke = next(reversed(self._entities.values()), None)
            opened = self._opening_phrase(place)
            if opened is not None and (spoke is None or spoke.last < self._opened):
                return self._said(opened, phrase, place, "spoken of again")
            if spoke is not None:
                self._entities[spoke.id] = self._entities.pop(spoke.id)  # it spoke later
        for role in islice(reversed(self._entities.values()), 3):
            if plural and inflected and role.kind not in SEVERAL and not role.phrase.members:
                continue  # "die Zeitung" is no plural
            if plural and role.kind == "document":
                continue
            if role.last < place and (plural or role.kind not in ("office", "crowd", "anonymous")):
                return self._said(role, phrase, place, "spoken of again")
        return NOBODY

    def _one(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution:
        """ "man": who rules in the place beside it ("in Moskau hat man"), or the body that spoke last in the
        paragraph."""
        passage, lexicon = self.passages[draft.home], self.known.lexicon
        for first, after in draft.frame:
            for at in range(first + 1, after):
                if (
                    passage.lower[at] in lexicon.metonyms
                    and passage.lower[at - 1] in lexicon.place_prepositions
                ):
                    there = SourcePhrase(passage.words[at], passage.words[at], head=passage.lower[at])
                    return self._entity(there, place)
        last = self._last
        if last is not None and last.last[0] == place[0] and last.kind in BODIES:
            return Resolution(last.id, "pronoun")
        return NOBODY

    def _himself(self, place: Place, draft: Draft) -> Resolution:
        """ "Nach eigenen Angaben kaufte er die Daten": who the clause is about, else who spoke last."""
        if draft.himself is None:
            return self._as_last(place)
        subject = read_phrase(self.passages[draft.speaker_home], [draft.himself], self.known)
        if subject is None or subject.pronoun in self.known.lexicon.own:
            return NOBODY
        return self._whom(subject, (draft.speaker_home, draft.himself[0]), draft)

    def _as_last(self, place: Place) -> Resolution:
        return Resolution(self._last.id, "pronoun") if self._last is not None else NOBODY
