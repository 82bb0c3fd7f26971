"""Words with a capital that are common nouns all the same, where every noun has one: "Kaufempfehlungen", "Melancholie".

Of some 140 names of bodies on 325 stored pages, read by eye, 41 were things. An article before the word elsewhere tells
nothing: "die Hamas", "der Lufthansa".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from provenance.attribute.lexis import SourceWords
from provenance.attribute.people import Place
from provenance.passage import Passage

#: An unlisted word of so many letters is oftener a compound than a name: of 17 on those pages, 15.
COMPOUND = 9


class CommonNouns:
    """How one document uses its words with capitals."""

    def __init__(self, passages: Sequence[Passage], known: SourceWords) -> None:
        self.passages, self.known = passages, known

    def holds(self, word: str, *, doubtful: bool) -> bool:
        """Whether a long word is a common noun: by its ending, or because the text has it once, where anything may stand
        (`doubtful`: the subject of an act, the words before a colon).
        """
        if len(word) < COMPOUND:
            return False
        return word.lower().endswith(self.known.lexicon.abstract_endings) or (
            doubtful and self._uses[word] < 2
        )

    def first_use(self, noun: str) -> Place:
        """Where the document has a lower-case noun first; behind its end if it has it nowhere."""
        return self._first_uses.get(noun, (len(self.passages), 0))

    @cached_property
    def _first_uses(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for number, passage in enumerate(self.passages):
            for at, word in enumerate(passage.lower):
                found.setdefault(word, (number, at))
        return found

    @cached_property
    def _uses(self) -> Counter[str]:
        """Word with a capital → how often the document has it."""
        return Counter(word for passage in self.passages for word in passage.words if word[0].isupper())
