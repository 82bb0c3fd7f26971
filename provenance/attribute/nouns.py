"""Nouns for holders of roles and for bodies that a pronoun may mean though they have not spoken yet.

"Die Offensive wurde von einer Sprecherin bestätigt. Sie sagte, …": who is no named person and no earlier source is
found by a noun of its gender in the sentences before. Only where common nouns have capitals is a noun found so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from provenance.attribute.lexis import SourceWords, by_noun
from provenance.attribute.nominative import gender_of_noun, inflection, is_quantity
from provenance.attribute.noun_phrases import COMPANY
from provenance.attribute.people import Place
from provenance.attribute.things import JOINING
from provenance.languages import Range
from provenance.model import SourceType
from provenance.passage import Passage

#: What can be spoken of by a pronoun of its gender, beside holders of roles.
BODIES: frozenset[SourceType] = frozenset({"organisation", "government", "outlet"})
#: What a pronoun of several may mean.
CROWDS: frozenset[SourceType] = frozenset({"crowd", "anonymous"})
#: So many words are looked at on each side of a noun for its article and for what hangs on it.
BEFORE, BEHIND = 4, 5
#: Paragraphs back in which a fuller name of a document is looked for.
PARAGRAPHS = 4
#: So many nouns with a maker are looked at for it, the latest first.
LOOKED = 60
#: Nouns for companies that end a compound are longer.
SHORTEST = 4
#: Sentences in which such a noun is looked for.
BACK = 2


class NounsBefore:
    """The nouns of a document that a pronoun may mean; those of a sentence are read once for all its pronouns."""

    def __init__(self, passages: Sequence[Passage], known: SourceWords) -> None:
        self.passages, self.known = passages, known
        self._read: dict[tuple[int, int, str], tuple[tuple[int, bool], ...]] = {}

    def of(self, place: Place, gender: str) -> Iterator[tuple[int, bool, int, Range]]:
        """Phrases that a pronoun at a place may mean, the nearest sentence first.

        Each with how many sentences back it stands, whether it opens its sentence, and where: number of the passage
        and token range. Nothing in quotations, nothing that hangs on another noun, no word with a name behind it.
        """
        if not self.known.capital_nouns:
            return
        number, token = place
        back = 0
        for at in range(number, max(number - 2, -1), -1):
            passage = self.passages[at]
            sentences = passage.sentences
            last = bisect_right(sentences, token, key=_first) if at == number else len(sentences)
            for first, after in reversed(sentences[max(0, last - BACK - 1) : last]):
                if back > BACK:
                    return
                for head, opens in self._nouns(at, (first, after), gender):
                    if at == number and head >= token:
                        break
                    yield back, opens, at, _extent(passage, head, after, self.known)
                back += 1

    def _nouns(self, number: int, sentence: Range, gender: str) -> tuple[tuple[int, bool], ...]:
        """The nouns of a sentence that a pronoun of a gender may mean, and whether each opens it."""
        key = (number, sentence[0], gender)
        if key not in self._read:
            self._read[key] = tuple(self._found(self.passages[number], sentence, gender))
        return self._read[key]

    def _found(self, passage: Passage, sentence: Range, gender: str) -> Iterator[tuple[int, bool]]:
        first, opens = sentence[0], True
        for head in range(*sentence):
            if not passage.words[head][0].isupper() or passage.quoted(head):
                continue
            if _may_mean(passage, head, gender, self.known):
                yield head, opens
            opens = opens and (head == first or passage.lower[head] in self.known.lexicon.articles)


def _may_mean(passage: Passage, head: int, gender: str, known: SourceWords) -> bool:
    lower, lexicon = passage.lower, known.lexicon
    if head + 1 < len(lower) and passage.words[head + 1][0].isupper():
        return False  # a name behind it
    if gender == "p":
        several = lower[head] in lexicon.crowds or by_noun(lower[head], lexicon) in CROWDS
        return several and not (head and lower[head - 1] in known.governing)
    if _gender(lower[head], known) != gender:
        return False
    at = head - 1
    while (
        at >= max(head - BEFORE, 0) and passage.words[at][0].islower() and lower[at] not in lexicon.articles
    ):
        if lower[at] in known.governing:
            return False
        at -= 1
    if at < 0:
        return False
    determiner = lower[at]
    if at and lower[at - 1] in known.comparing:
        return False  # "keine andere Lage als der Kanzler"
    if determiner not in lexicon.definite and determiner not in lexicon.indefinite:
        return False
    if _is_oblique(determiner, gender, known) and not (at and lower[at - 1] in known.agents):
        return False  # neither a subject nor an agent
    weak = at < head - 1 and lower[head - 1].endswith(inflection(known.code).weak)
    plural = determiner in lexicon.feminine_articles and (gender == "m" or weak)  # "die neuen Rechte"
    hangs = determiner in known.governing_articles and at > 0 and passage.words[at - 1][0].isupper()
    return not plural and not hangs


def _is_oblique(determiner: str, gender: str, known: SourceWords) -> bool:
    """Whether an article can stand before no nominative of a gender: "der Behörde"."""
    masculine = determiner in known.lexicon.definite and determiner not in known.lexicon.feminine_articles
    return determiner in known.oblique or (gender == "f" and masculine)


@lru_cache(maxsize=4096)
def _gender(noun: str, known: SourceWords) -> str:
    """The gender of a noun for a holder or a body; "" for any other word."""
    if known.is_role(noun) or noun in known.lexicon.persons:
        return "f" if noun.endswith(tuple(known.lexicon.female_offices)) else "m"
    return gender_of_noun(noun, known.code) if by_noun(noun, known.lexicon) in BODIES else ""


def _extent(passage: Passage, head: int, limit: int, known: SourceWords) -> Range:
    """From the article to the end of a genitive or "von …" that hangs on the noun."""
    lower = passage.lower
    first = head
    while first > max(head - BEFORE, 0) and passage.words[first - 1][0].islower():
        first -= 1
        if lower[first] in known.lexicon.articles:
            if (
                lower[first] in inflection(known.code).neuter
                and by_noun(lower[head], known.lexicon) in CROWDS
            ):
                first = _with_adjectives(passage, head, known)  # "sehen das junge Leute": no article
            break
    else:
        if first and lower[first - 1] in known.lexicon.articles:
            first -= 1  # "Die" opens the sentence
        else:
            first = _with_adjectives(passage, head, known)
    after = head + 1
    hangs = after < limit and (lower[after] in known.governing_articles or lower[after] in known.made_by)
    if hangs:
        end = after + 1
        while end < min(limit, head + BEHIND) and passage.words[end][0].islower() and lower[end].isalpha():
            end += 1
        while end < limit and passage.words[end][0].isupper():
            end = after = end + 1
    return first, after


def _with_adjectives(passage: Passage, head: int, known: SourceWords) -> int:
    """Where a noun of several without an article begins: "gehen [junge Menschen]", "[Junge Menschen] gehen"."""
    lower, first, strong = passage.lower, head, inflection(known.code).strong.get("p", "\0")
    starts = {start for start, _ in passage.sentences}
    while first and lower[first - 1] not in known.no_sources | known.governing:
        adjective = lower[first - 1].endswith(strong) or is_quantity(lower[first - 1], known.code)
        if not adjective or not (passage.words[first - 1][0].islower() or first - 1 in starts):
            break
        first -= 1
    return first


def noun_ending_at(passage: Passage, end: int, known: SourceWords) -> Range | None:
    """The noun phrase that ends before a token: back over capitals and small words to the determiner of its head."""
    words, lower = passage.words, passage.lower
    if not known.capital_nouns or not words[end - 1][0].isupper():
        return None
    for first in range(end - 1, max(end - BEFORE - BEHIND, -1), -1):
        if not words[first][0].isalnum() or lower[first] in known.relatives - known.lexicon.articles:
            return None
        hangs = lower[first] in known.governing_articles or lower[first] in known.made_by
        if hangs and first and words[first - 1][0].isupper():
            continue
        if lower[first] in known.lexicon.articles:
            return first, end
    return None


def with_makers(passages: Sequence[Passage], known: SourceWords) -> list[Place]:
    """The nouns that have a genitive or a maker behind them, outside quotations, in order."""
    if not known.capital_nouns:
        return []
    return [
        (number, at - 1)
        for number, passage in enumerate(passages)
        for at, word in enumerate(passage.lower)
        if at and (word in known.governing_articles or word in known.made_by) and not passage.quoted(at - 1)
    ]


def fuller_before(
    passages: Sequence[Passage], makers: Sequence[Place], place: Place, head: str, known: SourceWords
) -> tuple[int, Range] | None:
    """The last of the nouns `with_makers` before a place, within so many paragraphs, that is `head` or a compound of
    it: "einen Bericht der Wahlbeobachter … der Bericht"."""
    number, token = place
    last = bisect_left(makers, (number, token - 1))
    for at, noun in reversed(makers[max(0, last - LOOKED) : last]):
        if number - at > PARAGRAPHS:
            return None
        passage = passages[at]
        if passage.lower[noun].endswith(head):
            first, after = _extent(passage, noun, len(passage.lower), known)
            if after > noun + 1:
                return at, (first, after)
    return None


def named_companies(passages: Sequence[Passage], known: SourceWords) -> list[tuple[int, Range]]:
    """Where a noun for a company has its name behind it, "Kabelhersteller Norvolt", in order: number of the passage
    and token range."""
    found: list[tuple[int, Range]] = []
    for number, passage in enumerate(passages):
        for at, noun in enumerate(passage.lower[:-1]):
            joined = passage.words[at + 1] in COMPANY and passage.words[at][0].isupper()  # "Lund & Söhne"
            if not joined and not (passage.words[at + 1][0].isupper() and _is_company(noun, known)):
                continue
            after = at + 1
            while after < len(passage.words) and (
                passage.words[after][0].isupper() or passage.words[after] in JOINING
            ):
                after += 1
            found.append((number, (at, after)))
    return found


def compounds_of(passages: Sequence[Passage], known: SourceWords) -> dict[str, list[Place]]:
    """Generic noun for a body → where a longer noun ends in it, in order: "amt" → "Wasserstraßenamt"."""
    found: dict[str, list[Place]] = {}
    if not known.capital_nouns:
        return found
    heads = sorted(known.generic_bodies | known.companies, key=len, reverse=True)
    endings = tuple(heads)
    for number, passage in enumerate(passages):
        for at, noun in enumerate(passage.lower):
            if passage.words[at][0].isupper() and noun.endswith(endings) and not passage.quoted(at):
                head = next(head for head in heads if noun.endswith(head))
                if len(noun) > len(head) + SHORTEST:
                    found.setdefault(head, []).append((number, at))
    return found


def named_clubs(passages: Sequence[Passage], known: SourceWords) -> list[tuple[int, Range]]:
    """Where a club is named by what its name begins with, "TSV Nordheim", in order."""
    found: list[tuple[int, Range]] = []
    for number, passage in enumerate(passages):
        for at, word in enumerate(passage.words[:-1]):
            if word not in known.club_prefixes or not passage.words[at + 1][0].isalnum():
                continue
            after = at + 1
            while after < len(passage.words) and (
                passage.words[after][0].isupper() or passage.words[after][0].isdigit()
            ):
                after += 1
            if after > at + 1:
                found.append((number, (at, after)))
    return found


@lru_cache(maxsize=4096)
def _is_company(noun: str, known: SourceWords) -> bool:
    return noun in known.companies or (
        known.capital_nouns
        and any(noun.endswith(entry) for entry in known.companies if len(entry) > SHORTEST)
    )


def _first(sentence: Range) -> int:
    return sentence[0]
