"""Words before a colon that are a topic and no speaker: "Climate: council on track", "Background: the dam is old"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from provenance.attribute.antecedents import Role
from provenance.attribute.cast import Cast
from provenance.attribute.lexis import by_noun, given_gender
from provenance.attribute.phrases import is_short
from provenance.attribute.resolution import Resolution
from provenance.languages import Draft
from provenance.model import SourceType

#: Who is named before a colon for what it says, whether it speaks elsewhere or not.
SPEAKING: frozenset[SourceType] = frozenset({"metonym", "agency"})
#: Whose words stand so often behind a colon speaks in a transcript.
TRANSCRIPT = 3
Resolved = tuple[Draft, Resolution]


def without_topics(cast: Cast, resolved: Sequence[Resolved]) -> list[Resolved]:
    """Drafts with who is behind them, without those whose words name nobody who can speak, and what lies in those.

    Before a colon whoever speaks elsewhere in the document can, and a person with a known name, a body or a paper by
    its noun. Where common nouns have capitals, grammar has told that already; there a thing does no act of speech.
    """
    find = _things if cast.known.capital_nouns else _topics
    return without(cast, resolved, find(cast, resolved))


def without(cast: Cast, resolved: Sequence[Resolved], dropped: Sequence[Draft]) -> list[Resolved]:
    """Drafts with who is behind them, without some and what lies in those; their sources lose a statement."""
    none = {id(draft) for draft in dropped}
    kept: list[Resolved] = []
    for draft, whom in resolved:
        if id(draft) in none or (draft.parent is not None and id(draft.parent) in none):
            none.add(id(draft))
            cast.take_back(whom)
        else:
            kept.append((draft, whom))
    return kept


def _topics(cast: Cast, resolved: Sequence[Resolved]) -> list[Draft]:
    """Drafts whose words before a colon are a topic."""
    spoken = Counter(whom.source for draft, whom in resolved if not draft.labelled)
    labels = Counter(whom.source for draft, whom in resolved if draft.labelled)
    mentions = Counter(person.number for person in cast.people.at) if labels else Counter[int]()
    return [
        draft
        for draft, whom in resolved
        if draft.labelled
        and not spoken[whom.source]
        and labels[whom.source] < TRANSCRIPT
        and not _can_speak(cast, whom, mentions)
    ]


def _things(cast: Cast, resolved: Sequence[Resolved]) -> list[Draft]:
    """Drafts in which a thing stands where somebody would speak."""
    return [
        draft
        for draft, whom in resolved
        if cast.is_done_by_nobody(draft, whom) or _is_unknown(cast, draft, whom)
    ]


def _is_unknown(cast: Cast, draft: Draft, whom: Resolution) -> bool:
    """Whether a verb of no list makes a word that names no person of the story a speaker: "…, fehlt Geld"."""
    if not draft.labelled or draft.kind != "indirect":
        return False
    role = cast.role(whom)
    return role is None or role.person is None or not (len(role.person.name) > 1 or role.person.roles)


def _can_speak(cast: Cast, whom: Resolution, mentions: Mapping[int, int]) -> bool:
    role = cast.role(whom)
    if role is None:
        return False
    if role.person is not None:
        named = given_gender(role.person.name[0]) is not None and len(role.person.name) > 1
        return named or mentions.get(role.person.number, 0) > 1
    if role.phrase.members or role.kind in SPEAKING:
        return role.kind in SPEAKING or all(member.name for member in role.phrase.members)
    return is_short(role.label) or _is_listed(cast, role)


def _is_listed(cast: Cast, role: Role) -> bool:
    """Whether one or two words end in a noun for those who speak: "Police", "Harbour officials", "Study"."""
    head, lexicon = role.label.rpartition(" ")[2].lower(), cast.known.lexicon
    if role.label.count(" ") > 1:
        return False
    kind = by_noun(head, lexicon)
    papers = head in cast.known.label_papers if kind == "document" else kind not in (None, "outlet")
    return papers or cast.known.is_role(head)
