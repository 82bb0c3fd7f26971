"""Words with a capital that are common nouns all the same, where every noun has one: "Matsch", "Digitalisierung".

Of some 140 names of bodies on 325 stored pages, read by eye, 41 were things: by their ending, by an article before them
elsewhere in the text, or said once, in a frame in which anything may stand ("Sprühkopf … halten").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from provenance.attribute.lexis import SourceWords
from provenance.passage import Passage

#: An unlisted word of so many letters is oftener a compound than a name: of 17 on those pages, 15.
COMPOUND = 9


class CommonNouns:
    """How one document uses its words with capitals."""

    def __init__(self, passages: Sequence[Passage], known: SourceWords) -> None:
        self.passages, self.known = passages, known

    def holds(self, word: str, *, doubtful: bool) -> bool:
        """Whether a word is a common noun; `doubtful`: it stands where anything may, so that a long one that the text
        has nowhere else is taken for a compound.
        """
        bare, behind = self._uses.get(word, (0, 0))
        if behind > bare or word.lower().endswith(self.known.lexicon.abstract_endings):
            return True
        return doubtful and bare + behind < 2 and len(word) >= COMPOUND

    @cached_property
    def _uses(self) -> dict[str, tuple[int, int]]:
        """Word → how often it stands without an article before it, and with one."""
        found: dict[str, tuple[int, int]] = {}
        small = self.known.lexicon.articles | self.known.dropped
        for passage in self.passages:
            for at, word in enumerate(passage.words):
                if word[0].isupper():
                    bare, behind = found.get(word, (0, 0))
                    owned = at > 0 and passage.lower[at - 1] in small
                    found[word] = bare + (not owned), behind + owned
        return found
