"""The marked articles are sound, and a file that is not says in a line what is wrong with it."""

import pytest

from tests.gold.articles import LANGUAGES, MarkingError, families, read_article, read_articles

TEXT = (
    "Der Damm hält, sagte Ida Holm am Montag. Sie sagte auch, das Wasser sinke. „Gut“, sagte Ole Brand. "
    + "Das Fest beginnt am Abend auf dem Markt und endet spät. " * 5
)
SOURCE = '[[source]]\nname = "Ida Holm"\ntype = "person"\n'
STATEMENT = (
    '[[statement]]\ncontent = "Der Damm hält"\nkind = "indirect"\ncue = "sagte"\nwithin = "sagte Ida Holm"\n'
    'speaker = "Ida Holm"\nsource = "Ida Holm"\n'
)


def toml(statement: str = STATEMENT, *, source: str = SOURCE, text: str = TEXT, about: str = "local") -> str:
    return f"about = ['{about}']\ntext = '''\n{text}\n'''\n{source}{statement}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_marked_soundly(language: str) -> None:
    assert read_articles(language)


def test_words_are_found_where_they_were_marked() -> None:
    (statement,) = read_article("dam", "de", toml()).statements
    assert [TEXT[slice(*span)] for span in statement.content] == ["Der Damm hält"]
    assert statement.cue[0].start == TEXT.index("sagte")


def test_a_stretch_may_be_given_by_its_first_and_last_words() -> None:
    (statement,) = read_article(
        "dam", "de", toml(STATEMENT.replace("Der Damm hält", "Der … hält"))
    ).statements
    assert TEXT[slice(*statement.content[0])] == "Der Damm hält"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (toml(STATEMENT.replace("Der Damm hält", "Das Boot sinkt")), "'Das Boot sinkt' stands 0 times, not once"),
        (toml(STATEMENT.replace("Der Damm hält", "Das Fest beginnt").replace("within", "# within")), "'Das Fest beginnt' stands 5 times"),
        (toml(STATEMENT.replace('within = "sagte Ida Holm"\n', "")), "'sagte' stands 3 times near the content"),
        (toml(STATEMENT.replace('cue = "sagte"', 'cue = "meinte"')), "'meinte' stands 0 times in its `within`"),
        (toml(STATEMENT.replace("Der Damm hält", "Der … Abend")), "'Abend' stands 5 times between 'Der'"),
        (toml(STATEMENT.replace('"indirect"', '"spoken"')), "kind 'spoken'; there are: direct, "),
        (toml(STATEMENT.replace('source = "Ida Holm"', 'source = "Holm"')), "no [[source]] is called 'Holm'"),
        (toml(STATEMENT.replace('source = "Ida Holm"', 'source = ""')), "source 'Ida Holm' says nothing"),
        (toml(STATEMENT.replace("cue =", "cues =")), "unknown key 'cues'"),
        (toml(STATEMENT.replace("kind =", "kinds =")), "'kind' is missing"),
        (toml(STATEMENT + STATEMENT), "two statements share the words 'Der Damm hält'"),
        (toml(STATEMENT.replace('"Der Damm hält"', '"das Wasser sinke"') + STATEMENT), "out of order: 'Der Damm hält"),
        (toml(source=SOURCE.replace("person", "human")), "type 'human'; there are: agency, "),
        (toml(source=SOURCE + SOURCE), "two sources of one name"),
        (toml(text="Der Damm hält, sagte Ida Holm."), "6 words; an article has 60 to 180"),
        (toml(about="weather"), "family 'weather' is not in families.toml"),
        ("text = ", "no TOML: "),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file(wrong: str, told: str) -> None:
    with pytest.raises(MarkingError) as caught:
        read_article("dam", "de", wrong)
    assert any(fault.startswith("de/dam.toml: ") and told in fault for fault in caught.value.faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_is_tried(language: str) -> None:
    tried = {family for article in read_articles(language) for family in article.about}
    wanted = {**families()["both"], **families()[language]}
    assert set(wanted) - tried == set()
    assert len(read_articles(language)) >= 40
