"""Sentences as ranges of tokens: ordinals, abbreviations and closing marks do not end or orphan one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.glyphs import (
    ANGLES,
    DASHES,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    STOPS,
)

ENDS = frozenset(STOPS) | {"..."}
#: No sentence goes on for more tokens: a text without full stops is cut here, at its commas where it has some, so
#: that what is read at once has a bound. Of 45,000 sentences of German Wikinews and US campaign news the longest has
#: 223, a list of names; the longest with a verb has 137.
LONGEST = 250
#: A sentence that is too long is cut behind the last of these.
SEAMS = frozenset({",", ";", ":", "–", "—"})
#: What still belongs to the sentence when it directly follows its full stop.
TRAILERS = frozenset(DOUBLE_CLOSING + SINGLE_CLOSING + ANGLES + ")]") | {"''", "’’"}
OPENERS = frozenset(DOUBLE_OPENING + SINGLE_OPENING + ANGLES + "([" + DASHES) | {"''", "``"}

LABELS = frozenset("([{")
#: What parts the two units of a rate.
_PER = "/"
#: A label has no more words than these: "[Update, 12.30 Uhr]".
LABEL = 6


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
    numbered: frozenset[str] = frozenset()
    """Abbreviations that are words as well, and in small letters one only before a number ("no", "ill")."""


def split_sentences(
    words: Sequence[str], starts: Sequence[int], ends: Sequence[int], rules: SentenceRules
) -> list[tuple[int, int]]:
    """Token ranges of the sentences, half open, none longer than `LONGEST`; together they cover all tokens."""
    first = _behind_label(words, starts, ends)
    sentences: list[tuple[int, int]] = [(0, first)] if first else []
    seam = trailed = following = 0
    size = len(words)
    for at, word in enumerate(words):
        if at - first >= LONGEST:
            cut = seam if seam > first + LONGEST // 2 else at  # a seam in the first half would leave crumbs
            sentences.append((first, cut))
            first = cut
        if word in SEAMS:
            seam = at + 1
        if word not in ENDS or at < first:
            continue
        if at >= trailed:  # a run of marks is read once, however many full stops are in it
            trailed = at + 1
            while (
                trailed < size
                and (words[trailed] in ENDS or words[trailed] in TRAILERS)
                and starts[trailed] == ends[trailed - 1]
            ):
                trailed += 1
        after = min(trailed, first + LONGEST)
        following = max(following, after)
        while following < size - 1 and words[following] in OPENERS:
            following += 1
        if after < size and not _ends_here(words, starts, ends, at, after, following, rules):
            continue
        if after > first:
            sentences.append((first, after))
            first = after
    if first < size:
        sentences.append((first, size))
    return sentences


def cuts(words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> list[int]:
    """The tokens before which a sentence was cut because it had more than `LONGEST`."""
    return [
        after
        for first, after in sentences[:-1]
        if after - first > LONGEST // 2 and not ENDS.intersection(words[after - 2 : after])
    ]


def _behind_label(words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> int:
    """Where the first sentence begins behind a desk's label in brackets ("[Update] …") or a stray one; 0 without."""
    if len(words) < 3 or words[0] not in LABELS:
        return 0
    closing = next((at for at in range(1, min(len(words), LABEL + 2)) if words[at] in ")]}"), 0)
    behind = closing + 1
    if (words[0] == "(" and not closing) or behind >= len(words):
        return 0
    return behind if words[behind][0].isupper() and starts[behind] > ends[closing] else 0


def _ends_here(
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    at: int,
    after: int,
    following: int,
    rules: SentenceRules,
) -> bool:
    """Whether the full stop at `at`, its trailers ending before `after`, closes a sentence.

    `following` is the first token from `after` on that opens no quotation or bracket.
    """
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
    if lower in rules.abbreviations and not (at > 1 and words[at - 2] == _PER):  # "80 km/h. Verletzt wurde …"
        return lower in rules.numbered and word == lower and not words[following][0].isdigit()
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False  # an initial: "J. Meier"
    if word.isdigit() and rules.ordinal_points and len(word) <= 2:
        before = words[at - 2].lower() if at > 1 else ""
        return not (words[following].lower() in rules.after_ordinal or before in rules.before_ordinal)
    return True
