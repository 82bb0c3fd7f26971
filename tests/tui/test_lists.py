"""Findings, claims, sources, documents: what their rows say, and every action on them."""

from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from provenance.tui.claims.timeline import timeline
from provenance.tui.findings.rows import finding_line, heads
from provenance.tui.pieces import plain
from provenance.tui.widgets.rows import CHUNK, Rows
from provenance.tui.widgets.sheet import Sheet
from tests.builders import document, report
from tests.tui.driving import (
    desk_over,
    drive,
    first,
    foot,
    here,
    lines,
    picture,
    press,
    reader,
    sample,
    write,
)


def rows(pilot: Pilot[Any]) -> Rows[Any]:
    return here(pilot).query_one("#rows", Rows)


def details(pilot: Pilot[Any]) -> str:
    return "\n".join(map(plain, here(pilot).query_one("#details", Sheet).lines))


def test_the_gravest_finding_comes_first_with_its_words_why_and_repair() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")
        row = rows(pilot).current
        assert row.finding.rule == "anonymous-source-bare"
        told = details(pilot)
        for words in ("Ein Insider sagte", "why", "repair", "what", "1 Hafen steht still, line 3"):
            assert words in told
        lit = [
            piece.words
            for made in here(pilot).query_one("#details", Sheet).lines
            for piece in made
            if piece.look == "lit"
        ]
        assert "".join(lit) == "Ein Insider"

    drive(script)


@pytest.mark.parametrize(("keys", "state"), [("a", "accepted"), ("w", "follow up"), ("d", "dismissed")])
def test_a_finding_is_decided_in_the_list(keys: str, state: str) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", *keys)
        if keys == "d":
            await write(pilot, "known")
        assert f"{state} · AK" in picture(pilot) and "5 open" in lines(pilot)[0]
        await press(pilot, "u")
        assert "6 open" in lines(pilot)[0] and f"{state} · AK" not in picture(pilot)
        await press(pilot, "ctrl+r")
        assert f"{state} · AK" in picture(pilot)

    drive(script)


def test_a_note_leaves_a_finding_open() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "m")
        await write(pilot, "call them")
        assert "call them" in details(pilot) and "6 open" in lines(pilot)[0]

    drive(script)


def test_marked_findings_are_decided_and_taken_back_as_one() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "space", "space")
        assert "✓ 2 marked" in picture(pilot)
        await press(pilot, "a")
        assert "4 open" in lines(pilot)[0] and "2 findings; u takes all of them back" in foot(pilot)
        await press(pilot, "A")
        assert "✓ 6 marked" in picture(pilot)
        await press(pilot, "d")
        await write(pilot, "an exercise")
        assert "6 dismissed" in lines(pilot)[0]
        await press(pilot, "u")
        assert "4 open" in lines(pilot)[0] and "2 accepted" in lines(pilot)[0]
        await press(pilot, "A", "escape")
        assert "marked" not in picture(pilot)

    drive(script)


def test_the_next_open_finding_is_one_key_away() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "a", "n")
        assert rows(pilot).cursor == 1
        await press(pilot, "a", "p")
        assert rows(pilot).cursor == 5
        await press(pilot, "A", "a", "n")
        assert "no open finding is left here" in foot(pilot)

    drive(script)


def test_severity_and_state_are_narrowed_by_a_key_each() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "a", "e")
        assert rows(pilot).total == 1 and "only error" in lines(pilot)[0]
        await press(pilot, "i")
        assert rows(pilot).total == 0 and "F clears it" in details(pilot)
        await press(pilot, "F")
        assert rows(pilot).total == 6

    drive(script)


def test_what_is_alike_is_marked_by_one_key() -> None:
    made = report(
        document(
            "Ein Insider sagte, der Damm halte. Kroll lachte. »Er hält«, hieß es. »Er bricht«, hieß es.\n",
            "x.txt",
        )
    )

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")
        for at in range(rows(pilot).total):
            rows(pilot).cursor = at
            await press(pilot, "plus_sign")
            row = rows(pilot).current
            assert {row.key, *row.siblings} <= here(pilot).marked.keys()  # type: ignore[attr-defined]
            await press(pilot, "escape")

    drive(script, made)


def test_enter_reads_a_finding_where_it_stands_and_escape_comes_back_to_its_row() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "j", "j", "enter")
        assert here(pilot).heading == "Reader"
        await press(pilot, "escape")
        assert here(pilot).heading == "Findings" and rows(pilot).cursor == 2

    drive(script)


def test_lists_are_sorted_by_a_key_and_say_by_what() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for key, first_order, second_order in (
            ("2", "what is left", "order of the text"),
            ("3", "spread", "share of words"),
            ("4", "share", "name"),
            ("5", "what is left", "order of the text"),
        ):
            await press(pilot, key)
            assert f"sorted by: {first_order}" in picture(pilot)
            await press(pilot, "s")
            assert f"sorted by: {second_order}" in picture(pilot)

    drive(script)


def test_a_claim_shows_its_figures_as_a_table_its_times_and_who_says_it() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "3")
        told = details(pilot)
        for words in (
            "figure",
            "who says it",
            "how sure",
            "≠ bis zu 8.000",
            "≠ etwa 3.000",
            "Otto Lind",
            "Jan Kroll",
            "6 Oct 09:15",
            "● Tagblatt",
            "● Morgenpost",
        ):
            assert words in told
        assert "1 claim · 1 in dispute" in lines(pilot)[0]

    drive(script)


def test_findings_on_a_claim_are_decided_together() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "3", "a")
        assert "accept: 3 findings on this claim" in foot(pilot)
        await press(pilot, "a")
        assert "no open finding lies on this claim" in foot(pilot)
        await press(pilot, "l")
        assert here(pilot).heading == "Findings" and rows(pilot).total == 3
        await press(pilot, "F", "3", "u", "w", "u", "d")
        await write(pilot, "two days apart")
        await press(pilot, "u", "m")
        await write(pilot, "look again")
        await press(pilot, "c", "enter")
        assert here(pilot).heading == "Reader" and "disputed" in lines(pilot)[0]

    drive(script)


def test_a_timeline_joins_copies_to_what_they_copy() -> None:
    from provenance.desk.report_desk import ReportReader

    desk = ReportReader(sample(), "x")
    (claim,) = (row.claim for row in desk.claims().rows)
    places = desk.elsewhere(claim.id)
    drawn = "\n".join(map(plain, timeline(places, {places[1].statement.id: places[0].statement.id}, 80)))
    assert "● Tagblatt ──" in drawn and "○ Morgenpost" in drawn
    assert drawn.splitlines()[2].index("●") < drawn.splitlines()[2].index("○")


def test_sources_show_how_much_and_how_directly_they_speak() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "4")
        assert "● Otto Lind" in picture(pilot) and "OTTO LIND" in details(pilot) and "▆" in picture(pilot)
        await press(pilot, "enter")
        assert here(pilot).heading == "Reader" and "OTTO LIND" in picture(pilot)

    drive(script)


def test_a_source_is_renamed_retyped_and_joined_for_all_of_its_statements() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "4", "r", *(["backspace"] * 20))
        await write(pilot, "Otto von Lind")
        assert "Otto von Lind ✎" in picture(pilot) and "corrected for" in foot(pilot)
        await press(pilot, "t")
        await write(pilot, "government")
        assert "■ Otto von Lind" in picture(pilot)
        await press(pilot, "u", "u")
        assert "● Otto Lind" in picture(pilot) and "✎" not in picture(pilot)
        total = rows(pilot).total
        await press(pilot, "equals_sign")
        await write(pilot, "jan kroll")
        assert rows(pilot).total == total - 1
        await press(pilot, "u", "exclamation_mark")
        await write(pilot, "jan kroll")
        assert rows(pilot).total == total

    drive(script)


def test_a_name_or_type_that_a_source_has_is_no_correction() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "4", "r", "enter")
        assert "Otto Lind is what stands here: nothing changes" in foot(pilot)
        await press(pilot, "t")
        await write(pilot, "person")
        assert "person is what stands here: nothing changes" in foot(pilot)
        assert "✎" not in picture(pilot)
        await press(pilot, "u")
        assert "nothing to take back" in foot(pilot)

    drive(script)


def test_the_title_of_a_findings_document_has_the_room_that_a_wide_list_has() -> None:
    made = sample()
    made.documents[0].title = "Im Hafen steht alles still, und niemand weiß warum"
    (row, *_) = (row for row in desk_over(made, "none.db").findings().rows if row.number == 1)
    assert made.documents[0].title in plain(finding_line(row, False, 200))
    for width in (80, 119, 199):
        assert width - 1 <= cell_len(plain(finding_line(row, False, width))) <= width
        assert plain(heads(width)).index("what") == plain(finding_line(row, False, width)).index(
            row.finding.message[:9]
        )


def test_one_source_is_followed_through_all_screens() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "4", "l")
        assert "only source:otto-lind" in lines(pilot)[0] and rows(pilot).total == 1
        await press(pilot, "5")
        assert rows(pilot).total == 1

    drive(script)


def test_documents_are_a_line_each_with_what_is_left_to_do() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "5")
        assert "✖ Hafen steht still" in picture(pilot) and "0 of 4" in picture(pilot)
        assert "anonymous-source-bare" in details(pilot)
        await press(pilot, "l")
        assert here(pilot).heading == "Findings" and rows(pilot).total == 4
        await press(pilot, "F", "5", "j", "enter")
        assert "2 of 2" in lines(pilot)[0] and reader(pilot).reading

    drive(script)


def test_a_row_is_copied_with_its_details() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for key, words in (
            ("2", "Ein Insider"),
            ("3", "etwa 3.000"),
            ("4", "OTTO LIND"),
            ("5", "Hafen steht still"),
        ):
            await press(pilot, key, "y")
            assert words in pilot.app.clipboard

    drive(script)


def test_rows_are_fetched_when_they_come_into_sight_and_the_cursor_stays_inside() -> None:
    asked: list[int] = []

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")
        listed = rows(pilot)

        def fetch(after: int, limit: int) -> list[int]:
            asked.append(after)
            return list(range(after, min(after + limit, 5_000)))

        from provenance.tui.pieces import Piece

        Rows.fill(listed, 5_000, fetch, lambda row, width: (Piece(str(row)),))
        here(pilot).details = lambda row, width: ()  # type: ignore[attr-defined]
        await pilot.pause()
        assert asked == [0]
        await press(pilot, "G")
        assert asked == [0, 5_000 // CHUNK * CHUNK - CHUNK] and listed.cursor == 4_999
        await press(pilot, "j", "pageup", "g", "k", "pagedown")
        assert 0 < listed.cursor < 40

    drive(script)


def test_the_lower_half_is_scrolled_with_the_same_keys() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "tab", "j", "j")
        assert here(pilot).query_one("#details", Sheet).scroll_offset.y == 2 and rows(pilot).cursor == 0
        await press(pilot, "tab", "j")
        assert rows(pilot).cursor == 1

    drive(script, size=(80, 20))


def test_a_second_click_opens_a_row() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "5")
        await pilot.click(Rows, offset=(5, 1))
        await pilot.pause()
        assert rows(pilot).cursor == 1 and here(pilot).heading == "Documents"
        await pilot.click(Rows, offset=(5, 1))
        await pilot.pause()
        assert here(pilot).heading == "Reader"

    drive(script)


def test_one_document_is_reviewed_without_claims() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "3", "a", "d", "enter", "l", "c", "y")
        assert here(pilot).heading == "Claims" and "only disputed" in details(pilot)

    drive(script, report(first()))
