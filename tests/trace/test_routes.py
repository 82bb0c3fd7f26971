"""Routes of statements: which platform, paper or programme carried the words, how long it holds, and what is none."""

import pytest

from provenance.ingest import parse
from provenance.model import Document, Statement
from tests.builders import document, report


def routes(text: str, language: str = "de", **options: str) -> list[set[str]]:
    """The media and agencies of each sourced statement that stands in no other, in order."""
    made: Document = document(text, language=language, **options)  # type: ignore[arg-type]
    report(made)
    return [_route(row) for row in made.statements if row.attribution is not None and row.parent is None]


def _route(statement: Statement) -> set[str]:
    return {hop.name for hop in statement.chain if hop.role in ("medium", "agency")}


@pytest.mark.parametrize(
    ("language", "text", "medium"),
    [
        ("de", "„Der Damm hält“, schrieb Ina Holm auf Instagram.", "Instagram"),
        ("de", "Der Damm halte, erklärte Ina Holm in einem Video auf YouTube.", "YouTube"),
        ("de", "Ina Holm schrieb auf der Plattform X, der Damm halte.", "X"),
        ("de", "Der Damm halte, teilte Ina Holm im sozialen Netzwerk Bluesky mit.", "Bluesky"),
        ("de", "Ina Holm schrieb in einem Facebook-Beitrag, der Damm halte.", "Facebook"),
        ("de", "„Der Damm hält“, twitterte Ina Holm.", "Twitter"),
        ("en", "“The dam will hold,” Ina Holm wrote on Mastodon.", "Mastodon"),
        ("en", "Ina Holm said in a post on LinkedIn that the dam would hold.", "LinkedIn"),
        ("en", "“The dam will hold,” Ina Holm said in an Instagram post.", "Instagram"),
        ("en", "“The dam will hold,” Ina Holm tweeted on Monday.", "Twitter"),
    ],
)
def test_a_platform_where_somebody_writes_is_the_medium(language: str, text: str, medium: str) -> None:
    assert routes(text, language) == [{medium}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ina Holm sagte, der Druck auf Facebook wachse."),
        ("de", "Facebook sagte, der Damm halte."),
        ("de", "„Das ist Unsinn“, sagte Ina Holm zum Druck auf Instagram."),
        ("en", "Ina Holm said the pressure on Facebook was growing."),
        ("en", "“That is nonsense,” Ina Holm said of the ban on TikTok."),
        ("en", "“The dam will hold,” Facebook said."),
    ],
)
def test_a_platform_that_is_spoken_of_or_speaks_is_no_medium(language: str, text: str) -> None:
    assert all(not route for route in routes(text, language))


@pytest.mark.parametrize(
    ("language", "text", "medium"),
    [
        ("de", "„Der Damm hält“, sagte Ina Holm der „Sandufer Zeitung“.", "Sandufer Zeitung"),
        ("de", "Dem „Deichmagazin“ hatte Ina Holm gesagt, dass der Damm halte.", "Deichmagazin"),
        ("de", "Der Damm halte, sagte Ina Holm im Podcast „Ebbe und Flut“.", "Ebbe und Flut"),
        ("de", "Der Damm halte, sagte Ina Holm in der Sendung „Deichtalk“.", "Deichtalk"),
        ("de", "„Der Damm hält“, sagte Ina Holm dem Sender Radio Norddeich.", "Radio Norddeich"),
        ("de", "Gegenüber wellenreiter.de erklärte Ina Holm, der Damm halte.", "wellenreiter.de"),
        ("en", "“The dam will hold,” Ina Holm told the Harbour Sentinel.", "Harbour Sentinel"),
        ("en", "Ina Holm told Dike Weekly that the dam would hold.", "Dike Weekly"),
        ("en", "Ina Holm said on the podcast Low Tide that the dam would hold.", "Low Tide"),
        ("en", "Ina Holm told The Associated Press that the dam would hold.", "AP"),
    ],
)
def test_a_masthead_that_no_list_has_is_known_by_its_words(language: str, text: str, medium: str) -> None:
    assert routes(text, language) == [{medium}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Damm halte, sagte ein ORF-Sprecher."),
        ("de", "Der Damm halte, sagte die Chefredakteurin der Salzburger Nachrichten."),
        ("de", "Ina Holm vom Verkehrsclub Österreich sagte, der Damm halte."),
        ("de", "„Der Damm hält“, sagte Ina Holm, die nicht mit der Presse reden will."),
        ("de", "Der Damm halte, sagte Ina Holm gegenüber unserer Zeitung."),
        ("de", "Der Damm halte, hieß es in einer Aussendung."),
        ("en", "The dam would hold, a BBC spokeswoman said."),
        ("en", "“The dam will hold,” Ina Holm told reporters."),
        ("en", "“The dam will hold,” Ina Holm, an editor at the Harbour Sentinel, said."),
    ],
)
def test_an_employer_an_audience_and_a_part_of_a_name_are_no_media(language: str, text: str) -> None:
    assert all(not route for route in routes(text, language))


def test_the_own_outlet_is_no_medium() -> None:
    assert routes("„Der Damm hält“, sagte Ina Holm dem Nordkurier.", outlet="Nordkurier") == [set()]


@pytest.mark.parametrize(
    ("language", "text", "medium"),
    [
        (
            "de",
            "Die Zeitung „Nordlys“ berichtete zuerst. „Der Damm hält“, sagte Ina Holm dem Blatt.",
            "Nordlys",
        ),
        (
            "en",
            "The magazine Nordlys had it first. “The dam will hold,” Ina Holm told the magazine.",
            "Nordlys",
        ),
    ],
)
def test_a_noun_with_its_article_takes_up_the_medium_before(language: str, text: str, medium: str) -> None:
    assert routes(text, language)[-1] == {medium}


def test_a_noun_that_takes_up_nobody_is_no_medium() -> None:
    assert routes("„Der Damm hält“, sagte Ina Holm dem Blatt.") == [set()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Der Damm hält“, sagte Ina Holm dem SWR. Niemand müsse gehen."),
        ("de", "„Der Damm hält“, sagte Ina Holm dem SWR. „Niemand muss gehen“, sagte Holm."),
        ("en", "“The dam will hold,” Ina Holm told NPR. “Nobody has to leave,” Holm said."),
    ],
)
def test_a_medium_holds_for_what_its_speaker_says_next(language: str, text: str) -> None:
    first, second = routes(text, language)
    assert first == second and len(first) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Der Damm hält“, sagte Ina Holm dem SWR. „Er hält nicht“, sagte Otto Lind."),
        ("de", "„Der Damm hält“, sagte Ina Holm dem SWR. In einem Brief schrieb Holm, niemand müsse gehen."),
        ("en", "“The dam will hold,” Ina Holm told NPR. “It will not,” said Otto Lind."),
    ],
)
def test_it_ends_with_another_speaker_or_another_occasion(language: str, text: str) -> None:
    assert routes(text, language)[-1] == set()


def test_what_is_written_below_a_post_stands_on_its_platform() -> None:
    text = "„Der Damm hält“, schrieb Ina Holm auf LinkedIn. Otto Lind kommentierte: „Er hält nicht.“"
    assert routes(text)[-1] == {"LinkedIn"}


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Sentinel, citing an official, reported that the dam leaks.",
        "The Harbour Sentinel reported it.\n\nThe newspaper reported that the dam leaks, citing an official.",
        "The Harbour Sentinel reported it.\n\nThe news organization, citing an official, said the dam leaks.",
    ],
)
def test_a_medium_that_cites_somebody_is_the_route(text: str) -> None:
    assert {"The Harbour Sentinel"} in routes(text, "en")


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (
            "“The dam will hold,” Ina Holm said in an interview with NPR.\n\n“It will not,” said Otto Lind.\n\n"
            "The gates were built in 1990, Holm said.",
            [{"NPR"}, set(), {"NPR"}],
        ),
        (
            "“The dam will hold,” Ina Holm said in an interview with CNN's Eva Falk.\n\n“Are you sure?” Falk asked.",
            [{"CNN"}, {"CNN"}],
        ),
        (
            "The dam will hold, Ina Holm said.\n\nHolm made the remarks in an interview with Politico on Monday.\n\n"
            "“Nobody has to leave,” Holm said.",
            [{"Politico"}, {"Politico"}],
        ),
        (
            "“The dam will hold,” Ina Holm said in an interview with NPR.\n\n"
            "In a letter, Holm said nobody had to leave.\n\nThe gates were old, Holm said.",
            [{"NPR"}, set(), set()],
        ),
        (
            "Ina Holm told NPR that the dam would hold.\n\nHolm also said the gates were old.",
            [{"NPR"}, {"NPR"}],
        ),
        ("Speaking on the same day, Ina Holm said the dam would hold.", [set()]),
    ],
)
def test_an_interview_holds_to_its_end_and_for_its_summary(text: str, route: list[set[str]]) -> None:
    assert routes(text, "en") == route


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("On Face the Nation, Mayor Ina Holm said the dam would hold.", {"Face the Nation"}),
        ("In an NPR interview, Ina Holm said the dam would hold.", {"NPR"}),
        (
            "In an interview with Harbour Tonight with Eva Falk, Ina Holm said the dam would hold.",
            {"Harbour Tonight"},
        ),
        ("In an interview with Otto Lind, Ina Holm said the dam would hold.", set()),
        ("In an interview on NPR, Gov. Ina D. Holm said the dam would hold.", {"NPR"}),
        ("On Monday, Ina Holm said the dam would hold.", set()),
    ],
)
def test_the_occasion_that_opens_a_sentence_names_the_medium(text: str, medium: set[str]) -> None:
    assert routes(text, "en") == [medium]


def test_an_interviewers_mention_is_no_route_of_the_answers() -> None:
    text = (
        "Wir haben mit der Deichgräfin Ina Holm gesprochen.\n\nFrau Holm, hält der Damm?\n\nIch denke schon.\n\n"
        "Laut der New York Times bricht er. Stimmt das?\n\nNein, ich glaube nicht, dass er bricht.\n\n"
        "Und was kostet er?\n\nIch weiß es nicht."
    )
    assert all("New York Times" not in route for route in routes(text)[-1:])


@pytest.mark.parametrize(
    ("signature", "platform"),
    [
        ("(@inaholm) May 3, 2019", "Twitter"),
        ("(@inaholm) May 3, 2025", "X"),
        ("(@inaholm.bsky.social) May 3, 2025", "Bluesky"),
        ("(@ina@nordby.example)", "Mastodon"),
    ],
)
def test_the_signature_of_a_post_tells_its_platform(signature: str, platform: str) -> None:
    page = (
        "<html lang=en><article><h1>The dam</h1><p>Many wrote about the dam on Monday, and the mayor was one.</p>"
        f"<blockquote><p>The dam will hold.</p>— Ina Holm {signature}</blockquote>"
        "<p>Nobody knows how long it will last, for the gates are old.</p></article></html>"
    )
    (made,) = parse(page.encode(), "story.html", language="en")
    report(made)
    assert [_route(row) for row in made.statements if row.text == "The dam will hold."] == [{platform}]
