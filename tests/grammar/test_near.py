"""A row that nearly found a statement is named with the one condition that kept it away."""

import pytest
import toy

from provenance.attribute import find
from provenance.attribute.near import near_misses
from provenance.grammar import near
from provenance.grammar.near import WITHOUT, NearMiss
from provenance.grammar.records import CueCondition
from provenance.passage import read_passages
from provenance.passage.sentences import SentenceRules
from tests.builders import document


def missed(text: str, language: str = "de") -> set[tuple[str, str, str]]:
    """Row, condition and words of what was nearly found in a text."""
    made = document(text, language=language)
    return {(one.pattern, one.condition, text[one.span.start : one.span.end]) for one in near_misses(made)}


@pytest.mark.parametrize(
    ("text", "pattern", "condition", "words"),
    [
        ("Er glaubt, ob der Damm hält.", "de.verb.question", "licence", "glaubt"),
        ("Er glaubt, ob der Damm hält.", "de.verb.subjunctive", "forms", "glaubt"),
        ("Je nach Angaben der Stadt hält der Damm.", "de.nach", "unless", "nach"),
        ("Holm erhob nach dem Spiel schwere Vorwürfe.", "de.nach", "needs", "nach"),
        ("Danach ist der Bau geplant.", "de.danach", "forms", "Danach"),
        ("Der Plan wurde lange erwartet.", "de.act.passive", "verbs", "Der Plan wurde lange erwartet."),
        ("Sand will mehr Geld fordern.", "de.act", "modal", "Sand will mehr Geld fordern."),
        ("Die Leute hätten Angst.", "de.sequel.past", "carried", "Die Leute hätten Angst."),
    ],
)  # fmt: skip
def test_a_row_is_near_if_one_of_its_conditions_alone_kept_it_away(
    text: str, pattern: str, condition: str, words: str
) -> None:
    assert (pattern, condition, words) in missed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Holm sagte, dass der Damm hält.",
        "Holm kündigte an:\n\n„Wir fangen morgen an.“",
        "Der Damm müsse erneuert werden.",
        "Es regnete.",
    ],
    ids=[
        "its cue found one",
        "its cue found one in the next paragraph",
        "its content did",
        "nothing announces one",
    ],
)
def test_no_row_is_near_where_one_fired_or_nothing_is_like_one(text: str) -> None:
    assert missed(text) == set()


def test_the_same_words_are_near_wherever_they_stand() -> None:
    made = document("Er glaubt, ob er hält.\n\nEr glaubt, ob er hält.")
    found = [one for one in near_misses(made) if one.pattern == "de.verb.question"]
    assert [one.span.start for one in found] == [3, 27]


def test_a_text_in_no_known_language_has_none() -> None:
    assert missed("Er glaubt, ob der Damm hält.", "und") == set()


def test_a_document_that_is_asked_about_is_left_as_it_is() -> None:
    made = document("Holm sagte, dass der Damm hält. Er glaubt, ob er hält.")
    find(made)
    before = list(made.statements)
    near_misses(made)
    assert made.statements == before


def test_every_condition_of_a_cue_is_tried_but_the_word_itself() -> None:
    conditions = {*CueCondition.__dataclass_fields__} - {"by", "words", "endings"}
    assert conditions == WITHOUT.keys()


def test_a_table_is_asked_only_for_the_conditions_that_its_rows_have() -> None:
    passages = read_passages(document("Anna asks, that it rains."), SentenceRules(frozenset(), False))
    grammar = toy.grammar(toy.row("say.that", licence="d"))
    assert near.near_misses(grammar, passages) == [NearMiss("say.that", 0, (1, 2), "licence")]
