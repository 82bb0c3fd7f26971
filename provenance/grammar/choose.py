"""The one choice among candidates: the best set of which no two claim the same words, by measured weight.

A candidate claims its cue and its content; a quotation claims its marks and its cue; a frame that its language reads
whole claims all that lies between its cue and the end of its content. Candidates that touch each
other, directly or through others, form a group; in a small group every set is tried (branch and bound), in a
large one the heaviest are taken first, so that a sentence of thousands of frames costs no more than its sorting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from provenance.grammar.records import Candidate, Range

#: Up to this many candidates that touch each other the best set is searched exactly.
EXACT = 10
#: Lanes in which claims meet: cues of content, cues of frames behind, content, quotations.
Claim = tuple[str, int, int]


def choose(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best set, in the order of their content; each winner knows which rows it beat, and why."""
    if len(candidates) < 2:
        return list(candidates)
    chosen: list[Candidate] = []
    for group in _groups(candidates):
        if len(group) == 1:
            chosen.extend(group)
            continue
        best = _exact(group) if len(group) <= EXACT else _greedy(group)
        chosen.extend(_with_beaten(best, group))
    chosen.sort(key=lambda found: (found.content[0][0], -found.content[-1][1]))
    return chosen


def claims(candidate: Candidate) -> list[Claim]:
    """The words that no other candidate may claim."""
    row, quoted = candidate.row, [("quotation", *piece) for piece in candidate.content]
    if candidate.claim is not None:
        return [("frame", *candidate.claim), *(quoted if row.kind == "direct" else ())]
    if row.content.where == "sentence":
        return [("cue", *piece) for piece in candidate.content]
    lanes: tuple[str, ...] = ("cue", "postposed")
    if row.content.where == "quotation loose":
        return []  # whatever holds it has it
    if row.content.where == "quotation within":
        lanes = ()
    elif row.content.where == "quotation behind":
        lanes = ("cue",)  # "Man komme, sagte X: „…“": the frame serves what stands before it as well
    elif row.content.where == "around" and row.cue.by == "verb":
        lanes = ("postposed",)
    found = [(lane, *piece) for lane in lanes for piece in candidate.cue]
    if row.kind == "direct":
        return found + quoted
    return [*found, ("content", *_content_claim(candidate))]


def _content_claim(candidate: Candidate) -> Range:
    first = candidate.content[0][0]
    return first, first + 1


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Candidates that touch each other, directly or through others."""
    claimed = sorted(
        (lane, first, after, number)
        for number, candidate in enumerate(candidates)
        for lane, first, after in claims(candidate)
    )
    roots = list(range(len(candidates)))

    def root(number: int) -> int:
        while roots[number] != number:
            roots[number] = roots[roots[number]]
            number = roots[number]
        return number

    lane, reach, owner = "", 0, -1
    for here, first, after, number in claimed:
        if here == lane and first < reach:
            roots[root(number)] = root(owner)
            reach = max(reach, after)
        else:
            lane, reach, owner = here, after, number
    groups: dict[int, list[Candidate]] = {}
    for number, candidate in enumerate(candidates):
        groups.setdefault(root(number), []).append(candidate)
    return list(groups.values())


def _clash(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one for b in other)


def _exact(group: Sequence[Candidate]) -> list[Candidate]:
    """The set of greatest summed weight; of equals the one with the heaviest first."""
    ordered = sorted(group, key=lambda found: -found.weight)
    claimed = [claims(candidate) for candidate in ordered]
    rest = [0.0] * (len(ordered) + 1)
    for number in range(len(ordered) - 1, -1, -1):
        rest[number] = rest[number + 1] + ordered[number].weight
    best: tuple[float, tuple[int, ...]] = (0.0, ())

    def search(number: int, taken: tuple[int, ...], weight: float) -> None:
        nonlocal best
        if weight > best[0]:
            best = (weight, taken)
        if number == len(ordered) or weight + rest[number] <= best[0]:
            return
        if not any(_clash(claimed[number], claimed[other]) for other in taken):
            search(number + 1, (*taken, number), weight + ordered[number].weight)
        search(number + 1, taken, weight)

    search(0, (), 0.0)
    return [ordered[number] for number in best[1]]


def _greedy(group: Sequence[Candidate]) -> list[Candidate]:
    taken: dict[str, list[Range]] = {}
    chosen = []
    for candidate in sorted(group, key=lambda found: -found.weight):
        wanted = claims(candidate)
        if any(_taken(taken.get(lane, ()), first, after) for lane, first, after in wanted):
            continue
        chosen.append(candidate)
        for lane, first, after in wanted:
            ranges = taken.setdefault(lane, [])
            ranges.insert(bisect_left(ranges, (first, after)), (first, after))
    return chosen


def _taken(ranges: Sequence[Range], first: int, after: int) -> bool:
    """Whether sorted ranges that do not overlap hold a word of another one."""
    at = bisect_left(ranges, (first, after))
    return (at < len(ranges) and ranges[at][0] < after) or (at > 0 and ranges[at - 1][1] > first)


def _with_beaten(best: Sequence[Candidate], group: Sequence[Candidate]) -> list[Candidate]:
    """The winners with the rows that claimed their words and lost; only in groups small enough to show."""
    if len(group) > EXACT:
        return list(best)
    lost = [(candidate, claims(candidate)) for candidate in group if candidate not in best]
    found = []
    for winner in best:
        own = claims(winner)
        beaten = tuple(
            (loser.row.id, f"weighs {loser.weight:.2f} against {winner.weight:.2f}")
            for loser, wanted in lost
            if _clash(own, wanted)
        )
        found.append(replace(winner, beaten=beaten) if beaten else winner)
    return found
