"""What stands where in a document: found where it is asked for, and the same as if all of it were painted."""

from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.desk.records import Query
from provenance.desk.report_desk import ReportDesk
from provenance.desk.views import Named, Others
from provenance.inert import unusual
from provenance.model import Statement
from provenance.spans import Span
from provenance.tui.pieces import visible
from provenance.tui.reader.contents import Contents
from provenance.tui.reader.cover import Cover
from provenance.tui.reader.layout import rows, shown_text
from provenance.tui.reader.moves import moved_by
from provenance.tui.reader.stops import Stop, Stops, following
from tests.builders import document
from tests.tui.driving import PICTURED, pictured, sample

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))


def statement(spans: list[Span]) -> Statement:
    return Statement("s", "d", "direct", spans, "")


@given(st.lists(st.lists(SPAN, min_size=1, max_size=3), max_size=6), st.integers(1, 9))
def test_statements_are_painted_over_their_parents_a_stretch_at_a_time(
    spans: list[list[Span]], stretch: int
) -> None:
    whole = array("i", [-1]) * 40
    for number, some in enumerate(spans):
        for start, end in some:
            whole[start:end] = array("i", [number]) * (end - start)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("provenance.tui.reader.cover.STRETCH", stretch)
        cover = Cover(40, [*map(statement, spans)])
        assert [*cover] == [*whole] and len(cover) == 40
        assert all([*cover[at : at + 7]] == [*whole[at : at + 7]] for at in range(40))


def stops_of(made: ReportDesk, name: str) -> tuple[Contents, Stops, list[Stop]]:
    """The stops of a document, and the same made one by one and sorted."""
    reading = made.read(name)
    contents = Contents(reading)
    known = {row.id for row in reading.document.statements}
    each = [
        Stop(row.start, at, row, [one for one in reading.findings if one.finding.statement == row.id])
        for at, row in enumerate(reading.document.statements)
    ]
    alone = [
        Stop(one.finding.start, -1, None, (one,))
        for one in reading.findings
        if one.finding.statement not in known
    ]
    return contents, Stops(contents, reading.findings), sorted([*each, *alone], key=lambda stop: stop.start)


@pytest.mark.parametrize(("made", "name"), [(sample(), "eins.txt"), (pictured(), "bild.md")])
def test_stops_are_statements_and_lone_findings_in_the_order_of_the_text(made: object, name: str) -> None:
    contents, stops, wanted = stops_of(ReportDesk(made, "r"), name)  # type: ignore[arg-type]
    assert [*stops] == wanted and len(stops) == len(wanted)
    numbered = [at for at, stop in enumerate(wanted) if stop.number >= 0]
    assert [*stops.of_numbers(range(len(contents.statements)))] == numbered
    assert [stops.of_number(wanted[at].number) for at in numbered] == numbered
    for start in range(0, 400, 7):
        first = next((at for at, stop in enumerate(wanted) if stop.start >= start), None)
        assert stops.first_from(start) == first


def test_the_next_of_some_places_is_the_nearest_in_a_direction() -> None:
    assert [following([2, 5], place, 1) for place in (-1, 2, 5)] == [2, 5, None]
    assert [following([2, 5], place, -1) for place in (9, 5, 2)] == [5, 2, None]


def test_every_offset_has_its_line_and_what_no_line_shows_the_one_before() -> None:
    made = document(PICTURED, "bild.md")
    lines = rows(made, 20)
    shown = [at for at, row in enumerate(lines) if row.start >= 0]
    for offset in range(len(made.text)):
        before = [at for at in shown if lines[at].start <= offset]
        assert lines.at(offset) == (before[-1] if before else shown[0])


@given(st.text(max_size=80))
def test_a_text_of_usual_letters_is_shown_as_it_is(text: str) -> None:
    made = document("x", "t.txt")
    made.text = text
    assert shown_text(made) == visible(text).replace("\t", " ")
    assert unusual(text) == {glyph for glyph in text if not " " <= glyph <= "~"}


@given(st.text("ab", max_size=12), st.text("xy", max_size=5), st.text("uv", max_size=5), st.text("cd"))
def test_offsets_before_and_behind_a_change_move_with_the_text(
    head: str, old: str, new: str, tail: str
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("provenance.tui.reader.moves.STRETCH", 3)
        before, now = head + old + tail, head + new + tail
        moved = moved_by(before, now)
        assert [moved(at) for at in range(len(head))] == [*range(len(head))]
        for at in range(len(before) - len(tail), len(before)):
            assert now[moved(at)] == before[at]


def test_views_hold_what_they_are_of() -> None:
    assert [*Others([3, 5, 7], 5)] == [3, 7] and len(Others([3, 5, 7], 5)) == 2 and Others([3, 5], 3)[0] == 5
    named = Named({"a": 1, "b": 2, "c": 3}, lambda: ["c", "x", "a"])
    assert dict(named) == {"c": 3, "a": 1} and "b" not in named and len(named) == 2 and named.get("x") is None


def test_a_line_of_a_finding_is_made_anew_only_when_something_is_decided_of_it(tmp_path: Path) -> None:
    desk = ReportDesk(sample(), "r", archive=f"{tmp_path}/a.db")
    before = desk.findings(Query()).rows
    desk.decide("accept", [before[0].key])
    after = {row.key: row for row in desk.findings(Query(order="text")).rows}
    assert after[before[0].key].state == "accepted"
    assert all(after[row.key] is row for row in before[1:])
