"""Media that only pass on what somebody else says: "Lind betonte Medienberichten zufolge, …".

A publication is the source of what nobody else in the sentence says; where it tells what a person or a body said, that one
is the source, and the publication is the way by which it came; so is any paper that is named behind the verb. In the
subjunctive ("habe zugesagt, …") it still speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from provenance.attribute.cast import Cast
from provenance.attribute.labels import Resolved, without
from provenance.languages import Draft
from provenance.model import SourceType
from provenance.words import lists

MEDIA: frozenset[SourceType] = frozenset({"outlet", "agency"})


def without_relays(cast: Cast, resolved: Sequence[Resolved]) -> list[Resolved]:
    """Drafts with who is behind them, without those of a medium that hold another one's frame and its content."""
    phrases = [
        (draft, role.kind in MEDIA)
        for draft, whom in resolved
        if (role := cast.role(whom)) is not None and cast.is_phrase(draft)
    ]
    if not phrases:
        return list(resolved)
    told = [
        draft
        for draft, whom in resolved
        if (role := cast.role(whom)) is not None and role.kind not in MEDIA and draft.cue and not draft.parent
        if _moods(cast.known.code).isdisjoint(cast.cue(draft))
    ]
    told.sort(key=_cue_place)
    none = [
        draft
        for draft, medium in phrases
        if any(_holds(draft, one) and (medium or _stands_behind(draft, one)) for one in _within(told, draft))
    ]
    return without(cast, resolved, none)


def _cue_place(draft: Draft) -> tuple[int, int]:
    return draft.home, draft.cue[0][0]


def _within(told: Sequence[Draft], relay: Draft) -> Sequence[Draft]:
    """Those of some drafts, in order of their cues, whose cue stands between the ends of another one's content."""
    if not relay.content:
        return ()
    ends = (relay.passage, relay.content[0][0]), (relay.passage, relay.content[-1][1])
    first, after = (bisect_left(told, place, key=_cue_place) for place in ends)
    return told[first:after]


@cache
def _moods(code: str) -> frozenset[str]:
    """The subjunctives of a language, by which a frame is reported itself."""
    listed = lists(code, "clauses")
    return frozenset(
        entry
        for name in ("subjunctive_present", "subjunctive_past")
        if name in listed
        for entry in listed[name].entries
    )


def _stands_behind(relay: Draft, one: Draft) -> bool:
    """Whether a way is named behind the verb of a statement: "sagte Lind laut einer Aussendung der Kammer"."""
    return bool(relay.cue and one.cue) and relay.cue[0][0] >= one.cue[0][1]


def _holds(relay: Draft, one: Draft) -> bool:
    """Whether the cue and the content of a draft stand in the content of another, of the same passage."""
    return relay.passage == one.passage == one.home and all(
        any(start <= first and after <= end for start, end in relay.content)
        for first, after in (*one.cue, *one.content)
    )
