"""Drafts of a grammar become statements; what a grammar gives of no words is nothing."""

from provenance.attribute.assemble import assemble
from provenance.attribute.resolution import NOBODY
from provenance.languages import Draft, load
from provenance.passage import read_passages
from tests.builders import document

#: Words 0 to 8: Der Damm hält , sagte Ina Holm gestern .
TEXT = "Der Damm hält, sagte Ina Holm gestern."


def test_a_range_of_no_words_claims_nothing() -> None:
    story = document(TEXT)
    passages = read_passages(story, load("de").sentence_rules)
    content = Draft(
        0, "indirect", [(0, 3), (3, 3)], "toy", 0.9, speaker=[(5, 7), (7, 7)], cue=[(4, 5)], frame=[(8, 3), (3, 8)],
        addressee=[(2, 1)],
    )  # fmt: skip
    nothing = Draft(0, "direct", [(3, 3), (9, 4)], "toy", 0.9, speaker=[(5, 7)], parent=content)
    child = Draft(0, "direct", [(1, 2)], "toy", 0.9, parent=nothing)
    drafts = [(draft, NOBODY) for draft in (content, nothing, child)]
    first, second = (found.statement for found in assemble(story, passages, drafts))
    assert (first.text, second.text, second.parent) == ("Der Damm hält", "Damm", None)
    assert first.attribution is not None
    cuts = {
        name: [TEXT[start:end] for start, end in getattr(first.attribution, name)]
        for name in ("speaker", "cue", "frame", "addressee")
    }
    assert cuts == {
        "speaker": ["Ina Holm"],
        "cue": ["sagte"],
        "frame": [", sagte Ina Holm gestern"],
        "addressee": [],
    }
