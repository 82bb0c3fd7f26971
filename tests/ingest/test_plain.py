"""Plain text: the text stays as it is, and what is no story does not leak into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.ingest import parse
from provenance.ingest.plain import parse_plain
from provenance.model import PROSE, Document

GLUED = (
    "date 2026-09 Nordby Harbour Press Service via AP Warm welcome at the quay: Edda Kroll and Henrik Dahl on Friday\n\n"
    "The minister said on Friday that the state would not wait any longer for an agreement in the harbour."
)


def document(text: str, language: str | None = None) -> Document:
    (made,) = parse(text.encode(), "story.txt", language=language)
    return made


def kinds(made: Document) -> list[tuple[str, str]]:
    return [(block.kind, made.text[block.start : block.end]) for block in made.blocks]


def test_a_glued_first_line_is_taken_apart_without_markup() -> None:
    made = document(GLUED)
    assert kinds(made)[:3] == [
        ("metadata", "date 2026-09"),
        ("photo_credit", "Nordby Harbour Press Service via AP"),
        ("caption", "Warm welcome at the quay: Edda Kroll and Henrik Dahl on Friday"),
    ]
    assert made.published == "2026-09"
    (credit,) = made.photo_credits
    assert (credit.holders, credit.via) == (["Nordby Harbour Press Service"], ["AP"])


@pytest.mark.parametrize(
    ("line", "holders", "via"),
    [
        ("Foto: Eva Lund/dpa", ["Eva Lund", "dpa"], []),
        ("© Reuters / Eva Lund", ["Reuters", "Eva Lund"], []),
        ("Bild: Hafen Nordby (Symbolbild)", ["Hafen Nordby"], []),
        ("Photo by Eva Lund/Getty Images", ["Eva Lund", "Getty Images"], []),
        ("Photo: Eva Lund, AP", ["Eva Lund", "AP"], []),
        ("Image credit: Harbour Office via AP, File", ["Harbour Office"], ["AP"]),
        ("Foto: –/Hafenamt/dpa", ["Hafenamt", "dpa"], []),
    ],
)
def test_a_credit_line_gives_holders_and_route(line: str, holders: list[str], via: list[str]) -> None:
    made = document(
        f"{line}\n\nIm Hafen von Nordby stehen seit dem Morgen alle Kräne still, und niemand weiß, wie lange."
    )
    (credit,) = made.photo_credits
    assert (credit.holders, credit.via) == (holders, via)
    assert made.text[credit.start : credit.end] == credit.text


def test_headline_byline_date_and_dateline_stand_before_the_story() -> None:
    made = document(
        "Hafen steht still\n\nVon Lena Brandt\n\n3. September 2026\n\n"
        "Nordby (dpa) - Im Hafen stehen die Kräne still. Niemand arbeitet.\n\nDas bleibt so.\n"
    )
    assert kinds(made) == [
        ("headline", "Hafen steht still"),
        ("byline", "Von Lena Brandt"),
        ("metadata", "3. September 2026"),
        ("dateline", "Nordby (dpa)"),
        ("lead", "Im Hafen stehen die Kräne still. Niemand arbeitet."),
        ("paragraph", "Das bleibt so."),
    ]
    assert (made.bylines, made.published, made.datelines, made.wire_credits) == (
        ["Lena Brandt"],
        "2026-09-03",
        ["Nordby"],
        ["dpa"],
    )


@pytest.mark.parametrize(
    ("ending", "agencies", "authors", "date"),
    [
        ("(APA/dpa, 23.8.2026)", ["APA", "dpa"], [], "2026-08-23"),
        ("(APA/sid/red – 11.7. 2026)", ["APA", "SID"], [], "2026-07-11"),
        ("(Lena Brandt aus Nordby, 2.9.2026)", [], ["Lena Brandt"], "2026-09-02"),
        ("(dpa)", ["dpa"], [], None),
        # two figures for the year, initials in lists, any alphabet's letters, a bracket mistyped
        ("(APA, 1.2.16)", ["APA"], [], "2016-02-01"),
        ("(ste kub/mahr, 2.11.2026)", [], ["ste", "kub", "mahr"], "2026-11-02"),
        ("(Łukasz Żółty, žan, 2.9.2026)", [], ["Łukasz Żółty", "žan"], "2026-09-02"),
        ("(Ana de la Cruz, 2.9.2026)", [], ["Ana de la Cruz"], "2026-09-02"),
        ("(APA, 23.4.2026=", ["APA"], [], "2026-04-23"),
        ("(APA, 23.4.20269", ["APA"], [], "2026-04-23"),
        ("(APA, 23.4.2026]", ["APA"], [], "2026-04-23"),
        # an outlet is no author, and who made the film is none of the text
        ("(Lena Brandt, DER NORDBOTE, 2.9.2026)", [], ["Lena Brandt"], "2026-09-02"),
        ("(Der Nordbote, 2.9.2026)", [], [], "2026-09-02"),
        ("(NORDBOTE, 2.9.2026)", [], [], "2026-09-02"),
        ("(Text: Lena Brandt, Video: Ole Falk, 2.9.2026)", [], ["Lena Brandt"], "2026-09-02"),
    ],
)
def test_a_credit_behind_the_last_sentence(
    ending: str, agencies: list[str], authors: list[str], date: str | None
) -> None:
    made = document(f"Im Hafen stehen die Kräne still. Niemand arbeitet. {ending}\n")
    assert made.credit_line is not None
    assert (
        made.credit_line.text,
        made.credit_line.agencies,
        made.credit_line.authors,
        made.credit_line.date,
    ) == (ending, agencies, authors, date)
    assert ("wire_credit", ending) in kinds(made)


@pytest.mark.parametrize(
    "text",
    [
        "Das Tor fiel spät (69.).",
        "Er spielte für Nordby (Fils, Rems, Kocher).",
        "Sie kam zur Welt (geb. 3.4.1950).",
        "Das Fest ist im Frühjahr (3.4.16).",
    ],
)
def test_brackets_that_credit_nobody(text: str) -> None:
    assert document(text, "de").credit_line is None


@given(st.text(alphabet="aB ä.\n\t,„“()/:-1", max_size=200))
def test_plain_text_is_the_file_itself_and_its_blocks_never_overlap(text: str) -> None:
    made = parse_plain(text, "t", "de")
    assert made.text == text
    end = 0
    for block in made.blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[block.start].isspace() and not text[block.end - 1].isspace()
        end = block.end
    for shown in [*made.photo_credits, *made.captions]:
        assert text[shown.start : shown.end] == shown.text


def test_only_prose_is_read_for_statements() -> None:
    made = document(GLUED)
    prose = [text for kind, text in kinds(made) if kind in PROSE and kind != "caption"]
    assert prose == [
        "The minister said on Friday that the state would not wait any longer for an agreement in the harbour."
    ]


def test_a_dateline_with_its_agency_stands_behind_a_standfirst() -> None:
    made = document(
        "Nordby waits for its harbour.\n\nNORDBY, March 3 (UPI) — The cranes have stood still since Monday, and nobody "
        "knows for how long.\n\nThe mayor said on Friday that the town would not wait any longer.",
        "en",
    )
    assert (made.datelines, made.wire_credits) == (["NORDBY"], ["UPI"])


def test_places_before_later_paragraphs_are_no_dateline() -> None:
    made = document(
        "Nordby waits for its harbour.\n\nHARBOUR - The cranes have stood still since Monday, and nobody knows.",
        "en",
    )
    assert made.dateline is None
