"""Across documents: which came first, who copied whom, what was lost on the way, how many roots are left."""

import pytest

from provenance.match.members import differing
from provenance.match.order import came_first, order_key
from provenance.model import Document
from tests.builders import document, report

WIRE = (
    "Nordby (dpa) - Im Hafen von Nordby stehen seit Donnerstag alle Kräne still. "
    "Am Südkai warten elf Schiffe mit Obst auf freie Liegeplätze."
)
COPY = WIRE.removeprefix("Nordby (dpa) - ")


def dated(published: str | None, genre: str = "article") -> Document:
    made = document("Der Damm hält.", published=published)
    made.genre = genre  # type: ignore[assignment]
    return made


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        (("2026-09-03",), ("2026-09-04",), True),
        (("2026-09-04",), ("2026-09-03T23:00:00Z",), False),
        (("2026-09-03T10:00:00+02:00",), ("2026-09-03T09:00:00Z",), True),
        (("2026-09",), ("2026-09-03",), None),
        (("2026-09-03",), ("2026-09-03T18:00:00Z",), None),
        (("2026-09-03", "wire"), ("2026-09-03T18:00:00Z",), True),
        (("2026-09-03", "release"), ("2026-09-03", "wire"), True),
        ((None, "wire"), ("2026-09-03",), True),
        ((None,), ("2026-09-03",), None),
    ],
)
def test_dates_tell_the_order_then_genre_and_nothing_else(a: tuple, b: tuple, first: bool | None) -> None:
    one, other = dated(*a), dated(*b)
    assert came_first(one, other) is first
    assert came_first(other, one) is (None if first is None else not first)
    if first is not None:
        assert (order_key(one) < order_key(other)) is first


def test_a_paper_that_prints_agency_copy_without_saying_so_is_a_copy_without_credit() -> None:
    paper = document(COPY, "paper.txt", outlet="Tagblatt", published="2026-09-04")
    (copy,) = report(document(WIRE, "wire.txt"), paper).copies
    assert (copy.document, copy.of, copy.kind, copy.order) == ("paper.txt", "wire.txt", "wire", "genre")
    assert (copy.share, copy.credited, len(copy.statements)) == (1.0, False, 2)


def test_the_credit_of_a_picture_is_no_credit_of_the_text() -> None:
    text = f"{COPY}\n\nFoto: Eva Lund/dpa"
    (copy,) = report(document(WIRE, "wire.txt"), document(text, "paper.txt", outlet="Tagblatt")).copies
    assert not copy.credited
    (copy,) = report(document(WIRE, "w.txt"), document(f"{COPY}\n\n(dpa)", "p.txt", outlet="Tagblatt")).copies
    assert (copy.credited, copy.credit) == (True, "dpa")


def test_a_shared_quotation_is_no_copy() -> None:
    quote = "„Wir bleiben so lange draußen, wie es nötig ist, und keinen Tag weniger“"
    more = "„Die Reederei hat jedes einzelne Angebot ausgeschlagen, das auf dem Tisch lag“"
    made = report(
        document(f"{quote}, sagte Marit Solheim. {more}, sagte Solheim.", "a.txt", published="2026-09-03"),
        document(f"{quote}, so Marit Solheim. {more}, so Solheim.", "b.txt", published="2026-09-04"),
    )
    assert made.claims
    assert not made.copies


def test_documents_that_rest_on_one_root_count_once() -> None:
    papers = [
        document(COPY, f"{name}.txt", outlet=name.title(), published="2026-09-04")
        for name in ("eins", "zwei", "drei")
    ]
    claims = report(document(WIRE, "wire.txt", published="2026-09-03"), *papers).claims
    assert {(claim.independent_sources, claim.effective_sources) for claim in claims} == {(1, 1.0)}
    assert {
        member.copied_from for claim in claims for member in claim.members if member.relation != "origin"
    } == {
        claims[0].origin,
        claims[1].origin,
    }


def test_an_own_report_beside_reprints_is_worth_more_than_one_source_and_less_than_two() -> None:
    own = "Im Hafen von Nordby stehen seit Donnerstag alle großen Kräne still."
    papers = [
        document(COPY, f"{number}.txt", outlet=str(number), published="2026-09-04") for number in (1, 2)
    ]
    claims = report(
        document(WIRE, "wire.txt", published="2026-09-03"),
        *papers,
        document(own, "own.txt", published="2026-09-03"),
    ).claims
    first = claims[0]
    assert first.independent_sources == 2
    assert first.effective_sources == 1.6


def test_the_words_that_differ_from_the_origin() -> None:
    lacks, adds = differing(
        "Die Kräne standen am Donnerstag still", "Die Kräne standen am Freitag wieder still"
    )
    assert (lacks, adds) == (["Donnerstag"], ["Freitag", "wieder"])


def test_figures_in_dispute_are_a_table_with_source_place_and_time() -> None:
    (claim,) = report(
        document(
            "Nordby (dpa) - Minister Otto Lind sagte, es seien bis zu 8.000 streikende Hafenarbeiter unterwegs.",
            "a.txt",
            published="2026-09-03",
        ),
        document(
            "Jan Kroll sprach von etwa 3.000 streikenden Hafenarbeitern.",
            "b.txt",
            published="2026-09-04",
        ),
    ).claims
    rows = [
        (value.words, value.bound, value.counted, value.source, value.place, value.time)
        for value in claim.values
    ]
    assert rows == [
        ("bis zu 8.000", "<", "streikende Hafenarbeiter", "otto-lind", "Nordby", "2026-09-03"),
        ("etwa 3.000", "~", "streikenden Hafenarbeitern", "jan-kroll", None, "2026-09-04"),
    ]


def test_two_dates_in_one_slot_are_a_conflict_of_dates() -> None:
    text = (
        "Die Reederei Falk unterschreibt den Vertrag mit der Hafengewerkschaft am {} im Rathaus von Nordby."
    )
    (claim,) = report(
        document(text.format("3. September"), "a.txt"), document(text.format("5. September"), "b.txt")
    ).claims
    assert [(conflict.kind, conflict.detail) for conflict in claim.conflicts] == [("date", "3 ≠ 5")]


def test_a_bound_is_not_lost_where_an_earlier_document_had_none() -> None:
    bounded = document("Im Hafen streiken bis zu 4.000 Hafenarbeiter.", "a.txt", published="2026-09-02")
    bare = document("Im Hafen streiken 4.000 Hafenarbeiter.", "b.txt", published="2026-09-03")
    late = document("Im Hafen streiken 4.000 Hafenarbeiter.", "c.txt", published="2026-09-04")
    losses = [loss for claim in report(bounded, bare, late).claims for loss in claim.losses]
    assert [(loss.kind, loss.statement, loss.words) for loss in losses] == [
        ("bound", "b.txt#s1", "bis zu 4.000")
    ]


def test_two_articles_of_one_outlet_are_one_source_and_an_agency_is_the_root_of_its_copy() -> None:
    text = "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still."
    same = report(*(document(text, f"{number}.txt", outlet="Tagblatt") for number in (1, 2))).claims
    assert [claim.independent_sources for claim in same] == [1]
    two = report(*(document(text, f"{name}.txt", outlet=name) for name in ("Tagblatt", "Nordblatt"))).claims
    assert [(claim.independent_sources, claim.effective_sources) for claim in two] == [(2, 2.0)]
