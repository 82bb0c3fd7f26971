"""Lines of words: wrapped, fitted, inert, with every offset where it belongs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.inert import inert
from provenance.tui.dates import day, short
from provenance.tui.pieces import Piece, apart, cut, fit, plain, safe, visible, wrap
from provenance.tui.reader.layout import rows
from tests.builders import document

WORDS = st.text(alphabet="ab 界é\u0301.", min_size=1, max_size=120)


@given(st.text(max_size=60))
def test_shown_text_keeps_every_offset_and_nothing_that_acts_or_hides(text: str) -> None:
    made = visible(text)
    assert len(made) == len(text) and visible(made) == made
    assert not any((ord(glyph) < 32 and glyph not in "\n\t") or 0x7F <= ord(glyph) < 0xA0 for glyph in made)
    assert not set(made) & set("\u200b\u200c\u200d\u00ad\u2060\U000e0041") and inert(made) == made


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u2060", "\U000e0061", "\u202e", "\x1b"])
def test_what_hides_in_a_name_is_shown(hidden: str) -> None:
    assert safe(f"O{hidden}tto") in ("O\ufffdtto", "O\u241btto")


@given(WORDS.filter(lambda text: text.strip()), st.integers(8, 40))
def test_wrapped_lines_show_every_word_in_order(text: str, width: int) -> None:
    made = document("x " + text + " y", "t.txt")
    lines = [made.text[row.start : row.end] for row in rows(made, width) if row.start >= 0]
    assert all(cell_len(line) <= max(width, 8) for line in lines)
    assert "".join("".join(lines).split()) == "".join(
        "".join(made.text[block.start : block.end] for block in made.blocks).split()
    )


@given(
    st.text(alphabet="ab .\n", min_size=1, max_size=200).filter(lambda text: text.strip()), st.integers(8, 40)
)
def test_narrow_text_is_wrapped_as_any_other(text: str, width: int) -> None:
    from provenance.tui.reader.layout import _wrap, _wrap_narrow

    assert list(_wrap_narrow(text, 0, len(text), width)) == list(_wrap(text, 0, len(text), width))


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(4, 30))
def test_pieces_are_wrapped_within_their_width_and_lose_nothing(words: list[str], width: int) -> None:
    lines = wrap([Piece(part, str(number)) for number, part in enumerate(words)], width, "", " ")
    assert all(cell_len(plain(line)) <= width for line in lines)
    assert "".join("".join(map(plain, lines)).split()) == "".join("".join(words).split())


@given(WORDS, st.integers(0, 30))
def test_a_fitted_cell_has_its_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width == cell_len(fit(text, width, right=True))
    assert cell_len(cut(text, width)) <= width


@given(WORDS, st.text(alphabet="ab", max_size=10), st.integers(14, 60))
def test_of_two_ends_of_a_line_the_left_one_gives_way(left: str, right: str, width: int) -> None:
    made = plain(apart((Piece(left),), (Piece(right),), width))
    assert cell_len(made) == width and made.endswith(right)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2026-10-06T09:15:00Z", "6 Oct 09:15"), ("2026-10-06", "6 Oct"), ("2026-10", "2026-10"), (None, ""), ("gestern", "gestern")],
)  # fmt: skip
def test_dates_are_as_short_as_they_can_be_read(iso: str | None, shown: str) -> None:
    assert short(iso) == shown and day(iso) == shown.partition(" 09")[0]
