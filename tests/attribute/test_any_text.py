"""Any text whatever can be attributed: what is found stands in the text, children in their parents, and it is final."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.attribute import find
from provenance.grounding import document_faults
from provenance.languages import spoken
from provenance.languages.de.verbs import reporting_forms as german_forms
from provenance.languages.de.words import FUNCTION_WORDS
from provenance.languages.en.verbs import reporting_forms as english_forms
from provenance.languages.en.words import CLAUSE_OPENERS, DETERMINERS, FINITES, PREPOSITIONS
from provenance.model import PROSE, Block, Document, Statement
from provenance.pipeline import audit
from provenance.report import json_report
from tests.builders import document

KINDS = sorted(PROSE)
MARKS = [*",.;:!?…–—-()[]\"'„“”»«‚‘’›‹/&$#@%", "''", "``", "...", "\n", "\n\n"]
NAMES = "Anna Berg Smith Moskau Washington FAZ dpa Reuters Minister Polizei Bericht senator O'Hara 43-Jährige".split()
#: Letters that change their length with their case, letters of no case, marks that combine, and what is no letter.
ODD = [*"İŉßẞﬁǅςª²Ⅷ１😀𝔄\u0301\u200b\u200d\u00ad\u2028\x85\x00\x1f\u202e\ufeff\u00a0\t", "_", "שלום", "12.5"]


def text_of(*vocabularies: list[str]) -> st.SearchStrategy[str]:
    """Texts of a grammar's own words, marks, names and odd letters, with and without blanks."""
    word = st.one_of(*map(st.sampled_from, (*vocabularies, MARKS, NAMES, ODD)))
    glued = st.builds(str.__add__, word, word)
    shown = st.builds(lambda words, case, blank: case(words) + blank, word | glued,
                      st.sampled_from([str, str, str.capitalize, str.upper]), st.sampled_from([" ", " ", " ", ""]))  # fmt: skip
    return st.lists(shown, max_size=60).map("".join)


GERMAN = text_of(sorted(german_forms()), sorted(FUNCTION_WORDS))
ENGLISH = text_of(sorted(english_forms()), sorted(CLAUSE_OPENERS | DETERMINERS | FINITES | PREPOSITIONS))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of blocks of any size and kind, the empty one too, in a language or in none."""
    language, text = draw(st.one_of(st.tuples(st.just("de"), GERMAN), st.tuples(st.just("en"), ENGLISH)))
    language = draw(st.sampled_from([language, language, language, "und", "", "fr", "de_AT"]))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    borders = [0, *cuts, len(text)]
    blocks = [Block(draw(st.sampled_from(KINDS)), start, end) for start, end in itertools.pairwise(borders)]
    return Document("d", "d.txt", "text", language, text, blocks=blocks)


def misplaced(statements: list[Statement]) -> Iterator[str]:
    """Statements before or outside their parents, without words, or in pieces that overlap."""
    before: dict[str, Statement] = {}
    for statement in statements:
        if statement.parent is not None:
            parent = before.get(statement.parent)
            if parent is None or not any(
                start <= statement.start and statement.end <= end for start, end in parent.spans
            ):
                yield f"{statement.id} outside {statement.parent}"
        if any(
            first.end > second.start
            for first, second in zip(statement.spans, statement.spans[1:], strict=False)
        ):
            yield f"{statement.id} in pieces that overlap"
        before[statement.id] = statement


@settings(max_examples=150, deadline=None)
@given(documents())
def test_what_is_found_stands_in_the_text(document: Document) -> None:
    find(document)
    assert [*document_faults(document), *misplaced(document.statements)] == []
    found = document.statements
    find(document)
    assert document.statements == found


@settings(max_examples=60, deadline=None)
@given(documents())
def test_an_audit_of_it_can_be_written_and_read_again(document: Document) -> None:
    written = json_report.dump(audit([document]))
    assert json_report.dump(json_report.load(written, "report.json")) == written


@pytest.mark.parametrize("code", ["", "und", "fr", "de_AT", "x-klingon", "-", "no language"])
def test_a_language_that_nobody_knows_stops_no_reader(code: str) -> None:
    text = "Ein Insider sagte, der Vertrag sei unterschrieben."
    document = Document("a", "a", "text", code, text, blocks=[Block("paragraph", 0, len(text))])
    report = audit([document])
    assert bool(document.statements) == spoken(code) == code.startswith("de")
    assert not list(document_faults(document))
    assert json_report.dump(report)


@pytest.mark.parametrize("verb", ["zeigen, dass es regnet", "widerlegen die Behauptung, es regne"])
def test_a_speaker_with_nothing_but_a_bracket_behind_a_report_is_nobody(verb: str) -> None:
    made = document(f"Die Ergebnisse (im neuen PDF) {verb}.")
    find(made)
    assert all(one.attribution is None or one.attribution.source is None for one in made.statements)


@pytest.mark.parametrize("opening", ["When I", "While She", "But They", "When You", "And He"])
def test_a_heading_of_a_pronoun_is_no_body_that_is_spoken_of_again(opening: str) -> None:
    made = document(f"{opening}\n\nMoney is short, the company said.", language="en")
    find(made)
    told = [one.attribution.source for one in made.statements if one.attribution is not None]
    assert len(told) == 1 and told != [opening]
