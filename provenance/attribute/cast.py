"""The cast of one story: whom each speaker's words mean, in reading order, and how sure that is.

Full and short names, roles, pronouns and bodies that are spoken of again are joined to the nearest fitting
antecedent. Where the words allow two, both are kept; where they allow none, nobody is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from provenance.attribute.antecedents import (
    Antecedents,
    Role,
)
from provenance.attribute.bodies import GOES_ON
from provenance.attribute.holders import Holders
from provenance.attribute.kinds import is_bare_word, is_nameless_thing, type_of
from provenance.attribute.lexis import SourceWords, by_noun, given_gender
from provenance.attribute.nouns import NounsBefore
from provenance.attribute.people import (
    People,
    Person,
    Place,
    is_title_case,
    without_genitive,
)
from provenance.attribute.phrases import read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import NOBODY, Resolution, Way
from provenance.languages import Draft, Range
from provenance.model import Source, SourceType
from provenance.passage import Passage

#: Who goes on speaking in "hieß es weiter".
GOING_ON: frozenset[SourceType] = frozenset({"organisation", "government", "document", "outlet", "anonymous"})
#: Types that registers and lists of names tell.
REGISTERED: frozenset[SourceType] = frozenset({"agency", "outlet", "metonym", "government", "social_media"})
#: Paragraphs over which whoever spoke is quoted again without a frame.
JUST = 2
#: Sentences over which "den Angaben zufolge" means whoever told something.
TOLD = 4
#: Words of where a body sits: "in Brüssel".
SEAT = 2
#: So many statements make one voice of a story; a quotation of more words is no title and no phrase.
ENOUGH, WHOLE = 3, 6


class Cast(Holders):
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
        self.people = People(passages, known, self._names(drafts))
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

    def _names(self, drafts: Sequence[Draft]) -> list[tuple[str, ...]]:
        """The names that the speakers' phrases give for certain: in full, behind a role, a given name alone, or of whom
        only persons speak so."""
        phrases = [phrase for phrase in self._phrases.values() if phrase is not None]
        members = [member for phrase in phrases for member in (phrase, *phrase.members)]
        names = [
            member.name
            for member in members
            if len(member.name) > 1 or (member.name and (member.offices or given_gender(member.name[0])))
        ]
        for draft in drafts if self.known.capital_nouns else ():
            phrase = self._phrases.get((draft.speaker_home, draft.speaker[0])) if draft.speaker else None
            if phrase is not None and len(phrase.name) == 1 and self._speaks_in_person(phrase, draft):
                names.append(phrase.name)
        return list(dict.fromkeys(names))

    # ------------------------------------------------------------------------------------------ what comes out

    def resolve(self, draft: Draft) -> Resolution:
        """Whom the speaker of a draft means; drafts come in reading order."""
        if not draft.speaker:
            if draft.agentless and self._is_going_on(draft):
                return self._goes_on(draft)
            found = self._in_frame(draft)
            if draft.agentless and found.source is None:
                return NOBODY
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
            found = self._whom(phrase, place, draft) if phrase is not None else NOBODY
            if found.source is None and (phrase is None or not phrase.pronoun):
                found = self._in_frame(draft)
            self._spoken[home, ranges[0]] = found
        return self._kept(found, draft, home, ranges)

    def _kept(self, found: Resolution, draft: Draft, home: int, words: Sequence[Range]) -> Resolution:
        """Keep that a source speaks in a draft, by some words."""
        if found.source is not None:
            role = self._roles[found.source]
            role.mentions += 1
            role.last = max(role.last, (draft.passage, draft.content[0][0]))
            self._last, self._last_words = role, (home, tuple(words))
            self._last_person = role if role.person is not None else self._last_person
        return found

    def _in_frame(self, draft: Draft) -> Resolution:
        """ "Für Lund steht der Kunde an erster Stelle: „…“", "Das freut den Trainer: „…“": whoever alone is named, or meant
        by a role, in the words that announce a quotation."""
        if draft.kind != "direct" or draft.carried:
            return NOBODY
        passage = self.passages[draft.home]
        for first, after in draft.frame:
            named = self.people.within((draft.home, first), (draft.home, after))
            if len({person.number for _, person in named}) == 1:
                place, person = named[0]
                phrase = SourcePhrase(person.label, person.label, person.name, gender=person.gender)
                words = (place[1], self.people.last_token(place) + 1)
                return self._announced(self._role_of(person, phrase).id, draft, words)
            for at in range(first + 1, after):
                article = passage.lower[at - 1] in self.known.lexicon.definite
                if article and passage.words[at][0].isupper() and self.known.is_role(passage.lower[at]):
                    role = read_phrase(passage, [(at - 1, at + 1)], self.known)
                    found = self._holder(role, (draft.home, first)) if role is not None else None
                    if found is not None:
                        return self._announced(found.source, draft, (at - 1, at + 1))
        return NOBODY

    def _announced(self, source: str | None, draft: Draft, words: Range) -> Resolution:
        """A source that some words of a draft's frame name, though they are not its subject."""
        return Resolution(source, "spoken of again", fetched=(draft.home, (words,)))

    def _is_going_on(self, draft: Draft) -> bool:
        """Whether the cue is one by which a report goes on without naming its source again: "hieß es"."""
        return not self.known.goes_on.isdisjoint(self._cue(draft))

    def _goes_on(self, draft: Draft) -> Resolution:
        """ "Die Regeln gelten weiter, hieß es": the body or document that spoke last in the paragraph, if one did."""
        last = self._last
        if last is None or last.person is not None or last.kind not in GOING_ON:
            return NOBODY
        here = self.antecedents.sentence((draft.passage, draft.content[0][0])) if draft.content else 0
        near = draft.passage == last.last[0] and here - self.antecedents.sentence(last.last) <= GOES_ON
        return Resolution(last.id, "spoken of again", fetched=self._last_words) if near else NOBODY

    def _only_voice(self, draft: Draft) -> Resolution:
        """Who goes on in the subjunctive or is quoted without a frame where one person alone has spoken so far; a whole
        quotation is also the last named person's who spoke just before."""
        who = self._last_person
        if (
            draft.kind == "direct"
            and _is_said(draft)
            and who is not None
            and draft.passage - who.last[0] <= JUST
        ):
            return Resolution(who.id, "spoken of again", fetched=self._last_words)
        last = self._last
        if (
            draft.kind == "direct"
            and _is_said(draft)
            and (alone := self._alone_in(draft.passage)) is not None
        ):
            person, words = alone
            phrase = SourcePhrase(person.label, person.label, person.name, gender=person.gender)
            found = Resolution(
                self._role_of(person, phrase).id, "spoken of again", fetched=(draft.passage, (words,))
            )
            return self._kept(found, draft, draft.passage, [words])
        if last is None or last.person is None or last.mentions < ENOUGH or not _is_said(draft):
            return NOBODY
        others = any(role.mentions and role is not last for role in self._roles.values())
        return NOBODY if others else Resolution(last.id, "spoken of again", fetched=self._last_words)

    def _alone_in(self, number: int) -> tuple[Person, Range] | None:
        """The one person whom a paragraph names outside its quotations, and where: "Chefin Ida Lund baut um. … „Wir freuen
        uns, dass …“"."""
        passage = self.passages[number]
        named = {
            person.number: (person, place[1])
            for place, person in self.people.within((number, 0), (number + 1, 0))
            if not passage.quoted(place[1])
        }
        if len(named) != 1:
            return None
        person, at = next(iter(named.values()))
        return person, (at, self.people.last_token((number, at)) + 1)

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
        if phrase.head in self.known.speech_texts and not phrase.name:
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
        if (maker := self._maker(phrase, place, draft)) is not None:
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

    def _is_nothing(self, phrase: SourcePhrase, draft: Draft) -> bool:
        """Whether a phrase is a thing of which nothing was said before; behind "laut" it is a source all the same."""
        cue = self._cue(draft)
        if cue and self.known.source_prepositions.issuperset(cue):
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
        person.gender = person.gender or phrase.gender
        return self._said(self._role_of(person, phrase), phrase, place, way)

    def _speaks_in_person(self, phrase: SourcePhrase, draft: Draft) -> bool:
        """Whether a word that is no abbreviation "says" and "laughs", or is quoted in the first person singular: no body
        does."""
        word = phrase.label
        listed = by_noun(word.lower(), self.known.lexicon) is not None or self._is_registered(word, phrase)
        if not word[1:].islower() or listed:
            return False
        if (
            not self.known.personal_cues.isdisjoint(self._cue(draft))
            and phrase.label not in self._called_things
        ):
            return True
        lower, selves = self.passages[draft.passage].lower, self.known.singular_selves
        said = (lower[at] for first, after in draft.content for at in range(first, after))
        return draft.kind == "direct" and any(word in selves for word in said)

    @cached_property
    def _called_things(self) -> frozenset[str]:
        """Words with a capital that stand behind an article or a noun for a body: "die Lufthansa", "Konzern Nordwerk"."""
        known = self.known
        return frozenset(
            word
            for passage in self.passages
            for before, word in pairwise(passage.words)
            if word[0].isupper()
            and (
                before.lower() in known.lexicon.definite
                or (before[0].isupper() and by_noun(before.lower(), known.lexicon) is not None)
            )
        )

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
        return self.known.capital_nouns or self._is_registered(word, phrase)

    def _is_registered(self, word: str, phrase: SourcePhrase) -> bool:
        """Whether a register or the country list tells that a word is no person: "Moskau", "Reuters"."""
        return type_of(replace(phrase, name=(), head=word.lower()), self.known) in REGISTERED

    def _opens_names(self, word: str) -> bool:
        """Whether a word opens longer names, "Norvolt Energy", and ends none, as a surname does: "Ida Lund"."""
        opens, ends = self._beside.get(word, (0, 0))
        return opens > 0 and ends == 0

    @cached_property
    def _beside(self) -> dict[str, tuple[int, int]]:
        """Word with a capital → how often another one follows it, and stands before it, outside title case."""
        found: dict[str, tuple[int, int]] = {}
        for passage in self.passages:
            if not self.known.capital_nouns and is_title_case(passage):
                continue
            for word, following in pairwise(passage.words):
                if word[0].isupper() and following[0].isupper() and word.isalpha() and following.isalpha():
                    opens, ends = found.get(word, (0, 0))
                    found[word] = opens + 1, ends
                    opens, ends = found.get(following, (0, 0))
                    found[following] = opens, ends + 1
        return found

    def _given_before(self, surname: str) -> str:
        """The one word with a capital that stands before a surname within sentences, as a given name does that no list
        holds: "edged Reino Orlik in Reno"; "" for none or several."""
        found = self._before_capitals.get(surname, {})
        given = [word for word in found if self._may_be_given(word)]
        return given[0] if len(given) == 1 else ""

    @cached_property
    def _before_capitals(self) -> dict[str, dict[str, None]]:
        """Word with a capital → those that stand before it within sentences, outside title case."""
        found: dict[str, dict[str, None]] = {}
        for passage in self.passages:
            if is_title_case(passage):
                continue
            starts = {first for first, _ in passage.sentences}
            for at, (before, word) in enumerate(pairwise(passage.words)):
                if before[0].isupper() and word[0].isupper() and at not in starts:
                    found.setdefault(without_genitive(word), {}).setdefault(before)
        return found

    def _may_be_given(self, word: str) -> bool:
        """Whether a word with a capital may be a given name for all that is known of it."""
        known, lower = self.known, word.lower()
        listed = known.no_sources | known.governing | known.relatives | known.lexicon.articles | known.times
        common = lower in listed or lower in known.lexicon.pronouns or lower in known.countries
        role = known.is_role(lower) or known.is_title(lower) or by_noun(lower, known.lexicon) is not None
        return word.isalpha() and not word.isupper() and len(word) > 1 and not (common or role)

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
            owned = bool(labels) and person is None and member.determiner in self.known.lexicon.pronouns
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


def _is_said(draft: Draft) -> bool:
    """Whether a statement without a frame is certainly said by somebody: in the subjunctive, or a whole quotation."""
    size = sum(after - first for first, after in draft.content)
    return draft.kind == "indirect_free_indirect" or (draft.kind == "direct" and size > WHOLE)


def slug(name: str) -> str:
    """A readable id: lower case, blanks as hyphens, letters of every script kept."""
    folded = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-") or "unnamed"


def _unnamed(phrase: SourcePhrase) -> SourcePhrase:
    """A phrase with its one word read as a noun and not as a name."""
    return replace(phrase, name=(), head=phrase.label.lower()) if len(phrase.name) == 1 else phrase
