"""Words that rules look for in a story's prose: lists of regular expressions, each tried only where it can match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

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


def _needs(entry: str) -> tuple[str, ...]:
    """Words in lower case of which each match has one; none if that is not known."""
    try:
        from re import _constants, _parser  # type: ignore[attr-defined]
    except ImportError:  # another Python reads expressions elsewhere: then each is tried everywhere
        return ()
    found = _best(_parser.parse(entry), _constants)
    return tuple(sorted(found)) if found and len(found) <= MOST else ()


def _best(sequence: Any, kinds: Any) -> frozenset[str]:
    """Of the parts that a match must have, the words of the one that is rarest: whose shortest word is longest."""
    choices: list[frozenset[str]] = []
    run = ""
    for kind, value in sequence:
        if kind is kinds.LITERAL:
            run += chr(value).lower()
            continue
        choices.append(frozenset((run,)))
        run = ""
        if kind is kinds.SUBPATTERN:
            choices.append(_best(value[-1], kinds))
        elif kind is kinds.ASSERT:
            choices.append(_best(value[1], kinds))
        elif kind is kinds.BRANCH:
            branches = [_best(branch, kinds) for branch in value[1]]
            choices.append(frozenset().union(*branches) if all(branches) else frozenset())
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0] > 0:
            choices.append(_best(value[2], kinds))
    choices.append(frozenset((run,)))
    known = [words for words in choices if words and min(map(len, words)) >= SHORTEST]
    return max(known, key=lambda words: (min(map(len, words)), -len(words)), default=frozenset())
