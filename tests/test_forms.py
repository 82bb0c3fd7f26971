"""Forms in which a rule's place stands in German and English news, each with its false friends.

`forms/LANGUAGE.txt` has sentences by rule, written without looking at any marked text: `+` and the words that the rule
must touch, `-` a sentence that it leaves alone, `?` one that it should reach and does not yet. Each stands in a report
that names two people elsewhere.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.ingest import parse
from provenance.pipeline import audit
from provenance.rules import RULES, Policy

FORMS = Path(__file__).parent / "forms"
MARK = re.compile(r"\[\[(.*?)\]\]")
REPORT = {
    "de": "Otto Klee sagte, das Wetter sei schön. Eva Brandt sagte, es bleibe so.\n\nDer Hafen ist leer.\n\n{}\n\nDas Wasser steigt.",
    "en": "Otto Klee said the weather was fine. Eva Brandt said it would stay so.\n\nThe port is empty.\n\n{}\n\nThe water is rising.",
}


def forms(kind: str) -> Iterator[tuple[str, str, str]]:
    for language in REPORT:
        name = ""
        for line in (FORMS / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                name = line.removeprefix("== ")
                assert name in RULES
            elif line.startswith(kind):
                yield name, language, line[2:]


def touched(name: str, language: str, sentence: str) -> tuple[bool, list[str]]:
    """Whether the rule touches the marked words, and all that it points at."""
    text = REPORT[language].format(sentence)
    marked = MARK.search(text)
    documents = list(parse(MARK.sub(r"\1", text).encode(), "report", format="text", language=language))
    report = audit(documents, policy=Policy(select=(name,)))
    places = [(finding.start, finding.end) for finding in report.findings]
    start, end = (marked.start(), marked.start() + len(marked[1])) if marked else (0, 0)
    hit = any(first < end and start < last for first, last in places)
    return hit, [report.documents[0].text[first:last] for first, last in places]


@pytest.mark.parametrize(("name", "language", "sentence"), forms("+"))
def test_a_rule_reaches_a_form_of_its_place(name: str, language: str, sentence: str) -> None:
    assert touched(name, language, sentence)[0]


@pytest.mark.parametrize(("name", "language", "sentence"), forms("-"))
def test_a_rule_leaves_a_false_friend_alone(name: str, language: str, sentence: str) -> None:
    assert touched(name, language, sentence)[1] == []


@pytest.mark.parametrize(("name", "language", "sentence"), forms("?"))
def test_what_is_not_reached_is_marked_so(name: str, language: str, sentence: str) -> None:
    assert not touched(name, language, sentence)[0]
