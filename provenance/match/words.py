"""Statements as words to compare: figures, names and negation apart, because no likeness of words shows them.

Everything is kept in flat arrays, so that a million statements fit beside each other in a few hundred
megabytes and processes can share them without copying.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import compress, islice

from provenance.glyphs import APOSTROPHES
from provenance.match.numerals import (
    ATTACHED,
    BOUNDS,
    LONGEST_BOUND,
    NEGATIONS,
    NUMBERS,
    SCALES,
    UNITS,
    fold,
    number_value,
)
from provenance.words import any_of

#: Words beyond this are not compared: a statement is a sentence or two, and a hostile one costs no more.
LONGEST = 400
_TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]\d|\d)"  # 12 000
    rf"|\d+(?:[.,:]\d+)*(?:(?:{any_of(ATTACHED)})(?![^\W_]))?"
    rf"|{any_of(sign for sign in UNITS if not sign.isalpha())}|[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*"
)
_NUMBER, _UNKNOWN = -1, -2


def is_cut(text: str) -> bool:
    """Whether a text has more than `LONGEST` words, so that its end is not compared."""
    return len(text) > LONGEST and any(True for _ in islice(_TOKEN.finditer(text), LONGEST, None))


class Figures:
    """The figures of all statements, one after the other."""

    __slots__ = ("after", "before", "bounds", "starts", "values")

    def __init__(self) -> None:
        """No figures yet."""
        self.values = array("d")
        self.bounds = array("B")
        """Code point of "<" at most, ">" at least, "~" about; 0 without a bound."""
        self.before = array("i")
        """Word before the figure and its bound, -1 if none."""
        self.after = array("i")
        """Word after it: mostly what it counts."""
        self.starts = array("I", [0])


class Corpus:
    """Readings of statements: two statements with the same words and figures share one reading."""

    __slots__ = (
        "_before",
        "_codes",
        "_known",
        "counts",
        "figures",
        "names",
        "negated",
        "numbered",
        "starts",
        "texts",
        "words",
    )

    def __init__(self) -> None:
        """An empty corpus."""
        self.words: list[str] = []
        """Folded words by number."""
        self.counts = array("I")
        """In how many readings a word stands."""
        self.texts = array("I")
        """Numbers of the words of all readings, each word once a reading, in order."""
        self.starts = array("I", [0])
        self.names = bytearray()
        """Beside `texts`: 1 where the word has a capital that its sentence does not give it."""
        self.negated = bytearray()
        self.numbered = bytearray()
        """For each reading, whether a number or a word for one stands in a text of it, or a text of it was cut."""
        self.figures = Figures()
        self._codes: dict[str, int] = {}
        self._known: dict[bytes, int] = {}
        self._before: tuple[str, list[str], list[int]] = ("", [], [])
        """The text added last with its tokens and codes."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def content(self, reading: int) -> array[int]:
        """The words of a reading, by number."""
        return self.texts[self.starts[reading] : self.starts[reading + 1]]

    def named(self, reading: int) -> set[int]:
        """The words of a reading that name somebody or something."""
        start, end = self.starts[reading], self.starts[reading + 1]
        return set(compress(self.texts[start:end], self.names[start:end]))

    def in_order(self, a: int, b: int) -> int:
        """-1 if the words of the first reading come first, in the order of their letters, 1 if the other's do, 0 if
        they are the same words."""
        ours, theirs = self.content(a), self.content(b)
        for one, other in zip(ours, theirs, strict=False):
            if one != other:
                return -1 if self.words[one] < self.words[other] else 1
        return (len(ours) > len(theirs)) - (len(ours) < len(theirs))

    def figure_range(self, reading: int) -> range:
        """The numbers of a reading's figures."""
        return range(self.figures.starts[reading], self.figures.starts[reading + 1])

    def add(self, text: str) -> int:
        """The number of the statement's reading: a new one, or that of a statement that says the very same."""
        tokens, codes = self._coded(text)
        figures: list[tuple[float, int, int, int]] = []
        numbered = _NUMBER in codes
        if numbered:
            figures, codes = self._figures(tokens, codes)
        named = {code >> 2 for code in codes[1:] if code & 1}
        negated = any(code & 2 for code in codes)
        content = array("I", dict.fromkeys([code >> 2 for code in codes if code >= 0]))
        key = content.tobytes() + (repr((figures, negated)).encode() if figures or negated else b"")
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = len(self)
            self._append(content, named, negated, figures)
        if numbered or len(tokens) == LONGEST:
            self.numbered[known] = True
        return known

    def _coded(self, text: str) -> tuple[list[str], list[int]]:
        """A text's tokens and their codes. What stands in a report's report ("sagte, man teile mit, dass …") ends
        the text added before it: of that only the words in front are read again."""
        before, tokens, codes = self._before
        if len(text) < len(before) and before.endswith(text):
            ahead = _TOKEN.findall(before, 0, len(before) - len(text))
            if ahead == tokens[: len(ahead)]:  # no figure goes over the seam
                tokens, codes = tokens[len(ahead) :], codes[len(ahead) :]
                self._before = text, tokens, codes
                return tokens, codes
        tokens = _TOKEN.findall(text)
        whole, tokens = len(tokens) <= LONGEST, tokens[:LONGEST]
        get = self._codes.get
        codes = [get(token, _UNKNOWN) for token in tokens]
        if _UNKNOWN in codes:
            codes = [
                self._learn(token) if code == _UNKNOWN else code
                for token, code in zip(tokens, codes, strict=True)
            ]
        self._before = (text, tokens, codes) if whole else ("", [], [])
        return tokens, codes

    def _append(
        self,
        content: array[int],
        named: set[int],
        negated: bool,
        figures: Sequence[tuple[float, int, int, int]],
    ) -> None:
        counts = self.counts
        for word in content:
            counts[word] += 1
        self.texts += content
        self.names += bytes([word in named for word in content]) if named else bytes(len(content))
        self.starts.append(len(self.texts))
        self.negated.append(negated)
        self.numbered.append(False)
        store = self.figures
        for value, bound, before, after in figures:
            store.values.append(value)
            store.bounds.append(bound)
            store.before.append(before)
            store.after.append(after)
        store.starts.append(len(store.values))

    def _learn(self, token: str) -> int:
        """The code of a new token: its word's number, times four, plus 1 for a capital and 2 for a negation."""
        folded = fold(token)
        if token[0].isdigit() or folded in NUMBERS:
            code = _NUMBER
        else:
            base = self._codes.get(folded, _UNKNOWN)
            if base < 0:
                word = len(self.words)
                self.words.append(folded)
                self.counts.append(0)
                base = word << 2 | (2 if folded in NEGATIONS else 0)
                self._codes[folded] = base
            code = base | (1 if token[0].isupper() else 0)
        self._codes[token] = code
        return code

    def _figures(
        self, tokens: Sequence[str], codes: Sequence[int]
    ) -> tuple[list[tuple[float, int, int, int]], list[int]]:
        """The figures among the tokens, and the codes without the words that belong to figures."""
        found: list[tuple[float, int, int, int]] = []
        kept: list[int] = []
        at = 0
        while at < len(tokens):
            if codes[at] != _NUMBER:
                kept.append(codes[at])
                at += 1
                continue
            token, first = tokens[at], at
            value = number_value(token) if token[0].isdigit() else NUMBERS[fold(token)]
            at += 1
            if value is None:
                continue
            while at < len(tokens) and (scale := SCALES.get(fold(tokens[at]))):
                value *= scale
                at += 1
            bound, size = _bound(tokens, first)
            before = codes[first - size - 1] if first > size else -1
            after = codes[at] if at < len(tokens) else -1
            found.append((value, bound, max(before, -1) >> 2, max(after, -1) >> 2))
        return found, kept


def _bound(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """The bound that the words before a figure put on it, and how many words that takes."""
    for size in range(LONGEST_BOUND, 0, -1):
        if at >= size:
            bound = BOUNDS.get(" ".join(map(fold, tokens[at - size : at])))
            if bound:
                return ord(bound), size
    return 0, 0
