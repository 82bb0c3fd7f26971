"""What a table is refused for."""

from pathlib import Path

import pytest

from provenance.grammar.table import read_table

ROW = """
[[frame]]
id = "de.x"
about = "A row."
kind = "indirect"
cue = {by = "verb"}
content = {where = "behind", forms = ["that"]}
confidence = {content = 0.9, speaker = 0.8}
yes = ["…"]
"""


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "frames.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_has_the_defaults_of_the_engine(tmp_path: Path) -> None:
    (row,) = read_table(table(tmp_path, ROW), "de")
    assert (row.speaker, row.ends, row.content.within, row.cue.passive) == ("subject", (), 4, None)


@pytest.mark.parametrize(
    "text",
    [
        ROW + ROW,
        ROW.replace('about = "A row."\n', ""),
        ROW.replace('by = "verb"', 'by = "verb", colour = "red"'),
        ROW.replace('where = "behind", ', ""),
        ROW.replace('kind = "indirect"', 'kind = "shouted"'),
        ROW + 'mood = "bad"\n',
    ],
    ids=["twice", "no meaning", "unknown condition", "no place", "unknown kind", "unknown key"],
)
def test_a_faulty_row_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"de\.x|de/frames"):
        read_table(table(tmp_path, text), "de")
