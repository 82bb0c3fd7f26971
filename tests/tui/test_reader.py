"""The reader: the article in its column, routes beside or below it, keys, mouse, decisions where one reads."""

from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from provenance.tui.reader.article import GUTTER, MEASURE, Article
from provenance.tui.reader.taken import as_text
from tests.builders import document, report
from tests.tui.driving import FIRST, desk_over, drive, foot, lines, picture, pictured, press, reader, write


@pytest.mark.parametrize(
    ("width", "least", "most"), [(80, 60, 72), (100, 58, 60), (120, 60, 72), (200, 72, 72)]
)
def test_a_line_of_the_article_is_as_long_as_can_be_read(width: int, least: int, most: int) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        article = reader(pilot).article
        text = article.reading.document.text if article.reading else ""
        longest = max(cell_len(text[row.start : row.end]) for row in article.rows if row.start >= 0)
        assert least - 12 <= longest <= most <= MEASURE

    drive(script, size=(width, 30))


def test_the_first_view_is_the_top_of_the_article_with_its_first_sourced_statement() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert reader(pilot).article.scroll_offset.y == 0
        assert "OTTO LIND" in picture(pilot) and "ROUTE" in picture(pilot)

    drive(script)


def test_a_route_names_its_hops_what_says_them_and_its_weakest_one() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        shown = picture(pilot)
        for words in ("● Otto Lind", "origin", "● Nordlys", "medium", "▼ Tagblatt", "publisher", "stated"):
            assert words in shown

    drive(script)


def test_a_route_with_a_gap_says_so_in_its_heading() -> None:
    made = report(document("Der Mann soll drei Boote gestohlen haben.\n", "luecke.txt"))

    async def script(pilot: Pilot[Any]) -> None:
        assert "open: nobody named" in picture(pilot) and "∅ nobody named" in picture(pilot)

    drive(script, made)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
def test_on_a_narrow_screen_the_route_is_a_strip_that_a_key_opens_in_full(size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert "● Otto Lind" in picture(pilot) and "ROUTE" not in picture(pilot)
        assert "second-hand-quote" in picture(pilot)
        await press(pilot, "tab")
        assert "ROUTE" in picture(pilot)
        await press(pilot, "j", "j", "tab")
        assert "ROUTE" not in picture(pilot)

    drive(script, size=size)


def test_speaker_is_bold_and_cue_underlined_in_the_text_for_the_selected_statement_only() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        def looks() -> tuple[str, str]:
            article = reader(pilot).article
            segments = [
                segment for y in range(20) for segment in list(article.render_line(y))[5:] if segment.style
            ]
            bold = " ".join(
                s.text for s in segments if s.style and s.style.bold and "steht still" not in s.text
            )
            return bold, " ".join(s.text for s in segments if s.style and s.style.underline)

        assert looks() == ("Otto Lind", "sagte") or looks() == ("Minister Otto Lind", "sagte")
        await press(pilot, "n", "n")
        assert looks() == ("Ein Insider", "sagte")

    drive(script)


def test_findings_stand_at_their_own_words_and_only_open_ones_are_tinted() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "n", "n")
        screen = reader(pilot)
        marks = screen.article.marks
        stop = screen.stop
        assert marks is not None and stop is not None
        start, end = stop.findings[0].finding.start, stop.findings[0].finding.end
        assert set(marks.tints(start, end)) == {2}
        await press(pilot, "a")
        assert set(marks.tints(start, end)) == {0}

    drive(script)


def test_a_finding_on_the_document_is_a_stop_of_its_own() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "n")
        screen = reader(pilot)
        while screen.stop is not None and screen.stop.statement is not None:
            await press(pilot, "n")
        assert screen.stop is not None and screen.article.marks is not None
        (row,) = screen.stop.findings
        assert screen.article.marks.lit == (row.finding.start, row.finding.end)
        assert row.finding.rule in picture(pilot)

    drive(script, pictured())


def test_decisions_are_made_undone_and_put_back_where_one_reads() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "n", "a")
        assert "accepted · AK" in picture(pilot) and "✓ 1 of 6" in lines(pilot)[0]
        await press(pilot, "u")
        assert "taken back: accept" in foot(pilot) and "✓ 0 of 6" in lines(pilot)[0]
        await press(pilot, "ctrl+r")
        assert "put back: accept" in foot(pilot) and "✓ 1 of 6" in lines(pilot)[0]
        await press(pilot, "n", "d")
        await write(pilot, "called")
        assert "dismissed · AK" in picture(pilot) and "called" in picture(pilot)
        await press(pilot, "n", "w")
        assert "follow up · AK" in picture(pilot)
        await press(pilot, "m")
        await write(pilot, "ask the desk")
        assert "note · AK" in picture(pilot) and "ask the desk" in picture(pilot)
        await press(pilot, "u", "u", "u", "u", "u")
        assert "nothing to take back" in foot(pilot) and "✓ 0 of 6" in lines(pilot)[0]

    drive(script, size=(120, 50))


def test_n_passes_over_what_is_decided_and_leads_through_it_when_nothing_is_open() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        seen = []
        for _ in range(6):
            await press(pilot, "n", "a")
            seen.append(reader(pilot).finding)
        assert len(set(seen)) == 6 and "✓ 6 of 6" in lines(pilot)[0]
        await press(pilot, "n")
        assert "no open finding is left" in foot(pilot)

    drive(script)


def test_an_escape_from_a_reason_decides_nothing() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "n", "d", "x", "escape")
        assert "✓ 0 of 6" in lines(pilot)[0]
        await press(pilot, "j")
        assert reader(pilot).article.has_focus

    drive(script)


def test_the_same_claim_elsewhere_is_one_key_away() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert "▸ bis zu 8.000" in picture(pilot) and "≠ etwa 3.000" in picture(pilot)
        await press(pilot, "e")
        assert "JAN KROLL" in picture(pilot) and "2 of 2" in lines(pilot)[0]
        await press(pilot, "e")
        assert "1 of 2" in lines(pilot)[0]
        await press(pilot, "G", "e")
        assert "stands nowhere else" in foot(pilot)

    drive(script)


def test_keys_lead_from_document_to_document_and_end_at_the_last() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "right_square_bracket")
        assert "2 of 2" in lines(pilot)[0]
        await press(pilot, "right_square_bracket")
        assert "no further document" in foot(pilot)
        await press(pilot, "left_square_bracket", "left_square_bracket")
        assert "first document" in foot(pilot)

    drive(script)


def test_statements_and_documents_are_reached_by_number() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for typed, shown in (
            ("s7", "INSIDER"),
            ("d2", "2 of 2"),
            ("s99", "no statement s99"),
            ("x", "is no number"),
        ):
            await press(pilot, "number_sign")
            await write(pilot, typed)
            assert shown in picture(pilot)

    drive(script)


def test_a_statement_is_corrected_and_the_reading_of_the_program_stays_beside_it() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "x")
        await write(pilot, "jan kroll")
        assert "JAN KROLL" in picture(pilot) and "the program had read" in picture(pilot)
        await press(pilot, "u")
        assert "OTTO LIND" in picture(pilot) and "the program had read" not in picture(pilot)

    drive(script)


def test_one_statement_is_parted_from_its_source_among_those_who_speak_here() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        screen = reader(pilot)
        await press(pilot, "x")
        assert "not by Otto Lind but by" in picture(pilot)
        shown = [line for line in lines(pilot) if "in this document" in line]
        assert "Otto Lind" not in "".join(shown) and "Insider" in "".join(shown)
        await write(pilot, "insider")
        assert "this statement alone: not by Otto Lind but by Insider; u takes it back" in foot(pilot)
        assert screen.stop is not None and screen.stop.statement is not None
        fragment = next(
            stop.statement
            for stop in screen.stops
            if stop.statement and stop.statement.parent == screen.stop.statement.id
        )
        assert fragment.attribution is not None and fragment.attribution.source == "eins.txt/insider"
        counted = {row.source.name: row.statements for row in screen.desk.sources().rows}
        assert (counted["Insider"], counted["Otto Lind"]) == (3, 2)
        await press(pilot, "4")
        assert [line for line in lines(pilot) if "Insider" in line and " 3 " in line]
        await press(pilot, "1", "x")
        await write(pilot, "nobody")
        assert "not by Insider, nobody is named" in foot(pilot)
        assert "NOBODY IS NAMED" in picture(pilot) and "open: nobody named" in picture(pilot)
        await press(pilot, "u", "u")
        assert "OTTO LIND" in picture(pilot)

    drive(script)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Otto Lind", "Otto Lind is what"),
        ("otto lind", "otto lind is what"),
        ("indirect kind writer", "indirect is what"),
    ],
)
def test_a_correction_that_changes_nothing_is_none(typed: str, told: str) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "x")
        await write(pilot, typed)
        assert told in foot(pilot) and "nothing changes" in foot(pilot)
        await press(pilot, "u")
        assert "nothing to take back" in foot(pilot)

    drive(script)


def test_a_corrected_statement_has_the_sign_of_its_new_source() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        def signs() -> str:
            return "".join(line[5:8] for line in lines(pilot)[1:-1])

        before = signs()
        await press(pilot, "x")
        await write(pilot, "nobody")
        assert signs() == before.replace("●", "∅", 1) != before
        assert reader(pilot).article.marks.speaker == reader(pilot).stop.statement.attribution.speaker  # type: ignore[union-attr]
        await press(pilot, "u")
        assert signs() == before

    drive(script)


def test_what_is_selected_is_copied_as_text() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "y")
        assert "if this terminal takes it" in foot(pilot)
        assert pilot.app.clipboard.startswith("es seien") and "Route (" in pilot.app.clipboard
        screen = reader(pilot)
        assert screen.reading is not None and screen.stop is not None
        assert as_text(screen.reading, screen.stop) == pilot.app.clipboard

    drive(script)


def test_a_click_selects_the_statement_under_the_mouse() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        article = reader(pilot).article
        row = next(y for y in range(20) if "Vertrag" in article.render_line(y).text)
        column = article.render_line(row).text.index("Vertrag")
        await pilot.click(Article, offset=(column, row))
        await pilot.pause()
        stop = reader(pilot).stop
        assert stop is not None and stop.statement is not None and "Vertrag" in stop.statement.text

    drive(script)


@pytest.mark.parametrize("before", ["船が港に", "\t\t\t\t", "e\u0301e\u0301"])
def test_a_click_behind_wide_characters_tabs_and_combining_marks_hits_what_is_seen(before: str) -> None:
    text = f"{before} Lind sagte, der Damm halte. Kroll sagte, der Damm breche.\n"

    async def script(pilot: Pilot[Any]) -> None:
        article = reader(pilot).article
        strip = article.render_line(1).text
        assert "\t" not in strip and strip.index(before.strip()[:1] or "L") >= GUTTER - 1
        for words in ("breche", "halte"):
            await pilot.click(Article, offset=(cell_len(strip[: strip.index(words)]) + 2, 1))
            await pilot.pause()
            stop = reader(pilot).stop
            assert stop is not None and stop.statement is not None and words in stop.statement.text

    drive(script, report(document(text, "breit.txt")), size=(160, 24))


def test_what_the_mouse_drags_over_is_copied_without_the_gutter() -> None:
    from textual.geometry import Offset
    from textual.selection import Selection

    async def script(pilot: Pilot[Any]) -> None:
        article = reader(pilot).article
        rows = [y for y, row in enumerate(article.rows) if row.start >= 0]
        taken = article.get_selection(Selection(Offset(GUTTER, rows[1]), Offset(GUTTER + 4, rows[2])))
        assert (
            taken is not None
            and taken[0].startswith("Im Hafen")
            and "\n" in taken[0]
            and "  " not in taken[0]
        )

    drive(script)


def test_a_move_paints_only_the_lines_that_change() -> None:
    painted: list[int] = []

    async def script(pilot: Pilot[Any]) -> None:
        article = reader(pilot).article
        await press(pilot, "j")
        before = type(article).render_line

        def counted(self: Article, y: int) -> Any:
            painted.append(y)
            return before(self, y)

        type(article).render_line = counted  # type: ignore[method-assign]
        try:
            await press(pilot, "j")
        finally:
            type(article).render_line = before  # type: ignore[method-assign]
        assert 0 < len(painted) < 12

    drive(script)


def test_three_thousand_statements_answer_a_key_at_once() -> None:
    import time

    made = report(document("Lind sagte, der Damm halte. " * 3_000, "gross.txt"))

    async def script(pilot: Pilot[Any]) -> None:
        began = time.perf_counter()
        await pilot.press("j", "j", "n")
        assert time.perf_counter() - began < 2.0

    drive(script, made)


def test_a_decision_whose_words_are_gone_is_shown_and_applied_to_nothing(tmp_path: Path) -> None:
    archive = str(tmp_path / "review.db")
    before = desk_over(report(document(FIRST, "eins.txt")), archive)
    before.decide("dismiss", [len(before.report.findings) - 1], "known")
    after = desk_over(
        report(document(FIRST.replace("Brüssel geht davon aus, dass der Streik endet.", ""), "eins.txt")),
        archive,
    )

    async def script(pilot: Pilot[Any]) -> None:
        assert "NO LONGER IN THE TEXT" in picture(pilot) and "? dismiss “Brüssel”" in picture(pilot)
        assert "✓ 0 of" in lines(pilot)[0]

    drive(script, after, size=(120, 60))


def test_no_key_decides_what_the_filter_leaves_out() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "n", "f")
        await write(pilot, "nirgends")
        assert "the filter leaves nothing here: only nirgends" in picture(pilot)
        await press(pilot, "a")
        assert "no finding here" in foot(pilot)
        await press(pilot, "n")
        assert "the filter leaves no finding: F clears it" in foot(pilot)
        await press(pilot, "F", "a")
        assert "1 of 6 reviewed" in picture(pilot)

    drive(script, size=(80, 24))
