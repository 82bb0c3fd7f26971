"""What every draft must keep to, whatever the text; and what the word lists must keep to."""

import time

from english import ENGLISH, passages
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.languages.en import language
from provenance.languages.en.verbs import reporting_forms

_PIECES = st.sampled_from(
    "said Marsh the dam that told reporters “ ” \" ' '' , . ? : ; - – ( ) according to who was asked by Hale's claim "
    "reportedly It is In 2016 Mr. adding and but not leaks Report".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_PIECES, max_size=25).map(" ".join).filter(str.strip), min_size=1, max_size=3))
def test_every_range_lies_in_its_passage_and_is_not_empty(paragraphs: list[str]) -> None:
    read_as = passages(*paragraphs)
    for draft in ENGLISH.find(read_as):
        assert draft.content
        for number, ranges in (
            (draft.passage, draft.content),
            (draft.home, [*draft.cue, *draft.frame, *draft.addressee]),
            (draft.speaker_home, [*draft.speaker, *draft.rivals]),
        ):
            for first, after in ranges:
                assert 0 <= first < after <= len(read_as[number].words)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join).filter(str.strip))
def test_no_words_belong_to_two_statements(paragraph: str) -> None:
    taken: set[int] = set()
    for draft in ENGLISH.find(passages(paragraph)):
        if draft.parent is None:
            content = {at for first, after in draft.content for at in range(first, after)}
            assert taken.isdisjoint(content)
            taken |= content


def test_the_forms_of_verbs_follow_the_rules_of_spelling() -> None:
    forms = reporting_forms()
    for form, infinitive in {
        "admitted": "admit",
        "denies": "deny",
        "describing": "describe",
        "criticised": "criticise",
        "criticizes": "criticize",
        "echoes": "echo",
        "told": "tell",
        "stressed": "stress",
    }.items():
        assert forms[form].verb.infinitive == infinitive


def test_the_lexicon_is_lower_case_and_read_in_a_moment() -> None:
    started = time.thread_time()
    lexicon = language().lexicon
    assert time.thread_time() - started < 0.5
    words = lexicon.offices | lexicon.documents | lexicon.hedges | lexicon.bounds | lexicon.anonymous
    assert all(word == word.lower() for word in words)
