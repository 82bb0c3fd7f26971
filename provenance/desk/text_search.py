"""Words looked for in the whole text of all documents, in any case and over any line end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provenance.desk.records import Hit, Page
from provenance.model import Document

#: Code points of the text on each side of a hit.
AROUND = 60


class TextSearch:
    """The words asked for last, and how often each document has them: so that paging counts nothing again."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Nothing is read yet."""
        self._documents = documents
        self._asked = ""
        self._counts: list[int] = []

    def page(self, words: str, after: int, limit: int) -> Page[Hit]:
        """Hits in the order of documents and text."""
        pattern = pattern_of(words)
        if pattern is None:
            return Page((), 0)
        if words != self._asked:
            self._counts = self._counted(words, pattern)
            self._asked = words
        hits: list[Hit] = []
        for place, count in enumerate(self._counts):
            if after >= count:
                after -= count
                continue
            for number, hit in enumerate(hits_in(self._documents[place], place + 1, pattern)):
                if number >= after and len(hits) < limit:
                    hits.append(hit)
            after = 0
            if len(hits) >= limit:
                break
        return Page(hits, sum(self._counts))

    def _counted(self, words: str, pattern: re.Pattern[str]) -> list[int]:
        # Typed further, words can only stand where what was typed before does.
        narrower = bool(self._asked) and words.startswith(self._asked) and " " not in words
        return [
            0 if narrower and not self._counts[place] else sum(1 for _ in found_in(document.text, pattern))
            for place, document in enumerate(self._documents)
        ]


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What finds the words in small letters; nothing for no words."""
    parts = words.lower().split()
    return re.compile(r"\s+".join(map(re.escape, parts))) if parts else None


def found_in(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a text has the words; offsets hold in the text itself."""
    small = text.lower()
    if len(small) != len(text):  # a letter that has two small ones: "İ"
        small = "".join(glyph.lower() if len(glyph.lower()) == 1 else glyph for glyph in text)
    return pattern.finditer(small)


def hits_in(document: Document, number: int, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """The hits in a document."""
    text = document.text
    for match in found_in(text, pattern):
        start, end = match.span()
        line = " ".join(text[max(start - AROUND, 0) : end + AROUND].split())
        yield Hit(document.id, number, start, end, line)
