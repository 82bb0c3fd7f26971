"""Whom a role without a name means in the cast of a story: "der Minister", "die 43-Jährige", "the judge"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from provenance.attribute.antecedents import CLOSE, MENTIONS_BACK, Role
from provenance.attribute.bodies import GOES_ON
from provenance.attribute.commons import CommonNouns
from provenance.attribute.kinds import is_group
from provenance.attribute.lexis import by_noun
from provenance.attribute.nominative import gender_of_noun
from provenance.attribute.people import Person, Place, same_role
from provenance.attribute.pronouns import Pronouns
from provenance.attribute.realms import realm_of
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import Resolution
from provenance.languages import Range

#: The headline is one of so many first passages.
HEAD = 5
#: Paragraphs over which a role may mean whoever spoke.
DESCRIBED = 4
#: A headline or a lead may name by role whom the text names later.
LEAD = 2
#: The person whom a role means where nouns have no gender is no further away, in sentences as a pronoun's antecedent is.
ABOUT = 1.0
GENDERS = ("m", "f")


class Holders(Pronouns):
    """The sources of a cast, looked for by a role."""

    _last_person: Role | None
    """The named person who spoke last."""

    @cached_property
    def _commons(self) -> CommonNouns:
        return CommonNouns(self.passages, self.known)

    def _holder(self, phrase: SourcePhrase, place: Place) -> Resolution | None:
        """Whom "der Minister" or "the judge" means: the latest person or unnamed holder whom the words allow."""
        lexicon, head = self.known.lexicon, phrase.head
        headline = place[0] < LEAD
        one = phrase.determiner in lexicon.indefinite
        if head not in phrase.offices or phrase.owner or self._is_many(phrase) or (one and not headline):
            return None
        if phrase.employer:
            _, _, behind = phrase.text.lower().partition(f"{head} ")
            if behind.partition(" ")[0] in lexicon.indefinite:
                return None  # "der Manager eines anderen Verlags"
        office = self.known.short_offices.get(head, head)
        former = not self.known.former.isdisjoint(phrase.label.lower().split())
        person = None if one or former else self.people.with_role(office, place)
        if (
            person is not None
            and phrase.gender
            and person.gender
            and person.gender != phrase.gender
            and lexicon.feminine_articles
        ):
            person = None
        if person is None and not (one or former):
            others = self._other_words(head)
            found = (self.people.with_role(other, place) for other in others)
            person = next((bearer for bearer in found if bearer is not None), None)
        person = person or (None if one or former else self._of_department(head, phrase.gender))
        person = None if person is not None and self._is_of_another(person, phrase) else person
        unnamed = None if one else self._unnamed(phrase, place)
        if unnamed is not None and (person is None or not self._nearer(person, unnamed, place)):
            return self._said(unnamed, phrase, place, "spoken of again")
        if person is None and (headline or not one):
            person = self.people.only_one_with_role(head) if headline else None
            if person is not None and not self._is_of_another(person, phrase):
                return self._said(self._role_of(person, phrase), phrase, place, "role ahead")
            person = None
        own = self.known.is_demonym(head) and self._commons.first_use(head) < place  # "Ein Hamburger kam"
        if person is None and not one and not own:
            near = self.antecedents.only_one_near(phrase, place)
            person = near or self._still(phrase, place) or self._described(phrase, place)
            other = person is not None and (
                self._has_other_office(person, head) or self._is_of_another(person, phrase)
            )
            person = None if other else person
            if person is not None:
                self.people.give(person, head)
        if person is None:
            return None
        return self._said(self._role_of(person, phrase), phrase, place, "role")

    def _other_words(self, head: str) -> list[str]:
        """What else a holder may have been called: "regierungschef" → "kanzler", "un-chef" → "un-generalsekretär"."""
        epithets = self.known.epithets
        body, hyphen, role = head.rpartition("-")
        if head in epithets or not body:
            return epithets.get(head, "").split()
        return [body + hyphen + other for other in epithets.get(hyphen + role, "").split()]

    def _has_other_office(self, person: Person, head: str) -> bool:
        """Whether a person is known by an office beside which nobody has that of a noun: "Sprecher", "Bürgermeister"."""
        deputies, single = self.known.deputies, self.known.single_offices
        if head.startswith(deputies):
            return any(head.endswith(role) and head != role for role in person.roles)
        office = max((end for end in single if head.endswith(end)), key=len, default="")
        return bool(office) and any(
            role.endswith(single) and not role.endswith(office) for role in person.roles
        )

    def _is_of_another(self, person: Person, phrase: SourcePhrase) -> bool:
        """Whether a phrase says that its office is over another country or body than a person's: "der russische Präsident"
        after "US-Präsident Lind"."""
        here = realm_of(phrase, self.known)
        there = [over for role, over in person.realms if same_role(phrase.head, role)]
        return bool(there) and all(here.is_another(one) for one in there)

    def _of_department(self, head: str, gender: str) -> Person | None:
        """ "die Frauenministerin": who alone of the story is minister, of whatever department the text said."""
        base = next((end for end in self.known.departments if head.endswith(end) and head != end), "")
        deputy = head.startswith(self.known.deputies)
        person = self.people.only_one_with_role(base) if base and not deputy else None
        return person if person is not None and person.gender in ("", gender or person.gender) else None

    def _is_many(self, phrase: SourcePhrase) -> bool:
        """Whether a role that has one form for one and for several stands for several: "Angaben der Winzer", not "der
        Winzer" nor "des Winzers"."""
        if self.known.is_demonym(phrase.head) and is_group(phrase.head, phrase.determiner, self.known):
            return True  # "Die Hamburger"
        if phrase.head not in self.known.lexicon.crowds:
            return False
        lexicon, article = self.known.lexicon, phrase.determiner
        man = (
            article in lexicon.masculine_articles | self.known.genitive_articles
            and article in lexicon.definite
        )
        opens = article in self.known.oblique or phrase.text.lower().startswith(f"{article} ")
        return phrase.several or not (man and opens)

    def _just_unnamed(self, phrase: SourcePhrase, place: Place) -> Role | None:
        """ "Ein früherer Ingenieur sagte … Der Mann sagte": the unnamed person who was brought in and spoke just now."""
        last = self._last
        if last is None or last.kind not in ("office", "anonymous"):
            return None
        new = last.phrase.determiner in self.known.lexicon.indefinite
        near = self.antecedents.sentence(place) - self.antecedents.sentence(last.last) <= 1
        man = gender_of_noun(phrase.head, self.known.code)
        return last if new and near and last.phrase.gender in ("", man) else None

    def _is_somebody(self, phrase: SourcePhrase) -> bool:
        """Whether a phrase is nothing but "the man", which brings in nobody where nouns have no gender."""
        known = self.known
        definite = phrase.determiner in known.lexicon.definite and phrase.label.lower() == phrase.head
        return not known.capital_nouns and definite and phrase.head in known.lexicon.persons

    def _man(self, phrase: SourcePhrase, place: Place) -> Resolution | None:
        """ "The man told them": the only person who was named just before."""
        person = self.antecedents.only_one_near(phrase, place)
        return self._said(self._role_of(person, phrase), phrase, place, "role") if person else None

    def _still(self, phrase: SourcePhrase, place: Place) -> Person | None:
        """ "so der Experte": who spoke last, by a role that anyone who knows has, or where he has none yet."""
        last = self._last
        person = last.person if last is not None else None
        if last is None or person is None or phrase.determiner not in self.known.lexicon.definite:
            return None
        near = self.antecedents.sentence(place) - self.antecedents.sentence(last.last) <= GOES_ON
        knows = phrase.head.endswith(tuple(self.known.generic_roles))
        fits = knows and (not phrase.gender or person.gender in ("", phrase.gender))
        return person if near and fits and not phrase.employer else None

    def _stood_for(
        self, phrase: SourcePhrase, place: Place, said: tuple[int, Sequence[Range]] = (0, ())
    ) -> Resolution | None:
        """ "sagte der Hamburger", "der Stürmer": a noun by which nobody is brought in means whom the sentences before are
        about; who fits as well is shown."""
        known, head = self.known, phrase.head
        one = phrase.determiner in known.lexicon.definite and phrase.label.lower() == head and phrase.offices
        nation = known.is_demonym(head)
        if not one or self._is_many(phrase) or not (nation or head.endswith(known.stand_ins)):
            return None
        if self._commons.first_use(head) < place:
            return None
        gender = "f" if head.endswith(tuple(known.lexicon.female_offices)) else "m"
        ranked = [
            (score, one)
            for score, one in self.antecedents.ranked(gender, place, self._last, {}, said)
            if isinstance(one, Person) and not (nation and any(map(known.is_demonym, one.roles)))
        ]
        if not ranked:
            return None
        score, person = ranked[0]
        rivals = tuple(other.label for at, other in ranked[1:] if at - score < CLOSE)
        self.people.give(person, head)
        return self._said(self._role_of(person, phrase), phrase, place, "role", rivals[:2])

    def _portrayed(self, phrase: SourcePhrase, place: Place) -> Person | None:
        """ "der Rentner", "die Studentin": whoever alone was named just before, if the text has not brought in one."""
        if not self.known.capital_nouns or self._commons.first_use(phrase.head) < place:
            return None
        return self.antecedents.only_one_near(phrase, place) or self._described(phrase, place)

    def _described(self, phrase: SourcePhrase, place: Place) -> Person | None:
        """ "die Juristin", "der Bundestrainer": a role that nobody of the story bears is the person's who spoke last, or whom
        the headline names, if nobody else of that gender was named since; never one that brings in somebody else."""
        known = self.known
        if (
            phrase.determiner not in known.lexicon.definite
            or phrase.head in known.relatives_of
            or phrase.employer
        ):
            return None
        if known.capital_nouns and by_noun(phrase.head, known.lexicon) is not None:
            return None
        if self._commons.first_use(phrase.head) < place:
            return None  # somebody of his own: "Die Leiterin traf Petra Sand"
        if not known.capital_nouns and (person := self._subject_before(phrase.gender, place)) is not None:
            return person
        last = self._last_person
        for where, one in islice(self.people.before(place), MENTIONS_BACK):
            if self.passages[where[0]].quoted(where[1]) or (
                one.gender and phrase.gender not in ("", one.gender)
            ):
                continue
            far = DESCRIBED if known.capital_nouns else 1
            spoke = last is not None and last.person is one and place[0] - last.last[0] <= far
            return one if spoke or (known.capital_nouns and one is self._in_headline) else None
        return None

    def _subject_before(self, gender: str, place: Place) -> Person | None:
        """The person whom the sentences before are about, by far more than anybody else: "Lind met Holm. The senator …"."""
        opening = self.antecedents.opening(place)
        found = {
            one.number: (score, one)
            for sex in ((gender,) if gender else GENDERS)
            for score, one in self.antecedents.ranked(sex, opening, self._last, {}, (place[0], ()))
            if isinstance(one, Person)
        }
        ranked = sorted(found.values(), key=lambda entry: entry[0])[:2]
        if not ranked or ranked[0][0] > ABOUT:
            return None
        clear = len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= CLOSE
        return ranked[0][1] if clear else None

    @cached_property
    def _in_headline(self) -> Person | None:
        """The one person whom the headline names."""
        heads = [n for n, passage in enumerate(self.passages[:HEAD]) if passage.block.kind == "headline"]
        named = {one.number: one for n in heads for _, one in self.people.within((n, 0), (n + 1, 0))}
        return next(iter(named.values())) if len(named) == 1 else None

    def _aged(self, phrase: SourcePhrase, place: Place) -> Resolution:
        """ "die 43-Jährige": the nearest person before, of the article's gender where it tells."""
        lexicon, article = self.known.lexicon, phrase.determiner
        gender = (
            "m"
            if article in lexicon.masculine_articles
            else "f"
            if article in lexicon.feminine_articles
            else ""
        )
        for _, person in islice(self.people.before(place), MENTIONS_BACK):
            if not gender or person.gender in ("", gender):
                return self._said(self._role_of(person, phrase), phrase, place, "role")
        return self._entity(phrase, place)

    def _unnamed(self, phrase: SourcePhrase, place: Place) -> Role | None:
        head, here = phrase.head, realm_of(phrase, self.known)
        for role in islice(reversed(self._entities.values()), MENTIONS_BACK):
            if (
                role.kind in ("office", "anonymous", "crowd")
                and role.last < place
                and same_role(head, role.phrase.head)
                and not here.is_another(realm_of(role.phrase, self.known))
            ):
                return role
        return None

    def _nearer(self, person: Person, role: Role, place: Place) -> bool:
        """Whether a person was mentioned after an unnamed holder spoke."""
        for where, one in islice(self.people.before(place), MENTIONS_BACK):
            if where < role.last:
                return False
            if one is person:
                return True
        return False
