"""Pages as a reader sees them: what broken markup, dialogues, walls, tables and templates' names do to a story."""

import pytest

from provenance.ingest import parse
from provenance.ingest.dates import month_first
from provenance.ingest.encoding import decode
from provenance.model import Document
from tests.builders import shown

SENTENCE = "Der Damm von Nordby hielt auch in dieser Nacht, wie das Amt am Morgen sagte. "
STORY = "".join(f"<p>{SENTENCE}Es war die {number}. Nacht.</p>" for number in range(4))


def page(body: str, head: str = "<title>Der Damm hielt</title>", attributes: str = 'lang="de"') -> Document:
    text = f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>"
    (document,) = parse(text.encode(), "p.html")
    return document


def article(body: str) -> Document:
    return page(f"<article><h1>Der Damm hielt</h1>{body}</article>")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Öffnung für Schiffe, große Kräne, schöne Häfen, müde Männer".encode() + b"\xc3", "Öffnung für Schiffe, große Kräne, schöne Häfen, müde Männer\ufffd"),
        ("Öffnung für große Kräne".encode("windows-1252"), "Öffnung für große Kräne"),
        ("Öffnung für große Kräne, Ã¼".encode("windows-1252"), "Öffnung für große Kräne, Ã¼"),
    ],
)  # fmt: skip
def test_one_bad_byte_costs_one_character_and_other_charsets_nothing(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_a_page_whose_navigation_never_ends_is_read() -> None:
    links = "<nav><ul><li><a href='/'>Start</a><li><a href='/hafen'>Hafen</a>"
    document = page(f"{links}<main><h1>Der Damm hielt</h1>{STORY}</main>")
    assert len(shown(document, "lead", "paragraph")) == 4
    closed = page(f"{links}</ul></nav><main><h1>Der Damm hielt</h1>{STORY}</main>")
    assert "Hafen" not in closed.text


def test_a_dialogue_of_consent_is_no_story_however_short_the_story_is() -> None:
    consent = (
        "<p>Wir verwenden Technologien, um Geräteinformationen zu speichern, und bitten um Zustimmung dazu.</p>"
        * 6
    )
    document = page(
        f"<article><h1>Der Damm hielt</h1><p>{SENTENCE}</p></article><div class='cmplz-cookiebanner'>{consent}</div>"
    )
    assert shown(document, "lead", "paragraph") == [SENTENCE.strip()]
    whole = page(f"<div class='cookie-consent'><article><h1>Der Damm hielt</h1>{STORY}</article></div>")
    assert len(shown(whole, "lead", "paragraph")) == 4


def test_sections_that_a_template_numbers_under_a_name_of_its_own_are_the_story() -> None:
    sections = "".join(f"<div id='toc-{number}'><p>{SENTENCE * 2}</p></div>" for number in range(6))
    document = page(f"<article><h1>Der Damm hielt</h1>{sections}</article>")
    assert len(shown(document, "lead", "paragraph")) == 6
    teasers = "".join(
        f"<aside id='toc-{number}'><p>Mehr aus Nordby: {SENTENCE}</p></aside>" for number in range(3)
    )
    beside = page(f"<article><h1>Der Damm hielt</h1>{STORY}</article>{teasers}")
    assert not any("Mehr aus" in text for text in shown(beside, "paragraph"))


def test_a_page_builders_blocks_are_no_furniture() -> None:
    block = "<div class='elementor-widget elementor-widget-text-editor'>"
    document = page(f"{block}<h1>Der Damm hielt</h1></div>{block}{STORY}</div>")
    assert len(shown(document, "lead", "paragraph")) == 4


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Um diesen Artikel weiterlesen zu können, brauchen Sie ein Abo.", True),
        ("To view the full story, please subscribe to the Nordby Post.", True),
        ("Um die Stadt zu sehen, stiegen sie auf den Damm.", False),
    ],
)
def test_a_story_ends_at_a_wall_and_is_told_to_be_cut(line: str, told: bool) -> None:
    more = "<p>Sie bekommen auch ein Geschenk, das in Nordby von Hand gemacht worden ist.</p>"
    document = article(f"<p>{SENTENCE}</p><p>{SENTENCE}Es regnete.</p><p>{line}</p>{more}")
    assert ("Geschenk" not in document.text) is told
    assert ("text" in {doubt.kind for doubt in document.doubts}) is told


def test_a_table_of_figures_is_left_out_and_one_of_words_is_whole() -> None:
    calendar = "<table><tr><th>Mo</th><th>Di</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    assert not {"Mo", "Di"} & set(shown(article(STORY + calendar)))
    layout = f"<table><tr><td>{STORY}</td></tr></table>"
    assert len(shown(page(f"<h1>Der Damm hielt</h1>{layout}"), "lead", "paragraph")) == 4


def test_a_pull_quote_is_said_once_and_a_refrain_as_often_as_it_is_sung() -> None:
    told = "<p>„Der Damm hält noch hundert Jahre“, sagte Holm am Morgen.</p>"
    pulled = "<blockquote>„Der Damm hält noch hundert Jahre“</blockquote>"
    assert shown(article(STORY + told + pulled), "blockquote") == []
    assert len(shown(article(STORY + pulled), "blockquote")) == 1
    refrain = "<p>Und der Damm hält noch hundert Jahre lang.</p>"
    assert sum(text.startswith("Und der") for text in shown(article(STORY + refrain * 2), "paragraph")) == 2


def test_a_question_in_bold_and_its_answer_are_two_paragraphs() -> None:
    talk = "<p><strong>Hält der Damm?</strong><br>Er hält, und zwar noch lange.<br><strong>Wie lange noch?</strong><br>Hundert Jahre.</p>"
    texts = shown(article(STORY + talk), "paragraph")
    assert texts[-4:] == [
        "Hält der Damm?",
        "Er hält, und zwar noch lange.",
        "Wie lange noch?",
        "Hundert Jahre.",
    ]
    verse = "<p>Er hält<br><strong>noch lange</strong><br>und fest, sagte sie.</p>"
    assert shown(article(STORY + verse), "paragraph")[-1] == "Er hält noch lange und fest, sagte sie."


def test_a_source_line_at_the_end_is_no_sentence_and_no_photo_credit() -> None:
    document = article(STORY + "<p>Quelle: Hafenamt Nordby</p>")
    assert (document.source, document.photo_credits) == ("Hafenamt Nordby", [])
    assert shown(document, "metadata") == ["Quelle: Hafenamt Nordby"]
    middle = article(f"<p>{SENTENCE}</p><p>Quelle: unbekannt, so hieß es damals im Amt.</p>{STORY}")
    assert middle.source is None


def test_a_link_to_a_gallery_is_no_credit() -> None:
    document = article(STORY + "<p><a href='/bilder'>Fotos: Der Damm in der Nacht</a></p>")
    assert document.photo_credits == []


@pytest.mark.parametrize(
    ("code", "month"), [("en", True), ("en-US", True), ("en-GB", False), ("en_AU", False), ("de", False), (None, True)]
)  # fmt: skip
def test_english_days_in_figures_are_read_by_their_region(code: str | None, month: bool) -> None:
    assert month_first(code) is month


def test_a_day_is_read_in_its_own_box_and_not_in_other_stories_titles() -> None:
    dated = page(
        f"<article><h1>Der Damm hielt</h1><div class='uploaded-date'>23.09.26</div>{STORY}</article>"
    )
    assert dated.published == "2026-09-23"
    linked = page(
        f"<p><a href='/x'>Der Hafen am 3. September 2026</a></p><article><h1>Der Damm hielt</h1>{STORY}</article>"
    )
    assert linked.published is None
    british = page(
        f"<article><h1>The dam held</h1><span class='time'>02/10/2026</span>{STORY}</article>",
        attributes='xml:lang="en-GB"',
    )
    assert british.published == "2026-10-02"


def test_a_pull_quote_is_set_off_and_a_line_that_is_a_quotation_makes_a_point() -> None:
    told = "<p>Er nannte ihn „einen Damm für hundert Jahre“, und dann schwieg er lange.</p>"
    point = "<p>„einen Damm für hundert Jahre“</p>"
    assert "„einen Damm für hundert Jahre“" in shown(article(told + STORY + point), "paragraph", "lead")
    head = "<h2>„einen Damm für hundert Jahre“</h2>"
    assert shown(article(told + head + STORY), "subheading") == ["„einen Damm für hundert Jahre“"]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("This article was originally published by Quay Letter. Read the original article.", "Quay Letter"),
        ("Originally published on Quay Letter.", "Quay Letter"),
        ("Provided by Nordby Harbour Office", "Nordby Harbour Office"),
        ("Dieser Text erschien zuerst in der Nordpost.", "Nordpost"),
        ("The book was first published in 1984.", None),
        ("The report was provided by a clerk.", None),
    ],
)
def test_who_published_a_text_first_is_its_source(line: str, source: str | None) -> None:
    assert article(f"{STORY}<p>{line}</p>").source == source


def test_an_agency_alone_behind_a_story_is_its_supplier() -> None:
    document = article(f"{STORY}<p>© Reuters</p>")
    assert document.wire_credits == ["Reuters"]
    assert shown(document, "wire_credit") == ["© Reuters"]
    assert article(f"{STORY}<p>© Hafenamt 2026</p>").wire_credits == []


def test_a_short_heading_ends_a_story_too() -> None:
    more = "<div>More Great Stories</div><ul><li>The plan to boost the dam with a teensy engine</li></ul>"
    assert "teensy" not in article(STORY + more).text
    inside = "<div>More great stories</div>" + f"<p>{SENTENCE * 3}Danach kam die Flut.</p>"
    assert any("Danach" in text for text in shown(article(STORY + inside), "paragraph"))


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("17:41 JST, October 13, 2026", False),
        ("Montag, 3. September 2026, 17:41 Uhr", False),
        ("Am 3. September 2026 hielt er.", True),
    ],
)
def test_a_line_that_is_only_a_day_is_no_lead(line: str, kept: bool) -> None:
    assert (line in shown(article(f"<p>{line}</p>{STORY}"), "lead")) is kept


def test_an_offer_in_the_middle_of_a_story_ends_nothing() -> None:
    offer = "<p>Um diesen Artikel weiterlesen zu können, brauchen Sie ein Abo.</p>"
    rest = "".join(
        f"<p>{SENTENCE * 2}Am {number}. Tag regnete es wieder in Nordby.</p>" for number in range(9)
    )
    document = article(f"<p>{SENTENCE}</p>{offer}{rest}")
    assert sum("regnete es" in text for text in shown(document, "paragraph")) == 9
    assert document.doubts == [] and "Abo" not in document.text


@pytest.mark.parametrize(
    ("byline", "text", "persons"),
    [
        ("Ida Lund and Jordan Press", "Ida Lund and Jordan Press", ["Ida Lund", "Jordan Press"]),
        ("Ida Lund, Nordby Press", "Ida Lund, Nordby Press", ["Ida Lund"]),
        ("admin", None, []),
    ],
)
def test_a_feeds_byline_names_persons_with_any_surname_and_no_account(
    byline: str, text: str | None, persons: list[str]
) -> None:
    feed = f"<rss><channel><title>Nordby Post</title><item><title>Dam holds</title><author>{byline}</author><description>The dam held.</description></item></channel></rss>"
    (document,) = parse(feed.encode(), "a.rss")
    assert (document.byline, document.bylines) == (text, persons)


def test_a_file_name_is_no_caption_of_a_picture() -> None:
    media = "<media:content url='x/d.jpg' medium='image'><media:title type='html'>{}</media:title></media:content>"
    feed = "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Nordby Post</title><item><title>Dam holds</title><description>The dam held.</description>{}</item></channel></rss>"
    for title, captions in (("dam-harrow", []), ("The dam at Harrow", ["The dam at Harrow"])):
        (document,) = parse(feed.format(media.format(title)).encode(), "a.rss")
        assert [caption.text for caption in document.captions] == captions


def test_a_heading_with_nothing_behind_it_is_no_part_of_the_story() -> None:
    document = article(f"{STORY}<h2>Noch mehr aus Nordby</h2><ul><li><a href='/x'>Die Fähre</a></li></ul>")
    assert shown(document, "subheading") == []


def test_who_helped_with_a_story_signs_it() -> None:
    document = article(f"{STORY}<p>Post contributor Ida Lund in Nordby helped with this story.</p>")
    assert len(shown(document, "lead", "paragraph")) == 4
