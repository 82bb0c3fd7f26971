"""Markdown inside a block reduced to readable words: links, pictures, emphasis, code marks and tags.

Every mark that opens looks for its partner, and a text may consist of marks that find none. So no partner is searched
for twice: what was found for one mark serves all marks before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

_OPENS = re.compile(r"!\[|\[|<https?://")
_TARGET_END = re.compile(r"[)\s]")
_ADDRESS_END = re.compile(r"[>\s]")
_BLANKS = re.compile(r"\s*")
_TARGET = re.compile(r"(?:[^()\s]|\([^()]*\))*+")
_RUN = re.compile(r"\*+|_+")
_PLAIN = re.compile(r"`([^`]*)`|</?[a-zA-Z][^<>]*>|\\([\\`*_{}\[\]()#+.!-])")
#: How often emphasis in emphasis is taken off.
_LEVELS = 2
_MOST_MARKS = 3


class Image(NamedTuple):
    """A picture in a text: offsets of the whole, its alternative words, its address and its title."""

    start: int
    end: int
    alt: str
    source: str
    title: str


class _Searched:
    """The next place of a pattern or a mark behind an offset; offsets must not fall."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[object, int] = {}

    def mark(self, mark: str, at: int, use: str = "") -> int:
        """Where `mark` stands next, -1 for nowhere; `use` tells apart questions whose offsets rise for themselves."""
        return self._next((mark, use), at, lambda: self._text.find(mark, at))

    def pattern(self, pattern: re.Pattern[str], at: int) -> int:
        """Where a match of `pattern` begins next, -1 for nowhere."""
        return self._next(
            pattern, at, lambda: match.start() if (match := pattern.search(self._text, at)) else -1
        )

    def _next(self, key: object, at: int, search: Callable[[], int]) -> int:
        found = self._found.get(key, 0)
        if 0 <= found < at or key not in self._found:
            found = self._found[key] = search()
        return found


def images(text: str) -> Iterator[Image]:
    """The pictures of a text, `![words](address "title")`, in order."""
    if "![" not in text:
        return
    searched = _Searched(text)
    at = 0
    while (at := text.find("![", at)) >= 0:
        image = _image(text, at, searched)
        if image is not None:
            yield image
        at = image.end if image is not None else at + 2


def readable(text: str) -> str:
    """The words of a text on one line, without what is only markup."""
    text = _without_links(_without_images(text))
    for _ in range(_LEVELS):
        text = _without_emphasis(text)
    text = _PLAIN.sub(lambda match: match[1] or match[2] or "", text)
    return " ".join(text.split())


def _without_images(text: str) -> str:
    parts, at = [], 0
    for image in images(text):
        parts += [text[at : image.start], image.alt]
        at = image.end
    return "".join((*parts, text[at:]))


_TITLE_END = {quote: re.compile(rf"{quote}\s*\)") for quote in "\"'"}


def _image(text: str, start: int, searched: _Searched) -> Image | None:
    closes = searched.mark("]", start + 2)
    if closes < 0 or text[closes + 1 : closes + 2] != "(":
        return None
    begin = closes + 2
    end = searched.pattern(_TARGET_END, begin)
    if end <= begin:
        return None
    alt, source = text[start + 2 : closes], text[begin:end]
    behind = _blanks(text, end)
    quote = text[behind : behind + 1]
    if behind > end and quote in _TITLE_END:
        title_end = searched.pattern(_TITLE_END[quote], behind + 1)
        if title_end >= 0:
            return Image(start, text.index(")", title_end) + 1, alt, source, text[behind + 1 : title_end])
    return Image(start, behind + 1, alt, source, "") if text[behind : behind + 1] == ")" else None


def _blanks(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _without_links(text: str) -> str:
    """Links as the words that one clicks on."""
    searched = _Searched(text)
    no_target: set[int] = set()
    parts: list[str] = []
    at = done = 0
    while match := _OPENS.search(text, at):
        start = match.end() - 1 if match[0] != "<" and match[0].endswith("[") else match.start()
        link = (
            _link(text, start, searched, no_target) if text[start] == "[" else _address(text, start, searched)
        )
        if link is None:
            at = start + 1
            continue
        words, end = link
        parts += [text[done:start], words]
        at = done = end
    return "".join((*parts, text[done:])) if parts else text


def _link(text: str, start: int, searched: _Searched, no_target: set[int]) -> tuple[str, int] | None:
    """The words of a link that begins at "[", and where it ends; `no_target` are brackets known to close none."""
    closes = searched.mark("]", start + 1)
    if closes <= start + 1 or closes in no_target:
        return None
    behind = text[closes + 1 : closes + 2]
    if behind == "[":
        end = searched.mark("]", closes + 2, "reference")
        return (text[start + 1 : closes], end + 1) if end >= 0 else None
    if behind != "(" or (target := _TARGET.match(text, closes + 2)) is None:
        return None
    end = target.end()
    quoted = _blanks(text, end)
    if quoted > end and text[quoted : quoted + 1] == '"':
        title_end = searched.mark('"', quoted + 1)
        end = title_end + 1 if title_end >= 0 else end
    if text[end : end + 1] == ")":
        return text[start + 1 : closes], end + 1
    no_target.add(closes)
    return None


def _address(text: str, start: int, searched: _Searched) -> tuple[str, int] | None:
    end = searched.pattern(_ADDRESS_END, start)
    begin = text.index("//", start) + 2
    return (text[start + 1 : end], end + 1) if end > begin and text[end] == ">" else None


def _without_emphasis(text: str) -> str:
    """Text between stars or underscores without them: those that open a word and those that close one."""
    runs = [match.span() for match in _RUN.finditer(text)]
    if not runs:
        return text
    closing = _closing(text, runs)
    parts: list[str] = []
    done = 0
    for start, end in runs:
        if start < done or (start and (text[start - 1].isalnum() or text[start - 1] in "\\*_")):
            continue
        for length in range(min(end - start, _MOST_MARKS), 0, -1):
            opened = start + length
            if opened >= len(text) or text[opened].isspace():
                continue
            ends = closing[text[start], length]
            at = bisect_left(ends, opened + 1)
            if at < len(ends):
                parts += [text[done:start], text[opened : ends[at]]]
                done = ends[at] + length
                break
    return "".join((*parts, text[done:]))


def _closing(text: str, runs: list[tuple[int, int]]) -> dict[tuple[str, int], list[int]]:
    """For each mark and each number of it, where so many of them close: behind a word and before none."""
    closing: dict[tuple[str, int], list[int]] = {
        (mark, length): [] for mark in "*_" for length in range(1, _MOST_MARKS + 1)
    }
    for start, end in runs:
        if end < len(text) and (text[end].isalnum() or text[end] in "*_"):
            continue
        for length in range(1, min(end - start, _MOST_MARKS) + 1):
            at = end - length
            if at and not text[at - 1].isspace():
                closing[text[start], length].append(at)
    return closing
