"""Lists of expressions: what is skipped could not have matched, and the matches are those of one pattern."""

import re

import pytest

from provenance.rules.sought import Sought, _needs, lowered
from provenance.words import codes, lists

TEXT = "Der Damm hält. EXPERTEN warnen, İzmir und Straße auch. Die Kräne stehen, sagen Experten."


@pytest.mark.parametrize(
    ("entry", "needs"),
    [
        (r"\b[Ee]xperten (?:warnen|fordern)", ("xperten ",)),
        (r"(?:warnen|fordern)\b", ("fordern", "warnen")),
        (r"\b(?:\w+ ){0,3}hält", ("hält",)),
        (r"(?=sagen)\w+", ("sagen",)),
        (r"(?!nie)\w+|\d", ()),
        (r"ab|xyz", ()),
    ],
)
def test_an_expression_needs_one_of_the_words_that_all_its_matches_have(
    entry: str, needs: tuple[str, ...]
) -> None:
    assert _needs(entry) == needs


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize(
    "entries", [("[Ee]xperten", "warnen"), ("experten warnen", "warnen, izmir"), ("Kräne", "tehen")]
)
def test_matches_are_those_of_one_pattern(entries: tuple[str, ...], flags: int) -> None:
    found = Sought(entries, flags).among(TEXT, lowered(TEXT), [(0, len(TEXT))])
    assert [match[0] for _, match in found] == [
        match[0] for match in re.finditer("|".join(entries), TEXT, flags)
    ]


def test_small_letters_keep_their_places() -> None:
    assert len(lowered(TEXT)) == len(TEXT)
    assert lowered(TEXT).index("straße") == TEXT.index("Straße")


@pytest.mark.parametrize("code", codes())
def test_most_of_the_expressions_that_rules_seek_need_a_word(code: str) -> None:
    seek = (
        "rumours",
        "many_saying",
        "unnamed_media",
        "platform_users",
        "studies",
        "accusations",
        "reception",
        "sums",
    )
    entries = [entry for name in seek for entry in lists(code, "desk")[name].entries]
    assert sum(bool(_needs(entry)) for entry in entries) >= 0.8 * len(entries)
