"""Quotations without a frame take the speaker of the statement before them.

Within one paragraph and the two before it the last speaker is meant; where another spoke in the same
paragraph as well, the words alone do not decide, and the other is kept as a rival.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.languages.base import Draft, Range
from provenance.languages.en.words import CONTRACTED_SUBJECTS, RELATIVES, SUBJECT_PRONOUNS
from provenance.passage import Passage

#: How many paragraphs back a speaker is fetched from, and from how many statements at most.
REACH, MEMORY = 2, 8


def fetch_speakers(found: list[Draft], drafts: list[Draft], passages: Sequence[Passage]) -> None:
    """Give each carried draft in `found` the speaker of an earlier one; `drafts` were found before."""
    for position, draft in enumerate(found):
        if draft.carried and not draft.speaker:
            earlier = [*drafts[-MEMORY:], *found[max(position - MEMORY, 0) : position]]
            _fetch(draft, [other for other in reversed(earlier) if other.parent is None], passages)


def _fetch(draft: Draft, earlier: list[Draft], passages: Sequence[Passage]) -> None:
    for other in earlier:
        place = other.speaker_home
        if not other.speaker or other.agentless or draft.passage - place > REACH:
            continue
        if not draft.speaker:
            draft.speaker, draft.speaker_passage = list(other.speaker), place
        elif place == draft.speaker_passage and _is_rival(passages[place], draft, other.speaker):
            draft.rivals.append(other.speaker[0])


def _is_rival(passage: Passage, draft: Draft, speaker: list[Range]) -> bool:
    """Whether another speaker can be told from the one found: both are named, by different words."""
    seen = [passage.lower[first:after] for first, after in (draft.speaker[0], *draft.rivals)]
    words = passage.lower[slice(*speaker[0])]
    pronouns = SUBJECT_PRONOUNS | CONTRACTED_SUBJECTS | RELATIVES
    if words[0] in pronouns or seen[0][0] in pronouns:
        return False
    return all(words[-1] != other[-1] and words[0] != other[0] for other in seen)
