"""The cast of one story: whom each speaker's words mean, in reading order, and how sure that is.

Full and short names, roles, pronouns and bodies that are spoken of again are joined to the nearest fitting
antecedent. Where the words allow two, both are kept; where they allow none, nobody is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from provenance.attribute.antecedents import Antecedents, Role
from provenance.attribute.bodies import GOES_ON
from provenance.attribute.kinds import is_bare_word, is_nameless_thing, type_of
from provenance.attribute.lexis import SourceWords
from provenance.attribute.nominative import inflection
from provenance.attribute.nouns import NounsBefore
from provenance.attribute.opening_bodies import BODIES
from provenance.attribute.people import People, Person, Place, capitals
from provenance.attribute.phrases import read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import NOBODY, Resolution, Way
from provenance.attribute.shares import is_share, sharing
from provenance.attribute.voices import Voices
from provenance.languages import Draft, Range
from provenance.model import Source, SourceType
from provenance.passage import Passage

#: Sentences over which "den Angaben zufolge" means whoever told something.
TOLD = 4
#: Words of where a body sits: "in Brüssel".
SEAT = 2
APOSTROPHE = "'"


class Cast(Voices):
    """The sources of one document, met in reading order."""

    def __init__(
        self, document: str, passages: Sequence[Passage], known: SourceWords, drafts: Sequence[Draft]
    ) -> None:
        """`drafts` are those that will be resolved: the names in them are known before the first is."""
        self.document, self.passages, self.known = document, passages, known
        self._written = capitals(passages)
        self._phrases: dict[tuple[int, Range], SourcePhrase | None] = {}
        for draft in drafts:
            if draft.speaker and (draft.speaker_home, draft.speaker[0]) not in self._phrases:
                phrase = self._whose_holder(read_phrase(passages[draft.speaker_home], draft.speaker, known))
                self._phrases[draft.speaker_home, draft.speaker[0]] = phrase
        self.people = People(passages, known, self._names(drafts), self._written)
        self.antecedents = Antecedents(passages, self.people, known)
        self.nouns = NounsBefore(passages, known)
        self._roles: dict[str, Role] = {}
        self._by_person: dict[int, Role] = {}
        self._by_label: dict[tuple[str, SourceType], Role] = {}
        self._entities: dict[str, Role] = {}
        """Sources that are no persons by their ids, in the order of their last mention."""
        self._numbers: dict[str, int] = {}
        self._spoken: dict[tuple[int, Range], Resolution] = {}
        self._last: Role | None = None
        self._last_person: Role | None = None
        self._last_words: tuple[int, tuple[Range, ...]] = (0, ())

    # ------------------------------------------------------------------------------------------ what comes out

    def resolve(self, draft: Draft) -> Resolution:
        """Whom the speaker of a draft means; drafts come in reading order."""
        if not draft.speaker:
            if draft.agentless and self._is_going_on(draft):
                return self._goes_on(draft)
            found = self._in_frame(draft)
            if draft.agentless and found.source is None:
                still = draft.kind == "direct" and not self.known.means.isdisjoint(self.cue(draft))
                return self._only_voice(draft) if still else NOBODY
            if found.source is None:
                return self._only_voice(draft)
            return self._kept(found, draft, draft.home, draft.frame)
        home, ranges = draft.speaker_home, draft.speaker
        before = self._spoken.get((home, ranges[0]))
        if before is not None:
            found = before
        else:
            place = (home, ranges[0][0])
            phrase = self._phrases[home, ranges[0]]
            if draft.cue and not draft.carried and is_share(self.passages[home], ranges[0], self.known):
                phrase = sharing(self.passages, place, self.known)
            found = self._asked(home, ranges[0]) or (
                self._whom(phrase, place, draft) if phrase is not None else NOBODY
            )
            if found.source is None and (phrase is None or not phrase.pronoun):
                found = self._in_frame(draft)
            self._spoken[home, ranges[0]] = found
        return self._kept(found, draft, home, ranges)

    def _asked(self, home: int, words: Range) -> Resolution | None:
        """The poll that counts those who speak: "74 percent", "eight in 10 voters"; None if they are no share of any."""
        passage, (first, after) = self.passages[home], words
        low = passage.lower[first:after]
        counts = [number for number, word in enumerate(low) if word[0].isdigit() or word in self.known.counts]
        share = any(not self.known.shares_of.isdisjoint(low[number + 1 : number + 2]) for number in counts)
        if not share and not any(
            number + 2 in counts and low[number + 1] in self.known.out_of for number in counts
        ):
            return None
        poll = self._poll((home, first))
        return Resolution(poll.id, "own phrase") if poll is not None else None

    def _kept(self, found: Resolution, draft: Draft, home: int, words: Sequence[Range]) -> Resolution:
        """Keep that a source speaks in a draft, by some words."""
        if found.source is not None:
            role = self._roles[found.source]
            role.mentions += 1
            role.last = max(role.last, (draft.passage, draft.content[0][0]))
            self._last, self._last_words = role, (home, tuple(words))
            self._last_person = role if role.person is not None else self._last_person
        return found

    def role(self, whom: Resolution) -> Role | None:
        """The source that was found, as the cast keeps it."""
        return self._roles[whom.source] if whom.source is not None else None

    def take_back(self, whom: Resolution) -> None:
        """Forget a statement that was none."""
        if (role := self.role(whom)) is not None:
            role.mentions -= 1

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
            return self._relative(phrase, place, draft) or self._pronoun(phrase, place, draft)
        adverb = phrase.label.lower() in inflection(self.known.code).adverbs
        if adverb and self.known.capital_nouns and not self.people.knows(phrase.label):
            return NOBODY  # "Stets betont, …", but "Kurz sagte" of a Sebastian Kurz
        bare = self.known.capital_nouns or (
            phrase.determiner in self.known.lexicon.definite and phrase.label.lower() == phrase.head
        )
        if bare and phrase.head in self.known.speech_texts and not phrase.name:
            return self._as_last(place)
        if phrase.head in self.known.same_reports and phrase.label.lower() == phrase.head:
            last = self._last
            near = last and self.antecedents.sentence(place) - self.antecedents.sentence(last.last) <= TOLD
            return replace(self._as_last(place), way="spoken of again") if near else NOBODY
        if phrase.determiner in self.known.lexicon.definite:
            if phrase.head in self.known.same_person:
                return self._as_last(place)
            if phrase.head in self.known.lexicon.persons and (unnamed := self._just_unnamed(phrase, place)):
                return self._said(unnamed, phrase, place, "spoken of again")
            if phrase.label.partition(" ")[0].lower() in self.known.pairs and not phrase.name:
                pair = self._both(phrase, place)
                if pair.source is not None:
                    return pair
        if phrase.members:
            things = all(self._is_nothing(_unnamed(one), draft) for one in phrase.members)
            return NOBODY if things else self._together(phrase, place)
        if len(phrase.name) > 1 and phrase.label.lower() in self.known.lexicon.metonyms:
            phrase = replace(phrase, name=(), head=phrase.name[-1].lower())  # "Wall Street"
        if phrase.name:
            return self._person(phrase, place, draft)
        if phrase.bare and " " not in phrase.label and self.people.named((phrase.label,), place) is not None:
            return self._person(replace(phrase, name=(phrase.label,), offices=()), place, draft)
        first, _, rest = phrase.label.partition(" ")
        from_there = not phrase.determiner and rest.partition(" ")[0] in self.known.from_places
        if from_there and self.people.knows(first):
            return self._person(replace(phrase, name=(first,), label=first, offices=()), place, draft)
        if any(re.fullmatch(pattern, phrase.text, re.I) for pattern in self.known.lexicon.aged):
            return self._aged(phrase, place)
        if phrase.offices or self._is_somebody(phrase):
            found = self._holder(phrase, place) if phrase.offices else self._man(phrase, place)
            if found is not None:
                return found
        if (
            phrase.head in self.known.lexicon.persons
            and (person := self._portrayed(phrase, place)) is not None
        ):
            return self._said(self._role_of(person, phrase), phrase, place, "role")
        if (found := self._stood_for(phrase, place, (draft.passage, draft.content))) is not None:
            return found
        if (going := self._in_its_paper(phrase, place, draft)) is not None:
            return going
        if (maker := self._maker(phrase, place, draft) or self._body_of(phrase, place, draft)) is not None:
            return maker
        return NOBODY if self._is_nothing(phrase, draft) else self._entity(phrase, place)

    def _maker(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution | None:
        """ "heißt es in seinem jüngsten Bericht": whose paper it is, where the words before tell."""
        lexicon = self.known.lexicon
        owned = phrase.determiner in lexicon.pronouns and phrase.determiner not in lexicon.definite
        if not self.known.capital_nouns or not owned or phrase.head not in lexicon.documents:
            return None
        found = self._pronoun(replace(phrase, pronoun=phrase.determiner, head=""), place, draft)
        return found if found.source is not None else None

    def is_phrase(self, draft: Draft) -> bool:
        """Whether nothing but a preposition announces a statement: "laut X"."""
        cue = self.cue(draft)
        return bool(cue) and self.known.source_prepositions.issuperset(cue)

    def _in_its_paper(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution | None:
        """ "Das Amt wies das zurück. Es sei nichts geschehen, hieß es in einer Aussendung": the body that spoke just before, in
        a paper that says nothing but what a body says."""
        last, known = self._last, self.known
        bare = phrase.head in known.statements and phrase.label.lower() == phrase.head
        if last is None or not (known.capital_nouns and bare) or known.goes_on.isdisjoint(self.cue(draft)):
            return None
        near = last.last[0] == place[0] and last.kind in BODIES
        near = near and self.antecedents.sentence(place) - self.antecedents.sentence(last.last) <= GOES_ON
        return self._said(last, phrase, place, "spoken of again") if near else None

    def _body_of(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution | None:
        """ "His campaign said": the body with the name of whose it is, "Otto Lind's campaign"; None if nobody is near."""
        lexicon = self.known.lexicon
        owned = phrase.determiner in lexicon.pronouns and phrase.determiner not in lexicon.definite
        if not owned or phrase.head not in self.known.belonging or phrase.label.lower() != phrase.head:
            return None
        asked = replace(phrase, pronoun=phrase.determiner, head="")
        owner = self.role(
            self._pronoun(asked, place, replace(draft, content=[]))
        )  # "Lind won, his campaign said"
        if owner is None or owner.person is None:
            return None
        genitive = APOSTROPHE if owner.label.endswith("s") else APOSTROPHE + "s"
        label = f"{owner.label}{genitive} {phrase.label}"
        return replace(self._entity(replace(phrase, label=label), place), way="pronoun")

    def _is_nothing(self, phrase: SourcePhrase, draft: Draft) -> bool:
        """Whether a phrase is a thing of which nothing was said before; behind "laut" it is a source all the same."""
        if self.is_phrase(draft):
            return False
        thing = is_nameless_thing(phrase, self.known) or (
            is_bare_word(phrase, self.known)
            and self._commons.holds(phrase.label, doubtful=draft.labelled or draft.kind == "reported")
        )
        return thing and (phrase.label.lower(), type_of(phrase, self.known)) not in self._by_label

    def is_done_by_nobody(self, draft: Draft, whom: Resolution) -> bool:
        """Whether an act of speech has a thing for its subject, or words that name nobody: then nothing was said."""
        if draft.kind != "reported" or whom.source is not None or draft.carried or not draft.speaker:
            return False
        phrase = self._phrases[draft.speaker_home, draft.speaker[0]]
        if phrase is None or phrase.pronoun:
            return phrase is None
        return all(self._is_nothing(_unnamed(one), draft) for one in phrase.members or (phrase,))

    def _person(self, phrase: SourcePhrase, place: Place, draft: Draft) -> Resolution:
        people, name = self.people, phrase.name
        person = people.named(name, place, phrase.gender)
        way: Way = "surname" if len(name) == 1 else "full name"
        if person is None:
            if len(name) == 1 and (known_as := people.misspelt(name[0])) is not None:
                return self._said(self._role_of(known_as, phrase), phrase, place, "surname")
            if len(name) == 1:
                known = self._known_entity(phrase)
                if known is not None:
                    return self._said(known, phrase, place, "own phrase")
                body = self._is_no_person(phrase) or self._opens_names(phrase.label)
                if not phrase.offices and body and not self._speaks_in_person(phrase, draft):
                    thing = replace(phrase, name=(), head=phrase.label.lower())
                    return NOBODY if self._is_nothing(thing, draft) else self._entity(thing, place)
                way = "role with name" if phrase.offices else "single word"
                given = self._given_before(name[0]) if not self.known.capital_nouns else ""
                if given:
                    name, way = (given, name[0]), "surname"
            person = people.add(name)
        elif len(name) > len(person.name):
            people.rename(person, name)
        elif (
            len(person.name) == 1
            and not (self.known.capital_nouns or person.forms)
            and (given := self._given_before(name[0]))
        ):
            people.rename(person, (given, name[0]))  # "Zuvek Orlik, the deputy … Mr. Orlik said"
        for office in phrase.offices:
            people.give(person, office)
        if phrase.offices:
            said = phrase.text.split()
            at = next((n for n, word in enumerate(said) if word.lower().strip(",.") == phrase.offices[0]), -1)
            if at >= 0:
                people.say_of_what(person, said, at)
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

    def _entity(self, phrase: SourcePhrase, place: Place) -> Resolution:
        kind = type_of(phrase, self.known)
        known = self._by_label.get((phrase.label.lower(), kind)) or self._abbreviated(phrase, kind)
        if known is not None:
            return self._said(known, phrase, place, "own phrase")
        again = self._country(phrase) or self._again(phrase, kind, place) or self._fuller(phrase, kind, place)
        if again is None and (bare := self._without_seat(phrase)) is not None:
            again = self._again(bare, kind, place) or self._fuller(bare, kind, place)
        if again is not None:
            return self._said(again, phrase, place, "spoken of again")
        role = self._add(phrase.label, kind, phrase)
        self._by_label[phrase.label.lower(), kind] = role
        return self._said(role, phrase, place, "own phrase")

    def _without_seat(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """ "die Kommission in Brüssel" → "die Kommission", which the text may have named in full; None without a seat."""
        noun, *seat = phrase.label.split(" ")
        seated = (
            len(seat) == SEAT and seat[0] in self.known.lexicon.place_prepositions and seat[1][0].isupper()
        )
        return replace(phrase, label=noun) if seated and phrase.determiner and not phrase.offices else None

    def _together(self, phrase: SourcePhrase, place: Place) -> Resolution:
        labels: list[str] = []
        for member in phrase.members:
            person = self.people.named(member.name, place, member.gender) if member.name else None
            label = person.label if person is not None else member.label
            possessives = self.known.lexicon.pronouns.keys() - self.known.lexicon.definite
            owned = bool(labels) and person is None and member.determiner in possessives
            labels.append(f"{member.determiner} {label}" if owned else label)  # "Ida Lund and her team"
        label = ", ".join(labels[:-1]) + f" {phrase.joint} {labels[-1]}"
        kind = type_of(phrase, self.known)
        role = self._by_label.get((label.lower(), kind))
        if role is None:
            role = self._add(label, kind, phrase)
            self._by_label[label.lower(), kind] = role
        return self._said(role, phrase, place, "own phrase")

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


def _unnamed(phrase: SourcePhrase) -> SourcePhrase:
    """A phrase with its one word read as a noun and not as a name."""
    return replace(phrase, name=(), head=phrase.label.lower()) if len(phrase.name) == 1 else phrase
