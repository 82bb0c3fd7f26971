"""A desk gives everything of a report: in pages, by one filter on every list, and each finding by every way."""

from collections import Counter
from pathlib import Path

import pytest

from provenance.desk.records import Query
from provenance.desk.report_desk import ReportDesk
from provenance.model import AuditReport, Severity
from provenance.report import json_report
from tests.builders import document, report

REPORTS = sorted(Path(__file__).resolve().parents[2].glob("reports/*.json"))


def load(path: Path) -> AuditReport:
    return json_report.load(path.read_text(encoding="utf-8"), str(path))


def desk_of(*texts: str) -> ReportDesk:
    return ReportDesk(report(*(document(text, f"{n}.txt") for n, text in enumerate(texts))), "two texts")


HARBOUR = (
    "„Der Hafen bleibt zu“, sagte Ina Holm. Ein Insider sagte, das Angebot liege seit Tagen in der Schublade."
)
STRIKE = "Wie es hieß, wird weiter gestreikt. Ein Insider sagte, niemand habe angerufen."


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_finding_is_in_the_list_in_the_text_and_in_its_document(path: Path) -> None:
    made = load(path)
    desk = ReportDesk(made, "all")
    every = set(range(len(made.findings)))
    assert {row.key for row in desk.findings(Query(limit=10**6)).rows} == every
    assert {row.key for one in made.documents for row in desk.read(one.id).findings} == every
    walked = set()
    for step, start in ((1, -1), (-1, 10**9)):
        home = made.documents[0 if step > 0 else -1].id
        while (row := desk.following(Query(), home, start, step)) is not None:
            home, start = row.finding.document, row.finding.start
            same = Query(document=home, order="text")
            walked |= {
                one.key for one in desk.findings(same).rows if one.finding.start == start and one.finding
            }
        assert walked == every
        walked = set()


def test_pages_put_together_are_the_list() -> None:
    desk = desk_of(HARBOUR, STRIKE)
    whole = [row.key for row in desk.findings().rows]
    pages = [desk.findings(Query(after=at, limit=1)) for at in range(len(whole))]
    assert [row.key for page in pages for row in page.rows] == whole
    assert {page.total for page in pages} == {len(whole)}
    assert [desk.place(key) for key in whole] == list(range(len(whole)))


def test_the_gravest_findings_come_first_and_the_document_with_most_of_them() -> None:
    desk = desk_of("Der Hafen ist zu.", HARBOUR)
    ranks = [row.finding.severity.rank for row in desk.findings().rows]
    assert ranks == sorted(ranks)
    assert [row.id for row in desk.documents().rows] == ["1.txt", "0.txt"]
    assert [row.number for row in desk.documents(Query(order="text")).rows] == [1, 2]


@pytest.mark.parametrize(
    "query",
    [
        Query(severity=Severity.ERROR),
        Query(rule="anonymous-source-bare"),
        Query(document="1.txt"),
        Query(look="unnamed"),
        Query(words="insider"),
        Query(state="open"),
        Query(source="1.txt/insider"),
        Query(look="unnamed", document="0.txt", words="INSIDER bare"),
    ],
    ids=str,
)
def test_one_filter_holds_on_every_list(query: Query) -> None:
    desk = desk_of(HARBOUR, STRIKE, "Die Sonne schien den ganzen Tag.")
    rows = desk.findings(query).rows
    assert rows
    counts = desk.counts(query)
    assert sum(counts.findings.values()) == len(rows) == desk.findings(query).total
    assert counts.states["open"] == len(rows)
    assert {row.finding.document for row in rows} <= {row.id for row in desk.documents(query).rows}
    assert counts.documents == desk.documents(query).total < 3 or query == Query(state="open")
    assert counts.sources == desk.sources(query).total


def test_a_filter_that_fits_nothing_leaves_nothing_anywhere() -> None:
    desk = desk_of(HARBOUR)
    for query in (Query(words="wüste"), Query(rule="no-such-rule"), Query(document="no"), Query(source="no")):
        assert not desk.findings(query).rows
        assert not desk.documents(query).rows
        assert not desk.sources(query).rows
        assert desk.following(query, "0.txt", -1, 1) is None


def test_an_empty_report_is_an_empty_desk() -> None:
    desk = ReportDesk(report(), "nothing")
    counts = desk.counts()
    assert (counts.documents, counts.statements, counts.named) == (0, 0, 1.0)
    for page in (desk.documents(), desk.findings(), desk.claims(), desk.sources(), desk.search("x")):
        assert (page.rows, page.total) in (([], 0), ((), 0))
    assert not desk.shares()
    with pytest.raises(KeyError):
        desk.read("a.txt")


def test_the_statements_that_a_filter_leaves_are_told_for_the_article() -> None:
    desk = desk_of(HARBOUR)
    whole = {statement.id for statement in desk.read("0.txt").document.statements}
    assert desk.shown("0.txt", Query()) == whole
    unnamed = desk.shown("0.txt", Query(look="unnamed"))
    assert unnamed < whole
    assert unnamed


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_sources_and_claims_are_those_of_the_report(path: Path) -> None:
    made = load(path)
    desk = ReportDesk(made, "all")
    told = {row.source.id: row.statements for row in desk.sources().rows}
    assert told == {source.id: source.mentions for source in made.sources}
    assert sum(row.share for row in desk.sources().rows) <= 1.0001
    assert sum(desk.shares().values()) == pytest.approx(1.0)
    claims = desk.claims().rows
    assert {row.claim.id for row in claims} == {claim.id for claim in made.claims}
    disputed = [bool(row.claim.conflicts) for row in claims]
    assert disputed == sorted(disputed, reverse=True)
    for row in claims:
        places = desk.elsewhere(row.claim.id)
        assert Counter(place.statement.id for place in places) == Counter(
            m.statement for m in row.claim.members
        )
    said = desk.said(made.sources[0].id)
    assert said.total == made.sources[0].mentions


def test_named_share_is_the_same_from_the_summary_and_from_the_statements() -> None:
    made = load(REPORTS[1])
    summed = ReportDesk(made, "all").counts().named
    made.summary = {}
    assert ReportDesk(made, "all").counts().named == summed


def test_words_are_found_in_the_whole_text_in_any_case_and_over_line_ends() -> None:
    desk = desk_of("Der Hafen\nvon Nordby ist zu.\n\nDie Straße auch.", "İm Hafen von NORDBY brennt Licht.")
    found = desk.search("hafen VON nordby")
    texts = [one.text for one in desk.report.documents]
    assert [texts[hit.number - 1][hit.start : hit.end] for hit in found.rows] == [
        "Hafen\nvon Nordby",
        "Hafen von NORDBY",
    ]
    assert desk.search("straße").total == 1
    assert desk.search(" ").total == 0
    assert [desk.search("a", after=at, limit=1).rows[0] for at in range(3)] == list(desk.search("a").rows[:3])


def test_typing_further_finds_what_a_new_search_finds() -> None:
    texts = ("Der Hafen ist zu.", "Die Hafenstraße ist zu.", "Es schneit.")
    typed = desk_of(*texts)
    for end in range(1, len("hafens") + 1):
        assert typed.search("hafens"[:end]) == desk_of(*texts).search("hafens"[:end])
