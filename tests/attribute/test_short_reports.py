"""Short reports, each with what is said in it and by whom: `short_reports_<language>.txt` reads as the specification.

A report is a paragraph or two; behind it stands a line a statement, "= content -> source (type)", in the order of the
text. "-> nobody" is a statement that no words give to anybody; a report without such a line has no statement.
"""

from pathlib import Path

import pytest

from provenance.attribute import find
from provenance.model import Block, Document

FOLDER = Path(__file__).parent
BREAK = "\n\n---\n\n"


def reports() -> list[tuple[str, str, list[str]]]:
    """Language, text and expected lines of every report."""
    found = []
    for path in sorted(FOLDER.glob("short_reports_*.txt")):
        for report in path.read_text(encoding="utf-8").strip().split(BREAK):
            lines = report.split("\n")
            text = "\n".join(line for line in lines if not line.startswith("= "))
            found.append(
                (path.stem[-2:], text.strip(), [line[2:] for line in lines if line.startswith("= ")])
            )
    return found


def told(language: str, text: str) -> list[str]:
    """The statements of a text that stand in no other, each as a line."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 2
    document = Document("d", "d.txt", "text", language, text, blocks=blocks)
    sources = {source.id: source for source in find(document)}
    lines = []
    for statement in document.statements:
        if statement.attribution is None or statement.parent is not None:
            continue
        source = sources.get(statement.attribution.source or "")
        named = f"{source.name} ({source.type})" if source is not None else "nobody"
        lines.append(f"{statement.text} -> {named}")
    return lines


@pytest.mark.parametrize(("language", "text", "expected"), reports())
def test_what_a_short_report_says_and_by_whom(language: str, text: str, expected: list[str]) -> None:
    assert told(language, text) == expected
