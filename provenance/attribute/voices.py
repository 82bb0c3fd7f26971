"""Who speaks where no word of the frame is a speaker: whoever is named beside a quotation, or spoke just before."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from provenance.attribute.bodies import GOES_ON
from provenance.attribute.people import Person
from provenance.attribute.phrases import read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.attribute.resolution import NOBODY, Resolution
from provenance.attribute.single_names import SingleNames
from provenance.languages import Draft, Range
from provenance.model import SourceType

#: Who goes on speaking in "hieß es weiter".
GOING_ON: frozenset[SourceType] = frozenset({"organisation", "government", "document", "outlet", "anonymous"})
#: Paragraphs over which whoever spoke is quoted again without a frame.
JUST = 2
#: So many statements make one voice of a story; a quotation of more words is no title and no phrase.
ENOUGH, WHOLE = 3, 6


class Voices(SingleNames):
    """The sources of a cast, looked for without a phrase of their own."""

    _last_words: tuple[int, tuple[Range, ...]]
    """Passage and token ranges of the words of who spoke last."""

    @abstractmethod
    def _kept(self, found: Resolution, draft: Draft, home: int, words: Sequence[Range]) -> Resolution:
        """Keep that a source speaks in a draft, by some words."""

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
                words = (place[1], self.people.last_token(place) + 1)
                return self._announced(self._named(person), draft, words)
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

    def _named(self, person: Person) -> str:
        """The source that a person is by his name alone."""
        phrase = SourcePhrase(person.label, person.label, person.name, gender=person.gender)
        return self._role_of(person, phrase).id

    def _is_going_on(self, draft: Draft) -> bool:
        """Whether the cue is one by which a report goes on without naming its source again: "hieß es"."""
        return not self.known.goes_on.isdisjoint(self.cue(draft))

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
        if not _is_said(draft):
            return NOBODY
        who, last, quoted = self._last_person, self._last, draft.kind == "direct"
        if quoted and who is not None and draft.passage - who.last[0] <= JUST:
            return Resolution(who.id, "spoken of again", fetched=self._last_words)
        if quoted and (alone := self._alone_in(draft.passage)) is not None:
            person, words = alone
            found = Resolution(self._named(person), "spoken of again", fetched=(draft.passage, (words,)))
            return self._kept(found, draft, draft.passage, [words])
        if last is None or last.person is None or last.mentions < ENOUGH:
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


def _is_said(draft: Draft) -> bool:
    """Whether a statement without a frame is certainly said by somebody: in the subjunctive, or a whole quotation."""
    size = sum(after - first for first, after in draft.content)
    return draft.kind == "indirect_free_indirect" or (draft.kind == "direct" and size > WHOLE)
