"""The engine on a toy language: rows propose, the heaviest set wins, and the winner knows whom it beat."""

import toy

from provenance.grammar.records import Candidate, Row
from provenance.grammar.statements import find_candidates
from provenance.model import Block, Document
from provenance.passage import read_passages
from provenance.passage.sentences import SentenceRules

RULES = SentenceRules(frozenset(), ordinal_points=False)


def find(text: str, *rows: Row) -> list[tuple[str, list[str], list[str]]]:
    """Row, content and speaker of each statement."""
    document = Document("d", "d.txt", "text", "en", text, blocks=[Block("paragraph", 0, len(text))])
    passages = read_passages(document, RULES)
    return [
        (
            one.row.id,
            [passages[0].cut(*piece) for piece in one.content],
            [passages[0].cut(*piece) for piece in one.speaker.phrases],
        )
        for one in find_candidates(toy.grammar(*rows), passages)
    ]


def candidates(text: str, *rows: Row) -> list[Candidate]:
    document = Document("d", "d.txt", "text", "en", text, blocks=[Block("paragraph", 0, len(text))])
    return find_candidates(toy.grammar(*rows), read_passages(document, RULES))


def test_a_row_takes_the_clause_behind_the_verb_and_the_phrase_before_it() -> None:
    assert find("Anna Lind says, that it rains.", toy.row("say.that", licence="d")) == [
        ("say.that", ["that it rains"], ["Anna Lind"])
    ]


def test_a_verb_without_the_licence_takes_nothing() -> None:
    assert find("Anna asks, that it rains.", toy.row("say.that", licence="d")) == []


def test_a_frame_behind_leaves_the_sentence_before_it() -> None:
    assert find("it rains, says Anna Lind.", toy.row("say.after", licence="p", where="around")) == [
        ("say.after", ["it rains"], ["Anna Lind"])
    ]


def test_of_two_rows_on_the_same_words_the_heavier_wins_whatever_their_order() -> None:
    light, heavy = toy.row("light", licence="d", weight=0.6), toy.row("heavy", licence="d", weight=0.9)
    for rows in ((light, heavy), (heavy, light)):
        (winner,) = candidates("Anna says, that it rains.", *rows)
        assert winner.row.id == "heavy"
        assert winner.beaten == (("light", "weighs 0.60 against 0.90"),)


def test_a_statement_without_a_rival_has_beaten_nobody() -> None:
    (only,) = candidates("Anna says, that it rains.", toy.row("say.that", licence="d"))
    assert only.beaten == ()
    assert only.speaker.way == "subject before the verb"
