"""A source that is no person with a name: a holder of a role, a body, a document, a group."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from provenance.attribute.kinds import is_group
from provenance.attribute.lexis import by_noun
from provenance.attribute.nominative import is_quantity, nominative
from provenance.attribute.noun_phrases import COMPANY, PhraseWords
from provenance.attribute.records import SourcePhrase
from provenance.glyphs import QUOTES
from provenance.languages.media import media_of
from provenance.model import SourceType
from provenance.passage import plain

#: Types of nouns by which nobody is called.
COMMON: frozenset[SourceType] = frozenset({"anonymous", "crowd", "document"})
#: What stands within a company's name beside capitals: "Falk & Söhne", "Werk 7".
JOINING = frozenset("&+0123456789")
#: No more words than this stand in a label: what follows is no name.
LONGEST_LABEL = 16


class ThingReader(PhraseWords):
    """Reads the head of a noun phrase, and what its label keeps."""

    def thing(self, tokens: Sequence[int], determiner: str) -> SourcePhrase | None:
        """A role without a name, a body, a document, a group."""
        tokens, classifier = self._without_classifier(self._until_verb(tokens))
        head = self.head(tokens)
        if determiner in self.known.genitive_articles and self._is_named_behind(tokens):
            head = 0  # "des Recherchezentrums Lupe"
        noun = self.lower[tokens[head]]
        for ending in self.known.agent_reports:
            listed = noun in self.lexicon.documents  # "Pressemitteilung" is nobody's called Presse
            if noun.endswith(ending) and len(noun) - len(ending) > 2 and not listed:
                return self._agent_of_report(tokens, head, ending, determiner)
        counts = self._counts_people(tokens[head + 1 :])
        if noun.endswith(self.lexicon.abstract_endings) and not (self.is_listed(noun) or counts):
            return None  # "glatte Desinformation": nothing that speaks
        alone = (
            (len(tokens) == 1 and not self._is_masthead_word(tokens[0], determiner))
            or self.known.capital_nouns
            or self.words[tokens[head]][0].islower()
        )
        if noun in self.known.no_sources and alone and not counts:
            return None
        words, several = [self.words[at] for at in tokens], False
        if not self.passage.quoted(tokens[head]) or determiner in self.known.governing_articles:
            words, several = nominative(words, head, determiner, self.known.code)
            words = self._in_small(words, tokens, head)
        woman = several and self._is_one_woman(tokens, determiner)
        several = several and not woman
        label = self.joined(words, tokens)
        if self._is_title(tokens):
            label = media_of(self.known.code).printed(label)
        if not label or self._is_no_noun(tokens, head, determiner):
            return None
        role = self.known.is_role(noun) or self.known.is_title(noun)
        role = role or (self.words[tokens[head]][0].isupper() and self._is_agent(noun, determiner))
        role = role and not self._is_masthead(tokens[: head + 1]) and not self._is_title(tokens)
        role = role and COMPANY.isdisjoint(self.words[at] for at in tokens[: head + 2])
        offices = (plain(words[head]),) if role else ()
        return SourcePhrase(
            "",
            label,
            role=label if offices else "",
            offices=offices,
            head=plain(words[head]),
            determiner=determiner,
            gender="f" if woman else self.gender_of_role(offices, determiner),
            party=self.party(tokens),
            employer=self.employer(tokens) if offices else "",
            classifier=classifier,
            several=several,
            titled=bool(determiner) and not classifier and self._is_title(tokens),
            bare=not determiner
            and all(self.words[at][0].isupper() for at in tokens if self.words[at][0].isalpha()),
        )

    def _is_one_woman(self, tokens: Sequence[int], determiner: str) -> bool:
        """ "von der Vorsitzenden": behind a preposition of the dative the article is one woman's, and not several people's."""
        at = tokens[0] - 2
        dative = at >= 0 and self.lower[at] in self.known.made_by and self.lower[at + 1] == determiner
        return dative and determiner in self.known.governing_articles & self.lexicon.masculine_articles

    def _in_small(self, words: list[str], tokens: Sequence[int], head: int) -> list[str]:
        """ "Einige Anwohner" → "einige Anwohner": the adjective that opens a sentence before people has its capital only
        there; a body's adjective may be a part of its name."""
        first, sentences = tokens[0], self.passage.sentences
        if "-" in words[0] or not words[0][0].isupper():
            return words
        if sentences[bisect_right(sentences, first, key=itemgetter(0)) - 1][0] != first:
            return words
        if not self.known.capital_nouns:
            return self._common(words, tokens, head)
        if not head:
            return words
        kind = by_noun(self.lower[tokens[head]], self.lexicon)
        people = kind in ("crowd", "anonymous") or self.known.is_role(self.lower[tokens[head]])
        quantity = is_quantity(self.lower[first], self.known.code)
        if not people and not quantity:
            return words
        adjective = quantity or (
            not self.is_listed(self.lower[first]) and words[0].endswith(self.known.adjective_ends)
        )
        return [words[0].lower(), *words[1:]] if adjective else words

    def _common(self, words: list[str], tokens: Sequence[int], head: int) -> list[str]:
        """ "Residents said" → "residents", "Court papers say" → "court papers", where only names have capitals."""
        known, lower = self.known, self.lower[tokens[0]]
        noun = lower in known.common_openers if head else self._is_common(lower)
        small = self.words[tokens[head]].islower() or not head
        names = any(self.words[at][0].isupper() for at in tokens[1 : head + 1])
        return [words[0].lower(), *words[1:]] if noun and small and not names else words

    def _is_common(self, noun: str) -> bool:
        """Whether a noun is for several people or for a paper, and no body's name: "residents", not "Police", "Cook"."""
        listed = by_noun(noun, self.lexicon) in COMMON or noun in self.lexicon.articles  # "Another"
        return listed or is_group(noun, "", self.known)

    def _is_named_behind(self, tokens: Sequence[int]) -> bool:
        """Whether a noun in the genitive opens a phrase, and its name stands behind it."""
        return (
            len(tokens) > 1
            and self.lower[tokens[0]].endswith(self.known.genitives)
            and all(self.words[at][0].isupper() for at in tokens[:2])
            and self.words[tokens[0]].isalpha()
        )

    def _is_masthead(self, tokens: Sequence[int]) -> bool:
        """Whether several capitals are a paper's name though the last of them is a role: "the Valley Courier"."""
        capitals = len(tokens) > 1 and all(self.words[at][0].isupper() for at in tokens)
        kind = by_noun(self.lower[tokens[-1]], self.lexicon)
        return capitals and not self.known.capital_nouns and kind == "outlet"

    def _is_masthead_word(self, at: int, determiner: str) -> bool:
        """Whether one capital behind the article is a paper: "the Times"."""
        kind = by_noun(self.lower[at], self.lexicon)
        return (
            kind == "outlet"
            and self.capital(at)
            and determiner in self.lexicon.definite
            and not self.known.capital_nouns
        )

    def _is_title(self, tokens: Sequence[int]) -> bool:
        """Whether a phrase is one quotation from its first word to its last."""
        return bool(tokens) and all(map(self.passage.quoted, tokens))

    def _is_agent(self, noun: str, determiner: str) -> bool:
        """Whether an unlisted noun with an article names somebody by what he does or where he is from: "der
        Hamburger"."""
        known = self.known
        return (
            bool(known.agent_endings)
            and (determiner in self.lexicon.definite or determiner in self.lexicon.indefinite)
            and noun.endswith(known.agent_endings)
            and not noun.endswith(known.no_agents)
            and by_noun(noun, self.lexicon) is None
        )

    def _counts_people(self, tokens: Sequence[int]) -> bool:
        """Whether a group hangs on a quantity: "54 Prozent der Befragten"."""
        lexicon = self.lexicon
        return any(self.lower[at] in lexicon.crowds or self.lower[at] in lexicon.persons for at in tokens)

    def _is_no_noun(self, tokens: Sequence[int], head: int, determiner: str) -> bool:
        """Whether small words without a determiner are no noun phrase, but a clause or what is left of one."""
        first = self.lower[tokens[0]]
        if determiner or not self.words[tokens[0]].islower() or self.known.capital_nouns:
            return not any(glyph.isalpha() for at in tokens for glyph in self.words[at])
        if first in self.known.governing or (len(tokens) > 1 and first.endswith(self.known.clause_endings)):
            return True
        return len(tokens) == 1 and not self.is_listed(first)

    def _until_verb(self, tokens: Sequence[int]) -> list[int]:
        """Without a relative clause, and no longer than a name may be."""
        kept = list(tokens[:LONGEST_LABEL])
        for number, at in enumerate(kept):
            if number and self.lower[at] in self.known.examples:
                return kept[:number]  # "Forscher wie Lund"
            small = number == 1 or self.words[kept[number - 1]].islower()
            last = number + 1 == len(kept)
            had = self.known.had_by | self.known.put_out if last else self.known.had_by
            if number and self.lower[at] in had and small:
                return kept[:number]  # "court papers obtained by the Courier", "a poll released Monday"
            if number > 1 and self.lower[at] in self.known.relatives and not self.known.capital_nouns:
                return kept[:number]
        return kept

    def _without_classifier(self, tokens: list[int]) -> tuple[list[int], str]:
        """ "Nachrichtenagentur AFP" → "AFP", "the newspaper Haaretz" → "Haaretz", with the noun left out."""
        for number, at in enumerate(tokens[:-1]):
            word = self.lower[at]
            noun = word.rsplit("-", 1)[-1]
            if not self.is_classifier(noun):
                if self.is_listed(noun) and (self.words[at][0].isupper() or not self.known.capital_nouns):
                    break  # the head is another noun
                continue
            behind = number + 1
            quoted = self.words[tokens[behind]] in QUOTES
            behind += quoted
            after = behind
            while (
                after < len(tokens)
                and self.words[tokens[after]] not in QUOTES
                and (
                    quoted
                    or self.capital(tokens[after])
                    or self.words[tokens[after]][0] in JOINING
                    or self._is_within_name(tokens, after)
                )
            ):
                after += 1
            if after > behind and (quoted or self.capital(tokens[behind])):
                return tokens[behind:after], noun
        return tokens, ""

    def _is_within_name(self, tokens: Sequence[int], at: int) -> bool:
        """Whether a small word of another language joins a name: "Movement for Change"."""
        foreign = self.lower[tokens[at]] in self.known.body_particles - self.known.governing_articles
        return (
            foreign and at + 1 < len(tokens) and self.capital(tokens[at - 1]) and self.capital(tokens[at + 1])
        )

    def _agent_of_report(
        self, tokens: Sequence[int], head: int, ending: str, determiner: str
    ) -> SourcePhrase | None:
        """ "israelischen Armeeangaben" → "israelische Armee", "NASA-Angaben" → "NASA"."""
        word = self.words[tokens[head]]
        stem = word[: len(word) - len(ending)]
        agent = stem.rstrip("-")
        if not stem.endswith("-"):
            agent = agent if self.is_listed(agent.lower()) else agent.removesuffix("s")
            if not self.is_listed(agent.lower()):
                return None
        words = [self.words[at] for at in tokens[:head]]
        words = [word for word in words if word.lower() not in self.known.empty_reports]
        label = " ".join(nominative([*words, agent], len(words), "", self.known.code)[0])
        return SourcePhrase("", label, head=agent.lower(), determiner=determiner, bare=not words)
