"""Bodies, papers and documents that are spoken of again: by a short form, by what they are, or by a fuller name that
the text gave them before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from provenance.attribute.antecedents import HOLDERS_BACK, MENTIONS_BACK, Role
from provenance.attribute.kinds import is_group, type_of
from provenance.attribute.lexis import by_noun, given_gender
from provenance.attribute.noun_phrases import COMPANY
from provenance.attribute.nouns import (
    compounds_of,
    fuller_before,
    named_clubs,
    named_companies,
    with_makers,
)
from provenance.attribute.opening_bodies import BODIES, NEARER, OpeningBodies
from provenance.attribute.people import Person, Place, same_role
from provenance.attribute.phrases import OWNS, is_short, read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.languages import Range
from provenance.languages.media import media_of
from provenance.model import SourceType

#: Sentences over which a body or document goes on, "die Behörde", "hieß es weiter".
GOES_ON = 3
#: Words of each in which a poll is looked for.
LOOKED = 400
#: Paragraphs over which a shorter noun means the longer one.
PARAGRAPHS = 4
#: Paragraphs over which a paper is called by the end of its noun.
LONGER_BACK = 8
#: Paragraphs in which a name that opens a sentence goes before a body that spoke earlier.
NEXT = 2


class Bodies(OpeningBodies):
    """The sources of a cast that are no persons, looked for by what a phrase calls them."""

    @cached_property
    def _companies(self) -> list[tuple[int, Range]]:
        return named_companies(self.passages, self.known)

    @cached_property
    def _clubs(self) -> list[tuple[int, Range]]:
        return named_clubs(self.passages, self.known)

    @cached_property
    def _compounds(self) -> dict[str, list[Place]]:
        return compounds_of(self.passages, self.known)

    @cached_property
    def _makers(self) -> list[Place]:
        return with_makers(self.passages, self.known)

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
        return self._explained(phrase) if not self.known.capital_nouns else None

    def _again(self, phrase: SourcePhrase, kind: SourceType, place: Place) -> Role | None:
        """Whom "die Gewerkschaft", "das Blatt" or "the company" means: a source by a fuller name that spoke before."""
        known, head = self.known, phrase.head
        listed = head in known.companies or head in known.generic_bodies or head in known.kindred
        definite = phrase.determiner and phrase.determiner not in known.lexicon.indefinite
        phrase = self._without_origin(phrase) if listed and definite else phrase
        definite = definite or (listed and not phrase.determiner and known.capital_nouns)  # "laut Amt"
        one = head in known.companies and phrase.determiner in known.lexicon.masculine_articles
        group = not one and is_group(head, phrase.determiner, known)  # "der Hersteller", not "die Betreiber"
        if not definite or " " in phrase.label or not head or group:
            return None
        paper = head in media_of(known.code).anaphors  # "the Herald … the paper"
        for role in islice(reversed(self._entities.values()), MENTIONS_BACK):
            if role.phrase.members:
                continue  # "die Bahn" is not "Bahn und Minister"
            same = (
                role.phrase.head and same_role(head, role.phrase.head) and len(role.label) > len(phrase.label)
            )
            called = role.phrase.classifier and same_role(head, role.phrase.classifier)
            if called and role.kind in BODIES:
                return role  # "Die Fachgewerkschaft Norda … die Gewerkschaft"
            medium = role.kind == "outlet" and (known.is_medium(head) if kind == "outlet" else paper)
            if (same and role.kind == kind) or (medium and not known.is_medium(role.phrase.head)):
                return role
        if listed:
            known_before = self._compound_before(head, place) or self._body_before(head, place)
            opening = None if known.capital_nouns else self._opening_name(place, NEXT)
            fuller = None if known.capital_nouns else self._opening_phrase(place, head)
            if fuller is not None and (known_before is None or known_before.last < self._opened):
                return fuller  # "The dam agency sent tents. The agency said"
            if opening is not None and (known_before is None or known_before.last < self._opened):
                return opening  # "Norvale shuts its plant. The company said"
            return known_before or self._opening_body(place, head) or self._marked(place, head)
        return None

    def _poll(self, place: Place) -> Role | None:
        """The poll behind "74 percent said": the one that the sentence names, the last that spoke, else the last that the
        text named just before."""
        named = next(self._polls_before(place), None)
        if named is not None and named[0] == place[0] and named[1][0] >= self.antecedents.opening(place)[1]:
            return self._named_poll(*named)
        for role in islice(reversed(self._entities.values()), MENTIONS_BACK):
            if role.kind == "document" and role.phrase.head in self.known.polls and role.last < place:
                return role
        return self._named_poll(*named) if named is not None else None

    def _named_poll(self, number: int, words: Range) -> Role | None:
        phrase = read_phrase(self.passages[number], [words], self.known)
        found = self._entity(phrase, (number, words[0])) if phrase is not None else None
        return self._roles[found.source] if found is not None and found.source is not None else None

    def _polls_before(self, place: Place) -> Iterator[tuple[int, Range]]:
        """The polls that the paragraphs before name, the latest first: article and capitals before the noun, and its
        maker behind it."""
        makers = self.known.lexicon.report_prepositions
        for number in range(place[0], max(place[0] - PARAGRAPHS, -1), -1):
            passage = self.passages[number]
            last = place[1] if number == place[0] else len(passage.words)
            for at in range(last - 1, max(last - 1 - LOOKED, -1), -1):
                if passage.lower[at] not in self.known.polls or passage.quoted(at):
                    continue
                first, after = at, at + 1
                while first and passage.words[first - 1][0].isupper() and passage.words[first - 1].isalpha():
                    first -= 1
                first -= first > 0 and passage.lower[first - 1] in self.known.lexicon.definite
                if after < last and passage.lower[after] in makers:
                    article = passage.lower[after + 1] in self.known.lexicon.definite
                    after += 1 + article
                    noun = after + article  # "by the institute"
                    while after < last and (passage.words[after][0].isupper() or after < noun):
                        after += 1
                yield number, (first, after)

    def _without_origin(self, phrase: SourcePhrase) -> SourcePhrase:
        """A body's noun without the adjective of where it is from: "the Finnish retailer"."""
        known = self.known
        first, _, rest = phrase.label.partition(" ")
        origin = first[0].isupper() and first.endswith(known.country_adjectives or ("\0",))
        plain = not known.capital_nouns and rest == phrase.head
        return replace(phrase, label=rest) if plain and (origin or "-" in first) else phrase

    def _opening_body(self, place: Place, head: str) -> Role | None:
        """The body that the text is about just before: the noun that opens one of the last sentences, "Die Nordbank"; a
        city is an authority, and no chamber."""
        passage, known = self.passages[place[0]], self.known
        if not known.capital_nouns:
            return self._opening_name(place)
        here = bisect_left(passage.sentences, (place[1] + 1, 0)) - 1
        for first, after in reversed(passage.sentences[max(here - NEARER, 0) : here + 1]):
            at = first + (passage.lower[first] in known.lexicon.articles)
            noun = passage.lower[at] if at < after else ""
            kin = noun in known.kindred.get(head, ())
            named = at + 1 < after and passage.words[at + 1][0].isupper()  # "Die Universität Kiel"
            plain = not named and (noun in known.generic_bodies or noun in known.companies)
            body = kin or by_noun(noun, known.lexicon) in BODIES or is_short(passage.words[at])
            if plain or at >= place[1] or not body:
                continue
            any_body = head in known.any_bodies or head in known.companies or is_short(passage.words[at])
            if not any_body and not same_role(head, noun) and not kin:
                continue  # "Der Bund für Umwelt … der Verband"
            end = at + 1
            while (
                end < min(after, place[1])
                and passage.words[end][0].isupper()
                and passage.words[end].isalpha()
            ):
                end += 1  # "Die Stadtwerke Nordheim"
            phrase = read_phrase(passage, [(first, end)], known)
            if phrase is None or phrase.name or phrase.offices:
                continue
            found = self._entity(phrase, (place[0], at))
            return self._roles[found.source] if found.source is not None else None
        return None

    def _compound_before(self, head: str, place: Place) -> Role | None:
        """The body that a longer noun before named, in so many paragraphs: "Das Wasserstraßenamt … das Amt"."""
        places = self._compounds.get(head, [])
        number = bisect_left(places, place) - 1
        if number < 0 or place[0] - places[number][0] > PARAGRAPHS:
            return None
        home, at = places[number]
        if self.passages[home].words[at + 1 : at + 2] and self.passages[home].words[at + 1][0].isupper():
            return None  # "der Rüstungskonzern Norvolt": a name behind it
        phrase = read_phrase(self.passages[home], [(at, at + 1)], self.known)
        if phrase is None or phrase.name or type_of(phrase, self.known) not in BODIES:
            return None
        found = self._entity(phrase, (home, at))
        return self._roles[found.source] if found.source is not None else None

    def _fuller(self, phrase: SourcePhrase, kind: SourceType, place: Place) -> Role | None:
        """The document that the text named with its maker before: "einen Bericht der Wahlbeobachter … der Bericht"."""
        if kind != "document" or " " in phrase.label or phrase.determiner in self.known.lexicon.indefinite:
            return None
        found = fuller_before(self.passages, self._makers, place, phrase.head, self.known)
        fuller = read_phrase(self.passages[found[0]], [found[1]], self.known) if found is not None else None
        if found is None or fuller is None or fuller.name or type_of(fuller, self.known) != kind:
            return self._longer_paper(phrase.head, place) or self._reporting(phrase.head, place)
        resolved = self._entity(replace(fuller, determiner=""), (found[0], found[1][0]))
        return self._roles[resolved.source] if resolved.source is not None else None

    @cached_property
    def _papers(self) -> list[Place]:
        """Where a noun for a document stands outside quotations, in order."""
        if not self.known.capital_nouns:
            return []
        return [
            (number, at)
            for number, passage in enumerate(self.passages)
            for at, word in enumerate(passage.words)
            if word[0].isupper()
            and (kind := by_noun(passage.lower[at], self.known.lexicon))
            and kind == "document"
            and not passage.quoted(at)
        ]

    def _longer_paper(self, head: str, place: Place) -> Role | None:
        """The document that a longer noun named before: "Der Klimabericht liegt vor … der Bericht"."""
        last = bisect_left(self._papers, place)
        for home, at in reversed(self._papers[max(0, last - MENTIONS_BACK) : last]):
            noun = self.passages[home].lower[at]
            if place[0] - home > LONGER_BACK:
                return None
            if not noun.endswith(head) or len(noun) <= len(head) + len(OWNS):
                continue
            paper = read_phrase(self.passages[home], [(at, at + 1)], self.known)
            kind = type_of(paper, self.known) if paper is not None and not paper.name else None
            if paper is None or kind != "document":
                return None
            found = self._entity(paper, (home, at))
            return self._roles[found.source] if found.source is not None else None
        return None

    def _reporting(self, head: str, place: Place) -> Role | None:
        """The medium that spoke just before, by its report: "schreibt der Kurier. Laut Bericht …"."""
        if not self.known.capital_nouns or not head.endswith(self.known.media_reports):
            return None
        for role in islice(reversed(self._entities.values()), 1):
            near = role.mentions and place[0] - role.last[0] <= NEXT
            return role if near and role.kind in ("outlet", "agency") else None
        return None

    def _body_before(self, head: str, place: Place) -> Role | None:
        """The body with a name of its own that spoke last, be it one that was taken for a person."""
        here = self.antecedents.sentence(place)
        company = head in self.known.companies
        named = self._last_named(self._companies, place) if company else None
        if company and (called := self._called_company()) is not None:
            return called
        for role in islice(reversed(self._roles.values()), HOLDERS_BACK):
            near = here - self.antecedents.sentence(role.last) <= (MENTIONS_BACK if company else GOES_ON)
            if not role.mentions or not near:
                continue
            if named is not None and named > role.last and here - self.antecedents.sentence(named) <= NEARER:
                return self._named_before(self._companies, place) or role
            own = role.label[:1].isupper() and (" " in role.label or is_short(role.label) or role.phrase.bare)
            if role.person is not None and company and self._may_be_company(role.person):
                role.kind, role.person = "organisation", None
                return role
            if not self.known.capital_nouns and by_noun(role.label.lower(), self.known.lexicon) is not None:
                own = False  # "Police", which opened its sentence
            plain = role.phrase.head in self.known.generic_bodies or role.phrase.head in self.known.companies
            if role.kind in BODIES and own and not (plain and " " not in role.label):
                return role
        if head in self.known.clubs:
            return self._named_before(self._clubs, place)
        return self._named_before(self._companies, place) if company else None

    def _called_company(self) -> Role | None:
        """The one company of a story that the text calls one: "Der Rüstungskonzern Norvolt"."""
        names = {
            self.passages[home].cut(first + 1, after)
            for home, (first, after) in self._companies[:MENTIONS_BACK]
        }
        found = [
            role
            for role in islice(self._roles.values(), MENTIONS_BACK)
            if role.label in names and role.mentions and role.kind == "organisation"
        ]
        return found[0] if len(names) == len(found) == 1 else None

    def _last_named(self, named: Sequence[tuple[int, Range]], place: Place) -> Place | None:
        """Where the last of some bodies before a place is named."""
        number = bisect_left(named, (place[0], (place[1], 0))) - 1
        return (named[number][0], named[number][1][0]) if number >= 0 else None

    def _named_before(self, named: Sequence[tuple[int, Range]], place: Place) -> Role | None:
        """The body named last though it has not spoken: "Der Hersteller Norvolt schließt …", "TSV Nordheim"."""
        number = bisect_left(named, (place[0], (place[1], 0))) - 1
        if number < 0:
            return None
        home, words = named[number]
        phrase = read_phrase(self.passages[home], [words], self.known)
        own = phrase is not None and not COMPANY.isdisjoint(phrase.label)
        if phrase is None or not (phrase.classifier or own or named is self._clubs):
            return None
        if own:
            phrase = replace(phrase, name=(), head=phrase.label.lower())
        if named is self._clubs:
            phrase = replace(phrase, name=(), head=next(iter(sorted(self.known.clubs))))
        found = self._entity(phrase, (home, words[0]))
        return self._roles[found.source] if found.source is not None else None

    def _may_be_company(self, person: Person) -> bool:
        """Whether nothing but two capitals speaks for a person: "Exxon Mobil … the company"."""
        return not person.gender and not person.roles and given_gender(person.name[0]) is None
