"""What a finding says: in the language of the document or of the reader, and once."""

import ast
from pathlib import Path

import pytest

import provenance.ingest.html.doubt as doubt
from provenance.ingest import parse
from provenance.pipeline import audit
from provenance.report.summary import unread_lines
from provenance.rules import Policy
from provenance.words import values

WALL = "<!doctype html><html lang='{}'><head><title>Der Damm bei Harrow hält dem Wasser stand</title></head><body>{}</body></html>"
CONSENT = "<p>Diese Seite braucht Ihre Zustimmung, damit Sie sie im Browser lesen dürfen.</p>"


def messages(page: str, lang: str = "") -> list[str]:
    report = audit(parse(page.encode(), "page.html"), policy=Policy(select=("doubtful-text",), lang=lang))
    return [finding.message for finding in report.findings]


@pytest.mark.parametrize(
    ("lang", "said"), [("", "nur 12 Wörter"), ("de", "nur 12 Wörter"), ("en", "only 12 words")]
)
def test_doubts_are_told_in_the_language_of_the_document_or_of_the_reader(lang: str, said: str) -> None:
    (message,) = messages(WALL.format("de", CONSENT), lang)
    assert said in message


def test_every_reason_to_doubt_a_page_is_known_in_german() -> None:
    known = values("de", "findings", "reasons")
    tree = ast.parse(Path(doubt.__file__).read_text(encoding="utf-8"))
    signs = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "_signs"]
    told = [node for node in ast.walk(signs[0]) if isinstance(node, ast.JoinedStr) and len(node.values) > 1]
    told_plainly = [
        node.value
        for node in ast.walk(signs[0])
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip()
    ]
    parts = {str(part.value) for node in told for part in node.values if isinstance(part, ast.Constant)}
    reasons = [text for text in told_plainly if text not in parts] + [
        "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        for node in told
    ]
    assert len(reasons) >= 7
    assert [reason for reason in reasons if reason not in known] == []


def test_a_page_without_a_story_is_told_once() -> None:
    report = audit(parse(WALL.format("de", "").encode(), "page.html"))
    assert [line.split(": ")[1] for line in unread_lines(report)] == [
        "no story in this page; judged nothing but its credits"
    ]
    assert [finding.rule for finding in report.findings] == []
