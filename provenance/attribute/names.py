"""The persons a document names: full names, surnames, offices and the gender their words give."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from provenance.glyphs import APOSTROPHES
from provenance.languages import Lexicon
from provenance.passage import Passage
from provenance.words import words as listed

#: Words inside a name that are written small, in whatever language the name is.
PARTICLES = listed("all", "names", "particles")
#: A genitive's ending with either apostrophe.
GENITIVES = tuple(apostrophe + "s" for apostrophe in APOSTROPHES)
_OPEN_PARTICLES = listed("all", "names", "open_particles")
_PREPOSITIONS = listed("all", "names", "preposition_particles")


@dataclass(slots=True)
class NamePhrase:
    """A speaker's words taken apart."""

    words: list[str]
    name: list[str]
    """The proper name, fullest part: ["Choe", "Son", "Hui"]."""
    office: str = ""
    """Lower-case noun of the role: "außenministerin"."""
    article: str = ""
    head: str = ""
    """Lower-case first noun, if the phrase is no bare name."""


@dataclass(slots=True)
class Person:
    """Somebody with a name, as far as the document tells."""

    name: list[str]
    offices: dict[str, None] = field(default_factory=dict)
    """In order of appearance."""
    gender: str = ""
    """"m", "f" or "" while unknown."""
    source: str = ""
    turn: int = 0
    """Number of the last mention among those of all persons."""


@lru_cache(maxsize=8192)
def is_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a lower-case noun is a role, by itself or as the end of a compound."""
    if word in lexicon.offices:
        return True
    last = word.rsplit("-", 1)[-1]
    if last in lexicon.offices:
        return True
    for size in (16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4):
        if size < len(last) and last[-size:] in lexicon.offices:
            return True
    return last.endswith("s") and last[:-1] in lexicon.offices


def read_phrase(words: Sequence[str], lexicon: Lexicon) -> NamePhrase:
    """Article, office and proper name of a noun phrase.

    A name that hangs on a preposition or a genitive ("mayor of Lower Harrow") is not the speaker's own,
    unless there is no other; one in apposition ("the mayor, Daniel Osei") is, but not behind "a spokesman".
    """
    phrase = NamePhrase(list(words), [])
    runs: list[_Run] = []
    run = _Run([], governed=False)
    depth = 0
    for word in words:
        lower = word.lower()
        depth += (word in "([") - (word in ")]")
        if depth or word in ")]":
            continue
        office = is_office(lower, lexicon)
        inside = (
            bool(run.words) and lower in PARTICLES and (lower not in _PREPOSITIONS or len(run.words) == 1)
        )
        inside = inside and (lower not in lexicon.articles or run.words[-1].lower() in _OPEN_PARTICLES)
        if inside or (
            word[0].isupper() and not (office or lower in lexicon.articles or lower in lexicon.titles)
        ):
            run.words.append(word)
            phrase.head = phrase.head or lower
            continue
        if run.words:
            runs.append(run)
        governed = bool(runs or phrase.head) and word.isalpha() and word[0].islower()
        known = office or lower in lexicon.titles
        run = _Run([], governed and not known, direct=known)
        if lower in lexicon.articles:
            phrase.article = phrase.article or (lower if not phrase.head else "")
        elif office or lower in lexicon.titles:
            phrase.office = phrase.office or (lower if office else "")
            phrase.head = phrase.head or lower
    if run.words:
        runs.append(run)
    phrase.name = _own_name(phrase, runs, lexicon)
    return phrase


@dataclass(slots=True)
class _Run:
    """Capitalised words in a row; `governed`: a preposition or a genitive stands before them."""

    words: list[str]
    governed: bool
    direct: bool = False
    """An office or a title stands right before them."""


def _own_name(phrase: NamePhrase, runs: Sequence[_Run], lexicon: Lexicon) -> list[str]:
    own = [run.words for run in runs if not run.governed and not run.words[-1].endswith(GENITIVES)]
    if phrase.office and phrase.article in lexicon.indefinite:
        # "A spokesman for the operator, Harrow Hydro": the name behind the comma is the operator's.
        own = [run.words for run in runs if run.direct]
    elif not own and not phrase.office:
        own = [run.words for run in runs]
    best = next((name for name in own if len(name) > 1), own[-1] if own else [])
    while best and best[-1].lower() in PARTICLES:
        best = best[:-1]
    return best


def gender_of(phrase: NamePhrase, lexicon: Lexicon) -> str:
    """ "f" or "m" by the office's ending or the article before it; "" if the words do not say."""
    office = phrase.office
    if office:
        if office.endswith(tuple(lexicon.female_offices)):
            return "f"
        if phrase.article in lexicon.masculine_articles:
            return "m"
        if phrase.article in lexicon.feminine_articles:
            return "f"
        return "m" if lexicon.feminine_articles else ""  # an office without a woman's ending
    lowered = {word.lower().rstrip(".") for word in phrase.words}
    if lowered & lexicon.male_titles:
        return "m"
    if lowered & lexicon.female_titles:
        return "f"
    return ""


class FullNames:
    """The names of a document's persons as its sentences give them in full, looked up by surname."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._passages = passages
        self._lexicon = lexicon
        self._known: dict[str, list[str]] = {}

    def of(self, surname: str) -> list[str]:
        """First name and surname, where some sentence of the document gives both; else the surname alone."""
        if surname not in self._known:
            self._known[surname] = next(self._full(surname), [surname])
        return self._known[surname]

    def _full(self, surname: str) -> Iterator[list[str]]:
        for passage, at in self._places.get(surname, ()):
            start = at
            while start > 0 and at - start < 3 and _is_given_name(passage, start - 1, self._lexicon):
                start -= 1
            if start < at:
                yield passage.words[start : at + 1]

    @cached_property
    def _places(self) -> dict[str, list[tuple[Passage, int]]]:
        """Capitalised word → where it stands."""
        places: dict[str, list[tuple[Passage, int]]] = {}
        for passage in self._passages:
            for at, word in enumerate(passage.words):
                if word[0].isupper():
                    places.setdefault(word, []).append((passage, at))
        return places


def _first_token(sentence: tuple[int, int]) -> int:
    return sentence[0]


def _is_given_name(passage: Passage, at: int, lexicon: Lexicon) -> bool:
    word, lower = passage.words[at], passage.lower[at]
    if not word[0].isupper() or (not word.isalpha() and "-" not in word):
        return False
    if (
        lower in lexicon.articles
        or lower in lexicon.titles
        or is_office(lower, lexicon)
        or lower in lexicon.pronouns
    ):
        return False
    # The first word of a sentence has its capital for another reason, unless an office stands before the name.
    first = passage.sentences[bisect_right(passage.sentences, at, key=_first_token) - 1][0] == at
    return not first and not lower.endswith(lexicon.abstract_endings)
