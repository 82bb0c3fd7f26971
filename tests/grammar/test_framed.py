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

#: Row → a sentence of a form that news has and the corpora happen to lack.
SELDOM = [
    ("en.quote.whatever", "<<“No, never,”>> {{came}} the reply from [[Lind]]."),
    ("en.quote.whatever", "<<“We wait”>> {{is}} how [[Lind]] put it."),
    ("en.verb.that", "[[Lind]] {{told}} “Today” <<that the dam leaks>>."),
    ("en.verb.clause", "[[Lind]] not only {{said}} <<the dam leaks but that it stinks>>."),
    ("en.passive.act", "<<Concerns>> {{were raised about}} <<the pump>>."),
    ("en.clause.frame", "<<“We,”>> [[Lind]] {{said}}, <<“will go” to the dam>>."),
    ("en.quote.behind", "[[Lind]] {{said}} <<“the whole dam leaks”>>, and left."),
    ("en.verb.mixed", "[[Lind]] {{said}} <<“the whole dam leaks” — and “the bridge, too”>>."),
    ("en.according", "{{According to}} [[Ida Lind, 45]], <<the dam leaks>>."),
    ("en.quote.frame", "<<“The dam leaks”>>, {{reads}} [[one e-mail]]."),
]  # fmt: skip

#: Row → a sentence in which it must keep away.
AWAY = [
    ("en.according", "Rooms cost ninety dollars, per night, and the dam leaks."),
    ("en.label.behind", "“The dam leaks.” — The words hung over the whole valley for as long as anybody there could remember them."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "marked"), CHOSEN + SELDOM, ids=[marked for _, marked in CHOSEN + SELDOM])
def test_the_best_of_what_is_proposed_is_a_statement(row: str, marked: str) -> None:
    text, expected = unmark(marked)
    found = [parts(draft, passages) for draft, passages in drafts("en", text) if draft.pattern == row]
    assert expected in found


@pytest.mark.parametrize(("row", "text"), AWAY)
def test_what_only_looks_like_a_frame_is_none(row: str, text: str) -> None:
    assert row not in {draft.pattern for draft, _ in drafts("en", text)}


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
