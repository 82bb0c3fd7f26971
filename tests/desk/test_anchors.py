"""A decision hangs on words: it goes where they go, and nowhere else."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.desk.anchors import Target, anchors, found
from provenance.desk.records import Anchor

#: Sentences of a rule's text: the marked words are what it finds. Some stand twice, and marked words stand in several.
SENTENCES = (
    "[Ein Insider] sagte, das Angebot liege seit Tagen in der Schublade.",
    "Der Hafen bleibt zu.",
    "[Ein Insider] sagte, niemand habe angerufen.",
    "[Experten] warnten vor einem langen Winter, wie am Abend aus dem Rathaus zu hören war.",
    "»Wir bleiben draußen«, [hieß es].",
    "Nach Angaben [der Behörde] lagen elf Schiffe auf Reede, und weitere wurden bis zum Abend erwartet.",
    "[Dies bestritt die Reederei.]",
    "Am Montag [hieß es], die Kräne stünden still.",
    "Dr. Falk nannte das „dreist“, [ein Sprecher] nicht.",
    "[Dies bestritt die Reederei.]",
    "Die Bahn fährt weiter.",
    "[Ein Insider] lachte.",
)
WORDS = ("Sturm", "gestern", "Fähre", "leise", "zwölf")


def laid(sentences: list[str], width: int = 0) -> tuple[str, list[Target[int]]]:
    """The text of marked sentences, and its targets with the sentences' numbers as keys."""
    text, targets = "", []
    for number, sentence in enumerate(sentences):
        plain = re.sub(r"[\[\]]", "", sentence)
        if "[" in sentence:
            start = len(text) + sentence.index("[")
            words = sentence[sentence.index("[") + 1 : sentence.index("]")]
            targets.append(Target(number, "rule", start, start + len(words)))
        text += plain + ("\n\n" if number % 4 == width else " ")
    return text, targets


def placed(before: list[str], after: list[str]) -> list[int | None]:
    """For each marked sentence of a text the one of another text that a decision on it is found at."""
    text, targets = laid(before)
    kept = anchors("a.txt", text, targets, [one.key for one in targets])
    now, targets_now = laid(after)
    return found(now, targets_now, list(kept.values()))


def marked(sentences: list[str]) -> list[int]:
    return [number for number, sentence in enumerate(sentences) if "[" in sentence]


def edited(sentences: list[str], rng: random.Random) -> tuple[list[str], int | None]:
    """The sentences after one edit, and the number of the one whose words it changed or took away."""
    made = list(sentences)
    at = rng.randrange(len(made))
    match rng.randrange(4):
        case 0:
            made.insert(at, f"Neu ist {rng.choice(WORDS)} {rng.randrange(100)}.")
            return made, None
        case 1:
            del made[at]
            return made, at
        case 2:
            made.insert(rng.randrange(len(made)), made.pop(at))
            return made, None
        case _:
            words = made[at].split()
            number = rng.randrange(len(words))
            words[number] = re.sub(r"[^\[\]]+", rng.choice(WORDS), words[number], count=1)
            made[at] = " ".join(words)
            return made, at


def plain(sentence: str) -> str:
    return re.sub(r"[\[\]]", "", sentence)


def check_edit(seed: int) -> None:
    """One edit: what it left alone is found where it is now, and nothing is found on other words."""
    rng = random.Random(seed)
    before = list(SENTENCES)
    rng.shuffle(before)
    after, changed = edited(before, rng)
    for number, now in zip(marked(before), placed(before, after), strict=True):
        twice = before.count(before[number]) > 1
        if number != changed and not twice:
            assert now is not None, (seed, before[number])
        if now is not None and number != changed:
            assert after[now] == before[number], (seed, before[number])
        if now is not None and number == changed:
            # Only on what is left of the very sentence that was edited.
            assert twice or after[now] not in before, (seed, before[number], after[now])


@given(st.integers(0, 10**9))
def test_an_edit_leaves_every_other_decision_where_it_was(seed: int) -> None:
    check_edit(seed)


@pytest.mark.parametrize("number", marked(list(SENTENCES)))
def test_a_decision_on_a_sentence_taken_away_is_stale_and_goes_to_no_other(number: int) -> None:
    before = list(SENTENCES)
    after = before[:number] + before[number + 1 :]
    at = marked(before).index(number)
    now = placed(before, after)
    if before.count(before[number]) == 1:
        assert now[at] is None
    for other, where in zip(marked(before), now, strict=True):
        if before[other] != before[number]:
            assert where is not None
            assert after[where] == before[other]


def test_of_equal_sentences_each_keeps_its_own_decision() -> None:
    before = list(SENTENCES)
    now = placed(before, ["Es schneit.", *before])
    assert now == [number + 1 for number in marked(before)]


def test_lines_broken_anew_change_nothing() -> None:
    text, targets = laid(list(SENTENCES))
    kept = list(anchors("a.txt", text, targets, [one.key for one in targets]).values())
    broken = text.replace(" ", "\n")
    assert found(broken, targets, kept) == [one.key for one in targets]


def test_words_that_are_equal_in_all_their_surroundings_are_told_apart_by_their_number() -> None:
    text = "Nein. " * 60
    targets = [Target(number, "rule", 6 * number, 6 * number + 5) for number in range(20, 40)]
    kept = anchors("a.txt", text, targets, range(20, 40))
    assert [(one.which, one.equals) for one in kept.values()] == [(number, 20) for number in range(20)]
    assert found(text, targets, list(kept.values())) == list(range(20, 40))
    assert found(text, targets[1:], list(kept.values())) == [None] * 20


def test_an_anchor_has_at_most_sixty_characters_on_each_side() -> None:
    text = "a" * 500 + "X" + "b" * 500
    (kept,) = anchors("a.txt", text, [Target(0, "rule", 500, 501)], [0]).values()
    assert kept == Anchor("a.txt", "rule", "X", "a" * 60, "b" * 60, 0, 1, "wsba")


def test_another_rule_on_the_same_words_is_another_anchor() -> None:
    text = "Ein Insider sagte es."
    kept = anchors("a.txt", text, [Target(0, "one", 0, 11)], [0])
    assert found(text, [Target(0, "other", 0, 11)], [kept[0]]) == [None]
