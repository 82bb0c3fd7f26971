"""Words that rules look for in a story's prose: lists of regular expressions, each tried only where it can match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.words import phrases

#: Shorter letters are in every text.
SHORTEST = 3
#: So many words of which one must be there are looked for one by one; with more it is cheaper to try the expression.
MOST = 120


class Sought:
    """A list of regular expressions that is searched as one pattern would be, and skips what a text cannot have.

    Of most expressions each match has one of some words; a stretch without any of them is not searched, and an
    expression of which no text had any is not compiled: most texts have words of one in three.
    """

    __slots__ = ("_entries", "_flags", "_made")

    def __init__(self, entries: Sequence[str], flags: int = 0) -> None:
        self._entries = [(entry, _needs(entry)) for entry in entries]
        self._flags = flags
        self._made: dict[int, re.Pattern[str]] = {}

    def _compiled(self, number: int, entry: str) -> re.Pattern[str]:
        if number not in self._made:
            self._made[number] = re.compile(entry, self._flags)
        return self._made[number]

    def among(
        self, text: str, low: str, stretches: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches within stretches of a text, each with the number of its stretch, in their order; of two that
        overlap the earlier, or the first expression's.

        `low`: the text in lower case, letter for letter.
        """
        alive = []
        for number, (entry, needs) in enumerate(self._entries):
            there = [word for word in needs if word in low]
            if there or not needs:
                alive.append((number, self._compiled(number, entry), there))
        for place, (start, end) in enumerate(stretches if alive else ()):
            found = [
                (match.start(), number, match)
                for number, entry, there in alive
                if not there or any(low.find(word, start, end) >= 0 for word in there)
                for match in entry.finditer(text, start, end)
            ]
            last = start
            for at, _, match in sorted(found, key=lambda row: row[:2]):
                if at >= last:
                    last = match.end()
                    yield place, match


@cache
def sought(code: str, name: str, flags: int = 0) -> Sought:
    """A list of the desk's words in a language; nothing is found for a language that does not have it."""
    return Sought(phrases(code, "desk", name), flags)


def spot(match: re.Match[str]) -> tuple[int, int]:
    """What a match points at: its group, where it has one and the words around it are only what it is known by."""
    return match.span(min(1, match.re.groups))


def lowered(text: str) -> str:
    """The text in lower case with each letter at its place: some letters become two when they are small."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


#: A part of an expression, and how often it stands: a group of plain words, letters, an escape, a set, a group's
#: opening, or a sign, all of it in lower case. Read so, and not by the parser of `re`, it costs a fifth of the time.
_PART = re.compile(
    r"(\((?:\?(?:p<\w+>|<?[=!]|[a-zA-Z-]*:|>))?(?:[^\\\[(){*+?.^$]+\))?|[^\\\[(){*+?|.^$]+|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)"
    r"((?:[*+?]|\{(?:\d+(?:,\d*)?|,\d+)\})[?+]?)?",
    re.S,
)
_OPENING = re.compile(r"\((?:\?[^:>=!]*[:>=!])?")
_MAY_LACK = ("*", "?", "{0", "{,")
_NOT = ("(?!", "(?<!")


def _needs(entry: str) -> tuple[str, ...]:
    """Words in lower case of which each match has one; none if that is not known."""
    groups = [_Group("")]
    for sign, times in _PART.findall(lowered(entry)):
        first = sign[0]
        if first == "(":
            if sign == "(" and times:
                return ()  # flags of a part, a condition, a comment: not read here
            group = _Group(sign)
            if sign[-1] != ")":
                groups.append(group)
                continue
            words = frozenset(_OPENING.sub("", sign[:-1], count=1).split("|"))
            groups[-1].add(frozenset() if times.startswith(_MAY_LACK) or sign.startswith(_NOT) else words)
        elif first == ")":
            closed = groups.pop()
            words = closed.words()
            groups[-1].add(frozenset() if times.startswith(_MAY_LACK) or closed.sign in _NOT else words)
        elif sign == "|":
            groups[-1].divide()
        elif first in "[.^$" or (first == "\\" and sign[1].isalnum()):
            groups[-1].add(frozenset())
        else:
            groups[-1].spell(sign.removeprefix("\\"), times)
    found = groups[0].words()
    return tuple(sorted(found)) if len(found) <= MOST else ()


class _Group:
    """What is known of a group of an expression that is being read."""

    __slots__ = ("_branches", "_rarity", "_run", "_words", "sign")

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self._branches: list[frozenset[str]] = []
        self._run = ""
        self._words: frozenset[str] = frozenset()
        """Of the parts that a match must have so far, the words of the one that is rarest: whose shortest word is
        longest."""
        self._rarity = (SHORTEST - 1, 0)

    def spell(self, letters: str, times: str) -> None:
        """Add letters; where they are repeated, only the last of them is, and it may be missing."""
        if not times:
            self._run += letters
            return
        self._run += letters[:-1]
        self.add(frozenset())
        if not times.startswith(_MAY_LACK):
            self._run = letters[-1]
            self.add(frozenset())

    def add(self, words: frozenset[str]) -> None:
        """End the letters read so far, and add a part that has one of some words, or is not known to."""
        if len(self._run) >= SHORTEST:
            self._keep(frozenset((self._run,)))
        self._run = ""
        if words:
            self._keep(words)

    def _keep(self, words: frozenset[str]) -> None:
        rarity = (min(map(len, words)), -len(words))
        if rarity > self._rarity and rarity[0] >= SHORTEST:
            self._words, self._rarity = words, rarity

    def divide(self) -> None:
        """End one branch; another one begins."""
        self.add(frozenset())
        self._branches.append(self._words)
        self._words, self._rarity = frozenset(), (SHORTEST - 1, 0)

    def words(self) -> frozenset[str]:
        """Words of which each match of the group has one; none if that is not known."""
        self.divide()
        return frozenset().union(*self._branches) if all(self._branches) else frozenset()
