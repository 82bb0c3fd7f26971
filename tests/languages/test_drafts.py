"""Where the parts of a draft stand when a language does not say so."""

from provenance.languages import Draft


def test_cue_and_speaker_stand_where_the_content_does() -> None:
    draft = Draft(3, "indirect", [(0, 2)], "a.row", 0.5)
    assert (draft.home, draft.speaker_home) == (3, 3)


def test_the_speaker_stands_where_the_cue_does() -> None:
    draft = Draft(3, "direct", [(0, 2)], "a.row", 0.5, attribution_passage=2)
    assert (draft.home, draft.speaker_home) == (2, 2)


def test_a_speaker_that_was_fetched_stands_elsewhere() -> None:
    draft = Draft(3, "direct", [(0, 2)], "a.row", 0.5, attribution_passage=2, speaker_passage=0)
    assert (draft.home, draft.speaker_home) == (2, 0)
