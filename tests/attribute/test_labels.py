"""What stands before a colon: who says what follows, or a topic that says nothing."""

import pytest

from provenance.attribute import find
from provenance.ingest import parse


def labelled(text: str) -> list[str]:
    """The names behind the statements of a text whose cue is a colon."""
    document = parse(text.encode(), "d", format="markdown", language="en")[0]
    sources = {source.id: source.name for source in find(document)}
    found = [row.attribution for row in document.statements if row.attribution]
    return [sources[one.source] for one in found if one.source and document.text[one.cue[0].start] == ":"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Lund: The dam must go\n\nMayor Ida Lund came.\n", "Ida Lund"),
        ("# Ida Lund: The dam must go\n\nIt rained.\n", "Ida Lund"),
        ("# Police: Man fell into dam\n\nIt rained.\n", "Police"),
        ("# Study: Dams are old\n\nIt rained.\n", "study"),
        ("# WHO: Dams are old\n\nIt rained.\n", "WHO"),
    ],
)
def test_who_can_speak_before_a_colon(text: str, name: str) -> None:
    assert labelled(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "# Drought: council on track\n\nDrought came.\n",
        "# Dam repair: council is on track\n\nDam repair is dear.\n",
        "# Serving Size: it is small\n\nIt rained.\n",
        "# Map: the dam is full\n\nIt rained.\n",
        "# It rained\n\nBackground: The dam is old, and it leaks.\n",
    ],
)
def test_a_topic_before_a_colon_says_nothing(text: str) -> None:
    assert labelled(text) == []


def test_who_speaks_again_and_again_in_a_transcript_does() -> None:
    turn = "Marsh: We tested it, and it was fine.\n\nKoch: You say it is old."
    assert labelled("# They talk\n\n" + "\n\n".join([turn, turn, turn])) == ["Marsh", "Koch"] * 3
