"""Whether two documents tell of one event: by their dates, and by the rare words that they share."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.match.engine import Matcher
from provenance.match.order import far_apart
from provenance.match.relate import MANY
from provenance.model import Document, Statement

#: Words below this rarity stand in reports of everything: 1 is a word of one statement only.
RARE = 0.35
#: Cosine of two documents' words, weighed by rarity, from which on they may tell of one event.
SAME_EVENT = 0.15


class Events:
    """The documents of a run, asked for in pairs."""

    def __init__(
        self, documents: Sequence[Document], statements: Sequence[Statement], matcher: Matcher
    ) -> None:
        """The matcher must hold the statements in this order, and know the weights of their words."""
        self._documents = {document.id: document for document in documents}
        self._told = matcher.known >= MANY
        self._words: dict[str, dict[int, float]] = {}
        self._sizes: dict[str, float] = {}
        self._answers: dict[tuple[str, str], bool] = {}
        if self._told:
            for number, statement in enumerate(statements):
                self._words.setdefault(statement.document, {}).update(matcher.rarities(number, RARE))
            self._sizes = {
                name: sum(rarity**2 for rarity in words.values()) ** 0.5
                for name, words in self._words.items()
            }

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._documents)

    def same(self, a: str, b: str) -> bool:
        """Whether two documents, by id, may tell of one event; among few statements, all that are near in time."""
        if a == b:
            return True
        key = (a, b) if a < b else (b, a)
        answer = self._answers.get(key)
        if answer is None:
            near = not far_apart(self._documents[a], self._documents[b])
            answer = near and (not self._told or self._likeness(a, b) >= SAME_EVENT)
            self._answers[key] = answer
        return answer

    def _likeness(self, a: str, b: str) -> float:
        ours, theirs = self._words[a], self._words[b]
        shared = sum(ours[word] ** 2 for word in ours.keys() & theirs.keys())
        return shared / (self._sizes[a] * self._sizes[b]) if shared else 0.0
