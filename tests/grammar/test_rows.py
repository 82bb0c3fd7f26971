"""Every row of every table fires in its `yes` sentences, on the marked words, and in none of its `no` sentences."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import unmark

import provenance.languages
from provenance.grammar.records import Row
from provenance.grammar.table import read_table
from provenance.languages import Draft, load
from provenance.model import Block, BlockKind, Document
from provenance.passage import Passage, read_passages

FOLDER = Path(provenance.languages.__file__).parent
ROWS = [
    (path.parent.name, row)
    for path in sorted(FOLDER.glob("*/frames.toml"))
    for row in read_table(path, path.parent.name)
]
YES = [(code, row, sentence) for code, row in ROWS for sentence in row.yes]
NO = [(code, row, sentence) for code, row in ROWS for sentence in row.no]


def drafts(code: str, text: str) -> Iterator[tuple[Draft, list[Passage]]]:
    """Drafts of a text, whose paragraphs an empty line divides; behind "# " is a headline, behind "> " a quoted block."""
    language = load(code)
    document = Document("d", "d.txt", "text", code, text)
    at = 0
    for paragraph in text.split("\n\n"):
        mark = 2 * paragraph.startswith(("# ", "> "))
        kinds: dict[str, BlockKind] = {"# ": "headline", "> ": "blockquote"}
        kind = kinds.get(paragraph[:2], "paragraph")
        document.blocks.append(Block(kind, at + mark, at + len(paragraph)))
        at += len(paragraph) + 2
    passages = read_passages(document, language.sentence_rules)
    for draft in language.find(passages):
        yield draft, passages


def parts(draft: Draft, passages: list[Passage]) -> dict[str, list[str]]:
    return {
        "speaker": [passages[draft.speaker_home].cut(*piece) for piece in draft.speaker],
        "cue": [passages[draft.home].cut(*piece) for piece in draft.cue],
        "content": [passages[draft.passage].cut(*piece) for piece in draft.content],
    }


@pytest.mark.parametrize(("code", "row", "sentence"), YES, ids=[f"{row.id}: {text}" for _, row, text in YES])
def test_a_row_fires_on_the_marked_words(code: str, row: Row, sentence: str) -> None:
    text, marked = unmark(sentence)
    found = [parts(draft, passages) for draft, passages in drafts(code, text) if draft.pattern == row.id]
    if row.speaker in ("carried", "last speaker"):
        marked["speaker"] = []
        for one in found:
            one["speaker"] = []
    assert marked in found


@pytest.mark.parametrize(("code", "row", "sentence"), NO, ids=[f"{row.id}: {text}" for _, row, text in NO])
def test_a_row_keeps_away(code: str, row: Row, sentence: str) -> None:
    assert row.id not in {draft.pattern for draft, _ in drafts(code, sentence)}


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[row.id for _, row in ROWS])
def test_a_row_says_what_it_is_and_promises_no_more_for_the_speaker_than_for_the_content(
    code: str, row: Row
) -> None:
    assert row.id.startswith(f"{code}.")
    assert row.about.endswith(".")
    assert row.yes
    assert 0 < row.confidence.speaker <= row.confidence.content < 1
