"""Quotations that a page shows twice: in a headline or beside the text, and with their frame in it."""

from provenance.attribute import find
from provenance.ingest import parse


def speakers(text: str) -> list[tuple[str, str]]:
    """Words and speaker of each statement that stands in no other."""
    document = parse(text.encode(), "d", format="markdown", language="en")[0]
    sources = {source.id: source.name for source in find(document)}
    rows = [row for row in document.statements if row.attribution and row.parent is None]
    return [(row.text, sources.get(row.attribution.source or "", "")) for row in rows if row.attribution]


def test_a_headline_that_repeats_a_quotation_is_its_speakers() -> None:
    found = speakers(
        "# ‘No dam like that will hold’\n\n“It rains,” Ida Holm said.\n\nOtto Lind was brief. “No dam like that will hold. Never.”\n"
    )
    assert found[0] == ("‘No dam like that will hold’", "Otto Lind")


def test_a_quotation_shown_beside_the_text_is_not_the_last_speakers() -> None:
    found = speakers(
        "“It rains,” Ida Holm said.\n\n“No dam like that will hold”\n\n“No dam like that will hold,” Otto Lind said.\n"
    )
    assert found[1] == ("“No dam like that will hold”", "Otto Lind")


def test_a_repeat_may_leave_words_out() -> None:
    found = speakers(
        "“No dam here will ... of that kind will hold”\n\n“It rains,” Ida Holm said.\n\n“No dam here will hold. Nothing of that kind will hold,” Otto Lind said.\n"
    )
    assert found[0] == ("“No dam here will ... of that kind will hold”", "Otto Lind")


def test_a_short_title_is_repeated_by_chance() -> None:
    found = speakers("# The film “Long Way” opens\n\n“A long way to go,” Otto Lind said.\n")
    assert len(found) == 1


def test_a_headline_that_names_its_own_speaker_keeps_him() -> None:
    found = speakers(
        "# Ida Holm: “No dam like that will hold”\n\nIda Holm leads the port.\n\n“No dam like that will hold,” Otto Lind said.\n"
    )
    assert found[0] == ("“No dam like that will hold”", "Ida Holm")
