"""Sentences as ranges of tokens: ordinals, abbreviations and closing marks do not end or orphan one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ENDS = frozenset({".", "!", "?", "…", "..."})
#: What still belongs to the sentence when it directly follows its full stop.
TRAILERS = frozenset("“”\"«»‘’'‹›)]") | {"''"}
OPENERS = frozenset("„“\"»«‚‘›‹'([") | {"''", "``", "–", "—", "-"}


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What a language must say so that its full stops can be told from points."""

    abbreviations: frozenset[str]
    """Lower-case words that are written with a point after them ("bzw", "mr")."""
    ordinal_points: bool
    """Whether a number with a point is an ordinal ("1. November")."""
    after_ordinal: frozenset[str] = frozenset()
    """Lower-case words that follow ordinals (months, "jahrhundert")."""
    before_ordinal: frozenset[str] = frozenset()
    """Lower-case words that stand before ordinals ("am", "der", "zum")."""


def split_sentences(
    words: Sequence[str], starts: Sequence[int], ends: Sequence[int], rules: SentenceRules
) -> list[tuple[int, int]]:
    """Token ranges of the sentences, half open; together they cover all tokens."""
    sentences: list[tuple[int, int]] = []
    first = 0
    size = len(words)
    for at, word in enumerate(words):
        if word not in ENDS or at < first:
            continue
        after = at + 1
        while (
            after < size
            and (words[after] in ENDS or words[after] in TRAILERS)
            and starts[after] == ends[after - 1]
        ):
            after += 1
        if after < size and not _ends_here(words, starts, ends, at, after, rules):
            continue
        if after > first:
            sentences.append((first, after))
            first = after
    if first < size:
        sentences.append((first, size))
    return sentences


def _ends_here(
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    at: int,
    after: int,
    rules: SentenceRules,
) -> bool:
    """Whether the full stop at `at`, its trailers ending before `after`, closes a sentence."""
    following = after
    while following < len(words) - 1 and words[following] in OPENERS:
        following += 1
    glyph = words[following][0]
    if glyph.islower() or words[after] in ",;:":
        # "»Ja.« sagte er" and "wann?, fragte er" go on; a lower-case start is never a German sentence.
        return False
    if starts[after] == ends[after - 1] and words[after] not in OPENERS:
        return glyph.isupper() and words[at] != "." and len(words[at - 1]) > 1
    if words[at] == "." and at:
        return _full_stop(words, starts, ends, at, following, rules)
    return True


def _full_stop(
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    at: int,
    following: int,
    rules: SentenceRules,
) -> bool:
    word = words[at - 1]
    if ends[at - 1] != starts[at]:
        return True
    lower = word.lower()
    if lower in rules.abbreviations:
        return False
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False  # an initial: "J. Meier"
    if word.isdigit() and rules.ordinal_points and len(word) <= 2:
        before = words[at - 2].lower() if at > 1 else ""
        return not (words[following].lower() in rules.after_ordinal or before in rules.before_ordinal)
    return True
