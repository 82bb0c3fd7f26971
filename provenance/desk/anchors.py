"""What a decision hangs on: words with their surroundings, found again after a text was edited.

An anchor is found at words that are the same and whose sentence is the same, wherever both moved to; among several
such by what stands before and after them. It is never found at words that were beside it already when it was made,
and where nothing tells which of several it is, it is not found at all: a stale decision is read again by a person,
one on the wrong words is not.

Source: the quote selector with prefix and suffix of the W3C Web Annotation Data Model, 4.2.4.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from provenance.desk.records import Anchor
from provenance.glyphs import DOUBLE_CLOSING, SINGLE_CLOSING, STOPS, one_of

#: Code points of the text that are kept on each side.
AROUND = 60
#: Blanks are folded: so much of the text is read for what is kept, and more where that was not enough.
READ = AROUND + 8, 4 * AROUND
#: Where a word near them was changed, this part of their sentence must still be the same on both sides together.
LEAST = 0.5
#: Among so many targets with the same words each is held against each.
MANY = 64
_PARAGRAPH = re.compile(r"[^\S\n]*\n\s*\n\s*")
_BLANKS = re.compile(r"[^\S\n]*\n[^\S\n]*|[^\S\n]+")
_UNEVEN = re.compile(r"[^\S ]|  ")
_CLOSED = f"[{re.escape(STOPS)}]{one_of(DOUBLE_CLOSING, SINGLE_CLOSING)}*"
_END = re.compile(f"{_CLOSED}\\s+|\n")
_STOPPED = re.compile(f"{_CLOSED}$")

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Target(Generic[Key]):
    """Something that decisions can hang on: a finding with its rule, a statement or a source without one."""

    key: Key
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Context:
    """The folded words of a target, and what stands before and after them."""

    before: str
    after: str
    before_in_sentence: str
    after_in_sentence: str

    @property
    def sentence(self) -> tuple[str, str]:
        return self.before_in_sentence, self.after_in_sentence

    def holds(self, sentence: tuple[str, str]) -> bool:
        """Whether a sentence stands around the words, whatever it is joined to."""
        return self.before.rstrip().endswith(sentence[0]) and self.after.lstrip().startswith(sentence[1])


class _Group(Generic[Key]):
    """The targets of one rule with the same words, found by what stands around them."""

    def __init__(self, text: str, targets: Sequence[Target[Key]]) -> None:
        self.targets = targets
        self.contexts = [_context(text, one) for one in targets]
        sides = [(_flat(one.before), _flat(one.after)) for one in self.contexts]
        self.equal = _places(sides)
        """What is before and after → places, in order."""
        self.before = _places(before for before, _ in sides)
        self.after = _places(after for _, after in sides)
        self._sentence = _places(one.sentence for one in self.contexts)
        self.which = {at: number for places in self.equal.values() for number, at in enumerate(places)}

    def near(self, sentence: tuple[str, str]) -> list[int]:
        """Places in this sentence; among not too many also where it is joined to others."""
        if len(self.contexts) > MANY:
            return self._sentence.get(sentence, [])
        return [at for at, one in enumerate(self.contexts) if one.holds(sentence)]


def _places(values: Iterable[Value]) -> dict[Value, list[int]]:
    found: dict[Value, list[int]] = {}
    for at, value in enumerate(values):
        found.setdefault(value, []).append(at)
    return found


class Hooks(Generic[Key]):
    """The targets of a text, from which anchors are made and on which they are found again; kept from key to key."""

    def __init__(self, text: str, targets: Sequence[Target[Key]]) -> None:
        """What stands around targets is read of those that are asked for, with all that have their words."""
        self._text = text
        self._targets = _groups(text, targets)
        self._made: dict[tuple[str, str], _Group[Key]] = {}

    @cached_property
    def _places(self) -> dict[Key, tuple[tuple[str, str], int]]:
        return {
            one.key: (name, number) for name, some in self._targets.items() for number, one in enumerate(some)
        }

    def _group(self, name: tuple[str, str]) -> _Group[Key]:
        if name not in self._made:
            self._made[name] = _Group(self._text, self._targets.get(name, []))
        return self._made[name]

    def anchors(self, document: str, wanted: Iterable[Key]) -> dict[Key, Anchor]:
        """The anchors of some targets, in the order in which they are wanted. Raises KeyError where there is no such one."""
        made: dict[Key, Anchor] = {}
        for key in wanted:
            (rule, words), number = self._places[key]
            made[key] = _anchor(document, rule, words, self._group((rule, words)), number)
        return made

    def found(self, kept: Sequence[Anchor]) -> list[Key | None]:
        """For each anchor the target that it hangs on now; None where its words changed."""
        placed: list[Key | None] = []
        for anchor in kept:
            group = self._group((anchor.rule, anchor.words))
            at = _found_in(group, anchor)
            placed.append(None if at is None else group.targets[at].key)
        return placed


def anchors(
    document: str, text: str, targets: Sequence[Target[Key]], wanted: Iterable[Key]
) -> dict[Key, Anchor]:
    """The anchors of some of a document's targets, in the order in which they are wanted."""
    return Hooks(text, targets).anchors(document, wanted)


def found(text: str, targets: Sequence[Target[Key]], kept: Sequence[Anchor]) -> list[Key | None]:
    """For each anchor the target of the text that it hangs on now; None where its words changed."""
    return Hooks(text, targets).found(kept)


def _anchor(document: str, rule: str, words: str, group: _Group[Key], number: int) -> Anchor:
    own = group.contexts[number]
    before, after = _flat(own.before), _flat(own.after)
    tells = {
        "w": len(group.contexts) == 1,
        "s": len(group.near(own.sentence)) == 1,
        "b": len(group.before[before]) == 1,
        "a": len(group.after[after]) == 1,
    }
    return Anchor(
        document, rule, words, own.before, own.after, group.which[number], len(group.equal[before, after]),
        "".join(letter for letter, held in tells.items() if held),
    )  # fmt: skip


def still_there(text: str, anchor: Anchor) -> bool:
    """Whether a text has an anchor's words in their sentence, though nothing hangs on them any more."""
    before, after = _sentence_part(anchor.before, anchor.words, anchor.after)
    return _bare(before + anchor.words + after) in _bare(text)


@lru_cache(maxsize=8)
def _bare(text: str) -> str:
    return "".join(text.split())


def _found_in(group: _Group[Key], anchor: Anchor) -> int | None:
    before, after = _flat(anchor.before), _flat(anchor.after)
    if same := group.equal.get((before, after)):
        return same[anchor.which] if len(same) == anchor.equals else None
    sentence = _sentence_part(anchor.before, anchor.words, anchor.after)
    near = group.near(sentence)
    if "s" in anchor.told_by and len(near) == 1:
        return near[0]
    for letter, side in (("b", group.before.get(before, [])), ("a", group.after.get(after, []))):
        # One that stood alone with what is beside it, and does so still.
        if letter in anchor.told_by and len(side) == 1 and side[0] in near:
            return side[0]
    if "w" in anchor.told_by and len(group.contexts) == 1 and _alike(group.contexts[0], sentence):
        return 0
    return None


def _alike(context: _Context, sentence: tuple[str, str]) -> bool:
    """Whether enough of a sentence around words is what it was, though some of it was changed."""
    before, after = sentence
    whole = len(before) + len(after)
    kept = _common(before[::-1], context.before_in_sentence[::-1]) + _common(after, context.after_in_sentence)
    return bool(whole) and kept >= LEAST * whole


def _common(a: str, b: str) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b))
    )


def _groups(text: str, targets: Sequence[Target[Key]]) -> dict[tuple[str, str], list[Target[Key]]]:
    groups: dict[tuple[str, str], list[Target[Key]]] = {}
    for one in sorted(targets, key=lambda one: (one.start, one.end)):
        groups.setdefault((one.rule, _folded(text[one.start : one.end]).strip()), []).append(one)
    return groups


def _context(text: str, target: Target[Key]) -> _Context:
    before = after = ""
    for size in READ:
        # Only where blanks were cut in two does more of the text change anything.
        before = before if len(before) > AROUND else _folded(text[max(target.start - size, 0) : target.start])
        after = after if len(after) > AROUND else _folded(text[target.end : target.end + size])
    before, after = before[-AROUND:], after[:AROUND]
    return _Context(before, after, *_sentence_part(before, text[target.start : target.end], after))


def _flat(text: str) -> str:
    """Where paragraphs are divided does not tell words apart."""
    return text.replace("\n", " ")


def _sentence_part(before: str, words: str, after: str) -> tuple[str, str]:
    """Of what stands before and after words what belongs to their sentence."""
    starts = [match.end() for match in _END.finditer(before)]
    end = _END.search(after)
    behind = "" if _STOPPED.search(words) else after[: end.end() if end else None].strip()
    return before[starts[-1] if starts else 0 :].strip(), behind


def _folded(text: str) -> str:
    """Blanks as one, a blank line as a line end: so that lines broken anew change nothing."""
    if _UNEVEN.search(text) is None:
        return text
    return "\n".join(_BLANKS.sub(" ", part) for part in _PARAGRAPH.split(text))
