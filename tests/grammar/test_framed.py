"""Frames that English reads whole: all that may report is proposed, and what claims its words best is chosen."""

import pytest
from marked import unmark
from test_rows import drafts, parts

#: Row → a sentence in which other frames are proposed for the same words, marked as it is read.
CHOSEN = [
    # What stands in another's content is reported itself.
    ("en.according", "<<Lind said the dam leaks>>, {{according to}} [[the council]]."),
    ("en.verb.that", "[[Lind]] {{said}} <<that the council’s call for a new dam was heard>>."),
    # Of what claims the same words the heavier one is.
    ("en.quote.announced", "[[Lind]] {{explained it this way:}} <<“The dam leaks.”>>"),
    ("en.quote.beside", "[[The campaign group]] {{is}} <<“sure that the dam will hold for many years,”>> she may quit."),
    # A colon behind what another reports is its own cue.
    ("en.quote.announced", "The mayor said that [[Lind]] learned her lesson{{:}} <<“The dam leaks, whatever we do.”>>"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "marked"), CHOSEN, ids=[marked for _, marked in CHOSEN])
def test_the_best_of_what_is_proposed_is_a_statement(row: str, marked: str) -> None:
    text, expected = unmark(marked)
    found = [parts(draft, passages) for draft, passages in drafts("en", text) if draft.pattern == row]
    assert expected in found


def test_both_frames_around_a_quotation_count_where_each_has_words_of_its_own() -> None:
    found = drafts("en", "“We all miss the dam,” Lind weighed in, telling Marsh, “it was so good to us.”")
    assert [draft.pattern for draft, _ in found] == ["en.quote.whatever", "en.quote.behind"]


def test_what_lost_is_known_with_its_weight() -> None:
    ((found, _),) = drafts("en", "Lind explained it this way: “The dam leaks.”")
    assert ("en.verb.clause", "weighs 0.88 against 0.96") in found.beaten


def test_whose_words_a_sentence_gives_is_no_subject_of_its_next_verb() -> None:
    text = "The owners watched the tapes, according to Lind, and said they saw no leak."
    found = {draft.pattern: parts(draft, passages)["speaker"] for draft, passages in drafts("en", text)}
    assert found == {"en.according": ["Lind"], "en.verb.clause": ["The owners"]}
