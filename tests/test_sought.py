"""Lists of expressions: what is skipped could not have matched, and the matches are those of one pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        (r"Kran(?:führer|e)?", ("kran",)),
        (r"hafen+meister", ("meister",)),
        (r"hafena?b", ("hafen",)),
        (r"hafen{2,3}", ("hafe",)),
        (r"hafen{0,3}", ("hafe",)),
        (r"(?:am (?:kai|deich) warten|oder liegen)", (" warten", "oder liegen")),
        (r"(?P<who>Experten|Fachleute) \w+", ("experten", "fachleute")),
        (r"(?i:Experten|\w+)", ()),
        (r"U\.S\. officials", ("u.s. officials",)),
        (r"[^\])|]+hafen[(|]|deich", ("deich", "hafen")),
        (r"(?:hafen|)deich", ("deich",)),
        (r"(?:hafen)*damm|(?:hafen)+", ("damm", "hafen")),
        (r"(?!hafen (?:a|b))damm(?<!deichdamm)", ("damm",)),
        (r"(a|b)(?(1)hafen|damm)", ()),
    ],
)
def test_an_expression_needs_one_of_the_words_that_all_its_matches_have(
    entry: str, needs: tuple[str, ...]
) -> None:
    assert _needs(entry) == needs


PARTS = st.sampled_from(
    ["hafen", "Kran", "am ", r"\b", r"\.", "[Dd]eich", r"\w", "a{2}", "x?", "ort+", "(?=kai)", "(?!kai)"]
)
EXPRESSIONS = st.recursive(
    st.lists(PARTS, min_size=1, max_size=4).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("|".join).map("(?:{})".format),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{1,2}"])).map(lambda two: f"(?:{two[0]}){two[1]}"),
        st.lists(inner, min_size=2, max_size=3).map("".join),
    ),
    max_leaves=6,
)
TEXTS = st.lists(st.sampled_from("hafen Kran am . Deich deich aa x ort ortt kai".split(" ")), max_size=8)


@given(EXPRESSIONS, TEXTS, st.sampled_from(["", " "]))
def test_what_matches_has_a_word_that_is_needed(entry: str, words: list[str], between: str) -> None:
    text = between.join(words)
    needs = _needs(entry)
    for match in re.finditer(entry, text):
        assert not needs or any(word in match[0].lower() + text[match.end() :].lower() for word in needs)


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
