"""Every rule flags exactly the words its own examples mark, and nothing in what it calls clean."""

import re

import pytest

from provenance.ingest import parse
from provenance.pipeline import audit
from provenance.rules import DIVIDER, RULES, Policy, explain, rule
from provenance.rules.measured import MEASURED
from provenance.words import codes, values

MARK = re.compile(r"\[\[(.*?)\]\]", re.S)


def found(name: str, language: str, text: str) -> list[str]:
    """The words that a rule points at in a text."""
    form = getattr(rule(name), "EXAMPLE_FORMAT", "text")
    documents = [
        document
        for number, part in enumerate(text.split(DIVIDER), 1)
        for document in parse(part.encode(), f"example-{number}", format=form, language=language)
    ]
    report = audit(documents, policy=Policy(select=(name,)))
    texts = {document.id: document.text for document in documents}
    return [texts[finding.document][finding.start : finding.end] for finding in report.findings]


def examples(kind: str) -> list[tuple[str, str, str]]:
    return [
        (name, language, text)
        for name in RULES
        for language, texts in getattr(rule(name), kind).items()
        for text in texts
    ]


@pytest.mark.parametrize(("name", "language", "text"), examples("FLAGGED"))
def test_a_rule_flags_exactly_the_marked_words(name: str, language: str, text: str) -> None:
    assert found(name, language, MARK.sub(r"\1", text)) == MARK.findall(text)


@pytest.mark.parametrize(("name", "language", "text"), examples("CLEAN"))
def test_a_rule_leaves_clean_text_alone(name: str, language: str, text: str) -> None:
    assert found(name, language, text) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_why_and_what_to_do_and_on_what_it_rests(name: str) -> None:
    one = rule(name)
    assert name == one.NAME
    for section in ("Why: ", "Fix: ", "Source: "):
        assert f"\n{section}" in (one.__doc__ or "")
    assert name in explain(name)
    assert set(one.FLAGGED) == set(one.CLEAN) == {"de", "en"}


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_its_message_and_its_edit_in_every_language(name: str, code: str) -> None:
    for kind in ("messages", "edits"):
        assert any(key.split(".")[0] == name for key in values(code, "findings", kind)), kind


@pytest.mark.parametrize("kind", ["messages", "edits"])
def test_messages_are_those_of_rules_and_leave_the_same_blanks_in_every_language(kind: str) -> None:
    blanks = re.compile(r"\{\w+\}")
    told = {code: values(code, "findings", kind) for code in codes()}
    keys = set.union(*(set(rows) for rows in told.values()))
    assert {key.split(".")[0] for key in keys} == set(RULES)
    for key in keys:
        filled = {code: set(blanks.findall(rows[key])) for code, rows in told.items() if key in rows}
        assert len(set(map(frozenset, filled.values()))) == 1 or kind == "edits", key


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_three_examples_of_either_kind_in_every_language(name: str) -> None:
    one = rule(name)
    for kind in (one.FLAGGED, one.CLEAN):
        for language, texts in kind.items():
            #: English has no subjunctive in which anything could be carried over.
            assert len(texts) >= 3 or (name, language) == ("konjunktiv-carry-over", "en")


def test_a_rule_prints_how_often_it_was_right() -> None:
    assert set(MEASURED) <= set(RULES)
    right, of, _ = MEASURED["vague-outlet"]
    assert f"Measured: {right} of {of} lines right" in explain("vague-outlet")
