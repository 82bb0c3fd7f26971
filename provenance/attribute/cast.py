"""The cast of one story: whom each speaker's words mean, in reading order, and how sure that is.

Full and short names, roles, pronouns and bodies that are spoken of again are joined to the nearest fitting
antecedent. Where the words allow two, both are kept; where they allow none, nobody is named.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from provenance.attribute.antecedents import (
    CLOSE,
    HOLDERS_BACK,
    MENTIONS_BACK,
    NOT_FIRST,
    Antecedents,
    Role,
)
from provenance.attribute.kinds import type_of
from provenance.attribute.lexis import SourceWords, given_gender
from provenance.attribute.nominative import gender_of_noun
from provenance.attribute.nouns import fuller_before, named_companies, nouns_before
from provenance.attribute.people import People, Person, Place, same_role
from provenance.attribute.phrases import is_short, read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import NOBODY, Resolution, Way
from provenance.languages import Draft, Range
from provenance.model import Source, SourceType
from provenance.passage import Passage

#: Who may be "man" behind what it said.
BODIES: frozenset[SourceType] = frozenset({"organisation", "government", "metonym"})
#: Who goes on speaking in "hieß es weiter", and over how many sentences.
GOING_ON: frozenset[SourceType] = frozenset({"organisation", "government", "document", "outlet", "anonymous"})
GOES_ON = 3
#: In sentences, farther than any antecedent.
FARTHEST = 99.0
#: A headline or a lead may name by role whom the text names later.
LEAD = 2


class Cast:
    """The sources of one document, met in reading order."""

    def __init__(
        self, document: str, passages: Sequence[Passage], known: SourceWords, drafts: Sequence[Draft]
    ) -> None:
        """`drafts` are those that will be resolved: the names in them are known before the first is."""
        self.document, self.passages, self.known = document, passages, known
        self._phrases: dict[tuple[int, Range], SourcePhrase | None] = {}
        for draft in drafts:
            if draft.speaker and (draft.speaker_home, draft.speaker[0]) not in self._phrases:
                phrase = read_phrase(passages[draft.speaker_home], draft.speaker, known)
                self._phrases[draft.speaker_home, draft.speaker[0]] = phrase
        self.people = People(passages, known, self._names())
        self.antecedents = Antecedents(passages, self.people, known)
        self._roles: dict[str, Role] = {}
        self._by_person: dict[int, Role] = {}
        self._by_label: dict[tuple[str, SourceType], Role] = {}
        self._entities: dict[str, Role] = {}
        """Sources that are no persons by their ids, in the order of their last mention."""
        self._numbers: dict[str, int] = {}
        self._spoken: dict[tuple[int, Range], Resolution] = {}
        self._companies: list[tuple[int, Range]] | None = None
        """Where a noun names a company, in order; None until it is asked for."""
        self._last: Role | None = None
        self._last_words: tuple[int, tuple[Range, ...]] = (0, ())

    def _names(self) -> list[tuple[str, ...]]:
        """The names that the speakers' phrases give for certain: in full, behind a role, or a given name alone."""
        phrases = [phrase for phrase in self._phrases.values() if phrase is not None]
        members = [member for phrase in phrases for member in (phrase, *phrase.members)]
        return list(
            dict.fromkeys(
                member.name
                for member in members
                if len(member.name) > 1 or (member.name and (member.offices or given_gender(member.name[0])))
            )
        )

    # ------------------------------------------------------------------------------------------ what comes out

    def resolve(self, draft: Draft) -> Resolution:
        """Whom the speaker of a draft means; drafts come in reading order."""
        if not draft.speaker:
            return self._goes_on(draft) if draft.agentless and self._is_going_on(draft) else NOBODY
        home, ranges = draft.speaker_home, draft.speaker
        before = self._spoken.get((home, ranges[0]))
        if before is not None:
            found = before
        else:
            place = (home, ranges[0][0])
            phrase = self._phrases[home, ranges[0]]
            found = self._whom(phrase, place, draft) if phrase is not None else NOBODY
            self._spoken[home, ranges[0]] = found
        if found.source is not None:
            role = self._roles[found.source]
            role.mentions += 1
            role.last = max(role.last, (draft.passage, draft.content[0][0]))
            self._last, self._last_words = role, (home, tuple(ranges))
        return found

    def _is_going_on(self, draft: Draft) -> bool:
        """Whether the cue is one by which a report goes on without naming its source again: "hieß es"."""
        lower = self.passages[draft.home].lower
        cue = {lower[at] for first, after in draft.cue for at in range(first, after)}
        return not cue.isdisjoint(self.known.goes_on)

    def _goes_on(self, draft: Draft) -> Resolution:
        """ "Die Regeln gelten weiter, hieß es": the body or document that spoke last in the paragraph, if one did."""
        last = self._last
        if last is None or last.person is not None or last.kind not in GOING_ON:
            return NOBODY
        here = self.antecedents.sentence((draft.passage, draft.content[0][0])) if draft.content else 0
        near = draft.passage == last.last[0] and here - self.antecedents.sentence(last.last) <= GOES_ON
        return Resolution(last.id, "spoken of again", fetched=self._last_words) if near else NOBODY

    def sources(self) -> list[Source]:
        """The sources in the order of their first statement."""
        return [
            Source(
                role.id,
                role.label,
                role.kind,
                [alias for alias in role.aliases if alias != role.label],
                role.mentions,
                role.phrase.role,
                role.phrase.party,
                role.phrase.employer,
            )
            for role in self._roles.values()
            if role.mentions
        ]

    # ------------------------------------------------------------------------------------------ the ways

    def _whom(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution:
        if phrase.pronoun:
            return self._pronoun(phrase, place, draft)
        if phrase.members:
            return self._together(phrase, place)
        if phrase.name:
            return self._person(phrase, place)
        if phrase.bare and " " not in phrase.label and self.people.named((phrase.label,), place) is not None:
            return self._person(replace(phrase, name=(phrase.label,), offices=()), place)
        if any(re.fullmatch(pattern, phrase.text, re.I) for pattern in self.known.lexicon.aged):
            return self._aged(phrase, place)
        if phrase.offices:
            found = self._holder(phrase, place)
            if found is not None:
                return found
        return self._entity(phrase, place)

    def _person(self, phrase: SourcePhrase, place: Place) -> Resolution:
        people, name = self.people, phrase.name
        person = people.named(name, place, phrase.gender)
        way: Way = "surname" if len(name) == 1 else "full name"
        if person is None:
            if len(name) == 1:
                known = self._known_entity(phrase)
                if known is not None:
                    return self._said(known, phrase, place, "own phrase")
                if not phrase.offices and self._is_no_person(phrase):
                    return self._entity(replace(phrase, name=(), head=phrase.label.lower()), place)
                way = "role with name" if phrase.offices else "single word"
            person = people.add(name)
        elif len(name) > len(person.name):
            people.rename(person, name)
        for office in phrase.offices:
            people.give(person, office)
        person.gender = person.gender or phrase.gender
        return self._said(self._role_of(person, phrase), phrase, place, way)

    def _role_of(self, person: Person, phrase: SourcePhrase) -> Role:
        role = self._by_person.get(person.number)
        if role is None:
            role = self._add(person.label, "person", phrase)
            role.person = person
            self._by_person[person.number] = role
        role.label = person.label
        if phrase.role and not role.phrase.role:
            role.phrase = phrase
        return role

    def _is_no_person(self, phrase: SourcePhrase) -> bool:
        """Whether one bare word is no surname: where nouns have capitals nobody is a person for a capital alone;
        elsewhere a register or the country list tells."""
        word = phrase.label
        if phrase.gender or given_gender(word) is not None:
            return False
        return self.known.capital_nouns or type_of(
            replace(phrase, name=(), head=word.lower()), self.known
        ) in (
            "agency",
            "outlet",
            "metonym",
            "government",
            "social_media",
        )

    def _known_entity(self, phrase: SourcePhrase) -> Role | None:
        """A body that bears the one word of a name."""
        return next(
            (
                self._by_label[key]
                for key in (
                    (phrase.label.lower(), kind)
                    for kind in ("organisation", "government", "outlet", "agency", "metonym")
                )
                if key in self._by_label
            ),
            None,
        )

    def _holder(self, phrase: SourcePhrase, place: Place) -> Resolution | None:
        """Whom "der Minister" or "the judge" means: the latest person or unnamed holder whom the words allow."""
        lexicon, head = self.known.lexicon, phrase.head
        headline = place[0] < LEAD
        one = phrase.determiner in lexicon.indefinite
        if head not in phrase.offices or head in lexicon.crowds or (one and not headline):
            return None
        person = None if one else self.people.with_role(head, place)
        if (
            person is not None
            and phrase.gender
            and person.gender
            and person.gender != phrase.gender
            and lexicon.feminine_articles
        ):
            person = None
        unnamed = None if one else self._unnamed(head, place)
        if unnamed is not None and (person is None or not self._nearer(person, unnamed, place)):
            return self._said(unnamed, phrase, place, "spoken of again")
        if person is None and (headline or not one):
            person = self.people.only_one_with_role(head) if headline else None
            if person is not None:
                return self._said(self._role_of(person, phrase), phrase, place, "role ahead")
        if person is None and not one:
            person = self.antecedents.only_one_near(phrase, place)
        if person is None:
            return None
        return self._said(self._role_of(person, phrase), phrase, place, "role")

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

    def _unnamed(self, head: str, place: Place) -> Role | None:
        for role in islice(reversed(self._entities.values()), MENTIONS_BACK):
            if (
                role.kind in ("office", "anonymous", "crowd")
                and role.last < place
                and same_role(head, role.phrase.head)
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

    def _entity(self, phrase: SourcePhrase, place: Place) -> Resolution:
        kind = type_of(phrase, self.known)
        known = self._by_label.get((phrase.label.lower(), kind)) or self._abbreviated(phrase, kind)
        if known is not None:
            return self._said(known, phrase, place, "own phrase")
        again = self._again(phrase, kind, place) or self._fuller(phrase, kind, place)
        if again is not None:
            return self._said(again, phrase, place, "spoken of again")
        role = self._add(phrase.label, kind, phrase)
        self._by_label[phrase.label.lower(), kind] = role
        return self._said(role, phrase, place, "own phrase")

    def _abbreviated(self, phrase: SourcePhrase, kind: SourceType) -> Role | None:
        """The body that a short form in brackets or its initials name: "CDC"."""
        if not is_short(phrase.label):
            return None
        for role in islice(reversed(self._entities.values()), MENTIONS_BACK):
            initials = "".join(part[0] for part in re.findall(r"\w+", role.label) if part[0].isupper())
            if role.phrase.short == phrase.label or (
                role.kind in BODIES | {kind}
                and len(phrase.label) > 2
                and initials.startswith(phrase.label.upper())
            ):
                return role
        return None

    def _again(self, phrase: SourcePhrase, kind: SourceType, place: Place) -> Role | None:
        """Whom "die Gewerkschaft", "das Blatt" or "the company" means: a source by a fuller name that spoke before."""
        known, head = self.known, phrase.head
        listed = head in known.companies or head in known.generic_bodies
        definite = phrase.determiner and phrase.determiner not in known.lexicon.indefinite
        definite = definite or (listed and not phrase.determiner and known.capital_nouns)  # "laut Amt"
        if not definite or " " in phrase.label or not head:
            return None
        for role in islice(reversed(self._entities.values()), MENTIONS_BACK):
            same = (
                role.phrase.head and same_role(head, role.phrase.head) and len(role.label) > len(phrase.label)
            )
            medium = kind == role.kind == "outlet" and known.is_medium(head)
            if (same and role.kind == kind) or (medium and not known.is_medium(role.phrase.head)):
                return role
        if listed:
            return self._body_before(head, place)
        return None

    def _fuller(self, phrase: SourcePhrase, kind: SourceType, place: Place) -> Role | None:
        """The document that the text named with its maker before: "einen Bericht der Wahlbeobachter … der Bericht"."""
        if kind != "document" or " " in phrase.label or phrase.determiner in self.known.lexicon.indefinite:
            return None
        found = fuller_before(self.passages, place, phrase.head, self.known)
        fuller = read_phrase(self.passages[found[0]], [found[1]], self.known) if found is not None else None
        if found is None or fuller is None or fuller.name or type_of(fuller, self.known) != kind:
            return None
        resolved = self._entity(replace(fuller, determiner=""), (found[0], found[1][0]))
        return self._roles[resolved.source] if resolved.source is not None else None

    def _body_before(self, head: str, place: Place) -> Role | None:
        """The body with a name of its own that spoke last, be it one that was taken for a person."""
        here = self.antecedents.sentence(place)
        company = head in self.known.companies
        for role in islice(reversed(self._roles.values()), HOLDERS_BACK):
            near = here - self.antecedents.sentence(role.last) <= (MENTIONS_BACK if company else GOES_ON)
            if not role.mentions or not near:
                continue
            own = role.label[:1].isupper() and (" " in role.label or is_short(role.label) or role.phrase.bare)
            if role.person is not None and company and self._may_be_company(role.person):
                role.kind, role.person = "organisation", None
                return role
            plain = role.phrase.head in self.known.generic_bodies or role.phrase.head in self.known.companies
            if role.kind in BODIES and own and not (plain and " " not in role.label):
                return role
        return self._named_company(place) if company else None

    def _named_company(self, place: Place) -> Role | None:
        """The company that a noun before named though it has not spoken: "Der Hersteller Norvolt schließt …"."""
        if self._companies is None:
            self._companies = named_companies(self.passages, self.known)
        number = bisect_left(self._companies, (place[0], (place[1], 0))) - 1
        if number < 0:
            return None
        home, words = self._companies[number]
        phrase = read_phrase(self.passages[home], [words], self.known)
        if phrase is None or not phrase.classifier:
            return None
        found = self._entity(phrase, (home, words[0]))
        return self._roles[found.source] if found.source is not None else None

    def _may_be_company(self, person: Person) -> bool:
        """Whether nothing but two capitals speaks for a person: "Exxon Mobil … the company"."""
        return not person.gender and not person.roles and given_gender(person.name[0]) is None

    def _together(self, phrase: SourcePhrase, place: Place) -> Resolution:
        labels = []
        for member in phrase.members:
            person = self.people.named(member.name, place, member.gender) if member.name else None
            labels.append(person.label if person is not None else member.label)
        label = ", ".join(labels[:-1]) + f" {phrase.joint} {labels[-1]}"
        kind = type_of(phrase, self.known)
        role = self._by_label.get((label.lower(), kind))
        if role is None:
            role = self._add(label, kind, phrase)
            self._by_label[label.lower(), kind] = role
        return self._said(role, phrase, place, "own phrase")

    # ------------------------------------------------------------------------------------------ pronouns

    def _pronoun(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution:
        known, word = self.known, phrase.pronoun
        if word in known.first_person:
            return NOBODY
        gender = known.lexicon.pronouns.get(word, "")
        if word in known.both:
            return self._both(phrase, place)
        if word in known.lexicon.own or word in known.lexicon.impersonal:
            return self._as_last(place) if word in known.lexicon.own else self._one(phrase, place, draft)
        if gender == "n" or (gender == "p" and word in known.group_pronouns):
            return self._thing_before(phrase, place, plural=gender == "p")
        if gender == "p":
            return NOBODY
        if gender == "f" and known.lexicon.feminine_articles:
            if self._cue_is_plural(draft):
                return self._noun_before("p", place, FARTHEST) or self._thing_before(
                    phrase, place, plural=True
                )
            body = self._last
            if (
                body is not None
                and body.person is None
                and gender_of_noun(body.phrase.classifier or body.phrase.head, known.code) == "f"
            ) and not any(True for where, _ in islice(self.people.before(place), 1) if where > body.last):
                return self._said(body, phrase, place, "spoken of again")
        ranked = self.antecedents.ranked(gender, place, self._last, self._entities)
        thing = self._noun_before(gender, place, ranked[0][0] if ranked else FARTHEST)
        if thing is not None or not ranked:
            return thing or NOBODY
        best = ranked[0]
        rivals = tuple(one.label for score, one in ranked[1:] if score - best[0] < CLOSE)
        role = best[1] if isinstance(best[1], Role) else self._role_of(best[1], phrase)
        return self._said(role, phrase, place, "pronoun", rivals[:2])

    def _both(self, phrase: SourcePhrase, place: Place) -> Resolution:
        """ "Beide": the two persons who were spoken of last, if nobody else was in reach."""
        here, found = self.antecedents.sentence(place), dict[int, Person]()
        for where, person in islice(self.people.before(place), MENTIONS_BACK):
            if here - self.antecedents.sentence(where) > GOES_ON:
                break
            found.setdefault(person.number, person)
        if len(found) != 2:
            return NOBODY
        second, first = found.values()
        members = tuple(SourcePhrase("", one.label, one.name, gender=one.gender) for one in (first, second))
        joint = next(iter(self.known.joint))
        return self._together(replace(phrase, pronoun="", members=members, joint=joint), place)

    def _noun_before(self, gender: str, place: Place, reach: float) -> Resolution | None:
        """The holder or body that a noun before means, if it is nearer than `reach` sentences."""
        for back, opens, number, phrase in nouns_before(self.passages, place, gender, self.known):
            if back + (0.0 if opens else NOT_FIRST) >= reach:
                return None
            found = read_phrase(self.passages[number], [phrase], self.known)
            if found is not None and not found.name and not found.pronoun:
                there = (number, phrase[0])
                whom = self._holder(found, there) if found.offices and gender != "p" else None
                whom = whom or self._entity(found, there)
                return replace(whom, way="spoken of again")
        return None

    def _cue_is_plural(self, draft: Draft) -> bool:
        words = self.passages[draft.home].lower
        cue = [words[at] for first, after in draft.cue for at in range(first, after)]
        return bool(cue) and cue[0].endswith(self.known.plural_verbs)

    def _thing_before(self, phrase: SourcePhrase, place: Place, *, plural: bool) -> Resolution:
        """What "it" or "they" mean: the body or the group that spoke last; never a person by "it"."""
        for role in islice(reversed(self._entities.values()), 3):
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

    def _as_last(self, place: Place) -> Resolution:
        return Resolution(self._last.id, "pronoun") if self._last is not None else NOBODY

    # ------------------------------------------------------------------------------------------ keeping

    def _said(
        self, role: Role, phrase: SourcePhrase, place: Place, way: Way, rivals: tuple[str, ...] = ()
    ) -> Resolution:
        if phrase.text and not phrase.pronoun:
            role.aliases.setdefault(phrase.text)
        if role.person is None:
            self._entities.pop(role.id, None)
            self._entities[role.id] = role
        return Resolution(role.id, way, rivals)

    def _add(self, label: str, kind: SourceType, phrase: SourcePhrase) -> Role:
        base = f"{self.document}/{slug(label)}"
        key, number = base, self._numbers.get(base, 2)
        while key in self._roles:
            key, number = f"{base}-{number}", number + 1
        self._numbers[base] = number
        role = Role(key, label, kind, phrase)
        self._roles[key] = role
        return role


def slug(name: str) -> str:
    """A readable id: lower case, blanks as hyphens, letters of every script kept."""
    folded = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-") or "unnamed"
