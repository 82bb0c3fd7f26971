"""What agencies and press offices put around a story: told as what it is, and never read as the story."""

import json

import pytest

from provenance.ingest import parse
from provenance.ingest.advisories import headline_status, is_note, note_status
from provenance.ingest.copy_datelines import printed_dateline
from provenance.model import Document


def item(*paragraphs: str, **fields: str) -> Document:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    (document,) = parse(
        json.dumps({"uri": "1", "headline": "The dam", "body_html": body, **fields}).encode(), "x.json"
    )
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "printed", "places", "agencies"),
    [
        ("SEOUL, Nov 26 AFP - The dam held.", "SEOUL, Nov 26 AFP", ["SEOUL"], ["AFP"]),
        ("Jan 30 (Scoreline) - The dam held.", "Jan 30 (Scoreline)", [], []),
        ("Nordby, July 19 (The Harbour Post) - The dam held.", "Nordby, July 19 (The Harbour Post)", ["Nordby"], []),
        ("TORONTO, 26 mai 2020 (GLOBE NEWSWIRE) -- Le barrage.", "TORONTO, 26 mai 2020 (GLOBE NEWSWIRE)", ["TORONTO"], ["GlobeNewswire"]),
        ("NORDBY, Sept. 3, 2026 /PRNewswire/ -- The dam held.", "NORDBY, Sept. 3, 2026 /PRNewswire/", ["NORDBY"], ["PR Newswire"]),
        ("NORDBY--(BUSINESS WIRE)--The dam held.", "NORDBY--(BUSINESS WIRE)", ["NORDBY"], ["Business Wire"]),
        ("MOSCOW, May 5. /TASS/. The dam held.", "MOSCOW, May 5. /TASS/", ["MOSCOW"], ["TASS"]),
        ("Madrid, 5 may (EFE).- La presa.", "Madrid, 5 may (EFE)", ["Madrid"], ["EFE"]),
        ("(ANSA) - ROMA, 12 GIU - La diga.", None, [], []),
        ("HARROW, Sept. 3 -- The dam held.", "HARROW, Sept. 3", ["HARROW"], []),
        ("Meier (SPD) - der Minister - ging.", None, [], []),
        ("May 5 was a good day for the dam.", None, [], []),
        ("Der Damm (dpa) hat gehalten.", None, [], []),
    ],
)  # fmt: skip
def test_a_dateline_is_place_date_and_sender_in_any_order_of_marks(
    text: str, printed: str | None, places: list[str], agencies: list[str]
) -> None:
    found = printed_dateline(text)
    if printed is None:
        assert found is None or found.text != text
    else:
        assert found is not None
        assert (found.text, found.places, found.agencies) == (printed, places, agencies)


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("(Adds quote from the mayor, paragraph 4)", "update"),
        ("(Updates with reaction; adds byline)", "update"),
        ("(Corrects date in first paragraph to Sept 3)", "correction"),
        ("Eds: CORRECTS: spelling of Calder.", "correction"),
        ("(In paragraph 3, corrects title)", "correction"),
        ("BULLETIN KILL: kill the story on the dam.", "canceled"),
        ("(The story on the dam is withdrawn.)", "canceled"),
        ("(Neu: Reaktion der Ministerin)", "update"),
        ("Berichtigung: Im letzten Absatz muss es richtig heißen: 1997", "correction"),
        ("Redaktioneller Hinweis: Die Meldung wird zurückgezogen.", "canceled"),
        ("(vervangt eerder bericht)", "update"),
        ("Eds: With photos.", None),
    ],
)
def test_a_note_says_what_a_version_is(note: str, status: str | None) -> None:
    assert note_status(note) == status


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("UPDATE 2-Dam holds after all", "update"),
        ("CORRECTED-Dam holds", "correction"),
        ("KORREKTUR: Der Damm hält", "correction"),
        ("2nd Lead Dam holds", "update"),
        ("KILL - Dam holds", "canceled"),
        ("Updates on the dam are rare", None),
        ("Correction officers strike", None),
        ("Kill the dam, say farmers", None),
    ],
)
def test_words_before_a_headline_say_what_a_version_is(headline: str, status: str | None) -> None:
    assert headline_status(headline) == status


@pytest.mark.parametrize(
    "text", ["The mayor adds that it held.", "(He adds nothing to what is known.", "Kills were rare.", "„Korrektur“ heißt das Buch."]
)  # fmt: skip
def test_a_sentence_is_no_note(text: str) -> None:
    assert not is_note(text)


def test_headline_note_and_byline_before_a_story_are_no_story() -> None:
    document = item(
        "URGENT", "The dam", "(Adds mayor's quote)", "By Lena Brandt", "NORDBY, Sept 3 (Reuters) - The dam held.", "It is old.",
        "(Reporting by Lena Brandt; Editing by Ole Vang)",
    )  # fmt: skip
    assert kinds(document) == [
        ("headline", "The dam"), ("metadata", "URGENT"), ("editor_note", "(Adds mayor's quote)"), ("byline", "By Lena Brandt"),
        ("dateline", "NORDBY, Sept 3 (Reuters)"), ("lead", "The dam held."), ("paragraph", "It is old."),
        ("byline", "(Reporting by Lena Brandt; Editing by Ole Vang)"),
    ]  # fmt: skip
    assert (document.status, document.editor_notes, document.byline, document.bylines) == (
        "update", ["(Adds mayor's quote)"], "By Lena Brandt", ["Lena Brandt"],
    )  # fmt: skip


@pytest.mark.parametrize("foot", ["dpa mt yyno n1 sck", "bur-ln/pjm", "ENDS", "AAP RTV"])
def test_a_desks_initials_and_end_marks_are_no_paragraph(foot: str) -> None:
    assert kinds(item("The dam held.", foot))[-1] == ("boilerplate", foot)


def test_who_reported_is_named_where_no_byline_is() -> None:
    document = item(
        "The dam held.", "It is old. (Reporting by Lena Brandt and Ole Vang; Editing by Eva Lund)"
    )
    assert (document.byline, document.bylines) == (None, ["Lena Brandt", "Ole Vang"])
    assert ("paragraph", "It is old.") in kinds(document)


RELEASE = """Source: Harbour Office of Nordby

FOR IMMEDIATE RELEASE

Harbour Office opens the old dam

Boats may pass again from Monday

NORDBY, Sept. 3, 2026 (GLOBE NEWSWIRE) -- The Harbour Office will open the dam on Monday. It was closed in May.

"We are glad," said Ruth Calder, head of the office.

About the Harbour Office
The office runs the harbour. It has forty people.

Contact:
Ole Vang, press@harbour.example
"""


def test_a_release_has_its_headline_above_the_dateline_and_its_sender_is_no_photo_credit() -> None:
    (document,) = parse(RELEASE.encode(), "release.txt")
    assert (document.title, document.source, document.datelines, document.photo_credits) == (
        "Harbour Office opens the old dam", "Harbour Office of Nordby", ["NORDBY"], [],
    )  # fmt: skip
    assert document.genre == "release"
    assert [text for kind, text in kinds(document) if kind in ("lead", "paragraph")] == [
        "The Harbour Office will open the dam on Monday. It was closed in May.",
        '"We are glad," said Ruth Calder, head of the office.',
    ]
    assert sum(kind == "boilerplate" for kind, _ in kinds(document)) >= 2


def test_an_article_that_ends_with_a_heading_about_something_keeps_its_end() -> None:
    (document,) = parse(
        "Der Damm\n\nDer Damm hält seit Mai.\n\nÜber den Fluss\n\nDer Fluss ist lang und alt.\n".encode(),
        "a.txt",
    )
    assert kinds(document)[-1] == ("paragraph", "Der Fluss ist lang und alt.")


WRAPPED = """Source: Nordby Energy
Nordby Energy opens new plant
NORDBY, Denmark, Sept. 3, 2026 /PRNewswire/ -- Nordby Energy today opened a plant that will serve
the harbour.
"""


def test_a_release_without_blank_lines_is_divided_where_its_lines_say_so() -> None:
    (document,) = parse(WRAPPED.encode(), "release.txt")
    assert kinds(document) == [
        ("metadata", "Source: Nordby Energy"),
        ("headline", "Nordby Energy opens new plant"),
        ("dateline", "NORDBY, Denmark, Sept. 3, 2026 /PRNewswire/"),
        ("lead", "Nordby Energy today opened a plant that will serve\nthe harbour."),
    ]
    assert (document.published, document.source) == ("2026-09-03", "Nordby Energy")


def test_lines_of_the_site_and_of_nothing_are_no_paragraphs() -> None:
    document = item("The dam held.", "_____", "It is old.", "###", "Continue reading...")
    assert [kind for kind, _ in kinds(document)] == ["headline", "lead", "paragraph", "boilerplate"]


def test_a_release_in_a_feed_ends_where_its_sender_speaks_of_itself() -> None:
    document = item(
        "NORDBY, Sept. 3, 2026 (GLOBE NEWSWIRE) -- The office opens the dam.", "It is old.", "About the Harbour Office", "It has people."
    )  # fmt: skip
    assert [kind for kind, _ in kinds(document)][-2:] == ["boilerplate", "boilerplate"]


def test_two_places_of_a_dateline_are_two() -> None:
    wire = {
        "format": "digitalwires@1.0",
        "headline": "Damm",
        "dateline": "Nordby/Harrow (dpa) - ",
        "article_html": "<p>Er hält.</p>",
    }
    (document,) = parse(json.dumps(wire).encode(), "x.json")
    assert document.datelines == ["Nordby", "Harrow"]


KEPT = """a0123 r i 211 Reuters 0456
Dam
UPDATE 1-Dam holds after flood

(Adds quote)
By Lena Brandt
HARROW, Sept 3 (Reuters) - The dam held on Monday.

It is old.
bur-lb/ov
031000 GMT Sep 26
"""


def test_lines_of_one_paragraph_are_told_apart_in_kept_agency_text() -> None:
    (document,) = parse(KEPT.encode(), "m.txt")
    assert kinds(document) == [
        ("headline", "UPDATE 1-Dam holds after flood"), ("editor_note", "(Adds quote)"), ("byline", "By Lena Brandt"),
        ("dateline", "HARROW, Sept 3 (Reuters)"), ("lead", "The dam held on Monday."), ("paragraph", "It is old."),
        ("boilerplate", "bur-lb/ov"),
    ]  # fmt: skip
    assert (document.status, document.source) == ("update", "Reuters")


@pytest.mark.parametrize(
    ("head", "status", "until"),
    [
        ("Embargoed until 4 September 2026", "embargoed", "2026-09-04"),
        ("Sperrfrist: 4. September 2026", "embargoed", "2026-09-04"),
    ],
)
def test_an_embargo_at_the_head_of_a_text_is_one(head: str, status: str, until: str) -> None:
    (document,) = parse(
        f"{head}\n\nDer Damm hält\n\nDer Damm hat gehalten, sagte Calder.\n".encode(), "a.txt"
    )
    assert (document.status, document.embargo_until) == (status, until)


@pytest.mark.parametrize(
    "text", ["London, UK – 3 September 2026 – The dam held.", "Nordby, 3. September 2026 - Der Damm hielt.", "NORDBY, Sept. 3 -- It held."]
)  # fmt: skip
def test_a_place_and_a_day_before_a_dash_are_a_dateline_without_a_sender(text: str) -> None:
    assert printed_dateline(text) is not None
