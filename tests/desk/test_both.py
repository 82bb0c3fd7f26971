"""What a review may rely on, over a report and over an archive alike."""

from collections import Counter
from pathlib import Path

import pytest

from provenance.archive import read_only
from provenance.archive.faults import faults
from provenance.desk.export import exported
from provenance.desk.quote import quoted
from provenance.desk.records import Desk, Order, Query, Verdict
from provenance.errors import InputError
from provenance.model import Severity
from tests.desk.desks import BOTH, Make

HARBOUR = (
    "„Der Hafen bleibt zu“, sagte Ina Holm. Ein Insider sagte, das Angebot liege seit Tagen in der Schublade. "
    "Nach Medienberichten stehen die Kräne still. Bei dem Sturm wurden etwa 40 Boote beschädigt, teilte Jonas Falk mit."
)
STRIKE = (
    "Ein Insider sagte, niemand habe angerufen. "
    "Bei dem Sturm wurden etwa 60 Boote beschädigt, teilte Jonas Falk mit. Der Hafen bleibt zu, sagte Falk."
)
SUN = "Die Sonne schien den ganzen Tag."
TEXTS = (("a.txt", HARBOUR), ("b.txt", STRIKE), ("c.txt", SUN))


@pytest.fixture(params=BOTH, ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Make:
    made: Make = request.param
    return made


def keys(desk: Desk, **conditions: object) -> list[int]:
    return [row.key for row in desk.findings(Query(**conditions)).rows]  # type: ignore[arg-type]


def test_every_finding_is_in_the_list_in_its_document_and_on_the_way_through_the_text(
    make: Make, tmp_path: Path
) -> None:
    desk = make(tmp_path, *TEXTS)
    every = set(keys(desk))
    assert len(every) == 3
    assert {row.key for name, _ in TEXTS for row in desk.read(name).findings} == every
    for step, home, start in ((1, "a.txt", -1), (-1, "c.txt", 10**9)):
        places = []
        while (row := desk.following(Query(), home, start, step)) is not None:
            home, start = row.finding.document, row.finding.start
            places.append((home, start))
        assert places == sorted(places, reverse=step < 0)
        assert set(places) == {(row.finding.document, row.finding.start) for row in desk.findings().rows}


@pytest.mark.parametrize("order", ["work", "text", "time", "name", "severity"])
def test_pages_put_together_are_the_list(make: Make, order: Order, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    whole = keys(desk, order=order)
    pages = [desk.findings(Query(after=at, limit=1, order=order)) for at in range(len(whole))]
    assert [row.key for page in pages for row in page.rows] == whole
    assert {page.total for page in pages} == {len(whole)}
    assert [desk.place(key, Query(order=order)) for key in whole] == list(range(len(whole)))
    documents = [row.id for row in desk.documents(Query(order=order)).rows]
    assert [
        row.id for at in range(3) for row in desk.documents(Query(after=at, limit=1, order=order)).rows
    ] == documents


@pytest.mark.parametrize(
    "query",
    [
        Query(severity=Severity.ERROR),
        Query(rule="anonymous-source-bare"),
        Query(document="b.txt"),
        Query(look="unnamed"),
        Query(words="INSIDER bare"),
        Query(state="open"),
        Query(source="b.txt/insider"),
        Query(look="unnamed", document="a.txt", words="insider"),
    ],
    ids=str,
)
def test_one_filter_holds_on_every_list(make: Make, query: Query, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    rows = desk.findings(query).rows
    assert rows
    counts, tally = desk.counts(query), desk.tally(query)
    assert (tally.severities, tally.states, tally.decided) == (counts.findings, counts.states, 0)
    assert sum(counts.findings.values()) == len(rows) == desk.findings(query).total == counts.states["open"]
    assert {row.finding.document for row in rows} <= {row.id for row in desk.documents(query).rows}
    assert counts.documents == desk.documents(query).total < 3
    assert counts.sources == desk.sources(query).total
    assert counts.claims == desk.claims(query).total


@pytest.mark.parametrize(
    "query", [Query(words="wüste"), Query(rule="none"), Query(document="none"), Query(source="none"), Query(claim="none")],
    ids=str,
)  # fmt: skip
def test_a_filter_that_fits_nothing_leaves_nothing(make: Make, query: Query, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    assert not desk.findings(query).rows
    assert not desk.documents(query).rows
    assert desk.following(query, "a.txt", -1, 1) is None
    assert desk.counts(query).findings == dict.fromkeys(Severity, 0)


def test_an_empty_desk_answers_everything_with_nothing(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path)
    counts = desk.counts()
    assert (counts.documents, counts.statements, counts.sources, counts.claims) == (0, 0, 0, 0)
    for page in (
        desk.documents(),
        desk.findings(),
        desk.claims(),
        desk.sources(),
        desk.search("x"),
        desk.said("x"),
    ):
        assert (list(page.rows), page.total) == ([], 0)
    assert not desk.elsewhere("c1")
    assert not desk.undo()
    with pytest.raises(KeyError):
        desk.read("a.txt")


def test_counts_are_those_of_the_lists(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    counts = desk.counts()
    readings = [desk.read(name) for name, _ in TEXTS]
    assert counts.statements == sum(len(reading.document.statements) for reading in readings)
    assert (counts.documents, counts.sources) == (3, desk.sources().total)
    looks = Counter[str]()
    for reading in readings:
        looks.update(reading.row.statements)
    sourced = looks.total() - looks["narrated"]
    assert counts.named == pytest.approx(sum(looks[look] for look in ("person", "body", "medium")) / sourced)


def test_a_claim_is_said_elsewhere_and_a_source_says_what_it_says(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    disputed = [row for row in desk.claims().rows if row.claim.conflicts]
    assert disputed
    assert desk.claims(Query(disputed=True)).total == len(disputed) == desk.counts().disputed
    places = desk.elsewhere(disputed[0].claim.id)
    assert {place.document.id for place in places} == {"a.txt", "b.txt"}
    assert {place.words for place in places} == {"etwa 40", "etwa 60"}
    said = desk.said("jonas-falk")
    assert said.total == len(said.rows) >= 2
    assert {place.source.name for place in said.rows if place.source} == {"Jonas Falk"}
    pages = [desk.said("jonas-falk", Query(after=at, limit=1)) for at in range(said.total)]
    assert [row.statement.id for page in pages for row in page.rows] == [
        row.statement.id for row in said.rows
    ]


def test_words_are_found_in_the_whole_text_of_all_documents(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    found = desk.search("hafen BLEIBT")
    texts = dict(TEXTS)
    assert [texts[hit.document][hit.start : hit.end] for hit in found.rows] == ["Hafen bleibt"] * 2
    assert desk.search("sonne").rows[0].number == 3
    one = [desk.search("boot", after=at, limit=1).rows[0] for at in range(2)]
    assert one == list(desk.search("boot").rows)
    assert desk.search('"').total == desk.search("nirgends").total == 0


def test_a_filter_tells_which_statements_of_a_document_it_leaves(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    whole = {row.id for row in desk.read("a.txt").document.statements}
    assert desk.shown("a.txt", Query()) == whole
    assert desk.shown("a.txt", Query(look="unnamed")) < whole
    assert desk.shown("a.txt", Query(look="unnamed"))
    assert len(desk.shown("a.txt", Query(rule="anonymous-source-bare"))) == 1
    assert not desk.shown("a.txt", Query(document="b.txt"))


@pytest.mark.parametrize(
    ("verdict", "state"),
    [("accept", "accepted"), ("dismiss", "dismissed"), ("follow_up", "follow_up"), ("note", "open")],
)
def test_a_decision_is_there_when_the_desk_is_opened_again(
    make: Make, verdict: Verdict, state: str, tmp_path: Path
) -> None:
    first = make(tmp_path, *TEXTS)
    key = keys(first)[0]
    (made,) = first.decide(verdict, [key], "asked twice")
    for desk in (first, make(tmp_path, *TEXTS)):
        row = desk.findings().rows[0]
        assert (row.key, row.state) == (key, state)
        assert (list(row.notes) if verdict == "note" else [row.decision]) == [made]
        assert desk.counts().states[state] == len(keys(desk, state=state)) >= 1
        assert desk.tally(Query(state=state)).states[state] == desk.tally(Query(state=state)).total


def test_a_bulk_is_taken_back_and_put_back_as_one(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    every = keys(desk)
    desk.decide("accept", every)
    assert desk.counts().states["accepted"] == len(every)
    assert all(row.worst is None and row.decided == row.findings for row in desk.documents().rows)
    assert len(desk.undo()) == len(every)
    assert desk.counts().states["open"] == len(every)
    assert any(row.worst for row in desk.documents().rows)
    assert len(desk.redo()) == len(every)
    assert make(tmp_path, *TEXTS).counts().states["accepted"] == len(every)


def test_two_reviewers_see_each_other_and_take_back_only_their_own(make: Make, tmp_path: Path) -> None:
    first, second = make(tmp_path, *TEXTS), make(tmp_path, *TEXTS, reviewer="BL")
    first.changed(), second.changed()
    one, other, *_ = keys(first)
    first.decide("accept", [one])
    assert second.changed()
    assert not second.changed()
    second.decide("dismiss", [other], "old news")
    assert first.changed()
    assert [made.reviewer for made in first.undo()] == ["AK"]
    assert second.changed()
    assert second.counts().states == first.counts().states
    assert keys(first, state="dismissed") == [other]


def test_a_decision_goes_with_its_words_into_the_next_version(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    every = keys(desk, document="a.txt")
    desk.decide("accept", every)
    edited = "Am Montag schneite es. " + HARBOUR.replace(
        "Ein Insider sagte, das Angebot", "Eine Quelle meinte, der Antrag"
    )
    again = make(tmp_path, ("a.txt", edited), *TEXTS[1:])
    states = {row.words: row.state for row in again.findings(Query(document="a.txt")).rows}
    assert states["Medienberichten"] == "accepted"
    assert states.get("Eine Quelle", "open") == "open"
    assert [made.anchor.words for made in again.stale("a.txt")] == ["Ein Insider"]
    assert [made.anchor.words for made in again.read("a.txt").stale] == ["Ein Insider"]
    assert again.counts().states["stale"] == 1


def test_a_correction_of_a_source_holds_everywhere(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    before = {row.source.id: row for row in desk.sources().rows}
    desk.correct("same", "a.txt/insider", "jonas-falk")
    for one in (desk, make(tmp_path, *TEXTS)):
        rows = {row.source.id: row for row in one.sources().rows}
        assert rows.keys() == before.keys() - {"a.txt/insider"}
        assert rows["jonas-falk"].statements == before["jonas-falk"].statements + 1
        assert one.said("jonas-falk").total == rows["jonas-falk"].statements
        assert one.read("a.txt").machine["a.txt/insider"] == "Insider, anonymous"
    desk.undo()
    assert {row.source.id for row in desk.sources().rows} == before.keys()


def test_a_correction_of_a_statement_is_read_with_the_machines_reading_beside_it(
    make: Make, tmp_path: Path
) -> None:
    desk = make(tmp_path, *TEXTS)
    statement = desk.said("a.txt/insider").rows[0].statement
    desk.correct("speaker", statement.id, "Ina Holm")
    reading = make(tmp_path, *TEXTS).read("a.txt")
    made = next(row for row in reading.document.statements if row.id == statement.id)
    assert made.attribution
    assert reading.sources[made.attribution.source or ""].name == "Ina Holm"
    assert [reading.document.text[start:end] for start, end in made.attribution.speaker] == ["Ina Holm"]
    assert reading.machine == {statement.id: "indirect, Insider"}
    assert "Ina Holm" in quoted(reading, statement.id)


def spoken(desk: Desk) -> dict[str, tuple[int, int, float]]:
    """Name of a source → statements and documents that it is counted for, and its share."""
    return {
        row.source.name: (row.statements, row.documents, round(row.share, 4)) for row in desk.sources().rows
    }


def test_one_statement_parted_from_its_source_counts_for_the_other_one_alone(
    make: Make, tmp_path: Path
) -> None:
    desk = make(tmp_path, *TEXTS)
    before = spoken(desk)
    falk, holm = desk.said("jonas-falk").rows, desk.said("ina-holm").rows
    last = falk[-1].statement
    (made,) = [desk.correct("source", last.id, "ina-holm")]
    assert (made.value, made.anchor.words) == ("Ina Holm", last.text)
    for one in (desk, make(tmp_path, *TEXTS)):
        now = spoken(one)
        assert now["Jonas Falk"][:2] == (len(falk) - 1, 2)
        assert now["Ina Holm"][:2] == (len(holm) + 1, 2)
        assert now["Ina Holm"][2] > before["Ina Holm"][2] and now["Jonas Falk"][2] < before["Jonas Falk"][2]
        assert {name: now[name] for name in now if "sider" in name} == {
            name: before[name] for name in before if "sider" in name
        }
        assert [row.statement.id for row in one.said("ina-holm").rows] == [holm[0].statement.id, last.id]
        assert one.said("ina-holm").total == len(holm) + 1
        assert last.id in one.shown("b.txt", Query(source="ina-holm"))
        assert {row.id for row in one.documents(Query(source="ina-holm")).rows} == {"a.txt", "b.txt"}
        assert one.read("b.txt").machine == {last.id: "indirect, Jonas Falk"}
    desk.undo()
    assert spoken(desk) == before
    desk.redo()
    assert spoken(desk)["Ina Holm"][0] == len(holm) + 1


def test_a_filter_by_source_goes_by_whom_a_person_said_to_speak(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    (said,) = (row.statement for row in desk.said("a.txt/insider").rows)
    (bare,), (other,) = keys(desk, source="a.txt/insider"), keys(desk, source="b.txt/insider")

    def filtered(one: Desk, source: str, look: str) -> tuple[bool, bool, bool, bool]:
        return (
            bare in keys(one, source=source),
            bool(one.tally(Query(source=source, document="a.txt")).total),
            "a.txt" in {row.id for row in one.documents(Query(source=source, look=look)).rows},
            bare in keys(one, look=look),
        )

    desk.correct("source", said.id, "jonas-falk")
    for one in (desk, make(tmp_path, *TEXTS)):
        assert filtered(one, "a.txt/insider", "unnamed") == (False,) * 4
        assert filtered(one, "jonas-falk", "person") == (True,) * 4
        assert keys(one, source="b.txt/insider") == keys(one, look="unnamed") == [other]
    desk.undo()
    assert filtered(desk, "a.txt/insider", "unnamed") == (True,) * 4
    desk.correct("same", "a.txt/insider", "jonas-falk")
    assert filtered(desk, "jonas-falk", "person")[:2] == (True, True)
    assert filtered(desk, "a.txt/insider", "unnamed")[:2] == (False, False)
    assert keys(desk, source="b.txt/insider") == [other]


def test_a_statement_stays_parted_where_it_goes_and_whoever_is_left(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    last = desk.said("jonas-falk").rows[-1].statement
    desk.correct("source", last.id, "ina-holm")
    edited = "Am Montag schneite es, sagte Jonas Falk. " + STRIKE
    again = make(tmp_path, TEXTS[0], ("b.txt", edited), TEXTS[2])
    (moved,) = (row.statement for row in again.said("ina-holm").rows if row.document.id == "b.txt")
    assert (moved.text, moved.id != last.id) == (last.text, True)
    alone = make(tmp_path, ("a.txt", SUN), ("b.txt", edited))
    assert spoken(alone)["Ina Holm"][0] == 1


def test_words_in_quotation_marks_are_parted_with_what_they_stand_in(make: Make, tmp_path: Path) -> None:
    text = "Ina Holm lachte. Jonas Falk sagte, der Hafen sei „bis auf Weiteres“ zu."
    desk = make(tmp_path, ("a.txt", text))
    outer, inner = (row.statement for row in desk.said("jonas-falk").rows)
    assert inner.parent == outer.id
    desk.correct("source", outer.id, "Ina Holm")
    assert {name: row[0] for name, row in spoken(desk).items()} == {"Ina Holm": 2}
    desk.correct("source", inner.id, "jonas-falk")
    assert {name: row[0] for name, row in spoken(desk).items()} == {"Ina Holm": 1, "Jonas Falk": 1}


def test_a_source_that_only_a_person_named_is_corrected_at_its_statement(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    desk.correct("source", desk.said("jonas-falk").rows[-1].statement.id, "Otto Lind")
    with pytest.raises(InputError, match="named by a person"):
        desk.correct("name", "given/Otto Lind", "Otto von Lind")


def test_lists_are_of_the_newest_text_of_a_document(make: Make, tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    make(tmp_path, *TEXTS).close()
    desk = make(tmp_path, ("a.txt", STRIKE), ("b.txt", "Am Abend kam Regen."), ("c.txt", SUN))
    alone = make(tmp_path / "alone", ("a.txt", STRIKE))
    assert spoken(desk) == spoken(alone)
    assert {row.finding.document for row in desk.findings().rows} == {"a.txt"}
    assert desk.claims().total == alone.claims().total
    assert sum(desk.counts().findings.values()) == desk.findings().total == alone.findings().total


@pytest.mark.parametrize(
    ("verdict", "target", "value", "error"),
    [
        ("kind", "a.txt#s1", "sung", InputError),
        ("same", "a.txt/insider", "nobody", InputError),
        ("kind", "a.txt#s99", "direct", KeyError),
        ("name", "nobody", "Eva", KeyError),
    ],
)
def test_what_cannot_be_corrected_is_refused(
    make: Make, verdict: Verdict, target: str, value: str, error: type[Exception], tmp_path: Path
) -> None:
    desk = make(tmp_path, *TEXTS)
    with pytest.raises(error):
        desk.correct(verdict, target, value)
    assert not desk.undo()


def test_every_list_can_be_taken_along(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    for page in (desk.documents(), desk.findings(), desk.claims(), desk.sources(), desk.said("jonas-falk")):
        assert len(exported(page.rows, "json").splitlines()) == page.total > 0


def test_the_file_of_decisions_is_sound(make: Make, tmp_path: Path) -> None:
    desk = make(tmp_path, *TEXTS)
    desk.decide("accept", keys(desk))
    desk.undo()
    path = desk.kept_in()
    desk.close()
    with read_only(path) as database:
        assert not list(faults(database))
