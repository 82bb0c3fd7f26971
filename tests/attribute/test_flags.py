"""Flags: words of doubt bind to the statement whose words they are; a date is no bound, an open question no doubt."""

import pytest

from tests.builders import document, report


def flagged(text: str, language: str, code: str) -> list[str]:
    """The words under the flags of a kind, in order, each place once."""
    made = document(text, language=language)
    report(made)
    places = {(flag.start, flag.end) for row in made.statements for flag in row.flags if flag.code == code}
    return [made.text[start:end] for start, end in sorted(places)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Ina Holm sagte, der Damm sei gegen 11.20 Uhr gebrochen.", []),
        ("de", "Ina Holm sagte, der Damm sei gegen elf Uhr gebrochen.", []),
        ("de", "Ina Holm sagte, etwa 40 Boote seien gesunken.", ["etwa"]),
        ("en", "Ina Holm said the dam broke about 11:20.", []),
        ("en", "Ina Holm said about 40 boats had sunk.", ["about"]),
    ],
)
def test_a_time_of_day_is_no_bound(language: str, text: str, words: list[str]) -> None:
    assert flagged(text, language, "bound") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Gemeinde soll von dem Riss gewusst haben.", ["soll"]),
        ("Die Sitzung soll im März stattfinden.", []),
        ("Ina Holm sagte, niemand solle gehen, denn der Damm halte offenbar.", ["offenbar"]),
    ],
)
def test_a_plan_is_no_hedge(text: str, words: list[str]) -> None:
    assert flagged(text, "de", "hedge") == words


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Ina Holm sagte, 40 Boote seien gesunken. Die Herkunft der Zahl blieb unklar.", True),
        ("de", "Ina Holm sagte, 40 Boote seien gesunken. Unklar ist, wie das Wetter wird.", False),
        ("de", "Ina Holm sagte, 40 Boote seien gesunken. Das Amt wollte das nicht bestätigen.", False),
        ("de", "Ina Holm sagte, 40 Boote seien gesunken.\n\nÜberprüfen ließ sich das nicht.", True),
        ("en", "Ina Holm said 40 boats had sunk. The figure could not be independently verified.", True),
        ("en", "Ina Holm said 40 boats had sunk. Whether the bill passes is unclear.", False),
        ("en", "Ina Holm said 40 boats had sunk. It is unclear whether the dam will be rebuilt.", False),
        ("en", "Ina Holm said 40 boats had sunk.\n\nThe figure could not be independently verified.", True),
    ],
)
def test_only_sources_and_facts_of_the_story_are_declared_unclear(
    language: str, text: str, found: bool
) -> None:
    made = document(text, language=language)
    report(made)
    first = next(row for row in made.statements if row.attribution is not None)
    assert ("sources_unclear" in {flag.code for flag in first.flags}) == found


def test_no_line_speaks_of_no_statement() -> None:
    made = document("Die Herkunft der Zahl blieb unklar.")
    messages = [finding.message for finding in report(made).findings]
    assert not [message for message in messages if " 0 statement" in message]
