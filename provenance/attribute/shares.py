"""Of whom a bare share is that speaks: "46 Prozent gaben an", "drei Viertel sagen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from provenance.attribute.lexis import SourceWords
from provenance.attribute.people import Place
from provenance.attribute.phrases import read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.languages import Range
from provenance.passage import Passage

#: Words of a bare share: "knapp die Hälfte", "gut 46 Prozent".
LONGEST_SHARE = 4
#: Paragraphs in which the group is looked for, and words of its phrase.
PARAGRAPHS, GROUP = 2, 4
#: Words of each in which it is looked for: a paragraph has fewer, and one that never ends costs no more.
LOOKED = 400
_NUMBER = re.compile(r"\d[\d.,]*")


def is_share(passage: Passage, words: Range, known: SourceWords) -> bool:
    """Whether words are a share and do not say of whom."""
    first, after = words
    lower = passage.lower[first:after]
    if not known.fractions or after - first > LONGEST_SHARE or lower[-1] not in known.fractions:
        return False
    small = known.share_openers | known.lexicon.articles | known.lexicon.numbers
    return all(word in small or _NUMBER.fullmatch(word) for word in lower[:-1])


def sharing(passages: Sequence[Passage], place: Place, known: SourceWords) -> SourcePhrase | None:
    """The group that the last share before a place is of, else those whom a poll asked; None for neither."""
    polled = False
    for number, at in _back(passages, place):
        lower = passages[number].lower
        polled = polled or lower[at].endswith(known.poll_ends)
        if lower[at] not in known.fractions or at + 2 >= len(lower):
            continue
        if lower[at + 1] in known.governing_articles or lower[at + 1] in known.made_by:
            group = _group(passages[number], at + 1, known)
            if group is not None:
                return group
    label = next(iter(known.polled), "")
    if not (polled and label):
        return None
    return SourcePhrase("", label.capitalize(), head=label, several=True)


def _group(passage: Passage, at: int, known: SourceWords) -> SourcePhrase | None:
    """The several people whom the words behind a share name: "(40 Prozent) der jungen Beschäftigten"."""
    after = at + 1
    while after < min(at + GROUP, len(passage.words)) and passage.words[after][0].islower():
        after += 1
    if after >= len(passage.words) or not passage.words[after][0].isupper():
        return None
    first = at + (passage.lower[at] in known.made_by)
    phrase = read_phrase(passage, [(first, after + 1)], known)
    if phrase is None or phrase.name or not (phrase.several or phrase.head in known.lexicon.crowds):
        return None
    return replace(phrase, determiner="", several=True)


def _back(passages: Sequence[Passage], place: Place) -> Iterator[Place]:
    """The places before one outside quotations, the nearest first, in so many paragraphs."""
    number, token = place
    for home in range(number, max(number - PARAGRAPHS, -1), -1):
        passage = passages[home]
        last = token if home == number else len(passage.words)
        for at in range(last - 1, max(last - 1 - LOOKED, -1), -1):
            if not passage.quoted(at):
                yield home, at
