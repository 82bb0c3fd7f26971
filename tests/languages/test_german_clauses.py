"""Sentences cut into clauses, whatever they are made of."""

import pytest

from provenance.languages import load
from provenance.languages.de.clauses import read_sentence
from provenance.passage import read_passages
from tests.builders import document


@pytest.mark.parametrize("text", [":", "—", "; ;", ":.", ", :", "(:)", "„:“"])
def test_a_sentence_without_words_has_a_clause(text: str) -> None:
    for passage in read_passages(document(f"{text}\n"), load("de").sentence_rules):
        for first, after in passage.sentences:
            assert read_sentence(passage, 0, first, after).clauses
