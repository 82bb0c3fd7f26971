"""Whether one word with a capital, of which no list knows anything, is somebody's surname.

"„Niemals“, sagt Petersen" is a person, "Siemens teilte mit" a body: by how the word speaks, by what stands beside it
elsewhere in the story, and by the registers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from provenance.attribute.holders import Holders
from provenance.attribute.kinds import type_of
from provenance.attribute.lexis import by_noun, given_gender
from provenance.attribute.noun_phrases import without_genitive
from provenance.attribute.people import is_title_case
from provenance.attribute.phrases import OWNS, SHORTEST_OWNER
from provenance.attribute.records import SourcePhrase
from provenance.languages import Draft, Range
from provenance.model import SourceType

#: Types that registers and lists of names tell.
REGISTERED: frozenset[SourceType] = frozenset({"agency", "outlet", "metonym", "government", "social_media"})


class SingleNames(Holders):
    """The sources of a cast that one word names."""

    _written: frozenset[str]
    """The words with a capital of the story."""
    _phrases: dict[tuple[int, Range], SourcePhrase | None]
    """Passage and first range of a draft's speaker → his phrase."""

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

    def _whose_holder(self, phrase: SourcePhrase | None) -> SourcePhrase | None:
        """ "ein Sprecher Linds", "der Anwalt Otto Linds": a name in the genitive behind a role is whose holder speaks, and
        nobody's who speaks; by the article, or because the story has the name without its ending."""
        known = self.known
        if phrase is None or not (known.capital_nouns and phrase.name and phrase.offices) or phrase.employer:
            return phrase
        last = phrase.name[-1]
        stem = last.removesuffix(OWNS)
        if stem == last or len(stem) < SHORTEST_OWNER:
            return phrase
        place = len(phrase.name) == 1 and stem.lower() in known.countries | known.lexicon.metonyms
        if phrase.determiner not in known.lexicon.indefinite and not place and stem not in self._written:
            return phrase  # "der Trainer Hans Meurers"
        owner = " ".join(phrase.name)
        label, head = f"{phrase.role} {owner}", phrase.offices[-1]
        gender = "f" if head.endswith(tuple(known.lexicon.female_offices)) else ""
        return replace(
            phrase,
            label=label,
            name=(),
            role=label,
            head=head,
            gender=gender,
            owner="" if place else owner,
            bare=False,
        )

    def _speaks_in_person(self, phrase: SourcePhrase, draft: Draft) -> bool:
        """Whether a word that is no abbreviation "says" and "laughs", or is quoted in the first person singular: no body
        does."""
        word = phrase.label
        listed = by_noun(word.lower(), self.known.lexicon) is not None or self._is_registered(word, phrase)
        if not word[1:].islower() or listed:
            return False
        if (
            not self.known.personal_cues.isdisjoint(self.cue(draft))
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
        """Word with a capital → those that stand before it within sentences, outside title case; at the beginning of one
        only where the text brings in its bearer: "Meanwhile Orlik" comes later."""
        found: dict[str, dict[str, None]] = {}
        met: set[str] = set()
        for passage in self.passages:
            if is_title_case(passage):
                continue
            starts = {first for first, _ in passage.sentences}
            for at, (before, word) in enumerate(pairwise(passage.words)):
                if not word[0].isupper():
                    continue
                bare = without_genitive(word)
                if before[0].isupper() and (at not in starts or bare not in met):
                    found.setdefault(bare, {}).setdefault(before)
                met.add(bare)
        return found

    def _may_be_given(self, word: str) -> bool:
        """Whether a word with a capital may be a given name for all that is known of it."""
        known, lower = self.known, word.lower()
        listed = known.no_sources | known.governing | known.relatives | known.lexicon.articles | known.times
        common = lower in listed or lower in known.lexicon.pronouns or lower in known.countries
        role = known.is_role(lower) or known.is_title(lower) or by_noun(lower, known.lexicon) is not None
        return word.isalpha() and not word.isupper() and len(word) > 1 and not (common or role)
